"""The command that writes: a page in one file or in a folder, a picture, or the events as data.

In: parsed arguments. Out: files; what is to be known besides on stderr, and how it went.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from app.cli.command import Exit, WrongUseError
from app.cli.loading import judged, load, read_view, require_files, say_errors
from app.cli.progress import busy
from app.cli.saving import reason, save
from app.drawing import LEAST_WIDTH_PX, Picture, Sheet, draw_card
from app.engine import EngineMissingError
from app.export import FORMATS, format_of, write
from app.filters import select_events
from app.images import BrowserError, find_browser, to_pdf, to_png
from app.load import Loaded
from app.payload import build_payload
from app.still_picture import picture, scheme_of
from app.view import View, format_view, parse_view
from app.vocabulary import vocabulary

IMAGES = ("svg", "png", "pdf")
# What an option of `export` is for, by the kind of what is written; one that is in no list is for all.
ONLY_FOR = {
    "page": ("only_selection", "frozen", "no_controls", "lang", "address"),
    "image": ("width", "height", "scale", "card"),
}
NOT_FOR_DATA = ("title", "theme", "layout")
MOST_PX = 10_000
MOST_SCALE = 4


def export(arguments: Namespace) -> Exit:
    """Writes what is asked for. PROBLEMS as for `list`: it is written all the same."""
    form = _form_of(arguments)
    _refuse_strays(arguments, form)
    loaded = load(arguments.events)
    require_files(arguments.events)
    say_errors(loaded)
    view, went = read_view(arguments.view, loaded)
    chosen = _as_asked(view, loaded, arguments)
    try:
        _WRITERS.get(form, _write_data)(loaded, chosen, arguments)
    except (EngineMissingError, BrowserError) as error:
        raise WrongUseError(f"export: {error}") from None
    return max(went, judged(loaded))


def _form_of(arguments: Namespace) -> str:
    """What is written: `folder`, `html`, one of `IMAGES`, or one of the formats of data, by the end of the name."""
    output, folder = arguments.output, arguments.split
    if (output is None) == (folder is None):
        raise WrongUseError("export: give either --output FILE or --split DIR")
    if output is None:
        return "folder"
    ending = output.lower().rpartition(".")[2]
    form = "html" if ending in {"html", "htm"} else ending if ending in IMAGES else format_of(output)
    if form is None and not os.path.isdir(output):  # noqa: PTH112 - unlike Path, it takes any text for an answer
        known = ", ".join(f".{each}" for each in ("html", *FORMATS, *IMAGES))
        raise WrongUseError(f"cannot write {output}: its name has to end in one of {known}")
    return form or "html"


def _refuse_strays(arguments: Namespace, form: str) -> None:
    """An option that would change nothing is a misunderstanding, and said."""
    kind = "page" if form in {"html", "folder"} else "image" if form in IMAGES else "data"
    strays = [name for other, names in ONLY_FOR.items() if other != kind for name in names]
    strays += NOT_FOR_DATA if kind == "data" else ()
    given = next((name for name in strays if getattr(arguments, name) not in (None, False)), None)
    if given:
        raise WrongUseError(f"export: --{given.replace('_', '-')} means nothing for .{form}")
    limits = {"width": (LEAST_WIDTH_PX, MOST_PX), "height": (1, MOST_PX), "scale": (1, MOST_SCALE)}
    for name, (least, most) in limits.items():
        value = getattr(arguments, name)
        if value is not None and not least <= value <= most:
            raise WrongUseError(f"export: --{name} {value}: it runs from {least} to {most:,}")


def _as_asked(view: View, loaded: Loaded, arguments: Namespace) -> View:
    """The view with what the options say of it; they count more than the query."""
    if arguments.lang:
        asked, notices = parse_view(f"lang={arguments.lang}", vocabulary(loaded.timeline))
        if notices:
            raise WrongUseError(f"export --lang: {notices[0].what} {notices[0].fix}")
        view = replace(view, lang=asked.lang)
    return replace(
        view,
        theme=arguments.theme or view.theme,
        layout=arguments.layout or view.layout,
        controls="none" if arguments.no_controls else view.controls,
    )


def _write_page(loaded: Loaded, view: View, arguments: Namespace) -> None:
    from app.web.making import made_file

    with busy("making the page"):
        page = made_file(loaded.timeline, loaded.problems, view, arguments)
    save(arguments.output, page.encode())


def _write_folder(loaded: Loaded, view: View, arguments: Namespace) -> None:
    from app.web.making import made_folder

    card = _card_of(loaded, view, arguments) if arguments.address else None
    with busy("making the page"):
        folder = made_folder(loaded.timeline, loaded.problems, view, arguments, card)
    try:
        Path(arguments.split).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise WrongUseError(f"cannot write {arguments.split}: {reason(error)}") from None
    for name, content in folder.items():
        save(str(Path(arguments.split, name)), content)


def _card_of(loaded: Loaded, view: View, arguments: Namespace) -> bytes | None:
    """The picture for links to the page; without a browser the page goes without, and that is said."""
    drawn = draw_card(build_payload(loaded.timeline), format_view(view), Sheet(title=arguments.title))
    try:
        with busy("making the picture for links"):
            return to_png(drawn, find_browser(os.environ), scale=1)
    except BrowserError as error:
        print(f"no picture for links to the page: {error}", file=sys.stderr)
        return None


def _write_image(loaded: Loaded, view: View, arguments: Namespace) -> None:
    with busy("making the picture"):
        drawn = _drawn(loaded, view, arguments)
        content = _as_bytes(drawn, arguments)
    save(arguments.output, content)
    print(f"alt text: {drawn.alt}", file=sys.stderr)


def _drawn(loaded: Loaded, view: View, arguments: Namespace) -> Picture:
    if arguments.card:
        sheet = Sheet(scheme=scheme_of(view), title=arguments.title)
        return draw_card(build_payload(loaded.timeline), format_view(view), sheet)
    sheet = Sheet(arguments.width or Sheet().width, arguments.height, title=arguments.title)
    return picture(loaded.timeline, view, sheet)


def _as_bytes(drawn: Picture, arguments: Namespace) -> bytes:
    form = arguments.output.lower().rpartition(".")[2]
    if form == "svg":
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn.svg}\n'.encode()
    browser = find_browser(os.environ)
    if form == "pdf":
        return to_pdf(drawn, browser)
    return to_png(drawn, browser, arguments.scale or (1 if arguments.card else 2))


def _write_data(loaded: Loaded, view: View, arguments: Namespace) -> None:
    ids = select_events(loaded.timeline, view).ids
    form = format_of(arguments.output) or ""
    with busy(f"writing {len(ids):,} events"):
        text = write(build_payload(loaded.timeline), ids, form, format_view(view)).text
    save(arguments.output, text.encode())


_WRITERS: dict[str, Callable[[Loaded, View, Namespace], None]] = {
    "html": _write_page,
    "folder": _write_folder,
    **dict.fromkeys(IMAGES, _write_image),
}

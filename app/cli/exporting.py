"""The command that writes: a page in one file or in a folder, a picture, or the events as data.

In: parsed arguments. Out: files; what is to be known besides on stderr, and how it went.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace

from app.beside import select_shown
from app.cli.command import Exit, WrongUseError
from app.cli.export_options import IMAGES, check_options, form_of
from app.cli.loading import judged, load, read_view, require_files, say_errors
from app.cli.progress import busy
from app.cli.saving import save, save_folder
from app.drawing import REPORT_FROM_PX, Picture, Sheet, draw_card
from app.engine import EngineMissingError
from app.export import format_of, write
from app.images import BrowserError, find_browser, to_pdf, to_png
from app.load import Loaded
from app.payload import build_payload
from app.still_picture import picture, scheme_of
from app.view import View, format_view, parse_view
from app.vocabulary import vocabulary


def export(arguments: Namespace) -> Exit:
    """Writes what is asked for. PROBLEMS as for `list`: it is written all the same."""
    form = form_of(arguments)
    check_options(arguments, form)
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


def _as_asked(view: View, loaded: Loaded, arguments: Namespace) -> View:
    """The view with what the options say of it; they count more than the query."""
    if arguments.lang:
        asked, notices = parse_view(f"lang={arguments.lang}", vocabulary(loaded.timeline))
        if notices:
            fix = notices[0].fix.replace("lang=", "--lang ")
            raise WrongUseError(f"export --lang: {notices[0].what} {fix}")
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
    save_folder(arguments.split, folder)


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
    if view.layout == "report" and sheet.width < REPORT_FROM_PX:
        raise WrongUseError(f"export: --width {sheet.width}: the report layout needs {REPORT_FROM_PX} or more")
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
    ids = select_shown(loaded.timeline, view)
    form = format_of(arguments.output) or ""
    with busy(f"writing {len(loaded.timeline.events.keys() & ids):,} events"):
        text = write(build_payload(loaded.timeline), ids, form, format_view(view)).text
    save(arguments.output, text.encode())


_WRITERS: dict[str, Callable[[Loaded, View, Namespace], None]] = {
    "html": _write_page,
    "folder": _write_folder,
    **dict.fromkeys(IMAGES, _write_image),
}

"""What may be asked of `export` for what is written: the kinds of output, and the options that mean something for each.

In: parsed arguments. Out: what is written; `WrongUseError` for what cannot be meant, in one line that says what can.
"""

from __future__ import annotations

import os
from argparse import Namespace
from urllib.parse import urlsplit

from app.cli.command import WrongUseError
from app.drawing import LEAST_WIDTH_PX
from app.export import FORMATS, format_of

IMAGES = ("svg", "png", "pdf")
_PAGE, _IMAGE, _PNG = "pages (.html, --split)", "pictures (.svg, .png, .pdf)", "pictures as .png"
# For what an option is; one that is not named is for all.
_MEANT_FOR = {
    **dict.fromkeys(("title", "theme", "layout"), (_PAGE, _IMAGE)),
    **dict.fromkeys(("only_selection", "frozen", "no_controls", "address"), (_PAGE,)),
    **dict.fromkeys(("width", "height", "card"), (_IMAGE,)),
    "scale": (_PNG,),
}
_MOST_PX = 10_000
_LIMITS = {"width": (LEAST_WIDTH_PX, _MOST_PX), "height": (1, _MOST_PX), "scale": (1, 4)}


def form_of(arguments: Namespace) -> str:
    """What is written: `folder`, `html`, one of `IMAGES`, or one of the formats of data, by the end of the name."""
    output, folder = arguments.output, arguments.split
    if (output is None) == (folder is None):
        raise WrongUseError("export: give either --output FILE or --split DIR")
    if "" in {output, folder}:
        raise WrongUseError("export: the name is empty; give one, such as --output timeline.html or --split site")
    if output is None:
        return "folder"
    ending = output.lower().rpartition(".")[2]
    form = "html" if ending in {"html", "htm"} else ending if ending in IMAGES else format_of(output)
    if form is None and not os.path.isdir(output):  # noqa: PTH112 - unlike Path, it takes any text for an answer
        known = ", ".join(f".{each}" for each in ("html", *FORMATS, *IMAGES))
        raise WrongUseError(f"cannot write {output}: its name has to end in one of {known}")
    return form or "html"


def check_options(arguments: Namespace, form: str) -> None:
    """Raises `WrongUseError` for an option that would change nothing, and for a value that cannot be."""
    for name, kinds in _MEANT_FOR.items():
        if getattr(arguments, name) not in (None, False) and not set(kinds) & set(_kinds_of(form)):
            what = "a folder" if form == "folder" else f".{form}"
            raise WrongUseError(
                f"export: --{name.replace('_', '-')} changes nothing in {what}: it is for {' and '.join(kinds)}. "
                "Leave it out"
            )
    for name, (least, most) in _LIMITS.items():
        value = getattr(arguments, name)
        if value is not None and not least <= value <= most:
            raise WrongUseError(f"export: --{name} {value}: it runs from {least} to {most:,}")
    _check_card(arguments)
    if arguments.title == "" and (form not in IMAGES or arguments.card):
        raise WrongUseError(
            "export: --title '': only a picture goes without one. Leave it out for the collection's title"
        )
    if arguments.address is not None:
        _check_address(arguments.address, form)


def _kinds_of(form: str) -> tuple[str, ...]:
    if form in {"html", "folder"}:
        return (_PAGE,)
    return (_IMAGE, _PNG) if form == "png" else (_IMAGE,) if form in IMAGES else ()


def _check_card(arguments: Namespace) -> None:
    sized = next((name for name in ("width", "height") if arguments.card and getattr(arguments, name)), None)
    if sized:
        raise WrongUseError(
            f"export: --{sized} changes nothing with --card, which is 1200 x 630. Leave one of them out"
        )


def _check_address(address: str, form: str) -> None:
    """An address that other sites can ask for; of a folder not that of the page in it, since pictures are beside it."""
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise WrongUseError(f"export: --address {address}: write it whole, like https://example.org/timeline/")
    if form == "folder" and parts.path.endswith((".html", ".htm")):
        folder = address.rpartition("/")[0]
        raise WrongUseError(f"export: --address {address}: give that of the folder, {folder}/")

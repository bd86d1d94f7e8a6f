"""The static file: the page with everything inside, for any browser, without a server.

In: timeline, problems, the view it opens with and how it is made. Out: HTML text, the same for the same input on any
machine and day. Before its scripts run, and without them, it shows the picture of that view (`app.drawing`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.drawing import draw_front
from app.errors import Problem
from app.export import cite, view_work
from app.filters import select_events
from app.model import Timeline
from app.payload import build_payload
from app.sentence import describe_filter
from app.view import View, parse_view
from app.vocabulary import vocabulary
from app.web import ids
from app.web.markup import filled, to_html, tree_html
from app.web.page import page, static_graph
from app.web.plain_list import plain_list
from app.web.scripts import Asset, page_script, plotly_script, style_sheet
from app.web.lean import lean_script, lean_style
from app.web.shell import Content, Place, static_document
from app.words import WORDS

# A screen of 1440 x 900 px and a phone: the sizes at which the picture that comes first is drawn.
_PORTS = ({"width": 1044, "room": 460}, {"width": 390, "room": 0})
_CLASSES = ("wide", "narrow")


@dataclass(frozen=True, slots=True)
class Making:
    """How a file is made. `title` stands over it instead of the collection's; with `is_frozen` it says how it is cited.

    `part` says in words of what it is a selection, "" for the whole; `place` is where it will be found.
    """

    title: str | None = None
    is_frozen: bool = False
    part: str = ""
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Folder:
    """A page and the files that it asks for, by their names: each name changes with what is in the file."""

    page: str
    assets: tuple[Asset, ...]


def static_page(timeline: Timeline, problems: Sequence[Problem], query: str = "", making: Making | None = None) -> str:
    """The whole file. `query` is the canonical view that it opens with where its address names none.

    Raises `app.engine.EngineMissingError` where there is no engine to draw the picture.
    """
    scripts = [_inlined(plotly_script()), _inlined(_lean(page_script("static")))]
    content = _content(timeline, problems, query, making or Making())
    return static_document(content, _inlined(_lean(style_sheet())), scripts, is_linked=False)


def static_folder(timeline: Timeline, problems: Sequence[Problem], query: str, making: Making) -> Folder:
    """The same as a page that asks for its style and its scripts, to be kept by browsers and servers for ever."""
    style, scripts = _lean(style_sheet()), [plotly_script(), _lean(page_script("static"))]
    content = _content(timeline, problems, query, making)
    return Folder(static_document(content, style, scripts, is_linked=True), (style, *scripts))


def _content(timeline: Timeline, problems: Sequence[Problem], query: str, making: Making) -> Content:
    payload = build_payload(timeline) | {"query": query}
    view, _ = parse_view(query, vocabulary(timeline))
    said = _frozen(timeline, payload, view) if making.is_frozen else ""
    if making.title:
        payload = payload | {"collection": payload["collection"] | {"title": making.title}}
    body = filled(to_html(page(payload, problems, static_graph())), _first_picture(payload, query))
    about = "".join(f'<p class="made">{tree_html(words)}</p>' for words in (making.part, said) if words)
    whole = body.replace("</footer>", f"{about}</footer>")
    return Content(payload, whole, plain_list(payload, WORDS), said, view, making.place)


def _first_picture(payload: Mapping[str, Any], query: str) -> dict[str, str]:
    """What stands in the regions of the drawing until the scripts fill them, by their ids."""
    front = draw_front(payload, query, _PORTS)
    pictures = zip(_CLASSES, front.drawings, strict=True)
    return {
        ids.GRAPH: "".join(f'<div class="still {name}">{one.svg}</div>' for name, one in pictures),
        ids.HEADING: tree_html(front.heading),
        ids.LEGEND: tree_html(front.legend),
        ids.UNDATED: tree_html(front.undated),
    }


def _frozen(timeline: Timeline, payload: Mapping[str, Any], view: View) -> str:
    """How this very file is cited: the view in words, of which collection, in which version."""
    chosen = select_events(timeline, view)
    words = describe_filter(view, vocabulary(timeline))
    return cite(view_work(payload, words, len(chosen.ids)), "chicago")


def _lean(asset: Asset) -> Asset:
    """The asset without what only its authors read."""
    shorten = lean_style if asset.suffix == "css" else lean_script
    return Asset(asset.stem, asset.suffix, shorten(asset.text))


def _inlined(asset: Asset) -> Asset:
    """The asset with no text that could end its own element."""
    return Asset(asset.stem, asset.suffix, asset.text.replace("</script", "<\\/script").replace("</style", "<\\/style"))

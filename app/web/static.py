"""The static file: the page with everything inside, for any browser, without a server.

In: timeline, problems, the view it opens with and how it is made. Out: HTML text, the same for the same input on any
machine and day. Before its scripts run, and without them, it shows the picture of that view (`app.web.first_sight`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.errors import Problem
from app.filters import select_events
from app.model import Timeline
from app.payload import build_payload
from app.rows import rows
from app.sentence import describe_filter, describe_view
from app.view import View, parse_view
from app.vocabulary import vocabulary
from app.web.first_sight import at_first_sight
from app.web.lean import lean_script, lean_style
from app.web.markup import to_html, tree_html
from app.web.page import page, static_graph
from app.web.plain_list import plain_list
from app.web.scripts import Asset, page_script, style_sheet
from app.web.shell import Content, Place, static_document
from app.words import WORDS


@dataclass(frozen=True, slots=True)
class Making:
    """How a file is made. `title` stands over it instead of the collection's; `place` is where it will be found.

    `part` says in words of what it is a selection, `cited` how it is cited; "" where it does not say so.
    """

    title: str | None = None
    cited: str = ""
    part: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """A page and the files that it asks for, by their names: each name changes with what is in the file."""

    page: str
    assets: tuple[Asset, ...]


def static_page(timeline: Timeline, problems: Sequence[Problem], query: str = "", making: Making | None = None) -> str:
    """The whole file. `query` is the canonical view that it opens with where its address names none.

    Raises `app.engine.EngineMissingError` where there is no engine to draw the picture.
    """
    content = _content(timeline, problems, query, making or Making())
    return static_document(content, _inlined(_style()), _inlined(_script()), is_linked=False)


def static_folder(timeline: Timeline, problems: Sequence[Problem], query: str, making: Making) -> Folder:
    """The same as a page that asks for its style and its scripts, to be kept by browsers and servers for ever."""
    style, script = _style(), _script()
    content = _content(timeline, problems, query, making)
    return Folder(static_document(content, style, script, is_linked=True), (style, script))


def _content(timeline: Timeline, problems: Sequence[Problem], query: str, making: Making) -> Content:
    known = vocabulary(timeline)
    payload = build_payload(timeline, known) | {"query": query}
    view, _ = parse_view(query, known)
    if making.title:
        payload = payload | {"collection": payload["collection"] | {"title": making.title}}
    is_filtered = describe_filter(view, known) != describe_filter(View(), known)
    sentence = describe_view(view, known, select_events(timeline, view)) if is_filtered else ""
    body = at_first_sight(to_html(page(payload, problems, static_graph())), payload, rows(timeline), view, sentence)
    cited = WORDS["cite_as"].format(citation=making.cited) if making.cited else ""
    about = "".join(f'<p class="made">{tree_html(words)}</p>' for words in (making.part, cited) if words)
    whole = body.replace("</footer>", f"{about}</footer>")
    return Content(payload, whole, plain_list(payload, WORDS), making.cited, view, making.place)


def _style() -> Asset:
    asset = style_sheet()
    return Asset(asset.stem, asset.suffix, lean_style(asset.text))


def _script() -> Asset:
    asset = page_script("static")
    return Asset(asset.stem, asset.suffix, lean_script(asset.text))


def _inlined(asset: Asset) -> Asset:
    """The asset with no text that could end its own element."""
    return Asset(asset.stem, asset.suffix, asset.text.replace("</script", "<\\/script").replace("</style", "<\\/style"))

"""The page as a tree of `dash.html` components: real buttons, headings and regions, the same for every frame.

In: the payload and the problems of the event files. Out: the tree. `assets/frame/` fills in what changes with the view.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.errors import Problem
from app.export.cite import HASH_LETTERS
from app.web import ids
from app.web.drawing import drawing
from app.web.filters import filters
from app.web.parts import Component, dcc, html, segments, words
from app.web.reading import side, table
from app.words import WORDS

MOST_PROBLEMS = 50
FEW_PROBLEMS = 3


@dataclass(frozen=True, slots=True)
class Served:
    """What the page's server has for it besides the page.

    `kept`: the content hashes of earlier versions that it can be asked about. `source`: the address below which it
    shows the event files, if it does.
    """

    kept: Sequence[str] = ()
    source: str | None = None


_UNSERVED = Served()


def page(
    payload: Mapping[str, Any],
    problems: Sequence[Problem],
    graph: Component,
    *,
    reading: Component | None = None,
    foot: Component | None = None,
    served: Served = _UNSERVED,
) -> Component:
    """The whole page. `graph` is the frame's own holder of the figure, put inside `#timeline`.

    `reading` and `foot` are a frame's own forms of the details with the list, and of the footer.
    """
    return html.Div(
        [
            html.A(WORDS["skip"], href=f"#{ids.LIST}", className="skip"),
            _header(payload),
            _problems(problems),
            html.Div(id=ids.NOTICES, className="notice", hidden=True, role="alert"),
            _cited(served.kept),
            filters(payload),
            html.Main([drawing(graph), reading or side(), table()], className="main"),
            html.Div(id=ids.PAPER),
            foot or _footer(payload),
            _help(),
            html.Dialog(id=ids.SHARE, **{"aria-label": WORDS["share"]["title"]}),
        ],
        className="page",
        **({"data-source": served.source} if served.source else {}),
    )


def dash_graph(config: Mapping[str, Any]) -> Component:
    """The holder of the figure in the Dash page."""
    return dcc.Graph(id=ids.GRAPH, config=dict(config), responsive=False, clear_on_unhover=False)


def static_graph() -> Component:
    """The holder of the figure where the core paints it itself."""
    return html.Div(id=ids.GRAPH)


def _header(payload: Mapping[str, Any]) -> Component:
    collection = payload["collection"]
    description = collection.get("description")
    return html.Header(
        [
            html.Div(
                [html.H1(collection["title"], dir="auto"), *([html.P(description, dir="auto")] if description else [])],
                className="titles",
            ),
            html.Div([_search(), _share(), _themes()], className="tools"),
        ],
        className="header",
    )


def _share() -> Component:
    return html.Button(words("share_button"), type="button", className="tool share-open", **{"data-share-open": "view"})


def _themes() -> Component:
    """The choice of colours: in the header, and on a phone, where room is dear, in the footer."""
    choices = {choice: words(f"theme_{choice}") for choice in ("light", "dark", "system")}
    return segments(choices, "theme-choice", words("theme"), "themes")


def _search() -> Component:
    # dash.html has no input element, and dcc.Input keeps a state of its own: the page makes the box in its slot.
    return html.Div(id=ids.SEARCH_SLOT, className="search", role="search")


def _problems(problems: Sequence[Problem]) -> Component:
    """What is wrong in the files, in words; nothing where nothing is."""
    if not problems:
        return html.Div(id=ids.PROBLEMS, hidden=True)
    count = len(problems)
    head = words("problems_one") if count == 1 else words("problems_many").replace("{n}", f"{count:,}")
    lines = [
        html.Li([html.Code(str(problem.position)), f" {problem.what} {problem.fix}"])
        for problem in problems[:MOST_PROBLEMS]
    ]
    rest = [html.Li(f"… {count - MOST_PROBLEMS:,} more")] if count > MOST_PROBLEMS else []
    listed = html.Details(
        [html.Summary(head), html.Ul([*lines, *rest])], className="notice problems", open=count <= FEW_PROBLEMS
    )
    return html.Div(listed, id=ids.PROBLEMS, role="region", **{"aria-label": words("problems")})


def _cited(kept: Sequence[str]) -> Component:
    """Where it is said what has changed since a view was cited."""
    data = {"data-kept": " ".join(kept)} if kept else {}
    return html.Section(
        id=ids.CITED, className="notice cited", hidden=True, **{"aria-label": words("cited_title"), **data}
    )


def _help() -> Component:
    """The keys, in a dialog that `?` opens."""
    rows = [
        html.Tr([html.Th(html.Kbd(key), scope="row"), html.Td(meaning)])
        for key, meaning in (*WORDS["keys_list"], *WORDS["pointer_list"])
    ]
    close = html.Button(words("close"), type="button", className="tool", **{"data-close": ids.HELP})
    return html.Dialog(
        [html.H2(words("keys")), html.Table(html.Tbody(rows)), close], id=ids.HELP, **{"aria-label": words("keys")}
    )


def origin(payload: Mapping[str, Any]) -> str:
    """Where the data are from: title, version, licence, and the beginning of the content hash."""
    collection = payload["collection"]
    facts = [
        collection["title"],
        f"{words('version')} {collection['version']}" if collection.get("version") else "",
        f"{words('licence')}: {collection['licence']}" if collection.get("licence") else "",
        str(collection.get("hash", ""))[:HASH_LETTERS],
    ]
    return " · ".join(fact for fact in facts if fact)


def _footer(payload: Mapping[str, Any]) -> Component:
    keys = html.Button(words("keys"), type="button", className="tool", **{"data-keys": "1"})
    return html.Footer([html.P(origin(payload)), _themes(), keys], className="footer")

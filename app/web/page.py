"""The page as a tree of `dash.html` components: real buttons, headings and regions, the same for every frame.

In: the payload and the problems of the event files. Out: the tree. `assets/frame/` fills in what changes with the view.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash

from app.errors import Problem
from app.web import ids
from app.words import WORDS

# dash declares less for its components than it takes (aria-* and data-* attributes), so they go unchecked.
html: Any = dash.html
dcc: Any = dash.dcc
Component = Any
MOST_PROBLEMS = 50
FEW_PROBLEMS = 3


def page(payload: Mapping[str, Any], problems: Sequence[Problem], graph: Component) -> Component:
    """The whole page. `graph` is the frame's own holder of the Plotly figure, put inside `#timeline`."""
    return html.Div(
        [
            html.A(WORDS["skip"], href=f"#{ids.LIST}", className="skip"),
            _header(payload),
            _problems(problems),
            html.Div(id=ids.NOTICES, className="notice", hidden=True, role="alert"),
            _filters(payload),
            html.Main([_timeline(graph), _side(), _table()], className="main"),
            _footer(payload),
            _help(),
        ],
        className="page",
    )


def dash_graph(config: Mapping[str, Any]) -> Component:
    """The holder of the figure in the Dash page."""
    return dcc.Graph(id=ids.GRAPH, config=dict(config), responsive=False, clear_on_unhover=False)


def static_graph() -> Component:
    """The holder of the figure where Plotly is called directly."""
    return html.Div(id=ids.GRAPH)


def _words(key: str) -> str:
    return str(WORDS[key])


def _header(payload: Mapping[str, Any]) -> Component:
    collection = payload["collection"]
    description = collection.get("description")
    return html.Header(
        [
            html.Div(
                [html.H1(collection["title"], dir="auto"), *([html.P(description, dir="auto")] if description else [])],
                className="titles",
            ),
            html.Div([_search(), _themes()], className="tools"),
        ],
        className="header",
    )


def _themes() -> Component:
    choices = [
        _toggle(_words(f"theme_{choice}"), "theme-choice", choice, "tool") for choice in ("light", "dark", "system")
    ]
    return html.Div(choices, className="themes segments", role="group", **{"aria-label": _words("theme")})


def _problems(problems: Sequence[Problem]) -> Component:
    """What is wrong in the files, in words; nothing where nothing is."""
    if not problems:
        return html.Div(id=ids.PROBLEMS, hidden=True)
    count = len(problems)
    head = _words("problems_one") if count == 1 else _words("problems_many").replace("{n}", f"{count:,}")
    lines = [
        html.Li([html.Code(str(problem.position)), f" {problem.what} {problem.fix}"])
        for problem in problems[:MOST_PROBLEMS]
    ]
    rest = [html.Li(f"… {count - MOST_PROBLEMS:,} more")] if count > MOST_PROBLEMS else []
    return html.Details(
        [html.Summary(head), html.Ul([*lines, *rest])],
        id=ids.PROBLEMS,
        className="notice problems",
        open=count <= FEW_PROBLEMS,
    )


def _toggle(label: str, data: str, value: str, class_name: str) -> Component:
    return html.Button(label, type="button", className=class_name, **{f"data-{data}": value, "aria-pressed": "false"})


def _filters(payload: Mapping[str, Any]) -> Component:
    return html.Div(
        [
            html.Div([_country_chips(payload), html.Div([_menu(), _lanes()], className="menus")], className="chip-row"),
            _type_chips(payload),
            html.Div([html.P(id=ids.SENTENCE), _match(), _clear()], className="sentence"),
        ],
        className="filters",
        role="group",
        **{"aria-label": _words("filters")},
    )


def _country_chips(payload: Mapping[str, Any]) -> Component:
    chips = [_all_countries(), *(_chip("country", id_, name) for id_, name in _countries(payload))]
    return html.Div(chips, className="chips countries", role="group", **{"aria-label": _words("countries")})


def _type_chips(payload: Mapping[str, Any]) -> Component:
    """The event types that the collection has, in the order of the families."""
    used = set(payload["events"]["columns"].get("type", []))
    chips = [_chip("type", kind, WORDS["types"][kind]) for kind in payload["theme"]["family_of_type"] if kind in used]
    return html.Div(chips, className="chips kinds", role="group", **{"aria-label": _words("event_types")})


def _chip(data: str, value: str, name: str) -> Component:
    """A choice that is on or off, with room for the number of events that it would give."""
    states = {f"data-{data}": value, "aria-pressed": "false"}
    return html.Button([name, html.Span(className="count")], type="button", className="chip", **states)


def _all_countries() -> Component:
    return html.Button(
        _words("all_countries"),
        id=ids.ALL_COUNTRIES,
        type="button",
        className="chip",
        **{"data-all-countries": "1", "aria-pressed": "true"},
    )


def _countries(payload: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(alpha-3, name) of every country that can be chosen, by name."""
    return [(entry["id"], (entry["names"] or [entry["id"]])[0]) for entry in payload["vocabulary"]["country"]]


def _match() -> Component:
    return html.Div(
        [_toggle(_words(f"match_{choice}"), "match", choice, "tool") for choice in ("any", "all")],
        id=ids.MATCH,
        className="segments",
        role="group",
        hidden=True,
        **{"aria-label": _words("match")},
    )


def _menu() -> Component:
    """Every other filter, with the number of events that each choice would give; filled in when it is opened."""
    panel = [
        html.Div(id=ids.FILTERS_SLOT),
        html.Div(id=ids.FILTERS_PANEL),
    ]
    summary = html.Summary([_words("more_filters"), html.Span(id=ids.FILTERS_COUNT)], className="tool")
    return html.Details([summary, html.Div(panel, className="menu wide")], id=ids.FILTERS_MENU, className="popover")


def _lanes() -> Component:
    """How the lanes are ordered and grouped, and whether organisations have lanes of their own."""
    rows = [
        html.Div(
            [html.Span(_words(name)), html.Div([_toggle(words, name, key, "tool") for key, words in choices.items()])],
            className="row",
            role="group",
            **{"aria-label": _words(name)},
        )
        for name, choices in WORDS["lane_choices"].items()
    ]
    return html.Details(
        [
            html.Summary(_words("lane_menu"), className="tool"),
            html.Div([*rows, _toggle(_words("orgs"), "orgs", "1", "tool wide")], className="menu"),
        ],
        className="popover",
    )


def _search() -> Component:
    # dash.html has no input element, and dcc.Input keeps a state of its own: the page makes the box in its slot.
    return html.Div(id=ids.SEARCH_SLOT, className="search", role="search")


def _clear() -> Component:
    return html.Button(
        _words("clear"), id=ids.CLEAR, type="button", className="tool", hidden=True, **{"data-clear": "1"}
    )


def _timeline(graph: Component) -> Component:
    return html.Section(
        [
            html.Div(
                [html.H2(id=ids.HEADING), html.Div([_layouts(), _presets()], className="bars-right")],
                className="bar-top",
            ),
            _overview(),
            html.Div(
                [
                    graph,
                    html.P(id=ids.EMPTY, className="empty", hidden=True),
                    html.Div(id=ids.GROUPS),
                    html.Div(id=ids.AXIS, **{"aria-hidden": "true"}),
                    html.Div(id=ids.TOOLTIP, className="tooltip", hidden=True),
                ],
                id=ids.TIMELINE,
                tabIndex="0",
                role="application",
                **{"aria-label": _words("timeline"), "aria-describedby": ids.KEYS},
            ),
            html.P(_words("timeline_keys"), id=ids.KEYS, className="unseen"),
            html.Div(id=ids.LEGEND),
            html.P(id=ids.UNDATED, className="undated"),
            html.P(id=ids.STATUS, className="unseen", role="status"),
        ],
        className="card drawing",
        **{"aria-labelledby": ids.HEADING},
    )


def _layouts() -> Component:
    choices = [_toggle(words, "layout", layout, "tool") for layout, words in WORDS["layouts"].items()]
    return html.Div(choices, className="segments layouts", role="group", **{"aria-label": _words("layout")})


def _presets() -> Component:
    buttons = [
        html.Button(
            [html.Span(long, className="long"), html.Span(short, className="short", **{"aria-hidden": "true"})],
            type="button",
            className="tool",
            **{"data-preset": key, "aria-pressed": "false", "aria-label": long},
        )
        for key, (long, short) in WORDS["presets"].items()
    ]
    return html.Div(buttons, className="segments presets", role="group", **{"aria-label": _words("period")})


def _overview() -> Component:
    def handle(handle_id: str, words: str) -> Component:
        limits = {"aria-label": words, "aria-valuemin": "0", "aria-valuemax": "1000", "aria-valuenow": "0"}
        return html.Span(id=handle_id, className="handle", role="slider", tabIndex="0", **limits)

    brush = html.Div(
        [handle(ids.BRUSH_START, _words("window_start")), handle(ids.BRUSH_END, _words("window_end"))], id=ids.BRUSH
    )
    strip = html.Div(
        [html.Div(id=ids.OVERVIEW_BARS, **{"aria-hidden": "true"}), brush],
        id=ids.OVERVIEW,
        role="group",
        **{"aria-label": _words("overview")},
    )
    return html.Div(
        [html.Span(_words("overview"), className="caption", **{"aria-hidden": "true"}), strip], className="overview"
    )


def _side() -> Component:
    details = html.Section(
        id=ids.DETAILS, tabIndex="-1", className="details", role="region", **{"aria-label": _words("details")}
    )
    heading = html.H2(_words("list_title"), className="unseen", id="list-title")
    events = html.Nav(id=ids.LIST, tabIndex="-1", className="list", **{"aria-labelledby": "list-title"})
    tabs = html.Div(
        [_toggle(words, "tab", tab, "tool") for tab, words in WORDS["tabs"].items()],
        className="segments tabs",
        role="group",
        **{"aria-label": _words("tab")},
    )
    return html.Aside([details, tabs, heading, events], className="card side")


def _help() -> Component:
    """The keys, in a dialog that `?` opens."""
    rows = [
        html.Tr([html.Th(html.Kbd(key), scope="row"), html.Td(meaning)])
        for key, meaning in (*WORDS["keys_list"], *WORDS["pointer_list"])
    ]
    close = html.Button(_words("close"), type="button", className="tool", **{"data-close": "1"})
    return html.Dialog(
        [html.H2(_words("keys")), html.Table(html.Tbody(rows)), close], id=ids.HELP, **{"aria-label": _words("keys")}
    )


def _table() -> Component:
    """The same selection as a table; its rows are filled in while it is shown."""
    columns = html.Details(
        [html.Summary(_words("columns_menu"), className="tool"), html.Div(id=ids.COLUMNS_PANEL, className="menu")],
        className="popover",
    )
    copy = html.Button(_words("copy_tsv"), type="button", className="tool", **{"data-copy-tsv": "1"})
    note = html.P(id=ids.TABLE_NOTE, role="status")
    grid = html.Table(
        [html.Caption(className="unseen"), html.Thead(id=ids.TABLE_HEAD), html.Tbody(id=ids.TABLE_ROWS)], id=ids.TABLE
    )
    return html.Section(
        [
            html.Div([note, html.Div([copy, columns], className="menus")], className="bar-top"),
            html.Div(
                grid, className="table-scroll", tabIndex="0", role="region", **{"aria-label": WORDS["tabs"]["table"]}
            ),
        ],
        id=ids.TABLE_CARD,
        className="card table-card",
        hidden=True,
    )


def _footer(payload: Mapping[str, Any]) -> Component:
    collection = payload["collection"]
    facts = [
        collection["title"],
        f"{_words('version')} {collection['version']}" if collection.get("version") else "",
        f"{_words('licence')}: {collection['licence']}" if collection.get("licence") else "",
        str(collection.get("hash", ""))[:12],
    ]
    keys = html.Button(_words("keys"), type="button", className="tool", **{"data-keys": "1"})
    return html.Footer([html.P(" · ".join(fact for fact in facts if fact)), keys], className="footer")

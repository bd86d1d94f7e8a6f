"""The regions to read in: details and list beside the drawing, the table below it.

In: nothing. Out: components; events are filled in by `assets/frame/`.
"""

from __future__ import annotations

from app.web import ids
from app.web.parts import Component, html, segments, words
from app.words import WORDS


def side() -> Component:
    """The details of the chosen event above the list of all that are selected."""
    return html.Aside([sheet(), *listing()], className="card side")


def sheet() -> Component:
    """The details of the chosen event, with the button that puts them away."""
    close = html.Button(
        "×", id=ids.CLOSE, type="button", className="tool", **{"aria-label": words("leave"), "data-leave": "1"}
    )
    details = html.Section(
        id=ids.DETAILS, tabIndex="-1", className="details", role="region", **{"aria-label": words("details")}
    )
    return html.Div([close, details], className="sheet")


def listing() -> list[Component]:
    """The list of the events that are selected, with its heading and the choice of the table instead."""
    heading = html.H2(words("list_title"), className="unseen", id="list-title")
    events = html.Nav(id=ids.LIST, tabIndex="-1", className="list", **{"aria-labelledby": "list-title"})
    return [segments(WORDS["tabs"], "tab", words("tab"), "tabs"), heading, events]


def table() -> Component:
    """The same selection as a table; its rows are filled in while it is shown."""
    columns = html.Details(
        [html.Summary(words("columns_menu"), className="tool"), html.Div(id=ids.COLUMNS_PANEL, className="menu")],
        className="popover",
    )
    copy = html.Button(words("copy_tsv"), type="button", className="tool", **{"data-copy-tsv": "1"})
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

"""Timeline x view -> a Plotly figure for notebooks and scripts: what the page draws, to be drawn anywhere.

In: a timeline and a view's query. Out: `plotly.graph_objects.Figure`. Part of the public interface:
`from app import figure`.
"""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from app.drawing import Scheme, Sheet, draw_figure
from app.model import Timeline
from app.payload import build_payload
from app.still_picture import check_width, read_view, scheme_of
from app.view import format_view

Json = dict[str, Any]
# plotly.js 4 shows "Share chart", which uploads the figure, wherever nobody switches it off.
_NO_BUTTONS = {"remove": ["sendChartToCloud", "sendDataToCloud", "zoom", "pan", "select", "lasso", "autoScale"]}


def figure(
    timeline: Timeline, view: str = "", *, width: int = 1200, theme: Scheme | None = None, hover: bool = True
) -> go.Figure:
    """The figure of a view, `width` px wide.

    `view` and `theme` as for `app.still_picture.still`, errors too. With `hover`, a mark says its event when it is
    pointed at; without it the figure is to the letter what the page draws, where pointing is the page's own.
    """
    check_width(width)
    chosen = read_view(timeline, view)
    payload = build_payload(timeline)
    drawn = draw_figure(payload, format_view(chosen), Sheet(width=width, scheme=theme or scheme_of(chosen)))
    if hover:
        drawn = _with_hover(drawn, payload["events"]["columns"])
    made = go.Figure(data=drawn["data"], layout=drawn["layout"])
    # Plotly's own template would change what is not said here.
    made.layout.template = None
    return made


def _with_hover(drawn: Json, columns: dict[str, list[Any]]) -> Json:
    data = [_pointed_at(trace, columns) if "customdata" in trace else trace for trace in drawn["data"]]
    return drawn | {"data": data, "layout": drawn["layout"] | {"hovermode": "closest", "modebar": _NO_BUTTONS}}


def _pointed_at(trace: Json, columns: dict[str, list[Any]]) -> Json:
    """The trace of the marks, each with the title and the date of its event."""
    words = [f"{_plain(columns['title'][index])}<br>{_plain(columns['when'][index])}" for index in trace["customdata"]]
    return trace | {"hoverinfo": "text", "hovertext": words}


def _plain(text: str) -> str:
    """The text on a line, as Plotly shows it to the letter: none of it is its pseudo-HTML."""
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

"""The region of the drawing: window, overview strip, graph, legend.

In: the holder of the graph. Out: components.
"""

from __future__ import annotations

from app.web import ids
from app.web.parts import Component, html, segments, words
from app.words import WORDS


def drawing(graph: Component) -> Component:
    """The region of the drawing around `graph`, the holder of the figure."""
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
                    html.Div(id=ids.LANE_MENU, className="menu", role="menu", hidden=True),
                    html.Div(id=ids.AXIS, **{"aria-hidden": "true"}),
                    html.Div(id=ids.TOOLTIP, className="tooltip", hidden=True),
                ],
                id=ids.TIMELINE,
                tabIndex="0",
                role="application",
                **{"aria-label": words("timeline"), "aria-describedby": ids.KEYS},
            ),
            html.P(words("timeline_keys"), id=ids.KEYS, className="unseen"),
            html.Div(id=ids.LEGEND),
            html.P(id=ids.UNDATED, className="undated"),
            html.P(id=ids.STATUS, className="unseen", role="status"),
        ],
        className="card drawing",
        **{"aria-labelledby": ids.HEADING},
    )


def _layouts() -> Component:
    return segments(WORDS["layouts"], "layout", words("layout"), "layouts")


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
    return html.Div(buttons, className="segments presets", role="group", **{"aria-label": words("period")})


def _overview() -> Component:
    def handle(handle_id: str, words: str) -> Component:
        limits = {"aria-label": words, "aria-valuemin": "0", "aria-valuemax": "1000", "aria-valuenow": "0"}
        return html.Span(id=handle_id, className="handle", role="slider", tabIndex="0", **limits)

    brush = html.Div(
        [handle(ids.BRUSH_START, words("window_start")), handle(ids.BRUSH_END, words("window_end"))], id=ids.BRUSH
    )
    strip = html.Div(
        [html.Div(id=ids.OVERVIEW_BARS, **{"aria-hidden": "true"}), brush],
        id=ids.OVERVIEW,
        role="group",
        **{"aria-label": words("overview")},
    )
    return html.Div(
        [html.Span(words("overview"), className="caption", **{"aria-hidden": "true"}), strip], className="overview"
    )

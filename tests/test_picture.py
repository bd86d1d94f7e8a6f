"""The picture against the figure: every piece and every word of it is drawn, and nothing new goes unnoticed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from app.drawing import Sheet, draw_figure, draw_picture
from app.load import load_timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from tests.core import core
from tests.drawing import FIGURES_FOLDER
from tests.svg import faults_of, words_of

DAYS = "window=2025-12-20/2025-12-23&event=cis-informal-summit-2025"
GALLERY = sorted(FIGURES_FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
@pytest.mark.parametrize("query", ["", "layout=report", "group=org&orgs=1"])
def test_every_golden_figure_can_be_drawn_with_all_itswords_of(path: Path, query: str) -> None:
    payload = build_payload(load_timeline(path, root=PROJECT_FOLDER).timeline)
    figure = draw_figure(payload, query, Sheet())
    drawn = draw_picture(payload, query, Sheet())
    assert faults_of(drawn.svg) == []
    shown = words_of(drawn.svg)
    for note in [*figure["layout"]["annotations"], *({"text": text} for text in figure["layout"]["yaxis"]["ticktext"])]:
        assert _plain(note["text"]) in shown


def _plain(text: str) -> str:
    without_tags = re.sub(r"<[^>]*>", " ", text)
    return " ".join(
        re.sub("&(lt|gt|amp);", lambda found: {"lt": "<", "gt": ">", "amp": "&"}[found[1]], without_tags).split()
    )


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
@pytest.mark.parametrize("query", ["", "layout=report"])
def test_every_piece_of_a_figure_is_a_piece_of_the_picture(path: Path, query: str) -> None:
    figure = draw_figure(build_payload(load_timeline(path, root=PROJECT_FOLDER).timeline), query, Sheet())
    layout, data = figure["layout"], figure["data"]
    drawn = core().evaluate(f"sidelines.picture.drawing({json.dumps(figure)}, 'a', () => '')")
    shapes = [shape["type"] for shape in layout["shapes"]]
    bars = [trace for trace in data if trace["type"] == "bar"]
    hatched = [trace for trace in bars if "pattern" in trace["marker"]]
    lines = [trace for trace in data if trace.get("mode") in {"lines", "none"} and trace["x"]]
    faded = [trace for trace in lines if "fillgradient" in trace]
    marks = sum(len(trace["x"]) for trace in data if "markers" in trace.get("mode", ""))
    axes = [layout[name] for name in layout if name.startswith("xaxis")]
    grounds = [note for note in layout["annotations"] if "bgcolor" in note]
    assert drawn.count("<clipPath ") == len(axes)
    assert drawn.count("<pattern ") == len(hatched)
    assert drawn.count("<linearGradient ") == len(faded)
    rects = shapes.count("rect") + sum(len(trace["base"]) for trace in bars) + len(grounds)
    assert drawn.count("<rect ") == rects + 2 * len(hatched) + len(axes)
    rules = sum(1 for axis in axes if axis["tickvals"])
    assert drawn.count("<path ") == shapes.count("line") + rules + len(lines) + marks


# What `assets/core/picture.js` reads of a figure, or rightly passes over. Whoever gives the figure something new
# teaches the picture to draw it, and then names it here.
KNOWN = {
    "layout": "annotations bargap barmode dragmode font height hovermode margin meta paper_bgcolor plot_bgcolor shapes "
    "showlegend width xaxis xaxis2 xaxis3 xaxis4 yaxis",
    "axis": "automargin domain fixedrange gridcolor gridwidth layer range showgrid showline tickangle tickfont "
    "ticklabeloverflow ticklabelstandoff tickmode ticks ticktext tickvals type zeroline",
    "annotation": "align bgcolor borderpad font name showarrow text x xanchor xref xshift y yanchor yref yshift",
    "font": "color family size weight",
    "shape": "fillcolor layer line opacity type x0 x1 xanchor xref xsizemode y0 y1 yref",
    "trace": "base cliponaxis customdata fill fillcolor fillgradient hoverinfo line marker mode orientation text "
    "textfont textposition type width x xaxis y",
    "line": "color dash width",
    "marker": "color line opacity pattern size symbol",
    "pattern": "bgcolor fgcolor fillmode shape size solidity",
    "fillgradient": "colorscale start stop type",
}


@pytest.mark.parametrize("path", [EVENTS_FOLDER, *GALLERY], ids=lambda path: path.stem)
def test_a_figure_has_nothing_that_the_picture_does_not_know(path: Path) -> None:
    payload = build_payload(load_timeline(path, root=PROJECT_FOLDER).timeline)
    for query in ("", "layout=report", DAYS):
        figure = draw_figure(payload, query, Sheet())
        layout, data = figure["layout"], figure["data"]
        axes = [layout[name] for name in layout if re.fullmatch(r"[xy]axis\d*", name)]
        markers = [trace["marker"] for trace in data if "marker" in trace]
        found: dict[str, list[dict[str, Any]]] = {
            "layout": [layout],
            "axis": axes,
            "annotation": layout["annotations"],
            "font": [part["font"] for part in (layout, *layout["annotations"]) if "font" in part],
            "shape": layout["shapes"],
            "trace": data,
            "line": [part["line"] for part in (*data, *markers, *layout["shapes"]) if "line" in part],
            "marker": markers,
            "pattern": [marker["pattern"] for marker in markers if "pattern" in marker],
            "fillgradient": [trace["fillgradient"] for trace in data if "fillgradient" in trace],
        }
        new = {
            f"{kind} {name}"
            for kind, parts in found.items()
            for part in parts
            for name in part.keys() - KNOWN[kind].split()
        }
        assert new == set()


@pytest.mark.parametrize(
    ("part", "change"),
    [("symbol", {"symbol": ["hourglass"]}), ("pattern", {"pattern": {"shape": "x", "size": 7, "solidity": 0.3}})],
)
def test_what_it_cannot_draw_is_an_error_and_no_blank(part: str, change: dict[str, Any]) -> None:
    marker = {"symbol": ["circle"], "size": [8], "color": "#000000", "line": {"width": 0}, **change}
    scatter, bar = {"type": "scatter", "mode": "markers"}, {"type": "bar", "base": [0], "width": [1]}
    kinds: dict[str, dict[str, Any]] = {"symbol": scatter, "pattern": bar}
    trace = {"x": [1], "y": [1], "xaxis": "x", "marker": marker, **kinds[part]}
    axis = {"range": [0, 2], "tickvals": [], "ticktext": [], "domain": [0, 1]}
    layout = {"width": 100, "height": 100, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "shapes": [], "annotations": []}
    figure = {"data": [trace], "layout": {**layout, "xaxis": axis, "yaxis": axis | {"ticklabelstandoff": 0}}}
    with pytest.raises(Exception, match="There is no"):
        core().evaluate(f"sidelines.picture.drawing({json.dumps(figure)}, 'a', () => '')")

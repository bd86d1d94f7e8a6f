"""The figure that Plotly is given: golden files of a few views, and what must hold of every figure.

A golden file in `tests/data/figures` names its event file, view, width and scheme, and holds the figure, rounded.
`SIDELINES_WRITE_FIGURES=1 pytest tests/js` writes the figures anew; to add a case, write a file with no figure first.
"""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from app.load import load_timeline
from app.paths import PROJECT_FOLDER
from app.theme import DARK, LIGHT
from tests.core import core
from tests.drawing import FIGURES_FOLDER, screen_of
from tests.js.test_gallery_figures import as_text, rounded

HOSTILE = PROJECT_FOLDER / "tests" / "data" / "page" / "hostile.yaml"
CASES = sorted(FIGURES_FOLDER.glob("*.json"))
EVENTS = sorted(path.stem for path in FIGURES_FOLDER.glob("*.yaml"))
IS_WRITING = bool(os.environ.get("SIDELINES_WRITE_FIGURES"))
QUERIES = ("", "layout=report", "country=ARM", "q=nothing+has+these+words", "group=org", "theme=dark")
PORTS = ((390, "light"), (1200, "dark"))
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|rgba?\([^)]*\)")
MARKUP = re.compile(r"</?(?:b|br)>|<span style=\"color:#[0-9A-F]{6}\">|</span>")

of_every_figure = pytest.mark.parametrize(
    "figure",
    [
        pytest.param((events, query, width, scheme), id=f"{events}-{query or 'everything'}-{width}")
        for events in EVENTS
        for query in QUERIES
        for width, scheme in PORTS
    ],
    indirect=True,
)


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> dict[str, Any]:
    events, query, width, scheme = request.param
    made: dict[str, Any] = screen_of(events, query, width=width, scheme=scheme)["figure"] | {"scheme": scheme}
    return made


@pytest.mark.parametrize("events", EVENTS)
def test_the_event_files_of_the_figures_have_no_problem(events: str) -> None:
    problems = load_timeline(FIGURES_FOLDER / f"{events}.yaml", root=PROJECT_FOLDER).problems
    assert [str(problem) for problem in problems if problem.code.startswith("E")] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_view_is_drawn_as_it_was(path: Any) -> None:  # noqa: ANN401 - a Path
    case = json.loads(path.read_text(encoding="utf-8"))
    port = case["port"]
    drawn = screen_of(case["events"], case["query"], **port)["figure"]
    head = json.dumps({"events": case["events"], "query": case["query"], "port": port})[:-1]
    text = f'{head}, "figure":\n{as_text({name: rounded(drawn[name]) for name in ("data", "layout")})}}}\n'
    if IS_WRITING:
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_there_are_golden_figures_of_every_layout_width_and_scheme() -> None:
    ports = [json.loads(path.read_text(encoding="utf-8")) for path in CASES]
    assert {case["port"]["scheme"] for case in ports} == {"light", "dark"}
    assert {case["port"]["width"] < 560 for case in ports} == {True, False}
    assert any("layout=report" in case["query"] for case in ports)


@of_every_figure
def test_a_figure_has_only_finite_numbers_and_known_colours(figure: dict[str, Any]) -> None:
    palette = {colour.upper() for colour in (DARK if figure["scheme"] == "dark" else LIGHT).values()}
    known = palette | {_rgb(colour) for colour in palette} | {"0,0,0"}
    for value in _leaves({name: figure[name] for name in ("data", "layout")}):
        assert not isinstance(value, float) or math.isfinite(value)
        for colour in COLOUR.findall(value) if isinstance(value, str) else ():
            plain = ",".join(colour[colour.index("(") + 1 : -1].split(",")[:3]) if "(" in colour else colour.upper()
            assert plain in known, colour


@of_every_figure
def test_a_figure_lets_plotly_draw_and_do_nothing_else(figure: dict[str, Any]) -> None:
    config, layout = figure["config"], figure["layout"]
    assert config["staticPlot"] is True
    assert config["displayModeBar"] is False
    assert config["showSendToCloud"] is False
    assert config["plotlyServerURL"] == ""
    assert layout["showlegend"] is False
    assert layout["hovermode"] is False
    assert not any("rangeslider" in axis for name, axis in layout.items() if name.startswith("xaxis"))


@of_every_figure
def test_the_x_axis_always_has_an_explicit_range(figure: dict[str, Any]) -> None:
    axes = [axis for name, axis in figure["layout"].items() if name.startswith("xaxis")]
    assert axes
    assert all(axis["range"][0] < axis["range"][1] for axis in axes)


@pytest.mark.parametrize("events", EVENTS)
def test_a_theme_changes_colours_and_nothing_else(events: str) -> None:
    light, dark = (json.dumps(screen_of(events, scheme=scheme)["figure"]) for scheme in ("light", "dark"))
    assert light != dark
    assert COLOUR.sub("colour", light) == COLOUR.sub("colour", dark)


def test_the_same_events_give_the_same_figure() -> None:
    assert screen_of("crowd")["figure"] == screen_of("crowd")["figure"]


def test_the_report_draws_the_same_lanes_at_other_scales() -> None:
    one = screen_of("members")["figure"]["layout"]
    report = screen_of("members", "layout=report")["figure"]
    axes = [axis for name, axis in report["layout"].items() if name.startswith("xaxis")]
    assert len(axes) == 3
    assert report["layout"]["yaxis"]["ticktext"] == one["yaxis"]["ticktext"]
    domains = [axis["domain"] for axis in axes]
    assert all(left[1] < right[0] for left, right in pairwise(domains))
    assert {trace["xaxis"] for trace in report["data"]} == {"x", "x2", "x3"}


@pytest.mark.parametrize("width", [390, 1200])
def test_the_heading_of_a_group_is_told_whole(width: int) -> None:
    layout = screen_of("members", "group=region", width=width)["figure"]["layout"]
    headings = [note["text"] for note in layout["annotations"] if note["name"] == "heading"]
    assert "<b>Western Asia (2)</b>" in headings
    assert not any("…" in heading for heading in headings)


def test_no_text_of_an_event_becomes_markup_for_plotly() -> None:
    for query in ("", "window=2025-12-22/2025-12-24", "layout=report"):
        layout = screen_of(HOSTILE, query)["figure"]["layout"]
        texts = [note["text"] for note in layout["annotations"]] + layout["yaxis"]["ticktext"]
        assert any("&lt;" in text for text in texts) or not query
        for text in texts:
            assert "<" not in MARKUP.sub("", text), text


def test_plain_words_are_escaped_once_and_stand_on_one_line() -> None:
    assert core().call("annotations.plain", "a <b>\n &amp; \t>") == "a &lt;b&gt; &amp;amp; &gt;"
    assert core().call("annotations.plain", "%{x} % {") == "%&#123;x} % {"


def _rgb(colour: str) -> str:
    return ",".join(str(int(colour[place : place + 2], 16)) for place in (1, 3, 5))


def _leaves(value: Any) -> Iterator[Any]:  # noqa: ANN401 - whatever JSON has
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    else:
        yield value

"""The figure for notebooks: what the page draws, as a Plotly figure; and what importing `app` costs."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import plotly.graph_objects as go
import pytest

from app import figure
from app.drawing import Scheme, Sheet, draw_figure
from app.load import load_timeline
from app.model import Timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from app.still_picture import ViewWarning
from tests.exports import HOSTILE, hostile_timeline

VIEWS = {
    "everything": "",
    "the report layout": "layout=report",
    "some days": "window=2025-12-20/2025-12-23&event=cis-informal-summit-2025",
    "some states": "country=ARM,AZE&match=all",
    "groups": "group=org&fold=cis",
    "nothing": "q=nothinghasthesewords",
}


@pytest.fixture(scope="module")
def shipped() -> Timeline:
    return load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline


def _plain(made: go.Figure) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(made.to_json())
    return plain


@pytest.mark.parametrize("query", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_without_hover_it_is_what_the_page_draws(query: str, theme: Scheme, shipped: Timeline) -> None:
    drawn = draw_figure(build_payload(shipped), query, Sheet(width=1000, scheme=theme))
    made = _plain(figure(shipped, query, width=1000, theme=theme, hover=False))
    assert made == {"data": drawn["data"], "layout": drawn["layout"]}


@pytest.mark.parametrize("query", VIEWS.values(), ids=VIEWS)
def test_hover_changes_nothing_but_what_pointing_shows(query: str, shipped: Timeline) -> None:
    made, page = _plain(figure(shipped, query)), _plain(figure(shipped, query, hover=False))
    own = {"hoverinfo", "hovertext", "hovermode", "modebar"}

    def without(part: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in part.items() if name not in own}

    assert list(map(without, made["data"])) == list(map(without, page["data"]))
    assert without(made["layout"]) == without(page["layout"])


def test_a_mark_says_the_title_and_the_date_of_its_event(shipped: Timeline) -> None:
    made = figure(shipped, "window=2025-12-20/2025-12-23&country=AZE&type=summit")
    hints = {hint for trace in made.data for hint in trace.hovertext or ()}
    assert "Informal CIS summit, St Petersburg 2025<br>22 December 2025" in hints
    assert made.layout.hovermode == "closest"


@pytest.mark.parametrize("text", HOSTILE)
def test_none_of_what_an_event_says_is_markup_of_plotly(text: str) -> None:
    made = figure(hostile_timeline((text,) * 4), "window=1988/2030")
    hints = [hint for trace in made.data for hint in trace.hovertext or ()]
    assert hints
    assert all("<" not in hint.replace("<br>", "", 1) for hint in hints)


def test_no_button_sends_the_figure_anywhere(shipped: Timeline) -> None:
    assert "sendChartToCloud" in figure(shipped).layout.modebar.remove


def test_the_theme_is_that_of_the_view_unless_another_is_asked_for(shipped: Timeline) -> None:
    dark, light = "#0E141D", "#FFFFFF"
    assert figure(shipped, "theme=dark").layout.paper_bgcolor == dark
    assert figure(shipped, "theme=dark", theme="light").layout.paper_bgcolor == light
    assert figure(shipped).layout.paper_bgcolor == light


def test_what_a_view_says_wrongly_is_warned_of(shipped: Timeline) -> None:
    with pytest.warns(ViewWarning, match='There is no parameter "contry". Write "country".'):
        figure(shipped, "contry=ARM")


def test_a_width_at_which_nothing_can_be_read_is_refused(shipped: Timeline) -> None:
    with pytest.raises(ValueError, match="at least 260 px"):
        figure(shipped, width=10)


# --- the public interface


def _said_by(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=PROJECT_FOLDER, capture_output=True, check=True, text=True)
    return done.stdout.strip()


def test_importing_app_reads_nothing_that_draws() -> None:
    code = "import app, sys; print([n for n in ('plotly', 'dash', 'yaml', 'py_mini_racer') if n in sys.modules])"
    assert _said_by(code) == "[]"


def test_its_names_are_functions_in_whatever_order_they_are_asked_for() -> None:
    for names in ("figure, load_timeline, still", "still, figure, load_timeline", "load_timeline, still, figure"):
        assert _said_by(
            f"from app import {names}; from app import {names}; print(callable(figure), callable(still))"
        ) == ("True True")


def test_a_name_that_is_not_there_is_said_as_python_says_it() -> None:
    with pytest.raises(ImportError, match="figur"):
        exec("from app import figur")  # noqa: S102 - the line that a person would write

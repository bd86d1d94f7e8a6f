"""The window that a collection opens with: on what happened, however much older its memberships are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app.drawing import draw_front
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from tests.core import core
from tests.drawing import payload_of, screen_of

GALLERY = PROJECT_FOLDER / "docs" / "gallery"
OLD = GALLERY / "old-memberships.yaml"
PORT = {"width": 1200, "room": 600}


def _length(window: list[float]) -> float:
    return window[1] - window[0]


def test_it_opens_on_the_events_where_memberships_would_press_them_together() -> None:
    screen = screen_of(OLD)
    assert screen["window"] == screen["opening"] == screen["presets"]["fit"]
    assert len(screen["selection"]) == len({mark["event"] for mark in screen["drawn"]["marks"]})
    assert _length(screen["presets"]["all"]) > 10 * _length(screen["window"])


def test_all_shows_where_the_memberships_began() -> None:
    query = core().call("bounds.formatWindow", *screen_of(OLD)["presets"]["all"])
    drawn = screen_of(OLD, f"window={query}")["drawn"]
    assert drawn["frame"]["window"] == screen_of(OLD)["whole"]
    assert all(track["earlier"] is None for track in drawn["tracks"])


@pytest.mark.parametrize("events", [EVENTS_FOLDER, GALLERY / "suspensions.yaml"], ids=["shipped", "half as old again"])
def test_it_opens_on_everything_where_the_events_have_room(events: Path) -> None:
    screen = screen_of(events)
    assert screen["window"] == screen["whole"] == screen["presets"]["all"]


def test_a_membership_that_began_before_the_window_has_an_arrow_at_its_edge() -> None:
    drawn = screen_of(OLD)["drawn"]
    start = drawn["frame"]["window"][0]
    assert {track["when"]: track["earlier"] for track in drawn["tracks"]} == {
        "since 26 June 1950": start,
        "since 1967": start,
        "since 1971": start,
        "1988 to 31 December 2029": start,
        "since 4 February 2033": None,
    }


def test_a_membership_that_runs_through_both_edges_has_none() -> None:
    tracks = screen_of(OLD, "window=2030-06/2031-06")["drawn"]["tracks"]
    assert {track["earlier"] for track in tracks} == {None}


def test_in_a_report_only_the_first_piece_has_such_arrows() -> None:
    first, *others = screen_of(OLD, "layout=report")["panels"]
    assert others
    assert any(track["earlier"] is not None for track in first["tracks"])
    assert all(track["earlier"] is None for panel in others for track in panel["tracks"])


@pytest.mark.parametrize("case", ["claims", "former-states"])
def test_claimed_figures_and_all_that_is_without_events_open_as_a_whole(case: str) -> None:
    screen = screen_of(GALLERY / f"{case}.yaml")
    assert screen["window"] == screen["whole"]


@pytest.mark.parametrize(
    ("query", "window"),
    [
        ("from=2020", "2020-01-01/2026-09-30"),
        ("to=1999-06", "1991-01-01/1999-06-30"),
        ("from=2020-03&to=2021", "2020-03-01/2021-12-31"),
        ("from=1950&to=1995", "1991-01-01/1995-12-31"),
        ("from=2090", "1991-01-01/2026-09-30"),
        ("from=2021&to=2020", "1991-01-01/2026-09-30"),
        ("from=2020&window=2022/2023", "2022-01-01/2023-12-31"),
    ],
)
def test_it_opens_on_the_dates_that_are_asked_for_as_far_as_there_is_anything(query: str, window: str) -> None:
    assert core().call("bounds.formatWindow", *screen_of(EVENTS_FOLDER, query)["window"]) == window


def test_the_report_layout_opens_on_the_same() -> None:
    panels = screen_of(OLD, "layout=report")["panels"]
    assert panels[0]["frame"]["window"][0] == screen_of(OLD)["opening"][0]


@pytest.mark.parametrize(
    ("events", "preset"),
    [pytest.param(OLD, "fit", id="on the events"), pytest.param(EVENTS_FOLDER, "all", id="on everything")],
)
def test_the_page_says_from_the_beginning_which_period_it_opens_on(events: Path, preset: str) -> None:
    assert draw_front(payload_of(events), "", (PORT,)).preset == preset


@pytest.mark.parametrize(("key", "chosen"), [("fit", False), ("all", True), ("week", True)])
def test_the_address_names_a_window_only_where_it_is_not_the_one_it_opens_with(key: str, chosen: bool) -> None:
    screen: dict[str, Any] = screen_of(OLD)
    asked = core().call("screen.presetWindow", {name: screen[name] for name in ("presets", "opening")}, key)
    assert asked == (screen["presets"][key] if chosen else None)


@pytest.mark.parametrize("query", ["", "country=ARM", "from=2020", "type=founding"])
def test_no_selection_fits_into_more_than_there_is(query: str) -> None:
    presets = screen_of(EVENTS_FOLDER, query)["presets"]
    assert presets["all"][0] <= presets["fit"][0] < presets["fit"][1] <= presets["all"][1]


@pytest.mark.parametrize("case", ["empty", "no-date"])
def test_where_nothing_is_dated_no_period_is_offered(case: str) -> None:
    presets = screen_of(GALLERY / f"{case}.yaml")["presets"]
    assert [key for key, window in presets.items() if window] == ["all"]

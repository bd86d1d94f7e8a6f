"""The report layout: pieces of time of other scales, side by side, each event in one of them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from tests.compact import timeline_of
from tests.core import core
from tests.drawing import screen_of

GALLERY = PROJECT_FOLDER / "docs" / "gallery"
THREE_SCALES = "members"
LEAST_SHARE = 0.07
QUERIES = ("layout=report", "layout=report&window=1993-01-01/1994-06-30", "layout=report&window=2022/2024-06")


def _windows(screen: dict[str, Any]) -> list[list[float]]:
    return [panel["frame"]["window"] for panel in screen["panels"]]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("events", [EVENTS_FOLDER, THREE_SCALES], ids=["shipped", "members"])
def test_each_piece_begins_where_the_one_before_it_ends(events: str | Path, query: str) -> None:
    windows = _windows(screen_of(events, query))
    assert 2 <= len(windows) <= 4
    assert all(before[1] == after[0] for before, after in pairwise(windows))


def test_a_piece_with_few_events_beside_many_is_still_wide_enough_to_be_read() -> None:
    days = [f"{1990 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(2000)] + ["2015-05-05"] * 99 + ["2019-03"]
    events = [
        {"id": f"e{place}", "date": day, "title": "Talks", "participants": [["RUS", "host", "attended"]]}
        for place, day in enumerate(days)
    ]
    payload = build_payload(timeline_of({"actors": {"RUS": ["state", "Russia"]}, "events": events}))
    panels = core().call("paper.figure", payload, "layout=report", {"width": 1000, "scheme": "light"})["layout"]
    shares = [axis["domain"][1] - axis["domain"][0] for name, axis in panels.items() if name.startswith("xaxis")]
    assert len(shares) > 2
    assert min(shares) > LEAST_SHARE


@pytest.mark.parametrize("query", [*QUERIES, "layout=report&window=2020/2026"])
def test_no_moment_is_named_in_two_pieces(query: str) -> None:
    named = [
        tick["ms"]
        for panel in screen_of(EVENTS_FOLDER, query)["panels"]
        for tick in panel["ticks"]
        if any(tick["label"])
    ]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("query", QUERIES)
def test_no_event_stands_in_two_pieces_and_none_is_lost(query: str) -> None:
    screen = screen_of(EVENTS_FOLDER, query)
    shown = [_events(panel) for panel in screen["panels"]]
    whole = _events(screen_of(EVENTS_FOLDER)["drawn"])
    assert sum(map(len, shown)) == len(set().union(*shown))
    assert set().union(*shown) == whole


@pytest.mark.parametrize("query", QUERIES)
def test_the_chosen_window_has_the_widest_piece_and_is_the_one_that_is_pointed_at(query: str) -> None:
    screen = screen_of(EVENTS_FOLDER, query)
    widths = [panel["frame"]["width"] for panel in screen["panels"]]
    near = next(panel for panel in screen["panels"] if panel["frame"]["width"] == max(widths))
    assert near["frame"]["window"] == screen["drawn"]["frame"]["window"]
    if "window=" in query:
        assert near["frame"]["window"] == screen["window"]


def test_the_pieces_and_the_breaks_between_them_fill_the_width() -> None:
    screen = screen_of(EVENTS_FOLDER, "layout=report", width=1000)
    frames = [panel["frame"] for panel in screen["panels"]]
    assert all(right["left"] - (left["left"] + left["width"]) == left["gap"] for left, right in pairwise(frames))
    assert 1000 - 24 < frames[-1]["left"] + frames[-1]["width"] <= 1000
    breaks = [note for note in screen["figure"]["layout"]["annotations"] if note.get("name") == "break"]
    assert len(breaks) == len(frames) - 1


def test_what_came_after_is_there_although_the_days_of_the_matter_lie_before_it() -> None:
    screen = screen_of(EVENTS_FOLDER, "layout=report")
    near = screen["drawn"]["frame"]["window"]
    assert _windows(screen)[-1][0] == near[1]


@pytest.mark.parametrize("case", ["one-event", "one-minute", "empty", "no-date"])
def test_where_there_is_nothing_else_there_is_one_piece(case: str) -> None:
    assert len(screen_of(GALLERY / f"{case}.yaml", "layout=report")["panels"]) == 1


def _events(panel: dict[str, Any]) -> set[int]:
    """The events that have a mark of their own or in a bundle."""
    marks = panel["marks"]
    return {event for mark in marks for event in mark.get("events", [mark.get("event")])}

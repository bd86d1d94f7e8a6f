"""How high the strip over the lanes is: as its labels need it in a picture, and the same at every zoom on the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.drawing import Sheet, draw_picture
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from tests.drawing import drawn_of, payload_of, screen_of

GALLERY = PROJECT_FOLDER / "docs" / "gallery"
ONE_LABEL = "window=1993-09-01/1993-11-30&country=GEO"
ROW_PX = 15
DAY_PX = 18


@pytest.mark.parametrize("events", [EVENTS_FOLDER, GALLERY / "one-event.yaml"], ids=["many events", "one"])
def test_it_is_as_high_at_every_zoom(events: Path) -> None:
    windows = ["", "&window=1993", "&window=2025-12-20/2025-12-23", "&window=2031-05-14/2031-05-14"]
    assert len({drawn_of(events, f"lanes=name{window}")["frame"]["header"] for window in windows}) == 1


def test_one_event_needs_less_of_it_than_many() -> None:
    (label,) = drawn_of(GALLERY / "one-event.yaml")["labels"]
    header = drawn_of(GALLERY / "one-event.yaml")["frame"]["header"]
    assert header < drawn_of(EVENTS_FOLDER)["frame"]["header"] - 2 * ROW_PX
    assert label["y0"] >= 0


def test_few_events_with_long_titles_have_all_of_it() -> None:
    long_titled = drawn_of(GALLERY / "long-titles.yaml", "q=Donaudampf")
    assert len(long_titled["labels"]) == 1
    assert long_titled["frame"]["header"] > drawn_of(GALLERY / "one-event.yaml")["frame"]["header"]


@pytest.mark.parametrize("query", [ONE_LABEL, f"{ONE_LABEL}&layout=report", ""])
def test_a_picture_has_nothing_empty_over_its_labels_and_leaves_none_out(query: str) -> None:
    drawing = draw_picture(payload_of(EVENTS_FOLDER), query, Sheet(width=1200)).svg
    notes = drawing.split('class="notes"')[1]
    assert min(float(y) for y in re.findall(r'<text[^>]* y="([\d.]+)"', notes)) < DAY_PX + ROW_PX
    on_page = screen_of(EVENTS_FOLDER, query, room=430)["panels"]
    first_lines = [label["lines"][0] for panel in on_page for label in panel["labels"]]
    assert first_lines
    assert [line for line in first_lines if line not in notes] == []

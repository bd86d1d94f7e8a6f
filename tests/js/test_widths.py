"""What goes on is drawn as far as the data speak; where nobody says until when, nothing is drawn that says more."""

from __future__ import annotations

from typing import Any

import pytest

from app.paths import PROJECT_FOLDER
from tests.drawing import drawn_of, payload_of, screen_of

OPEN_ENDS = PROJECT_FOLDER / "docs" / "gallery" / "open-ends.yaml"
TAIL_PX = 46


def _bands(query: str, event: str) -> list[dict[str, Any]]:
    events = payload_of(OPEN_ENDS)["events"]["columns"]["id"]
    return [band for band in drawn_of(OPEN_ENDS, query)["widths"] if events.index(event) in band["events"]]


@pytest.mark.parametrize("query", ["", "window=2025/2040"])
def test_what_is_open_reaches_to_the_end_of_the_data(query: str) -> None:
    frame = drawn_of(OPEN_ENDS, query)["frame"]
    (start, end), width = frame["window"], frame["width"]
    data_end = pytest.approx((frame["data"][1] - start) / (end - start) * width)
    assert [band["ends"][1] for band in _bands(query, "since-open")] == [data_end, data_end]


def test_it_is_still_drawn_where_its_start_is_out_of_sight_and_says_what_it_is() -> None:
    bands = _bands("window=2032/2033-06", "since-open")
    assert [band["lane"] for band in bands] == [0, 1]
    assert all(band["x0"] <= 0 and band["x1"] >= drawn_of(OPEN_ENDS)["frame"]["width"] for band in bands)
    assert {band["words"] for band in bands} == {"Since 2029, still going on · since 2029"}


@pytest.mark.parametrize(("query", "arrows"), [("", 2), ("window=2029-06/2030-03", 2), ("window=2032/2033-06", 0)])
def test_its_arrow_stands_where_it_ends_or_begins(query: str, arrows: int) -> None:
    noted = screen_of(OPEN_ENDS, query)["figure"]["layout"]["annotations"]
    assert len([one for one in noted if one["name"] == "arrow" and one["font"]["size"] == 17]) == arrows


def test_where_nobody_says_until_when_there_is_a_short_tail_at_any_zoom() -> None:
    for query in ("", "window=2029/2031"):
        lengths = [band["ends"][1] - band["ends"][0] for band in _bands(query, "since-unknown")]
        assert lengths == [pytest.approx(TAIL_PX)] * 2

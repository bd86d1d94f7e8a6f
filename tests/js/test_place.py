"""Where labels stand in the header strip: the laws of `assets/core/place.js` and `assets/core/measure.js`."""

from __future__ import annotations

import re
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core import core

AREA = {"left": -100, "right": 1018, "top": 18, "bottom": 92}
TITLES = (
    "X",
    "Summit",
    "12 events",
    "Informal CIS summit, St Petersburg 2025",
    "Неформальный саммит глав государств СНГ",
    "القمة العربية الطارئة في القاهرة",
    "上海合作组织成员国元首理事会第二十四次会议",
    "Donaudampfschifffahrtsgesellschaftsverwaltungsratssitzung",
    "A meeting whose title goes on and on because nobody in the secretariat dared to take out one of its many words",
)
wishes = st.lists(
    st.fixed_dictionaries(
        {
            "x": st.floats(0, 1000, allow_nan=False, width=32),
            "text": st.sampled_from(TITLES),
            "under": st.sampled_from(("", "22 December 2025", "on or before 22 December 2025")),
            "weight": st.floats(1, 5),
        }
    ),
    max_size=14,
).map(lambda found: [{**wish, "key": f"event-{place}"} for place, wish in enumerate(found)])


def _place(found: list[dict[str, Any]], area: dict[str, float] | None = None) -> list[dict[str, Any]]:
    placed: list[dict[str, Any]] = core().call("place.place", found, area or AREA)
    return placed


def _wish(x: float, text: str, **more: object) -> dict[str, Any]:
    return {"key": text, "x": x, "text": text, "under": "", "weight": 1, **more}


def test_a_label_alone_has_its_whole_text_and_its_date() -> None:
    (label,) = _place([_wish(300, "Summit", under="22 December 2025")])
    assert label["lines"] == ["Summit", "22 December 2025"]


@pytest.mark.parametrize("x", [0.0, 1000.0])
def test_a_label_at_an_edge_keeps_its_whole_text_by_growing_inwards(x: float) -> None:
    (label,) = _place([_wish(x, "Informal CIS summit, St Petersburg 2025")])
    assert " ".join(label["lines"]) == "Informal CIS summit, St Petersburg 2025"
    assert AREA["left"] <= label["x0"] < label["x1"] <= AREA["right"]


def test_the_heavier_of_two_labels_that_exclude_each_other_is_placed() -> None:
    narrow = {"left": 0.0, "right": 120.0, "top": 18.0, "bottom": 36.0}
    labels = _place([_wish(60, "A first meeting"), _wish(62, "The other meeting", weight=5)], narrow)
    assert [label["key"] for label in labels] == ["The other meeting"]


def test_where_there_is_no_room_there_is_no_label() -> None:
    assert _place([_wish(5, "Summit")], {"left": 0, "right": 10, "top": 18, "bottom": 92}) == []


@given(wishes)
def test_no_label_lies_on_another(found: list[dict[str, Any]]) -> None:
    placed = _place(found)
    for place, one in enumerate(placed):
        for other in placed[place + 1 :]:
            beside = one["x1"] <= other["x0"] or other["x1"] <= one["x0"]
            above = one["y1"] <= other["y0"] or other["y1"] <= one["y0"]
            assert beside or above, (one, other)


@given(wishes)
def test_no_leader_passes_through_a_label(found: list[dict[str, Any]]) -> None:
    placed = _place(found)
    for one in placed:
        for other in placed:
            through = one is not other and other["x0"] < one["x"] < other["x1"] and other["y1"] > one["y1"]
            assert not through, (one, other)


@given(wishes)
def test_labels_stay_in_their_strip_and_belong_to_a_wish_each(found: list[dict[str, Any]]) -> None:
    placed = _place(found)
    by_key = {wish["key"]: wish for wish in found}
    assert len({label["key"] for label in placed}) == len(placed)
    for label in placed:
        assert AREA["left"] <= label["x0"] < label["x1"] <= AREA["right"]
        assert AREA["top"] <= label["y0"] < label["y1"] <= AREA["bottom"]
        assert label["x0"] - 1 <= label["x"] <= label["x1"] + 1
        assert label["x"] == by_key[label["key"]]["x"]


@given(wishes)
def test_a_label_says_the_beginning_of_its_text_and_then_its_date(found: list[dict[str, Any]]) -> None:
    by_key = {wish["key"]: wish for wish in found}
    for label in _place(found):
        wish = by_key[label["key"]]
        lines = label["lines"]
        words = lines[:-1] if wish["under"] and lines[-1] == wish["under"] else lines
        said = "".join("".join(words).split()).removesuffix("…")
        assert said
        assert "".join(wish["text"].split()).startswith(said)


@given(wishes, st.randoms(use_true_random=False))
def test_the_order_of_the_wishes_does_not_matter_where_their_places_differ(
    found: list[dict[str, Any]], random: Random
) -> None:
    apart = list({wish["x"]: wish for wish in found}.values())
    distinct = [{**wish, "weight": place + 1} for place, wish in enumerate(apart)]
    shuffled = list(distinct)
    random.shuffle(shuffled)
    assert {label["key"] for label in _place(distinct)} == {label["key"] for label in _place(shuffled)}


@given(st.sampled_from(TITLES), st.floats(20, 400), st.integers(1, 3))
def test_wrapped_lines_fit_and_lose_nothing_but_what_an_ellipsis_stands_for(text: str, most: float, count: int) -> None:
    lines = core().call("measure.wrap", text, most, 12, count)
    assert 1 <= len(lines) <= count
    for line in lines:
        assert core().call("measure.width", line, 12) <= most or line == "…"
    kept = "".join("".join(lines).split()).split("…")
    assert re.fullmatch(".*".join(map(re.escape, kept)), "".join(text.split()))


@given(st.text(max_size=40), st.floats(0, 200))
def test_a_cut_text_fits_and_is_never_cut_within_a_character(text: str, most: float) -> None:
    cut = core().call("measure.cut", text, most, 12)
    assert cut == text or cut.endswith("…")
    assert text.startswith(cut.removesuffix("…"))
    cut.encode("utf-8")  # half a surrogate pair could not be written

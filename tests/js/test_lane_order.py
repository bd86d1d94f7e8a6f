"""Lanes moved by hand: the lane stands where it was put, and the view says no more than that takes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paths import PROJECT_FOLDER
from app.view import CHOICES
from tests.core import core
from tests.drawing import payload_of

EVENTS = PROJECT_FOLDER / "events"
ORDERS = st.sampled_from(CHOICES["lanes"])


def _call(name: str, view: dict[str, object], *rest: object) -> list[str]:
    """What a function of the lanes gives for the shipped events and a view that differs as said from the default."""
    payload = core().keep("payload of the shipped events", payload_of(EVENTS)).name
    model = f"(globalThis.moving = globalThis.moving || sidelines.timeline.unpack({payload}))"
    arguments = ", ".join(json.dumps(one) for one in rest)
    found: list[str] = core().evaluate(
        f"sidelines.lanes.{name}({model}, sidelines.view.of({json.dumps(view)}){', ' if rest else ''}{arguments})"
    )
    return found


@given(st.data(), ORDERS)
def test_a_lane_stands_where_it_was_put_and_the_others_as_before(data: st.DataObject, lanes: str) -> None:
    ids = _call("movable", {"lanes": lanes})
    moved = data.draw(st.sampled_from(ids))
    place = data.draw(st.integers(0, len(ids) - 1))
    rest = [one for one in ids if one != moved]
    order = _call("moved", {"lanes": lanes}, moved, place)
    assert _call("movable", {"lanes": lanes, "order": order}) == [*rest[:place], moved, *rest[place:]]


@given(st.data(), ORDERS)
def test_a_lane_that_is_put_back_leaves_no_order(data: st.DataObject, lanes: str) -> None:
    ids = _call("movable", {"lanes": lanes})
    moved = data.draw(st.sampled_from(ids))
    order = _call("moved", {"lanes": lanes}, moved, data.draw(st.integers(0, len(ids) - 1)))
    assert _call("moved", {"lanes": lanes, "order": order}, moved, ids.index(moved)) == []


@pytest.mark.parametrize(
    ("order", "moved", "place", "expected"),
    [
        pytest.param([], 1, 0, 1, id="to the top: its name alone"),
        pytest.param([], 0, 1, 1, id="one down: the one that is now above it"),
        pytest.param([], 0, 3, 3, id="three down: the three above it"),
    ],
)
def test_the_order_is_no_longer_than_needed(order: list[str], moved: int, place: int, expected: int) -> None:
    ids = _call("movable", {"lanes": "name"})
    assert len(_call("moved", {"lanes": "name", "order": order}, ids[moved], place)) == expected

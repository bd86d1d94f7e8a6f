"""Which marks stand too close to be read apart: the laws of `assets/core/bundle.js`."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core import core

APART_PX = 22

places = st.lists(st.floats(-20, 2000, allow_nan=False, width=32), max_size=60)
points = st.lists(
    st.tuples(st.floats(-30, 500, allow_nan=False, width=32), st.sets(st.integers(0, 5), min_size=1)), max_size=40
)


def _groups(xs: list[float]) -> list[dict[str, Any]]:
    groups: list[dict[str, Any]] = core().call("bundle.group", [{"x": x, "name": place} for place, x in enumerate(xs)])
    return groups


def _strips(marks: list[tuple[float, set[int]]], width: float) -> list[dict[str, Any]]:
    sent = [{"x": x, "lanes": sorted(lanes)} for x, lanes in marks]
    strips: list[dict[str, Any]] = core().call("bundle.strips", sent, width)
    return strips


def test_neighbours_share_a_group_and_others_stand_alone() -> None:
    groups = _groups([100, 300, 110, 120, 400])
    assert [[point["x"] for point in group["members"]] for group in groups] == [[100, 110, 120], [300], [400]]
    assert [group["x"] for group in groups] == [110, 300, 400]


def test_nothing_makes_no_groups() -> None:
    assert _groups([]) == []


@given(places)
def test_every_point_is_in_exactly_one_group(xs: list[float]) -> None:
    names = [point["name"] for group in _groups(xs) for point in group["members"]]
    assert sorted(names) == list(range(len(xs)))


@given(places)
def test_groups_stand_apart_from_left_to_right_each_in_the_middle_of_its_points(xs: list[float]) -> None:
    groups = _groups(xs)
    for group in groups:
        inside = [point["x"] for point in group["members"]]
        assert group["x"] == (min(inside) + max(inside)) / 2
    for one, other in pairwise(groups):
        assert other["x"] - one["x"] >= APART_PX


@given(places)
def test_a_group_stays_narrow_however_many_points_follow_each_other(xs: list[float]) -> None:
    for group in _groups(xs):
        inside = [point["x"] for point in group["members"]]
        assert max(inside) - min(inside) < 2 * APART_PX


def test_a_long_chain_of_neighbours_is_not_one_group() -> None:
    assert len(_groups([float(x) for x in range(0, 1000, 5)])) > 15


def test_a_few_full_groups_are_drawn_and_many_are_too_much() -> None:
    full, small = ({"x": 0, "members": [{"lanes": [0]}] * count} for count in (5, 4))
    assert core().call("bundle.tooMuch", [full] * 14 + [small] * 100, 1) is False
    assert core().call("bundle.tooMuch", [full] * 15, 1) is True


@pytest.mark.parametrize(
    ("lanes", "share", "too_much"),
    [
        pytest.param(195, 1, False, id="two full groups in 195 lanes"),
        pytest.param(201, 1, True, id="two full groups in more lanes than can be drawn"),
        pytest.param(99, 0.5, False, id="half the width with half as many"),
        pytest.param(101, 0.5, True, id="half the width with more than its half"),
    ],
)
def test_full_groups_in_very_many_lanes_are_too_much_for_their_share_of_the_width(
    lanes: int, share: float, too_much: bool
) -> None:
    full = {"x": 0, "members": [{"lanes": list(range(lanes))}] * 5}
    assert core().call("bundle.tooMuch", [full] * 2, share) is too_much


@given(points, st.floats(50, 400))
def test_strips_count_every_point_in_the_drawing_once_for_each_of_its_lanes(
    marks: list[tuple[float, set[int]]], width: float
) -> None:
    strips = _strips(marks, width)
    assert sum(strip["count"] for strip in strips) == sum(len(lanes) for x, lanes in marks if 0 <= x < width)


@given(points, st.floats(50, 400))
def test_the_fullest_strip_is_darkest_and_none_reaches_out(marks: list[tuple[float, set[int]]], width: float) -> None:
    strips = _strips(marks, width)
    most = max((strip["count"] for strip in strips), default=0)
    for strip in strips:
        assert 0 <= strip["x0"] <= strip["x1"] <= width
        assert abs(strip["share"] ** 2 * most - strip["count"]) < 1e-6


@given(points, st.floats(50, 400))
def test_the_strips_of_a_lane_do_not_overlap(marks: list[tuple[float, set[int]]], width: float) -> None:
    strips = _strips(marks, width)
    for one, other in pairwise(strips):
        assert (one["lane"], one["x1"]) <= (other["lane"], other["x0"])

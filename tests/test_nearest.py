"""The nearest known word, in Python and in the browser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.nearest import distance, nearest
from tests.core import core

KNOWN = ["armenia", "azerbaijan", "belarus", "am", "az", "cis-summit-2025", "cis-summit", "kyrgyzstan", "kazakhstan"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("armenia", "armenia"),
        ("armenai", "armenia"),
        ("ma", "am"),
        ("amrenai", "armenia"),
        ("rmenia", "armenia"),
        ("armeniaaa", "armenia"),
        ("armeniaaaa", "armenia"),
        ("armenia123", "armenia"),
        ("armenia1234", None),
        ("kazakstan", "kazakhstan"),
        ("kirgizstan", "kyrgyzstan"),
        ("a", "am"),
        ("ab", "am"),
        ("b", None),
        ("be", None),
        ("bel", "belarus"),
        ("cis", "cis-summit"),
        ("cis-sumit-2025", "cis-summit-2025"),
        ("atlantis", None),
        ("", None),
        ("x" * 61, None),
    ],
)
def test_the_nearest(word: str, near: str | None) -> None:
    pairs = [(known, known) for known in KNOWN]
    assert nearest(word, pairs) == near
    assert core().call("nearest.find", word, [list(pair) for pair in pairs]) == near


def test_of_equals_the_first() -> None:
    assert nearest("cat", [("bat", 1), ("hat", 2), ("cab", 3)]) == 1


LETTERS = st.text(alphabet="abc🚂", max_size=8)


@given(LETTERS, LETTERS, st.integers(0, 4))
def test_the_browser_counts_changes_alike(one: str, other: str, limit: int) -> None:
    assert core().call("nearest.distance", list(one), list(other), limit) == distance(one, other, limit)


def _plain_distance(one: str, other: str) -> int:
    """The recurrence of the definition, without the band."""
    if not one or not other:
        return len(one) + len(other)
    changed = _plain_distance(one[1:], other[1:]) + (one[0] != other[0])
    swapped = (
        _plain_distance(one[2:], other[2:]) + 1 if len(one) > 1 and one[:2] == other[1::-1] else len(one) + len(other)
    )
    return min(changed, swapped, _plain_distance(one[1:], other) + 1, _plain_distance(one, other[1:]) + 1)


SHORT = st.text(alphabet="abc", max_size=5)


@given(SHORT, SHORT, st.integers(0, 5))
def test_the_band_changes_nothing_within_the_limit(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(_plain_distance(one, other), limit + 1)


@given(st.lists(SHORT, max_size=6), SHORT)
def test_the_browser_chooses_alike(known: list[str], word: str) -> None:
    pairs = [(text, f"{place}") for place, text in enumerate(known)]
    assert core().call("nearest.find", word, [list(pair) for pair in pairs]) == nearest(word, pairs)

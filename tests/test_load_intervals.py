"""What can be said for certain about dates that are known within bounds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dates import DateContext, EventDate, read_date
from app.load.checks.intervals import are_apart, is_surely_within, is_wholly_before, surely_overlap


def _read(edtf: str) -> EventDate:
    return read_date(edtf, DateContext())


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("2025-12-21", "2025-12-22", True),
        ("2025-12-22", "2025-12-22", False),
        ("2025-12-22", "2025-12", False),
        ("2025-11", "2025-12-01/2025-12-31", True),
        ("1991", "1991-12-08/..", False),
        ("1990", "1991-12-08/..", True),
        ("2025-12-22", "2022/..", False),
        ("2021", "2022/..", True),
        ("2025", "../2009-08-18", True),
        ("2009-08-18", "1993/2009-08-18", False),
        ("2009-08-19", "1993/2009-08-18", True),
        ("1950", "/1993", False),
        ("2050", "1993/", False),
        ("1992~", "1991", False),
        ("1992?", "1991", False),
        ("1992", "1991~", False),
        ("2025-12-22T10:00", "2025-12-22T11:00", True),
        ("2025-12-22T10:00", "2025-12-22", False),
    ],
)
def test_two_dates_are_apart_when_no_reading_makes_them_meet(one: str, other: str, apart: bool) -> None:
    assert are_apart(_read(one), _read(other)) is apart
    assert are_apart(_read(other), _read(one)) is apart


def test_an_unknown_date_is_apart_from_none() -> None:
    assert not are_apart(None, _read("2025"))
    assert not are_apart(_read("2025"), None)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("1993-12/2009-08-18", "2006-02/..", True),
        ("1993/2005", "2005/2010", False),
        ("1993/2009-08-18", "2009-08-18/..", False),
        ("1993/..", "2000/..", True),
        ("../2000", "../1990", True),
        ("1993/", "1995/..", False),
        ("/2000", "1990/..", False),
        ("1993~/..", "1995/..", False),
        ("2000", "1990/..", False),
    ],
)
def test_two_periods_surely_overlap_when_every_reading_makes_them(one: str, other: str, overlap: bool) -> None:
    assert surely_overlap(_read(one), _read(other)) is overlap
    assert surely_overlap(_read(other), _read(one)) is overlap


@pytest.mark.parametrize(
    ("one", "period", "within"),
    [
        ("2025-12-22", "2022/..", True),
        ("2022-06", "2022/..", False),
        ("2023", "2022/..", True),
        ("2022/2025", "2022/..", False),
        ("2023-01-01", "2022/2023", False),
        ("2025", "2022/", False),
        ("2025~", "2022/..", False),
        ("2025/..", "2022/..", True),
    ],
)
def test_a_date_is_surely_within_what_a_period_covers_however_it_is_read(one: str, period: str, within: bool) -> None:
    assert is_surely_within(_read(one), _read(period)) is within


_DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str)
_ENDS = st.one_of(_DAYS, _DAYS.map(lambda day: day[:7]), _DAYS.map(lambda day: day[:4]))
_RANGES = st.tuples(_ENDS, _ENDS).map(sorted).filter(lambda ends: ends[0][:4] < ends[1][:4]).map("/".join)
_OPEN = st.one_of(
    _ENDS.map(lambda end: f"{end}/.."), _ENDS.map(lambda end: f"../{end}"), _ENDS.map(lambda end: f"{end}/")
)
_DATES = st.one_of(_ENDS, _RANGES, _OPEN).map(_read)


@given(_DATES, _DATES)
def test_certainties_never_contradict_each_other(one: EventDate, other: EventDate) -> None:
    assert not (surely_overlap(one, other) and are_apart(one, other))
    assert not (is_surely_within(one, other) and are_apart(one, other))
    assert not (is_wholly_before(one, other) and is_wholly_before(other, one))


@given(_DATES)
def test_nothing_is_apart_from_itself(one: EventDate) -> None:
    assert not are_apart(one, one)

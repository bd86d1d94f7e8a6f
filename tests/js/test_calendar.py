"""The ticks of the axis and the words of a window: `assets/core/calendar.js`."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.words import WORDS
from tests.core import core

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MONTHS = WORDS["months"]
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS
NARROWEST_MONTH = 28 / 30.4  # a step is chosen by its usual length, and February is shorter


def _ms(text: str) -> int:
    return round((datetime.fromisoformat(text).replace(tzinfo=UTC) - EPOCH) / timedelta(milliseconds=1))


def _moment(ms: float) -> datetime:
    return EPOCH + timedelta(milliseconds=ms)


def _ticks(start: int, end: int, width: float = 900, gap: float = 96) -> list[dict[str, Any]]:
    ticks: list[dict[str, Any]] = core().call("calendar.ticks", [start, end], width, gap, MONTHS)
    return ticks


TICKS: dict[str, tuple[str, str, list[str]]] = {
    "decades": ("1991-06-01", "2026-01-01", ["1995", "2000", "2005", "2010", "2015", "2020", "2025"]),
    "years": ("2020-03-01", "2026-01-01", ["2021", "2022", "2023", "2024", "2025", "2026"]),
    "months name the year where it begins": (
        "2024-11-15",
        "2025-05-15",
        ["Dec 2024", "Jan 2025", "Feb", "Mar", "Apr", "May"],
    ),
    "weeks begin on Monday": ("2025-12-01", "2025-12-31", ["1 Dec 2025", "8 Dec", "15 Dec", "22 Dec", "29 Dec"]),
    "days": ("2025-12-20", "2025-12-25", ["20 Dec 2025", "21 Dec", "22 Dec", "23 Dec", "24 Dec", "25 Dec"]),
    "every second day begins anew with the month": (
        "2025-01-27",
        "2025-02-08",
        ["27 Jan 2025", "29 Jan", "1 Feb", "3 Feb", "5 Feb", "7 Feb"],
    ),
    "hours name the day at its midnight": (
        "2025-12-21T12:00",
        "2025-12-22T12:00",
        ["12:00 21 Dec 2025", "15:00", "18:00", "21:00", "00:00 22 Dec 2025", "03:00", "06:00", "09:00", "12:00"],
    ),
    "a leap day": ("2024-02-26", "2024-03-02", ["26 Feb 2024", "27 Feb", "28 Feb", "29 Feb", "1 Mar", "2 Mar"]),
    "a thousand years": ("1000-01-01", "2000-01-01", ["1000", "1200", "1400", "1600", "1800", "2000"]),
    "the first century": ("0010-01-01", "0090-01-01", ["10", "20", "30", "40", "50", "60", "70", "80", "90"]),
}


@pytest.mark.parametrize(("start", "end", "expected"), TICKS.values(), ids=TICKS)
def test_ticks(start: str, end: str, expected: list[str]) -> None:
    ticks = _ticks(_ms(start), _ms(end))
    assert [" ".join(filter(None, tick["label"])) for tick in ticks] == expected


starts = st.integers(_ms("0001-01-01"), _ms("9000-01-01"))
lengths = st.integers(HOUR_MS, 900 * 366 * DAY_MS)


@given(starts, lengths, st.integers(200, 3800), st.integers(60, 120))
def test_ticks_lie_in_the_window_in_order_and_apart(start: int, length: int, width: int, gap: int) -> None:
    assume(width > 2.5 * gap)
    ticks = _ticks(start, start + length, width, gap)
    places = [tick["ms"] for tick in ticks]
    assert places == sorted(set(places))
    assert all(start <= at <= start + length for at in places)
    px = [(at - start) * width / length for at in places]
    assert all(b - a >= gap * NARROWEST_MONTH - 1e-6 for a, b in pairwise(px))


@given(starts, lengths)
def test_ticks_stand_at_beginnings(start: int, length: int) -> None:
    for tick in _ticks(start, start + length):
        moment = _moment(tick["ms"])
        assert moment.second == moment.microsecond == 0
        if length > 20 * DAY_MS:
            assert (moment.hour, moment.minute) == (0, 0)
        if length > 6 * 366 * DAY_MS:
            assert (moment.month, moment.day) == (1, 1)


@given(starts, lengths)
def test_the_first_tick_says_its_year(start: int, length: int) -> None:
    ticks = _ticks(start, start + length)
    if ticks:
        assert str(_moment(ticks[0]["ms"]).year) in " ".join(ticks[0]["label"]).split()


WINDOWS = {
    "one day": ("2025-12-22", "2025-12-23", "22 Dec 2025"),
    "days of one month": ("2025-12-20", "2025-12-24", "20–23 Dec 2025"),
    "days of two months": ("2025-11-29", "2025-12-03", "29 Nov – 2 Dec 2025"),
    "days of two years": ("2025-12-30", "2026-01-03", "30 Dec 2025 – 2 Jan 2026"),
    "part of a day": ("2025-12-22T06:00", "2025-12-22T18:00", "22 Dec 2025"),
    "months of two years": ("2024-11-03", "2025-06-20", "Nov 2024 – Jun 2025"),
    "many years": ("1991-01-01", "2026-01-01", "1991–2025"),
}


@pytest.mark.parametrize(("start", "end", "words"), WINDOWS.values(), ids=WINDOWS)
def test_a_window_in_words(start: str, end: str, words: str) -> None:
    assert core().call("calendar.windowWords", [_ms(start), _ms(end)], MONTHS) == words


@given(starts, lengths)
def test_the_words_of_a_window_name_the_years_of_its_first_and_last_day(start: int, length: int) -> None:
    words = core().call("calendar.windowWords", [start, start + length], MONTHS)
    first, last = _moment(start).year, _moment(start + length - 1).year
    assert str(last) in words
    assert str(first) in words


@pytest.mark.parametrize(
    ("moment", "text"),
    [("2025-12-22", "2025-12-22"), ("2025-12-22T14:05", "2025-12-22T14:05"), ("0099-01-02", "0099-01-02")],
)
def test_a_moment_as_iso_8601(moment: str, text: str) -> None:
    assert core().call("calendar.iso", _ms(moment)) == text


@pytest.mark.parametrize("year", [1, 99, 100, 1900, 1970, 2000, 2024, 9999])
def test_years_are_meant_as_they_stand(year: int) -> None:
    assert core().call("calendar.ms", year, 1, 28) == _ms(f"{year:04}-02-28")

"""Dates in words: as exact as they are known, and no more.

In: dates. Out: plain English; bounds are half-open inside, words name inclusive days.
"""

from __future__ import annotations

from app.dates import CLOCK, End, EndKind, EventDate, Precision
from app.labels.clocks import clock_in_words, moment, zone_in_words
from app.labels.date_ends import days_in_words, end_in_words, marked_short, short_end

UNDATED = "Date not stated"
UNDATED_PERIOD = "dates not stated"

_BEFORE = {Precision.DAY: "on", **dict.fromkeys(CLOCK, "at")}
_WITHIN_A_YEAR = {Precision.MONTH, Precision.DAY, *CLOCK}
_LONGEST_MONTH_MS = 32 * 86_400_000
_PLAINLY_NEXT_YEAR_MS = 300 * 86_400_000  # "30 Dec – 2 Jan" needs no second year, "22 Dec – 21 Dec" does
_AGES = {Precision.CENTURY, Precision.DECADE}


def date_in_words(date: EventDate | None, lang: str = "en") -> str:
    """The date for people, as exact as known: "22 December 2025", "since 2022", "on or before 22 December 2025".

    Times say their zone, or that none is stated.
    """
    if date is None:
        return UNDATED
    if not date.is_range:
        return end_in_words(date.first, date.edtf, lang, date.zone)
    first, last = _ends_in_words(date, lang)
    if first and last:
        return _range_in_words(date, lang) or f"{first} to {last}"
    if first:
        return f"since {first}" if date.last.kind is EndKind.OPEN else f"since {first}, end not known"
    if last:
        said = _BEFORE.get(date.last.precision or Precision.DAY, "in")
        return f"{said} or before {last}" if date.first.kind is EndKind.OPEN else f"until {last}, start not known"
    return UNDATED_PERIOD


def short_date(date: EventDate | None, lang: str = "en") -> str:
    """The date for a list that is grouped by year: "22 Dec", "Dec", "2029", "to 22 Dec"; "" when none is stated."""
    if date is None:
        return ""
    code, _, last_code = date.edtf.partition("/")
    if not date.is_range:
        return short_end(date.first, code, lang)
    first = short_end(date.first, code, lang) if date.first.kind is EndKind.GIVEN else ""
    last = short_end(date.last, last_code, lang) if date.last.kind is EndKind.GIVEN else ""
    if first and last:
        return _short_range(date, first, last)
    return f"from {first}" if first else last and f"to {last}"


def _ends_in_words(date: EventDate, lang: str) -> tuple[str, str]:
    """Both ends of a range; "" for one that is open or unknown."""
    ends = zip((date.first, date.last), date.edtf.split("/"), strict=True)
    first, last = (
        end_in_words(end, code, lang, inside=True) if end.kind is EndKind.GIVEN else "" for end, code in ends
    )
    return first, last


def _range_in_words(date: EventDate, lang: str) -> str:
    """A range that is shorter as one: of whole days, or of times of one day; "" for any other."""
    first, last = date.first, date.last
    if date.qualifiers or first.precision is None or last.precision is None:
        return ""
    if first.precision is last.precision is Precision.DAY:
        return days_in_words(first, last, lang)
    clocks = {first.precision, last.precision} <= CLOCK and first.offset_min == last.offset_min
    if not clocks or moment(first.earliest_ms or 0).date() != moment(last.earliest_ms or 0).date():
        return ""
    day, _, _ = end_in_words(first, "", lang).partition(",")
    return f"{day}, {clock_in_words(first)}–{clock_in_words(last)} {zone_in_words(first)}"


def _short_range(date: EventDate, first: str, last: str) -> str:
    """Both ends of a range: "21–22 Dec", "30 Nov – 2 Dec", "May – Jul"; years where an end is no sharper than that."""
    start_ms, end_ms = date.start_ms or 0, date.end_ms or 0
    year, last_year = moment(start_ms).year, moment(end_ms - 1).year
    if year != last_year and not {date.first.precision, date.last.precision} <= _WITHIN_A_YEAR:
        return f"{_years(date.first, year, first)}–{_years(date.last, last_year, last)}"
    if year != last_year and end_ms - start_ms > _PLAINLY_NEXT_YEAR_MS:
        return f"{first} – {last} {last_year}"
    if first == last:
        return first
    day, _, month = first.partition(" ")
    if month and month == last.partition(" ")[2] and end_ms - start_ms < _LONGEST_MONTH_MS:
        return f"{day}–{last}"
    return f"{first} – {last}"


def _years(end: End, year: int, short: str) -> str:
    return short if end.precision in _AGES else marked_short(end, str(year))

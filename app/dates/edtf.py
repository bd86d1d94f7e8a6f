"""Strict ISO 8601 and EDTF: all that is written in digits, and nothing that is nearly so.

In: a text. Out: a `Span`, None where the text has another shape, or a refusal where it has the shape but no meaning.
Source: EDTF specification of the Library of Congress (2019), which is ISO 8601-2:2019, annex A: level 0 and 1 whole,
of level 2 the divisions 25-41 and unspecified last digits. From ISO 8601-1: weeks, ordinal days, times without
seconds.
"""

from __future__ import annotations

import re

from app.dates import checks, civil, period, refuse, span, unspecified
from app.dates.period import Period
from app.dates.span import Span
from app.dates.value import EndKind, Precision

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_UNSPECIFIED = re.compile(r"([0-9]{2}XX|[0-9]{3}X|[0-9]{4})(?:-(XX|[0-9]X|[0-9]{2})(?:-(XX|[0-9]X))?)?")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(?:-([0-9]))?")
_ORDINAL = re.compile(r"([0-9]{4})-([0-9]{3})")
_TIME = re.compile(
    # "2025-12-22 09:00-11:00" is a range of times: a minus directly after minutes is an offset only in the T form
    r"(?![0-9-]+ [0-9:]{2,5}-)"
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(\.[0-9]+)?)?)?"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_QUALIFIERS = {
    "?": {"uncertain": True},
    "~": {"approximate": True},
    "%": {"approximate": True, "uncertain": True},
}


def read_edtf(text: str) -> Span | None:
    """The span of an ISO 8601 or EDTF text, None for one of another shape. Raises a refusal where it has no meaning."""
    if "/" not in text:
        single = read_single(text)
        return Span(single) if single is not None else None
    sides = text.split("/")
    bounds = [_read_bound(side) for side in sides]
    if len(sides) != 2 or None in bounds:
        return None
    first, last = bounds
    if not isinstance(first, Period) and not isinstance(last, Period):
        fix = 'Give the end that is known: "2022/.." or "../2022".'
        raise refuse.unread(text, "neither end is given", fix)
    return span.between(first, last)  # type: ignore[arg-type]  # None was excluded above


def _read_bound(text: str) -> Period | EndKind | None:
    if text in {"", ".."}:
        return EndKind.OPEN if text else EndKind.UNKNOWN
    return read_single(text)


def read_single(text: str) -> Period | None:
    """The period of a text that names one, with its qualifier, or None."""
    if not text[:1].isdigit():
        unspecified.refuse_signed_year(text)
        return None
    qualifier = _QUALIFIERS.get(text[-1])
    body = text[:-1] if qualifier else text
    for pattern, build in _SHAPES:
        found = pattern.fullmatch(body)
        if found:
            built = build(found)
            return built.qualified(**qualifier) if qualifier else built
    unspecified.refuse_level_2(text)
    return None


def _date(found: re.Match[str]) -> Period:
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or year < civil.MIN_YEAR:
        raise refuse.out_of_years()
    if month is None:
        return period.year(year)
    if day is None:
        return period.division(year, month) if month in period.DIVISIONS else _month(year, month)
    return checks.day_of_month(year, month, day)


def _month(year: int, month: int) -> Period:
    last = year - year % 100 + month
    if month > 12 and last > year:
        what = f"{year:04}-{month:02} has no month that exists, and a range of years is written with a slash."
        raise refuse.impossible(what, f'Write "{year:04}/{last:04}" for the years or "{year:04}-12" for a month.')
    return checks.month_of_year(year, month)


def _week(found: re.Match[str]) -> Period:
    year, number, weekday = int(found[1]), int(found[2]), int(found[3] or 1)
    if year < civil.MIN_YEAR:
        raise refuse.out_of_years()
    last = civil.weeks_in(year)
    if not 1 <= number <= last or not 1 <= weekday <= 7:
        what = f"{found[0]} does not exist: {year:04} has the weeks 01 to {last}, and a week the days 1 to 7."
        raise refuse.impossible(what, f'Write "{year:04}-W{last}" or "{year:04}-W{last}-1".')
    whole = period.week(year, number)
    return span.containing(Precision.DAY, whole.start_ms + (weekday - 1) * civil.DAY_MS) if found[3] else whole


def _ordinal(found: re.Match[str]) -> Period:
    year, number = int(found[1]), int(found[2])
    first = civil.day_number(year, 1, 1)
    length_days = 366 if civil.is_leap(year) else 365
    if not 1 <= number <= length_days:
        what = f"{found[0]} does not exist: {year:04} has {length_days} days."
        raise refuse.impossible(what, f'Write "{year:04}-{length_days}" or "{year:04}-12-31".')
    return span.containing(Precision.DAY, (first + number - 1) * civil.DAY_MS)


def _time(found: re.Match[str]) -> Period:
    day = read_single(found[1])
    if found[5]:
        whole = found[0].replace(found[5], "")
        fix = f'Write whole seconds or minutes: "{whole}" or "{whole.replace(f":{found[4]}", "", 1)}".'
        raise refuse.unsupported_edtf(found[0], "fractions of a second are not kept", fix)
    clock = tuple(int(part) for part in found.group(2, 3, 4) if part is not None)
    checks.check_clock(clock, found[1])
    offset_min = checks.read_offset(found[6]) if found[6] else None
    assert day is not None, "the shape of a day was matched"
    zone = "UTC" if offset_min == 0 else period.offset_text(offset_min) or None
    return period.moment(day, clock, offset_min, zone)


_SHAPES = (
    (_DATE, _date),
    (_TIME, _time),
    (_WEEK, _week),
    (_ORDINAL, _ordinal),
    (_UNSPECIFIED, unspecified.unspecified),
)

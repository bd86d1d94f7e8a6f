"""Strict ISO 8601 and EDTF: all that is written in digits, and nothing that is nearly so.

In: a text. Out: a `Span`, None where the text has another shape, or a refusal where it has the shape but no meaning.
Source: EDTF specification of the Library of Congress (2019), which is ISO 8601-2:2019, annex A: level 0 and 1 whole, of level 2
the divisions 25-41 and unspecified last digits. From ISO 8601-1: weeks, ordinal days, times without seconds.
"""

from __future__ import annotations

import re

from app.dates import civil, period, refuse, span
from app.dates.period import Period
from app.dates.span import Span
from app.dates.value import EndKind, Precision

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_UNSPECIFIED = re.compile(r"([0-9]{2}XX|[0-9]{3}X|[0-9]{4})(?:-(XX|[0-9]X|[0-9]{2})(?:-(XX|[0-9]X))?)?")
_WEEK = re.compile(r"([0-9]{4})-W([0-9]{2})(?:-([0-9]))?")
_ORDINAL = re.compile(r"([0-9]{4})-([0-9]{3})")
_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(\.[0-9]+)?)?)?"
    r"(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_QUALIFIERS = {"?": (False, True), "~": (True, False), "%": (True, True)}
_LIKE_LEVEL_2 = re.compile(r"[0-9X?~%-]{4,}")


def read_edtf(text: str) -> Span | None:
    """The span of a whole ISO 8601 or EDTF text, or None where it is not one. Raises a refusal for one without meaning."""
    if "/" not in text:
        single = read_single(text)
        return Span(single) if single is not None else None
    sides = text.split("/")
    bounds = [_read_bound(side) for side in sides]
    if len(sides) != 2 or None in bounds:
        return None
    first, last = bounds
    if not isinstance(first, Period) and not isinstance(last, Period):
        raise refuse.unread(text, "neither end is given", 'Give at least one end: "2022/.." or "../2022".')
    return span.between(first, last)  # type: ignore[arg-type]  # None was excluded above


def _read_bound(text: str) -> Period | EndKind | None:
    if text in {"", ".."}:
        return EndKind.OPEN if text else EndKind.UNKNOWN
    return read_single(text)


def read_single(text: str) -> Period | None:
    """The period of a text that names one, with its qualifier, or None."""
    if not text[:1].isdigit():
        return _refuse_signed_year(text)
    qualifier = _QUALIFIERS.get(text[-1])
    body = text[:-1] if qualifier else text
    for pattern, build in _SHAPES:
        found = pattern.fullmatch(body)
        if found:
            built = build(found)
            return built.qualified(*qualifier) if qualifier else built
    return _refuse_level_2(text)


def _refuse_signed_year(text: str) -> None:
    if re.fullmatch(r"-[0-9]{4}.*|Y-?[0-9]+.*", text):
        raise refuse.out_of_years()


def _refuse_level_2(text: str) -> None:
    if re.fullmatch(r"[0-9]{4}[0-9X?~%-]*S[0-9]+|[0-9]{3}[ux]|[0-9]{2}[ux]{2}", text):
        raise refuse.unsupported_edtf(
            text, "this form is not of level 0 or 1", 'Write "199X" for a decade or "19XX" for a century.'
        )
    if not _LIKE_LEVEL_2.fullmatch(text):
        return
    if re.search(r"[?~%]", text[:-1]):
        fix = 'Qualify the whole date, at its end: "2004-06~" or "2004-06-11?".'
        raise refuse.unsupported_edtf(text, "a qualifier stands inside the date", fix)
    if "X" in text:
        fix = 'Let only the last digits be X: "199X", "2004-XX" or "2004-06-1X".'
        raise refuse.unsupported_edtf(text, "an X stands before a digit, or for a whole year", fix)


def _date(found: re.Match[str]) -> Period:
    year, month, day = (int(part) if part else 0 for part in found.groups())
    return calendar_date(year, month, day, found[2] is not None, found[3] is not None)


def calendar_date(year: int, month: int, day: int, has_month: bool = True, has_day: bool = True) -> Period:
    """A year, month or day by its numbers. Raises a refusal where the calendar has none such."""
    if year < civil.MIN_YEAR:
        raise refuse.out_of_years()
    if not has_month:
        return period.year(year)
    if not has_day and month in period.DIVISIONS:
        return period.division(year, month)
    check_month(year, month)
    if not has_day:
        return period.month(year, month)
    check_day(year, month, day)
    return period.day(year, month, day)


def check_month(year: int, month: int) -> None:
    """Nothing, or a refusal where there is no such month."""
    if not 1 <= month <= 12:
        if month == (year + 1) % 100:
            what = f"{year:04}-{month:02} has no month that exists, and a range of years is written with a slash."
            raise refuse.impossible(what, f'Write "{year:04}/{year + 1:04}" for the years or "{year:04}-12" for a month.')
        what = f"There is no month {month:02} in {year:04}: months run from 01 to 12, and the EDTF divisions of a year from 21 to 41."
        raise refuse.impossible(what, f'Write "{year:04}-12" for December or "{year:04}" for the whole year.')


def check_day(year: int, month: int, day: int) -> None:
    """Nothing, or a refusal where the month has no such day."""
    length_days = civil.month_length_days(year, month)
    if not 1 <= day <= length_days:
        what = f"{year:04}-{month:02} has no day {day:02}: it has {length_days} days."
        raise refuse.impossible(what, f'Write "{year:04}-{month:02}-{length_days}" or "{year:04}-{month:02}".')


def _unspecified(found: re.Match[str]) -> Period:
    code = found[0]
    if "X" in found[1]:
        if found[2]:
            fix = f'Write "{found[1]}" or a year such as "1995-12".'
            raise refuse.unsupported_edtf(code, "a decade or century has no month", fix)
        first = int(found[1].replace("X", "0"))
        return period.century(first // 100 + 1) if found[1].endswith("XX") else period.decade(first)
    year = int(found[1])
    if found[2] == "XX":
        return _named(code, period.year(year)) if found[3] in {None, "XX"} else _no_such_x(code)
    if found[2] and found[2].endswith("X"):
        months = _matching(found[2], 12)
        return _no_such_x(code) if found[3] or not months else _window_of_months(code, year, months)
    return _unspecified_day(code, year, int(found[2]), found[3])


def _unspecified_day(code: str, year: int, month: int, digits: str) -> Period:
    check_month(year, month)
    if digits == "XX":
        return _named(code, period.month(year, month))
    days = _matching(digits, civil.month_length_days(year, month))
    if not days:
        return _no_such_x(code)
    start = civil.day_number(year, month, days[0])
    return period.of_days(code, Precision.MONTH, start, start + len(days))


def _matching(digits: str, highest: int) -> range:
    tens = int(digits[0]) * 10
    return range(max(tens, 1), min(tens + 9, highest) + 1)


def _window_of_months(code: str, year: int, months: range) -> Period:
    start = year * 12 + months[0] - 1
    days = civil.month_start(start), civil.month_start(start + len(months))
    return period.of_days(code, Precision.YEAR, *days)


def _named(code: str, whole: Period) -> Period:
    return Period(code, whole.precision, whole.start_ms, whole.end_ms)


def _no_such_x(code: str) -> Period:
    raise refuse.impossible(
        f"{code} names no month or day that exists.", 'Write "2004-XX", "2004-06-XX" or "2004-06-1X".'
    )


def _week(found: re.Match[str]) -> Period:
    year, number, weekday = int(found[1]), int(found[2]), int(found[3] or 1)
    if not civil.MIN_YEAR <= year:
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
        fix = f'Write whole seconds or minutes: "{found[0].partition(".")[0]}" or "{found[1]}".'
        raise refuse.unsupported_edtf(found[0], "fractions of a second are not kept", fix)
    clock = tuple(int(part) for part in found.group(2, 3, 4) if part is not None)
    check_clock(clock, found[1])
    offset_min = read_offset(found[6]) if found[6] else None
    assert day is not None, "the shape of a day was matched"
    return period.moment(day, clock, offset_min, found[6] and ("UTC" if found[6] == "Z" else found[6]))


def check_clock(clock: tuple[int, ...], day_text: str) -> None:
    """Nothing, or a refusal where no clock shows this: 24:00 and leap seconds are not read."""
    hours, minutes, seconds = (*clock, 0, 0)[:3]
    if hours > 23 or minutes > 59 or seconds > 59:
        what = f"There is no time {':'.join(f'{part:02}' for part in clock)}: hours run from 00 to 23, minutes and seconds to 59."
        raise refuse.impossible(what, f'Write "{day_text} 23:59" or "{day_text}".')


def read_offset(text: str) -> int:
    """Minutes east of UTC of `Z`, `+03`, `+03:00`. Raises a refusal beyond 14 hours, and for -00:00 (ISO 8601-1, 4.3.13)."""
    if text == "Z":
        return 0
    hours, minutes = int(text[1:3]), int(text[4:] or 0)
    total = hours * 60 + minutes
    if minutes > 59 or total > 14 * 60 or (text[0] == "-" and not total):
        raise refuse.unknown_zone(text, "is no offset from UTC: they run from -14:00 to +14:00, and zero is written Z")
    return -total if text[0] == "-" else total


_SHAPES = (
    (_DATE, _date),
    (_TIME, _time),
    (_WEEK, _week),
    (_ORDINAL, _ordinal),
    (_UNSPECIFIED, _unspecified),
)

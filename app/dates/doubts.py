"""The warnings: dates that are read, and that a person should look at once more.

In: an `EventDate` and the context that it was read in. Out: `DateWarning`s with codes of the W3xx family
(app/errors.py lists them). A date whose month is written as a word is taken to be meant: words are how the writer
confirms a day that digits leave in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.dates import civil, sentence
from app.dates.read import read_span
from app.dates.value import CLOCK, Basis, DateContext, DateError, DateWarning, End, EndKind, EventDate, Precision

_GREGORIAN_MS = -141_427 * civil.DAY_MS  # 1582-10-15, the first day of the calendar's reform
_YEAR_PAIR = re.compile(r"([0-9]{2})([0-9]{2})-([0-9]{2})")


def date_warnings(date: EventDate, context: DateContext, *, reported_as_past: bool = False) -> tuple[DateWarning, ...]:
    """The warnings about a date, most likely slip first; empty where there is nothing to look at.

    `reported_as_past`: whether the text reports the date as past, so that it must not lie after the dateline.
    """
    found = [*_filled_in(date), *_year_pair(date), *_midnight(date), *_old_style(date)]
    found += _doubts(date, context)
    return tuple(found + _after_dateline(date, context) if reported_as_past else found)


def _ends(date: EventDate) -> tuple[End, ...]:
    return (date.first, date.last) if date.is_range else (date.first,)


def _in_digits(date: EventDate) -> bool:
    return date.basis is Basis.STATED and not re.search(r"[^\W\d_]{2,}", date.as_written)


def _filled_in(date: EventDate) -> Iterator[DateWarning]:
    if not _in_digits(date):
        return
    for end in _ends(date):
        if end.precision is not Precision.DAY or end.earliest_ms is None or end.approximate or end.uncertain:
            continue
        day = civil.day_at(end.earliest_ms)
        if day.day != 1:
            continue
        iso, said = day.isoformat(), f"{day.day} {civil.MONTH_NAMES[day.month - 1]} {day.year}"
        code, whole = ("W301", iso[:4]) if day.month == 1 else ("W302", iso[:7])
        unit = "year" if day.month == 1 else "month"
        yield DateWarning(
            code,
            f"{iso} looks like a {unit} whose day was filled in.",
            f'Write "{whole}" if only the {unit} is known, or "{said}" in words to confirm the day.',
        )


def _year_pair(date: EventDate) -> Iterator[DateWarning]:
    found = _YEAR_PAIR.fullmatch(date.as_written)
    if not found:
        return
    year, number = int(found[1] + found[2]), int(found[3])
    if number <= 12 and number != int(found[2]) + 1:
        return
    if number > int(found[2]):
        said = date.reading.partition(", read as ")[2].rstrip(".")
        yield DateWarning(
            "W303",
            f"{date.as_written} was read as {said}, and may be meant as the years {year} to {found[1]}{found[3]}.",
            f'Write "{year}/{found[1]}{found[3]}" for the years, or "{said}" in words to confirm it.',
        )


def _midnight(date: EventDate) -> Iterator[DateWarning]:
    if date.as_written[10:].startswith(("T00:00:00", " 00:00:00")) and date.first.precision is Precision.SECOND:
        day = date.as_written[:10]
        yield DateWarning(
            "W304",
            "Midnight to the second looks like a time that was filled in.",
            f'Write "{day}" if only the day is known, or "{day}T00:00" to confirm midnight.',
        )


def _old_style(date: EventDate) -> Iterator[DateWarning]:
    exact = {Precision.DAY, *CLOCK}
    if any(end.precision in exact and (end.earliest_ms or 0) < _GREGORIAN_MS for end in _ends(date)):
        yield DateWarning(
            "W305",
            "The Gregorian calendar began on 15 October 1582; a source that old most likely gives a Julian day.",
            "Convert a Julian day to the Gregorian calendar, and say so in a note.",
        )


def _after_dateline(date: EventDate, context: DateContext) -> list[DateWarning]:
    if context.dateline is None or date.start_ms is None:
        return []
    if civil.day_at(date.start_ms).isoformat() <= context.dateline:
        return []
    message = f"{date.edtf} lies after the dateline {context.dateline}, so it cannot be reported as past."
    return [DateWarning("W306", message, "Check the year, or give the event the status planned.")]


def _doubts(date: EventDate, context: DateContext) -> list[DateWarning]:
    if date.basis is not Basis.DATELINE or date.first.kind is not EndKind.GIVEN:
        return []
    try:
        _, span, _ = read_span(date.as_written, context)
    except DateError:  # the words of a source that were kept beside another text
        return []
    said = sentence.words(span)
    return [
        DateWarning(
            code,
            f"{date.as_written} was read as {said}; many would take it for the same weekday seven days off.",
            f'Write "{date.edtf}" or "{said}" once the source is checked.',
        )
        for code in span.doubts
    ]

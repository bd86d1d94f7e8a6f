"""Dates of the payload -> EDTF and ISO 8601 texts.

In: a date as the payload has it, {first: [kind, earliest_ms, latest_ms, qualifier], last?, precision, edtf? ...}, or
the EDTF text alone for a year, month or day; ms on the civil calendar (proleptic Gregorian, as written, no zone).
Out: texts. `assets/core/export_dates.js` is its twin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date as calendar_date
from typing import Any

from app.bounds import read_period

DAY_MS = 86_400_000
_EPOCH = calendar_date(1970, 1, 1).toordinal()
_LAST_DAY = calendar_date.max.toordinal() - _EPOCH
_WRITTEN = {"day": 10, "month": 7, "year": 4}  # characters of an ISO day
_QUALIFIERS = {"": [], "~": ["approximate"], "?": ["uncertain"], "%": ["approximate", "uncertain"]}
_OFFSET = "(Z|[+-][0-9]{2}:[0-9]{2})?"
_PLAIN_SIDE = re.compile(rf"[0-9]{{4}}(-(0[0-9]|1[0-2])(-[0-9]{{2}}(T[0-9]{{2}}(:[0-9]{{2}}){{0,2}}{_OFFSET})?)?)?")
_CLOCK = re.compile(rf"T([0-9]{{2}})(?::([0-9]{{2}}))?(?::([0-9]{{2}}))?{_OFFSET}")

Date = Mapping[str, Any]
_PRECISIONS = {letters: name for name, letters in _WRITTEN.items()}


def iso_day(ms: int) -> str:
    """The day on which a moment lies, ISO 8601; the day after the last of year 9999 is +010000-01-01."""
    number = ms // DAY_MS
    if number > _LAST_DAY:
        return f"+010000-01-{number - _LAST_DAY:02}"
    return calendar_date.fromordinal(number + _EPOCH).isoformat()


def plain_edtf(date: Date) -> str | None:
    """The EDTF text of a single year, month or day, which precision and first day say; None for another date."""
    kind, earliest, _, qualifier = date["first"]
    letters = _WRITTEN.get(date["precision"])
    if letters is None or kind != "given" or qualifier or date.get("last"):
        return None
    return iso_day(earliest)[:letters]


def opened(date: Date | str | None) -> Date | None:
    """The date in full, of one that may be sent as its EDTF text alone."""
    period = read_period(date) if isinstance(date, str) else None
    if isinstance(date, str):
        assert period, date
        return {"first": ["given", *period, ""], "precision": _PRECISIONS[len(date)]}
    return date


def edtf(date: Date) -> str:
    """The EDTF text of a date."""
    return str(date.get("edtf") or plain_edtf(date))


def sides(date: Date) -> tuple[str, str]:
    """The EDTF texts of the two ends; of a single date twice the same."""
    first, _, last = edtf(date).partition("/")
    return first, last if date.get("last") else first


def bounds(date: Date) -> tuple[str | None, str | None]:
    """The half-open interval in which the date lies.

    An ISO day for an end that is known to the day or less, a time of day with its offset for a finer one, None where
    the end is open or unknown.
    """
    first, last = sides(date)
    return _bound(date["first"][1], first), _bound((date.get("last") or date["first"])[2], last)


def inclusive_days(date: Date) -> tuple[str, str]:
    """The first and the last day on which the date may lie, both inclusive; "" where it is open or unknown."""
    earliest, latest = date["first"][1], (date.get("last") or date["first"])[2]
    return "" if earliest is None else iso_day(earliest), "" if latest is None else iso_day(latest - 1)


def qualifiers(date: Date) -> list[str]:
    """Which of "approximate" and "uncertain" hold for either end, in that order."""
    found = {name for end in (date["first"], date.get("last")) if end for name in _QUALIFIERS[end[3]]}
    return sorted(found)


def is_plain_side(text: str) -> bool:
    """Whether one side of an EDTF text is a certain year, month, day or time as ISO 8601-1 writes it."""
    return _PLAIN_SIDE.fullmatch(text) is not None


def clock(text: str) -> tuple[int, int, int, str] | None:
    """Hour, minute, second and offset ("" for none) of one side of an EDTF text; None where it names no time."""
    found = _CLOCK.search(text)
    return (int(found[1]), int(found[2] or 0), int(found[3] or 0), found[4] or "") if found else None


def plain_date(sent: Date | str | None, as_written: str | None = None) -> dict[str, object] | None:
    """The date as plain data, named as by `app.dates.describe`. `as_written`: its words, where it has none itself."""
    date = opened(sent)
    if date is None:
        return None
    start, end = bounds(date)
    text = edtf(date)
    return {
        "edtf": text,
        "start": start,
        "end": end,
        "precision": date["precision"],
        "qualifiers": qualifiers(date),
        "zone": date.get("zone"),
        "basis": date.get("basis", "stated"),
        "as_written": date.get("as_written") or as_written or text,
        "lang": date.get("lang"),
        "base": date.get("base"),
    }


def _bound(ms: int | None, side: str) -> str | None:
    time = clock(side)
    if ms is None or time is None:
        return None if ms is None else iso_day(ms)
    seconds = ms % DAY_MS // 1000
    return f"{iso_day(ms)}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{time[3]}"

"""The dates that a query string can carry: days, months, years, windows.

In: text. Out: milliseconds on the civil calendar, as `EventDate` counts them (proleptic Gregorian, no zone), half-open.
`assets/core/bounds.js` is the same in the browser. The forms are the plain ones of ISO 8601-1 and EDTF level 0, years
1 to 9999: a period is the whole of it, and an interval START/END holds the whole of its END.
"""

from __future__ import annotations

import re

from app.dates.civil import DAY_MS, MAX_YEAR, MIN_YEAR, day_at, day_number, month_length_days

_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MOMENT = re.compile(r"(.*)T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")
_MONTHS = 12
_HOURS, _SIXTY = 24, 60


def read_period(text: str) -> tuple[int, int] | None:
    """The period [start_ms, end_ms) of a year, a month or a day (`2025`, `2025-12`, `2025-12-22`), or None."""
    found = _PERIOD.fullmatch(text)
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or 1), int(found[3] or 1)
    if not (MIN_YEAR <= year <= MAX_YEAR and 1 <= month <= _MONTHS and 1 <= day <= month_length_days(year, month)):
        return None
    start = day_number(year, month, day)
    days = 1 if found[3] else month_length_days(year, month) if found[2] else day_number(year + 1, 1, 1) - start
    return start * DAY_MS, (start + days) * DAY_MS


def read_window(text: str) -> tuple[int, int] | None:
    """The window [start_ms, end_ms) of `START/END`, or None; it may come out empty or reversed.

    Each side is a period or a moment (`2025-12-22T06:00`, seconds if need be). A period at the end is wholly inside:
    `2025-12-20/2025-12-24` ends with the 24th. A moment is that moment.
    """
    sides = text.split("/")
    if len(sides) != 2:  # noqa: PLR2004 - START and END
        return None
    start, end = _side(sides[0]), _side(sides[1])
    return (start[0], end[1]) if start and end else None


def format_window(start_ms: int, end_ms: int) -> str:
    """The window as it is written: each side as a day where it is a midnight, else as a moment to the second."""
    last = end_ms - DAY_MS if end_ms % DAY_MS == 0 else end_ms
    return f"{_moment(start_ms)}/{_moment(last)}"


def _side(text: str) -> tuple[int, int] | None:
    found = _MOMENT.fullmatch(text)
    if found is None:
        return read_period(text)
    day = read_period(found[1])
    hour, minute, second = int(found[2]), int(found[3]), int(found[4] or 0)
    if day is None or day[1] - day[0] != DAY_MS or hour >= _HOURS or minute >= _SIXTY or second >= _SIXTY:
        return None
    moment = day[0] + ((hour * 60 + minute) * 60 + second) * 1000
    return moment, moment


def _moment(ms: int) -> str:
    day = day_at(ms).isoformat()
    seconds = ms % DAY_MS // 1000
    clock = f"T{seconds // 3600:02}:{seconds // 60 % 60:02}"
    tail = f":{seconds % 60:02}" if seconds % 60 else ""
    return f"{day}{clock}{tail}" if seconds else day

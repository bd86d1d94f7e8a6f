"""A date as plain data, for the command line and for exchange.

In: an `EventDate`. Out: a dictionary of text, lists and None that JSON can carry.
"""

from __future__ import annotations

from app.dates import civil, period
from app.dates.doubts import date_warnings
from app.dates.value import CLOCK, DateContext, DateWarning, End, EventDate


def format_edtf(date: EventDate) -> str:
    """The EDTF text of a date. Reading it gives the same interval, precision, qualifiers and offset again."""
    return date.edtf


def describe(date: EventDate, context: DateContext | None = None) -> dict[str, object]:
    """What is known of a date, with these keys in this order.

    `edtf`; `start` and `end` (half-open: an ISO day for a day and anything coarser, else an ISO datetime, with its
    offset where one is known; None where open or unknown; the day after the last of year 9999 is +010000-01-01);
    `precision`; `qualifiers`; `zone`; `basis`; `reading`; `as_written`; `lang`; `base`; `ends` (for each end its kind,
    precision and qualifiers); `warnings` (code, message, fix), which are empty without a context.
    """
    warnings = date_warnings(date, context) if context else ()
    return {
        "edtf": date.edtf,
        "start": _bound(date.first, date.first.earliest_ms),
        "end": _bound(date.last, date.last.latest_ms),
        "precision": str(date.precision),
        "qualifiers": list(date.qualifiers),
        "zone": date.zone,
        "basis": str(date.basis),
        "reading": date.reading,
        "as_written": date.as_written,
        "lang": date.lang,
        "base": date.base,
        "ends": [_end(date.first), _end(date.last)],
        "warnings": [_warning(each) for each in warnings],
    }


def _bound(end: End, ms: int | None) -> str | None:
    if ms is None:
        return None
    number, in_day_ms = divmod(ms, civil.DAY_MS)
    over = number - civil.MAX_DAY - 1
    day = f"+010000-01-{over + 1:02}" if over >= 0 else civil.day_of(number).isoformat()
    if end.precision not in CLOCK:
        return day
    seconds = in_day_ms // 1000
    clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return f"{day}T{clock}{period.offset_text(end.offset_min)}"


def _end(end: End) -> dict[str, object]:
    precision = str(end.precision) if end.precision else None
    return {"kind": str(end.kind), "precision": precision, "qualifiers": list(end.qualifiers)}


def _warning(warning: DateWarning) -> dict[str, str]:
    return {"code": warning.code, "message": warning.message, "fix": warning.fix}

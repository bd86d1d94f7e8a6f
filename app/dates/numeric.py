"""All-numeric dates such as 04/05/2022, which are read only in the order that the file declares.

In: a text and an order. Out: a `Span`, None where the text has another shape, or a refusal that shows both readings.
"""

from __future__ import annotations

import re

from app.dates import edtf, refuse
from app.dates.span import Span
from app.dates.value import DateError

_YEAR_LAST = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([./-])([0-9]{1,2})\2([0-9]{1,2})")
_MONTH_LAST = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})")
_MONTH_FIRST = re.compile(r"([0-9]{4})[.]([0-9]{1,2})")


def read_numeric(text: str, order: str | None) -> Span | None:
    """The span of an all-numeric date, or None. Raises a refusal where no order is declared, or another than is written."""
    bare = text.rstrip(".")
    last, first = _YEAR_LAST.fullmatch(bare), _YEAR_FIRST.fullmatch(bare)
    if last:
        return _whole(text, int(last[4]), int(last[1]), int(last[3]), {"DMY": False, "MDY": True}.get(order or ""))
    if first:
        return _whole(text, int(first[1]), int(first[3]), int(first[4]), True if order == "YMD" else None)
    month_last, month_first = _MONTH_LAST.fullmatch(bare), _MONTH_FIRST.fullmatch(bare)
    if month_last:
        return _month(text, int(month_last[2]), int(month_last[1]), order in {"DMY", "MDY"})
    if month_first:
        return _month(text, int(month_first[1]), int(month_first[2]), order == "YMD")
    return None


def _whole(text: str, year: int, one: int, two: int, month_first: bool | None) -> Span:
    if month_first is None:
        raise refuse.undeclared_order(text, _readings(year, one, two))
    month, day = (one, two) if month_first else (two, one)
    return Span(edtf.calendar_date(year, month, day))


def _readings(year: int, one: int, two: int) -> tuple[str, ...]:
    pairs = dict.fromkeys(((one, two), (two, one)))
    return tuple(f"{year:04}-{month:02}-{day:02}" for month, day in pairs if _exists(year, month, day)) or (
        f"{year:04}",
    )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        edtf.calendar_date(year, month, day)
    except DateError:
        return False
    return True


def _month(text: str, year: int, month: int, declared: bool) -> Span:
    edtf.check_month(year, month)
    if not declared:
        raise refuse.undeclared_order(text, (f"{year:04}-{month:02}",))
    return Span(edtf.calendar_date(year, month, 0, has_day=False))

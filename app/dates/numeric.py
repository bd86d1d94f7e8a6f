"""All-numeric dates such as 04/05/2022, which are read only in the order that the file declares.

In: a text and an order. Out: a `Span`, None where the text has another shape, or a refusal that shows both readings.
"""

from __future__ import annotations

import re

from app.dates import checks, refuse
from app.dates.span import Span
from app.dates.value import DateError

_YEAR_LAST = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})([./-])([0-9]{1,2})\2([0-9]{1,2})")
_MONTH_LAST = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})")
MONTHS = 12
_MONTH_FIRST = re.compile(r"([0-9]{4})[.]([0-9]{1,2})")


def read_numeric(text: str, order: str | None) -> Span | None:
    """The span of an all-numeric date, or None. Raises a refusal where no order, or another one, is declared."""
    bare = text.rstrip(".")
    last, first = _YEAR_LAST.fullmatch(bare), _YEAR_FIRST.fullmatch(bare)
    if last:
        return _whole(text, (int(last[4]), int(last[1]), int(last[3])), order, fits=order in {"DMY", "MDY"})
    if first:
        return _whole(text, (int(first[1]), int(first[3]), int(first[4])), order, fits=order == "YMD")
    month_last, month_first = _MONTH_LAST.fullmatch(bare), _MONTH_FIRST.fullmatch(bare)
    if month_last:
        return _month(text, int(month_last[2]), int(month_last[1]), order, fits=order in {"DMY", "MDY"})
    if month_first:
        return _month(text, int(month_first[1]), int(month_first[2]), order, fits=order == "YMD")
    return None


def _whole(text: str, numbers: tuple[int, int, int], order: str | None, *, fits: bool) -> Span:
    year, one, two = numbers
    if not fits:
        raise refuse.undeclared_order(text, _readings(year, one, two), order)
    month, day = (two, one) if order == "DMY" else (one, two)
    return Span(checks.day_of_month(year, month, day))


def _readings(year: int, one: int, two: int) -> tuple[str, ...]:
    """The days that the numbers can mean. Raises a refusal where they mean none in any order."""
    pairs = dict.fromkeys(((one, two), (two, one)))
    days = tuple(f"{year:04}-{month:02}-{day:02}" for month, day in pairs if _exists(year, month, day))
    if not days:
        checks.day_of_month(year, *((two, one) if two <= MONTHS else (one, two)))
    return days


def _exists(year: int, month: int, day: int) -> bool:
    try:
        checks.day_of_month(year, month, day)
    except DateError:
        return False
    return True


def _month(text: str, year: int, month: int, order: str | None, *, fits: bool) -> Span:
    found = checks.month_of_year(year, month)
    if not fits:
        raise refuse.undeclared_order(text, (found.code,), order)
    return Span(found)

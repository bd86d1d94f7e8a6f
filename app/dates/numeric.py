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
_MONTH_FIRST = re.compile(r"([0-9]{4})[.]([0-9]{1,2})")


def read_numeric(text: str, order: str | None) -> Span | None:
    """The span of an all-numeric date, or None. Raises a refusal where no order, or another one, is declared."""
    bare = text.rstrip(".")
    last, first = _YEAR_LAST.fullmatch(bare), _YEAR_FIRST.fullmatch(bare)
    if last:
        return _whole(text, int(last[4]), int(last[1]), int(last[3]), order if order != "YMD" else None)
    if first:
        return _whole(text, int(first[1]), int(first[3]), int(first[4]), "MDY" if order == "YMD" else None)
    month_last, month_first = _MONTH_LAST.fullmatch(bare), _MONTH_FIRST.fullmatch(bare)
    if month_last:
        return _month(text, int(month_last[2]), int(month_last[1]), order if order != "YMD" else None)
    if month_first:
        return _month(text, int(month_first[1]), int(month_first[2]), order if order == "YMD" else None)
    return None


def _whole(text: str, year: int, one: int, two: int, order: str | None) -> Span:
    if order is None:
        raise refuse.undeclared_order(text, _readings(year, one, two))
    month, day = (one, two) if order == "MDY" else (two, one)
    return Span(checks.day_of_month(year, month, day))


def _readings(year: int, one: int, two: int) -> tuple[str, ...]:
    pairs = dict.fromkeys(((one, two), (two, one)))
    return tuple(f"{year:04}-{month:02}-{day:02}" for month, day in pairs if _exists(year, month, day)) or (
        f"{year:04}",
    )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        checks.day_of_month(year, month, day)
    except DateError:
        return False
    return True


def _month(text: str, year: int, month: int, order: str | None) -> Span:
    checks.check_month(year, month)
    if order is None:
        raise refuse.undeclared_order(text, (f"{year:04}-{month:02}",))
    return Span(checks.month_of_year(year, month))

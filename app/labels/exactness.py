"""How exactly a date is known, and on what ground, in one sentence.

In: a date. Out: plain English without a full stop. What is approximate or uncertain is never called exact.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.dates import CLOCK, Basis, End, EndKind, EventDate, Precision
from app.labels.date_ends import is_whole, months_in_words

BASES: Mapping[Basis, str] = {
    Basis.STATED: "stated by the source",
    Basis.DATELINE: "worked out from the day the source speaks from",
    Basis.INFERRED: "worked out from other events",
    Basis.EXTERNAL: "supplied by the editor of the file",
}

PRECISIONS: Mapping[Precision, str] = {
    Precision.CENTURY: "Only the century is known",
    Precision.DECADE: "Only the decade is known",
    Precision.YEAR: "Only the year is known",
    Precision.HALF: "Only the half-year is known",
    Precision.QUADRIMESTER: "Only the third of the year is known",
    Precision.QUARTER: "Only the quarter is known",
    Precision.SEASON: "Only the season is known, as the source names it",
    Precision.MONTH: "Only the month is known; the day is not given",
    Precision.WEEK: "Only the week is known; the day is not given",
    Precision.DAY: "Exact day; the hour is not given",
    Precision.HOUR: "Only the hour is known; the minutes are not given",
    Precision.MINUTE: "Exact to the minute",
    Precision.SECOND: "Exact to the second",
}
_WINDOWS: Mapping[Precision, str] = {
    Precision.YEAR: "Known to be one of these months, not which",
    Precision.MONTH: "Known to be one of these days, not which",
}
_UNITS: Mapping[Precision, str] = {Precision.HALF: "half-year", Precision.QUADRIMESTER: "third of the year"}


def precision_in_words(date: EventDate | None) -> str:
    """One sentence on how exactly the date is known and on what ground, without a full stop."""
    if date is None:
        return "No source states a date"
    exact = _range(date) if date.is_range else _single(date.first)
    return exact if date.basis is Basis.STATED else f"{exact}; {BASES[date.basis]}"


def _range(date: EventDate) -> str:
    first, last = date.first, date.last
    if first.kind is last.kind is EndKind.UNKNOWN:
        return "No source states either end"
    if last.kind is not EndKind.GIVEN:
        goes_on = "it goes on" if last.kind is EndKind.OPEN else "the end is not stated"
        return f"The start is {_known(first)}; {goes_on}"
    if first.kind is EndKind.UNKNOWN:
        return f"The end is {_known(last)}; the start is not stated"
    if first.kind is EndKind.OPEN:
        limit = f"; the limit is {_qualified(last)}" if _qualified(last) else ""
        return f"Not later than this; the day itself is not stated{limit}"
    ends = (("start", _qualified(first)), ("end", _qualified(last)))
    what = "time" if {first.precision, last.precision} <= CLOCK else "date"
    return "; ".join((f"From one {what} to another", *(f"the {name} is {how}" for name, how in ends if how)))


def _known(end: End) -> str:
    return _qualified(end) or f"known to the {_unit(end)}"


def _single(end: End) -> str:
    precision = end.precision or Precision.DAY
    how = _qualified(end)
    if how:
        return how[0].upper() + how[1:]
    if not is_whole(end):
        return _WINDOWS[precision]
    drawn = f"; drawn as {months_in_words(end, 'en')}" if precision is Precision.SEASON else ""
    return PRECISIONS[precision] + drawn


def _qualified(end: End) -> str:
    """What qualifies an end, and which unit of it: "approximate, about this day"; "" where nothing does."""
    unit = _unit(end)
    if end.approximate and end.uncertain:
        return f"approximate and uncertain, perhaps about this {unit}"
    if end.approximate:
        return f"approximate, about this {unit}"
    return f"uncertain, perhaps this {unit}" if end.uncertain else ""


def _unit(end: End) -> str:
    precision = end.precision or Precision.DAY
    return _UNITS.get(precision, precision.value)

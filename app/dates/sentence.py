"""A span in plain English, for the sentence that says how a date was read.

In: a `Span`. Out: words such as "22 December 2025" or "from May 2021 on, end open".
"""

from __future__ import annotations

from collections.abc import Callable

from app.dates import civil
from app.dates.period import DIVISIONS, Period
from app.dates.span import Bound, Span
from app.dates.value import CLOCK, Basis, EndKind, Precision

_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")


def reading(as_written: str, span: Span) -> str:
    """The sentence: what was written, what it was read as, and from where it was counted."""
    ground = {Basis.DATELINE: f" from the dateline {span.base}", Basis.INFERRED: f" from the event of {span.base}"}
    return f"{as_written}, read as {words(span)}{ground.get(span.basis, '')}."


def words(span: Span) -> str:
    """The span in words."""
    first, last = span.ends
    if span.last is None:
        return _bound(first)
    if last is EndKind.OPEN:
        return f"from {_bound(first)} on, end open"
    if first is EndKind.OPEN:
        return f"until {_bound(last)}, start open"
    return f"from {_bound(first)} to {_bound(last)}"


def _bound(bound: Bound) -> str:
    if isinstance(bound, Period):
        flags = ("about " if bound.approximate else "") + ("possibly " if bound.uncertain else "")
        return flags + _period(bound)
    return "an unknown day"


def _period(here: Period) -> str:
    if "X" in here.code.partition("T")[0]:
        return _unspecified(here)
    return _WORDS.get(here.precision, _division)(here)


def _day(here: Period) -> str:
    day = civil.day_at(here.start_ms)
    return f"{day.day} {civil.MONTH_NAMES[day.month - 1]} {day.year}"


def _clock(here: Period) -> str:
    clock = here.code.partition("T")[2].removesuffix("Z").partition("+")[0].partition("-")[0]
    clock = clock if ":" in clock else f"{clock} h"
    return f"{clock} {here.zone}" if here.zone else f"{clock} without a zone"


def _unspecified(here: Period) -> str:
    year = civil.day_at(here.start_ms).year
    if here.precision is Precision.DECADE:
        return f"the ten years from {year} to {year + 9}"
    if here.precision is Precision.CENTURY:
        return f"the hundred years from {year} to {year + 99}"
    last = civil.day_at(here.end_ms - 1)
    first = civil.day_at(here.start_ms)
    months = civil.MONTH_NAMES[first.month - 1], civil.MONTH_NAMES[last.month - 1]
    return f"a day from {first.day} {months[0]} to {last.day} {months[1]} {year}"


def _division(here: Period) -> str:
    code, year = int(here.code[5:]), int(here.code[:4])
    precision = DIVISIONS[code][2]
    if precision is Precision.SEASON:
        name = _SEASONS[(code - 21) % 4]
        half = " (southern hemisphere)" if code >= 29 else ""
        over = f"-{year + 1}" if DIVISIONS[code][0] == 12 else ""
        return f"{name} {year}{over}{half}"
    starts = {Precision.QUARTER: 33, Precision.QUADRIMESTER: 37, Precision.HALF: 40}
    return f"the {_ORDINALS[code - starts[precision]]} {precision} of {year}"


_WORDS: dict[Precision, Callable[[Period], str]] = {
    Precision.YEAR: lambda here: f"{civil.day_at(here.start_ms).year}",
    Precision.MONTH: lambda here: _day(here).partition(" ")[2],
    Precision.WEEK: lambda here: f"the week of {_day(here)}",
    Precision.DAY: _day,
    **dict.fromkeys(CLOCK, lambda here: f"{_day(here)}, {_clock(here)}"),
}

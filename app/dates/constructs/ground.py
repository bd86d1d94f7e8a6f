"""The ground that a span stands on when its own words do not say all: the dateline, and the dateline's year.

In: periods or a way to build a span for a year, and the `Scope`. Out: `Span`s with their basis and base, or a refusal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.dates import civil, refuse
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.span import Span
from app.dates.value import Basis, DateError, Precision

_LEAP_YEAR = 2000  # has a 29 February: a day that no year has is refused even where the year is missing


def from_dateline(found: Period, scope: Scope, *doubts: str) -> Span:
    """A period that was counted from the dateline, with that as its base."""
    return Span(found, basis=Basis.DATELINE, base=scope.spoken_on().code, doubts=doubts)


def in_dateline_year(build: Callable[[int], Span], scope: Scope) -> Span:
    """The span of the dateline's year. Raises a refusal that shows both years where that would lie ahead."""
    if scope.dateline is None:
        build(_LEAP_YEAR)
        raise refuse.no_year(scope.text, ())
    year = civil.day_at(scope.dateline.start_ms).year
    found = build(year)
    first = found.first
    if isinstance(first, Period) and first.start_ms > scope.dateline.start_ms:
        raise refuse.no_year(scope.text, (_before(build, year - 1) or found.edtf, found.edtf))
    return replace(found, basis=Basis.DATELINE, base=scope.dateline.code, floating=Precision.YEAR)


def _before(build: Callable[[int], Span], year: int) -> str | None:
    try:
        return build(year).edtf
    except DateError:
        return None

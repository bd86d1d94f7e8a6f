"""Days and months without a year, which only the dateline can give.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span` with the dateline as its base, or a refusal that shows
both years.
"""

from __future__ import annotations

from collections.abc import Callable

from app.dates import checks, civil, span
from app.dates.constructs.ground import from_dateline, in_dateline_year
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import Precision


def day_month(slots: Slots, scope: Scope) -> Span:
    """22 December, without a year: the dateline's, unless the day then lies ahead; two years are possible then."""
    return in_dateline_year(lambda year: Span(checks.day_of_month(year, slots.month(), slots.number("day"))), scope)


def bare_month(slots: Slots, scope: Scope) -> Span:
    """In December, without a year: as with a day."""
    return in_dateline_year(lambda year: Span(checks.month_of_year(year, slots.month())), scope)


def _month_away(slots: Slots, scope: Scope, choose: Callable[[int], int]) -> Span:
    here = civil.day_at(scope.spoken_on().start_ms)
    ahead = checks.month_of_year(here.year, slots.month())
    months = choose(civil.day_at(ahead.start_ms).month - here.month)
    return from_dateline(span.moved(Precision.MONTH, scope.spoken_on().start_ms, months), scope)


def month_this(slots: Slots, scope: Scope) -> Span:
    """This May: the one of the dateline's year."""
    return _month_away(slots, scope, lambda ahead: ahead)


def month_last(slots: Slots, scope: Scope) -> Span:
    """Last May: the latest one that was over before the dateline's month began."""
    return _month_away(slots, scope, lambda ahead: ahead if ahead < 0 else ahead - 12)


def month_next(slots: Slots, scope: Scope) -> Span:
    """Next May: the first one that begins after the dateline's month."""
    return _month_away(slots, scope, lambda ahead: ahead if ahead > 0 else ahead + 12)

"""Days and periods that count from the dateline, the day the text speaks from; the machine's clock is never asked.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span` with the dateline as its base, or None; a refusal where
there is no dateline. The unit that is counted is the precision of the answer: "two weeks ago" is a week, "three days
ago" a day.
"""

from __future__ import annotations

from dataclasses import replace

from app.dates import civil, parts, span
from app.dates.constructs.ground import from_dateline
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import Precision

DOUBTFUL_WEEKDAY = "W307"
_WHOLE = {"week", "month", "quarter", "half", "year", "decade", "century"}


def _days_away(scope: Scope, days: int) -> Span:
    return from_dateline(span.moved(Precision.DAY, scope.spoken_on().start_ms, days), scope)


def today(_slots: Slots, scope: Scope) -> Span:
    """The dateline."""
    return _days_away(scope, 0)


def yesterday(_slots: Slots, scope: Scope) -> Span:
    """The day before the dateline."""
    return _days_away(scope, -1)


def tomorrow(_slots: Slots, scope: Scope) -> Span:
    """The day after the dateline."""
    return _days_away(scope, 1)


def day_before_yesterday(_slots: Slots, scope: Scope) -> Span:
    """Two days before the dateline."""
    return _days_away(scope, -2)


def day_after_tomorrow(_slots: Slots, scope: Scope) -> Span:
    """Two days after the dateline."""
    return _days_away(scope, 2)


def _weekdays(slots: Slots, scope: Scope) -> tuple[int, int]:
    """The weekday that is named and the dateline's, both from 0."""
    return slots.number("weekday") - 1, civil.weekday_of(scope.spoken_on().start_ms // civil.DAY_MS)


def weekday(slots: Slots, scope: Scope) -> Span:
    """Monday: the latest one on or before the dateline."""
    named, today_is = _weekdays(slots, scope)
    return replace(_days_away(scope, -((today_is - named) % 7)), floating=Precision.WEEK)


def weekday_this(slots: Slots, scope: Scope) -> Span:
    """This Monday: the one of the dateline's week."""
    named, today_is = _weekdays(slots, scope)
    return _days_away(scope, named - today_is)


def weekday_last(slots: Slots, scope: Scope) -> Span:
    """Last Monday: the latest one before the dateline; doubtful when this week has had one already."""
    named, today_is = _weekdays(slots, scope)
    found = _days_away(scope, -((today_is - named - 1) % 7 + 1))
    return replace(found, doubts=(DOUBTFUL_WEEKDAY,)) if named < today_is else found


def weekday_next(slots: Slots, scope: Scope) -> Span:
    """Next Monday: the first one after the dateline; doubtful when this week still has one."""
    named, today_is = _weekdays(slots, scope)
    found = _days_away(scope, (named - today_is - 1) % 7 + 1)
    return replace(found, doubts=(DOUBTFUL_WEEKDAY,)) if named > today_is else found


def weekday_of_last_week(slots: Slots, scope: Scope) -> Span:
    """The Monday of the week before the dateline's."""
    named, today_is = _weekdays(slots, scope)
    return _days_away(scope, named - today_is - 7)


def weekday_of_next_week(slots: Slots, scope: Scope) -> Span:
    """The Monday of the week after the dateline's."""
    named, today_is = _weekdays(slots, scope)
    return _days_away(scope, named - today_is + 7)


def _unit_away(slots: Slots, scope: Scope, units: int) -> Span | None:
    unit = slots.unit()
    if unit not in _WHOLE:
        return None
    return from_dateline(span.moved(parts.PRECISIONS[unit], scope.spoken_on().start_ms, units), scope)


def unit_this(slots: Slots, scope: Scope) -> Span | None:
    """This week, month, quarter, year ...: the whole of it."""
    return _unit_away(slots, scope, 0)


def year_this(_slots: Slots, scope: Scope) -> Span:
    """The year that the dateline is in, where the language has a word of its own for it."""
    return from_dateline(span.moved(Precision.YEAR, scope.spoken_on().start_ms, 0), scope)


def year_last(_slots: Slots, scope: Scope) -> Span:
    """The year before the dateline's, where the language has a word of its own for it."""
    return from_dateline(span.moved(Precision.YEAR, scope.spoken_on().start_ms, -1), scope)


def year_next(_slots: Slots, scope: Scope) -> Span:
    """The year after the dateline's, where the language has a word of its own for it."""
    return from_dateline(span.moved(Precision.YEAR, scope.spoken_on().start_ms, 1), scope)


def unit_last(slots: Slots, scope: Scope) -> Span | None:
    """Last week, month, quarter, year ...: the whole of it."""
    return _unit_away(slots, scope, -1)


def unit_next(slots: Slots, scope: Scope) -> Span | None:
    """Next week, month, quarter, year ...: the whole of it."""
    return _unit_away(slots, scope, 1)


def to_date(slots: Slots, scope: Scope) -> Span | None:
    """The year to date: from its first day to the dateline."""
    whole = _unit_away(slots, scope, 0) if "unit" in slots else year_this(slots, scope)
    if whole is None or not isinstance(whole.first, Period):
        return None
    return replace(whole, first=span.containing(Precision.DAY, whole.first.start_ms), last=scope.spoken_on())


def units_ago(slots: Slots, scope: Scope) -> Span:
    """Three days ago, two weeks ago: a period of the unit that is counted."""
    here = scope.spoken_on()
    return from_dateline(span.moved(parts.PRECISIONS[slots.unit()], here.start_ms, -slots.count()), scope)


def units_ahead(slots: Slots, scope: Scope) -> Span:
    """In three days, in two weeks."""
    here = scope.spoken_on()
    return from_dateline(span.moved(parts.PRECISIONS[slots.unit()], here.start_ms, slots.count()), scope)

"""Weekdays and times that stand beside a day.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span`, None or a refusal, as in `calendar`.
"""

from __future__ import annotations

from app.dates import civil, refuse, span, times
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import CLOCK, Precision


def on_weekday(slots: Slots, _scope: Scope) -> Span | None:
    """Monday, 22 December 2025. Raises a refusal where the weekday does not belong to the day."""
    known = slots.span().single()
    if known is None or known.precision not in {Precision.DAY, *CLOCK}:
        return None
    number, right = slots.number("weekday") - 1, civil.weekday_of(known.start_ms // civil.DAY_MS)
    if number != right:
        when = civil.day_at(known.start_ms)
        words = f"{when.day} {civil.MONTH_NAMES[when.month - 1]} {when.year}"
        raise refuse.wrong_weekday(civil.WEEKDAY_NAMES[number], civil.WEEKDAY_NAMES[right], words, when.isoformat())
    return slots.span()


def weekday_in(slots: Slots, _scope: Scope) -> Span | None:
    """Monday of the week of 22 December 2025, Monday of last week."""
    week = slots.span().single(Precision.WEEK)
    if week is None:
        return None
    return Span(span.moved(Precision.DAY, week.start_ms, slots.number("weekday") - 1)).with_ground_of(slots.span())


def at_time(slots: Slots, scope: Scope) -> Span | None:
    """22 December 2025, 14:30 MSK."""
    known = slots.span().single(Precision.DAY)
    if known is None:
        return None
    return Span(times.moment(known, slots.text("time"), slots.lexicon, scope)).with_ground_of(slots.span())


def at_times(slots: Slots, scope: Scope) -> Span | None:
    """22 December 2025, 14:00-15:30 MSK; a zone at the end holds for both times."""
    known = slots.span().single(Precision.DAY)
    if known is None:
        return None
    lexicon, (time, time2) = slots.lexicon, (slots.text("time"), slots.text("time2"))
    first = times.moment(known, times.with_zone_of(time, time2, lexicon), lexicon, scope)
    return span.between(first, times.moment(known, time2, lexicon, scope)).with_ground_of(slots.span())

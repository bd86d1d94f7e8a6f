"""What can be said for certain about two dates that are known within bounds.

In: `EventDate`s. Out: predicates that are true only if no reading of the dates makes them false. Bounds are
milliseconds, half-open; an end that is open, unknown, approximate or uncertain has no bound.
"""

from __future__ import annotations

import math

from app.dates import End, EndKind, EventDate


def is_wholly_before(one: EventDate, other: EventDate) -> bool:
    """Whether `one` is over before `other` can have begun."""
    return _hull(one)[1] <= _hull(other)[0]


def are_apart(one: EventDate | None, other: EventDate | None) -> bool:
    """Whether the two cannot have a moment in common; False where one is not known."""
    if one is None or other is None:
        return False
    return is_wholly_before(one, other) or is_wholly_before(other, one)


def is_surely_within(one: EventDate, period: EventDate) -> bool:
    """Whether all that `one` can be lies in what `period` surely covers."""
    start, end = _hull(one)
    sure_start, sure_end = sure_span(period)
    return sure_start <= start < end <= sure_end


def surely_overlap(one: EventDate, other: EventDate) -> bool:
    """Whether the two periods surely have some time in common."""
    (start, end), (other_start, other_end) = sure_span(one), sure_span(other)
    return max(start, other_start) < min(end, other_end)


def sure_span(date: EventDate) -> tuple[float, float]:
    """What a period covers however its ends are read; empty for an unknown end, and for a single date."""
    start = -math.inf if date.first.kind is EndKind.OPEN else date.first.latest_ms if _is_firm(date.first) else None
    end = math.inf if date.last.kind is EndKind.OPEN else date.last.earliest_ms if _is_firm(date.last) else None
    return math.inf if start is None else start, -math.inf if end is None else end


def _hull(date: EventDate) -> tuple[float, float]:
    """All that the date can be."""
    start = date.first.earliest_ms if _is_firm(date.first) else None
    end = date.last.latest_ms if _is_firm(date.last) else None
    return -math.inf if start is None else start, math.inf if end is None else end


def _is_firm(end: End) -> bool:
    return end.kind is EndKind.GIVEN and not (end.approximate or end.uncertain)

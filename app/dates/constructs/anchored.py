"""Days and periods that count from a date in the phrase, or from the date of another event.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span`, or None; a refusal where there is no event to count from,
or where its date is not known well enough. The unit that is counted is the precision of the answer.
"""

from __future__ import annotations

from app.dates import civil, parts, refuse, span
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import Basis, End, EndKind, Precision


def _counted(base: tuple[int, int], precision: Precision, units: int, scope: Scope, shown: str) -> Period:
    start_ms, end_ms = base
    whole = span.containing(precision, start_ms)
    if not whole.start_ms <= start_ms < end_ms <= whole.end_ms:
        raise refuse.coarse_anchor(scope.text, shown)
    return span.moved(precision, start_ms, units)


def _from_date(slots: Slots, scope: Scope, units: int) -> Span | None:
    ends = slots.span().stretch() or slots.span().closed()
    if ends is None:
        return None
    here = ends[0] if units < 0 else ends[1]
    precision = parts.PRECISIONS[slots.unit()] if "unit" in slots else Precision.DAY
    found = _counted((here.start_ms, here.end_ms), precision, units, scope, here.edtf)
    return Span(found.qualified(approximate=here.approximate, uncertain=here.uncertain)).with_ground_of(slots.span())


def days_before_date(slots: Slots, scope: Scope) -> Span | None:
    """Two days before 22 December 2025."""
    return _from_date(slots, scope, -slots.count())


def days_after_date(slots: Slots, scope: Scope) -> Span | None:
    """Two days after 22 December 2025."""
    return _from_date(slots, scope, slots.count())


def day_before_date(slots: Slots, scope: Scope) -> Span | None:
    """The day before 22 December 2025."""
    return _from_date(slots, scope, -1)


def day_after_date(slots: Slots, scope: Scope) -> Span | None:
    """The day after 22 December 2025."""
    return _from_date(slots, scope, 1)


def _bounds(end: End, scope: Scope, shown: str) -> tuple[int, int]:
    if end.kind is not EndKind.GIVEN or end.earliest_ms is None or end.latest_ms is None:
        raise refuse.coarse_anchor(scope.text, shown)
    return end.earliest_ms, end.latest_ms


def _from_anchor(slots: Slots, scope: Scope, units: int) -> Span | None:
    if scope.anchor is None:
        raise refuse.needs_anchor(scope.text)
    unit, shown = slots.unit() if "unit" in slots else "day", scope.anchor.edtf
    first, last = _bounds(scope.anchor.first, scope, shown), _bounds(scope.anchor.last, scope, shown)
    end = scope.anchor.first if units < 0 else scope.anchor.last
    base = (first[0], last[1]) if not units else first if units < 0 else last
    found = _counted(base, parts.PRECISIONS[unit], units, scope, shown)
    return Span(
        found.qualified(approximate=end.approximate, uncertain=end.uncertain),
        basis=Basis.INFERRED,
        base=civil.day_at(base[0]).isoformat(),
    )


def units_later(slots: Slots, scope: Scope) -> Span | None:
    """Two days later: after the anchor's last day."""
    return _from_anchor(slots, scope, slots.count())


def units_earlier(slots: Slots, scope: Scope) -> Span | None:
    """Two days earlier: before the anchor's first day."""
    return _from_anchor(slots, scope, -slots.count())


def same_unit(slots: Slots, scope: Scope) -> Span | None:
    """The same day, week, month, year as the anchor."""
    return _from_anchor(slots, scope, 0)


def unit_later(slots: Slots, scope: Scope) -> Span | None:
    """The next day, the following week."""
    return _from_anchor(slots, scope, 1)


def unit_earlier(slots: Slots, scope: Scope) -> Span | None:
    """The previous day, the preceding year."""
    return _from_anchor(slots, scope, -1)

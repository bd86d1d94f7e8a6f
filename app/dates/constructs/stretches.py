"""Stretches of a period, and ranges from one date to another.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span`, None or a refusal, as in `calendar`.
"""

from __future__ import annotations

from app.dates import checks, civil, parts, period, refuse, span
from app.dates.constructs.ground import in_dateline_year
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import Basis, Precision


def first_n(slots: Slots, scope: Scope) -> Span | None:
    """The first nine months of 2025; the first week of May 2021 is its first seven days."""
    return _counted(slots, scope, 1, slots.count())


def first_months(slots: Slots, _scope: Scope) -> Span | None:
    """Nine months of 2025, where a language means its first nine by that."""
    whole = slots.span().single(Precision.YEAR)
    if whole is None:
        return None
    found = parts.counted(whole.start_ms, whole.end_ms, Precision.MONTH, 1, slots.count())
    return found and found.with_ground_of(slots.span())


def last_n(slots: Slots, scope: Scope) -> Span | None:
    """The last three months of 2024."""
    return _counted(slots, scope, -slots.count(), -1)


def nth(slots: Slots, scope: Scope) -> Span | None:
    """The second week of May 2021, the third month of 2022."""
    return _counted(slots, scope, slots.rank(), slots.rank())


def ten_days(slots: Slots, _scope: Scope) -> Span | None:
    """The third ten days of a month: from the 21st to its end."""
    whole, number = slots.span().single(Precision.MONTH), slots.number("ordinal")
    if whole is None:
        return None
    if not 1 <= number <= 3:
        raise refuse.impossible("A month has three times ten days.", f'Write "{whole.code}" or "{whole.code}-21".')
    found = parts.third(whole, number, approximate=False)
    return found and found.with_ground_of(slots.span())


def _counted(slots: Slots, _scope: Scope, first: int, last: int) -> Span | None:
    ends = slots.span().stretch()
    unit = parts.PRECISIONS.get(slots.unit())
    if ends is None or unit is None or ends[0].is_qualified or ends[1].is_qualified or slots.are_uncounted():
        return None
    found = parts.counted(ends[0].start_ms, ends[1].end_ms, unit, first, last)
    return found and found.with_ground_of(slots.span())


def early(slots: Slots, _scope: Scope) -> Span | None:
    """Early 2022: the first third, approximate."""
    return _third(slots, 1)


def middle(slots: Slots, _scope: Scope) -> Span | None:
    """Mid-2022: the second third, approximate."""
    return _third(slots, 2)


def late(slots: Slots, _scope: Scope) -> Span | None:
    """Late 2022, the end of 2022: the last third, approximate."""
    return _third(slots, 3)


def _third(slots: Slots, number: int) -> Span | None:
    whole = slots.span().single()
    found = parts.third(whole, number) if whole else None
    return found and found.with_ground_of(slots.span())


def from_to(slots: Slots, _scope: Scope) -> Span | None:
    """From May 2021 to June 2022, both included."""
    first, last = slots.span("a").stretch(), slots.span("b").stretch()
    if first is None or last is None or _leans_unevenly(slots.span("a"), slots.span("b")):
        return None
    return span.between(first[0], last[1]).with_ground_of(slots.span("a"), slots.span("b"))


def _leans_unevenly(one: Span, other: Span) -> bool:
    """Whether one date has no year of its own and the other has: then it may belong to the other's year."""
    return any(
        each.floating is Precision.YEAR and against.basis is Basis.STATED
        for each, against in ((one, other), (other, one))
    )


def pair(slots: Slots, scope: Scope) -> Span | None:
    """A range whose first date leaves out what its second says: 21-22 December 2025, May-June 2021, 21-22 December."""

    def build(year_number: int) -> Span:
        return span.between(_side(slots, year_number, ""), _side(slots, year_number, "2"))

    if "year" in slots:
        return build(slots.number("year"))
    if not slots.spans:
        return in_dateline_year(build, scope)
    whole = slots.span().single(Precision.YEAR)
    return build(civil.day_at(whole.start_ms).year).with_ground_of(slots.span()) if whole else None


def _side(slots: Slots, year_number: int, mark: str) -> Period:
    def number(name: str) -> int | None:
        written = name + mark if name + mark in slots else name
        return slots.number(written) if written in slots else None

    if mark and "year2" in slots:
        year_number = slots.number("year2")
    for name, first_code in (("q", 33), ("season", 21)):
        if (division := number(name)) is not None:
            return period.division(year_number, first_code - 1 + division)
    month_number, day_number = number("month") or number("mm"), number("day")
    if month_number is None:
        return period.year(year_number)
    if day_number is None:
        return checks.month_of_year(year_number, month_number)
    return checks.day_of_month(year_number, month_number, day_number)

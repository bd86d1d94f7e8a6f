"""Periods of the calendar by their names: days, months, years, decades, centuries, weeks.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span`; None where the words do not make sense together, so that
another phrase may claim them; a refusal where they make sense and the calendar has no such date.
"""

from __future__ import annotations

from app.dates import checks, civil, edtf, period, refuse, span
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import Precision


def day(slots: Slots, _scope: Scope) -> Span | None:
    """22 December 2025. A month may be named twice, in two traditions, if it is the same (Arabic)."""
    number = slots.month()
    if "month2" in slots and slots.number("month2") != number:
        return None
    return Span(checks.day_of_month(slots.number("year"), number, slots.number("day")))


def month(slots: Slots, _scope: Scope) -> Span | None:
    """December 2025. It may be named twice, as in a day."""
    number = slots.month()
    if "month2" in slots and slots.number("month2") != number:
        return None
    return Span(checks.month_of_year(slots.number("year"), number))


def year(slots: Slots, _scope: Scope) -> Span:
    """2025."""
    return Span(period.year(slots.number("year")))


def decade(slots: Slots, scope: Scope) -> Span:
    """The 1990s. Where the year ends in 00 the words may mean the whole century: refused."""
    first = slots.number("decade")
    if first % 100 == 0:
        readings = f"{first // 10}X", f"{first // 100}XX"
        raise refuse.ambiguous(scope.text, readings, scope.part)
    return Span(period.decade(first))


def century(slots: Slots, _scope: Scope) -> Span:
    """The 19th century, 1800 to 1899."""
    number = slots.number("century")
    if not 1 <= number <= 99:
        raise refuse.impossible(
            f"There is no century {number} within the years 1 to 9999.", 'Write "19th century" or "18XX".'
        )
    return Span(period.century(number))


def decade_of_century(slots: Slots, _scope: Scope) -> Span | None:
    """The nineties of the 20th century: {tens} names 10, 20 ... 90."""
    tens, number = slots.number("tens"), slots.number("century")
    tens = tens if tens > 9 else tens * 10
    return Span(period.decade((number - 1) * 100 + tens)) if 2 <= number <= 99 else None


def week_number(slots: Slots, _scope: Scope) -> Span | None:
    """Week 52 of 2025, as ISO 8601 counts weeks."""
    single = edtf.read_single(f"{slots.number('year'):04}-W{slots.rank():02}")
    return Span(single) if single else None


def week_of(slots: Slots, _scope: Scope) -> Span | None:
    """The week of 22 December 2025: Monday to Sunday."""
    known = slots.span().single(Precision.DAY)
    if known is None:
        return None
    return Span(span.containing(Precision.WEEK, known.start_ms)).with_ground_of(slots.span())


def month_of(slots: Slots, _scope: Scope) -> Span | None:
    """December of last year."""
    whole = slots.span().single(Precision.YEAR)
    if whole is None:
        return None
    year_number = civil.day_at(whole.start_ms).year
    return Span(checks.month_of_year(year_number, slots.month())).with_ground_of(slots.span())


def day_of(slots: Slots, _scope: Scope) -> Span | None:
    """22 December of last year, the 22nd of this month."""
    whole = slots.span().single()
    if whole is None or whole.precision not in {Precision.YEAR, Precision.MONTH}:
        return None
    start = civil.day_at(whole.start_ms)
    named = "month" in slots or "mm" in slots
    if (whole.precision is Precision.YEAR) != named:
        return None
    number = slots.month() if named else start.month
    return Span(checks.day_of_month(start.year, number, slots.number("day"))).with_ground_of(slots.span())

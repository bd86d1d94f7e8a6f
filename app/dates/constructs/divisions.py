"""Divisions of the year: quarters, halves and seasons.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span`, None or a refusal, as in `calendar`.
"""

from __future__ import annotations

from app.dates import civil, parts, period, refuse, span
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import Precision


def quarter(slots: Slots, _scope: Scope) -> Span:
    """Q3 2024."""
    return Span(period.division(slots.number("year"), 32 + slots.number("q")))


def half(slots: Slots, _scope: Scope) -> Span:
    """H1 2023."""
    return Span(period.division(slots.number("year"), 39 + slots.number("h")))


def quarter_of(slots: Slots, _scope: Scope) -> Span | None:
    """The third quarter of 2024, of this year."""
    whole, number = slots.span().single(Precision.YEAR), slots.number("ordinal" if "ordinal" in slots else "q")
    if whole is None:
        return None
    if not 1 <= number <= 4:
        raise refuse.impossible("A year has four quarters.", f'Write "Q4 {whole.code}" or "{whole.code}".')
    return Span(span.moved(Precision.QUARTER, whole.start_ms, number - 1)).with_ground_of(slots.span())


def last_quarter_of(slots: Slots, _scope: Scope) -> Span | None:
    """The last quarter of 2024."""
    whole = slots.span().single(Precision.YEAR)
    if whole is None:
        return None
    return Span(span.moved(Precision.QUARTER, whole.start_ms, 3)).with_ground_of(slots.span())


def half_of(slots: Slots, _scope: Scope) -> Span | None:
    """The first half of 2023, of December 2025, of the 1990s."""
    number = slots.number("ordinal" if "ordinal" in slots else "h")
    whole = slots.span().single()
    if whole is None or whole.is_qualified:
        return None
    if not 1 <= number <= 2:
        raise refuse.impossible("There are two halves.", f'Write "the second half of {whole.code}" or "{whole.code}".')
    found = parts.half(whole, number)
    return found and found.with_ground_of(slots.span())


def season(slots: Slots, scope: Scope) -> Span:
    """Spring 2023; a winter of one year is refused, because two winters touch it."""
    return _season(slots.number("season"), slots.number("year"), scope)


def season_of(slots: Slots, scope: Scope) -> Span | None:
    """The spring of this year."""
    whole = slots.span().single(Precision.YEAR)
    if whole is None:
        return None
    return _season(slots.number("season"), civil.day_at(whole.start_ms).year, scope).with_ground_of(slots.span())


def _season(number: int, year_number: int, scope: Scope) -> Span:
    if number == 4:
        readings = tuple(f"winter {first}-{first + 1}" for first in (year_number - 1, year_number))
        raise refuse.ambiguous(scope.text, readings, scope.part)
    return Span(period.division(year_number, 20 + number))


def winter_pair(slots: Slots, scope: Scope) -> Span:
    """Winter 2023-2024, winter 2023/24: December to February. Other seasons do not span two years."""
    first, number = slots.number("year"), slots.number("season")
    second = slots.number("year2") if "year2" in slots else slots.number("yy")
    if number == 4 and second in {first + 1, (first + 1) % 100}:
        return Span(period.division(first, 24))
    code = 20 + number
    last = second if second > first else first + 1
    raise refuse.ambiguous(scope.text, (f"{first}-{code}", f"{first}-{code}/{last}-{code}"), scope.part)

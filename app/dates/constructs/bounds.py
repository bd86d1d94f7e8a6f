"""What stands around a date: since, until, before and after it, about it, possibly it.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span`, None or a refusal, as in `calendar`. "Until X" and "by X"
include X; "before X" and "after X" leave it out.
"""

from __future__ import annotations

from app.dates import span
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import EndKind


def since(slots: Slots, _scope: Scope) -> Span | None:
    """Since 2022: `2022/..`."""
    ends = slots.span().stretch()
    return ends and Span(ends[0], EndKind.OPEN).with_ground_of(slots.span())


def to_present(slots: Slots, scope: Scope) -> Span | None:
    """2022 to the present: `2022/..`, because what goes on has no end yet."""
    return since(slots, scope)


def until(slots: Slots, _scope: Scope) -> Span | None:
    """Until 2022, which includes it: `../2022`."""
    ends = slots.span().stretch()
    return ends and Span(EndKind.OPEN, ends[1]).with_ground_of(slots.span())


def before(slots: Slots, _scope: Scope) -> Span | None:
    """Before 2022, which excludes it: `../2021`."""
    ends = slots.span().stretch()
    if ends is None or not span.is_whole(ends[0]):
        return None
    return Span(EndKind.OPEN, span.neighbour(ends[0], -1)).with_ground_of(slots.span())


def after(slots: Slots, _scope: Scope) -> Span | None:
    """After 2022, which excludes it: `2023/..`."""
    ends = slots.span().stretch()
    if ends is None or not span.is_whole(ends[1]):
        return None
    return Span(span.neighbour(ends[1], 1), EndKind.OPEN).with_ground_of(slots.span())


def circa(slots: Slots, _scope: Scope) -> Span | None:
    """About 1984: `1984~`."""
    known = slots.span()
    return known.mapped(lambda each: each.qualified(approximate=True)) if known.closed() else None


def uncertain(slots: Slots, _scope: Scope) -> Span | None:
    """Possibly 1984: `1984?`."""
    known = slots.span()
    return known.mapped(lambda each: each.qualified(uncertain=True)) if known.closed() else None


def plain(slots: Slots, _scope: Scope) -> Span | None:
    """In 2022, on 22 December 2025: the date itself."""
    return slots.span() if slots.span().closed() else None

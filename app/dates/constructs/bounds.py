"""What stands around a date: since, until, before and after it, about it, possibly it.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span`, None or a refusal, as in `calendar`. "Until X" and "by X"
include X; "before X" and "after X" leave it out.
"""

from __future__ import annotations

from app.dates import checks, civil, refuse, span
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import Basis, DateError, EndKind, Precision


def since(slots: Slots, _scope: Scope) -> Span | None:
    """Since 2022: `2022/..`."""
    ends = slots.span().stretch()
    return ends and Span(ends[0], EndKind.OPEN).with_ground_of(slots.span())


def to_present(slots: Slots, scope: Scope) -> Span | None:
    """2022 to the present: `2022/..`, because what goes on has no end yet."""
    return since(slots, scope)


def until(slots: Slots, scope: Scope) -> Span | None:
    """Until 2022, which includes it: `../2022`. "Until Friday" may mean a Friday to come: refused."""
    ends = slots.span().stretch()
    if ends is None:
        return None
    _refuse_floating(slots, scope, ends[1], "until")
    return Span(EndKind.OPEN, ends[1]).with_ground_of(slots.span())


def before(slots: Slots, scope: Scope) -> Span | None:
    """Before 2022, which excludes it: `../2021`."""
    ends = slots.span().stretch()
    if ends is None or not span.is_whole(ends[0]):
        return None
    _refuse_floating(slots, scope, ends[0], "before")
    return Span(EndKind.OPEN, span.neighbour(ends[0], -1)).with_ground_of(slots.span())


def after(slots: Slots, scope: Scope) -> Span | None:
    """After 2022, which excludes it: `2023/..`."""
    ends = slots.span().stretch()
    if ends is None or not span.is_whole(ends[1]):
        return None
    _refuse_floating(slots, scope, ends[1], "after")
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


def plain_stated(slots: Slots, _scope: Scope) -> Span | None:
    """The 1990s: the date itself, where it does not count from the dateline. "The last week" is not last week."""
    return slots.span() if slots.span().closed() and slots.span().basis is Basis.STATED else None


def _refuse_floating(slots: Slots, scope: Scope, here: Period, word: str) -> None:
    """What is not over by a Friday or a May without a year may as well mean the next one."""
    floating = slots.span().floating
    if floating:
        following = _following(here, floating)
        raise refuse.ambiguous(scope.text, tuple(f"{word} {code}" for code in (here.code, following)), scope.part)


def _following(here: Period, step: Precision) -> str:
    if step is Precision.WEEK:
        return span.moved(Precision.DAY, here.start_ms, 7).code
    day = civil.day_at(here.start_ms)
    if here.precision is Precision.MONTH:
        return checks.month_of_year(day.year + 1, day.month).code
    try:
        return checks.day_of_month(day.year + 1, day.month, day.day).code
    except DateError:  # 29 February
        return f"{day.year + 1}-03-01"

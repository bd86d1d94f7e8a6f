"""What a phrase may lean on, read once per phrase: the dateline as a day, the anchor, the declared order and zone.

In: `DateContext`. Out: `Scope`, or a refusal where the context itself is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.dates import period, refuse
from app.dates.period import Period
from app.dates.value import DateContext, EventDate

ORDERS = ("DMY", "MDY", "YMD")


@dataclass(frozen=True, slots=True)
class Scope:
    """The phrase as written, and the ground that it may stand on."""

    text: str
    dateline: Period | None = None
    anchor: EventDate | None = None
    order: str | None = None
    timezone: str | None = None
    part: str = ""  # the operand that is being read, where that is not the whole phrase

    def spoken_on(self) -> Period:
        """The dateline. Raises a refusal where there is none."""
        if self.dateline is None:
            raise refuse.needs_dateline(self.text)
        return self.dateline


def scope_of(text: str, context: DateContext) -> Scope:
    """The scope of a phrase. Raises a refusal for a dateline that is no ISO day, or an order that is none."""
    if context.order is not None and context.order not in ORDERS:
        what = f"The order of numbers {refuse.shown(context.order)} is unknown."
        raise refuse.bad_context(what, "Write DMY, MDY or YMD.")
    return Scope(text, _day(context.dateline), context.anchor, context.order, context.timezone)


def _day(dateline: str | None) -> Period | None:
    if dateline is None:
        return None
    try:
        if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", dateline):
            day = date.fromisoformat(dateline)
            return period.day(day.year, day.month, day.day)
    except ValueError:
        pass
    what = f"The dateline {refuse.shown(dateline)} is not a day."
    raise refuse.bad_context(what, 'Write the dateline as an ISO day, such as "2025-12-22".')

"""Date phrases -> dates, with what the file and other events lend them.

In: texts and the fields of `DATE`. Out: `EventDate`, None for a date that no source gives, or BROKEN after the
problem was reported.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import replace
from typing import Any

from app.dates import UNSTATED, Basis, DateContext, DateError, EventDate, date_warnings, read_date
from app.errors import Position
from app.load.context import Broken, Context
from app.schema import Date
from app.source import Mapping, Node

MAX_EXPLAINED = 1000  # dates of one run that cannot be read: of each file only the first 500 are listed
_UNKNOWN_DATE = "unknown"
_NOT_A_DATE = "E301"
_GROUNDS = {"E308": "date_order", "E310": "dateline"}
_WRITE_UNKNOWN = f"Write `{_UNKNOWN_DATE}`"
_LEAVE_OUT = "Leave the date out"
_AT_A_LOSS = ("Write a date alone", "Give the end")  # the fixes that name no date of the text itself
_NOTHING: Dict[str, Any] = {}


def read_dated(kind: Date, values: Dict[str, Any], node: Mapping, context: Context) -> EventDate | Broken | None:
    """The date that a mapping after `DATE` gives; `values` are its fields, `node` says where they stand."""
    leaning = context.dates
    if "lang" in values:
        leaning = replace(leaning, langs=(values["lang"],))
    if "after" in values:
        anchor = context.finds.event_dates.get(values["after"])
        if not isinstance(anchor, EventDate):
            return _without_anchor(node, values["after"], anchor, context)
        leaning = replace(leaning, anchor=anchor)
    place = next(value for key, value in node.items if key.text == "text")
    date = read_phrase(kind, values["text"], place, context, leaning, values)
    if not isinstance(date, EventDate):
        return date
    if "zone" in values and date.offset_min is None:
        fix = "Write the offset in `text`, such as 2025-12-22T14:30+03:00, or delete `zone`."
        context.refuse(node, "E215", "The date has a `zone` and no time with an offset.", fix)
    return _with_ground(date, values, leaning)


def _with_ground(date: EventDate, values: Dict[str, Any], leaning: DateContext) -> EventDate:
    """The date with the ground that its mapping gives; what is worked out from the dateline counts from it."""
    basis = values.get("basis", date.basis)
    dateline = leaning.dateline if values.get("basis") is Basis.DATELINE else None
    return replace(date, basis=basis, base=values.get("base") or date.base or dateline)


def _as_said(date: EventDate, values: Dict[str, Any]) -> EventDate:
    """The date with the source's own words and zone, where its mapping keeps them beside what was read."""
    zone = values.get("zone") if date.offset_min is not None else None
    kept = replace(date, zone=zone or date.zone)
    return replace(kept, as_written=values["as_written"], lang=values.get("lang")) if "as_written" in values else kept


def _without_anchor(node: Mapping, anchor_id: str, anchor: object, context: Context) -> Broken:
    place = next(value for key, value in node.items if key.text == "after")
    why = "has no stated date" if anchor is None else "has no date that can be read"
    what = f"The date counts from `{anchor_id}`, which {why}."
    if anchor is None:
        return context.refuse(place, "E411", what, "Write a date of its own, or `unknown`.")
    return context.refuse(place, "E411", what, "Mend that first, or write a date of its own.", anchor_id)


def read_phrase(
    kind: Date, text: str, node: Node, context: Context, leaning: DateContext, said: Dict[str, Any] = _NOTHING
) -> EventDate | Broken | None:
    """The date of a phrase, None where it says that none is known, or BROKEN.

    `leaning` is what it may lean on, `said` the fields of the mapping in which it stands, if any.
    """
    if kind.may_be_unknown and text.lower() == _UNKNOWN_DATE:
        return None
    if kind.may_be_unstated and text.lower() in {_UNKNOWN_DATE, UNSTATED.edtf}:
        return UNSTATED
    explains = context.finds.unread_dates < MAX_EXPLAINED
    try:
        date = _as_said(read_date(text, leaning if explains else replace(leaning, explains=False)), said)
    except DateError as error:
        context.finds.unread_dates += 1
        lost = _lost_ground(error, text, context)
        fix = f"Mend the file's `{lost[0]}` at {lost[1]} first." if lost else _fix(kind, error)
        return context.refuse(node, error.code, error.message, fix, str(lost[1]) if lost else None)
    for warning in date_warnings(date, leaning):
        context.refuse(node, warning.code, warning.message, warning.fix)
    return date


def _lost_ground(error: DateError, text: str, context: Context) -> tuple[str, Position] | None:
    """The field of the file's head on which the date seems to lean, and where it stands, if that cannot be read."""
    # A date in another alphabet is one of the languages that are not known.
    field = _GROUNDS.get(error.code) or ("lang" if error.code == _NOT_A_DATE and not text.isascii() else "")
    return (field, context.lost_head[field]) if field in context.lost_head else None


def _fix(kind: Date, error: DateError) -> str:
    """The date reader's fix; where no date is an answer, too, in the words of event files."""
    if not kind.takes_unknown:
        return error.fix.replace(_WRITE_UNKNOWN, _LEAVE_OUT)
    is_told = error.code != _NOT_A_DATE or not error.fix.startswith(_AT_A_LOSS)
    return error.fix if is_told else f"{error.fix} {_WRITE_UNKNOWN} where no source gives a date."

"""Facts -> plain data for other programs.

In: the model. Out: what JSON can carry, under the model's names. What is not known is left out, except the date: null
says that no source states one.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from app.dates import EventDate, describe
from app.export.text import given
from app.model import Event, Text

_FIRST = ("id", "type", "title", "date")
_PAIRS = frozenset({"plover", "codes"})
_COMMENTS = frozenset({"reading", "ends", "warnings"})  # said again, in words or in parts, of what the EDTF text says


def event_json(event: Event) -> dict[str, object]:
    """Everything that the files say of an event; texts by language, dates as `app.dates.describe` has them.

    The downloads and the API give the same, from the payload: `app.export.plain.plain_event`.
    """
    return dict.fromkeys(_FIRST) | _facts(event)


def _facts(value: Any) -> dict[str, object]:  # noqa: ANN401 - any dataclass of the model
    parts = ((each.name, getattr(value, each.name)) for each in fields(value))
    return given(**{name: dict(part) if name in _PAIRS else _plain(part) for name, part in parts})


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Text):
        return dict(value.by_lang)
    if isinstance(value, EventDate):
        return {name: part for name, part in describe(value).items() if name not in _COMMENTS}
    return _facts(value) if is_dataclass(value) else value

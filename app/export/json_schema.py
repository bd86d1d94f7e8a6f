"""The model -> the JSON Schema (draft 2020-12) of what the JSON download and the API say.

In: the dataclasses of the model. Out: schemas by name, that refer to each other under a prefix. A new field of the
model is in them by itself.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from app.dates import Basis, EventDate, Precision
from app.export.json_form import FORMAT
from app.model import Actor, Claim, Collection, Event, Membership, Source, Text

Schema = dict[str, Any]

_ENTRIES: Mapping[str, type] = {
    "events": Event,
    "claims": Claim,
    "memberships": Membership,
    "sources": Source,
    "actors": Actor,
}
# What the model has, and these data do not: a path into the folder of the files, and what follows from the code alone.
_LEFT_OUT = {("Source", "text"), ("Actor", "successor_of")}
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "object", "additionalProperties": _TEXT, "description": "Texts by language (BCP 47)."}
_PLAIN: Mapping[type, Schema] = {
    Text: _TEXTS,
    str: _TEXT,
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}
_CODES: Schema = {
    "type": "array",
    "items": {"type": "object", "properties": {"scheme": _TEXT, "code": _TEXT}, "required": ["scheme", "code"]},
}
_MAYBE: Schema = {"type": ["string", "null"]}


def schemas(prefix: str = "#/$defs/") -> dict[str, Schema]:
    """The schemas by name: Selection, Collection, Date and one for each kind of entry and what stands in it."""
    made: dict[str, Schema] = {"Date": _date()}
    for entry in (*_ENTRIES.values(), Collection):
        _add(entry, prefix, made)
    made["Collection"]["properties"] |= {"content_hash": _TEXT, "events": {"type": "integer", "minimum": 0}}
    made["Selection"] = _selection(prefix)
    return dict(sorted(made.items()))


def _selection(prefix: str) -> Schema:
    lists = {
        name: {"type": "array", "items": {"$ref": f"{prefix}{entry.__name__}"}} for name, entry in _ENTRIES.items()
    }
    head: dict[str, Schema] = {
        "format": {"const": FORMAT},
        "collection": {"$ref": f"{prefix}Collection"},
        "view": {"type": "string", "description": "The canonical query that chose the events; empty for all of them."},
        "count": {"type": "integer", "minimum": 0, "description": "How many events there are in it."},
    }
    return _object({**head, **lists}, [*head, *lists], "Events in time order, with all that they lean on.")


def _date() -> Schema:
    bound = "null where open or unknown"
    properties: dict[str, Schema] = {
        "edtf": {"type": "string", "description": "The date as EDTF (ISO 8601-2, annex A)."},
        "start": {**_MAYBE, "description": f"The first day or moment on which it may lie; {bound}."},
        "end": {**_MAYBE, "description": f"The first day or moment after it; {bound}."},
        "precision": {"enum": [each.value for each in Precision]},
        "qualifiers": {"type": "array", "items": {"enum": ["approximate", "uncertain"]}},
        "zone": {**_MAYBE, "description": "The time zone, as given."},
        "basis": {"enum": [each.value for each in Basis], "description": "On what ground the date stands."},
        "as_written": {"type": "string", "description": "The words of the source or the file."},
        "lang": {**_MAYBE, "description": "The language of these words, where one was needed to read them."},
        "base": {**_MAYBE, "description": "The day that they count from."},
    }
    return _object(properties, list(properties), "A date, as wide as it is known.")


def _add(kind: type, prefix: str, made: dict[str, Schema]) -> None:
    if kind.__name__ in made:
        return
    made[kind.__name__] = {}  # so that a record that holds itself is made once
    hints = get_type_hints(kind)
    known = [each for each in fields(kind) if (kind.__name__, each.name) not in _LEFT_OUT]
    properties = {each.name: _schema(hints[each.name], prefix, made) for each in known}
    required = [each.name for each in known if _is_required(each)]
    if kind is Event:
        properties["date"] = {"anyOf": [properties["date"], {"type": "null"}]}
    if "codes" in properties:
        properties["codes"] = _CODES
    if "plover" in properties:
        properties["plover"] = {"type": "object", "additionalProperties": _TEXT}
    said = (kind.__doc__ or "").partition("\n")[0]
    made[kind.__name__] = _object(properties, required, "" if said.startswith(f"{kind.__name__}(") else said)


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _schema(hint: Any, prefix: str, made: dict[str, Schema]) -> Schema:  # noqa: ANN401 - any type of the model
    if get_origin(hint) in {Union, types.UnionType}:
        return _schema(next(each for each in get_args(hint) if each is not type(None)), prefix, made)
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _schema(get_args(hint)[0], prefix, made)}
    if hint in _PLAIN:
        return _PLAIN[hint]
    if issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    if hint is not EventDate:
        _add(hint, prefix, made)
    return {"$ref": f"{prefix}{'Date' if hint is EventDate else hint.__name__}"}


def _object(properties: Mapping[str, Schema], required: list[str], description: str) -> Schema:
    said = {"description": description} if description else {}
    shape = {"properties": dict(properties), "required": required, "additionalProperties": False}
    return {"type": "object", **said, **shape}

"""The field table as a JSON Schema, for editors that complete and check while one types.

In: records, fields, kinds. Out: a schema of draft 2020-12. It knows the form of a file; references, dates and meaning
are left to `app.load`. Editors type plain values (2024 is a number to them), so a number is accepted where it is a
text of the right form to us.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from app.schema.entries import EVENT
from app.schema.file import FILE
from app.schema.kinds import (
    Choice,
    Codes,
    Date,
    Day,
    Degrees,
    Field,
    Flag,
    Form,
    Kind,
    Line,
    Many,
    Nested,
    Record,
    Reference,
    Words,
    Zone,
)
from app.schema.parts import DATE, LANGUAGE, WIKIDATA

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_Schema = dict[str, Any]
_TEXT: _Schema = {"type": ["string", "number", "boolean"], "minLength": 1}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of one event file."""
    records = {_key(record): record for record in _records_in(FILE)}
    return {
        "$schema": DIALECT,
        "title": "Sidelines event file",
        **_record_schema(FILE),
        **_type_by_default(),
        "$defs": {key: _record_schema(record) for key, record in sorted(records.items()) if record is not FILE},
    }


def json_text() -> str:
    """The JSON Schema as the file `docs/event.schema.json` has it."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _type_by_default() -> _Schema:
    """An event needs the fields that have no default in its own file."""
    shared = [field.name for field in EVENT.fields if field.required and field.name == "type"]
    needs = {"properties": {"events": {"items": {"required": shared}}}}
    return {"if": {"properties": {"defaults": {"required": shared}}, "required": ["defaults"]}, "else": needs}


def _record_schema(record: Record) -> _Schema:
    required = [field.name for field in record.fields if field.required and (record, field.name) != (EVENT, "type")]
    schema: _Schema = {
        "type": "object",
        "description": record.help,
        "properties": {field.name: _field_schema(field) for field in record.fields},
        "additionalProperties": False,
    }
    if required:
        schema["required"] = required
    if record.any_of:
        schema["anyOf"] = [{"required": [name]} for name in record.any_of]
    if record.needs:
        schema["dependentRequired"] = {name: [other] for name, other in record.needs}
    return schema


def _field_schema(field: Field) -> _Schema:
    default = f" Default: {field.default}." if field.default else ""
    return {**_kind_schema(field.kind), "description": f"{field.help}{default}"}


def _kind_schema(kind: Kind) -> _Schema:
    return _SCHEMAS[type(kind)](kind)


def _words(_kind: Words) -> _Schema:
    by_language = {
        "type": "object",
        "patternProperties": {_whole(LANGUAGE.pattern): _TEXT},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {"anyOf": [_TEXT, by_language]}


def _form(kind: Form) -> _Schema:
    may_be_number = re.fullmatch(kind.pattern, "42") is not None
    return {"type": ["string", "number"] if may_be_number else "string", "pattern": _whole(kind.pattern)}


def _whole(pattern: str) -> str:
    return f"^({pattern})$"


def _choice(kind: Choice) -> _Schema:
    return {"enum": [str(value) for value in kind.values]}


def _date(_kind: Date) -> _Schema:
    return {"anyOf": [{"type": ["string", "number"], "minLength": 1}, _link(DATE)]}


def _day(_kind: Day) -> _Schema:
    return {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def _zone(_kind: Zone) -> _Schema:
    return {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"}


def _degrees(kind: Degrees) -> _Schema:
    number = {"type": "number", "minimum": -kind.limit, "maximum": kind.limit}
    return {"anyOf": [number, {"type": "string", "pattern": r"^[+-]?[0-9]{1,3}(\.[0-9]+)?$"}]}


def _flag(_kind: Flag) -> _Schema:
    return {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": "^([Tt]rue|[Ff]alse|[Yy]es|[Nn]o)$"}]}


def _codes(_kind: Codes) -> _Schema:
    return {"type": "object", "properties": {"wikidata": _form(WIKIDATA)}, "additionalProperties": _TEXT}


def _nested(kind: Nested) -> _Schema:
    return {"anyOf": [_TEXT, _link(kind.record)]} if kind.shorthand else _link(kind.record)


def _many(kind: Many) -> _Schema:
    items = _kind_schema(kind.of)
    several = {"type": "array", "items": items}
    if kind.entries or (isinstance(kind.of, Nested) and not kind.of.shorthand):
        return several
    return {"anyOf": [several, _TEXT if isinstance(kind.of, Nested) else items]}


def _link(record: Record) -> _Schema:
    return {"$ref": f"#/$defs/{_key(record)}"}


def _key(record: Record) -> str:
    return record.noun.replace(" ", "_")


def _records_in(record: Record) -> Iterator[Record]:
    """`record` and every record that its fields lead to, some more than once."""
    yield record
    for field in record.fields:
        kind = field.kind.of if isinstance(field.kind, Many) else field.kind
        if isinstance(kind, Nested):
            yield from _records_in(kind.record)
        elif isinstance(kind, Date):
            yield DATE


_SCHEMAS: dict[type, Callable[[Any], _Schema]] = {
    Line: lambda _kind: _TEXT,
    Words: _words,
    Form: _form,
    Choice: _choice,
    Date: _date,
    Day: _day,
    Zone: _zone,
    Degrees: _degrees,
    Flag: _flag,
    Reference: lambda _kind: _TEXT,
    Codes: _codes,
    Nested: _nested,
    Many: _many,
}

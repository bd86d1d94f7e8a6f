"""The event format `sidelines/1` as one field table.

In: the model's enums and classes. Out: records, fields and kinds, which drive the reader (`app.load`), the docs page,
the JSON Schema and the error texts. Nothing else knows a field's name, rule or default.
"""

from app.schema.declared import ORGANISATION, PERSON, SOURCE
from app.schema.entries import CLAIM, EVENT, MEMBERSHIP
from app.schema.file import COLLECTION, DEFAULTS, FILE, VERSION
from app.schema.json_form import json_schema, json_text
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
    Target,
    Words,
    Zone,
)
from app.schema.parts import DATE

__all__ = [
    "CLAIM", "COLLECTION", "DATE", "DEFAULTS", "EVENT", "FILE", "MEMBERSHIP", "ORGANISATION", "PERSON", "SOURCE",
    "VERSION",
    "Choice", "Codes", "Date", "Day", "Degrees", "Field", "Flag", "Form", "Kind", "Line", "Many", "Nested", "Record",
    "Reference", "Target", "Words", "Zone",
    "json_schema", "json_text",
]  # fmt: skip

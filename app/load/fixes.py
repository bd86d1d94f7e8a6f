"""What to write instead: the fixes that the field table suggests.

In: records, and what was written. Out: sentences.
"""

from __future__ import annotations

from app.load.names import MAX_SEARCHED, either, nearest
from app.schema import Choice, Record
from app.schema.vocabulary import OTHER_WORDS


def fix_for_field(record: Record, name: str) -> str:
    """What may be meant by a field that does not exist: another word for one, a misspelt one, a value of one."""
    fields = [field.name for field in record.fields]
    meant = [field for field in OTHER_WORDS.get(name.lower(), ()) if field in fields][:1]
    meant = meant or (nearest(name, fields) if len(name) <= MAX_SEARCHED else [])
    if meant:
        return f"Write {either(meant)}."
    owner = owner_of(record, name)
    return f"Write `{owner}: {name}`." if owner else f"Write one of {', '.join(fields)}."


def owner_of(record: Record, value: str) -> str | None:
    """The field of `record` that has `value` among its choices."""
    return next(
        (each.name for each in record.fields if isinstance(each.kind, Choice) and value in each.kind.values), None
    )


def fix_for_shape(record: Record) -> str:
    """What a record looks like."""
    needed = [field for field in record.fields if field.required] or list(record.fields[:2])
    return f"Write fields, such as {', '.join(f'`{field.name}: {field.example}`' for field in needed[:2])}."

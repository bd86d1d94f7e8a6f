"""What to write instead: the fixes that the field table suggests.

In: records, and what was written. Out: sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from app.load.names import either, nearest, shorten
from app.load.several import CURLY, said_of, with_more
from app.model import RelationKind
from app.schema import EVENT, FILE, SOURCE, VERSION, Choice, Record
from app.schema.parts import PLACE
from app.schema.vocabulary import OTHER_WORDS
from app.source import Node, Scalar

_OF_EVENTS = {field.name for field in EVENT.fields} - {field.name for field in FILE.fields}
_OF_PLACES = {field.name: field.example for field in PLACE.fields}
_OF_SOURCES = {field.name for field in SOURCE.fields}
_ODD_SPACE = re.compile(r"[^\S \n\r\t]")
_ENDS = ("start", "end", "from", "to", "since", "until")
_ACCENTS = re.compile("[\u0300-\u036f]")
_WITHOUT_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e"})
_LEAST_COLUMNS = 3


def fix_for_field(record: Record, name: str, meant: Sequence[str]) -> str:
    """What to write in place of a field that does not exist: one of those that are `meant`, or a value of one."""
    if meant and name.lower() in _ENDS:
        return f"Write both ends as one date, such as `{meant[0]}: 2025-12-20/2025-12-22`."
    owner = None if meant else owner_of(record, name)
    all_fields = f"one of {', '.join(field.name for field in record.fields)}"
    usual = f"Write `{owner}: {name}`." if owner else f"Write {either(meant) or all_fields}."
    return fix_for_misuse(record, name) or usual


def fix_for_named(key: str, value: str) -> str:
    """What to write where a participant's name is the key: `Russia: absent`."""
    said = said_of(value)
    if said or not value:
        return f"Write `{{actor: {shorten(key)}{f', {said}' if said else ''}}}`."
    return with_more(shorten(key))


def fix_for_misuse(record: Record, name: str) -> str | None:
    """What to write where a key is none because of what stands around it."""
    if record is FILE and name.lower() in _OF_EVENTS:
        return "Put it below `events:`, in an item that begins with a hyphen and a blank."
    if record.noun == "citation" and name in _OF_SOURCES:
        return "Declare the source under `sources`, with an id, and write that id here."
    if record is EVENT and (inside := _inside_event(name.lower())):
        return inside
    if _ODD_SPACE.search(name):
        return "Put an ordinary space behind the colon: to YAML, a no-break space is a letter."
    if any(mark in name for mark in CURLY):
        return 'Write straight quotation marks, as "...": to YAML, curly ones are letters.'
    return None


def _inside_event(name: str) -> str | None:
    """What to write for a field that belongs to a part of an event: its place, its date, a participant, a source."""
    if name in _OF_PLACES:
        return f"Write it within `place`, such as `place: {{{name}: {_OF_PLACES[name]}}}`."
    if name == "time":
        return "Write it behind the day, such as `date: 2025-12-22 14:30`."
    if name in {"url", "link"}:
        return (
            "Declare the source under `sources` of the file, with an `id`, a `title` and this `url`, and write its id."
        )
    if name in set(RelationKind):
        return f"Write it as a relation: `relations: [{{kind: {name}, event: test-summit-2025}}]`."
    said = said_of(name)
    if said is None or said.startswith("role: participant"):
        return None
    return f"Write it at the participant, such as `participants: [{{actor: Armenia, {said}}}]`."


def meant_fields(record: Record, name: str) -> list[str]:
    """The one field of `record` that is meant by a name that is none, or two that are equally like it, or none."""
    if record is FILE and name.lower() in _OF_EVENTS:
        return []
    name = _ODD_SPACE.split(name)[0].rstrip(":")
    fields = [field.name for field in record.fields]
    meant = [field for field in OTHER_WORDS.get(name.lower(), ()) if field in fields][:1]
    return meant or nearest(name, fields)


def fix_for_file(root: Node) -> str:
    """What to write in place of a file that is a list or a text; what looks like a table or a page can be imported."""
    text = root.text.lstrip() if isinstance(root, Scalar) else ""
    line = text.partition("\n")[0]
    if text.startswith("<") or any(line.count(mark) >= _LEAST_COLUMNS - 1 for mark in ",;\t"):
        return (
            f"Events are written as YAML: `schema: {VERSION}`, then `events:`. "
            "`python -m app import` reads a CSV or HTML file that Sidelines wrote; for a table of your own see "
            "docs/event-format.md, From a spreadsheet."
        )
    return f"Begin with `schema: {VERSION}`, then `events:`."


def fix_for_list(key: str, *, is_id: bool) -> str:
    """How the first of several entries begins that stand in a mapping, under `key`, in place of a list."""
    first = f"- id: {shorten(key)}" if is_id else f"- {shorten(key)}: ..."
    return f"Begin each item with a hyphen and a blank, here with `{first}`, its other fields below."


def owner_of(record: Record, value: str) -> str | None:
    """The field of `record` that has `value` among its choices."""
    return next(
        (each.name for each in record.fields if isinstance(each.kind, Choice) and value in each.kind.values), None
    )


def fix_for_shape(record: Record) -> str:
    """What a record looks like."""
    needed = [field for field in record.fields if field.required] or list(record.fields[:2])
    return f"Write fields, such as {', '.join(f'`{field.name}: {field.example}`' for field in needed[:2])}."


def slug_of(text: str) -> str:
    """`text` as an id: small letters a-z without accents, digits, single hyphens; empty where nothing is left."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_WITHOUT_STROKES))
    return re.sub(r"[^a-z0-9]+", "-", _ACCENTS.sub("", bare))[:80].strip("-")

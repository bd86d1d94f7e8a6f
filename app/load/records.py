"""A node -> a record or a list, after the field table: the recursion of the reader.

In: a kind or record, a node, the field's name and the context. Out: the value, or BROKEN after the problem was
reported. An unknown field loses only itself, a vital one that cannot be read loses the item; each says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from app.dates import EventDate
from app.load.context import BROKEN, Broken, Context
from app.load.fixes import (
    fix_for_field,
    fix_for_list,
    fix_for_misuse,
    fix_for_named,
    fix_for_shape,
    meant_fields,
    owner_of,
)
from app.load.names import shorten, with_article
from app.load.phrases import read_dated, read_phrase
from app.load.values import NOUNS, READERS, is_empty, read_text
from app.model import RelationKind
from app.schema import DATE, Choice, Date, Field, Kind, Line, Many, Nested, Record
from app.source import Mapping, Node, Scalar, ScalarStyle, Sequence

_NO_DEFAULTS: Dict[str, object] = {}
_ABSENT = object()
_MOST_WORDS = 3  # of a keyword or an alias
_GLUED_COLON = re.compile(r"(?:^|\s)([a-z_]{2,20}):(?!//)\S")


def read_value(kind: Kind, node: Node, name: str, context: Context) -> object:
    """The value of `node` as `kind`, or BROKEN. `name` is the field's, for the messages."""
    match kind:
        case Many():
            return _many(kind, node, name, context)
        case Nested():
            return _nested(kind, node, name, context)
        case Date():
            return read_date_value(kind, node, name, context)
    read: object = READERS[type(kind)](kind, node, name, context)
    return read


def read_record(
    record: Record, node: Node, name: str, context: Context, defaults: Dict[str, object] = _NO_DEFAULTS, **extra: object
) -> object:
    """What `record.make` builds from a mapping, or BROKEN.

    `defaults` stand in for fields that are not written, by the model's names; a broken one counts as a broken field.
    `extra` are further values for `record.make`.
    """
    if not isinstance(node, Mapping):
        what = f"`{name}` has {NOUNS[type(node)]} where {with_article(record.noun)} is expected."
        glued = _GLUED_COLON.search(node.text) if isinstance(node, Scalar) else None
        fix = f"Put a blank behind the colon: `{glued[1]}: `." if glued else fix_for_shape(record)
        context.refuse(node, "E205", what, fix)
        return context.say_lost(f"The {record.noun} is left out.")
    values, is_lost = _read_fields(record, node, context, defaults)
    if is_lost:
        return BROKEN
    made = record.make(**record.complete(values), **extra)
    context.finds.places[id(made)] = node
    return made


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A key that is no field, its value, and the number of the problem (E203) that said so."""

    key: Scalar
    value: Node
    problem: int


def fields_of(record: Record, node: Mapping, context: Context) -> tuple[dict[str, Node], dict[str, Misspelt]]:
    """The nodes of a mapping by field name; and the fields that are meant by keys that are none (E203)."""
    known = {field.name for field in record.fields}
    misspelt: dict[str, Misspelt] = {}
    for key, value in node.items:
        if key.text not in known:
            number = len(context.finds.problems)
            misspelt.update(dict.fromkeys(_refuse_key(record, key, value, context), Misspelt(key, value, number)))
    nodes = {key.text: value for key, value in node.items if key.text in known}
    return nodes, {name: each for name, each in misspelt.items() if name not in nodes}


def _refuse_key(record: Record, key: Scalar, value: Node, context: Context) -> list[str]:
    """The fields that may be meant by a key that is none, after the problem was reported."""
    meant = context.names.search(record.noun, key.text, partial(meant_fields, record, key.text))
    fix = fix_for_field(record, key.text, meant)
    text = value.text if isinstance(value, Scalar) else None
    if not meant and record.noun == "participant" and context.names.country(key.text):
        meant, fix = ["actor"], fix_for_named(key.text, text or "")
    elif record.noun == "relation" and key.text in set(RelationKind):
        meant, fix = ["kind", "event"], f"Write `{{kind: {key.text}, event: {shorten(text or 'test-summit-2025')}}}`."
    elif not meant and text == "" and not fix_for_misuse(record, key.text):
        fix = "If it belongs to the text before it, put that in quotes: within braces a comma parts the fields."
    what = f"{with_article(record.noun).capitalize()} has no field `{shorten(key.text)}`."
    context.refuse(key, "E203", what, fix)
    context.say_lost("What stands under it is left out.")
    return meant


def _read_fields(
    record: Record, node: Mapping, context: Context, defaults: Dict[str, object]
) -> tuple[dict[str, Any], bool]:
    nodes, misspelt = fields_of(record, node, context)
    values: dict[str, Any] = {}
    is_lost = not _has_one_of(record, nodes, node, context)
    _drop_lonely(record, nodes, context)
    for field in record.fields:
        if field.required and field.name in misspelt and field.target not in defaults:
            # That it is missing follows from how it is written, which has been told.
            context.finds.losses[misspelt[field.name].problem] = f"The {record.noun} is left out."
            is_lost = True
            continue
        value = _field_value(record, field, nodes, node, context, defaults)
        if value is BROKEN:
            is_lost = is_lost or field.is_vital
        elif value is not _ABSENT:
            values[field.target] = value
    return values, is_lost


def _has_one_of(record: Record, nodes: Dict[str, Node], whole: Mapping, context: Context) -> bool:
    if not record.any_of or any(name in nodes for name in record.any_of):
        return True
    names = ", ".join(f"`{name}`" for name in record.any_of)
    context.refuse(whole, "E214", f"The {record.noun} has none of {names}.", "Add one of them.")
    context.say_lost(f"The {record.noun} is left out.")
    return False


def _drop_lonely(record: Record, nodes: dict[str, Node], context: Context) -> None:
    for name, other in record.needs:
        if name in nodes and other not in nodes:
            what = f"The {record.noun} has `{name}` and no `{other}`."
            context.refuse(nodes.pop(name), "E215", what, f"Add `{other}`, or delete `{name}`.")
            context.say_lost(f"`{name}` is left out.")


def _field_value(
    record: Record, field: Field, nodes: Dict[str, Node], whole: Mapping, context: Context, defaults: Dict[str, object]
) -> object:
    node = nodes.get(field.name)
    if node is None and field.target in defaults:
        return defaults[field.target]
    if node is None and not field.required:
        return _ABSENT
    if node is None:
        fix = f"Add it, such as `{field.name}: {field.example}`."
        context.refuse(whole, "E204", f"The {record.noun} has no `{field.name}`.", fix)
        return context.say_lost(f"The {record.noun} is left out.")
    if is_empty(node) and not field.required:
        # Nothing is said, so nothing is lost.
        context.refuse(node, "E206", f"`{field.name}` has no value.", f"Write a value, or delete `{field.name}`.")
        return _ABSENT
    all_of_it = f"The {record.noun} is left out." if field.is_vital else ""
    value = read_part(field.kind, node, field.name, context, f"`{field.name}` is left out.", all_of_it)
    if value is BROKEN and isinstance(field.kind, Choice) and isinstance(node, Scalar):
        _say_owner(record, node.text.strip(), context)
    return value


def read_part(kind: Kind, node: Node, name: str, context: Context, part: str, whole: str = "") -> object:
    """The value as `read_value` gives it; where that is BROKEN, its problem says what is left out.

    That is the `whole`, if given; else what the problem says by itself, or the `part`.
    """
    count = len(context.finds.problems)
    value = read_value(kind, node, name, context)
    if value is BROKEN and len(context.finds.problems) > count:
        return context.say_lost(whole) if whole else context.say_lost_at_least(part)
    return value


def _say_owner(record: Record, text: str, context: Context) -> None:
    owner = owner_of(record, text)
    if owner:
        context.finds.problems[-1] = replace(context.finds.problems[-1], fix=f"Write `{owner}: {text}`.")


def _many(kind: Many, node: Node, name: str, context: Context) -> object:
    if isinstance(node, Sequence):
        lost = f"This item of `{name}` is left out."
        inside = context.standing("in a list")
        read = [read_part(kind.of, item, name, inside, lost) for item in node.items]
        return tuple(value for value in read if value is not BROKEN)
    if is_empty(node):
        return context.refuse(node, "E206", f"`{name}` has no value.", f"Write a list, or delete `{name}`.")
    if isinstance(node, Scalar) and not kind.entries:
        _warn_of_commas(kind, node, name, context)
        value = read_value(kind.of, node, name, context.standing("for a list"))
        return BROKEN if value is BROKEN else (value,)
    what = f"`{name}` has {NOUNS[type(node)]} where a list is expected."
    return context.refuse(node, "E205", what, _fix_for_list(kind, node, context))


def _warn_of_commas(kind: Many, node: Scalar, name: str, context: Context) -> None:
    """W410 for a few words between commas where texts are listed: quotes say that they are one."""
    parts = [part.strip() for part in node.text.split(",")]
    is_short = all(0 < len(part.split()) <= _MOST_WORDS for part in parts)
    if isinstance(kind.of, Line) and node.style is ScalarStyle.PLAIN and is_short and len(parts) > 1:
        what = f"`{name}` has one text, `{shorten(node.text)}`, and the commas in it part nothing."
        context.refuse(
            node, "W410", what, f"Write a list, `[{', '.join(parts)}]`, or put the text in quotes if it is one."
        )


def _fix_for_list(kind: Many, node: Node, context: Context) -> str:
    """How the items are written; entries under their ids and participants under their names are shown the way."""
    is_participants = isinstance(kind.of, Nested) and kind.of.record.noun == "participant"
    if is_participants and isinstance(node, Mapping) and node.items:
        key, value = node.items[0]
        if context.names.country(key.text):
            first = fix_for_named(key.text, value.text if isinstance(value, Scalar) else "")
            return f"Write a list with an item for each, such as {first.removeprefix('Write ')}"
    if kind.entries and isinstance(node, Mapping) and node.items:
        key, value = node.items[0]
        return fix_for_list(key.text, is_id=isinstance(value, Mapping))
    return "Begin each item with a hyphen and a blank."


def _nested(kind: Nested, node: Node, name: str, context: Context) -> object:
    if isinstance(node, Scalar) and kind.shorthand and not is_empty(node):
        node = Mapping(((Scalar(kind.shorthand, node.position), node),), node.position)
        return read_record(kind.record, node, name, context)
    return read_record(kind.record, node, name, context.standing("alone"))


def read_date_value(kind: Date, node: Node, name: str, context: Context) -> EventDate | Broken | None:
    """The date of `node`, None for one that is not known, or BROKEN; one that was read ahead is not read again."""
    if id(node) in context.finds.dates:
        return context.finds.dates[id(node)]
    if isinstance(node, Mapping):
        values = read_record(DATE, node, name, context)
        return read_dated(kind, values, node, context) if isinstance(values, dict) else BROKEN
    text = read_text(node, name, context, "a date")
    return BROKEN if isinstance(text, Broken) else read_phrase(kind, text, node, context, context.dates)

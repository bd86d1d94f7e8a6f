"""Event files -> their heads and their entries, not yet read.

In: a document. Out: its `FileParts`: the head, read, and the nodes of the entries by section.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from app.dates import DateContext
from app.load.context import BROKEN, Context, Finds
from app.load.names import EntryKind, Names, shorten
from app.load.records import fields_of, read_record, read_value, say_lost
from app.schema import DEFAULTS, EVENT, FILE, VERSION, Many
from app.source import Document, EventFile, Mapping, Node, Scalar, Sequence

# the list in the file -> what its entries are; in the order in which they are read, as later ones lean on earlier ones
SECTIONS: dict[str, EntryKind] = {
    "sources": "source",
    "organisations": "organisation",
    "people": "person",
    "events": "event",
    "memberships": "membership",
    "claims": "claim",
}
_HEAD = ("dateline", "dateline_basis", "lang", "date_order", "timezone")
_DEFAULTS = "defaults"
_FIELDS = {each.name: each for each in FILE.fields}


@dataclass(frozen=True, slots=True)
class FileParts:
    """One file: what its head says (in `context`), and the nodes of its entries by section."""

    file: EventFile
    context: Context
    entries: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    defaults: Node | None = None
    collection: Node | None = None


def split_file(file: EventFile, document: Document, names: Names, finds: Finds) -> FileParts | None:
    """The parts of one file, or None when its version or its shape says that it cannot be read (E201, E202)."""
    context = Context(names, finds, DateContext())
    root = document.root
    if root is None:
        return None
    if not isinstance(root, Mapping):
        what = "The file is not a mapping of fields such as `events:`."
        context.refuse(root, "E201", what, f"Begin with `schema: {VERSION}`, then `events:`.")
        return None
    nodes = fields_of(FILE, root, context)
    if not _has_known_version(root, nodes, context):
        return None
    context = _with_head(nodes, context)
    entries = {name: _items(nodes[name], name, context) for name in SECTIONS if name in nodes}
    return FileParts(file, context, entries, nodes.get(_DEFAULTS), nodes.get("collection"))


def read_defaults(parts: FileParts) -> dict[str, Any]:
    """What holds for the file's events, by the model's names; BROKEN for a default that cannot be read."""
    node = parts.defaults
    if not isinstance(node, Mapping):
        return {} if node is None else {"": read_record(DEFAULTS, node, _DEFAULTS, parts.context)}
    vital = {each.name for each in EVENT.fields if each.is_vital}
    values: dict[str, Any] = {}
    nodes = fields_of(DEFAULTS, node, parts.context)
    for each in DEFAULTS.fields:
        if each.name in nodes:
            value = read_value(each.kind, nodes[each.name], each.name, parts.context)
            values[each.target] = value
            if value is BROKEN and each.name in vital:
                say_lost("Events that rely on it are left out.", parts.context)
    return values


def _has_known_version(root: Mapping, nodes: dict[str, Node], context: Context) -> bool:
    fix = f"Write `schema: {VERSION}` as the first line."
    node = nodes.get("schema")
    if node is None:
        context.refuse(root, "E202", "The file does not say which version of the format it is written in.", fix)
        return True
    if root.items[0][0].text != "schema":
        context.refuse(root.items[0][0], "W201", "`schema` is not the first line of the file.", fix)
    text = node.text.strip() if isinstance(node, Scalar) else "?"
    if text == VERSION:
        return True
    context.refuse(
        node, "E202", f"The version `{shorten(text)}` of the format is not known; the file is left out.", fix
    )
    return False


def _with_head(nodes: dict[str, Node], context: Context) -> Context:
    values: dict[str, Any] = {
        name: value
        for name in _HEAD
        if name in nodes and (value := read_value(_FIELDS[name].kind, nodes[name], name, context)) is not BROKEN
    }
    dates = DateContext(
        langs=values.get("lang") or ("en",),
        dateline=values.get("dateline"),
        order=values.get("date_order"),
        timezone=values.get("timezone"),
    )
    return replace(context, dates=dates, dateline_basis=values.get("dateline_basis"))


def _items(node: Node, name: str, context: Context) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    kind = _FIELDS[name].kind
    assert isinstance(kind, Many)
    read_value(kind, node, name, context)
    return ()

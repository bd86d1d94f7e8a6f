"""Event files -> their heads and their entries, not yet read.

In: a document. Out: its `FileParts`: the head, read, and the nodes of the entries by section.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from app.dates import DateContext
from app.load.context import BROKEN, Context, Finds
from app.load.entry_names import note_astray
from app.load.fixes import fix_for_file
from app.load.names import LOST, EntryKind, Names, shorten
from app.load.records import Misspelt, fields_of, read_part, read_record
from app.schema import DEFAULTS, EVENT, FILE, VERSION
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
_CITATIONS = "citations"
_RELYING = "Events that rely on it are left out."
_FIELDS = {each.name: each for each in FILE.fields}


@dataclass(frozen=True, slots=True)
class FileParts:
    """One file: what its head says (in `context`), and the nodes of its entries by section.

    `lost_defaults` are those that stand under a misspelt key, by the model's names.
    """

    file: EventFile
    context: Context
    entries: dict[str, tuple[Node, ...]] = field(default_factory=dict)
    defaults: Node | None = None
    collection: Node | None = None
    lost_defaults: frozenset[str] = frozenset()


def split_file(file: EventFile, document: Document, names: Names, finds: Finds) -> FileParts | None:
    """The parts of one file, or None when its version or its shape says that it cannot be read (E201, E202)."""
    context = Context(names, finds, DateContext())
    root = document.root
    if root is None:
        return None
    if not isinstance(root, Mapping):
        what = "The file is not a mapping of fields such as `events:`. The file is left out."
        context.refuse(root, "E201", what, fix_for_file(root))
        return None
    nodes, misspelt = fields_of(FILE, root, context)
    if "schema" not in misspelt and not _has_known_version(root, nodes, context):
        return None
    for name in SECTIONS.keys() & misspelt.keys():
        _note_misspelt_list(misspelt[name], context)
    context = _with_head(nodes, misspelt, context)
    entries = {name: _items(nodes[name], name, context) for name in SECTIONS if name in nodes}
    lost = _lost_defaults(misspelt.get(_DEFAULTS), context)
    return FileParts(file, context, entries, nodes.get(_DEFAULTS), nodes.get("collection"), lost)


def read_defaults(parts: FileParts) -> dict[str, Any]:
    """What holds for the file's events, by the model's names; BROKEN for a default that cannot be read."""
    node, context = parts.defaults, parts.context
    values: dict[str, Any] = dict.fromkeys(parts.lost_defaults, BROKEN)
    if isinstance(node, Mapping):
        values |= _default_values(node, context)
    elif node is not None:
        # What it was to say is not known: the type, most likely, and the sources.
        read_record(DEFAULTS, node, _DEFAULTS, context)
        context.say_lost(_RELYING)
        values = dict.fromkeys(("type", _CITATIONS), BROKEN)
    if values.get(_CITATIONS) is BROKEN:
        context.finds.unsourced.add(parts.file.name)
    return values


def _default_values(node: Mapping, context: Context) -> dict[str, Any]:
    vital = {each.name for each in EVENT.fields if each.is_vital}
    values: dict[str, Any] = {}
    nodes, _ = fields_of(DEFAULTS, node, context)
    for each in (known for known in DEFAULTS.fields if known.name in nodes):
        written, whole = nodes[each.name], _RELYING if each.name in vital else ""
        value = read_part(each.kind, written, each.name, context, f"`{each.name}` is left out.", whole)
        is_lost_whole = value == () and written != Sequence((), written.position)
        values[each.target] = BROKEN if is_lost_whole else value
    return values


def _lost_defaults(misspelt: Misspelt | None, context: Context) -> frozenset[str]:
    if misspelt is None or not isinstance(misspelt.value, Mapping):
        return frozenset()
    context.finds.losses[misspelt.problem] = _RELYING
    names = {key.text for key, _ in misspelt.value.items}
    return frozenset(each.target for each in DEFAULTS.fields if each.name in names)


def _note_misspelt_list(misspelt: Misspelt, context: Context) -> None:
    count = len(misspelt.value.items) if isinstance(misspelt.value, Sequence) else 1
    loss = "Its entry is left out." if count == 1 else f"Its {count:,} entries are left out."
    context.finds.losses[misspelt.problem] = loss
    why = f"stands under `{shorten(misspelt.key.text)}`, which is not read"
    note_astray(misspelt.value, why, misspelt.key.position, context.names)


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


def _with_head(nodes: dict[str, Node], misspelt: dict[str, Misspelt], context: Context) -> Context:
    read = {name: _head_value(name, nodes[name], context) for name in _HEAD if name in nodes}
    values = {name: value for name, value in read.items() if value is not BROKEN}
    lost = {name: misspelt[name].key.position for name in _HEAD if name in misspelt}
    lost |= {name: nodes[name].position for name, value in read.items() if value is BROKEN}
    dates = DateContext(
        langs=values.get("lang") or ("en",),
        dateline=values.get("dateline"),
        order=values.get("date_order"),
        timezone=values.get("timezone"),
    )
    return replace(context, dates=dates, dateline_basis=values.get("dateline_basis"), lost_head=lost)


def _head_value(name: str, node: Node, context: Context) -> Any:  # noqa: ANN401 - of the kind that the field table says
    return read_part(_FIELDS[name].kind, node, name, context, f"`{name}` is left out.")


def _items(node: Node, name: str, context: Context) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        for item in (each for each in node.items if isinstance(each, Scalar)):
            note_astray(item, LOST, item.position, context.names)
        return node.items
    read_part(_FIELDS[name].kind, node, name, context, f"`{name}` is left out.")
    note_astray(node, LOST, node.position, context.names)
    return ()

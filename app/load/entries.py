"""The entries of all files -> the model's values, section after section.

In: the parts of the files. Out: `Entries`: sources, actors, events, memberships, claims and the collection. An entry
that cannot be read is left out, with its problem; references to it are then left out with a problem of their own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.dates import EventDate
from app.load.anchors import anchor_of, anchor_order, date_node
from app.load.context import BROKEN, Broken, Context
from app.load.entry_names import text_of
from app.load.files import SECTIONS, FileParts, read_defaults
from app.load.names import Declared, EntryKind, Names, show_circle
from app.load.records import read_date_value, read_record
from app.model import Actor, Claim, Collection, Event, Membership, Origin, Source
from app.schema import CLAIM, COLLECTION, EVENT, MEMBERSHIP, ORGANISATION, PERSON, SOURCE, Date, Record
from app.source import Mapping, Node

RECORDS: dict[EntryKind, Record] = {
    "source": SOURCE,
    "organisation": ORGANISATION,
    "person": PERSON,
    "event": EVENT,
    "membership": MEMBERSHIP,
    "claim": CLAIM,
}
Entry = Source | Actor | Event | Membership | Claim
_WITH_ORIGIN = ("event", "membership", "claim")
_CITATIONS = "citations"


@dataclass(frozen=True, slots=True)
class Entries:
    """All entries that could be read, by kind and id in the order of the files."""

    by_kind: dict[EntryKind, dict[str, Any]] = field(default_factory=dict)
    collection: Collection = field(default_factory=Collection)

    @property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return self.by_kind["source"]

    @property
    def declared_actors(self) -> dict[str, Actor]:
        """The organisations and people by id."""
        return {**self.by_kind["organisation"], **self.by_kind["person"]}

    @property
    def events(self) -> dict[str, Event]:
        """The events by id."""
        return self.by_kind["event"]

    @property
    def memberships(self) -> dict[str, Membership]:
        """The memberships by id."""
        return self.by_kind["membership"]

    @property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return self.by_kind["claim"]


def read_entries(files: tuple[FileParts, ...], names: Names, taken: frozenset[int]) -> Entries:
    """The entries of all files; `taken` are the nodes to be left out because another entry has their id."""
    by_kind: dict[EntryKind, dict[str, Any]] = {kind: {} for kind in SECTIONS.values()}
    defaults: dict[str, dict[str, Any]] = {}
    _read_event_dates(files, names)
    for section, kind in SECTIONS.items():
        if kind == "event":
            # Defaults name sources, places and organisations: they can be read once those are.
            defaults = {parts.file.name: read_defaults(parts) for parts in files}
        for parts in files:
            for node in parts.entries.get(section, ()):
                if id(node) not in taken:
                    _read_entry(section, node, parts, defaults.get(parts.file.name, {}), by_kind[kind])
    return Entries(by_kind, _read_collection(files))


def _read_entry(section: str, node: Node, parts: FileParts, defaults: dict[str, Any], into: dict[str, Any]) -> None:
    kind = SECTIONS[section]
    found = text_of(node, "id")
    entry = found.text.strip() if found else None
    context = parts.context.of(entry)
    usable = defaults if kind == "event" else {key: value for key, value in defaults.items() if key == _CITATIONS}
    extra = {"origin": _origin(node, parts)} if kind in _WITH_ORIGIN else {}
    value = read_record(RECORDS[kind], node, section, context, usable, **extra)
    if not isinstance(value, Entry):
        context.names.lost.update({entry} if entry else ())
    elif found or _declare_made_id(kind, value.id, node, context):
        into[value.id] = value


def _declare_made_id(kind: EntryKind, made_id: str, node: Node, context: Context) -> bool:
    known = context.names.ids.get(made_id)
    if known is not None:
        what = f"Without an id this is `{made_id}`, which is already at {known.position}. This one is left out."
        context.of(made_id).refuse(node, "E401", what, f"Give it an id, such as `id: {made_id}-2`.")
    elif isinstance(node, Mapping):
        context.names.ids[made_id] = Declared(kind, made_id, node, node.position)
    return known is None


def _origin(node: Node, parts: FileParts) -> Origin:
    head = parts.context
    return Origin(parts.file.relative, node.position.line, head.dates.dateline, head.dateline_basis)


def _read_event_dates(files: tuple[FileParts, ...], names: Names) -> None:
    """Reads the dates of all events, those first from which others count: any entry may count from any event."""
    contexts = {parts.file.name: parts.context for parts in files}
    events = {key: entry for key, entry in names.ids.items() if entry.kind == "event"}
    order, circles = anchor_order(events)
    for circle in circles:
        _refuse_circle(circle, events, contexts)
    for event_id in order:
        event = events[event_id]
        context = contexts[event.position.file].of(event_id)
        node = date_node(event)
        date = BROKEN if node is None else _read_ahead(node, context)
        context.finds.event_dates[event_id] = date


def _read_ahead(node: Node, context: Context) -> EventDate | Broken | None:
    count = len(context.finds.problems)
    date = read_date_value(Date(may_be_unknown=True), node, "date", context)
    context.finds.dates[id(node)] = date
    if date is BROKEN and len(context.finds.problems) > count:
        context.say_lost("The event is left out.")
    return date


def _refuse_circle(circle: tuple[str, ...], events: dict[str, Declared], contexts: dict[str, Context]) -> None:
    event = events[circle[0]]
    node = anchor_of(event)
    context = contexts[event.position.file].of(event.id)
    context.finds.dates[id(date_node(event))] = BROKEN
    context.finds.event_dates[event.id] = BROKEN
    if node is not None:
        what = f"These dates count from each other, so that none of the events is shown: {show_circle(circle)}."
        context.refuse(node, "E410", what, "Give one of these events a date of its own.")


def _read_collection(files: tuple[FileParts, ...]) -> Collection:
    found: Collection | None = None
    first: Node | None = None
    for parts in files:
        node = parts.collection
        if node is None:
            continue
        if first is not None:
            what = f"The collection is already described at {first.position}. This description is left out."
            parts.context.refuse(node, "E412", what, "Keep one of the two.")
            continue
        first = node
        value = read_record(COLLECTION, node, "collection", parts.context)
        found = value if isinstance(value, Collection) else None
    return found or Collection()

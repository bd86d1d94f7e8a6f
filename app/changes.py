"""Two states of a collection -> what was added, changed and removed between them.

In: two selections as the JSON download holds them (`app.export.json_form`). Out: `Changes`, frozen. An entry has
changed where its plain data differ. Where it stands in the files (`origin`) does not count, as in the content hash;
the order in which its languages are given does, since the first is shown where the one asked for is missing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from app.export import choose
from app.export.json_form import SECTIONS, plain_selection
from app.export.text import json_text
from app.words_facts import CHANGES

Json = Mapping[str, Any]
Ids = Mapping[str, Collection[str]]

FORMAT = "sidelines/changes/1"
KINDS = ("added", "changed", "removed")
_NOT_FACTS = frozenset({"id", "origin"})
_NOT_THE_COLLECTION_ITSELF = frozenset({"content_hash", "events"})


@dataclass(frozen=True, slots=True)
class Change:
    """One entry that differs. `name` is what people call it; `fields` differ, none for one that came or went."""

    id: str
    name: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the entries of one section, each list in the order of the state that has them."""

    added: tuple[Change, ...] = ()
    changed: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Changes:
    """What lies between two states: `since` and `now` are their content hashes.

    `collection` are the fields that the collection says otherwise of itself; `sections` has a `Difference` for each of
    `SECTIONS`.
    """

    since: str
    now: str
    collection: tuple[str, ...] = ()
    sections: Mapping[str, Difference] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.collection or any(self.sections.values()))

    def as_json(self, view: str = "", in_view: Ids | None = None) -> dict[str, Any]:
        """The changes as plain data; every entry says whether the view chose it (`in_view`: ids by section, None: all).

        `view` is the canonical filter behind these ids.
        """
        head = {"format": FORMAT, "since": self.since, "now": self.now, "view": view}
        sections = {
            name: {
                kind: [_entry(each, is_in_view=in_view is None or each.id in in_view[name]) for each in changes]
                for kind, changes in zip(KINDS, _lists(difference), strict=True)
            }
            for name, difference in self.sections.items()
        }
        return {**head, "collection": list(self.collection), **sections}


def compare(before: Json, after: Json) -> Changes:
    """What changed from one selection to the other, entry by entry, by their ids."""
    return Changes(
        since=before["collection"].get("content_hash", ""),
        now=after["collection"].get("content_hash", ""),
        collection=_differing(before["collection"], after["collection"], _NOT_THE_COLLECTION_ITSELF),
        sections={section: _difference(before[section], after[section]) for section in SECTIONS},
    )


def within(changes: Changes, chosen: Ids) -> Changes:
    """Only the changes of the entries that are chosen, by section; what the collection says of itself is none."""
    sections = {name: _kept(difference, chosen[name]) for name, difference in changes.sections.items()}
    return Changes(changes.since, changes.now, (), sections)


def leaned_on(payloads: Iterable[Json], ids: Collection[str]) -> dict[str, frozenset[str]]:
    """The ids, by section, of what has these ids and of all that it leans on in any of the payloads."""
    chosen = [plain_selection(choose(payload, ids)) for payload in payloads]
    return {section: frozenset(entry["id"] for each in chosen for entry in each[section]) for section in SECTIONS}


def in_words(changes: Changes) -> str:
    """The changes counted: "3 events added, 1 changed, 1 removed; 2 sources added"; "" where there are none.

    `assets/core/changes.js` says the same in the same words (`app.words_facts`).
    """
    parts = [_counted(section, difference) for section, difference in changes.sections.items() if difference]
    about = ", ".join(each.replace("_", " ") for each in changes.collection)
    return "; ".join([*parts, *([CHANGES["about"].format(fields=about)] if about else [])])


def _counted(section: str, difference: Difference) -> str:
    counts = [(kind, len(entries)) for kind, entries in zip(KINDS, _lists(difference), strict=True) if entries]
    (first, count), *rest = counts
    one, many = CHANGES["sections"][section]
    said = one if count == 1 else many.format(n=f"{count:,}")
    kinds = CHANGES["kinds"]
    return ", ".join([f"{said} {kinds[first]}", *(f"{number:,} {kinds[kind]}" for kind, number in rest)])


def _difference(before: Iterable[Json], after: Iterable[Json]) -> Difference:
    old, new = ({entry["id"]: entry for entry in entries} for entries in (before, after))
    both = [(entry, _differing(old[id_], entry, _NOT_FACTS)) for id_, entry in new.items() if id_ in old]
    return Difference(
        added=tuple(Change(id_, _name(entry)) for id_, entry in new.items() if id_ not in old),
        changed=tuple(Change(entry["id"], _name(entry), fields) for entry, fields in both if fields),
        removed=tuple(Change(id_, _name(entry)) for id_, entry in old.items() if id_ not in new),
    )


def _kept(difference: Difference, ids: Collection[str]) -> Difference:
    return Difference(*(tuple(each for each in kind if each.id in ids) for kind in _lists(difference)))


def _differing(before: Json, after: Json, left_out: Collection[str]) -> tuple[str, ...]:
    """The names of the fields that differ, those of the later state first, each in its own order."""
    names = [name for name in dict.fromkeys([*after, *before]) if name not in left_out]
    return tuple(name for name in names if json_text(before.get(name)) != json_text(after.get(name)))


def _name(entry: Json) -> str:
    """What people call an entry: its title or name, what a claim is about, who is a member of what."""
    if "organisation" in entry:
        return f"{entry['actor']}, {entry['organisation']}"
    said = entry.get("title") or entry.get("names") or entry.get("measure") or entry["id"]
    return str(said.get("en") or next(iter(said.values()))) if isinstance(said, Mapping) else str(said)


def _lists(difference: Difference) -> tuple[tuple[Change, ...], ...]:
    return difference.added, difference.changed, difference.removed


def _entry(change: Change, *, is_in_view: bool) -> dict[str, Any]:
    plain = {name: value for name, value in asdict(change).items() if value}
    return {**plain, "in_view": is_in_view}

"""Where a value stands in its file, asked only when there is a problem with it.

In: the declared entries and the nodes noted while reading. Out: `Position`s.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.errors import Position, Problem
from app.load.names import Declared
from app.source import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a run: of entries by id, of the values made from mappings by identity.

    `unsourced` are the files whose default `sources` cannot be read.
    """

    entries: Dict[str, Declared]
    made: Dict[int, Mapping]
    unsourced: AbstractSet[str] = frozenset()

    def of(self, value: object, field: str = "") -> Position:
        """The position of a value that was made from a mapping, such as a participation, or of a field of it."""
        return _field(self.made[id(value)], field)

    def field(self, entry: str, name: str) -> Position:
        """The position of an entry's field; of the entry itself where the value is a default."""
        return _field(self.entries[entry].node, name)

    def has_field(self, entry: str, name: str) -> bool:
        """Whether an entry has a field that is not an empty list; its value may have been lost to another problem."""
        return _has(self.entries[entry].node, name)

    def has_part(self, value: object, name: str) -> bool:
        """The same of a value that was made from a mapping."""
        return _has(self.made[id(value)], name)

    def names_sources(self, entry: str) -> bool:
        """Whether an entry or the defaults of its file name sources, which may have been lost to another problem."""
        node, position = self.entries[entry].node, self.entries[entry].position
        has_own = any(key.text == "sources" for key, _ in node.items)
        return self.has_field(entry, "sources") if has_own else position.file in self.unsourced

    def problem(self, entry: str, name: str, code: str, what: str, fix: str) -> Problem:
        """A problem of an entry at one of its fields."""
        return Problem(self.field(entry, name), code, what, fix, entry)


def _has(node: Mapping, name: str) -> bool:
    return any(key.text == name and value != Sequence((), value.position) for key, value in node.items)


def _field(node: Mapping, name: str) -> Position:
    return next((value.position for key, value in node.items if key.text == name), node.position)

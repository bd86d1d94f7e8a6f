"""Where a value stands in its file, asked only when there is a problem with it.

In: the declared entries and the nodes noted while reading. Out: `Position`s.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass

from app.errors import Position, Problem
from app.load.names import Declared
from app.source import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Places:
    """The places of a run: of entries by id, of the values made from mappings by identity."""

    entries: Dict[str, Declared]
    made: Dict[int, Mapping]

    def of(self, value: object, field: str = "") -> Position:
        """The position of a value that was made from a mapping, such as a participation, or of a field of it."""
        return _field(self.made[id(value)], field)

    def field(self, entry: str, name: str) -> Position:
        """The position of an entry's field; of the entry itself where the value is a default."""
        return _field(self.entries[entry].node, name)

    def has_field(self, entry: str, name: str) -> bool:
        """Whether an entry has a field that is not an empty list; its value may have been lost to another problem."""
        return any(
            key.text == name and value != Sequence((), value.position) for key, value in self.entries[entry].node.items
        )

    def problem(self, entry: str, name: str, code: str, what: str, fix: str) -> Problem:
        """A problem of an entry at one of its fields."""
        return Problem(self.field(entry, name), code, what, fix, entry)


def _field(node: Mapping, name: str) -> Position:
    return next((value.position for key, value in node.items if key.text == name), node.position)

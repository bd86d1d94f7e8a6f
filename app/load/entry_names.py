"""The texts by which files call an entry, as they stand in its node, and those of entries that are not read.

In: nodes. Out: texts with their positions; in `Names`, what is astray.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.errors import Position
from app.load.names import Astray, Names, fold
from app.source import Mapping, Node, Scalar, Sequence

_ID, _SHORT = "id", "short"


def text_of(node: Node, name: str) -> Scalar | None:
    """The text in the field `name` of a mapping, or None."""
    if not isinstance(node, Mapping):
        return None
    return next(
        (value for key, value in node.items if key.text == name and isinstance(value, Scalar) and value.text.strip()),
        None,
    )


def names_in(node: Mapping) -> Iterator[tuple[Scalar, bool]]:
    """Every text by which files may call the entry, and whether it is the short name, which may be a country's code."""
    for key, value in node.items:
        if key.text in (_ID, _SHORT) and isinstance(value, Scalar) and value.text.strip():
            yield value, key.text == _SHORT
        elif key.text in ("name", "aliases"):
            yield from ((scalar, False) for scalar in _scalars(value))


def note_astray(node: Node, why: str, position: Position, names: Names) -> None:
    """Notes what a list of entries that is not read, or a part of one, would have declared, with the reason."""
    for text in _names_astray(node):
        names.astray.setdefault(fold(text), Astray(why, position, str(position)))


def _names_astray(node: Node) -> Iterator[str]:
    """The ids and names of entries in a list that is not read, whatever shape it has been given.

    A text in the list may be meant as an id, and so may the keys of a mapping that stands in place of the list.
    """
    nodes: tuple[Node, ...] = (node,)
    if isinstance(node, Sequence):
        nodes = node.items
    elif isinstance(node, Mapping) and not text_of(node, _ID):
        nodes = tuple(part for key, value in node.items for part in (key, value))
    for each in nodes:
        if isinstance(each, Scalar):
            yield each.text.strip()
        elif isinstance(each, Mapping):
            yield from (scalar.text.strip() for scalar, _ in names_in(each))


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            parts: tuple[Node, ...] = (node,)
        case Sequence():
            parts = node.items
        case Mapping():
            parts = tuple(value for _, value in node.items)
    yield from (part for part in parts if isinstance(part, Scalar) and part.text.strip())

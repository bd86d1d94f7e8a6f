"""The nodes of an event file: texts, lists and mappings with their positions.

In: positions. Out: `Scalar`, `Sequence`, `Mapping`, frozen. `2025.10` and `NO` are texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.errors import Position


class ScalarStyle(StrEnum):
    """How a text is written: without quotes, in single or double quotes, or as a block behind | or >."""

    PLAIN = "plain"
    QUOTED = "quoted"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written. `key:` without a value has the plain text ""."""

    text: str
    position: Position
    style: ScalarStyle = ScalarStyle.PLAIN


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `position` is that of its first dash or of its bracket."""

    items: tuple[Node, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; no two keys have the same text."""

    items: tuple[tuple[Scalar, Node], ...]
    position: Position


Node = Scalar | Sequence | Mapping

"""What a reader may lean on, and where it leaves the problems that it finds.

In: nodes and names. Out: `Context`, one for each entry that is read, and `Finds`, one for each run.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final, Literal

from app.dates import DateContext, EventDate
from app.errors import Problem
from app.load.names import Names, shorten
from app.source import Mapping, Node


class Broken(Enum):
    """The value of something that could not be read; the problem has been reported."""

    BROKEN = "broken"


BROKEN: Final = Broken.BROKEN
MAX_SHOWN_ID = 100  # characters: more than an id may have, so that only what is none is cut


@dataclass(slots=True)
class Finds:
    """What one run collects: problems, dates that were read ahead, and where made values stand.

    `dates` and `places` go by the identity of a node or value, which lives as long as the run; `event_dates` by the
    event's id, for the dates that count from it.
    """

    problems: list[Problem] = field(default_factory=list)
    dates: dict[int, EventDate | Broken | None] = field(default_factory=dict)
    event_dates: dict[str, EventDate | Broken | None] = field(default_factory=dict)
    places: dict[int, Mapping] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """Whose values are being read: the run's names and finds, the file's languages and dates, the entry's id."""

    names: Names
    finds: Finds
    dates: DateContext
    dateline_basis: str | None = None
    entry: str | None = None

    def of(self, entry: str | None) -> Context:
        """The same context for the entry with this id."""
        return replace(self, entry=entry)

    def refuse(self, node: Node, code: str, what: str, fix: str) -> Literal[Broken.BROKEN]:
        """BROKEN, after the problem with `node` was noted."""
        entry = shorten(self.entry, MAX_SHOWN_ID) if self.entry else None
        self.finds.problems.append(Problem(node.position, code, what, fix, entry))
        return BROKEN

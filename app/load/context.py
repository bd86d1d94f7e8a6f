"""What a reader may lean on, and where it leaves the problems that it finds.

In: nodes and names. Out: `Context`, one for each entry that is read, and `Finds`, one for each run.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final, Literal

from app.dates import DateContext, EventDate
from app.errors import Position, Problem
from app.load.names import Names, UnresolvedError, shorten
from app.source import Mapping, Node

Stands = Literal["alone", "in a list", "for a list"]


class Broken(Enum):
    """The value of something that could not be read; the problem has been reported."""

    BROKEN = "broken"


BROKEN: Final = Broken.BROKEN
MAX_SHOWN_ID = 100  # characters: more than an id may have, so that only what is none is cut


@dataclass(slots=True)
class Finds:
    """What one run collects: problems, dates that were read ahead, and where made values stand.

    `losses` says of a problem, by its number, what is left out because of it; `causes` which mistake elsewhere it
    follows from. `dates` and `places` go by the identity of a node or value, which lives as long as the run;
    `event_dates` by the event's id, for the dates that count from it. `unsourced` names the files whose default
    `sources` cannot be read, `unread_dates` counts the dates that cannot.
    """

    problems: list[Problem] = field(default_factory=list)
    losses: dict[int, str] = field(default_factory=dict)
    causes: dict[int, str] = field(default_factory=dict)
    dates: dict[int, EventDate | Broken | None] = field(default_factory=dict)
    event_dates: dict[str, EventDate | Broken | None] = field(default_factory=dict)
    places: dict[int, Mapping] = field(default_factory=dict)
    unsourced: set[str] = field(default_factory=set)
    unread_dates: int = 0

    def add(self, problem: Problem, loss: str = "", cause: str | None = None) -> None:
        """Take in one problem, what is left out because of it, and the mistake elsewhere that it follows from."""
        number = len(self.problems)
        self.problems.append(problem)
        self.losses.update({number: loss} if loss else {})
        self.causes.update({number: cause} if cause is not None else {})


@dataclass(frozen=True, slots=True)
class Context:
    """Whose values are being read: the run's names and finds, the file's languages and dates, the entry's id.

    `lost_head` says which fields of the file's head are meant to be there and cannot be read, and where they stand.
    `stands` is how a text stands that may also be an item: alone in a field, in a list, or in place of one.
    """

    names: Names
    finds: Finds
    dates: DateContext
    dateline_basis: str | None = None
    entry: str | None = None
    lost_head: Dict[str, Position] = field(default_factory=dict)
    stands: Stands = "alone"

    def of(self, entry: str | None) -> Context:
        """The same context for the entry with this id."""
        return replace(self, entry=entry)

    def standing(self, stands: Stands) -> Context:
        """The same context for what stands in this way."""
        return self if stands == self.stands else replace(self, stands=stands)

    def refuse(self, node: Node, code: str, what: str, fix: str, cause: str | None = None) -> Literal[Broken.BROKEN]:
        """BROKEN, after the problem with `node` was noted, and the mistake elsewhere that it follows from, if any."""
        entry = shorten(self.entry, MAX_SHOWN_ID) if self.entry else None
        self.finds.add(Problem(node.position, code, what, fix, entry), cause=cause)
        return BROKEN

    def refuse_reference(self, node: Node, error: UnresolvedError) -> Literal[Broken.BROKEN]:
        """BROKEN, after it was noted that a reference leads nowhere, and what mistake elsewhere that follows from."""
        return self.refuse(node, error.code, error.what, error.fix, error.cause)

    def say_lost(self, sentence: str) -> Literal[Broken.BROKEN]:
        """BROKEN, after it was noted what is left out because of the last problem, in place of a part of that."""
        self.finds.losses[len(self.finds.problems) - 1] = sentence
        return BROKEN

    def say_lost_at_least(self, sentence: str) -> Literal[Broken.BROKEN]:
        """BROKEN, after it was noted what is left out because of the last problem, unless it says so already."""
        self.finds.losses.setdefault(len(self.finds.problems) - 1, sentence)
        return BROKEN

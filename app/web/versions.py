"""The states of the collection that the server has at hand, and what changed from one of them to the present one.

In: timelines, the present one first. Out: what is derived of each, once for all that the server does; plain data for
the API.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from app.beside import select_beside
from app.changes import Changes, compare, leaned_on
from app.export import choose, filter_of
from app.export.json_form import plain_selection
from app.filters import select_rows
from app.model import Timeline
from app.payload import build_payload
from app.rows import Row, claim_rows, membership_rows, rows
from app.view import View, format_view
from app.vocabulary import Vocabulary, vocabulary

_KEPT = 16  # comparisons that are kept ready


@dataclass(frozen=True, eq=False)
class Version:
    """One state of a collection, with what is derived of it: each once, when it is first asked for."""

    timeline: Timeline

    @property
    def hash(self) -> str:
        """Its content hash."""
        return self.timeline.content_hash

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What its views may choose from."""
        return vocabulary(self.timeline)

    @cached_property
    def payload(self) -> Mapping[str, Any]:
        """What is sent of it."""
        return build_payload(self.timeline, self.vocabulary)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Its events as filters read them."""
        return rows(self.timeline)

    @cached_property
    def rows_beside(self) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
        """Its claims that belong to no event, and its memberships, as filters read them."""
        return claim_rows(self.timeline), membership_rows(self.timeline)

    def shown(self, view: View) -> tuple[str, ...]:
        """The ids of all that a view of it shows, as `app.beside.select_shown` gives them."""
        return (*select_rows(self.rows, view).ids, *select_beside(*self.rows_beside, view))

    def whole(self) -> dict[str, Any]:
        """All of it as plain data."""
        return plain_selection(choose(self.payload, self.timeline.events))


class Versions:
    """The versions of one collection, the present one first."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self._versions = versions
        self._changes = lru_cache(maxsize=_KEPT)(self._compared)

    def find(self, beginning: str) -> Version | None:
        """The version whose content hash begins so; None for one that is not kept."""
        return next((each for each in self._versions if each.hash.startswith(beginning)), None)

    @property
    def hashes(self) -> list[str]:
        """The content hashes of all that are kept, the present one first."""
        return [each.hash for each in self._versions]

    def changes_since(self, version: Version, view: View) -> dict[str, Any]:
        """What changed since `version`, each entry with whether the view chooses it, or chose it then."""
        states = (version, self._versions[0])
        shown = {each for state in states for each in state.shown(view)}
        in_view = leaned_on([state.payload for state in states], shown)
        return self._changes(version).as_json(filter_of(format_view(view)), in_view)

    def _compared(self, version: Version) -> Changes:
        return compare(version.whole(), self._versions[0].whole())

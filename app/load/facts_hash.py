"""The content hash of a timeline: equal facts, equal hash.

In: a timeline. Out: SHA-256 in hex of a canonical JSON of its facts. Layout, file names, line numbers and the order
of entries do not count, nor do fields that have their default value, so that a new field of the model changes nothing
until it is used.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from enum import Enum
from functools import lru_cache

from app.dates import EventDate
from app.model import ActorKind, Origin, Source, Timeline

# What says where or how something is written, not what is so.
_NOT_FACTS: dict[type, frozenset[str]] = {
    Timeline: frozenset({"content_hash"}),
    # The dateline counts in the dates that lean on it, each of which has it as its base.
    Origin: frozenset({"file", "line", "dateline", "dateline_basis"}),
    Source: frozenset({"text"}),
    EventDate: frozenset({"reading", "first", "last"}),
}


_COUNTRIES = (ActorKind.STATE, ActorKind.FORMER_STATE)


def hash_facts(timeline: Timeline) -> str:
    """The content hash of `timeline`; its own field `content_hash` does not count."""
    text = json.dumps(facts_of(timeline), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def facts_of(timeline: Timeline) -> dict[str, object]:
    """All facts of `timeline` as JSON knows them, each entry by its id; without countries, which no file states."""
    return {
        "collection": _plain(timeline.collection),
        "actors": _by_id({key: actor for key, actor in timeline.actors.items() if actor.kind not in _COUNTRIES}),
        "events": _by_id(timeline.events),
        "sources": _by_id(timeline.sources),
        "memberships": _by_id({each.id: each for each in timeline.memberships}),
        "claims": _by_id({each.id: each for each in timeline.claims}),
    }


def _by_id(values: Mapping[str, object]) -> dict[str, object]:
    return {key: _plain(value) for key, value in values.items()}


def _plain(value: object) -> object:
    """`value` as JSON knows it: a dataclass as a mapping of its fields that differ from their defaults."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    kind: type = type(value)
    parts = ((name, getattr(value, name), default) for name, default in _facts_of(kind))
    return {name: _plain(part) for name, part, default in parts if part != default}


@lru_cache(maxsize=64)
def _facts_of(kind: type) -> tuple[tuple[str, object], ...]:
    left_out = _NOT_FACTS.get(kind, frozenset())
    return tuple((each.name, each.default) for each in fields(kind) if each.name not in left_out)

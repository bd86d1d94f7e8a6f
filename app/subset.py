"""Timeline x ids -> a timeline of these events, claims and memberships, all that they lean on, and nothing else.

In: a timeline, ids. Out: a timeline with a content hash of its own. The claims made at an event come with it, so do the
memberships of those who take part in it, and the sources, organisations and people that any of these name: as in the
downloads (`app.export.selection`). What leads to an event that is left out is left out, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace

from app.load.facts_hash import hash_facts
from app.model import Actor, Citation, Event, Timeline

_ACTORS = frozenset(
    "actor organisation person represented_by announced_by speaker speaker_actor country "
    "organisations mentions parties".split()
)


def restrict(timeline: Timeline, ids: Iterable[str]) -> Timeline:
    """The timeline of what has these ids; the very same timeline if all events are among it."""
    wanted = set(ids)
    if wanted >= timeline.events.keys():
        return timeline
    events = {name: _inside(event, wanted) for name, event in timeline.events.items() if name in wanted}
    claims = tuple(claim for claim in timeline.claims if claim.said_at in wanted or claim.id in wanted)
    taking_part = {part.actor for event in events.values() for part in event.participants}
    memberships = tuple(each for each in timeline.memberships if each.actor in taking_part or each.id in wanted)
    facts = (*events.values(), *claims, *memberships)
    actors = _reached(timeline, {name for fact in facts for name in _actors_in(fact)})
    cited = {name for fact in (*facts, *actors.values()) for name in _cited_in(fact)}
    sources = {name: source for name, source in timeline.sources.items() if name in cited}
    chosen = replace(
        timeline, events=events, claims=claims, memberships=memberships, actors=actors, sources=sources, content_hash=""
    )
    return replace(chosen, content_hash=hash_facts(chosen))


def _inside(event: Event, wanted: set[str]) -> Event:
    return replace(
        event,
        part_of=event.part_of if event.part_of in wanted else None,
        relations=tuple(relation for relation in event.relations if relation.event in wanted),
    )


def _reached(timeline: Timeline, named: set[str]) -> dict[str, Actor]:
    """The actors of these names, and those in which the people among them hold an office."""
    known = [timeline.actors[name] for name in named if name in timeline.actors]
    offices = {office.actor for actor in known for office in actor.offices if office.actor}
    return {name: actor for name, actor in timeline.actors.items() if name in named | offices}


def _actors_in(value: object) -> Iterator[str]:
    """The actors that a fact names, however deep they stand in it."""
    for name, part in _fields_of(value):
        if name in _ACTORS:
            yield from (str(actor) for actor in _facts_in(part) if actor)
        else:
            yield from (found for inner in _facts_in(part) for found in _actors_in(inner))


def _cited_in(value: object) -> Iterator[str]:
    """The sources that a fact cites, however deep."""
    if isinstance(value, Citation):
        yield value.source
        return
    for _, part in _fields_of(value):
        yield from (found for inner in _facts_in(part) for found in _cited_in(inner))


def _fields_of(value: object) -> Iterator[tuple[str, object]]:
    if is_dataclass(value):
        yield from ((each.name, getattr(value, each.name)) for each in fields(value))


def _facts_in(part: object) -> tuple[object, ...]:
    return part if isinstance(part, tuple) else (part,)

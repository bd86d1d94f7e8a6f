"""Timeline -> lanes, their tracks and bands; numbers and ids only, no words, no drawing.

In: the model. Out: frozen lanes in drawing order, one for every state that takes part in an event or is a member,
and one lane `NO_STATE` for events in which no state is named, so that no event is without a place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.dates import EventDate
from app.model import ActorKind, EventStatus, Membership, MembershipKind, Restriction, Timeline

NO_STATE = "-"
_MEMBER_KINDS = frozenset({MembershipKind.FULL, MembershipKind.ASSOCIATE})
_LANE_KINDS = frozenset({ActorKind.STATE, ActorKind.FORMER_STATE})


@dataclass(frozen=True, slots=True)
class Track:
    """A membership as the lane draws it: `track` is the organisation's place from the top (0 first)."""

    lane: str
    organisation: str
    track: int
    kind: MembershipKind
    during: EventDate
    disputed: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A restriction as the lane draws it, over the membership's track."""

    lane: str
    organisation: str
    restriction: Restriction


@dataclass(frozen=True, slots=True)
class Lanes:
    """`order`: lane ids from the top. `organisations`: those that have tracks, most members first."""

    order: tuple[str, ...]
    organisations: tuple[str, ...]
    tracks: tuple[Track, ...]
    bands: tuple[Band, ...]


def build_lanes(timeline: Timeline) -> Lanes:
    """The lanes of a timeline.

    Order: the members of the largest organisation by name, then those of the next, then the states that belong to none,
    then `NO_STATE` if an event needs it. Observers and candidates do not count as members here.
    """
    members = [m for m in timeline.memberships if _is_state(timeline, m.actor)]
    organisations = _by_size(members)
    present = {a for event in timeline.events.values() for a in _states_of(timeline, event.id)}
    order = _in_order(timeline, present, members, organisations)
    if any(not _states_of(timeline, event_id) for event_id in timeline.events):
        order.append(NO_STATE)
    place = {organisation: index for index, organisation in enumerate(organisations)}
    tracks = tuple(_track(m, place[m.organisation]) for m in members)
    bands = tuple(Band(m.actor, m.organisation, r) for m in members for r in m.restrictions)
    return Lanes(tuple(order), organisations, tracks, bands)


def lanes_of_event(timeline: Timeline, event_id: str) -> tuple[str, ...]:
    """The lane of each participation of the event, in its order: the state's own id, `NO_STATE` where none is named."""
    return _states_of(timeline, event_id) or (NO_STATE,)


def _states_of(timeline: Timeline, event_id: str) -> tuple[str, ...]:
    actors = (p.actor for p in timeline.events[event_id].participants)
    return tuple(actor for actor in actors if _is_state(timeline, actor))


def _is_state(timeline: Timeline, actor: str) -> bool:
    known = timeline.actors.get(actor)
    return known is not None and known.kind in _LANE_KINDS


def _in_order(
    timeline: Timeline, present: set[str], members: list[Membership], organisations: tuple[str, ...]
) -> list[str]:
    last = len(organisations)
    place = dict.fromkeys(present | {m.actor for m in members}, last)
    for member in members:
        if member.kind in _MEMBER_KINDS:
            place[member.actor] = min(place[member.actor], organisations.index(member.organisation))
    return sorted(place, key=lambda actor: (place[actor], timeline.actors[actor].names.best().casefold(), actor))


def _by_size(members: list[Membership]) -> tuple[str, ...]:
    sizes = Counter(m.organisation for m in members)
    return tuple(sorted(sizes, key=lambda organisation: (-sizes[organisation], organisation)))


def _track(member: Membership, place: int) -> Track:
    disputed = member.status is EventStatus.DISPUTED
    return Track(member.actor, member.organisation, place, member.kind, member.during, disputed)

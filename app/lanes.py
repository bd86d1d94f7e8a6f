"""Timeline -> lanes, their tracks and bands; numbers and ids only, no words, no drawing.

In: the model. Out: frozen lanes in drawing order, one for every state that takes part in an event, is a member or has a
figure claimed of it, and one lane `NO_STATE` for events in which no state is named, so that nothing is without a place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from app.countries import COUNTRIES
from app.dates import EventDate
from app.model import ActorKind, Claim, Event, EventStatus, Membership, MembershipKind, Restriction, Timeline

NO_STATE = "-"
NO_GROUP = "others"
_MEMBER_KINDS = frozenset({MembershipKind.FULL, MembershipKind.ASSOCIATE})
_ORGANISATION_KINDS = frozenset({ActorKind.IGO, ActorKind.AGENCY, ActorKind.GROUP})
_LANE_KINDS = frozenset({ActorKind.STATE, ActorKind.FORMER_STATE})
_DRAWN_KINDS = _LANE_KINDS | _ORGANISATION_KINDS


@dataclass(frozen=True, slots=True)
class Track:
    """A membership as the lane draws it: `track` is the organisation's place from the top (0 first)."""

    membership: str
    lane: str
    organisation: str
    track: int
    kind: MembershipKind
    during: EventDate
    disputed: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A restriction as the lane draws it, over the membership's track."""

    membership: str
    lane: str
    organisation: str
    restriction: Restriction


@dataclass(frozen=True, slots=True)
class Lane:
    """A strip: an actor's id, and what it can be ordered and grouped by.

    `first_ms`: the start of its first dated event (None: it has none); `events`: how many events it takes part in;
    `org`: the largest organisation that it is a full or associate member of, `region`: its UN M49 region as a slug;
    both are `NO_GROUP` where there is none.
    """

    id: str
    first_ms: int | None = None
    events: int = 0
    org: str = NO_GROUP
    region: str = NO_GROUP


@dataclass(frozen=True, slots=True)
class Lanes:
    """`order`: lanes from the top, states first, then organisations that take part, then `NO_STATE`.

    `organisations`: those that have tracks, most members first.
    """

    order: tuple[Lane, ...]
    organisations: tuple[str, ...]
    tracks: tuple[Track, ...]
    bands: tuple[Band, ...]


def build_lanes(timeline: Timeline) -> Lanes:
    """The lanes of a timeline.

    States: the members of the largest organisation by name, then those of the next, then states that belong to none.
    Observers and candidates do not count as members here. A state has a lane if it takes part in a dated event, is a
    member, or is what a claim with a period is about; organisations that take part come after the states, and
    `NO_STATE` last if an event needs it.
    """
    members = [m for m in timeline.memberships if _is_state(timeline, m.actor)]
    organisations = _by_size(members)
    place = {organisation: index for index, organisation in enumerate(organisations)}
    groups = _largest(members, place)
    counted = _count(timeline)
    ids = [actor for actor in counted if _is_state(timeline, actor)]
    claimed = [actor for claim in timeline.claims for actor in lanes_of_claim(timeline, claim)]
    states = [_lane(actor, counted, groups) for actor in dict.fromkeys([*ids, *(m.actor for m in members), *claimed])]
    others = [_lane(actor, counted, {}) for actor in counted if not _is_state(timeline, actor)]
    states.sort(key=lambda lane: (place.get(lane.org, len(place)), *_name(timeline, lane)))
    others.sort(key=lambda lane: _name(timeline, lane))
    rest = [Lane(NO_STATE)] if any(not _states_of(timeline, event_id) for event_id in timeline.events) else []
    return Lanes(
        (*states, *others, *rest),
        organisations,
        tuple(_track(m, place[m.organisation]) for m in members),
        tuple(Band(m.id, m.actor, m.organisation, r) for m in members for r in m.restrictions),
    )


def groups_of(lanes: Lanes) -> tuple[str, ...]:
    """Every group that a lane stands in, by organisation and by region, each once, in the order of the lanes."""
    return tuple(dict.fromkeys([*(lane.org for lane in lanes.order), *(lane.region for lane in lanes.order)]))


def lanes_of_event(timeline: Timeline, event_id: str) -> tuple[str, ...]:
    """The lane of each participation of the event, in its order: the state's own id, `NO_STATE` where none is named."""
    return _states_of(timeline, event_id) or (NO_STATE,)


def lanes_of_claim(timeline: Timeline, claim: Claim) -> tuple[str, ...]:
    """The lanes of a claim: the states that it is about, where these are the speaker's own and others only the others.

    None without a period: there is nothing to draw.
    """
    if claim.period is None:
        return ()
    states = tuple(actor for actor in claim.parties if _is_state(timeline, actor))
    others = tuple(actor for actor in states if actor != claim.speaker_actor)
    return others or states


def _states_of(timeline: Timeline, event_id: str) -> tuple[str, ...]:
    actors = (p.actor for p in timeline.events[event_id].participants)
    return tuple(actor for actor in actors if _is_state(timeline, actor))


def _is_state(timeline: Timeline, actor: str) -> bool:
    return _kind(timeline, actor) in _LANE_KINDS


def _count(timeline: Timeline) -> dict[str, tuple[int, int | None]]:
    """Of every actor that can have a lane and takes part in a dated event: how many, and the start of the first."""
    counted: dict[str, tuple[int, int | None]] = {}
    dated = ((event, start) for event in timeline.events.values() if (start := _start(event)) is not None)
    for event, start in dated:
        for actor in {p.actor for p in event.participants if _kind(timeline, p.actor) in _DRAWN_KINDS}:
            number, first = counted.get(actor, (0, start))
            counted[actor] = (number + 1, start if first is None else min(first, start))
    return counted


def _start(event: Event) -> int | None:
    """The start of the event, or its end where no start is known; None where neither is."""
    if event.date is None:
        return None
    return event.date.start_ms if event.date.start_ms is not None else event.date.end_ms


def _lane(actor: str, counted: Mapping[str, tuple[int, int | None]], groups: Mapping[str, str]) -> Lane:
    number, first = counted.get(actor, (0, None))
    country = COUNTRIES.get(actor)
    region = country.region.casefold().replace(" ", "-") if country and country.region else NO_GROUP
    return Lane(actor, first, number, groups.get(actor, NO_GROUP), region)


def _largest(members: list[Membership], place: Mapping[str, int]) -> dict[str, str]:
    """For each actor the largest organisation that it is a full or associate member of."""
    found: dict[str, str] = {}
    for member in sorted(members, key=lambda m: -place[m.organisation]):
        if member.kind in _MEMBER_KINDS:
            found[member.actor] = member.organisation
    return found


def _name(timeline: Timeline, lane: Lane) -> tuple[str, str]:
    return timeline.actors[lane.id].names.best().casefold(), lane.id


def _kind(timeline: Timeline, actor: str) -> ActorKind | None:
    known = timeline.actors.get(actor)
    return known.kind if known else None


def _by_size(members: list[Membership]) -> tuple[str, ...]:
    sizes = Counter(m.organisation for m in members)
    return tuple(sorted(sizes, key=lambda organisation: (-sizes[organisation], organisation)))


def _track(member: Membership, place: int) -> Track:
    disputed = member.status is EventStatus.DISPUTED
    return Track(member.id, member.actor, member.organisation, place, member.kind, member.during, disputed)

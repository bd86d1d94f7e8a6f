"""Checks of participation and membership: who is named twice, who was a member when, who was suspended.

In: the timeline and the places of its values. Out: `Problem`s.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.errors import Problem
from app.load.checks.intervals import are_apart, is_surely_within, sure_span, surely_overlap
from app.load.names import shorten
from app.load.places import Places
from app.model import (
    ActorKind,
    Event,
    EventStatus,
    Membership,
    Participation,
    RestrictionKind,
    Role,
    Status,
    Timeline,
)

_PRESENT = frozenset({Status.ATTENDED, Status.VIRTUAL, Status.REPRESENTED})
_AS_OF_RIGHT = frozenset({Role.PARTICIPANT, Role.MEMBER, Role.CHAIR})
_MAX_OF_ONE_PAIR = 100  # memberships of one actor in one organisation that a participant is compared with
_STAYS_AWAY = frozenset({RestrictionKind.PARTICIPATION_SUSPENDED, RestrictionKind.MEMBERSHIP_SUSPENDED})


def check_participants(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Participants that are named twice (E415), and people who stand in the place of their state (W402)."""
    for event in timeline.events.values():
        seen: dict[tuple[str, str | None], Participation] = {}
        for part in event.participants:
            # Who had a person that cannot be read may well be somebody else.
            is_whole = part.person is not None or not places.has_part(part, "person")
            first = seen.setdefault((part.actor, part.person), part) if is_whole else part
            if first is not part:
                who = named(part.person or part.actor, timeline)
                what = f"{who} is a participant twice, here and at line {places.of(first).line}."
                yield Problem(places.of(part), "E415", what, "Keep one, with its role and status.", event.id)
            yield from _person_as_actor(part, event, timeline, places)


def _person_as_actor(part: Participation, event: Event, timeline: Timeline, places: Places) -> Iterator[Problem]:
    actor = timeline.actors[part.actor]
    states = {office.actor for office in actor.offices if office.actor}
    if actor.kind is ActorKind.PERSON and states:
        what = f"`{actor.id}` stands here as itself, so that no state has this participant in its lane."
        fix = f"Write `{{actor: {min(states)}, person: {actor.id}}}`."
        yield Problem(places.of(part), "W402", what, fix, event.id)


def check_members(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Members outside their membership (E418) or without one (W404), and participants that are suspended (E417)."""
    by_pair = _by_pair(timeline)
    recorded = {organisation for organisation, _ in by_pair}
    for event in timeline.events.values():
        for part in event.participants if event.date else ():
            own = [each for org in event.organisations for each in by_pair.get((org, part.actor), ())]
            if part.role is Role.MEMBER and recorded.intersection(event.organisations):
                yield from _check_member(event, part, own, timeline, places)
            yield from _check_suspended(event, part, own, timeline, places)


def _check_member(
    event: Event, part: Participation, own: list[Membership], timeline: Timeline, places: Places
) -> Iterator[Problem]:
    when = event.date.edtf if event.date else ""
    if not own:
        what = f"{named(part.actor, timeline)} takes part as a member, and no membership of it is recorded."
        yield Problem(places.of(part), "W404", what, "Add the membership, or write another role.", event.id)
    elif all(are_apart(event.date, each.during) and each.status is not EventStatus.DISPUTED for each in own):
        terms = ", ".join(f"`{each.during.edtf}` ({each.organisation})" for each in own)
        what = f"{named(part.actor, timeline)} is no member on `{when}`; its membership is {terms}."
        yield Problem(places.of(part), "E418", what, "Correct a date, or write `role: guest` or `observer`.", event.id)


def _check_suspended(
    event: Event, part: Participation, own: list[Membership], timeline: Timeline, places: Places
) -> Iterator[Problem]:
    if part.status not in _PRESENT or part.role not in _AS_OF_RIGHT or event.date is None:
        return
    for membership in own:
        for layer in membership.restrictions:
            if layer.kind in _STAYS_AWAY and is_surely_within(event.date, layer.during):
                what = (
                    f"{named(part.actor, timeline)} takes part in full right, and is suspended in "
                    f"`{membership.organisation}` ({layer.kind.value}, `{layer.during.edtf}`)."
                )
                fix = "Write `status: suspended`, or `role: guest` or `observer` if it came nevertheless."
                yield Problem(places.of(part), "E417", what, fix, event.id)


def check_memberships(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Memberships of one kind that overlap (E419), and restrictions outside their membership (E427)."""
    agreed = [each for each in timeline.memberships if each.status is EventStatus.OCCURRED]
    for one, other in _overlapping(agreed):
        what = (
            f"{named(one.actor, timeline)} is already {one.kind.value} in `{one.organisation}` "
            f"over `{one.during.edtf}` (`{one.id}`), which overlaps `{other.during.edtf}`."
        )
        fix = "Correct a date; for sources that disagree keep one entry with `accounts`."
        yield places.problem(other.id, "during", "E419", what, fix)
    for membership in timeline.memberships:
        for layer in membership.restrictions:
            if are_apart(layer.during, membership.during):
                what = f"`{layer.during.edtf}` is outside the membership itself, `{membership.during.edtf}`."
                yield Problem(places.of(layer), "E427", what, "Correct one of the two.", membership.id)


def _overlapping(memberships: list[Membership]) -> Iterator[tuple[Membership, Membership]]:
    """Each membership that begins while another of its actor, organisation and kind surely lasts, after that one."""
    lasting: dict[tuple[str, str, str], Membership] = {}
    for membership in sorted(memberships, key=lambda each: sure_span(each.during)):
        key = (membership.actor, membership.organisation, membership.kind)
        other = lasting.setdefault(key, membership)
        if other is not membership and surely_overlap(other.during, membership.during):
            yield other, membership
        lasting[key] = max(other, membership, key=lambda each: sure_span(each.during)[1])


def named(actor: str, timeline: Timeline) -> str:
    """What people call an actor, with its id: Armenia (ARM)."""
    return f"{shorten(timeline.actors[actor].names.best())} ({actor})"


def _by_pair(timeline: Timeline) -> dict[tuple[str, str], list[Membership]]:
    pairs: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for membership in timeline.memberships:
        own = pairs[membership.organisation, membership.actor]
        if len(own) < _MAX_OF_ONE_PAIR:
            own.append(membership)
    return dict(pairs)

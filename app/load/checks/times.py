"""Checks of time: parts and their wholes, what follows what, lives of organisations and states, terms of office.

In: the timeline and the places of its values. Out: `Problem`s. Only what cannot be true under any reading of the
dates is an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.dates import DateContext, EventDate, date_warnings, read_date
from app.errors import Problem
from app.load.checks.intervals import are_apart, is_wholly_before
from app.load.names import shorten
from app.load.places import Places
from app.model import Actor, ActorKind, EventStatus, EventType, Office, Participation, RelationKind, Timeline

# Types of events that can come before an organisation is there, or after it has ended.
_AROUND_A_LIFE = frozenset(
    {
        EventType.AGREEMENT_SIGNED,
        EventType.AGREEMENT_IN_FORCE,
        EventType.DECISION,
        EventType.MEETING_ANNOUNCED,
        EventType.NEGOTIATION,
        EventType.ORGANISATION_DISSOLVED,
        EventType.ORGANISATION_FOUNDED,
        EventType.STATEMENT,
    }
)
_MAX_OFFICES = 100  # of one person that a participant is compared with
_AFTER_DATELINE = "W306"
_LATER = frozenset({RelationKind.FOLLOWS, RelationKind.RESPONSE_TO})


def check_wholes(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Parts that lie outside the days of their whole (E416)."""
    for event in timeline.events.values():
        whole = timeline.events.get(event.part_of or "")
        if whole and event.date and whole.date and are_apart(event.date, whole.date):
            what = (
                f"`{event.date.edtf}` is outside `{whole.date.edtf}`, the days of `{whole.id}`, which it is a part of."
            )
            fix = f"Correct a date, or write `relations: [{{kind: follows, event: {whole.id}}}]` instead of `part_of`."
            yield places.problem(event.id, "date", "E416", what, fix)


def check_relations(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Relations that say the contrary of the dates (E413)."""
    for event in timeline.events.values():
        for relation in event.relations:
            other = timeline.events[relation.event]
            later, earlier = (event, other) if relation.kind in _LATER else (other, event)
            is_ordered = relation.kind in _LATER or relation.kind is RelationKind.PRECEDES
            if is_ordered and later.date and earlier.date and is_wholly_before(later.date, earlier.date):
                what = (
                    f"`{later.id}` (`{later.date.edtf}`) is said to come after `{earlier.id}` (`{earlier.date.edtf}`)."
                )
                fix = "Correct a date, or turn the relation round."
                yield Problem(places.of(relation), "E413", what, fix, event.id)


def check_organisation_lives(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Events and memberships of an organisation before its founding or after its end (E421)."""
    for event in timeline.events.values():
        for organisation in () if event.type in _AROUND_A_LIFE else event.organisations:
            life = timeline.actors[organisation].during
            if event.date and life and are_apart(event.date, life):
                what = f"`{event.date.edtf}` is outside the life of `{organisation}`, `{life.edtf}`."
                fix = f"Correct a date, or take `{organisation}` out of `organisations`."
                yield places.problem(event.id, "date", "E421", what, fix)
    for membership in timeline.memberships:
        life = timeline.actors[membership.organisation].during
        if life and are_apart(membership.during, life):
            what = f"`{membership.during.edtf}` is outside the life of `{membership.organisation}`, `{life.edtf}`."
            yield places.problem(membership.id, "during", "E421", what, "Correct one of the two.")


def check_state_lives(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Former states that take part, or are members, when they no longer exist (E422)."""
    lives = {actor.id: actor for actor in timeline.actors.values() if actor.kind is ActorKind.FORMER_STATE}
    for event in timeline.events.values():
        for part in event.participants:
            state = lives.get(part.actor)
            if state and state.during and are_apart(event.date, state.during):
                yield Problem(places.of(part), "E422", *_outside_life(state, state.during), event.id)
    for membership in timeline.memberships:
        state = lives.get(membership.actor)
        if state and state.during and are_apart(membership.during, state.during):
            what, fix = _outside_life(state, state.during)
            yield places.problem(membership.id, "during", "E422", what, fix)


def _outside_life(state: Actor, life: EventDate) -> tuple[str, str]:
    what = f"{state.names.best()} ({state.id}) is not there at that time, only in `{life.edtf}`."
    return what, "Name the state that was there, or correct the date."


def check_offices(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Participants in an office outside its term, where terms are given (E420)."""
    for event in timeline.events.values():
        for part in event.participants:
            offices = _offices_meant(part, timeline)
            if offices and all(are_apart(event.date, office.during) for office in offices):
                terms = ", ".join(f"`{office.during.edtf}`" for office in offices if office.during)
                when = event.date.edtf if event.date else ""
                what = f"`{part.person}` is not {shorten(part.office or '')} on `{when}`; the term is {terms}."
                yield Problem(
                    places.of(part, "office"), "E420", what, "Correct the office, its term or the date.", event.id
                )


def _offices_meant(part: Participation, timeline: Timeline) -> list[Office]:
    if part.person is None or part.office is None:
        return []
    wanted = part.office.casefold()
    return [
        office
        for office in timeline.actors[part.person].offices[:_MAX_OFFICES]
        if office.actor in (None, part.actor) and wanted in {title.casefold() for _, title in office.title.by_lang}
    ]


def check_datelines(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Events that have occurred after their file's dateline (W306), or are planned for before it (W405)."""
    for event in timeline.events.values():
        dateline = event.origin.dateline if event.origin else None
        if dateline is None or event.date is None:
            continue
        if event.status is EventStatus.OCCURRED:
            found = date_warnings(event.date, DateContext(dateline=dateline), reported_as_past=True)
            for warning in (each for each in found if each.code == _AFTER_DATELINE):
                yield places.problem(event.id, "date", warning.code, warning.message, warning.fix)
        if event.status is EventStatus.PLANNED and is_wholly_before(event.date, read_date(dateline, DateContext())):
            what = f"`{event.date.edtf}` is before the dateline {dateline}, and the event is still planned."
            yield places.problem(event.id, "status", "W405", what, "Write what came of it, or correct a date.")

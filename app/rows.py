"""Timeline -> rows: what filters, search and facets look at, one row for an event, in time order.

In: a timeline. Out: frozen rows; also of claims at no event and of memberships. `assets/core/rows.js` derives the same
rows from the payload, so that the browser filters what Python filters and no text is sent twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.dates import EventDate
from app.model import (
    Account,
    ActorKind,
    Citation,
    Claim,
    Event,
    EventType,
    Membership,
    Participation,
    Place,
    Text,
    Timeline,
)
from app.search import fold, join_texts
from app.vocabulary import COUNTRY_KINDS, ORGANISATION_KINDS, langs_of, names_of

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class RowParticipant:
    """One participation: `country` is the actor where it is a state, `people` are those who came or stood in for it."""

    country: str | None
    role: str
    status: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What of an event can be filtered; `index` is its place in time order.

    `start_ms`, `end_ms`: the half-open interval in which it possibly lies, None where open or unknown, both None where
    undated; `sure` is whether it lies there for certain, which a date that is approximate or uncertain does not.
    `mentions` are states that are only mentioned; `places` folded names and the country's alpha-3; `text` the folded
    texts for the search, one a line.
    """

    index: int
    id: str
    type: str
    status: str
    start_ms: int | None
    end_ms: int | None
    sure: bool
    participants: tuple[RowParticipant, ...] = ()
    mentions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    text: str = ""


def rows(timeline: Timeline) -> tuple[Row, ...]:
    """The rows of all events, as `in_time_order` has them."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in timeline.claims:
        if claim.said_at:
            claims[claim.said_at].append(claim)
    names = _names(timeline)
    ordered = enumerate(in_time_order(timeline))
    return tuple(_row(timeline, index, event, claims.get(event.id, []), names) for index, event in ordered)


def claim_rows(timeline: Timeline) -> tuple[Row, ...]:
    """The rows of the claims that belong to no event, in the order of the files, as `index` counts all claims.

    By them the filters of events choose among claims, too: who is spoken of or speaks takes part; the day is that of
    the period, else that on which it was said.
    """
    names = _names(timeline)
    alone = ((index, claim) for index, claim in enumerate(timeline.claims) if not claim.said_at)
    return tuple(_claim_row(timeline, index, claim, names) for index, claim in alone)


def membership_rows(timeline: Timeline) -> tuple[Row, ...]:
    """The rows of memberships, in the order of the files: the member takes part, suspended under a restriction."""
    names = _names(timeline)
    return tuple(_membership_row(timeline, index, fact, names) for index, fact in enumerate(timeline.memberships))


def in_time_order(timeline: Timeline) -> tuple[Event, ...]:
    """All events by start, end and id; a meeting on the sidelines after its summit, unless it surely began earlier.

    An event without a lower bound stands at its upper bound; one without an upper bound after those that begin with it;
    undated events come last.
    """
    return tuple(sorted(timeline.events.values(), key=lambda event: _time_order(timeline, event)))


def _time_order(timeline: Timeline, event: Event) -> tuple[tuple[float, float, str], ...]:
    """The event's own place, behind those of the events that it is part of and does not surely precede."""
    chain = [event]
    while (
        (above := timeline.events.get(chain[-1].part_of or "")) and above not in chain and _may_follow(chain[-1], above)
    ):
        chain.append(above)
    return tuple(_own_place(each) for each in reversed(chain))


def _may_follow(event: Event, above: Event) -> bool:
    """Whether the event that comes first by its date may have begun after the other, which begins in its interval."""
    first, end, _ = _own_place(event)
    return first <= _own_place(above)[0] < end


def _own_place(event: Event) -> tuple[float, float, str]:
    never = float("inf")
    start, end = (event.date.start_ms, event.date.end_ms) if event.date else (None, None)
    first = start if start is not None else end
    return never if first is None else first, never if end is None else end, event.id


def _names(timeline: Timeline) -> Names:
    langs = langs_of(timeline)
    return {actor.id: names_of(actor, langs) for actor in timeline.actors.values()}


def _row(timeline: Timeline, index: int, event: Event, said: list[Claim], names: Names) -> Row:
    kinds = {p.actor: timeline.actors[p.actor].kind for p in event.participants if p.actor in timeline.actors}
    participants = tuple(_participant(timeline, part) for part in event.participants)
    bodies = [actor for actor, kind in kinds.items() if kind in ORGANISATION_KINDS]
    return Row(
        index=index,
        id=event.id,
        type=event.type.value,
        status=event.status.value,
        start_ms=event.date.start_ms if event.date else None,
        end_ms=event.date.end_ms if event.date else None,
        sure=_is_sure(event.date),
        participants=participants,
        mentions=tuple(sorted({actor for actor in event.mentions if _is_country(timeline, actor)})),
        organisations=tuple(sorted({*event.organisations, *bodies})),
        tags=tuple(sorted(set(event.tags))),
        places=_places(event.place),
        sources=tuple(sorted({citation.source for citation in _citations(event, said)})),
        text=join_texts(_texts(event, participants, said, names)),
    )


def _claim_row(timeline: Timeline, index: int, claim: Claim, names: Names) -> Row:
    actors = [actor for actor in (*claim.parties, claim.speaker_actor, claim.speaker) if actor]
    like = Event(
        id=claim.id,
        type=EventType.OTHER,
        title=Text((("en", claim.measure),)),
        date=claim.period or claim.said_on,
        participants=tuple(Participation(actor) for actor in actors),
        accounts=claim.accounts,
    )
    return _of_no_event(_row(timeline, index, like, [claim], names))


def _membership_row(timeline: Timeline, index: int, fact: Membership, names: Names) -> Row:
    layers = (citation for layer in fact.restrictions for citation in layer.citations)
    like = Event(
        id=fact.id,
        type=EventType.OTHER,
        title=Text(),
        date=fact.during,
        participants=(Participation(fact.actor),),
        organisations=(fact.organisation,),
        citations=(*fact.citations, *layers),
        accounts=fact.accounts,
    )
    return _of_no_event(_row(timeline, index, like, [], names), "suspended" if fact.restrictions else "")


def _of_no_event(row: Row, status: str = "") -> Row:
    """The row without what only events have, a type, a status and roles; all who take part have the status given."""
    participants = tuple(replace(part, role="", status=status) for part in row.participants)
    return replace(row, type="", status="", participants=participants)


def _is_sure(date: EventDate | None) -> bool:
    ends = (date.first, date.last) if date else ()
    return bool(ends) and not any(end.approximate or end.uncertain for end in ends)


def _participant(timeline: Timeline, part: Participation) -> RowParticipant:
    people = (part.actor, part.person, part.represented_by)
    return RowParticipant(
        country=part.actor if _is_country(timeline, part.actor) else None,
        role=part.role.value,
        status=part.status.value,
        people=tuple(dict.fromkeys(person for person in people if person and _is_person(timeline, person))),
    )


def _is_country(timeline: Timeline, actor: str) -> bool:
    return actor in timeline.actors and timeline.actors[actor].kind in COUNTRY_KINDS


def _is_person(timeline: Timeline, actor: str) -> bool:
    return actor in timeline.actors and timeline.actors[actor].kind is ActorKind.PERSON


def _places(place: Place | None) -> tuple[str, ...]:
    if place is None:
        return ()
    named = [folded for name in (place.venue, place.city) if name and (folded := fold(name))]
    return (*dict.fromkeys(named), *([place.country] if place.country else []))


def _citations(event: Event, said: Iterable[Claim]) -> Iterator[Citation]:
    """Every citation that stands with the event: its own, of participants, of other accounts, of what was said."""
    parts: tuple[Event | Participation | Account | Claim, ...] = (event, *event.participants, *event.accounts, *said)
    for part in parts:
        yield from part.citations


def _texts(event: Event, participants: Iterable[RowParticipant], said: Iterable[Claim], names: Names) -> Iterator[str]:
    """The texts that a search looks at, in all languages: title, summary, people, places, quotes and what was said.

    States that take part are no text: they have a filter of their own, which tells them from those only mentioned.
    """
    yield from (*_words(event.title), *_words(event.summary))
    for part, found in zip(event.participants, participants, strict=True):
        yield part.office or ""
        for person in (*found.people, part.represented_by):
            yield from names.get(person, (person,)) if person else ()
    if event.place:
        yield from (event.place.venue or "", event.place.city or "")
        yield from names.get(event.place.country or "", ())
    yield from (citation.quote or "" for citation in _citations(event, said))
    for claim in said:
        yield from (claim.quote or "", *_words(claim.text))


def _words(text: Text) -> list[str]:
    return [words for _, words in text.by_lang]

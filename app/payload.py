"""Timeline -> the one JSON value that the browser draws: facts, words, colours, sizes; versioned.

In: a timeline, the theme and the words. Out: plain lists and dicts, the same for the same timeline on every machine.
`assets/core/timeline.js` reads it. Events are sent as columns: names once, values in a list, null where one has none.
What the browser can derive is not in it: the rows that are filtered, the choices that the events themselves name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from app import labels, theme
from app.lanes import NO_GROUP, NO_STATE, Band, Lane, Track, build_lanes, lanes_of_claim, lanes_of_event
from app.model import Account, Actor, Claim, Event, EventStatus, Membership, Participation, Place, Source, Timeline
from app.payload_facts import (
    account_facts,
    actor_facts,
    claim_facts,
    collection_facts,
    event_facts,
    membership,
    restriction,
    source_facts,
)
from app.payload_facts import cited as _citations
from app.payload_facts import drawn_date as _date
from app.payload_facts import given as _given
from app.rows import in_time_order
from app.vocabulary import Vocabulary, vocabulary
from app.words import WORDS

VERSION = 2
# What `assets/core/vocabulary.js` derives.
_DERIVED = frozenset({"event", "source", "place"})
Json = dict[str, Any]


def build_payload(timeline: Timeline, known: Vocabulary | None = None) -> Json:
    """The payload of a timeline; `known` is its vocabulary, where that is made already.

    `events` stand in time order, as `in_time_order` says; every reference is by id.
    """
    events = [_event(timeline, event) for event in in_time_order(timeline)]
    lanes = build_lanes(timeline)
    choices = (known or vocabulary(timeline)).as_json()
    return {
        "version": VERSION,
        "collection": _collection(timeline),
        "events": _columns(events),
        "claims": [_claim(timeline, claim) for claim in timeline.claims],
        "memberships": [_membership(fact) for fact in timeline.memberships],
        "lanes": {
            "order": [_lane(lane) for lane in lanes.order],
            "no_group": NO_GROUP,
            "no_state": NO_STATE,
            "organisations": list(lanes.organisations),
            "tracks": [_track(track) for track in lanes.tracks],
            "bands": [_band(timeline, band) for band in lanes.bands],
        },
        "actors": {actor.id: _actor(actor) for actor in timeline.actors.values()},
        "sources": {source.id: _source(source) for source in timeline.sources.values()},
        "vocabulary": {name: entries for name, entries in choices.items() if name not in _DERIVED},
        "words": dict(WORDS),
        "theme": theme.payload_theme(),
    }


def _collection(timeline: Timeline) -> Json:
    about = timeline.collection
    return _given(
        title=about.title.best(),
        description=about.description.best(),
        licence=about.licence,
        version=about.version,
        hash=timeline.content_hash,
        **collection_facts(about),
    )


def _columns(items: list[Json]) -> Json:
    names = sorted({name for item in items for name in item})
    return {"size": len(items), "columns": {name: [item.get(name) for item in items] for name in names}}


def _event(timeline: Timeline, event: Event) -> Json:
    return _given(
        id=event.id,
        type=event.type.value,
        title=event.title.best(),
        titles=dict(event.title.by_lang) if len(event.title.by_lang) > 1 else None,
        summary=event.summary.best(),
        state=event.status.value if event.status is not EventStatus.OCCURRED else None,
        when=labels.date_in_words(event.date),
        short=labels.short_date(event.date),
        precision=labels.precision_in_words(event.date),
        as_written=event.date.as_written if event.date and event.date.as_written != event.date.edtf else None,
        lanes=list(lanes_of_event(timeline, event.id)),
        presence=event.type.value in labels.PRESENCE_TYPES or None,
        participants=[_participation(p) for p in event.participants],
        place=_place_words(timeline, event.place),
        part_of=event.part_of,
        relations=[[relation.kind.value, relation.event] for relation in event.relations],
        mentions=list(event.mentions),
        organisations=list(event.organisations),
        tags=list(event.tags),
        codes=[
            *[f"PLOVER {name}: {value}" for name, value in event.plover],
            *([f"CAMEO {event.cameo}"] if event.cameo else []),
        ],
        citations=_citations(event.citations),
        accounts=[_account(account) for account in event.accounts],
        confidence=event.confidence.value if event.confidence else None,
        note=event.note,
        origin=f"{event.origin.file}:{event.origin.line}" if event.origin else None,
        **event_facts(event),
    )


def _participation(part: Participation) -> Json:
    return _given(
        actor=part.actor,
        role=part.role.value,
        status=part.status.value,
        person=part.person,
        office=part.office,
        represented_by=part.represented_by,
        reason=part.reason,
        announced_by=part.announced_by,
        basis=part.basis,
        citations=_citations(part.citations),
        note=part.note,
    )


def _place_words(timeline: Timeline, place: Place | None) -> str:
    if place is None:
        return ""
    country = timeline.actors.get(place.country or "")
    country_name = country.names.best() if country else place.country
    return ", ".join(words for words in (place.venue, place.city, country_name) if words)


def _account(account: Account) -> Json:
    return _given(
        attribute=account.attribute,
        value=account.value,
        when=labels.date_in_words(account.date) if account.date else None,
        preferred=account.preferred or None,
        reason=account.reason,
        citations=_citations(account.citations),
        **account_facts(account),
    )


def _claim(timeline: Timeline, claim: Claim) -> Json:
    return _given(
        id=claim.id,
        speaker=claim.speaker,
        speaker_actor=claim.speaker_actor,
        said_at=claim.said_at,
        said_on=labels.date_in_words(claim.said_on) if claim.said_on else None,
        measure=claim.measure,
        parties=list(claim.parties),
        value=labels.claim_value(claim),
        short=labels.claim_value(claim, short=True),
        period_words=labels.date_in_words(claim.period) if claim.period else None,
        quote=claim.quote,
        text=claim.text.best(),
        lanes=list(lanes_of_claim(timeline, claim)),
        citations=_citations(claim.citations),
        accounts=[_account(account) for account in claim.accounts],
        note=claim.note,
        **claim_facts(claim),
    )


def _membership(fact: Membership) -> Json:
    restrictions = [restriction(layer) | {"when": labels.date_in_words(layer.during)} for layer in fact.restrictions]
    accounts = [_account(each) for each in fact.accounts]
    said = membership(fact, _citations(fact.citations), accounts, restrictions)
    return said | {"when": labels.date_in_words(fact.during)}


def _lane(lane: Lane) -> Json:
    return _given(id=lane.id, first_ms=lane.first_ms, events=lane.events, org=lane.org, region=lane.region)


def _track(track: Track) -> Json:
    return _given(
        membership=track.membership,
        lane=track.lane,
        organisation=track.organisation,
        track=track.track,
        kind=track.kind.value,
        words=labels.MEMBERSHIPS[track.kind.value],
        during=_date(track.during),
        when=labels.date_in_words(track.during),
        disputed=track.disputed or None,
    )


def _band(timeline: Timeline, band: Band) -> Json:
    during = band.restriction.during
    organisation = timeline.actors[band.organisation]
    return _given(
        membership=band.membership,
        lane=band.lane,
        organisation=band.organisation,
        during=_date(during),
        words=(
            f"{organisation.short or organisation.names.best()} {labels.RESTRICTIONS[band.restriction.kind.value]} "
            f"{labels.date_in_words(during)}"
        ),
        citations=_citations(band.restriction.citations),
    )


def _actor(actor: Actor) -> Json:
    codes: Mapping[str, str] = dict(actor.codes)
    return _given(
        name=actor.names.best(),
        short=actor.short or codes.get("iso2"),
        kind=actor.kind.value,
        iso2=codes.get("iso2"),
        **actor_facts(actor),
    )


def _source(source: Source) -> Json:
    plain = {name: value for name, value in asdict(source).items() if isinstance(value, str) and name != "id"}
    return _given(
        **plain,
        issued=labels.date_in_words(source.issued) if source.issued else None,
        accessed=labels.date_in_words(source.accessed) if source.accessed else None,
        **source_facts(source),
    )

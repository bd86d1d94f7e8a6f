"""Every actor that a collection uses or declares.

In: the entries. Out: actors by id, the declared ones first, then the countries in the order of their codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from app.countries import COUNTRIES, Country
from app.dates import DateContext, EventDate, read_date
from app.load.entries import Entries
from app.model import Actor, ActorKind, Event, Text


def collect_actors(entries: Entries) -> dict[str, Actor]:
    """The actors by id: all that are declared, and the countries that anything refers to."""
    declared = entries.declared_actors
    used = sorted({actor for actor in _used(entries) if actor and actor in COUNTRIES})
    return {**declared, **{alpha3: country_actor(alpha3) for alpha3 in used}}


@lru_cache(maxsize=512)
def country_actor(alpha3: str) -> Actor:
    """The actor that a country is; its names in other languages are `app.countries.country_name`."""
    country = COUNTRIES[alpha3]
    return Actor(
        id=alpha3,
        kind=ActorKind.FORMER_STATE if country.former else ActorKind.STATE,
        names=Text((("en", country.name),)),
        codes=_codes(country),
        during=_life(country),
        successor_of=tuple(other.alpha3 for other in COUNTRIES.values() if alpha3 in other.successors),
    )


def _codes(country: Country) -> tuple[tuple[str, str], ...]:
    codes = {"iso2": country.alpha2, "iso3": country.alpha3, "iso_numeric": country.numeric}
    return tuple((scheme, str(code)) for scheme, code in codes.items() if code)


def _life(country: Country) -> EventDate | None:
    start, end = country.valid_from, country.valid_until
    return read_date(f"{start or ''}/{end or '..'}", DateContext()) if start or end else None


def _used(entries: Entries) -> Iterator[str | None]:
    for actor in entries.declared_actors.values():
        yield from (office.actor for office in actor.offices)
    for event in entries.events.values():
        yield from _used_by_event(event)
    for membership in entries.memberships.values():
        yield membership.actor
    for claim in entries.claims.values():
        yield from (claim.speaker, claim.speaker_actor, *claim.parties)


def _used_by_event(event: Event) -> Iterator[str | None]:
    yield from (part.actor for part in event.participants)
    yield from event.mentions
    yield event.place.country if event.place else None

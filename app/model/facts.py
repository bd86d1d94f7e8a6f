"""The facts: frozen values, no I/O, nothing that can be derived.

In: dates. Out: `Timeline` and what it holds. Ids are slugs, unique over the whole collection; a country's id is its
ISO 3166-1 alpha-3 code (a former state's: the alpha-3 that it had). Tuples keep the order of the files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.dates import EventDate
from app.model.terms import (
    ActorKind,
    Comparator,
    Confidence,
    EndReason,
    EventStatus,
    EventType,
    ImposedBy,
    MembershipKind,
    RelationKind,
    RestrictionKind,
    Role,
    Status,
)


@dataclass(frozen=True, slots=True)
class Text:
    """Words of a person in one or more languages: `by_lang` holds (language, words), the file's language first."""

    by_lang: tuple[tuple[str, str], ...] = ()

    def best(self, lang: str = "en") -> str:
        """The words in `lang`, else the first given, else the empty string."""
        words = dict(self.by_lang)
        return words.get(lang) or (self.by_lang[0][1] if self.by_lang else "")

    def __bool__(self) -> bool:
        return bool(self.by_lang)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value stands in the files: `file` relative to the events folder, `line` from 1.

    `dateline` is the ISO day that the file speaks from, `dateline_basis` stated or external, if the file has them.
    """

    file: str
    line: int
    dateline: str | None = None
    dateline_basis: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Something that can be cited; fields after CSL 1.0.2. `url` is http or https.

    `text` is the path of a locally kept copy of its text, relative to the events folder.
    """

    id: str
    title: str
    kind: str = "webpage"
    publisher: str | None = None
    author: str | None = None
    issued: EventDate | None = None
    url: str | None = None
    archived: str | None = None
    accessed: EventDate | None = None
    lang: str | None = None
    note: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Who says so: a source id, with the words and where in it they stand."""

    source: str
    quote: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person holds: `actor` is the state or organisation it belongs to."""

    title: Text
    actor: str | None = None
    during: EventDate | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A country, organisation or person that can act. `codes` maps a scheme (iso2, cow, wikidata ...) to a code."""

    id: str
    kind: ActorKind
    names: Text
    short: str | None = None
    aliases: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    during: EventDate | None = None
    successor_of: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """One actor in one event: role and status, and who says so."""

    actor: str
    role: Role = Role.PARTICIPANT
    status: Status = Status.UNKNOWN
    person: str | None = None
    office: str | None = None
    represented_by: str | None = None
    reason: str | None = None
    announced_by: str | None = None
    citations: tuple[Citation, ...] = ()
    basis: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened, as far as the source says. `country` is an actor id; `lat`, `lon` decimal degrees, WGS 84."""

    venue: str | None = None
    city: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    kind: RelationKind
    event: str


@dataclass(frozen=True, slots=True)
class Account:
    """Another account of one attribute (date, place, participants ...): kept beside the one shown.

    `preferred` marks the account that the event itself follows; `reason` says why it is preferred or not.
    """

    attribute: str
    value: str
    citations: tuple[Citation, ...] = ()
    date: EventDate | None = None
    preferred: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, when, who took part, and who says so. `date` None: no source states one."""

    id: str
    type: EventType
    title: Text
    date: EventDate | None
    participants: tuple[Participation, ...] = ()
    status: EventStatus = EventStatus.OCCURRED
    place: Place | None = None
    part_of: str | None = None
    relations: tuple[Relation, ...] = ()
    organisations: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    summary: Text = Text()
    tags: tuple[str, ...] = ()
    plover: tuple[tuple[str, str], ...] = ()
    cameo: str | None = None
    citations: tuple[Citation, ...] = ()
    confidence: Confidence | None = None
    accounts: tuple[Account, ...] = ()
    note: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Restriction:
    """A layer on a membership; the membership itself goes on under it."""

    kind: RestrictionKind
    during: EventDate
    by: ImposedBy | None = None
    citations: tuple[Citation, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """An actor in an organisation over an interval. `founder` is a flag on a full membership."""

    id: str
    actor: str
    organisation: str
    kind: MembershipKind
    during: EventDate
    founder: bool = False
    restrictions: tuple[Restriction, ...] = ()
    end_reason: EndReason | None = None
    status: EventStatus = EventStatus.OCCURRED  # DISPUTED where accounts differ on whether it held
    confidence: Confidence | None = None
    citations: tuple[Citation, ...] = ()
    accounts: tuple[Account, ...] = ()
    note: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """An attributed assertion or figure. `value` is the decimal text as given; a text claim has none.

    `said_at` is the id of the event at which it was said, `said_on` the day otherwise.
    """

    id: str
    speaker: str
    measure: str
    speaker_actor: str | None = None
    said_at: str | None = None
    said_on: EventDate | None = None
    parties: tuple[str, ...] = ()
    comparator: Comparator | None = None
    value: str | None = None
    unit: str | None = None
    period: EventDate | None = None
    quote: str | None = None
    text: Text = Text()
    confidence: Confidence | None = None
    citations: tuple[Citation, ...] = ()
    accounts: tuple[Account, ...] = ()
    note: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """What the whole is: title, coverage and terms. All of it is for people; none of it changes the events."""

    title: Text = Text((("en", "Untitled timeline"),))
    description: Text = Text()
    covers: Text = Text()
    missing: tuple[str, ...] = ()
    licence: str | None = None
    version: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """A whole collection: frozen facts, by id in the order of the files.

    `actors` holds every actor that is used or declared. `content_hash` is the SHA-256 (hex) of the facts, whatever the
    layout of the files.
    """

    collection: Collection = Collection()
    events: Mapping[str, Event] = field(default_factory=dict)
    memberships: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    content_hash: str = ""

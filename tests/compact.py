"""Small timelines in a few words, for case files and random tests.

In: plain values as JSON has them: `{"id": "a", "date": "2025-12/..", "participants": [["RUS", "host", "attended"]]}`.
Out: a `Timeline`. Dates are years, months, days and intervals of them, with `..`, an empty side and `~ ? %` as in EDTF.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.bounds import read_period
from app.dates import End, EndKind, EventDate, Precision
from app.model import (
    Account,
    Actor,
    ActorKind,
    Citation,
    Claim,
    Collection,
    Event,
    EventStatus,
    EventType,
    Participation,
    Place,
    Role,
    Source,
    Status,
    Text,
    Timeline,
)

_PRECISIONS = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def timeline_of(plain: Mapping[str, Any]) -> Timeline:
    """The timeline of `{"actors": {id: [kind, name, ...]}, "sources": {id: title}, "events": [], "claims": []}`."""
    return Timeline(
        collection=Collection(),
        events={event["id"]: event_of(event) for event in plain["events"]},
        claims=tuple(_claim(claim) for claim in plain.get("claims", [])),
        sources={source: Source(source, title) for source, title in plain.get("sources", {}).items()},
        actors={actor: _actor(actor, *words) for actor, words in plain["actors"].items()},
    )


def event_of(plain: Mapping[str, Any]) -> Event:
    """One event; only the id has to be given."""
    place = plain.get("place")
    return Event(
        id=plain["id"],
        type=EventType(plain.get("type", "other")),
        title=_text(plain.get("title", "")),
        date=date_of(plain["date"]) if plain.get("date") else None,
        participants=tuple(_participation(*part) for part in plain.get("participants", [])),
        status=EventStatus(plain.get("status", "occurred")),
        place=Place(place.get("venue"), place.get("city"), place.get("country")) if place else None,
        organisations=tuple(plain.get("organisations", [])),
        mentions=tuple(plain.get("mentions", [])),
        summary=_text(plain.get("summary", "")),
        tags=tuple(plain.get("tags", [])),
        part_of=plain.get("part_of"),
        citations=_citations(plain.get("sources", [])),
        accounts=tuple(Account("date", value, _citations(cited)) for value, cited in plain.get("accounts", [])),
    )


def date_of(text: str) -> EventDate:
    """The date of an EDTF text of the forms above."""
    sides = text.split("/")
    first, last = _end(sides[0]), _end(sides[-1])
    precision = Precision.RANGE if len(sides) > 1 else first.precision
    assert precision is not None
    return EventDate(text, first, last, precision, text, "")


def _end(text: str) -> End:
    bare = text.rstrip("~?%")
    period = read_period(bare)
    if period is None:
        assert text in {"", ".."}, text
        return End(EndKind.OPEN if text else EndKind.UNKNOWN)
    return End(
        EndKind.GIVEN,
        *period,
        _PRECISIONS[len(bare)],
        approximate=text[-1] in "~%",
        uncertain=text[-1] in "?%",
    )


def _actor(actor: str, kind: str, *names: str) -> Actor:
    code = names[-1] if names and len(names[-1]) == 2 else None
    return Actor(
        id=actor,
        kind=ActorKind(kind),
        names=Text((("en", names[0]),)),
        aliases=tuple(name for name in names[1:] if name != code),
        codes=(("iso2", code),) if code else (),
    )


def _participation(
    actor: str,
    role: str = "participant",
    status: str = "unknown",
    person: str | None = None,
    deputy: str | None = None,
    office: str | None = None,
) -> Participation:
    return Participation(actor, Role(role), Status(status), person=person, represented_by=deputy, office=office)


def _claim(plain: Mapping[str, Any]) -> Claim:
    return Claim(
        id=plain["id"],
        speaker=plain["speaker"],
        measure="",
        said_at=plain.get("said_at"),
        quote=plain.get("quote"),
        text=_text(plain.get("text", "")),
        citations=_citations(plain.get("sources", [])),
    )


def _citations(plain: Iterable[str | list[str]]) -> tuple[Citation, ...]:
    return tuple(Citation(source) if isinstance(source, str) else Citation(*source) for source in plain)


def _text(plain: str | Mapping[str, str]) -> Text:
    if isinstance(plain, str):
        return Text((("en", plain),)) if plain else Text()
    return Text(tuple(plain.items()))

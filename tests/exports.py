"""What the tests of downloads and citations share: the browser's writers, and timelines full of texts that hurt.

In: payloads, texts. Out: what `assets/core/export_*.js` makes of a payload, and timelines whose every text is one of
those given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import cycle
from typing import Any

from app.export import Download
from app.load import load_timeline
from app.model import (
    Account,
    Actor,
    ActorKind,
    Citation,
    Claim,
    Collection,
    Comparator,
    Confidence,
    EndReason,
    Event,
    EventStatus,
    EventType,
    Membership,
    MembershipKind,
    Office,
    Origin,
    Participation,
    Place,
    Relation,
    RelationKind,
    Restriction,
    RestrictionKind,
    Role,
    Source,
    Status,
    Text,
    Timeline,
)
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from tests.compact import date_of
from tests.core import core

DATA = PROJECT_FOLDER / "tests" / "data" / "export"
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "-1+2",
    "+7 495",
    "\t=tab",
    "'quoted'",
    'She said: "no, never" -- twice',
    "one, two; three: four",
    "first line\nsecond line\r\nthird",
    "# no comment",
    "a: b # c",
    "- item",
    "{braces} [brackets] }{ \\{",
    "back\\slash \\n \\\\",
    "50% & $5 #1 a_b ~ ^",
    "@article{evil, title={x}}",
    "BEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
    "<script>alert('x')</script></script><!--",
    "javascript:alert(1)",
    "null",
    "true",
    "0x1F",
    "2025-12-22",
    "12:30:45",
    "مرحبا \u200f\u202eabc\u202c \u2067x\u2069",
    "👩‍👩‍👧‍👦 🇦🇲 e\u0301 Ğ",
    "line\u2028separator\u2029paragraph\u0085next",
    "no\u00a0break \u3000wide",
    "zero\u200bwidth \ufeffbom",
    "...",
    "…",
    "?",
    "|",
    ">-",
    "constructor",
    "__proto__",
    "word " * 60,
    "x" * 300,
    "Слово " * 40,
    "ends with colon:",
    "%41%42",
)
_DATES = ("2025-12-22", "2022/..", "../2021-05", "1990~", "2004?/2005%", "2010/", "2025-12-22/2025-12-24", "2000")


@cache
def shipped() -> Timeline:
    """The shipped collection."""
    return load_timeline(EVENTS_FOLDER).timeline


@cache
def shipped_payload() -> dict[str, Any]:
    """Its payload."""
    return build_payload(shipped())


class Browser:
    """The browser's writers, on one payload at a time, as it is shown in a language."""

    def __init__(self, payload: dict[str, Any], lang: str = "") -> None:
        model = f"sidelines.timeline.inLanguage(sidelines.timeline.unpack({_literal(payload)}), {_literal(lang)})"
        core().evaluate(f"(globalThis.exported = {model}, 1)")

    def write(self, ids: Sequence[str], form: str, query: str = "") -> Download:
        """What the page downloads."""
        options = _literal({"query": query})
        made = core().evaluate(f"sidelines.exports.write(exported, {_literal(list(ids))}, {_literal(form)}, {options})")
        return Download(made["name"], made["type"], made["text"])

    def cite_event(self, index: int, style: str, options: dict[str, str]) -> str:
        """How the page cites an event."""
        return str(core().evaluate(f"sidelines.cite.event(exported, {index}, '{style}', {_literal(options)})"))

    def cite_view(self, query: str, style: str, options: dict[str, str]) -> str:
        """How the page cites a view."""
        return str(core().evaluate(f"sidelines.cite.view(exported, {_literal(query)}, '{style}', {_literal(options)})"))


def hostile_timeline(texts: Sequence[str] = HOSTILE) -> Timeline:
    """A timeline with one event for each text; every field that takes a text has one, each time another."""
    words = cycle(texts)
    events = [_event(words, number) for number in range(len(texts))]
    people = {f"person-{number}": _person(words, f"person-{number}") for number in range(2)}
    bodies = {name: _body(words, name) for name in ("cis", "1992")}
    states = {
        code: Actor(code, ActorKind.STATE, _text(words), codes=(("iso2", code[:2]),)) for code in ("ARM", "AZE", "RUS")
    }
    return Timeline(
        collection=Collection(
            title=_text(words),
            description=_text(words),
            covers=_text(words),
            missing=(next(words), next(words)),
            licence=next(words),
            version=next(words),
            note=next(words),
        ),
        events={event.id: event for event in events},
        memberships=(_membership(words),),
        claims=tuple(_claim(words, event.id) for event in events[:3]),
        sources={name: _source(words, name) for name in ("paper", "2025", "site")},
        actors={**people, **bodies, **states},
        content_hash="0123456789abcdef" * 4,
    )


def _event(words: Iterator[str], number: int) -> Event:
    date = _DATES[number % (len(_DATES) + 1) - 1] if number % (len(_DATES) + 1) else ""
    return Event(
        id=f"event-{number}",
        type=tuple(EventType)[number % len(EventType)],
        title=_text(words) if number % 3 else Text((("ru", next(words)), ("en", next(words)))),
        date=date_of(date) if date else None,
        participants=tuple(_participation(words, number + each) for each in range(number % 4)),
        status=tuple(EventStatus)[number % len(EventStatus)],
        place=Place(next(words), next(words), "ARM", 40.5, -0.0000001, "Q1") if number % 2 else None,
        part_of=f"event-{number - 1}" if number % 5 == 4 else None,
        relations=(Relation(RelationKind.FOLLOWS, f"event-{number - 1}"),) if number % 3 == 2 else (),
        organisations=("cis",),
        mentions=("AZE", "1992"),
        summary=Text((("ru", next(words)),)),
        tags=(next(words), next(words)),
        plover=(("type", "CONSULT"), ("mode", next(words))),
        cameo="042",
        citations=(Citation("paper", next(words), next(words)), Citation("2025"), Citation("paper")),
        accounts=(
            Account("date", next(words), (Citation("site"),), date_of("1991"), preferred=True, reason=next(words)),
        ),
        note=next(words),
        origin=Origin("events/a:b.yaml", number + 1, "2025-12-22", "external"),
    )


def _participation(words: Iterator[str], number: int) -> Participation:
    return Participation(
        actor=("ARM", "AZE", "RUS", "cis")[number % 4],
        role=tuple(Role)[number % len(Role)],
        status=tuple(Status)[number % len(Status)],
        person=f"person-{number % 2}" if number % 3 else None,
        office=next(words) if number % 2 else None,
        represented_by=next(words) if number % 5 == 0 else None,
        reason=next(words) if number % 4 == 0 else None,
        announced_by=next(words) if number % 7 == 0 else None,
        citations=(Citation("site", next(words)),) if number % 3 == 0 else (),
        note=next(words) if number % 6 == 0 else None,
    )


def _membership(words: Iterator[str]) -> Membership:
    layer = Restriction(RestrictionKind.PARTICIPATION_SUSPENDED, date_of("2022/.."), note=next(words))
    return Membership(
        id="cis-arm-full",
        actor="ARM",
        organisation="cis",
        kind=MembershipKind.FULL,
        during=date_of("1991-12-21/2024"),
        founder=True,
        restrictions=(layer,),
        end_reason=EndReason.WITHDREW,
        status=EventStatus.DISPUTED,
        confidence=Confidence.MEDIUM,
        citations=(Citation("paper", next(words)),),
        accounts=(Account("during", next(words), (Citation("site"),)),),
        note=next(words),
    )


def _claim(words: Iterator[str], event: str) -> Claim:
    return Claim(
        id=f"claim-at-{event}",
        speaker="person-0",
        measure=next(words),
        speaker_actor="RUS",
        said_at=event if event != "event-2" else None,
        said_on=date_of("2025-12") if event != "event-2" else None,
        parties=("ARM", "cis"),
        comparator=Comparator.GT,
        value="11000000000",
        unit=next(words),
        period=date_of("2024"),
        quote=next(words),
        text=Text((("hy", next(words)), ("en", next(words)))),
        confidence=Confidence.LOW,
        citations=(Citation("paper", next(words)),),
    )


def _source(words: Iterator[str], name: str) -> Source:
    return Source(
        id=name,
        title=next(words),
        kind={"paper": "article-newspaper", "2025": "book", "site": "webpage"}[name],
        publisher=next(words),
        author=next(words),
        issued=date_of({"paper": "2025-12-22", "2025": "1990~", "site": "2024-05"}[name]),
        url=f"https://example.org/{{{name}}}?a=1&b=%20#c_d",
        archived="https://archive.example.org/x",
        accessed=date_of("2026-01-05"),
        lang="ru",
        note=next(words),
        text="sources/kept.txt",
    )


def _person(words: Iterator[str], name: str) -> Actor:
    office = Office(_text(words), "1992", date_of("2018-05-08/.."))
    return Actor(name, ActorKind.PERSON, _text(words), aliases=(next(words),), offices=(office,), note=next(words))


def _body(words: Iterator[str], name: str) -> Actor:
    codes = (("7", next(words)), ("wikidata", "Q7779"), ("2", next(words)))
    return Actor(name, ActorKind.IGO, _text(words), next(words), (next(words),), codes, date_of("1991-12-08/.."))


def _text(words: Iterator[str]) -> Text:
    return Text((("en", next(words)),))


def _literal(value: object) -> str:
    """The value as a JavaScript expression; parsed as JSON, so that no text of it is ever code."""
    return f"JSON.parse({json.dumps(json.dumps(value, ensure_ascii=True))})"

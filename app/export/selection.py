"""Payload x ids -> what a download holds: the events chosen, and all that they lean on.

In: the payload and the ids of a selection. Out: `Chosen`: rows of the payload, nothing computed. All formats write
from it, and `assets/core/export_selection.js` gives the same.

The claims made at an event come with it, so do the memberships of those who take part in it. Claims and memberships
come by their own ids, too. With them come the sources, organisations and people that any of these name. A selection of
all events is the whole collection: then also all other claims and memberships, and what nothing leans on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

# The parameters of a view that choose events; the others say how they are shown.
FILTERS = frozenset(
    "country match mentions role status type org person tag place source from to dates q".split(),
)
# What a download depends on: besides them the language, of which titles and summaries are in formats that have but one.
ASKED = FILTERS | {"lang"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The content of a download, each part in a fixed order.

    `events` in time order, with `state` for the status as the files have it; `claims`, `memberships` in the order of
    the files; `sources` by id and `declared` (organisations, people) in the order of their ids. `view` is the canonical
    query of what was asked for, `asked` the same with the language in which the events' titles and summaries are;
    `total` the number of events that there are, `titles` those of all of them by id and language.
    """

    collection: Json
    view: str
    total: int
    events: tuple[Json, ...]
    claims: tuple[Json, ...]
    memberships: tuple[Json, ...]
    sources: Mapping[str, Json]
    declared: tuple[Json, ...]
    actors: Mapping[str, Json]
    titles: Mapping[str, Mapping[str, str]]
    words: Mapping[str, Any]
    asked: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it holds all events of the collection."""
        return len(self.events) == self.total

    def name(self, actor: str) -> str:
        """The name of an actor; the id itself where it is not known."""
        known = self.actors.get(actor)
        return str(known["name"]) if known else actor


def choose(payload: Mapping[str, Any], ids: Iterable[str], query: str = "") -> Chosen:
    """The content of a download of the events, claims and memberships with these ids. `query`: the canonical view."""
    wanted = set(ids)
    rows = list(_rows(payload))
    events = [_in_language(row, _language(query)) for row in rows if row["id"] in wanted]
    total = payload["events"]["size"]
    is_whole = len(events) == total
    claims = [claim for claim in payload["claims"] if is_whole or wanted & {claim["id"], claim.get("said_at")}]
    taking_part = {part["actor"] for event in events for part in event.get("participants", ())}
    facts = payload["memberships"]
    memberships = [fact for fact in facts if is_whole or fact["actor"] in taking_part or fact["id"] in wanted]
    known = _declared(payload)
    named = set(known) if is_whole else _reached(known, _actors_in([*events, *claims, *memberships]))
    declared = [known[actor] for actor in sorted(known) if actor in named]
    cited = {citation["source"] for citation in _citations([*events, *claims, *memberships, *declared])}
    return Chosen(
        collection=payload["collection"],
        view=filter_of(query),
        total=total,
        events=tuple(events),
        claims=tuple(claims),
        memberships=tuple(memberships),
        sources={
            source: {"id": source, **payload["sources"][source]}
            for source in sorted(payload["sources"])
            if is_whole or source in cited
        },
        declared=tuple(declared),
        actors=payload["actors"],
        titles={row["id"]: words_of(row, "title", "titles") for row in rows},
        words=payload["words"],
        asked=asked_of(query),
    )


def filter_of(query: str) -> str:
    """The part of a canonical query that chooses events."""
    return _parts(query, FILTERS)


def asked_of(query: str) -> str:
    """The part of a canonical query that a download depends on."""
    return _parts(query, ASKED)


def words_of(entry: Mapping[str, Any], field: str, by_lang: str) -> dict[str, str]:
    """A text of an entry by language: `by_lang` is the field that has it in several."""
    if entry.get(by_lang):
        return dict(entry[by_lang])
    return {entry.get(f"{field}_lang", "en"): entry[field]} if entry.get(field) else {}


def _parts(query: str, names: Collection[str]) -> str:
    return "&".join(part for part in query.split("&") if part.partition("=")[0] in names)


def _language(query: str) -> str:
    return _parts(query, {"lang"}).removeprefix("lang=")


def _in_language(row: Json, lang: str) -> Json:
    """The event with title and summary in a language, where it has them in several."""
    said = {"title": row.get("titles", {}).get(lang), "summary": row.get("summaries", {}).get(lang)}
    return row | {name: words for name, words in said.items() if words}


def _rows(payload: Mapping[str, Any]) -> Iterator[Json]:
    """The events as rows without what they do not have, each with its `state`."""
    columns = payload["events"]["columns"]
    for index in range(payload["events"]["size"]):
        row = {name: values[index] for name, values in columns.items() if values[index] is not None}
        yield {"state": "occurred"} | row


def _declared(payload: Mapping[str, Any]) -> dict[str, Json]:
    """The organisations and people of the collection, by id."""
    return {
        actor: {"id": actor, "kind": fact["kind"], **fact["declared"]}
        for actor, fact in payload["actors"].items()
        if "declared" in fact
    }


def _reached(known: Mapping[str, Json], named: set[str]) -> set[str]:
    """The names, with the organisations in which the people among them hold an office."""
    offices = (office for actor in named if actor in known for office in known[actor].get("offices", ()))
    return named | {office["actor"] for office in offices if "actor" in office}


def _actors_in(entries: Iterable[Json]) -> set[str]:
    """Every actor that entries name, also where a text may happen to be the id of one."""
    found: set[str] = set()
    for entry in entries:
        for field in ("actor", "organisation", "speaker", "speaker_actor"):
            found.update([entry[field]] if field in entry else [])
        for field in ("organisations", "mentions", "parties"):
            found.update(entry.get(field, ()))
        for part in entry.get("participants", ()):
            fields = ("actor", "person", "represented_by", "announced_by")
            found.update(part[field] for field in fields if field in part)
    return found


def _citations(entries: Iterable[Json]) -> Iterator[Json]:
    """Every citation of the entries and of what stands in them."""
    for entry in entries:
        yield from entry.get("citations", ())
        for field in ("participants", "accounts", "restrictions"):
            for part in entry.get(field, ()):
                yield from part.get("citations", ())

"""Timeline -> the words that a view may choose from: its countries, organisations, people, places, types ...

In: a timeline. Out: `Vocabulary`, keyed by the parameters of the query string; as JSON it is what `assets/core/view.js`
takes, so that both read a query alike. A country that the collection does not know is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from app import labels
from app.countries import COUNTRIES, country_name
from app.lanes import build_lanes, groups_of
from app.model import Actor, ActorKind, EventType, Role, Status, Text, Timeline
from app.search import fold

COUNTRY_KINDS = frozenset({ActorKind.STATE, ActorKind.FORMER_STATE})
# A parameter whose values are those of others.
SHARED: Mapping[str, tuple[str, ...]] = {"order": ("country", "org")}
ORGANISATION_KINDS = frozenset({ActorKind.IGO, ActorKind.AGENCY, ActorKind.GROUP})


@dataclass(frozen=True, slots=True)
class Entry:
    """One choice: its id, its names (the first is shown, every one is understood), and the plural if it has one.

    `codes` are understood as names are, but are no words: no search finds by them.
    """

    id: str
    names: tuple[str, ...] = ()
    many: str | None = None
    codes: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name to show."""
        return self.names[0] if self.names else self.id

    def as_json(self) -> dict[str, object]:
        """The entry as plain values."""
        plural = {"many": self.many} if self.many else {}
        codes = {"codes": list(self.codes)} if self.codes else {}
        return {"id": self.id, "names": list(self.names), **plural, **codes}


@dataclass(frozen=True)
class Vocabulary:
    """The choices by parameter, in the order in which they are offered. An id is unique within its parameter."""

    entries: Mapping[str, tuple[Entry, ...]]

    @cached_property
    def _by_id(self) -> dict[str, dict[str, Entry]]:
        return {parameter: {entry.id: entry for entry in entries} for parameter, entries in self._all.items()}

    @cached_property
    def _by_name(self) -> dict[str, dict[str, Entry]]:
        return {parameter: _index(entries) for parameter, entries in self._all.items()}

    @cached_property
    def _all(self) -> dict[str, tuple[Entry, ...]]:
        shared = {name: tuple(e for of in others for e in self.entries.get(of, ())) for name, others in SHARED.items()}
        return {**self.entries, **shared}

    def find(self, parameter: str, value: str) -> Entry | None:
        """The choice that `value` names by id or by any name, whatever its case and accents; ids come before names."""
        exact = self._by_id.get(parameter, {}).get(value)
        return exact or self._by_name.get(parameter, {}).get(fold(value))

    def offered(self, parameter: str) -> tuple[Entry, ...]:
        """The choices of a parameter, in the order in which they are offered."""
        return self._all.get(parameter, ())

    def known(self, parameter: str) -> Iterable[tuple[str, Entry]]:
        """Every folded id and name of the parameter with what it means, ids first."""
        return self._by_name.get(parameter, {}).items()

    def name(self, parameter: str, choice: str) -> str:
        """The name to show for the id of a choice; the id itself where it is not known."""
        entry = self.find(parameter, choice)
        return entry.name if entry else choice

    def as_json(self) -> dict[str, list[dict[str, object]]]:
        """{parameter: [{id, names, many?}]}, as the payload carries it."""
        return {parameter: [entry.as_json() for entry in entries] for parameter, entries in self.entries.items()}


def vocabulary(timeline: Timeline) -> Vocabulary:
    """The vocabulary of a timeline.

    Keys: country, org, person, role, status, type, tag, place, source, event, columns, fold, lang. Columns, roles,
    statuses and types are all that there are; everything else is what the collection holds: actors and sources by their
    names, events and tags by themselves. The id of a place is its folded name, that of a country its alpha-3 code.
    `assets/core/vocabulary.js` derives the events, sources and places again from what else is sent.
    """
    countries = _actors(timeline, COUNTRY_KINDS)
    return Vocabulary(
        {
            "country": countries,
            "org": _actors(timeline, ORGANISATION_KINDS),
            "person": _actors(timeline, frozenset({ActorKind.PERSON})),
            "role": tuple(Entry(role.value, (labels.ROLES[role.value],)) for role in Role),
            "status": tuple(Entry(status.value, (labels.STATUSES[status.value],)) for status in Status),
            "type": tuple(_type(kind) for kind in EventType),
            "tag": tuple(Entry(tag) for tag in sorted({tag for e in timeline.events.values() for tag in e.tags})),
            "place": _places(timeline, countries),
            "source": _alphabetical(
                Entry(source.id, _distinct([source.title])) for source in timeline.sources.values()
            ),
            "event": tuple(Entry(event) for event in sorted(timeline.events)),
            "columns": tuple(Entry(column, (words,)) for column, words in labels.COLUMNS.items()),
            "fold": _groups(timeline),
            "lang": tuple(Entry(lang) for lang in langs_of(timeline)),
        }
    )


def _groups(timeline: Timeline) -> tuple[Entry, ...]:
    """The groups of lanes that can be folded: organisations with members, regions with a lane, and the rest."""
    lanes = build_lanes(timeline)
    named = ((group, timeline.actors.get(group)) for group in groups_of(lanes))
    return tuple(Entry(group, names_of(actor, ()) if actor else (group,)) for group, actor in named)


def names_of(actor: Actor, langs: Iterable[str]) -> tuple[str, ...]:
    """Every name of an actor, each once: the one to show first, then others, short name, aliases.

    A country has its common names, too: the English ones, and that of each of the languages.
    """
    own = [actor.names.best() or actor.id, *_words(actor.names), actor.short or "", *actor.aliases]
    country = COUNTRIES.get(actor.id) if actor.kind in COUNTRY_KINDS else None
    return _distinct(
        [*own, *(country_name(actor.id, lang) for lang in langs), *country.other_names] if country else own
    )


def langs_of(timeline: Timeline) -> tuple[str, ...]:
    """The languages of the collection's titles and summaries, sorted; English is always one."""
    texts = [text for event in timeline.events.values() for text in (event.title, event.summary)]
    return tuple(sorted({"en"} | {lang for text in texts for lang, _ in text.by_lang}))


def _actors(timeline: Timeline, kinds: frozenset[ActorKind]) -> tuple[Entry, ...]:
    """The actors of these kinds by their names, countries with their codes."""
    langs = langs_of(timeline)
    actors = [actor for actor in timeline.actors.values() if actor.kind in kinds]
    return _alphabetical(Entry(actor.id, names_of(actor, langs), codes=_codes(actor)) for actor in actors)


def _alphabetical(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (fold(entry.name), entry.id)))


def _codes(actor: Actor) -> tuple[str, ...]:
    country = COUNTRIES.get(actor.id) if actor.kind in COUNTRY_KINDS else None
    return (country.alpha2, *country.former_codes) if country else ()


def _type(kind: EventType) -> Entry:
    one, many = labels.EVENT_TYPES[kind.value]
    return Entry(kind.value, (one, many), many)


def _places(timeline: Timeline, countries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The countries, cities and venues in which something took place; one entry for what folds alike.

    It is shown as the spelling that comes last by its code points: the one with small letters and accents.
    """
    places = [event.place for event in timeline.events.values() if event.place]
    used = {place.country for place in places}
    names = [name for place in places for name in (place.venue, place.city) if name and fold(name)]
    named = {fold(name): name for name in sorted(names)}
    return (*(entry for entry in countries if entry.id in used), *(Entry(key, (named[key],)) for key in sorted(named)))


def _words(text: Text) -> list[str]:
    return [words for _, words in text.by_lang]


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _index(entries: tuple[Entry, ...]) -> dict[str, Entry]:
    index: dict[str, Entry] = {}
    for key, entry in [(e.id, e) for e in entries] + [(name, e) for e in entries for name in (*e.names, *e.codes)]:
        index.setdefault(fold(key), entry)
    index.pop("", None)
    return index

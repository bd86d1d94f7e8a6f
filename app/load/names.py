"""Names, codes and ids -> the one thing that each stands for.

In: the entries of all files, before they are read. Out: `Names`, which resolves what a file writes. Nothing is
guessed: a text stands for a declared id or name, else for a country's code or name, else for nothing; likeness only
serves the fix.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from app.countries import country_caution, find_country, suggest_countries
from app.errors import Position
from app.schema import Target
from app.schema.parts import SLUG
from app.source import Mapping, Scalar

EntryKind = Literal["source", "organisation", "person", "event", "membership", "claim"]

MAX_SEARCHES = 100  # of similar names in one run: a folder with more mistakes than that has other worries
MAX_COMPARED = 100_000  # names in all searches of one run: so many ids of one form take two seconds
MAX_SEARCHED = 80  # characters
_FAR = 6  # characters: ids that differ so much in length are not alike


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a reference may be: kinds of entry, the list to declare one in; the code and the wish when it is none."""

    kinds: tuple[EntryKind, ...]
    section: str
    code: str
    wanted: str


_TARGETS: dict[Target, _Rule] = {
    "event": _Rule(("event",), "", "E402", "the id of an event"),
    "actor": _Rule(
        ("organisation", "person"),
        "`organisations` or `people`",
        "E403",
        "the name or code of a country, or a declared id",
    ),
    "country": _Rule((), "", "E403", "the name or code of a country"),
    "person": _Rule(("person",), "`people`", "E404", "the id of a person"),
    "organisation": _Rule(("organisation",), "`organisations`", "E405", "the id of an organisation"),
    "source": _Rule(("source",), "`sources`", "E406", "the id of a source"),
}
COUNTRY_TARGETS = ("actor", "country")
LOST = "is left out because of its own problem"
_TIE = 0.05  # nearer to each other than this, two words are equally near to a third


class UnresolvedError(Exception):
    """A text stands for nothing that may stand here: a problem's `code`, `what` and `fix`.

    `cause` names the mistake elsewhere from which this one follows, if it does.
    """

    def __init__(self, code: str, what: str, fix: str, cause: str | None = None) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.fix = fix
        self.cause = cause


@dataclass(frozen=True, slots=True)
class Astray:
    """A name that would be known but for a mistake: why it is not, where that stands, and the name of the mistake."""

    why: str
    position: Position
    cause: str


@dataclass(frozen=True, slots=True)
class Declared:
    """An entry of a file as it was found, before it was read."""

    kind: EntryKind
    id: str
    node: Mapping
    position: Position


@dataclass(slots=True)
class Names:
    """What is declared, by id and by name.

    `lost` holds the ids of entries that could not be read, `astray` what the names stand for that are not known
    because of a mistake where they are declared, `unread` the names of files that could not be read. `titles` are
    those of the events, once they were looked for.
    """

    ids: dict[str, Declared] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    astray: dict[str, Astray] = field(default_factory=dict)
    countries: dict[str, str | None] = field(default_factory=dict)
    cautions: dict[str, str | None] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    compared: int = 0
    similar: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def resolve(self, target: Target, text: str) -> str:
        """The id that `text` stands for as a `target`; UnresolvedError when there is none."""
        found = [each for each in (self.ids.get(text), self._named(text)) if each]
        declared = next((each for each in found if each.kind in _TARGETS[target].kinds), None)
        if declared:
            return declared.id
        country = self.country(text)
        if country and target in COUNTRY_TARGETS:
            return country
        if found or country:
            is_a = f"`{shorten(text)}` is {with_article(found[0].kind if found else 'country')}"
            raise UnresolvedError("E408", f"{is_a}, not {with_article(target)}.", f"Write {_TARGETS[target].wanted}.")
        raise self.left_out(text, self.astray[fold(text)]) if fold(text) in self.astray else self._unknown(target, text)

    def left_out(self, text: str, astray: Astray | None = None) -> UnresolvedError:
        """What is wrong with a reference to what is left out: to `astray`, or to the lost entry with the id `text`."""
        lost = astray or Astray(LOST, self.ids[text].position, text)
        what = f"This refers to `{shorten(text)}`, which {lost.why}."
        return UnresolvedError("E428", what, f"Mend that first, at {lost.position}.", lost.cause)

    def country(self, text: str) -> str | None:
        """The alpha-3 code of the country that `text` names, or None."""
        if text not in self.countries:
            found = find_country(text)
            self.countries[text] = found.alpha3 if found else None
        return self.countries[text]

    def caution(self, text: str) -> str | None:
        """What to beware of with a country's name, or None."""
        if text not in self.cautions:
            self.cautions[text] = country_caution(text)
        return self.cautions[text]

    def _named(self, text: str) -> Declared | None:
        known = self.by_name.get(fold(text))
        return self.ids[known] if known else None

    def _unknown(self, target: Target, text: str) -> UnresolvedError:
        rule = _TARGETS[target]
        near = self.search(target, text, lambda: self._similar(target, text))
        what = f"No {target} is known as `{shorten(text)}`."
        if self.unread and not (target in COUNTRY_TARGETS and suggest_countries(text)):
            fix = f"Mend {self.unread[0]} first, where it may be declared."
            return UnresolvedError(rule.code, what, fix, self.unread[0])
        if not rule.section:
            return UnresolvedError(rule.code, what, f"Write {either(near) if near else rule.wanted}.")
        hint = f"Write {either(near)}, or declare" if near else "Declare"
        return UnresolvedError(rule.code, what, f"{hint} it under {rule.section}, with {_how_declared(target, text)}.")

    def search(self, among: str, text: str, find: Callable[[], list[str]]) -> list[str]:
        """What `find` finds to be like `text`, looked up once; nothing for long texts and once searching has to end."""
        if (among, text) not in self.similar:
            if len(self.similar) >= MAX_SEARCHES or self.compared >= MAX_COMPARED or len(text) > MAX_SEARCHED:
                return []
            self.similar[among, text] = find()
        return self.similar[among, text]

    def _titled(self, title: str) -> list[str]:
        """The id of the event with this title, by which people refer to it before they think of its id."""
        self.titles = self.titles or {fold(_title_of(entry)): entry.id for entry in self.ids.values()}
        return [self.titles[fold(title)]] if fold(title) in self.titles else []

    def _similar(self, target: Target, text: str) -> list[str]:
        if target == "event" and (titled := self._titled(text)):
            return titled
        kinds = _TARGETS[target].kinds
        own = {
            entry.id: entry.id
            for entry in self.ids.values()
            if entry.kind in kinds and abs(len(entry.id) - len(text)) <= _FAR
        }
        own |= {name: known for name, known in self.by_name.items() if self.ids[known].kind in kinds}
        countries = suggest_countries(text) if target in COUNTRY_TARGETS else ()
        self.compared += len(own)
        pool = own | {fold(name): name for name in countries}
        return list(dict.fromkeys(pool[word] for word in nearest(fold(text), pool))) or list(countries[:2])


def _title_of(entry: Declared) -> str:
    """The title of an event; empty where it is no text, and for other entries."""
    is_event = entry.kind == "event"
    found = next((value for key, value in entry.node.items if is_event and key.text == "title"), None)
    return found.text if isinstance(found, Scalar) else ""


def fold(name: str) -> str:
    """A name as it is compared: composed, without regard to case and to the number of blanks."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _how_declared(target: Target, text: str) -> str:
    """What an entry needs so that `text` stands for it; a source goes by its id alone."""
    if target != "source":
        return "an `id` and this `name`"
    if re.fullmatch(SLUG.pattern, text):
        return "this `id` and a `title`"
    return f"an `id`{', a `title` and this `url`' if '://' in text else ' and a `title`'}, and write its id here"


def nearest(text: str, candidates: Iterable[str], cutoff: float = 0.6) -> list[str]:
    """The one of `candidates` that looks most like `text`, or two where both look alike; empty where none does."""
    pool = list(candidates)
    spelled = {re.sub(r"[\s_-]+", joint, text.lower()) for joint in ("-", "_")}
    exact = [word for word in pool if word in spelled]
    if exact:
        return exact
    near = difflib.get_close_matches(text.lower(), pool, n=2, cutoff=cutoff)
    return [word for word in near if _likeness(text, word) > _likeness(text, near[0]) - _TIE]


def _likeness(text: str, word: str) -> float:
    return difflib.SequenceMatcher(None, text.lower(), word).ratio()


def either(words: Iterable[str]) -> str:
    """The words in backticks, joined with "or"."""
    return " or ".join(f"`{shorten(word)}`" for word in words)


def shorten(text: str, limit: int = 60) -> str:
    """`text` on one line, cut after `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def show_circle(ids: Sequence[str], limit: int = 6) -> str:
    """The ids of a circle, with the first once more at the end; long ones are cut."""
    way = [*ids[:limit], "…", ids[0]] if len(ids) > limit else [*ids, ids[0]]
    return " -> ".join(map(shorten, way))


def with_article(noun: str) -> str:
    """The noun with "a" or "an"."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"

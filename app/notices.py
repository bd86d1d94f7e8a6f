"""What is said about a part of a query string that could not be used, and what to write instead.

In: findings of `view.parse_view`. Out: notices, plain text. `assets/core/notices.js` says the same in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from app.bounds import read_period
from app.nearest import nearest
from app.search import fold
from app.vocabulary import Entry, Vocabulary

NOTICE_LIMIT = 20
_SHOWN = 60
_NAMED = 3
_DATE_SIZES = tuple(map(len, ("2025-12-22", "2025-12", "2025")))


class Fault(StrEnum):
    """In what way a part of a query string cannot be used."""

    TOO_LONG = "too_long"
    PARAMETER = "parameter"
    REPEATED = "repeated"
    ENCODING = "encoding"
    CHOICE = "choice"
    VALUE = "value"
    DATE = "date"
    ORDER = "order"
    WINDOW = "window"
    WINDOW_ORDER = "window_order"
    TEXT_LENGTH = "text_length"
    NO_WORDS = "no_words"
    LIST_LENGTH = "list_length"
    HEIGHT = "height"
    VERSION = "version"


# What is wrong, and what to write. {near} comes from the choices; {first} and {last} are the ends of `Finding.known`.
_WORDS: Mapping[Fault, tuple[str, str]] = {
    Fault.TOO_LONG: ("The query has more than {first} characters, so none of it is used.", "Choose fewer values."),
    Fault.PARAMETER: ('There is no parameter "{name}".', "{near}"),
    Fault.REPEATED: ('"{name}" is given more than once; "{value}" is not used.', "Give it once."),
    Fault.ENCODING: ('"{value}" is not well-formed percent-encoding.', "Write the letters plainly, or as UTF-8."),
    Fault.CHOICE: ('"{value}" is not a value of {name}.', "{near}"),
    Fault.VALUE: ('"{value}" is not {noun}.', "{near}"),
    Fault.DATE: ('"{value}" is not a day, a month or a year.', "{near}"),
    Fault.ORDER: (
        "The end to={value} lies before the beginning from={first}, so neither is used.",
        "Write from={value}&to={first}.",
    ),
    Fault.WINDOW: (
        '"{value}" is not a window.',
        "Write its first and its last day: window=2025-12-20/2025-12-24.",
    ),
    Fault.WINDOW_ORDER: ('The window "{value}" does not end after it begins.', "Write the earlier side first."),
    Fault.TEXT_LENGTH: ("The text has more than {first} characters, so it is not searched for.", "Shorten it."),
    Fault.NO_WORDS: ('"{value}" has no word to search for.', "Write a word, or a phrase in quotes."),
    Fault.LIST_LENGTH: ("{name} lists more than {first} values; the first {first} are used.", "List fewer."),
    Fault.HEIGHT: ('"{value}" is not a height.', "Write whole pixels from {first} to {last}: {name}=480."),
    Fault.VERSION: (
        '"{value}" is not a version.',
        "Write the content hash of a citation, or its first letters: {name}=7588ec617250.",
    ),
}
_NOUNS = {
    "columns": "a column of the table",
    "country": "a country of this collection",
    "event": "an event of this collection",
    "fold": "a group of lanes",
    "lang": "a language of this collection",
    "order": "a lane of this collection",
    "org": "an organisation of this collection",
    "person": "a person of this collection",
    "place": "a place of this collection",
    "role": "a role",
    "source": "a source of this collection",
    "status": "a status",
    "tag": "a tag of this collection",
    "type": "an event type",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: where, the value as given, and what else its words need: the choices, a limit, the other date."""

    fault: Fault
    parameter: str
    value: str
    known: tuple[str, ...] = ("",)


@dataclass(frozen=True, slots=True)
class ViewNotice:
    """One part of a query string that is kept out: `what` is wrong and the `fix`, each a sentence.

    `parameter` is empty where the whole query is meant; `value` is as given, cut at 60 characters.
    """

    parameter: str
    value: str
    what: str
    fix: str

    def as_json(self) -> dict[str, str]:
        """The notice as plain values."""
        return asdict(self)


def notices(findings: Sequence[Finding], vocabulary: Vocabulary) -> tuple[ViewNotice, ...]:
    """One notice for each finding in order, for the first twenty; a last one counts those that are left out."""
    said = [_notice(finding, vocabulary) for finding in findings[:NOTICE_LIMIT]]
    more = len(findings) - NOTICE_LIMIT
    if more > 0:
        parts = "part" if more == 1 else "parts"
        said.append(ViewNotice("", "", f"{more:,} more {parts} of the query cannot be used.", "Mend these first."))
    return tuple(said)


def _notice(finding: Finding, vocabulary: Vocabulary) -> ViewNotice:
    name, value = _cut(finding.parameter), _cut(finding.value)
    fields = {
        "name": name,
        "value": value,
        "first": finding.known[0],
        "last": finding.known[-1],
        "noun": _NOUNS.get(name, ""),
        "near": _near(finding, vocabulary),
    }
    what, fix = _WORDS[finding.fault]
    return ViewNotice(name, value, what.format_map(fields), fix.format_map(fields))


def _near(finding: Finding, vocabulary: Vocabulary) -> str:
    name, known = finding.parameter, [(choice, choice) for choice in finding.known]
    match finding.fault:
        case Fault.PARAMETER:
            near = nearest(fold(name.partition("=")[0]), known)  # an address that was encoded whole has its "=" here
            return f'Write "{near}".' if near else "Leave it out."
        case Fault.CHOICE:
            near = nearest(fold(finding.value), known)
            return f"Write {name}={near}." if near else f"Write {name}={_listed(finding.known)}."
        case Fault.VALUE:
            entry = _nearest_entry(fold(finding.value), tuple(vocabulary.known(name)))
            return f"Write {name}={_with_name(entry)}." if entry else _offer(name, vocabulary.offered(name))
        case Fault.DATE:
            date = next((finding.value[:size] for size in _DATE_SIZES if read_period(finding.value[:size])), None)
            return f"Write {name}={date}." if date else f"Write {name}=2025-12-22, {name}=2025-12 or {name}=2025."
        case _:
            return ""


def _nearest_entry(value: str, known: Sequence[tuple[str, Entry]]) -> Entry | None:
    """The choice whose id or name is nearest, else the first of which a later word of a name is: people by surname."""
    words = ((word, entry) for text, entry in known for word in text.split(" ")[1:])
    return nearest(value, known) or nearest(value, words)


def _offer(name: str, entries: Sequence[Entry]) -> str:
    """The first choices that there are, for a value that is like none of them."""
    if not entries:
        return "Leave it out: there is none."
    more = len(entries) - _NAMED
    ids = [entry.id for entry in entries[:_NAMED]]
    return f"Write {name}={_listed([*ids, f'{more:,} more'] if more > 0 else ids)}."


def _with_name(entry: Entry) -> str:
    return entry.id if fold(entry.name) == fold(entry.id) else f"{entry.id} ({entry.name})"


def _listed(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"

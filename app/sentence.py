"""View x selection -> one readable sentence: what is asked for, and how many events that gives.

In: a view, the vocabulary and a selection. Out: plain English text. `assets/core/sentence.js` says the same in the
browser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.filters import Selection
from app.view import View
from app.vocabulary import Vocabulary

_NAMED = 5
_DAY_HYPHENS = 2
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def describe_view(view: View, vocabulary: Vocabulary, selection: Selection) -> str:
    """The whole sentence, without a full stop: "Armenia or Kazakhstan, since 2020: 12 events, 2 of them possibly"."""
    return f"{describe_filter(view, vocabulary)}: {describe_count(selection)}"


def describe_filter(view: View, vocabulary: Vocabulary) -> str:
    """What is asked for: "Armenia or Kazakhstan, bilateral meetings, since 2020"; "All events" when nothing is."""
    said = ", ".join(_parts(view, vocabulary)) or "all events"
    return said[0].upper() + said[1:]


def describe_title(title: str, view: View, vocabulary: Vocabulary) -> str:
    """What a view is called: the collection's title and what is asked for; the title alone where nothing is.

    Frames of several views on one page are told apart by it: "Central Asia: Kazakhstan or Uzbekistan, since 2020".
    """
    return f"{title}: {describe_filter(view, vocabulary)}" if any(_parts(view, vocabulary)) else title


def describe_count(selection: Selection) -> str:
    """How many events there are, and how many of them only possibly: "12 events, 2 of them possibly"."""
    count, possible = len(selection.ids), selection.possible_count
    if count == 1:
        return "1 event, possibly" if possible else "1 event"
    how_many = f", {'all' if possible == count else f'{possible:,}'} of them possibly" if possible else ""
    return f"{count:,} events{how_many}"


def _parts(view: View, words: Vocabulary) -> Iterator[str]:
    yield from _who(view, words)
    if view.type:
        yield _joined([_plural(kind, words) for kind in view.type], "or", "event types")
    if view.org:
        yield f"organisation {_names(view.org, 'org', words, 'organisations')}"
    if view.place:
        yield f"in {_names(view.place, 'place', words, 'places')}"
    if view.tag:
        yield f"tagged {_names(view.tag, 'tag', words, 'tags')}"
    if view.source:
        yield f"citing {_names(view.source, 'source', words, 'sources')}"
    if view.from_ or view.to:
        yield f"{'certainly ' if view.dates == 'certain' else ''}{_when(view.from_, view.to)}"
    if view.q:
        yield f"matching “{view.q}”"


def _who(view: View, words: Vocabulary) -> Iterator[str]:
    how = _capacity(view, words)
    if view.country:
        word = "and" if view.match == "all" else "or"
        names = [words.name("country", code) for code in view.country]
        mentioned = " (taking part or mentioned)" if view.mentions and not (view.role or view.status) else ""
        yield f"{_joined(names, word, 'countries')}{how}{mentioned}"
    if view.person:
        yield f"{'with ' if view.country else ''}{_names(view.person, 'person', words, 'people')}{how}"
    if how and not (view.country or view.person):
        yield f"any participant{how}"


def _capacity(view: View, words: Vocabulary) -> str:
    """In what role, and whether it came: " as host or chair (absent)"; "" when neither is asked for."""
    roles = f" as {_names(view.role, 'role', words, 'roles')}" if view.role else ""
    return f"{roles} ({_names(view.status, 'status', words, 'statuses')})" if view.status else roles


def _names(ids: Sequence[str], parameter: str, words: Vocabulary, plural: str) -> str:
    return _joined([words.name(parameter, id_) for id_ in ids], "or", plural)


def _plural(kind: str, words: Vocabulary) -> str:
    entry = words.find("type", kind)
    return (entry.many or entry.name) if entry else kind


def _joined(names: Sequence[str], word: str, plural: str) -> str:
    """The names as a list in words; more than five are counted."""
    if len(names) > _NAMED:
        return f"{'all' if word == 'and' else 'any'} of {len(names)} {plural}"
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if len(names) > 1 else names[0]


def _when(begin: str | None, end: str | None) -> str:
    """The dates asked for; both are inclusive, so the end needs no more words than "until"."""
    if begin and begin == end:
        return f"{'on' if begin.count('-') == _DAY_HYPHENS else 'in'} {_date(begin)}"
    if begin and end:
        return f"from {_date(begin)} to {_date(end)}"
    return f"since {_date(begin)}" if begin else f"until {_date(end or '')}"


def _date(text: str) -> str:
    """A day, month or year in words: "22 December 2025", "December 2025", "2025"."""
    year, *rest = (int(part) for part in text.split("-"))
    month = [_MONTHS[number - 1] for number in rest[:1]]
    return " ".join([*map(str, rest[1:]), *month, str(year)])

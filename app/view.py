"""The view: the whole state of the screen, read from and written to a query string.

In: a query string and the vocabulary of a timeline. Out: a frozen `View`, and notices on what could not be used.
`assets/core/view.js` is the same in the browser; `tests/data/view_cases.json` is run against both. The parameters are
described in `docs/views.md`, and their names are kept stable.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from urllib.parse import quote_plus, unquote_to_bytes

from app.bounds import format_window, read_period, read_window
from app.notices import Fault, Finding, ViewNotice, notices
from app.search import clean, contains, fold, read_query
from app.vocabulary import Vocabulary

QUERY_LIMIT = 2000
TEXT_LIMIT = 100
LIST_LIMIT = 250
HEIGHT_PX = (200, 4000)
VERSION_FORM = "[0-9a-f]{8,64}"  # of a content hash as many letters as tell versions apart, or all of them

LISTS = ("columns", "country", "fold", "order", "org", "person", "place", "role", "source", "status", "tag", "type")
# Lists whose order says something: kept as written, all others sorted.
SEQUENCES = frozenset({"order"})
# The first of each is the default, which is not written.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "match": ("any", "all"),
    "dates": ("possible", "certain"),
    "mentions": ("0", "1"),
    "orgs": ("0", "1"),
    "lanes": ("membership", "name", "first", "events", "region"),
    "group": ("none", "org", "region"),
    "tab": ("list", "table"),
    "sort": ("date", "-date", "title", "-title", "type", "-type", "place", "-place"),
    "layout": ("timeline", "report"),
    "theme": ("system", "light", "dark"),
    "controls": ("chips", "none", "full"),
}
FLAGS = frozenset({"mentions", "orgs"})
_NOT_PLAIN = re.compile(r"((?:%[0-9A-Fa-f]{2})+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What is shown, by parameter (`from_` is `from`). Lists are without repetition, and sorted but for `order`.

    Countries are ISO 3166-1 alpha-3, places folded texts or alpha-3, other choices are ids; None is "not chosen".
    `from_` and `to` are years, months or days as written, both inclusive; `window` is [start_ms, end_ms), in whole
    seconds. `cited` is the beginning of the content hash under which the view was cited.
    """

    country: tuple[str, ...] = ()
    match: str = "any"
    role: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    org: tuple[str, ...] = ()
    person: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    from_: str | None = None
    to: str | None = None
    dates: str = "possible"
    mentions: bool = False
    q: str = ""
    event: str | None = None
    window: tuple[int, int] | None = None
    columns: tuple[str, ...] = ()
    tab: str = "list"
    sort: str = "date"
    lanes: str = "membership"
    order: tuple[str, ...] = ()
    group: str = "none"
    fold: tuple[str, ...] = ()
    orgs: bool = False
    layout: str = "timeline"
    theme: str = "system"
    lang: str | None = None
    controls: str = "chips"
    height: int | None = None
    cited: str | None = None

    def as_json(self) -> dict[str, object]:
        """Every field under its parameter's name, tuples as lists: the view of `assets/core/view.js`."""
        values = {field.name.rstrip("_"): getattr(self, field.name) for field in fields(self)}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


PARAMETERS = tuple(sorted(field.name.rstrip("_") for field in fields(View)))
Read = tuple[object, list[Finding]]
Reader = Callable[[str, str, Vocabulary], Read]


def parse_view(query: str, vocabulary: Vocabulary) -> tuple[View, tuple[ViewNotice, ...]]:
    """The view that a query string means, and one notice for each part that is kept out; never raises.

    `query` is what stands after the `?` of an address (a leading `?` is passed over). Values are understood by id and
    by name; countries come out as alpha-3. A parameter may be given twice: lists are joined, of others the first
    counts.
    """
    query = query.removeprefix("?")
    if len(query) > QUERY_LIMIT:
        return View(), notices([Finding(Fault.TOO_LONG, "", query, (f"{QUERY_LIMIT:,}",))], vocabulary)
    values: dict[str, object] = {}
    findings: list[Finding] = []
    for name, raw in _given(query):
        value, faults = _read(name, raw, vocabulary)
        if name in values and value is not None:
            faults = [Finding(Fault.REPEATED, name, clean(_decoded(raw) or ""))]
        elif value is not None:
            values[name] = value
        findings += faults
    values, disorder = _in_order(values)
    return _view(values), notices(findings + disorder, vocabulary)


def format_view(view: View) -> str:
    """The canonical query string of a view: parameters and lists sorted, only what differs from the default.

    `parse_view` gives the view back. Commas, slashes and colons stay as they are and a space is `+`, for people;
    what is not ASCII is percent-encoded UTF-8 (RFC 3986, section 2.5), so that it can stand in any link.
    """
    return "&".join(f"{name}={value}" for name, value in _written(view))


def _given(query: str) -> Iterator[tuple[str, str]]:
    """(name, value as written) of each part, in order; lists that are given twice as one.

    A parameter of ours without a value asks for nothing; another name does not, even alone.
    """
    parts = [part.partition("=") for part in query.split("&")]
    named = [(_decoded(name) or name, raw) for name, _, raw in parts]
    pairs = [(name, raw) for name, raw in named if raw or (name and name not in _READERS)]
    for index, (name, raw) in enumerate(pairs):
        if name not in LISTS:
            yield name, raw
        elif name not in {earlier for earlier, _ in pairs[:index]}:
            yield name, ",".join(other for again, other in pairs if again == name)


def _read(name: str, raw: str, vocabulary: Vocabulary) -> Read:
    """The value of one parameter with its faults; None where there is nothing usable."""
    reader, text = _READERS.get(name), _decoded(raw)
    if reader is None:
        return None, [Finding(Fault.PARAMETER, name, text or raw, PARAMETERS)]
    if name in LISTS:
        return _read_list(name, raw, vocabulary)
    if text is None:
        return None, [Finding(Fault.ENCODING, name, raw)]
    text = clean(text)
    return reader(name, text, vocabulary) if text else (None, [])


def _read_list(name: str, raw: str, vocabulary: Vocabulary) -> Read:
    chosen: dict[str, None] = {}
    findings: list[Finding] = []
    for index, item in enumerate(_items(name, raw, vocabulary)):
        if index == LIST_LIMIT:
            findings.append(Finding(Fault.LIST_LENGTH, name, item, (str(LIST_LIMIT),)))
            break
        text = _decoded(item)
        choice = _choice(name, text, vocabulary) if text else None
        if choice is not None:
            chosen[choice] = None
        elif text is None or fold(text):
            fault = Fault.ENCODING if text is None else Fault.VALUE
            findings.append(Finding(fault, name, item if text is None else clean(text)))
    return tuple(_arranged(name, chosen)), findings


def _arranged(name: str, choices: Iterable[str]) -> list[str]:
    return list(choices) if name in SEQUENCES else sorted(choices)


def _items(name: str, raw: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The items of a list, still encoded. A comma parts them; an encoded one not where a name of ours has it."""
    for item in raw.split(","):
        whole = _decoded(item)
        if whole is not None and "," in whole and _choice(name, whole, vocabulary) is None:
            yield from re.split("%2[Cc]", item)
        else:
            yield item


def _choice(name: str, value: str, vocabulary: Vocabulary) -> str | None:
    """The id that a value of a list stands for; a place may also be named in part."""
    entry = vocabulary.find(name, value)
    if entry is not None:
        return entry.id
    folded = fold(value)
    known = vocabulary.known(name) if name == "place" and folded else ()
    return folded if any(contains(place, folded) for place, _ in known) else None


def _read_choice(name: str, value: str, _: Vocabulary) -> Read:
    if fold(value) not in CHOICES[name]:
        return None, [Finding(Fault.CHOICE, name, value, CHOICES[name])]
    return fold(value) == "1" if name in FLAGS else fold(value), []


def _read_entry(name: str, value: str, vocabulary: Vocabulary) -> Read:
    entry = vocabulary.find(name, value)
    return (entry.id, []) if entry else (None, [Finding(Fault.VALUE, name, value)])


def _read_date(name: str, value: str, _: Vocabulary) -> Read:
    return (value, []) if read_period(value) else (None, [Finding(Fault.DATE, name, value)])


def _read_text(name: str, value: str, _: Vocabulary) -> Read:
    if len(value) > TEXT_LIMIT:
        return None, [Finding(Fault.TEXT_LENGTH, name, value, (str(TEXT_LIMIT),))]
    return (value, []) if read_query(value) else (None, [Finding(Fault.NO_WORDS, name, value)])


def _read_window(name: str, value: str, _: Vocabulary) -> Read:
    window = read_window(value)
    if window is None:
        return None, [Finding(Fault.WINDOW, name, value)]
    return (window, []) if window[0] < window[1] else (None, [Finding(Fault.WINDOW_ORDER, name, value)])


def _read_height(name: str, value: str, _: Vocabulary) -> Read:
    low, high = HEIGHT_PX
    if re.fullmatch("[0-9]{1,4}", value) and low <= int(value) <= high:
        return int(value), []
    return None, [Finding(Fault.HEIGHT, name, value, (str(low), str(high)))]


def _read_version(name: str, value: str, _: Vocabulary) -> Read:
    version = fold(value)
    return (version, []) if re.fullmatch(VERSION_FORM, version) else (None, [Finding(Fault.VERSION, name, value)])


_READERS: Mapping[str, Reader] = {
    **dict.fromkeys(CHOICES, _read_choice),
    **dict.fromkeys(LISTS, _read_entry),
    **dict.fromkeys(("event", "lang"), _read_entry),
    **dict.fromkeys(("from", "to"), _read_date),
    "q": _read_text,
    "window": _read_window,
    "height": _read_height,
    "cited": _read_version,
}


def _in_order(values: dict[str, object]) -> tuple[dict[str, object], list[Finding]]:
    """The values without `from` and `to` where the one lies after the other, and the finding that says so."""
    begin, end = str(values.get("from", "")), str(values.get("to", ""))
    first, last = read_period(begin), read_period(end)
    if not first or not last or first[0] < last[1]:
        return values, []
    rest = {name: value for name, value in values.items() if name not in {"from", "to"}}
    return rest, [Finding(Fault.ORDER, "to", end, (begin,))]


def _view(values: Mapping[str, object]) -> View:
    return View(**{"from_" if name == "from" else name: value for name, value in values.items()})  # type: ignore[arg-type]


def _written(view: View) -> Iterator[tuple[str, str]]:
    given, default = view.as_json(), View().as_json()
    for name in PARAMETERS:
        value = given[name]
        if value == default[name]:
            continue
        if name == "window" and view.window:
            yield name, format_window(*view.window)
        elif isinstance(value, list):
            yield name, ",".join(_encoded(item) for item in _arranged(name, value))
        else:
            yield name, _encoded("1" if value is True else str(value)).replace("%2C", ",")


def _encoded(text: str) -> str:
    """The text for a query string: slashes and colons stay, a space is `+`, the rest is UTF-8 in percent-encoding."""
    return quote_plus(text, safe="!*()/:", errors="replace")


def _decoded(raw: str) -> str | None:
    """The text of an encoded one, or None where its bytes are no UTF-8. A `%` that begins no code stands for itself."""
    parts = _NOT_PLAIN.split(raw.replace("+", " "))
    try:
        return "".join(unquote_to_bytes(part).decode() if index % 2 else part for index, part in enumerate(parts))
    except UnicodeDecodeError:
        return None

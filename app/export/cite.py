"""How an event or a view is cited: what is to be named, and how the styles write it.

In: the payload, the address and the day of access, which the browser knows and nobody here. Out: `Work` and texts.
The address says which version is cited (`permalink`), so that the page can tell who comes back what has changed since.

Chicago: The Chicago Manual of Style, 18th edition, 14.104 (a part of a website or database). APA: Publication Manual,
7th edition, 10.3 (entries of reference works) and 10.9 (data sets); neither knows an author here, and the collection
has no year of its own. RIS: the tags of RefMan as Zotero and EndNote read them. CSL-JSON: CSL 1.0.2, appendix. Twin:
`assets/core/cite.js`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.export.bibtex import address, entry, literal
from app.export.text import given, grouped, one_line, slug

HASH_LETTERS = 12  # of the content hash, where people read it: enough to tell versions apart
_KEY_LETTERS = 8
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited. `inside` is the collection that an event or a chosen part stands in, None for all of it.

    `about` says what kind of part it is, `count` of how many events; `accessed` is an ISO day.
    """

    key: str
    kind: str
    title: str
    inside: str | None
    about: str
    version: str | None
    count: str
    hash: str
    url: str | None = None
    accessed: str | None = None


def event_work(payload: Mapping[str, Any], event: str, url: str | None = None, accessed: str | None = None) -> Work:
    """One event, as an entry of the collection. KeyError for an id that is not there."""
    columns = payload["events"]["columns"]
    try:
        index = columns.get("id", []).index(event)
    except ValueError:
        raise KeyError(event) from None
    kind = payload["words"]["types"][columns["type"][index]].lower()
    return Work(
        key=event,
        kind="entry",
        title=one_line(columns["title"][index] or event),
        about=f"{kind}, {columns['when'][index]}",
        count=_events(payload["events"]["size"]),
        **_collection(payload),
        url=permalink(url, payload["collection"].get("hash", "")) if url else None,
        accessed=accessed,
    )


def view_work(
    payload: Mapping[str, Any], filter_words: str, count: int, url: str | None = None, accessed: str | None = None
) -> Work:
    """A view with `count` events, what it asks for said in `filter_words`; the collection as a whole if it has all."""
    total = payload["events"]["size"]
    about = _collection(payload)
    name = str(about["inside"])
    is_whole = count == total
    title = name if is_whole else one_line(filter_words)
    if is_whole:
        about["inside"] = None
    return Work(
        key=_joined("-", slug(title), str(about["hash"])[:_KEY_LETTERS]),
        kind="dataset",
        title=title,
        about="",
        count=_events(total) if is_whole else f"{grouped(count)} of {_events(total)}",
        **about,
        url=permalink(url, payload["collection"].get("hash", "")) if url else None,
        accessed=accessed,
    )


def permalink(url: str, version: str) -> str:
    """The address with `cited=` and the first letters of a content hash in its query, its parameters sorted.

    Another version that it names is left out; so is the new one where there is no hash.
    """
    place, mark, fragment = one_line(url).partition("#")
    base, _, query = place.partition("?")
    parts = [part for part in query.split("&") if part and not part.startswith("cited=")]
    cited = [f"cited={version[:HASH_LETTERS]}"] if version else []
    asked = "&".join(sorted([*parts, *cited], key=lambda part: part.partition("=")[0]))
    return f"{base}{'?' if asked else ''}{asked}{mark}{fragment}"


def cite(work: Work, style: str) -> str:
    """The citation in one of `STYLES`. KeyError for another."""
    return STYLES[style](work)


def _collection(payload: Mapping[str, Any]) -> dict[str, Any]:
    about = payload["collection"]
    return {
        "inside": one_line(about["title"]),
        "version": one_line(about.get("version", "")) or None,
        "hash": about.get("hash", ""),
    }


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{grouped(count)} events"


def _chicago(work: Work) -> str:
    """“Title.” Kind, date. In Collection, version 1.0, 114 events, content hash ... Accessed December 23, 2025. URL."""
    version = f"version {work.version}" if work.version else ""
    source = _joined(", ", work.inside or work.title, version, work.count, _hash(work))
    parts = [f"{'In ' if work.inside else ''}{source}."]
    if work.inside:
        about = f"{work.about[:1].upper()}{work.about[1:]}"
        parts = [f"“{_ended(work.title)}”", *([f"{about}."] if about else []), *parts]
    if work.accessed:
        parts.append(f"Accessed {_day(work.accessed)}.")
    return " ".join([*parts, *([f"{work.url}."] if work.url else [])])


def _apa(work: Work) -> str:
    """Title [kind, date]. (n.d.). In Collection (Version 1.0; 114 events; content hash ...) [Data set]. Retrieved."""
    facts = _joined("; ", f"Version {work.version}" if work.version else "", work.count, _hash(work))
    data = f"({facts}) [Data set]"
    about = f" [{work.about[:1].upper()}{work.about[1:]}]" if work.about else ""
    said = f"{work.title}{about}. (n.d.). In {work.inside} {data}." if work.inside else f"{work.title} {data}. (n.d.)."
    retrieved = f"Retrieved {_day(work.accessed)}" if work.accessed else ""
    if not work.url:
        return f"{said} {retrieved}." if retrieved else said
    return f"{said} {retrieved}, from {work.url}" if retrieved else f"{said} {work.url}"


def _bibtex(work: Work) -> str:
    inside = f"In: {work.inside}" if work.inside else ""
    fields = {
        "title": literal(work.title),
        "howpublished": literal(_joined(", ", inside, f"version {work.version}" if work.version else "")),
        "note": literal(_joined("; ", work.about, work.count, _full_hash(work))),
        "url": address(work.url),
        "urldate": f"{{{work.accessed}}}" if work.accessed else "",
    }
    return entry("misc", work.key, fields)


def _ris(work: Work) -> str:
    """Lines of `TAG  - value`, ending in CR LF, the last one ER."""
    tags = (
        ("TY", "DATA"),
        ("ID", work.key),
        ("TI", work.title),
        ("T2", work.inside),
        ("ET", work.version),
        ("N1", _joined("; ", work.about, work.count)),
        ("N1", _full_hash(work)),
        ("Y2", work.accessed.replace("-", "/") + "/" if work.accessed else ""),
        ("UR", work.url),
    )
    return "".join(f"{tag}  - {value}\r\n" for tag, value in tags if value) + "ER  - \r\n"


def _csl(work: Work) -> str:
    accessed = [[int(number) for number in work.accessed.split("-")]] if work.accessed else None
    item = {
        "id": work.key,
        "type": work.kind,
        "title": work.title,
        "container-title": work.inside,
        "version": work.version,
        "note": _joined("; ", work.about, work.count, _full_hash(work)),
        "URL": work.url,
        "accessed": {"date-parts": accessed} if accessed else None,
    }
    return json.dumps([given(**item)], ensure_ascii=False, indent=2) + "\n"


STYLES: Mapping[str, Callable[[Work], str]] = {
    "chicago": _chicago,
    "apa": _apa,
    "bibtex": _bibtex,
    "ris": _ris,
    "csl": _csl,
}


def _hash(work: Work) -> str:
    return f"content hash {work.hash[:HASH_LETTERS]}" if work.hash else ""


def _full_hash(work: Work) -> str:
    return f"content hash (SHA-256) {work.hash}" if work.hash else ""


def _joined(between: str, *parts: str) -> str:
    return between.join(part for part in parts if part)


def _ended(title: str) -> str:
    """The title with a full stop, unless it ends a sentence itself."""
    return title if title[-1:] in {".", "?", "!"} else f"{title}."


def _day(iso: str) -> str:
    year, month, day = (int(number) for number in iso.split("-"))
    return f"{_MONTHS[month - 1]} {day}, {year}"

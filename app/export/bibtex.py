"""What is chosen -> its sources as BibTeX, one entry each.

In: `Chosen`. Out: UTF-8 text. Fields as BibTeX's standard styles know them (Patashnik, BibTeXing, 1988, 3.1 and 3.2),
with `date`, `url` and `urldate` for biblatex. Titles and names stand in a second pair of braces: they are texts, not
lists of first and last names. Braces are counted even behind a backslash, so they are written by name. Twin:
`assets/core/export_bibtex.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.export.dates import edtf, is_plain_side, opened
from app.export.selection import Chosen
from app.export.text import comment, grouped, one_line

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_TYPES = {
    "article-journal": ("article", "journal"),
    "article-magazine": ("article", "journal"),
    "article-newspaper": ("article", "journal"),
    "book": ("book", "publisher"),
    "chapter": ("incollection", "publisher"),
    "entry": ("incollection", "booktitle"),
    "entry-dictionary": ("incollection", "booktitle"),
    "entry-encyclopedia": ("incollection", "booktitle"),
    "pamphlet": ("booklet", "howpublished"),
    "paper-conference": ("inproceedings", "publisher"),
    "report": ("techreport", "institution"),
    "thesis": ("phdthesis", "school"),
}
_OTHER = ("misc", "howpublished")
_LETTERS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "#$%&_"},
}
# In an address nothing is escaped: BibTeX's readers take it as it stands, and braces would end it.
_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C", "^": "%5E"}


def write_bibtex(chosen: Chosen) -> str:
    """The sources that the selection cites."""
    about = chosen.collection
    version = f", version {about['version']}" if about.get("version") else ""
    head = [
        f"{about['title']}{version}: sources of {grouped(len(chosen.events))} of {grouped(chosen.total)} events",
        f"View: {chosen.view or 'all events'}",
        f"Content hash of the collection (SHA-256): {about.get('hash', '')}",
    ]
    # Outside of entries BibTeX passes over everything but the sign with which an entry begins.
    lines = [f"% {comment(line).replace('@', '(at)')}\n" for line in head]
    return "".join([*lines, *(f"\n{entry(*_source(source))}" for source in chosen.sources.values())])


def entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """An entry; the values of `fields` are already as BibTeX takes them."""
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value]
    return f"@{kind}{{{key},\n{''.join(lines)}}}\n"


def literal(text: str) -> str:
    """A text as a value: one line, LaTeX's own signs escaped, kept together and as it is written."""
    return f"{{{{{''.join(_LETTERS.get(letter, letter) for letter in one_line(text))}}}}}" if text else ""


def address(url: str | None) -> str:
    """A web address as a value."""
    return f"{{{''.join(_ADDRESS.get(letter, letter) for letter in url)}}}" if url else ""


def _source(source: Mapping[str, Any]) -> tuple[str, str, dict[str, str]]:
    kind, place = _TYPES.get(source.get("kind", ""), _OTHER)
    if kind == "article" and "publisher" not in source:
        kind, place = _OTHER
    fields = {
        "title": literal(source.get("title", "")),
        "author": literal(source.get("author", "")),
        place: literal(source.get("publisher", "")),
        **dict(_issued(source)),
        "url": address(source.get("url")),
        "urldate": _day(source, "accessed_date"),
        "langid": f"{{{source['lang']}}}" if "lang" in source else "",
        "note": literal("; ".join(_notes(source))),
    }
    return kind, source["id"], fields


def _issued(source: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Year and month for BibTeX, the whole date for biblatex; another date is in the note, in words."""
    day = _day(source, "issued_date")
    if day:
        yield "year", f"{{{day[1:5]}}}"
        yield "month", _MONTHS[int(day[6:8]) - 1] if day[5] == "-" else ""
        yield "date", day


def _notes(source: Mapping[str, Any]) -> Iterator[str]:
    if "issued" in source and not _day(source, "issued_date"):
        yield f"issued {source['issued']}"
    if "accessed" in source and not _day(source, "accessed_date"):
        yield f"accessed {source['accessed']}"
    if "archived" in source:
        yield f"archived at {source['archived']}"
    if "note" in source:
        yield source["note"]


def _day(source: Mapping[str, Any], field: str) -> str:
    """A certain year, month or day as a value; "" for another date."""
    date = opened(source.get(field))
    text = edtf(date) if date else ""
    return f"{{{text.partition('T')[0]}}}" if is_plain_side(text) else ""

"""Payload x selection -> a file: its name, its media type and its text, in each of the formats.

In: the payload, the ids of what a view shows (`app.beside`) and its canonical query. Out: `Download`. The command line,
the page, the offline file and the API all give these same bytes. Twin: `assets/core/export_write.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.export.bibtex import write_bibtex
from app.export.csv_form import write_csv
from app.export.ics import write_ics
from app.export.json_form import write_json
from app.export.jsonld import write_jsonld
from app.export.selection import Chosen, choose
from app.export.text import slug
from app.export.timelinejs import write_timelinejs
from app.export.yaml_form import write_yaml

HASH_LETTERS = 8  # of the content hash in a file's name


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, which is also how its files end, its media type, and who writes it."""

    name: str
    media_type: str
    write: Callable[[Chosen], str]


@dataclass(frozen=True, slots=True)
class Download:
    """A file to be saved: a name of ASCII letters, digits, hyphens and dots; its media type; its text (UTF-8)."""

    name: str
    type: str
    text: str


FORMATS: Mapping[str, Format] = {
    each.name: each
    for each in (
        Format("json", "application/json", write_json),
        Format("csv", "text/csv; charset=utf-8; header=present", write_csv),
        Format("yaml", "application/yaml", write_yaml),
        Format("ics", "text/calendar; charset=utf-8", write_ics),
        Format("jsonld", "application/ld+json", write_jsonld),
        Format("timelinejs.json", "application/json", write_timelinejs),
        Format("bib", "application/x-bibtex; charset=utf-8", write_bibtex),
    )
}


def write(payload: Mapping[str, Any], ids: Iterable[str], form: str, query: str = "") -> Download:
    """The download of what has these ids, see `choose`. KeyError for a format that is none of `FORMATS`."""
    chosen = choose(payload, ids, query)
    writer = FORMATS[form]
    return Download(file_name(chosen, form), writer.media_type, writer.write(chosen))


def file_name(chosen: Chosen, form: str) -> str:
    """The collection, how many of its events, its version, the format: `timeline-12-of-114-events-3f2a9c1b.csv`."""
    count = "" if chosen.is_whole else f"-{len(chosen.events)}-of-{chosen.total}-events"
    version = str(chosen.collection.get("hash", ""))[:HASH_LETTERS]
    return f"{slug(chosen.collection['title'])}{count}{f'-{version}' if version else ''}.{form}"


def format_of(name: str) -> str | None:
    """The format that a file's name ends in, or None; `.yml` is `.yaml`."""
    lower = name.lower().removesuffix(".yml") + (".yaml" if name.lower().endswith(".yml") else "")
    found = [form for form in FORMATS if lower.endswith(f".{form}")]
    return max(found, key=len, default=None)

"""What is chosen -> the JSON of TimelineJS 3 (Knight Lab): one slide for each event that has a date.

In: `Chosen`. Out: JSON text, a slide a line. TimelineJS takes its texts for HTML, so all of them are escaped. Its
dates cannot be open, wide or doubtful: each slide shows the date in words (`display_date`). Events without a date are
listed in words on the title slide. Twin: `assets/core/export_timelinejs.js`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.export.dates import clock, iso_day, sides
from app.export.selection import Chosen
from app.export.text import given, grouped, json_text, one_line
from app.export.words import participants_in_words, source_in_words, sources_of

Row = Mapping[str, Any]

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
_PARTS = ("year", "month", "day")
_CLOCK_PARTS = ("hour", "minute", "second")
_SHAPES = ((3, re.compile("[0-9]{4}-([0-9]{2}-[0-9]{2}|W)")), (2, re.compile("[0-9]{4}-[0-9][0-9X]")))


def write_timelinejs(chosen: Chosen) -> str:
    """The timeline; slides in time order."""
    slides = [json_text(_slide(chosen, row)) for row in chosen.events if "date" in row]
    title = json_text({"text": {"headline": html(chosen.collection["title"]), "text": _about(chosen)}})
    lines = "[\n" + ",\n".join(slides) + "\n]" if slides else "[]"
    return f'{{"scale":"human",\n"title":{title},\n"events":{lines}}}\n'


def html(text: str) -> str:
    """The text as HTML that shows it as it is (HTML Living Standard, 13.3)."""
    return "".join(_ENTITIES.get(character, character) for character in text)


def _about(chosen: Chosen) -> str:
    about = chosen.collection
    undated = [one_line(row.get("title", "")) for row in chosen.events if "date" not in row]
    version = f"version {about['version']}" if about.get("version") else ""
    facts = [
        version,
        f"{grouped(len(chosen.events))} of {grouped(chosen.total)} events",
        chosen.asked,
        about.get("hash", ""),
    ]
    paragraphs = [
        about.get("description", ""),
        "; ".join(fact for fact in facts if fact),
        f"{chosen.words['undated']}: {'; '.join(undated)}" if undated else "",
    ]
    return "".join(f"<p>{html(words)}</p>" for words in paragraphs if words)


def _slide(chosen: Chosen, row: Row) -> Row:
    date = row["date"]
    first, last = sides(date)
    ends = [date["first"], date.get("last") or date["first"]]
    start = _moment(ends[0][1], first) if ends[0][1] is not None else _moment(ends[1][2] - 1, last)
    is_range = date.get("last") and ends[0][1] is not None and ends[1][2] is not None
    end = _moment(ends[1][1] if clock(last) else ends[1][2] - 1, last) if is_range else None
    return given(
        unique_id=row["id"],
        start_date=start,
        end_date=end,
        display_date=html(row["when"]),
        text={"headline": html(one_line(row.get("title", ""))), "text": _text(chosen, row)},
        group=html(chosen.words["types"][row["type"]]),
    )


def _moment(ms: int, side: str) -> Row:
    """A date as TimelineJS has it, no finer than the side of the EDTF text that it is taken from."""
    numbers = map(int, iso_day(ms).split("-"))
    depth = next((depth for depth, shape in _SHAPES if shape.match(side)), 1)
    day = dict(zip(_PARTS[:depth], numbers, strict=False))
    time = clock(side)
    return day | dict(zip(_CLOCK_PARTS, time, strict=False)) if time else day


def _text(chosen: Chosen, row: Row) -> str:
    people = participants_in_words(chosen, row)
    paragraphs = [
        html(row.get("place", "")),
        html(row.get("summary", "")),
        html(f"{chosen.words['participants']}: {people}") if people else "",
        *(_source(source) for source in sources_of(chosen, row)),
    ]
    return "".join(f"<p>{words}</p>" for words in paragraphs if words)


def _source(source: Row) -> str:
    words = html(source_in_words({name: value for name, value in source.items() if name != "url"}))
    return f'<a href="{html(source["url"])}">{words}</a>' if "url" in source else words

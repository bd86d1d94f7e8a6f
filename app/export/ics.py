"""What is chosen -> a calendar (RFC 5545, with NAME and DESCRIPTION of RFC 7986).

In: `Chosen`. Out: the text, lines ending in CR LF. Days are all-day and their end is exclusive, as RFC 5545, 3.8.2.2
asks; a time with an offset is in UTC, one without floats (3.3.5). A calendar has no word for a date that is open,
wide or doubtful: such an event stands where it is known to touch the calendar, and its title says the date in words.
An event without any date is a journal entry without a start (3.6.3). There is no clock here: DTSTAMP is the same for
ever. Who took part is told in words and not as ATTENDEE, which is an address that programs write to. Twin:
`assets/core/export_ics.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from app.export.dates import DAY_MS, clock, edtf, iso_day, sides
from app.export.selection import Chosen
from app.export.text import grouped, number_text, one_line, slug
from app.export.words import participants_in_words, source_in_words, sources_of, title_with_date

LINE_BYTES = 75  # RFC 5545, 3.1, without the line break
_CONTINUES, _CONTINUED = 0b1100_0000, 0b1000_0000  # a byte within a character begins with the bits 10 (RFC 3629, 3)
_STAMP = "19700101T000000Z"
_FIRST_MS = -62_135_596_800_000  # 0001-01-01
_AFTER_LAST_MS = 253_402_300_800_000  # the end of 9999, which no calendar date can name
_MINUTE_MS = 60_000
_ESCAPED = re.compile(r"[\\;,]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_EVENT_STATUS = {"occurred": "CONFIRMED", "ongoing": "CONFIRMED", "cancelled": "CANCELLED"}
_JOURNAL_STATUS = {"occurred": "FINAL", "ongoing": "FINAL", "cancelled": "CANCELLED"}


def write_ics(chosen: Chosen) -> str:
    """The calendar."""
    about = chosen.collection
    name = one_line(about["title"])
    count = f"{grouped(len(chosen.events))} of {grouped(chosen.total)} events"
    said = [f"{name}, version {about['version']}" if about.get("version") else name, count, chosen.asked]
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sidelines//Sidelines//EN", "CALSCALE:GREGORIAN"),
        *(f"NAME:{escape(name)}", f"X-WR-CALNAME:{escape(name)}"),
        f"DESCRIPTION:{escape('; '.join(part for part in said if part))}",
        f"X-SIDELINES-VIEW:{escape(chosen.asked)}",
        f"X-SIDELINES-CONTENT-HASH:{about.get('hash', '')}",
    ]
    for row in chosen.events:
        lines += _component(chosen, row)
    return "".join(folded(line) for line in [*lines, "END:VCALENDAR"])


def escape(text: str) -> str:
    """The text as a TEXT value (RFC 5545, 3.3.11); controls other than tab and line break are left out."""
    lines = _CONTROLS.sub("", re.sub("\r\n?", "\n", text))
    return _ESCAPED.sub(lambda found: f"\\{found[0]}", lines).replace("\n", "\\n")


def folded(line: str) -> str:
    """The content line as lines of at most 75 bytes of UTF-8, no character torn, with their CR LF (RFC 5545, 3.1)."""
    rest = line.encode()
    parts: list[str] = []
    while len(rest) > LINE_BYTES - bool(parts):
        end = LINE_BYTES - bool(parts)
        while rest[end] & _CONTINUES == _CONTINUED:
            end -= 1
        parts.append(rest[:end].decode())
        rest = rest[end:]
    return "\r\n ".join([*parts, rest.decode()]) + "\r\n"


def uid(chosen: Chosen, event: str) -> str:
    """The id of an event for all calendars: the same in every version of the collection (RFC 7986, 5.3)."""
    return f"{event}@{slug(chosen.collection['title'])}.sidelines"


def _component(chosen: Chosen, row: Mapping[str, Any]) -> Iterator[str]:
    date = row.get("date")
    kind, statuses, otherwise = (
        ("VEVENT", _EVENT_STATUS, "TENTATIVE") if date else ("VJOURNAL", _JOURNAL_STATUS, "DRAFT")
    )
    yield from (f"BEGIN:{kind}", f"UID:{uid(chosen, row['id'])}", f"DTSTAMP:{_STAMP}")
    yield from _times(date) if date else ()
    yield f"SUMMARY:{escape(title_with_date(row))}"
    yield f"DESCRIPTION:{escape(_description(chosen, row))}"
    yield from _place(row) if date else ()
    yield f"CATEGORIES:{','.join(escape(one_line(word)) for word in _categories(chosen, row))}"
    yield f"STATUS:{statuses.get(row['state'], otherwise)}"
    if date:
        yield "TRANSP:TRANSPARENT"
    if "part_of" in row:
        yield f"RELATED-TO;RELTYPE=PARENT:{uid(chosen, row['part_of'])}"
    if date:
        yield f"X-SIDELINES-EDTF:{edtf(date)}"
    yield f"END:{kind}"


def _times(date: Mapping[str, Any]) -> list[str]:
    """DTSTART and DTEND: times where both ends are known to the minute, else whole days."""
    ends = [date["first"], *([date["last"]] if "last" in date else [])]
    given = [(end, clock(side)) for end, side in zip(ends, sides(date), strict=False) if end[0] == "given"]
    if any(time is None for _, time in given):
        # The exclusive end is the day after that on which the last moment lies; the last day of all has none after it.
        start, end = _day(given[0][0][1]), _day(given[-1][0][2] - 1 + DAY_MS)
        return [f"DTSTART;VALUE=DATE:{start}"] + ([f"DTEND;VALUE=DATE:{end}"] if end > start else [])
    is_fixed = all(time and time[3] for _, time in given)
    moments = [_moment(end[1], time[3] if is_fixed and time else "") for end, time in given]
    return [f"DTSTART:{moments[0]}"] + [f"DTEND:{moment}" for moment in moments[1:] if moment > moments[0]]


def _day(ms: int) -> str:
    return iso_day(min(ms, _AFTER_LAST_MS - DAY_MS)).replace("-", "")


def _moment(ms: int, offset: str) -> str:
    at = ms - _offset_ms(offset)
    if not offset or not _FIRST_MS <= at < _AFTER_LAST_MS:
        at, offset = ms, ""
    seconds = at % DAY_MS // 1000
    time = f"{seconds // 3600:02}{seconds // 60 % 60:02}{seconds % 60:02}"
    return f"{_day(at)}T{time}{'Z' if offset else ''}"


def _offset_ms(offset: str) -> int:
    if not offset or offset == "Z":
        return 0
    minutes = int(offset[1:3]) * 60 + int(offset[4:])
    return (-minutes if offset[0] == "-" else minutes) * _MINUTE_MS


def _place(row: Mapping[str, Any]) -> Iterator[str]:
    site = row.get("site", {})
    if "place" in row:
        yield f"LOCATION:{escape(one_line(row['place']))}"
    if "lat" in site and "lon" in site:
        yield f"GEO:{number_text(site['lat'])};{number_text(site['lon'])}"


def _categories(chosen: Chosen, row: Mapping[str, Any]) -> list[str]:
    return [chosen.words["types"][row["type"]], *row.get("tags", ())]


def _description(chosen: Chosen, row: Mapping[str, Any]) -> str:
    people = participants_in_words(chosen, row)
    lines = [
        f"{row['when']} ({row['precision']})",
        chosen.words["event_statuses"][row["state"]],
        row.get("summary", ""),
        f"{chosen.words['participants']}: {people}" if people else "",
        *(f"{chosen.words['sources']}: {source_in_words(source)}" for source in sources_of(chosen, row)),
    ]
    return "\n".join(line for line in lines if line)

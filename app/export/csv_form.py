"""What is chosen -> CSV (RFC 4180), one row for each participation, one for an event that has none.

In: `Chosen`. Out: the text, with a head, lines ending in CR LF, without a byte order mark. A cell that a spreadsheet
would take for a formula begins with an apostrophe, and so does one that begins with an apostrophe itself: taking away
one leading apostrophe gives every text back (OWASP, CSV Injection). Twin: `assets/core/export_csv.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from app.export.dates import edtf, inclusive_days
from app.export.selection import Chosen
from app.export.text import number_text

Row = Mapping[str, Any]

_RISKY = re.compile("[=+\\-@\t\r\n'\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?(e-[0-9]+)?")
_QUOTED = re.compile('[",\r\n]|^ | $')
_EVENT = (
    *("event_id", "event", "type", "event_status", "date", "date_from", "date_to", "date_in_words", "date_precision"),
    *("date_basis", "date_as_written", "date_zone", "venue", "city", "country", "lat", "lon", "part_of"),
    *("organisations", "tags", "summary", "confidence", "event_sources"),
)
_PARTICIPATION = (
    *("actor", "actor_name", "actor_kind", "role", "status", "person", "person_name", "office", "represented_by"),
    *("reason", "announced_by", "basis", "note", "sources"),
)
_SELECTION = ("collection", "collection_version", "content_hash", "view")
COLUMNS = (*_EVENT, *_PARTICIPATION, *_SELECTION)


def write_csv(chosen: Chosen) -> str:
    """The table of participations; each row says of which selection it is."""
    about = chosen.collection
    behind = _cells([about["title"], about.get("version"), about.get("hash"), chosen.asked])
    lines = [_cells(COLUMNS)]
    for row in chosen.events:
        before = _cells(_event_cells(row))
        parts = row.get("participants") or [None]
        lines += [f"{before},{_cells(_part_cells(chosen, part))},{behind}" for part in parts]
    return "".join(f"{line}\r\n" for line in lines)


def read_cell(cell: str) -> str:
    """The text that a cell of such a table stands for."""
    return cell.removeprefix("'")


def _event_cells(row: Row) -> Iterator[object]:
    date, site = row.get("date"), row.get("site", {})
    yield from (row["id"], row.get("title"), row["type"], row["state"])
    yield from (edtf(date), *inclusive_days(date)) if date else ("", "", "")
    yield from (row["when"], date["precision"] if date else "", date.get("basis", "stated") if date else "")
    yield from (row.get("as_written") or edtf(date), _zone(date)) if date else ("", "")
    yield from (site.get(name) for name in ("venue", "city", "country", "lat", "lon"))
    yield from (row.get("part_of"), _list(row.get("organisations", ())), _list(row.get("tags", ())))
    yield from (row.get("summary"), row.get("confidence"), _sources(row))


def _zone(date: Row) -> str:
    """The name of the zone; its offset stands in the date itself."""
    zone = str(date.get("zone", ""))
    return zone if "/" in zone else ""


def _part_cells(chosen: Chosen, part: Row | None) -> Iterator[object]:
    if part is None:
        yield from [""] * len(_PARTICIPATION)
        return
    actor, person = part["actor"], part.get("person")
    yield from (actor, chosen.name(actor), chosen.actors.get(actor, {}).get("kind"), part["role"], part["status"])
    yield from (person, chosen.name(person) if person else "")
    yield from (part.get(name) for name in ("office", "represented_by", "reason", "announced_by"))
    yield from (part.get("basis", "stated"), part.get("note"), _sources(part))


def _sources(cited: Row) -> str:
    return _list(dict.fromkeys(citation["source"] for citation in cited.get("citations", ())))


def _list(texts: Any) -> str:  # noqa: ANN401 - any iterable of texts
    return "; ".join(texts)


def _cells(values: Any) -> str:  # noqa: ANN401 - any iterable of values
    return ",".join(map(_cell, values))


def _cell(value: object) -> str:
    text = number_text(value) if isinstance(value, (int, float)) else str(value or "")
    if _RISKY.match(text) and not _NUMBER.fullmatch(text):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text

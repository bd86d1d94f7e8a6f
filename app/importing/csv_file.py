"""The CSV of a selection -> what of a download it holds: events, who took part, and the ids of the sources.

In: the text (`app.export.csv_form`). Out: `Chosen`. A table has no room for the rest: claims, memberships, relations,
quotes, accounts, other languages, and what sources and organisations are called beyond the names in it. What is named
without being described is declared by its id, so that the file reads without an error and says what there is to add.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import groupby
from typing import Any

from app.export.csv_form import COLUMNS, read_cell
from app.export.selection import Chosen
from app.export.text import given
from app.importing.json_file import date_row

Json = dict[str, Any]
Row = Mapping[str, str]

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")  # of an organisation or a person; countries have letters of their own
_STATES = frozenset({"state", "former_state"})
_NOTE = "From a CSV: only the id is known."


def is_ours(text: str) -> bool:
    """Whether it begins as a CSV of ours."""
    return text.startswith(",".join(COLUMNS))


def chosen_of_csv(text: str) -> Chosen:
    """The content of the table; KeyError or ValueError for one that is damaged."""
    table = list(_rows(text))
    groups = [list(group) for _, group in groupby(table, lambda row: row["event_id"])]
    events = [_event(rows) for rows in groups]
    about = table[0] if table else dict.fromkeys(COLUMNS, "")
    title = about["collection"] or "Untitled timeline"
    return Chosen(
        collection=given(title=title, version=about["collection_version"], hash=about["content_hash"]),
        view=about["view"],
        total=len(events),
        events=tuple(events),
        claims=(),
        memberships=(),
        sources={name: _source(name) for name in sorted(_cited(table))},
        declared=tuple(sorted(_declared(table), key=lambda fact: str(fact["id"]))),
        actors={},
        titles={},
        words={},
    )


def _rows(text: str) -> Iterator[Row]:
    """The rows, each with a cell in every column. Raises ValueError where one is cut off or has too many."""
    table = csv.reader(StringIO(text, newline=""), strict=True)
    names = next(table)
    for cells in filter(None, table):
        if len(cells) != len(names):
            raise ValueError(f"the row that ends in line {table.line_num} has {len(cells)} of {len(names)} cells")
        yield dict(zip(names, map(read_cell, cells), strict=True))


def _event(rows: Sequence[Row]) -> Json:
    first = rows[0]
    place = given(**{name: first[name] for name in ("venue", "city", "country")}, **_degrees(first))
    return given(
        id=first["event_id"],
        type=first["type"],
        title=first["event"],
        state=first["event_status"],
        date=_date(first),
        site=place,
        part_of=first["part_of"],
        organisations=_list(first["organisations"]),
        tags=_list(first["tags"]),
        summary=first["summary"],
        confidence=first["confidence"],
        citations=_citations(first["event_sources"]),
        participants=[_participant(row) for row in rows if row["actor"]],
    )


def _degrees(row: Row) -> dict[str, float]:
    return {name: float(row[name]) for name in ("lat", "lon") if row[name]}


def _date(row: Row) -> Json | None:
    if not row["date"]:
        return None
    known = {"edtf": row["date"], "precision": row["date_precision"], "basis": row["date_basis"]}
    return date_row(known | {"as_written": row["date_as_written"], "zone": row["date_zone"]})


def _participant(row: Row) -> Json:
    names = ("actor", "role", "status", "person", "office", "represented_by", "reason", "announced_by", "note")
    basis = row["basis"] if row["basis"] != "stated" else None
    return given(**{name: row[name] for name in names}, basis=basis, citations=_citations(row["sources"]))


def _list(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def _citations(cell: str) -> list[Json]:
    return [{"source": source} for source in _list(cell)]


def _source(name: str) -> Json:
    return {"id": name, "title": name, "note": _NOTE}


def _cited(table: Iterable[Row]) -> set[str]:
    return {source for row in table for cell in ("event_sources", "sources") for source in _list(row[cell])}


def _declared(table: Sequence[Row]) -> Iterator[Json]:
    """Each organisation and person once, with the name that the table has for it."""
    found: dict[str, Json] = {}
    for row in table:
        for fact in _named(row):
            if _ID.fullmatch(fact["id"]) and ("note" not in fact or fact["id"] not in found):
                found[fact["id"]] = fact
    yield from found.values()


def _named(row: Row) -> Iterator[Json]:
    if row["actor"] and row["actor_kind"] not in _STATES:
        yield {"id": row["actor"], "kind": row["actor_kind"], "names": {"en": row["actor_name"]}}
    if row["person"]:
        yield {"id": row["person"], "kind": "person", "names": {"en": row["person_name"]}}
    unnamed = {
        "person": _list(row["represented_by"]),
        "group": _list(row["announced_by"]),
        "igo": _list(row["organisations"]),
    }
    for kind, names in unnamed.items():
        yield from ({"id": name, "kind": kind, "names": {"en": name}, "note": _NOTE} for name in names)

"""The table of participations, read by Python's csv module."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export import write
from app.export.csv_form import COLUMNS, read_cell
from app.load import load_timeline
from app.model import Text, Timeline
from app.payload import build_payload
from tests.exports import DATA, HOSTILE, hostile_timeline, shipped, shipped_payload

# What spreadsheets begin a formula with (OWASP, CSV Injection), the wide forms of the same signs, and line breaks.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?(e-[0-9]+)?")


def _table(timeline: Timeline) -> list[dict[str, str]]:
    text = write(build_payload(timeline), timeline.events, "csv").text
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_head_names_the_columns() -> None:
    text = write(shipped_payload(), [], "csv").text
    assert text == ",".join(COLUMNS) + "\r\n"


def test_there_is_a_row_for_each_participation_and_one_for_an_event_without() -> None:
    expected = [
        (event.id, part)
        for event in shipped().events.values()
        for part in [part.actor for part in event.participants] or [""]
    ]
    rows = _table(shipped())
    assert sorted((row["event_id"], row["actor"]) for row in rows) == sorted(expected)
    assert {row["event_id"] for row in rows} == set(shipped().events)


def test_each_row_says_what_the_files_say() -> None:
    rows = {(row["event_id"], row["actor"]): row for row in _table(shipped())}
    row = rows["cis-informal-summit-2025", "AZE"]
    part = next(p for p in shipped().events["cis-informal-summit-2025"].participants if p.actor == "AZE")
    assert (row["actor_name"], row["actor_kind"], row["status"], row["role"]) == (
        "Azerbaijan",
        "state",
        part.status.value,
        part.role.value,
    )
    assert (row["date"], row["date_from"], row["date_to"]) == ("2025-12-22", "2025-12-22", "2025-12-22")
    assert row["reason"] == (part.reason or "")
    assert (row["content_hash"], row["collection_version"]) == (shipped().content_hash, "1.0")


@pytest.mark.parametrize(
    ("event", "date", "first", "last"),
    [
        ("first", "2025-12-22", "2025-12-22", "2025-12-22"),
        ("third", "2025-03-02/2025-03-04", "2025-03-02", "2025-03-04"),
        ("fourth", "2021-05", "2021-05-01", "2021-05-31"),
        ("fifth", "2022/..", "2022-01-01", ""),
        ("sixth", "../2025-12-22", "", "2025-12-22"),
        ("seventh", "1990~", "1990-01-01", "1990-12-31"),
        ("eighth", "", "", ""),
    ],
)
def test_days_are_inclusive_and_open_ones_empty(event: str, date: str, first: str, last: str) -> None:
    rows = {row["event_id"]: row for row in _table(load_timeline(DATA / "collection.yaml").timeline)}
    assert (rows[event]["date"], rows[event]["date_from"], rows[event]["date_to"]) == (date, first, last)


def _with_title(text: str) -> Timeline:
    timeline = load_timeline(DATA / "collection.yaml").timeline
    event = replace(timeline.events["eighth"], title=Text((("en", text),)))
    return replace(timeline, events={"eighth": event})


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1) | st.sampled_from(HOSTILE)
)
def test_every_text_comes_back_and_none_is_a_formula(text: str) -> None:
    (row,) = _table(_with_title(text))
    assert read_cell(row["event"]) == text or NUMBER.fullmatch(text)
    assert not row["event"].startswith(DANGEROUS) or NUMBER.fullmatch(row["event"])


def test_no_cell_of_a_hostile_collection_is_a_formula() -> None:
    cells = [cell for row in _table(hostile_timeline()) for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(DANGEROUS) and not NUMBER.fullmatch(cell)]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("-1+2", "'-1+2"),
        ("-12.5", "-12.5"),
        ("+7", "+7"),
        ("'apostrophe", "''apostrophe"),
        ("a=b", "a=b"),
        ("@home", "'@home"),
        ("＝1", "'＝1"),
    ],
)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str, cell: str) -> None:
    (row,) = _table(_with_title(text))
    assert row["event"] == cell


def test_coordinates_are_numbers() -> None:
    rows = [row for row in _table(hostile_timeline()) if row["lat"]]
    assert {(row["lat"], row["lon"]) for row in rows} == {("40.5", "-1e-7")}

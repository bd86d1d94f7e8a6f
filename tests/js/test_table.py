"""The table of the selection: its order, its columns, and what is copied from it, read back as spreadsheets read it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from app.load import load_timeline
from app.payload import build_payload
from app.words import WORDS
from tests.core import core
from tests.drawing import screen_of

SUMMITS = """\
schema: sidelines/1
events:
  - {id: beta, title: Émile visits, type: visit, date: 2020, place: {city: Minsk}, participants: [Armenia]}
  - {id: alpha, title: '"Friendship" talks', type: bilateral_meeting, date: 2021, participants: [Armenia, Russia]}
  - {id: gamma, title: eager words, type: statement, date: 2022, place: {city: Baku}, participants: [Russia]}
  - id: delta
    title: '=HYPERLINK("x")'
    type: summit
    date: 2023
    place: {city: Baku}
    participants: [Russia, {actor: Armenia, status: absent}]
  - {id: epsilon, title: '"never closed', type: summit, date: unknown, participants: [Russia]}
"""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("table") / "events.yaml"
    path.write_text(SUMMITS, encoding="utf-8")
    return path


def _call(events: Path, query: str, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
    """What `script` gives of `model`, `view` and `selection`."""
    payload = build_payload(load_timeline(events).timeline)
    model = f"sidelines.timeline.unpack({core().keep(f'table of {events}', payload).name})"
    screen = screen_of(events, query)
    with_them = f"((model, view, selection) => {script})"
    return core().evaluate(f"{with_them}({model}, {json.dumps(screen['view'])}, {json.dumps(screen['selection'])})")


IN_TIME = ["beta", "alpha", "gamma", "delta", "epsilon"]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", IN_TIME),
        ("sort=-date", IN_TIME[::-1]),
        ("sort=title", ["alpha", "epsilon", "delta", "gamma", "beta"]),  # without case and accents
        ("sort=-title", ["beta", "gamma", "delta", "epsilon", "alpha"]),
        ("sort=type", ["alpha", "gamma", "delta", "epsilon", "beta"]),
        ("sort=place", ["alpha", "epsilon", "gamma", "delta", "beta"]),  # no place first, equal ones in time order
        ("sort=-place", ["beta", "gamma", "delta", "alpha", "epsilon"]),  # also backwards
        ("country=ARM&sort=-date", ["delta", "alpha", "beta"]),
    ],
)
def test_the_rows_stand_in_the_order_that_is_asked_for(query: str, ids: list[str], events: Path) -> None:
    found = "sidelines.table.sorted(model, view, selection).map((index) => model.events[index].id)"
    assert _call(events, query, found) == ids


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("", ["date", "title", "type", "participants", "absent", "place"]),
        ("columns=sources,id,date", ["date", "sources", "id"]),
        ("columns=place", ["place"]),
    ],
)
def test_the_columns_are_those_chosen_in_their_own_order(query: str, columns: list[str], events: Path) -> None:
    assert _call(events, query, "sidelines.table.columns(model, view)") == columns
    heads = _call(events, query, "sidelines.table.head(model, view)")[2:]
    assert [_words(head).rstrip(" ▲▼↕") for head in heads] == [WORDS["columns"][column] for column in columns]


@pytest.mark.parametrize(
    ("query", "states", "next_sort"),
    [("", "ascending", "-date"), ("sort=-date", "descending", "date"), ("sort=title", "none", "date")],
)
def test_a_heading_says_how_it_is_sorted_and_turns_it(query: str, states: str, next_sort: str, events: Path) -> None:
    first = _call(events, query, "sidelines.table.head(model, view)")[2]
    assert first[1] == {"scope": "col", "aria-sort": states}
    assert first[2][1]["data-sort"] == next_sort


@pytest.mark.parametrize(
    ("query", "column", "name"),
    [
        ("columns=title,id", "title", None),
        ("columns=date,type", "date", "2020: Émile visits"),
        ("columns=absent", "absent", "Émile visits"),  # an empty cell has a button all the same
    ],
)
def test_every_row_opens_its_event(query: str, column: str, name: str | None, events: Path) -> None:
    row = _call(events, query, "sidelines.table.row(model, view, selection[0], 0, false)")
    buttons = {cell[1]["class"]: cell[2] for cell in row[2:] if isinstance(cell[2], list)}
    assert list(buttons) == [f"of-{column}"]
    _, attributes, words = buttons[f"of-{column}"]
    assert attributes["data-row"] == "beta"
    assert attributes.get("aria-label") == name
    assert words


def test_what_is_copied_is_read_back_as_it_was_and_runs_as_no_formula(events: Path) -> None:
    text = _call(events, "columns=date,title,absent,id", "sidelines.table.tsv(model, view, selection)")
    heads, *rows = csv.reader(text.splitlines(keepends=True), dialect="excel-tab", strict=True)
    assert heads == ["Date", "Event", "Absent", "Id"]
    assert [row[3] for row in rows] == IN_TIME
    assert [row[1] for row in rows] == [
        *("Émile visits", '"Friendship" talks', "eager words", '\'=HYPERLINK("x")', '"never closed'),
    ]
    assert [row[2] for row in rows] == ["", "", "", "Armenia", ""]


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("one\ttwo\r\nthree", "one two three"),
        ("-5 degrees", "'-5 degrees"),
        ("'quoted", "''quoted"),
        ('"one" and two', '"""one"" and two"'),
        ('one and "two"', 'one and "two"'),
    ],
)
def test_a_cell_stays_a_cell(title: str, cell: str, events: Path) -> None:
    copied = "sidelines.table.tsv({ ...model, events: [{ ...model.events[0], title: TITLE }] }, view, [0])"
    text = _call(events, "columns=title", copied.replace("TITLE", json.dumps(title)))
    assert text == f"Event\n{cell}\n"


def _words(tree: list[Any]) -> str:
    return "".join(part if isinstance(part, str) else _words(part) for part in tree[2:])

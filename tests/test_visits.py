"""3,264 state visits as event files, where their table is at hand: no row lost, no date changed, no state renamed away.

The table is `../shared/data/hsg-visits.csv` beside the project, or what `SIDELINES_VISITS` names.
"""

from __future__ import annotations

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from app.filters import select_events
from app.load import Loaded, load_timeline
from app.model import ActorKind, Event, Role, Status
from app.view import View
from benchmarks.visits import CSV_FILE, DECLARED, NAMES, TITLE_LENGTH, main

pytestmark = pytest.mark.skipif(not CSV_FILE.is_file(), reason="the table of state visits is not at hand")

VISITS = 3_264
# What the table calls a state, for twenty of those that it names in several ways, or that are no more.
NAMES_OF = {
    "BIH": {"Bosnia-Herzegovina", "Bosnia and Herzegovina"},
    "BRA": {"Brazil"},
    "CAN": {"Canada"},
    "COD": {"Democratic Republic of the Congo (Zaire)", "Congo, Democratic Republic of"},
    "CSK": {"Czechoslovakia", "Czechoslovakia (government-in-exile)"},
    "CZE": {"Czech Republic", "Czechia"},
    "DDR": {"German Democratic Republic"},
    "DEU": {"Germany", "Germany, Federal Republic of"},
    "GBR": {"United Kingdom"},
    "ISR": {"Israel", "Israel (Provisional Government)"},
    "JPN": {"Japan"},
    "KOR": {"Korea", "Korea, South", "South Korea"},
    "LKA": {"Sri Lanka", "Ceylon (Sri Lanka)"},
    "MKD": {"Macedonia", "Macedonia, Former Yugoslav Republic of", "North Macedonia"},
    "POL": {"Poland", "Poland (government-in-exile)"},
    "RUS": {"Russia"},
    "SUN": {"U.S.S.R."},
    "TUR": {"Turkey", "Türkiye"},
    "WSM": {"Western Samoa", "Somoa", "Samoa"},
    "YUG": {"Yugoslavia"},
}

Row = dict[str, str]


@cache
def table() -> tuple[Row, ...]:
    with CSV_FILE.open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    folder = tmp_path_factory.mktemp("visits")
    assert main([str(CSV_FILE), str(folder)]) == 0
    return load_timeline(folder)


def event_of(row: Row, loaded: Loaded) -> Event:
    return loaded.timeline.events[f"visit-{row['id']}"]


def test_check_finds_neither_an_error_nor_a_warning(loaded: Loaded) -> None:
    assert [str(problem) for problem in loaded.problems] == []


def test_every_row_is_an_event_and_every_event_a_row(loaded: Loaded) -> None:
    assert len(table()) == VISITS
    assert set(loaded.timeline.events) == {f"visit-{row['id']}" for row in table()}


def test_no_date_is_changed(loaded: Loaded) -> None:
    for row in table():
        start, end = row["start_date"], row["end_date"]
        date = event_of(row, loaded).date
        assert date is not None
        assert date.edtf == (start if start == end else f"{start}/{end}"), row["id"]


def test_no_word_is_lost(loaded: Loaded) -> None:
    for row in table():
        event = event_of(row, loaded)
        assert event.summary.best() == row["description"], row["id"]
        for part in event.participants[:-1]:
            person = loaded.timeline.actors[part.person or ""]
            spellings = {person.names.best(), *person.aliases}
            assert any(spelling in row["visitor"] for spelling in spellings), row["id"]
            assert (part.office or "") in row["visitor"], row["id"]


def test_the_guest_was_there_and_of_the_host_nothing_more_is_said(loaded: Loaded) -> None:
    for event in loaded.timeline.events.values():
        *guests, host = event.participants
        assert {(guest.role, guest.status) for guest in guests} == {(Role.GUEST, Status.ATTENDED)}
        assert (host.actor, host.role, host.status) == ("USA", Role.HOST, Status.UNKNOWN)


def test_titles_are_short(loaded: Loaded) -> None:
    long = [event.title.best() for event in loaded.timeline.events.values() if len(event.title.best()) > TITLE_LENGTH]
    assert len(long) < 6


@pytest.mark.parametrize("country", NAMES_OF)
def test_a_filter_by_one_country_gives_the_rows_of_that_country(country: str, loaded: Loaded) -> None:
    rows = {f"visit-{row['id']}" for row in table() if row["from"] in NAMES_OF[country]}
    assert rows
    assert set(select_events(loaded.timeline, View(country=(country,))).ids) == rows


def test_a_name_that_is_none_of_ours_is_written_where_it_was_read(loaded: Loaded) -> None:
    reviewed = {named.name for named in NAMES}
    for row in table():
        if row["from"] in reviewed and row["from"] != "Vietnam":
            assert f"“{row['from']}”" in (event_of(row, loaded).participants[0].note or ""), row["id"]


def test_former_states_stay_what_they_were(loaded: Loaded) -> None:
    kinds = Counter(
        loaded.timeline.actors[event.participants[0].actor].kind for event in loaded.timeline.events.values()
    )
    assert kinds[ActorKind.FORMER_STATE] == sum(
        row["from"] in {*NAMES_OF["SUN"], *NAMES_OF["YUG"], *NAMES_OF["CSK"], *NAMES_OF["DDR"]} for row in table()
    )
    assert kinds[ActorKind.GROUP] == sum(row["from"] in {"Hawaii", "Bosnian Federation"} for row in table())
    assert set(DECLARED) <= set(loaded.timeline.actors)


def test_a_table_that_is_missing_is_said_and_is_no_failure_unless_it_was_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.visits.CSV_FILE", tmp_path / "none.csv")
    assert main([]) == 0
    assert main([str(tmp_path / "none.csv")]) == 1
    assert capsys.readouterr().out.count("is not at hand") == 2

"""A membership of which no source states either date: it is kept, exported and listed, and nothing is drawn of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import labels
from app.dates import UNSTATED, DateContext, DateError, read_date
from app.export import write
from app.load import load_timeline
from app.payload import build_payload
from tests.drawing import drawn_of
from tests.exports import Browser

FILE = """
schema: sidelines/1
sources: [{id: press, title: Test Press}]
organisations: [{id: test-union, name: Test Union, sources: [press]}]
defaults: {sources: [press], type: visit}
events:
  - {id: a-visit, title: A visit, date: 2031-05-05, organisations: [test-union],
     participants: [{actor: Samoa, role: member}, {actor: Fiji, role: member}]}
memberships:
  - {actor: Samoa, organisation: test-union, kind: full, during: WRITTEN, sources: [press]}
  - {actor: Fiji, organisation: test-union, kind: full, during: 2029/.., sources: [press]}
"""


@pytest.fixture
def events(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_text(FILE.replace("WRITTEN", "unknown"), encoding="utf-8")
    return path


@pytest.mark.parametrize("written", ["unknown", "Unknown", "/"])
def test_it_is_written_as_unknown(tmp_path: Path, written: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(FILE.replace("WRITTEN", written), encoding="utf-8")
    loaded = load_timeline(path)
    assert loaded.problems == ()
    assert {each.actor: each.during for each in loaded.timeline.memberships}["WSM"] == UNSTATED


def test_its_words_say_that_no_date_is_stated() -> None:
    assert labels.date_in_words(UNSTATED) == "dates not stated"
    assert labels.precision_in_words(UNSTATED) == "No source states either end"
    assert labels.short_date(UNSTATED) == ""


def test_nothing_is_drawn_of_it(events: Path) -> None:
    lanes = load_timeline(events).timeline.memberships
    drawn = drawn_of(events)
    assert len(lanes) == 2
    assert [track["when"] for track in drawn["tracks"]] == ["since 2029"]


def test_it_is_listed_among_the_tracks(events: Path) -> None:
    tracks = build_payload(load_timeline(events).timeline)["lanes"]["tracks"]
    assert {track["lane"]: track["when"] for track in tracks} == {"WSM": "dates not stated", "FJI": "since 2029"}


def test_it_survives_its_export_from_python_and_from_the_browser(events: Path, tmp_path: Path) -> None:
    timeline = load_timeline(events).timeline
    payload = build_payload(timeline)
    written = write(payload, timeline.events, "yaml").text
    assert Browser(payload).write(list(timeline.events), "yaml").text == written
    again = tmp_path / "again.yaml"
    again.write_text(written, encoding="utf-8")
    assert load_timeline(again).timeline.content_hash == timeline.content_hash


@pytest.mark.parametrize("written", ["/", "../..", "/..", "../"])
def test_a_phrase_with_neither_end_is_no_date(written: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(written, DateContext())
    assert caught.value.fix == 'Give the end that is known: "2022/.." or "../2022".'

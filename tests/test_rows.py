"""Rows: what of an event can be filtered and found, the same in Python and in the browser."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.load import load_timeline
from app.model import ActorKind, Timeline
from app.packing import packed
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from app.rows import Row, claim_rows, membership_rows, rows
from app.vocabulary import COUNTRY_KINDS, ORGANISATION_KINDS, vocabulary
from tests.compact import timeline_of
from tests.core import core
from tests.exports import hostile_timeline
from tests.synthetic import synthetic_timeline

CASES = json.loads((PROJECT_FOLDER / "tests" / "data" / "filter_cases.json").read_text(encoding="utf-8"))
VALID = PROJECT_FOLDER / "tests" / "data" / "valid"
ACTORS = {
    "RUS": ["state", "Russia", "RU"],
    "AZE": ["state", "Azerbaijan", "AZ"],
    "SUN": ["former_state", "Soviet Union"],
    "cis": ["igo", "Commonwealth of Independent States", "CIS"],
    "tass": ["agency", "TASS"],
    "forum": ["group", "Forum"],
    "putin": ["person", "Vladimir Putin", "Путин"],
    "lavrov": ["person", "Sergey Lavrov"],
}


def _timeline(*events: dict[str, Any], **more: Any) -> Timeline:  # noqa: ANN401 - plain values as JSON has them
    return timeline_of({"actors": ACTORS, "events": list(events), **more})


def _row(**event: Any) -> Row:  # noqa: ANN401 - the same
    return rows(_timeline({"id": "it", **event}))[0]


def test_rows_stand_in_time_order() -> None:
    dates = {
        "undated-b": "",
        "undated-a": "",
        "no-bound-at-all": "../..",
        "until-2020": "../2020",
        "year": "2020",
        "since-2020": "2020/..",
        "month": "2020-01",
        "day-b": "2020-01-01",
        "day-a": "2020-01-01",
        "day-after": "2021-01-01",
        "until-the-day-before": "../2020-12-30",
        "unknown-end": "2020-01-02/",
    }
    ordered = [row.id for row in rows(_timeline(*({"id": name, "date": date} for name, date in dates.items())))]
    assert ordered == [
        *("day-a", "day-b", "month", "year", "since-2020", "unknown-end"),
        *("until-the-day-before", "until-2020", "day-after"),
        *("no-bound-at-all", "undated-a", "undated-b"),
    ]


SUMMIT = {"id": "summit", "date": "2025-12-22"}


@pytest.mark.parametrize(
    ("events", "ordered"),
    [
        pytest.param(
            [{"id": "meeting", "date": "2025-12-22", "part_of": "summit"}, {"id": "other", "date": "2025-12-22"}],
            ["other", "summit", "meeting"],
            id="same day, and nothing comes between them",
        ),
        pytest.param(
            [{"id": "meeting", "date": "2025-12", "part_of": "summit"}],
            ["summit", "meeting"],
            id="a month in which the summit began",
        ),
        pytest.param(
            [{"id": "eve", "date": "2025-12-21", "part_of": "summit"}],
            ["eve", "summit"],
            id="surely before it",
        ),
        pytest.param(
            [
                {"id": "a-talk", "date": "2025-12-22", "part_of": "meeting"},
                {"id": "meeting", "date": "2025-12-22", "part_of": "summit"},
            ],
            ["summit", "meeting", "a-talk"],
            id="part of a part",
        ),
        pytest.param(
            [{"id": "meeting", "date": "2025-12-22", "part_of": "nothing-known"}],
            ["meeting", "summit"],
            id="part of what is not there",
        ),
        pytest.param([{"id": "a-meeting", "part_of": "summit"}], ["summit", "a-meeting"], id="undated"),
    ],
)
def test_a_summit_stands_before_its_own_meetings(events: list[dict[str, Any]], ordered: list[str]) -> None:
    assert [row.id for row in rows(_timeline(*events, SUMMIT))] == ordered


def test_two_events_that_are_part_of_each_other_still_have_an_order() -> None:
    made = rows(_timeline({"id": "b", "date": "2020", "part_of": "a"}, {"id": "a", "date": "2020", "part_of": "b"}))
    assert {row.id for row in made} == {"a", "b"}


def test_the_index_is_the_place_in_that_order() -> None:
    made = rows(_timeline({"id": "late", "date": "2021"}, {"id": "early", "date": "2020"}))
    assert [(row.index, row.id) for row in made] == [(0, "early"), (1, "late")]


@pytest.mark.parametrize(
    ("date", "starts", "ends", "sure"),
    [
        ("1970-01-02", 86_400_000, 172_800_000, True),
        ("1970-01-01/1970-01-02", 0, 172_800_000, True),
        ("1970-01-01/..", 0, None, True),
        ("../1970-01-01", None, 86_400_000, True),
        ("1970-01-01~", 0, 86_400_000, False),
        ("1970-01-01?/1970-01-02", 0, 172_800_000, False),
        ("1970-01-01/1970-01-02%", 0, 172_800_000, False),
        ("", None, None, False),
    ],
)
def test_the_interval_of_a_date(date: str, starts: int | None, ends: int | None, sure: bool) -> None:
    row = _row(date=date)
    assert (row.start_ms, row.end_ms, row.sure) == (starts, ends, sure)


def test_actors_by_what_they_are() -> None:
    row = _row(
        participants=[
            ["RUS", "host", "represented", "putin", "lavrov"],
            ["SUN", "guest", "attended"],
            ["cis", "organiser", "unknown"],
            ["tass", "participant", "unknown"],
            ["putin", "speaker", "unknown", "putin"],
        ],
        organisations=["forum"],
        mentions=["AZE", "cis"],
    )
    parts = [(part.country, part.role, part.status, part.people) for part in row.participants]
    assert parts == [
        ("RUS", "host", "represented", ("putin", "lavrov")),
        ("SUN", "guest", "attended", ()),
        (None, "organiser", "unknown", ()),
        (None, "participant", "unknown", ()),
        (None, "speaker", "unknown", ("putin",)),
    ]
    assert row.organisations == ("cis", "forum", "tass")
    assert row.mentions == ("AZE",)


def test_places_are_folded_and_countries_are_codes() -> None:
    row = _row(place={"venue": "Palais de l’Élysée", "city": "Paris", "country": "RUS"})
    assert row.places == ("palais de l'elysee", "paris", "RUS")
    assert _row(place={"city": "Minsk", "venue": "Minsk"}).places == ("minsk",)
    assert _row().places == ()


def test_sources_are_those_of_all_that_stands_with_the_event() -> None:
    made = rows(
        _timeline(
            {"id": "it", "sources": ["b", "a", "b"], "accounts": [["2020", ["c"]]]},
            claims=[
                {"id": "said", "speaker": "putin", "said_at": "it", "sources": ["d"]},
                {"id": "elsewhere", "speaker": "putin", "sources": ["e"]},
            ],
        )
    )
    assert made[0].sources == ("a", "b", "c", "d")


def test_the_text_is_title_summary_people_places_quotes_and_what_was_said() -> None:
    made = rows(
        _timeline(
            {
                "id": "it",
                "title": {"en": "A Title", "ru": "Заголовок"},
                "summary": {"en": "A summary", "tr": "Özet"},
                "participants": [["RUS", "host", "represented", "putin", "lavrov", "President"], ["AZE"]],
                "place": {"venue": "Kremlin", "city": "Moscow", "country": "SUN"},
                "sources": [["one", "A quote"], "two"],
                "tags": ["hidden"],
            },
            claims=[{"id": "said", "speaker": "putin", "said_at": "it", "quote": "So said", "text": {"en": "Meant"}}],
        )
    )
    lines = made[0].text.split("\n")
    assert {"a title", "заголовок", "a summary", "ozet", "president", "kremlin", "moscow", "soviet union"} <= set(lines)
    assert {"vladimir putin", "путин", "sergey lavrov", "a quote", "so said", "meant"} <= set(lines)
    assert not {"russia", "azerbaijan", "hidden", "one", "it", ""} & set(lines)
    assert len(lines) == len(set(lines))


def test_a_country_is_found_by_its_name_in_the_languages_of_the_collection() -> None:
    event = {"id": "it", "title": {"en": "Visit", "ru": "Визит"}, "place": {"country": "AZE"}}
    assert "азербаиджан" in rows(_timeline(event))[0].text.split("\n")


# --- the browser derives the same from what is sent


DERIVE = """sidelines.derived = (payload) => {
    const { rows, claimRows, membershipRows, vocabulary } = sidelines.timeline.unpack(payload);
    const whole = (row) => ({ ...row, text: row.text });
    const ofNoEvent = (row) => {
        const participants = row.participants.map((part) => ({ ...part, role: "", status: part.status || "" }));
        return { ...whole(row), type: "", status: "", participants };
    };
    return {
        rows: rows.map(whole),
        claims: claimRows.map(ofNoEvent),
        memberships: membershipRows.map(ofNoEvent),
        vocabulary,
    };
}"""


@pytest.fixture(scope="module", autouse=True)
def _derived() -> None:
    core().evaluate(f"({DERIVE}, 1)")


def _in_browser(timeline: Timeline) -> dict[str, Any]:
    """The rows and the vocabulary that the browser makes of a payload as it is sent."""
    payload = json.loads(json.dumps(packed(build_payload(timeline))))
    made: dict[str, Any] = core().call("derived", payload)
    return made


def _in_python(timeline: Timeline) -> dict[str, Any]:
    made = {
        "rows": [asdict(row) for row in rows(timeline)],
        "claims": [asdict(row) for row in claim_rows(timeline)],
        "memberships": [asdict(row) for row in membership_rows(timeline)],
        "vocabulary": vocabulary(timeline).as_json(),
    }
    as_sent: dict[str, Any] = json.loads(json.dumps(made))
    return as_sent


GALLERY = sorted((PROJECT_FOLDER / "docs" / "gallery").glob("*.yaml"))
COLLECTIONS = {path.stem: path for path in (EVENTS_FOLDER, *GALLERY, *sorted(VALID.glob("*.yaml")))}


@pytest.mark.parametrize("path", COLLECTIONS.values(), ids=COLLECTIONS)
def test_the_browser_derives_the_same_of_files(path: Path) -> None:
    timeline = load_timeline(path, root=PROJECT_FOLDER).timeline
    assert _in_browser(timeline) == _in_python(timeline)


MADE_UP = {
    "hostile": hostile_timeline(),
    "500 events": synthetic_timeline(7, 500),
    "the cases of filters": timeline_of(CASES["timeline"]),
    "nothing": Timeline(),
}


@pytest.mark.parametrize("timeline", MADE_UP.values(), ids=MADE_UP)
def test_the_browser_derives_the_same_of_what_was_made_up(timeline: Timeline) -> None:
    assert _in_browser(timeline) == _in_python(timeline)


# Letters that this Python does not know yet have a lower case in newer engines only.
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cn", "Cs")), max_size=12)
NAMED = st.dictionaries(st.sampled_from(("en", "ru", "zh-Hant")), WORDS.filter(bool), min_size=1)
SOURCES = st.lists(st.tuples(st.sampled_from(("1", "b", "a")), WORDS).map(list), max_size=2)
EVENTS = st.fixed_dictionaries(
    {"id": st.sampled_from(("2", "10", "a-b", "z"))},
    optional={
        "title": NAMED | WORDS,
        "summary": NAMED,
        "date": st.sampled_from(("2020", "../2020-05", "2020-05-01~", "/2019")),
        "status": st.sampled_from(("planned", "reported", "occurred")),
        "participants": st.lists(
            st.tuples(
                st.sampled_from((*ACTORS, "nobody")),
                st.just("guest"),
                st.just("attended"),
                st.sampled_from((None, *ACTORS)),
                st.none() | WORDS.filter(bool) | st.sampled_from(tuple(ACTORS)),
                st.none() | WORDS,
            ).map(list),
            max_size=3,
        ),
        "organisations": st.lists(st.sampled_from(("cis", "forum"))),
        "mentions": st.lists(st.sampled_from((*ACTORS, "nobody"))),
        "place": st.fixed_dictionaries({}, optional={"venue": WORDS, "city": WORDS, "country": st.just("SUN")}),
        "tags": st.lists(WORDS.filter(bool), max_size=3),
        "sources": SOURCES,
        "accounts": st.lists(st.tuples(WORDS, SOURCES).map(list), max_size=2),
    },
)
CLAIMS = st.fixed_dictionaries(
    {"id": st.just("c"), "speaker": st.just("x"), "said_at": st.sampled_from(("2", "z", None)), "sources": SOURCES},
    optional={"quote": WORDS, "text": NAMED},
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(EVENTS, max_size=4, unique_by=lambda event: str(event["id"])),
    st.lists(CLAIMS, max_size=3),
    st.dictionaries(st.sampled_from(("1", "b", "a")), WORDS),
)
def test_the_browser_derives_the_same_of_any_texts(
    events: list[dict[str, Any]], claims: list[dict[str, Any]], titles: dict[str, str]
) -> None:
    timeline = timeline_of({"actors": ACTORS, "events": events, "claims": claims, "sources": titles})
    assert _in_browser(timeline) == _in_python(timeline)


def test_every_kind_of_actor_has_its_names_in_the_vocabulary() -> None:
    """The browser finds the names of people and places there."""
    assert {*COUNTRY_KINDS, *ORGANISATION_KINDS, ActorKind.PERSON} == set(ActorKind)

"""Rows: what of an event can be filtered and found."""

from __future__ import annotations

from typing import Any

import pytest

from app.model import Timeline
from app.rows import Row, rows
from tests.compact import timeline_of

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


def test_a_row_as_json_has_every_field() -> None:
    row = _row(date="2020", participants=[["RUS", "host", "attended", "putin"]])
    plain = row.as_json()
    assert set(plain) == set(Row.__dataclass_fields__)
    assert plain["participants"] == [{"country": "RUS", "role": "host", "status": "attended", "people": ["putin"]}]
    assert plain["text"] == row.text

"""What comes with a date: its sentence, its ground, its warnings, and how it leaves the house as plain data."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from app.dates import (
    Basis,
    DateContext,
    EventDate,
    answer_batch_line,
    date_warnings,
    describe,
    read_date,
)
from app.errors import PROBLEM_CODES

CONTEXT = DateContext(dateline="2025-12-22")
WEDNESDAY = DateContext(dateline="2025-12-24")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Monday", "22 December 2025 from the dateline 2025-12-22"),
        ("2025-12-22", "22 December 2025"),
        ("2025-12", "December 2025"),
        ("2025", "2025"),
        ("the 1990s", "the ten years from 1990 to 1999"),
        ("19th century", "the hundred years from 1800 to 1899"),
        ("Q3 2024", "the third quarter of 2024"),
        ("H2 2023", "the second half of 2023"),
        ("2023-38", "the second quadrimester of 2023"),
        ("spring 2023", "spring 2023"),
        ("winter 2023-24", "winter 2023-2024"),
        ("2023-30", "summer 2023-2024 (southern hemisphere)"),
        ("2025-W52", "the week of 22 December 2025"),
        ("2025-12-2X", "a day from 20 December to 29 December 2025"),
        ("since 2022", "from 2022 on, end open"),
        ("until 2022", "until 2022, start open"),
        ("1985/", "from 1985 to an unknown day"),
        ("/1985", "from an unknown day to 1985"),
        ("circa 1984", "about 1984"),
        ("possibly about 1984", "about possibly 1984"),
        ("21-22 December 2025", "from 21 December 2025 to 22 December 2025"),
        ("22 December 2025, 14:30 MSK", "22 December 2025, 14:30 Europe/Moscow"),
        ("22 December 2025, 14:30", "22 December 2025, 14:30 without a zone"),
        ("22 December 2025, 3 pm", "22 December 2025, 15 h without a zone"),
        ("22 December 2025, 14:30 UTC-3", "22 December 2025, 14:30 -03:00"),
    ],
)
def test_the_sentence_says_how_a_date_was_read(text: str, words: str) -> None:
    assert read_date(text, CONTEXT).reading == f"{text}, read as {words}."


def test_what_is_kept_of_a_date_that_counts_from_the_dateline() -> None:
    read = read_date(" Monday ", CONTEXT)
    assert (read.as_written, read.lang, read.basis, read.base) == ("Monday", "en", Basis.DATELINE, "2025-12-22")


def test_the_text_is_kept_as_it_was_written() -> None:
    written = "21\u201322\u00a0December 2025"
    assert read_date(f" {written} ").as_written == written
    assert read_date("\u0662\u0660\u0662\u0665").as_written == "\u0662\u0660\u0662\u0665"


def test_what_is_kept_of_a_date_that_counts_from_an_event() -> None:
    read = read_date("two days later", DateContext(anchor=read_date("2025-12-22")))
    assert (read.basis, read.base) == (Basis.INFERRED, "2025-12-22")
    assert read.reading == "two days later, read as 24 December 2025 from the event of 2025-12-22."


@pytest.mark.parametrize(
    ("text", "basis", "base"),
    [
        ("22 December 2025", Basis.STATED, None),
        ("first nine months of this year", Basis.DATELINE, "2025-12-22"),
        ("since last year", Basis.DATELINE, "2025-12-22"),
        ("from 2019 to yesterday", Basis.DATELINE, "2025-12-22"),
        ("22 December", Basis.DATELINE, "2025-12-22"),
        ("two days after 22 December 2025", Basis.STATED, None),
        ("the day after yesterday", Basis.DATELINE, "2025-12-22"),
    ],
)
def test_the_ground_of_a_date_goes_through_what_is_built_on_it(text: str, basis: Basis, base: str | None) -> None:
    read = read_date(text, CONTEXT)
    assert (read.basis, read.base) == (basis, base)


@pytest.mark.parametrize(
    ("text", "langs", "lang"),
    [
        ("22 декабря 2025", ("ru",), "ru"),
        ("22 December 2025", ("ru",), "en"),
        ("2025-12-22", ("ru",), None),
        ("2019-2021", ("ru", "fr"), "ru"),
        ("22 grudnia 2025", ("pl",), "pl"),
    ],
)
def test_the_language_that_read_it(text: str, langs: tuple[str, ...], lang: str | None) -> None:
    assert read_date(text, DateContext(langs=langs)).lang == lang


def test_a_datetime_keeps_the_name_of_its_zone() -> None:
    read = read_date(datetime(2012, 6, 1, 12, tzinfo=ZoneInfo("Europe/Moscow")))
    assert (read.edtf, read.zone, read.offset_min) == ("2012-06-01T12:00:00+04:00", "Europe/Moscow", 240)


# --- warnings


def codes(text: object, context: DateContext = CONTEXT, **options: bool) -> list[str]:
    """The codes of the warnings about a text."""
    return [warning.code for warning in date_warnings(read_date(text, context), context, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-01-01", ["W301"]),
        ("2022-01-01/2022-12-31", ["W301"]),
        ("2022-01-01/..", ["W301"]),
        ("2022-03-01", ["W302"]),
        ("2022-03-02", []),
        ("2022-01", []),
        ("1 January 2022", []),
        ("1 March 2022", []),
        ("2022-01-01~", []),
        ("2022-01-01T10:00", []),
        ("1904-05", ["W303"]),
        ("2010-11", ["W303"]),
        ("2004-06", []),
        ("May 1904", []),
        ("1904/1905", []),
        ("2019-22", ["W303"]),
        ("2023-24", ["W303"]),
        ("2023-21", []),
        ("2024-33", ["W303"]),
        ("spring 2019", []),
        ("2025-12-22T00:00:00", ["W304"]),
        ("2025-12-22T00:00:00Z", ["W304"]),
        ("2025-12-22 00:00:00", ["W304"]),
        ("2025-12-22T00:00", []),
        ("2025-12-22T00:00:01", []),
        (datetime(2025, 12, 22), ["W304"]),  # noqa: DTZ001 - a date that was given as midnight
        ("1582-10-14", ["W305"]),
        ("1582-10-15", []),
        ("0476-09-04", ["W305"]),
        ("1582", []),
        ("../0001-01-02", ["W305"]),
        ("2025-12-22", []),
        ("Monday", []),
    ],
    ids=str,
)
def test_what_a_person_should_look_at(text: object, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last Monday", ["W307"]),
        ("next Friday", ["W307"]),
        ("last Friday", []),
        ("next Monday", []),
        ("Monday", []),
        ("since last Monday", ["W307"]),
    ],
)
def test_a_weekday_that_this_week_has_had_or_will_have_is_doubtful(text: str, expected: list[str]) -> None:
    assert codes(text, WEDNESDAY) == expected


def test_words_of_a_source_that_were_kept_beside_the_text_are_not_read() -> None:
    kept = replace(read_date("last Monday", WEDNESDAY), as_written="on the Monday, as the paper says")
    assert date_warnings(kept, WEDNESDAY) == ()


def test_a_date_after_the_dateline_is_doubtful_where_it_is_reported_as_past() -> None:
    assert codes("2026-05-05", reported_as_past=True) == ["W306"]
    assert codes("2026-05-05") == []
    assert codes("2025-12-22", reported_as_past=True) == []
    assert codes("since 2022", reported_as_past=True) == []
    assert codes("2026-05-05", DateContext(), reported_as_past=True) == []


@pytest.mark.parametrize("text", ["2022-01-01", "2022-03-01", "1904-05", "2019-22", "2024-33", "2025-12-22T00:00:00"])
def test_writing_what_a_warning_proposes_ends_it(text: str) -> None:
    (warning,) = date_warnings(read_date(text), CONTEXT)
    proposed = warning.fix.split('"')[1::2]
    assert len(proposed) == 2
    assert [codes(spelling) for spelling in proposed] == [[], []]
    assert read_date(proposed[1]).first == read_date(text).first or text.endswith("00:00")
    assert warning.code in PROBLEM_CODES


def test_a_doubtful_weekday_is_confirmed_by_its_day() -> None:
    (warning,) = date_warnings(read_date("next Friday", WEDNESDAY), WEDNESDAY)
    assert 'Write "2025-12-26" or "26 December 2025"' in warning.fix


# --- plain data


def test_a_date_as_plain_data() -> None:
    assert describe(read_date("circa 1984")) == {
        "edtf": "1984~",
        "start": "1984-01-01",
        "end": "1985-01-01",
        "precision": "year",
        "qualifiers": ["approximate"],
        "zone": None,
        "basis": "stated",
        "reading": "circa 1984, read as about 1984.",
        "as_written": "circa 1984",
        "lang": "en",
        "base": None,
        "ends": [{"kind": "given", "precision": "year", "qualifiers": ["approximate"]}] * 2,
        "warnings": [],
    }


def test_an_open_range_as_plain_data() -> None:
    said = describe(read_date("1984~/.."), CONTEXT)
    assert (said["start"], said["end"]) == ("1984-01-01", None)
    assert said["ends"] == [
        {"kind": "given", "precision": "year", "qualifiers": ["approximate"]},
        {"kind": "open", "precision": None, "qualifiers": []},
    ]


def test_plain_data_carries_the_warnings_of_a_context() -> None:
    warnings = describe(read_date("2022-01-01"), CONTEXT)["warnings"]
    assert isinstance(warnings, list)
    assert [warning["code"] for warning in warnings] == ["W301"]


def test_the_offset_of_each_end_is_in_its_bound() -> None:
    read = read_date("2025-03-29T12:00/2025-03-31T12:00", DateContext(timezone="Europe/Berlin"))
    said = describe(read)
    assert (said["start"], said["end"]) == ("2025-03-29T12:00:00+01:00", "2025-03-31T12:01:00+02:00")


# --- lines


def answer(line: str) -> dict[str, object]:
    """The answer to a line, read back."""
    answered = answer_batch_line(line)
    assert "\n" not in answered
    said: dict[str, object] = json.loads(answered)
    return said


def test_a_line_is_answered_with_a_line() -> None:
    said = answer('{"phrase": "с 2022 года", "lang": "ru", "dateline": "2025-12-22", "order": null}')
    assert (said["edtf"], said["start"], said["end"], said["lang"]) == ("2022/..", "2022-01-01", None, "ru")


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ('{"phrase": "Monday", "dateline": "2025-12-22"}', "2025-12-22"),
        ('{"phrase": "04/05/2022", "order": "DMY"}', "2022-05-04"),
        ('{"phrase": "22 décembre 2025", "lang": ["fr", "ru"]}', "2025-12-22"),
        ('{"phrase": 2022}', "2022"),
        ('{"phrase": "22 December 2025, 14:30", "timezone": "Europe/Moscow"}', "2025-12-22T14:30+03:00"),
        ('  {"phrase": "2022"}\r\n', "2022"),
    ],
)
def test_what_a_line_may_ask(line: str, edtf: str) -> None:
    assert answer(line)["edtf"] == edtf


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("", "E322"),
        ("\n", "E322"),
        ("{", "E322"),
        ("[]", "E322"),
        ('"2022"', "E322"),
        ("{}", "E322"),
        ('{"phrase": "2022", "language": "en"}', "E322"),
        ('{"phrase": "2022", "lang": 5}', "E322"),
        ('{"phrase": "2022", "lang": [5]}', "E322"),
        ('{"phrase": "2022", "dateline": 2025}', "E322"),
        ("[" * 9_000, "E322"),
        ('{"phrase": "2022"}' + " " * 10_000, "E322"),
        ('{"phrase": ' + "9" * 5_000 + "}", "E322"),
        ('{"phrase": NaN}', "E302"),
        ('{"phrase": 2022.0}', "E302"),
        ('{"phrase": true}', "E302"),
        ('{"phrase": null}', "E302"),
        ('{"phrase": ["2022"]}', "E302"),
        ('{"phrase": "\\ud800"}', "E303"),
        ('{"phrase": "May 2021", "dateline": "yesterday"}', "E321"),
        ('{"phrase": "May 2021", "order": "DYM"}', "E321"),
        ('{"phrase": "Monday"}', "E310"),
    ],
    ids=lambda value: ascii(value)[:50],
)
def test_a_line_that_cannot_be_answered_is_answered_with_the_error(line: str, code: str) -> None:
    error = answer(line)["error"]
    assert isinstance(error, dict)
    assert error["code"] == code
    assert set(error) == {"code", "message", "fix"}


def test_a_date_is_a_value() -> None:
    first, second = read_date("Monday", CONTEXT), read_date("Monday", CONTEXT)
    assert first == second
    assert hash(first) == hash(second)
    assert isinstance(first, EventDate)

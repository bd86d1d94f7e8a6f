"""What is not read: each line of the table names the code of its refusal, and every refusal helps."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.dates import DateContext, DateError, read_date
from app.errors import PROBLEM_CODES
from tests.date_tables import DATELINE, FOLDER, Row, outcome, phrase_rows, rows

ROWS = rows(FOLDER / "refused.tsv")
REFUSED = [row for row in ROWS + phrase_rows() if row.meant.startswith("!")]
CONTEXT_IS_WRONG = "E321"
BATCH_ONLY = "E322"


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_a_text_is_refused_for_its_reason(row: Row) -> None:
    assert outcome(row.text, row.context) == row.meant


@pytest.mark.parametrize("row", REFUSED, ids=[row.id for row in REFUSED])
def test_a_refusal_says_why_and_gives_two_spellings_that_are_read(row: Row) -> None:
    with pytest.raises(DateError) as caught:
        read_date(row.text, row.context)
    error = caught.value
    assert error.message.endswith(".")
    assert error.fix.endswith(".")
    assert "\n" not in error.message + error.fix
    spellings = re.findall(r'"([^"]*)"', error.fix)
    assert len(set(spellings)) >= (1 if error.code == CONTEXT_IS_WRONG else 2) or row.context.order == "DDMMYY"
    right = DateContext(langs=row.context.langs, dateline=DATELINE)
    assert [spelling for spelling in spellings if outcome(spelling, right).startswith("!")] == []


def test_every_code_of_a_date_is_raised_by_a_line_of_the_tables() -> None:
    codes = {code for code in PROBLEM_CODES if code.startswith("E3")}
    assert {row.meant[1:] for row in REFUSED} | {"E302", BATCH_ONLY} == codes


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (2022, "2022"),
        (1000, "1000"),
        (datetime(2025, 12, 22, tzinfo=UTC).date(), "2025-12-22"),
        (datetime(2025, 12, 22, 14, 30), "2025-12-22T14:30:00"),  # noqa: DTZ001 - a time without a zone
        (datetime(2025, 12, 22, 14, 30, tzinfo=UTC), "2025-12-22T14:30:00Z"),
        (datetime(2025, 12, 22, 14, 30, tzinfo=timezone(timedelta(hours=5.5))), "2025-12-22T14:30:00+05:30"),
        (999, "!E304"),
        (3000, "!E304"),
        (-1, "!E304"),
        (10**5000, "!E304"),
        (True, "!E302"),
        (2022.0, "!E302"),
        (None, "!E302"),
        (b"2022", "!E302"),
        (["2022"], "!E302"),
        (("2022",), "!E302"),
        ({"year": 2022}, "!E302"),
        (2022 + 0j, "!E302"),
        (datetime(2025, 12, 22, 14, 30, 0, 5), "!E303"),  # noqa: DTZ001 - as above
        (datetime(1870, 1, 1, tzinfo=timezone(timedelta(minutes=150, seconds=17))), "!E303"),
    ],
    ids=lambda value: repr(value)[:40] if not isinstance(value, int) or value < 10**6 else "a long number",
)
def test_values_that_are_not_text(value: object, meant: str) -> None:
    assert outcome(value, DateContext()) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("\t2025\n", "2025"),
        ("20\x0025", "!E303"),
        ("20\u200b25", "!E303"),
        ("\u200f2025", "!E303"),
        ("2025\u00ad", "!E303"),
        ("\ud800", "!E303"),
        ("2025\n12", "!E303"),
        ("2025\u2028", "2025"),
        ("20\u202825", "!E303"),
        ("\ue000", "!E303"),
        ("2025\u201312\u201322", "2025-12-22"),
        ("22\u00a0December\u20092025", "2025-12-22"),
        ("\uff12\uff10\uff12\uff15", "2025"),
        ("22 de\u0301cembre 2025", "!E301"),
        ("x" * 81, "!E303"),
        ("2025" + " " * 1000, "!E303"),
        ("9" * 100_000, "!E303"),
        (" ", "!E303"),
    ],
    ids=lambda value: ascii(value)[:40],
)
def test_characters(text: str, meant: str) -> None:
    assert outcome(text, DateContext()) == meant


def test_a_decomposed_letter_is_the_same_letter() -> None:
    assert outcome("22 de\u0301cembre 2025", DateContext(langs=("fr",))) == "2025-12-22"


@pytest.mark.parametrize(
    ("context", "code"),
    [
        (DateContext(order="XYZ"), "E321"),
        (DateContext(dateline="22 December 2025"), "E321"),
        (DateContext(dateline="2025-02-30"), "E321"),
    ],
)
def test_a_wrong_context_is_refused_where_it_is_leant_on(context: DateContext, code: str) -> None:
    assert outcome("May 2021", context) == f"!{code}"


def test_a_misspelt_word_is_set_right() -> None:
    with pytest.raises(DateError) as caught:
        read_date("22 Decmber 2025")
    assert caught.value.fix == 'Write "22 December 2025" or "2025-12-22".'


def test_a_date_in_prose_is_pointed_out() -> None:
    with pytest.raises(DateError) as caught:
        read_date("the summit took place on 22 December 2025 in Saint Petersburg")
    assert caught.value.fix == 'Write only the date, as "22 December 2025" or "2025-12-22".'


def test_an_undeclared_order_shows_both_readings() -> None:
    with pytest.raises(DateError) as caught:
        read_date("04/05/2022")
    assert "2022-04-05 or 2022-05-04" in caught.value.message

"""Dates in words: each line of the table is a date as written, its words, its short words, and its exactness."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import labels
from app.dates import CLOCK, DateContext, Precision, read_date
from tests.date_tables import FOLDER

CONTEXT = DateContext(dateline="2025-12-22")
LINES = (FOLDER / "in_words.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]
of_each_row = pytest.mark.parametrize(
    ("written", "words", "short", "exactness"), ROWS, ids=[written for written, *_ in ROWS]
)


@of_each_row
def test_a_date_says_what_is_known_and_no_more(written: str, words: str, short: str, exactness: str) -> None:
    date = read_date(written, CONTEXT)
    said = (labels.date_in_words(date), labels.short_date(date), labels.precision_in_words(date))
    assert tuple(each.replace("\u2009", " ").replace("\u202f", " ") for each in said) == (words, short, exactness)


@of_each_row
def test_what_is_vague_is_never_called_exact(written: str, words: str, short: str, exactness: str) -> None:
    qualified = bool(read_date(written, CONTEXT).qualifiers)
    assert not (qualified and "Exact" in exactness)
    assert qualified == any(mark in words for mark in ("about ", "uncertain"))
    assert qualified == any(mark in short for mark in ("c. ", "?"))


def test_the_table_holds_every_precision_with_every_qualifier() -> None:
    dates = [read_date(written, CONTEXT) for written, *_ in ROWS]
    single = {(date.precision, date.qualifiers) for date in dates}
    qualifiers = ((), ("approximate",), ("uncertain",), ("approximate", "uncertain"))
    assert single >= set(product(Precision, qualifiers))


@given(
    st.datetimes(),
    st.sampled_from(["", "Z", "+03:00", "-05:00", "+05:45"]),
    st.sampled_from(["%H", "%H:%M", "%H:%M:%S"]),
)
def test_a_time_shows_the_numbers_that_were_given_and_its_zone(moment: datetime, zone: str, form: str) -> None:
    clock = format(moment, form)
    date = read_date(f"{moment.date().isoformat()}T{clock}{zone}")
    words = labels.date_in_words(date)
    assert date.precision in CLOCK
    assert re.findall(", ([0-9:]+(?: h)?) ", words) == [clock if ":" in clock else f"{clock} h"]
    assert ("zone not stated" in words) == (not zone)
    assert ("UTC" in words) == bool(zone)


def test_what_has_no_date_says_so() -> None:
    assert labels.date_in_words(None) == "Date not stated"
    assert labels.precision_in_words(None) == "No source states a date"
    assert labels.short_date(None) == ""

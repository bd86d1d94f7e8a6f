"""Phrases in all languages: each line of the tables says what it means, decided from the calendar."""

from __future__ import annotations

import pytest

from app.dates.words import LANGUAGES
from tests.date_tables import FOLDER, Row, outcome, phrase_rows

ROWS = phrase_rows()


@pytest.mark.parametrize("row", ROWS, ids=[row.id for row in ROWS])
def test_a_phrase_means_what_the_calendar_says(row: Row) -> None:
    assert outcome(row.text, row.context) == row.meant


def test_every_language_of_the_tables_of_words_has_phrases() -> None:
    assert {path.stem for path in (FOLDER / "phrases").glob("*.tsv")} == {*LANGUAGES, "other"}

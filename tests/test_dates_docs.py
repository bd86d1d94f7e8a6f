"""The documentation of dates says what is so: its examples are read as it says, its tables name what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app import labels
from app.dates import DateContext, read_date
from app.dates.grammar import phrases
from app.dates.words import LANGUAGES
from app.errors import PROBLEM_CODES
from tests.date_tables import outcome

TEXT = (Path(__file__).parent.parent / "docs" / "dates.md").read_text(encoding="utf-8")
KINDS = {
    "days, months, years": {"day", "month", "year"},
    "weekday beside a day": {"on_weekday"},
    "decades": {"decade"},
    "centuries": {"century"},
    "quarters": {"quarter", "quarter_of"},
    "halves of a year": {"half", "half_of"},
    "seasons": {"season"},
    "the week of a day": {"week_of"},
    "week by its number": {"week_number"},
    "early, mid, late": {"early", "middle", "late"},
    "first and last N": {"first_n", "last_n"},
    "since, until": {"since", "until"},
    "before, after": {"before", "after"},
    "to the present": {"to_present"},
    "about": {"circa"},
    "possibly": {"uncertain"},
    "ranges": {"pair", "from_to"},
    "times": {"at_time", "at_times"},
    "Monday": {"weekday"},
    "last, next Monday": {"weekday_last", "weekday_next", "weekday_of_last_week", "weekday_of_next_week"},
    "today, yesterday, tomorrow": {"today", "yesterday", "tomorrow"},
    "this, last, next year": {"unit_this", "unit_last", "unit_next"},
    "N days ago": {"units_ago"},
    "in N days": {"units_ahead"},
    "the year to date": {"to_date"},
    "day without a year": {"day_month"},
    "in May, without a year": {"bare_month"},
    "last May": {"month_last"},
    "N days before, after a date": {"days_before_date", "days_after_date"},
    "N days later": {"units_later"},
    "the same, the next day": {"same_unit", "unit_later"},
}


def languages_table() -> str:
    """The table of what each language reads, as the documentation should have it."""
    known = {code: {phrase.construct for phrase in phrases(code)} for code in LANGUAGES}
    lines = [
        f"| {kind} | {' | '.join('yes' if known[code] & constructs else '' for code in LANGUAGES)} |"
        for kind, constructs in KINDS.items()
    ]
    return "\n".join(re.sub(r" +\|", " |", line) for line in lines)


def test_the_table_of_languages_is_what_the_tables_of_words_hold() -> None:
    assert f"| | {' | '.join(LANGUAGES)} |" in TEXT
    assert languages_table() in TEXT


def test_every_construct_belongs_to_a_kind_or_is_a_way_to_say_one() -> None:
    small = {
        *(
            "plain",
            "plain_stated",
            "decade_of_century",
            "last_quarter_of",
            "season_of",
            "winter_pair",
            "month_of",
            "day_of",
            "nth",
        ),
        *("first_months", "ten_days", "weekday_in", "weekday_this", "month_this", "month_next", "unit_earlier"),
        *("day_before_yesterday", "day_after_tomorrow", "year_this", "year_last", "year_next", "units_earlier"),
        *("day_before_date", "day_after_date"),
    }
    there = {phrase.construct for code in LANGUAGES for phrase in phrases(code)}
    assert there == small | {name for names in KINDS.values() for name in names}


def test_every_code_has_its_row() -> None:
    codes = [code for code in PROBLEM_CODES if code[1] == "3"]
    assert re.findall(r"(?m)^\| `([EW]3\d\d)` \|", TEXT) == codes


def examples() -> list[tuple[str, str]]:
    """Each example of the table of phrases with the EDTF text beside it; one text stands for all of its row."""
    table = TEXT.partition("| kind | examples | EDTF |")[2].partition("\n\n")[0]
    found: list[tuple[str, str]] = []
    for line in table.splitlines()[2:]:
        said, meant = (re.findall("`([^`]+)`", cell) for cell in line.strip("|").split("|")[1:])
        found += zip(said, meant if len(meant) > 1 else meant * len(said), strict=True)
    return found


@pytest.mark.parametrize(("example", "meant"), examples())
def test_an_example_is_read_as_it_says(example: str, meant: str) -> None:
    assert outcome(example, DateContext(dateline="2025-12-22", anchor=read_date("2025-12-22"))) == meant


def shown() -> list[tuple[str, str, str]]:
    """Each date of the table of how dates are shown, with the cell of its words and that of its short words."""
    table = TEXT.partition("| read | in the details |")[2].partition("\n\n")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()[2:]]
    return [(written, words, short) for read, words, short in cells for written in re.findall("`([^`]+)`", read)]


@pytest.mark.parametrize(("written", "words", "short"), shown())
def test_a_date_is_shown_as_it_says(written: str, words: str, short: str) -> None:
    date = read_date(written)
    plain = str.maketrans({"\u2009": " ", "\u202f": " "})
    assert labels.date_in_words(date).translate(plain) in words
    assert labels.short_date(date).translate(plain) in short.split("; ")

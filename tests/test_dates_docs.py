"""The documentation of dates says what is so: its examples are read as it says, its tables name what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
        *("plain", "decade_of_century", "last_quarter_of", "season_of", "winter_pair", "month_of", "day_of", "nth"),
        *("first_months", "ten_days", "weekday_in", "weekday_this", "month_this", "month_next", "unit_earlier"),
        *("day_before_yesterday", "day_after_tomorrow", "year_this", "year_last", "year_next", "units_earlier"),
        *("day_before_date", "day_after_date"),
    }
    there = {phrase.construct for code in LANGUAGES for phrase in phrases(code)}
    assert there == small | {name for names in KINDS.values() for name in names}


def test_every_code_has_its_row() -> None:
    codes = [code for code in PROBLEM_CODES if code[1] == "3"]
    assert re.findall(r"(?m)^\| `([EW]3\d\d)` \|", TEXT) == codes


def example_rows() -> list[tuple[str, str]]:
    """Each example of the table of phrases with the one EDTF text beside it."""
    found = []
    for line in TEXT.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and re.fullmatch(r"`[^`]+`(, `[^`]+`)*", cells[2]) and cells[1].startswith("`"):
            said, meant = re.findall("`([^`]+)`", cells[1]), re.findall("`([^`]+)`", cells[2])
            found += [(example, meant[0] if len(meant) == 1 else "") for example in said]
    return found


@pytest.mark.parametrize(("example", "meant"), example_rows())
def test_an_example_is_read_as_it_says(example: str, meant: str) -> None:
    context = DateContext(dateline="2025-12-22", anchor=read_date("2025-12-22"))
    bare_times = {"18:00 UTC+5", "3 pm", "14:00-15:30", "14:30 Asia/Tashkent"}
    said = f"22 December 2025, {example}" if example in bare_times else example
    read = outcome(said, context)
    same_kind = re.sub("[0-9]", "0", read) == re.sub("[0-9]", "0", meant)
    assert not read.startswith("!")
    assert read == meant or (same_kind and read != meant) or not meant or example in bare_times

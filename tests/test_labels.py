"""The model in words: what people read, by a table for each kind of words."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import labels
from app.dates import DateContext, read_date
from app.model import Claim, Comparator, EventStatus, EventType, MembershipKind, RelationKind, RestrictionKind, Role
from app.model import Status as ParticipationStatus

CONTEXT = DateContext(dateline="2025-12-22")

# as written: in words, in a list grouped by year
DATES = {
    "2025-12-22": ("22 December 2025", "22 Dec"),
    "2025-12": ("December 2025", "Dec"),
    "2025": ("2025", "year"),
    "199X": ("1990s", "decade"),
    "19XX": ("20th century", "century"),
    "18XX": ("19th century", "century"),
    "2025-33": ("1st quarter of 2025", "quarter"),
    "2025-40": ("first half of 2025", "half"),
    "2025-W51": ("15–21 Dec 2025", "week"),
    "2025-12-22T14:30": ("22 December 2025, 14:30", "22 Dec"),
    "2025-12-21/2025-12-22": ("21–22 Dec 2025", "21–22 Dec"),
    "2025-11-30/2025-12-02": ("30 Nov – 2 Dec 2025", "30 Nov – 2 Dec"),
    "2025-12-30/2026-01-02": ("30 Dec 2025 – 2 Jan 2026", "30 Dec – 2 Jan"),
    "2024-05/2024-07": ("May 2024 to July 2024", "May – Jul"),
    "1994-08-01/1995-02": ("1 August 1994 to February 1995", "1 Aug – Feb"),
    "2022-03-05/..": ("since 5 March 2022", "from 5 Mar"),
    "2022/": ("since 2022, end not known", "from year"),
    "../2025-12-22": ("on or before 22 December 2025", "to 22 Dec"),
    "2025-12-22~": ("about 22 December 2025", "22 Dec"),
    "2025-12?": ("December 2025 (uncertain)", "Dec"),
    "2025%": ("about 2025 (uncertain)", "year"),
    "2022-03-01~/2022-05-02": ("about 1 March 2022 to 2 May 2022", "1 Mar – 2 May"),
    "Monday": ("22 December 2025", "22 Dec"),
}
PRECISIONS = {
    "2025-12-22": "Exact day; the hour is not given",
    "2025-12": "Only the month is known; the day is not given",
    "2025": "Only the year is known",
    "2025-12-22T14:30": "Exact to the minute",
    "2025-12-21/2025-12-22": "From one date to another",
    "2022/..": "Only the year is known for the start; it goes on",
    "2022/": "Only the year is known for the start; the end is not stated",
    "../2025-12-22": "Not later than this; the day itself is not stated",
    "Monday": "Exact day; the hour is not given; worked out from the day the source speaks from",
}
# value, comparator, unit: in words, short
FIGURES = {
    "more than billions": ("11000000000", Comparator.GT, "USD", "more than 11 billion USD", ">$11 bn"),
    "a part of a billion": ("11700000000", Comparator.EQ, "USD", "11.7 billion USD", "$11.7 bn"),
    "almost, in euros": ("5400000", Comparator.ALMOST, "EUR", "almost 5.4 million EUR", "≲€5.4 m"),
    "trillions": ("2000000000000", Comparator.APPROX, "RUB", "about 2 trillion RUB", "≈2 tn RUB"),
    "a percentage": ("96", Comparator.GE, "%", "at least 96 %", "≥96 %"),
    "a small number": ("7", Comparator.LE, None, "at most 7", "≤7"),
    "a decimal": ("4.20", Comparator.LT, "%", "less than 4.20 %", "<4.20 %"),
    "a number that no scale makes shorter": ("1234567", Comparator.EQ, "tons", "1,234,567 tons", "1,234,567 tons"),
    "a number that a smaller scale makes exact": ("1234500000", Comparator.EQ, None, "1,234.5 million", "1,234.5 m"),
    "a year is not grouped": ("2024", Comparator.EQ, None, "2024", "2024"),
    "below nothing": ("-3000000", Comparator.EQ, "USD", "-3 million USD", "$-3 m"),
    "what is no number stays as it is": ("a dozen", Comparator.EQ, None, "a dozen", "a dozen"),
}


@pytest.mark.parametrize("written", DATES)
def test_a_date_says_what_is_known_and_no_more(written: str) -> None:
    date = read_date(written, CONTEXT)
    words = (labels.date_in_words(date), labels.short_date(date))
    assert tuple(word.replace("\u2009", " ").replace("\u202f", " ") for word in words) == DATES[written]


@pytest.mark.parametrize("written", PRECISIONS)
def test_a_date_says_how_exactly_it_is_known_and_on_what_ground(written: str) -> None:
    assert labels.precision_in_words(read_date(written, CONTEXT)) == PRECISIONS[written]


def test_what_has_no_date_says_so() -> None:
    assert labels.date_in_words(None) == "Date not stated"
    assert labels.precision_in_words(None) == "No source states a date"
    assert labels.short_date(None) == ""


def _claim(value: str | None, comparator: Comparator, unit: str | None) -> Claim:
    return Claim(id="c", speaker="s", measure="m", value=value, comparator=comparator, unit=unit)


@pytest.mark.parametrize(("value", "comparator", "unit", "words", "short"), FIGURES.values(), ids=FIGURES)
def test_a_claimed_figure(value: str, comparator: Comparator, unit: str | None, words: str, short: str) -> None:
    claim = _claim(value, comparator, unit)
    assert labels.claim_value(claim) == words
    assert labels.claim_value(claim, short=True) == short


def test_a_claim_without_a_figure_has_no_words_for_it() -> None:
    assert labels.claim_value(_claim(None, Comparator.GT, "USD")) == ""


@given(st.integers(-(10**16), 10**16))
def test_a_figure_in_words_is_the_figure_to_the_last_digit(value: int) -> None:
    words = labels.claim_value(_claim(str(value), Comparator.EQ, None)).replace(",", "").split()
    scale = {"trillion": 12, "billion": 9, "million": 6}[words[1]] if len(words) > 1 else 0
    whole, _, decimals = words[0].partition(".")
    assert int(whole + decimals.ljust(scale, "0")) == value


@pytest.mark.parametrize(
    ("kinds", "words"),
    [
        pytest.param(EventType, labels.EVENT_TYPES, id="event types"),
        pytest.param(EventStatus, labels.EVENT_STATUSES, id="event statuses"),
        pytest.param(ParticipationStatus, labels.STATUSES, id="statuses"),
        pytest.param(Role, labels.ROLES, id="roles"),
        pytest.param(MembershipKind, labels.MEMBERSHIPS, id="memberships"),
        pytest.param(RestrictionKind, labels.RESTRICTIONS, id="restrictions"),
        pytest.param(RelationKind, labels.RELATIONS, id="relations"),
    ],
)
def test_everything_that_the_model_can_say_has_words(kinds: type[StrEnum], words: dict[str, object]) -> None:
    assert {kind.value for kind in kinds} - set(words) == set()


def test_the_types_in_which_presence_is_a_question_are_types() -> None:
    assert {kind.value for kind in EventType} >= labels.PRESENCE_TYPES

"""The model in words: what people read, by a table for each kind of words."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import labels
from app.model import Claim, Comparator, EventStatus, EventType, MembershipKind, RelationKind, RestrictionKind, Role
from app.model import Status as ParticipationStatus

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

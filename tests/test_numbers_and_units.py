"""Figures as people write them: what is proposed in their place. Nothing of this is ever read as a fact."""

from __future__ import annotations

import pytest

from app.currencies import is_currency, meant_currencies
from app.load.numbers import number_in

NUMBERS = {
    "1.5 billion": "1500000000",
    "1,5 billion": "1500000000",
    "$1.5bn": "1500000000",
    "USD 11.7 bn": "11700000000",
    "more than 11 billion": "11000000000",
    "11,700,000,000": "11700000000",
    "1.500.000": "1500000",
    "1 500 000": "1500000",
    "1'500'000": "1500000",
    "1,500.25": "1500.25",
    "0,500": "0.500",
    "12 lakh": "1200000",
    "2 hundred thousand": "",
    "1.500 tonnes": "1.500",
    "1.500,25": "1500.25",
    "11,7": "11.7",
    "-3.5 mln": "-3500000",
    "12 %": "12",
    "5m": "5000000",
    "5 m": "5",
    "2 to 3 billion": "",
    "3 dozen": "",
    "half of 12": "",
    "billions: 12": "",
    "12 persons": "12",
    "1.5.2": "",
    "several": "",
    "1" * 100: "",
}


@pytest.mark.parametrize("text", NUMBERS, ids=lambda text: text[:20])
def test_the_number_that_is_proposed(text: str) -> None:
    assert number_in(text) == NUMBERS[text]


UNITS = {
    "USD": None,
    "SUR": None,
    "%": None,
    "tonnes": None,
    "km": None,
    "GWh": None,
    "pounds": None,
    "people": None,
    "USB": ("USD",),
    "GBR": ("GBP",),
    "usd": ("USD",),
    "all": None,
    "try": None,
    "cup": None,
    "gold": None,
    "chf": ("CHF",),
    "euros": ("EUR",),
    "US dollars": ("USD",),
    "€": ("EUR",),
    "₽": (),
    "TEU": (),
}


@pytest.mark.parametrize("unit", UNITS)
def test_the_currency_that_is_meant(unit: str) -> None:
    assert meant_currencies(unit) == UNITS[unit]


def test_what_is_proposed_is_a_currency() -> None:
    assert all(is_currency(code) for codes in UNITS.values() for code in codes or ())

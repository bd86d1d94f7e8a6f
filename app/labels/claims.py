"""The figure of a claim in words. In: a claim. Out: plain English with comparator, scale and unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from app.model import Claim, Comparator

COMPARATORS: Mapping[Comparator, str] = {
    Comparator.EQ: "",
    Comparator.GT: "more than ",
    Comparator.GE: "at least ",
    Comparator.LT: "less than ",
    Comparator.LE: "at most ",
    Comparator.APPROX: "about ",
    Comparator.ALMOST: "almost ",
}
MOST_DECIMALS = 3
GROUPED_FROM = 10_000
_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6))
_SHORT_SCALES = (("tn", 10**12), ("bn", 10**9), ("m", 10**6))
_CURRENCY_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


def claim_value(claim: Claim, *, short: bool = False) -> str:
    """The figure of a claim with comparator and unit: "more than 11 billion USD", short ">$11 bn"; "" if none."""
    if claim.value is None:
        return ""
    amount, scale = _scaled(claim.value, _SHORT_SCALES if short else _SCALES)
    unit = claim.unit or ""
    if not short:
        comparator = COMPARATORS[claim.comparator or Comparator.EQ]
        return f"{comparator}{amount}{f' {scale}' if scale else ''}{f' {unit}' if unit else ''}"
    sign = _CURRENCY_SIGNS.get(unit)
    tail = f" {scale}" if scale else ""
    comparator = _SHORT_COMPARATORS[claim.comparator or Comparator.EQ]
    return f"{comparator}{sign}{amount}{tail}" if sign else f"{comparator}{amount}{tail}{f' {unit}' if unit else ''}"


_SHORT_COMPARATORS = {
    Comparator.EQ: "",
    Comparator.GT: ">",
    Comparator.GE: "≥",
    Comparator.LT: "<",
    Comparator.LE: "≤",
    Comparator.APPROX: "≈",
    Comparator.ALMOST: "≲",
}


def _scaled(value: str, scales: tuple[tuple[str, int], ...]) -> tuple[str, str]:
    """The decimal text divided by the largest scale that leaves an exact short number, and the scale's name."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value, ""
    for name, size in scales:
        scaled = number / size
        if abs(scaled) >= 1 and scaled == round(scaled, MOST_DECIMALS):
            return f"{scaled.normalize():,f}", name
    return (f"{number:,}", "") if abs(number) >= GROUPED_FROM else (value, "")

"""Units of measure that are meant as currencies -> their ISO 4217 codes.

In: a unit as a file writes it. Out: what is wrong with it and the codes that may be meant. Codes, names and signs are
those of CLDR, as babel has them; its list of codes holds the withdrawn ones, too, which old figures are in.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from babel.core import get_global
from babel.numbers import get_currency_name, get_currency_symbol, list_currencies

_CODE = re.compile("[A-Z]{3}")
_SIGN = "Sc"  # of the general categories of Unicode: currency symbol
_ALSO = {"rmb": "CNY"}
# Codes that are English words in small letters, and so may be a unit of their own: `all` votes, a `cup`.
_WORDS = frozenset({"all", "bob", "cop", "cup", "gel", "mad", "mop", "pen", "sos", "top", "try"})
_NOT_ONLY_MONEY = frozenset({"gold", "pound", "pounds", "real", "rand", "won"})


def is_currency(unit: str) -> bool:
    """Whether `unit` is a code of ISO 4217, one of today or a withdrawn one."""
    return unit in _codes()


def meant_currencies(unit: str) -> tuple[str, ...] | None:
    """The codes that may be meant by a unit that is none, the likeliest first; None where it is no currency's at all.

    Like a currency are three capital letters, a code in small letters, a sign and an English name: `USB`, `usd`, `₽`,
    `roubles`. Perhaps no code is near.
    """
    if is_currency(unit):
        return None
    if unit in _WORDS:
        return None
    named = (unit.upper(),) if unit.upper() in _current() else _by_name().get(unit.casefold())
    if named or not _CODE.fullmatch(unit):
        return named or (() if any(unicodedata.category(letter) == _SIGN for letter in unit) else None)
    near = [code for code in _current() if sum(a != b for a, b in zip(unit, code, strict=True)) == 1]
    return tuple(sorted(near, key=lambda code: (-_territories()[code], code)))[:2]


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(list_currencies())


@lru_cache(maxsize=1)
def _territories() -> Mapping[str, int]:
    """In how many territories each currency of today is legal tender."""
    counts: dict[str, int] = defaultdict(int)
    for currencies in get_global("territory_currencies").values():
        for code, _, end, is_tender in currencies:
            counts[code] += bool(is_tender and end is None)
    return counts


@lru_cache(maxsize=1)
def _current() -> tuple[str, ...]:
    return tuple(code for code, count in sorted(_territories().items()) if count)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, ...]]:
    """Codes by sign and by English name, casefolded: in full, and its last word where that means nothing but money."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for code in sorted(_current(), key=lambda each: (-_territories()[each], each)):
        names = [get_currency_name(code, count, locale="en").casefold() for count in (None, 1, 2)]
        words = [name.rpartition(" ")[2] for name in names]
        signs = [sign for sign in (get_currency_symbol(code, locale="en").casefold(),) if sign != code.casefold()]
        for name in (*names, *signs, *(word for word in words if word not in _NOT_ONLY_MONEY)):
            found[name.replace("ruble", "rouble")][code] = None
            found[name][code] = None
    return {name: tuple(codes)[:2] for name, codes in found.items()} | {name: (code,) for name, code in _ALSO.items()}

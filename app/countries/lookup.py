"""Names and codes to countries: exact, or not at all.

In: what a person wrote. Out: the `Country`. Codes are those of ISO 3166 only: RS is Serbia, as FIPS's RS (Russia) is
never meant, and a number needs its three digits. What could be a code of another list (CHA is Chad to the IOC) is never
taken for a name in some language (Cha). Case, accents, punctuation and "the" do not matter; a likeness never
counts. Where two countries share a code or a name, the present one has it, and between two former ones neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from app.countries.folding import fold
from app.countries.table import COUNTRIES, Country, packaged_text

CODE_LETTERS = 3
MAX_NAME_CHARACTERS = 100  # the longest that CLDR has is of 80


def find_country(name_or_code: str) -> Country | None:
    """The country with this ISO 3166 code (alpha-2, alpha-3, numeric), English name or name in a language of CLDR.

    None if there is none or if it could be more than one, as with "Korea"; `suggest_countries` then says what to write.
    """
    if len(name_or_code) > MAX_NAME_CHARACTERS:
        return None
    alpha3 = _codes().get(name_or_code.strip().upper())
    if alpha3 is None:
        name = fold(name_or_code)
        alpha3 = english_names().get(name)
        if alpha3 is None and not _looks_like_code(name_or_code.strip()):
            alpha3 = names_in_any_language().get(name)
    return COUNTRIES[alpha3] if alpha3 else None


def country(alpha3: str) -> Country:
    """The country with this alpha-3 code; raises KeyError if there is none."""
    return COUNTRIES[alpha3]


def country_name(alpha3: str, lang: str = "en") -> str:
    """The country's common name in a language (`en`, `ru`, `pt-BR`); the English one where CLDR has none.

    Raises KeyError for a code that is not in `COUNTRIES`.
    """
    found = COUNTRIES[alpha3]
    if found.former or lang.replace("_", "-").partition("-")[0] == "en":
        return found.name
    from app.countries.cldr import local_name  # noqa: PLC0415 - Babel costs 30 ms, which a check in English need not pay

    return local_name(found.alpha2, lang) or found.name


@cache
def english_names() -> dict[str, str]:
    """Folded name -> alpha-3: the names of our table."""
    return _unique((fold(name), each) for each in COUNTRIES.values() for name in (each.name, *each.other_names))


@cache
def names_in_any_language() -> dict[str, str]:
    """Folded name -> alpha-3: the names of CLDR."""
    lines = (line.split("\t") for line in packaged_text("cldr_names.tsv").splitlines())
    return {name: alpha3 for alpha3, names in lines for name in names.split(";")}


def _looks_like_code(text: str) -> bool:
    return text.isascii() and len(text) <= CODE_LETTERS


@cache
def _codes() -> dict[str, str]:
    return _unique(
        (code, each)
        for each in COUNTRIES.values()
        for code in (each.alpha3, each.alpha2, each.numeric, *each.former_codes)
        if code
    )


def _unique(pairs: Iterator[tuple[str, Country]]) -> dict[str, str]:
    """Text -> alpha-3, for the texts that belong to one present country or, failing that, to one former one."""
    present: dict[str, set[str]] = {}
    former: dict[str, set[str]] = {}
    for text, owner in pairs:
        (former if owner.former else present).setdefault(text, set()).add(owner.alpha3)
    return {text: min(alpha3s) for text, alpha3s in (former | present).items() if len(alpha3s) == 1}

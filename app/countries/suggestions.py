"""What may have been meant by a text that is no country's name or code.

In: the text. Out: English names that `find_country` understands. This is for messages only; nothing here resolves.
"""

from __future__ import annotations

import difflib

from app.countries.folding import fold
from app.countries.lookup import MAX_NAME_CHARACTERS, english_names, find_country, names_in_any_language
from app.countries.shared import SHARED_NAMES
from app.countries.table import COUNTRIES

_LEAST_LIKENESS = 0.78  # of difflib: one wrong letter in a word of five, but not Persia for Prussia
# What people say in their own language and CLDR does not; what is like it may be another country: КНР is not КНДР.
_SAID = {
    fold(name): alpha3
    for alpha3, names in {
        "BLR": "Weißrussland",
        "CHN": "КНР",
        "CIV": "Elfenbeinküste",
        "DEU": "BRD ФРГ",
        "GBR": "Angleterre Großbritannien Grossbritannien Inglaterra Англия",
        "NLD": "Голландия",
        "RUS": "РФ",
        "USA": "США",
    }.items()
    for name in names.split()
}
# What is understood, but may not be what was meant.
_CAUTIONS = {
    "congo": "“Congo” is the short name of the Republic of the Congo (COG), not of the DR Congo (COD).",
}


def suggest_countries(text: str, n: int = 3) -> tuple[str, ...]:
    """At most `n` English names of countries, the likeliest first, of those that `text` may have been meant for.

    First those that share the name, then names that begin with the text, then similar names in English, and, where the
    text is written in another script, in any language. Empty for a number: it may come from another list of codes.
    """
    name = fold(text)
    if len(text) > MAX_NAME_CHARACTERS or (name not in SHARED_NAMES and not any(letter.isalpha() for letter in name)):
        return ()
    if name in _SAID:
        return (COUNTRIES[_SAID[name]].name,)
    found = [*SHARED_NAMES.get(name, ()), *_with_beginning(name), *_similar(name, english_names())]
    if not name.isascii():
        found += _similar(name, names_in_any_language())
    return tuple(COUNTRIES[alpha3].name for alpha3 in dict.fromkeys(found))[:n]


def country_caution(text: str) -> str | None:
    """A sentence on a name that `find_country` understands although another country may be meant; else None."""
    return _CAUTIONS.get(fold(text)) if find_country(text) else None


def _with_beginning(name: str) -> list[str]:
    least_letters = 3
    if len(name) < least_letters:
        return []
    names = english_names()
    return sorted({names[each] for each in names if each.startswith(name)}, key=_rank)


def _rank(alpha3: str) -> tuple[bool, str]:
    return COUNTRIES[alpha3].former, COUNTRIES[alpha3].name


def _similar(name: str, names: dict[str, str]) -> list[str]:
    # Who misspells a name seldom misses its first letter; England is not Greenland.
    near = difflib.get_close_matches(name, names, n=5, cutoff=_LEAST_LIKENESS)
    return [names[each] for each in near if each[:1] == name[:1] and _is_alike_beside_shared_words(name, each)]


def _is_alike_beside_shared_words(name: str, other: str) -> bool:
    """Whether the words are alike that two names do not share: the United Nations are not the United States."""
    words, others = name.split(), other.split()
    own = " ".join(word for word in words if word not in others)
    its = " ".join(word for word in others if word not in words)
    return not own or not its or difflib.SequenceMatcher(None, own, its).ratio() >= _LEAST_LIKENESS

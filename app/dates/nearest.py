"""The words that a misspelt word of a date may stand for.

In: a text and a language. Out: pairs of a word that the language's dates do not know, and the nearest one that they
do.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from functools import cache

from app.dates.grammar import phrases
from app.dates.lexicon import fold, lexicon

SIMILARITY = 0.75  # as difflib counts it: one letter wrong in four
SHORTEST = 3
_SIDES = {"since", "until", "before", "after", "circa", "uncertain", "from_to"}
_PARTS = {"early", "middle", "late", "first_n", "last_n"}
_SLOT = re.compile(r"\{\w+\}")
_WORD = re.compile(r"[^\W\d_]+")


def corrections(text: str, code: str) -> Iterator[tuple[str, str]]:
    """Each unknown word of a text, as it is written, with the nearest known ones; nothing where several are unknown.

    A slip spares the first letter, as a rule: "nearly" is no misspelt "early".
    """
    words = lexicon(code).words
    known = _vocabulary(code)
    unknown = [word for word in _WORD.findall(text) if len(word) >= SHORTEST and fold(word, words) not in known]
    if len(unknown) != 1:
        return
    folded = fold(unknown[0], words)
    for better in difflib.get_close_matches(folded, [word for word in known if word[0] == folded[0]], 5, SIMILARITY):
        yield unknown[0], better.title() if unknown[0][0].isupper() else better


def is_known(word: str, code: str) -> bool:
    """Whether a word stands in the dates of a language."""
    return fold(word, lexicon(code).words) in _vocabulary(code)


def bounds(word: str, code: str) -> bool:
    """Whether a word only says on which side of a date, or how near it: since, until, before, about."""
    return fold(word, lexicon(code).words) in _bounding(code)


@cache
def _bounding(code: str) -> frozenset[str]:
    known = lexicon(code)
    counted = {form for values in known.values.values() for form in values} | set(known.units)
    return frozenset(_words_of(code, _SIDES) - _words_of(code, _PARTS) - counted)


def _words_of(code: str, constructs: set[str]) -> set[str]:
    patterns = [phrase.pattern for phrase in phrases(code) if phrase.construct in constructs]
    return {word for pattern in patterns for word in _WORD.findall(_SLOT.sub(" ", pattern))}


@cache
def _vocabulary(code: str) -> Mapping[str, None]:
    """Every word that stands in the dates of a language, months and weekdays first."""
    known = lexicon(code)
    lists = [form for values in known.values.values() for form in values] + [*known.units]
    patterns = [_SLOT.sub(" ", phrase.pattern) for phrase in phrases(code)]
    return dict.fromkeys(word for text in lists + patterns for word in _WORD.findall(text))

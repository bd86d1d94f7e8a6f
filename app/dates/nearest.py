"""The words that a misspelt word of a date may stand for.

In: a text and a language. Out: pairs of a word that the language's dates do not know, and the nearest one that they
do.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache

from app.dates.grammar import phrases
from app.dates.lexicon import fold, lexicon

SIMILARITY = 0.75  # as difflib counts it: one letter wrong in four
SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")


def corrections(text: str, code: str) -> Iterator[tuple[str, str]]:
    """Each unknown word of a text, as it is written, with the nearest known one; nothing where several are unknown."""
    words = lexicon(code).words
    known = _vocabulary(code)
    unknown = [word for word in _WORD.findall(text) if len(word) >= SHORTEST and fold(word, words) not in known]
    if len(unknown) != 1:
        return
    for better in difflib.get_close_matches(fold(unknown[0], words), known, 3, SIMILARITY):
        yield unknown[0], better.title() if unknown[0][0].isupper() else better


@cache
def _vocabulary(code: str) -> tuple[str, ...]:
    """Every word that stands in the dates of a language, months and weekdays first."""
    known = lexicon(code)
    lists = [form for values in known.values.values() for form in values] + [*known.units]
    patterns = [re.sub(r"\{\w+\}", " ", phrase.pattern) for phrase in phrases(code)]
    return tuple(dict.fromkeys(word for text in lists + patterns for word in _WORD.findall(text)))

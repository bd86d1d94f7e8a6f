"""The phrases of a language in the order in which they are tried.

In: the code of a language. Out: `Phrase`s: its ways of saying a range with every pair that may stand in them, then
its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from app.dates import patterns
from app.dates.lexicon import Lexicon, fold, lexicon

# Tried before the ranges, which would take what stands around both ends for a part of the first.
_FIRST = ("to_date", "to_present", "winter_pair", "circa", "uncertain")


@dataclass(frozen=True)
class Phrase:
    """One pattern of one language; `key` is a text that every match contains."""

    construct: str
    ordinal: str  # what {ordinal} stands for where the pattern has none
    pattern: str
    key: str
    needs: frozenset[str]  # the slots of the pattern that can be looked for in a text
    slots: Mapping[str, str]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled pattern; made when the phrase is first tried in earnest."""
        return re.compile(patterns.translate(self.pattern, self.slots))


@cache
def phrases(code: str) -> tuple[Phrase, ...]:
    """Every phrase of a language that is in the tables."""
    known = lexicon(code)
    words = known.words
    own = [(construct, pattern) for construct, patterns in words.phrases for pattern in patterns]
    pairs = [*(("pair", x, y) for x, y in words.pairs), ("from_to", "{a}", "{b}")]
    ranges = [
        (construct, said.replace("{x}", x).replace("{y}", y)) for construct, x, y in pairs for said in words.ranges
    ]
    first = sorted((phrase for phrase in own if phrase[0] in _FIRST), key=lambda phrase: _FIRST.index(phrase[0]))
    rest = [phrase for phrase in own if phrase[0] not in _FIRST]
    return tuple(_phrase(construct, pattern, known) for construct, pattern in (*first, *ranges, *rest))


def _phrase(construct: str, pattern: str, known: Lexicon) -> Phrase:
    for name, piece in known.words.shorthands.items():
        pattern = pattern.replace(f"{{{name}}}", piece)
    if not known.words.spaceless:
        pattern = fold(pattern, known.words)
    pattern = patterns.longest_first(pattern)
    needs = patterns.slots_of(pattern) & known.finders.keys()
    name, _, ordinal = construct.partition(" ")
    return Phrase(name, ordinal, pattern, patterns.key_of(pattern), needs, known.slots)

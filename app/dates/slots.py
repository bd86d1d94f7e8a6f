"""What the slots of a phrase caught, as numbers and spans.

In: the named groups of a match. Out: `Slots`, which a construct asks by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from app.dates import refuse
from app.dates.lexicon import LOOKALIKES, ROMAN, Lexicon
from app.dates.span import Span

_TABLES = {"day": "ordinal", "mm": "number", "n": "number", "century": "ordinal"}


@dataclass(frozen=True, slots=True)
class Slots:
    """The texts that the slots caught, the language, and the spans of {a} and {b}."""

    texts: Mapping[str, str]
    lexicon: Lexicon
    spans: Mapping[str, Span]

    def __contains__(self, name: str) -> bool:
        return self.texts.get(name) is not None

    def text(self, name: str) -> str:
        """What the slot caught, as it stands in the phrase."""
        return self.texts[name]

    def span(self, name: str = "a") -> Span:
        """The date that {a} or {b} caught."""
        return self.spans[name]

    def number(self, name: str) -> int:
        """The number of a slot: of a month, weekday, season from 1, of a day, an ordinal, a count, a year."""
        text = self.texts[name]
        kind = name.rstrip("2")
        table = self.lexicon.values.get(_TABLES.get(kind, kind), {})
        bare = text.removesuffix(".")
        if bare in table:
            return table[bare]
        digits = re.match("[0-9]+", text)
        if digits:
            return int(digits[0])
        return self._roman(text)

    def month(self) -> int:
        """The month that {month} or {mm} names. A {mm} may be a number that no month has."""
        return self.number("month" if "month" in self else "mm")

    def _roman(self, text: str) -> int:
        numeral = re.match("[ivx]+", text.translate(LOOKALIKES))
        assert numeral is not None, text
        return ROMAN.index(numeral[0]) + 1

    def count(self) -> int:
        """The number of {n}, one where there is none. Raises a refusal for zero."""
        count = self.number("n") if "n" in self else 1
        if count < 1:
            raise refuse.impossible(
                "A count of days, weeks, months or years begins with one.", 'Write "today" or "2025-12-22".'
            )
        return count

    def rank(self) -> int:
        """The number of {ordinal}, or of {n} where a language ranks with that (Chinese). Raises a refusal for zero."""
        return self.number("ordinal") if "ordinal" in self else self.count()

    def are_uncounted(self) -> bool:
        """Whether several days, weeks, months or years are meant, and not said how many: "the last days of May"."""
        plurals = self.lexicon.plurals
        return "n" not in self and any(self.texts.get(name) in plurals for name in ("unit", "ordinal"))

    def unit(self) -> str:
        """The unit's English name: day week month quarter half season year decade century."""
        return self.lexicon.units[self.texts["unit"]]

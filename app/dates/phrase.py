"""The phrase grammar at work: a text and a language to a span.

In: a text, a language of the tables, a scope. Out: the first phrase of the language that claims the whole text, as a
`Span`, or None. What {a} and {b} catch is read by the same grammar, or as a strict ISO date, or as a numeric date in
the declared order.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.dates import edtf, numeric, times
from app.dates.constructs import CONSTRUCTS
from app.dates.grammar import Phrase, phrases
from app.dates.lexicon import Lexicon, fold, lexicon
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import DateError

MAX_DEPTH = 5
_GROUNDLESS = {"E310", "E311"}  # no dateline, no event to count from


def read_phrase(text: str, code: str, scope: Scope) -> Span | None:
    """The span that a language reads in a text, or None. Raises a refusal where it reads one that cannot be."""
    reader = _Reader(lexicon(code), phrases(code), scope, {})
    return reader.read(fold(text, reader.known.words), 0)


def read_with(phrase: Phrase, text: str, code: str, scope: Scope) -> Span | None:
    """The span that one phrase of a language reads in a folded text, or None, whatever other phrases would read."""
    return _Reader(lexicon(code), phrases(code), scope, {}).claim(phrase, text, 0)


@dataclass(frozen=True, slots=True)
class _Reader:
    """One reading of one text; what an operand was read as is kept, because several phrases try the same ones."""

    known: Lexicon
    table: tuple[Phrase, ...]
    scope: Scope
    seen: dict[str, Span | None]

    def read(self, text: str, depth: int) -> Span | None:
        """The span of the first phrase that claims the text.

        A phrase that lacks the ground to count from does not end the search: "three days before" in "three days
        before Monday" needs an event, and the whole does not.
        """
        possible, groundless = self.known.found_in(text), None
        for phrase in self.table:
            if phrase.key in text and phrase.needs <= possible:
                try:
                    span = self.claim(phrase, text, depth)
                except DateError as error:
                    if error.code not in _GROUNDLESS:
                        raise
                    groundless = groundless or error
                else:
                    if span is not None:
                        return span
        if groundless:
            raise groundless
        return None

    def claim(self, phrase: Phrase, text: str, depth: int) -> Span | None:
        """What the phrase means with what its slots catch of the text; None where it does not fit."""
        found = phrase.expression.fullmatch(text)
        if found is None:
            return None
        texts, spans = found.groupdict(), {}
        for name in ("a", "b"):
            if texts.get(name) is not None:
                operand = self.operand(texts[name], depth + 1)
                if operand is None:
                    return None
                spans[name] = operand
        if phrase.ordinal:
            texts["ordinal"] = phrase.ordinal
        return CONSTRUCTS[phrase.construct](Slots(texts, self.known, spans), self.scope)

    def operand(self, text: str, depth: int) -> Span | None:
        """A date inside a phrase."""
        if depth > MAX_DEPTH:
            return None
        if text not in self.seen:
            self.seen[text] = None  # what asks for itself is not read
            inner = replace(self, scope=replace(self.scope, part=text))
            self.seen[text] = self.strict(text) or inner.read(text, depth)
        return self.seen[text]

    def strict(self, text: str) -> Span | None:
        """A date in digits, as strict inside a phrase as alone."""
        single = edtf.read_single(text.upper()) if text[:1].isdigit() else None
        if single is not None:
            return Span(times.in_file_zone(single, self.scope))
        return numeric.read_numeric(text, self.scope.order)

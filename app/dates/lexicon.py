"""The words of a language as numbers, and as the expressions that the slots of its patterns stand for.

In: `Words`. Out: `Lexicon`, made once per language, and `fold`, the shape in which texts and words are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from app.dates import zones
from app.dates.words import words_of
from app.dates.words.table import Words

ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split())
# Roman numerals are also typed in the Cyrillic letters that look like them, and folded by the Turkish rule for I.
LOOKALIKES = str.maketrans("хіı", "xii")
_ROMANS = "|".join(numeral.replace("x", "[xх]").replace("i", "[iіı]") for numeral in reversed(ROMAN))
_FINDABLE = ("month", "weekday", "season", "unit", "year", "time")


@dataclass(frozen=True)
class Lexicon:
    """One language: its words by kind and form (`values["month"]["may"]` is 5), its units, its slots as expressions."""

    words: Words
    values: Mapping[str, Mapping[str, int]]
    units: Mapping[str, str]
    plurals: frozenset[str]
    zones: Mapping[str, str]
    slots: Mapping[str, str]
    finders: Mapping[str, re.Pattern[str]]  # for the slots whose words can be looked for in a text
    time: re.Pattern[str]  # what {time} stands for, as a clock and a zone

    def found_in(self, text: str) -> frozenset[str]:
        """The slots among `finders` whose words occur in a folded text: by them most phrases are ruled out."""
        return frozenset(name for name, finder in self.finders.items() if finder.search(text))


def fold(text: str, words: Words) -> str:
    """The text as this language compares it: lower case, by its own rule for I, with its digits as ours."""
    if words.dotless_i:
        text = text.replace("I", "ı").replace("İ", "i")
    text = text.lower()
    if words.spaceless:
        text = text.replace(" ", "")
    if words.digits:
        run = re.compile(f"[{words.digits}]{{4}}")
        text = run.sub(lambda found: "".join(str(words.digits.index(char)) for char in found[0]), text)
    return text


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language that is in the tables."""
    words = words_of(code)
    assert words is not None, code
    lists = {
        "month": words.months,
        "weekday": words.weekdays,
        "season": words.seasons,
        "number": words.numbers,
        "ordinal": words.ordinals,
        "tens": words.tens,
    }
    values = {
        kind: {form: number for number, entry in enumerate(entries, 1) for form in _forms(entry, words)}
        for kind, entries in lists.items()
    }
    units = {form: unit for unit, entry in words.units.items() for form in _forms(entry, words)}
    named = {fold(name, words): zone for name, zone in words.zones.items()}
    slots = _slots(words, values, units, named)
    finders = {name: re.compile(slots[name]) for name in _FINDABLE}
    time = re.compile(rf"({_clock(words)})(?:,? ?\(?({_zone(named)})\)?)?")
    plurals = frozenset(_forms(words.plurals, words))
    return Lexicon(words, values, units, plurals, named, slots, finders, time)


def _forms(entry: str, words: Words) -> Iterator[str]:
    for form in fold(entry, words).split("|"):
        yield form.removesuffix(".")


def _slots(
    words: Words, values: Mapping[str, Mapping[str, int]], units: Iterable[str], named_zones: Iterable[str]
) -> Mapping[str, str]:
    mark = f"(?:{words.ordinal_mark})" if words.ordinal_mark else ""
    unmarked = f"{mark}?" if mark else ""
    ordinals = _choice(values["ordinal"])
    romans = f"(?:{_ROMANS}){unmarked}"
    return {
        "day": f"[0-9]{{1,2}}{unmarked}|{ordinals}",
        "month": _choice(values["month"]) + r"\.?",
        "mm": f"[0-9]{{1,2}}|{_choice(values['number'])}",
        "year": "[12][0-9]{3}",
        "yy": "[0-9]{2}",
        "decade": "[12][0-9]{2}0",
        "tens": f"[1-9]0|{_choice(values['tens'])}",
        "weekday": _choice(values["weekday"]) + r"\.?",
        "season": _choice(values["season"]),
        "unit": _choice(units),
        "n": f"[0-9]{{1,3}}|{_choice(values['number'])}",
        "ordinal": f"[0-9]{{1,2}}{mark}|{romans}|{ordinals}",
        "century": f"[0-9]{{1,2}}{unmarked}|{romans}|{ordinals}",
        "q": "[1-4]",
        "h": "[12]",
        "time": f"(?:{_clock(words)})(?:,? ?\\(?(?:{_zone(named_zones)})\\)?)?",
        "a": ".+?",
        "b": ".+?",
    }


def _choice(forms: Iterable[str]) -> str:
    longest_first = sorted(forms, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})"


def _zone(named: Iterable[str]) -> str:
    return f"{_choice(named)}|{zones.SHAPE}"


def _clock(words: Words) -> str:
    digits = {r"\{hour\}": "[0-9]{1,2}", r"\{minute\}": "[0-9]{2}", r"\(am\|pm\)": r"[ap]\.?m\b\.?"}
    clocks = []
    for form in words.clocks:
        clock = re.escape(form)
        for slot, expression in digits.items():
            clock = clock.replace(slot, expression)
        clocks.append(clock)
    return "|".join([*clocks, r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"])

"""From the tables of words to matchers: what a pattern means, and what its slots caught.

In: `Words` and a text. Out: for each phrase of the language that fits the whole text, its construct and `Slots`. The syntax of
patterns is described in `app/dates/words/table.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from app.dates import zones
from app.dates.words import words_of
from app.dates.words.table import Words

ROMAN = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split())
# Roman numerals are also typed in the Cyrillic letters that look like them, and folded by the Turkish rule for I.
LOOKALIKES = str.maketrans("хіѵı", "xivi")
_ROMANS = "|".join(numeral.replace("x", "[xх]").replace("i", "[iіı]") for numeral in reversed(ROMAN))
_FIRST = {"to_present", "winter_pair"}  # tried before ranges, which would take their ends for dates of their own
_TOKEN = re.compile(r"\{(\w+)\}| - |, |\s|[\[\]()|\-,'.]|[^\s\[\](){}|\-,'.]+")
_LITERALS = {
    " ": " ",
    " - ": " - ",
    ", ": "(?:, ?| )",
    "-": " ?- ?",
    ",": ",?",
   
    ".": r"\.?",
    "(": "(?:",
    ")": ")",
    "|": "|",
}

_CHOICE = re.compile(r"([\[(])([^\[\](){}]*)([\])])")
_OPENINGS = {"", "(?:", "(?:(?:", "|", " - ", "(?:, ?| )"}  # what stands before the first word of a part
_BRACKETS = {"open": r"\(", "close": r"\)"}


@dataclass(frozen=True)
class Lexicon:
    """One language's words as numbers (`month`, `weekday` ... to a value from its table) and as slots of expressions."""

    words: Words
    values: Mapping[str, Mapping[str, int]]
    units: Mapping[str, str]
    slots: Mapping[str, str]


@dataclass(frozen=True)
class Phrase:
    """One pattern of one language. `keys`: texts of which each must occur, a cheap test before the expression."""

    construct: str
    ordinal: str  # what {ordinal} stands for where the pattern has none
    pattern: str
    keys: tuple[str, ...]
    slots: Mapping[str, str]

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The compiled pattern; made when the phrase is first tried in earnest."""
        return re.compile(translate(self.pattern, self.slots))


def fold(text: str, words: Words) -> str:
    """The text as this language compares it: lower case, by its own rule for I."""
    if words.dotless_i:
        text = text.replace("I", "ı").replace("İ", "i")
    text = text.lower()
    if words.spaceless:
        text = text.replace(" ", "")
    if words.digits:
        run = re.compile(f"[{words.digits}]{{4}}")
        text = run.sub(lambda found: "".join(str(words.digits.index(char)) for char in found[0]), text)
    return text


def forms(entry: str, words: Words) -> Iterator[str]:
    """The folded forms of an entry of a table, without the dots that may be left out."""
    for form in fold(entry, words).split("|"):
        yield form.removesuffix(".")


@cache
def lexicon(code: str) -> Lexicon:
    """The words of a language that is in the tables."""
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
        name: {form: at for at, entry in enumerate(entries, 1) for form in forms(entry, words)}
        for name, entries in lists.items()
    }
    units = {form: unit for unit, entry in words.units.items() for form in forms(entry, words)}
    return Lexicon(words, values, units, _slots(words, values, units))


def _slots(words: Words, values: Mapping[str, Mapping[str, int]], units: Mapping[str, str]) -> Mapping[str, str]:
    mark = f"(?:{words.ordinal_mark})" if words.ordinal_mark else ""
    ordinals = _choice(values["ordinal"])
    optional_mark = f"{mark}?" if mark else ""
    marked = optional_mark if words.mark_optional else mark
    day = f"[0-9]{{1,2}}{optional_mark}|{ordinals}"
    named = _choice(values["month"], dotted=True)
    year = "[12][0-9]{3}"
    slots = {
        "day": day,
        "month": named,
        "mm": "[0-9]{1,2}|" + _choice(values["number"]),
        "year": year,
        "yy": "[0-9]{2}",
        "decade": "[12][0-9]{2}0",
        "tens": "[1-9]0|" + _choice(values["tens"]),
        "weekday": _choice(values["weekday"], dotted=True),
        "season": _choice(values["season"]),
        "unit": _choice(units),
        "n": "[0-9]{1,3}|" + _choice(values["number"]),
        "ordinal": f"[0-9]{{1,2}}{marked}|(?:{_ROMANS}){optional_mark}|{ordinals}",
        "century": f"[0-9]{{1,2}}{optional_mark}|(?:{_ROMANS}){optional_mark}|{ordinals}",
        "q": "[1-4]",
        "h": "[12]",
        "time": _time(words),
        "a": ".+?",
        "b": ".+?",
    }
    return slots


def _choice(known: Mapping[str, object], dotted: bool = False) -> str:
    longest_first = sorted(known, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})" + (r"\.?" if dotted else "")


def _time(words: Words) -> str:
    clock = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
    own = [
        re.escape(form).replace(r"\{hour\}", "[0-9]{1,2}").replace(r"\{minute\}", "[0-9]{2}") for form in words.clocks
    ]
    own = [form.replace(r"\(am\|pm\)", r"[ap]\.?m\b\.?") for form in own]
    named = "|".join(re.escape(fold(name, words)) for name in words.zones) or "(?!)"
    return rf"(?:{'|'.join([*own, clock])})(?: ?\(?(?:{named}|{zones.SHAPE})\)?)?"


def translate(pattern: str, slots: Mapping[str, str]) -> str:
    """The regular expression of a pattern, each slot as a named group."""
    out: list[str] = []
    opened: list[int] = []
    tokens = [found[0] for found in _TOKEN.finditer(pattern)]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token == "[":
            opened.append(len(out))
            out.append("(?:(?:")
        elif token == "]":
            start, following = opened.pop(), tokens[at + 1] if at + 1 < len(tokens) else ""
            before = out[start - 1] if start else ""
            if before == " ":
                out[start - 1], out[start] = "", "(?: (?:"
                out.append("))?")
            elif following == " " and (before in _OPENINGS or before.endswith(") )?")):
                out.append(") )?")
                at += 1
            else:
                out.append("))?")
        elif token[0] == "{":
            name = token[1:-1]
            out.append(_BRACKETS.get(name) or f"(?P<{name}>{slots[name.rstrip('2')]})")
        else:
            out.append(_LITERALS.get(token) or re.escape(token))
        at += 1
    return "".join(out)


def _longest_first(choice: re.Match[str]) -> str:
    """A choice that tries the longer words first, so that "since" does not take what "since the" should."""
    return choice[1] + "|".join(sorted(choice[2].split("|"), key=len, reverse=True)) + choice[3]


def keys_of(pattern: str) -> tuple[str, ...]:
    """The words of a pattern that no choice and no bracket makes optional."""
    plain = pattern
    while True:
        shorter = re.sub(r"\[[^\[\]()]*\]|\([^\[\]()]*\)", "\0", plain)
        if shorter == plain:
            break
        plain = shorter
    plain = re.sub(r"\{\w+\}", "\0", plain)
    return tuple(part for part in re.split(r"[\0 \-,'.|]+", plain) if part)


@cache
def phrases(code: str) -> tuple[Phrase, ...]:
    """Every phrase of a language in the order in which they are tried: ranges of all pairs, then its own."""
    known = lexicon(code)
    words = known.words
    own = [(construct, pattern) for construct, patterns in words.phrases for pattern in patterns]
    pairs = [("pair", x, y) for x, y in words.pairs]
    ranged = [
        (construct, template.replace("{x}", x).replace("{y}", y))
        for construct, x, y in (*pairs, ("from_to", "{a}", "{b}"))
        for template in words.ranges
    ]
    first = [phrase for phrase in own if phrase[0] in _FIRST]
    rest = [phrase for phrase in own if phrase[0] not in _FIRST]
    return tuple(_phrase(construct, pattern, known) for construct, pattern in (*first, *ranged, *rest))


def _phrase(construct: str, pattern: str, known: Lexicon) -> Phrase:
    for name, piece in known.words.shorthands.items():
        pattern = pattern.replace(f"{{{name}}}", piece)
    pattern = pattern if known.words.spaceless else fold(pattern, known.words)
    pattern = _CHOICE.sub(_longest_first, pattern)
    name, _, ordinal = construct.partition(" ")
    return Phrase(name, ordinal, pattern, keys_of(pattern), known.slots)

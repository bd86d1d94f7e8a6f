"""A number as people write it -> as event files have it, for the fix that a problem proposes.

In: texts such as `1.5 billion`, `$1,500,000`, `12 %`. Out: digits with at most one point, or nothing. Only proposed,
never read: `1,500` is one and a half thousand to some and one and a half to others.
"""

from __future__ import annotations

import re
from decimal import Decimal

_TIMES = {
    "hundred": 2, "k": 3, "thousand": 3, "lakh": 5, "crore": 7,
    "m": 6, "mn": 6, "mln": 6, "million": 6, "millions": 6,
    "b": 9, "bn": 9, "bln": 9, "billion": 9, "billions": 9,
    "tn": 12, "trn": 12, "trillion": 12, "trillions": 12,
}  # fmt: skip
_IN_HEAPS = {"dozen", "dozens", "score", "scores", "gross", "pair", "pairs", "half", "quarter"}
_MINUS = ("-", "\u2212")
_NUMBER = re.compile(r"(?P<sign>[+\-\u2212]?)(?P<digits>[0-9][0-9 ,._'\u00a0\u2019\u202f]*)(?P<times>[A-Za-z]*)")
_IN_THREES = re.compile(r"[1-9][0-9]{0,2}(?P<joint>[ ,._'\u00a0\u2019\u202f])[0-9]{3}(?:(?P=joint)[0-9]{3})*(?![0-9])")
_MOST_LETTERS = 60


def number_in(text: str) -> str:
    """The one number in `text`, written out: `1500000000`; empty where there is none, or several.

    Also empty where several words multiply it, `2 hundred thousand`, or one that is no power of ten: `3 dozen`. A comma
    or point between groups of three digits parts thousands, a single one elsewhere begins the decimals.
    """
    found = list(_NUMBER.finditer(text)) if len(text) <= _MOST_LETTERS else []
    words = set(re.findall("[a-z]{2,}", text.lower()))
    if len(found) != 1 or words & _IN_HEAPS or len(words & _TIMES.keys()) > (_word(found[0]) in words):
        return ""
    digits = _plain(found[0]["digits"].strip(" ,._'\u00a0\u2019\u202f"))
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", digits):
        return ""
    number = Decimal(digits).scaleb(_TIMES.get(_word(found[0]), 0))
    return f"{'-' if found[0]['sign'] in _MINUS else ''}{number:f}"


def _word(number: re.Match[str]) -> str:
    """The word behind the digits in small letters; a single letter only where it is glued to them: 5m, not 5 m."""
    word = number["times"].lower()
    return word if len(word) > 1 or number["digits"][-1].isdigit() else ""


def _plain(digits: str) -> str:
    """The digits without what parts thousands, and with a point before the decimals."""
    grouped = _IN_THREES.match(digits)
    has_point_alone = digits.count(".") == 1 and digits.count(",") == 0
    if grouped and not (grouped["joint"] == "." and has_point_alone):
        end = grouped.end()
        digits = digits[:end].replace(grouped["joint"], "") + digits[end:]
    return digits.replace(",", ".")

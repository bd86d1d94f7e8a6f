"""Patterns of the tables of words as regular expressions. Their syntax is described in `app/dates/words/table.py`.

In: a pattern, and an expression for each slot. Out: a regular expression with the slots as named groups, and a key:
a text that every match must contain, by which most patterns are ruled out without the expression.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

_TOKEN = re.compile(r"\{\w+\}| - |, | |[\[\]()|\-,.]|[^ \[\](){}|\-,.]+")
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
    "[": "(?:(?:",
    "{open}": r"\(",
    "{close}": r"\)",
}
_OPTIONAL_AND_SPACE = ") )?"
# What stands before the first word of a part: an optional word there takes the space after it along.
_OPENINGS = {"", "(?:", "(?:(?:", "|", " - ", " ?- ?", "(?:, ?| )", _OPTIONAL_AND_SPACE}
_CHOICE = re.compile(r"([\[(])([^\[\](){}]*)([\])])")


def longest_first(pattern: str) -> str:
    """The pattern with every choice in the order of length, so that "since" does not take what "since the" should."""

    def sort(choice: re.Match[str]) -> str:
        return choice[1] + "|".join(sorted(choice[2].split("|"), key=len, reverse=True)) + choice[3]

    return _CHOICE.sub(sort, pattern)


def translate(pattern: str, slots: Mapping[str, str]) -> str:
    """The regular expression of a pattern, each slot as a named group."""
    out: list[str] = []
    opened: list[int] = []
    tokens = [*_TOKEN.findall(pattern), ""]
    for piece, following in pairwise(tokens):
        if piece == " " and out and out[-1] == _OPTIONAL_AND_SPACE:
            continue
        if piece == "]":
            _close(out, opened.pop(), following)
            continue
        if piece == "[":
            opened.append(len(out))
        literal = _LITERALS.get(piece)
        out.append(literal if literal is not None else _slot(piece, slots))
    return "".join(out)


def _close(out: list[str], start: int, following: str) -> None:
    """End an optional part: the space before it goes with it, or the one after it, or none."""
    before = out[start - 1] if start else ""
    if before == " ":
        out[start - 1], out[start] = "", "(?: (?:"
    takes_space = before in _OPENINGS and following == " "
    out.append(_OPTIONAL_AND_SPACE if takes_space else "))?")


def _slot(piece: str, slots: Mapping[str, str]) -> str:
    if not piece.startswith("{"):
        return re.escape(piece)
    name = piece[1:-1]
    return f"(?P<{name}>{slots[name.rstrip('2')]})"


def _without_optional(pattern: str) -> str:
    plain, shorter = "", pattern
    while plain != shorter:
        plain, shorter = shorter, re.sub(r"\[[^\[\]()]*\]|\([^\[\]()]*\)", "\0", shorter)
    return plain


def key_of(pattern: str) -> str:
    """The longest text of a pattern that no choice and no bracket makes optional; empty where there is none."""
    plain = _without_optional(pattern)
    fixed = re.split(r"[\0 \-,.|]+", re.sub(r"\{\w+\}", "\0", plain))
    return max(fixed, key=len) or ("-" if "-" in plain else "")


def slots_of(pattern: str) -> frozenset[str]:
    """The slots that a pattern has outside choices and brackets, a second one of a kind under the name of the first."""
    return frozenset(name.rstrip("2") for name in re.findall(r"\{(\w+)\}", _without_optional(pattern)))

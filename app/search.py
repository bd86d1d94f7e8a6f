"""Text for searching: folding, and the small language of the search box.

In: text of people. Out: folded text, and queries that are asked of it. `assets/core/search.js` is the same in the
browser; both are run by the same case files. Folding is Unicode's compatibility decomposition (UAX #15, NFKD) in lower
case, without the marks that stand on letters. The marks are listed here and not asked of Unicode's tables, so that it
does not matter which version of them an interpreter carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import category, normalize

# Controls, spaces of every width, and halves of surrogate pairs: all of them part words, none belongs to one.
_SPACES = re.compile("[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff]+")
# Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs; then what is not seen: soft hyphen, joiners.
# Vowel signs of the Indic scripts and of Thai stay: there they are letters.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
    "\u00ad\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+"
)
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ς": "σ"}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u055a\u0060", "'")
)
_TOKEN = re.compile(r'(\|)|(-*)(?:"([^"]*)"?|([^ "|-][^ "|]*))')


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words to look for: `whole` asks for whole words (a phrase in quotes), `absent` that they be missing."""

    words: str
    whole: bool = False
    absent: bool = False


# All of the groups have to hold, of each group at least one term.
Query = tuple[tuple[Term, ...], ...]


def clean(text: str) -> str:
    """The text in NFC with every run of spaces and controls as one space, none at its ends."""
    return _SPACES.sub(" ", normalize("NFC", text)).strip(" ")


def fold(text: str) -> str:
    """The text without case, accents and typographic variants, cleaned; folding it again changes nothing."""
    if text.isascii():
        return _SPACES.sub(" ", text.lower().replace("`", "'")).strip(" ")
    bare = _DROPPED.sub("", normalize("NFKD", text)).lower()
    # Lower case can bring marks of its own; Hangul and kana go back together, so that half a letter finds nothing.
    joined = normalize("NFC", _DROPPED.sub("", normalize("NFKD", bare)).translate(_LETTERS))
    return _SPACES.sub(" ", joined).strip(" ")


def read_query(text: str) -> Query:
    """The query that the text of a search box means; empty when it has no word.

    A space means and, `|` or (it binds closer: `visit minsk|moscow` asks for visit, and for either city), a leading `-`
    means not, quotes make a phrase of whole words; a quote that is not closed ends with the text.
    """
    groups: list[list[Term]] = []
    joins = False
    for bar, minus, phrase, word in _TOKEN.findall(fold(text)):
        words = phrase.strip(" ") or word
        if bar:
            joins = bool(groups)
        elif words:
            term = Term(words, whole=bool(phrase), absent=bool(minus))
            groups[-1].append(term) if joins else groups.append([term])
            joins = False
    return tuple(tuple(group) for group in groups)


def contains(text: str, words: str, *, whole: bool = False) -> bool:
    """Whether the folded words begin a word of the folded text; with `whole`, whether they end one, too.

    In a script without capitals anywhere counts: Chinese writes no spaces, Arabic joins the article to the word.
    """
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        if not _runs_on(text[at - 1 : at], words[0]) and not (whole and _runs_on(words[-1], text[end : end + 1])):
            return True
        at = text.find(words, at + 1)
    return False


def matches(query: Query, text: str) -> bool:
    """Whether the folded text is what the query asks for; an empty query asks for nothing and so holds."""
    return all(any(contains(text, term.words, whole=term.whole) != term.absent for term in group) for group in query)


def join_texts(texts: Iterable[str]) -> str:
    """The folded texts, each once, parted by line breaks: no query has one, so no phrase reaches into the next text."""
    return "\n".join(dict.fromkeys(folded for text in texts if (folded := fold(text))))


def _runs_on(before: str, after: str) -> bool:
    """Whether two neighbouring characters stand within one word; an empty one is an end of the text."""
    return bool(before and after) and _parts_words(before) and _parts_words(after)


def _parts_words(character: str) -> bool:
    """Whether the character belongs to a script that parts its words by spaces: one with capitals, or digits."""
    return character.upper() != character.lower() or category(character)[0] == "N"

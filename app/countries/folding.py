"""Two spellings of one name become equal: case, accents, punctuation, "the".

In: a name in any script. Out: its folded form, for comparing only. Nothing is guessed here: letters are never
exchanged, added or left out.
"""

from __future__ import annotations

import re
import unicodedata

# Accents of Latin, Greek and Cyrillic only: the marks of other scripts are vowels.
_ACCENTS = re.compile("[\u0300-\u036f]")
_LEFT_OUT = re.compile("[.'\u2019\u02bb\u02bc`*]")
_PUNCTUATION = re.compile(r"[\s,()\[\]/\-\u2010-\u2015]+")


def fold(name: str) -> str:
    """The form of `name` in which spellings are compared: "the St. Kitts & Nevis" and "Saint Kitts and Nevis" agree."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", name)).casefold()
    plain = _LEFT_OUT.sub("", plain).replace("&", " and ")
    words = [word for word in _PUNCTUATION.split(plain) if word and word != "the"]
    if words and words[0] == "st":
        words[0] = "saint"
    return unicodedata.normalize("NFC", " ".join(words))

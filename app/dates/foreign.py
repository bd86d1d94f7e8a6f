"""Which other language reads a text: the commonest reason why a date of plain words is not read.

In: a text and its context. Out: a refusal that names the languages and what they read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from app.dates import leaf, nearest, phrase, refuse, spelling
from app.dates.scope import scope_of
from app.dates.value import DateContext, DateError
from app.dates.words import LANGUAGES, words_of

# Languages without a table that dates are often written in, which dateparser reads.
LEAVES: Mapping[str, str] = dict(
    pair.split("=")
    for pair in (
        "pl=Polish it=Italian pt=Portuguese nl=Dutch ka=Georgian ja=Japanese ro=Romanian bg=Bulgarian cs=Czech"
        " sk=Slovak sr=Serbian hr=Croatian be=Belarusian fa=Persian el=Greek hu=Hungarian ko=Korean sv=Swedish"
        " da=Danish nb=Norwegian fi=Finnish lt=Lithuanian lv=Latvian et=Estonian"
    ).split()
)
SHOWN = 3


def refusal(text: str, context: DateContext) -> DateError | None:
    """The refusal that names the languages which read the text; None where no other does."""
    if not re.search(r"[^\W\d_]", text) or not re.search("[0-9]", text):
        return None
    found = _first_of(_in_tables(text, context)) or _first_of(_in_leaves(text))
    if not found:
        return None
    names = " or ".join(_name(code) for code in found)
    adds = " or ".join(f"`lang: {_with(code, context)}`" for code in found)
    readings = tuple(dict.fromkeys(found.values()))
    ways = spelling.both(readings[0]) if len(readings) == 1 else " or ".join(f'"{each}"' for each in readings)
    why = f"it is {names}, and `lang` does not say so"
    return refuse.unread(text, why, f"Write {adds} for the date or the file, or write {ways}.")


def _first_of(read: Iterable[tuple[str, str]]) -> dict[str, str]:
    return dict(islice(read, SHOWN))


def _in_tables(text: str, context: DateContext) -> Iterator[tuple[str, str]]:
    """The languages of the tables that the context does not name, with the EDTF text of what each reads."""
    scope = scope_of(text, context)
    words = re.findall(r"[^\W\d_]+", text)
    for code in LANGUAGES:
        if not any(nearest.is_known(word, code) for word in words):
            continue
        try:
            span = phrase.read_phrase(text, code, scope)
        except DateError:
            continue
        if span:
            yield code, span.edtf


def _in_leaves(text: str) -> Iterator[tuple[str, str]]:
    for code in LEAVES:
        try:
            found = leaf.read_leaf(text, DateContext(langs=(code,)))
        except DateError:
            continue
        if found:
            yield code, found[0].edtf


def _with(code: str, context: DateContext) -> str:
    known = [each for each in context.languages if each != "en"]
    return f"[{', '.join((*known, code))}]" if known else code


def _name(code: str) -> str:
    words = words_of(code)
    return words.name if words else LEAVES[code]

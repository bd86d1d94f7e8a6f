"""Several dates in one text: days that follow each other, days apart, or a choice.

In: a text, and a way to try a reading. Out: how to write it instead, or None where the text is no list of dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise, takewhile

from app.dates import edtf, spelling

_AND = "and but и а та й ve və және և et und y و".split()
_OR = "or или або veya немесе կամ ou oder o أو".split()
_EITHER = re.compile(r"^(?:either|entweder|soit|либо|или) ", re.IGNORECASE)
MOST_DATES = 6
MOST_COMPLETIONS = 12  # prose between two "and" is no list, and need not be tried to its end
_HAS_YEAR = re.compile("(?<![0-9])[0-9]{4}(?![0-9])")
# A comma may stand before the year of the last date; it is tried as a part of that date first.
_CUTS = tuple(
    re.compile(rf",? (?:{'|'.join((*_AND, *_OR))})(?!\w) | ?[;&] ?|{comma}", re.IGNORECASE)
    for comma in (",(?! ?[0-9]{4}$) ?", ", ?")
)
_CHOICE = re.compile(rf"(?<!\w)(?:{'|'.join(_OR)})(?!\w)", re.IGNORECASE)

Attempt = Callable[[str], str | None]


def how_to_write(text: str, attempt: Attempt) -> str | None:
    """A fix for a text that names several dates: a range, one event for each, or one that is uncertain."""
    bare = _EITHER.sub("", text)
    for cut in _CUTS:
        pieces = [piece.strip() for piece in cut.split(bare)]
        if not 1 < len(pieces) <= MOST_DATES:
            continue
        read = (_complete(piece, pieces, attempt) for piece in pieces)
        dates = list(takewhile(bool, read))
        if len(dates) == len(pieces):
            return _fix(bare, [date for date in dates if date], cut, attempt)
    return None


def _complete(piece: str, pieces: list[str], attempt: Attempt) -> str | None:
    """The date of a piece; what it leaves out stands at the end of the last piece, or at the start of the first."""
    if _HAS_YEAR.search(piece) and (whole := attempt(piece)):
        return whole
    found = (attempt(whole) for whole in islice(_completions(piece, pieces), MOST_COMPLETIONS))
    return next(filter(None, found), None)


def _completions(piece: str, pieces: list[str]) -> Iterator[str]:
    first, last = pieces[0].split(), pieces[-1].split()
    tails = [" ".join(last[start:]) for start in range(1, len(last))]
    heads = [" ".join(first[:end]) for end in range(1, len(first))]
    yield from (f"{piece} {tail}" for tail in tails if _HAS_YEAR.search(tail))
    yield from (f"{head} {piece}" for head in heads if _HAS_YEAR.search(head + piece))
    yield from (f"{head} {piece}, {tail}" for head in heads for tail in tails if _HAS_YEAR.search(tail))


def _fix(text: str, dates: list[str], cut: re.Pattern[str], attempt: Attempt) -> str | None:
    if len(dates) == 2 and dates[0].endswith("/..") and dates[1].startswith("../"):
        return f"Write {spelling.both(dates[0].removesuffix('..') + dates[1].removeprefix('../'))}."
    periods = [period for date in dates if (period := edtf.read_single(date)) and not period.is_qualified]
    if len(periods) < len(dates) or len({period.precision for period in periods}) > 1:
        return None
    if _CHOICE.search(text):
        common = _common(dates)
        also = f', or what they have in common, "{common}"' if common else f' or "{dates[1]}?"'
        return f'Write the likelier one and that it is uncertain, "{dates[0]}?"{also}.'
    if all(one.end_ms == other.start_ms for one, other in pairwise(periods)):
        whole = f"{dates[0]}/{dates[-1]}"
        short = cut.sub("-", text)
        return f"Write the range, {spelling.both(whole, short if attempt(short) == whole else '')}."
    each = " and ".join(f'"{date}"' for date in dates)
    return f"Write an event for each: {each}."


def _common(dates: list[str]) -> str | None:
    """The month, year or decade that holds all the dates."""
    for length, rest in ((7, ""), (4, ""), (3, "X")):
        held = {date[:length] for date in dates}
        if len(held) == 1 and all(len(date) > length for date in dates):
            return held.pop() + rest
    return None

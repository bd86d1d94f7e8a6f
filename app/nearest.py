"""The nearest of some known words to one that is not known, for the notice that names it.

In: folded words. Out: one of them or none. `assets/core/nearest.js` is the same in the browser. The distance is
that of optimal string alignment: how many letters must be put in, taken out, changed, or swapped with their neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Meaning = TypeVar("Meaning")
LONGEST = 60
_SHORTEST_BEGINNING = 3


def nearest(word: str, known: Iterable[tuple[str, Meaning]]) -> Meaning | None:
    """What the nearest of `known` stands for, or None when nothing is near.

    `known` pairs a folded word with what it stands for. Near is within one change up to four letters, two up to
    eight, three above; the first of equals. Failing that, the shortest known word that begins with this one, if it has
    three letters.
    """
    if not word or len(word) > LONGEST:
        return None
    limit = 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3  # noqa: PLR2004 - the rule of the docstring
    best: Meaning | None = None
    longer: tuple[int, Meaning] | None = None
    for candidate, meaning in known:
        steps = distance(word, candidate, limit)
        if steps <= limit:
            best, limit = meaning, steps - 1
        elif len(word) >= _SHORTEST_BEGINNING and candidate.startswith(word):
            longer = min(longer or (len(candidate), meaning), (len(candidate), meaning), key=lambda pair: pair[0])
    return best if best is not None else longer[1] if longer else None


def distance(one: str, other: str, limit: int) -> int:
    """How many changes lead from one word to the other, or `limit + 1` as soon as it is known to be above `limit`."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    # Ids of one collection often begin alike: what they share costs nothing.
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    one, other = one[shared:], other[shared:]
    above, before = list(range(len(other) + 1)), [limit + 1] * (len(other) + 1)
    for i, letter in enumerate(one, 1):
        # Only cells near the diagonal can stay within the limit.
        low, high = max(1, i - limit), min(len(other), i + limit)
        row = [limit + 1] * (len(other) + 1)
        row[0] = i
        for j in range(low, high + 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other[j - 1]))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row[low - 1 : high + 1]) > limit and min(above) >= limit:
            return limit + 1
        before, above = above, row
    return min(above[-1], limit + 1)

"""A date with other words around it: what to write, without losing what those words say of the date.

In: a text that no step has claimed, and a way to try a reading. Out: a refusal, or None where no date stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from app.dates import nearest, refuse, spelling
from app.dates.value import DateError

Attempt = Callable[[str], str | None]

_PART_OF_DAY = re.compile(
    r"morning|afternoon|evening|noon|midnight|night|overnight|dawn|dusk|утр\w+|вечер\w*|ноч\w+|morgens?|abends?|nachts?"
    r"|matin|soir|nuit|mañana|tarde|noche",
    re.IGNORECASE,
)
# Words that say something of the date, and that no form has.
_CHANGING = re.compile(
    r"not|never|no|nor|except|without|nearly|almost|aftermath|wake|eve|turn|run-up|anniversary|jubilee|every|each"
    r"|annual\w*|yearly|monthly|weekly|daily|few|several|some|many|couple"
    r"|weekend|christmas|easter|while|when|as|to|but|minus|plus"
    r"|не|кроме|накануне|канун|каждый|каждую|ежегодно|почти|несколько|дня"
    r"|nicht|außer|vorabend|jede\w*|fast|jährlich|einige\w*|mehrere"
    r"|pas|sauf|veille|lendemain|chaque|presque|quelques|plusieurs"
    rf"|menos|excepto|víspera|cada|casi|algunos|varios|{_PART_OF_DAY.pattern}",
    re.IGNORECASE,
)
# Words of dates that say nothing by themselves.
_SMALL = frozenset(
    "the of in on at a an and year im am der die das des dem den von und le la les de du et en à au el los las del y"
    " в во на у і и та й г год года году р рік року".split()
)
_YEAR = re.compile("(?<![0-9])[12][0-9]{3}(?![0-9])")
_TO_THE_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*")


def refusal(text: str, codes: Sequence[str], attempt: Attempt) -> DateError | None:
    """The refusal for a date that stands among other words; `codes` are the languages that it may be in."""
    words = text.split()
    years = sum(bool(_YEAR.search(word)) for word in words)
    if years > 1:
        kept = [word for word in words if _is_of_dates(word, codes)]
        apart = [word for word in kept if not re.search("[0-9]", word)]
        return _with_gaps(text, kept, apart, codes, attempt) or _two(text)
    found = [(run, edtf) for run in _runs(words) if (edtf := attempt(_joined(words[slice(*run)])))]
    if not found:
        return None
    edtf = found[0][1]
    run = min((run for run, same in found if same == edtf), key=lambda run: len(_joined(words[slice(*run)])))
    telling = [[word for word in around if _is_telling(word, codes)] for around in (words[: run[0]], words[run[1] :])]
    date = _joined(words[slice(*run)])
    if any(telling):
        whole = [*telling[0], date, *telling[1]]
        return _with_gaps(text, whole, [*telling[0], *telling[1]], codes, attempt) or _rest(text, date, edtf)
    why = f"something stands around {refuse.shown(date)}"
    if all(_TO_THE_DAY.fullmatch(side) for side in edtf.split("/")):
        return refuse.unread(text, why, f"Write only the date, as {spelling.both(edtf, date)}.")
    fix = f"Write only the date, {spelling.both(edtf, date)}, if what stands around it says no more of it."
    return refuse.unread(text, why, fix)


def _with_gaps(
    text: str, kept: list[str], apart: list[str], codes: Sequence[str], attempt: Attempt
) -> DateError | None:
    """The `kept` words of dates without those between them, where they are read so.

    What stands `apart` from the date may only say on which side of it or how near it: "until its end in 1991" is not
    "until the end of 1991".
    """
    bare = [_bare(word) for word in apart if _bare(word) not in _SMALL]
    if any(_CHANGING.fullmatch(_bare(word)) for word in text.split()):
        return None
    if not all(any(nearest.bounds(word, code) for code in codes) for word in bare):
        return None
    for some in ([word for word in kept if word.lower() not in _SMALL], kept):
        shorter = _joined(some)
        edtf = attempt(shorter) if shorter != text else None
        if edtf:
            fix = f"Write {spelling.both(edtf, shorter)}, if that is all it says of the date."
            return refuse.unread(text, "it holds words that are not of a date", fix)
    return None


def _rest(text: str, date: str, edtf: str) -> DateError:
    if any(_PART_OF_DAY.fullmatch(_bare(word)) for word in text.split()):
        fix = f'Write the time if it is stated, as in "2025-12-22 09:00", or else only {spelling.both(edtf, date)}.'
        return refuse.unread(text, "a part of a day has no form", fix)
    known = "2022" if "/" in edtf else edtf.rstrip("?~%")
    ways = ", ".join(f'"{word}{known}"' for word in ("", "since ", "before "))
    fix = f'Write all that it says of the date in one of the forms, such as {ways} or "about {known}".'
    return refuse.unread(text, "its words together make no date", fix)


def _two(text: str) -> DateError:
    fix = 'Write the date of this event alone, such as "2025-12-22" or "22 December 2025"; another needs another event.'
    return refuse.unread(text, "it names several years", fix)


def _is_telling(word: str, codes: Sequence[str]) -> bool:
    bare = _bare(word)
    return any(
        piece not in _SMALL and (_CHANGING.fullmatch(piece) is not None or _is_of_dates(piece, codes))
        for piece in re.split("[-/]", bare)
        if piece
    )


def _is_of_dates(word: str, codes: Sequence[str]) -> bool:
    bare = _bare(word)
    return bool(re.search("[0-9]", bare)) or any(nearest.is_known(bare, code) for code in codes)


def _bare(word: str) -> str:
    return word.strip(",.;:()[]\"'").lower()


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).strip(",.;:()")


def _runs(words: list[str]) -> Iterator[tuple[int, int]]:
    """The runs of up to six words around the only year of a text, the longest first, as start and end."""
    at = next((number for number, word in enumerate(words) if _YEAR.search(word)), None)
    if at is None:
        return
    runs = [(at - before, at + after + 1) for before in range(4) for after in range(3)]
    fitting = {(start, end) for start, end in runs if start >= 0 and end <= len(words) and end - start < len(words)}
    yield from sorted(fitting, key=lambda run: (run[0] - run[1], run[0]))

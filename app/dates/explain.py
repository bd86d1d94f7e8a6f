"""Why a text is not read: the refusal that fits it best, once no step has claimed it.

In: a text, its context, and a way to try a reading. Out: `DateError`. The tests run from the most telling mark to
the least; a misspelt word is set right, and a date with prose around it is pointed out, where the grammar reads what
is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.dates import leaf, marks, nearest, refuse
from app.dates.lexicon import lexicon
from app.dates.value import DateContext, DateError
from app.dates.words import words_of

Attempt = Callable[[str], str | None]  # the EDTF text of what a text is read as, None where it is not read


_NO_DATE = 'Leave the date out, or write what is known, such as "2025" or "before 2025".'
_TIME_ALONE = 'Write "2025-12-22 14:30" or "22 December 2025, 14:30".'
_Mark = tuple[Callable[[str], re.Match[str] | str | None], Callable[[str, re.Match[str] | str], DateError]]
# A mark, and the refusal that it calls for; the first mark that is found decides.
_BY_MARK: tuple[_Mark, ...] = (
    (marks.PLACEHOLDER.fullmatch, lambda text, _: refuse.unread(text, "it says that none is known", _NO_DATE)),
    (marks.NUMBER.fullmatch, lambda text, _: refuse.lone_number(text)),
    (marks.BEFORE_CHRIST.search, lambda _text, _found: refuse.out_of_years()),
    (marks.JULIAN.search, lambda text, _: refuse.other_calendar(text, "Julian")),
    (marks.calendar_of, lambda text, calendar: refuse.other_calendar(text, str(calendar))),
    (marks.FISCAL.search, lambda text, _: refuse.fiscal(text)),
    (marks.ALTERNATIVES.search, lambda text, _: refuse.alternatives(text)),
    (marks.TWO_DIGITS.search, lambda text, _: refuse.two_digits(text)),
    (marks.TIME_ALONE.fullmatch, lambda text, _: refuse.unread(text, "a time needs its day", _TIME_ALONE)),
    (marks.STRANGE_ZONE.search, lambda _, found: refuse.unknown_zone(found[1], "is not known")),
)


def refusal(text: str, context: DateContext, attempt: Attempt) -> DateError:
    """The refusal for a text that nothing reads."""
    return next(_reasons(text, context, attempt))


def _reasons(text: str, context: DateContext, attempt: Attempt) -> Iterator[DateError]:
    yield from _by_mark(text)
    yield from _unfinished(text, context)
    yield from _unknown_language(context)
    yield from _misspelt(text, context, attempt)
    yield from _with_prose(text, attempt)
    yield refuse.unread(text)


def _by_mark(text: str) -> Iterator[DateError]:
    for look, why in _BY_MARK:
        found = look(text)
        if found:
            yield why(text, found)


def _unfinished(text: str, context: DateContext) -> Iterator[DateError]:
    lower = text.lower()
    for code in _codes(context):
        values = lexicon(code).values
        if re.fullmatch(r"(?:[0-9]{1,2}\W{1,2})?([^\W\d_]+)\.?[ -][0-9]{2}", lower):
            month = re.search(r"[^\W\d_]+", lower)
            if month and month[0] in values["month"]:
                yield refuse.two_digits(text)
        if lower.rstrip(".") in values["month"] or re.fullmatch("q[1-4]|h[12]", lower):
            yield refuse.no_year(text, ())


def _misspelt(text: str, context: DateContext, attempt: Attempt) -> Iterator[DateError]:
    for code in _codes(context):
        for word, better in nearest.corrections(text, code):
            mended = text.replace(word, better, 1)
            edtf = attempt(mended)
            if edtf:
                why = f"the word {refuse.shown(word)} is unknown"
                yield refuse.unread(text, why, f'Write "{mended}" or "{edtf}".')


def _with_prose(text: str, attempt: Attempt) -> Iterator[DateError]:
    found = [(part, edtf) for part in _parts_with_a_year(text) if (edtf := attempt(part))]
    if found:
        edtf = found[0][1]
        part = min((part for part, same in found if same == edtf), key=len)
        why = f"something stands around {refuse.shown(part)}"
        second = edtf if edtf != part else f"in {part}"
        yield refuse.unread(text, why, f'Write only the date, as "{part}" or "{second}".')


def _parts_with_a_year(text: str) -> Iterator[str]:
    """The runs of up to four words around the only year of a text, the longest first."""
    words = text.split()
    at = [number for number, word in enumerate(words) if re.search("(?<![0-9])[12][0-9]{3}(?![0-9])", word)]
    if len(at) != 1:
        return
    runs = [(at[0] - before, at[0] + after + 1) for before in range(4) for after in range(3)]
    fitting = {(start, end) for start, end in runs if start >= 0 and end <= len(words) and end - start < len(words)}
    for start, end in sorted(fitting, key=lambda run: (run[0] - run[1], run[0])):
        yield " ".join(words[start:end]).strip(",.;:()")


def _unknown_language(context: DateContext) -> Iterator[DateError]:
    for code in context.languages:
        if words_of(code) is None and not leaf.is_known(code):
            what = f"The language {refuse.shown(code)} is not one whose dates are read."
            yield refuse.bad_context(
                what, 'Write the date in English or in digits: "22 December 2025" or "2025-12-22".'
            )


def _codes(context: DateContext) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys((*context.languages, "en")) if words_of(code))

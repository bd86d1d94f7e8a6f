"""Why a text is not read: the refusal that fits it best, once no step has claimed it.

In: a text, its context, and a way to try a reading. Out: `DateError`. The tests run from the most telling mark to
the least; a misspelt word is set right, and a date with prose around it is pointed out, where the grammar reads what
is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from app.dates import around, foreign, leaf, marks, nearest, refuse, respell, several, spelling
from app.dates.lexicon import lexicon
from app.dates.value import DateContext, DateError
from app.dates.words import words_of

Attempt = Callable[[str], str | None]  # the EDTF text of what a text is read as, None where it is not read


_NO_DATE = 'Write `unknown`, or write what is known, such as "2025" or "before 2025".'
_RECURRING = 'Write an event for each time, such as "December 2024" and "December 2025".'
_ONGOING = 'Write since when: "since 2022" or "2022/..".'
_TIME_ALONE = 'Write "2025-12-22 14:30" or "22 December 2025, 14:30".'
_Mark = tuple[Callable[[str], re.Match[str] | str | None], Callable[[str, re.Match[str] | str], DateError]]
# A mark, and the refusal that it calls for; the first mark that is found decides.
_BY_MARK: tuple[_Mark, ...] = (
    (marks.ONGOING.fullmatch, lambda text, _: refuse.unread(text, "it says that it goes on, not since when", _ONGOING)),
    (marks.RECURRING.search, lambda text, _: refuse.unread(text, "it recurs, and an event is once", _RECURRING)),
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
    if marks.PLACEHOLDER.fullmatch(text):
        yield refuse.unread(text, "it says that none is known", _NO_DATE)
    if context.explains:
        yield from _respelt(text, attempt)
        yield from _several(text, attempt)
        yield from _half_a_range(text, attempt)
    yield from _by_mark(text)
    yield from _unfinished(text, context)
    yield from _unknown_language(context)
    if context.explains:
        yield from _given(foreign.refusal(text, context))
        yield from _misspelt(text, context, attempt)
        yield from _given(around.refusal(text, _codes(context), attempt))
    yield refuse.unread(text)


def _given(found: DateError | None) -> Iterator[DateError]:
    if found:
        yield found


def _respelt(text: str, attempt: Attempt) -> Iterator[DateError]:
    for other in respell.respellings(text):
        edtf = attempt(other)
        if edtf:
            yield refuse.unread(text, fix=f"Write {spelling.both(edtf, other)}.")


def _several(text: str, attempt: Attempt) -> Iterator[DateError]:
    fix = several.how_to_write(text, attempt)
    if fix:
        yield refuse.alternatives(text, fix)


def _half_a_range(text: str, attempt: Attempt) -> Iterator[DateError]:
    found = marks.UNFINISHED.fullmatch(text)
    edtf = attempt(found[1]) if found else None
    if edtf and "/" not in edtf:
        fix = f'Write "{edtf}/.." if it goes on, or "{edtf}/" if nobody says when it ended.'
        yield refuse.unread(text, "the second half of a range is missing", fix)


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
        mended: dict[str, str] = {}
        for word, better in nearest.corrections(text, code):
            other = text.replace(word, better, 1)
            edtf = attempt(other)
            if edtf and len(other) > len(mended.get(edtf, "")):  # "June" rather than "Jun"
                mended[edtf] = other
        if mended:
            edtf, other = next(iter(mended.items()))
            ways = (
                spelling.both(edtf, other) if len(mended) == 1 else " or ".join(f'"{one}"' for one in mended.values())
            )
            yield refuse.unread(text, f"the word {refuse.shown(word)} is unknown", f"Write {ways}.")


def _unknown_language(context: DateContext) -> Iterator[DateError]:
    for code in context.languages:
        if words_of(code) is None and not leaf.is_known(code):
            what = f"The language {refuse.shown(code)} is not one whose dates are read."
            yield refuse.bad_context(
                what, 'Write the date in English or in digits: "22 December 2025" or "2025-12-22".'
            )


def _codes(context: DateContext) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys((*context.languages, "en")) if words_of(code))

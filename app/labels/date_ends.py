"""One end of a date in words: as exact as it is known, with the zone of its clock and what qualifies it.

In: a given `End` and its EDTF text, which alone tells a northern spring from a southern one. Out: plain English after
CLDR patterns (Babel).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton

from app.dates import CLOCK, End, Precision
from app.labels.clocks import clock_in_words, moment, zone_in_words

LOCALES: Mapping[str, str] = {"en": "en_GB"}
SHORTEST_MONTH_DAYS = 28
DECEMBER = 12
FIRST_PLAIN_YEAR = 1000  # a year of fewer digits alone could be any number
_SEASONS = ("spring", "summer", "autumn", "winter")
_HEMISPHERES = ("", " (northern hemisphere)", " (southern hemisphere)")  # EDTF 21-24, 25-28, 29-32
_THIRDS = ("first", "second", "last")
_WITH_ARTICLE = {
    *(Precision.CENTURY, Precision.DECADE, Precision.HALF, Precision.QUADRIMESTER),
    *(Precision.QUARTER, Precision.WEEK),
}


@dataclass(frozen=True, slots=True)
class _Said:
    """An end with its bounds at hand; `last` is the last moment that belongs to it."""

    end: End
    code: str
    start: datetime
    last: datetime
    locale: Locale

    def shaped(self, pattern: str) -> str:
        """The start after a CLDR pattern."""
        return str(format_date(self.start, pattern, locale=self.locale))


def end_in_words(end: End, code: str, lang: str, place: str | None = None, *, inside: bool = False) -> str:
    """A given end in full: "22 December 2025, 14:30 UTC+3", "about spring 2024"; `place` is the name of its zone.

    `inside`: the words stand inside others, and take their article: "1990s", but "since the 1990s".
    """
    words = _SAID[end.precision or Precision.DAY](_said(end, code, lang))
    if end.precision in _WITH_ARTICLE and (inside or end.approximate):
        words = f"the {words}"
    if end.precision in CLOCK:
        words = f"{words}, {clock_in_words(end)} {zone_in_words(end, place)}"
    return _marked(end, words, "about ", " (uncertain)")


def short_end(end: End, code: str, lang: str) -> str:
    """A given end for a narrow column under its year: "22 Dec", "Dec", "c. 2029", "Q1?"."""
    said = _said(end, code, lang)
    shape = _SHORT.get(end.precision or Precision.DAY)
    return marked_short(end, shape(said) if shape else said.shaped("d MMM"))


def marked_short(end: End, words: str) -> str:
    """Short words of an end with what qualifies it: "c. 2029", "2029?", "c. 2029?"."""
    return _marked(end, words, "c. ", "?")


def days_in_words(first: End, last: End, lang: str) -> str:
    """The inclusive days from one end to another, as CLDR writes an interval: "21–22 Dec 2025"."""
    return _interval(_said(first, "", lang).start, _said(last, "", lang).last, "yMMMMd", locale_of(lang))


def is_whole(end: End) -> bool:
    """Whether a month or year is meant whole, and not some of its days or months (EDTF `2004-06-1X`, `2004-1X`)."""
    start, last = moment(end.earliest_ms or 0), moment((end.latest_ms or 0) - 1)
    if end.precision is Precision.YEAR:
        return start.month == 1 and last.month == DECEMBER
    return end.precision is not Precision.MONTH or (start.day == 1 and last.day >= SHORTEST_MONTH_DAYS)


def months_in_words(end: End, lang: str) -> str:
    """The months that an end covers, without a year: "March to May"."""
    said = _said(end, "", lang)
    return f"{said.shaped('MMMM')} to {format_date(said.last, 'MMMM', locale=said.locale)}"


@lru_cache(maxsize=8)
def locale_of(lang: str) -> Locale:
    """The CLDR locale of a language of ours."""
    return Locale.parse(LOCALES.get(lang, LOCALES["en"]))


def _said(end: End, code: str, lang: str) -> _Said:
    assert end.earliest_ms is not None
    assert end.latest_ms is not None, "only a given end has words of its own"
    # The last moment, not the first after it: the year 10000 is none of the calendar's.
    return _Said(end, code, moment(end.earliest_ms), moment(end.latest_ms - 1), locale_of(lang))


def _marked(end: End, words: str, about: str, uncertain: str) -> str:
    """The words with what qualifies them, in one pair of brackets: EDTF `~` is approximate, `?` uncertain, `%` both."""
    return f"{about if end.approximate else ''}{words}{uncertain if end.uncertain else ''}".replace(") (", "; ")


def _interval(start: datetime, last: datetime, skeleton: str, locale: Locale) -> str:
    return str(format_interval(start, last, skeleton, locale=locale))


def _year(said: _Said) -> str:
    if not is_whole(said.end):
        return f"a month of {_interval(said.start, said.last, 'yMMM', said.locale)}"
    return str(said.start.year) if said.start.year >= FIRST_PLAIN_YEAR else f"AD {said.start.year}"


def _month(said: _Said) -> str:
    if not is_whole(said.end):
        return f"a day of {_interval(said.start, said.last, 'yMMMMd', said.locale)}"
    return str(format_skeleton("yMMMM", said.start, locale=said.locale))


def _decade(said: _Said) -> str:
    return f"{said.start.year}s{'' if said.start.year % 100 else ' (decade)'}"


def _century(said: _Said) -> str:
    return f"{ordinal(said.start.year // 100 + 1)} century"


def _half(said: _Said) -> str:
    return f"{'first' if said.start.month == 1 else 'second'} half"


def _third(said: _Said) -> str:
    return f"{_THIRDS[said.start.month // 4]} third"


def _season(said: _Said) -> str:
    return _SEASONS[(int(said.code[5:7]) - 21) % 4]


def _season_in_full(said: _Said) -> str:
    start, last = said.start.year, said.last.year
    years = str(start) if start == last else f"{start}–{last}"
    return f"{_season(said)} {years}{_HEMISPHERES[(int(said.code[5:7]) - 21) // 4]}"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    teens = range(10, 21)
    suffix = "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


_SAID: Mapping[Precision, Callable[[_Said], str]] = {
    Precision.CENTURY: _century,
    Precision.DECADE: _decade,
    Precision.YEAR: _year,
    Precision.HALF: lambda said: f"{_half(said)} of {said.start.year}",
    Precision.QUADRIMESTER: lambda said: f"{_third(said)} of {said.start.year}",
    Precision.QUARTER: lambda said: f"{ordinal((said.start.month + 2) // 3)} quarter of {said.start.year}",
    Precision.SEASON: _season_in_full,
    Precision.MONTH: _month,
    Precision.WEEK: lambda said: f"week of {_interval(said.start, said.last, 'yMMMMd', said.locale)}",
    **dict.fromkeys((Precision.DAY, *CLOCK), lambda said: said.shaped("d MMMM y")),
}
# Days and times are not here: both are shown as their day.
_SHORT: Mapping[Precision, Callable[[_Said], str]] = {
    Precision.CENTURY: _century,
    Precision.DECADE: lambda said: f"{said.start.year}s",
    Precision.YEAR: lambda said: str(said.start.year),
    Precision.HALF: _half,
    Precision.QUADRIMESTER: _third,
    Precision.QUARTER: lambda said: said.shaped("QQQ"),
    Precision.SEASON: _season,
    Precision.MONTH: lambda said: said.shaped("MMM"),
    Precision.WEEK: lambda said: f"week of {said.shaped('d MMM')}",
}

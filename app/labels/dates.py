"""Dates in words: as exact as they are known, and no more.

In: dates. Out: plain English after CLDR patterns (Babel); bounds are half-open inside, words name inclusive days.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, format_time

from app.dates import Basis, End, EndKind, EventDate, Precision

LOCALES: Mapping[str, str] = {"en": "en_GB"}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
UNDATED = "Date not stated"

BASES: Mapping[Basis, str] = {
    Basis.STATED: "stated by the source",
    Basis.DATELINE: "worked out from the day the source speaks from",
    Basis.INFERRED: "worked out from other events",
    Basis.EXTERNAL: "supplied by the editor of the file",
}

PRECISIONS: Mapping[Precision, str] = {
    Precision.CENTURY: "Only the century is known",
    Precision.DECADE: "Only the decade is known",
    Precision.YEAR: "Only the year is known",
    Precision.HALF: "Only the half-year is known",
    Precision.QUADRIMESTER: "Only the third of the year is known",
    Precision.QUARTER: "Only the quarter is known",
    Precision.SEASON: "Only the season is known",
    Precision.MONTH: "Only the month is known; the day is not given",
    Precision.WEEK: "Only the week is known; the day is not given",
    Precision.DAY: "Exact day; the hour is not given",
    Precision.HOUR: "Exact to the hour",
    Precision.MINUTE: "Exact to the minute",
    Precision.SECOND: "Exact to the second",
    Precision.RANGE: "From one date to another",
}


_LONGEST_MONTH_MS = 32 * 86_400_000
_WITHIN_A_YEAR = {Precision.MONTH, Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND}


def date_in_words(date: EventDate | None, lang: str = "en") -> str:
    """The date for people, as exact as known: "22 December 2025", "since 2022", "on or before 22 December 2025"."""
    if date is None:
        return UNDATED
    first, last = date.first, date.last
    if not date.is_range:
        return _marked(first, _end_words(first, lang))
    if first.kind is EndKind.GIVEN and last.kind is EndKind.GIVEN:
        return _range_words(first, last, lang)
    if first.kind is EndKind.GIVEN:
        since = f"since {_marked(first, _end_words(first, lang))}"
        return since if last.kind is EndKind.OPEN else f"{since}, end not known"
    if last.kind is EndKind.GIVEN:
        return f"on or before {_marked(last, _end_words(last, lang))}"
    return UNDATED


def short_date(date: EventDate | None, lang: str = "en") -> str:
    """The date for a list that is grouped by year: "22 Dec", "Dec", "year", "to 22 Dec"; "" when none is stated."""
    if date is None:
        return ""
    if not date.is_range:
        return _short_end(date.first, lang)
    if date.first.kind is not EndKind.GIVEN:
        return f"to {_short_end(date.last, lang)}" if date.last.kind is EndKind.GIVEN else ""
    if date.last.kind is not EndKind.GIVEN:
        return f"from {_short_end(date.first, lang)}"
    return _short_range(date.first, date.last, lang)


def _short_range(first: End, last: End, lang: str) -> str:
    """Both ends of a range: "21–22 Dec", "30 Nov – 2 Dec", "May – Jul"; years where an end is no sharper than that."""
    if first.earliest_ms is None or last.latest_ms is None:
        return ""
    if not {first.precision, last.precision} <= _WITHIN_A_YEAR:
        return f"{_moment(first.earliest_ms).year}–{_moment(last.latest_ms - 1).year}"
    begun, ended = _short_end(first, lang), _short_end(last, lang)
    same_month = begun.split(" ")[1:] == ended.split(" ")[1:] != []
    if same_month and last.latest_ms - first.earliest_ms < _LONGEST_MONTH_MS:
        return f"{begun.split(' ')[0]}–{ended}"
    return f"{begun} – {ended}"


def precision_in_words(date: EventDate | None) -> str:
    """One sentence on how exactly the date is known and on what ground, without a full stop."""
    if date is None:
        return "No source states a date"
    exact = PRECISIONS[date.precision]
    if date.is_range and date.first.kind is not EndKind.GIVEN:
        exact = "Not later than this; the day itself is not stated"
    elif date.is_range and date.last.kind is EndKind.OPEN:
        exact = f"{PRECISIONS[date.first.precision or Precision.DAY]} for the start; it goes on"
    elif date.is_range and date.last.kind is EndKind.UNKNOWN:
        exact = f"{PRECISIONS[date.first.precision or Precision.DAY]} for the start; the end is not stated"
    return exact if date.basis is Basis.STATED else f"{exact}; {BASES[date.basis]}"


def _moment(ms: int) -> datetime:
    return EPOCH + timedelta(milliseconds=ms)


@lru_cache(maxsize=8)
def _locale(lang: str) -> Locale:
    return Locale.parse(LOCALES.get(lang, LOCALES["en"]))


def _end_words(end: End, lang: str) -> str:
    """One end in words by its precision; an end that no source states is said to be so."""
    if end.earliest_ms is None or end.latest_ms is None or end.precision is None:
        return "not stated"
    start, locale = _moment(end.earliest_ms), _locale(lang)
    words = {
        Precision.CENTURY: lambda: f"{_ordinal(start.year // 100 + 1)} century",
        Precision.DECADE: lambda: f"{start.year}s",
        Precision.YEAR: lambda: str(start.year),
        Precision.HALF: lambda: f"{'first' if start.month == 1 else 'second'} half of {start.year}",
        Precision.QUARTER: lambda: f"{_ordinal((start.month + 2) // 3)} quarter of {start.year}",
        Precision.MONTH: lambda: format_skeleton("yMMMM", start, locale=locale),
        Precision.DAY: lambda: format_date(start, "d MMMM y", locale=locale),
        Precision.HOUR: lambda: _with_time(start, locale),
        Precision.MINUTE: lambda: _with_time(start, locale),
        Precision.SECOND: lambda: _with_time(start, locale),
    }.get(end.precision)
    return words() if words else _day_range(end.earliest_ms, end.latest_ms, locale)


def _with_time(moment: datetime, locale: Locale) -> str:
    return f"{format_date(moment, 'd MMMM y', locale=locale)}, {format_time(moment, 'HH:mm', locale=locale)}"


def _day_range(start_ms: int, end_ms: int, locale: Locale) -> str:
    """Inclusive days of a half-open interval, as CLDR writes an interval."""
    last = _moment(end_ms - 1)
    return str(format_interval(_moment(start_ms), last, "yMMMMd", locale=locale))


def _range_words(first: End, last: End, lang: str) -> str:
    days = first.precision is Precision.DAY and last.precision is Precision.DAY
    plain = not (first.approximate or first.uncertain or last.approximate or last.uncertain)
    if days and plain and first.earliest_ms is not None and last.latest_ms is not None:
        return _day_range(first.earliest_ms, last.latest_ms, _locale(lang))
    return f"{_marked(first, _end_words(first, lang))} to {_marked(last, _end_words(last, lang))}"


def _marked(end: End, words: str) -> str:
    """The words with what qualifies them: EDTF `~` is "about", `?` is "uncertain"."""
    about = f"about {words}" if end.approximate else words
    return f"{about} (uncertain)" if end.uncertain else about


def _short_end(end: End, lang: str) -> str:
    if end.earliest_ms is None or end.precision is None:
        return ""
    if end.precision in {Precision.DAY, Precision.HOUR, Precision.MINUTE, Precision.SECOND}:
        return str(format_date(_moment(end.earliest_ms), "d MMM", locale=_locale(lang)))
    if end.precision is Precision.MONTH:
        return str(format_date(_moment(end.earliest_ms), "MMM", locale=_locale(lang)))
    return end.precision.value


def _ordinal(number: int) -> str:
    teens = range(10, 21)
    suffix = "th" if number % 100 in teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"

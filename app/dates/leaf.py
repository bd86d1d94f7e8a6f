"""The leaf: one date with the name of a month, in a language that has no table of its own, as dateparser reads it.

In: a text and the file's languages. Out: a `Span` and the language, or None. dateparser drops words that it takes
for small ("about", "from", "until"), fills in what is missing and guesses the order of numbers, so nothing reaches
it but a text whose every word is a month, a weekday or "year" in that language, and nothing comes back but what its
numbers confirm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

from app.dates import checks, civil, period, refuse
from app.dates.span import Span
from app.dates.value import DateContext

_MONTHS = tuple(name.lower() for name in civil.MONTH_NAMES)
_WEEKDAYS = tuple(name.lower() for name in civil.WEEKDAY_NAMES)
_LINKING = {"de"}  # Portuguese, Romanian and others
_SIGNS = {"年", "月", "日", "년", "월", "일"}  # Japanese and Korean write year, month and day after the number
_SETTINGS = {
    "PARSERS": ["absolute-time"],
    "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001  # a fixed base: what it fills in is never used
    "PREFER_DAY_OF_MONTH": "first",
    "PREFER_MONTH_OF_YEAR": "first",
    "REQUIRE_PARTS": ["year", "month"],
    "NORMALIZE": True,
    "TIMEZONE": "UTC",
}


def read_leaf(text: str, context: DateContext) -> tuple[Span, str] | None:
    """The span that dateparser reads and the text confirms, with its language; None where there is none.

    Raises a refusal where two of the file's languages read different dates, and where a weekday does not belong to
    the day.
    """
    numbers = [int(digits) for digits in re.findall("[0-9]+", text)]
    words = re.findall(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*", text.lower())
    years = [number for number in numbers if 1000 <= number <= 2999]
    if len(years) != 1 or not 1 <= len(words) <= 5 or len(numbers) > 3 or not re.fullmatch(r"[\w ,.'-]+", text):
        return None
    found = {code: span for code in context.langs if (span := _read(text, code, numbers, words, years[0]))}
    if len({span.edtf for span in found.values()}) > 1:
        raise refuse.ambiguous(text, tuple(sorted({span.edtf for span in found.values()})))
    return next(((span, code) for code, span in found.items()), None)


def is_known(code: str) -> bool:
    """Whether dateparser has a language of this ISO 639-1 code."""
    return bool(_words(code))


@cache
def _words(code: str) -> Mapping[str, tuple[str, int]]:
    """Each word that may stand beside a date, with its kind and number; empty for a language that is not known."""
    if not re.fullmatch("[a-z]{2,3}", code):
        return {}
    try:
        info: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{code}").info
    except ModuleNotFoundError:
        return {}
    known = {form.lower().rstrip("."): ("year", 0) for form in info.get("year", ())}
    for kind, names in (("weekday", _WEEKDAYS), ("month", _MONTHS)):
        for number, name in enumerate(names):
            known.update({form.lower().rstrip("."): (kind, number) for form in info.get(name, ())})
    return known


@cache
def _parser(code: str) -> Any:  # noqa: ANN401  # dateparser has no types
    from dateparser.date import DateDataParser  # noqa: PLC0415  # 0.2 s, which files of ISO dates need not pay

    return DateDataParser(languages=[code], settings=_SETTINGS)


def _read(text: str, code: str, numbers: list[int], words: list[str], year: int) -> Span | None:
    known = _words(code)
    kinds = [("sign", 0) if word in _SIGNS else known.get(word, ("linking", 0)) for word in words]
    if not known or any(
        kind == "linking" and word not in _LINKING for (kind, _), word in zip(kinds, words, strict=True)
    ):
        return None
    months = [number for kind, number in kinds if kind == "month"]
    signed = {word for word in words if word in _SIGNS}
    if len(months) != (0 if signed else 1):
        return None
    others = [number for number in numbers if number != year]
    if signed:
        return None if len(others) < 1 else _confirmed(text, code, (year, others[0] - 1, others[1:]), kinds)
    return _confirmed(text, code, (year, months[0], others), kinds)


def _confirmed(text: str, code: str, said: tuple[int, int, list[int]], kinds: list[tuple[str, int]]) -> Span | None:
    year, month, days = said
    if days:
        checks.check_day(year, month + 1, days[0])
    data = _parser(code).get_date_data(text)
    when = data.date_obj
    if when is None or len(days) > 1 or (when.year, when.month - 1) != (year, month):
        return None
    if not days:
        return Span(period.month(year, month + 1)) if data.period == "month" else None
    if data.period != "day" or when.day != days[0] or (when.hour, when.minute) != (0, 0):
        return None
    found = period.day(year, month + 1, days[0])
    _check_weekday(found, kinds)
    return Span(found)


def _check_weekday(found: period.Period, kinds: list[tuple[str, int]]) -> None:
    right = civil.weekday_of(found.start_ms // civil.DAY_MS)
    for kind, number in kinds:
        if kind == "weekday" and number != right:
            when = civil.day_at(found.start_ms)
            words = f"{when.day} {civil.MONTH_NAMES[when.month - 1]} {when.year}"
            raise refuse.wrong_weekday(civil.WEEKDAY_NAMES[number], civil.WEEKDAY_NAMES[right], words, when.isoformat())

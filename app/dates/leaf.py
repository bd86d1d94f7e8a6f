"""The leaf: one date with the name of a month, in a language that has no table of its own, as dateparser reads it.

In: a text and the file's languages. Out: a `Span` and the language, or None. dateparser drops words that it takes for
small ("about", "from", "until"), fills in what is missing and guesses the order of numbers, so nothing reaches it but a
day, month and year in an order that people write, without any other word; and nothing comes back but what the text
confirms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

from app.dates import checks, civil, period, refuse
from app.dates.span import Span
from app.dates.value import DateContext
from app.dates.words import words_of

_TOKEN = re.compile(r"([0-9]+)|((?<=[0-9])[年月日년월일]|(?<=[0-9] )[年月日년월일]|[^\W\d_]+(?:['’][^\W\d_]+)*)")
_BETWEEN = re.compile(r"[ ,.]*")
# Kinds of tokens: a Day, a Month, a Year, a Weekday, the word "year" (R), a Linking word, a Sign after a number.
_ORDERS = re.compile("W?(?:(?:DL?)?ML?YR?|MDYR?|YR?MD?|YSDS(?:DS)?)W?")
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


@dataclass(frozen=True, slots=True)
class _Said:
    """What the words and numbers of a text say by themselves."""

    year: int
    month: int
    day: int | None
    weekday: int | None


def read_leaf(text: str, context: DateContext) -> tuple[Span, str] | None:
    """The span that dateparser reads and the text confirms, with its language; None where there is none.

    Raises a refusal where two of the file's languages read different dates, and where a weekday does not belong to
    the day.
    """
    langs = [code for code in context.languages if words_of(code) is None]
    if not langs or not re.search("(?<![0-9])[12][0-9]{3}(?![0-9])", text):
        return None
    found = {code: span for code in langs if (span := _read(text, code))}
    readings = {span.edtf for span in found.values()}
    if len(readings) > 1:
        raise refuse.ambiguous(text, tuple(sorted(readings)))
    return next(((span, code) for code, span in found.items()), None)


def is_known(code: str) -> bool:
    """Whether dateparser has a language of this ISO 639-1 code."""
    return bool(_words(code))


@cache
def _words(code: str) -> Mapping[str, tuple[str, int]]:
    """Each word that may stand in a date, with its kind and number; empty for a language that is not known."""
    if not re.fullmatch("[a-z]{2,3}", code):
        return {}
    try:
        info: dict[str, Any] = import_module(f"dateparser.data.date_translation_data.{code}").info
    except ModuleNotFoundError:
        return {}
    known = {form.lower().rstrip("."): ("R", 0) for form in info.get("year", ())}
    for kind, names in (("W", civil.WEEKDAY_NAMES), ("M", civil.MONTH_NAMES)):
        for number, name in enumerate(names):
            known.update({form.lower().rstrip("."): (kind, number) for form in info.get(name.lower(), ())})
    return known | dict.fromkeys(_LINKING, ("L", 0)) | dict.fromkeys(_SIGNS, ("S", 0))


@cache
def _parser(code: str) -> Any:  # noqa: ANN401  # dateparser has no types
    from dateparser.date import DateDataParser  # noqa: PLC0415  # 0.2 s, which files of ISO dates need not pay

    return DateDataParser(languages=[code], settings=_SETTINGS)


def _read(text: str, code: str) -> Span | None:
    said = _said(text, code)
    if said is None:
        return None
    if said.day is not None:
        checks.check_day(said.year, said.month, said.day)
    data = _parser(code).get_date_data(text)
    when = data.date_obj
    if when is None or (when.year, when.month) != (said.year, said.month):
        return None
    if said.day is None:
        return Span(period.month(said.year, said.month)) if data.period == "month" else None
    if data.period != "day" or when.day != said.day:
        return None
    return _with_weekday(period.day(said.year, said.month, said.day), said)


def _said(text: str, code: str) -> _Said | None:
    """What the text says, if it is a date and nothing else."""
    if any(not _BETWEEN.fullmatch(gap) for gap in _TOKEN.split(text)[::3]):
        return None
    tokens = [_token(number, word, code) for number, word in _TOKEN.findall(text)]
    if not _ORDERS.fullmatch("".join(kind for kind, _ in tokens)):
        return None
    numbers = {kind: [value for each, value in tokens if each == kind] for kind in "YMDW"}
    months, days = [number + 1 for number in numbers["M"]], numbers["D"]
    if not months:  # the signs of Japanese and Korean: the month is a number, too
        months, days = days[:1], days[1:]
    if not 1 <= months[0] <= 12:
        return None
    return _Said(numbers["Y"][0], months[0], next(iter(days), None), next(iter(numbers["W"]), None))


def _token(number: str, word: str, code: str) -> tuple[str, int]:
    if word:
        return _words(code).get(word.lower(), ("?", 0))
    kind = "D" if len(number) <= 2 else "Y" if 1000 <= int(number[:5]) <= 2999 else "?"
    return kind, int(number)


def _with_weekday(found: period.Period, said: _Said) -> Span:
    right = civil.weekday_of(found.start_ms // civil.DAY_MS)
    if said.weekday not in {None, right}:
        when = civil.day_at(found.start_ms)
        words = f"{when.day} {civil.MONTH_NAMES[when.month - 1]} {when.year}"
        written = civil.WEEKDAY_NAMES[said.weekday or 0]
        raise refuse.wrong_weekday(written, civil.WEEKDAY_NAMES[right], words, when.isoformat())
    return Span(found)

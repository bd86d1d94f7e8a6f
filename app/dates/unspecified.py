"""EDTF dates with unspecified digits (`199X`, `2004-XX`, `2004-06-1X`), and the forms of EDTF that are refused.

In: a text that is no plain date. Out: a `Period` as wide as the digits leave it, None for a text of another shape,
or a refusal. Source: EDTF, level 1 "Unspecified digit(s) from the right"; of level 2 only last digits of a month or
day.
"""

from __future__ import annotations

import re

from app.dates import checks, civil, period, refuse
from app.dates.period import Period
from app.dates.value import Precision

_LIKE_LEVEL_2 = re.compile(r"[0-9X?~%-]{4,}")
_UNKNOWN_PARTS = re.compile(r"([0-9]{4})-(?:(?:\?\?|xx)|([0-9]{2})-(?:\?\?|xx))(?:-(?:\?\?|xx))?")
_OLDER_FORM = re.compile(r"[0-9]{4}[0-9X?~%-]*S[0-9]+|[0-9]{3}[ux]|[0-9]{2}[ux]{2}")


def refuse_signed_year(text: str) -> None:
    """Nothing, or a refusal for a year before 1 or of more than four digits (EDTF level 1, `Y` and `-`)."""
    if re.fullmatch("-[12][0-9]{3}", text):
        raise refuse.year_with_a_dash(text)
    if re.fullmatch(r"-[0-9]{4}.*|Y-?[0-9]+.*", text):
        raise refuse.out_of_years()


def refuse_level_2(text: str) -> None:
    """Nothing, or a refusal for a form of EDTF that is beyond what is read."""
    parts = _UNKNOWN_PARTS.fullmatch(text)
    if parts:
        known = parts[1] if parts[2] is None else f"{parts[1]}-{parts[2]}"
        fix = f'Write "{known}", or "{known}-XX" with capital letters.'
        raise refuse.unsupported_edtf(text, "what is not known is left out, or written XX", fix)
    if _OLDER_FORM.fullmatch(text):
        fix = 'Write "199X" for a decade or "19XX" for a century.'
        raise refuse.unsupported_edtf(text, "this form is not of level 0 or 1", fix)
    if not _LIKE_LEVEL_2.fullmatch(text):
        return
    if re.search(r"[?~%]", text[:-1]):
        whole, mark = re.sub("[?~%]", "", text), re.findall("[?~%]", text)[0]
        is_day = re.fullmatch("[0-9]{4}(?:-[0-9]{2}){1,2}", whole)
        ways = f'"{whole}{mark}" or "{whole}"' if is_day else '"2004-06~" or "2004-06-11?"'
        fix = f"Qualify the whole date, at its end, or nothing of it: {ways}."
        raise refuse.unsupported_edtf(text, "a qualifier stands inside the date", fix)
    if "X" in text:
        fix = 'Let only the last digits be X: "199X", "2004-XX" or "2004-06-1X".'
        raise refuse.unsupported_edtf(text, "an X stands before a digit, or for a whole year", fix)


def unspecified(found: re.Match[str]) -> Period:
    """The period of a date some of whose last digits are X. Raises a refusal where nothing matches them."""
    code = found[0]
    if "X" in found[1]:
        if found[2]:
            fix = f'Write "{found[1]}" or a year such as "1995-12".'
            raise refuse.unsupported_edtf(code, "a decade or century has no month", fix)
        first = int(found[1].replace("X", "0"))
        return period.century(first // 100 + 1) if found[1].endswith("XX") else period.decade(first)
    year = int(found[1])
    if found[2] == "XX":
        return _named(code, period.year(year)) if found[3] in {None, "XX"} else _no_such_x(code)
    if found[2] and found[2].endswith("X"):
        months = _matching(found[2], 12)
        return _no_such_x(code) if found[3] or not months else _window_of_months(code, year, months)
    return _unspecified_day(code, year, int(found[2]), found[3])


def _unspecified_day(code: str, year: int, month: int, digits: str) -> Period:
    checks.check_month(year, month)
    if digits == "XX":
        return _named(code, period.month(year, month))
    days = _matching(digits, civil.month_length_days(year, month))
    if not days:
        return _no_such_x(code)
    start = civil.day_number(year, month, days[0])
    return period.of_days(code, Precision.MONTH, start, start + len(days))


def _matching(digits: str, highest: int) -> range:
    tens = int(digits[0]) * 10
    return range(max(tens, 1), min(tens + 9, highest) + 1)


def _window_of_months(code: str, year: int, months: range) -> Period:
    start = year * 12 + months[0] - 1
    days = civil.month_start(start), civil.month_start(start + len(months))
    return period.of_days(code, Precision.YEAR, *days)


def _named(code: str, whole: Period) -> Period:
    return Period(code, whole.precision, whole.start_ms, whole.end_ms)


def _no_such_x(code: str) -> Period:
    raise refuse.impossible(
        f"{code} names no month or day that exists.", 'Write "2004-XX", "2004-06-XX" or "2004-06-1X".'
    )

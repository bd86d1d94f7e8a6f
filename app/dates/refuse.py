"""The refusals: one sentence that says why a phrase is not read, one that gives spellings that are.

In: the offending piece of text. Out: `DateError` with a code of the E3xx family (app/errors.py lists them). Whatever
stands in double quotes in a `fix` is itself accepted; a test reads every one of them back.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.dates import spelling
from app.dates.value import DateError

SHOWN_LENGTH = 80
_SPREADSHEET_ZERO = date(1899, 12, 30)  # the day 0 from which Excel's numbers of days count since March 1900


def shown(text: str) -> str:
    """The text in double quotes, fit to print: escapes for what cannot be seen, an ellipsis for what is too long."""
    visible = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text[: SHOWN_LENGTH + 1])
    return f'"{visible}"' if len(text) <= SHOWN_LENGTH else f'"{visible[:SHOWN_LENGTH]}..."'


def _quoted(spellings: tuple[str, ...]) -> str:
    return " or ".join(f'"{spelling}"' for spelling in spellings)


def unread(text: str, why: str = "", fix: str = "") -> DateError:
    """Nothing in the grammar reads this."""
    message = f"{shown(text)} is not a date that can be read{': ' + why if why else ''}."
    return DateError("E301", message, fix or 'Write a date alone, such as "2025-12-22" or "22 December 2025".')


def wrong_type(name: str) -> DateError:
    """A value of a type that is no date."""
    fix = 'Write the date as text: "2025-12-22" or "22 December 2025".'
    return DateError("E302", f"A date cannot be given as {name}.", fix)


def bad_text(why: str) -> DateError:
    """Empty, too long, or with characters that cannot be seen."""
    return DateError("E303", why, 'Write only the date, such as "2025-12-22" or "December 2025".')


def lone_number(text: str) -> DateError:
    """A number that is not a year from 1000 to 2999."""
    message = f"{shown(text)} is a lone number, and only the years 1000 to 2999 are read from one."
    if re.fullmatch("[12][0-9]{3}(?:0[1-9]|1[0-2])[0-9]{2}", text):
        day = f"{text[:4]}-{text[4:6]}-{text[6:]}"
        return DateError("E304", message, f"Write the day with hyphens, {spelling.both(day)}.")
    if re.fullmatch("0?[1-9][0-9]{2}", text):
        year = f"{int(text):04}-XX"
        return DateError("E304", message, f'Write a year before 1000 as "{year}", or a whole date as "2025-12-22".')
    if re.fullmatch("[1-9][0-9]{4}", text):
        day = (_SPREADSHEET_ZERO + timedelta(days=int(text))).isoformat()
        fix = f"If a spreadsheet made it of a date, {spelling.both(day)} is meant; else write a year of four digits."
        return DateError("E304", message, fix)
    return DateError("E304", message, 'Write a year as "2025", or a whole date such as "2025-12-22", with hyphens.')


def impossible(what: str, fix: str) -> DateError:
    """A day, month, week, quarter or time that the calendar does not have."""
    return DateError("E305", what, fix)


def wrong_weekday(written: str, right: str, day: str, iso: str) -> DateError:
    """A weekday that does not belong to the day beside it."""
    message = f"{day} is a {right}, not a {written}."
    return DateError("E306", message, f'Write "{right}, {day}" or "{iso}" once the source is checked.')


def two_digits(text: str) -> DateError:
    """A year of two digits."""
    message = f"{shown(text)} gives a year with two digits, which names no century."
    pair = re.fullmatch("([0-9]{2})([0-9]{2})[-/]([0-9]{2})", text)
    if pair and int(pair[3]) > int(pair[2]):
        years = f"{pair[1]}{pair[2]}", f"{pair[1]}{pair[3]}"
        return DateError("E307", message, f'Write all four digits, "{years[0]}/{years[1]}" or "{years[0]}-{years[1]}".')
    return DateError("E307", message, 'Write all four digits, as in "22 December 2025" or "2025/2026".')


def undeclared_order(text: str, meant: tuple[str, ...], order: str | None) -> DateError:
    """An all-numeric date whose order nobody declared, or which has another than `order`; `meant`: the ISO dates."""
    why = f"the file declares the order {order}" if order else "the file does not declare the order of its numbers"
    only = " only" if len(meant) == 1 else ""
    message = f"{shown(text)} can{only} mean {' or '.join(meant)}: {why}."
    ways = _quoted(meant) if only == "" else spelling.both(meant[0])
    return DateError(
        "E308",
        message,
        f"Write {ways}{'' if order else ', or declare `date_order` (DMY, MDY or YMD) at the head of the file'}.",
    )


def reversed_range(first: str, last: str) -> DateError:
    """A range whose end comes before its start."""
    message = f"The range runs backwards: {first} does not come before the end of {last}."
    both_years = "30 December 2025 - 2 January 2026"
    other_way = 'as in "2021/2022"' if "T" in first + last else f'"{last}/{first}"'
    return DateError("E309", message, f'Write the earlier end first, {other_way}, or both years, as in "{both_years}".')


def needs_dateline(text: str) -> DateError:
    """Words that count from the day the text speaks from, which is not known."""
    message = f"{shown(text)} counts from the day the text speaks from, and no dateline is given."
    fix = 'Declare that day as the `dateline` of the file, or write the day itself: "2025-12-22" or "22 December 2025".'
    return DateError("E310", message, fix)


def needs_anchor(text: str) -> DateError:
    """Words that count from another event, which is not named."""
    message = f"{shown(text)} counts from another event, and none is named."
    fix = 'Name the event with `after`, or write "two days after 22 December 2025" or "2025-12-24".'
    return DateError("E311", message, fix)


def coarse_anchor(text: str, edtf: str) -> DateError:
    """Words that count from a date that is not known well enough."""
    message = f"{shown(text)} counts from {edtf}, which is not known that exactly."
    fix = 'Write what is known of the date itself, such as "December 2025" or "2025-12-24".'
    return DateError("E311", message, fix)


def no_year(text: str, readings: tuple[str, ...]) -> DateError:
    """A day or month whose year cannot be told."""
    if not readings:
        return DateError(
            "E312", f"{shown(text)} has no year.", 'Add the year, as in "22 December 2025" or "December 2025".'
        )
    message = f"{shown(text)} has no year, and from the dateline it can be {' or '.join(readings)}."
    return DateError("E312", message, f"Write {_quoted(readings)}.")


def alternatives(text: str, fix: str = "") -> DateError:
    """A set of dates, or a choice between dates."""
    message = f"{shown(text)} names several dates, and an event has one."
    every = 'Write one date, or the range that holds them: "21-22 December 2025" or "2014/2015".'
    return DateError("E313", message, fix or every)


def fiscal(text: str) -> DateError:
    """A fiscal year, whose first day depends on the country."""
    message = f"{shown(text)} is a fiscal year, which begins on different days in different countries."
    return DateError("E314", message, 'Write the months, such as "2022-04/2023-03" or "April 2022 - March 2023".')


def out_of_years() -> DateError:
    """A year before 1 or after 9999."""
    message = "Only the years 1 to 9999 of the common era are read; years before 1 and years of five digits are not."
    fix = (
        "Write `unknown` and keep the year in a note; of a period that ends within these years write the end, as"
        ' "until 0476-09-04" or "../0476-09-04".'
    )
    return DateError("E315", message, fix)


def year_with_a_dash(text: str) -> DateError:
    """A year before 1 in EDTF, which may be half a range."""
    message = f"{shown(text)} is a year before 1 in EDTF, and only the years 1 to 9999 of the common era are read."
    return DateError("E315", message, f'Write "until {text[1:]}" or "../{text[1:]}" if that is meant, else `unknown`.')


def other_calendar(text: str, calendar: str) -> DateError:
    """A date of the Julian or another calendar."""
    message = (
        f"{shown(text)} is a date of the {calendar} calendar; only Gregorian dates are read, and none is converted."
    )
    return DateError(
        "E316", message, 'Convert it and write the Gregorian date, such as "7 November 1917" or "1917-11-07".'
    )


def unknown_zone(name: str, why: str, fix: str = "") -> DateError:
    """A time zone that is unknown, or stands for several."""
    message = f"The time zone {shown(name)} {why}."
    return DateError(
        "E317", message, fix or 'Write an offset or a place: "2025-12-22 14:30 UTC+5" or "2025-12-22 14:30 Asia/Tokyo".'
    )


def clock_change(local: str, zone: str, why: str, spellings: tuple[str, ...]) -> DateError:
    """A local time that a clock change skips or repeats."""
    message = f"{local} {why} in {zone}, because the clocks changed."
    return DateError("E318", message, f"Write the time with its offset: {_quoted(spellings)}.")


def ambiguous(text: str, readings: tuple[str, ...], part: str = "") -> DateError:
    """A phrase with two customary meanings, or a `part` of one."""
    what = f"{shown(part)} in {shown(text)}" if part else shown(text)
    place = " in its place" if part else ""
    return DateError(
        "E319", f"{what} has more than one meaning: {' or '.join(readings)}.", f"Write {_quoted(readings)}{place}."
    )


def unsupported_edtf(text: str, why: str, fix: str) -> DateError:
    """A form of EDTF that is not read."""
    return DateError("E320", f"{shown(text)} is EDTF that is not read: {why}.", fix)


def bad_context(what: str, fix: str) -> DateError:
    """A dateline, order, time zone or language that is itself wrong."""
    return DateError("E321", what, fix)

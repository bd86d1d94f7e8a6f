"""The civil calendar as plain numbers: days and milliseconds from 1970-01-01, proleptic Gregorian.

In: years, months, days. Out: day numbers, milliseconds, and back. Years run from 1 to 9999; the first moment after
the last day of 9999 can still be counted, because nothing here leans on `datetime` to hold an exclusive end.
"""

from __future__ import annotations

from datetime import date

from app.dates import refuse

MONTH_NAMES = tuple(
    "January February March April May June July August September October November December".split(),
)
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAY_MS = 86_400_000
MIN_YEAR = 1
MAX_YEAR = 9999
EPOCH = date(1970, 1, 1).toordinal()
MIN_DAY = date.min.toordinal() - EPOCH
MAX_DAY = date.max.toordinal() - EPOCH
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length_days(year: int, month: int) -> int:
    """The number of days of a month (1-12)."""
    return 29 if month == 2 and is_leap(year) else _MONTH_DAYS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to a day that exists; the first of year 10000 is counted too, as an exclusive end.

    Raises a refusal for a year before 1.
    """
    if year < MIN_YEAR:
        raise refuse.out_of_years()
    if year > MAX_YEAR:
        return MAX_DAY + 1
    return date(year, month, day).toordinal() - EPOCH


def month_start(month_count: int) -> int:
    """The day number on which a month begins; months are counted `year * 12 + month - 1`."""
    return day_number(month_count // 12, month_count % 12 + 1, 1)


def day_of(number: int) -> date:
    """The calendar day of a day number within the years 1 to 9999."""
    return date.fromordinal(number + EPOCH)


def day_at(ms: int) -> date:
    """The calendar day that a millisecond falls on."""
    return day_of(ms // DAY_MS)


def weekday_of(number: int) -> int:
    """0 for Monday to 6 for Sunday (1970-01-01 was a Thursday)."""
    return (number + 3) % 7


def weeks_in(year: int) -> int:
    """52 or 53: the number of the last ISO week of a week-numbering year (ISO 8601-1, 4.2.2)."""
    return date(year, 12, 28).isocalendar().week


def week_start(year: int, week: int) -> int:
    """The day number of the Monday of an ISO week that exists."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday_of(fourth) + 7 * (week - 1)

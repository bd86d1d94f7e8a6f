"""What the calendar and the clock have, and what they have not: months, days, hours, offsets.

In: numbers as they were written. Out: the `Period` or the number that they stand for, or a refusal that names what
there is instead.
"""

from __future__ import annotations

from app.dates import civil, period, refuse
from app.dates.period import Period


def month_of_year(year: int, month: int) -> Period:
    """A month by its numbers. Raises a refusal where the calendar has none such."""
    check_month(year, month)
    return period.month(year, month)


def day_of_month(year: int, month: int, day: int) -> Period:
    """A day by its numbers. Raises a refusal where the calendar has none such."""
    check_month(year, month)
    check_day(year, month, day)
    return period.day(year, month, day)


def check_month(year: int, month: int) -> None:
    """Nothing, or a refusal where there is no such month."""
    if month == 0:
        what = f"{year:04}-00 has no month that exists; a month that is not known is left out."
        raise refuse.impossible(what, f'Write "{year:04}" or "{year:04}-XX".')
    if not 1 <= month <= 12:
        what = f"There is no month {month:02}: months run from 01 to 12, and EDTF divisions of a year from 21 to 41."
        raise refuse.impossible(what, f'Write "{year:04}-12" for December or "{year:04}" for the whole year.')


def check_day(year: int, month: int, day: int) -> None:
    """Nothing, or a refusal where the month has no such day."""
    length_days = civil.month_length_days(year, month)
    if day == 0:
        what = f"{year:04}-{month:02} has no day 00; a day that is not known is left out."
        raise refuse.impossible(what, f'Write "{year:04}-{month:02}" or "{year:04}-{month:02}-XX".')
    if not 1 <= day <= length_days:
        what = f"{year:04}-{month:02} has no day {day:02}: it has {length_days} days."
        raise refuse.impossible(what, f'Write "{year:04}-{month:02}-{length_days}" or "{year:04}-{month:02}".')


def check_clock(clock: tuple[int, ...], day_text: str) -> None:
    """Nothing, or a refusal where no clock shows this: 24:00 and leap seconds are not read."""
    hours, minutes, seconds = (*clock, 0, 0)[:3]
    if (hours, minutes, seconds) == (24, 0, 0):
        what = "24:00 is not read: a day ends where the next begins."
        raise refuse.impossible(what, f'Write 00:00 of the day after, or "{day_text}" or "the day after {day_text}".')
    if hours > 23 or minutes > 59 or seconds > 59:
        shown = ":".join(f"{part:02}" for part in clock)
        what = f"There is no time {shown}: hours run from 00 to 23, minutes and seconds to 59."
        raise refuse.impossible(what, f'Write "{day_text}", or a time such as "{day_text} 14:30".')


def read_offset(text: str) -> int:
    """Minutes east of UTC of `Z`, `+03`, `+03:00`.

    Raises a refusal beyond 14 hours, and for -00:00 (ISO 8601-1, 4.3.13: zero has no minus).
    """
    if text == "Z":
        return 0
    hours, minutes = int(text[1:3]), int(text[4:] or 0)
    total = hours * 60 + minutes
    if minutes > 59 or total > 14 * 60 or (text[0] == "-" and not total):
        raise refuse.unknown_zone(text, "is no offset from UTC: they run from -14:00 to +14:00, and zero is written Z")
    return -total if text[0] == "-" else total

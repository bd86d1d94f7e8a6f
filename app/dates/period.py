"""One period of the calendar: a century, a year, a quarter, a day, a minute, with its EDTF text and its bounds.

In: numbers that are already known to exist. Out: `Period`. Divisions of a year are those of ISO 8601-2:2019, 4.8
(EDTF level 1 and 2, codes 21-41); a season is the meteorological one of the northern hemisphere unless its code says
otherwise, and the winter of a year begins in its December.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.dates import civil
from app.dates.value import End, EndKind, Precision

# code -> (first month, months, precision); a season that crosses the new year belongs to the year it begins in.
DIVISIONS: dict[int, tuple[int, int, Precision]] = {
    **{21 + n: (3 + 3 * n, 3, Precision.SEASON) for n in range(4)},
    **{25 + n: (3 + 3 * n, 3, Precision.SEASON) for n in range(4)},
    **{29 + n: ((9, 12, 3, 6)[n], 3, Precision.SEASON) for n in range(4)},
    **{33 + n: (1 + 3 * n, 3, Precision.QUARTER) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4, Precision.QUADRIMESTER) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6, Precision.HALF) for n in range(2)},
}
_UNIT_MS = {Precision.HOUR: 3_600_000, Precision.MINUTE: 60_000, Precision.SECOND: 1_000}


@dataclass(frozen=True, slots=True)
class Period:
    """A single period [start_ms, end_ms) of civil time; `code` is its EDTF text without qualifiers."""

    code: str
    precision: Precision
    start_ms: int
    end_ms: int
    approximate: bool = False
    uncertain: bool = False
    offset_min: int | None = None
    zone: str | None = None

    @property
    def edtf(self) -> str:
        """The EDTF text with its qualifier: `%` stands for both (EDTF level 1)."""
        return self.code + ("", "~", "?", "%")[self.approximate + 2 * self.uncertain]

    @property
    def is_qualified(self) -> bool:
        """Whether it is approximate or uncertain."""
        return self.approximate or self.uncertain

    def as_end(self) -> End:
        """This period as one end of a date."""
        return End(
            EndKind.GIVEN,
            self.start_ms,
            self.end_ms,
            self.precision,
            self.approximate,
            self.uncertain,
            self.offset_min,
        )

    def qualified(self, *, approximate: bool = False, uncertain: bool = False) -> Period:
        """The same period, with qualifiers added to those that it has."""
        return replace(self, approximate=self.approximate or approximate, uncertain=self.uncertain or uncertain)


def of_days(code: str, precision: Precision, first_day: int, end_day: int) -> Period:
    """A period from one day number to another, exclusive."""
    return Period(code, precision, first_day * civil.DAY_MS, end_day * civil.DAY_MS)


def day(year: int, month: int, day_of_month: int) -> Period:
    """A day that exists."""
    number = civil.day_number(year, month, day_of_month)
    return of_days(f"{year:04}-{month:02}-{day_of_month:02}", Precision.DAY, number, number + 1)


def month(year: int, month_of_year: int) -> Period:
    """A month."""
    count = year * 12 + month_of_year - 1
    code = f"{year:04}-{month_of_year:02}"
    return of_days(code, Precision.MONTH, civil.month_start(count), civil.month_start(count + 1))


def years(code: str, precision: Precision, first_year: int, count: int) -> Period:
    """A run of whole years under one EDTF text."""
    start, end = civil.day_number(first_year, 1, 1), civil.day_number(first_year + count, 1, 1)
    return of_days(code, precision, start, end)


def year(number: int) -> Period:
    """A year."""
    return years(f"{number:04}", Precision.YEAR, number, 1)


def decade(first_year: int) -> Period:
    """The ten years from one that ends in 0: `199X`."""
    return years(f"{first_year // 10:03}X", Precision.DECADE, first_year // 10 * 10, 10)


def century(number: int) -> Period:
    """The Nth century as EDTF counts it: the 19th is `18XX`, 1800 to 1899. The first would begin in a year 0."""
    return years(f"{number - 1:02}XX", Precision.CENTURY, (number - 1) * 100, 100)


def division(year_number: int, code: int) -> Period:
    """A season, quarter, quadrimester or half of a year by its code 21-41."""
    first, months, precision = DIVISIONS[code]
    start = year_number * 12 + first - 1
    days = civil.month_start(start), civil.month_start(start + months)
    return of_days(f"{year_number:04}-{code}", precision, *days)


def week(year_number: int, number: int) -> Period:
    """An ISO 8601-1 week that exists, Monday to Sunday: `2025-W52`."""
    start = civil.week_start(year_number, number)
    return of_days(f"{year_number:04}-W{number:02}", Precision.WEEK, start, start + 7)


def moment(
    day_period: Period, clock: tuple[int, ...], offset_min: int | None = None, zone: str | None = None
) -> Period:
    """An hour, minute or second of a day: `clock` holds one, two or three numbers that exist."""
    precision = (Precision.HOUR, Precision.MINUTE, Precision.SECOND)[len(clock) - 1]
    hours, minutes, seconds = (*clock, 0, 0)[:3]
    start = day_period.start_ms + ((hours * 60 + minutes) * 60 + seconds) * 1000
    code = f"{day_period.code}T" + ":".join(f"{part:02}" for part in clock) + offset_text(offset_min)
    flags = day_period.approximate, day_period.uncertain
    return Period(code, precision, start, start + _UNIT_MS[precision], *flags, offset_min, zone)


def offset_text(offset_min: int | None) -> str:
    """`Z`, `+03:00` or nothing (EDTF level 0)."""
    if not offset_min:
        return "" if offset_min is None else "Z"
    hours, minutes = divmod(abs(offset_min), 60)
    return f"{'-' if offset_min < 0 else '+'}{hours:02}:{minutes:02}"

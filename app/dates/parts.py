"""Parts of a period: its halves, its thirds, the first or last of its months.

In: a `Period` and a number. Out: a `Span`, None where the period has no such parts. Thirds of a month are days 1-10,
11-20, 21-end; of a decade four, three and three years; of a century 34, 33 and 33.
"""

from __future__ import annotations

from app.dates import civil, refuse, span
from app.dates.period import Period
from app.dates.span import Span
from app.dates.value import Precision

PRECISIONS = {
    "day": Precision.DAY,
    "week": Precision.WEEK,
    "month": Precision.MONTH,
    "quarter": Precision.QUARTER,
    "half": Precision.HALF,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
}
# precision -> its unit, and where the second and the last third begin, counted in units from 0
_THIRDS = {
    Precision.CENTURY: (Precision.YEAR, 34, 67),
    Precision.DECADE: (Precision.YEAR, 4, 7),
    Precision.YEAR: (Precision.MONTH, 4, 8),
    Precision.HALF: (Precision.MONTH, 2, 4),
    Precision.QUARTER: (Precision.MONTH, 1, 2),
    Precision.SEASON: (Precision.MONTH, 1, 2),
    Precision.MONTH: (Precision.DAY, 10, 20),
}
_HALVES = {
    Precision.CENTURY: (Precision.YEAR, 50),
    Precision.DECADE: (Precision.YEAR, 5),
    Precision.HALF: (Precision.MONTH, 3),
    Precision.MONTH: (Precision.DAY, 15),
}


def third(whole: Period, number: int, *, approximate: bool = True) -> Span | None:
    """The first, second or last third of a whole period."""
    if whole.precision not in _THIRDS or not span.is_whole(whole):
        return None
    unit, *cuts = _THIRDS[whole.precision]
    return _stretch(whole, unit, cuts, number).mapped(
        lambda each: each.qualified(approximate=approximate or whole.approximate, uncertain=whole.uncertain)
    )


def half(whole: Period, number: int) -> Span | None:
    """The first or second half of a whole period; of a year it is one period of its own."""
    if not span.is_whole(whole):
        return None
    if whole.precision is Precision.YEAR:
        return Span(span.moved(Precision.HALF, whole.start_ms, number - 1))
    if whole.precision not in _HALVES:
        return None
    unit, cut = _HALVES[whole.precision]
    return _stretch(whole, unit, [cut], number)


def _stretch(whole: Period, unit: Precision, cuts: list[int], number: int) -> Span:
    begins = [0, *cuts]
    first = span.moved(unit, whole.start_ms, begins[number - 1])
    if number > len(cuts):
        last = span.containing(unit, whole.end_ms - 1)
    else:
        last = span.moved(unit, whole.start_ms, begins[number] - 1)
    return Span(first) if first == last else Span(first, last, part=True)


def counted(start_ms: int, end_ms: int, unit: Precision, first: int, last: int) -> Span | None:
    """The units from the `first` to the `last` of those that begin at `start_ms`; negative numbers count from the end.

    Weeks are runs of seven days from the start (or to the end). None where the stretch is not made of whole units.
    Raises a refusal where there are not so many.
    """
    if unit is Precision.WEEK:
        return _counted_weeks(start_ms, end_ms, first, last)
    opening, closing = span.containing(unit, start_ms), span.containing(unit, end_ms - 1)
    if (opening.start_ms, closing.end_ms) != (start_ms, end_ms):
        return None
    base_ms, shift = (start_ms, -1) if first > 0 else (closing.start_ms, 1)
    found = span.moved(unit, base_ms, first + shift), span.moved(unit, base_ms, last + shift)
    return _within(found, start_ms, end_ms)


def _counted_weeks(start_ms: int, end_ms: int, first: int, last: int) -> Span:
    week_days = 7
    if first > 0:
        days = start_ms, (first - 1) * week_days, last * week_days - 1
    else:
        days = end_ms, first * week_days, (last + 1) * week_days - 1
    found = span.moved(Precision.DAY, days[0], days[1]), span.moved(Precision.DAY, days[0], days[2])
    return _within(found, start_ms, end_ms)


def _within(found: tuple[Period, Period], start_ms: int, end_ms: int) -> Span:
    first, last = found
    if first.start_ms < start_ms or last.end_ms > end_ms or first.start_ms > last.start_ms:
        what = f"The period from {civil.day_at(start_ms)} to {civil.day_at(end_ms - 1)} is shorter than that."
        raise refuse.impossible(what, f'Write "{first.code[:4]}" or the months, such as "2025-01/2025-09".')
    return Span(first) if first == last else Span(first, last, part=True)

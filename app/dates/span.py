"""What a phrase says before it becomes a value: one period, or two ends of which one may be open or unknown.

In: periods. Out: `Span`, and the arithmetic on it that the constructs of the grammar share.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.dates import civil, period, refuse
from app.dates.period import Period
from app.dates.value import Basis, EndKind, Precision

Bound = Period | EndKind


@dataclass(frozen=True, slots=True)
class Span:
    """`last` is None for a single period.

    `part`: the range is a stretch of one period ("early 2022"), not two dates of its own. `doubts`: codes of warnings
    that the reading itself raised. `floating`: the words name no particular week or year, and the dateline chose the
    latest; the next one is a week or a year later.
    """

    first: Bound
    last: Bound | None = None
    basis: Basis = Basis.STATED
    base: str | None = None
    part: bool = False
    doubts: tuple[str, ...] = ()
    floating: Precision | None = None

    @property
    def ends(self) -> tuple[Bound, Bound]:
        """Both bounds; twice the same for a single period."""
        return self.first, self.first if self.last is None else self.last

    @property
    def edtf(self) -> str:
        """The EDTF text of the whole."""
        if self.last is None:
            return bound_text(self.first)
        return f"{bound_text(self.first)}/{bound_text(self.last)}"

    def closed(self) -> tuple[Period, Period] | None:
        """Both ends as periods, or None where one is open or unknown."""
        first, last = self.ends
        return (first, last) if isinstance(first, Period) and isinstance(last, Period) else None

    def stretch(self) -> tuple[Period, Period] | None:
        """Both ends where this is one period or a stretch of one; None for a range of two dates."""
        return self.closed() if self.last is None or self.part else None

    def single(self, precision: Precision | None = None) -> Period | None:
        """The one period of this span, of the wanted precision if one is named; otherwise None."""
        if self.last is not None or not isinstance(self.first, Period):
            return None
        return self.first if precision in {None, self.first.precision} else None

    def mapped(self, change: Callable[[Period], Period]) -> Span:
        """The same span with every period changed."""
        first = change(self.first) if isinstance(self.first, Period) else self.first
        last = change(self.last) if isinstance(self.last, Period) else self.last
        return replace(self, first=first, last=last)

    def with_ground_of(self, *others: Span) -> Span:
        """The same span, standing on whatever base and doubts the spans stand on that it was made from."""
        grounded = next((other for other in others if other.basis is not Basis.STATED), self)
        doubts = tuple(dict.fromkeys(code for span in (self, *others) for code in span.doubts))
        floating = next((span.floating for span in (self, *others) if span.floating), None)
        return replace(self, basis=grounded.basis, base=grounded.base, doubts=doubts, floating=floating)


def bound_text(bound: Bound) -> str:
    """The EDTF text of one end: `..` is open, nothing is unknown (EDTF level 1, extended interval)."""
    if isinstance(bound, Period):
        return bound.edtf
    return ".." if bound is EndKind.OPEN else ""


def between(first: Bound, last: Bound) -> Span:
    """A range of two ends. Raises a refusal when it runs backwards, by the calendar as written or by the clock."""
    if isinstance(first, Period) and isinstance(last, Period):
        backwards = first.start_ms >= last.end_ms
        if first.offset_min is not None and last.offset_min is not None:
            lag_ms = (first.offset_min - last.offset_min) * 60_000
            backwards = backwards or first.start_ms - lag_ms >= last.end_ms
        if backwards:
            raise refuse.reversed_range(first.edtf, last.edtf)
    return Span(first, last)


def containing(precision: Precision, ms: int) -> Period:
    """The whole period of a calendar precision that holds a millisecond. Raises a refusal outside the years 1-9999."""
    number = ms // civil.DAY_MS
    if not civil.MIN_DAY <= number <= civil.MAX_DAY:
        raise refuse.out_of_years()
    day = civil.day_of(number)
    return _BUILDERS[precision](day.year, day.month, day.day)


def _week_of(year: int, month: int, day: int) -> Period:
    iso = civil.day_of(civil.day_number(year, month, day)).isocalendar()
    return period.week(iso.year, iso.week)


def _season_of(year: int, month: int, _day: int) -> Period:
    begins = month // 3 * 3
    return period.division(year, 20 + begins // 3) if begins else period.division(year - 1, 24)


_BUILDERS: dict[Precision, Callable[[int, int, int], Period]] = {
    Precision.CENTURY: lambda year, _m, _d: period.century(year // 100 + 1),
    Precision.DECADE: lambda year, _m, _d: period.decade(year),
    Precision.YEAR: lambda year, _m, _d: period.year(year),
    Precision.HALF: lambda year, month, _d: period.division(year, 40 + (month - 1) // 6),
    Precision.QUADRIMESTER: lambda year, month, _d: period.division(year, 37 + (month - 1) // 4),
    Precision.QUARTER: lambda year, month, _d: period.division(year, 33 + (month - 1) // 3),
    Precision.SEASON: _season_of,
    Precision.MONTH: lambda year, month, _d: period.month(year, month),
    Precision.WEEK: _week_of,
    Precision.DAY: period.day,
}
_MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.QUADRIMESTER: 4,
    Precision.HALF: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
    Precision.CENTURY: 1200,
}
_CLOCK_MS = {Precision.HOUR: 3_600_000, Precision.MINUTE: 60_000, Precision.SECOND: 1_000}


def moved(precision: Precision, ms: int, units: int) -> Period:
    """The whole period of `precision` that lies `units` periods after (before, if negative) the one that holds `ms`."""
    if precision is Precision.DAY or precision is Precision.WEEK:
        return containing(precision, ms + units * (7 if precision is Precision.WEEK else 1) * civil.DAY_MS)
    here = civil.day_at(containing(precision, ms).start_ms)
    count = here.year * 12 + here.month - 1 + units * _MONTHS[precision]
    if not civil.MIN_YEAR * 12 <= count < (civil.MAX_YEAR + 1) * 12:
        raise refuse.out_of_years()
    return containing(precision, civil.month_start(count) * civil.DAY_MS)


def is_whole(here: Period) -> bool:
    """Whether the period is one that its precision cuts the calendar into, and no window such as `2025-12-2X`."""
    if here.precision in _CLOCK_MS:
        return True
    usual = containing(here.precision, here.start_ms)
    return (usual.start_ms, usual.end_ms) == (here.start_ms, here.end_ms)


def neighbour(here: Period, step: int) -> Period:
    """The period just before (-1) or just after (+1) one, of the same precision and with the same qualifiers."""
    length_ms = _CLOCK_MS.get(here.precision)
    if length_ms is None:
        return containing(here.precision, here.end_ms if step > 0 else here.start_ms - 1).qualified(
            approximate=here.approximate, uncertain=here.uncertain
        )
    start_ms = here.start_ms + step * length_ms
    seconds = start_ms % civil.DAY_MS // 1000
    clock = (seconds // 3600, seconds // 60 % 60, seconds % 60)
    shown = clock[: (Precision.HOUR, Precision.MINUTE, Precision.SECOND).index(here.precision) + 1]
    day = containing(Precision.DAY, start_ms).qualified(approximate=here.approximate, uncertain=here.uncertain)
    return period.moment(day, shown, here.offset_min, here.zone)

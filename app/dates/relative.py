"""The constructs that count from somewhere: from the dateline, from the date of another event, from a date in the phrase.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span` with its basis and base; None where the words do not make sense together; a
refusal where the ground to count from is missing. The unit that is counted is the precision of the answer: "two weeks
ago" is a week, "three days ago" a day. The machine's clock is never asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.dates import civil, edtf, parts, period, refuse, span
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import Basis, End, EndKind, Precision

DOUBTFUL_WEEKDAY = "W307"
_WHOLE = {"week", "month", "quarter", "half", "year", "decade", "century"}


def _from_dateline(found: Period, scope: Scope, *doubts: str) -> Span:
    return Span(found, basis=Basis.DATELINE, base=scope.spoken_on().code, doubts=doubts)


def _days_away(scope: Scope, days: int) -> Span:
    return _from_dateline(span.moved(Precision.DAY, scope.spoken_on().start_ms, days), scope)


def today(_slots: Slots, scope: Scope) -> Span:
    """The dateline."""
    return _days_away(scope, 0)


def yesterday(_slots: Slots, scope: Scope) -> Span:
    """The day before the dateline."""
    return _days_away(scope, -1)


def tomorrow(_slots: Slots, scope: Scope) -> Span:
    """The day after the dateline."""
    return _days_away(scope, 1)


def day_before_yesterday(_slots: Slots, scope: Scope) -> Span:
    """Two days before the dateline."""
    return _days_away(scope, -2)


def day_after_tomorrow(_slots: Slots, scope: Scope) -> Span:
    """Two days after the dateline."""
    return _days_away(scope, 2)


def _weekdays(slots: Slots, scope: Scope) -> tuple[int, int]:
    """The weekday that is named and the dateline's, both from 0."""
    return slots.number("weekday") - 1, civil.weekday_of(scope.spoken_on().start_ms // civil.DAY_MS)


def weekday(slots: Slots, scope: Scope) -> Span:
    """Monday: the latest one on or before the dateline."""
    named, today_is = _weekdays(slots, scope)
    return _days_away(scope, -((today_is - named) % 7))


def weekday_this(slots: Slots, scope: Scope) -> Span:
    """This Monday: the one of the dateline's week."""
    named, today_is = _weekdays(slots, scope)
    return _days_away(scope, named - today_is)


def weekday_last(slots: Slots, scope: Scope) -> Span:
    """Last Monday: the latest one before the dateline; doubtful when this week has had one already."""
    named, today_is = _weekdays(slots, scope)
    found = _days_away(scope, -((today_is - named - 1) % 7 + 1))
    return replace(found, doubts=(DOUBTFUL_WEEKDAY,)) if named < today_is else found


def weekday_next(slots: Slots, scope: Scope) -> Span:
    """Next Monday: the first one after the dateline; doubtful when this week still has one."""
    named, today_is = _weekdays(slots, scope)
    found = _days_away(scope, (named - today_is - 1) % 7 + 1)
    return replace(found, doubts=(DOUBTFUL_WEEKDAY,)) if named > today_is else found


def weekday_of_last_week(slots: Slots, scope: Scope) -> Span:
    """The Monday of the week before the dateline's."""
    named, today_is = _weekdays(slots, scope)
    return _days_away(scope, named - today_is - 7)


def weekday_of_next_week(slots: Slots, scope: Scope) -> Span:
    """The Monday of the week after the dateline's."""
    named, today_is = _weekdays(slots, scope)
    return _days_away(scope, named - today_is + 7)


def _unit_away(slots: Slots, scope: Scope, units: int) -> Span | None:
    unit = slots.unit()
    if unit not in _WHOLE:
        return None
    return _from_dateline(span.moved(parts.PRECISIONS[unit], scope.spoken_on().start_ms, units), scope)


def unit_this(slots: Slots, scope: Scope) -> Span | None:
    """This week, month, quarter, year ...: the whole of it."""
    return _unit_away(slots, scope, 0)


def year_this(_slots: Slots, scope: Scope) -> Span:
    """The year that the dateline is in, where the language has a word of its own for it."""
    return _from_dateline(span.moved(Precision.YEAR, scope.spoken_on().start_ms, 0), scope)


def year_last(_slots: Slots, scope: Scope) -> Span:
    """The year before the dateline's, where the language has a word of its own for it."""
    return _from_dateline(span.moved(Precision.YEAR, scope.spoken_on().start_ms, -1), scope)


def year_next(_slots: Slots, scope: Scope) -> Span:
    """The year after the dateline's, where the language has a word of its own for it."""
    return _from_dateline(span.moved(Precision.YEAR, scope.spoken_on().start_ms, 1), scope)


def unit_last(slots: Slots, scope: Scope) -> Span | None:
    """Last week, month, quarter, year ...: the whole of it."""
    return _unit_away(slots, scope, -1)


def unit_next(slots: Slots, scope: Scope) -> Span | None:
    """Next week, month, quarter, year ...: the whole of it."""
    return _unit_away(slots, scope, 1)


def to_date(slots: Slots, scope: Scope) -> Span | None:
    """The year to date: from its first day to the dateline."""
    whole = _unit_away(slots, scope, 0)
    if whole is None or not isinstance(whole.first, Period):
        return None
    return replace(whole, first=span.containing(Precision.DAY, whole.first.start_ms), last=scope.spoken_on())


def units_ago(slots: Slots, scope: Scope) -> Span:
    """Three days ago, two weeks ago: a period of the unit that is counted."""
    here = scope.spoken_on()
    return _from_dateline(span.moved(parts.PRECISIONS[slots.unit()], here.start_ms, -slots.count()), scope)


def units_ahead(slots: Slots, scope: Scope) -> Span:
    """In three days, in two weeks."""
    here = scope.spoken_on()
    return _from_dateline(span.moved(parts.PRECISIONS[slots.unit()], here.start_ms, slots.count()), scope)


def day_month(slots: Slots, scope: Scope) -> Span:
    """22 December, without a year: the dateline's year, unless that lies ahead; then two years are possible and it is refused."""
    day, month = slots.number("day"), slots.number("month") if "month" in slots else slots.number("mm")

    def words(year: int) -> str:
        return f"{year:04}-{month:02}-{day:02}"

    return _yearless(scope, lambda year: edtf.calendar_date(year, month, day), words)


def bare_month(slots: Slots, scope: Scope) -> Span:
    """In December, without a year: as with a day."""
    month = slots.number("month") if "month" in slots else slots.number("mm")
    edtf.check_month(2000, month)
    return _yearless(scope, lambda year: period.month(year, month), lambda year: f"{year:04}-{month:02}")


def _yearless(scope: Scope, build: Callable[[int], Period], words: Callable[[int], str]) -> Span:
    if scope.dateline is None:
        raise refuse.no_year(scope.text, ())
    year = civil.day_at(scope.dateline.start_ms).year
    found = build(year)
    if found.start_ms > scope.dateline.start_ms:
        raise refuse.no_year(scope.text, (words(year - 1), words(year)))
    return _from_dateline(found, scope)


def _month_away(slots: Slots, scope: Scope, choose: Callable[[int], int]) -> Span:
    here = civil.day_at(scope.spoken_on().start_ms)
    named = slots.number("month") if "month" in slots else slots.number("mm")
    edtf.check_month(here.year, named)
    return _from_dateline(span.moved(Precision.MONTH, scope.spoken_on().start_ms, choose(named - here.month)), scope)


def month_this(slots: Slots, scope: Scope) -> Span:
    """This May: the one of the dateline's year."""
    return _month_away(slots, scope, lambda ahead: ahead)


def month_last(slots: Slots, scope: Scope) -> Span:
    """Last May: the latest one that was over before the dateline's month began."""
    return _month_away(slots, scope, lambda ahead: ahead if ahead < 0 else ahead - 12)


def month_next(slots: Slots, scope: Scope) -> Span:
    """Next May: the first one that begins after the dateline's month."""
    return _month_away(slots, scope, lambda ahead: ahead if ahead > 0 else ahead + 12)


def _counted(base: tuple[int, int], precision: Precision, units: int, scope: Scope, shown: str) -> Period:
    start_ms, end_ms = base
    whole = span.containing(precision, start_ms)
    if not whole.start_ms <= start_ms < end_ms <= whole.end_ms:
        raise refuse.coarse_anchor(scope.text, shown)
    return span.moved(precision, start_ms, units)


def _from_date(slots: Slots, scope: Scope, units: int) -> Span | None:
    ends = slots.span().stretch() or slots.span().closed()
    if ends is None:
        return None
    here = ends[0] if units < 0 else ends[1]
    precision = parts.PRECISIONS[slots.unit()] if "unit" in slots else Precision.DAY
    found = _counted((here.start_ms, here.end_ms), precision, units, scope, here.edtf)
    return Span(found.qualified(here.approximate, here.uncertain)).with_ground_of(slots.span())


def days_before_date(slots: Slots, scope: Scope) -> Span | None:
    """Two days before 22 December 2025."""
    return _from_date(slots, scope, -slots.count())


def days_after_date(slots: Slots, scope: Scope) -> Span | None:
    """Two days after 22 December 2025."""
    return _from_date(slots, scope, slots.count())


def day_before_date(slots: Slots, scope: Scope) -> Span | None:
    """The day before 22 December 2025."""
    return _from_date(slots, scope, -1)


def day_after_date(slots: Slots, scope: Scope) -> Span | None:
    """The day after 22 December 2025."""
    return _from_date(slots, scope, 1)


def _bounds(end: End, scope: Scope, shown: str) -> tuple[int, int]:
    if end.kind is not EndKind.GIVEN or end.earliest_ms is None or end.latest_ms is None:
        raise refuse.coarse_anchor(scope.text, shown)
    return end.earliest_ms, end.latest_ms


def _from_anchor(slots: Slots, scope: Scope, units: int) -> Span | None:
    if scope.anchor is None:
        raise refuse.needs_anchor(scope.text)
    unit, shown = slots.unit() if "unit" in slots else "day", scope.anchor.edtf
    first, last = _bounds(scope.anchor.first, scope, shown), _bounds(scope.anchor.last, scope, shown)
    end = scope.anchor.first if units < 0 else scope.anchor.last
    base = (first[0], last[1]) if not units else first if units < 0 else last
    found = _counted(base, parts.PRECISIONS[unit], units, scope, shown)
    return Span(
        found.qualified(end.approximate, end.uncertain), basis=Basis.INFERRED, base=civil.day_at(base[0]).isoformat()
    )


def units_later(slots: Slots, scope: Scope) -> Span | None:
    """Two days later: after the anchor's last day."""
    return _from_anchor(slots, scope, slots.count())


def units_earlier(slots: Slots, scope: Scope) -> Span | None:
    """Two days earlier: before the anchor's first day."""
    return _from_anchor(slots, scope, -slots.count())


def same_unit(slots: Slots, scope: Scope) -> Span | None:
    """The same day, week, month, year as the anchor."""
    return _from_anchor(slots, scope, 0)


def unit_later(slots: Slots, scope: Scope) -> Span | None:
    """The next day, the following week."""
    return _from_anchor(slots, scope, 1)


def unit_earlier(slots: Slots, scope: Scope) -> Span | None:
    """The previous day, the preceding year."""
    return _from_anchor(slots, scope, -1)

"""The constructs of the calendar: what each kind of phrase means once its words are known.

In: the `Slots` of a phrase and its `Scope`. Out: a `Span`; None where the words do not make sense together, so that another
phrase may claim them; a refusal where they make sense and the calendar has no such date.
"""

from __future__ import annotations

from app.dates import civil, edtf, parts, period, refuse, span, times
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span
from app.dates.value import CLOCK, EndKind, Precision


def day(slots: Slots, _scope: Scope) -> Span | None:
    """22 December 2025. A month may be named twice, in two traditions, if it is the same (Arabic)."""
    month = slots.number("month") if "month" in slots else slots.number("mm")
    if "month2" in slots and slots.number("month2") != month:
        return None
    return Span(edtf.calendar_date(slots.number("year"), month, slots.number("day")))


def month(slots: Slots, _scope: Scope) -> Span | None:
    """December 2025. It may be named twice, as in a day."""
    number = slots.number("month") if "month" in slots else slots.number("mm")
    if "month2" in slots and slots.number("month2") != number:
        return None
    return (
        Span(edtf.calendar_date(slots.number("year"), number, 0, has_day=False)) if number <= 12 else _no_month(number)
    )


def _no_month(number: int) -> Span:
    raise refuse.impossible(f"There is no month {number}.", 'Write "2025-12" or "December 2025".')


def year(slots: Slots, _scope: Scope) -> Span:
    """2025."""
    return Span(period.year(slots.number("year")))


def decade(slots: Slots, scope: Scope) -> Span:
    """The 1990s. Where the year ends in 00 the words may mean the whole century: refused."""
    first = slots.number("decade")
    if first % 100 == 0:
        readings = f"{first // 10}X", f"{first // 100}XX"
        raise refuse.ambiguous(scope.text, readings)
    return Span(period.decade(first))


def century(slots: Slots, _scope: Scope) -> Span:
    """The 19th century, 1800 to 1899."""
    number = slots.number("century")
    if not 1 <= number <= 99:
        raise refuse.impossible(
            f"There is no century {number} within the years 1 to 9999.", 'Write "19th century" or "18XX".'
        )
    return Span(period.century(number))


def decade_of_century(slots: Slots, _scope: Scope) -> Span | None:
    """The nineties of the 20th century: {tens} names 10, 20 ... 90."""
    tens, number = slots.number("tens"), slots.number("century")
    tens = tens if tens > 9 else tens * 10
    return Span(period.decade((number - 1) * 100 + tens)) if 2 <= number <= 99 else None


def quarter(slots: Slots, _scope: Scope) -> Span:
    """Q3 2024."""
    return Span(period.division(slots.number("year"), 32 + slots.number("q")))


def half(slots: Slots, _scope: Scope) -> Span:
    """H1 2023."""
    return Span(period.division(slots.number("year"), 39 + slots.number("h")))


def quarter_of(slots: Slots, _scope: Scope) -> Span | None:
    """The third quarter of 2024, of this year."""
    whole, number = slots.span().single(Precision.YEAR), slots.number("ordinal" if "ordinal" in slots else "q")
    if whole is None:
        return None
    if not 1 <= number <= 4:
        raise refuse.impossible("A year has four quarters.", f'Write "Q4 {whole.code}" or "{whole.code}".')
    return Span(span.moved(Precision.QUARTER, whole.start_ms, number - 1)).with_ground_of(slots.span())


def last_quarter_of(slots: Slots, _scope: Scope) -> Span | None:
    """The last quarter of 2024."""
    whole = slots.span().single(Precision.YEAR)
    return whole and Span(span.moved(Precision.QUARTER, whole.start_ms, 3)).with_ground_of(slots.span())


def half_of(slots: Slots, _scope: Scope) -> Span | None:
    """The first half of 2023, of December 2025, of the 1990s."""
    number = slots.number("ordinal" if "ordinal" in slots else "h")
    whole = slots.span().single()
    if whole is None or whole.is_qualified:
        return None
    if not 1 <= number <= 2:
        raise refuse.impossible("There are two halves.", f'Write "the second half of {whole.code}" or "{whole.code}".')
    found = parts.half(whole, number)
    return found and found.with_ground_of(slots.span())


def season(slots: Slots, scope: Scope) -> Span:
    """Spring 2023; a winter of one year is refused, because two winters touch it."""
    return _season(slots.number("season"), slots.number("year"), scope)


def season_of(slots: Slots, scope: Scope) -> Span | None:
    """The spring of this year."""
    whole = slots.span().single(Precision.YEAR)
    if whole is None:
        return None
    return _season(slots.number("season"), civil.day_at(whole.start_ms).year, scope).with_ground_of(slots.span())


def _season(number: int, year_number: int, scope: Scope) -> Span:
    if number == 4:
        readings = tuple(f"winter {first}-{first + 1}" for first in (year_number - 1, year_number))
        raise refuse.ambiguous(scope.text, readings)
    return Span(period.division(year_number, 20 + number))


def winter_pair(slots: Slots, scope: Scope) -> Span:
    """Winter 2023-2024, winter 2023/24: December to February."""
    first, number = slots.number("year"), slots.number("season")
    second = slots.number("year2") if "year2" in slots else slots.number("yy")
    if number != 4 or second not in {first + 1, (first + 1) % 100}:
        last = second if second > 99 else first + 1
        raise refuse.ambiguous(
            scope.text, (f"{first}-{20 + number}", f"{first}-{20 + number}/{last}-{20 + number}")
        ) from None
    return Span(period.division(first, 24))


def week_number(slots: Slots, _scope: Scope) -> Span | None:
    """Week 52 of 2025, as ISO 8601 counts weeks."""
    single = edtf.read_single(f"{slots.number('year'):04}-W{slots.number('n'):02}")
    return single and Span(single)


def week_of(slots: Slots, _scope: Scope) -> Span | None:
    """The week of 22 December 2025: Monday to Sunday."""
    known = slots.span().single(Precision.DAY)
    return known and Span(span.containing(Precision.WEEK, known.start_ms)).with_ground_of(slots.span())


def month_of(slots: Slots, _scope: Scope) -> Span | None:
    """December of last year."""
    whole = slots.span().single(Precision.YEAR)
    if whole is None:
        return None
    number = slots.number("month") if "month" in slots else slots.number("mm")
    return Span(span.moved(Precision.MONTH, whole.start_ms, number - 1)).with_ground_of(slots.span())


def day_of(slots: Slots, _scope: Scope) -> Span | None:
    """22 December of last year, 22 of this month."""
    whole = slots.span().single()
    if whole is None or whole.precision not in {Precision.YEAR, Precision.MONTH}:
        return None
    start = civil.day_at(whole.start_ms)
    named = "month" if "month" in slots else "mm" if "mm" in slots else None
    if (whole.precision is Precision.YEAR) != (named is not None):
        return None
    number = slots.number(named) if named else start.month
    return Span(edtf.calendar_date(start.year, number, slots.number("day"))).with_ground_of(slots.span())


def first_n(slots: Slots, scope: Scope) -> Span | None:
    """The first nine months of 2025; the first week of May 2021 is its first seven days."""
    return _counted(slots, scope, 1, slots.count())


def first_months(slots: Slots, _scope: Scope) -> Span | None:
    """Nine months of 2025, where a language means its first nine by that."""
    whole = slots.span().single(Precision.YEAR)
    found = whole and parts.counted(whole.start_ms, whole.end_ms, Precision.MONTH, 1, slots.count())
    return found and found.with_ground_of(slots.span())


def last_n(slots: Slots, scope: Scope) -> Span | None:
    """The last three months of 2024."""
    return _counted(slots, scope, -slots.count(), -1)


def nth(slots: Slots, scope: Scope) -> Span | None:
    """The second week of May 2021, the third month of 2022."""
    return _counted(slots, scope, slots.number("ordinal"), slots.number("ordinal"))


def ten_days(slots: Slots, _scope: Scope) -> Span | None:
    """The third ten days of a month: from the 21st to its end."""
    whole, number = slots.span().single(Precision.MONTH), slots.number("ordinal")
    if whole is None:
        return None
    if not 1 <= number <= 3:
        raise refuse.impossible("A month has three times ten days.", f'Write "{whole.code}" or "{whole.code}-21".')
    return parts.third(whole, number, approximate=False).with_ground_of(slots.span())  # type: ignore[union-attr]  # a month has thirds


def _counted(slots: Slots, _scope: Scope, first: int, last: int) -> Span | None:
    ends = slots.span().stretch()
    unit = parts.PRECISIONS.get(slots.unit())
    if ends is None or unit is None or ends[0].is_qualified or ends[1].is_qualified:
        return None
    found = parts.counted(ends[0].start_ms, ends[1].end_ms, unit, first, last)
    return found and found.with_ground_of(slots.span())


def early(slots: Slots, _scope: Scope) -> Span | None:
    """Early 2022: the first third, approximate."""
    return _third(slots, 1)


def middle(slots: Slots, _scope: Scope) -> Span | None:
    """Mid-2022: the second third, approximate."""
    return _third(slots, 2)


def late(slots: Slots, _scope: Scope) -> Span | None:
    """Late 2022, the end of 2022: the last third, approximate."""
    return _third(slots, 3)


def _third(slots: Slots, number: int) -> Span | None:
    whole = slots.span().single()
    found = whole and parts.third(whole, number)
    return found and found.with_ground_of(slots.span())


def since(slots: Slots, _scope: Scope) -> Span | None:
    """Since 2022: `2022/..`."""
    ends = slots.span().stretch()
    return ends and Span(ends[0], EndKind.OPEN).with_ground_of(slots.span())


def to_present(slots: Slots, scope: Scope) -> Span | None:
    """2022 to the present: `2022/..`, because what goes on has no end yet."""
    return since(slots, scope)


def until(slots: Slots, _scope: Scope) -> Span | None:
    """Until 2022, which includes it: `../2022`."""
    ends = slots.span().stretch()
    return ends and Span(EndKind.OPEN, ends[1]).with_ground_of(slots.span())


def before(slots: Slots, _scope: Scope) -> Span | None:
    """Before 2022, which excludes it: `../2021`."""
    ends = slots.span().stretch()
    if ends is None or not span.is_whole(ends[0]):
        return None
    return Span(EndKind.OPEN, span.neighbour(ends[0], -1)).with_ground_of(slots.span())


def after(slots: Slots, _scope: Scope) -> Span | None:
    """After 2022, which excludes it: `2023/..`."""
    ends = slots.span().stretch()
    if ends is None or not span.is_whole(ends[1]):
        return None
    return Span(span.neighbour(ends[1], 1), EndKind.OPEN).with_ground_of(slots.span())


def circa(slots: Slots, _scope: Scope) -> Span | None:
    """About 1984: `1984~`."""
    known = slots.span()
    return known.mapped(lambda each: each.qualified(approximate=True)) if known.closed() else None


def uncertain(slots: Slots, _scope: Scope) -> Span | None:
    """Possibly 1984: `1984?`."""
    known = slots.span()
    return known.mapped(lambda each: each.qualified(uncertain=True)) if known.closed() else None


def plain(slots: Slots, _scope: Scope) -> Span | None:
    """In 2022, on 22 December 2025: the date itself."""
    return slots.span() if slots.span().closed() else None


def from_to(slots: Slots, _scope: Scope) -> Span | None:
    """From May 2021 to June 2022, both included."""
    first, last = slots.span("a").stretch(), slots.span("b").stretch()
    if first is None or last is None:
        return None
    return span.between(first[0], last[1]).with_ground_of(slots.span("a"), slots.span("b"))


def pair(slots: Slots, _scope: Scope) -> Span | None:
    """A range whose first date leaves out what its second says: 21-22 December 2025, May-June 2021."""
    year_number, ground = _year_of_pair(slots)
    if year_number is None:
        return None
    found = span.between(_side(slots, year_number, ""), _side(slots, year_number, "2"))
    return found.with_ground_of(ground) if ground else found


def _year_of_pair(slots: Slots) -> tuple[int | None, Span | None]:
    if "year" in slots:
        return slots.number("year"), None
    whole = slots.span().single(Precision.YEAR)
    return (civil.day_at(whole.start_ms).year, slots.span()) if whole else (None, None)


def _side(slots: Slots, year_number: int, mark: str) -> Period:
    def number(name: str) -> int | None:
        written = name + mark if name + mark in slots else name
        return slots.number(written) if written in slots else None

    year_number = slots.number("year2") if mark and "year2" in slots else year_number
    if (quarter_number := number("q")) is not None:
        return period.division(year_number, 32 + quarter_number)
    if (season_number := number("season")) is not None:
        return period.division(year_number, 20 + season_number)
    month_number, day_number = number("month") or number("mm"), number("day")
    if month_number is None:
        return period.year(year_number)
    return edtf.calendar_date(year_number, month_number, day_number or 0, has_day=day_number is not None)


def on_weekday(slots: Slots, _scope: Scope) -> Span | None:
    """Monday, 22 December 2025. Raises a refusal where the weekday does not belong to the day."""
    known = slots.span().single()
    if known is None or known.precision not in {Precision.DAY, *CLOCK}:
        return None
    number, right = slots.number("weekday") - 1, civil.weekday_of(known.start_ms // civil.DAY_MS)
    if number != right:
        when = civil.day_at(known.start_ms)
        words = f"{when.day} {civil.MONTH_NAMES[when.month - 1]} {when.year}"
        raise refuse.wrong_weekday(civil.WEEKDAY_NAMES[number], civil.WEEKDAY_NAMES[right], words, when.isoformat())
    return slots.span()


def weekday_in(slots: Slots, _scope: Scope) -> Span | None:
    """Monday of the week of 22 December 2025, Monday of last week."""
    week = slots.span().single(Precision.WEEK)
    return week and Span(span.moved(Precision.DAY, week.start_ms, slots.number("weekday") - 1)).with_ground_of(
        slots.span()
    )


def at_time(slots: Slots, scope: Scope) -> Span | None:
    """22 December 2025, 14:30 MSK."""
    known = slots.span().single(Precision.DAY)
    return known and Span(times.moment(known, slots.text("time"), slots.lexicon.words, scope)).with_ground_of(
        slots.span()
    )


def at_times(slots: Slots, scope: Scope) -> Span | None:
    """22 December 2025, 14:00-15:30 MSK; a zone at the end holds for both times."""
    known = slots.span().single(Precision.DAY)
    if known is None:
        return None
    words = slots.lexicon.words
    last = times.moment(known, slots.text("time2"), words, scope)
    first = times.moment(known, times.with_zone_of(slots.text("time"), slots.text("time2"), words), words, scope)
    return span.between(first, last).with_ground_of(slots.span())

"""The pipeline: a value to an `EventDate`. Each step claims the whole text or passes it on; nothing is skipped silently.

In: any value and a `DateContext`. Out: an `EventDate`, or `DateError`. Steps: types, text, ISO and EDTF, numeric dates in the declared
order, the phrases of the file's languages, dateparser for what has a month's name, refusal. A pure function of its arguments.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.dates import civil, edtf, explain, gate, leaf, numeric, phrase, refuse, sentence, times
from app.dates.period import Period
from app.dates.scope import Scope, scope_of
from app.dates.span import Bound, Span
from app.dates.value import CLOCK, DateContext, DateError, End, EndKind, EventDate, Precision
from app.dates.words import words_of

_PLAIN = DateContext()


def read_date(value: object, context: DateContext = _PLAIN) -> EventDate:
    """The date that a text, an `int` year, a `date` or a `datetime` stands for. Raises `DateError` for everything else."""
    if type(value) is str and len(value) == 10 and value[4] == "-" == value[7]:
        found = _iso_day(value)
        if found:
            return found
    return _build(*read_span(value, context))


def read_span(value: object, context: DateContext) -> tuple[str, Span, str | None]:
    """The text as it was read, its span, and the language that read it (None where no language did)."""
    text = gate.text_of(value)
    scope = scope_of(text, context)
    found = edtf.read_edtf(text)
    if found is not None:
        _refuse_lone_number(text, found)
        return text, _in_named_zone(found, value, scope), None
    found = numeric.read_numeric(text, scope.order)
    if found is not None:
        return text, found, None
    if text.isdigit():
        raise refuse.lone_number(text)
    span, lang = _read_in_languages(text, context, scope)
    if span is None:
        raise explain.refusal(text, context)
    _refuse_lone_number(text, span)
    return text, span, lang


def _iso_day(text: str) -> EventDate | None:
    """The commonest form by the shortest way; None leaves it to the pipeline."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    start_ms = (day.toordinal() - civil.EPOCH) * civil.DAY_MS
    end = End(EndKind.GIVEN, start_ms, start_ms + civil.DAY_MS, Precision.DAY)
    said = f"{text}, read as {day.day} {civil.MONTH_NAMES[day.month - 1]} {day.year}."
    return EventDate(text, end, end, Precision.DAY, text, said)


def _refuse_lone_number(text: str, span: Span) -> None:
    if span.last is None and span.edtf.isdigit() and not 1000 <= int(span.edtf) <= 2999:
        raise refuse.lone_number(text)


def _in_named_zone(span: Span, value: object, scope: Scope) -> Span:
    named = value.tzinfo.key if isinstance(value, datetime) and isinstance(value.tzinfo, ZoneInfo) else None

    def zoned(each: Period) -> Period:
        if named:
            return replace(each, zone=named)
        bare = each.offset_min is None and each.precision in CLOCK
        return times.in_zone(each, scope.timezone) if bare and scope.timezone else each

    return span.mapped(zoned)


def _read_in_languages(text: str, context: DateContext, scope: Scope) -> tuple[Span | None, str | None]:
    refused: DateError | None = None
    found: dict[str, Span] = {}
    for code in dict.fromkeys((*context.langs, "en")):
        if words_of(code) is None:
            continue
        try:
            span = phrase.read_phrase(text, code, scope)
        except DateError as error:
            refused = refused or error
            continue
        if span is not None:
            found[code] = span
    if not found and refused:
        raise refused
    if not found:
        return leaf.read_leaf(text, context)
    readings = {span.edtf for span in found.values()}
    if len(readings) > 1:
        raise refuse.ambiguous(text, tuple(sorted(readings)))
    lang, span = next(iter(found.items()))
    return span, lang


def _build(text: str, span: Span, lang: str | None) -> EventDate:
    first, last = span.ends
    start, end = _end(first), _end(last) if span.last is not None else None
    zoned = next((bound for bound in (first, last) if isinstance(bound, Period) and bound.offset_min is not None), None)
    return EventDate(
        edtf=span.edtf,
        first=start,
        last=end or start,
        precision=(start.precision or Precision.RANGE) if end is None else Precision.RANGE,
        as_written=text,
        reading=sentence.reading(text, span),
        lang=lang,
        basis=span.basis,
        base=span.base,
        zone=zoned.zone if zoned else None,
        offset_min=zoned.offset_min if zoned else None,
    )


def _end(bound: Bound) -> End:
    return bound.as_end() if isinstance(bound, Period) else End(bound)

"""The pipeline: a value to an `EventDate`. Each step claims the whole text or passes it on.

In: any value and a `DateContext`. Out: an `EventDate`, or `DateError`. Steps: types, text, ISO and EDTF, numeric
dates in the declared order, the phrases of the file's languages, dateparser for what has a month's name, refusal.
Nothing is skipped silently, and the answer is a function of the arguments alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from app.dates import civil, edtf, explain, gate, leaf, numeric, phrase, refuse, sentence, times
from app.dates.period import Period
from app.dates.scope import Scope, scope_of
from app.dates.span import Bound, Span
from app.dates.value import DateContext, DateError, End, EndKind, EventDate, Precision
from app.dates.words import words_of

_PLAIN = DateContext()
_PLAIN_LENGTHS = {len("2025"), len("2025-12"), len("2025-12-22")}
_MONTH_OR_YEAR = re.compile("[12][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?")


def read_date(value: object, context: DateContext = _PLAIN) -> EventDate:
    """The date that a text, an `int` year, a `date` or a `datetime` stands for. Raises `DateError` for all else."""
    if type(value) is str and len(value) in _PLAIN_LENGTHS:
        found = _iso_day(value) if len(value) == 10 else _iso_month_or_year(value)
        if found:
            return found
    text, span, lang = read_span(value, context)
    return _date(value.strip() if isinstance(value, str) else text, span, lang)


def read_span(value: object, context: DateContext) -> tuple[str, Span, str | None]:
    """The text as it was read, its span, and the language that read it (None where no language did)."""
    text = gate.text_of(value)
    scope = scope_of(text, context)
    found = _read(text, context, scope)
    if found is None:
        raise explain.refusal(text, context, lambda other: _attempt(other, context))
    span, lang = found
    if span.last is None and span.edtf.isdigit() and not 1000 <= int(span.edtf) <= 2999:
        raise refuse.lone_number(text)
    return text, _with_zone_name(span, value), lang


def _read(text: str, context: DateContext, scope: Scope) -> tuple[Span, str | None] | None:
    strict = edtf.read_edtf(text)
    if strict is not None:
        return strict.mapped(lambda each: times.in_file_zone(each, scope)), None
    numbers = numeric.read_numeric(text, scope.order)
    if numbers is not None:
        return numbers, None
    if text.isdigit():
        raise refuse.lone_number(text)
    return _read_in_languages(text, context, scope) or leaf.read_leaf(text, context)


def _attempt(text: str, context: DateContext) -> str | None:
    try:
        found = _read(text, context, scope_of(text, context))
    except DateError:
        return None
    return found[0].edtf if found else None


@lru_cache(maxsize=4096)
def _iso_day(text: str) -> EventDate | None:
    """The commonest form by the shortest way; None leaves it to the pipeline. Kept, because files repeat their days."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    if text[4] != "-" or text[7] != "-":  # `2025-W52-1`
        return None
    start_ms = (day.toordinal() - civil.EPOCH) * civil.DAY_MS
    end = End(EndKind.GIVEN, start_ms, start_ms + civil.DAY_MS, Precision.DAY)
    said = f"{text}, read as {day.day} {civil.MONTH_NAMES[day.month - 1]} {day.year}."
    return EventDate(text, end, end, Precision.DAY, text, said)


@lru_cache(maxsize=4096)
def _iso_month_or_year(text: str) -> EventDate | None:
    """The next commonest forms, which lean on nothing either."""
    single = edtf.read_single(text) if _MONTH_OR_YEAR.fullmatch(text) else None
    return _date(text, Span(single), None) if single else None


def _with_zone_name(span: Span, value: object) -> Span:
    key = getattr(value.tzinfo, "key", None) if isinstance(value, datetime) else None  # of a `ZoneInfo`
    if not isinstance(key, str):
        return span
    return span.mapped(lambda each: replace(each, zone=key))


def _read_in_languages(text: str, context: DateContext, scope: Scope) -> tuple[Span, str] | None:
    """What the file's languages and English read; where they read different dates, nobody knows which is meant."""
    refused: DateError | None = None
    found: dict[str, Span] = {}
    for code in dict.fromkeys((*context.languages, "en")):
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
    if len({span.edtf for span in found.values()}) > 1:
        raise refuse.ambiguous(text, tuple(sorted(span.edtf for span in found.values())))
    return next(((span, code) for code, span in found.items()), None)


def _date(text: str, span: Span, lang: str | None) -> EventDate:
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

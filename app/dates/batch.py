"""Dates by the line: one JSON object in, one JSON object out, for programs in any language.

In: a line `{"phrase": ..., "lang": ..., "dateline": ..., "order": ..., "timezone": ...}`, of which only `phrase`
must be there. Out: the line that `describe` makes of the date, or `{"error": {"code", "message", "fix"}}`. A line
never stops the next one.
"""

from __future__ import annotations

import json

from app.dates.describe import describe
from app.dates.read import read_date
from app.dates.value import DateContext, DateError

MAX_LINE = 10_000
_KEYS = ("phrase", "lang", "dateline", "order", "timezone")
_FIX = 'Write one JSON object a line, such as {"phrase": "22 December 2025", "lang": "en", "dateline": "2025-12-22"}.'


def answer_batch_line(line: str) -> str:
    """The JSON line that answers a JSON line; without a line break, in ASCII. Never raises for anything in the line."""
    try:
        phrase, context = _question(line)
        answer = describe(read_date(phrase, context), context)
    except DateError as error:
        answer = {"error": {"code": error.code, "message": error.message, "fix": error.fix}}
    return json.dumps(answer)


def _question(line: str) -> tuple[object, DateContext]:
    if len(line) > MAX_LINE:
        raise DateError("E322", f"The line has more than {MAX_LINE} characters.", _FIX)
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise DateError("E322", "The line is not JSON.", _FIX) from None
    if not isinstance(asked, dict) or "phrase" not in asked:
        raise DateError("E322", 'The line is not an object with a "phrase".', _FIX)
    unknown = sorted(set(asked) - set(_KEYS))
    if unknown:
        raise DateError("E322", f"The key {json.dumps(unknown[0])} is unknown; there are {', '.join(_KEYS)}.", _FIX)
    return asked["phrase"], DateContext(
        langs=_langs(asked.get("lang")),
        dateline=_text(asked, "dateline"),
        order=_text(asked, "order"),
        timezone=_text(asked, "timezone"),
    )


def _langs(lang: object) -> tuple[str, ...]:
    listed = ["en"] if lang is None else lang if isinstance(lang, list) else [lang]
    if not all(isinstance(code, str) for code in listed):
        raise DateError("E322", 'The value of "lang" is neither a language nor a list of them.', _FIX)
    return tuple(listed)


def _text(asked: dict[str, object], key: str) -> str | None:
    value = asked.get(key)
    if value is None or isinstance(value, str):
        return value
    raise DateError("E322", f'The value of "{key}" is not text.', _FIX)

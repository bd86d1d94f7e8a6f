"""The command on dates: how a phrase is read, for people and for programs.

In: parsed arguments, or lines of standard input. Out: what each phrase means on stdout, what is not read on stderr.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace

from app.cli.command import Exit, WrongUseError
from app.dates import DateContext, DateError, answer_batch_line, describe, read_date

BAD_CONTEXT = "E321"
CONTEXT = ("dateline", "order", "timezone")


def date(arguments: Namespace) -> Exit:
    """Prints how each phrase is read. PROBLEMS if one of them is not."""
    if arguments.batch:
        _refuse_mixture(arguments)
        return _answer_lines()
    if not arguments.phrase:
        raise WrongUseError("date: give a phrase, such as '22 December 2025'")
    langs = tuple(lang.strip() for lang in arguments.lang.split(","))
    context = DateContext(langs, arguments.dateline, arguments.order, arguments.timezone)
    say = _say_json if arguments.json else _say
    return max([say(phrase, context) for phrase in arguments.phrase])


def _refuse_mixture(arguments: Namespace) -> None:
    if arguments.phrase or any(getattr(arguments, name) for name in CONTEXT):
        raise WrongUseError("date --batch: phrases and what they lean on stand in the lines that are read")


def _answer_lines() -> Exit:
    """Answers each line as it comes: a program at the other end may wait for it before it asks again."""
    went = Exit.FINE
    for line in sys.stdin:
        answer = answer_batch_line(line)
        print(answer, flush=True)
        if "error" in json.loads(answer):
            went = Exit.PROBLEMS
    return went


def _refuse_context(error: DateError) -> None:
    """What the phrases lean on (a dateline, a zone, a language) being wrong is wrong use, and said once."""
    if error.code == BAD_CONTEXT:
        raise WrongUseError(f"date: {error.message} {error.fix}") from None


def _say_json(phrase: str, context: DateContext) -> Exit:
    try:
        answer, went = describe(read_date(phrase, context), context), Exit.FINE
    except DateError as error:
        _refuse_context(error)
        answer = {"error": {"code": error.code, "message": error.message, "fix": error.fix}}
        went = Exit.PROBLEMS
    print(json.dumps({"phrase": phrase, **answer}, ensure_ascii=False))
    return went


def _say(phrase: str, context: DateContext) -> Exit:
    try:
        known = describe(read_date(phrase, context), context)
    except DateError as error:
        _refuse_context(error)
        print(f"{phrase!r}: {error.code} {error.message} fix: {error.fix}", file=sys.stderr)
        return Exit.PROBLEMS
    start, end = known["start"] or "open or unknown", known["end"] or "open or unknown"
    print(f"{known['edtf']}\n  {known['reading']}")
    print(f"  start {start}, end {end} (not included); precision {known['precision']}; basis {known['basis']}")
    for warning in _warnings(known):
        print(f"  {warning['code']} {warning['message']} fix: {warning['fix']}")
    return Exit.FINE


def _warnings(known: dict[str, object]) -> list[dict[str, str]]:
    warnings = known["warnings"]
    return warnings if isinstance(warnings, list) else []

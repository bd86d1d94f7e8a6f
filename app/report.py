"""Problems as text for people, JSON for programs, annotations for GitHub, SARIF for code scanners.

In: problems, sorted. Out: one text for each form, without a line break at its end. SARIF follows the OASIS standard
2.1.0 (3.14 runs, 3.27 results); annotations follow GitHub's workflow commands.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from urllib.parse import quote

from app.errors import PROBLEM_CODES, Problem, Severity

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_WIDE = ("W", "F")


class ReportForm(StrEnum):
    """How problems are written down."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def format_problems(problems: Sequence[Problem], form: str = ReportForm.TEXT, *, is_strict: bool = False) -> str:
    """All problems in `form` (a `ReportForm` or its word), in their order; with `is_strict` a warning is an error."""
    return _WRITERS[ReportForm(form)](problems, is_strict=is_strict)


def summarise(problems: Sequence[Problem], *, is_strict: bool = False) -> str:
    """How many errors and warnings there are, in words: `2 errors, 1 warning`; `no problems` without any."""
    errors, warnings = count_problems(problems, is_strict=is_strict)
    return (
        ", ".join(part for part in (_counted(errors, "error"), _counted(warnings, "warning")) if part) or "no problems"
    )


def severity_of(problem: Problem, *, is_strict: bool = False) -> Severity:
    """The severity that counts: a warning is an error when `is_strict`."""
    return Severity.ERROR if is_strict else problem.severity


def count_problems(problems: Iterable[Problem], *, is_strict: bool = False) -> tuple[int, int]:
    """The number of errors and of warnings."""
    severities = [severity_of(problem, is_strict=is_strict) for problem in problems]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def describe(problem: Problem) -> str:
    """One problem as people read it: place, code and what; the source line with a caret; the fix."""
    owner = f" ({problem.event})" if problem.event else ""
    lines = [f"{problem.position}: {problem.code} {problem.what}{owner}"]
    if problem.source_line is not None and problem.source_line.strip():
        number = str(problem.position.line)
        margin = " " * len(number)
        lines += [f"  {number} | {problem.source_line}", f"  {margin} | {_indent(problem)}^"]
    return "\n".join([*lines, f"  fix: {problem.fix}"])


def _indent(problem: Problem) -> str:
    """Blanks as wide as what stands before the column: tabs stay tabs, wide letters count two, combining marks none."""
    before = (problem.source_line or "")[: problem.position.column - 1]
    return "".join("\t" if letter == "\t" else " " * _cells(letter) for letter in before)


def _cells(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in _WIDE else 1


def _text(problems: Sequence[Problem], *, is_strict: bool) -> str:
    return "\n\n".join([*map(describe, problems), summarise(problems, is_strict=is_strict)])


def _counted(number: int, noun: str) -> str:
    return "" if number == 0 else f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _json(problems: Sequence[Problem], *, is_strict: bool) -> str:
    rows = [
        {
            "code": problem.code,
            "severity": severity_of(problem, is_strict=is_strict).value,
            "file": problem.position.file,
            "line": problem.position.line,
            "column": problem.position.column,
            "entry": problem.event,
            "what": problem.what,
            "fix": problem.fix,
            "source_line": problem.source_line,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _github(problems: Sequence[Problem], *, is_strict: bool) -> str:
    return "\n".join(_annotation(problem, is_strict=is_strict) for problem in problems)


def _annotation(problem: Problem, *, is_strict: bool) -> str:
    place = problem.position
    values = {"file": place.file, "line": place.line, "col": place.column, "title": _title(problem)}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in values.items())
    message = _message(f"{problem.what} {problem.fix}")
    return f"::{severity_of(problem, is_strict=is_strict).value} {properties}::{message}"


def _title(problem: Problem) -> str:
    return f"{problem.code} {PROBLEM_CODES.get(problem.code, '')}".strip()


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _sarif(problems: Sequence[Problem], *, is_strict: bool) -> str:
    codes = sorted({problem.code for problem in problems})
    rules = [{"id": code, "shortDescription": {"text": PROBLEM_CODES.get(code, code)}} for code in codes]
    run = {
        "tool": {"driver": {"name": "Sidelines", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code), is_strict=is_strict) for problem in problems],
    }
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(problem: Problem, rule_index: int, *, is_strict: bool) -> dict[str, object]:
    place = problem.position
    region = {"startLine": place.line, "startColumn": place.column}
    location = {"artifactLocation": {"uri": quote(place.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule_index,
        "level": severity_of(problem, is_strict=is_strict).value,
        "message": {"text": f"{problem.what} {problem.fix}"},
        "locations": [{"physicalLocation": location}],
    }


_WRITERS: dict[ReportForm, Callable[..., str]] = {
    ReportForm.TEXT: _text,
    ReportForm.JSON: _json,
    ReportForm.GITHUB: _github,
    ReportForm.SARIF: _sarif,
}

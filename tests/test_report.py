"""Problems written down for people, programs, GitHub and code scanners."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.errors import Position, Problem, Severity
from app.report import ReportForm, count_problems, describe, format_problems, severity_of, summarise


def _problem(code: str = "E203", line: str | None = "    statsu: planned", column: int = 5, **values: Any) -> Problem:  # noqa: ANN401
    given = {"what": "An event has no field `statsu`.", "fix": "Write `status`.", "event": "test-summit", **values}
    return Problem(Position("events/cis.yaml", 12, column), code, source_line=line, **given)


SENTENCES = "An event has no field `statsu`. Write `status`."
ERROR, WARNING = _problem(), _problem("W401", what="The event has no source.", fix="Add `sources`.")


def test_text_shows_the_place_the_line_a_caret_and_the_fix() -> None:
    assert describe(ERROR) == (
        "events/cis.yaml:12:5: E203 An event has no field `statsu`. (test-summit)\n"
        "  12 |     statsu: planned\n"
        "     |     ^\n"
        "  fix: Write `status`."
    )


def test_text_of_a_problem_without_a_line_is_its_sentences() -> None:
    assert describe(_problem(line=None, event=None)) == (
        "events/cis.yaml:12:5: E203 An event has no field `statsu`.\n  fix: Write `status`."
    )


@pytest.mark.parametrize(
    ("line", "column", "indent"),
    [
        ("date: x", 7, "      "),
        ("\tdate: x", 8, "\t      "),
        ("日本: x", 5, "      "),
        ("e\u0301: x", 5, "   "),
        ("x", 40, " "),
        ("", 1, None),
    ],
    ids=["letters", "a tab", "wide letters", "a combining accent", "beyond the line", "no line"],
)
def test_the_caret_stands_below_its_column(line: str, column: int, indent: str | None) -> None:
    lines = describe(_problem(line=line, column=column)).splitlines()

    assert (lines[2] if len(lines) > 3 else None) == (None if indent is None else f"     | {indent}^")


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "no problems"),
        ([ERROR], "1 error"),
        ([ERROR, ERROR], "2 errors"),
        ([WARNING], "1 warning"),
        ([ERROR, WARNING, WARNING], "1 error, 2 warnings"),
    ],
    ids=["none", "one", "two", "a warning", "both"],
)
def test_the_sum_is_said_in_words(problems: list[Problem], words: str) -> None:
    assert summarise(problems) == words
    assert format_problems(problems).splitlines()[-1] == words


def test_strict_makes_errors_of_warnings() -> None:
    assert severity_of(WARNING) is Severity.WARNING
    assert severity_of(WARNING, is_strict=True) is Severity.ERROR
    assert count_problems([ERROR, WARNING], is_strict=True) == (2, 0)
    assert '"error"' in format_problems([WARNING], "json", is_strict=True)
    assert format_problems([WARNING], "github", is_strict=True).startswith("::error ")
    assert json.loads(format_problems([WARNING], "sarif", is_strict=True))["runs"][0]["results"][0]["level"] == "error"
    assert format_problems([WARNING], is_strict=True).endswith("1 error")


def test_json_has_every_part() -> None:
    assert json.loads(format_problems([ERROR], "json")) == [
        {
            "code": "E203",
            "severity": "error",
            "file": "events/cis.yaml",
            "line": 12,
            "column": 5,
            "entry": "test-summit",
            "what": "An event has no field `statsu`.",
            "fix": "Write `status`.",
            "source_line": "    statsu: planned",
        }
    ]


def test_github_gets_one_escaped_line_for_each_problem() -> None:
    odd = Problem(Position("a:b,c%.yaml", 3, 2), "W401", "100 % of\nit.", "Write, or: delete.")

    assert format_problems([odd, ERROR], "github").splitlines() == [
        "::warning file=a%3Ab%2Cc%25.yaml,line=3,col=2,title=W401 No source::100 %25 of%0Ait. Write, or: delete.",
        "::error file=events/cis.yaml,line=12,col=5,title=E203 A field that does not exist::" + SENTENCES,
    ]


def test_sarif_names_rules_once_and_places_each_result() -> None:
    log = json.loads(format_problems([ERROR, WARNING, ERROR], "sarif"))

    run = log["runs"][0]
    assert log["version"] == "2.1.0"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E203", "W401"]
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("E203", 0, "error"),
        ("W401", 1, "warning"),
        ("E203", 0, "error"),
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "events/cis.yaml"},
        "region": {"startLine": 12, "startColumn": 5},
    }


def test_a_file_name_is_a_uri_in_sarif() -> None:
    log = json.loads(format_problems([Problem(Position("my events/é.yaml"), "E101", "No.", "Yes.")], "sarif"))

    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20events/%C3%A9.yaml"


def test_no_problems_are_written_down_in_every_form() -> None:
    written = {form.value: format_problems([], form) for form in ReportForm}

    assert json.loads(written.pop("sarif"))["runs"][0]["results"] == []
    assert written == {"text": "no problems", "json": "[]", "github": ""}


def test_another_form_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="xml"):
        format_problems([], "xml")

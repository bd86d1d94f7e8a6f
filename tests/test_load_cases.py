"""What files come to, case by case: a new case is a new file.

`data/valid` holds files (or folders of files) without a problem, each beside the facts that it states, as JSON.
`data/invalid` holds files with problems, each beside the text that `check` prints about it.

`python -m tests.test_load_cases` writes what stands beside the cases anew: read the difference before you keep it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.error_reference import ELSEWHERE, pick_examples, read_cases
from app.errors import PROBLEM_CODES, Severity
from app.load import load_timeline
from app.load.facts_hash import facts_of
from app.report import format_problems

DATA = Path(__file__).parent / "data"
VALID, INVALID = DATA / "valid", DATA / "invalid"
LEAST_INVALID = 60


def _report(case: str) -> str:
    return format_problems(load_timeline(INVALID / case, root=INVALID).problems) + "\n"


def _facts(case: str) -> str:
    facts = facts_of(load_timeline(VALID / case, root=VALID).timeline)
    stated = {name: value for name, value in facts.items() if value}
    return json.dumps(stated, ensure_ascii=False, indent=1) + "\n"


def _cases(folder: Path, expected_suffix: str) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.suffix != expected_suffix)


def _expected(folder: Path, case: str, suffix: str) -> Path:
    return folder / f"{Path(case).stem}{suffix}"


@pytest.mark.parametrize("case", _cases(INVALID, ".txt"))
def test_a_file_with_problems_gets_exactly_this_report(case: str) -> None:
    assert _report(case) == _expected(INVALID, case, ".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", _cases(VALID, ".json"))
def test_a_file_without_problems_states_exactly_these_facts(case: str) -> None:
    assert format_problems(load_timeline(VALID / case, root=VALID).problems) == "no problems"
    assert _facts(case) == _expected(VALID, case, ".json").read_text(encoding="utf-8")


@pytest.mark.parametrize(("folder", "suffix"), [(VALID, ".json"), (INVALID, ".txt")], ids=["valid", "invalid"])
def test_no_expectation_stands_without_its_case(folder: Path, suffix: str) -> None:
    cases = {Path(case).stem for case in _cases(folder, suffix)}

    assert {path.stem for path in folder.glob(f"*{suffix}")} == cases


def test_there_are_many_ways_to_be_wrong() -> None:
    assert len(_cases(INVALID, ".txt")) >= LEAST_INVALID


EXAMPLES = pick_examples(read_cases(INVALID))


@pytest.mark.parametrize("code", sorted(PROBLEM_CODES.keys() - ELSEWHERE.keys()))
def test_every_code_has_a_case_that_is_named_after_it(code: str) -> None:
    assert any(case.startswith(code.lower()) for case in _cases(INVALID, ".txt"))
    assert code in EXAMPLES


def test_no_code_is_used_without_being_listed() -> None:
    assert EXAMPLES.keys() <= PROBLEM_CODES.keys()


def test_a_code_that_no_file_can_show_is_not_shown_by_one() -> None:
    assert not ELSEWHERE.keys() & EXAMPLES.keys()


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_a_problem_says_what_is_wrong_and_what_to_write_in_whole_sentences(code: str) -> None:
    problem = EXAMPLES[code]

    for sentence in (problem.what, problem.fix):
        assert sentence.endswith(".")
        assert "\n" not in sentence
    assert problem.position.line >= 1
    assert problem.position.column >= 1
    assert problem.severity is (Severity.ERROR if code.startswith("E") else Severity.WARNING)


if __name__ == "__main__":
    for name in _cases(INVALID, ".txt"):
        _expected(INVALID, name, ".txt").write_text(_report(name), encoding="utf-8")
    for name in _cases(VALID, ".json"):
        _expected(VALID, name, ".json").write_text(_facts(name), encoding="utf-8")

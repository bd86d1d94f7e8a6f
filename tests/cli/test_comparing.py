"""`changes` on the command line: what it compares, what it prints, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.command import Exit
from tests.cli.conftest import Run

EDITED = ("date: 2024", "date: 2023")


@pytest.fixture
def run_edited(run: Run, tmp_path: Path) -> Run:
    """The folder with `new.yaml` beside good.yaml: one event moved, one gone, one new."""
    text = (tmp_path / "good.yaml").read_text(encoding="utf-8").replace(*EDITED)
    lines = [line for line in text.splitlines() if "undated" not in line]
    added = "  - {id: third, title: Third, type: visit, date: 2025, participants: [Armenia]}"
    (tmp_path / "new.yaml").write_text("\n".join([*lines, added]) + "\n", encoding="utf-8")
    return run


TOLD = [
    "1 event added, 1 changed, 1 removed",
    "",
    "events",
    "  + third  Third",
    "  ~ first  First: date",
    "  - undated  Some day",
]


@pytest.mark.parametrize("form", ["", "html", "json"])
def test_changes_are_told_from_files_and_from_what_was_exported(form: str, run_edited: Run) -> None:
    old = f"old.{form}" if form else "good.yaml"
    if form:
        run_edited("export", "good.yaml", "--output", old)
    said = run_edited("changes", old, "new.yaml")
    assert (said.code, said.err) == (Exit.FINE, "")
    assert said.out.splitlines()[2:] == TOLD
    assert [line[12:] for line in said.out.splitlines()[:2]] == [f"  {old}", "  new.yaml"]


@pytest.mark.parametrize("form", ["html", "json"])
def test_nothing_has_changed_in_what_was_exported(form: str, run: Run) -> None:
    run("export", "good.yaml", "--output", f"same.{form}")
    said = run("changes", f"same.{form}", "good.yaml")
    assert (said.code, said.out.splitlines()[2:]) == (Exit.FINE, ["nothing has changed"])


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        ("", {"added": ["third"], "changed": ["first"], "removed": ["undated"]}),
        ("country=KAZ", {"added": [], "changed": ["first"], "removed": []}),
        ("country=Armenia", {"added": ["third"], "changed": [], "removed": []}),
        ("type=statement", {"added": [], "changed": [], "removed": ["undated"]}),
    ],
)
def test_of_a_view_only_what_it_chooses_then_or_now(view: str, ids: dict[str, list[str]], run_edited: Run) -> None:
    said = run_edited("changes", "good.yaml", "new.yaml", "--view", view, "--format", "json")
    told = json.loads(said.out)
    assert told["format"] == "sidelines/changes/1"
    assert {kind: [each["id"] for each in told["events"][kind]] for kind in ids} == ids
    assert said.code == Exit.FINE


def test_of_a_part_only_the_part_is_compared(run_edited: Run) -> None:
    run_edited("export", "good.yaml", "--output", "part.json", "--view", "country=KAZ")
    said = run_edited("changes", "part.json", "new.yaml")
    assert said.err == "compared: what the view country=KAZ chooses\n"
    assert said.out.splitlines()[2] == "1 event changed"


def test_parts_by_different_views_cannot_be_compared(run: Run) -> None:
    for country in ("KAZ", "ARM"):
        run("export", "good.yaml", "--output", f"{country}.json", "--view", f"country={country}")
    said = run("changes", "KAZ.json", "ARM.json")
    assert (said.code, said.out) == (Exit.WRONG_USE, "")
    assert "these are parts by different views, country=ARM and country=KAZ" in said.err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "give two states"),
        (("good.yaml",), "give two states"),
        (("good.yaml", "nowhere"), "nowhere: no such file or folder"),
        (("good.yaml", "events.csv"), "a CSV has no room"),
        (("notes.txt", "good.yaml"), "cannot read notes.txt: it is no HTML file, JSON or CSV"),
        (("broken.json", "good.yaml"), "cannot read broken.json: it is damaged"),
    ],
)
def test_what_cannot_be_compared_is_wrong_use(words: tuple[str, ...], reason: str, run: Run, tmp_path: Path) -> None:
    run("export", "good.yaml", "--output", "events.csv")
    (tmp_path / "notes.txt").write_text("some words", encoding="utf-8")
    (tmp_path / "broken.json").write_text('{"format": "sidelines/selection/1"}', encoding="utf-8")
    said = run("changes", *words)
    assert (said.code, said.out) == (Exit.WRONG_USE, "")
    assert reason in said.err


DAMAGES = {
    "an event without its type": ('"type":"visit",', ""),
    "an id that is no text": ('"id":"first"', '"id":[1]'),
    "a hash that is no text": ('"content_hash":"', '"content_hash":1,"was":"'),
    "a count in words": ('"count": 3', '"count": "three"'),
    "a title in no language": ('"title":{"en":"Untitled timeline"}', '"title":{}'),
    "citations that are none": ('"citations":[{"source":"paper"}]', '"citations":3'),
    "brackets without end": ("{", '{"view": ' + "[" * 100_000),
}


@pytest.mark.parametrize(("part", "instead"), DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_told_in_a_sentence(part: str, instead: str, run: Run, tmp_path: Path) -> None:
    run("export", "good.yaml", "--output", "old.json")
    text = (tmp_path / "old.json").read_text(encoding="utf-8")
    assert part in text
    (tmp_path / "old.json").write_text(text.replace(part, instead, 1), encoding="utf-8")
    said = run("changes", "old.json", "good.yaml")
    assert (said.code, said.out) == (Exit.WRONG_USE, "")
    assert "cannot read old.json: it is damaged" in said.err


def test_what_a_file_says_never_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    run("export", "good.yaml", "--output", "old.json")
    text = (tmp_path / "old.json").read_text(encoding="utf-8")
    for part in ('"id":"first', '"content_hash":"', '"title":{"en":"First'):
        assert part in text
        text = text.replace(part, f"{part}\\u001b[2J")
    (tmp_path / "old.json").write_text(text.replace('"status":', '"\\u001b[2J":1,"status":'), encoding="utf-8")
    said = run("changes", "old.json", "good.yaml")
    assert "first [2J" in said.out
    assert "\x1b" not in said.out + said.err


def test_errors_in_the_files_are_told_and_the_rest_compared(run: Run) -> None:
    said = run("changes", "good.yaml", "bad.yaml")
    assert said.code == Exit.PROBLEMS
    assert "bad.yaml: 3 errors" in said.err
    assert "event" in said.out


def test_errors_in_what_was_exported_are_told_under_its_name(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    run("export", "good.yaml", "--output", old.name)
    text = old.read_text(encoding="utf-8")
    assert "KAZ" in text
    old.write_text(text.replace('"KAZ"', '"XXQ"'), encoding="utf-8")
    said = run("changes", old.name, "good.yaml")
    assert said.code == Exit.PROBLEMS
    assert said.err.startswith(f"{old.name}: 1 error")
    assert "first" in said.out


def test_a_page_that_was_written_over_is_not_compared(run: Run, tmp_path: Path) -> None:
    old = tmp_path / "old.html"
    run("export", "good.yaml", "--output", old.name)
    old.write_text(old.read_text(encoding="utf-8").replace('"KAZ"', '"XXQ"'), encoding="utf-8")
    said = run("changes", old.name, "good.yaml")
    assert (said.code, said.out) == (Exit.WRONG_USE, "")
    assert "old.html: it is damaged" in said.err

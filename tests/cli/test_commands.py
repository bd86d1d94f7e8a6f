"""What each command prints, and what the shell is told."""

from __future__ import annotations

import json
import shlex
import sys
from io import StringIO
from pathlib import Path

import pytest

from app.cli.command import Exit
from app.cli.loading import query_in
from app.paths import DOCS_FOLDER, EVENTS_FOLDER
from tests.cli.conftest import Run

# --- check


def test_check_is_fine_with_good_files(run: Run) -> None:
    said = run("check", "good.yaml")
    assert (said.code, said.out, said.err) == (Exit.FINE, "no problems\n", "checked good.yaml: 3 events\n")


def test_nothing_is_not_called_fine(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    (folder / "notes.txt").write_text("no events", encoding="utf-8")
    said = run("check", str(folder))
    assert said.code == Exit.WRONG_USE
    assert "no event files" in said.err


def test_check_prints_every_problem_with_its_line(run: Run) -> None:
    said = run("check", "bad.yaml")
    assert said.code == Exit.PROBLEMS
    assert [line.partition(": ")[0].rsplit(":", 1)[0] for line in said.out.splitlines() if ".yaml" in line] == [
        "bad.yaml:6",
        "bad.yaml:7",
        "bad.yaml:8",
    ]


@pytest.mark.parametrize(("words", "code"), [((), Exit.FINE), (("--strict",), Exit.PROBLEMS)], ids=["plain", "strict"])
def test_a_warning_counts_only_when_strict(words: tuple[str, ...], code: Exit, run: Run) -> None:
    assert run("check", "doubtful.yaml", *words).code == code


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_check_speaks_json(form: str, run: Run) -> None:
    said = run("check", "bad.yaml", "--format", form)
    assert said.code == Exit.PROBLEMS
    assert json.loads(said.out)


def test_check_annotates_for_github(run: Run) -> None:
    said = run("check", "bad.yaml", "--format", "github")
    assert [line.split(",")[1] for line in said.out.splitlines()] == ["line=6", "line=7", "line=8"]


def test_the_shipped_events_are_the_default(run: Run) -> None:
    assert run("list", "--format", "ids") == run("list", str(EVENTS_FOLDER), "--format", "ids")


# --- list


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["first", "second", "undated"]),
        ("country=ARM", ["second"]),
        ("country=Armenia,RU&match=all", ["second"]),
        ("type=visit", ["first"]),
        ("from=2025&dates=certain", ["second"]),
        ("country=ARM&type=visit", []),
    ],
)
def test_list_gives_the_ids_of_a_view_in_time_order(query: str, ids: list[str], run: Run) -> None:
    said = run("list", "good.yaml", "--view", query, "--format", "ids")
    assert (said.code, said.out.split(), said.err) == (Exit.FINE, ids, "")


@pytest.mark.parametrize(
    "address",
    [
        "?country=ARM",
        "#country=ARM",
        "http://127.0.0.1:8050/?country=ARM",
        "https://example.org/timeline/embed?country=ARM#list",
        "file:///home/me/armenia.html#country=ARM",
        "127.0.0.1:8050/?country=ARM",
    ],
)
def test_a_view_may_be_a_whole_address(address: str, run: Run) -> None:
    said = run("list", "good.yaml", "--view", address, "--format", "ids")
    assert (said.code, said.out.split(), said.err) == (Exit.FINE, ["second"], "")


def test_an_address_without_a_view_shows_all(run: Run) -> None:
    said = run("list", "good.yaml", "--view", "http://127.0.0.1:8050/", "--format", "ids")
    assert (said.code, said.out.split()) == (Exit.FINE, ["first", "second", "undated"])


@pytest.mark.parametrize("query", ["q=who came?", "country=ARM&q=a#b", ""])
def test_a_query_alone_is_left_as_it_is(query: str) -> None:
    assert query_in(query) == query


def test_list_prints_a_table(run: Run) -> None:
    assert run("list", "good.yaml").out.splitlines() == [
        "DATE              TYPE       STATES   EVENT",
        "2024              Visit      KAZ      First",
        "22 December 2025  Summit     ARM RUS  Second",
        "Date not stated   Statement  -        Some day",
    ]


def test_list_prints_all_that_is_known_as_json(run: Run) -> None:
    said = run("list", "good.yaml", "--format", "json")
    first, second, undated = json.loads(said.out)
    assert (first["date"]["edtf"], first["date"]["end"], undated["date"]) == ("2024", "2025-01-01", None)
    assert second["title"] == {"en": "Second"}
    assert [part["actor"] for part in second["participants"]] == ["ARM", "RUS"]


def test_a_view_that_is_not_understood_is_told_and_counts(run: Run) -> None:
    said = run("list", "good.yaml", "--view", "contry=ARM&type=visit", "--format", "ids")
    assert (said.code, said.out) == (Exit.PROBLEMS, "first\n")
    assert said.err.startswith('--view: There is no parameter "contry". Write "country".')


def test_list_shows_what_is_good_and_says_what_is_not(run: Run) -> None:
    said = run("list", "bad.yaml", "--format", "ids")
    assert said.code == Exit.PROBLEMS
    assert "good" in said.out.split()
    assert said.err.startswith("bad.yaml: 3 errors; showing ")


# --- export


def test_export_writes_one_file(run: Run, tmp_path: Path) -> None:
    said = run("export", "good.yaml", "--output", "page.html", "--view", "country=Armenia")
    assert (said.code, said.out, said.err) == (Exit.FINE, "", "wrote page.html\n")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "country=ARM" in page


def test_export_writes_the_same_bytes_again(run: Run, tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        run("export", "good.yaml", "--output", name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


# --- date


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("date '22 December 2025'", "2025-12-22"),
        ("date 'since 2022'", "2022/.."),
        ("date Monday --dateline 2025-12-23", "2025-12-22"),
        ("date 04/05/2022 --order DMY", "2022-05-04"),
        ("date 04/05/2022 --order mdy", "2022-04-05"),
        ("date '22 декабря 2025 года' --lang ru", "2025-12-22"),
    ],
)
def test_date_says_how_a_phrase_is_read(line: str, first: str, run: Run) -> None:
    said = run(*shlex.split(line))
    assert (said.code, said.out.splitlines()[0], said.err) == (Exit.FINE, first, "")


def test_a_phrase_that_is_not_read_is_a_problem_and_stops_no_other(run: Run) -> None:
    said = run("date", "someday", "2025-12")
    assert (said.code, said.out.splitlines()[0]) == (Exit.PROBLEMS, "2025-12")
    assert said.err.startswith("'someday': E3")
    assert said.err.count("\n") == 1


def test_date_speaks_json(run: Run) -> None:
    said = run("date", "since 2022", "someday", "--json")
    read, refused = map(json.loads, said.out.splitlines())
    assert said.code == Exit.PROBLEMS
    assert (read["phrase"], read["edtf"], read["end"]) == ("since 2022", "2022/..", None)
    assert refused["error"]["code"].startswith("E3")


def test_batch_answers_each_line_in_order(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ['{"phrase": "2025-12"}', "no json", '{"phrase": "Monday", "dateline": "2025-12-23"}']
    monkeypatch.setattr(sys, "stdin", StringIO("\n".join(lines)))
    said = run("date", "--batch")
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert said.code == Exit.PROBLEMS
    assert [answer.get("edtf", "error") for answer in answers] == ["2025-12", "error", "2025-12-22"]


# --- schema


def test_schema_prints_what_the_docs_hold(run: Run) -> None:
    assert run("schema").out == (DOCS_FOLDER / "event.schema.json").read_text(encoding="utf-8"), "run `make docs`"

"""The command line as its users meet it: what goes to which stream, and what the shell is told."""

from __future__ import annotations

import json
import os
import shlex
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest

from app.cli.command import Command, Exit
from app.cli.commands import COMMANDS
from app.cli.main import main
from app.cli.parser import PROGRAM, build_parser
from app.cli.reference import cli_reference
from app.load import load_timeline
from app.paths import DOCS_FOLDER, EVENTS_FOLDER, PROJECT_FOLDER
from app.view import parse_view
from app.vocabulary import vocabulary

HEAD = """\
schema: sidelines/1
sources: [{id: paper, title: A newspaper}]
defaults: {sources: [paper]}
events:
"""
FILES = {
    "good.yaml": """\
  - {id: second, title: Second, type: summit, date: 2025-12-22, participants: [Armenia, Russia]}
  - {id: first, title: First, type: visit, date: 2024, participants: [Kazakhstan]}
  - {id: undated, title: Some day, type: statement, date: unknown, participants: [Armenia]}
""",
    "bad.yaml": """\
  - {id: good, title: Good, type: summit, date: 2025-12-22, participants: [Armenia]}
  - {id: no-such-day, title: Bad, type: summit, date: 2025-02-30, participants: [Armenia]}
  - {id: no-such-type, title: Bad, type: sumit, date: 2025-12-22, participants: [Armenia]}
  - {id: no-such-state, title: Bad, type: summit, date: 2025-12-22, participants: [Armenai]}
""",
    # A day that is perhaps only known to its year: a warning, no error.
    "doubtful.yaml": """\
  - {id: new-year, title: New Year, type: statement, date: 2015-01-01, participants: [Armenia]}
""",
}


@dataclass(frozen=True)
class Said:
    """How a command ended, and what it said where."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


def _write_files(folder: Path) -> None:
    for name, events in FILES.items():
        (folder / name).write_text(HEAD + events, encoding="utf-8")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in a folder that holds good.yaml, bad.yaml and doubtful.yaml."""
    _write_files(tmp_path)
    monkeypatch.chdir(tmp_path)

    def run_words(*words: str) -> Said:
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run_words


def _start(*words: str, **streams: int | None) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "app", *words], cwd=PROJECT_FOLDER, **streams)  # type: ignore[call-overload, no-any-return]


# --- help and the reference


def _name(command: Command) -> str:
    return command.name


of_each_command = pytest.mark.parametrize("command", COMMANDS, ids=_name)


@of_each_command
def test_help_explains_every_argument_and_has_an_example(command: Command, run: Run) -> None:
    said = run(command.name, "--help")
    assert said.code == Exit.FINE
    assert said.err == ""
    assert f"{PROGRAM} {command.examples[0].line}" in said.out
    assert all((each.name if each.is_option else each.shown) in said.out for each in command.arguments)


def test_help_lists_every_command(run: Run) -> None:
    said = run("--help")
    assert said.code == Exit.FINE
    assert all(command.summary in said.out for command in COMMANDS)


EXAMPLES = [example.line for command in COMMANDS for example in command.examples]


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_is_a_command_that_exists(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0])
    assert build_parser(COMMANDS).parse_args(words).run in {command.run for command in COMMANDS}


@pytest.mark.parametrize("line", [line for line in EXAMPLES if "--view" in line])
def test_the_view_of_every_example_is_understood(line: str) -> None:
    words = shlex.split(line)
    shipped = load_timeline(EVENTS_FOLDER).timeline
    _, notices = parse_view(words[words.index("--view") + 1], vocabulary(shipped))
    assert notices == ()


def test_the_reference_is_up_to_date() -> None:
    page = (DOCS_FOLDER / "cli.md").read_text(encoding="utf-8")
    assert page == cli_reference(COMMANDS), "run `make docs`"


# --- wrong use: exit code 2, one line on stderr, nothing on stdout

WRONG_USE = {
    "": "COMMAND",
    "chek good.yaml": "chek",
    "check --formt json": "--formt",
    "check good.yaml bad.yaml": "bad.yaml",
    "check --format xml": "xml",
    "check godo.yaml": "did you mean good.yaml?",
    "check nowhere": "nowhere: no such file or folder",
    "check ''": "no such file or folder",
    f"check {'x' * 5000}": "no such file or folder",
    "list nowhere --format ids": "nowhere",
    "export good.yaml": "--output",
    "export good.yaml --output missing/page.html": "missing/page.html: no such file or directory",
    "export good.yaml --output .": "is a directory",
    "serve good.yaml --port 70000": "65535",
    "serve good.yaml --port eighty": "eighty",
    "serve good.yaml --port 0 --host no..such..host": "no..such..host",
    "date": "22 December 2025",
    "date Monday --dateline yesterday": "dateline",
    "date 2025 --batch": "--batch",
    "date --order YDM 2025": "YDM",
}


@pytest.mark.parametrize("line", WRONG_USE, ids=lambda line: line[:40] or "nothing")
def test_wrong_use_is_told_in_one_line(line: str, run: Run) -> None:
    said = run(*shlex.split(line))
    assert said.code == Exit.WRONG_USE
    assert said.out == ""
    last = said.err.splitlines()[-1]
    assert WRONG_USE[line] in last
    assert last.startswith(PROGRAM)
    assert said.err.count(PROGRAM) == 1 or "--help" in last


def test_a_port_in_use_is_told(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = run("serve", "good.yaml", "--port", str(port))
    assert said.code == Exit.WRONG_USE
    assert f"127.0.0.1:{port}: the port is in use" in said.err.splitlines()[-1]


# --- check


def test_check_is_fine_with_good_files(run: Run) -> None:
    said = run("check", "good.yaml")
    assert (said.code, said.out, said.err) == (Exit.FINE, "no problems\n", "")


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
        ("country=ARM", ["second", "undated"]),
        ("country=Armenia,RU&match=all", ["second"]),
        ("type=visit", ["first"]),
        ("from=2025&dates=certain", ["second"]),
        ("country=ARM&type=visit", []),
    ],
)
def test_list_gives_the_ids_of_a_view_in_time_order(query: str, ids: list[str], run: Run) -> None:
    said = run("list", "good.yaml", "--view", query, "--format", "ids")
    assert (said.code, said.out.split(), said.err) == (Exit.FINE, ids, "")


def test_list_prints_a_table(run: Run) -> None:
    assert run("list", "good.yaml").out.splitlines() == [
        "DATE              TYPE       STATES   EVENT",
        "2024              Visit      KAZ      First",
        "22 December 2025  Summit     ARM RUS  Second",
        "Date not stated   Statement  ARM      Some day",
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


# --- the process as a shell sees it


def test_a_reader_that_goes_away_leaves_no_traceback() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with _start("list", stdout=writer, stderr=subprocess.PIPE) as process:
        os.close(writer)
        _, err = process.communicate()
    assert (process.returncode, b"Traceback" in err) == (Exit.READER_GONE, False)


def test_names_in_every_alphabet_pass_a_terminal_that_has_none() -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "app", "date", "22 декабря 2025", "--lang", "ru", "--json"]
    done = subprocess.run(command, cwd=PROJECT_FOLDER, env=environment, capture_output=True, check=True)
    assert json.loads(done.stdout.decode("utf-8"))["phrase"] == "22 декабря 2025"


def test_serve_prints_its_address_and_the_problems_and_stops_on_ctrl_c(tmp_path: Path) -> None:
    _write_files(tmp_path)
    words = ("serve", str(tmp_path / "bad.yaml"), "--port", "0")
    with _start(*words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        address = process.stdout.readline().decode()
        process.send_signal(2)
        _, err = process.communicate()
    assert "http://127.0.0.1:" in address
    assert "bad.yaml: 3 errors" in err.decode()
    assert "showing " in err.decode()
    assert (process.returncode, b"Traceback" in err) == (Exit.FINE, False)

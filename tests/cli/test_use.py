"""The command line as its users meet it: help, wrong use, and how it ends."""

from __future__ import annotations

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from app.cli.command import Command, Exit
from app.cli.commands import COMMANDS
from app.cli.parser import PROGRAM, build_parser
from app.cli.reference import cli_reference
from app.load import load_timeline
from app.paths import DOCS_FOLDER, EVENTS_FOLDER, PROJECT_FOLDER
from app.view import parse_view
from app.vocabulary import vocabulary
from tests.cli.conftest import Run, write_files


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


def test_the_version_is_that_of_the_project(run: Run) -> None:
    project = tomllib.loads((PROJECT_FOLDER / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = run("--version")
    assert (said.code, said.out) == (Exit.FINE, f"Sidelines {project['version']}\n")


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
    last = said.err.splitlines()[-1]
    assert f"127.0.0.1:{port}: the port is in use" in last
    assert re.search(r"choose another one: --port (\d+), or make run PORT=\1$", last)


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


def _interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_is_how_serving_ends(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.serve.serve", _interrupted)
    assert run("serve", "good.yaml").code == Exit.FINE


def test_ctrl_c_ends_any_other_command_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.cli.loading.load_timeline", _interrupted)
    said = run("check", "good.yaml")
    assert (said.code, said.out, said.err) == (Exit.INTERRUPTED, "", "")


def test_serve_prints_its_address_and_the_problems_and_stops_on_ctrl_c(tmp_path: Path) -> None:
    write_files(tmp_path)
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

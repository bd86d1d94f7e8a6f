"""What a command says of how far it is: on a terminal one line that goes again, elsewhere nothing."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest

from app.cli.progress import busy, telling
from app.paths import PROJECT_FOLDER
from tests.cli.conftest import write_files


class _Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """True."""
        return True

    def lines(self) -> list[str]:
        """What stood in the line, one state after the other, without the blanks that took the last one away."""
        return [state for state in self.getvalue().split("\r") if state.strip()]


def _clock(*times_s: float) -> Callable[[], float]:
    """A clock that shows these times, one after the other."""
    times: Iterator[float] = iter(times_s)
    return lambda: next(times)


@pytest.fixture(autouse=True)
def _columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")


@pytest.mark.parametrize(
    ("times_s", "shown"),
    [
        ((0, 0.5, 0.9), []),
        ((0, 1.0, 1.05), ["step 1"]),
        ((0, 0.5, 1.0), ["step 2"]),
        ((0, 1.0, 1.2), ["step 1", "step 2"]),
    ],
    ids=["all is over soon", "too fast to be read", "only what lasts", "one after the other"],
)
def test_steps_are_shown_once_they_last(times_s: tuple[float, ...], shown: list[str]) -> None:
    terminal = _Terminal()
    with telling(terminal, _clock(*times_s)) as tell:
        tell("step 1")
        tell("step 2")
    assert terminal.lines() == shown


def test_the_line_is_gone_at_the_end_whatever_happens() -> None:
    terminal = _Terminal()
    step = busy("drawing", terminal)
    step.__enter__()
    assert terminal.lines() == ["drawing"]
    assert not step.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert terminal.getvalue().endswith(f"\r{' ' * 19}\r")


def test_a_line_is_never_longer_than_the_terminal() -> None:
    terminal = _Terminal()
    with busy("a very long name of a very long file", terminal):
        pass
    assert terminal.lines() == ["a very long name o…"]


def test_nothing_is_said_where_nobody_looks() -> None:
    stream = StringIO()
    with telling(stream, _clock()) as tell, busy("drawing", stream):
        tell("step 1")
    assert stream.getvalue() == ""


@pytest.mark.parametrize("is_terminal", [True, False], ids=["a terminal", "a pipe"])
def test_the_command_line_speaks_to_terminals_only(is_terminal: bool, tmp_path: Path) -> None:
    write_files(tmp_path)
    words = [sys.executable, "-m", "app", "export", str(tmp_path / "good.yaml"), "--output", str(tmp_path / "a.csv")]
    ours, theirs = pty.openpty() if is_terminal else os.pipe()
    try:
        subprocess.run(words, cwd=PROJECT_FOLDER, stderr=theirs, check=True)
        said = os.read(ours, 10_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert ("writing 3 events" in said) is is_terminal
    assert said.split("\r")[-1 if not is_terminal else -2].strip().endswith("a.csv")

"""The embedded engine: calls by way of JSON, inside an event loop, to the process's end, and where it is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.command import Exit
from app.cli.main import main
from app.engine import MOST_LARGE, Engine, EngineMissingError, Large, engine
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from tests.core import core


@pytest.mark.parametrize(
    "value", ["", "</script>", "\u2028", "'\"\\", "${1}", "Ünïcödé 漢字 🙂", 0, -1.5, None, True, [1, {"a": []}]]
)
def test_a_value_comes_back_as_it_went(value: object) -> None:
    array_of = "exports.FORMATS.constructor.of"
    assert core().call(array_of, value) == [value]
    assert core().call(array_of, Large(repr(value), value)) == [value]


def test_a_large_value_that_could_not_be_sent_is_not_taken_for_sent() -> None:
    mine = Engine()
    for _ in range(2):
        with pytest.raises(TypeError):
            mine.call("timeline.unpack", Large("a set", {1}))


def test_what_the_core_throws_is_raised() -> None:
    with pytest.raises(Exception, match="payload version 2, not 99"):
        core().call("timeline.unpack", {"version": 99})


def test_a_large_value_is_sent_once_while_it_is_one_of_the_last_few() -> None:
    """A key names one value, so a later one under it is never looked at: unless the first has been let go."""
    mine = Engine()

    def day(key: str, ms: int) -> object:
        return mine.call("calendar.iso", Large(key, ms))

    assert [day("a", 0), day("a", 86_400_000)] == ["1970-01-01"] * 2
    for place in range(MOST_LARGE - 1):
        day(f"other {place}", 0)
    assert day("a", 86_400_000) == "1970-01-01"
    for place in range(MOST_LARGE):
        day(f"another {place}", 0)
    assert day("a", 86_400_000) == "1970-01-02"
    count = "Object.keys(globalThis).filter((name) => name.startsWith('large ')).length"
    assert mine.evaluate(count) == MOST_LARGE


def _ends_with(code: str) -> str:
    """What a process says that runs the code; it has to end by itself."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=PROJECT_FOLDER, capture_output=True, check=True, text=True, timeout=60
    )
    return done.stdout


def test_it_lets_the_process_end() -> None:
    assert _ends_with("from app.engine import engine; print(engine().call('calendar.iso', 0))") == "1970-01-01\n"


def test_it_works_inside_a_running_event_loop_and_after_it() -> None:
    """As in a notebook, whose cells run inside one."""
    code = (
        "import asyncio; from app.engine import engine\n"
        "async def cell(): print(engine().call('calendar.iso', 0))\n"
        "asyncio.run(cell()); asyncio.run(cell()); print(engine().call('calendar.iso', 0))"
    )
    assert _ends_with(code) == "1970-01-01\n" * 3


@pytest.fixture
def _missing(monkeypatch: pytest.MonkeyPatch) -> None:
    engine.cache_clear()
    monkeypatch.setitem(sys.modules, "py_mini_racer", None)


@pytest.mark.usefixtures("_missing")
def test_where_it_is_missing_it_says_how_to_get_it() -> None:
    with pytest.raises(EngineMissingError, match="pip install mini-racer"):
        Engine()


@pytest.mark.usefixtures("_missing")
@pytest.mark.parametrize("name", ["a.html", "a.svg"])
def test_the_command_line_says_so_without_a_traceback(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["export", str(EVENTS_FOLDER), "--output", str(tmp_path / name)])
    assert code == Exit.WRONG_USE
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith("python -m app: export: the engine that draws without a browser is not installed")
    assert not list(tmp_path.iterdir())

"""The parts that the embed stands on: what is kept, what is left out of a script, what an operator may set."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier, Event

import pytest
from py_mini_racer import MiniRacer

from app.core_scripts import core_scripts
from app.paths import ASSETS_FOLDER
from app.web.kept import Kept
from app.web.lean import lean_script, lean_style
from app.web.settings import SettingError, Settings, read_settings
from tests.core import core


def counting(answer: bytes) -> tuple[Callable[[], bytes], list[int]]:
    calls: list[int] = []

    def make() -> bytes:
        calls.append(1)
        return answer

    return make, calls


# --- kept


def test_an_answer_is_made_once() -> None:
    kept, (make, calls) = Kept(100), counting(b"answer")
    assert [kept.get("key", make) for _ in range(3)] == [b"answer"] * 3
    assert len(calls) == 1


def test_all_who_ask_at_once_wait_for_one_builder() -> None:
    kept, together, calls = Kept(100), Barrier(8), []
    asked_by_all = Event()

    def make() -> bytes:
        calls.append(1)
        asked_by_all.wait(timeout=20)
        return b"answer"

    def ask() -> bytes:
        if together.wait() == 0:
            asked_by_all.set()
        return kept.get("key", make)

    with ThreadPoolExecutor(8) as pool:
        answers = [future.result() for future in [pool.submit(ask) for _ in range(8)]]
    assert answers == [b"answer"] * 8
    assert len(calls) == 1


def test_the_least_recently_used_goes_first() -> None:
    kept = Kept(most_bytes=3)
    makers = {key: counting(key.encode()) for key in "abcd"}
    for key in "abcad":  # d makes four: b has not been asked for the longest
        kept.get(key, makers[key][0])
    for key in "acdb":
        kept.get(key, makers[key][0])
    assert {key: len(calls) for key, (_, calls) in makers.items()} == {"a": 1, "b": 2, "c": 1, "d": 1}


def test_one_answer_is_kept_whatever_its_size() -> None:
    kept, (make, calls) = Kept(most_bytes=1), counting(b"too large")
    assert [kept.get("key", make) for _ in range(2)] == [b"too large"] * 2
    assert len(calls) == 1


def test_a_builder_that_fails_is_asked_again() -> None:
    kept = Kept(100)

    def fail() -> bytes:
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - which one does not matter
        kept.get("key", fail)
    assert kept.get("key", lambda: b"answer") == b"answer"


# --- lean


def test_only_whole_lines_are_left_out() -> None:
    first = '/** What it does. */\n  const a = "// kept"; // kept, too\n'
    then = "  // left out\n\n  /*\n   * left out\n   */\n  b(/\\/\\*/);\n"
    assert lean_script(first + then) == 'const a = "// kept"; // kept, too\nb(/\\/\\*/);\n'
    assert lean_style("/* left out */\na {\n  top: 0; /* kept */\n}\n") == "a {\ntop: 0; /* kept */\n}\n"
    assert lean_script("/** one */ kept();\n/** two */\n") == "/** one */ kept();\n"


SCRIPTS = sorted(ASSETS_FOLDER.rglob("*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_no_template_of_ours_runs_over_a_line(path: Path) -> None:
    """So that leaving out lines and indentation never touches a text; a backquote in a comment may stand alone."""
    for line in lean_script(path.read_text(encoding="utf-8")).splitlines():
        quoted = re.sub(r"/\[[^\]\n]*`[^\]\n]*\]/|/`/|\\u0060", "", line)
        assert quoted.count("`") % 2 == 0, line


def test_the_lean_core_does_the_same() -> None:
    lean = MiniRacer()
    for _, text in core_scripts():
        lean.eval(lean_script(text))
    # Every function by its own source, without the comment lines and spaces that may be left out.
    sources = (
        "Object.entries(sidelines).flatMap(([room, all]) => Object.entries(all).map(([name, one]) =>"
        r" `${room}.${name}: ${String(one).replace(/^\s*\/\*[^]*?\*\/\s*$|^\s*\/\/.*$/gm, '').replace(/\s+/g, '')}`))"
    )
    assert json.loads(str(lean.eval(f"JSON.stringify({sources})"))) == core().evaluate(sources)


# --- settings


@pytest.mark.parametrize(
    ("written", "path"),
    [("", "/"), ("/", "/"), ("cis", "/cis/"), ("/cis", "/cis/"), ("/timelines/cis/", "/timelines/cis/")],
)
def test_the_path_may_be_written_with_or_without_slashes(written: str, path: str) -> None:
    assert read_settings({"SIDELINES_PATH_PREFIX": written}).path_prefix == path


@pytest.mark.parametrize(
    "written", ["*", "'none'", "'self'", "https://example.org", "'self' https://*.example.org:8443", "https:"]
)
def test_who_may_frame_it_is_written_as_in_a_policy(written: str) -> None:
    assert read_settings({"SIDELINES_FRAME_ANCESTORS": written}).frame_ancestors == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("SIDELINES_PATH_PREFIX", "/a b/"),
        ("SIDELINES_PATH_PREFIX", "//elsewhere.example/"),
        ("SIDELINES_PATH_PREFIX", "/<name>/"),
        ("SIDELINES_FRAME_ANCESTORS", "https://example.org; script-src *"),
        ("SIDELINES_FRAME_ANCESTORS", "https://example.org, https://example.com"),
        ("SIDELINES_FRAME_ANCESTORS", "* https://example.org"),
        ("SIDELINES_FRAME_ANCESTORS", "none'"),
        ("SIDELINES_EDITIONS", "/nowhere/at/all"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused_with_its_name(name: str, written: str) -> None:
    with pytest.raises(SettingError, match=f"^{name}="):
        read_settings({name: written})


def test_without_settings_all_is_as_by_default() -> None:
    """A browser that the machine happens to have is no setting."""
    assert replace(read_settings({"SIDELINES_EDITIONS": ""}), browser=None) == Settings()

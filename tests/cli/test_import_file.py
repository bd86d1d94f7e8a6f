"""`import`: what it prints and writes, and what it says of files that are not ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.command import Exit
from tests.cli.conftest import Run


def test_the_command_prints_what_it_read(run: Run, tmp_path: Path) -> None:
    assert run("export", "good.yaml", "--output", "good.json").code == Exit.FINE
    said = run("import", "good.json")
    assert (said.code, said.err) == (Exit.FINE, "")
    assert "- id: second" in said.out
    assert run("import", "good.json", "--output", "again.yaml").err == "wrote again.yaml\n"
    assert (tmp_path / "again.yaml").read_text(encoding="utf-8") == said.out
    assert run("check", "again.yaml").code == Exit.FINE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "import: give a file, such as report.html"),
        (("nowhere.html",), "cannot read nowhere.html: no such file or directory"),
        (("good.yaml",), "cannot read good.yaml: it is no HTML file, JSON or CSV that Sidelines wrote"),
    ],
    ids=["nothing", "a file that is not there", "an event file"],
)
def test_the_command_says_what_it_cannot_read(words: tuple[str, ...], said: str, run: Run) -> None:
    answer = run("import", *words)
    assert (answer.code, answer.out) == (Exit.WRONG_USE, "")
    assert answer.err.strip().endswith(said)

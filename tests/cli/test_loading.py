"""What is said on stderr of files that are loaded: it can be typed as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.loading import load, say_problems


@pytest.mark.parametrize(
    ("name", "command"),
    [("events", "check events`"), ("my events", "check 'my events'`")],
    ids=["plain", "with a blank"],
)
def test_the_command_that_says_more_names_the_files(
    name: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).mkdir()
    Path(name, "a.yaml").write_text("schema: sidelines/1\nevents: 1\n", encoding="utf-8")
    say_problems(load(name), name)
    assert command in capsys.readouterr().err

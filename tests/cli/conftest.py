"""The command line run in this process, in a folder with a good, a bad and a doubtful event file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.cli.main import main

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
  - {id: undated, title: Some day, type: statement, date: unknown}
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


def write_files(folder: Path) -> None:
    """Writes good.yaml, bad.yaml and doubtful.yaml."""
    for name, events in FILES.items():
        (folder / name).write_text(HEAD + events, encoding="utf-8")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in a folder that holds good.yaml, bad.yaml and doubtful.yaml."""
    write_files(tmp_path)
    monkeypatch.chdir(tmp_path)

    def run_words(*words: str) -> Said:
        try:
            code = main(words)
        except SystemExit as end:
            code = int(end.code or 0)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run_words

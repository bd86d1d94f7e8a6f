"""Files that nobody would write: thousands of mutated and random ones, in a process of its own.

A crash of the parser's C code would take the process with it, so the process is not pytest's. `SIDELINES_FUZZ=20000`
in the environment raises the number of files, `SIDELINES_FUZZ_SEED=7` chooses others.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from app.paths import PROJECT_FOLDER

COUNT = os.environ.get("SIDELINES_FUZZ", "2000")
SEED = os.environ.get("SIDELINES_FUZZ_SEED", "1")
PEAK_MB = 200


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=PROJECT_FOLDER, capture_output=True, text=True, check=False, encoding="utf-8")


def test_no_file_crashes_hangs_or_breaks_the_reader(tmp_path: Path) -> None:
    run = _python("-m", "tests.fuzz_load", COUNT, SEED, str(tmp_path))

    assert run.stderr == ""
    *complaints, last = run.stdout.splitlines()
    assert [complaint[:1500] for complaint in complaints[:3]] == []
    assert run.returncode == 0
    assert json.loads(last)["peak_mb"] < PEAK_MB


def test_the_fuzzer_notices_what_it_looks_for(tmp_path: Path) -> None:
    """A reader that raises, and one that never ends, are both found."""
    for broken in ("raise KeyError(1)", "exec('while True: pass')"):
        program = (
            "import pathlib, sys\n"
            "from tests import fuzz_load\n"
            "fuzz_load.CPU_LIMIT_S = 0.05\n"
            f"def load_timeline(*_, **__): {broken}\n"
            "fuzz_load.load_timeline = load_timeline\n"
            f"sys.exit(fuzz_load.main(2, 1, pathlib.Path({str(tmp_path)!r})))\n"
        )

        run = _python("-c", program)

        assert run.returncode == 1, run.stderr
        assert len(run.stdout.splitlines()) == 3

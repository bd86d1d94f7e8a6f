"""The plotly.js that `make` brings: only the one file whose SHA-256 stands in the Makefile is taken."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from app.paths import PROJECT_FOLDER, VENDOR_FOLDER

BUNDLE = "plotly-basic.min.js"
Bring = Callable[[bytes], subprocess.CompletedProcess[str]]


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    """Runs the target in a folder of its own, with an npm that packs what it is given."""
    if not shutil.which("make"):
        pytest.skip("there is no make")
    shutil.copy2(PROJECT_FOLDER / "Makefile", tmp_path)
    shutil.copy2(PROJECT_FOLDER / "requirements.txt", tmp_path)

    def run(content: bytes) -> subprocess.CompletedProcess[str]:
        with tarfile.open(tmp_path / "packed.tgz", "w:gz") as archive:
            entry = tarfile.TarInfo(f"package/{BUNDLE}")
            entry.size = len(content)
            archive.addfile(entry, BytesIO(content))
        npm = tmp_path / "bin" / "npm"
        npm.parent.mkdir()
        npm.write_text(f'#!/bin/sh\ncp packed.tgz "build/plotly.js-basic-dist-min-{get_plotlyjs_version()}.tgz"\n')
        npm.chmod(0o755)
        kept = [f"--old-file=.venv/{stamp}" for stamp in (".made", ".runtime-installed")]
        words = ["make", *kept, f"RUN={sys.executable}", "vendor/.brought"]
        settings = {**os.environ, "PATH": f"{npm.parent}:{os.environ['PATH']}"}
        return subprocess.run(words, capture_output=True, text=True, check=True, cwd=tmp_path, env=settings)

    return run


def test_another_file_is_refused_and_said(bring: Bring, tmp_path: Path) -> None:
    said = bring(b"alert('not plotly')").stderr
    assert re.search(rf"refused {re.escape(BUNDLE)} \S+: its SHA-256 is not the one in the Makefile", said)
    assert not (tmp_path / "vendor" / BUNDLE).exists()


def test_the_file_itself_is_taken(bring: Bring, tmp_path: Path) -> None:
    own = VENDOR_FOLDER / BUNDLE
    if not own.is_file():
        pytest.skip("no npm brought it here")
    done = bring(own.read_bytes())
    assert "refused" not in done.stderr
    assert (tmp_path / "vendor" / BUNDLE).read_bytes() == own.read_bytes()

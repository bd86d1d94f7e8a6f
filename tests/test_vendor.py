"""The plotly.js that `make` brings: only the one file whose SHA-256 stands in the Makefile is taken."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs, get_plotlyjs_version
from werkzeug.test import Client

from app.cli.main import main
from app.paths import PROJECT_FOLDER, VENDOR_FOLDER
from app.web import scripts
from app.web.dash_page import create_app
from tests.embedding import shipped

BUNDLE = "plotly-basic.min.js"
Bring = Callable[[bytes | None], subprocess.CompletedProcess[str]]


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    """Runs the target in a folder of its own, with an npm that packs what it is given, or is offline for None."""
    if not shutil.which("make"):
        pytest.skip("there is no make")
    shutil.copy2(PROJECT_FOLDER / "Makefile", tmp_path)
    shutil.copy2(PROJECT_FOLDER / "requirements.txt", tmp_path)

    def run(content: bytes | None) -> subprocess.CompletedProcess[str]:
        with tarfile.open(tmp_path / "packed.tgz", "w:gz") as archive:
            entry = tarfile.TarInfo(f"package/{BUNDLE}")
            entry.size = len(content or b"")
            archive.addfile(entry, BytesIO(content or b""))
        npm = tmp_path / "bin" / "npm"
        npm.parent.mkdir()
        packs = f'cp packed.tgz "build/plotly.js-basic-dist-min-{get_plotlyjs_version()}.tgz"'
        npm.write_text(f"#!/bin/sh\n{'exit 1' if content is None else packs}\n")
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


# --- where there is none


@pytest.fixture
def _nothing_brought(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr(scripts, "_BASIC", tmp_path / BUNDLE)
    scripts.plotly_script.cache_clear()
    yield
    scripts.plotly_script.cache_clear()


@pytest.mark.usefixtures("_nothing_brought")
def test_without_it_the_full_one_is_served_and_said_with_its_size(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = get_plotlyjs()
    assert Client(create_app(shipped()).server).get(f"/files/{scripts.plotly_script().name}").text == full
    monkeypatch.setattr("app.web.serve.serve", lambda *_, **__: None)
    assert main(["serve", "--port", "0"]) == 0
    size = f"{len(full.encode()) / 1e6:.1f} MB"
    said = f"the page loads the full plotly.js, {size}; with npm, `rm -rf vendor; make run` brings a smaller one\n"
    assert capsys.readouterr().err == said


def test_with_it_nothing_is_said() -> None:
    if not (VENDOR_FOLDER / BUNDLE).is_file():
        pytest.skip("no npm brought it here")
    assert scripts.plotly_remark() == ""


def test_no_npm_is_said_where_errors_are(bring: Bring) -> None:
    said = bring(None).stderr
    assert "npm is missing or offline: using the full plotly.js of the plotly package" in said

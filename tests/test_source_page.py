"""The event files as pages: every line with its anchor, as text, and no other file."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.load import load_timeline
from app.web.dash_page import create_app
from app.web.serve import is_own_machine
from app.web.settings import Settings
from app.web.source_page import source_html

TEXT = """schema: sidelines/1
events:
  - id: talks
    title: <b>Talks</b> & "more"
    type: summit
    date: 2025
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of event files, one of them in a folder of its own, with a secret beside and above."""
    events = tmp_path / "events"
    (events / "2025").mkdir(parents=True)
    (events / "2025" / "talks.yaml").write_text(TEXT, encoding="utf-8")
    (events / "notes.txt").write_text("secret", encoding="utf-8")
    (tmp_path / "above.yaml").write_text("secret: yes", encoding="utf-8")
    return events


def _client(folder: Path, sources: Path | None, prefix: str = "/") -> FlaskClient:
    settings = Settings(sources=sources, path_prefix=prefix)
    server: Flask = create_app(load_timeline(folder).timeline, settings=settings).server
    return server.test_client()


def test_a_file_is_shown_line_by_line_as_text(folder: Path) -> None:
    answer = _client(folder, folder).get("/source/2025/talks.yaml")
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    page = answer.get_data(as_text=True)
    assert '<li id="L4">    title: &lt;b&gt;Talks&lt;/b&gt; &amp; &quot;more&quot;</li>' in page
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_a_file_is_read_anew_each_time(folder: Path) -> None:
    client = _client(folder, folder)
    (folder / "2025" / "talks.yaml").write_text(TEXT.replace("more", "fewer"), encoding="utf-8")
    assert "fewer" in client.get("/source/2025/talks.yaml").get_data(as_text=True)


@pytest.mark.parametrize(
    "name", ["notes.txt", "../above.yaml", "2025/../../above.yaml", "%2e%2e/above.yaml", "missing.yaml", ""]
)
def test_nothing_else_is_shown(folder: Path, name: str) -> None:
    answer = _client(folder, folder).get(f"/source/{name}")
    assert answer.status_code in {404, 308} or "secret" not in answer.get_data(as_text=True)
    assert "secret" not in answer.get_data(as_text=True)


def test_a_server_for_others_shows_no_files(folder: Path) -> None:
    page = _client(folder, None).get("/source/2025/talks.yaml").get_data(as_text=True)
    assert "sidelines/1" not in page


def test_it_moves_below_a_path(folder: Path) -> None:
    assert _client(folder, folder, "/cis/").get("/cis/source/2025/talks.yaml").status_code == 200


def test_bytes_that_are_no_text_are_shown_as_such(folder: Path) -> None:
    (folder / "2025" / "talks.yaml").write_bytes(b"schema: \xff\n")
    assert "schema: \\xff" in _client(folder, folder).get("/source/2025/talks.yaml").get_data(as_text=True)


def test_lines_are_counted_from_one() -> None:
    page = source_html("a.yaml", "x\u2028y\r\nz\rend")
    assert '<li id="L1">x\u2028y</li><li id="L2">z</li><li id="L3">end</li>' in page
    assert 'id="L0"' not in page


@pytest.mark.parametrize(
    ("host", "is_own"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),  # noqa: S104 - nothing listens
        ("::", False),
        ("192.168.0.7", False),
        ("desk", False),
    ],
)
def test_files_are_shown_where_nobody_else_can_ask(host: str, is_own: bool) -> None:
    assert is_own_machine(host) is is_own

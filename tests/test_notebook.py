"""Notebooks: a timeline shows itself, and the example runs from its first cell to its last."""

from __future__ import annotations

import ast
import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from app import load_timeline
from app.export.cite import HASH_LETTERS
from app.model import Timeline
from app.notebook import NotebookTimeline
from app.paths import DOCS_FOLDER, EVENTS_FOLDER
from app.still_picture import ViewWarning
from app.web.static import static_page

EXAMPLE = json.loads((DOCS_FOLDER / "example.ipynb").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def timeline() -> NotebookTimeline:
    return load_timeline(EVENTS_FOLDER)


def test_it_is_a_timeline_with_the_problems_of_its_files(timeline: NotebookTimeline, tmp_path: Path) -> None:
    assert isinstance(timeline, Timeline)
    assert timeline.problems == ()
    (tmp_path / "a.yaml").write_text("schema: sidelines/1\nevents: [{id: a}]\n", encoding="utf-8")
    assert load_timeline(str(tmp_path)).problems


def test_a_path_that_is_not_there_is_said() -> None:
    with pytest.raises(FileNotFoundError, match="nowhere: no such file or folder"):
        load_timeline("nowhere")


def test_it_shows_itself_as_the_page_in_a_sandboxed_frame(timeline: NotebookTimeline) -> None:
    shown = timeline._repr_html_()
    frame = re.fullmatch(r'<iframe ([^<>]*) srcdoc="([^"]*)"></iframe>', shown)
    assert frame
    assert 'sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"' in frame[1]
    assert f'title="{html.escape(timeline.collection.title.best())}"' in frame[1]
    assert html.unescape(frame[2]) == static_page(timeline, timeline.problems)


def test_a_view_of_it_can_be_shown(timeline: NotebookTimeline) -> None:
    shown = timeline.show("country=Armenia", height=600)
    assert 'height="600"' in shown._repr_html_()
    assert shown.page == static_page(timeline, (), "country=ARM")
    with pytest.warns(ViewWarning, match="contry"):
        timeline.show("contry=ARM")


def test_its_plain_form_is_a_line(timeline: NotebookTimeline) -> None:
    count, beginning = len(timeline.events), timeline.content_hash[:HASH_LETTERS]
    assert repr(timeline) == f"<Timeline {timeline.collection.title.best()!r}, {count} events, hash {beginning}>"
    assert len(repr(timeline.show())) < 100


# --- the example


def _run(source: str, names: dict[str, Any]) -> object:
    """Runs a cell as a notebook does: what its last line gives is what it shows."""
    tree = ast.parse(source)
    last = tree.body[-1]
    shown = ast.Expression(last.value) if isinstance(last, ast.Expr) else None
    tree.body = tree.body[:-1] if shown else tree.body
    exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - our own notebook
    return eval(compile(shown, "cell", "eval"), names) if shown else None  # noqa: S307


def test_the_example_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(DOCS_FOLDER)
    monkeypatch.syspath_prepend(str(DOCS_FOLDER))
    names: dict[str, Any] = {}
    cells = ["".join(cell["source"]) for cell in EXAMPLE["cells"] if cell["cell_type"] == "code"]
    shown = [_run(source, names) for source in cells]
    kinds = [type(value).__name__ for value in shown]
    assert kinds == ["NotebookTimeline", "NoneType", "Shown", "Figure", "Svg"]
    assert all(hasattr(value, "_repr_html_") or hasattr(value, "_repr_svg_") for value in shown if value is not None)
    assert "Informal CIS summit, St Petersburg 2025" in capsys.readouterr().out


def test_the_example_is_kept_without_what_it_showed() -> None:
    """What it shows changes with the events, and weighs megabytes."""
    assert (EXAMPLE["nbformat"], EXAMPLE["nbformat_minor"]) == (4, 5)
    code = [cell for cell in EXAMPLE["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert len({cell["id"] for cell in EXAMPLE["cells"]}) == len(EXAMPLE["cells"])

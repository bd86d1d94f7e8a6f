"""The drawing of every file of docs/gallery, number by number, as the embedded engine builds it.

Each has its figure in tests/data/figures/gallery: Plotly's JSON, one trace, shape or annotation a line, moments as
ISO 8601 minutes, other numbers to a tenth. `SIDELINES_WRITE_FIGURES=1 pytest tests/js` writes them anew: read the
difference, and look at the gallery, before you keep it.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.load import load_timeline
from app.paths import PROJECT_FOLDER
from app.payload import build_payload
from tests.core import core

GALLERY = PROJECT_FOLDER / "docs" / "gallery"
FIGURES = PROJECT_FOLDER / "tests" / "data" / "figures" / "gallery"
CASES = sorted(path.stem for path in GALLERY.glob("*.yaml"))
LEAST_CASES = 20
PORT = {"width": 960, "room": 430, "scheme": "light"}
IS_WRITING = bool(os.environ.get("SIDELINES_WRITE_FIGURES"))

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LEAST_MOMENT_MS = 1e8  # no length in px comes near it; the lengths of bars in ms are counted from 1970, too
ITEMS = ("annotations", "shapes")


@pytest.mark.parametrize("case", CASES)
def test_a_gallery_file_has_no_problem_and_opens_by_saying_what_to_look_for(case: str) -> None:
    path = GALLERY / f"{case}.yaml"
    assert [str(problem) for problem in load_timeline(path, root=PROJECT_FOLDER).problems] == []
    assert path.read_text(encoding="utf-8").startswith("# Look for: ")


@pytest.mark.parametrize("case", CASES)
def test_a_gallery_file_is_drawn_as_it_was(case: str) -> None:
    expected = FIGURES / f"{case}.json"
    drawn = as_text(figure_of(case))
    if IS_WRITING:
        expected.write_text(drawn, encoding="utf-8")
    assert drawn == expected.read_text(encoding="utf-8")


def test_every_figure_has_its_file_and_the_readme_names_each() -> None:
    readme = (GALLERY / "README.md").read_text(encoding="utf-8")
    assert len(CASES) >= LEAST_CASES
    assert sorted(path.stem for path in FIGURES.glob("*.json")) == CASES
    assert [case for case in CASES if f"`{case}.yaml`" not in readme] == []


def figure_of(case: str) -> dict[str, Any]:
    """The figure of a gallery file as it opens, without its settings, with rounded numbers."""
    timeline = load_timeline(GALLERY / f"{case}.yaml", root=PROJECT_FOLDER).timeline
    payload = core().keep(f"gallery/{case}", build_payload(timeline)).name
    screen = f"sidelines.screen.build(sidelines.timeline.unpack({payload}), '', {json.dumps(PORT)})"
    figure = core().evaluate(f"{screen}.figure")
    return {name: rounded(figure[name]) for name in ("data", "layout")}


def rounded(value: Any) -> Any:  # noqa: ANN401 - whatever JSON has
    """The value with moments as ISO 8601 minutes and lengths to a tenth."""
    if isinstance(value, dict):
        return {name: rounded(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [rounded(inner) for inner in value]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value
    if abs(value) > LEAST_MOMENT_MS:
        return (EPOCH + timedelta(milliseconds=value)).strftime("%Y-%m-%dT%H:%M")
    return round(value, 1)


def as_text(figure: dict[str, Any]) -> str:
    """The figure as JSON, one trace, shape, annotation or field of the layout a line: a difference shows which."""
    layout = figure["layout"]
    rest = {name: value for name, value in layout.items() if name not in ITEMS}
    parts = [
        f'"data": {_lines(figure["data"])}',
        *(f'"{name}": {_lines(layout[name])}' for name in ITEMS),
        f'"layout": {_lines([{name: value} for name, value in rest.items()])}',
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(items: list[Any]) -> str:
    return "[\n" + ",\n".join(f" {json.dumps(item, ensure_ascii=False)}" for item in items) + "\n]"

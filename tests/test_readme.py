"""The pages that people read first: their links lead somewhere, and what they show works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.cli.main import main
from app.load import load_timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER

PAGES = sorted(page for where in ("*.md", "docs/*.md", "events/*.md") for page in PROJECT_FOLDER.glob(where))
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")
YAML_BLOCK = re.compile(r"^```yaml\n(.*?)^```", re.MULTILINE | re.DOTALL)
TARGET = re.compile(r"^([a-z]+):.*## ", re.MULTILINE)
MAKE_TARGET = re.compile(r"(?:^ {0,4}|`)make ([a-z]+)\b", re.MULTILINE)


def _name(path: Path) -> str:
    return str(path.relative_to(PROJECT_FOLDER))


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_the_first_event_of_the_readme_only_misses_a_source(tmp_path: Path) -> None:
    [first_event] = YAML_BLOCK.findall((PROJECT_FOLDER / "README.md").read_text(encoding="utf-8"))
    (tmp_path / "meetings.yaml").write_text(first_event, encoding="utf-8")
    loaded = load_timeline(tmp_path)
    assert list(loaded.timeline.events) == ["putin-pashinyan-2025"]
    assert [problem.code for problem in loaded.problems] == ["W401"]


@pytest.mark.parametrize(("picture", "theme"), [("timeline.svg", "light"), ("timeline-dark.svg", "dark")])
def test_the_pictures_are_what_the_shipped_events_look_like(picture: str, theme: str, tmp_path: Path) -> None:
    """`make docs` draws them anew."""
    makefile = (PROJECT_FOLDER / "Makefile").read_text(encoding="utf-8")
    [view] = re.findall("^README_VIEW := (.*)$", makefile, re.MULTILINE)
    made = tmp_path / picture
    command = ["export", str(EVENTS_FOLDER), "--output", str(made), "--theme", theme, "--width", "1100", "--view", view]
    assert main(command) == 0
    assert (PROJECT_FOLDER / "docs" / picture).read_bytes() == made.read_bytes()


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_the_make_targets_named_exist(page: str) -> None:
    makefile = (PROJECT_FOLDER / "Makefile").read_text(encoding="utf-8")
    named = set(MAKE_TARGET.findall((PROJECT_FOLDER / page).read_text(encoding="utf-8")))
    assert named <= set(TARGET.findall(makefile))

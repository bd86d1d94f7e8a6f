"""The static file, byte by byte: the same for the same events everywhere, and harmless whatever the events say."""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.load import load_timeline
from app.model import Timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.subset import restrict
from app.web.shell import Place
from app.web.static import Making, static_folder, static_page
from benchmarks.rooms import write_events
from tests.exports import hostile_timeline

OTHER_PYTHON = "OTHER_PYTHON"


@cache
def _shipped() -> Timeline:
    return load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline


@cache
def _page(query: str = "") -> str:
    return static_page(_shipped(), (), query)


# --- the same bytes

VIEW = "country=AZE&layout=report"
# What may differ from one machine to the next: the seed of hashes, zone, language and home; each is started in
# a folder of its own.
MACHINES: dict[str, dict[str, str]] = {
    "far in the east, in plain C": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"},
    "far in the west, in Turkish": {"PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
    "without a home, in ASCII": {"PYTHONHASHSEED": "0", "HOME": "/nonexistent", "PYTHONUTF8": "0", "LC_ALL": "POSIX"},
}


def _exported_by(python: str, folder: Path, **environment: str) -> bytes:
    """The file as `export` of another process writes it, started in `folder`."""
    output = folder / "timeline.html"
    words = [python, "-m", "app", "export", str(EVENTS_FOLDER), "--output", str(output), "--view", VIEW]
    settings = {**os.environ, "PYTHONPATH": str(PROJECT_FOLDER), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    subprocess.run(words, capture_output=True, check=True, env=settings, cwd=folder)
    return output.read_bytes()


@pytest.mark.parametrize("machine", MACHINES)
def test_each_machine_writes_the_same_bytes(machine: str, tmp_path: Path) -> None:
    written = _exported_by(sys.executable, tmp_path, **MACHINES[machine])
    loaded = load_timeline(EVENTS_FOLDER, root=tmp_path)
    assert written.decode() == static_page(loaded.timeline, loaded.problems, VIEW)


def _other_python() -> str:
    """A Python of another version that has the packages of requirements.txt; else the test is skipped, and says why."""
    named = os.environ.get(OTHER_PYTHON)
    if not named:
        pytest.skip(f"{OTHER_PYTHON} names no Python of another version; `make test` looks for one")
    assert shutil.which(named), f"{OTHER_PYTHON}={named} is no program"
    return named


def test_another_version_of_python_writes_the_same_bytes(tmp_path: Path) -> None:
    other = _other_python()
    version = [other, "-c", "import sys; print(sys.version_info[:2])"]
    said = subprocess.run(version, capture_output=True, check=True, text=True).stdout.strip()
    assert said != str(sys.version_info[:2]), f"{OTHER_PYTHON} is of the version that runs the tests"
    assert _exported_by(other, tmp_path) == _exported_by(sys.executable, tmp_path)


# --- how large it is


def _size(page: str) -> tuple[int, int]:
    """Bytes, raw and gzipped."""
    return len(page.encode()), len(gzip.compress(page.encode(), mtime=0))


def test_the_shipped_events_are_light_to_send() -> None:
    raw, zipped = _size(_page())
    assert raw < 1_300_000
    assert zipped < 420_000


def test_a_further_event_costs_little(tmp_path: Path) -> None:
    sizes = []
    for count in (200, 1200):
        folder = tmp_path / str(count)
        folder.mkdir()
        write_events(folder, count)
        sizes.append(_size(static_page(load_timeline(folder).timeline, ())))
    (raw, zipped), (more, more_zipped) = sizes
    assert more - raw < 1000 * 250
    assert more_zipped - zipped < 1000 * 60


def test_it_carries_no_script_but_ours() -> None:
    assert "plotly.js" not in _page().lower()
    assert "Plotly." not in _page()


# --- what it holds


class _Reader(HTMLParser):
    """What of a document runs, asks or acts, as a browser would find it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.policy = ""
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        self.faults += [f"{tag} {name}" for name in given if name.startswith("on")]
        asking = {name: given[name] or "" for name in ("src", "href", "action", "data", "poster") if name in given}
        local = ("#", "data:image/")
        self.faults += [
            f"{tag} {name}={value}"
            for name, value in asking.items()
            if not value.startswith(local) and not (tag == "a" and value.startswith(("https://", "http://")))
        ]


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


@pytest.mark.parametrize("query", ["", "layout=report", "group=org"])
@pytest.mark.parametrize("timeline", [_shipped(), hostile_timeline()], ids=["shipped", "hostile"])
def test_nothing_runs_but_its_own_scripts_and_nothing_is_asked_for(timeline: Timeline, query: str) -> None:
    page = static_page(timeline, (), query)
    reader = _read(page)
    assert reader.faults == []
    [rule] = [rule.split() for rule in reader.policy.split("; ") if rule.startswith("script-src")]
    texts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts]
    assert rule[1:] == hashes
    assert len(hashes) == 1
    assert "default-src 'none'" in reader.policy


def test_the_picture_of_its_view_stands_in_it_before_any_script() -> None:
    page = _page("country=AZE,MDA&type=summit")
    before = page[: page.index("<script")]
    assert before.count('class="still ') == 2
    assert before.count("<svg ") >= 2
    assert "Azerbaijan or Moldova, summits: " in before
    assert 'fill="var(--summit)"' in before
    picture = before[before.index('<div class="still wide">') : before.index('<div class="still narrow">')]
    assert not re.search(r'(?:fill|stroke|stop-color)="#', picture), "a colour that no theme can change"


def test_it_shows_before_its_scripts_what_they_will_show() -> None:
    page = _page("country=AZE&layout=report&theme=dark")
    assert '<html lang="en" data-theme="dark">' in page
    for pressed in ('data-layout="report"', 'data-theme-choice="dark"', 'data-tab="list"'):
        assert re.search(rf'<button [^>]*aria-pressed="true"[^>]*{pressed}', page), pressed
    assert re.search(r'data-country="AZE"[^>]*>Azerbaijan <span class="count">[1-9]\d*</span>', page)


def test_a_part_of_the_whole_holds_what_it_leans_on_and_nothing_else() -> None:
    part = restrict(_shipped(), ["cis-informal-summit-2025"])
    text = static_page(part, ())
    assert "Azerbaijan" in text
    assert set(part.events) == {"cis-informal-summit-2025"}
    cited = {citation.source for event in part.events.values() for citation in event.citations}
    assert cited <= set(part.sources) < set(_shipped().sources)
    assert part.content_hash != _shipped().content_hash
    assert restrict(_shipped(), _shipped().events) is _shipped()


def test_what_leads_out_of_a_part_is_left_out_of_it() -> None:
    whole = _shipped()
    inside = next(event for event in whole.events.values() if event.part_of and event.relations)
    assert whole.events[inside.id].part_of
    alone = restrict(whole, [inside.id]).events[inside.id]
    assert (alone.part_of, alone.relations) == (None, ())
    both = restrict(whole, [inside.id, inside.part_of or ""]).events[inside.id]
    assert both.part_of == inside.part_of


def test_a_folder_asks_for_its_own_files_only() -> None:
    place = Place("https://example.org/", "https://example.org/card.png")
    folder = static_folder(_shipped(), (), "", Making(place=place))
    names = [asset.name for asset in folder.assets]
    assert re.findall(r'<script src="([^"]+)"></script>', folder.page) == names[1:]
    assert f'<link rel="stylesheet" href="{names[0]}">' in folder.page
    assert "script-src 'self';" in _read(folder.page).policy


def test_it_is_not_written_to() -> None:
    """A page that is made twice in one process is the same, too: nothing is kept from one to the next."""
    assert static_page(_shipped(), (), "") == _page()


def test_paths_of_the_machine_are_not_in_it(tmp_path: Path) -> None:
    shutil.copytree(EVENTS_FOLDER, tmp_path / "events")
    moved = load_timeline(tmp_path / "events", root=tmp_path)
    assert str(tmp_path) not in static_page(moved.timeline, moved.problems)

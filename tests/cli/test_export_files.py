"""`export` to pages and pictures: what each option changes, and what is told when it cannot."""

from __future__ import annotations

import errno
import json
import os
import re
import struct
import subprocess
from pathlib import Path
from typing import Any

import pytest

from app import images
from app.cli.command import Exit
from app.drawing import Picture, Sheet
from app.load import load_timeline
from app.paths import EVENTS_FOLDER
from app.still_picture import picture
from app.view import View
from tests.cli.conftest import Run, write_files

PIXELS = b"\x89PNG\r\n\x1a\n" + b"\0" * 25 + b"the rest"


def _payload(page: Path) -> dict[str, Any]:
    found = re.search(
        r'<script type="application/json" id="payload"[^>]*>(.*?)</script>', page.read_text(encoding="utf-8")
    )
    assert found
    payload: dict[str, Any] = json.loads(found[1])
    return payload


# --- pages


def test_a_page_keeps_all_events_and_opens_with_the_view(run: Run, tmp_path: Path) -> None:
    assert run("export", "good.yaml", "--output", "a.html", "--view", "country=Armenia").code == Exit.FINE
    payload = _payload(tmp_path / "a.html")
    assert payload["query"] == "country=ARM"
    assert payload["events"]["columns"]["id"] == ["first", "second", "undated"]


def test_only_selection_keeps_nothing_else(run: Run, tmp_path: Path) -> None:
    assert (
        run("export", "good.yaml", "--output", "a.html", "--view", "country=ARM", "--only-selection").code == Exit.FINE
    )
    payload = _payload(tmp_path / "a.html")
    assert payload["events"]["columns"]["id"] == ["second"]
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert re.search(r"1 of the 3 events of “Untitled timeline”, content hash [0-9a-f]{12}: Armenia\.", text)
    assert "Some day" not in text
    assert "KAZ" not in payload["actors"]


def test_title_theme_layout_and_controls(run: Run, tmp_path: Path) -> None:
    options = ("--title", "A <title>", "--theme", "dark", "--layout", "report", "--no-controls", "--lang", "en")
    assert run("export", "good.yaml", "--output", "a.html", *options).code == Exit.FINE
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<title>A &lt;title&gt;</title>" in text
    assert '<html lang="en" data-theme="dark" data-controls="none">' in text
    assert _payload(tmp_path / "a.html")["query"] == "controls=none&lang=en&layout=report&theme=dark"


def test_frozen_says_how_it_is_cited(run: Run, tmp_path: Path) -> None:
    run("export", "good.yaml", "--output", "a.html", "--view", "country=ARM", "--frozen", "--only-selection")
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    cited = r"“Armenia\.” In Untitled timeline, 1 of 3 events, content hash [0-9a-f]{12}\. View: country=ARM"
    assert re.search(rf'<p class="made">Cite as: {cited}</p>', text)
    assert re.search(rf'<meta name="dcterms.bibliographicCitation" content="{cited}">', text)


def test_every_page_says_what_it_holds(run: Run, tmp_path: Path) -> None:
    run("export", "good.yaml", "--output", "a.html", "--view", "country=ARM")
    text = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert f'<meta name="sidelines:hash" content="{_payload(tmp_path / "a.html")["collection"]["hash"]}">' in text
    assert '<meta name="sidelines:view" content="country=ARM">' in text
    assert '<meta property="og:title" content="Untitled timeline">' in text


def test_a_folder_has_the_page_and_files_named_by_their_content(run: Run, tmp_path: Path) -> None:
    said = run("export", "good.yaml", "--split", "site/here", "--view", "country=ARM")
    assert said.code == Exit.FINE
    site = tmp_path / "site" / "here"
    names = {path.name for path in site.iterdir()}
    page = (site / "index.html").read_text(encoding="utf-8")
    asked = set(re.findall(r'(?:src|href)="([^":#?]+)"', page))
    assert names == asked | {"index.html"}
    assert all(re.fullmatch(r"[a-z-]+\.[0-9a-f]{16}\.(js|css)", name) for name in asked)
    assert "og:image" not in page


def test_a_folder_for_an_address_has_the_picture_for_links(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.cli.exporting.find_browser", lambda _: "a browser")
    monkeypatch.setattr("app.cli.exporting.to_png", lambda *_, **__: PIXELS)
    assert run("export", "good.yaml", "--split", "site", "--address", "https://example.org/t").code == Exit.FINE
    [card] = (tmp_path / "site").glob("card.*.png")
    assert card.read_bytes() == PIXELS
    page = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert f'<meta property="og:image" content="https://example.org/t/{card.name}">' in page
    assert '<meta property="og:url" content="https://example.org/t/">' in page


# --- pictures


def test_an_svg_needs_no_browser(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    said = run("export", "good.yaml", "--output", "a.svg", "--view", "country=ARM", "--width", "800", "--title", "T")
    assert said.code == Exit.FINE
    drawn = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert drawn.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    assert 'viewBox="0 0 800 ' in drawn
    assert said.err.splitlines()[-1].startswith("alt text: Armenia: 1 event. ")


def test_a_card_is_1200_by_630(run: Run, tmp_path: Path) -> None:
    assert run("export", "good.yaml", "--output", "card.svg", "--card").code == Exit.FINE
    assert 'viewBox="0 0 1200 630"' in (tmp_path / "card.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_without_a_browser_it_says_how_to_get_one(
    form: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(images, "_PLACES", ())
    said = run("export", "good.yaml", "--output", f"a.{form}")
    assert said.code == Exit.WRONG_USE
    assert "none was found. Install one (Debian, Ubuntu: apt-get install chromium)" in said.err
    assert not (tmp_path / f"a.{form}").exists()


def test_a_browser_that_is_named_and_is_not_there_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/no/such/chrome")
    said = run("export", "good.yaml", "--output", "a.png")
    assert (said.code, said.err.splitlines()[-1]) == (
        Exit.WRONG_USE,
        "python -m app: export: BROWSER_PATH=/no/such/chrome: there is no such program",
    )


def test_a_browser_that_fails_is_told_with_its_last_words(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\necho 'no display' >&2\nexit 3\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(browser))
    said = run("export", "good.yaml", "--output", "a.png")
    assert said.code == Exit.WRONG_USE
    assert f"{browser} did not make the picture (no display)" in said.err


def test_a_png_carries_its_title_and_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The chunks of the file in their order: length, name, content, checksum (Portable Network Graphics, 5.3)."""

    def make(words: list[str], **_: object) -> None:
        name = next(word for word in words if word.startswith("--screenshot=")).partition("=")[2]
        Path(name).write_bytes(PIXELS)

    monkeypatch.setattr(subprocess, "run", make)
    picture = Picture("<svg/>", "Título", "Ten events.", 10, 10)
    made = images.to_png(picture, "a browser")
    assert made.startswith(PIXELS[:33])
    assert made.endswith(b"the rest")
    texts, place = {}, 33
    while place < len(made) - len(b"the rest"):
        [length] = struct.unpack(">I", made[place : place + 4])
        keyword, _, text = made[place + 8 : place + 8 + length].partition(b"\0")
        assert made[place + 4 : place + 8] == b"iTXt"
        texts[keyword.decode()] = text[4:].decode()
        place += 12 + length
    assert texts == {"Title": "Título", "Description": "Ten events."}


# --- wrong use


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "export: give either --output FILE or --split DIR"),
        (("--output", "a.html", "--split", "site"), "export: give either --output FILE or --split DIR"),
        (("--output", ""), "export: the name is empty; give one, such as --output timeline.html or --split site"),
        (("--split", ""), "export: the name is empty; give one, such as --output timeline.html or --split site"),
        (
            ("--output", "a.svg", "--frozen"),
            "--frozen changes nothing in .svg: it is for pages (.html, --split). Leave it",
        ),
        (
            ("--output", "a.html", "--width", "800"),
            "--width changes nothing in .html: it is for pictures (.svg, .png, .pdf)",
        ),
        (
            ("--output", "a.csv", "--title", "T"),
            "it is for pages (.html, --split) and pictures (.svg, .png, .pdf). Leave it",
        ),
        (("--split", "site", "--card"), "export: --card changes nothing in a folder: it is for pictures"),
        (("--output", "a.pdf", "--scale", "3"), "export: --scale changes nothing in .pdf: it is for pictures as .png"),
        (("--output", "a.svg", "--card", "--width", "800"), "--width changes nothing with --card, which is 1200 x 630"),
        (
            ("--output", "a.svg", "--layout", "report", "--width", "639"),
            "--width 639: the report layout needs 640 or more",
        ),
        (("--output", "a.html", "--title", ""), "export: --title '': only a picture goes without one."),
        (("--output", "a.svg", "--card", "--title", ""), "export: --title '': only a picture goes without one."),
        (("--output", "a.html", "--address", "x.org"), "--address x.org: write it whole, like https://example.org/"),
        (("--output", "a.html", "--address", "javascript:a"), "--address javascript:a: write it whole, like https://"),
        (("--split", "s", "--address", "https://x.org/t/index.html"), "give that of the folder, https://x.org/t/"),
        (
            ("--output", "a.svg", "--lang", "tlh"),
            '--lang: "tlh" is not a language of this collection. Write --lang en.',
        ),
        (("--output", "a.svg", "--width", "100"), "export: --width 100: it runs from 260 to 10,000"),
        (("--output", "a.png", "--scale", "9"), "export: --scale 9: it runs from 1 to 4"),
        (("--output", "a.html", "--lang", "tlh"), 'export --lang: "tlh" is not a language of this collection.'),
        (("--split", "good.yaml"), "cannot write good.yaml: file exists; it is a file; name another folder"),
        (
            ("--output", "no/such folder/a.svg"),
            "a.svg: no such file or directory; make the folder first: mkdir -p 'no/such folder'",
        ),
        (("--output", "."), "cannot write .: is a directory; name a file in it: ./..."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_wrong_use_is_one_line(words: tuple[str, ...], said: str, run: Run) -> None:
    answer = run("export", "good.yaml", *words)
    assert (answer.code, answer.out) == (Exit.WRONG_USE, "")
    assert said in answer.err.splitlines()[-1]


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("words", [("--output", "a.html"), ("--split", "site"), ("--split", "new")])
def test_on_a_full_disk_nothing_half_written_is_left_and_what_was_there_stays(
    words: tuple[str, str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    for page in ("a.html", "site/index.html"):
        (tmp_path / page).write_text("the old page", encoding="utf-8")
    before, write = _names(tmp_path), Path.write_bytes

    def fill(path: Path, content: bytes) -> int:
        write(path, content[:9])
        if b"<!doctype" in content[:9]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return len(content)

    monkeypatch.setattr(Path, "write_bytes", fill)
    said = run("export", "good.yaml", *words)
    assert said.code == Exit.WRONG_USE
    assert said.err.endswith(": no space left on device; make room, or choose another disk; nothing was written\n")
    assert "wrote" not in said.err
    assert _names(tmp_path) == before
    assert (tmp_path / words[1]).is_file() is (words[1] == "a.html")
    for page in ("a.html", "site/index.html"):
        assert (tmp_path / page).read_text(encoding="utf-8") == "the old page"


def test_a_folder_that_fails_between_two_files_is_told(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Path.replace

    def fail(part: Path, path: Path) -> Path:
        if any((tmp_path / "new").glob("[!.]*")):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return move(part, path)

    monkeypatch.setattr(Path, "replace", fail)
    said = run("export", "good.yaml", "--split", "new")
    assert (said.code, said.err.rpartition(": ")[2]) == (Exit.WRONG_USE, "input/output error\n")
    assert not list((tmp_path / "new").glob(".*"))


def test_a_file_is_replaced_with_its_rights_and_through_a_link(run: Run, tmp_path: Path) -> None:
    real = tmp_path / "real.svg"
    real.write_text("old", encoding="utf-8")
    real.chmod(0o640)
    (tmp_path / "link.svg").symlink_to(real)
    assert run("export", "good.yaml", "--output", "link.svg").code == Exit.FINE
    assert (tmp_path / "link.svg").is_symlink()
    assert real.read_text(encoding="utf-8").startswith("<?xml")
    assert real.stat().st_mode & 0o777 == 0o640


def test_without_room_for_the_browser_it_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("app.cli.exporting.find_browser", lambda _: "a browser")
    monkeypatch.setattr("tempfile.mkdtemp", full)
    said = run("export", "good.yaml", "--output", "a.png")
    assert (said.code, said.err) == (
        Exit.WRONG_USE,
        "python -m app: export: a browser did not make the picture (No space left on device)\n",
    )


def test_a_picture_of_640_px_has_the_report_layout_and_a_narrower_one_has_not() -> None:
    timeline = load_timeline(EVENTS_FOLDER).timeline
    drawn = {width: picture(timeline, View(layout="report"), Sheet(width)).svg for width in (639, 640)}
    assert [svg.count('class="areas"') > 1 for svg in drawn.values()] == [False, True]


def test_files_with_problems_are_drawn_as_far_as_they_are_good(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path)
    said = run("export", "bad.yaml", "--output", "a.svg")
    assert said.code == Exit.PROBLEMS
    assert (tmp_path / "a.svg").exists()

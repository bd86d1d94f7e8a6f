"""Pictures: the same as Plotly draws, in the file too, shown before any script, made into PNG and PDF by a browser."""

from __future__ import annotations

import base64
import os
import re
import struct
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from app import load_timeline
from app.cli.main import main
from app.images import find_browser
from app.paths import EVENTS_FOLDER
from tests.browser import seen
from tests.browser.chromium import find_chromium
from tests.browser.conftest import Kind, PageOpener

DAYS = "window=2025-12-20/2025-12-23&event=cis-informal-summit-2025"
VIEWS = {
    "everything": "",
    "some days": DAYS,
    "the report layout": "layout=report",
    "dark": f"{DAYS}&theme=dark&country=ARM,AZE,MDA,RUS",
}

# How far two pictures are apart, 0 to 255, at an eighth of their size, since letters are set a pixel apart by either:
# the difference that all but a thousandth of the places stay below.
COMPARE = """async ([one, other]) => {
  const pixels = async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.floor(image.width / 8), Math.floor(image.height / 8)];
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const [a, b] = [await pixels(one), await pixels(other)];
  if (a.length !== b.length) return 255;
  const apart = Array.from({ length: a.length / 4 }, (_, place) =>
    Math.max(...[0, 1, 2].map((part) => Math.abs(a[place * 4 + part] - b[place * 4 + part]))));
  return apart.sort((x, y) => y - x)[Math.floor(apart.length / 1000)];
}"""
ALIKE = 75
EMPTY = "() => { document.getElementById('graph').firstElementChild.replaceChildren(); }"


def _shot(page: Page) -> str:
    return base64.b64encode(page.locator("#graph").screenshot(style="#axis, #groups { visibility: hidden }")).decode()


@pytest.mark.parametrize("query", VIEWS.values(), ids=VIEWS)
def test_the_file_is_drawn_as_plotly_draws_the_page(
    query: str, served: Callable[..., str], exported: Callable[..., str], browser_page: PageOpener
) -> None:
    by_plotly = _shot(browser_page(f"{served()}/?{query}", height=1200))
    page = browser_page(f"{exported()}#{query}", height=1200)
    by_us = _shot(page)
    page.evaluate(EMPTY)
    nothing = _shot(page)
    assert page.evaluate(COMPARE, [by_plotly, by_us]) < ALIKE
    assert page.evaluate(COMPARE, [by_plotly, nothing]) > ALIKE


# --- the first sight of a file


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const add = (list) => list.getEntries().forEach((entry) => { sum += entry.value; });
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
})"""


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_nothing_moves_when_the_scripts_take_over(
    width: int, height: int, exported: Callable[..., str], browser_page: PageOpener
) -> None:
    """Cumulative layout shift (Layout Instability API); up to 0.1 is called good."""
    page = browser_page(exported(), width=width, height=height)
    expect(page.locator(".still")).to_have_count(0)
    assert page.evaluate(SHIFTS) < 0.03


@pytest.mark.parametrize(("width", "shown", "hidden"), [(1440, "wide", "narrow"), (390, "narrow", "wide")])
def test_without_scripts_the_picture_is_that_of_the_view_and_fits(
    width: int, shown: str, hidden: str, exported: Callable[..., str], browser_page: PageOpener
) -> None:
    view = "country=AZE,MDA&window=2020/2026"
    page = browser_page(exported(query=view), width=width, ready=False, kind=Kind(scripts=False))
    expect(page.locator(f".still.{hidden}")).to_be_hidden()
    picture = page.locator(f".still.{shown} svg")
    expect(picture).to_be_visible()
    expect(picture.locator("title").first).to_have_text("The Commonwealth of Independent States since 1991")
    for state in ("Azerbaijan", "Moldova") if shown == "wide" else ("AZ", "MD"):
        expect(picture.get_by_text(state, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=2).first).to_contain_text("2020–2026")
    expect(page.locator("#legend")).to_contain_text("Absent")
    expect(page.locator("#sentence")).to_have_text(re.compile(r"^Azerbaijan or Moldova: \d+ events$"))
    expect(page.locator("#sentence")).to_be_visible()
    expect(page.locator("#search-slot, .presets, .side")).to_have_count(3)
    assert not any(each.is_visible() for each in page.locator("#search-slot, .presets, .side").all())
    box = picture.bounding_box()
    assert box
    assert box["width"] <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_that_comes_first_has_the_colours_of_the_page(
    scheme: str, exported: Callable[..., str], browser_page: PageOpener
) -> None:
    opened = browser_page(exported(), color_scheme=scheme, ready=False, kind=Kind(scripts=False))  # type: ignore[arg-type]
    name = opened.locator(".still.wide").get_by_text("Armenia", exact=True)
    ink = opened.locator("h1").evaluate("(heading) => getComputedStyle(heading).color")
    expect(name).to_have_css("fill", ink)


# --- saved from the page and from the file


def _saved(page: Page, kind: str) -> tuple[str, bytes]:
    """Name and content of the picture that the share dialog saves."""
    with page.expect_download() as begun:
        page.locator(f'#share [data-image="{kind}"]').click()
    return begun.value.suggested_filename, begun.value.path().read_bytes()


@pytest.mark.parametrize("where", ["page", "file"])
def test_the_pictures_that_are_saved_are_those_of_the_command_line(
    where: str, served: Callable[..., str], exported: Callable[..., str], browser_page: PageOpener, tmp_path: Path
) -> None:
    query = f"country=AZE,MDA&{DAYS}"
    page = browser_page(f"{served()}/?{query}" if where == "page" else f"{exported()}#{query}", width=500)
    page.locator("[data-share-open]").first.click()
    name, svg = _saved(page, "svg")
    assert main(["export", "--output", str(tmp_path / "a.svg"), "--view", query]) == 0
    assert (tmp_path / "a.svg").read_bytes().partition(b"\n")[2].strip() == svg
    assert re.fullmatch(r"[a-z0-9-]+-\d+-of-\d+-events-[0-9a-f]{8}\.svg", name)
    of_pixels, png = _saved(page, "png")
    assert of_pixels == name.replace(".svg", ".png")
    height = int(re.search(rb' height="(\d+)"', svg)[1])  # type: ignore[index]
    assert struct.unpack(">II", png[16:24]) == (2400, height * 2)


def test_a_frame_that_may_not_save_says_so(
    exported: Callable[..., str], browser_page: PageOpener, tmp_path: Path
) -> None:
    """The browser forbids it without a word, to who asked for it and to the page that tried."""
    host = tmp_path / "host.html"
    frame = f'<iframe sandbox="allow-scripts" title="a" width="900" height="800" src="{exported()}"></iframe>'
    host.write_text(f'<!doctype html><html lang="en"><title>A report</title>{frame}', encoding="utf-8")
    page = browser_page(host.as_uri(), ready=False)
    inside = page.frame_locator("iframe")
    inside.locator("[data-share-open]").first.click()
    inside.locator('#share [data-download="csv"]').click()
    expect(inside.locator("#share-note")).to_contain_text("If nothing was saved, the page around this one forbids it")
    alone = browser_page(exported())
    alone.locator("[data-share-open]").first.click()
    alone.locator('#share [data-download="csv"]').click()
    expect(alone.locator("#share-note")).to_have_text(re.compile(r"^Saved as [^ ]+\.csv\.$"))


# --- files for a web space


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: what is asked for is seen by the browser's log."""


@pytest.fixture
def web_space(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address at which a plain web server serves it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(tmp_path))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize("where", ["from a web space", "from a disk"])
def test_a_folder_works_as_the_file_does(where: str, web_space: tuple[Path, str], browser_page: PageOpener) -> None:
    folder, address = web_space
    assert main(["export", "--split", str(folder / "site")]) == 0
    root = f"{address}/site" if where == "from a web space" else (folder / "site").as_uri()
    page = browser_page(f"{root}/index.html")
    seen.chip(page, "AZE").click()
    expect(seen.lanes(page)).to_have_text(["Azerbaijan"])
    assert seen.event_ids(page) == seen.ids_by_command("country=AZE")
    assert browser_page.log.console == []


def test_a_file_on_a_web_space_is_linked_and_cited_by_its_address(
    web_space: tuple[Path, str], browser_page: PageOpener
) -> None:
    folder, address = web_space
    assert main(["export", "--output", str(folder / "cis.html")]) == 0
    page = browser_page(f"{address}/cis.html?country=AZE")
    page.locator(".share-open").first.click()
    expect(page.locator("#share-link")).to_have_value(f"{address}/cis.html?country=AZE")
    expect(page.locator("#share-citation")).to_have_value(re.compile(re.escape(f"{address}/cis.html?cited=")))
    expect(page.locator("#share-embed")).to_have_count(0)


def test_a_page_without_controls_is_to_be_read(tmp_path: Path, browser_page: PageOpener) -> None:
    file = tmp_path / "a.html"
    assert main(["export", "--output", str(file), "--view", "country=AZE", "--no-controls"]) == 0
    page = browser_page(file.as_uri())
    for control in (".chip-row", ".kinds", ".sentence button", ".tools", ".presets", ".overview"):
        assert not any(each.is_visible() for each in page.locator(control).all()), control
    expect(page.locator("#sentence")).to_have_text(re.compile(r"^Azerbaijan: \d+ events$"))
    expect(page.locator("#sentence")).to_be_visible()
    seen.entry(page, "cis-informal-summit-2025").click()
    expect(page.locator("#details h2")).to_contain_text("CIS summit")


# --- PNG and PDF


@pytest.fixture
def _browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser of the tests is the one that makes the pictures."""
    path = find_chromium()
    assert path
    monkeypatch.setenv("BROWSER_PATH", path)


@pytest.mark.browser
@pytest.mark.usefixtures("_browser")
def test_a_png_has_the_size_that_was_asked_for(tmp_path: Path, chromium: object) -> None:
    assert chromium
    file = tmp_path / "a.png"
    assert main(["export", "--output", str(file), "--view", DAYS, "--width", "700", "--height", "1400"]) == 0
    data = file.read_bytes()
    assert struct.unpack(">II", data[16:24]) == (1400, 2800)
    assert b"iTXtDescription" in data


@pytest.mark.browser
@pytest.mark.usefixtures("_browser")
def test_a_png_shows_what_the_svg_shows(tmp_path: Path, browser_page: PageOpener) -> None:
    for name in ("a.svg", "a.png"):
        words = ["export", "--output", str(tmp_path / name), "--view", DAYS, "--width", "800"]
        assert main(words if name == "a.svg" else [*words, "--scale", "1"]) == 0
    page = browser_page((tmp_path / "a.svg").as_uri(), ready=False, width=800, height=1200)
    drawn = base64.b64encode(page.locator("svg").first.screenshot()).decode()
    made = base64.b64encode((tmp_path / "a.png").read_bytes()).decode()
    blank = browser_page("about:blank", ready=False)
    assert blank.evaluate(COMPARE, [drawn, made]) < ALIKE


@pytest.mark.browser
@pytest.mark.usefixtures("_browser")
def test_a_pdf_is_one_page(tmp_path: Path, chromium: object) -> None:
    assert chromium
    file = tmp_path / "a.pdf"
    assert main(["export", "--output", str(file), "--layout", "report", "--width", "1000"]) == 0
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 1


def test_a_browser_is_found_where_there_is_one() -> None:
    assert find_browser({**os.environ, "BROWSER_PATH": find_chromium() or ""})


# --- notebooks


def test_a_notebook_shows_the_page_in_a_frame_that_is_kept_apart(tmp_path: Path, browser_page: PageOpener) -> None:
    notebook = load_timeline(EVENTS_FOLDER).show("country=AZE,MDA", height=640)
    cell = f"<!doctype html><title>a notebook</title>{notebook._repr_html_()}"
    (tmp_path / "notebook.html").write_text(cell, encoding="utf-8")
    page = browser_page((tmp_path / "notebook.html").as_uri(), ready=False, width=1060)
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-ready", "true")
    expect(frame.locator(seen.LANES)).to_have_text(["Azerbaijan", "Moldova"])
    frame.locator("[data-country=MDA]").click()
    expect(frame.locator(seen.LANES)).to_have_text(["Azerbaijan"])
    expect(frame.locator("#graph svg .ticks").first, "the drawing has no room in the frame").to_be_in_viewport()
    assert browser_page.log.console == []

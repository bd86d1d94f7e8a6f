"""The embed in real hosts: every example of docs/embedding/ is opened, filtered and resized, as its readers would."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.conftest import READY, Kind, PageOpener
from tests.embedding import HOSTS, WRITTEN_FOR, shipped

WIDTHS = (280, 320, 400, 560, 700, 1000)
WITHOUT_SCRIPT = {"wordpress", "scriptless"}
each_host = pytest.mark.parametrize("name", [host.stem for host in HOSTS])


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@dataclass(frozen=True)
class Hosts:
    """Other people's sites: pages that frame the embed of `embed`, served from another origin, and from a folder."""

    folder: Path
    address: str
    embed: str

    def example(self, name: str) -> str:
        """The address of an example of docs/embedding/."""
        source = next(host for host in HOSTS if host.stem == name)
        return self.page(name, source.read_text(encoding="utf-8").replace(WRITTEN_FOR, self.embed))

    def framing(self, name: str, query: str, more: str = "", height: int = 720) -> str:
        """The address of a page with one frame, and some more markup under it."""
        frame = (
            f'<iframe src="{self.embed}/embed{query}" width="100%" height="{height}" sandbox="allow-scripts"></iframe>'
        )
        return self.page(name, f'<!doctype html><title>A host</title><link rel="icon" href="data:,">{frame}{more}')

    def page(self, name: str, markup: str) -> str:
        (self.folder / f"{name}.html").write_text(markup, encoding="utf-8")
        return f"{self.address}/{name}.html"

    @property
    def script(self) -> str:
        return f'<script src="{self.embed}/embed.js"></script>'


@pytest.fixture(scope="module")
def hosts(served: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    folder = tmp_path_factory.mktemp("hosts")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield Hosts(folder, f"http://localhost:{server.server_address[1]}", served())
    server.shutdown()
    server.server_close()


@dataclass(frozen=True)
class Embedded:
    """One embed on a host's page."""

    page: Page
    frame: Frame

    @property
    def controls(self) -> str:
        return self.frame.locator("html").get_attribute("data-controls") or ""

    def height(self) -> int:
        """What the host gives it, px."""
        return int(self.frame.frame_element().evaluate("frame => frame.clientHeight"))

    def wish(self) -> int:
        """What its content needs, px."""
        return int(self.frame.evaluate("Math.ceil(document.querySelector('.page').getBoundingClientRect().height)"))

    def drawn_width(self) -> float:
        return float(self.frame.evaluate("document.querySelector('#graph svg').getBoundingClientRect().width"))

    def room(self) -> float:
        return float(self.frame.evaluate("document.getElementById('timeline').clientWidth"))

    def shown(self) -> int:
        """The number of events that its status begins with."""
        words = self.frame.locator("[role=status]#status").text_content() or ""
        found = re.match(r"[\d,]+", words)
        assert found, words
        return int(found[0].replace(",", ""))

    def marks(self) -> int:
        return self.frame.locator("#timeline svg path").count()


def until(page: Page, holds: Callable[[], bool], what: str) -> None:
    """Waits for the host's next pictures until it holds; a page draws some sixty of them in a second."""
    for _ in range(600):
        if holds():
            return
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done()))")
    pytest.fail(f"this does not come to hold: {what}")


def embeds(page: Page) -> list[Embedded]:
    """The embeds of a page, each drawn; lazy ones are brought into view first, then the page goes back to its top."""
    found = []
    for element in page.locator("iframe").element_handles():
        element.scroll_into_view_if_needed()
        frame = element.content_frame()
        assert frame
        frame.wait_for_selector(READY, state="attached")
        found.append(Embedded(page, frame))
    page.evaluate("() => scrollTo(0, 0)")
    return found


def opened(hosts: Hosts, browser_page: PageOpener, name: str, width: int = 1100) -> tuple[Page, list[Embedded]]:
    page = browser_page(hosts.example(name), width=width, height=1000, ready=False)
    return page, embeds(page)


def fits(one: Embedded) -> Callable[[], bool]:
    return lambda: abs(one.height() - one.wish()) <= 1


def fills(one: Embedded) -> Callable[[], bool]:
    return lambda: one.drawn_width() == one.room()


def shows_all(one: Embedded) -> Callable[[], bool]:
    return lambda: bool(one.frame.evaluate("document.scrollingElement.scrollHeight <= innerHeight + 1"))


def filter_by(one: Embedded, country: str) -> None:
    before = one.shown()
    button = one.frame.locator(f'.countries [data-country="{country}"]')
    pressed = button.get_attribute("aria-pressed")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false" if pressed == "true" else "true")
    until(one.page, lambda: one.shown() != before, "the number of events changes with the filter")


# --- every example


@each_host
def test_it_draws_in_its_host(hosts: Hosts, browser_page: PageOpener, name: str) -> None:
    _, found = opened(hosts, browser_page, name)
    assert found
    for one in found:
        assert one.marks() > 10
        assert one.shown() > 0
        assert one.drawn_width() == one.room()


@each_host
def test_its_readers_filter_it(hosts: Hosts, browser_page: PageOpener, name: str) -> None:
    _, found = opened(hosts, browser_page, name)
    for one in found:
        if one.controls == "none":
            assert one.frame.locator(".chip:visible").count() == 0
        else:
            countries = {
                entry.evaluate("chip => chip.dataset.country")
                for entry in one.frame.locator(".countries [data-country]:visible").all()
            }
            filter_by(one, max(countries & {"BLR", "KAZ", "MDA"}))


@each_host
def test_its_readers_open_an_event(hosts: Hosts, browser_page: PageOpener, name: str) -> None:
    _, found = opened(hosts, browser_page, name)
    for one in found:
        one.frame.locator(".events > summary").click()
        entry = one.frame.locator("#list [data-event]").first
        title = entry.get_attribute("data-event")
        entry.click()
        expect(one.frame.locator(f'#details [data-shown="{title}"]')).to_be_visible()
        one.frame.locator("#close").click()
        expect(one.frame.locator("#details")).to_be_hidden()


@each_host
@pytest.mark.parametrize("width", [1100, 420, 800])
def test_it_keeps_the_height_that_it_needs_or_was_given(
    hosts: Hosts, browser_page: PageOpener, name: str, width: int
) -> None:
    page, found = opened(hosts, browser_page, name)
    given = [one.height() for one in found]
    page.set_viewport_size({"width": width, "height": 1000})
    for one, height in zip(found, given, strict=True):
        one.frame.frame_element().scroll_into_view_if_needed()  # a browser draws no frame that nobody sees
        until(page, fills(one), "it is as wide as its host lets it be")
        if name in WITHOUT_SCRIPT:
            assert one.height() == height
        else:
            until(page, fits(one), "it is as high as what is in it")
            until(page, shows_all(one), "nothing scrolls inside")


@each_host
def test_it_asks_for_nothing_once_it_is_there(hosts: Hosts, browser_page: PageOpener, name: str) -> None:
    _, found = opened(hosts, browser_page, name)
    loaded = list(browser_page.log.requests)
    for one in found:
        if one.controls != "none":
            filter_by(one, "RUS")
    assert browser_page.log.requests == loaded
    to_embed = [url for url in loaded if url.startswith(hosts.embed)]
    assert len(to_embed) <= 2 * len(found), "the document, and the host's script"


# --- manners


def test_it_adds_no_steps_to_the_way_back(hosts: Hosts, browser_page: PageOpener) -> None:
    page, (one,) = opened(hosts, browser_page, "plain")
    before = page.evaluate("history.length")
    filter_by(one, "BLR")
    filter_by(one, "ARM")
    assert page.evaluate("history.length") == before


def test_it_takes_neither_focus_nor_scrolling(hosts: Hosts, browser_page: PageOpener) -> None:
    page, (one,) = opened(hosts, browser_page, "plain")
    until(page, fits(one), "it is as high as what is in it")
    assert page.evaluate("document.activeElement === document.body")
    assert page.evaluate("scrollY") == 0


TALL = '<p style="height: 3000px">The rest of the article.</p>'


def wheel_over(one: Embedded, by: int) -> None:
    box = one.frame.locator("#timeline").bounding_box()
    assert box
    one.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    one.page.mouse.wheel(0, by)


def scrolled(page: Page) -> Callable[[], bool]:
    return lambda: bool(page.evaluate("scrollY > 0"))


def test_the_wheel_is_the_hosts_until_the_drawing_is_clicked_and_again_after(
    hosts: Hosts, browser_page: PageOpener
) -> None:
    page = browser_page(hosts.framing("wheel", "?country=ARM", f"{hosts.script}{TALL}"), height=900, ready=False)
    (one,) = embeds(page)
    until(page, fits(one), "it is as high as what is in it")
    heading = one.frame.locator("#heading")
    whole = heading.text_content() or ""

    wheel_over(one, 120)
    until(page, scrolled(page), "the host scrolls")
    expect(heading).to_have_text(whole)

    page.evaluate("scrollTo(0, 0)")
    one.frame.locator("#timeline").click(position={"x": 300, "y": 20})
    wheel_over(one, -120)
    expect(heading).not_to_have_text(whole)
    assert page.evaluate("scrollY") == 0

    closer = heading.text_content() or ""
    page.locator("p").click(position={"x": 20, "y": 20})
    page.evaluate("scrollTo(0, 0)")
    wheel_over(one, 120)
    until(page, scrolled(page), "the host scrolls again")
    expect(heading).to_have_text(closer)


def test_frames_on_one_page_do_not_touch_each_other(hosts: Hosts, browser_page: PageOpener) -> None:
    page, (first, second, third) = opened(hosts, browser_page, "three")
    for one in (first, second, third):
        until(page, fits(one), "each is as high as what is in it")
    before = [second.shown(), third.shown(), second.height(), third.height()]
    filter_by(first, "ARM")
    until(page, fits(first), "it is as high as what is in it")
    assert [second.shown(), third.shown(), second.height(), third.height()] == before


def test_the_script_hears_only_the_frames_that_are_ours(hosts: Hosts, browser_page: PageOpener) -> None:
    message = "parent.postMessage({ type: 'sidelines:height', height: 5000 }, '*')"
    foreign = f'<iframe id="foreign" height="100" srcdoc="<script>{message}</script>"></iframe>'
    page = browser_page(hosts.framing("foreign", "?country=ARM", hosts.script + foreign), ready=False)
    one = Embedded(page, page.frames[1])
    one.frame.wait_for_selector(READY, state="attached")
    until(page, fits(one), "it is as high as what is in it")
    page.evaluate("postMessage({ type: 'sidelines:height', height: 4000 }, '*')")
    page.evaluate("() => new Promise((done) => setTimeout(done))")  # after the message, which stands before it
    assert page.locator("#foreign").evaluate("frame => frame.clientHeight") == 100
    assert one.height() < 4000


def test_a_script_that_comes_late_asks_for_the_height(hosts: Hosts, browser_page: PageOpener) -> None:
    page = browser_page(hosts.framing("late", "?country=ARM"), ready=False)
    (one,) = embeds(page)
    assert one.height() != one.wish()
    page.add_script_tag(url=f"{hosts.embed}/embed.js")
    until(page, fits(one), "it is as high as what is in it")


# --- what it shows


@pytest.mark.parametrize("controls", ["none", "chips", "full"])
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_its_frame(hosts: Hosts, shared_page: PageOpener, controls: str, width: int) -> None:
    query = f"?controls={controls}&country=AZE,RUS&event=cis-informal-summit-2025&window=2025-12-20/2025-12-24"
    page = shared_page(f"{hosts.embed}/embed{query}", width=width, height=900)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = page.evaluate(
        """(width) => [...document.querySelectorAll("body *")]
            .filter((node) => node.checkVisibility() && !node.closest(".chips, .unseen, .skip, #axis, #timeline"))
            .map((node) => [node.className || node.tagName, node.getBoundingClientRect().right])
            .filter(([, right]) => right > width + 0.5)""",
        width,
    )
    assert outside == []


def test_the_link_leads_to_what_is_shown_now(hosts: Hosts, browser_page: PageOpener) -> None:
    url = hosts.framing("link", "?controls=full&country=ARM&theme=dark")
    (one,) = embeds(browser_page(url, ready=False))
    link = one.frame.locator("#open")
    assert link.evaluate("link => link.href") == f"{hosts.embed}/?country=ARM"
    one.frame.locator('.kinds [data-type="summit"]').click()
    expect(link).to_have_attribute("href", f"{hosts.embed}/?country=ARM&type=summit")


@pytest.mark.parametrize("query", ["?country=Atlantis", "?nonsense=1"])
def test_what_cannot_be_understood_is_said(hosts: Hosts, browser_page: PageOpener, query: str) -> None:
    (one,) = embeds(browser_page(hosts.framing("broken", query), ready=False))
    expect(one.frame.locator("#notices")).to_be_visible()
    assert one.marks() > 10


def test_a_fixed_height_is_kept_and_details_open_within_it(hosts: Hosts, browser_page: PageOpener) -> None:
    url = hosts.framing("fixed", "?country=ARM,AZE,RUS&height=520", hosts.script, height=300)
    page = browser_page(url, ready=False)
    (one,) = embeds(page)
    until(page, lambda: one.height() == 520, "the host gives it the height that the view asks for")
    one.frame.locator(".events > summary").click()
    one.frame.locator("#list [data-event]").first.click()
    sheet = one.frame.locator(".sheet")
    expect(sheet).to_be_in_viewport(ratio=1)
    assert one.height() == 520


@pytest.mark.parametrize(
    ("query", "system", "ground"),
    [
        ("", "light", "rgb(255, 255, 255)"),
        ("", "dark", "rgb(14, 20, 29)"),
        ("?theme=dark", "light", "rgb(14, 20, 29)"),
        ("?theme=light", "dark", "rgb(255, 255, 255)"),
    ],
)
def test_its_colours_are_the_readers_or_the_authors(
    hosts: Hosts, browser_page: PageOpener, query: str, system: Literal["light", "dark"], ground: str
) -> None:
    page = browser_page(f"{hosts.embed}/embed{query}", color_scheme=system)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground


def test_it_is_printed_light_and_without_its_controls(hosts: Hosts, browser_page: PageOpener) -> None:
    page, (one,) = opened(hosts, browser_page, "dark")
    names = one.frame.locator("#timeline svg text").first
    dark = names.get_attribute("fill")
    one.frame.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert names.get_attribute("fill") != dark
    page.emulate_media(media="print")
    assert one.frame.locator(".chip:visible").count() == 0
    expect(one.frame.locator(".footer p")).to_be_visible()
    page.emulate_media(media="screen")
    one.frame.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(names).to_have_attribute("fill", str(dark))


def test_without_scripts_it_is_a_list_of_the_views_events(hosts: Hosts, browser_page: PageOpener) -> None:
    page = browser_page(f"{hosts.embed}/embed?country=AZE&status=absent", ready=False, kind=Kind(scripts=False))
    lines = page.locator("ol.plain li")
    expect(lines.first).to_be_visible()
    assert page.locator("#timeline:visible").count() == 0
    with_scripts = browser_page(f"{hosts.embed}/embed?country=AZE&status=absent")
    assert lines.count() == with_scripts.locator("#list [data-event]").count()


def test_a_report_on_a_disk_may_frame_it(hosts: Hosts, browser_page: PageOpener, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    source = next(host for host in HOSTS if host.stem == "report").read_text(encoding="utf-8")
    report.write_text(source.replace(WRITTEN_FOR, hosts.embed), encoding="utf-8")
    page = browser_page(report.as_uri(), ready=False)
    (one,) = embeds(page)
    until(page, fits(one), "it is as high as what is in it")
    assert one.marks() > 10


def test_a_frozen_one_draws_the_same(hosts: Hosts, browser_page: PageOpener) -> None:
    frozen = browser_page(f"{hosts.embed}/embed/{shipped().content_hash[:12]}?country=ARM")
    live = browser_page(f"{hosts.embed}/embed?country=ARM")
    drawing = "document.querySelector('#graph').innerHTML"
    assert frozen.evaluate(drawing) == live.evaluate(drawing)
    assert "kept as it was" in str(frozen.locator(".footer").text_content())


def test_a_version_that_is_gone_says_so_in_its_host(hosts: Hosts, browser_page: PageOpener) -> None:
    page = browser_page(hosts.framing("gone", "/0123456789ab?country=ARM"), ready=False)
    expect(page.frames[1].locator("body")).to_contain_text("is not kept here any more")
    browser_page.log.errors.clear()  # Chromium writes the 410 into the console

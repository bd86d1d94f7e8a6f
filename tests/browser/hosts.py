"""Other people's sites for the tests of the embed: pages that frame it, and what can be seen of it from there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.seen import READY
from tests.embedding import HOSTS, WRITTEN_FOR

if TYPE_CHECKING:
    from tests.browser.conftest import PageOpener


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


@contextmanager
def served_hosts(embed: str, folder: Path) -> Iterator[Hosts]:
    """Sites of others, while it lasts; their pages lie in `folder` and frame the embed of the server at `embed`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield Hosts(folder, f"http://localhost:{server.server_address[1]}", embed)
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


def fits(one: Embedded, most_px: int | None = None) -> Callable[[], bool]:
    """Whether a frame is as high as what is in it, or as its host lets it be."""
    return lambda: abs(one.height() - min(one.wish(), most_px or one.wish())) <= 1


def keep_still(found: list[Embedded]) -> None:
    """Waits until the host's script has followed every frame: a click in one that moves meanwhile meets a neighbour."""
    for one in found:
        until(one.page, fits(one), "it is as high as what is in it")


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

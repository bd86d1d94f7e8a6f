"""A view that was cited: what the page says when the collection has changed since, and what it lets its reader do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Literal

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from app.load import load_timeline
from app.model import Timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.subset import restrict
from app.web.dash_page import create_app
from tests.browser import seen
from tests.browser.conftest import PageOpener
from tests.browser.test_accessibility import WITH_TOOL, violations

ADDED = "supreme-eec-igora-2024"
OTHER = "0123456789ab"
LANGUAGES = PROJECT_FOLDER / "tests" / "data" / "valid" / "languages.yaml"


@dataclass(frozen=True)
class Served:
    """The collection at `address`, with the earlier version that the server keeps: one event less."""

    address: str
    now: Timeline
    before: Timeline


@contextmanager
def _serving(events: Path, added: str) -> Iterator[Served]:
    now = load_timeline(events, root=PROJECT_FOLDER).timeline
    before = restrict(now, [event for event in now.events if event != added])
    server = make_server("127.0.0.1", 0, create_app(now, earlier=[before]).server, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield Served(f"http://127.0.0.1:{server.server_port}", now, before)
    server.shutdown()


@pytest.fixture(scope="module")
def kept() -> Iterator[Served]:
    with _serving(EVENTS_FOLDER, ADDED) as served:
        yield served


@pytest.fixture
def opened(kept: Served, browser_page: PageOpener) -> Callable[..., Page]:
    """Opens a view as it was cited in a version: `before`, `now` or the beginning of a hash."""

    def open_cited(version: str, query: str = "", path: str = "") -> Page:
        known = {"before": kept.before.content_hash, "now": kept.now.content_hash}
        cited = f"cited={known.get(version, version)[:12]}"
        return browser_page(f"{kept.address}/{path}?{cited}{query and f'&{query}'}")

    return open_cited


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_changes_are_told(
    scheme: Literal["light", "dark"], kept: Served, browser_page: PageOpener
) -> None:
    address = f"{kept.address}/?cited={kept.before.content_hash[:12]}&country=ARM"
    page = browser_page(address, color_scheme=scheme, kind=WITH_TOOL)
    page.locator("#cited summary").click()
    assert violations(page) == []


def test_it_says_what_has_changed_and_leads_to_it(opened: Callable[..., Page]) -> None:
    page = opened("before", "country=ARM")
    said = page.locator("#cited")
    expect(said.get_by_role("status")).to_contain_text("1 event added")
    expect(said.get_by_role("status")).to_contain_text("In the view as it was opened: 1 of the 1 events.")
    said.locator("summary").click()
    said.locator(f'[data-open="{ADDED}"]').click()
    expect(page.locator("#details h2")).to_be_focused()
    expect(page.locator("#details h2")).to_contain_text("Igora")
    expect(said).to_be_visible()


def test_an_event_outside_of_the_view_is_told_as_such(opened: Callable[..., Page]) -> None:
    page = opened("before", "country=UKR")
    expect(page.locator("#cited").get_by_role("status")).to_contain_text("opened: 0 of the 1 events.")


def test_what_was_cited_can_be_seen_as_it_was(opened: Callable[..., Page], kept: Served) -> None:
    link = opened("before", "country=UKR").locator("#cited a")
    expect(link).to_have_attribute("href", f"{kept.address}/embed/{kept.before.content_hash}?country=UKR")


def test_it_stays_while_its_reader_goes_on(opened: Callable[..., Page]) -> None:
    page = opened("before")
    expect(page.locator("#cited summary")).to_be_visible()
    page.locator("#cited summary").click()
    seen.chip(page, "ARM").click()
    expect(page).to_have_url(re.compile(r"cited=[0-9a-f]{12}&country=ARM$"))
    expect(page.locator("#cited details")).to_have_attribute("open", "")
    page.go_back()
    expect(page.locator("#cited")).to_be_visible()


def test_another_language_tells_the_same_without_asking_again(browser_page: PageOpener) -> None:
    with _serving(LANGUAGES, "test-summit") as served:
        cited = f"cited={served.before.content_hash[:12]}"
        page = browser_page(f"{served.address}/?{cited}&country=RUS")
        said = page.locator("#cited").get_by_role("status")
        expect(said).to_contain_text("opened: 1 of the 1 events.")
        seen.go(page, f"{cited}&country=BLR&lang=en")
        expect(page.locator('#cited [data-open="test-summit"]')).to_have_text("Test summit")
        expect(said).to_contain_text("opened: 1 of the 1 events.")
        assert len([url for url in browser_page.log.requests if "/api/" in url]) == 1


@pytest.mark.parametrize("key", ["Enter", "Escape"])
def test_it_is_let_go_by_key_and_leaves_the_address(opened: Callable[..., Page], key: str) -> None:
    page = opened("before", "country=UKR")
    page.locator("#cited [data-uncite]").focus()
    page.keyboard.press(key)
    expect(page.locator("#cited")).to_be_hidden()
    expect(page.locator("#timeline")).to_be_focused()
    expect(page).to_have_url(re.compile(r"/\?country=UKR$"))


def test_it_goes_when_the_address_names_no_version_any_more(opened: Callable[..., Page]) -> None:
    page = opened("before")
    expect(page.locator("#cited")).to_be_visible()
    seen.go(page, "country=ARM")
    expect(page.locator("#cited")).to_be_hidden()


def test_the_version_that_is_shown_is_confirmed_without_asking(
    opened: Callable[..., Page], browser_page: PageOpener
) -> None:
    page = opened("now")
    expect(page.locator("#cited").get_by_role("status")).to_contain_text("nothing has changed since")
    assert not [url for url in browser_page.log.requests if "/api/" in url]


@pytest.mark.parametrize("path", ["", "embed"])
def test_of_a_version_that_is_not_kept_it_says_so_without_asking(
    opened: Callable[..., Page], browser_page: PageOpener, path: str, kept: Served
) -> None:
    said = opened(OTHER, path=path).locator("#cited").get_by_role("status")
    expect(said).to_contain_text(f"cited as version {OTHER}; here is version {kept.now.content_hash[:12]}.")
    expect(said).to_contain_text("not known here")
    assert not [url for url in browser_page.log.requests if "/api/" in url]


def test_an_embed_asks_nobody_for_a_version_that_its_server_keeps(
    opened: Callable[..., Page], browser_page: PageOpener
) -> None:
    expect(opened("before", path="embed").locator("#cited").get_by_role("status")).to_contain_text("not known here")
    assert not [url for url in browser_page.log.requests if "/api/" in url]


def test_the_file_says_which_version_it_holds(
    exported: Callable[..., str], browser_page: PageOpener, kept: Served
) -> None:
    page = browser_page(f"{exported()}#cited={OTHER}&country=ARM")
    said = page.locator("#cited")
    expect(said).to_contain_text(f"here is version {kept.now.content_hash[:12]}")
    said.locator("[data-uncite]").click()
    expect(said).to_be_hidden()
    expect(page).to_have_url(re.compile(r"\.html#country=ARM$"))


def test_without_a_citation_nothing_is_said(kept: Served, browser_page: PageOpener) -> None:
    expect(browser_page(f"{kept.address}/").locator("#cited")).to_be_hidden()


def test_a_citation_names_the_version_and_a_link_does_not(opened: Callable[..., Page], kept: Served) -> None:
    page = opened("before", "country=UKR")
    page.locator("[data-share-open]").first.click()
    version = kept.now.content_hash[:12]
    expect(page.locator("#share-citation")).to_have_value(re.compile(rf"\?cited={version}&country=UKR\.$"))
    expect(page.locator("#share-link")).to_have_value(f"{kept.address}/?country=UKR")

"""The embed in real hosts: each example of docs/embedding/ is opened, filtered and resized, as its readers would."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PageOpener
from tests.browser.hosts import (
    Hosts,
    embeds,
    fills,
    filter_by,
    fits,
    keep_still,
    opened,
    shows_all,
    until,
)
from tests.browser.seen import READY
from tests.embedding import FRAMELESS, HOSTS, WRITTEN_FOR, shipped

TITLE = shipped().collection.title.best()
WITHOUT_SCRIPT = {"scriptless"}
MOST_PX = {"wordpress": 1000}  # WordPress lets no frame be higher
each_host = pytest.mark.parametrize("name", [host.stem for host in HOSTS])


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
    following = [] if name in {*WITHOUT_SCRIPT, *MOST_PX} else found
    for one in found:
        keep_still(following)
        one.frame.locator(".events > summary").click()
        keep_still(following)
        entry = one.frame.locator("#list [data-event]").first
        title = entry.get_attribute("data-event")
        entry.click()
        expect(one.frame.locator(f'#details [data-shown="{title}"]')).to_be_visible()
        keep_still(following)
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
            until(page, fits(one, MOST_PX.get(name)), "it is as high as what is in it")
            if one.wish() <= MOST_PX.get(name, one.wish()):
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


def test_what_the_dialog_offers_first_is_pasted_and_grows(hosts: Hosts, browser_page: PageOpener) -> None:
    ours = browser_page(f"{hosts.embed}/?country=ARM,AZE")
    ours.locator("[data-share-open=view]").click()
    pasted = ours.locator("#share-embed").input_value()
    head = '<!doctype html><title>A host</title><link rel="icon" href="data:,">'
    page = browser_page(hosts.page("pasted", head + pasted), width=400, ready=False)
    (one,) = embeds(page)
    until(page, fits(one), "it is as high as what is in it")
    until(page, shows_all(one), "nothing scrolls inside")
    assert page.locator("iframe").get_attribute("title") == f"{TITLE}: Armenia or Azerbaijan"


def test_a_host_that_takes_no_frames_shows_the_picture_and_leads_to_the_page(
    hosts: Hosts, browser_page: PageOpener
) -> None:
    markup = FRAMELESS.read_text(encoding="utf-8").replace(WRITTEN_FOR, hosts.embed)
    page = browser_page(hosts.page("frameless", markup), width=700, ready=False)
    picture = page.locator("a > img")
    expect(picture).to_be_visible()
    until(page, lambda: bool(picture.evaluate("image => image.complete")), "the picture is there")
    assert picture.evaluate("image => image.naturalWidth") == int(picture.get_attribute("width") or 0)
    assert page.get_by_role("link", name="Armenia or Azerbaijan").get_attribute("href")
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    picture.click()
    page.wait_for_selector(READY, state="attached")
    assert page.url == f"{hosts.embed}/?country=ARM,AZE&from=2025&window=2025-01-01/2025-12-31"


def test_an_embed_with_few_controls_offers_no_dialog_that_it_has_not(hosts: Hosts, browser_page: PageOpener) -> None:
    for controls, offered in (("chips", 0), ("full", 1)):
        page = browser_page(f"{hosts.embed}/embed?controls={controls}&event=cis-informal-summit-2025")
        expect(page.locator("#details h2")).to_be_visible()
        assert page.locator("[data-share-open=event]:visible").count() == offered
        assert page.evaluate("Boolean(sidelines.exports)") is bool(offered)

"""The details of an event in an embed: where they open, how they are left, and what of them is on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PageOpener
from tests.browser.hosts import Hosts, embeds, fits, opened, until

DETAILED = "?country=AZE&event=cis-informal-summit-2025&window=2025-12-20/2025-12-24"


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


def test_details_open_between_the_drawing_and_its_legend(hosts: Hosts, browser_page: PageOpener) -> None:
    page = browser_page(f"{hosts.embed}/embed{DETAILED}", width=390, height=2000)
    tops = [page.locator(part).bounding_box() for part in ("#timeline", ".sheet", "#legend", ".events", ".footer")]
    assert all(tops)
    assert [box["y"] for box in tops if box] == sorted(box["y"] for box in tops if box)


@pytest.mark.parametrize("chosen_in", ["drawing", "list"])
def test_escape_in_the_details_closes_them_and_leads_back(
    hosts: Hosts, browser_page: PageOpener, chosen_in: str
) -> None:
    page = browser_page(f"{hosts.embed}/embed{DETAILED}", width=700, height=2000)
    back = page.locator("#timeline")
    if chosen_in == "list":
        page.locator(".events > summary").click()
        back = page.locator('#list [data-event="cis-informal-summit-2025"]')
    page.locator("#details a").first.focus()
    page.keyboard.press("Escape")
    expect(page.locator("#details")).to_be_hidden()
    expect(back).to_be_focused()


def test_long_details_leave_room_on_paper_for_where_they_come_from(hosts: Hosts, browser_page: PageOpener) -> None:
    page = browser_page(hosts.framing("paper", DETAILED, hosts.script), ready=False)
    (one,) = embeds(page)
    until(page, fits(one), "it is as high as what is in it")
    one.frame.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert one.frame.evaluate("document.querySelector('.footer').getBoundingClientRect().bottom <= innerHeight")
    assert one.frame.locator(".sheet").evaluate("sheet => sheet.clientHeight > 460"), "the room of the controls is used"
    page.emulate_media(media="screen")
    one.frame.evaluate("dispatchEvent(new Event('afterprint'))")

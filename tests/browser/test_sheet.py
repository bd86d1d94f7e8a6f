"""The details of an event on a narrow screen: a sheet over the page that hides neither the mark nor the end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener

SUMMIT = "cis-informal-summit-2025"
DAYS = "window=2025-12-21/2025-12-23"
PHONE, TABLET, DESK = 390, 768, 1440
HEIGHT = 844
narrow = pytest.mark.parametrize("width", [PHONE, TABLET])

PLACE = (
    "() => { const { top, bottom } = document.querySelector('.sheet').getBoundingClientRect(); return [top, bottom]; }"
)


@pytest.fixture(params=["page", "file"])
def opened(
    request: pytest.FixtureRequest, served: Callable[..., str], exported: Callable[..., str], browser_page: PageOpener
) -> Callable[..., Page]:
    """Opens the shipped events at a width, as the dashboard and as one file."""

    def open_at(width: int, query: str = DAYS) -> Page:
        address = f"{served()}/?{query}" if request.param == "page" else f"{exported()}#{query}"
        return browser_page(address, width=width, height=HEIGHT)

    return open_at


@narrow
def test_the_details_lie_at_the_lower_edge_and_leave_the_upper_part_free(
    opened: Callable[..., Page], width: int
) -> None:
    page = opened(width, f"{DAYS}&event={SUMMIT}")
    expect(page.locator("#details h2")).to_be_in_viewport()
    top, bottom = page.evaluate(PLACE)
    assert bottom == HEIGHT
    assert top > HEIGHT * 0.4
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@narrow
def test_what_was_touched_in_the_drawing_stays_in_sight_above_them(opened: Callable[..., Page], width: int) -> None:
    page = opened(width, "window=2025-12-22/2025-12-22")
    page.evaluate("scrollTo(0, document.getElementById('timeline').getBoundingClientRect().top - 360)")
    before = page.evaluate("scrollY")
    _, y = seen.middle(seen.crossed(page).last)
    assert y > HEIGHT * 0.44, "the sheet would lie there"
    page.mouse.click(*seen.middle(seen.crossed(page).last))
    expect(page.locator("#details h2")).to_be_in_viewport()
    moved = page.evaluate("scrollY") - before
    assert 0 < y - moved < page.evaluate(PLACE)[0]


def test_a_tap_that_opens_them_is_not_repeated_as_a_click_on_them(opened: Callable[..., Page]) -> None:
    page = opened(PHONE, "window=2025-12-22/2025-12-22")
    page.evaluate("scrollTo(0, document.getElementById('timeline').getBoundingClientRect().top - 360)")
    page.evaluate("() => { window.heard = []; addEventListener('click', (event) => heard.push(event.target.id)); }")
    x, y = seen.middle(seen.crossed(page).last)
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator("#details h2")).to_be_in_viewport()
    page.locator("#close").click()
    assert page.evaluate("heard") == ["close"]


@narrow
def test_an_event_of_the_list_opens_and_stays_in_sight(opened: Callable[..., Page], width: int) -> None:
    page = opened(width)
    last = seen.listed(page).last
    last.click()
    expect(page.locator("#details h2")).to_be_in_viewport()
    box = last.bounding_box()
    assert box
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= page.evaluate(PLACE)[0]


@narrow
def test_closed_they_leave_nothing_chosen_and_the_page_where_it_was(opened: Callable[..., Page], width: int) -> None:
    page = opened(width, f"{DAYS}&event={SUMMIT}")
    page.evaluate("scrollTo(0, 300)")
    page.get_by_role("button", name="Close the details").click()
    expect(page.locator("#details [data-shown]")).to_have_count(0)
    assert "event" not in seen.query_of(page)
    expect(page.locator("#timeline")).to_be_focused()
    assert page.evaluate("scrollY") == 300


def test_escape_closes_them_and_leads_back_to_the_list(opened: Callable[..., Page]) -> None:
    page = opened(PHONE)
    entry = seen.entry(page, SUMMIT)
    entry.click()
    page.locator("#details").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#details [data-shown]")).to_have_count(0)
    expect(seen.entry(page, SUMMIT)).to_be_focused()


def test_earlier_events_that_were_asked_for_stay_when_an_event_of_the_window_is_closed(
    opened: Callable[..., Page],
) -> None:
    page = opened(PHONE)
    page.locator('#list [data-more="earlier"]').click()
    events = seen.event_ids(page)
    seen.entry(page, SUMMIT).click()
    expect(page.locator("#details h2")).to_be_in_viewport()
    page.get_by_role("button", name="Close the details").click()
    expect(page.locator("#details [data-shown]")).to_have_count(0)
    assert seen.event_ids(page) == events


@pytest.mark.parametrize(("tab", "place"), [("list", "#list [data-event]"), ("table", "#table [data-row]")])
def test_escape_closes_them_from_where_they_were_opened(opened: Callable[..., Page], tab: str, place: str) -> None:
    page = opened(TABLET, f"tab={tab}")
    third = page.locator(place).nth(2)
    third.press("Enter")
    expect(page.locator("#details h2")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#details [data-shown]")).to_have_count(0)
    expect(third).to_be_focused()


@narrow
def test_the_end_of_the_page_can_be_read_behind_them(opened: Callable[..., Page], width: int) -> None:
    page = opened(width, f"{DAYS}&event={SUMMIT}")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    box = page.locator(".footer").bounding_box()
    assert box
    assert box["y"] + box["height"] <= page.evaluate(PLACE)[0]


def test_on_a_wide_screen_they_stand_beside_the_drawing_and_close_as_well(opened: Callable[..., Page]) -> None:
    page = opened(DESK, f"{DAYS}&event={SUMMIT}")
    drawing, details = page.locator(".drawing").bounding_box(), page.locator("#details").bounding_box()
    assert drawing
    assert details
    assert details["x"] > drawing["x"] + drawing["width"]
    page.get_by_role("button", name="Close the details").click()
    expect(page.locator("#details")).to_contain_text("Select an event")
    expect(page.get_by_role("button", name="Close the details")).to_be_hidden()
    expect(seen.entry(page, SUMMIT)).to_be_focused()

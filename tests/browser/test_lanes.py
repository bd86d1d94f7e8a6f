"""The lanes by hand: dragged, moved by keys or by their menu, and chosen; the order is part of the address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener

FIRST = ["Armenia", "Azerbaijan", "Belarus", "Georgia", "Kazakhstan", "Kyrgyzstan", "Moldova"]


@pytest.fixture
def opened(served: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the dashboard of the shipped events with a query."""
    return lambda query="", **how: browser_page(f"{served()}/?{query}", **how)


def _lane(page: Page, country: str) -> Locator:
    return page.locator(f'[data-lane="{country}"]')


def _first(page: Page, *names: str) -> None:
    for place, name in enumerate(names):
        expect(seen.lanes(page).nth(place)).to_have_text(name)


def test_a_lane_is_dragged_to_another_place_and_back_undoes_it(opened: Callable[..., Page]) -> None:
    page = opened("lanes=name")
    usual = seen.lanes(page).all_text_contents()
    x, y = seen.middle(_lane(page, "MDA"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(*seen.middle(_lane(page, "ARM")), steps=4)
    expect(page.locator("#timeline .drop")).to_be_visible()
    assert seen.lanes(page).all_text_contents() == usual, "nothing moves before the lane is let go"
    page.mouse.move(x, seen.middle(_lane(page, "ARM"))[1] - 12)
    page.mouse.up()
    expect(page).to_have_url(seen.in_address(order="MDA"))
    _first(page, "Moldova", "Armenia", "Azerbaijan")
    expect(page.locator("#timeline .drop")).to_have_count(0)
    expect(page.locator("#lane-menu")).to_be_hidden()
    page.go_back()
    _first(page, *usual)


def test_the_menu_of_a_lane_moves_it_and_says_where_it_is(opened: Callable[..., Page]) -> None:
    page = opened("lanes=name")
    _lane(page, "MDA").click()
    menu = page.get_by_role("menu", name="Moldova")
    expect(menu.get_by_role("menuitem")).to_have_text(["Only Moldova", "Move up", "Move down", "Move to the top"])
    menu.get_by_role("menuitem", name="Move to the top").click()
    _first(page, "Moldova", "Armenia")
    expect(page.get_by_role("status")).to_contain_text("Moldova is now lane 1")
    expect(_lane(page, "MDA")).to_be_focused()
    _lane(page, "MDA").click()
    menu.get_by_role("menuitem", name="Usual order").click()
    _first(page, *FIRST[:3])
    expect(page).not_to_have_url(seen.in_address(order="MDA"))


def test_the_menu_of_a_lane_chooses_its_country(opened: Callable[..., Page]) -> None:
    page = opened()
    _lane(page, "TJK").click()
    page.get_by_role("menuitem", name="Only Tajikistan").click()
    expect(page).to_have_url(seen.in_address(country="TJK"))
    expect(seen.lanes(page)).to_have_text(["Tajikistan"])
    expect(_lane(page, "TJK")).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("menuitem", name="All countries").press("Enter")
    expect(seen.chip(page, "TJK")).to_have_attribute("aria-pressed", "false")


def test_a_lane_alone_stays_where_it_is(opened: Callable[..., Page]) -> None:
    page = opened("country=TJK")
    x, y = seen.middle(_lane(page, "TJK"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y + 30, steps=4)
    page.mouse.move(x, y, steps=4)
    page.mouse.up()
    expect(page.locator("#timeline .drop")).to_have_count(0)
    expect(page.get_by_role("menuitem")).to_have_text(["All countries"])


def test_lanes_are_one_stop_of_the_tab_key_and_arrows_go_on(opened: Callable[..., Page]) -> None:
    page = opened("lanes=name")
    page.locator("#timeline").focus()
    page.keyboard.press("Tab")
    expect(_lane(page, "ARM")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(_lane(page, "AZE")).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    _first(page, "Azerbaijan", "Armenia")
    expect(_lane(page, "AZE")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("[data-lane]:focus")).to_have_count(0)
    page.keyboard.press("Shift+Tab")
    expect(_lane(page, "AZE")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#timeline")).to_be_focused()


def test_the_menu_of_a_lane_is_walked_and_left_by_keys(opened: Callable[..., Page]) -> None:
    page = opened("lanes=name")
    _lane(page, "ARM").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Only Armenia")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("menuitem", name="Move down")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#lane-menu")).to_be_hidden()
    expect(_lane(page, "ARM")).to_be_focused()
    page.keyboard.press("Enter")
    page.mouse.click(700, 12)
    expect(page.locator("#lane-menu")).to_be_hidden()


def test_an_order_of_ones_own_gives_way_to_another_order(opened: Callable[..., Page]) -> None:
    page = opened("order=MDA,TJK")
    _first(page, "Moldova", "Tajikistan")
    page.locator("summary", has_text="Lanes").click()
    expect(page.locator("[data-lanes][aria-pressed=true]")).to_have_count(0)
    page.locator('[data-lanes="name"]').click()
    expect(page).to_have_url(seen.in_address(lanes="name"))
    _first(page, *FIRST[:3])


def test_a_finger_on_a_lane_opens_its_menu_and_scrolls_the_page(opened: Callable[..., Page]) -> None:
    page = opened("lanes=name", width=390)
    x, y = seen.middle(_lane(page, "BLR"))
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.get_by_role("menuitem", name="Move to the top").click()
    _first(page, "BY", "AM")
    assert _lane(page, "BLR").evaluate("lane => getComputedStyle(lane).touchAction") == "pan-y"


def test_back_leads_to_the_view_before_the_search(opened: Callable[..., Page]) -> None:
    page = opened()
    seen.chip(page, "MDA").click()
    expect(page).to_have_url(seen.in_address(country="MDA"))
    page.locator("#search").press_sequentially("summit")
    expect(page).to_have_url(seen.in_address(country="MDA", q="summit"))
    page.go_back()
    expect(page).to_have_url(seen.in_address(country="MDA"))
    expect(seen.chip(page, "MDA")).to_have_attribute("aria-pressed", "true")
    expect(page).not_to_have_url(seen.in_address(q="summit"))

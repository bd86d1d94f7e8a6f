"""The dashboard by keyboard alone: filter, walk, open, read, go back; the focus can always be seen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener

SUMMIT = "cis-informal-summit-2025"
DAYS = "window=2025-12-21/2025-12-22"
FOCUS = """() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
        name: element.id || element.className || element.tagName,
        stop: element !== document.body,
        ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
    };
}"""


@pytest.fixture
def opened(served: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the dashboard of the shipped events with a query."""
    return lambda query="", **how: browser_page(f"{served()}/?{query}", **how)


def test_filter_open_read_and_go_back_by_keyboard_alone(opened: Callable[..., Page]) -> None:
    page = opened(DAYS)
    _tab_to(page, "[data-country=AZE]")
    page.keyboard.press("Enter")
    expect(seen.chip(page, "AZE")).to_have_attribute("aria-pressed", "true")
    expect(seen.chip(page, "AZE")).to_be_focused()
    expect(seen.lanes(page)).to_have_text(["Azerbaijan"])

    _tab_to(page, "#timeline")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#details h2")).to_contain_text("Supreme EEC")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("status")).to_contain_text("Informal CIS summit")
    expect(page.locator("#timeline")).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator("#details h2")).to_be_focused()
    expect(page.locator("#details h2")).to_contain_text("Informal CIS summit")
    page.keyboard.press("Escape")
    expect(seen.entry(page, SUMMIT)).to_be_focused()

    page.keyboard.press("ArrowUp")
    expect(seen.entry(page, "az-announces-absence")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(seen.in_address(event="az-announces-absence"))
    expect(page.locator("#details h2")).to_contain_text("will miss")
    expect(seen.entry(page, "az-announces-absence")).to_be_focused()


def test_walking_by_keys_shows_the_tooltip_that_the_pointer_shows(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE&type=summit&window=2025-12-22/2025-12-22")
    tooltip = page.locator("#tooltip")
    page.mouse.move(*seen.middle(seen.crossed(page)))
    expect(tooltip).to_contain_text("Azerbaijan: absent")
    pointed = tooltip.inner_text()
    page.mouse.move(2, 2)
    expect(tooltip).to_be_hidden()
    page.locator("#timeline").focus()
    page.keyboard.press("ArrowRight")
    expect(tooltip).to_be_visible()
    assert tooltip.inner_text() == pointed
    page.keyboard.press("Escape")
    expect(tooltip).to_be_hidden()


def test_the_tooltip_follows_the_focus(opened: Callable[..., Page]) -> None:
    page = opened(f"country=AZE&type=summit&{DAYS}&event={SUMMIT}")
    tooltip = page.locator("#tooltip")
    expect(tooltip).to_be_hidden()
    _tab_to(page, "#timeline")
    expect(tooltip).to_contain_text("Informal CIS summit")
    page.keyboard.press("+")
    expect(tooltip).to_contain_text("Informal CIS summit")
    page.keyboard.press("Tab")
    expect(tooltip).to_be_hidden()


def test_escape_lets_the_event_go(opened: Callable[..., Page]) -> None:
    page = opened(f"event={SUMMIT}")
    page.locator("#timeline").focus()
    page.keyboard.press("Escape")
    expect(page.locator("#details h2")).to_have_text("Select an event")
    expect(page).not_to_have_url(re.compile("event"))
    expect(page.locator("#list [aria-current=true]")).to_have_count(0)
    expect(page.locator("#timeline")).to_be_focused()


def test_left_and_right_walk_in_the_order_of_the_list_and_stop_at_its_ends(opened: Callable[..., Page]) -> None:
    page = opened("country=SUN,UKR")
    ids = seen.event_ids(page)
    page.locator("#timeline").focus()
    walked = []
    for _ in range(3):
        page.keyboard.press("ArrowRight")
        walked.append(seen.query_of(page)["event"])
    assert walked == ids[:3]
    for _ in range(4):
        page.keyboard.press("ArrowLeft")
    assert seen.query_of(page)["event"] == ids[0]
    expect(seen.entry(page, ids[0])).to_have_attribute("aria-current", "true")


def test_up_and_down_walk_to_the_nearest_event_of_a_neighbouring_lane(opened: Callable[..., Page]) -> None:
    page = opened(f"country=KAZ,TJK&{DAYS}&event=putin-tokayev-2025-12-22")
    page.locator("#timeline").focus()
    page.keyboard.press("ArrowDown")
    expect(page).to_have_url(seen.in_address(event="putin-rahmon-2025-12-22"))
    page.keyboard.press("ArrowUp")
    expect(page).to_have_url(re.compile("event=(putin-tokayev|cis-informal|supreme)"))


def test_plus_minus_and_zero_zoom(opened: Callable[..., Page]) -> None:
    page = opened(f"event={SUMMIT}")
    page.locator("#timeline").focus()
    whole = seen.window_days(page)
    page.keyboard.press("+")
    page.keyboard.press("+")
    near = seen.window_days(page)
    assert near == pytest.approx(whole / 4, rel=0.01)
    start, end = seen.window_of(page)
    assert start < "2025-12-22" < end
    page.keyboard.press("-")
    assert seen.window_days(page) == pytest.approx(whole / 2, rel=0.01)
    page.keyboard.press("0")
    expect(page).not_to_have_url(re.compile("window"))


def test_keys_of_the_browser_itself_are_left_alone(opened: Callable[..., Page]) -> None:
    page = opened("window=2020-01-01/2020-12-31")
    page.locator("#timeline").focus()
    for keys in ("Control+ArrowRight", "Control+0", "Control+-", "Meta+ArrowDown"):
        page.keyboard.press(keys)
    assert seen.query_of(page) == {"window": "2020-01-01/2020-12-31"}


def test_a_question_mark_lists_the_keys_and_escape_leads_back(opened: Callable[..., Page]) -> None:
    page = opened(f"event={SUMMIT}")
    page.locator("#timeline").focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("dialog")).to_contain_text("the event before, the event after")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#timeline")).to_be_focused()
    expect(page).to_have_url(seen.in_address(event=SUMMIT))


def test_the_keys_are_listed_by_a_button_too(opened: Callable[..., Page]) -> None:
    page = opened()
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_slash_leads_to_the_search_where_keys_are_letters(opened: Callable[..., Page]) -> None:
    page = opened()
    page.locator("#timeline").focus()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("0/?+-")
    expect(page.get_by_role("searchbox")).to_have_value("0/?+-")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_skip_link_leads_past_everything_to_the_list(opened: Callable[..., Page]) -> None:
    page = opened("country=MDA")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the list of events")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the list of events")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(seen.listed(page).first).to_be_focused()
    assert seen.event_ids(page) == seen.ids_by_command("country=MDA")


def test_the_ends_of_the_brush_are_sliders(opened: Callable[..., Page]) -> None:
    page = opened("window=2000-01-01/2009-12-31")
    start = page.get_by_role("slider", name="Start of the window")
    end = page.get_by_role("slider", name="End of the window")
    expect(start).to_have_attribute("aria-valuetext", "2000-01-01")
    expect(end).to_have_attribute("aria-valuetext", "2009-12-31")
    start.focus()
    page.keyboard.press("ArrowRight")
    expect(start).to_have_attribute("aria-valuetext", re.compile("^2000-0[67]"))
    expect(end).to_have_attribute("aria-valuetext", "2009-12-31")
    expect(page).to_have_url(re.compile("window=2000-0[67]"))
    expect(start).to_be_focused()
    end.focus()
    page.keyboard.press("Shift+ArrowLeft")
    expect(end).to_have_attribute("aria-valuetext", re.compile("^2007"))
    page.keyboard.press("End")
    expect(end).to_have_attribute("aria-valuenow", "1000")
    start.focus()
    page.keyboard.press("Home")
    expect(start).to_have_attribute("aria-valuenow", "0")


def test_the_ends_of_a_short_window_say_their_time(opened: Callable[..., Page]) -> None:
    page = opened("window=2025-12-22/2025-12-22")
    start = page.get_by_role("slider", name="Start of the window")
    expect(start).to_have_attribute("aria-valuetext", "2025-12-22")
    expect(page.get_by_role("slider", name="End of the window")).to_have_attribute("aria-valuetext", "2025-12-22")
    start.focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(start).to_have_attribute("aria-valuetext", "2025-12-22 06:00")


def test_an_end_of_the_brush_does_not_pass_the_other_by_keys(opened: Callable[..., Page]) -> None:
    page = opened("window=2000-01-01/2009-12-31")
    page.get_by_role("slider", name="Start of the window").focus()
    page.keyboard.press("End")
    start, end = seen.window_of(page)
    assert (start, end) == ("2009-12-31 23:00", "2009-12-31")


def test_every_stop_of_the_tab_key_can_be_seen(opened: Callable[..., Page]) -> None:
    page = opened(f"country=SUN,TUR&{DAYS}&event={SUMMIT}")
    stops = []
    for _ in range(150):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if not focus["stop"]:
            break
        assert focus["ring"], f"no ring at {focus['name']}"
        assert focus["inside"], f"out of sight: {focus['name']}"
        stops.append(focus["name"])
    assert {"skip", "search", "timeline", "brush-start", "brush-end"} <= set(stops)
    assert "event" in stops
    assert len(stops) > 40


def test_the_focus_stays_on_an_event_of_the_list_while_the_list_is_made_anew(opened: Callable[..., Page]) -> None:
    page = opened("country=MDA")
    seen.entry(page, "moldova-starts-leaving-2026").focus()
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-dark", "")
    expect(seen.entry(page, "moldova-starts-leaving-2026")).to_be_focused()


def _tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Presses Tab until what is meant has the focus."""
    target = page.locator(selector)
    for _ in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("(element) => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {selector}")

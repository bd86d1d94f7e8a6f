"""The pointer on the dashboard: hover says, click opens, drag moves through time, the wheel zooms when it is meant."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener

SUMMIT = "cis-informal-summit-2025"
ONE_ABSENCE = "country=AZE&type=summit&window=2025-12-22/2025-12-22"
IN_ADDRESS = re.compile("window=")


@pytest.fixture
def opened(served: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the dashboard of the shipped events with a query."""
    return lambda query="", **how: browser_page(f"{served()}/?{query}", **how)


def test_a_click_on_a_mark_opens_its_event(opened: Callable[..., Page]) -> None:
    page = opened(ONE_ABSENCE)
    page.mouse.click(*seen.middle(seen.crossed(page)))
    expect(page).to_have_url(seen.in_address(event=SUMMIT))
    expect(page.locator("#details h2")).to_contain_text("CIS summit")
    expect(seen.entry(page, SUMMIT)).to_have_attribute("aria-current", "true")


def test_a_click_on_a_label_opens_its_event(opened: Callable[..., Page]) -> None:
    page = opened(ONE_ABSENCE)
    page.mouse.click(*seen.middle(seen.words(page).filter(has_text="Informal CIS summit")))
    expect(page).to_have_url(seen.in_address(event=SUMMIT))


def test_a_click_on_a_claimed_figure_opens_the_event_at_which_it_was_claimed(opened: Callable[..., Page]) -> None:
    page = opened("country=ARM&window=2024-01-01/2024-12-31")
    figure = seen.words(page).filter(has_text="$11 bn")
    page.mouse.move(*seen.middle(figure))
    expect(page.locator("#tooltip")).to_contain_text("said by Vladimir Putin")
    page.mouse.click(*seen.middle(figure))
    expect(page).to_have_url(seen.in_address(event="putin-pashinyan-2025-12-22"))


def test_a_click_on_a_number_spreads_the_events_that_it_stands_for(opened: Callable[..., Page]) -> None:
    page = opened("country=RUS")
    before = seen.window_days(page)
    bundle = page.locator("#timeline .textpoint text", has_text=re.compile(r"^\d+$")).last
    count = int(bundle.text_content() or "")
    page.mouse.click(*seen.middle(bundle))
    expect(page).to_have_url(IN_ADDRESS)
    assert seen.window_days(page) < before / 2
    shown = re.search(r"· (\d+) / \d+ events", page.locator("#heading").text_content() or "")
    assert shown
    assert int(shown[1]) >= count
    expect(page.locator("#details h2")).to_have_text("Select an event")


def test_a_click_on_nothing_changes_nothing(opened: Callable[..., Page]) -> None:
    page = opened(ONE_ABSENCE)
    address = page.url
    box = _box(page.locator("#timeline"))
    page.mouse.click(box["x"] + box["width"] - 40, box["y"] + 6)
    page.mouse.click(*seen.middle(seen.crossed(page)))  # what is shown next shows that the first click is over
    expect(page).to_have_url(seen.in_address(event=SUMMIT))
    page.go_back()
    expect(page).to_have_url(address)


def test_the_tooltip_says_what_a_mark_is_and_how_its_lane_took_part(opened: Callable[..., Page]) -> None:
    page = opened(ONE_ABSENCE)
    tip = page.locator("#tooltip")
    expect(tip).to_be_hidden()
    page.mouse.move(*seen.middle(seen.crossed(page)))
    expect(tip).to_be_visible()
    expect(tip).to_contain_text("Informal CIS summit")
    expect(tip).to_contain_text("22 December 2025")
    expect(tip).to_contain_text("Azerbaijan: absent (busy work schedule)")
    page.mouse.move(5, 5)
    expect(tip).to_be_hidden()


def test_the_tooltip_of_a_number_lists_its_events(opened: Callable[..., Page]) -> None:
    page = opened("country=RUS")
    bundle = page.locator("#timeline .textpoint text", has_text=re.compile(r"^\d+$")).last
    count = bundle.text_content()
    page.mouse.move(*seen.middle(bundle))
    expect(page.locator("#tooltip")).to_contain_text(f"{count} events close together")
    assert page.locator("#tooltip li").count() > 1


def test_the_tooltip_of_a_hatched_band_says_what_is_suspended(opened: Callable[..., Page]) -> None:
    page = opened("country=MDA&window=2023-02-01/2023-06-30")
    box = _box(seen.hatched(page).last)
    page.mouse.move(box["x"] + box["width"] - 30, box["y"] + box["height"] / 2)
    expect(page.locator("#tooltip")).to_contain_text("CIS participation suspended since 2022")


def test_the_tooltip_stays_within_the_drawing(opened: Callable[..., Page]) -> None:
    page = opened("country=RUS", width=390)
    for bundle in page.locator("#timeline .textpoint text", has_text=re.compile(r"^\d+$")).all():
        page.mouse.move(*seen.middle(bundle))
        expect(page.locator("#tooltip")).to_be_visible()
        tip, around = _box(page.locator("#tooltip")), _box(page.locator("#timeline"))
        assert around["x"] <= tip["x"]
        assert tip["x"] + tip["width"] <= around["x"] + around["width"]


def test_a_drag_moves_through_time_and_opens_nothing(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE&window=2020-01-01/2020-12-31")
    start, end = seen.window_of(page)
    days = seen.window_days(page)
    _drag(page, page.locator("#timeline"), 200)
    expect(page).not_to_have_url(re.compile("window=2020-01-01/2020-12-31"))
    assert seen.window_of(page)[0] < start
    assert seen.window_of(page)[1] < end
    assert seen.window_days(page) == pytest.approx(days, abs=1.1)
    assert "event" not in seen.query_of(page)
    page.go_back()
    expect(page).to_have_url(re.compile("window=2020-01-01/2020-12-31"))


def test_a_double_click_shows_everything(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE&window=2020-01-01/2020-12-31")
    box = _box(page.locator("#timeline"))
    page.mouse.dblclick(box["x"] + box["width"] - 40, box["y"] + 6)
    expect(page).not_to_have_url(IN_ADDRESS)
    assert seen.window_days(page) > 9000


def test_the_wheel_scrolls_the_page_until_the_drawing_has_been_clicked(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE&window=2020-01-01/2020-12-31", height=500)
    before = seen.window_of(page)
    timeline = page.locator("#timeline")
    timeline.scroll_into_view_if_needed()
    page.mouse.move(*seen.middle(timeline))
    top = _box(timeline)["y"]
    page.mouse.wheel(0, 120)
    page.wait_for_function("(top) => document.getElementById('timeline').getBoundingClientRect().y < top", arg=top)
    assert seen.window_of(page) == before

    timeline.focus()
    page.mouse.move(*seen.middle(timeline))
    top = _box(timeline)["y"]
    page.mouse.wheel(0, -120)
    expect(page).not_to_have_url(re.compile("window=2020-01-01/2020-12-31"))
    assert 0 < seen.window_days(page) < 300
    assert _box(timeline)["y"] == top


def test_the_wheel_zooms_around_the_pointer(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE&window=2020-01-01/2020-12-31")
    timeline = page.locator("#timeline")
    box = _box(timeline)
    timeline.focus()
    page.mouse.move(box["x"] + box["width"] - 25, box["y"] + 100)
    page.mouse.wheel(0, -120)
    expect(page).not_to_have_url(re.compile("window=2020-01-01/2020-12-31"))
    start, end = seen.window_of(page)
    assert start > "2020-02-01"
    assert end > "2020-12-20"


def test_the_brush_moves_the_window_and_its_ends_resize_it(opened: Callable[..., Page]) -> None:
    page = opened("window=2000-01-01/2009-12-31")
    days = seen.window_days(page)
    _drag(page, page.locator("#brush"), 120)
    expect(page).not_to_have_url(re.compile("window=2000-01-01/2009-12-31"))
    start, end = seen.window_of(page)
    assert start > "2001"
    assert end > "2011"
    assert seen.window_days(page) == pytest.approx(days, abs=1.1)

    address = page.url
    _drag(page, page.locator("#brush-end"), -80)
    expect(page).not_to_have_url(address)
    assert seen.window_of(page)[0] == start
    assert seen.window_of(page)[1] < end


def test_an_end_of_the_brush_cannot_pass_the_other(opened: Callable[..., Page]) -> None:
    page = opened("window=2000-01-01/2009-12-31")
    _drag(page, page.locator("#brush-end"), -600)
    expect(page).not_to_have_url(re.compile("window=2000-01-01/2009-12-31"))
    assert seen.query_of(page)["window"] == "2000-01-01/2000-01-01T01:00"


def test_a_click_on_the_overview_leads_the_window_there(opened: Callable[..., Page]) -> None:
    page = opened("window=2024-01-01/2025-12-31")
    box = _box(page.locator("#overview"))
    page.mouse.click(box["x"] + box["width"] * 0.25, box["y"] + 10)
    expect(page).not_to_have_url(re.compile("window=2024-01-01/2025-12-31"))
    start, end = seen.window_of(page)
    assert start < "2001"
    assert end < "2003"


def test_a_finger_scrolls_the_page_and_not_the_chart(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE&window=2020-01-01/2020-12-31", width=390, height=700)
    page.locator("#timeline").scroll_into_view_if_needed()
    top = _box(page.locator("#timeline"))["y"]
    x, y = seen.middle(page.locator("#timeline"))
    finger = page.context.new_cdp_session(page)
    finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for step in range(1, 11):
        finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 15 * step}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function(
        "(top) => document.getElementById('timeline').getBoundingClientRect().y < top - 100", arg=top
    )
    assert seen.query_of(page)["window"] == "2020-01-01/2020-12-31"
    assert "event" not in seen.query_of(page)


def test_two_fingers_zoom_between_them(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE&window=2010-01-01/2019-12-31", width=390, height=700)
    page.locator("#timeline").scroll_into_view_if_needed()
    x, y = seen.middle(page.locator("#timeline"))
    fingers = page.context.new_cdp_session(page)

    def touch(kind: str, *places: float) -> None:
        points = [{"x": place, "y": y, "id": number} for number, place in enumerate(places)]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", x - 30)
    touch("touchStart", x - 30, x + 30)
    for step in range(1, 7):
        touch("touchMove", x - 30 - 10 * step, x + 30 + 10 * step)
    touch("touchEnd")
    expect(page).not_to_have_url(re.compile("window=2010-01-01/2019-12-31"))
    start, end = seen.window_of(page)
    assert "2011" < start < "2015" < end < "2019"
    assert "event" not in seen.query_of(page)


def test_a_narrower_view_is_drawn_anew_with_codes_instead_of_names(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE,KAZ")
    expect(seen.lanes(page)).to_have_text(["Azerbaijan", "Kazakhstan"])
    page.set_viewport_size({"width": 390, "height": 844})
    expect(seen.lanes(page)).to_have_text(["AZ", "KZ"])
    assert _box(page.locator("#timeline .main-svg").first)["width"] <= 390


def _box(locator: Locator) -> FloatRect:
    box = locator.bounding_box()
    assert box
    return box


def _drag(page: Page, what: Locator, by_px: float) -> None:
    x, y = seen.middle(what)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + by_px / 2, y, steps=4)
    page.mouse.move(x + by_px, y, steps=4)
    page.mouse.up()

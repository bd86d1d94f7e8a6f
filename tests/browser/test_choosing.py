"""Choosing on the dashboard: chips, types, words, periods. What is chosen is pressed, shown, said and addressed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener

SUMMIT = "cis-informal-summit-2025"


@pytest.fixture
def opened(served: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the dashboard of the shipped events with a query."""
    return lambda query="": browser_page(f"{served()}/?{query}")


def test_a_country_is_pressed_and_alone_on_its_lane(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(seen.chip(page, "ARM")).to_have_attribute("aria-pressed", "false")
    seen.chip(page, "ARM").click()
    expect(seen.chip(page, "ARM")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-country][aria-pressed=true]")).to_have_count(1)
    expect(page.locator("#all-countries")).to_have_attribute("aria-pressed", "false")
    expect(page).to_have_url(seen.in_address(country="ARM"))
    expect(seen.lanes(page)).to_have_text(["Armenia"])
    assert seen.event_ids(page) == seen.ids_by_command("country=ARM")


def test_a_second_country_joins_and_a_second_press_takes_it_out(opened: Callable[..., Page]) -> None:
    page = opened()
    for country in ("KAZ", "ARM"):
        seen.chip(page, country).click()
    expect(page).to_have_url(seen.in_address(country="ARM,KAZ"))
    expect(seen.lanes(page)).to_have_text(["Armenia", "Kazakhstan"])
    assert seen.event_ids(page) == seen.ids_by_command("country=ARM,KAZ")
    seen.chip(page, "ARM").click()
    expect(page).to_have_url(seen.in_address(country="KAZ"))
    expect(seen.lanes(page)).to_have_text(["Kazakhstan"])
    page.locator("#all-countries").click()
    expect(page).not_to_have_url(re.compile("country"))
    assert seen.event_ids(page) == seen.ids_by_command("")


def test_all_of_two_countries_shows_what_they_have_in_common(opened: Callable[..., Page]) -> None:
    page = opened("country=ARM")
    expect(page.locator("#match")).to_be_hidden()
    seen.chip(page, "AZE").click()
    expect(page.locator("#match")).to_be_visible()
    page.locator("[data-match=all]").click()
    expect(page).to_have_url(seen.in_address(country="ARM,AZE", match="all"))
    both = seen.ids_by_command("country=ARM,AZE&match=all")
    assert 0 < len(both) < len(seen.ids_by_command("country=ARM,AZE"))
    assert seen.event_ids(page) == both


def test_a_type_is_pressed_and_alone_in_the_list(opened: Callable[..., Page]) -> None:
    page = opened()
    summit = page.locator("[data-type=summit]")
    summit.click()
    expect(summit).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-type][aria-pressed=true]")).to_have_count(1)
    expect(page).to_have_url(seen.in_address(type="summit"))
    assert seen.event_ids(page) == seen.ids_by_command("type=summit")
    page.locator("[data-type=accession]").click()
    assert seen.event_ids(page) == seen.ids_by_command("type=accession,summit")
    summit.click()
    expect(page).to_have_url(seen.in_address(type="accession"))


def test_words_are_searched_while_they_are_typed(opened: Callable[..., Page]) -> None:
    page = opened()
    page.get_by_role("searchbox").press_sequentially("trade turnover")
    expect(page).to_have_url(seen.in_address(q="trade+turnover"))
    assert seen.event_ids(page) == seen.ids_by_command("q=trade+turnover")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_back_takes_the_words_out_of_the_box_and_the_next_ones_are_a_step_of_their_own(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    search = page.get_by_role("searchbox")
    for words in ("turnover", "summit"):
        search.press_sequentially(words)
        expect(page).to_have_url(seen.in_address(q=words))
        page.go_back()
        expect(search).to_have_value("")
        assert seen.query_of(page) == {}


def test_the_search_of_an_address_stands_in_the_box(opened: Callable[..., Page]) -> None:
    expect(opened("q=trade+turnover").get_by_role("searchbox")).to_have_value("trade turnover")


def test_clearing_takes_every_filter_away_and_leaves_window_and_event(opened: Callable[..., Page]) -> None:
    kept = {"window": "2025-12-20/2025-12-24", "event": SUMMIT}
    page = opened(f"country=AZE&type=summit&q=informal&window={kept['window']}&event={SUMMIT}")
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("button", name="Clear filters")).to_be_hidden()
    assert seen.query_of(page) == kept
    assert seen.event_ids(page) == seen.ids_by_command("")
    expect(page.get_by_role("searchbox")).to_have_value("")
    expect(page.locator("#all-countries")).to_be_focused()


def test_the_live_region_begins_with_the_number_and_says_what_is_open(opened: Callable[..., Page]) -> None:
    page = opened()
    status = page.get_by_role("status")
    expect(status).to_have_text(re.compile(rf"^{len(seen.ids_by_command(''))} events$"))
    seen.chip(page, "AZE").click()
    expect(status).to_have_text(re.compile(rf"^{len(seen.ids_by_command('country=AZE'))} events$"))
    seen.entry(page, SUMMIT).click()
    expect(status).to_have_text(re.compile(r"^\d+ events\. Informal CIS summit.*22 December 2025$"))


def test_one_event_is_said_in_the_singular(opened: Callable[..., Page]) -> None:
    expect(opened("country=SUN").get_by_role("status")).to_have_text("1 event")


def test_back_and_forward_lead_through_what_was_chosen(opened: Callable[..., Page]) -> None:
    page = opened()
    seen.chip(page, "ARM").click()
    seen.chip(page, "KAZ").click()
    seen.entry(page, SUMMIT).click()
    expect(page.locator("#details h2")).to_contain_text("CIS summit")

    page.go_back()
    expect(page.locator("#details h2")).to_have_text("Select an event")
    page.go_back()
    expect(seen.chip(page, "KAZ")).to_have_attribute("aria-pressed", "false")
    expect(seen.lanes(page)).to_have_text(["Armenia"])
    page.go_back()
    expect(page.locator("#all-countries")).to_have_attribute("aria-pressed", "true")
    assert seen.event_ids(page) == seen.ids_by_command("")

    page.go_forward()
    page.go_forward()
    expect(seen.lanes(page)).to_have_text(["Armenia", "Kazakhstan"])
    assert seen.event_ids(page) == seen.ids_by_command("country=ARM,KAZ")


def test_a_choice_is_named_apart_from_its_number_of_events(opened: Callable[..., Page]) -> None:
    expect(seen.chip(opened(), "ARM")).to_have_accessible_name(re.compile(r"^Armenia \d+$"))


def test_loading_again_shows_the_same(opened: Callable[..., Page]) -> None:
    page = opened()
    seen.chip(page, "MDA").click()
    page.locator("[data-preset=years10]").click()
    seen.listed(page).last.click()
    before = (page.url, seen.event_ids(page), seen.window_of(page), page.locator("#details").inner_text())
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    assert (page.url, seen.event_ids(page), seen.window_of(page), page.locator("#details").inner_text()) == before


def test_periods_are_windows_of_their_length_and_all_is_everything(opened: Callable[..., Page]) -> None:
    page = opened()
    whole = seen.window_of(page)
    days = {"years10": 3653, "year": 366, "month": 31, "week": 8, "days": 3}
    for preset, most in days.items():
        page.locator(f"[data-preset={preset}]").click()
        expect(page.locator(f"[data-preset={preset}]")).to_have_attribute("aria-pressed", "true")
        expect(page.locator("[data-preset][aria-pressed=true]")).to_have_count(1)
        expect(page).to_have_url(re.compile("window="))
        assert most * 0.6 <= seen.window_days(page) <= most
        assert seen.event_ids(page) == seen.ids_by_command("")
    page.locator("[data-preset=all]").click()
    expect(page).not_to_have_url(re.compile("window"))
    assert seen.window_of(page) == whole


def test_the_window_fits_the_selected_events(opened: Callable[..., Page]) -> None:
    page = opened("from=2005&to=2009&dates=certain&country=GEO")
    page.locator("[data-preset=fit]").click()
    start, end = seen.window_of(page)
    assert "2004" < start < end < "2010-12"
    expect(page.locator("#heading")).to_contain_text(re.compile(r"· \d+ events$"))
    page.locator("[data-preset=all]").click()
    page.locator("#timeline").focus()
    page.keyboard.press("f")
    expect(page.locator("[data-preset=fit]")).to_have_attribute("aria-pressed", "true")
    assert seen.window_of(page) == (start, end)


def test_event_days_are_those_of_the_chosen_event(opened: Callable[..., Page]) -> None:
    page = opened(f"event={SUMMIT}")
    page.locator("[data-preset=days]").click()
    start, end = seen.window_of(page)
    assert start < "2025-12-22"
    assert end > "2025-12-22T23:59"
    expect(page.locator("#heading")).to_contain_text("Dec 2025")


def test_without_events_there_are_no_event_days(opened: Callable[..., Page]) -> None:
    page = opened("q=nothing+has+these+words")
    expect(page.locator("[data-preset=days]")).to_be_disabled()
    expect(page.locator("[data-preset=days]")).to_have_attribute("aria-pressed", "false")


def test_an_event_of_the_list_opens_and_is_marked_there(opened: Callable[..., Page]) -> None:
    page = opened()
    seen.entry(page, "cis-summit-bishkek-2023").click()
    expect(page).to_have_url(seen.in_address(event="cis-summit-bishkek-2023"))
    expect(page.locator("#details h2")).to_have_text("CIS summit, Bishkek 2023")
    expect(page.locator("#list [aria-current=true]")).to_have_count(1)
    expect(seen.entry(page, "cis-summit-bishkek-2023")).to_have_attribute("aria-current", "true")


def test_an_event_outside_of_the_window_moves_the_window_to_it(opened: Callable[..., Page]) -> None:
    page = opened("window=2023-10-01/2023-10-31")
    seen.entry(page, SUMMIT).click()
    start, end = seen.window_of(page)
    assert start < "2025-12-22" < end
    expect(page.locator("#heading")).to_contain_text("Dec 2025")


def test_an_event_within_the_window_leaves_it_as_it_is(opened: Callable[..., Page]) -> None:
    page = opened("window=2025-12-01/2025-12-31")
    before = seen.window_of(page)
    seen.entry(page, SUMMIT).click()
    expect(page.locator("#details h2")).to_contain_text("CIS summit")
    assert seen.window_of(page) == before


def test_the_chosen_event_of_an_address_is_in_sight_in_the_list(opened: Callable[..., Page]) -> None:
    assert _is_in_sight(opened(f"country=AZE&event={SUMMIT}"), SUMMIT)


def test_the_list_follows_the_window(opened: Callable[..., Page]) -> None:
    page = opened("window=2023-10-11/2023-10-31")
    assert _is_in_sight(page, "cis-summit-bishkek-2023")
    first, around = seen.entry(page, "cis-summit-bishkek-2023").bounding_box(), page.locator("#list").bounding_box()
    assert first
    assert around
    assert first["y"] - around["y"] < 100  # its year may stand above it


def _is_in_sight(page: Page, event: str) -> bool:
    """Whether the entry of an event lies in that part of the list which is shown."""
    box, around = seen.entry(page, event).bounding_box(), page.locator("#list").bounding_box()
    assert box
    assert around
    return around["y"] <= box["y"] and box["y"] + box["height"] <= around["y"] + around["height"]

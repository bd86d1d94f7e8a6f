"""Many events: the list grows by pieces, the drawing stays light, and nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener

SIZE = 450
STEP = 150
MOST_NODES = 2000
COUNTRIES = ("Armenia", "Azerbaijan", "Belarus", "Georgia", "Kazakhstan", "Moldova", "Russia", "Ukraine")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of 450 meetings, one or two in each month since 1991."""
    path = tmp_path_factory.mktemp("many") / "many.yaml"
    path.write_text("\n".join(["schema: sidelines/1", "events:", *map(_meeting, range(SIZE))]), encoding="utf-8")
    return path


def _meeting(number: int) -> str:
    month, day = divmod(number, 28)
    year, host, guest = 1991 + number // 13, COUNTRIES[number % 8], COUNTRIES[(number // 8 + 1 + number) % 8]
    other = guest if guest != host else COUNTRIES[(number + 1) % 8]
    return (
        f"  - {{id: meeting-{number:03}, title: Meeting {number:03}, type: bilateral_meeting, "
        f"date: {year}-{month % 12 + 1:02}-{day + 1:02}, participants: [{host}, {other}]}}"
    )


@pytest.fixture
def opened(many: Path, served: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the dashboard of many events with a query."""
    return lambda query="": browser_page(f"{served(many)}/?{query}")


def test_the_list_begins_with_a_part_and_shows_more_on_demand(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.get_by_role("status")).to_have_text(re.compile(f"^{SIZE} events"))
    expect(seen.listed(page)).to_have_count(STEP)
    first = seen.event_ids(page)
    page.get_by_role("button", name=f"Show {STEP} later").click()
    expect(seen.listed(page)).to_have_count(2 * STEP)
    assert seen.event_ids(page)[:STEP] == first
    expect(seen.listed(page).nth(STEP)).to_be_focused()
    page.get_by_role("button", name=f"Show {SIZE - 2 * STEP} later").click()
    expect(seen.listed(page)).to_have_count(SIZE)
    expect(page.get_by_role("button", name=re.compile(r"^Show \d+ later"))).to_have_count(0)
    assert len(set(seen.event_ids(page))) == SIZE


def test_an_event_beyond_the_first_part_is_in_the_list_when_it_is_chosen(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(seen.listed(page)).to_have_count(STEP)
    beyond = page.evaluate("sidelines.page.model.events[sidelines.page.screen.selection[420]].id")
    page.goto(f"{page.url.partition('?')[0]}?event={beyond}")
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    expect(seen.entry(page, beyond)).to_have_attribute("aria-current", "true")
    expect(seen.entry(page, beyond)).to_be_in_viewport()
    page.get_by_role("button", name=re.compile(r"^Show \d+ earlier")).click()
    expect(seen.listed(page).first).to_be_focused()


def test_the_list_follows_the_window_beyond_its_first_part(opened: Callable[..., Page]) -> None:
    page = opened("window=2012-01-01/2012-12-31")
    inside = page.evaluate(
        "(({ model, screen }) => sidelines.screen.inside(model, screen.selection, screen.window)"
        ".map((index) => model.events[index].id))(sidelines.page)"
    )
    expect(seen.entry(page, inside[0])).to_be_in_viewport()


@pytest.mark.parametrize("query", ["", "window=2000-01-01/2010-12-31", "window=2005-03-01/2005-05-31"])
def test_the_drawing_stays_light_at_every_zoom(query: str, opened: Callable[..., Page]) -> None:
    page = opened(query)
    expect(page.locator("#timeline .main-svg").first).to_be_visible()
    assert 100 < page.locator("#timeline svg *").count() < MOST_NODES


def test_a_filter_begins_the_list_anew(opened: Callable[..., Page]) -> None:
    page = opened()
    page.get_by_role("button", name=f"Show {STEP} later").click()
    expect(seen.listed(page)).to_have_count(2 * STEP)
    seen.chip(page, "ARM").click()
    expect(page).to_have_url(seen.in_address(country="ARM"))
    said = re.match(r"\d+", page.get_by_role("status").text_content() or "")
    assert said
    expect(seen.listed(page)).to_have_count(min(STEP, int(said[0])))
    page.locator("#all-countries").click()
    expect(seen.listed(page)).to_have_count(STEP)

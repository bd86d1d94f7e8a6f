"""The table of the selection: sorted by its headings, walked by keys, light with many rows, copied whole."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener

MANY = 10_000


@pytest.fixture
def opened(served: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the dashboard of the shipped events with a query."""
    return lambda query="": browser_page(f"{served()}/?tab=table&{query}")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Event files of ten thousand events, a day apart."""
    folder = tmp_path_factory.mktemp("many")
    lines = (
        f"  - {{id: event-{number}, title: Visit {number}, type: visit, date: {1990 + number // 365}, "
        f"participants: [Armenia]}}\n"
        for number in range(MANY)
    )
    (folder / "events.yaml").write_text(f"schema: sidelines/1\nevents:\n{''.join(lines)}", encoding="utf-8")
    return folder


def focused_row(page: Page) -> str:
    found: str = page.evaluate("document.activeElement.dataset.row")
    return found


def test_a_heading_sorts_and_says_how(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE")
    heading = page.locator("#table th", has_text="Event")
    expect(heading).to_have_attribute("aria-sort", "none")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    expect(page).to_have_url(seen.in_address(sort="title"))
    titles = [title.casefold() for title in page.locator("#table-rows [data-row]").all_text_contents()]
    assert len(titles) > 5
    assert titles == sorted(titles)
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(heading.get_by_role("button")).to_be_focused()


def test_keys_walk_from_row_to_row_to_the_last_and_open_one(opened: Callable[..., Page]) -> None:
    page = opened()
    ids = seen.ids_by_command("")
    page.locator("#table-rows [data-row]").first.focus()
    for key, place in (("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", 0), ("End", -1), ("ArrowDown", -1), ("Home", 0)):
        page.keyboard.press(key)
        assert focused_row(page) == ids[place], key
    page.keyboard.press("PageDown")
    event = focused_row(page)
    page.keyboard.press("Enter")
    expect(page).to_have_url(seen.in_address(event=event, tab="table"))
    expect(page.locator("#details article")).to_have_attribute("data-shown", event)
    assert focused_row(page) == event


def test_columns_are_chosen_and_the_last_one_stays(opened: Callable[..., Page]) -> None:
    page = opened("columns=date")
    expect(page.locator("#table th")).to_have_text(["Date ▲"])
    page.locator(".table-card summary", has_text="Columns").click()
    page.locator("#columns-panel [data-column=date]").click()
    expect(page.locator("#table th")).to_have_text(["Date ▲"])
    page.locator("#columns-panel [data-column=id]").click()
    expect(page.locator("#table th")).to_have_text(["Date ▲", "Id"])
    expect(page).to_have_url(seen.in_address(columns="date,id"))


def test_a_table_without_titles_opens_its_events_all_the_same(opened: Callable[..., Page]) -> None:
    page = opened("columns=date,type")
    first = seen.ids_by_command("")[0]
    page.locator("#table-rows td button").first.click()
    expect(page).to_have_url(seen.in_address(event=first))


def test_all_rows_are_copied_also_those_out_of_sight(opened: Callable[..., Page]) -> None:
    page = opened("columns=id,title")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy-tsv]").click()
    expect(page.locator("#table-note")).to_have_text(f"Copied {len(seen.ids_by_command(''))} rows")
    text = page.evaluate("navigator.clipboard.readText()")
    heads, *rows = csv.reader(text.splitlines(), dialect="excel-tab", strict=True)
    assert heads == ["Event", "Id"]
    assert [cells[1] for cells in rows] == seen.ids_by_command("")


def test_ten_thousand_rows_cost_no_more_than_those_in_sight(
    many: Path, served: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(f"{served(many)}/?tab=table")
    expect(page.locator("#table")).to_have_attribute("aria-rowcount", str(MANY + 1))
    page.locator("#table-rows [data-row]").first.focus()
    page.keyboard.press("End")
    last = page.locator(f'#table-rows tr[aria-rowindex="{MANY + 1}"]')
    expect(last).to_be_visible()
    assert page.locator("#table-rows tr").count() < 100
    heading, scroller = page.locator("#table th").first.bounding_box(), page.locator(".table-scroll").bounding_box()
    assert heading
    assert scroller
    assert abs(heading["y"] - scroller["y"]) < 2  # the headings stay in sight

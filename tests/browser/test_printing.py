"""On paper: a light drawing as wide as a sheet, and the events of the window in full, with their sources as a list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.theme import DARK, LIGHT
from tests.browser import seen
from tests.browser.conftest import PageOpener

SUMMIT = "cis-informal-summit-2025"
QUERY = "theme=dark&window=2025-12-21/2025-12-22"


@pytest.fixture(params=["page", "file"])
def opened(
    request: pytest.FixtureRequest,
    served: Callable[..., str],
    exported: Callable[..., str],
    browser_page: PageOpener,
) -> Callable[[str], Page]:
    """Opens the dashboard or the file of the shipped events with a query."""
    if request.param == "page":
        return lambda query: browser_page(f"{served()}/?{query}")
    return lambda query: browser_page(f"{exported()}#{query}")


def _print(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def _legend_has(page: Page, colour: str) -> bool:
    found: bool = page.locator("#legend img").evaluate_all(
        "(images, colour) => images.some((image) => decodeURIComponent(image.src).includes(colour))", colour
    )
    return found


def test_a_dark_page_is_printed_light_and_is_dark_again(opened: Callable[[str], Page]) -> None:
    page = opened(QUERY)
    assert _legend_has(page, DARK["absent"])
    _print(page)
    expect(seen.lanes(page).first).to_have_css("fill", seen.rgb(LIGHT["ink"]))
    assert _legend_has(page, LIGHT["absent"])
    assert not _legend_has(page, DARK["absent"])
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(seen.lanes(page).first).to_have_css("fill", seen.rgb(DARK["ink"]))
    assert _legend_has(page, DARK["absent"])


def test_every_event_of_the_window_is_printed_in_full(opened: Callable[[str], Page]) -> None:
    page = opened(QUERY)
    inside = page.evaluate(
        "(({ model, screen }) => sidelines.screen.inside(model, screen.selection, screen.window)"
        ".map((index) => model.events[index].title))(sidelines.page)"
    )
    expect(page.locator("#paper")).to_be_hidden()
    _print(page)
    expect(page.locator("#paper h2")).to_have_text(inside)
    summit = page.locator("#paper article", has_text="Informal CIS summit, St Petersburg 2025").first
    expect(summit).to_contain_text("Azerbaijan")
    expect(summit.locator(".source").first).to_be_visible()
    for control in ("#search-slot", ".filters .chip-row", ".presets", ".side"):
        expect(page.locator(control).first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("#paper h2")).to_have_count(0)

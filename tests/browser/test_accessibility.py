"""axe-core on dashboard, embed and file finds nothing, in both themes: by WCAG 2.2 A and AA, by good practice."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser import seen
from tests.browser.conftest import Kind, PageOpener
from tests.browser.test_problems import MISTAKES

SUMMIT = "cis-informal-summit-2025"
# The content security policy would keep axe out as it keeps out everything else.
WITH_TOOL = Kind(guarded=False)
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
STATES = {
    "as it opens": ("", 1440),
    "with an event chosen": (f"country=AZE,ARM&window=2025-12-20/2025-12-24&event={SUMMIT}", 1440),
    "with nothing found and a wrong parameter": ("q=nothing+has+these+words&countri=ARM", 1440),
    "on a phone": (f"country=MDA&event={SUMMIT}", 390),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("query", "width"), STATES.values(), ids=STATES)
def test_axe_finds_nothing_on_the_page(
    query: str, width: int, scheme: Literal["light", "dark"], served: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(f"{served()}/?{query}", width=width, color_scheme=scheme, kind=WITH_TOOL)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_file(
    scheme: Literal["light", "dark"], exported: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(f"{exported()}#event={SUMMIT}", color_scheme=scheme, kind=WITH_TOOL)
    assert violations(page) == []


@pytest.mark.parametrize("width", [280, 1100])
@pytest.mark.parametrize("controls", ["none", "chips", "full"])
def test_axe_finds_nothing_in_the_embed(
    controls: str, width: int, served: Callable[..., str], browser_page: PageOpener
) -> None:
    url = f"{served()}/embed?country=AZE&controls={controls}&event={SUMMIT}&theme={'dark' if width < 500 else 'light'}"
    page = browser_page(url, width=width, kind=WITH_TOOL)
    page.locator(".events > summary").click()
    expect(page.locator("#list [data-event]").first).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_in_open_menus_and_the_table(served: Callable[..., str], browser_page: PageOpener) -> None:
    page = browser_page(served(), kind=WITH_TOOL)
    page.locator("[data-tab=table]").click()
    page.locator("details.popover > summary").first.click()
    expect(page.locator("details.popover[open]")).to_have_count(1)
    assert violations(page) == []


def test_axe_finds_nothing_in_the_help(served: Callable[..., str], browser_page: PageOpener) -> None:
    page = browser_page(served(), kind=WITH_TOOL)
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_where_problems_are_shown(served: Callable[..., str], browser_page: PageOpener) -> None:
    page = browser_page(served(MISTAKES), kind=WITH_TOOL)
    expect(page.locator("#problems")).to_be_visible()
    assert violations(page) == []


def test_axe_would_find_something(served: Callable[..., str], browser_page: PageOpener) -> None:
    page = browser_page(served(), kind=WITH_TOOL)
    seen.chip(page, "ARM").evaluate("(chip) => { chip.textContent = ''; chip.style.color = '#eee'; }")
    assert [finding["rule"] for finding in violations(page)] == ["button-name"]


def violations(page: Page) -> list[dict[str, Any]]:
    """What axe holds against the page: the rule, and where."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(
        """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations.map(({ id, nodes }) => (
            { rule: id, where: nodes.map((node) => node.target.join(" ") + ": " + node.failureSummary) }
        ))"""
    )
    return found

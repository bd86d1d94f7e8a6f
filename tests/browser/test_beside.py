"""Memberships, and claims that belong to no event, as a reader finds them in page, embed and file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener

# Of a type that Moldova has no event of in these years, so that no mark lies over the suspension.
SUSPENDED = "country=MDA&type=accession&window=2021-01-01/2025-12-31"


@pytest.fixture(params=["page", "embed", "file"])
def opened(
    request: pytest.FixtureRequest, served: Callable[..., str], exported: Callable[..., str], browser_page: PageOpener
) -> Callable[[str], Page]:
    """Opens the shipped events in one of the frames with a query."""
    before = {
        "page": lambda: f"{served()}/?",
        "embed": lambda: f"{served()}/embed?controls=full&",
        "file": lambda: f"{exported()}#",
    }
    return lambda query: browser_page(before[request.param]() + query)


def membership(page: Page, id_: str) -> Locator:
    """The line of a membership in the list."""
    return page.locator(f'#list [data-membership="{id_}"]')


def unfold(page: Page, selector: str) -> None:
    """Unfolds what is folded away, by the keyboard."""
    page.locator(f"{selector} > summary").focus()
    page.keyboard.press("Enter")


def show_list(page: Page) -> None:
    """Unfolds the list where the frame has it folded away."""
    if page.locator("details.events").count():
        unfold(page, "details.events")


def test_a_membership_unfolds_with_what_lies_on_it_and_who_says_so(opened: Callable[[str], Page]) -> None:
    page = opened("country=MDA")
    show_list(page)
    expect(page.locator("#list .memberships h3")).to_have_text("Memberships (3)")
    moldova = membership(page, "cis-moldova")
    expect(moldova.locator("> summary")).to_contain_text("Moldova · CIS · member · since April 1994")
    expect(moldova.locator("> summary")).to_contain_text("participation suspended since 2022")
    unfold(page, '#list [data-membership="cis-moldova"]')
    for words in (
        "only in April 1994 that the new Parliament finally approved",
        "Participation suspended since 2022, by its own decision",
        "Moldova suspended its participation in CIS meetings in 2022.",
    ):
        expect(moldova.locator(".claims")).to_contain_text(words)


def test_many_are_folded_away_and_those_of_one_country_are_not(opened: Callable[[str], Page]) -> None:
    page = opened("")
    show_list(page)
    expect(page.locator("#list [data-membership]")).to_have_count(0)
    unfold(page, "#list .memberships")
    expect(page.locator("#list .memberships h3")).to_have_text("Memberships (53)")
    expect(page.locator("#list [data-membership]")).to_have_count(53)
    seen.go(page, "country=MDA&org=cis")
    expect(page.locator("#list [data-membership]")).to_have_count(1)


def test_a_click_on_a_suspension_unfolds_its_membership(opened: Callable[[str], Page]) -> None:
    page = opened(SUSPENDED)
    page.mouse.click(*seen.middle(seen.hatched(page).last))
    expect(membership(page, "cis-moldova")).to_have_attribute("open", "")
    expect(membership(page, "cis-moldova").locator(".claims")).to_contain_text("by its own decision")
    expect(membership(page, "cis-moldova").locator("> summary")).to_be_focused()


def test_from_the_table_a_click_on_a_suspension_leads_to_the_list(
    served: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(f"{served()}/?{SUSPENDED}&tab=table")
    page.mouse.click(*seen.middle(seen.hatched(page).last))
    expect(membership(page, "cis-moldova").locator("> summary")).to_be_focused()
    assert "tab" not in seen.query_of(page)

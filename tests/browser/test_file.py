"""The exported file: the same page from a folder with the network off, in a sandbox, without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from app.paths import PROJECT_FOLDER
from tests.browser import seen
from tests.browser.conftest import Kind, PageOpener

SUMMIT = "cis-informal-summit-2025"
OFFLINE = Kind(offline=True)
CLAIMS = PROJECT_FOLDER / "docs" / "gallery" / "claims.yaml"


@pytest.fixture
def opened(exported: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the file of the shipped events, with a query after `#`, or made for a view."""

    def open_file(query: str = "", *, view: str = "") -> Page:
        return browser_page(exported(query=view) + (f"#{query}" if query else ""), kind=OFFLINE)

    return open_file


def test_the_file_asks_for_nothing_but_itself(opened: Callable[..., Page], browser_page: PageOpener) -> None:
    page = opened()
    page.locator(".header [data-theme-choice=dark]").click()
    seen.entry(page, SUMMIT).click()
    expect(page.locator("#details h2")).to_contain_text("CIS summit")
    asked = [url for url in browser_page.log.requests if not url.startswith("data:")]
    assert asked == [page.url.partition("#")[0]]
    assert browser_page.log.console == []


def test_the_file_opens_with_the_query_of_its_address(opened: Callable[..., Page]) -> None:
    page = opened("country=AZE&type=summit&window=2025-12-22/2025-12-22")
    expect(seen.lanes(page)).to_have_text(["Azerbaijan"])
    expect(seen.crossed(page)).to_be_visible()
    assert seen.event_ids(page) == seen.ids_by_command("country=AZE&type=summit")


def test_the_file_filters_keeps_its_state_in_the_address_and_goes_back(opened: Callable[..., Page]) -> None:
    page = opened()
    seen.chip(page, "MDA").click()
    expect(page).to_have_url(re.compile(r"\.html#country=MDA$"))
    expect(seen.lanes(page)).to_have_text(["Moldova"])
    assert seen.event_ids(page) == seen.ids_by_command("country=MDA")
    seen.entry(page, "moldova-starts-leaving-2026").click()
    expect(page.locator("#details h2")).to_contain_text("Moldova")
    page.go_back()
    expect(page.locator("#details h2")).to_have_text("Select an event")
    page.go_back()
    expect(page.locator("#all-countries")).to_have_attribute("aria-pressed", "true")
    assert seen.event_ids(page) == seen.ids_by_command("")


def test_the_file_can_be_loaded_again_as_it_stands(opened: Callable[..., Page]) -> None:
    page = opened("country=MDA")
    seen.chip(page, "ARM").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    assert seen.event_ids(page) == seen.ids_by_command("country=ARM,MDA")


def test_a_file_that_was_made_for_a_view_opens_with_it_and_lets_it_go(opened: Callable[..., Page]) -> None:
    page = opened(view="country=AZE")
    assert seen.event_ids(page) == seen.ids_by_command("country=AZE")
    page.locator("#all-countries").click()
    assert seen.event_ids(page) == seen.ids_by_command("")


def test_back_leads_to_the_view_that_a_file_was_made_for(opened: Callable[..., Page]) -> None:
    page = opened(view="country=AZE")
    seen.chip(page, "ARM").click()
    expect(seen.lanes(page)).to_have_text(["Armenia", "Azerbaijan"])
    page.go_back()
    expect(seen.lanes(page)).to_have_text(["Azerbaijan"])


def test_a_query_in_the_address_of_a_file_is_only_where_it_begins(opened: Callable[..., Page]) -> None:
    page = opened()
    page.goto(page.url.partition("#")[0] + "?country=MDA")
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    assert seen.event_ids(page) == seen.ids_by_command("country=MDA")
    seen.chip(page, "ARM").click()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    assert seen.event_ids(page) == seen.ids_by_command("country=ARM,MDA")


def test_the_skip_link_of_the_file_keeps_what_is_chosen(opened: Callable[..., Page]) -> None:
    page = opened("country=MDA")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(seen.listed(page).first).to_be_focused()
    assert seen.event_ids(page) == seen.ids_by_command("country=MDA")


def test_a_wrong_address_is_told_in_the_file_too(opened: Callable[..., Page]) -> None:
    expect(opened("countri=ARM").get_by_role("alert")).to_contain_text('There is no parameter "countri".')


def test_the_file_works_in_a_sandbox_that_allows_scripts_only(
    exported: Callable[..., str], browser_page: PageOpener, tmp_path: Path
) -> None:
    host = tmp_path / "report.html"
    host.write_text(
        f'<!doctype html><html lang="en"><title>A report</title><iframe sandbox="allow-scripts" '
        f'title="Timeline" width="1000" height="800" src="{exported()}"></iframe>',
        encoding="utf-8",
    )
    page = browser_page(host.as_uri(), ready=False, kind=OFFLINE)
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("data-ready", "true")
    frame.locator("[data-country=AZE]").click()
    expect(frame.locator(seen.LANES)).to_have_text(["Azerbaijan"])
    expect(frame.locator("#list [data-event]")).to_have_count(len(seen.ids_by_command("country=AZE")))
    frame.locator(f'[data-event="{SUMMIT}"]').click()
    expect(frame.locator("#details h2")).to_contain_text("CIS summit")


def test_without_javascript_the_file_lists_every_event_with_its_sources(
    exported: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(exported(), ready=False, kind=Kind(offline=True, scripts=False))
    expect(page.locator("noscript .notice")).to_be_visible()
    expect(page.locator("#graph .wide svg")).to_be_visible()
    expect(page.locator(".filters")).to_be_hidden()
    items = page.locator("noscript ol").first.locator("li")
    expect(items).to_have_count(len(seen.ids_by_command("")))
    summit = items.nth(seen.ids_by_command("").index(SUMMIT))
    expect(summit).to_be_visible()
    for words in (
        "Informal CIS summit, St Petersburg 2025",
        "22 December 2025",
        "Ilham Aliyev, Azerbaijan (absent)",
        "Earlier in the day, Russia hosted the broader informal meeting",
    ):
        expect(summit).to_contain_text(words)
    address = "http://www.en.special.kremlin.ru/events/president/news/78830"
    expect(summit.locator(f'a[href="{address}"]').last).to_be_visible()


def test_without_javascript_the_file_lists_memberships_and_claims_at_no_event(
    exported: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(exported(), ready=False, kind=Kind(offline=True, scripts=False))
    ukraine = page.locator("noscript li", has_text="Ukraine · Commonwealth of Independent States")
    for words in (
        "founding member · since 8 December 1991, end not known · disputed",
        "participation suspended since 19 May 2018, by its own decision",
        "never a member in law",
        "did not ratify the CIS Charter",
    ):
        expect(ukraine).to_contain_text(words)
    page = browser_page(exported(CLAIMS), ready=False, kind=Kind(offline=True, scripts=False))
    expect(page.locator("noscript h2")).to_have_text(["Claims that belong to no event"])
    expect(page.locator("noscript ol").nth(1).locator("li")).to_contain_text("at least 1.2 million, visitors, Denmark")


def test_without_javascript_the_file_shows_a_still_picture(
    exported: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(exported(), ready=False, kind=Kind(offline=True, scripts=False))
    picture = page.locator("#timeline svg").first
    expect(picture).to_be_visible()
    expect(picture).to_contain_text("Azerbaijan")
    expect(page.locator("#legend li", has_text="Absent")).to_be_visible()


def test_the_file_lets_nothing_in_and_nothing_out(exported: Callable[..., str]) -> None:
    text = Path(exported().removeprefix("file://")).read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == rules["connect-src"] == rules["font-src"] == "'none'"
    assert "unsafe" not in rules["script-src"]
    assert '<meta name="referrer" content="no-referrer">' in text
    markup = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    assert re.findall(r'<(?!a )[a-z]+ [^>]*(?:src|href|action)="(?!#|data:)[^"]*', markup) == []

"""The menu of filters on the dashboard: every parameter that chooses events has its control there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener


@pytest.fixture
def menu(served: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the dashboard of the shipped events with a query, and the menu of filters in it."""

    def opened(query: str = "") -> Page:
        page = browser_page(f"{served()}/?{query}")
        page.locator("#filters-menu > summary").click()
        page.locator("#filters-panel [data-status]").first.wait_for()  # it is filled a moment after it has opened
        return page

    return opened


def shows(page: Page, query: str, sentence: str) -> None:
    """That the list, the address and the sentence are those of the query."""
    expect(page).to_have_url(seen.in_address(**dict(part.split("=", 1) for part in query.split("&"))))
    expect(page.locator("#sentence")).to_contain_text(sentence)
    assert seen.event_ids(page) == seen.ids_by_command(query)


@pytest.mark.parametrize(
    ("selector", "query", "sentence"),
    [
        ("[data-status=absent]", "status=absent", "Any participant (absent): "),
        ("[data-role=chair]", "role=chair", "Any participant as chair: "),
        ("[data-org=csto]", "org=csto", "Organisation "),
        ("[data-person=ilham-aliyev]", "person=ilham-aliyev", "Ilham Aliyev: "),
        ("[data-tag=informal]", "tag=informal", "Tagged informal: "),
    ],
)
def test_a_choice_gives_as_many_events_as_it_says(
    selector: str, query: str, sentence: str, menu: Callable[..., Page]
) -> None:
    page = menu()
    choice = page.locator(f"#filters-panel {selector}")
    count = choice.locator(".count").text_content()
    choice.click()
    shows(page, query, sentence)
    assert count == str(len(seen.ids_by_command(query)))
    expect(page.locator("#filters-menu > summary")).to_contain_text("(1)")
    choice.click()
    expect(page.locator("#sentence")).to_be_hidden()


def test_a_place_is_written_in_whole_or_in_part_and_pressed_away(menu: Callable[..., Page]) -> None:
    page = menu()
    field = page.get_by_label("Add a place")
    names = page.locator("#places option").evaluate_all("options => options.map((option) => option.value)")
    assert "Minsk" in names
    field.fill("Minsk")
    field.press("Enter")
    shows(page, "place=minsk", "In Minsk: ")
    for unread in ("nowhere at all", "Moscow, nowhere at all"):
        page.get_by_label("Add a place").fill(unread)
        page.get_by_label("Add a place").press("Enter")
        expect(page.get_by_label("Add a place")).to_have_attribute("aria-invalid", "true")
        assert seen.query_of(page) == {"place": "minsk"}
    page.locator("#filters-panel [data-place=minsk]").click()
    expect(page.locator("#sentence")).to_be_hidden()


def test_a_city_with_its_country_is_two_places(menu: Callable[..., Page]) -> None:
    page = menu()
    page.get_by_label("Add a place").fill("Minsk, Belarus")
    page.get_by_label("Add a place").press("Enter")
    shows(page, "place=BLR,minsk", "In Belarus or Minsk: ")


def test_dates_are_written_and_taken_as_possible_or_certain(menu: Callable[..., Page]) -> None:
    page = menu()
    page.get_by_label("From", exact=True).fill("2022-03")
    page.get_by_label("From", exact=True).press("Enter")
    shows(page, "from=2022-03", "Since March 2022: ")
    expect(page.locator("#sentence")).to_contain_text("of them possibly")
    page.get_by_role("button", name="Certainly").click()
    shows(page, "from=2022-03&dates=certain", "Certainly since March 2022: ")
    page.get_by_label("To", exact=True).fill("soon")
    page.get_by_label("To", exact=True).press("Enter")
    expect(page.get_by_label("To", exact=True)).to_have_attribute("aria-invalid", "true")
    assert seen.query_of(page) == {"from": "2022-03", "dates": "certain"}


def test_tab_leads_from_a_date_that_was_written_to_the_next_control(menu: Callable[..., Page]) -> None:
    page = menu()
    page.get_by_label("From", exact=True).fill("2022")
    page.get_by_label("From", exact=True).press("Tab")
    shows(page, "from=2022", "Since 2022: ")
    expect(page.get_by_label("To", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Possibly")).to_be_focused()


def test_a_press_that_ends_the_writing_of_a_date_counts_too(menu: Callable[..., Page]) -> None:
    page = menu()
    page.get_by_label("From", exact=True).fill("2022-03")
    page.get_by_role("button", name="Certainly").click()
    shows(page, "from=2022-03&dates=certain", "Certainly since March 2022: ")


def test_the_focus_stays_in_the_menu_where_a_place_was_pressed_away(menu: Callable[..., Page]) -> None:
    page = menu("place=minsk")
    page.locator("#filters-panel [data-place=minsk]").press("Enter")
    expect(page.locator("#sentence")).to_be_hidden()
    expect(page.get_by_label("Add a place")).to_be_focused()


@pytest.mark.parametrize("name", ["Filters", "Lanes", "Columns"])
def test_escape_closes_a_menu_and_leads_back_to_its_button(name: str, menu: Callable[..., Page]) -> None:
    page = menu("tab=table")
    button = page.locator("details.popover > summary", has_text=name)
    if name != "Filters":
        button.click()
    popover = page.locator("details.popover[open]")
    expect(popover).to_have_count(1)
    popover.locator("button").first.focus()
    page.keyboard.press("Escape")
    expect(popover).to_have_count(0)
    expect(button).to_be_focused()


def test_countries_are_chosen_by_region_and_by_membership_on_a_day(menu: Callable[..., Page]) -> None:
    page = menu()
    page.locator("#filters-panel [data-choose]", has_text="Central Asia").click()
    shows(page, "country=KAZ,KGZ,TJK,TKM,UZB", "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan or Uzbekistan: ")
    page.locator("#members-of").select_option("eaeu")
    page.locator("#members-on").fill("2020-01-01")
    page.locator("[data-members]").click()
    shows(page, "country=ARM,BLR,KAZ,KGZ,RUS", "Armenia, Belarus, Kazakhstan, Kyrgyzstan or Russia: ")


@pytest.mark.parametrize("day", ["1990-01-01", "long ago"])
def test_a_day_without_members_chooses_nobody_and_not_everybody(day: str, menu: Callable[..., Page]) -> None:
    page = menu("country=ARM")
    page.locator("#members-of").select_option("eaeu")
    page.locator("#members-on").fill(day)
    page.locator("[data-members]").click()
    expect(page.locator("#members-on")).to_have_attribute("aria-invalid", "true")
    assert seen.query_of(page) == {"country": "ARM"}


def test_a_choice_is_found_by_its_letters(menu: Callable[..., Page]) -> None:
    page = menu()
    page.locator("#filters-find").fill("aliy")
    people = page.locator("#filters-panel [data-person]")
    expect(people.first).to_contain_text("Aliyev")
    assert all("Aliyev" in name for name in people.all_text_contents())

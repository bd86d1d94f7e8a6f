"""The dashboard as it opens: the events of the article, drawn and listed, and nothing that leaves the machine."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from app.theme import DARK, LIGHT
from tests.browser import seen
from tests.browser.conftest import PageOpener

SUMMIT = "cis-informal-summit-2025"
MEETING = "putin-pashinyan-2025-12-22"
THAT_DAY = "window=2025-12-22/2025-12-22"


@pytest.fixture
def opened(served: Callable[..., str], browser_page: PageOpener) -> Callable[[str], Page]:
    """Opens the dashboard of the shipped events with a query."""
    return lambda query: browser_page(f"{served()}/?{query}")


@pytest.fixture(scope="module")
def one_page(served: Callable[..., str], shared_page: PageOpener) -> Page:
    return shared_page(served())


@pytest.fixture
def shown(one_page: Page) -> Callable[[str], Page]:
    """The same dashboard in one tab for all who only look: led to a query as by Back and Forward."""

    def lead(query: str) -> Page:
        seen.go(one_page, query)
        return one_page

    return lead


def test_the_page_says_when_it_has_drawn_the_timeline(opened: Callable[[str], Page]) -> None:
    page = opened("")
    expect(page.locator("html")).to_have_attribute("data-ready", "true")
    expect(page.locator("#timeline .js-plotly-plot .main-svg").first).to_be_visible()
    expect(seen.lanes(page).first).to_be_visible()
    assert seen.marks(page).count() > 20


def test_the_page_asks_only_its_own_server_and_says_nothing_in_the_console(
    opened: Callable[[str], Page], browser_page: PageOpener
) -> None:
    opened("")
    assert browser_page.log.console == []
    assert browser_page.log.requests


def test_a_country_shows_the_summit_at_which_it_was_absent_and_not_the_meeting_of_others(
    opened: Callable[[str], Page],
) -> None:
    page = opened("country=AZE")
    expect(seen.entry(page, SUMMIT)).to_contain_text("Absent: Azerbaijan")
    expect(seen.entry(page, MEETING)).to_have_count(0)
    expect(seen.lanes(page)).to_have_text(["Azerbaijan"])


def test_an_absence_is_a_crossed_mark_in_the_lane(shown: Callable[[str], Page]) -> None:
    page = shown(f"country=AZE&type=summit&{THAT_DAY}")
    expect(seen.marks(page)).to_have_count(1)
    expect(seen.crossed(page)).to_be_visible()
    # two strokes and a ring, where a mark of one who came is a single outline
    assert (seen.crossed(page).get_attribute("d") or "").count("M") > 2
    expect(page.locator("#legend li", has_text="Absent")).to_be_visible()


def test_one_who_came_has_no_crossed_mark(shown: Callable[[str], Page]) -> None:
    page = shown(f"country=KAZ&type=summit&{THAT_DAY}")
    expect(seen.marks(page)).to_have_count(1)
    expect(seen.crossed(page)).to_have_count(0)
    expect(page.locator("#legend li", has_text="Absent")).to_have_count(0)


def test_a_suspension_is_a_hatched_band_over_a_membership_that_goes_on(shown: Callable[[str], Page]) -> None:
    page = shown("country=MDA&window=2021-01-01/2025-12-31")
    band = seen.hatched(page).last
    expect(band).to_be_visible()
    expect(page.locator("#timeline .annotation-text", has_text="suspended since 2022")).to_be_visible()
    box, track = band.bounding_box(), page.locator(_lines("track1")).bounding_box()
    assert box
    assert track
    assert box["width"] > 100
    assert track["width"] > box["width"]
    assert track["y"] > box["y"] + box["height"]


def test_the_year_in_which_a_suspension_began_is_hatched_more_palely(shown: Callable[[str], Page]) -> None:
    page = shown("country=MDA&window=2021-01-01/2025-12-31")
    year, since = (seen.hatched(page).nth(place).bounding_box() for place in (0, 1))
    assert year
    assert since
    assert abs(year["x"] + year["width"] - since["x"]) < 2
    assert year["width"] * 2 < since["width"]
    fills = seen.hatched(page).evaluate_all("bands => bands.map((band) => band.style.fill)")
    assert fills[0] != fills[1]


def test_a_state_that_is_not_suspended_has_no_hatching(shown: Callable[[str], Page]) -> None:
    page = shown("country=RUS&window=2021-01-01/2025-12-31")
    expect(page.locator(_lines("track1"))).to_have_count(1)
    expect(seen.hatched(page)).to_have_count(0)


def test_a_day_says_that_its_hours_are_not_given(shown: Callable[[str], Page]) -> None:
    page = shown("country=AZE&window=2025-12-21/2025-12-22")
    expect(seen.words(page).filter(has_text="21 Dec 2025")).to_contain_text("hours not given")
    expect(seen.words(page).filter(has_text="22 Dec 2025")).to_contain_text("hours not given")


def test_states_that_the_filter_hides_are_counted_at_the_mark(shown: Callable[[str], Page]) -> None:
    page = shown(f"country=AZE&type=summit&{THAT_DAY}&event={SUMMIT}")
    participants = page.locator("#details .parts .chip")
    expect(seen.words(page).filter(has_text=re.compile(r"^\+\d+$"))).to_have_text(f"+{participants.count() - 1}")


def test_the_details_say_who_came_who_did_not_and_who_says_so(shown: Callable[[str], Page]) -> None:
    details = shown(f"event={SUMMIT}").locator("#details")
    expect(details.get_by_role("heading", level=2)).to_contain_text("CIS summit")
    expect(details.locator(".part", has_text="Russia")).to_contain_text("host")
    away = details.locator(".part", has_text="Azerbaijan ·")
    expect(away).to_contain_text("absent")
    expect(away).to_contain_text("busy work schedule")
    expect(away.locator("blockquote").first).to_contain_text("would not be able to attend")
    expect(details.locator(".part", has_text="Moldova")).to_contain_text("suspended")
    expect(details).to_contain_text(
        "22 December 2025 · St George Hall, State Hermitage Museum, Saint Petersburg, Russia"
    )
    expect(details).to_contain_text("the hour is not given")


def test_the_details_lead_to_the_line_of_the_file(shown: Callable[[str], Page]) -> None:
    page = shown("event=" + SUMMIT)
    link = page.locator("#details .facts a")
    line = (link.text_content() or "").partition(":")[2]
    with page.expect_popup() as opened:
        link.click()
    file = opened.value
    expect(file.locator("li:target")).to_contain_text(SUMMIT)
    expect(file.locator("li:target")).to_be_in_viewport()
    expect(file.locator("li:target")).to_have_id(f"L{line}")


def test_links_to_sources_give_the_reader_away_to_nobody(shown: Callable[[str], Page]) -> None:
    links = shown(f"event={SUMMIT}").locator("#details a:not([href^='source/'])")
    expect(links.first).to_be_visible()
    for place in range(links.count()):
        expect(links.nth(place)).to_have_attribute("href", re.compile(r"^https?://"))
        expect(links.nth(place)).to_have_attribute("rel", "noopener noreferrer")
        expect(links.nth(place)).to_have_attribute("target", "_blank")


def test_meetings_on_the_sidelines_and_their_summit_lead_to_each_other(opened: Callable[[str], Page]) -> None:
    page = opened(f"event={SUMMIT}")
    page.locator(f'#details [data-open="{MEETING}"]').click()
    expect(page).to_have_url(seen.in_address(event=MEETING))
    expect(page.locator("#details h2")).to_contain_text("Pashinyan")
    expect(page.locator("#details")).to_contain_text("11 billion USD")
    page.locator(f'#details [data-open="{SUMMIT}"]').first.click()
    expect(page.locator("#details h2")).to_contain_text("CIS summit")


def test_what_has_no_date_is_in_the_list_and_said_to_be_nowhere_else(shown: Callable[[str], Page]) -> None:
    page = shown("event=ussr-dissolved")
    expect(page.locator("#details .when")).to_have_text("Date not stated")
    expect(page.get_by_text("without a stated date: in the list only")).to_be_visible()
    year = page.locator("#list section", has=page.locator('[data-event="ussr-dissolved"]'))
    expect(year.get_by_role("heading")).to_have_text("Date not stated")


def test_plotly_brings_no_buttons_of_its_own_and_offers_to_share_nothing(opened: Callable[[str], Page]) -> None:
    page = opened("")
    page.mouse.move(*seen.middle(page.locator("#timeline")))
    expect(page.locator("#timeline .modebar-btn, #timeline .legend, #timeline .rangeslider-container")).to_have_count(0)
    expect(page.get_by_text(re.compile("share chart|edit in chart studio", re.IGNORECASE))).to_have_count(0)


def test_nothing_matches_is_said_in_a_sentence_over_lanes_that_stay(shown: Callable[[str], Page]) -> None:
    page = shown("q=nothing+has+these+words")
    expect(page.locator("#empty")).to_contain_text("No event matches")
    expect(page.locator("#list")).to_contain_text("No event matches")
    expect(seen.lanes(page).first).to_be_visible()
    expect(seen.marks(page)).to_have_count(0)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param("countri=ARM", 'There is no parameter "countri". Write "country".', id="a parameter"),
        pytest.param("country=Armennia", '"Armennia" is not a country of this collection.', id="a country"),
        pytest.param("window=tomorrow", '"tomorrow" is not a window.', id="a window"),
        pytest.param("type=sumit", "Write type=summit", id="a type, with the nearest that there is"),
    ],
)
def test_what_a_query_says_wrongly_is_told_and_the_rest_is_shown(
    query: str, said: str, shown: Callable[[str], Page]
) -> None:
    page = shown(f"{query}&country=MDA")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text(said)
    expect(seen.chip(page, "MDA")).to_have_attribute("aria-pressed", "true")


def test_a_notice_stands_until_the_reader_goes_on(shown: Callable[[str], Page]) -> None:
    page = shown("countri=ARM")
    page.set_viewport_size({"width": 900, "height": 700})
    expect(page.locator("#timeline .main-svg").first).not_to_have_attribute("width", "1000")
    expect(page.get_by_role("alert")).to_contain_text('There is no parameter "countri"')
    seen.chip(page, "MDA").click()
    expect(page.locator("#notices")).to_be_hidden()


def test_a_query_that_is_understood_brings_no_notice(shown: Callable[[str], Page]) -> None:
    page = shown("country=MDA")
    expect(page.locator("#notices")).to_be_hidden()
    expect(page.locator("#problems")).to_be_hidden()


@pytest.mark.parametrize(("theme", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_a_theme_colours_page_and_drawing(theme: str, palette: dict[str, str], opened: Callable[[str], Page]) -> None:
    page = opened("event=" + SUMMIT)
    page.locator(f'.header [data-theme-choice="{theme}"]').click()
    expect(page).to_have_url(seen.in_address(theme=theme))
    expect(page.locator(f'.header [data-theme-choice="{theme}"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator("body")).to_have_css("background-color", seen.rgb(palette["page"]))
    expect(page.locator("#details")).to_have_css("color", seen.rgb(palette["ink"]))
    expect(seen.lanes(page).first).to_have_css("fill", seen.rgb(palette["ink"]))


def test_without_a_choice_the_theme_is_that_of_the_system(opened: Callable[[str], Page]) -> None:
    page = opened("theme=light")
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_css("background-color", seen.rgb(LIGHT["page"]))
    page.locator('.header [data-theme-choice="system"]').click()
    expect(page.locator("body")).to_have_css("background-color", seen.rgb(DARK["page"]))
    expect(seen.lanes(page).first).to_have_css("fill", seen.rgb(DARK["ink"]))
    page.emulate_media(color_scheme="light")
    expect(seen.lanes(page).first).to_have_css("fill", seen.rgb(LIGHT["ink"]))


def test_the_report_layout_shows_time_in_pieces_on_one_set_of_lanes(opened: Callable[[str], Page]) -> None:
    page = opened("")
    page.locator('[data-layout="report"]').click()
    expect(page).to_have_url(seen.in_address(layout="report"))
    expect(page.locator("#timeline .subplot")).to_have_count(4)
    names = seen.lanes(page).count()
    page.locator('[data-layout="timeline"]').click()
    expect(page.locator("#timeline .subplot")).to_have_count(1)
    expect(seen.lanes(page)).to_have_count(names)


def _lines(colour: str) -> str:
    return f'#timeline .scatterlayer path.js-line[style*="stroke: {seen.rgb(LIGHT[colour])}"]'

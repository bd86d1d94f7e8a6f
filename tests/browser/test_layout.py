"""How the page lies on screens from a phone to a wall: nothing overflows, no text lies on another, nothing is cut.

Boxes are compared, not pixels: where each text stands is the page's own affair.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser import seen
from tests.browser.conftest import PageOpener
from tests.browser.test_problems import HOSTILE

SUMMIT = "cis-informal-summit-2025"
WIDTHS = (320, 390, 768, 1440, 3840)
# The scheme changes colours only, which tests/js/test_figures.py holds; two widths are enough to see it.
SCREENS = [*((width, "light") for width in WIDTHS), (390, "dark"), (1440, "dark")]
VIEWS = {
    "everything": "",
    "a few years": "window=2021-01-01/2025-12-31",
    "two days with a chosen event": f"window=2025-12-21/2025-12-22&event={SUMMIT}",
    "one lane": f"country=AZE&event={SUMMIT}",
    "the days of one lane": f"country=MDA&window=2021-06-01/2024-06-30&event={SUMMIT}",
    "nothing": "q=nothing+has+these+words",
}
REPORT = {"a report": "layout=report", "a report of one lane": "layout=report&country=RUS"}
# A line's box has room above and below its letters; as much may be shared.
AIR_X_PX, AIR_Y_PX = 1, 3

# Every line of text in the drawing with its box on the screen, in CSS px.
TEXTS = """() => [...document.querySelectorAll("#timeline .main-svg text")].flatMap((text) => {
    const lines = text.querySelectorAll("tspan.line");
    return (lines.length ? [...lines] : [text]).map((line) => {
        const { x, y, right, bottom } = line.getBoundingClientRect();
        return { words: line.textContent, x, y, right, bottom };
    });
}).filter((line) => line.words.trim() && line.right > line.x)"""

# What reaches out of the page to the right or left, though nothing around it scrolls or cuts it.
OVERFLOWING = """() => {
    const width = document.documentElement.clientWidth;
    const cuts = (element) => getComputedStyle(element).overflowX !== "visible";
    const kept = (element) => element && (cuts(element) || kept(element.parentElement));
    return [...document.querySelectorAll("body *")].filter((element) => {
        const box = element.getBoundingClientRect();
        const out = box.width > 0 && (box.right > width + 0.5 || box.left < -0.5) && element.checkVisibility();
        return out && !element.closest(".unseen, .skip, svg") && !kept(element.parentElement);
    }).map((element) => element.id || element.className || element.tagName);
}"""


@pytest.fixture
def opened(served: Callable[..., str], browser_page: PageOpener) -> Callable[..., Page]:
    """Opens the dashboard of the shipped events with a query."""
    return lambda query="", **how: browser_page(f"{served()}/?{query}", **how)


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_nothing_overflows_and_no_text_lies_on_another(
    width: int, scheme: Literal["light", "dark"], opened: Callable[..., Page]
) -> None:
    page = opened(width=width, color_scheme=scheme)
    for name, query in (VIEWS | REPORT).items():
        seen.go(page, query)
        _drawn(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert page.evaluate(OVERFLOWING) == [], name
        assert _overlaps(page.evaluate(TEXTS)) == [], name


@pytest.mark.parametrize("width", WIDTHS)
def test_every_text_of_the_drawing_lies_within_it(width: int, opened: Callable[..., Page]) -> None:
    page = opened(width=width)
    for name, query in VIEWS.items():
        seen.go(page, query)
        _drawn(page)
        box = page.locator("#timeline .main-svg").first.bounding_box()
        assert box
        outside = [
            text["words"]
            for text in page.evaluate(TEXTS)
            if text["x"] < box["x"] - 1 or text["right"] > box["x"] + box["width"] + 1
        ]
        assert outside == [], name


@pytest.mark.parametrize("width", [320, 1440])
def test_long_and_hostile_titles_are_kept_within_the_page(
    width: int, served: Callable[..., str], browser_page: PageOpener
) -> None:
    page = browser_page(f"{served(HOSTILE)}/?event=test-image", width=width)
    _drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OVERFLOWING) == []
    assert _overlaps(page.evaluate(TEXTS)) == []


@pytest.mark.parametrize("width", [320, 390])
def test_a_finger_can_hit_every_control_of_a_phone(width: int, opened: Callable[..., Page]) -> None:
    page = opened(f"country=ARM,AZE&event={SUMMIT}", width=width)
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, input")].filter((control) => {
            const box = control.getBoundingClientRect();
            return box.width > 0 && (box.width < 24 || box.height < 24);  // WCAG 2.2, 2.5.8
        }).map((control) => control.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_the_chips_of_a_phone_scroll_sideways_in_one_row(opened: Callable[..., Page]) -> None:
    page = opened(width=390)
    tops = page.locator("[data-country]").evaluate_all(
        "chips => [...new Set(chips.map((chip) => Math.round(chip.getBoundingClientRect().top)))]"
    )
    assert len(tops) == 1
    last = page.locator("[data-country]").last
    expect(last).not_to_be_in_viewport()
    last.click()
    expect(last).to_be_in_viewport()
    expect(last).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("width", "place"), [(390, ".footer"), (768, ".header")])
def test_the_colours_are_chosen_where_there_is_room(opened: Callable[..., Page], width: int, place: str) -> None:
    page = opened("", width=width)
    expect(page.locator("[data-theme-choice]:visible")).to_have_count(3)
    page.locator(f"{place} [data-theme-choice=dark]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


@pytest.mark.parametrize("width", [768, 1024, 1280])
def test_the_choices_over_the_drawing_stand_on_one_line(width: int, opened: Callable[..., Page]) -> None:
    page = opened(width=width)
    (_, layouts), (_, periods) = (seen.middle(page.locator(kind)) for kind in (".layouts", ".presets"))
    assert layouts == periods


def test_on_a_phone_the_drawing_comes_first_then_the_details_then_the_list(opened: Callable[..., Page]) -> None:
    page = opened("", width=390)
    tops = [page.locator(part).bounding_box() for part in ("#timeline", "#details", "#list")]
    places = [box["y"] for box in tops if box]
    assert len(places) == 3
    assert places == sorted(places)


@pytest.mark.parametrize("width", [390, 768])
def test_on_a_small_screen_the_page_scrolls_and_the_list_begins_with_the_window(
    width: int, opened: Callable[..., Page]
) -> None:
    page = opened("window=2025-12-01/2025-12-31", width=width)
    for region in ("#list", "#details"):
        assert page.locator(region).evaluate("region => region.scrollHeight - region.clientHeight") == 0
    first, *_ = seen.event_ids(page)
    assert first == "supreme-eec-sessions-2025"
    page.locator('#list [data-more="earlier"]').click()
    assert first in seen.event_ids(page)
    assert seen.event_ids(page)[0] != first


def test_every_section_of_the_details_stands_at_the_same_edge(opened: Callable[..., Page]) -> None:
    page = opened(f"event={SUMMIT}")
    looks = page.locator("#details section").evaluate_all(
        """(sections) => sections.map((section) => {
            const { boxShadow, backgroundColor } = getComputedStyle(section);
            const { x } = section.querySelector("h3").getBoundingClientRect();
            return [x, boxShadow, backgroundColor].join();
        })"""
    )
    assert len(looks) > 1
    assert len(set(looks)) == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_an_open_menu_lies_within_the_page(width: int, opened: Callable[..., Page]) -> None:
    page = opened(width=width)
    menus = page.locator("details.popover > summary").filter(visible=True)
    assert menus.count() > 1
    for place in range(menus.count()):
        menus.nth(place).click()
        expect(page.locator("details.popover[open]")).to_have_count(1)
        assert page.evaluate(OVERFLOWING) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        menus.nth(place).click()


def test_a_text_is_drawn_no_wider_than_the_page_reckons(opened: Callable[..., Page]) -> None:
    page = opened("window=2018-01-01/2025-12-31", width=3840)
    _drawn(page)
    wider = page.evaluate(
        """() => [...document.querySelectorAll("#timeline .annotation-text tspan.line")].map((line) => ({
            words: line.textContent,
            drawn: line.getComputedTextLength(),
            reckoned: sidelines.measure.width(line.textContent, sidelines.place.SIZE_PX),
        })).filter((line) => line.drawn > line.reckoned * 1.02)"""
    )
    assert wider == []


def test_the_ends_of_the_brush_can_be_grasped_when_the_window_is_slim(opened: Callable[..., Page]) -> None:
    page = opened("window=2025-12-22/2025-12-22")
    start, end = (page.locator(end).bounding_box() for end in ("#brush-start", "#brush-end"))
    assert start
    assert end
    assert start["x"] + start["width"] <= end["x"]


def _drawn(page: Page) -> None:
    """Waits until what is drawn is what the page means to draw: Plotly follows a moment later."""
    page.wait_for_function(
        """() => {
            const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
            const bare = (html) => parsed(html.replaceAll("<br>", "")).body.textContent;
            const { layout } = sidelines.page.screen.figure;
            const meant = [...layout.annotations.map((note) => bare(note.text)), ...layout.yaxis.ticktext.map(bare)];
            const drawn = [...document.querySelectorAll("#timeline .annotation-text, #timeline .ytick text")];
            return JSON.stringify(drawn.map((text) => text.textContent).sort()) === JSON.stringify(meant.sort());
        }"""
    )


def _overlaps(texts: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Pairs of texts whose boxes share an area."""
    ordered = sorted(texts, key=lambda text: float(text["x"]))
    return [
        (one["words"], other["words"])
        for place, one in enumerate(ordered)
        for other in ordered[place + 1 :]
        if other["x"] < one["right"] - AIR_X_PX
        and one["y"] < other["bottom"] - AIR_Y_PX
        and other["y"] < one["bottom"] - AIR_Y_PX
    ]


def test_with_more_contrast_a_pressed_choice_is_written_in_the_colour_of_the_ground(
    opened: Callable[..., Page],
) -> None:
    page = opened()
    page.emulate_media(contrast="more")
    ground = page.locator(".drawing").evaluate("card => getComputedStyle(card).backgroundColor")
    colours = page.locator("[data-preset]").evaluate_all(
        "(buttons) => buttons.map((button) => [button.ariaPressed, getComputedStyle(button).color])"
    )
    page.emulate_media(contrast="no-preference")
    assert [pressed for pressed, colour in colours if colour == ground] == ["true"]


def test_with_more_contrast_the_drawing_has_no_muted_words(opened: Callable[..., Page]) -> None:
    page = opened()
    inks = "(({ xaxis, font }) => [xaxis.tickfont.color, font.color])(sidelines.page.screen.figure.layout)"
    muted, ink = page.evaluate(inks)
    assert muted != ink
    become = f"(colours) => String({inks}) === String(colours)"
    page.emulate_media(contrast="more")
    page.wait_for_function(become, arg=[ink, ink])
    page.emulate_media(contrast="no-preference")
    page.wait_for_function(become, arg=[muted, ink])


@pytest.mark.parametrize("width", WIDTHS)
def test_where_nothing_matches_the_words_that_say_so_stand_over_the_lanes(
    width: int, opened: Callable[..., Page]
) -> None:
    page = opened(VIEWS["nothing"], width=width)
    said, lane = page.locator(".empty").bounding_box(), seen.lanes(page).first.bounding_box()
    assert said
    assert lane
    assert said["y"] + said["height"] < lane["y"]

"""Every file of docs/gallery as one file in a browser: wide and narrow, light and dark.

Nothing written into the drawing lies on another or is cut off, nothing reaches out of the page, the console is silent,
and each event is in the list. A new case is a new file there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from app.load import load_timeline
from app.paths import PROJECT_FOLDER
from app.theme import DARK, LIGHT
from tests.browser import seen
from tests.browser.conftest import PageOpener

GALLERY = PROJECT_FOLDER / "docs" / "gallery"
CASES = sorted(path.stem for path in GALLERY.glob("*.yaml"))
WIDTHS = (1440, 768, 390)
SCHEMES: tuple[tuple[Literal["light", "dark"], Mapping[str, str]], ...] = (("light", LIGHT), ("dark", DARK))
HEIGHT = 900
LEAST_STEP = 100  # the list grows by at least so many events at a time
TOUCH_PX = 1  # the boxes of lines are higher than their letters, so those of neighbours may touch

# Whether the drawing is that of the present width and colours.
DRAWN = """(card) => {
    const { layout } = sidelines.page.screen.figure;
    const width = Math.max(260, Math.floor(document.getElementById("timeline").clientWidth));
    return layout.width === width && layout.paper_bgcolor === card;
}"""

# Each line of words in the drawing: which text it belongs to, of what kind that is, and its box in the drawing's px.
LINES = """() => {
    const drawing = document.querySelector("#graph > svg");
    const origin = drawing.getBoundingClientRect();
    const { annotations } = sidelines.page.screen.figure.layout;
    const kindOf = ({ name }) => (["label", "day", "band", "dense"].includes(name) ? "label" : null);
    const texts = [
        ...[...drawing.querySelectorAll(".notes text")].map((note, place) => [kindOf(annotations[place]), note]),
        ...[...drawing.querySelectorAll(".ticks text")].map((tick) => ["tick", tick]),
        ...[...drawing.querySelectorAll(".names text")].map((name) => ["lane", name]),
    ];
    return texts.filter(([kind]) => kind).flatMap(([kind, text], place) => {
        const lines = text.querySelectorAll(":scope > tspan[x]");
        return (lines.length ? [...lines] : [text]).map((line) => {
            const box = line.getBoundingClientRect();
            return {
                kind, text: place, words: line.textContent,
                left: box.left - origin.left, right: box.right - origin.left,
                top: box.top - origin.top, bottom: box.bottom - origin.top,
            };
        });
    }).filter((line) => line.words.trim() && line.right > line.left);
}"""

# What is broader than the page, and words of the list that run out of their column.
OVERFLOW = """() => {
    const page = document.documentElement;
    const list = [...document.querySelectorAll("#list .event")].flatMap((event) => {
        const [day, title] = [event.querySelector(".day"), event.querySelector(".title")].map((part) => {
            const range = document.createRange();
            range.selectNodeContents(part);
            return range.getBoundingClientRect();
        });
        const room = event.getBoundingClientRect();
        const meet = day.width && day.right > title.left && day.bottom > title.top;
        return meet || title.right > room.right + 1 ? [`“${event.textContent}” runs out of its column`] : [];
    });
    return page.scrollWidth > page.clientWidth ? [`the page is ${page.scrollWidth} px broad`, ...list] : list;
}"""


# The middle of the drawn period of a claim that has one lane, in px of the page's view.
BAND = """(id) => {
    const { model, screen: { drawn: { frame, claims } } } = sidelines.page;
    const band = claims.find(({ claim }) => model.claims[claim].id === id);
    const { left, top } = document.getElementById("timeline").getBoundingClientRect();
    return [left + frame.left + frame.x((band.from + band.to) / 2) - 20, top + (band.y0 + band.y1) / 2];
}"""


@dataclass(frozen=True)
class Line:
    """One line of words in the drawing; px from its top left corner."""

    kind: str
    text: int
    words: str
    left: float
    right: float
    top: float
    bottom: float

    def lies_on(self, other: Line) -> bool:
        """Whether the two share more than an edge."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return self.text != other.text and across > TOUCH_PX and down > TOUCH_PX


@pytest.fixture
def opened(exported: Callable[..., str], browser_page: PageOpener) -> Callable[[str], Page]:
    """Opens a gallery file that was written into one file."""
    return lambda case: browser_page(exported(GALLERY / f"{case}.yaml"), width=WIDTHS[0], height=HEIGHT)


@pytest.mark.parametrize("case", CASES)
def test_it_is_drawn_without_overlap_at_any_width_in_both_themes(
    case: str, opened: Callable[[str], Page], browser_page: PageOpener
) -> None:
    page = opened(case)
    found = {}
    for (scheme, palette), width in product(SCHEMES, WIDTHS):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.wait_for_function(DRAWN, arg=palette["card"])
        found[width, scheme] = [*_faults(page), *page.evaluate(OVERFLOW)]
    assert {look: faults for look, faults in found.items() if faults} == {}
    assert browser_page.log.console == []


@pytest.mark.parametrize("case", CASES)
def test_every_event_can_be_reached_in_the_list(case: str, opened: Callable[[str], Page]) -> None:
    timeline = load_timeline(GALLERY / f"{case}.yaml", root=PROJECT_FOLDER).timeline
    page = opened(case)
    later = page.locator('#list [data-more="later"]')
    for _ in range(len(timeline.events) // LEAST_STEP):
        if later.count():
            later.click()
    assert sorted(seen.event_ids(page)) == sorted(timeline.events)


def test_a_claim_that_belongs_to_no_event_can_be_read_by_keys_and_from_its_band(opened: Callable[[str], Page]) -> None:
    page = opened("claims")
    claim = page.locator('#list [data-claim="visitors"]')
    quoted = claim.get_by_text("said by Denmark")
    page.locator("#list [data-event]").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(quoted).to_be_visible()
    page.keyboard.press("Enter")
    expect(quoted).to_be_hidden()
    x, y = page.evaluate(BAND, "visitors")
    page.mouse.click(x, y)
    expect(quoted).to_be_visible()
    expect(claim.locator("summary")).to_be_focused()


def _faults(page: Page) -> list[str]:
    """What lies on another, and what is cut off, in words."""
    lines = [Line(**line) for line in page.evaluate(LINES)]
    broad, high = page.evaluate("(({ width, height }) => [width, height])(sidelines.page.screen.figure.layout)")
    groups = (_of(lines, "label"), _of(lines, "tick"), _of(lines, "lane"))
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    return [
        *(f"“{one.words}” lies on “{other.words}”" for one, other in pairs if one.lies_on(other)),
        *(f"“{line.words}” is cut off" for line in lines if _is_cut(line, broad, high)),
    ]


def _of(lines: Iterable[Line], kind: str) -> list[Line]:
    return [line for line in lines if line.kind == kind]


def _is_cut(line: Line, broad: float, high: float) -> bool:
    return (
        line.left < -TOUCH_PX or line.right > broad + TOUCH_PX or line.top < -TOUCH_PX or line.bottom > high + TOUCH_PX
    )

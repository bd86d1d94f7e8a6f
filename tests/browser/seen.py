"""What a person finds on the page, by its meaning and not by where it stands.

In: a page of Playwright. Out: locators, which wait until what is expected of them is there, and plain values.
The ids and attributes are those that docs/embedding.md keeps stable. What is drawn is found in the drawing of either
painter: that of Plotly in the page, our own in the file and the embed.
"""

from __future__ import annotations

import json
import re
from contextlib import redirect_stderr, redirect_stdout
from datetime import datetime, timedelta
from functools import cache
from io import StringIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from app.cli.main import main
from app.theme import LIGHT

# The document, once its page has drawn.
READY = 'html[data-ready="true"]'
# The names at the lanes, from the top.
LANES = "#timeline .ytick text, #graph > svg .names text"


def listed(page: Page) -> Locator:
    """The events of the list, in its order."""
    return page.locator("#list [data-event]")


def event_ids(page: Page) -> list[str]:
    """The ids of the events in the list, in its order."""
    found: list[str] = listed(page).evaluate_all("buttons => buttons.map((button) => button.dataset.event)")
    return found


def entry(page: Page, event: str) -> Locator:
    """The list's entry of an event."""
    return page.locator(f'#list [data-event="{event}"]')


def chip(page: Page, country: str) -> Locator:
    """The control that filters by a country, ISO 3166-1 alpha-3."""
    return page.locator(f'[data-country="{country}"]')


def lanes(page: Page) -> Locator:
    """The names at the lanes, from the top."""
    return page.locator(LANES)


def marks(page: Page, colour: str | None = None) -> Locator:
    """The drawn marks of the lanes; with a colour of the light palette, those whose outline has it."""
    by_plotly = "" if colour is None else f'[style*="stroke: {rgb(LIGHT[colour])}"]'
    by_us = "" if colour is None else f'[stroke="{LIGHT[colour]}"]'
    return page.locator(f"#timeline .scatterlayer path.point{by_plotly}, #graph > svg .marks path{by_us}")


def crossed(page: Page) -> Locator:
    """The hollow red marks of those who were absent."""
    return marks(page, "absent")


def hatched(page: Page) -> Locator:
    """The hatched bands of those who are suspended."""
    return page.locator('#timeline .barlayer path[style*="fill: url"], #graph > svg .areas rect[fill^="url"]')


def words(page: Page) -> Locator:
    """Everything that is written into the drawing besides its axes."""
    return page.locator("#timeline .annotation-text, #timeline .textpoint text, #graph > svg :is(.notes, .marks) text")


def rgb(colour: str) -> str:
    """A colour `#RRGGBB` as a browser writes it."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def query_of(page: Page) -> dict[str, str]:
    """The view in the address, after `?` or, in a file, after `#`."""
    parts = urlsplit(page.url)
    return {name: values[0] for name, values in parse_qs(parts.query or parts.fragment).items()}


def in_address(**view: str) -> re.Pattern[str]:
    """A pattern of addresses that have these parts of a view."""
    return re.compile("".join(rf"(?=.*[?#&]{name}={re.escape(value)}(&|$))" for name, value in view.items()))


def window_of(page: Page) -> tuple[str, str]:
    """The first and the last moment of the window, as the handles of the overview strip say them."""
    start, end = (page.locator(f"#{handle}").get_attribute("aria-valuetext") for handle in ("brush-start", "brush-end"))
    assert start
    assert end
    return start, end


def window_days(page: Page) -> float:
    """The length of the window in days, from its first day to the end of its last."""
    start, end = (datetime.fromisoformat(moment) for moment in window_of(page))
    return (end - start) / timedelta(days=1)


def middle(locator: Locator) -> tuple[float, float]:
    """The middle of what is found, in px of the page's view."""
    box = locator.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def payload_of(page: Page) -> dict[str, Any]:
    """The facts that the page was sent."""
    text = page.locator("#payload").text_content()
    assert text
    read: dict[str, Any] = json.loads(text)
    return read


def go(page: Page, query: str) -> None:
    """Leads an open page to another view by way of its history, as Back and Forward do."""
    page.evaluate(
        """(query) => {
            history.pushState(null, "", location.protocol === "file:" ? `#${query}` : `?${query}`);
            dispatchEvent(new PopStateEvent("popstate"));
        }""",
        query,
    )


@cache
def ids_by_command(query: str) -> list[str]:
    """What `python -m app list --format ids` prints for a view of the shipped events."""
    with redirect_stdout(StringIO()) as printed, redirect_stderr(StringIO()):
        main(["list", "--view", query, "--format", "ids"])
    return printed.getvalue().split()

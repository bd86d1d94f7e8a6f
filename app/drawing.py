"""Payload x view -> what the core draws of it, in the embedded engine: a figure for Plotly, a still picture as SVG.

In: a payload (`app.payload`), as it is or, for many drawings, as `app.engine.Large`; a canonical query
(`app.view.format_view`) and the sheet to draw on. Out: plain values. The browser runs the same functions on the same
payload, so a picture shows what the page shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from app.engine import Large, engine

Json = dict[str, Any]
Payload = Mapping[str, Any] | Large
Scheme = Literal["light", "dark"]
LEAST_WIDTH_PX = 260
REPORT_FROM_PX = 640  # below it, `assets/core/screen.js` draws the one scale instead


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a picture is drawn on: `width` in px, the least `height` in px (None: as high as what is in it), colours.

    `title` stands over it; None is the title of the collection, "" is none.
    """

    width: int = 1200
    height: int | None = None
    scheme: Scheme = "light"
    title: str | None = None

    def as_port(self) -> Json:
        """The sheet as `assets/core/paper.js` takes it."""
        known = {"width": self.width, "height": self.height, "scheme": self.scheme, "title": self.title}
        return {name: value for name, value in known.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Picture:
    """A still picture: a whole SVG document, its title, what it shows in words, and its size in px."""

    svg: str
    title: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Front:
    """The drawing in several widths, in the colours of the page around it, and what the page says with it.

    `preset` is the key of the period that is shown, None where it is another; `heading` and `legend` are trees: [tag,
    attributes, *children], `undated` is a text.
    """

    drawings: tuple[Picture, ...]
    preset: str | None
    heading: list[Any]
    legend: list[Any]
    undated: str


def draw_figure(payload: Payload, query: str, sheet: Sheet) -> Json:
    """{data, layout, config}: the figure that the page draws for the query at this width.

    Raises `app.engine.EngineMissingError`, as all functions here do.
    """
    figure: Json = engine().call("paper.figure", payload, query, sheet.as_port())
    return figure


def draw_picture(payload: Payload, query: str, sheet: Sheet) -> Picture:
    """The picture with its title, filter sentence, legend and origin; no script in it, and nothing to be fetched."""
    return Picture(**engine().call("paper.picture", payload, query, sheet.as_port()))


def draw_card(payload: Payload, query: str, sheet: Sheet) -> Picture:
    """The picture that other sites show with a link, 1200 x 630 px; of the sheet only scheme and title matter."""
    return Picture(**engine().call("paper.card", payload, query, sheet.as_port()))


def draw_front(payload: Payload, query: str, ports: Sequence[Mapping[str, int]]) -> Front:
    """What a page shows before its scripts run: the drawing alone for each port {width, room} in px."""
    drawn = engine().call("paper.front", payload, query, list(ports))
    pictures = tuple(Picture(**one) for one in drawn.pop("drawings"))
    return Front(pictures, **drawn)

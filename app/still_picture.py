"""Timeline x view -> the still picture of it: SVG without a browser, for reports, papers and readers without scripts.

In: a timeline and a view's query. Out: a picture, the same for the same facts on every machine. Part of the public
interface: `from app import still`.
"""

from __future__ import annotations

import warnings
from dataclasses import replace

from app.drawing import LEAST_WIDTH_PX, Picture, Scheme, Sheet, draw_picture
from app.model import Timeline
from app.payload import build_payload
from app.view import View, format_view, parse_view
from app.vocabulary import vocabulary


class Svg(str):
    """The text of an SVG, which a notebook shows as the picture that it is."""

    __slots__ = ()

    def _repr_svg_(self) -> str:
        return str(self)


class ViewWarning(UserWarning):
    """A part of a view's query means nothing in this timeline; the rest is shown."""


def still(
    timeline: Timeline, view: str = "", *, width: int = 1200, height: int | None = None, theme: Scheme | None = None
) -> Svg:
    """A self-contained SVG of the view: title, filter sentence, drawing, legend, and where it is from.

    `view` is written as after the ? in the page's address; what it says wrongly is warned of (`ViewWarning`) and left
    out. `width` and the least `height` in px; `theme`: "light" or "dark", None as the view says, where "system" is
    light. Raises ValueError for a size that cannot be, `app.engine.EngineMissingError` where mini-racer is missing.
    """
    return Svg(picture(timeline, read_view(timeline, view), Sheet(width=width, height=height), theme).svg)


def picture(timeline: Timeline, view: View, sheet: Sheet, theme: Scheme | None = None) -> Picture:
    """The picture with its words and its size; as `still`, for a view that is read already."""
    check_width(sheet.width)
    drawn = replace(sheet, scheme=theme or scheme_of(view))
    return draw_picture(build_payload(timeline), format_view(view), drawn)


def read_view(timeline: Timeline, query: str) -> View:
    """The view of a query. Warns of what means nothing, as the page says it."""
    view, notices = parse_view(query, vocabulary(timeline))
    for notice in notices:
        warnings.warn(f"{notice.what} {notice.fix}", ViewWarning, stacklevel=3)
    return view


def scheme_of(view: View) -> Scheme:
    """The colours that a view asks for; a picture knows no system, so "system" is light."""
    return "dark" if view.theme == "dark" else "light"


def check_width(width: int) -> None:
    """Raises ValueError where nothing could be read."""
    if width < LEAST_WIDTH_PX:
        raise ValueError(f"width {width}: a drawing needs at least {LEAST_WIDTH_PX} px")

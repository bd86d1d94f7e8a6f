"""What a file shows before its scripts run, and without them: the picture of its view, its words, the counts.

In: the page's markup, the payload and a view. Out: the markup with the regions filled that scripts fill otherwise, so
that nothing moves when they do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.drawing import draw_front
from app.facets import facets
from app.rows import Row
from app.view import View, format_view
from app.web import ids
from app.web.markup import filled, tree_html

# A screen of 1440 x 900 px and a phone: the sizes that the two pictures are drawn for.
_PORTS = ({"width": 1044, "room": 460}, {"width": 390, "room": 0})
_CLASSES = ("wide", "narrow")
_CHIP = re.compile(r'(<button [^<>]*data-(country|type)="([^"]*)"[^<>]*>[^<>]*<span class="count">)(</span>)')


def at_first_sight(markup: str, payload: Mapping[str, Any], rows: Sequence[Row], view: View, sentence: str) -> str:
    """The markup of the page, filled for `view`; `sentence` says in words what it asks for, "" for nothing.

    Raises `app.engine.EngineMissingError` where there is no engine to draw the picture.
    """
    front = draw_front(payload, format_view(view), _PORTS)
    pictures = zip(_CLASSES, front.drawings, strict=True)
    regions = {
        ids.GRAPH: "".join(f'<div class="still {name}">{one.svg}</div>' for name, one in pictures),
        ids.HEADING: tree_html(front.heading),
        ids.LEGEND: tree_html(front.legend),
        ids.UNDATED: tree_html(front.undated),
        ids.SENTENCE: tree_html(sentence),
    }
    return _pressed(_counted(filled(markup, regions), facets(rows, view)), view, front.preset)


def _counted(markup: str, counts: Mapping[str, Mapping[str, int]]) -> str:
    """The choices of countries and types, each with the number of events that it would give."""
    return _CHIP.sub(lambda found: f"{found[1]}{counts[found[2]].get(found[3], 0)}{found[4]}", markup)


def _pressed(markup: str, view: View, preset: str | None) -> str:
    """The choices of the view that say how it is shown; pressed ones are wider."""
    chosen = {"layout": view.layout, "theme-choice": view.theme, "tab": view.tab}
    choices = chosen if preset is None else chosen | {"preset": preset}
    for name, value in choices.items():
        pattern = rf'(<button [^<>]*aria-pressed=")false("[^<>]*data-{name}="{value}")'
        markup = re.sub(pattern, r"\1true\2", markup)
    return markup

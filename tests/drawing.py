"""What the browser would draw, in the embedded engine: event files and a query -> the screen as plain values.

In: a path of event files, a query, what the screen is like. Out: the screen of `assets/core/screen.js` by way of JSON,
so without its functions and maps; `drawn` is the arrangement, `figure` what Plotly is given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from app.load import load_timeline
from app.paths import PROJECT_FOLDER
from app.payload import build_payload
from tests.core import Kept, core

FIGURES_FOLDER = PROJECT_FOLDER / "tests" / "data" / "figures"


def screen_of(
    events: str | Path, query: str = "", *, width: int = 1200, room: int = 600, scheme: str = "light"
) -> dict[str, Any]:
    """The screen of event files for a query; `events` is a path, or the name of a file in `tests/data/figures`."""
    path = FIGURES_FOLDER / f"{events}.yaml" if isinstance(events, str) else events
    port = json.dumps({"width": width, "room": room, "scheme": scheme})
    model = f"sidelines.timeline.unpack({_payload(path).name})"
    screen: dict[str, Any] = core().evaluate(f"sidelines.screen.build({model}, {json.dumps(query)}, {port})")
    return screen


def drawn_of(events: str | Path, query: str = "", **port: Any) -> dict[str, Any]:  # noqa: ANN401 - as in screen_of
    """The arrangement of event files for a query."""
    drawn: dict[str, Any] = screen_of(events, query, **port)["drawn"]
    return drawn


@cache
def payload_of(path: Path) -> dict[str, Any]:
    """What is sent of event files."""
    return build_payload(load_timeline(path, root=PROJECT_FOLDER).timeline)


def _payload(path: Path) -> Kept:
    return core().keep(f"payload of {path}", payload_of(path))


def texts_of(tree: list[Any]) -> Iterator[str]:
    """The texts of a neutral tree, [tag, attributes, *children], in the order in which they are read."""
    for child in tree[2:]:
        if isinstance(child, list):
            yield from texts_of(child)
        elif child:
            yield str(child)

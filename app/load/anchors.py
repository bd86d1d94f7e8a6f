"""Dates that count from other events: in which order they can be read.

In: the events as declared. Out: the order in which their dates can be read, and circles.
"""

from __future__ import annotations

from collections.abc import Mapping as Dict

from app.load.entry_names import text_of
from app.load.names import Declared
from app.source import Mapping, Node, Scalar


def date_node(event: Declared) -> Node | None:
    """The node of an event's date."""
    return next((value for key, value in event.node.items if key.text == "date"), None)


def anchor_of(event: Declared) -> Scalar | None:
    """The text that names the event from which this event's date counts, or None."""
    node = date_node(event)
    return text_of(node, "after") if isinstance(node, Mapping) else None


def anchor_order(events: Dict[str, Declared]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The ids of all events, each after the one that it counts from; and the circles among them, as ids."""
    anchors = {
        key: text.text.strip()
        for key, event in events.items()
        if (text := anchor_of(event)) and text.text.strip() in events
    }
    done: dict[str, None] = {}
    circles = []
    for start in events:
        # A walk, not a recursion: a chain may be as long as the collection.
        way: dict[str, None] = {}
        here: str | None = start
        while here is not None and here not in done and here not in way:
            way[here] = None
            here = anchors.get(here)
        if here is not None and here in way:
            steps = list(way)
            circles.append(tuple(steps[steps.index(here) :]))
        done.update(dict.fromkeys(reversed(way)))
    return tuple(done), tuple(circles)

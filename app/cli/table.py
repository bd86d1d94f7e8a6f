"""Events as lines of a plain table for a terminal.

In: events and the timeline they belong to. Out: lines of text, columns two spaces apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.labels import EVENT_TYPES, date_in_words
from app.model import ActorKind, Event, Timeline

STATES = {ActorKind.STATE, ActorKind.FORMER_STATE}
HEAD = ("DATE", "TYPE", "STATES", "EVENT")


def event_table(events: Sequence[Event], timeline: Timeline) -> list[str]:
    """A head and one line for each event, in the order given; nothing is cut off."""
    rows = [HEAD, *(_row(event, timeline) for event in events)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def _row(event: Event, timeline: Timeline) -> tuple[str, str, str, str]:
    actors = (timeline.actors.get(part.actor) for part in event.participants)
    states = " ".join(dict.fromkeys(actor.id for actor in actors if actor and actor.kind in STATES))
    title = " ".join(event.title.best().split())
    return date_in_words(event.date), EVENT_TYPES[event.type.value][0], states or "-", title

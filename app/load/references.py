"""References between events, once all of them have been read: those to events that are left out, and circles.

In: the entries, where they stand, and the names. Out: events whose `part_of` and `relations` lead to events that are
there and in no circle; each reference that was dropped is a problem.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Dict
from dataclasses import replace

from app.errors import Problem
from app.load.context import Finds
from app.load.names import Names, show_circle
from app.load.places import Places
from app.model import Event, RelationKind

_LATER = (RelationKind.FOLLOWS, RelationKind.RESPONSE_TO)


def settle_references(events: Dict[str, Event], places: Places, names: Names, finds: Finds) -> dict[str, Event]:
    """The events without references to events that are not there (E428), to themselves or in circles (E409, E414)."""
    present = {key: _without_lost(event, events, places, names, finds) for key, event in events.items()}
    broken = _broken_wholes(present, places, finds.problems)
    present = {key: replace(event, part_of=None) if key in broken else event for key, event in present.items()}
    finds.problems.extend(_circles_in_time(present, places))
    return present


def find_circles(edges: Dict[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """The circles met in a depth-first walk along `edges`, each once, as the ids on its way."""
    finished: set[str] = set()
    for start in edges:
        way: dict[str, Iterator[str]] = {} if start in finished else {start: iter(edges[start])}
        while way:
            here = next(reversed(way))
            step = next(way[here], None)
            if step is None:
                finished.add(here)
                del way[here]
            elif step in way:
                steps = list(way)
                yield tuple(steps[steps.index(step) :])
            elif step not in finished:
                way[step] = iter(edges.get(step, ()))


def _without_lost(event: Event, events: Dict[str, Event], places: Places, names: Names, finds: Finds) -> Event:
    kept = tuple(relation for relation in event.relations if relation.event in events)
    part_of = event.part_of if event.part_of in events else None
    lost = [(event.part_of, places.field(event.id, "part_of"), "`part_of`")] if event.part_of and not part_of else []
    gone = (relation for relation in event.relations if relation.event not in events)
    lost += [(relation.event, places.of(relation, "event"), "The relation") for relation in gone]
    for target, position, what in lost:
        error = names.left_out(target)
        finds.add(Problem(position, error.code, error.what, error.fix, event.id), f"{what} is left out.", error.cause)
    return replace(event, part_of=part_of, relations=kept) if lost else event


def _broken_wholes(events: Dict[str, Event], places: Places, problems: list[Problem]) -> set[str]:
    broken: set[str] = set()
    for circle in find_circles({key: (event.part_of,) for key, event in events.items() if event.part_of}):
        broken.update(circle)
        what = "The event is a part of itself."
        if len(circle) > 1:
            what = f"These events are parts of each other, and lose their `part_of`: {show_circle(circle)}."
        position = places.field(circle[0], "part_of")
        problems.append(Problem(position, "E409", what, "Delete the wrong `part_of`.", circle[0]))
    return broken


def _circles_in_time(events: Dict[str, Event], places: Places) -> Iterator[Problem]:
    after: dict[str, list[str]] = {key: [] for key in events}
    for event in events.values():
        for relation in event.relations:
            earlier, later = relation.event, event.id
            if relation.kind is RelationKind.PRECEDES:
                earlier, later = later, earlier
            elif relation.kind not in _LATER and earlier != later:
                continue
            after[later].append(earlier)
    for circle in find_circles({key: tuple(targets) for key, targets in after.items() if targets}):
        what = f"Each of these events is said to come after the next: {show_circle(circle)}."
        if len(circle) == 1:
            what = "The event is related to itself."
        position = places.field(circle[0], "relations")
        yield Problem(position, "E414", what, "Delete the wrong relation.", circle[0])

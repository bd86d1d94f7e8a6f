"""The constructs that the phrases of the languages name: what each kind of phrase means once its words are known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import ModuleType

from app.dates.constructs import anchored, bounds, calendar, clock, dateline, divisions, stretches, yearless
from app.dates.scope import Scope
from app.dates.slots import Slots
from app.dates.span import Span

Construct = Callable[[Slots, Scope], Span | None]


def _constructs_of(module: ModuleType) -> dict[str, Construct]:
    return {
        name: value
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__ and callable(value)
    }


# name, as the tables of words spell it -> function
CONSTRUCTS: Mapping[str, Construct] = {
    name: construct
    for module in (calendar, divisions, stretches, bounds, clock, dateline, yearless, anchored)
    for name, construct in _constructs_of(module).items()
}

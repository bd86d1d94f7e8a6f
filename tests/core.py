"""The browser's own functions, called from Python: `assets/core/*.js` in the embedded engine of `app.engine`.

In: the files. Out: `core()`, whose `call("view.parse", query, vocabulary)` gives what the function gives.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from app.engine import Engine

__all__ = ["Kept", "core"]


@dataclass(frozen=True)
class Kept:
    """A value that stays in the engine, by how it is written there."""

    name: str


class _Core(Engine):
    """An engine that keeps, for scripts of the tests, what they name."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, Kept] = {}

    def keep(self, name: str, value: object) -> Kept:
        """A value for many calls, sent once; a name stands for the first value that was kept under it."""
        if name not in self._kept:
            place = f"globalThis[{json.dumps(name)}]"
            self.evaluate(f"({place} = JSON.parse({json.dumps(json.dumps(value))}), null)")
            self._kept[name] = Kept(place)
        return self._kept[name]

    def _written(self, argument: object) -> str:
        return argument.name if isinstance(argument, Kept) else super()._written(argument)


@cache
def core() -> _Core:
    """The engine that all tests share; what they keep in it is theirs alone."""
    return _Core()

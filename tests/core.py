"""The browser's own functions, called from Python: `assets/core/*.js` in an embedded engine.

In: the files. Out: `Core`, whose `call("view.parse", query, vocabulary)` gives what the function gives, by way of JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from py_mini_racer import MiniRacer

from app.core_scripts import core_scripts


@dataclass(frozen=True)
class Kept:
    """A value that stays in the engine, by how it is written there."""

    name: str


class Core:
    """An engine that has run the core once; calls share nothing but what they name with `keep`."""

    def __init__(self) -> None:
        self._engine = MiniRacer()
        self._kept: dict[str, Kept] = {}
        for name, text in core_scripts():
            self._engine.eval(f"{text}\n//# sourceURL={name}.js")

    def call(self, function: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever the function gives
        """What `sidelines.<function>` gives for these values, all by way of JSON. Raises if the function throws."""
        values = ", ".join(
            argument.name if isinstance(argument, Kept) else _literal(argument) for argument in arguments
        )
        text = self._engine.eval(f"JSON.stringify(sidelines.{function}({values})) || 'null'")
        return json.loads(str(text))

    def keep(self, name: str, value: object) -> Kept:
        """A large value for many calls, sent once; a name stands for the first value that was kept under it."""
        if name not in self._kept:
            self._engine.eval(f"globalThis[{json.dumps(name)}] = {_literal(value)}; 0")
            self._kept[name] = Kept(f"globalThis[{json.dumps(name)}]")
        return self._kept[name]

    def evaluate(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """What an expression gives, by way of JSON."""
        return json.loads(str(self._engine.eval(f"JSON.stringify({script})")))


@cache
def core() -> Core:
    """The engine that all tests share."""
    return Core()


def _literal(value: object) -> str:
    """The value as a JavaScript expression; parsed as JSON, so that no text of it is ever code."""
    return f"JSON.parse({json.dumps(json.dumps(value, ensure_ascii=True))})"

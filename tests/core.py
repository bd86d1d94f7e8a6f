"""The browser's own functions, called from Python: `assets/core/*.js` in an embedded engine.

In: the files. Out: `Core`, whose `call("view.parse", query, vocabulary)` gives what the function gives, by way of JSON.
A file that has a line ` * Needs: calendar, search` in its first comment is run after those; all others by their names.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from typing import Any

from py_mini_racer import MiniRacer

from app.paths import PROJECT_FOLDER

CORE_FOLDER = PROJECT_FOLDER / "assets" / "core"
_NEEDS = re.compile(r"^ \* Needs: (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Kept:
    """A value that stays in the engine, by how it is written there."""

    name: str


class Core:
    """An engine that has run the core once; calls share nothing but what they name with `keep`."""

    def __init__(self) -> None:
        self._engine = MiniRacer()
        self._kept: dict[str, Kept] = {}
        for name, text in core_files():
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
def core_files() -> tuple[tuple[str, str], ...]:
    """The files of the core as (name without suffix, text), each after those that it needs."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(CORE_FOLDER.glob("*.js"))}
    order = TopologicalSorter({name: _needs(text) for name, text in texts.items()})
    return tuple((name, texts[name]) for name in order.static_order())


@cache
def core() -> Core:
    """The engine that all tests share."""
    return Core()


def _needs(text: str) -> list[str]:
    return [name for line in _NEEDS.findall(text.partition("*/")[0]) for name in re.split(r",\s*", line.strip())]


def _literal(value: object) -> str:
    """The value as a JavaScript expression; parsed as JSON, so that no text of it is ever code."""
    return f"JSON.parse({json.dumps(json.dumps(value, ensure_ascii=True))})"

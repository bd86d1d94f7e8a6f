"""The embedded JavaScript engine that runs the drawing core: the same functions as in the browser, without one.

In: `assets/core/*.js` and plain values. Out: what a function of the core gives, by way of JSON. The engine (V8, by the
package mini-racer) sees no file, no network and no clock but its own, so that equal values give equal answers.
"""

from __future__ import annotations

import json
import weakref
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any

from app.core_scripts import core_scripts

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

MISSING = (
    "the engine that draws without a browser is not installed; `pip install mini-racer` brings it "
    "(requirements.txt names the version)"
)
MOST_LARGE = 8


class EngineMissingError(Exception):
    """The package mini-racer is not there, or not for this machine; the message says how to get it."""


@dataclass(frozen=True, slots=True)
class Large:
    """A value that many calls need, sent once while it is one of the last few; `key` names it and no other value."""

    key: str
    value: object


class Engine:
    """An engine that has run the core once; calls share nothing but `Large` values."""

    def __init__(self) -> None:
        self._engine = _new_engine()
        # Left to Python's own end, it would wait for a thread that is no longer there.
        weakref.finalize(self, self._engine.close)
        self._large: OrderedDict[str, str] = OrderedDict()
        self._lock = RLock()
        for name, text in core_scripts():
            self._engine.eval(f"{text}\n//# sourceURL={name}.js")

    def call(self, function: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever the function gives
        """What `sidelines.<function>` gives for these values, all by way of JSON. Raises if the function throws."""
        # Nobody else may push a large value out between its being sent and its being used.
        with self._lock:
            values = ", ".join(map(self._written, arguments))
            return self.evaluate(f"sidelines.{function}({values})")

    def _written(self, argument: object) -> str:
        return self._sent(argument) if isinstance(argument, Large) else _literal(argument)

    def _sent(self, large: Large) -> str:
        """How the value is written in the engine; the least recently used ones are let go."""
        if large.key not in self._large:
            name = f"globalThis[{json.dumps(f'large {large.key}')}]"
            self._engine.eval(f"{name} = {_literal(large.value)}; 0")
            self._large[large.key] = name
        self._large.move_to_end(large.key)
        while len(self._large) > MOST_LARGE:
            _, oldest = self._large.popitem(last=False)
            self._engine.eval(f"delete {oldest}")
        return self._large[large.key]

    def evaluate(self, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
        """What an expression gives, by way of JSON; None for undefined."""
        return json.loads(str(self._engine.eval(f"JSON.stringify({script}) || 'null'")))


@cache
def engine() -> Engine:
    """The engine of this process. Raises `EngineMissingError` where there is none to be had."""
    return Engine()


def _new_engine() -> MiniRacer:
    try:
        from py_mini_racer import LibNotFoundError, MiniRacer  # noqa: PLC0415 - paid for only by who draws
    except ImportError as error:
        raise EngineMissingError(MISSING) from error
    try:
        # It works on the event loop that is running, if one is (in a notebook): in a thread of its own none is.
        with ThreadPoolExecutor(1) as elsewhere:
            return elsewhere.submit(MiniRacer).result()
    except (LibNotFoundError, OSError) as error:  # a package for another machine
        raise EngineMissingError(MISSING) from error


def _literal(value: object) -> str:
    """The value as a JavaScript expression; parsed as JSON, so that no text of it is ever code."""
    return f"JSON.parse({json.dumps(json.dumps(value, ensure_ascii=True))})"

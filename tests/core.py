"""The browser's own functions, called from Python: `assets/core/*.js` in the embedded engine of `app.engine`.

In: the files. Out: `core()`, whose `call("view.parse", query, vocabulary)` gives what the function gives.
"""

from __future__ import annotations

from functools import cache

from app.engine import Engine, Kept

__all__ = ["Kept", "core"]


@cache
def core() -> Engine:
    """The engine that all tests share; what they keep in it is theirs alone."""
    return Engine()

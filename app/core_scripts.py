"""The pure JavaScript core, in the order in which its files need each other.

In: `assets/core/*.js`. Out: names and texts. A file that has a line ` * Needs: calendar, search` in its first comment
is run after those; all others by their names. The page, the file, images and the tests run the same core in this order.
"""

from __future__ import annotations

import re
from functools import cache
from graphlib import TopologicalSorter

from app.paths import ASSETS_FOLDER

_NEEDS = re.compile(r"^ \* Needs: (.+)$", re.MULTILINE)


@cache
def core_scripts() -> tuple[tuple[str, str], ...]:
    """(name without suffix, text) of every file of the core, each after those it needs. CycleError for a circle."""
    files = sorted((ASSETS_FOLDER / "core").glob("*.js"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in files}
    needs = {name: _needs(text) for name, text in texts.items()}
    return tuple((name, texts[name]) for name in TopologicalSorter(needs).static_order())


def _needs(text: str) -> tuple[str, ...]:
    found = _NEEDS.search(text)
    return tuple(name.strip() for name in found[1].split(",")) if found else ()

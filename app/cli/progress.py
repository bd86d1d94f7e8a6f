"""What a command is at while it takes its time: one line on a terminal, written over and taken away again.

In: words. Out: a line on stderr, if that is a terminal; nothing in a pipe, a file or a test.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

Tell = Callable[[str], None]
SOON_S = 1.0  # what is over sooner needs no words
BETWEEN_S = 0.1  # a line that changes faster cannot be read


@contextmanager
def telling(stream: TextIO | None = None, clock: Callable[[], float] = monotonic) -> Iterator[Tell]:
    """A function that shows where something with many steps is, from its second second on; the line goes at the end.

    `stream` is stderr without another one, `clock` gives seconds.
    """
    terminal = stream or sys.stderr
    if not terminal.isatty():
        yield lambda _: None
        return
    due_s, is_shown = clock() + SOON_S, False

    def tell(words: str) -> None:
        nonlocal due_s, is_shown
        now_s = clock()
        if now_s >= due_s:
            due_s, is_shown = now_s + BETWEEN_S, True
            _write_over(terminal, words)

    try:
        yield tell
    finally:
        if is_shown:
            _write_over(terminal, "")


@contextmanager
def busy(words: str, stream: TextIO | None = None) -> Iterator[None]:
    """Shows what is being done, at once, while it is: for one long step."""
    terminal = stream or sys.stderr
    if not terminal.isatty():
        yield
        return
    _write_over(terminal, words)
    try:
        yield
    finally:
        _write_over(terminal, "")


def _write_over(terminal: TextIO, words: str) -> None:
    """Puts `words` in place of what stands in the terminal's last line; the cursor is left at their end."""
    width = max(1, shutil.get_terminal_size().columns - 1)
    shown = words if len(words) <= width else f"{words[: width - 1]}…"
    terminal.write(f"\r{' ' * width}\r{shown}")
    terminal.flush()

"""A script of ours -> the same without comment lines and indentation: what has to be sent again with every document.

In: a text of `assets/`. Out: a text that does the same. Only whole lines are touched, so no string, pattern or template
has to be understood; a test sees that no template of ours runs over a line.
"""

from __future__ import annotations

import re

_BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_BEGINNING = re.compile(r"^\s+", re.MULTILINE)


def lean_script(script: str) -> str:
    """The script without the lines that are comments, empty lines and leading spaces."""
    return lean_style(_LINE.sub("", script))


def lean_style(style: str) -> str:
    """The style sheet without the lines that are comments, empty lines and leading spaces."""
    return _BEGINNING.sub("", _BLOCK.sub("", style))

"""Writing what a command has made, with one line on stderr that says so.

In: a name and bytes. Out: a file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.cli.command import WrongUseError


def save(name: str, content: bytes) -> None:
    """Writes the file, in place of one that is there. Raises `WrongUseError` if it cannot be."""
    try:
        Path(name).write_bytes(content)
    except (OSError, ValueError) as error:
        raise WrongUseError(f"cannot write {name}: {reason(error)}") from None
    print(f"wrote {name}", file=sys.stderr)


def reason(error: Exception) -> str:
    """Why a file could not be read or written, as the system says it; a name may be impossible in itself."""
    return (getattr(error, "strerror", None) or "the name cannot be used").lower()

"""Writing what a command has made, with one line on stderr for each file that says so.

In: names and bytes. Out: files, whole or not at all: they are written beside their place and moved there together.
"""

from __future__ import annotations

import errno
import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from app.cli.command import WrongUseError

# What to do where the system says no; {folder} is where the file was to be.
_REMEDIES = {
    errno.ENOENT: "make the folder first: mkdir -p {folder}",
    errno.ENOTDIR: "{folder} is no folder; name another",
    errno.EISDIR: "name a file in it: {name}/...",
    errno.EEXIST: "it is a file; name another folder",
    errno.EACCES: "choose a folder in which you may write",
    errno.EPERM: "choose a folder in which you may write",
    errno.EROFS: "choose a folder in which you may write",
    errno.ENOSPC: "make room, or choose another disk; nothing was written",
}


def save(name: str, content: bytes) -> None:
    """Writes the file, in place of one that is there. Raises `WrongUseError` if it cannot be."""
    _save_all({name: content})


def save_folder(name: str, files: Mapping[str, bytes]) -> None:
    """Writes the files into the folder, which is made if need be; all or none of them. Raises `WrongUseError`."""
    folder = Path(name)
    is_new = not os.path.lexists(name)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise _refused(name, error) from None
    try:
        _save_all({str(folder / each): content for each, content in files.items()})
    except WrongUseError:
        if is_new:
            with suppress(OSError):  # it is not empty if the system gave up between two files
                folder.rmdir()
        raise


def reason(error: Exception) -> str:
    """Why a file could not be read or written, as the system says it; a name may be impossible in itself."""
    return (getattr(error, "strerror", None) or "the name cannot be used").lower()


def _save_all(files: Mapping[str, bytes]) -> None:
    parts: dict[str, Path] = {}
    name = ""
    try:
        for name, content in files.items():
            parts[name] = _beside(Path(name), len(parts))
            parts[name].write_bytes(content)
        for name, part in parts.items():
            _move(part, Path(name))
    except (OSError, ValueError) as error:
        raise _refused(name, error) from None
    finally:
        for part in parts.values():
            with suppress(OSError, ValueError):
                part.unlink(missing_ok=True)
    for name in files:
        print(f"wrote {name}", file=sys.stderr)


def _beside(path: Path, number: int) -> Path:
    """A name on the same disk, which no other process takes; through a link, beside what it leads to."""
    return Path(os.path.realpath(path)).with_name(f".sidelines-{os.getpid()}-{number}.part")


def _move(part: Path, path: Path) -> None:
    """A file that is there leaves its rights to the new one."""
    place = Path(os.path.realpath(path))
    if place.is_file():
        shutil.copymode(place, part)
    part.replace(place)


def _refused(name: str, error: Exception) -> WrongUseError:
    remedy = _REMEDIES.get(getattr(error, "errno", None) or 0, "").format(
        name=name.rstrip("/"), folder=shlex.quote(str(Path(name).parent))
    )
    return WrongUseError(f"cannot write {name}: {reason(error)}{f'; {remedy}' if remedy else ''}")

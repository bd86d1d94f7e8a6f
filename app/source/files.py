"""The event files of a folder: which files are read, and which links and special files are not.

In: a path. Out: `EventFile`s in a fixed order and the `Problem`s of finding and opening them; `read_file` gives a
file's `Document`. Nothing outside the folder is ever opened through a link in it.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import Position, Problem
from app.source.document import Document, read_bytes
from app.source.text import MAX_BYTES, size_problem

SUFFIXES = (".yaml", ".yml")
_IGNORED_STARTS = (".", "#", "~")  # hidden files, and what editors leave beside a file that is open


@dataclass(frozen=True, slots=True)
class EventFile:
    """A file to be read: `name` as shown to people, `relative` to the events folder with `/`, `path` to open."""

    name: str
    relative: str
    path: Path


def find_files(path: Path) -> tuple[tuple[EventFile, ...], tuple[Problem, ...]]:
    """The event files at `path`, sorted by their place in the folder, and the problems met on the way.

    A file is taken whatever its name. In a folder and the folders in it, these are taken: *.yaml and *.yml; not those
    that begin with `.`, `#` or `~`. A link is read if it leads to a file of the same folder that is not read anyway
    (as in a mounted Kubernetes ConfigMap); links to folders are not followed.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        return (), (_unreadable(_shown(path), error),)
    if stat.S_ISDIR(mode):
        return _find_in_folder(path)
    return (EventFile(_shown(path), _shown(Path(path.name)), path),), ()


def read_file(file: EventFile) -> Document:
    """The document in `file`. A file that cannot be opened (E116) or is too large (E102) has no root."""
    try:
        status = file.path.stat()
        if not stat.S_ISREG(status.st_mode):
            return Document(None, (_special(file),))
        if status.st_size > MAX_BYTES:
            return Document(None, (size_problem(file.name, status.st_size),))
        with file.path.open("rb") as stream:
            return read_bytes(stream.read(MAX_BYTES + 1), file.name)
    except OSError as error:
        return Document(None, (_unreadable(file.name, error),))


def _find_in_folder(folder: Path) -> tuple[tuple[EventFile, ...], tuple[Problem, ...]]:
    problems: list[Problem] = []
    candidates = sorted(_walk(folder, problems), key=lambda path: path.relative_to(folder).as_posix())
    plain = {identity: path for path in reversed(candidates) if not path.is_symlink() and (identity := _identity(path))}
    taken: dict[tuple[int, int], Path] = {}
    files = []
    root = folder.resolve()
    for path in candidates:
        identity = _identity(path)
        problem = _link_problem(path, root) if path.is_symlink() else None
        other = plain.get(identity, taken.get(identity)) if identity else None
        if problem is None and other is not None and other != path:
            problem = _same_file(path, other)
        if problem is not None:
            problems.append(problem)
            continue
        if identity:
            taken[identity] = path
        files.append(EventFile(_shown(path), _shown(path.relative_to(folder)), path))
    return tuple(files), tuple(sorted(problems))


def _walk(folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files and links with the right names below `folder`, unsorted. A stack, as folders can be very deep."""
    folders = [folder]
    while folders:
        current = folders.pop()
        try:
            entries = list(os.scandir(current))
        except OSError as error:
            problems.append(_unreadable(_shown(current), error))
            continue
        for entry in entries:
            if entry.name.startswith(_IGNORED_STARTS):
                continue
            if entry.is_symlink() and os.path.isdir(entry.path):  # noqa: PTH112 - as Path.is_dir, but it never raises
                problems.append(_folder_link(Path(entry.path)))
            elif entry.is_dir(follow_symlinks=False):
                folders.append(Path(entry.path))
            elif entry.name.lower().endswith(SUFFIXES):
                yield Path(entry.path)


def _identity(path: Path) -> tuple[int, int] | None:
    """What two names of one file have in common, or None if the file cannot be reached."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _link_problem(path: Path, root: Path) -> Problem | None:
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        fix = "Delete the link, or let it lead to a file of this folder."
        return Problem(Position(_shown(path)), "E117", "The link leads nowhere or to itself; it is left out.", fix)
    if target.is_relative_to(root):
        return None
    fix = "Copy the file into the folder; links that leave it are not followed."
    return Problem(Position(_shown(path)), "E117", "The link leads out of the events folder; it is left out.", fix)


def _folder_link(path: Path) -> Problem:
    fix = "Move or copy the folder here; only links to files of the events folder are followed."
    return Problem(Position(_shown(path)), "E117", "This is a link to a folder; it is left out.", fix)


def _same_file(path: Path, other: Path) -> Problem:
    what = f"This is the same file as {_shown(other)}; it is read once."
    return Problem(Position(_shown(path)), "W107", what, "Delete one of the two.")


def _special(file: EventFile) -> Problem:
    fix = "Give a YAML file or a folder with YAML files."
    return Problem(Position(file.name), "E116", "This is neither a file nor a folder that can be read.", fix)


def _unreadable(name: str, error: Exception) -> Problem:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else "the name cannot be used"
    if isinstance(error, FileNotFoundError):
        return Problem(Position(name), "E116", "There is no such file or folder.", "Check the spelling.")
    fix = "Give the program permission to read it, or move it away."
    return Problem(Position(name), "E116", f"It cannot be read: {reason.lower()}. It is left out.", fix)


def _shown(path: Path) -> str:
    """The path with `/`; what cannot be printed (bytes that are not UTF-8, control characters) as an escape."""
    text = path.as_posix().encode("utf-8", "backslashreplace").decode()
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)

"""What every command on event files begins with: loading them, reading a view, and saying what was wrong.

In: words of the command line. Out: what is loaded, and lines on stderr for what is to be known besides.
"""

from __future__ import annotations

import re
import shlex
import sys
from itertools import groupby
from pathlib import Path

from app.cli.command import Exit, WrongUseError
from app.cli.parser import PROGRAM
from app.cli.progress import telling
from app.errors import Severity
from app.load import Loaded, load_timeline
from app.nearest import nearest
from app.paths import EVENTS_FOLDER
from app.report import count_problems, summarise
from app.view import View, parse_view
from app.vocabulary import vocabulary

# A query has a parameter's name, so an `=`, before any ? or # of its own.
_BEFORE_QUERY = re.compile(r"[^=?#]*[?#]")


def load(events: str | None) -> Loaded:
    """The events at a path, the shipped ones for None; files are named as seen from here."""
    path = path_of(events)
    if events == "" or not _exists(path):
        near = nearest(path.name, [(each, each) for each in _names_beside(path)])
        raise WrongUseError(
            f"{events or 'EVENTS'}: no such file or folder{f'; did you mean {path.parent / near}?' if near else ''}"
        )
    with telling() as tell:
        return load_timeline(path, root=Path.cwd(), tell=tell)


def path_of(events: str | None) -> Path:
    """Where the events are; the shipped ones for None."""
    return Path(events) if events is not None else EVENTS_FOLDER


def require_files(events: str | None) -> None:
    """Raises WrongUseError for a folder without event files: that nothing is wrong in nothing is no comfort."""
    path = path_of(events)
    if path.is_dir() and not any(each.suffix in {".yaml", ".yml"} for each in path.rglob("*")):
        raise WrongUseError(f"{path}: no event files in this folder; their names end in .yaml or .yml")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, a folder that may not be entered
        return False


def _names_beside(path: Path) -> list[str]:
    try:
        return sorted(each.name for each in path.parent.iterdir())
    except (OSError, ValueError):
        return []


def say_errors(loaded: Loaded, name: str | None = None) -> None:
    """One line, and only if there are errors: warnings lose no event, and the output belongs to what was asked for.

    `name` is what was read, where that is no event file but what was exported from some.
    """
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    if errors:
        files = name or ", ".join(dict.fromkeys(problem.position.file for problem in errors))
        print(f"{files}: {summarise(errors)}; showing {count(loaded)}", file=sys.stderr)


def say_problems(loaded: Loaded, events: str | None) -> None:
    """One line for each file with problems, and one that says how much is shown all the same.

    `events` is the place of the files as it was given, None for the shipped ones: what can be typed to learn more.
    """
    for file, found in groupby(loaded.problems, lambda problem: problem.position.file):
        print(f"{file}: {summarise(tuple(found))}", file=sys.stderr)
    command = f"{PROGRAM} check {shlex.quote(events)}" if events else f"{PROGRAM} check"
    more = f" (`{command}` says where, and what to write instead)" if loaded.problems else ""
    print(f"showing {count(loaded)}{more}", file=sys.stderr)


def count(loaded: Loaded) -> str:
    """How many events there are, in words."""
    number = len(loaded.timeline.events)
    return f"{number:,} {'event' if number == 1 else 'events'}"


def read_view(query: str | None, loaded: Loaded) -> tuple[View, Exit]:
    """The view, and PROBLEMS if parts of the query mean nothing; each is told in a line."""
    view, notices = parse_view(query_in(query or ""), vocabulary(loaded.timeline))
    for notice in notices:
        print(f"--view: {notice.what} {notice.fix}", file=sys.stderr)
    return view, Exit.PROBLEMS if notices else Exit.FINE


def query_in(address: str) -> str:
    """The query in what was given for one: a whole address of the page, or of a file, where it stands after the #."""
    before = _BEFORE_QUERY.match(address)
    if before is None:
        return "" if "://" in address else address
    query = address[before.end() :]
    return query.partition("#")[0] if before.group().endswith("?") else query


def judged(loaded: Loaded, *, is_strict: bool = False) -> Exit:
    """PROBLEMS for an error in the files, with `is_strict` for a warning, too."""
    errors, _ = count_problems(loaded.problems, is_strict=is_strict)
    return Exit.PROBLEMS if errors else Exit.FINE

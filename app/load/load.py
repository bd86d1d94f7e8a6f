"""The path of a collection -> its timeline and its problems: the order of the steps, no step itself.

In: a path. Out: `Loaded`.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import Position, Problem, Severity
from app.load.actors import collect_actors
from app.load.checks import check_meaning
from app.load.context import Finds
from app.load.declaring import declare_all
from app.load.entries import read_entries
from app.load.facts_hash import hash_facts
from app.load.files import FileParts, split_file
from app.load.following import listed_problems
from app.load.names import Names
from app.load.places import Places
from app.load.references import settle_references
from app.load.texts import Texts
from app.model import Timeline
from app.source import Document, EventFile, find_files, quote_lines, read_file

Tell = Callable[[str], None]


def _unheard(_words: str) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: all that is good of it, and every problem, sorted by place."""

    timeline: Timeline
    problems: tuple[Problem, ...] = ()


def load_timeline(path: Path, root: Path | None = None, tell: Tell = _unheard) -> Loaded:
    """The timeline of the event files at `path` (a folder, or one file) and all their problems, sorted.

    Problems name files as `path` does, relative to `root` where they are below it. `tell` is told, in words, what is
    being done. Never raises for anything that the files hold, nor when there are none.
    """
    with _collector_at_rest():
        return _load(path, root, tell)


def _load(path: Path, root: Path | None, tell: Tell) -> Loaded:
    files, problems = find_files(path)
    shown = [replace(file, name=_relative(file.name, root)) for file in files]
    found = [replace(each, position=_at(each.position, root)) for each in problems]
    documents = [(file, read_file(file)) for file in _each_told(shown, tell)]
    timeline, finds = _compile(documents, path if path.is_dir() else path.parent, tell)
    texts = {file.name: document.text for file, document in documents}
    read = [problem for _, document in documents for problem in document.problems]
    return Loaded(timeline, tuple(sorted({*found, *read, *_quoted(finds, texts)})))


def _each_told(files: Sequence[EventFile], tell: Tell) -> Iterator[EventFile]:
    for number, file in enumerate(files, 1):
        tell(f"reading {file.name}, file {number:,} of {len(files):,}")
        yield file


def _compile(
    documents: Sequence[tuple[EventFile, Document]], folder: Path, tell: Tell
) -> tuple[Timeline, list[Problem]]:
    names, finds = Names(), Finds()
    parts = tuple(part for file, document in documents if (part := split_file(file, document, names, finds)))
    names.unread = tuple(sorted(_unread(documents, parts)))
    taken = declare_all(parts)
    tell(f"reading {len(names.ids):,} entries")
    entries = read_entries(parts, names, taken)
    places = Places(names.ids, finds.places, finds.unsourced)
    events = settle_references(entries.events, places, names, finds)
    timeline = Timeline(
        collection=entries.collection,
        events=events,
        memberships=tuple(entries.memberships.values()),
        claims=tuple(entries.claims.values()),
        sources=entries.sources,
        actors=collect_actors(entries),
    )
    tell(f"checking {len(events):,} events")
    finds.problems.extend(check_meaning(timeline, places, Texts(folder)))
    return replace(timeline, content_hash=hash_facts(timeline)), listed_problems(finds)


def _unread(documents: Iterable[tuple[EventFile, Document]], parts: Iterable[FileParts]) -> Iterator[str]:
    """The names of the files that say something and could not be read."""
    read = {each.file.name for each in parts}
    for file, document in documents:
        is_broken = any(problem.severity is Severity.ERROR for problem in document.problems)
        if file.name not in read and (is_broken or document.root is not None):
            yield file.name


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Nodes and facts form no circles: Python's collector of circles would walk through millions of them for nothing.

    Without it, 10,000 events take half the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _quoted(problems: Iterable[Problem], texts: dict[str, str]) -> list[Problem]:
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.position.file, []).append(problem)
    return [each for file, own in by_file.items() for each in quote_lines(own, texts.get(file, ""))]


def _relative(name: str, root: Path | None) -> str:
    path = Path(name)
    return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else name


def _at(position: Position, root: Path | None) -> Position:
    return replace(position, file=_relative(position.file, root))

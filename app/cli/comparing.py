"""The command that compares two states of a collection: event files, or what was once exported from them.

In: parsed arguments. Out: what was added, changed and removed, on stdout, and how it went.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.beside import select_shown
from app.changes import Changes, compare, in_words, leaned_on, within
from app.cli.command import Exit, WrongUseError
from app.cli.loading import judged, load, read_view, say_errors
from app.cli.saving import reason
from app.export import choose, filter_of
from app.export.cite import HASH_LETTERS
from app.export.json_form import plain_selection
from app.export.text import comment
from app.importing import NotOursError, read_export, read_selection
from app.load import Loaded, load_timeline
from app.payload import build_payload
from app.view import View, format_view
from app.words_facts import CHANGES

_SIGNS = {"added": "+", "changed": "~", "removed": "-"}


@dataclass(frozen=True)
class _State:
    """One side: its facts as the JSON download has them, and the files that they are read from."""

    name: str
    selection: dict[str, Any]
    loaded: Loaded

    @property
    def part(self) -> str:
        """The view that chose its events, where it does not hold all of the collection."""
        is_part = self.selection["count"] < self.selection["collection"]["events"]
        return comment(self.selection["view"]) if is_part else ""


def compare_states(arguments: Namespace) -> Exit:
    """Prints what changed. FINE also where something did; PROBLEMS for errors in the files or the view."""
    if not arguments.old or not arguments.new:
        raise WrongUseError("changes: give two states, such as: changes report.html events")
    states = [_state(arguments.old), _state(arguments.new)]
    changes = compare(states[0].selection, states[1].selection)
    asked = arguments.view if arguments.view is not None else _part(states)
    view, went = read_view(asked, states[1].loaded)
    if filter_of(format_view(view)):
        changes = _within(states, changes, view)
    if arguments.format == "json":
        print(json.dumps(changes.as_json(filter_of(format_view(view))), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(states, changes)))
    return max(went, *(judged(state.loaded) for state in states))


def _state(name: str) -> _State:
    path = Path(name)
    if not path.is_file() or path.suffix.lower() in {".yaml", ".yml"}:
        loaded = load(name)
        say_errors(loaded)
        return _State(name, plain_selection(choose(build_payload(loaded.timeline), loaded.timeline.events)), loaded)
    try:
        data = path.read_bytes()
        selection, loaded = read_selection(data), _imported(read_export(data))
    except (OSError, ValueError) as error:
        why = error if isinstance(error, NotOursError) else reason(error)
        raise WrongUseError(f"cannot read {name}: {why}") from None
    say_errors(loaded, name)
    return _State(name, selection, loaded)


def _imported(text: str) -> Loaded:
    """The event file in `text`, loaded."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "imported.yaml")
        path.write_text(text, encoding="utf-8")
        return load_timeline(path)


def _part(states: list[_State]) -> str:
    """The view of the sides that hold only a part: nothing outside of it can be compared."""
    parts = sorted({state.part for state in states if state.part})
    if len(parts) > 1:
        raise WrongUseError(
            f"changes: these are parts by different views, {' and '.join(parts)}; say which with --view"
        )
    if parts:
        print(f"compared: what the view {parts[0]} chooses", file=sys.stderr)
    return parts[0] if parts else ""


def _within(states: list[_State], changes: Changes, view: View) -> Changes:
    """The changes of what the view chooses in either state; countries and all else are named as the later one does."""
    shown = {each for state in states for each in select_shown(state.loaded.timeline, view)}
    return within(changes, leaned_on([build_payload(state.loaded.timeline) for state in states], shown))


def _lines(states: list[_State], changes: Changes) -> Iterator[str]:
    hashes = (changes.since, changes.now)
    yield from (f"{comment(hash_[:HASH_LETTERS])}  {state.name}" for hash_, state in zip(hashes, states, strict=True))
    yield comment(in_words(changes)) or CHANGES["nothing"]
    for section, difference in changes.sections.items():
        if difference:
            yield f"\n{section}"
        for kind, sign in _SIGNS.items():
            for each in getattr(difference, kind):
                fields = f": {', '.join(each.fields)}" if each.fields else ""
                yield f"  {sign} {comment(each.id)}  {comment(each.name)}{comment(fields)}"

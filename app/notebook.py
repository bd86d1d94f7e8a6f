"""A timeline that shows itself in a notebook: the static page in a sandboxed frame.

In: event files. Out: `NotebookTimeline`, which is a `Timeline` everywhere else. The model stays plain data; how a
notebook asks for a picture (IPython's `_repr_html_`) is known here only. Part of the public interface:
`from app import load_timeline`.
"""

from __future__ import annotations

import html
from dataclasses import dataclass, fields
from pathlib import Path

from app.errors import Problem
from app.export.cite import HASH_LETTERS
from app.load import load_timeline as load_files
from app.model import Timeline
from app.still_picture import read_view
from app.view import format_view
from app.web.snippets import SANDBOX
from app.web.static import static_page

HEIGHT_PX = 760


@dataclass(frozen=True, slots=True)
class Shown:
    """A view as notebooks show it: an HTML document in a frame, `height` px high."""

    page: str
    title: str
    height: int

    def _repr_html_(self) -> str:
        page, title = html.escape(self.page), html.escape(self.title)
        return (
            f'<iframe title="{title}" sandbox="{SANDBOX}" width="100%" height="{self.height}" '
            f'style="border:0" srcdoc="{page}"></iframe>'
        )

    def __repr__(self) -> str:
        return f"<{self.title}, {len(self.page) / 1e6:.1f} MB of HTML>"


@dataclass(frozen=True, repr=False)
class NotebookTimeline(Timeline):
    """A timeline that shows itself; `problems` are those of its files, in their order."""

    problems: tuple[Problem, ...] = ()

    def show(self, view: str = "", *, height: int = HEIGHT_PX) -> Shown:
        """A view, written as after the ? in the page's address, `height` px high. `ViewWarning` as for `still`."""
        page = static_page(self, self.problems, format_view(read_view(self, view)))
        return Shown(page, self.collection.title.best(), height)

    def _repr_html_(self) -> str:
        return self.show()._repr_html_()

    def __repr__(self) -> str:
        count = len(self.events)
        events = "1 event" if count == 1 else f"{count:,} events"
        return f"<Timeline {self.collection.title.best()!r}, {events}, hash {self.content_hash[:HASH_LETTERS]}>"


def load_timeline(path: str | Path) -> NotebookTimeline:
    """The timeline of a folder of event files, or of one file; what is wrong in them is in its `problems`.

    Raises FileNotFoundError where there is nothing.
    """
    place = Path(path)
    if not place.exists():
        raise FileNotFoundError(f"{place}: no such file or folder")
    loaded = load_files(place, root=Path.cwd())
    facts = {each.name: getattr(loaded.timeline, each.name) for each in fields(Timeline)}
    return NotebookTimeline(**facts, problems=loaded.problems)

"""The static page as it is asked for on the command line: of all events or of those of the view, in a file or a folder.

In: timeline, problems, view, the options of `export`. Out: the file's text, or a folder's files by their names.
"""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections.abc import Sequence

from app.beside import select_shown
from app.errors import Problem
from app.export import cite, view_work
from app.export.cite import HASH_LETTERS
from app.filters import select_events
from app.model import Timeline
from app.payload import build_payload
from app.sentence import describe_filter
from app.subset import restrict
from app.view import View, format_view
from app.vocabulary import vocabulary
from app.web.shell import Place
from app.web.static import Making, static_folder, static_page
from app.words import WORDS

_NAME_LETTERS = 16


def made_file(timeline: Timeline, problems: Sequence[Problem], view: View, options: Namespace) -> str:
    """The one file, see `static_page`. `options`: only_selection, title, frozen, address."""
    held, part = _held(timeline, view) if options.only_selection else (timeline, "")
    cited = _cited(timeline, view) if options.frozen else ""
    making = Making(options.title, cited, part, Place(options.address or ""))
    return static_page(held, problems, format_view(view), making)


def made_folder(
    timeline: Timeline, problems: Sequence[Problem], view: View, options: Namespace, card: bytes | None
) -> dict[str, bytes]:
    """The page as `index.html` with the files that it asks for, and the picture for links to it, by their names."""
    held, part = _held(timeline, view) if options.only_selection else (timeline, "")
    picture = {f"card.{hashlib.sha256(card).hexdigest()[:_NAME_LETTERS]}.png": card} if card else {}
    address = (options.address or "").rstrip("/")
    place = Place(f"{address}/" if address else "", "".join(f"{address}/{name}" for name in picture))
    cited = _cited(timeline, view) if options.frozen else ""
    folder = static_folder(held, problems, format_view(view), Making(options.title, cited, part, place))
    files = {asset.name: asset.text.encode() for asset in folder.assets}
    return {**files, **picture, "index.html": folder.page.encode()}


def _cited(timeline: Timeline, view: View) -> str:
    """How the view is cited, as one of the whole collection; where and when it is looked at, nobody knows here."""
    count = len(select_events(timeline, view).ids)
    words = describe_filter(view, vocabulary(timeline))
    citation = cite(view_work(build_payload(timeline), words, count), "chicago")
    query = format_view(view)
    shown = [WORDS["view_of_file"].format(query=query)] if query else []
    return " ".join([citation, *shown])


def _held(timeline: Timeline, view: View) -> tuple[Timeline, str]:
    """The timeline of the selection alone, and what it is a part of, in words."""
    held = restrict(timeline, select_shown(timeline, view))
    if held is timeline:
        return timeline, ""
    words = {
        "n": f"{len(held.events):,}",
        "total": f"{len(timeline.events):,}",
        "title": timeline.collection.title.best(),
        "filter": describe_filter(view, vocabulary(timeline)),
        "hash": timeline.content_hash[:HASH_LETTERS],
    }
    return held, str(WORDS["part_of_whole"]).format(**words)

"""What the tests of the embed share: a small server in this process, and the example hosts of docs/embedding/."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from werkzeug.test import Client

from app.load import load_timeline
from app.model import Timeline
from app.paths import DOCS_FOLDER, EVENTS_FOLDER
from app.web.dash_page import create_app
from app.web.settings import Settings

EXAMPLES = tuple(sorted((DOCS_FOLDER / "embedding").glob("*.html")))
# A host that takes no frames shows a picture.
FRAMELESS = DOCS_FOLDER / "embedding" / "frameless.html"
HOSTS = tuple(example for example in EXAMPLES if example != FRAMELESS)
# The address that the examples are written for: the one that `make run` prints.
WRITTEN_FOR = "http://127.0.0.1:8050"


@cache
def shipped() -> Timeline:
    """The collection that comes with Sidelines."""
    return load_timeline(EVENTS_FOLDER).timeline


@cache
def client(settings: Settings = Settings()) -> Client:  # noqa: B008 - frozen
    """A client of a server of the shipped events."""
    return Client(create_app(shipped(), settings=settings).server)


def small_timeline(folder: Path, title: str) -> Timeline:
    """A timeline of one event."""
    folder.mkdir()
    (folder / "events.yaml").write_text(
        f"schema: sidelines/1\nevents:\n  - {{id: one, title: {title}, type: summit, date: 2020-01-02, "
        "participants: [Armenia]}\n",
        encoding="utf-8",
    )
    return load_timeline(folder).timeline

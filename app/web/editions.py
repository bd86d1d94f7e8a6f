"""The earlier states of a collection that the server keeps, so that frozen embeds of them go on.

In: a folder with one folder of event files for each state, such as copies made before a change. Out: timelines.
"""

from __future__ import annotations

from pathlib import Path

from app.load import load_timeline
from app.model import Timeline


def earlier_timelines(folder: Path | None) -> tuple[Timeline, ...]:
    """The timelines of the folders in it, by name; none without a folder. Hidden folders are passed over.

    Problems of old files are nobody's any more: what is good of them is served, as it was then.
    """
    if folder is None:
        return ()
    states = sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))
    return tuple(load_timeline(state).timeline for state in states)

"""How heavy one offline HTML file is: ours beside Plotly's own and Altair's, for the same events.

Ours holds every event with its texts, participants and sources, the lanes, filters, search, list and details; theirs
hold one bar for each event with its title. Altair is measured where it is installed with vl-convert-python:
`pip install altair vl-convert-python` into an environment that is thrown away. Prints kilobytes, raw and gzipped, of
ours also by its parts and for each further event.
"""

from __future__ import annotations

import gzip
import re
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from app.load import load_timeline
from app.model import Timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.web.static import static_page
from benchmarks.rooms import write_events

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COUNTS = (1_000, 10_000)
Row = dict[str, str]


def ours(timeline: Timeline) -> str:
    """The exported file."""
    return static_page(timeline, ())


def _rows(timeline: Timeline) -> list[Row]:
    """One row for each event that has a beginning and an end, as a bar chart needs it."""
    shapes = ((event, event.date.first if event.date else None) for event in timeline.events.values())
    return [
        {"start": _day(end.earliest_ms), "end": _day(end.latest_ms), "type": event.type, "title": event.title.best()}
        for event, end in shapes
        if end and end.earliest_ms is not None and end.latest_ms is not None
    ]


def _day(ms: int) -> str:
    return (EPOCH + timedelta(milliseconds=ms)).isoformat()


def _ms(day: str) -> float:
    return (datetime.fromisoformat(day) - EPOCH) / timedelta(milliseconds=1)


def plotly_write_html(timeline: Timeline) -> str:
    """Bars as `px.timeline` makes them, with the script inside."""
    rows = _rows(timeline)
    columns = {name: [row[name] for row in rows] for name in ("start", "type", "title")}
    lengths = [_ms(row["end"]) - _ms(row["start"]) for row in rows]
    bars = go.Bar(base=columns["start"], x=lengths, y=columns["type"], orientation="h", hovertext=columns["title"])
    layout = {"xaxis": {"type": "date"}, "barmode": "overlay"}
    return str(go.Figure(bars, layout).to_html(include_plotlyjs=True))


def altair_inline(timeline: Timeline) -> str:
    """Altair's chart with its scripts inside."""
    altair: Any = import_module("altair")
    altair.data_transformers.disable_max_rows()
    chart = altair.Chart(altair.Data(values=_rows(timeline))).mark_bar()
    return str(chart.encode(x="start:T", x2="end:T", y="type:N", tooltip="title:N").to_html(inline=True))


WAYS: dict[str, Callable[[Timeline], str]] = {
    "ours": ours,
    "plotly write_html": plotly_write_html,
    **({"altair, inline": altair_inline} if find_spec("altair") and find_spec("vl_convert") else {}),
}


# Each begins and ends in the file so; the rest is the page's own markup.
PARTS = {
    "events and all facts": r'<script type="application/json".*?</script>',
    "script": r"<script>.*?</script>",
    "style": r"<style>.*?</style>",
    "list without scripts": r"<noscript>.*?</noscript>",
    "still pictures": r'<div class="still .*?</svg></div>',
}


def parts_of(page: str) -> dict[str, str]:
    """The text of each part of our file."""
    texts = {}
    for name, pattern in PARTS.items():
        texts[name] = "".join(re.findall(pattern, page, re.DOTALL))
        page = re.sub(pattern, "", page, flags=re.DOTALL)
    return texts | {"the page itself": page}


def weight(text: str) -> tuple[int, int]:
    """Bytes raw and gzipped."""
    data = text.encode()
    return len(data), len(gzip.compress(data, mtime=0))


def weigh(name: str, timeline: Timeline) -> tuple[int, int]:
    """Prints the sizes of one collection in each way; our own, raw and gzipped bytes."""
    pages = {way: make(timeline) for way, make in WAYS.items()}
    for way, text in pages.items():
        _print(name, way, weight(text))
    for part, text in parts_of(pages["ours"]).items():
        _print("", f"  {part}", weight(text))
    return weight(pages["ours"])


def _print(name: str, what: str, sizes: tuple[int, int]) -> None:
    raw, packed = sizes
    print(f"{name:>14} {what:<24} {raw / 1e3:10,.1f} KB {packed / 1e3:10,.1f} KB gzipped")


if __name__ == "__main__":
    shipped = load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline
    weigh(f"{len(shipped.events)} shipped", shipped)
    totals = {}
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            write_events(Path(folder), count)
            totals[count] = weigh(f"{count:,} made up", load_timeline(Path(folder)).timeline)
    few, many = COUNTS
    each = [(after - before) / (many - few) for before, after in zip(totals[few], totals[many], strict=True)]
    print(f"{'each further':>14} {'ours':<24} {each[0]:10,.1f} B  {each[1]:10,.1f} B  gzipped")

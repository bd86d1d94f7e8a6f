"""What is sent to the browser: complete, small, the same every time, and text in it is text."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.load import load_timeline
from app.model import Timeline
from app.packing import packed
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import VERSION, build_payload
from app.rows import in_time_order
from app.web.shell import json_block
from tests.compact import timeline_of
from tests.core import core
from tests.synthetic import synthetic_timeline

END_OF_A_DATE = re.compile(r"\.(first|last)\[3\]$")  # its qualifier, which most dates lack
FIGURES = PROJECT_FOLDER / "tests" / "data" / "figures"


@pytest.fixture(scope="module")
def shipped() -> Timeline:
    return load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline


@pytest.fixture(scope="module")
def payload(shipped: Timeline) -> dict[str, Any]:
    return build_payload(shipped)


def _unpacked(payload: dict[str, Any], what: str) -> Any:  # noqa: ANN401 - whatever is asked for
    kept = core().keep(f"payload {json.dumps(payload['collection'])} {payload['events']['size']}", payload)
    return core().evaluate(f"((model) => {what})(sidelines.timeline.unpack({kept.name}))")


def test_the_payload_can_be_written_as_json_and_read_back(payload: dict[str, Any]) -> None:
    assert json.loads(json.dumps(payload, allow_nan=False)) == payload
    assert payload["version"] == VERSION


def test_every_event_is_sent_once_in_time_order(payload: dict[str, Any], shipped: Timeline) -> None:
    ids = payload["events"]["columns"]["id"]
    assert sorted(ids) == sorted(shipped.events)
    assert ids == [event.id for event in in_time_order(shipped)]
    assert payload["events"]["size"] == len(ids)


def test_no_text_of_the_events_is_sent_twice(payload: dict[str, Any]) -> None:
    sent = json.dumps(packed(payload), ensure_ascii=False)
    columns = payload["events"]["columns"]
    titles = Counter(json.dumps(title, ensure_ascii=False) for title in columns["title"])
    assert [title for title, count in titles.items() if sent.count(title) > count] == []
    summaries = [json.dumps(text, ensure_ascii=False) for text in columns["summary"] if text]
    assert [text for text in summaries if sent.count(text[1:-1]) != summaries.count(text)] == []


def test_columns_have_a_value_or_null_for_each_event_and_none_is_all_null(payload: dict[str, Any]) -> None:
    for name, values in payload["events"]["columns"].items():
        assert len(values) == payload["events"]["size"], name
        assert any(value is not None for value in values), name


def test_nothing_empty_is_sent(payload: dict[str, Any]) -> None:
    for name in ("events", "claims", "actors", "sources", "collection"):
        for where, value in _fields(payload[name], name):
            assert value not in ("", [], {}) or END_OF_A_DATE.search(where), where


def test_every_reference_leads_to_something(payload: dict[str, Any]) -> None:
    columns, actors, sources = payload["events"]["columns"], payload["actors"], payload["sources"]
    ids = set(columns["id"])
    parts = [part for parts in columns["participants"] for part in parts or []]
    assert {part["actor"] for part in parts} <= set(actors)
    assert {part["person"] for part in parts if "person" in part} <= set(actors)
    assert {actor for mentions in columns["mentions"] for actor in mentions or []} <= set(actors)
    assert {event for event in columns["part_of"] if event} <= ids
    assert {event for relations in columns["relations"] for _, event in relations or []} <= ids
    cited = {one["source"] for where, one in _citations(payload)}
    assert cited <= set(sources)
    assert {claim["said_at"] for claim in payload["claims"] if "said_at" in claim} <= ids
    lanes = {lane["id"] for lane in payload["lanes"]["order"]}
    assert {track["lane"] for track in payload["lanes"]["tracks"]} <= lanes
    assert {band["lane"] for band in payload["lanes"]["bands"]} <= lanes


def test_the_browser_reads_the_same_dates(payload: dict[str, Any], shipped: Timeline) -> None:
    spans = _unpacked(
        payload, "Object.fromEntries(model.events.map((event) => [event.id, sidelines.dates.shape(event.date)]))"
    )
    for event in shipped.events.values():
        shape = spans[event.id]
        if event.date is None:
            assert shape is None
        else:
            assert (shape["from"], shape["to"]) == (event.date.start_ms, event.date.end_ms), event.id


def test_the_browser_refuses_a_payload_of_another_version(payload: dict[str, Any]) -> None:
    sent = json.dumps({**payload, "version": VERSION + 1, "events": {"size": 0, "columns": {}}})
    attempt = (
        f"(() => {{ try {{ sidelines.timeline.unpack({sent}); return ''; }} catch (e) {{ return e.message; }} }})()"
    )
    assert core().evaluate(attempt) == f"This page reads payload version {VERSION}, not {VERSION + 1}."


@settings(max_examples=25)
@given(st.integers(0, 30), st.integers(0, 25))
def test_any_timeline_can_be_sent_and_drawn(seed: int, size: int) -> None:
    made = build_payload(synthetic_timeline(seed, size))
    sent = json.dumps(json.dumps(made, allow_nan=False))
    model, port = f"sidelines.timeline.unpack(JSON.parse({sent}))", '{"width": 900, "room": 400, "scheme": "light"}'
    assert core().evaluate(f"sidelines.screen.build({model}, '', {port}).selection") == list(range(size))


def test_the_payload_is_the_same_in_every_process() -> None:
    script = (
        "import json, sys; from pathlib import Path\n"
        "from app.load import load_timeline; from app.payload import build_payload\n"
        "sys.stdout.write(json.dumps(build_payload(load_timeline(Path(sys.argv[1])).timeline)))"
    )
    written = [
        subprocess.run(
            [sys.executable, "-c", script, str(FIGURES / "members.yaml")],
            check=True,
            capture_output=True,
            cwd=PROJECT_FOLDER,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert written[0] == written[1]


HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!-- <script>",
    "\u2028\u2029",
    "<img onerror=1>",
    "]]>",
    '"\\',
    "%{x}",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_can_end_the_block_of_data_or_begin_another(text: str) -> None:
    made = build_payload(timeline_of({"actors": {}, "events": [{"id": "a", "title": text}]}))
    block = json_block(made)
    inside = block.removeprefix(re.match(r"<script[^>]*>", block)[0]).removesuffix("</script>")  # type: ignore[index]
    assert "<" not in inside
    assert not {"\u2028", "\u2029"} & set(inside)
    assert json.loads(inside)["events"]["columns"]["title"] == [text]


def _fields(value: Any, where: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - whatever JSON has
    yield where, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _fields(inner, f"{where}.{name}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _fields(inner, f"{where}[{place}]")


def _citations(payload: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for where, value in _fields(payload, ""):
        if where.endswith("columns.citations"):
            yield from ((where, one) for ones in value for one in ones or [])
        elif where.endswith(".citations"):
            yield from ((where, one) for one in value or [])

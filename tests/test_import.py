"""What Sidelines wrote is read as an event file again: page, JSON and CSV."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.beside import select_shown
from app.export import write
from app.importing import NotOursError, read_export, read_selection
from app.load import load_timeline
from app.model import Timeline
from app.paths import DOCS_FOLDER, EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from app.subset import restrict
from app.view import parse_view
from app.vocabulary import vocabulary
from app.web.static import static_page
from tests.exports import hostile_timeline

VALID = PROJECT_FOLDER / "tests" / "data" / "valid"
GALLERY = DOCS_FOLDER / "gallery"
COLLECTIONS = [EVENTS_FOLDER, *sorted(VALID.glob("*.yaml")), *sorted(GALLERY.glob("*.yaml"))]
of_each_collection = pytest.mark.parametrize("path", COLLECTIONS, ids=lambda path: path.stem)


def _data(form: str) -> Callable[[Timeline], bytes]:
    return lambda timeline: write(build_payload(timeline), timeline.events, form).text.encode()


def _page(timeline: Timeline) -> bytes:
    return static_page(timeline, ()).encode()


WHOLE: dict[str, Callable[[Timeline], bytes]] = {"html": _page, "json": _data("json")}


def _again(data: bytes, folder: Path) -> Timeline:
    (folder / "again.yaml").write_text(read_export(data), encoding="utf-8", newline="\n")
    loaded = load_timeline(folder / "again.yaml")
    assert [problem for problem in loaded.problems if problem.code.startswith("E")] == []
    return loaded.timeline


@of_each_collection
@pytest.mark.parametrize("form", WHOLE)
def test_a_page_and_a_json_give_the_same_facts_back(form: str, path: Path, tmp_path: Path) -> None:
    timeline = load_timeline(path, root=PROJECT_FOLDER).timeline
    assert _again(WHOLE[form](timeline), tmp_path).content_hash == timeline.content_hash


@pytest.mark.parametrize("form", WHOLE)
def test_it_is_the_same_file_as_the_download(form: str) -> None:
    timeline = load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline
    download = write(build_payload(timeline), timeline.events, "yaml").text
    assert read_export(WHOLE[form](timeline)) == download


@pytest.mark.parametrize("form", WHOLE)
def test_hostile_texts_come_back_to_the_letter(form: str) -> None:
    timeline = hostile_timeline()
    assert read_export(WHOLE[form](timeline)) == write(build_payload(timeline), timeline.events, "yaml").text


@pytest.mark.parametrize("form", WHOLE)
def test_the_selection_is_that_of_the_json(form: str) -> None:
    timeline = hostile_timeline()
    assert read_selection(WHOLE[form](timeline)) == json.loads(_data("json")(timeline))


def test_a_csv_is_no_selection() -> None:
    with pytest.raises(NotOursError, match="no room"):
        read_selection(_data("csv")(hostile_timeline()))


@of_each_collection
def test_a_csv_gives_back_all_that_it_has(path: Path, tmp_path: Path) -> None:
    timeline = load_timeline(path, root=PROJECT_FOLDER).timeline
    sent = _data("csv")(timeline)
    assert _rows(_data("csv")(_again(sent, tmp_path))) == _rows(sent)


def _rows(data: bytes) -> list[dict[str, str]]:
    """The rows without the content hash: a CSV has no room for all that is hashed."""
    table = csv.DictReader(StringIO(data.decode(), newline=""))
    return [{name: cell for name, cell in row.items() if name != "content_hash"} for row in table]


def test_a_file_of_a_selection_gives_back_the_selection(tmp_path: Path) -> None:
    timeline = load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline
    view, _ = parse_view("country=MDA&type=summit", vocabulary(timeline))
    part = restrict(timeline, select_shown(timeline, view))
    assert 0 < len(part.events) < len(timeline.events)
    assert _again(_page(part), tmp_path).content_hash == part.content_hash


# --- what is not ours


def _changed(**changes: Any) -> bytes:  # noqa: ANN401 - any JSON
    return json.dumps({"format": "sidelines/selection/1", **changes}).encode()


def _block(data: str) -> bytes:
    digest = hashlib.sha256(data.encode()).hexdigest()
    return f'<script type="application/json" id="payload" data-sha256="{digest}">{data}</script>'.encode()


NOT_OURS = {
    "nothing": (b"", "no HTML file, JSON or CSV that Sidelines wrote"),
    "a picture": (b"\x89PNG\r\n\x1a\n\xff", "no text in UTF-8"),
    "somebody else's page": (b"<!doctype html><title>a page</title>", "no HTML file, JSON or CSV"),
    "somebody else's JSON": (b'{"events": []}', "its format is None; this Sidelines reads 'sidelines/selection/1'"),
    "a later format": (_changed(format="sidelines/selection/2"), "its format is 'sidelines/selection/2'"),
    "a JSON cut short": (b'{"format": "sidelines', "damaged: Unterminated string"),
    "a JSON without its events": (
        _changed(collection={"title": {"en": "A"}, "events": 0}, view=""),
        "damaged: `events` is missing",
    ),
    "a JSON with a list for a mapping": (
        _changed(collection=[], events=[], count=0),
        "damaged: something in it has not the form that Sidelines writes (list indices must be integers",
    ),
    "a JSON with an event too few": (_changed(events=[], count=1), "it has 0 events and says `count`: 1. Take"),
    "a page with another payload": (_block('{"version": 99}'), "of payload version 99"),
    "a page without its SHA-256": (
        _block("{}").replace(b"data-sha256", b"data-none"),
        "it is damaged: its data are not those that were written",
    ),
    "a table cut off": (_data("csv")(hostile_timeline())[:-300], "cells"),
    "a table of something else": (b"id,name\r\n1,a\r\n", "no HTML file, JSON or CSV"),
    "an event file": (b"schema: sidelines/1\nevents: []\n", "no HTML file, JSON or CSV"),
}


@pytest.mark.parametrize(("data", "said"), NOT_OURS.values(), ids=NOT_OURS)
def test_what_is_not_ours_is_told_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(NotOursError, match=re.escape(said)):
        read_export(data)


@given(st.data())
def test_a_page_whose_data_were_changed_gives_no_events(data: st.DataObject) -> None:
    """Whatever was changed of them: a byte more, less or another."""
    page = _hostile_page()
    begin = page.index(b">", page.index(b'id="payload"')) + 1
    end = page.index(b"</script>", begin)
    place = data.draw(st.integers(begin, end - 1))
    instead = data.draw(st.sampled_from([b"", b"0", b"-1", b"x", b" ", page[place : place + 1] * 2]))
    changed = page[:place] + instead + page[place + 1 :]
    if changed == page:
        assert read_export(changed)
        return
    with pytest.raises(NotOursError, match=r"damaged|UTF-8"):
        read_export(changed)


CHANGES: tuple[Any, ...] = (None, 10**6, -1, 1.5, True, "x", [], {})


@given(st.data())
def test_a_changed_json_is_read_or_refused_in_a_sentence(data: st.DataObject) -> None:
    selection = json.loads(_hostile_json())
    holder, key = data.draw(st.sampled_from(list(_places(selection))))
    if data.draw(st.booleans()):
        holder[key] = data.draw(st.sampled_from(CHANGES))
    else:
        del holder[key]
    with suppress(NotOursError):
        assert read_export(json.dumps(selection).encode()).startswith("#")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any JSON
    """Every place in the value, as what holds it and under what."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield value, key
        yield from _places(inner)


@cache
def _hostile_page() -> bytes:
    return _page(hostile_timeline())


@cache
def _hostile_json() -> bytes:
    return _data("json")(hostile_timeline())

"""Serving on one's own machine: what is changed in the files is on the page that is loaded next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from app.load import load_timeline
from app.web.dash_page import create_app
from app.web.renewing import Renewing, Stamp, stamp_of

FILE = "schema: sidelines/1\nsources: [{{id: press, title: Press}}]\nevents:\n{events}"
EVENT = "  - {{id: {id}, title: {id}, type: summit, date: {date}, sources: [press]}}\n"


def _numbered() -> Callable[[], Any]:
    """Makes applications that answer with their number."""
    numbers: Iterator[int] = count(1)

    def make() -> Any:  # noqa: ANN401 - a WSGI application
        answer = str(next(numbers)).encode()

        def application(_: object, start_response: Callable[..., object]) -> Iterable[bytes]:
            start_response("200 OK", [])
            return [answer]

        return application

    return make


def _stamp(number: int) -> Stamp:
    return (("events.yaml", number, 0),) if number else ()


@pytest.mark.parametrize(
    ("visits", "answers"),
    [
        ([("/", 1), ("/", 1)], ["1", "1"]),
        ([("/", 1), ("/", 2), ("/", 2), ("/", 3)], ["1", "2", "2", "3"]),
        ([("/", 0), ("/", 1), ("/", 2)], ["1", "1", "2"]),
        ([("/_dash-layout", 2), ("/files/page.js", 2), ("/embed", 2), ("/_dash-layout", 2)], ["1", "1", "2", "2"]),
        ([("/timeline/_dash-layout", 2), ("/timeline/", 2)], ["1", "2"]),
    ],
    ids=["no change", "changes", "nothing there for a moment", "parts of a page ask for nothing", "below a path"],
)
def test_a_change_is_seen_by_the_next_page(visits: list[tuple[str, int]], answers: list[str]) -> None:
    now = [1]
    make = _numbered()
    client = Client(Renewing(make(), _stamp(1), lambda: _stamp(now[0]), make))
    said = []
    for path, number in visits:
        now[0] = number
        said.append(client.get(path).get_data(as_text=True))
    assert said == answers


def test_what_could_not_be_made_is_tried_again() -> None:
    now, make = [1], _numbered()
    faults = [OSError("gone for a moment")]

    def make_or_fail() -> Any:  # noqa: ANN401 - a WSGI application
        if faults:
            raise faults.pop()
        return make()

    client = Client(Renewing(make(), _stamp(1), lambda: _stamp(now[0]), make_or_fail))
    now[0] = 2
    with pytest.raises(OSError, match="gone"):
        client.get("/")
    assert client.get("/").get_data(as_text=True) == "2"


def test_the_stamp_changes_with_any_file_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "a.yaml").write_text("one", encoding="utf-8")
    seen = [stamp_of(tmp_path)]
    for name, text in (("a.yaml", "longer"), ("b.yaml", ""), ("deeper/article.txt", "kept text")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        seen.append(stamp_of(tmp_path))
    (tmp_path / "a.yaml").rename(tmp_path / "c.yaml")
    seen.append(stamp_of(tmp_path))
    (tmp_path / ".hidden").write_text("what an editor leaves", encoding="utf-8")
    assert len(set(seen)) == len(seen)
    assert stamp_of(tmp_path) == seen[-1]


def test_the_stamp_of_one_file_is_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("one", encoding="utf-8")
    before = stamp_of(tmp_path / "a.yaml")
    (tmp_path / "b.yaml").write_text("two", encoding="utf-8")
    assert stamp_of(tmp_path / "a.yaml") == before
    assert stamp_of(tmp_path / "nowhere.yaml") == ()


def test_a_broken_file_keeps_the_good_rest_and_shows_its_problem(tmp_path: Path) -> None:
    good, other = tmp_path / "good.yaml", tmp_path / "other.yaml"
    good.write_text(FILE.format(events=EVENT.format(id="kept", date=2025)), encoding="utf-8")

    def make() -> Any:  # noqa: ANN401 - a WSGI application
        loaded = load_timeline(tmp_path, root=tmp_path)
        return create_app(loaded.timeline, loaded.problems).server

    client = Client(Renewing(make(), stamp_of(tmp_path), lambda: stamp_of(tmp_path), make))
    other.write_text("schema: sidelines/1\nevents:\n" + EVENT.format(id="added", date=2024), encoding="utf-8")
    ids = [event["id"] for event in client.get("/api/events.json").get_json()["events"]]
    assert ids == ["added", "kept"]

    other.write_text("schema: sidelines/1\nevents: [", encoding="utf-8")
    ids = [event["id"] for event in client.get("/api/events.json").get_json()["events"]]
    page = client.get("/_dash-layout").get_data(as_text=True)
    assert ids == ["kept"]
    assert "other.yaml:2" in page

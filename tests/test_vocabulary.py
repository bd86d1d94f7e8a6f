"""The vocabulary: what a view may choose from."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.labels import COLUMNS
from app.model import EventType, Role, Status
from app.vocabulary import Entry, Vocabulary, vocabulary
from app.web.dash_page import create_app
from tests.compact import timeline_of
from tests.synthetic import synthetic_timeline

TIMELINE = timeline_of(
    {
        "actors": {
            "TUR": ["state", "Türkiye"],
            "ARM": ["state", "Armenia"],
            "SUN": ["former_state", "Soviet Union"],
            "cis": ["igo", "Commonwealth of Independent States", "СНГ"],
            "tass": ["agency", "TASS"],
            "putin": ["person", "Vladimir Putin", "Путин"],
        },
        "sources": {"b": "The second", "a": "The first"},
        "events": [
            {
                "id": "late",
                "title": {"en": "Visit", "ru": "Визит"},
                "tags": ["trade", "rail"],
                "place": {"venue": "Kremlin", "city": "Moscow", "country": "SUN"},
            },
            {"id": "early", "tags": ["rail"], "place": {"city": "MOSCOW"}},
        ],
    }
)
WORDS = vocabulary(TIMELINE)


def test_the_choices_of_the_collection() -> None:
    ids = {name: [entry.id for entry in entries] for name, entries in WORDS.entries.items()}
    assert ids == {
        "country": ["ARM", "SUN", "TUR"],
        "org": ["cis", "tass"],
        "person": ["putin"],
        "role": [role.value for role in Role],
        "status": [status.value for status in Status],
        "type": [kind.value for kind in EventType],
        "tag": ["rail", "trade"],
        "place": ["SUN", "kremlin", "moscow"],
        "source": ["a", "b"],
        "event": ["early", "late"],
        "columns": list(COLUMNS),
        "fold": ["others"],
        "lang": ["en", "ru"],
    }


@pytest.mark.parametrize(
    ("parameter", "value", "choice"),
    [
        ("country", "TUR", "TUR"),
        ("country", "tr", "TUR"),
        ("country", "Turkey", "TUR"),
        ("country", "turkiye", "TUR"),
        ("country", "Турция", "TUR"),
        ("country", "USSR", "SUN"),
        ("country", "France", None),
        ("org", "снг", "cis"),
        ("type", "bilateral meetings", "bilateral_meeting"),
        ("status", "Presence not stated", "unknown"),
        ("place", "Soviet Union", "SUN"),
        ("place", "Moscow", "moscow"),
        ("source", "the first", "a"),
        ("event", "LATE", "late"),
        ("nothing", "such", None),
    ],
)
def test_finding_by_any_name(parameter: str, value: str, choice: str | None) -> None:
    found = WORDS.find(parameter, value)
    assert (found.id if found else None) == choice


def test_an_id_comes_before_a_name_and_the_first_before_the_second() -> None:
    words = Vocabulary({"tag": (Entry("a", ("b",)), Entry("b"), Entry("B"), Entry("c", ("d",)), Entry("e", ("D",)))})
    found = {value: words.find("tag", value) for value in ("a", "A", "b", "B", "d")}
    assert {value: entry and entry.id for value, entry in found.items()} == {
        "a": "a",
        "A": "a",
        "b": "b",
        "B": "B",
        "d": "c",
    }


def test_the_name_to_show() -> None:
    assert WORDS.name("country", "TUR") == "Türkiye"
    assert WORDS.name("event", "late") == "late"
    assert WORDS.name("place", "moscow") == "Moscow"
    assert WORDS.name("country", "XXX") == "XXX"


def test_types_have_a_plural() -> None:
    assert {entry.many for entry in WORDS.entries["type"]} >= {"summits", "bilateral meetings"}
    assert all(entry.many for entry in WORDS.entries["type"])


def test_as_json() -> None:
    plain = WORDS.as_json()
    assert plain["event"] == [{"id": "early", "names": []}, {"id": "late", "names": []}]
    assert plain["type"][0] == {"id": "summit", "names": ["Summit", "summits"], "many": "summits"}


def test_a_server_derives_it_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    class Counted(Vocabulary):
        def __init__(self, entries: Mapping[str, tuple[Entry, ...]]) -> None:
            made.append(len(entries))
            super().__init__(entries)

    monkeypatch.setattr("app.vocabulary.Vocabulary", Counted)
    client = create_app(synthetic_timeline(1, 9)).server.test_client()
    for path in ("/", "/embed", "/api/collection.json", "/api/events.json?country=ARM"):
        assert client.get(path).status_code == 200
    assert len(made) == 1

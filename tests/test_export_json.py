"""JSON, JSON-LD, TimelineJS JSON and BibTeX, each read by a reader of another house."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld

from app.export import event_json, write
from app.export.bibtex import literal
from app.export.json_schema import schemas
from app.export.text import json_text, number_text
from app.load import load_timeline
from app.model import Timeline
from app.payload import build_payload
from tests.core import core
from tests.exports import DATA, HOSTILE, hostile_timeline, shipped
from tests.synthetic import synthetic_timeline

SMALL = load_timeline(DATA / "collection.yaml").timeline
TIMELINES = {
    "shipped": shipped(),
    "small": SMALL,
    "hostile": hostile_timeline(),
    "synthetic": synthetic_timeline(7, 60),
}
of_each_timeline = pytest.mark.parametrize("timeline", TIMELINES.values(), ids=TIMELINES)
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE)


def _written(timeline: Timeline, form: str) -> str:
    return write(build_payload(timeline), timeline.events, form).text


def _parsed(timeline: Timeline, form: str) -> Any:  # noqa: ANN401 - as json's own
    return json.loads(_written(timeline, form))


# --- JSON


@of_each_timeline
def test_json_has_the_shape_that_its_schema_gives(timeline: Timeline) -> None:
    schema = {**schemas()["Selection"], "$defs": schemas()}
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(_parsed(timeline, "json"))


@of_each_timeline
def test_json_has_the_events_as_event_json_gives_them(timeline: Timeline) -> None:
    events = {event["id"]: event for event in _parsed(timeline, "json")["events"]}
    assert events == {key: event_json(event) for key, event in timeline.events.items()}


def test_a_field_that_the_schema_does_not_know_is_refused() -> None:
    found = _parsed(SMALL, "json")
    found["events"][0]["more"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator({**schemas()["Selection"], "$defs": schemas()}).validate(found)


def test_json_has_all_that_the_files_declare() -> None:
    found = _parsed(SMALL, "json")
    assert [entry["id"] for entry in found["sources"]] == ["memoir", "press"]
    assert [entry["id"] for entry in found["actors"]] == ["cis", "ilham-aliyev", "nikol-pashinyan"]
    assert found["memberships"][0]["restrictions"][0]["during"]["edtf"] == "2022/.."
    assert found["claims"][0]["value"] == "11000000000"
    assert found["collection"]["title"] == {"en": "A small collection"}
    assert (found["count"], found["collection"]["events"]) == (8, 8)


def test_an_event_is_a_line() -> None:
    lines = _written(SMALL, "json").splitlines()
    assert sum(line.startswith('{"id":"') for line in lines) == 8 + 2 + 1 + 2 + 3


@given(TEXTS)
def test_json_text_is_json(text: str) -> None:
    value = {"a": [text, None, True, 1], text: {}}
    assert json.loads(json_text(value)) == value


@given(st.floats(-180, 180, allow_nan=False))
def test_numbers_are_written_as_the_browser_writes_them(number: float) -> None:
    assert number_text(number) == core().evaluate(f"String({number!r})")
    assert float(number_text(number)) == number


# --- JSON-LD

SCHEMA_ORG = {
    "@context": {
        "@vocab": "https://schema.org/",
        "eventStatus": {"@type": "@id"},
        "license": {"@type": "@id"},
        "sameAs": {"@type": "@id"},
        "url": {"@type": "@id"},
    }
}
SCHEMA = "https://schema.org/"
BASE = "https://example.org/api/events.jsonld"


def _no_network(url: str, _options: object) -> dict[str, Any]:
    assert url.rstrip("/") == "https://schema.org", f"the graph asks for {url}"
    return {"contextUrl": None, "documentUrl": url, "document": SCHEMA_ORG}


def _graph(timeline: Timeline) -> dict[str, Any]:
    """The nodes of the flattened graph, by their addresses."""
    options = {"base": BASE, "documentLoader": _no_network}
    flat: Any = jsonld.flatten(_parsed(timeline, "jsonld"), None, options)
    return {node["@id"]: node for node in flat}


def _event(graph: dict[str, Any], event: str) -> Any:  # noqa: ANN401 - a node
    return graph[f"https://example.org/api/events/{event}.json"]


def _named(graph: dict[str, Any], node: Any, name: str) -> list[str]:  # noqa: ANN401 - a node
    found = [graph[each["@id"]] for each in node.get(f"{SCHEMA}{name}", [])]
    return [value["@value"] for each in found for value in each[f"{SCHEMA}name"]]


@of_each_timeline
def test_the_graph_has_every_event(timeline: Timeline) -> None:
    found = {key for key, node in _graph(timeline).items() if node.get("@type") == [f"{SCHEMA}Event"]}
    expected = {f"https://example.org/api/events/{key}.json" for key in timeline.events}
    assert found == expected


def test_the_graph_tells_who_was_there_from_who_was_not() -> None:
    graph = _graph(SMALL)
    first = _event(graph, "first")
    assert _named(graph, first, "organizer") == ["Belarus"]
    assert _named(graph, first, "attendee") == ["Belarus", "Nikol Pashinyan", "Kazakhstan"]
    assert _named(graph, first, "about") == ["Ilham Aliyev", "Russia"]


def test_the_graph_knows_whole_place_status_and_sources() -> None:
    graph = _graph(SMALL)
    second, first = _event(graph, "second"), _event(graph, "first")
    assert second[f"{SCHEMA}superEvent"] == [{"@id": first["@id"]}]
    assert _named(graph, first, "location") == ["Test Palace"]
    assert _event(graph, "seventh")[f"{SCHEMA}eventStatus"] == [{"@id": f"{SCHEMA}EventCancelled"}]
    (dataset,) = [node for node in graph.values() if node.get("@type") == [f"{SCHEMA}Dataset"]]
    assert {each["@id"] for each in dataset[f"{SCHEMA}citation"]} == {f"{BASE}#memoir", f"{BASE}#press"}
    assert dataset[f"{SCHEMA}license"] == [{"@id": "https://spdx.org/licenses/CC-BY-4.0"}]
    assert graph[f"{BASE}#press"][f"{SCHEMA}datePublished"] == [{"@value": "2025-12-22"}]


@pytest.mark.parametrize(
    ("event", "start", "end", "edtf"),
    [
        ("first", ["2025-12-22"], [], "2025-12-22"),
        ("second", ["2025-12-22T14:30+03:00"], [], "2025-12-22T14:30+03:00"),
        ("third", ["2025-03-02"], ["2025-03-04"], "2025-03-02/2025-03-04"),
        ("fourth", ["2021-05"], [], "2021-05"),
        ("fifth", ["2022"], [], "2022/.."),
        ("sixth", [], ["2025-12-22"], "../2025-12-22"),
        ("seventh", [], [], "1990~"),
        ("eighth", [], [], None),
    ],
)
def test_the_graph_gives_a_date_only_where_it_is_certain(
    event: str, start: list[str], end: list[str], edtf: str | None
) -> None:
    node = _event(_graph(SMALL), event)
    assert [each["@value"] for each in node.get(f"{SCHEMA}startDate", [])] == start
    assert [each["@value"] for each in node.get(f"{SCHEMA}endDate", [])] == end
    dates = [each["@value"] for each in node.get("http://purl.org/dc/terms/date", [])]
    assert dates == ([edtf] if edtf else [])


# --- TimelineJS


class _Markup(HTMLParser):
    """What tags and addresses a browser would find in a text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= {"href"}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@of_each_timeline
def test_timelinejs_gets_no_markup_of_others(timeline: Timeline) -> None:
    made = _parsed(timeline, "timelinejs.json")
    for slide in [*made["events"], made["title"]]:
        markup = _Markup()
        for text in (*slide["text"].values(), slide.get("display_date", ""), slide.get("group", "")):
            markup.feed(text)
        assert set(markup.tags) <= {"p", "a"}
        assert all(address.startswith(("https://", "http://")) for address in markup.addresses)


def test_timelinejs_shows_texts_as_they_are() -> None:
    markup = _Markup()
    markup.feed(
        _parsed(hostile_timeline(["<script>alert('x')</script>"]), "timelinejs.json")["title"]["text"]["headline"]
    )
    assert "".join(markup.words) == "<script>alert('x')</script>"


@of_each_timeline
def test_timelinejs_has_a_slide_for_each_dated_event(timeline: Timeline) -> None:
    slides = _parsed(timeline, "timelinejs.json")["events"]
    assert {slide["unique_id"] for slide in slides} == {event.id for event in timeline.events.values() if event.date}


@pytest.mark.parametrize(
    ("event", "start", "end", "words"),
    [
        ("first", {"year": 2025, "month": 12, "day": 22}, None, "22 December 2025"),
        ("second", {"year": 2025, "month": 12, "day": 22, "hour": 14, "minute": 30, "second": 0}, None, None),
        ("third", {"year": 2025, "month": 3, "day": 2}, {"year": 2025, "month": 3, "day": 4}, None),
        ("fourth", {"year": 2021, "month": 5}, None, "May 2021"),
        ("fifth", {"year": 2022}, None, "since 2022"),
        ("sixth", {"year": 2025, "month": 12, "day": 22}, None, "on or before 22 December 2025"),
        ("seventh", {"year": 1990}, None, "about 1990"),
    ],
)
def test_timelinejs_dates_are_no_finer_than_known(
    event: str, start: dict[str, int], end: dict[str, int] | None, words: str | None
) -> None:
    slides = {slide["unique_id"]: slide for slide in _parsed(SMALL, "timelinejs.json")["events"]}
    assert slides[event]["start_date"] == start
    assert slides[event].get("end_date") == end
    assert words in {None, slides[event]["display_date"]}


def test_timelinejs_names_what_it_cannot_show() -> None:
    assert "Date not stated: Nobody says when" in _parsed(SMALL, "timelinejs.json")["title"]["text"]["text"]


# --- BibTeX


def _entries(text: str) -> dict[str, Entry]:
    library = parse_string(text)
    assert library.failed_blocks == []
    return {entry.key: entry for entry in library.entries}


@of_each_timeline
def test_bibtex_has_every_source(timeline: Timeline) -> None:
    entries = _entries(_written(timeline, "bib"))
    assert set(entries) == set(timeline.sources)
    assert all("title" in entry.fields_dict or not timeline.sources[key].title for key, entry in entries.items())


def test_bibtex_says_what_a_source_says() -> None:
    press = _entries(_written(SMALL, "bib"))["press"]
    assert press.entry_type == "article"
    assert {name: field.value for name, field in press.fields_dict.items()} == {
        "title": '{Talks, "frank" \\& useful}',
        "author": "{A. Writer}",
        "journal": "{Test Press}",
        "year": "2025",
        "month": "dec",
        "date": "2025-12-22",
        "url": "https://example.org/talks?a=1&b=%7B2%7D",
        "urldate": "2026-01-05",
        "langid": "en",
    }


def test_bibtex_has_a_doubtful_date_in_words() -> None:
    memoir = _entries(_written(SMALL, "bib"))["memoir"]
    assert "year" not in memoir.fields_dict
    assert "issued about 1999" in memoir.fields_dict["note"].value


@given(TEXTS)
def test_no_text_breaks_out_of_its_braces(text: str) -> None:
    value = literal(text)
    depths = [value[: at + 1].count("{") - value[: at + 1].count("}") for at in range(len(value))]
    assert not value or (min(depths[:-1]) > 0 and depths[-1] == 0)
    assert "\n" not in value

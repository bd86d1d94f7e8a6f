"""The API beside the page: the same bytes as the downloads, refusals with reasons, and nothing that breaks it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from app.beside import select_shown
from app.export import FORMATS, write
from app.load import load_timeline
from app.schema.json_form import json_text
from app.subset import restrict
from app.view import format_view, parse_view
from app.vocabulary import vocabulary
from app.web.api import add_api
from app.web.dash_page import create_app
from app.web.openapi import PROBLEM_TYPE, openapi
from app.web.settings import Settings
from app.web.versions import Version
from tests.exports import DATA, hostile_timeline, shipped, shipped_payload

SMALL = load_timeline(DATA / "collection.yaml").timeline
APP = create_app(shipped())
of_each_format = pytest.mark.parametrize("form", FORMATS)


@pytest.fixture
def client() -> FlaskClient:
    return FlaskClient(APP.server, APP.server.response_class)


# --- what is answered


@of_each_format
@pytest.mark.parametrize(
    "query",
    ["", "country=ARM&status=absent", "country=Armenia,RU&match=all", "type=summit&from=2020&theme=dark&tab=table"],
)
def test_a_query_is_answered_as_the_page_downloads_it(form: str, query: str, client: FlaskClient) -> None:
    view, _ = parse_view(query, vocabulary(shipped()))
    download = write(shipped_payload(), select_shown(shipped(), view), form, format_view(view))
    answer = client.get(f"/api/events.{form}?{query}")
    assert (answer.status_code, answer.data.decode()) == (200, download.text)
    assert answer.content_type == download.type
    assert answer.headers["Content-Disposition"].endswith(f'; filename="{download.name}"')


@pytest.mark.parametrize(
    ("form", "kind"), [("json", "inline"), ("jsonld", "inline"), ("csv", "attachment"), ("ics", "attachment")]
)
def test_data_for_programs_is_shown_and_files_are_saved(form: str, kind: str, client: FlaskClient) -> None:
    assert client.get(f"/api/events.{form}").headers["Content-Disposition"].startswith(kind)


def test_one_event_comes_with_what_it_leans_on(client: FlaskClient) -> None:
    answer = client.get("/api/events/putin-rahmon-2025-12-22.json")
    found = answer.get_json()
    assert [event["id"] for event in found["events"]] == ["putin-rahmon-2025-12-22"]
    assert len(found["claims"]) == 3
    assert answer.headers["Content-Disposition"] == 'inline; filename="putin-rahmon-2025-12-22.json"'


def test_the_collection_says_what_a_query_may_name(client: FlaskClient) -> None:
    found = client.get("/api/collection.json").get_json()
    assert found["collection"]["content_hash"] == shipped().content_hash
    assert found["collection"]["events"] == len(shipped().events)
    assert {entry["id"] for entry in found["vocabulary"]["country"]} >= {"ARM", "AZE", "SUN"}
    for name in found["downloads"]:
        assert client.get(f"/api/{name}").status_code == 200


def test_the_schema_is_that_of_event_files(client: FlaskClient) -> None:
    answer = client.get("/api/schema.json")
    assert (answer.mimetype, answer.data.decode()) == ("application/schema+json", json_text())


@pytest.mark.parametrize("path", ["/api/events.json", "/api/events.json?country=ARM", "/api/events/cis-founded.json"])
def test_answers_have_the_shape_that_the_document_gives(path: str, client: FlaskClient) -> None:
    document = openapi()
    schema = {"$ref": "#/components/schemas/Selection", "components": document["components"]}
    jsonschema.Draft202012Validator(schema).validate(client.get(path).get_json())


# --- what has changed since a version


EARLIER = restrict(shipped(), [event for event in shipped().events if event != "cis-founded"])


@pytest.fixture(scope="module")
def kept() -> FlaskClient:
    app = create_app(shipped(), earlier=[EARLIER])
    return FlaskClient(app.server, app.server.response_class)


@pytest.mark.parametrize("letters", [8, 12, 64])
def test_changes_are_told_since_a_version_that_is_kept(letters: int, kept: FlaskClient) -> None:
    answer = kept.get(f"/api/changes.json?since={EARLIER.content_hash[:letters]}")
    found = answer.get_json()
    assert (found["since"], found["now"], found["view"]) == (EARLIER.content_hash, shipped().content_hash, "")
    assert [(each["id"], each["in_view"]) for each in found["events"]["added"]] == [("cis-founded", True)]
    assert found["events"]["removed"] == []
    assert answer.headers["Content-Disposition"] == 'inline; filename="changes.json"'
    schema = {"$ref": "#/components/schemas/Changes", "components": openapi()["components"]}
    jsonschema.Draft202012Validator(schema).validate(found)


@pytest.mark.parametrize(
    ("query", "is_seen"), [("country=UKR", True), ("country=ARM&theme=dark&cited=01234567", False)]
)
def test_changes_say_which_of_them_concern_a_view(query: str, is_seen: bool, kept: FlaskClient) -> None:
    found = kept.get(f"/api/changes.json?{query}&since={EARLIER.content_hash}").get_json()
    assert [each["in_view"] for each in found["events"]["added"]] == [is_seen]
    assert found["view"] == query.partition("&")[0]


def test_nothing_has_changed_since_the_present_version(client: FlaskClient) -> None:
    found = client.get(f"/api/changes.json?since={shipped().content_hash}").get_json()
    assert found["since"] == found["now"]
    assert not any(
        found[section][kind] for section in ("events", "sources") for kind in ("added", "changed", "removed")
    )


def test_changes_are_not_sent_twice(kept: FlaskClient) -> None:
    path = f"/api/changes.json?since={EARLIER.content_hash[:12]}&country=ARM"
    etag = kept.get(path).headers["ETag"]
    assert kept.get(path, headers={"If-None-Match": etag}).status_code == 304
    assert kept.get(path.replace("ARM", "UKR"), headers={"If-None-Match": etag}).status_code == 200
    assert kept.get(path.replace(EARLIER.content_hash[:12], shipped().content_hash)).headers["ETag"] != etag


def test_a_version_that_is_not_kept_is_told_with_those_that_are(kept: FlaskClient) -> None:
    answer = kept.get("/api/changes.json?since=0123456789ab")
    assert answer.status_code == 404
    assert _problem(answer)["detail"] == f"What is kept: {shipped().content_hash[:12]}, {EARLIER.content_hash[:12]}."


@pytest.mark.parametrize("query", ["", "since=", "since=0123456", "since=version-1", "since=01234567&since=01234567"])
def test_changes_since_no_version_are_refused(query: str, kept: FlaskClient) -> None:
    answer = kept.get(f"/api/changes.json?{query}")
    assert answer.status_code == 400
    assert _problem(answer)["detail"].endswith(f"since={shipped().content_hash[:12]}.")


def test_a_view_that_is_not_understood_has_no_changes(kept: FlaskClient) -> None:
    answer = kept.get(f"/api/changes.json?since={EARLIER.content_hash}&contry=ARM")
    assert answer.status_code == 400
    assert [notice["fix"] for notice in _problem(answer)["notices"]] == ['Write "country".']


# --- what is refused


def _problem(answer: TestResponse) -> dict[str, Any]:
    assert answer.content_type == PROBLEM_TYPE
    found: dict[str, Any] = json.loads(answer.data)
    schema = {"$ref": "#/components/schemas/Problem", "components": openapi()["components"]}
    jsonschema.Draft202012Validator(schema).validate(found)
    assert found["status"] == answer.status_code
    return found


@pytest.mark.parametrize(
    ("query", "fix"),
    [
        ("contry=ARM", 'Write "country".'),
        ("country=Kazakhstn", "Write country=KAZ (Kazakhstan)."),
        ("from=2025-02-30", "Write from=2025-02."),
        ("type=summit&dates=maybe", "Write dates=possible or certain."),
        ("q=" + "x" * 101, "Shorten it."),
        ("country=" + "A" * 2000, "Choose fewer values."),
        ("country=%E2%80", "Write the letters plainly, or as UTF-8."),
    ],
)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_query_that_is_not_understood_is_refused_with_reasons(
    form: str, query: str, fix: str, client: FlaskClient
) -> None:
    answer = client.get(f"/api/events.{form}?{query}")
    assert answer.status_code == 400
    assert fix in [notice["fix"] for notice in _problem(answer)["notices"]]


@pytest.mark.parametrize(
    ("path", "detail"),
    [
        ("/api/events/cis-fonded.json", 'Write "cis-founded".'),
        ("/api/events/xyz.json", "The ids are those of events.json."),
        ("/api/event.json", "Ask for events.json."),
        ("/api/timeline.xlsx", "Ask for openapi.json."),
        ("/api/", "Ask for openapi.json."),
        ("/api/a/b/../%2e%2e/c", "Ask for openapi.json."),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(path: str, detail: str, client: FlaskClient) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert _problem(answer)["detail"] == detail


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_there_is_only_reading(method: str, client: FlaskClient) -> None:
    answer = client.open("/api/events.json", method=method, data=b"x" * 100_000)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert _problem(answer)["status"] == 405


# --- headers

PATHS = [
    *(f"/api/events.{form}?country=ARM" for form in FORMATS),
    *("/api/events/cis-founded.json", "/api/collection.json", "/api/schema.json", "/api/openapi.json"),
]
of_each_path = pytest.mark.parametrize("path", PATHS)


@of_each_path
def test_head_says_what_get_says_without_the_body(path: str, client: FlaskClient) -> None:
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.data) == (200, b"")
    assert dict(head.headers) == dict(got.headers)


@of_each_path
@pytest.mark.parametrize("encoding", ["", "gzip", "br", "zstd"])
def test_what_is_known_is_not_sent_again(path: str, encoding: str, client: FlaskClient) -> None:
    accepted = {"Accept-Encoding": encoding}
    etag = client.get(path, headers=accepted).headers["ETag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}'):
        again = client.get(path, headers={**accepted, "If-None-Match": known})
        assert (again.status_code, again.data) == (304, b"")
        assert again.headers["ETag"] == etag


@pytest.mark.parametrize("known", ['"other"', '"', "nothing", ""])
def test_another_etag_changes_nothing(known: str, client: FlaskClient) -> None:
    assert client.get("/api/events.csv", headers={"If-None-Match": known}).status_code == 200


def test_the_etag_goes_by_what_is_chosen_and_by_the_format(client: FlaskClient) -> None:
    def etag(path: str) -> str:
        return client.get(path).headers["ETag"]

    assert etag("/api/events.csv?country=ARM") == etag("/api/events.csv?country=armenia&theme=dark")
    assert etag("/api/events.csv?country=ARM") != etag("/api/events.csv?country=AZE")
    assert etag("/api/events.csv") != etag("/api/events.json")


def test_the_etag_goes_by_the_content() -> None:
    other = create_app(SMALL).server.test_client().get("/api/events.csv").headers["ETag"]
    assert other != APP.server.test_client().get("/api/events.csv").headers["ETag"]


@pytest.mark.parametrize("path", [*PATHS, "/api/events.json?contry=x", "/api/nothing"])
def test_any_origin_may_read(path: str, client: FlaskClient) -> None:
    answer = client.get(path, headers={"Origin": "https://other.example"})
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "ETag" in answer.headers["Access-Control-Expose-Headers"]


def test_a_preflight_is_answered(client: FlaskClient) -> None:
    answer = client.options("/api/events.json", headers={"Access-Control-Request-Headers": "If-None-Match"})
    assert answer.status_code == 204
    assert answer.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Access-Control-Allow-Headers"] == "If-None-Match"


def test_the_page_itself_is_for_no_other_origin(client: FlaskClient) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/").headers
    assert "Access-Control-Allow-Origin" not in client.get("/files/nothing").headers


@of_each_path
def test_answers_are_compressed(path: str, client: FlaskClient) -> None:
    assert client.get(path, headers={"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


# --- below a prefix


def test_the_api_stands_below_the_prefix_of_the_page() -> None:
    server = Flask("prefixed", static_folder=None)
    add_api(server, Version(SMALL), "/history/")
    client = server.test_client()
    assert client.get("/history/api/events.json").status_code == 200
    assert client.get("/api/events.json").status_code == 404
    assert client.get("/history/api/openapi.json").get_json()["servers"] == [{"url": "/history"}]


def test_the_page_and_its_api_have_the_same_prefix() -> None:
    client = create_app(SMALL, settings=Settings(path_prefix="/history/")).server.test_client()
    assert client.get("/history/api/events.json").mimetype == "application/json"
    assert client.get("/history/").mimetype == "text/html"


def test_a_proxy_that_cuts_the_prefix_off_is_told_in_the_document() -> None:
    answer = APP.server.test_client().get("/api/openapi.json", environ_overrides={"SCRIPT_NAME": "/behind"})
    assert answer.get_json()["servers"] == [{"url": "/behind"}]


# --- hostile collections and queries


@of_each_format
def test_a_hostile_collection_is_served(form: str) -> None:
    client = create_app(hostile_timeline()).server.test_client()
    answer = client.get(f"/api/events.{form}")
    assert answer.status_code == 200
    assert "\n" not in answer.headers["Content-Disposition"]


@settings(max_examples=200)
@given(st.text(max_size=300), st.sampled_from(list(FORMATS)))
def test_any_query_is_answered_or_refused(query: str, form: str) -> None:
    answer = APP.server.test_client().get(f"/api/events.{form}", query_string=query)
    assert answer.status_code in {200, 400}


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_any_address_is_answered_or_refused(path: str) -> None:
    answer = APP.server.test_client().get(f"/api/{path.replace('?', '')}")
    assert answer.status_code in {200, 404, 308}

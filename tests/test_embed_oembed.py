"""oEmbed: what other sites are told about an address, and how they find where to ask (oembed.com, version 1.0)."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from werkzeug.test import TestResponse

from app.web.settings import Settings
from tests.embedding import client, shipped

ROOT = "http://localhost/"
TITLE = shipped().collection.title.best()


def ask(url: str, **parameters: str) -> TestResponse:
    more = "".join(f"&{name}={value}" for name, value in parameters.items())
    return client().get(f"/oembed?url={quote(url, safe='')}{more}")


class _Frame(HTMLParser):
    """The attributes of the one element that the markup has."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def frame_of(markup: str) -> dict[str, str | None]:
    ((tag, attributes),) = _Frame(markup).found
    assert tag == "iframe"
    return attributes


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", "embed"),
        ("?country=ARM", "embed?country=ARM"),
        ("?country=armenia&type=summit", "embed?country=ARM&type=summit"),
        ("?nonsense=1&country=ARM", "embed?country=ARM"),
        ("embed?theme=dark", "embed?theme=dark"),
        ("embed/0123456789ab?country=ARM", "embed/0123456789ab?country=ARM"),
        ("?q=%22%3Cb%3E%22", "embed?q=%22%3Cb%3E%22"),
    ],
)
def test_a_view_becomes_a_frame_of_it(asked: str, shown: str) -> None:
    answer = ask(ROOT + asked)
    assert answer.status_code == 200
    told = answer.get_json()
    frame = frame_of(told["html"])
    assert frame["src"] == ROOT + shown
    assert frame["title"] == told["title"] == TITLE
    assert (frame["width"], frame["height"]) == (str(told["width"]), str(told["height"]))
    assert told["html"].endswith("></iframe>")  # what WordPress looks for
    assert {name: told[name] for name in ("version", "type", "provider_name", "provider_url")} == {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Sidelines",
        "provider_url": ROOT,
    }


@pytest.mark.parametrize(
    ("most", "size"),
    [
        ({}, (800, 720)),
        ({"maxwidth": "500"}, (500, 720)),
        ({"maxwidth": "5000", "maxheight": "300"}, (800, 300)),
        ({"maxwidth": "99999999999"}, (800, 720)),
    ],
)
def test_it_is_no_larger_than_the_room_there_is(most: dict[str, str], size: tuple[int, int]) -> None:
    told = ask(ROOT, **most).get_json()
    assert (told["width"], told["height"]) == size


def test_a_height_of_the_view_is_the_height_of_the_frame() -> None:
    assert ask(f"{ROOT}embed?height=480").get_json()["height"] == 480
    assert ask(f"{ROOT}embed?height=480", maxheight="400").get_json()["height"] == 400


@pytest.mark.parametrize(
    "url",
    [
        "https://elsewhere.example/",
        "http://localhost.example/",
        "http://user@localhost/",
        "http://localhost:81/",
        "ftp://localhost/",
        "javascript:alert(1)",
        "http://localhost/files/a.js",
        "http://localhost/embed/nothing",
        "http://localhost/embed.js",
        "//localhost/",
        "http://[",
        "",
    ],
)
def test_it_answers_for_its_own_addresses_only(url: str) -> None:
    assert ask(url).status_code == 404


@pytest.mark.parametrize("query", ["", "url", "maxwidth=500"])
def test_a_question_without_an_address_is_a_bad_one(query: str) -> None:
    assert client().get(f"/oembed?{query}").status_code in {400, 404}


@pytest.mark.parametrize("most", ["0", "-1", "wide", "5.5", "%D9%A5", ""])
def test_a_room_that_is_no_number_is_a_bad_question(most: str) -> None:
    assert ask(ROOT, maxwidth=most).status_code == 400
    assert ask(ROOT, maxheight=most).status_code == 400


def test_there_are_two_formats() -> None:
    url = f"{ROOT}?q=a%26b&country=ARM"
    as_json, as_xml = ask(url), ask(url, format="xml")
    told = {field.tag: field.text for field in ET.fromstring(as_xml.data)}  # noqa: S314 - written by us
    assert told == {name: str(value) for name, value in as_json.get_json().items()}
    assert as_json.headers["Content-Type"] == "application/json; charset=utf-8"
    assert as_xml.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert ask(ROOT, format="yaml").status_code == 501


def test_any_site_may_ask_from_its_readers_browsers() -> None:
    assert ask(ROOT).headers["Access-Control-Allow-Origin"] == "*"


LINK = re.compile(r'<link rel="alternate" type="([^"]+)" href="([^"]+)">')


@pytest.mark.parametrize("path", ["/", "/?country=ARM&type=summit", "/embed?country=ARM", "/?q=%22%3E%3Cscript%3E"])
def test_the_pages_announce_it_with_the_view_that_they_show(path: str) -> None:
    links = {kind: unescape(href) for kind, href in LINK.findall(client().get(path).text)}
    assert set(links) == {"application/json+oembed", "text/xml+oembed"}
    for kind, href in links.items():
        parts = urlsplit(href)
        asked = parse_qs(parts.query)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{ROOT}oembed"
        assert asked["url"] == [f"http://localhost{path}"]
        answer = client().get(f"{parts.path}?{parts.query}")
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith(kind.removesuffix("+oembed"))


def test_a_frozen_embed_announces_itself() -> None:
    path = f"/embed/{shipped().content_hash[:12]}?country=ARM"
    links = dict(LINK.findall(client().get(path).text))
    told = client().get(unescape(links["application/json+oembed"]).removeprefix("http://localhost")).get_json()
    assert frame_of(told["html"])["src"] == f"http://localhost{path}"


def test_it_moves_below_a_path() -> None:
    moved = client(Settings(path_prefix="/cis/"))
    inside = moved.get("/cis/oembed?url=http%3A%2F%2Flocalhost%2Fcis%2F%3Fcountry%3DARM")
    assert frame_of(json.loads(inside.data)["html"])["src"] == "http://localhost/cis/embed?country=ARM"
    assert moved.get("/cis/oembed?url=http%3A%2F%2Flocalhost%2F").status_code == 404

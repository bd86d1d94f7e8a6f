"""oEmbed: what other sites are told about an address, and how they find where to ask (oembed.com, version 1.0)."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from werkzeug.test import Client, TestResponse

from app.web.dash_page import create_app
from app.web.settings import Settings
from tests.embedding import client, shipped, small_timeline

ROOT = "http://localhost/"
VERSION = shipped().content_hash[:12]
TITLE = shipped().collection.title.best()


def ask(url: str, user_agent: str = "", **parameters: str) -> TestResponse:
    more = "".join(f"&{name}={value}" for name, value in parameters.items())
    return client().get(f"/oembed?url={quote(url, safe='')}{more}", headers={"User-Agent": user_agent})


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
    ("asked", "shown", "what"),
    [
        ("", "embed", ""),
        ("?country=ARM", "embed?country=ARM", ": Armenia"),
        ("?country=armenia&type=summit", "embed?country=ARM&type=summit", ": Armenia, summits"),
        ("?nonsense=1&country=ARM", "embed?country=ARM", ": Armenia"),
        ("embed?theme=dark", "embed?theme=dark", ""),
        (f"embed/{VERSION}?country=ARM", f"embed/{VERSION}?country=ARM", ": Armenia"),
        ("?q=%22%3Cb%3E%22", "embed?q=%22%3Cb%3E%22", ': Matching “"<b>"”'),
        ("?country=ARM#list", "embed?country=ARM", ": Armenia"),
    ],
)
def test_a_view_becomes_a_frame_of_it(asked: str, shown: str, what: str) -> None:
    answer = ask(ROOT + asked)
    assert answer.status_code == 200
    told = answer.get_json()
    frame = frame_of(told["html"])
    assert frame["src"] == ROOT + shown
    assert frame["title"] == told["title"] == TITLE + what
    assert (frame["width"], frame["height"]) == (str(told["width"]), str(told["height"]))
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
        "http://localhost/embed/0123456789ab",
        "http://localhost/embed.js",
        "//localhost/",
        "http://[",
        "",
    ],
)
def test_it_answers_for_its_own_addresses_only(url: str) -> None:
    assert ask(url).status_code == 404


def test_a_version_is_answered_for_as_long_as_it_is_kept(tmp_path: Path) -> None:
    before = small_timeline(tmp_path / "before", "Before")
    url = f"{ROOT}embed/{before.content_hash[:12]}?country=ARM"
    asked = f"/oembed?url={quote(url, safe='')}"
    assert client().get(asked).status_code == 404
    told = Client(create_app(shipped(), earlier=[before]).server).get(asked).get_json()
    assert frame_of(told["html"])["src"] == url
    assert told["title"] == f"{before.collection.title.best()}: Armenia"


# What WordPress makes of the markup of a page that it has found by itself: the two parts that it looks for, and the
# attributes that it leaves a frame (wp_filter_oembed_result in wp-includes/embed.php).
LEFT_BY_WORDPRESS = re.compile(r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", re.DOTALL)


def test_wordpress_is_given_a_quotation_that_stands_in_for_the_frame() -> None:
    asked = f"{ROOT}?country=ARM&type=summit"
    answer = ask(asked, "WordPress/6.8; https://newspaper.example", maxwidth="600", maxheight="900", dnt="1")
    assert "User-Agent" in answer.vary
    told = answer.get_json()
    kept = LEFT_BY_WORDPRESS.search(told["html"])
    assert kept
    assert kept[1] == f'<blockquote><a href="{ROOT}?country=ARM&amp;type=summit">{told["title"]}</a></blockquote>'
    assert kept[1] + kept[2] == told["html"]
    assert {"src", "width", "height", "title"} <= set(frame_of(kept[2]))
    assert ask(asked, "Ghost/5.0", maxwidth="600").get_json()["html"] == kept[2]


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

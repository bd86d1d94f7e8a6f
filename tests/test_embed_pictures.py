"""The pictures that the server draws of views: for places without frames, and for links to the page."""

from __future__ import annotations

import os
import re
import struct
from pathlib import Path

import pytest
from werkzeug.test import Client, TestResponse

from app import engine
from app.drawing import Json, Picture, Sheet, draw_picture
from app.engine import EngineMissingError, Large
from app.images import BrowserError, find_browser
from app.payload import build_payload
from app.web import pictures
from app.web.dash_page import create_app
from app.web.settings import SettingError, Settings, read_settings
from app.web.snippets import PICTURE_PX
from tests.embedding import client, shipped, small_timeline
from tests.svg import faults_of

VERSION = shipped().content_hash[:12]
LIVE, FROZEN = "/embed.svg", f"/embed/{VERSION}.svg"
both = pytest.mark.parametrize("path", [LIVE, FROZEN], ids=["live", "frozen"])
PNG = b"\x89PNG\r\n\x1a\n"


def ask(path: str, asking: Client | None = None, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return (asking or client()).get(path, headers=named)


@pytest.fixture
def with_browser(monkeypatch: pytest.MonkeyPatch) -> Client:
    """A server that has a browser; what the browser makes is told apart by its size."""
    made = lambda drawn, browser, scale: PNG + f"{browser} {drawn.width}x{drawn.height} {scale}".encode()  # noqa: E731
    monkeypatch.setattr(pictures, "to_png", made)
    return Client(create_app(shipped(), settings=Settings(browser="/bin/browser")).server)


@both
def test_it_is_what_export_draws(path: str) -> None:
    answer = ask(f"{path}?country=ARM&theme=dark")
    drawn = draw_picture(build_payload(shipped()), "country=ARM&theme=dark", Sheet(PICTURE_PX, scheme="dark"))
    assert (answer.status_code, answer.content_type) == (200, "image/svg+xml; charset=utf-8")
    assert answer.text == drawn.svg
    assert faults_of(answer.text) == []


def test_the_events_are_sent_to_the_engine_once_for_all_pictures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before, now = small_timeline(tmp_path / "before", "Old words"), small_timeline(tmp_path / "now", "New words")
    asking, sent = Client(create_app(now, earlier=[before]).server), []

    def note(payload: Large, query: str, sheet: Sheet) -> Picture:
        sent.append(payload)
        return draw_picture(payload, query, sheet)

    monkeypatch.setattr(pictures, "draw_picture", note)
    for path in (LIVE, f"{LIVE}?country=ARM", f"{LIVE}?theme=dark", f"/embed/{before.content_hash[:12]}.svg"):
        assert ask(path, asking).status_code == 200
    keys = [payload.key for payload in sent]
    assert keys[0] == keys[1] == keys[2] != keys[3]


def test_it_is_kept_like_the_embed() -> None:
    for path in (LIVE, FROZEN):
        first = ask(f"{path}?country=ARM")
        again = ask(f"{path}?country=ARM", If_None_Match=first.headers["ETag"])
        assert (again.status_code, again.data) == (304, b"")
        assert first.headers["Cache-Control"] == again.headers["Cache-Control"]
        assert first.headers["Cache-Control"] == ask(path.replace(".svg", "")).headers["Cache-Control"]


def test_another_view_version_or_form_has_another_tag() -> None:
    asked = (LIVE, f"{LIVE}?country=ARM", FROZEN, "/embed")
    assert len({ask(path).headers["ETag"] for path in asked}) == len(asked)


@both
def test_a_view_has_one_address(path: str) -> None:
    answer = ask(f"{path}?country=armenia")
    assert (answer.status_code, answer.headers["Location"]) == (308, f"{path}?country=ARM")


@both
def test_a_broken_view_is_drawn_as_far_as_it_means_anything(path: str) -> None:
    assert ask(f"{path}?country=Atlantis").text == ask(path).text


def test_an_earlier_state_goes_on_while_it_is_kept(tmp_path: Path) -> None:
    before, now = small_timeline(tmp_path / "before", "Old words"), small_timeline(tmp_path / "now", "New words")
    kept = Client(create_app(now, earlier=[before]).server)
    assert "Old words" in ask(f"/embed/{before.content_hash[:12]}.svg", kept).text
    assert ask(f"/embed/{before.content_hash[:12]}.svg", Client(create_app(now).server)).status_code == 410


@pytest.mark.parametrize(("version", "status"), [("0123456789ab", 410), ("nothing", 404)])
def test_a_version_that_is_not_there_is_no_picture(version: str, status: int) -> None:
    answer = ask(f"/embed/{version}.svg")
    assert (answer.status_code, answer.mimetype) == (status, "text/html")


def test_any_host_may_show_it_and_nothing_in_it_runs() -> None:
    headers = ask(LIVE).headers
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["Content-Security-Policy"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_without_the_engine_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise EngineMissingError(engine.MISSING)

    monkeypatch.setattr("app.drawing.engine", fail)
    answer = ask(LIVE, Client(create_app(shipped()).server))
    assert (answer.status_code, answer.headers["Cache-Control"]) == (503, "no-store")
    assert "pip install mini-racer" in answer.text


# --- made by a browser


def test_a_server_with_a_browser_makes_a_png(with_browser: Client) -> None:
    for path in ("/embed.png?country=ARM", f"/embed/{VERSION}.png?country=ARM"):
        answer = ask(path, with_browser)
        assert (answer.status_code, answer.content_type) == (200, "image/png")
        assert re.fullmatch(rb"/bin/browser 800x\d+ 2", answer.data.removeprefix(PNG))


def test_the_card_of_a_link_has_the_size_that_other_sites_expect(with_browser: Client) -> None:
    assert ask("/card.png?country=ARM", with_browser).data == PNG + b"/bin/browser 1200x630 1"


def test_a_server_without_a_browser_says_so() -> None:
    answer = ask("/card.png")
    assert (answer.status_code, answer.text) == (404, f"{pictures.NO_BROWSER}\n")


def test_one_png_is_made_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    asking = Client(create_app(shipped(), settings=Settings(browser="/bin/browser")).server)
    inner: list[TestResponse] = []

    def make(*_: object, **__: object) -> bytes:
        if not inner:
            inner.append(ask("/embed.png?country=AZE", asking))
        return PNG

    monkeypatch.setattr(pictures, "to_png", make)
    assert ask("/embed.png", asking).status_code == 200
    assert [(one.status_code, one.headers["Retry-After"], one.text) for one in inner] == [
        (503, "5", f"{pictures.BUSY}\n")
    ]
    assert ask("/embed.png?country=AZE", asking).status_code == 200


def test_while_one_png_is_made_no_other_is_drawn(monkeypatch: pytest.MonkeyPatch, with_browser: Client) -> None:
    drawn: list[str] = []

    def note(payload: Json, query: str, sheet: Sheet) -> Picture:
        drawn.append(query)
        if len(drawn) == 1:
            assert ask("/embed.png?country=AZE", with_browser).status_code == 503
        return draw_picture(payload, query, sheet)

    monkeypatch.setattr(pictures, "draw_picture", note)
    assert ask("/embed.png?country=ARM", with_browser).status_code == 200
    assert drawn == ["country=ARM"]


def test_a_browser_that_fails_is_asked_again_and_only_the_log_says_why(
    monkeypatch: pytest.MonkeyPatch, with_browser: Client, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> bytes:
        raise BrowserError("/opt/browser fell over")

    with monkeypatch.context() as broken:
        broken.setattr(pictures, "to_png", fail)
        assert (ask("/embed.png", with_browser).status_code, ask("/embed.png", with_browser).text) == (
            503,
            f"{pictures.FAILED}\n",
        )
    assert caplog.messages == ["/opt/browser fell over"] * 2
    assert ask("/embed.png", with_browser).status_code == 200


def test_a_real_browser_makes_the_card() -> None:
    try:
        browser = find_browser(os.environ)
    except BrowserError as error:
        pytest.skip(str(error))
    made = ask("/card.png?country=ARM", Client(create_app(shipped(), settings=Settings(browser=browser)).server)).data
    assert made.startswith(PNG)
    assert struct.unpack(">II", made[16:24]) == (1200, 630)


def test_a_browser_that_is_named_has_to_be_there() -> None:
    with pytest.raises(SettingError, match=r"^BROWSER_PATH=/nowhere/browser: "):
        read_settings({"BROWSER_PATH": "/nowhere/browser"})


# --- named in the heads of pages


def head_of(path: str, asking: Client) -> dict[str, str]:
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', ask(path, asking).text))


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_a_link_to_a_view_shows_its_card(path: str, with_browser: Client) -> None:
    head = head_of(f"{path}?controls=none&country=ARM,AZE", with_browser)
    assert head["og:url"] == "http://localhost/?country=ARM,AZE"
    assert head["og:image"] == "http://localhost/card.png?country=ARM,AZE"
    assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
    assert head["twitter:card"] == "summary_large_image"
    assert ask(head["og:image"].removeprefix("http://localhost"), with_browser).status_code == 200


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_without_a_browser_no_picture_is_promised(path: str) -> None:
    head = head_of(path, client())
    assert "og:image" not in head
    assert head["twitter:card"] == "summary"


# --- addresses at which nothing is


@pytest.mark.parametrize("prefix", ["/", "/timelines/cis/"])
@pytest.mark.parametrize(
    "path",
    ["nothing", "nothing/more", "index.html", "embeds", "_nothing", "files/x.js", "_dash-component-suites/dash/x.js"],
)
def test_an_address_at_which_nothing_is_is_not_found(prefix: str, path: str) -> None:
    answer = ask(f"{prefix}{path}", client(Settings(path_prefix=prefix)))
    assert answer.status_code == 404
    assert "There is no page at this address." in answer.text
    assert f'href="{prefix}"' in answer.text


@pytest.mark.parametrize("path", ["/", "/?country=ARM", "/embed", "/_dash-layout", "/_dash-dependencies", "/healthz"])
def test_what_is_there_is_found(path: str) -> None:
    assert ask(path).status_code == 200

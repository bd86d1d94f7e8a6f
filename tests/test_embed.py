"""The embed's answers: what they say to caches and browsers, and that they are the same for the same question."""

from __future__ import annotations

import base64
import gzip
import hashlib
import html
import json
import re
from pathlib import Path

import brotli
import pytest
from werkzeug.test import Client, TestResponse

from app.load import load_timeline
from app.packing import unpacked
from app.paths import PROJECT_FOLDER
from app.view import format_view, parse_view
from app.vocabulary import vocabulary
from app.web.dash_page import create_app
from app.web.settings import Settings
from tests.embedding import client, shipped, small_timeline

VERSION = shipped().content_hash[:12]
LIVE, FROZEN = "/embed", f"/embed/{VERSION}"
UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}
SHORT = "public, max-age=60, stale-while-revalidate=86400, stale-if-error=86400"
CONTROLS = {"none": "?controls=none", "chips": "", "full": "?controls=full"}
both = pytest.mark.parametrize("path", [LIVE, FROZEN], ids=["live", "frozen"])


def ask(path: str, asking: Client | None = None, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return (asking or client()).get(path, headers=named)


# --- for caches


def test_the_live_embed_is_kept_for_a_minute_and_may_be_stale_for_a_day() -> None:
    assert ask(LIVE).headers["Cache-Control"] == SHORT


def test_the_frozen_embed_is_kept_for_ever() -> None:
    assert ask(FROZEN).headers["Cache-Control"] == "public, max-age=31536000, immutable"


@both
def test_who_has_it_gets_no_bytes(path: str) -> None:
    first = ask(f"{path}?country=ARM")
    again = ask(f"{path}?country=ARM", If_None_Match=first.headers["ETag"])
    assert (first.status_code, again.status_code, again.data) == (200, 304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"]


def test_another_view_version_or_collection_has_another_tag(tmp_path: Path) -> None:
    other = Client(create_app(small_timeline(tmp_path / "events", "Other")).server)
    tags = [
        ask(LIVE).headers["ETag"],
        ask(f"{LIVE}?country=ARM").headers["ETag"],
        ask(FROZEN).headers["ETag"],
        ask(LIVE, other).headers["ETag"],
    ]
    assert len(set(tags)) == len(tags)


@both
@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("br, gzip", "br"), ("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("", None)],
)
def test_the_codings_are_of_the_same_document(path: str, accepted: str, coding: str | None) -> None:
    answer = ask(f"{path}?country=ARM", Accept_Encoding=accepted)
    assert answer.headers.get("Content-Encoding") == coding
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert UNPACK[coding](answer.data) == ask(f"{path}?country=ARM").data


def test_it_is_light() -> None:
    """At most 400 KB with all that it needs; drawing and filters are in it."""
    assert len(ask(LIVE, Accept_Encoding="br").data) <= 400_000


def test_it_is_lighter_without_what_its_readers_are_not_offered() -> None:
    sizes = {controls: len(ask(f"{LIVE}{query}", Accept_Encoding="br").data) for controls, query in CONTROLS.items()}
    assert sizes["full"] - sizes["chips"] > 10_000
    assert abs(sizes["chips"] - sizes["none"]) < 100
    for controls, query in CONTROLS.items():
        script = ask(f"{LIVE}{query}").text.rpartition("<script>")[2]
        assert all((name in script) is (controls == "full") for name in ("S.share = ", "S.sharing = ", "S.still = "))


@both
def test_it_is_the_same_in_every_process(path: str) -> None:
    fresh = Client(create_app(shipped()).server)
    assert ask(f"{path}?country=ARM", fresh).data == ask(f"{path}?country=ARM").data


# --- one address for a view


@both
@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("country=armenia", "country=ARM"),
        ("type=summit&country=RUS", "country=RUS&type=summit"),
        ("country=RUS,ARM,ARM", "country=ARM,RUS"),
        ("controls=chips", ""),
        ("theme=DARK&height=0480", "height=480&theme=dark"),
        ("country=", ""),
    ],
)
def test_a_query_written_otherwise_leads_to_the_canonical_one(path: str, asked: str, canonical: str) -> None:
    answer = ask(f"{path}?{asked}")
    assert answer.status_code == 308
    assert answer.headers["Location"] == (f"{path}?{canonical}" if canonical else path)
    assert ask(answer.headers["Location"]).status_code == 200


@pytest.mark.parametrize(
    "query", ["country=ARM,AZE", "q=%22rail+freight%22", "window=2025-12-20/2025-12-24", "q=don%27t"]
)
def test_a_canonical_query_is_answered_at_once(query: str) -> None:
    assert format_view(parse_view(query, vocabulary(shipped()))[0]) == query
    assert ask(f"{LIVE}?{query}").status_code == 200


@both
@pytest.mark.parametrize("query", ["country=Atlantis", "nonsense=1", "from=2025-02-30", "q=%FF", "x" * 2001])
def test_a_broken_view_is_answered_with_what_is_left_of_it(path: str, query: str) -> None:
    """The page in the browser says what could not be used; see tests/browser/test_embed_manners.py."""
    answer = ask(f"{path}?{query}")
    assert answer.status_code == 200
    assert b'id="timeline"' in answer.data


# --- frozen


def test_a_version_that_is_not_kept_is_said_to_be_gone() -> None:
    answer = ask("/embed/0123456789ab?country=ARM")
    assert answer.status_code == 410
    assert "0123456789ab" in answer.text
    assert "is not kept here any more" in answer.text
    assert 'href="/embed?country=ARM"' in answer.text


@pytest.mark.parametrize("version", ["nothing", "0123", "0" * 65, "ABCDEFABCDEF"])
def test_what_names_no_version_is_not_found(version: str) -> None:
    assert ask(f"/embed/{version}").status_code == 404


def test_a_version_may_be_named_by_more_of_its_hash() -> None:
    whole = shipped().content_hash
    assert ask(f"/embed/{whole}").data == ask(f"/embed/{whole[:16]}").data == ask(FROZEN).data


def test_an_earlier_state_goes_on_while_it_is_kept(tmp_path: Path) -> None:
    before, now = small_timeline(tmp_path / "before", "Old words"), small_timeline(tmp_path / "now", "New words")
    alone, both_kept = Client(create_app(before).server), Client(create_app(now, earlier=[before]).server)
    path = f"/embed/{before.content_hash[:12]}"
    assert ask(path, both_kept).data == ask(path, alone).data
    assert b"Old words" in ask(path, both_kept).data
    assert b"Old words" not in ask("/embed", both_kept).data
    assert ask(path, Client(create_app(now).server)).status_code == 410


# --- for browsers


@pytest.mark.parametrize("controls", ["none", "chips", "full"])
def test_only_its_own_script_runs(controls: str) -> None:
    answer = client().get(f"{LIVE}?controls={controls}", follow_redirects=True)
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert len(scripts) == 1
    assert f"script-src 'sha256-{hashes[0]}';" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


@both
def test_it_asks_for_nothing_more(path: str) -> None:
    markup = re.sub(r"<script>.*?</script>", "", ask(path).text, flags=re.DOTALL)
    named = re.findall(r'<(?:script|img|iframe|link)[^>]* (?:src|href)="([^"]*)"', markup)
    assert all(address.startswith("data:") or "/oembed?" in address for address in named)


@pytest.mark.parametrize(
    "path", [LIVE, FROZEN, f"{LIVE}?country=armenia", "/embed/0123456789ab", "/embed.js", "/oembed", "/"]
)
def test_no_answer_sets_a_cookie_or_forbids_frames_the_old_way(path: str) -> None:
    headers = ask(path).headers
    assert "Set-Cookie" not in headers
    assert "X-Frame-Options" not in headers
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("*", None),  # anyone, also a file on a disk, which a browser does not take `*` for
        ("https://example.org https://*.example.com", "frame-ancestors https://example.org https://*.example.com"),
        ("'self'", "frame-ancestors 'self'"),
    ],
)
def test_who_may_frame_the_embed_is_one_setting(setting: str, said: str | None) -> None:
    policy = ask(LIVE, client(Settings(frame_ancestors=setting))).headers["Content-Security-Policy"]
    assert ("frame-ancestors" in policy) is (said is not None)
    assert said is None or policy.endswith(said)


def test_nobody_may_frame_the_dashboard() -> None:
    assert "frame-ancestors 'none'" in ask("/").headers["Content-Security-Policy"]


def test_an_isolated_host_may_take_it() -> None:
    headers = ask(LIVE).headers
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"


# --- the document


def test_the_view_stands_in_the_document_before_its_script_runs() -> None:
    opening = ask(f"{LIVE}?controls=none&height=480&theme=dark").text[:300]
    assert 'data-controls="none"' in opening
    assert 'data-theme="dark"' in opening
    assert 'data-height="480"' in opening


def test_without_scripts_the_events_of_the_view_are_listed() -> None:
    text = ask(f"{LIVE}?country=AZE&status=absent").text
    listed = re.findall(r"<li>(.*?)</li>", text.partition("<noscript>")[2].partition("</noscript>")[0])
    sent = json.loads(text.partition('id="payload"')[2].partition(">")[2].partition("</script>")[0])
    columns = unpacked(sent)["events"]["columns"]
    titles = dict(zip(columns["title"], columns["participants"], strict=True))
    assert listed
    for line in listed:
        absent = [part for part in titles[html.unescape(line).partition(": ")[2]] or [] if part["status"] == "absent"]
        assert "AZE" in {part["actor"] for part in absent}


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("country=NOR", ["2020: Talks", "5, trade, Norway – Denmark"]),
        ("from=2021", ["7, visitors"]),
        ("type=summit", ["1950: Elsewhere"]),
    ],
)
def test_without_scripts_the_claims_at_no_event_are_listed_below(query: str, listed: list[str]) -> None:
    beside = load_timeline(PROJECT_FOLDER / "tests" / "data" / "beside.yaml").timeline
    text = ask(f"{LIVE}?{query}", Client(create_app(beside).server)).text
    plain = text.partition("<noscript>")[2].partition("</noscript>")[0]
    items = [html.unescape(item) for item in re.findall(r"<li>(.*?)</li>", plain)]
    assert len(items) == len(listed)
    assert all(item.startswith(words) for item, words in zip(items, listed, strict=True))
    assert ("<h2>Claims that belong to no event</h2>" in plain) == (query != "type=summit")


def test_it_says_where_the_data_are_from() -> None:
    foot = ask(LIVE).text.partition("<footer")[2].partition("</footer>")[0]
    assert html.escape(shipped().collection.title.best()) in foot
    assert VERSION in foot
    assert "kept as it was" not in foot
    assert "kept as it was in this version" in ask(FROZEN).text


def test_the_script_for_hosts_is_short_and_kept_for_a_week() -> None:
    answer = ask("/embed.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "max-age=604800" in answer.headers["Cache-Control"]
    assert len(answer.text.splitlines()) <= 16
    assert ask("/embed.js", If_None_Match=answer.headers["ETag"]).status_code == 304


# --- below a path


def test_everything_moves_below_a_path() -> None:
    moved = client(Settings(path_prefix="/timelines/cis/"))
    text = ask("/timelines/cis/embed", moved).text
    assert ask("/embed", moved).status_code == 404
    assert 'data-home="/timelines/cis/"' in text
    assert ask("/timelines/cis/embed?country=armenia", moved).headers["Location"] == "/timelines/cis/embed?country=ARM"
    assert ask("/timelines/cis/embed.js", moved).status_code == 200
    assert 'href="/timelines/cis/embed"' in ask("/timelines/cis/embed/0123456789ab", moved).text
    page = ask("/timelines/cis/", moved)
    assert page.headers["Cache-Control"] == "no-cache"
    own = re.findall(r'(?:src|href)="(/[^"]*)"', page.text)
    assert own
    assert all(address.startswith("/timelines/cis/") for address in own)
    assert all(ask(address.replace("&amp;", "&"), moved).status_code == 200 for address in own)

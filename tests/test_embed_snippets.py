"""What is pasted: Python and the browser write the same bytes, and the examples use them as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing import Sheet, draw_picture
from app.paths import DOCS_FOLDER
from app.payload import build_payload
from app.sentence import describe_title
from app.still_picture import scheme_of
from app.view import View, format_view, parse_view
from app.vocabulary import vocabulary
from app.web.snippets import (
    PICTURE_PX,
    Embed,
    Still,
    embed_path,
    fallback_height,
    iframe,
    iframe_with_script,
    link,
    picture,
)
from tests.core import core
from tests.embedding import EXAMPLES, FRAMELESS, HOSTS, WRITTEN_FOR, shipped

STILL = Still("country=ARM,AZE", 'Armenia "or" Azerbaijan.', 512)
EMBED = Embed("https://example.org/cis/", "country=ARM,AZE&type=summit", 'Who "came" & who <stayed>', 640)


def in_browser(embed: Embed) -> dict[str, object]:
    told = asdict(embed)
    return {**told, "height": told.pop("height_px")}


def test_the_frame() -> None:
    assert iframe(EMBED) == (
        '<iframe src="https://example.org/cis/embed?country=ARM,AZE&amp;type=summit"'
        ' title="Who &quot;came&quot; &amp; who &lt;stayed&gt;" width="100%" height="640" loading="lazy"'
        ' sandbox="allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox" frameborder="0"></iframe>'
    )


def test_the_frame_with_its_script() -> None:
    assert (
        iframe_with_script(EMBED) == f'{iframe(EMBED)}\n<script src="https://example.org/cis/embed.js" async></script>'
    )


def test_the_link_for_places_that_take_no_frames() -> None:
    assert link(EMBED) == (
        '<a href="https://example.org/cis/?country=ARM,AZE&amp;type=summit">'
        "Who &quot;came&quot; &amp; who &lt;stayed&gt;</a>"
    )


def test_the_picture_for_places_that_take_no_frames() -> None:
    assert picture(EMBED, STILL) == (
        '<a href="https://example.org/cis/?country=ARM,AZE&amp;type=summit">'
        '<img src="https://example.org/cis/embed.svg?country=ARM,AZE"'
        ' alt="Who &quot;came&quot; &amp; who &lt;stayed&gt;: Armenia &quot;or&quot; Azerbaijan."'
        ' width="800" height="512"></a>'
    )


@pytest.mark.parametrize(
    ("query", "leads"),
    [("", "?cited=0123456789ab"), ("country=ARM&type=summit", "?cited=0123456789ab&amp;country=ARM&amp;type=summit")],
)
def test_a_link_of_a_version_lets_the_page_say_what_has_changed(query: str, leads: str) -> None:
    frozen = replace(EMBED, query=query, version="0123456789abcdef")
    for pasted in (link(frozen), picture(frozen, STILL)):
        assert f'<a href="https://example.org/cis/{leads}">' in pasted


@pytest.mark.parametrize(
    ("query", "version", "path"),
    [
        ("", None, "embed"),
        ("country=ARM", None, "embed?country=ARM"),
        ("", "0123456789ab", "embed/0123456789ab"),
        ("country=ARM", "0123456789ab", "embed/0123456789ab?country=ARM"),
    ],
)
def test_live_or_frozen(query: str, version: str | None, path: str) -> None:
    assert embed_path(query, version) == core().call("snippets.path", query, version) == path
    drawn = path.replace("embed", "embed.svg", 1) if version is None else path.replace(version, f"{version}.svg")
    assert embed_path(query, version, ".svg") == core().call("snippets.path", query, version, ".svg") == drawn


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
EMBEDS = st.builds(
    Embed,
    root=st.sampled_from(["https://example.org/", "http://127.0.0.1:8050/a'b/"]),
    query=TEXTS,
    title=TEXTS,
    height_px=st.integers(200, 4000),
    version=st.none() | st.just("0123456789ab"),
    width=st.sampled_from(["100%", "640"]),
)


STILLS = st.builds(Still, query=TEXTS, alt=TEXTS, height_px=st.integers(100, 4000))


@given(EMBEDS, STILLS)
def test_the_browser_writes_the_same(embed: Embed, still: Still) -> None:
    told = in_browser(embed)
    assert core().call("snippets.iframe", told) == iframe(embed)
    assert core().call("snippets.iframeWithScript", told) == iframe_with_script(embed)
    assert core().call("snippets.link", told) == link(embed)
    seen = {"query": still.query, "alt": still.alt, "height": still.height_px}
    assert core().call("snippets.picture", told, seen) == picture(embed, still)


class _Reader(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@given(EMBEDS, STILLS)
def test_no_text_becomes_markup(embed: Embed, still: Still) -> None:
    assert [tag for tag, _ in _Reader(iframe_with_script(embed)).tags] == ["iframe", "script"]
    assert [tag for tag, _ in _Reader(link(embed)).tags] == ["a"]
    assert [tag for tag, _ in _Reader(picture(embed, still)).tags] == ["a", "img"]


@pytest.mark.parametrize("height", [None, 480])
@pytest.mark.parametrize("controls", ["none", "chips", "full"])
def test_a_frame_without_a_script_has_a_height_that_suits_it(height: int | None, controls: str) -> None:
    found = fallback_height(height, controls)
    assert found == core().call("snippets.fallbackHeight", height, controls)
    assert found == height if height else 500 < found < 1000


FRAME = re.compile(r"<iframe [^>]*></iframe>")
FOREIGN = {"wordpress.html"}  # WordPress writes the frame itself


@pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.stem)
def test_the_examples_are_what_is_pasted(host: Path) -> None:
    markup = host.read_text(encoding="utf-8")
    frames = [(frame, _Reader(frame).tags[0][1]) for frame in FRAME.findall(markup)]
    assert frames
    for frame, given_ in frames:
        source = str(given_["src"]).removeprefix(f"{WRITTEN_FOR}/embed").partition("#")[0].removeprefix("?")
        view, notices = parse_view(source, vocabulary(shipped()))
        assert not notices
        assert format_view(view) == source, "not canonical: every reader would be redirected"
        embed = Embed(f"{WRITTEN_FOR}/", source, str(given_["title"]), int(str(given_["height"])))
        assert host.name not in FOREIGN or titled(view) == given_["title"]
        own_language = ' lang="en" dir="ltr"'
        assert host.name in FOREIGN or frame.replace(own_language, "") == iframe(embed)
        assert embed.height_px == fallback_height(view.height, view.controls)


# The dialog over a screen of a width of its own; the picture is drawn for another one.
DIALOG = """(([payload, told]) => {
    const unpacked = sidelines.timeline.unpack(payload);
    const model = sidelines.timeline.inLanguage(unpacked, sidelines.screen.read(unpacked, told.query).view.lang);
    const screen = sidelines.screen.build(model, told.query, { width: 1000, scheme: "light" });
    return JSON.stringify(sidelines.share.dialog(model, screen, told));
})"""
ROOT = "https://example.org/"
VIEWS = ("", "country=ARM", "controls=full&height=480&q=rail", "lang=ru&theme=dark", "window=2025-12-20/2025-12-24")


def titled(view: View) -> str:
    return describe_title(shipped().collection.title.best(), view, vocabulary(shipped()))


def dialog(payload: Mapping[str, Any], query: str, form: str, life: str, controls: str | None = None) -> str:
    """The share dialog's tree as JSON, with a choice of forms, of lives and of what readers change."""
    chosen = {"form": form, "frozen": life == "frozen", "controls": controls, "scope": "view", "style": "chicago"}
    told = {"url": ROOT, "root": ROOT, "query": query, "accessed": "2026-01-05", **chosen}
    return str(core().evaluate(f"{DIALOG}(JSON.parse({json.dumps(json.dumps([payload, told]))}))"))


@pytest.mark.parametrize("form", ["iframe", "link"])
@pytest.mark.parametrize("life", ["live", "frozen"])
@pytest.mark.parametrize("query", ["", "country=ARM&from=2020", "country=AZE&status=absent&controls=none"])
def test_the_dialog_names_each_view_by_what_it_asks_for(query: str, life: str, form: str) -> None:
    view, _ = parse_view(query, vocabulary(shipped()))
    version = shipped().content_hash[:16] if life == "frozen" else None
    embed = Embed(ROOT, format_view(view), titled(view), fallback_height(view.height, view.controls), version)
    pasted = iframe(embed) if form == "iframe" else link(embed)
    assert json.dumps(pasted, ensure_ascii=False) in dialog(build_payload(shipped()), format_view(view), form, life)


@pytest.mark.parametrize("controls", ["none", "chips", "full"])
def test_what_readers_may_change_is_chosen_in_the_dialog(controls: str) -> None:
    view, _ = parse_view(f"country=ARM&controls={controls}", vocabulary(shipped()))
    payload, query = build_payload(shipped()), "controls=none&country=ARM"
    embed = Embed(ROOT, format_view(view), titled(view), fallback_height(None, controls))
    assert json.dumps(iframe(embed), ensure_ascii=False) in dialog(payload, query, "iframe", "live", controls)
    assert json.dumps(link(replace(embed, query=query))) in dialog(payload, query, "link", "live", controls)
    assert "share-controls" not in dialog(payload, query, "link", "live", controls)


@pytest.mark.parametrize("life", ["live", "frozen"])
@pytest.mark.parametrize("query", VIEWS)
def test_the_dialog_writes_what_the_server_draws(query: str, life: str) -> None:
    payload = build_payload(shipped())
    view, _ = parse_view(query, vocabulary(shipped()))
    drawn_for = format_view(replace(view, controls="chips", height=None))
    drawn = draw_picture(payload, drawn_for, Sheet(PICTURE_PX, scheme=scheme_of(view)))
    version = shipped().content_hash[:16] if life == "frozen" else None
    height_px = fallback_height(view.height, view.controls)
    embed = Embed(ROOT, format_view(view), shipped().collection.title.best(), height_px, version)
    pasted = picture(embed, Still(drawn_for, drawn.alt, drawn.height))
    assert json.dumps(pasted, ensure_ascii=False) in dialog(payload, query, "picture", life)


def test_the_example_without_frames_is_what_is_pasted() -> None:
    markup = FRAMELESS.read_text(encoding="utf-8")
    (tag, leads), (_, shown) = (one for one in _Reader(markup).tags if one[0] in {"a", "img"})
    query = str(leads["href"]).removeprefix(f"{WRITTEN_FOR}/?")
    assert tag == "a"
    assert str(shown["src"]) == f"{WRITTEN_FOR}/embed.svg?{query}"
    assert format_view(parse_view(query, vocabulary(shipped()))[0]) == query
    title, _, alt = str(shown["alt"]).partition(": ")
    still = Still(query, alt, int(str(shown["height"])))
    assert picture(Embed(f"{WRITTEN_FOR}/", query, title, 0), still) in markup


def test_the_guide_names_every_example() -> None:
    guide = (DOCS_FOLDER / "embedding.md").read_text(encoding="utf-8")
    assert {host.name for host in EXAMPLES} == set(re.findall(r"\(embedding/([a-z-]+\.html)\)", guide))


def test_the_guide_shows_the_snippets_as_they_are() -> None:
    guide = (DOCS_FOLDER / "embedding.md").read_text(encoding="utf-8")
    collection = "The Commonwealth of Independent States since 1991"
    shown = Embed("https://timeline.example.org/", "country=ARM,AZE", f"{collection}: Armenia or Azerbaijan", 720)
    assert iframe_with_script(shown) in guide
    assert link(shown) in guide
    drawn = Still(shown.query, "Armenia or Azerbaijan. …", 560)
    assert picture(replace(shown, title=collection), drawn) in guide

"""What is pasted: Python and the browser write the same bytes, and the examples use them as they are."""

from __future__ import annotations

import re
from dataclasses import asdict
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.paths import DOCS_FOLDER
from app.view import format_view, parse_view
from app.vocabulary import vocabulary
from app.web.snippets import Embed, embed_path, fallback_height, iframe, iframe_with_script, link
from tests.core import core
from tests.embedding import HOSTS, WRITTEN_FOR, shipped

EMBED = Embed("https://example.org/cis/", "country=ARM,AZE&type=summit", 'Who "came" & who <stayed>', 640)


def in_browser(embed: Embed) -> dict[str, object]:
    told = asdict(embed)
    return {**told, "height": told.pop("height_px")}


def test_the_frame() -> None:
    assert iframe(EMBED) == (
        '<iframe src="https://example.org/cis/embed?country=ARM,AZE&amp;type=summit"'
        ' title="Who &quot;came&quot; &amp; who &lt;stayed&gt;" width="100%" height="640" loading="lazy"'
        ' sandbox="allow-scripts allow-downloads allow-popups" frameborder="0"></iframe>'
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


@given(EMBEDS)
def test_the_browser_writes_the_same(embed: Embed) -> None:
    told = in_browser(embed)
    assert core().call("snippets.iframe", told) == iframe(embed)
    assert core().call("snippets.iframeWithScript", told) == iframe_with_script(embed)
    assert core().call("snippets.link", told) == link(embed)


class _Reader(HTMLParser):
    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@given(EMBEDS)
def test_no_text_becomes_markup(embed: Embed) -> None:
    assert [tag for tag, _ in _Reader(iframe_with_script(embed)).tags] == ["iframe", "script"]
    assert [tag for tag, _ in _Reader(link(embed)).tags] == ["a"]


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
        own_language = ' lang="en" dir="ltr"'
        assert host.name in FOREIGN or frame.replace(own_language, "") == iframe(embed)
        assert embed.height_px == fallback_height(view.height, view.controls)


def test_the_guide_names_every_example() -> None:
    guide = (DOCS_FOLDER / "embedding.md").read_text(encoding="utf-8")
    assert {host.name for host in HOSTS} == set(re.findall(r"\(embedding/([a-z-]+\.html)\)", guide))


def test_the_guide_shows_the_snippets_as_they_are() -> None:
    guide = (DOCS_FOLDER / "embedding.md").read_text(encoding="utf-8")
    shown = Embed(
        "https://timeline.example.org/", "country=ARM,AZE", "The Commonwealth of Independent States since 1991", 720
    )
    assert iframe_with_script(shown) in guide
    assert link(shown) in guide

"""The still picture: a whole and harmless SVG of the same figure that Plotly draws, the same on every machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache

import pytest

from app.drawing import Picture, Scheme, Sheet, draw_card, draw_picture
from app.load import load_timeline
from app.model import Collection, Text, Timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from app.still_picture import ViewWarning, still
from tests.compact import timeline_of
from tests.exports import HOSTILE, hostile_timeline
from tests.svg import SVG, faults_of, texts_of, tree_of, words_of

DAYS = "window=2025-12-20/2025-12-23"
SUMMIT = "event=cis-informal-summit-2025"
VIEWS = {
    "everything": "",
    "the report layout": "layout=report",
    "some days": f"{DAYS}&{SUMMIT}",
    "some states, dark": f"{DAYS}&country=ARM,AZE,MDA&theme=dark",
    "groups, one of them folded": "group=org&fold=cis",
    "nothing": "q=nothinghasthesewords",
}
of_each_view = pytest.mark.parametrize("query", VIEWS.values(), ids=VIEWS)


def _one_event() -> Timeline:
    title = {"en": "One", "ru": "Один"}
    event = {"id": "one", "date": "2025", "title": title, "participants": [["RUS", "host", "attended"]]}
    return timeline_of({"actors": {"RUS": ["state", "Russia"]}, "events": [event]})


@cache
def _shipped() -> Timeline:
    return load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline


@cache
def _picture(query: str, sheet: Sheet = Sheet()) -> Picture:  # noqa: B008 - frozen
    return draw_picture(build_payload(_shipped()), query, sheet)


# --- a whole and harmless document


@of_each_view
def test_it_is_well_formed_and_holds_nothing_that_runs_or_asks(query: str) -> None:
    assert faults_of(_picture(query).svg) == []


@pytest.mark.parametrize("query", ["", "layout=report", "group=org", "window=1990/2030"])
def test_hostile_texts_aretexts_of(query: str) -> None:
    drawn = draw_picture(build_payload(hostile_timeline()), query, Sheet(title="</title><script>alert(1)</script>"))
    assert faults_of(drawn.svg) == []
    assert drawn.title == "</title><script>alert(1)</script>"
    assert words_of(drawn.svg).startswith("</title><script>alert(1)</script>")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stands_in_the_picture_to_the_letter(text: str) -> None:
    timeline = hostile_timeline((text,))
    drawn = draw_picture(build_payload(timeline), "", Sheet(title=""))
    kept = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", drawn.alt)
    description = tree_of(drawn.svg).findtext(f"{SVG}desc") or ""
    assert " ".join(description.split()) == " ".join(kept.split())
    assert faults_of(drawn.svg) == []


# --- what it says


def test_it_carries_title_filter_window_legend_and_origin() -> None:
    said = texts_of(_picture(f"{DAYS}&country=ARM,AZE").svg)
    about = _shipped().collection
    assert said[0] == about.title.best()
    assert re.fullmatch(r"Armenia or Azerbaijan: \d\d events · shown: 20–23 Dec 2025, \d events", said[1])
    assert "Absent" in said
    assert said[-1].startswith(f"{about.title.best()} · version {about.version} · ")
    assert said[-1].endswith(f"content hash {_shipped().content_hash[:12]}")
    assert re.search(r"· \d+ sources ·", said[-1])


def test_few_sources_are_named() -> None:
    said = texts_of(_picture(f"{DAYS}&q=%22rail+freight%22").svg)
    assert "Sources: " in " ".join(said[-3:])


def test_of_a_part_of_the_time_the_sources_are_those_of_what_is_in_it() -> None:
    def count(query: str) -> int:
        found = re.search(r"(\d+) sources", words_of(_picture(query).svg))
        assert found
        return int(found[1])

    timeline = _shipped()
    all_sources = {each.source for event in timeline.events.values() for each in event.citations}
    assert count("window=2025-12-20/2025-12-23") < count("") >= len(all_sources)


def test_nothing_under_or_over_the_drawing_is_cut_however_long() -> None:
    """The hash stands last: it is what a reader finds the same state by."""
    about = Collection(title=Text((("en", "Long words " * 60),)), licence="Terms " * 200)
    timeline = replace(_one_event(), collection=about, content_hash="abcdef" * 10)
    said = words_of(draw_picture(build_payload(timeline), "", Sheet(400)).svg)
    assert "…" not in said
    assert said.endswith("content hash abcdefabcdef")
    assert said.count("Long words") >= 120
    assert said.count("Terms") == 200


@pytest.mark.parametrize(("query", "title"), [("", "A title"), ("lang=ru", "Название"), ("lang=hy", "A title")])
def test_its_title_is_in_the_language_of_the_view(query: str, title: str) -> None:
    about = Collection(title=Text((("en", "A title"), ("ru", "Название"))))
    payload = build_payload(replace(_one_event(), collection=about))
    own = {**payload, "collection": {**payload["collection"], "title": "Of the page"}}
    for draw in (draw_picture, draw_card):
        assert texts_of(draw(payload, query, Sheet()).svg)[0] == title
        assert texts_of(draw(own, query, Sheet()).svg)[0] == "Of the page"


def test_the_words_for_those_who_do_not_see_it_name_lanes_and_events() -> None:
    drawn = _picture(f"{DAYS}&country=AZE,MDA&type=summit")
    assert drawn.alt.startswith("Azerbaijan or Moldova, summits: ")
    assert "Shown: 20–23 Dec 2025. 2 lanes: Azerbaijan, Moldova. " in drawn.alt
    summit = "22 December 2025: Informal CIS summit, St Petersburg 2025 (Azerbaijan absent, Moldova suspended)."
    assert summit in drawn.alt
    tree = tree_of(drawn.svg)
    assert tree.get("role") == "img"
    title, told = tree.findall(f"{SVG}title") + tree.findall(f"{SVG}desc")
    assert tree.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert (title.text, told.text) == (drawn.title, drawn.alt)


def test_a_mark_says_its_event_when_it_is_pointed_at() -> None:
    hints = {each.text for each in tree_of(_picture(DAYS).svg).iter(f"{SVG}title")}
    assert "Informal CIS summit, St Petersburg 2025, 22 December 2025" in hints


def test_a_title_of_its_own_or_none() -> None:
    assert texts_of(_picture("", Sheet(title="Who & when <1>")).svg)[0] == "Who & when <1>"
    assert texts_of(_picture("", Sheet(title="")).svg)[0].startswith("All events")


# --- sizes


@pytest.mark.parametrize("width", [260, 390, 800, 1200, 2400])
def test_it_is_as_wide_as_asked(width: int) -> None:
    for query in ("", "layout=report"):
        drawn = _picture(query, Sheet(width=width))
        assert drawn.width == width
        assert tree_of(drawn.svg).get("viewBox") == f"0 0 {width} {drawn.height}"


def test_its_lanes_take_the_height_that_there_is_and_it_is_never_cut() -> None:
    least = _picture("country=ARM,AZE")
    assert _picture("country=ARM,AZE", Sheet(height=50)).height < least.height
    assert _picture("country=ARM,AZE", Sheet(height=900)).height == 900
    assert _picture("", Sheet(height=1300)).height == 1300
    assert _picture("", Sheet(height=100)).height > 700


def test_a_width_at_which_nothing_can_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 260 px"):
        still(_shipped(), width=100)


def test_what_a_view_says_wrongly_is_warned_of_and_the_rest_drawn() -> None:
    with pytest.warns(ViewWarning, match="is not a country of this collection"):
        drawn = still(_shipped(), "country=Atlantis&type=summit")
    assert "Summits" in texts_of(drawn)[1]


@pytest.mark.parametrize(
    ("view", "theme", "ground"),
    [("", None, "#FFFFFF"), ("theme=dark", None, "#0E141D"), ("theme=dark", "light", "#FFFFFF")],
)
def test_the_theme_is_that_of_the_view_unless_another_is_asked_for(
    view: str, theme: Scheme | None, ground: str
) -> None:
    drawn = tree_of(still(_shipped(), view, theme=theme))
    assert next(drawn.iter(f"{SVG}rect")).get("fill") == ground


def test_it_shows_itself_in_a_notebook() -> None:
    drawn = still(_shipped(), DAYS)
    assert drawn._repr_svg_() == drawn


# --- the card


@pytest.mark.parametrize("query", ["", f"{DAYS}&country=ARM,AZE", "q=nothinghasthesewords"])
def test_the_card_is_1200_by_630(query: str) -> None:
    drawn = draw_card(build_payload(_shipped()), query, Sheet())
    assert (drawn.width, drawn.height) == (1200, 630)
    assert faults_of(drawn.svg) == []
    assert " ".join(texts_of(drawn.svg)[:2]) == _shipped().collection.title.best()


# --- the same everywhere


def test_it_is_the_same_in_another_process_on_another_machine() -> None:
    """As far as a process can be another machine: other hash seed, time zone, language and folder."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from app import load_timeline, still; "
        "sys.stdout.buffer.write(still(load_timeline(sys.argv[2]), 'layout=report').encode())"
    )
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C"}
    words = [sys.executable, "-c", code, str(PROJECT_FOLDER), str(EVENTS_FOLDER)]
    done = subprocess.run(words, capture_output=True, check=True, env=elsewhere, cwd=PROJECT_FOLDER.parent)
    assert done.stdout.decode() == still(_shipped(), "layout=report")

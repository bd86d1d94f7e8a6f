"""The still picture: a whole and harmless SVG of the same figure that Plotly draws, the same on every machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from app.drawing import Picture, Scheme, Sheet, draw_card, draw_figure, draw_picture
from app.load import load_timeline
from app.model import Timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from app.still_picture import ViewWarning, still
from tests.core import core
from tests.drawing import FIGURES_FOLDER
from tests.exports import HOSTILE, hostile_timeline

SVG = "{http://www.w3.org/2000/svg}"
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
GALLERY = sorted(FIGURES_FOLDER.glob("*.yaml"))


@cache
def _shipped() -> Timeline:
    return load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER).timeline


@cache
def _picture(query: str, sheet: Sheet = Sheet()) -> Picture:  # noqa: B008 - frozen
    return draw_picture(build_payload(_shipped()), query, sheet)


def _tree(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - our own


def _texts(svg: str) -> list[str]:
    """Every text of the picture, each as a reader sees it, lines joined by a blank."""
    return [" ".join("".join(each.itertext()).split()) for each in _tree(svg).iter(f"{SVG}text")]


def _words(svg: str) -> str:
    return re.sub(r"\s+", " ", " ".join(" ".join(each.itertext()) for each in _tree(svg).iter(f"{SVG}text")))


# --- a whole and harmless document


def _faults(svg: str) -> list[str]:
    """What has no place in a picture: scripts, handlers, links out, references that lead nowhere, ids used twice."""
    tree = _tree(svg)
    attributes = [(each.tag.removeprefix(SVG), *pair) for each in tree.iter() for pair in each.attrib.items()]
    ids = [value for _, name, value in attributes if name == "id"]
    wanted = {found for _, _, value in attributes for found in re.findall(r"url\(#([^)]*)\)", value)}
    allowed = "svg g defs path rect circle polygon text tspan title desc clipPath pattern linearGradient stop".split()
    return [
        *(f"element {each.tag}" for each in tree.iter() if each.tag.removeprefix(SVG) not in allowed),
        *(f"{tag} {name}" for tag, name, _ in attributes if name.startswith("on") or name.endswith(("href", "src"))),
        *(
            f"{tag} {name}={value}"
            for tag, name, value in attributes
            if re.search(r"https?:|javascript:|url\([^#]", value)
        ),
        *(f"id {each} leads nowhere" for each in wanted - set(ids)),
        *(f"id {each} twice" for each in ids if ids.count(each) > 1),
    ]


@of_each_view
def test_it_is_well_formed_and_holds_nothing_that_runs_or_asks(query: str) -> None:
    assert _faults(_picture(query).svg) == []


@pytest.mark.parametrize("query", ["", "layout=report", "group=org", "window=1990/2030"])
def test_hostile_texts_are_texts(query: str) -> None:
    drawn = draw_picture(build_payload(hostile_timeline()), query, Sheet(title="</title><script>alert(1)</script>"))
    assert _faults(drawn.svg) == []
    assert drawn.title == "</title><script>alert(1)</script>"
    assert _words(drawn.svg).startswith("</title><script>alert(1)</script>")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_stands_in_the_picture_to_the_letter(text: str) -> None:
    timeline = hostile_timeline((text,))
    drawn = draw_picture(build_payload(timeline), "", Sheet(title=""))
    kept = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", drawn.alt)
    description = _tree(drawn.svg).findtext(f"{SVG}desc") or ""
    assert " ".join(description.split()) == " ".join(kept.split())
    assert _faults(drawn.svg) == []


# --- the same as the figure


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
@pytest.mark.parametrize("query", ["", "layout=report", "group=org&orgs=1"])
def test_every_golden_figure_can_be_drawn_with_all_its_words(path: Path, query: str) -> None:
    payload = build_payload(load_timeline(path, root=PROJECT_FOLDER).timeline)
    figure = draw_figure(payload, query, Sheet())
    drawn = draw_picture(payload, query, Sheet())
    assert _faults(drawn.svg) == []
    shown = _words(drawn.svg)
    for note in [*figure["layout"]["annotations"], *({"text": text} for text in figure["layout"]["yaxis"]["ticktext"])]:
        assert _plain(note["text"]) in shown


def _plain(text: str) -> str:
    without_tags = re.sub(r"<[^>]*>", " ", text)
    return " ".join(
        re.sub("&(lt|gt|amp);", lambda found: {"lt": "<", "gt": ">", "amp": "&"}[found[1]], without_tags).split()
    )


# What `assets/core/picture.js` reads of a figure, or rightly passes over. Whoever gives the figure something new
# teaches the picture to draw it, and then names it here.
KNOWN = {
    "layout": "annotations bargap barmode dragmode font height hovermode margin meta paper_bgcolor plot_bgcolor shapes "
    "showlegend width xaxis xaxis2 xaxis3 yaxis",
    "axis": "automargin domain fixedrange gridcolor gridwidth layer range showgrid showline tickangle tickfont "
    "ticklabeloverflow ticklabelstandoff tickmode ticks ticktext tickvals type zeroline",
    "annotation": "align bgcolor borderpad font name showarrow text x xanchor xref xshift y yanchor yref yshift",
    "font": "color family size weight",
    "shape": "fillcolor layer line opacity type x0 x1 xanchor xref xsizemode y0 y1 yref",
    "trace": "base cliponaxis customdata fill fillgradient hoverinfo line marker mode orientation text textfont "
    "textposition type width x xaxis y",
    "line": "color dash width",
    "marker": "color line opacity pattern size symbol",
    "pattern": "bgcolor fgcolor fillmode shape size solidity",
    "fillgradient": "colorscale start stop type",
}


@pytest.mark.parametrize("path", [EVENTS_FOLDER, *GALLERY], ids=lambda path: path.stem)
def test_a_figure_has_nothing_that_the_picture_does_not_know(path: Path) -> None:
    payload = build_payload(load_timeline(path, root=PROJECT_FOLDER).timeline)
    for query in ("", "layout=report", f"{DAYS}&{SUMMIT}"):
        figure = draw_figure(payload, query, Sheet())
        layout, data = figure["layout"], figure["data"]
        axes = [layout[name] for name in layout if re.fullmatch(r"[xy]axis\d*", name)]
        markers = [trace["marker"] for trace in data if "marker" in trace]
        found: dict[str, list[dict[str, Any]]] = {
            "layout": [layout],
            "axis": axes,
            "annotation": layout["annotations"],
            "font": [part["font"] for part in (layout, *layout["annotations"]) if "font" in part],
            "shape": layout["shapes"],
            "trace": data,
            "line": [part["line"] for part in (*data, *markers, *layout["shapes"]) if "line" in part],
            "marker": markers,
            "pattern": [marker["pattern"] for marker in markers if "pattern" in marker],
            "fillgradient": [trace["fillgradient"] for trace in data if "fillgradient" in trace],
        }
        new = {
            f"{kind} {name}"
            for kind, parts in found.items()
            for part in parts
            for name in part.keys() - KNOWN[kind].split()
        }
        assert new == set()


@pytest.mark.parametrize(
    ("part", "change"),
    [("symbol", {"symbol": ["hourglass"]}), ("pattern", {"pattern": {"shape": "x", "size": 7, "solidity": 0.3}})],
)
def test_what_it_cannot_draw_is_an_error_and_no_blank(part: str, change: dict[str, Any]) -> None:
    marker = {"symbol": ["circle"], "size": [8], "color": "#000000", "line": {"width": 0}, **change}
    scatter, bar = {"type": "scatter", "mode": "markers"}, {"type": "bar", "base": [0], "width": [1]}
    kinds: dict[str, dict[str, Any]] = {"symbol": scatter, "pattern": bar}
    trace = {"x": [1], "y": [1], "xaxis": "x", "marker": marker, **kinds[part]}
    axis = {"range": [0, 2], "tickvals": [], "ticktext": [], "domain": [0, 1]}
    layout = {"width": 100, "height": 100, "margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "shapes": [], "annotations": []}
    figure = {"data": [trace], "layout": {**layout, "xaxis": axis, "yaxis": axis | {"ticklabelstandoff": 0}}}
    with pytest.raises(Exception, match="There is no"):
        core().evaluate(f"sidelines.picture.drawing({json.dumps(figure)}, 'a', () => '')")


# --- what it says


def test_it_carries_title_filter_window_legend_and_origin() -> None:
    said = _texts(_picture(f"{DAYS}&country=ARM,AZE").svg)
    about = _shipped().collection
    assert said[0] == about.title.best()
    assert re.fullmatch(r"Armenia or Azerbaijan: \d\d events · shown: 20–23 Dec 2025, \d events", said[1])
    assert "Absent" in said
    assert said[-1].startswith(f"{about.title.best()} · version {about.version} · ")
    assert said[-1].endswith(f"content hash {_shipped().content_hash[:12]}")
    assert re.search(r"· \d+ sources ·", said[-1])


def test_few_sources_are_named() -> None:
    said = _texts(_picture(f"{DAYS}&q=%22rail+freight%22").svg)
    assert "Sources: " in " ".join(said[-3:])


def test_the_words_for_those_who_do_not_see_it_name_lanes_and_events() -> None:
    drawn = _picture(f"{DAYS}&country=AZE,MDA&type=summit")
    assert drawn.alt.startswith("Azerbaijan or Moldova, summits: ")
    assert "Shown: 20–23 Dec 2025. 2 lanes: Azerbaijan, Moldova. " in drawn.alt
    summit = "22 December 2025: Informal CIS summit, St Petersburg 2025 (Azerbaijan absent, Moldova suspended)."
    assert summit in drawn.alt
    tree = _tree(drawn.svg)
    assert tree.get("role") == "img"
    title, told = tree.findall(f"{SVG}title") + tree.findall(f"{SVG}desc")
    assert tree.get("aria-labelledby") == f"{title.get('id')} {told.get('id')}"
    assert (title.text, told.text) == (drawn.title, drawn.alt)


def test_a_mark_says_its_event_when_it_is_pointed_at() -> None:
    hints = {each.text for each in _tree(_picture(DAYS).svg).iter(f"{SVG}title")}
    assert "Informal CIS summit, St Petersburg 2025, 22 December 2025" in hints


def test_a_title_of_its_own_or_none() -> None:
    assert _texts(_picture("", Sheet(title="Who & when <1>")).svg)[0] == "Who & when <1>"
    assert _texts(_picture("", Sheet(title="")).svg)[0].startswith("All events")


# --- sizes


@pytest.mark.parametrize("width", [260, 390, 800, 1200, 2400])
def test_it_is_as_wide_as_asked(width: int) -> None:
    for query in ("", "layout=report"):
        drawn = _picture(query, Sheet(width=width))
        assert drawn.width == width
        assert _tree(drawn.svg).get("viewBox") == f"0 0 {width} {drawn.height}"


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
    assert "Summits" in _texts(drawn)[1]


@pytest.mark.parametrize(
    ("view", "theme", "ground"),
    [("", None, "#FFFFFF"), ("theme=dark", None, "#0E141D"), ("theme=dark", "light", "#FFFFFF")],
)
def test_the_theme_is_that_of_the_view_unless_another_is_asked_for(
    view: str, theme: Scheme | None, ground: str
) -> None:
    drawn = _tree(still(_shipped(), view, theme=theme))
    assert next(drawn.iter(f"{SVG}rect")).get("fill") == ground


def test_it_shows_itself_in_a_notebook() -> None:
    drawn = still(_shipped(), DAYS)
    assert drawn._repr_svg_() == drawn


# --- the card


@pytest.mark.parametrize("query", ["", f"{DAYS}&country=ARM,AZE", "q=nothinghasthesewords"])
def test_the_card_is_1200_by_630(query: str) -> None:
    drawn = draw_card(build_payload(_shipped()), query, Sheet())
    assert (drawn.width, drawn.height) == (1200, 630)
    assert _faults(drawn.svg) == []
    assert " ".join(_texts(drawn.svg)[:2]) == _shipped().collection.title.best()


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

"""The colours: every pair that is used can be read or seen by WCAG 2.2, and shape tells what colour tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import product

import pytest

from app.model import EventType
from app.paths import ASSETS_FOLDER
from app.theme import DARK, FAMILIES, FAMILY_OF_TYPE, LIGHT, PLOTLY_CONFIG, TRACKS, css_variables, payload_theme
from tests.core import core
from tests.drawing import screen_of

PALETTES = {"light": LIGHT, "dark": DARK}
FAMILY_COLOURS = sorted({family.colour for family in FAMILIES.values()})

# Words and what they stand on: success criterion 1.4.3, at least 4.5:1.
WORDS_ON: Mapping[str, tuple[str, ...]] = {
    "ink": ("page", "card", "band", "day", "chip"),
    "card": ("ink",),  # pressed chips, the tooltip
    "muted": ("page", "card", "band", "day", "chip"),
    "axis": ("card", "page"),
    "accent": ("card", "band", "page"),
    "absent": ("card", "band", "chip"),  # in the list: at rest, under the pointer, chosen
    "suspension": ("card", "band", "suspensionground"),
    "claim": ("card", "band"),
    "warning": ("warningground",),
    **{colour: ("card", "band", "day") for colour in FAMILY_COLOURS if colour != "suspension"},  # labels, captions
}
# What is drawn and what it stands on: success criterion 1.4.11, at least 3:1.
DRAWN_ON: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(FAMILY_COLOURS, ("card", "band", "day")),
    **dict.fromkeys(TRACKS, ("card", "band")),
    "absent": ("card", "band", "day"),
    "unknown": ("card", "band", "day"),
    "claim": ("card", "band"),
    "edge": ("card", "band", "page"),  # connectors, bundles, the search box
    "axis": ("card",),  # the bars of the overview
    "accent": ("page", "card", "band", "chip", "warningground"),  # the ring of the focus, the brush
    "suspension": ("suspensionground",),  # the hatching
}
SELECTED_SHARE = 0.16  # of the accent over what lies under the chosen event
LEAST_DIFFERENCE = 0.1  # of two tracks, in the channel in which they differ most

text_pairs = [(name, ground) for name, grounds in WORDS_ON.items() for ground in grounds]
drawn_pairs = [(name, ground) for name, grounds in DRAWN_ON.items() for ground in grounds]
in_both_palettes = pytest.mark.parametrize("scheme", PALETTES)


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _luminance(channels: tuple[float, float, float]) -> float:
    """Relative luminance of an sRGB colour, 0 to 1 (WCAG 2.2, definitions)."""
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definitions)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _over(colour: str, share: float, ground: str) -> tuple[float, float, float]:
    red, green, blue = (share * c + (1 - share) * g for c, g in zip(_channels(colour), _channels(ground), strict=True))
    return red, green, blue


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#777777", "#FFFFFF", 4.48),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#123456", "#123456", 1),
    ],
)
def test_the_formula_gives_what_is_known_of_it(one: str, other: str, ratio: float) -> None:
    assert _contrast(_channels(one), _channels(other)) == pytest.approx(ratio, abs=0.005)


@in_both_palettes
@pytest.mark.parametrize(("name", "ground"), text_pairs, ids=str)
def test_words_can_be_read(name: str, ground: str, scheme: str) -> None:
    palette = PALETTES[scheme]
    for under in _grounds(palette, ground):
        assert _contrast(_channels(palette[name]), under) >= 4.5


@in_both_palettes
@pytest.mark.parametrize(("name", "ground"), drawn_pairs, ids=str)
def test_what_is_drawn_can_be_seen(name: str, ground: str, scheme: str) -> None:
    palette = PALETTES[scheme]
    for under in _grounds(palette, ground):
        assert _contrast(_channels(palette[name]), under) >= 3


def _grounds(palette: Mapping[str, str], ground: str) -> list[tuple[float, float, float]]:
    """What a ground looks like: a day lies thinly over the card and over the band of a lane."""
    if ground != "day":
        return [_channels(palette[ground])]
    return [_over(palette["day"], _day_share(), palette[under]) for under in ("card", "band")]


@cache
def _day_share() -> float:
    shapes = screen_of("summit", "window=2025-12-22/2025-12-22")["figure"]["layout"]["shapes"]
    (share,) = {shape["opacity"] for shape in shapes if shape.get("fillcolor") == LIGHT["day"]}
    return float(share)


@in_both_palettes
@pytest.mark.parametrize("name", [*FAMILY_COLOURS, "absent", "unknown"])
def test_marks_can_be_seen_on_the_chosen_column(name: str, scheme: str) -> None:
    palette = PALETTES[scheme]
    for ground in ("card", "band", "day"):
        under = _over(palette["accent"], SELECTED_SHARE, palette[ground])
        assert _contrast(_channels(palette[name]), under) >= 3, ground


def test_both_palettes_name_the_same_colours_each_well_formed() -> None:
    assert sorted(LIGHT) == sorted(DARK)
    for colour in (*LIGHT.values(), *DARK.values()):
        assert re.fullmatch(r"#[0-9A-F]{6}", colour)


def test_every_colour_of_words_in_the_style_sheets_is_in_the_table() -> None:
    used = {name for rule in _style_sheets() for name in re.findall(r"(?<![-\w])color:\s*var\(--(\w+)\)", rule)}
    assert used - set(WORDS_ON) == set()


def test_every_ground_in_the_style_sheets_is_in_the_table() -> None:
    used = {name for rule in _style_sheets() for name in re.findall(r"background:\s*var\(--(\w+)\)", rule)}
    grounds = {ground for _, ground in (*text_pairs, *drawn_pairs)}
    assert used - grounds - set(DRAWN_ON) == {"rule"} & used


def test_no_colour_is_left_over() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS_FOLDER.rglob("*.*s")))
    used = set(re.findall(r"(?:var\(--|palette\.)(\w+)", texts)) | set(FAMILY_COLOURS) | set(TRACKS)
    assert set(LIGHT) - used == set()


def test_every_event_type_has_a_family() -> None:
    assert {kind.value for kind in EventType} == set(FAMILY_OF_TYPE)


def test_families_differ_by_shape_alone_and_by_colour_alone() -> None:
    symbols = [family.symbol for family in FAMILIES.values()]
    colours = [family.colour for family in FAMILIES.values()]
    assert len(set(symbols)) == len(FAMILIES)
    assert len(set(colours)) == len(FAMILIES)


@in_both_palettes
def test_neighbouring_tracks_differ(scheme: str) -> None:
    palette = PALETTES[scheme]
    for one, other in product(TRACKS, TRACKS):
        assert one == other or _distance(palette[one], palette[other]) > LEAST_DIFFERENCE


def _distance(one: str, other: str) -> float:
    return max(abs(a - b) for a, b in zip(_channels(one), _channels(other), strict=True))


def test_plotly_offers_nothing_of_its_own() -> None:
    assert PLOTLY_CONFIG["showSendToCloud"] is False
    assert PLOTLY_CONFIG["displayModeBar"] is False
    assert PLOTLY_CONFIG["plotlyServerURL"] == ""


def test_the_style_sheet_has_both_palettes_and_the_payload_has_the_same_colours() -> None:
    css = css_variables()
    for name in LIGHT:
        assert f"--{name}:{LIGHT[name]};" in css
        assert css.count(f"--{name}:{DARK[name]};") >= 2  # by choice, and by the system
    theme = payload_theme()
    assert theme["light"] == dict(LIGHT)
    assert theme["dark"] == dict(DARK)


def test_paper_is_always_light() -> None:
    everywhere, *on_screens = css_variables().split("@media screen")
    assert f"--card:{LIGHT['card']};" in everywhere
    assert [rules.count(DARK["card"]) for rules in (everywhere, *on_screens)] == [0, 1, 1]


def test_organisations_are_told_apart_beyond_the_number_of_colours() -> None:
    theme = payload_theme()
    looks = [core().call("symbols.trackOf", theme, theme["light"], place) for place in range(len(TRACKS) * 3)]
    assert len({(look["color"], look["dash"]) for look in looks}) == len(looks)
    assert len({(look["color"], look["lesser"]) for look in looks}) == len(looks)
    assert {look["dash"] for look in looks}.isdisjoint({look["lesser"] for look in looks})


def _style_sheets() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(ASSETS_FOLDER.rglob("*.css"))]

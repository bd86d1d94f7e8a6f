"""How things look, once for all frames: colours, symbols and sizes.

In: nothing. Out: plain values for the payload and the style sheet. The browser knows no colour of its own.
Tests check the colours: words at least 4.5:1 on their ground, drawn marks at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """A group of event types that share a mark: `symbol` is Plotly's name, `colour` a key of the palettes."""

    symbol: str
    colour: str
    types: tuple[str, ...]


FAMILIES: Mapping[str, Family] = {
    "summit": Family("circle", "summit", ("summit",)),
    "council": Family("square", "council", ("multilateral_meeting", "negotiation", "mediation", "decision")),
    "bilateral": Family("diamond", "bilateral", ("bilateral_meeting", "visit", "phone_call")),
    "founding": Family(
        "star",
        "founding",
        ("organisation_founded", "agreement_signed", "agreement_in_force", "accession", "readmission"),
    ),
    "leaving": Family(
        "triangle-down",
        "suspension",
        (
            "withdrawal_announced",
            "withdrawal",
            "participation_suspended",
            "membership_suspended",
            "expulsion",
            "organisation_dissolved",
            "state_dissolved",
        ),
    ),
    "word": Family("hexagon", "word", ("statement", "meeting_announced", "absence_announced")),
    "deed": Family("pentagon", "deed", ("cooperation", "other")),
    "conflict": Family("triangle-up", "conflict", ("attack", "investigation", "sanctions", "embargo")),
}

FAMILY_OF_TYPE: Mapping[str, str] = {kind: name for name, family in FAMILIES.items() for kind in family.types}

LIGHT: Mapping[str, str] = {
    "page": "#F1F4F8",
    "card": "#FFFFFF",
    "band": "#F5F7FA",
    "day": "#E9EDFA",
    "rule": "#E3E7EE",
    "edge": "#7C8899",
    "chip": "#E8ECF2",
    "ink": "#16202E",
    "muted": "#566375",
    "axis": "#5F6B7C",
    "accent": "#2F4FC4",
    "summit": "#2F4FC4",
    "council": "#0B7A75",
    "bilateral": "#B5500A",
    "founding": "#5F4B9B",
    "suspension": "#86590A",
    "suspensionground": "#FBF3E0",
    "word": "#3F6472",
    "deed": "#4C6B1F",
    "conflict": "#9B2C5E",
    "absent": "#C4262E",
    "unknown": "#6D7889",
    "claim": "#7A5AA6",
    "track1": "#6F84A8",
    "track2": "#2F8578",
    "track3": "#A0703F",
    "track4": "#8C6BB1",
    "track5": "#5D8A3A",
    "track6": "#A85A78",
    "track7": "#3D7EA6",
    "track8": "#7A7331",
    "warning": "#7A4E00",
    "warningground": "#FFF4D6",
}

DARK: Mapping[str, str] = {
    "page": "#090D13",
    "card": "#0E141D",
    "band": "#141C28",
    "day": "#1A2540",
    "rule": "#243042",
    "edge": "#71839C",
    "chip": "#1C2635",
    "ink": "#E8EDF5",
    "muted": "#A3B0C2",
    "axis": "#9AA8BB",
    "accent": "#8DA2FF",
    "summit": "#8DA2FF",
    "council": "#4FD1C5",
    "bilateral": "#FFA45C",
    "founding": "#C3AEFF",
    "suspension": "#E3B341",
    "suspensionground": "#2A2210",
    "word": "#8FC1D4",
    "deed": "#A9CC6B",
    "conflict": "#F28CB8",
    "absent": "#FF7B7B",
    "unknown": "#97A5B8",
    "claim": "#C9A7F5",
    "track1": "#7C93BA",
    "track2": "#3E9D92",
    "track3": "#C08F5C",
    "track4": "#A98BD0",
    "track5": "#7FAE58",
    "track6": "#CC7F9C",
    "track7": "#62A8D1",
    "track8": "#B3AA55",
    "warning": "#FFD479",
    "warningground": "#2B220C",
}

TRACKS = ("track1", "track2", "track3", "track4", "track5", "track6", "track7", "track8")
# What tells organisations of one colour apart, a pair for each round of the colours: members, lesser belonging.
TRACK_DASHES = (
    ("solid", "7px,4px"),
    ("13px,2px,2px,2px", "7px,3px,1.5px,3px"),
    ("13px,2px,2px,2px,2px,2px", "7px,3px,1.5px,3px,1.5px,3px"),
)
FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif'

# Sizes of the drawing in CSS px.
SIZES: Mapping[str, float] = {
    "lane": 45,
    "lane_narrow": 40,
    "many_lanes": 12,
    "heading": 26,
    "lane_most": 72,
    "header_lanes": 2.1,
    "margin_left": 116,
    "margin_left_narrow": 46,
    "margin_right": 18,
    "margin_bottom": 46,
    "narrow": 560,
    "mark": 12,
    "bundle_gap": 20,
    "bundle_most": 30,
    "slot_from": 64,
    "tick_gap": 96,
    "tick_gap_narrow": 72,
}

# Plotly draws and nothing more: pointing, zooming and keys are the page's own. Its "Share chart" uploads the figure.
PLOTLY_CONFIG: Mapping[str, object] = {
    "staticPlot": True,
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": False,
    "scrollZoom": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
}


def payload_theme() -> dict[str, object]:
    """The theme as the payload carries it: palettes, families by event type, font and sizes."""
    return {
        "light": dict(LIGHT),
        "dark": dict(DARK),
        "families": {name: {"symbol": f.symbol, "colour": f.colour} for name, f in FAMILIES.items()},
        "family_of_type": dict(FAMILY_OF_TYPE),
        "tracks": list(TRACKS),
        "track_dashes": [list(pair) for pair in TRACK_DASHES],
        "font": FONT,
        "sizes": dict(SIZES),
        "config": dict(PLOTLY_CONFIG),
    }


def css_variables() -> str:
    """The palettes as CSS custom properties: light by default and on paper, dark by system or by `data-theme`."""
    light, dark = _declarations(LIGHT, "light"), _declarations(DARK, "dark")
    return (
        f":root{{--font:{FONT};{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}"
    )


def _declarations(palette: Mapping[str, str], scheme: str) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in palette.items()) + f"color-scheme:{scheme}"

"""The filters of the page: countries, event types, and the menus for everything else.

In: the payload. Out: components; counts and pressed states are filled in by `assets/frame/`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.web import ids
from app.web.parts import Component, chip, html, toggle, words
from app.words import WORDS


def filters(payload: Mapping[str, Any]) -> Component:
    """Everything that chooses events: chips, menus, and the sentence that says what is chosen."""
    return html.Div(
        [
            html.Div([_country_chips(payload), html.Div([_menu(), _lanes()], className="menus")], className="chip-row"),
            _type_chips(payload),
            html.Div([html.P(id=ids.SENTENCE), _match(), _clear()], className="sentence"),
        ],
        className="filters",
        role="region",
        **{"aria-label": words("filters")},
    )


def _country_chips(payload: Mapping[str, Any]) -> Component:
    chips = [_all_countries(), *(chip("country", id_, name) for id_, name in _countries(payload))]
    return html.Div(chips, className="chips countries", role="group", **{"aria-label": words("countries")})


def _type_chips(payload: Mapping[str, Any]) -> Component:
    """The event types that the collection has, in the order of the families."""
    used = set(payload["events"]["columns"].get("type", []))
    chips = [chip("type", kind, WORDS["types"][kind]) for kind in payload["theme"]["family_of_type"] if kind in used]
    return html.Div(chips, className="chips kinds", role="group", **{"aria-label": words("event_types")})


def _all_countries() -> Component:
    return html.Button(
        words("all_countries"),
        id=ids.ALL_COUNTRIES,
        type="button",
        className="chip",
        **{"data-all-countries": "1", "aria-pressed": "true"},
    )


def _countries(payload: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(alpha-3, name) of every country that has a lane, by name."""
    drawn = {lane["id"] for lane in payload["lanes"]["order"]}
    entries = (entry for entry in payload["vocabulary"]["country"] if entry["id"] in drawn)
    return [(entry["id"], (entry["names"] or [entry["id"]])[0]) for entry in entries]


def _match() -> Component:
    return html.Div(
        [toggle(words(f"match_{choice}"), "match", choice, "tool") for choice in ("any", "all")],
        id=ids.MATCH,
        className="segments",
        role="group",
        hidden=True,
        **{"aria-label": words("match")},
    )


def _menu() -> Component:
    """Every other filter, with the number of events that each choice would give; filled in when it is opened."""
    panel = [
        html.Div(id=ids.FILTERS_SLOT),
        html.Div(id=ids.FILTERS_PANEL),
    ]
    summary = html.Summary([words("more_filters"), html.Span(id=ids.FILTERS_COUNT)], className="tool")
    return html.Details([summary, html.Div(panel, className="menu wide")], id=ids.FILTERS_MENU, className="popover")


def _lanes() -> Component:
    """How the lanes are ordered and grouped, and whether organisations have lanes of their own."""
    rows = [
        html.Div(
            [html.Span(words(name)), html.Div([toggle(label, name, key, "tool") for key, label in choices.items()])],
            className="row",
            role="group",
            **{"aria-label": words(name)},
        )
        for name, choices in WORDS["lane_choices"].items()
    ]
    return html.Details(
        [
            html.Summary(words("lane_menu"), className="tool"),
            html.Div([*rows, toggle(words("orgs"), "orgs", "1", "tool wide")], className="menu"),
        ],
        className="popover",
    )


def _clear() -> Component:
    return html.Button(
        words("clear"), id=ids.CLEAR, type="button", className="tool", hidden=True, **{"data-clear": "1"}
    )

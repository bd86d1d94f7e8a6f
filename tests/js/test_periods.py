"""Memberships and periods of claims: how sure their ends are, where they go on, and that each has room of its own.

The event files are those of `docs/gallery`, each of which says what to look for.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from app.drawing import draw_front
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.theme import LIGHT, TRACK_DASHES
from tests.core import core
from tests.drawing import drawn_of, payload_of, screen_of

GALLERY = PROJECT_FOLDER / "docs" / "gallery"
DOUBT = GALLERY / "periods-in-doubt.yaml"
YEAR_MS = 366 * 86_400_000


def _tracks(drawn: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """(lane, organisation) -> track."""
    lanes = drawn["frame"]["lanes"]
    return {(lanes[track["lane"]]["id"], track["organisation"]): track for track in drawn["tracks"]}


def _claims() -> dict[str, dict[str, Any]]:
    drawn = drawn_of(DOUBT)
    return {drawn["frame"]["lanes"][band["lane"]]["id"]: band for band in drawn["claims"]}


@pytest.mark.parametrize(
    ("lane", "sure", "goes_on"),
    [
        pytest.param("BOL", [True], False, id="two known days"),
        pytest.param("CHL", [False, True, False], False, id="an approximate start, a month as the end"),
        pytest.param("ECU", [True, False], False, id="an uncertain end"),
        pytest.param("PRY", [False, True], True, id="an approximate start, and it goes on"),
        pytest.param("PER", [True, False], False, id="an end that is not known"),
        pytest.param("URY", [False], False, id="a start that is not known"),
    ],
)
def test_a_membership_is_drawn_as_sure_as_its_ends_are(lane: str, sure: list[bool], goes_on: bool) -> None:
    track = _tracks(drawn_of(DOUBT))[lane, "test-union"]
    assert [piece["sure"] for piece in track["pieces"]] == sure
    assert (track["arrow"] is not None) is goes_on


def test_an_end_that_is_about_a_time_is_in_doubt_for_longer_than_one_known_as_exactly() -> None:
    exact = {"kind": "given", "earliest": 0, "latest": YEAR_MS, "approximate": False, "uncertain": False}
    about = exact | {"approximate": True}
    last = {"kind": "given", "earliest": 20 * YEAR_MS, "latest": 20 * YEAR_MS + 1}
    first = [
        core().call("certainty.pieces", {"first": start, "last": last, "range": True}, 0, 30 * YEAR_MS)[0]
        for start in (exact, about)
    ]
    assert [piece["sure"] for piece in first] == [False, False]
    assert first[0]["to"] == YEAR_MS < first[1]["to"]


def test_pieces_never_overlap_however_vague_both_ends_are() -> None:
    about = {"kind": "given", "earliest": 0, "latest": YEAR_MS, "approximate": True}
    later = {"kind": "given", "earliest": YEAR_MS // 2, "latest": YEAR_MS + 5, "approximate": True}
    pieces = core().call("certainty.pieces", {"first": about, "last": later, "range": True}, 0, 9 * YEAR_MS)
    assert all(before["to"] <= after["from"] for before, after in pairwise(pieces))
    assert (pieces[0]["from"], pieces[-1]["to"]) == (0, YEAR_MS + 5)


class TestFigures:
    def test_a_period_of_two_known_days_has_clean_ends(self) -> None:
        band = _claims()["ARG"]
        assert band["sure"] == [band["from"], band["to"]]

    def test_one_that_goes_on_fades_at_its_end_and_says_so(self) -> None:
        band = _claims()["BOL"]
        assert band["open"] is True
        assert band["from"] == band["sure"][0] < band["sure"][1] < band["to"]

    def test_one_whose_end_is_not_known_fades_from_its_start(self) -> None:
        band = _claims()["CHL"]
        assert band["open"] is False
        assert band["sure"] == [band["from"], band["from"]]

    def test_one_whose_start_is_not_known_fades_towards_it(self) -> None:
        band = _claims()["ECU"]
        assert band["sure"] == [band["to"], band["to"]]
        assert band["from"] < band["to"]

    def test_one_that_is_about_a_year_fades_more_than_a_year_does(self) -> None:
        vague = _claims()["URY"]
        plain = next(band for band in drawn_of(GALLERY / "claims.yaml")["claims"] if band["words"] == "340,000 t")
        shares = [(band["sure"][0] - band["from"]) / (band["to"] - band["from"]) for band in (plain, vague)]
        assert 0 < shares[0] < shares[1] < 0.5

    def test_a_band_is_as_full_in_a_narrow_window_as_in_a_wide_one(self) -> None:
        figure = screen_of(DOUBT, "window=2026-03-01/2026-03-03")["figure"]
        scales = [trace["fillgradient"]["colorscale"] for trace in figure["data"] if "fillgradient" in trace]
        assert scales
        for scale in scales:
            opacities = [float(colour.rsplit(",", 1)[1].rstrip(")")) for _, colour in scale]
            assert max(opacities) - min(opacities) < 0.01


@pytest.mark.parametrize("events", [EVENTS_FOLDER, GALLERY / "many-organisations.yaml"], ids=["shipped", "nine"])
@pytest.mark.parametrize("width", [390, 1200])
class TestRoom:
    def test_tracks_touch_neither_each_other_nor_the_next_lane(self, events: Any, width: int) -> None:  # noqa: ANN401
        drawn = drawn_of(events, width=width, room=0)
        for place, lane in enumerate(drawn["frame"]["lanes"]):
            own = sorted((one["y"], one["thick"]) for one in drawn["tracks"] if one["lane"] == place)
            own = sorted(set(own))
            assert all(low - high >= thick + 1 for (high, thick), (low, _) in pairwise(own))
            assert all(lane["y1"] - y >= 5 for y, _ in own)

    def test_tracks_lie_below_the_marks(self, events: Any, width: int) -> None:  # noqa: ANN401
        drawn = drawn_of(events, width=width, room=0)
        lanes = drawn["frame"]["lanes"]
        assert all(track["y"] >= lanes[track["lane"]]["middle"] + 10 for track in drawn["tracks"])


def test_the_ninth_organisation_has_the_colour_of_the_first_and_a_dash_of_its_own_drawn_and_in_the_legend() -> None:
    screen = screen_of(GALLERY / "many-organisations.yaml")
    drawn = [trace["line"] for trace in screen["figure"]["data"] if "dash" in trace.get("line", {})]
    assert {line["dash"] for line in drawn if line["color"] == LIGHT["track1"]} >= {"solid", TRACK_DASHES[1][0]}
    assert {line["dash"] for line in drawn if line["color"] == LIGHT["track2"]} == {"solid"}
    legend = _legend("many-organisations")
    assert len(set(legend.values())) == len(legend)


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("dense-month", "Many events: the darker, the more"),
        ("many-organisations", "Ink member"),
        ("periods-in-doubt", "Membership that goes on"),
        ("periods-in-doubt", "Not certain at that time"),
    ],
)
def test_the_legend_names_what_is_drawn(case: str, words: str) -> None:
    assert words in _legend(case)
    assert words not in _legend("one-country")


def _legend(case: str) -> dict[str, str]:
    """The words of the legend of a gallery file -> their picture."""
    front = draw_front(payload_of(GALLERY / f"{case}.yaml"), "", ({"width": 1200, "room": 600},))
    return {words: image["src"] for _, _, (_, image), words in front.legend[2:]}

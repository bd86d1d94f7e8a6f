"""Where everything stands, by its meaning: who is joined to whom, what is wide, what is bundled, what is hatched.

The event files are those of the golden figures, `tests/data/figures`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from app.paths import PROJECT_FOLDER
from app.theme import LIGHT
from tests.core import core
from tests.drawing import FIGURES_FOLDER, drawn_of, payload_of, screen_of

DAY = "window=2025-12-22/2025-12-22"
DENSE = PROJECT_FOLDER / "docs" / "gallery" / "dense-month.yaml"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _ids(events: str) -> list[str]:
    ids: list[str] = payload_of(FIGURES_FOLDER / f"{events}.yaml")["events"]["columns"]["id"]
    return ids


def _lane_ids(drawn: dict[str, Any]) -> list[str]:
    return [lane["id"] for lane in drawn["frame"]["lanes"]]


def _marks(events: str, drawn: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    """(event, lane) -> mark, of the marks that are no bundles."""
    lanes, ids = _lane_ids(drawn), _ids(events)
    return {(ids[mark["event"]], lanes[mark["lane"]]): mark for mark in drawn["marks"] if "event" in mark}


def _day(ms: float) -> str:
    return (EPOCH + timedelta(milliseconds=ms)).date().isoformat()


def _width(events: str, drawn: dict[str, Any], event: str) -> dict[str, Any] | None:
    place = _ids(events).index(event)
    return next((band for band in drawn["widths"] if place in band["events"]), None)


class TestWhoWasThere:
    def test_each_participation_is_a_mark_in_its_lane_with_its_own_status(self) -> None:
        marks = _marks("summit", drawn_of("summit", DAY))
        statuses = {lane: mark["status"] for (event, lane), mark in marks.items() if event == "summit"}
        assert statuses == {
            "ARM": "attended",
            "AZE": "absent",
            "BLR": "attended",
            "GEO": "unknown",
            "KAZ": "virtual",
            "KGZ": "represented",
            "MDA": "declined",
            "RUS": "invited",
        }

    def test_only_the_host_is_marked_as_such(self) -> None:
        marks = _marks("summit", drawn_of("summit", DAY))
        assert [place for place, mark in marks.items() if mark["host"]] == [("summit", "BLR")]

    @pytest.mark.parametrize("status", ["absent", "declined", "invited", "unknown"])
    def test_one_who_did_not_surely_come_looks_unlike_all_who_did(self, status: str) -> None:
        theme = payload_of(FIGURES_FOLDER / "summit.yaml")["theme"]
        came = [_look("attended", theme), _look("virtual", theme), _look("represented", theme)]
        look = _look(status, theme)
        assert all(look["symbol"] != other["symbol"] or look["size"] < other["size"] * 0.75 for other in came)
        assert look["color"] == theme["light"]["card"]  # hollow

    def test_absence_is_told_from_not_knowing_by_its_shape_and_its_colour(self) -> None:
        theme = payload_of(FIGURES_FOLDER / "summit.yaml")["theme"]
        absent, unknown = _look("absent", theme), _look("unknown", theme)
        assert absent["symbol"] != unknown["symbol"]
        assert absent["line"] != unknown["line"]

    def test_where_presence_is_no_question_a_party_is_not_marked_as_unknown(self) -> None:
        marks = _marks("summit", drawn_of("summit", "window=2025-12-24/2025-12-24"))
        assert marks["statement", "ARM"]["status"] == "involved"
        assert marks["trade-treaty", "ARM"]["status"] == "unknown"

    def test_an_event_that_has_not_happened_says_so(self) -> None:
        marks = _marks("summit", drawn_of("summit", "window=2025-12-24/2025-12-24"))
        assert marks["trade-treaty", "ARM"]["state"] == "planned"
        assert marks["statement", "ARM"]["state"] == ""


def _look(status: str, theme: dict[str, Any]) -> dict[str, Any]:
    mark = {"type": "summit", "status": status, "state": "", "host": False}
    look: dict[str, Any] = core().call("symbols.look", mark, theme, theme["light"])
    return look


CONNECTORS: dict[str, tuple[list[tuple[int, str]], list[tuple[int, int, bool]]]] = {
    "neighbours that came": ([(0, "attended"), (1, "attended")], [(0, 1, True)]),
    "a lane that is passed": ([(0, "attended"), (2, "attended")], [(0, 2, False)]),
    "one who was absent": ([(0, "attended"), (1, "absent")], [(0, 1, False)]),
    "an absence between two who came": (
        [(0, "attended"), (1, "absent"), (2, "attended"), (3, "attended")],
        [(0, 2, False), (2, 3, True)],
    ),
    "by video or by a deputy is part": ([(0, "virtual"), (1, "represented")], [(0, 1, True)]),
    "not stated is no part": ([(0, "unknown"), (1, "attended")], [(0, 1, False)]),
    "one lane alone": ([(3, "attended")], []),
}


class TestConnectors:
    @pytest.mark.parametrize(("parts", "lines"), CONNECTORS.values(), ids=CONNECTORS)
    def test_solid_between_neighbours_that_took_part_and_dotted_elsewhere(
        self, parts: list[tuple[int, str]], lines: list[tuple[int, int, bool]]
    ) -> None:
        sent = [{"lane": lane, "status": status} for lane, status in parts]
        drawn = core().call("marks.connectors", sent, [{"id": str(lane)} for lane in range(4)])
        assert [(line["from"], line["to"], line["solid"]) for line in drawn] == lines

    def test_the_summit_passes_the_absent_over(self) -> None:
        drawn = drawn_of("summit", DAY)
        summit = _marks("summit", drawn)["summit", "ARM"]["x"]
        solid = [line for line in drawn["lines"] if line["x"] == summit and line["solid"]]
        lanes = _lane_ids(drawn)
        assert [(lanes[line["from"]], lanes[line["to"]]) for line in solid] == [("KAZ", "KGZ")]


class TestDays:
    def test_events_of_a_day_without_hours_stand_evenly_within_it(self) -> None:
        drawn = drawn_of("summit", DAY)
        xs = sorted({mark["x"] for mark in drawn["marks"]})
        width = drawn["frame"]["width"]
        assert xs == pytest.approx([width / 4, width / 2, width * 3 / 4])

    def test_what_is_known_of_their_order_is_kept(self) -> None:
        marks = _marks("summit", drawn_of("summit", DAY))
        order = sorted(["meeting", "meeting-before", "summit"], key=lambda event: float(marks[event, "ARM"]["x"]))
        assert order == ["meeting-before", "summit", "meeting"]

    @pytest.mark.parametrize(
        ("window", "note"),
        [("2025-12-22/2025-12-22", "order partly known"), ("2025-12-24/2025-12-24", "order unknown")],
    )
    def test_the_day_says_what_is_not_known(self, window: str, note: str) -> None:
        (day,) = drawn_of("summit", f"window={window}")["days"]
        full, short = day["notes"]
        assert full == f"hours not given, {note}"
        assert short == "hours not given"

    @pytest.mark.parametrize(
        ("width", "words"),
        [
            (1200, " · hours not given, order unknown"),
            (560, " · hours not given"),
            (360, ""),
        ],
    )
    def test_the_day_says_as_much_of_it_as_there_is_room_for(self, width: int, words: str) -> None:
        notes = screen_of("summit", "window=2025-12-23/2025-12-24", width=width)["figure"]["layout"]["annotations"]
        assert [note["text"] for note in notes if note["name"] == "day"] == [f"<b>24 Dec 2025</b>{words}"]

    def test_days_that_are_narrow_have_no_band(self) -> None:
        drawn = drawn_of("members", "window=2025-01-01/2025-12-31")
        assert _marks("members", drawn)["last-summit", "RUS"]["status"] == "attended"
        assert drawn["days"] == []

    def test_a_summit_is_tied_to_the_meetings_on_its_sidelines(self) -> None:
        drawn = drawn_of("summit", DAY)
        marks = _marks("summit", drawn)
        (tie,) = drawn["ties"]
        assert tie["x"] == marks["summit", "ARM"]["x"]
        assert tie["to"] == [marks["meeting", "ARM"]["x"]]


class TestDates:
    WINDOW = "window=2024-01-01/2024-12-31"

    def test_a_month_is_as_wide_as_the_month(self) -> None:
        drawn = drawn_of("dates", self.WINDOW)
        band = _width("dates", drawn, "month")
        assert band
        assert band["kind"] == "single"
        per_px = 1 / drawn["frame"]["pxPerMs"]
        start = drawn["frame"]["window"][0]
        assert _day(start + band["x0"] * per_px + 1000) == "2024-05-01"
        assert _day(start + band["x1"] * per_px + 1000) == "2024-06-01"

    def test_a_year_reaches_beyond_a_window_that_it_touches(self) -> None:
        drawn = drawn_of("dates", "window=2023-10-01/2024-02-29")
        band = _width("dates", drawn, "year")
        assert band
        assert band["ends"][0] < band["x0"] < 0
        assert band["ends"][1] == band["x1"] < drawn["frame"]["width"]

    def test_an_end_that_is_open_is_drawn_otherwise_than_one_that_is_not_known(self) -> None:
        drawn = drawn_of("dates", self.WINDOW)
        goes_on, unknown = (_width("dates", drawn, event) for event in ("goes-on", "end-unknown"))
        assert goes_on
        assert unknown
        assert goes_on["kind"] == unknown["kind"] == "since"
        assert goes_on["open"] is True
        assert unknown["open"] is False

    def test_not_later_than_a_day_has_a_tail_before_it_and_its_mark_is_not_after_it(self) -> None:
        drawn = drawn_of("dates", self.WINDOW)
        band = _width("dates", drawn, "no-later")
        assert band
        assert band["kind"] == "before"
        mark = _marks("dates", drawn)["no-later", "ARM"]
        frame = drawn["frame"]
        end = (_ms("2024-11-16") - frame["window"][0]) * frame["pxPerMs"]
        assert band["x0"] < mark["x"] <= end

    def test_what_is_approximate_or_uncertain_is_marked(self) -> None:
        marks = _marks("dates", drawn_of("dates", self.WINDOW))
        assert marks["about", "ARM"]["vague"] is True
        assert marks["maybe", "ARM"]["vague"] is True
        assert marks["month", "ARM"]["vague"] is False

    def test_a_time_of_day_stands_at_its_minute(self) -> None:
        drawn = drawn_of("dates", "window=2024-03-05/2024-03-05")
        mark = _marks("dates", drawn)["minute", "ARM"]
        assert mark["x"] / drawn["frame"]["width"] == pytest.approx(14.5 / 24, abs=0.001)
        assert drawn["days"] == []

    @pytest.mark.parametrize("window", [WINDOW, "", "window=2023-01-01/2023-12-31"])
    def test_what_has_no_date_is_nowhere(self, window: str) -> None:
        drawn = drawn_of("dates", window)
        shown = {event for event, _ in _marks("dates", drawn)}
        shown |= {_ids("dates")[event] for mark in drawn["marks"] for event in mark.get("events", [])}
        assert "undated" not in shown


class TestBundles:
    def test_every_event_of_the_window_is_a_mark_or_in_a_bundle(self) -> None:
        drawn = drawn_of("crowd")
        ids = _ids("crowd")
        per_lane: dict[str, set[str]] = {}
        for mark in drawn["marks"]:
            shown = [ids[event] for event in mark.get("events", [mark.get("event")])]
            assert mark.get("count", 1) == len(shown)
            per_lane.setdefault(_lane_ids(drawn)[mark["lane"]], set()).update(shown)
        assert set().union(*per_lane.values()) == set(ids)
        columns = payload_of(FIGURES_FOLDER / "crowd.yaml")["events"]["columns"]
        for lane, events in per_lane.items():
            assert events == {event for event, lanes in zip(ids, columns["lanes"], strict=True) if lane in lanes}

    def test_a_bundle_tells_that_it_hides_an_absence(self) -> None:
        drawn = drawn_of("crowd")
        hidden = _ids("crowd").index("talks-41")
        bundles = [mark for mark in drawn["marks"] if hidden in mark.get("events", [])]
        assert sorted(mark["away"] for mark in bundles) == [False, True]
        assert sum(mark["away"] for mark in drawn["marks"] if "count" in mark) == 1

    def test_zooming_in_takes_bundles_apart(self) -> None:
        far, near = drawn_of("crowd"), drawn_of("crowd", "window=2024-03-01/2024-03-31")
        assert max(mark.get("count", 1) for mark in far["marks"]) > max(mark.get("count", 1) for mark in near["marks"])

    def test_too_many_full_bundles_become_strips_that_lose_no_event(self) -> None:
        drawn = drawn_of(DENSE)
        counts: Counter[str] = Counter()
        for strip in drawn["strips"]:
            counts[_lane_ids(drawn)[strip["lane"]]] += strip["count"]
        assert drawn["dense"] is True
        assert counts == Counter(lane for lanes in payload_of(DENSE)["events"]["columns"]["lanes"] for lane in lanes)

    def test_fewer_full_bundles_stay_bundles(self) -> None:
        drawn = drawn_of("crowd", width=900)
        assert (drawn["dense"], drawn["strips"]) == (False, [])


class TestLanes:
    @pytest.mark.parametrize(
        ("query", "striped"),
        [
            ("", ["ARM", "MDA", "TKM"]),
            ("group=org", ["ARM", "MDA", "TKM", "UZB"]),
            ("group=region", ["ARM", "MDA", "TKM"]),
        ],
    )
    def test_the_first_lane_under_each_heading_has_a_stripe_and_every_second_after_it(
        self, query: str, striped: list[str]
    ) -> None:
        lanes = drawn_of("members", query)["frame"]["lanes"]
        assert [lane["id"] for lane in lanes if lane["striped"]] == striped

    def test_all_states_have_a_lane_and_chosen_ones_alone(self) -> None:
        assert _lane_ids(drawn_of("summit")) == ["ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "MDA", "RUS"]
        assert _lane_ids(drawn_of("summit", "country=RUS,AZE")) == ["AZE", "RUS"]

    def test_states_that_are_not_shown_are_counted(self) -> None:
        hidden = drawn_of("summit", f"country=AZE&{DAY}")["hidden"]
        assert [one["n"] for one in hidden] == [7]

    @pytest.mark.parametrize("query", ["country=AZE,RUS", "country=AZE,BLR,RUS&group=region"])
    def test_their_number_stands_on_the_ground_of_its_lane(self, query: str) -> None:
        screen = screen_of("summit", f"{query}&{DAY}")
        lanes, layout = screen["drawn"]["frame"]["lanes"], screen["figure"]["layout"]
        stripes = {shape["y0"] for shape in layout["shapes"] if shape.get("fillcolor") == LIGHT["band"]}
        grounds = [note["bgcolor"] for note in layout["annotations"] if note["name"] == "hidden"]
        own = [lanes[one["lane"]]["y0"] for one in screen["drawn"]["hidden"]]
        assert grounds == [LIGHT["band" if y0 in stripes else "card"] for y0 in own]

    def test_lanes_lie_below_each_other_without_gaps(self) -> None:
        lanes = drawn_of("summit")["frame"]["lanes"]
        for one, other in pairwise(lanes):
            assert one["y0"] < one["middle"] < one["y1"] == other["y0"]

    def test_a_phone_has_lower_lanes_and_a_narrower_margin(self) -> None:
        wide, narrow = drawn_of("summit", width=1200)["frame"], drawn_of("summit", width=390, room=0)["frame"]
        assert narrow["laneHeight"] < wide["laneHeight"]
        assert narrow["left"] < wide["left"]
        assert narrow["left"] + narrow["width"] < 390


class TestLabels:
    def test_a_bundle_is_called_by_the_chosen_event_in_it(self) -> None:
        bundle = next(mark for mark in drawn_of("crowd")["marks"] if mark.get("count", 0) > 1)
        chosen = _ids("crowd")[bundle["events"][-1]]
        title = payload_of(FIGURES_FOLDER / "crowd.yaml")["events"]["columns"]["title"][bundle["events"][-1]]
        told = [" ".join(label["lines"]) for label in drawn_of("crowd", f"event={chosen}")["labels"]]
        assert any(words.startswith(f"{title} +") for words in told)
        assert not any(
            words.startswith(title) for words in (" ".join(one["lines"]) for one in drawn_of("crowd")["labels"])
        )


class TestMembers:
    def test_a_suspension_known_to_a_year_is_unsure_within_the_year_and_sure_after(self) -> None:
        drawn = drawn_of("members")
        (band,) = [one for one in drawn["bands"] if _lane_ids(drawn)[one["lane"]] == "MDA"]
        assert [(_day(piece["from"]), piece["sure"]) for piece in band["pieces"]] == [
            ("2022-01-01", False),
            ("2023-01-01", True),
        ]
        assert band["arrow"] is not None

    def test_a_suspension_that_ended_has_no_arrow(self) -> None:
        drawn = drawn_of("members")
        (band,) = [one for one in drawn["bands"] if _lane_ids(drawn)[one["lane"]] == "RUS"]
        assert [(_day(piece["from"]), _day(piece["to"])) for piece in band["pieces"]] == [("2014-03-24", "2019-06-27")]
        assert band["arrow"] is None

    def test_a_membership_goes_on_under_a_suspension(self) -> None:
        drawn = drawn_of("members")
        (track,) = [one for one in drawn["tracks"] if _lane_ids(drawn)[one["lane"]] == "MDA"]
        (band,) = [one for one in drawn["bands"] if one["lane"] == track["lane"]]
        assert track["pieces"][0]["from"] < band["pieces"][0]["from"]
        assert track["pieces"][-1]["to"] == band["pieces"][-1]["to"]
        assert track["y"] > band["y1"]

    def test_a_membership_ends_where_it_ended(self) -> None:
        drawn = drawn_of("members")
        (track,) = [one for one in drawn["tracks"] if _lane_ids(drawn)[one["lane"]] == "GEO"]
        assert [(_day(piece["from"]), piece["sure"]) for piece in track["pieces"]] == [
            ("1993-12-01", False),
            ("1994-01-01", True),
        ]
        assert _day(track["pieces"][-1]["to"] - 1) == "2009-08-18"

    def test_an_organisation_has_the_same_place_in_every_lane(self) -> None:
        drawn = drawn_of("members")
        tracks = {(_lane_ids(drawn)[track["lane"]], track["organisation"]): track["y"] for track in drawn["tracks"]}
        assert tracks["RUS", "big"] < tracks["RUS", "small"]

    def test_what_is_disputed_is_told(self) -> None:
        drawn = drawn_of("members")
        disputed = [_lane_ids(drawn)[track["lane"]] for track in drawn["tracks"] if track["disputed"]]
        assert disputed == ["UZB"]


class TestClaims:
    def test_a_figure_lies_over_its_period_in_the_lane_of_the_other_state(self) -> None:
        drawn = drawn_of("claims")
        found = [
            (band["words"], _lane_ids(drawn)[band["lane"]], _day(band["from"]), _day(band["to"] - 1))
            for band in drawn["claims"]
        ]
        assert found == [
            (">$11 bn", "ARM", "2024-01-01", "2024-12-31"),
            ("≲$5.4 bn", "ARM", "2024-07-01", "2025-03-31"),
            ("4.2 %", "GEO", "2025-01-01", "2025-12-31"),
        ]

    def test_figures_of_periods_that_meet_do_not_lie_on_each_other(self) -> None:
        first, second, _ = drawn_of("claims")["claims"]
        assert first["y1"] <= second["y0"]

    def test_a_figure_goes_with_the_event_at_which_it_was_claimed(self) -> None:
        drawn = drawn_of("claims", "country=ARM,GEO&q=other")
        assert [band["words"] for band in drawn["claims"]] == ["4.2 %"]


class TestScreens:
    @pytest.mark.parametrize("events", ["summit", "members", "dates", "claims", "scripts", "crowd"])
    def test_the_live_region_counts_what_the_list_holds(self, events: str) -> None:
        screen = screen_of(events)
        assert screen["status"].split()[0] == str(len(screen["selection"])) == str(len(_ids(events)))

    @pytest.mark.parametrize(
        ("window", "check"),
        [
            ("1700-01-01/1700-01-02", lambda window, whole: window[0] <= whole[0] <= window[1]),
            (
                "0001-01-01/9999-12-31",
                lambda window, whole: window[1] - window[0] <= 1.5 * (whole[1] - whole[0]) + 60_000,
            ),
            ("2025-12-22T10:00/2025-12-22T10:05", lambda window, _: window[1] - window[0] == 3_600_000),
        ],
        ids=["before all data", "all years that there are", "five minutes"],
    )
    def test_a_window_is_kept_within_reason(self, window: str, check: Callable[[list[int], list[int]], bool]) -> None:
        screen = screen_of("summit", f"window={window}")
        assert check(screen["window"], screen["whole"])


def _ms(day: str) -> int:
    return round((datetime.fromisoformat(day).replace(tzinfo=UTC) - EPOCH) / timedelta(milliseconds=1))

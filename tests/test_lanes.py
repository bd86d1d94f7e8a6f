"""Which lanes there are, in which order, and what lies in them besides events."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lanes import NO_GROUP, NO_STATE, Lanes, build_lanes, groups_of, lanes_of_claim, lanes_of_event
from app.model import Claim, EventStatus, ImposedBy, Membership, MembershipKind, Restriction, RestrictionKind, Timeline
from tests.compact import date_of, timeline_of
from tests.synthetic import synthetic_timeline

ACTORS: dict[str, list[str]] = {
    "ARM": ["state", "Armenia"],
    "AZE": ["state", "azerbaijan"],  # names are ordered whatever their case
    "KAZ": ["state", "Kazakhstan"],
    "RUS": ["state", "Russia"],
    "SUN": ["former_state", "Soviet Union"],
    "big": ["igo", "Big Organisation"],
    "small": ["igo", "Small Organisation"],
    "someone": ["person", "Someone"],
}
SUSPENSION = Restriction(RestrictionKind.PARTICIPATION_SUSPENDED, date_of("2022/.."), ImposedBy.SELF)


def _timeline(
    *events: tuple[str, list[str]] | tuple[str, list[str], str], members: tuple[Membership, ...] = ()
) -> Timeline:
    plain: list[dict[str, Any]] = [
        {"id": each[0], "date": each[2] if len(each) > 2 else "2025-12-22", "participants": [[a] for a in each[1]]}
        for each in events
    ]
    return replace(timeline_of({"actors": ACTORS, "events": plain}), memberships=members)


def _member(actor: str, organisation: str, kind: MembershipKind = MembershipKind.FULL, **more: Any) -> Membership:  # noqa: ANN401
    return Membership(f"{actor}-{organisation}", actor, organisation, kind, date_of("1991-12-08/.."), **more)


def _order(lanes: Lanes) -> list[str]:
    return [lane.id for lane in lanes.order]


def test_every_state_that_takes_part_or_is_a_member_has_one_lane() -> None:
    timeline = _timeline(("a", ["RUS", "ARM"]), ("b", ["RUS"]), members=(_member("KAZ", "big"), _member("RUS", "big")))
    assert sorted(_order(build_lanes(timeline))) == ["ARM", "KAZ", "RUS"]


def test_nobody_else_has_a_lane() -> None:
    assert _order(build_lanes(_timeline(("a", ["ARM", "someone"])))) == ["ARM"]


def test_a_former_state_is_a_state() -> None:
    assert _order(build_lanes(_timeline(("a", ["SUN"])))) == ["SUN"]


def test_members_of_the_largest_organisation_come_first_then_those_of_the_next_then_the_others_each_by_name() -> None:
    members = (_member("RUS", "big"), _member("KAZ", "big"), _member("SUN", "big"), _member("AZE", "small"))
    timeline = _timeline(("a", ["ARM"]), members=members)
    assert _order(build_lanes(timeline)) == ["KAZ", "RUS", "SUN", "AZE", "ARM"]


@pytest.mark.parametrize("kind", [MembershipKind.OBSERVER, MembershipKind.CANDIDATE, MembershipKind.DIALOGUE_PARTNER])
def test_who_only_observes_is_not_placed_among_the_members(kind: MembershipKind) -> None:
    members = (_member("ARM", "big", kind), _member("RUS", "big"))
    assert _order(build_lanes(_timeline(members=members))) == ["RUS", "ARM"]


def test_an_associate_is_placed_among_the_members() -> None:
    members = (_member("ARM", "big", MembershipKind.ASSOCIATE), _member("RUS", "big"))
    assert _order(build_lanes(_timeline(members=members))) == ["ARM", "RUS"]


def test_organisations_that_take_part_come_after_the_states() -> None:
    assert _order(build_lanes(_timeline(("a", ["big", "RUS"]))))[:2] == ["RUS", "big"]


def test_events_without_a_state_have_a_lane_at_the_bottom() -> None:
    timeline = _timeline(("a", ["RUS"]), ("b", ["someone"]))
    assert _order(build_lanes(timeline)) == ["RUS", NO_STATE]
    assert lanes_of_event(timeline, "b") == (NO_STATE,)
    assert lanes_of_event(timeline, "a") == ("RUS",)


def test_a_lane_counts_its_events_and_knows_its_first() -> None:
    lanes = build_lanes(_timeline(("a", ["RUS"], "2020"), ("b", ["RUS", "ARM"], "1995-03"), ("c", ["RUS"], "")))
    by_id = {lane.id: lane for lane in lanes.order}
    first = date_of("1995-03").start_ms
    assert (by_id["RUS"].events, by_id["RUS"].first_ms) == (2, first)
    assert (by_id["ARM"].events, by_id["ARM"].first_ms) == (1, first)


def test_a_lane_is_grouped_by_its_largest_organisation_and_by_its_region() -> None:
    members = (_member("ARM", "small"), _member("ARM", "big"), _member("RUS", "big"), _member("KAZ", "big"))
    lanes = build_lanes(_timeline(("a", ["AZE"]), members=members))
    groups = {lane.id: (lane.org, lane.region) for lane in lanes.order}
    assert groups["ARM"] == ("big", "western-asia")
    assert groups["AZE"] == (NO_GROUP, "western-asia")
    assert set(groups_of(lanes)) == {"big", NO_GROUP, *(lane.region for lane in lanes.order)}


def test_tracks_are_the_memberships_of_states_the_largest_organisation_first() -> None:
    members = (
        _member("RUS", "small"),
        _member("RUS", "big"),
        _member("KAZ", "big", MembershipKind.OBSERVER, status=EventStatus.DISPUTED),
        _member("someone", "small"),
    )
    lanes = build_lanes(_timeline(members=members))
    assert lanes.organisations == ("big", "small")
    tracks = {(track.lane, track.organisation): track for track in lanes.tracks}
    assert sorted(tracks) == [("KAZ", "big"), ("RUS", "big"), ("RUS", "small")]
    assert (tracks["RUS", "big"].track, tracks["RUS", "small"].track) == (0, 1)
    assert tracks["KAZ", "big"].kind is MembershipKind.OBSERVER
    assert [track.disputed for track in lanes.tracks] == [False, False, True]


def test_a_restriction_is_a_band_over_its_own_membership_which_keeps_its_track() -> None:
    members = (_member("RUS", "big", restrictions=(SUSPENSION,)), _member("KAZ", "big"))
    lanes = build_lanes(_timeline(members=members))
    assert [(band.lane, band.organisation, band.restriction) for band in lanes.bands] == [("RUS", "big", SUSPENSION)]
    assert ("RUS", "big") in {(track.lane, track.organisation) for track in lanes.tracks}


@pytest.mark.parametrize(
    ("claim", "lanes"),
    [
        pytest.param(
            Claim("c", "RUS", "trade", parties=("KAZ",), period=date_of("2024")), ["KAZ"], id="about one state"
        ),
        pytest.param(
            Claim("c", "someone", "trade", speaker_actor="RUS", parties=("RUS", "KAZ"), period=date_of("2024")),
            ["KAZ"],
            id="the speaker's own state and another",
        ),
        pytest.param(
            Claim("c", "someone", "trade", speaker_actor="RUS", parties=("RUS",), period=date_of("2024")),
            ["RUS"],
            id="the speaker's own state alone",
        ),
        pytest.param(Claim("c", "RUS", "trade", parties=("KAZ",)), [], id="no period"),
        pytest.param(Claim("c", "RUS", "trade", parties=("big",), period=date_of("2024")), [], id="no state"),
    ],
)
def test_a_state_of_which_a_figure_is_claimed_has_a_lane_without_any_event(claim: Claim, lanes: list[str]) -> None:
    timeline = replace(_timeline(), claims=(claim,))
    assert list(lanes_of_claim(timeline, claim)) == lanes
    assert _order(build_lanes(timeline)) == lanes


def test_nothing_has_no_lanes() -> None:
    assert build_lanes(_timeline()) == Lanes((), (), (), ())


@given(st.integers(0, 50), st.integers(0, 30))
def test_every_dated_event_has_a_lane_to_stand_in(seed: int, size: int) -> None:
    timeline = synthetic_timeline(seed, size)
    order = _order(build_lanes(timeline))
    assert len(order) == len(set(order))
    for event in timeline.events.values():
        if event.date is not None:
            assert set(lanes_of_event(timeline, event.id)) <= set(order)

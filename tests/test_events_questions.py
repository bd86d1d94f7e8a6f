"""The shipped collection answers what a reader of its sources can answer: questions as names, answers as asserts."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

from app.dates import End, EndKind, EventDate
from app.filters import select_events
from app.load import load_timeline
from app.model import (
    Event,
    EventStatus,
    EventType,
    Membership,
    MembershipKind,
    Participation,
    RestrictionKind,
    Role,
    Status,
)
from app.paths import EVENTS_FOLDER
from app.view import parse_view
from app.vocabulary import vocabulary

TIMELINE = load_timeline(EVENTS_FOLDER).timeline
WORDS = vocabulary(TIMELINE)


def shown(query: str) -> tuple[str, ...]:
    """The ids that a query shows, in time order; a query that is not understood fails the test."""
    view, notices = parse_view(query, WORDS)
    assert notices == ()
    return select_events(TIMELINE, view).ids


def with_status(event_id: str, *wanted: Status) -> set[str]:
    return {part.actor for part in TIMELINE.events[event_id].participants if part.status in wanted}


def part_of(event_id: str, actor: str) -> Participation:
    (part,) = (each for each in TIMELINE.events[event_id].participants if each.actor == actor)
    return part


def membership(membership_id: str) -> Membership:
    (found,) = (each for each in TIMELINE.memberships if each.id == membership_id)
    return found


def edtf(date: EventDate | None) -> str:
    assert date is not None
    return date.edtf


def members_on(day: str, organisation: str, kind: MembershipKind = MembershipKind.FULL) -> set[str]:
    """Those whose membership surely holds on the day and is not disputed."""
    moment = int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)
    return {
        each.actor
        for each in TIMELINE.memberships
        if (each.organisation, each.kind, each.status) == (organisation, kind, EventStatus.OCCURRED)
        and has_begun(each.during.first, moment)
        and goes_on(each.during.last, moment)
    }


def has_begun(end: End, moment_ms: int) -> bool:
    return end.earliest_ms == moment_ms or (end.latest_ms is not None and end.latest_ms <= moment_ms)


def goes_on(end: End, moment_ms: int) -> bool:
    return end.kind is EndKind.OPEN or (end.earliest_ms is not None and moment_ms <= end.earliest_ms)


def test_who_was_absent_from_bishkek_in_october_2023() -> None:
    (summit,) = shown("type=summit&place=Bishkek&from=2023-10&to=2023-10")
    assert with_status(summit, Status.ABSENT) == {"MDA", "UKR"}
    assert with_status(summit, Status.REPRESENTED) == {"ARM"}
    assert part_of(summit, "ARM").represented_by == "deputy foreign minister"


def test_which_states_were_members_of_the_cis_on_1_january_2000() -> None:
    expected = {"ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "MDA", "RUS", "TJK", "TKM", "UZB"}
    assert members_on("2000-01-01", "cis") == expected
    assert membership("cis-ukraine").status is EventStatus.DISPUTED


def test_which_states_are_members_of_the_cis_at_the_end_of_2025() -> None:
    assert members_on("2025-12-22", "cis") == {"ARM", "AZE", "BLR", "KAZ", "KGZ", "MDA", "RUS", "TJK", "UZB"}
    assert members_on("2025-12-22", "cis", MembershipKind.ASSOCIATE) == {"TKM"}


def test_when_georgia_left_by_which_account() -> None:
    ends = [each for each in membership("cis-georgia").accounts if each.attribute == "end"]
    by_account = {edtf(each.date): {citation.source for citation in each.citations} for each in ends}
    assert by_account == {"2009-08-18": {"today-az-2009-08-18", "kremlin-cis-glossary"}, "2008": {"blog-cis-2018"}}
    assert [edtf(each.date) for each in ends if each.preferred] == ["2009-08-18"]
    assert shown("country=GEO&org=cis&type=withdrawal,withdrawal_announced") == (
        "georgia-withdrawal-announced-2008",
        "georgia-withdrawal-notified-2008",
        "georgia-withdrawal-effective-2009",
    )


def test_who_attended_every_informal_summit_from_2021_to_2025_that_has_an_attendance_list() -> None:
    summits = shown("type=summit&tag=informal&org=cis&from=2021&to=2025")
    assert summits == (
        "cis-informal-summit-2021",
        "cis-informal-summit-october-2022",
        "cis-informal-summit-2022",
        "cis-informal-summit-2023",
        "cis-informal-summit-2024",
        "cis-informal-summit-2025",
    )
    always = set.intersection(*(with_status(summit, Status.ATTENDED) for summit in summits))
    assert always == {"BLR", "KAZ", "RUS", "TJK", "TKM", "UZB"}


def test_who_stayed_away_from_the_informal_summit_of_2025_and_who_gave_the_reason() -> None:
    summit = "cis-informal-summit-2025"
    absence = part_of(summit, "AZE")
    assert (absence.person, absence.status) == ("ilham-aliyev", Status.ABSENT)
    assert absence.reason == "busy work schedule"
    assert absence.announced_by == "Presidential Administration of Azerbaijan"
    assert with_status(summit, Status.SUSPENDED) == {"MDA"}
    about = [relation.event for relation in TIMELINE.events["az-announces-absence"].relations]
    assert about == [summit]


def test_whom_putin_met_on_the_sidelines_of_the_informal_summit_of_2025() -> None:
    sidelines = [event for event in TIMELINE.events.values() if event.part_of == "cis-informal-summit-2025"]
    guests = {part.actor for event in sidelines for part in event.participants if part.role is Role.GUEST}
    assert {event.type for event in sidelines} == {EventType.BILATERAL_MEETING}
    assert guests == {"ARM", "KAZ", "TJK"}


def test_azerbaijan_is_spoken_of_at_the_pashinyan_meeting_and_takes_no_part_in_it() -> None:
    december = "country=AZE&from=2025-12&to=2025-12"
    assert "putin-pashinyan-2025-12-22" not in shown(december)
    assert "putin-pashinyan-2025-12-22" in shown(f"{december}&mentions=1")


def test_since_when_moldova_stays_away_and_whether_it_is_still_a_member() -> None:
    moldova = membership("cis-moldova")
    (layer,) = moldova.restrictions
    assert (layer.kind, layer.during.edtf) == (RestrictionKind.PARTICIPATION_SUSPENDED, "2022/..")
    assert moldova.during.last.kind is EndKind.OPEN


def test_which_csto_summits_armenia_missed() -> None:
    assert shown("country=ARM&status=absent&org=csto") == (
        "csto-summit-minsk-2023",
        "csto-summit-astana-2024",
        "csto-summit-bishkek-2025",
    )


def test_which_states_belonged_to_the_eaeu_on_its_first_day_and_at_the_end_of_that_year() -> None:
    assert members_on("2015-01-01", "eaeu") == {"BLR", "KAZ", "RUS"}
    assert members_on("2015-12-31", "eaeu") == {"ARM", "BLR", "KAZ", "KGZ", "RUS"}


def test_when_turkmenistan_became_an_associate_member() -> None:
    assert membership("cis-turkmenistan").during.edtf == "1991-12-21/2005-08-26"
    assert membership("cis-turkmenistan-associate").during.edtf == "2005-08-26/.."


def test_which_figures_putin_gave_for_trade_with_armenia() -> None:
    said = [claim for claim in TIMELINE.claims if claim.said_at == "putin-pashinyan-2025-12-22" and claim.value]
    figures = [(claim.comparator, Decimal(claim.value or ""), claim.unit, edtf(claim.period)) for claim in said]
    assert figures == [
        ("gt", Decimal(11) * 10**9, "USD", "2024"),
        ("ge", Decimal(45) * 10**8, "USD", "2025-01/2025-09"),
    ]
    assert {claim.speaker for claim in said} == {"vladimir-putin"}


def test_when_putin_and_aliyev_last_met_alone_before_the_informal_summit_of_2025() -> None:
    meetings = shown("country=RUS,AZE&match=all&type=bilateral_meeting")
    assert meetings[-1] == "putin-aliyev-2025-10-09"
    event: Event = TIMELINE.events[meetings[-1]]
    assert event.place is not None
    assert event.place.city == "Dushanbe"

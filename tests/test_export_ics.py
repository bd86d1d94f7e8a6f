"""The calendar, read by the package icalendar."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from app.dates import EventDate, read_date
from app.export import write
from app.export.ics import LINE_BYTES, escape, folded
from app.load import load_timeline
from app.model import Event, EventType, Text, Timeline
from app.payload import build_payload
from tests.core import core
from tests.exports import DATA, HOSTILE, hostile_timeline, shipped

SMALL = load_timeline(DATA / "collection.yaml").timeline


def _text(timeline: Timeline) -> str:
    return write(build_payload(timeline), timeline.events, "ics").text


def _parts(timeline: Timeline) -> dict[str, Any]:
    """The components by the id of their event."""
    calendar: Any = Calendar.from_ical(_text(timeline))
    assert calendar.errors == []
    assert all(part.errors == [] for part in calendar.subcomponents)
    return {str(part["UID"]).partition("@")[0]: part for part in calendar.subcomponents}


def _of(when: EventDate | None) -> Any:  # noqa: ANN401 - a component
    event = Event("a", EventType.OTHER, Text((("en", "A"),)), when)
    return _parts(Timeline(events={"a": event}))["a"]


@pytest.mark.parametrize("timeline", [shipped(), SMALL, hostile_timeline()], ids=["shipped", "small", "hostile"])
def test_every_event_is_in_it_once(timeline: Timeline) -> None:
    assert set(_parts(timeline)) == set(timeline.events)
    assert _text(timeline).count("\r\nUID:") == len(timeline.events)


@pytest.mark.parametrize(
    ("text", "start", "end", "title"),
    [
        # to the day: all-day, the end exclusive
        ("2025-12-22", date(2025, 12, 22), date(2025, 12, 23), "A"),
        ("2025-12-22/2025-12-24", date(2025, 12, 22), date(2025, 12, 25), "A"),
        ("2024-02-28/2024-02-29", date(2024, 2, 28), date(2024, 3, 1), "A"),
        ("0001-01-01", date(1, 1, 1), date(1, 1, 2), "A"),
        # less is known: as wide as that, and the title says so
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1), "A (December 2025)"),
        ("1991", date(1991, 1, 1), date(1992, 1, 1), "A (1991)"),
        ("199X", date(1990, 1, 1), date(2000, 1, 1), "A (1990s)"),
        ("2025-12-22~", date(2025, 12, 22), date(2025, 12, 23), "A (about 22 December 2025)"),
        ("2004-05/2005-06-07", date(2004, 5, 1), date(2005, 6, 8), "A (May 2004 to 7 June 2005)"),
        # open and unknown ends: where the date touches the calendar
        ("2022/..", date(2022, 1, 1), date(2023, 1, 1), "A (since 2022)"),
        ("2022-03-04/", date(2022, 3, 4), date(2022, 3, 5), "A (since 4 March 2022, end not known)"),
        ("../2025-12-22", date(2025, 12, 22), date(2025, 12, 23), "A (on or before 22 December 2025)"),
        # times: without a zone they float, with an offset they are in UTC; no end is made up
        ("2025-12-22T14:30", datetime(2025, 12, 22, 14, 30), None, "A"),  # noqa: DTZ001 - a floating time
        ("2025-12-22T14:30+03:00", datetime(2025, 12, 22, 11, 30, tzinfo=UTC), None, "A"),
        ("2025-12-22T00:30+04:00", datetime(2025, 12, 21, 20, 30, tzinfo=UTC), None, "A"),
        ("2025-12-22T14:30Z", datetime(2025, 12, 22, 14, 30, tzinfo=UTC), None, "A"),
        (
            "2025-12-22T14:30Z/2025-12-22T16:00Z",
            datetime(2025, 12, 22, 14, 30, tzinfo=UTC),
            datetime(2025, 12, 22, 16, tzinfo=UTC),
            "A",
        ),
        ("2025-12-22/2025-12-23T12:00", date(2025, 12, 22), date(2025, 12, 24), None),
        ("9999-12-31", date(9999, 12, 31), None, "A"),
    ],
)
def test_dates_stand_where_they_belong(text: str, start: date, end: date | None, title: str | None) -> None:
    part = _of(read_date(text))
    assert part.name == "VEVENT"
    assert part["DTSTART"].dt == start
    if end is not None:
        assert part["DTEND"].dt == end
    if title is not None:
        assert str(part["SUMMARY"]) == title
    assert str(part["X-SIDELINES-EDTF"]) == text


@pytest.mark.parametrize("text", ["2025-12-22T14:30", "2025-12-22T14:30Z"])
def test_a_moment_has_no_end(text: str) -> None:
    assert "DTEND" not in _of(read_date(text))


def test_an_event_without_a_date_is_a_journal_entry_without_a_start() -> None:
    part = _of(None)
    assert part.name == "VJOURNAL"
    assert "DTSTART" not in part
    assert str(part["SUMMARY"]) == "A (Date not stated)"


@pytest.mark.parametrize(
    ("event", "status"),
    [
        ("first", "CONFIRMED"),
        ("fifth", "CONFIRMED"),
        ("fourth", "TENTATIVE"),
        ("seventh", "CANCELLED"),
        ("eighth", "FINAL"),
    ],
)
def test_what_came_of_it_is_told(event: str, status: str) -> None:
    assert str(_parts(SMALL)[event]["STATUS"]) == status


def test_what_is_known_is_told_in_words() -> None:
    part = _parts(SMALL)["first"]
    told = str(part["DESCRIPTION"])
    assert "Azerbaijan (Ilham Aliyev; guest; absent; Reason given: busy, it was said)" in told
    assert "Kazakhstan (represented by a deputy)" in told
    assert (
        'Talks, "frank" & useful, A. Writer, Test Press, 22 December 2025, https://example.org/talks?a=1&b={2}' in told
    )
    assert str(part["LOCATION"]) == "Test Palace, Minsk, Belarus"
    assert (part["GEO"].latitude, part["GEO"].longitude) == (53.9, 27.5667)
    assert part["CATEGORIES"].cats == ["Summit", "trade", "rail, freight"]


def test_a_meeting_on_the_sidelines_names_its_summit() -> None:
    parts = _parts(SMALL)
    assert str(parts["second"]["RELATED-TO"]) == str(parts["first"]["UID"])


def test_nobody_is_invited() -> None:
    assert "ATTENDEE" not in _text(shipped())


def test_the_same_event_has_the_same_name_in_every_version() -> None:
    assert str(_parts(SMALL)["first"]["UID"]) == "first@a-small-collection.sidelines"


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE))
def test_lines_are_short_whole_and_come_back(text: str) -> None:
    lines = folded(f"X:{escape(text)}").split("\r\n")
    assert lines.pop() == ""
    assert max(len(line.encode()) for line in lines) <= LINE_BYTES
    assert all(line.startswith(" ") for line in lines[1:])
    assert "".join([lines[0], *(line[1:] for line in lines[1:])]) == f"X:{escape(text)}"


@given(st.text(st.characters(exclude_categories=["Cs"])) | st.text("é語🚆", min_size=20, max_size=90))
def test_the_browser_folds_alike(text: str) -> None:
    assert core().call("exports.ics.folded", f"X:{text}") == folded(f"X:{text}")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a, b; c\\d", "a\\, b\\; c\\\\d"),
        ("one\r\ntwo\rthree\nfour", "one\\ntwo\\nthree\\nfour"),
        ("bell\x07 tab\t", "bell tab\t"),
        ('quote " and colon:', 'quote " and colon:'),
        ("END:VEVENT", "END:VEVENT"),
    ],
)
def test_texts_are_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_no_text_ends_an_event() -> None:
    text = _text(hostile_timeline())
    assert text.count("\r\nBEGIN:V") == text.count("\r\nEND:V") - 1 == len(HOSTILE)
    assert "\r\nUID:evil" not in text
    assert "\n" not in text.replace("\r\n", "")

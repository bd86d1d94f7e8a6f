"""EDTF and ISO 8601: the bounds of every form, and what other readers of EDTF make of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from undate import Undate, UndateInterval

from app.dates import DateContext, EndKind, EventDate, Precision, describe, format_edtf, read_date
from tests.date_tables import FOLDER

LINES = [line.split("\t") for line in (FOLDER / "edtf.tsv").read_text(encoding="utf-8").splitlines() if line[0] != "#"]


@pytest.mark.parametrize("line", LINES, ids=[line[0] for line in LINES])
def test_an_edtf_text_has_these_bounds(line: list[str]) -> None:
    text, start, end, precision, *canonical = line
    said = describe(read_date(text))
    assert (said["start"] or "-", said["end"] or "-", said["precision"]) == (start, end, precision)
    assert said["edtf"] == (canonical[0] if canonical else text)


@pytest.mark.parametrize("line", LINES, ids=[line[0] for line in LINES])
def test_what_is_written_is_read_back(line: list[str]) -> None:
    read = read_date(line[0])
    again = read_date(format_edtf(read))
    assert (again.first, again.last, again.precision, again.edtf) == (read.first, read.last, read.precision, read.edtf)
    assert (again.zone, again.offset_min) == (read.zone, read.offset_min)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1985/..", EndKind.GIVEN, EndKind.OPEN),
        ("1985/", EndKind.GIVEN, EndKind.UNKNOWN),
        ("../1985", EndKind.OPEN, EndKind.GIVEN),
        ("/1985", EndKind.UNKNOWN, EndKind.GIVEN),
        ("1984/1985", EndKind.GIVEN, EndKind.GIVEN),
    ],
)
def test_open_and_unknown_ends_are_kept_apart(text: str, first: EndKind, last: EndKind) -> None:
    read = read_date(text)
    assert (read.first.kind, read.last.kind) == (first, last)
    assert read.edtf == text


def test_qualifiers_belong_to_their_end() -> None:
    read = read_date("1984~/2004-06?")
    assert read.first.qualifiers == ("approximate",)
    assert read.last.qualifiers == ("uncertain",)
    assert read.qualifiers == ("approximate", "uncertain")
    assert read_date("1984%").first.qualifiers == ("approximate", "uncertain")
    assert read_date("1984/2004").qualifiers == ()


def test_an_interval_across_a_clock_change_keeps_both_offsets() -> None:
    read = read_date("2025-03-29T12:00/2025-03-31T12:00", DateContext(timezone="Europe/Berlin"))
    assert read.edtf == "2025-03-29T12:00+01:00/2025-03-31T12:00+02:00"
    assert (read.first.offset_min, read.last.offset_min) == (60, 120)
    assert (read.zone, read.offset_min) == ("Europe/Berlin", 60)


# --- the packages `edtf` and `undate`, where they agree with the standard


def days(read: EventDate) -> tuple[date, date]:
    """The first and the last day of a closed date."""
    assert read.start_ms is not None
    assert read.end_ms is not None
    epoch, day_ms = date(1970, 1, 1), 86_400_000
    return epoch + timedelta(read.start_ms // day_ms), epoch + timedelta((read.end_ms - 1) // day_ms)


CLOSED = [line[0] for line in LINES if "-" not in line[1:3] and not line[2].startswith("+")]

# What `edtf` 5 does not parse: forms of ISO 8601-1 that EDTF leaves out, and of EDTF level 2 what its grammar lacks.
UNKNOWN_TO_EDTF = {
    *("2025-12-22T14:30", "2025-12-22T14", "2025-12-22 14:30", "2025-12-22 14:30:00-05:00", "2025-12-22T14:30-05:00"),
    "2025-12-22T14:30:15+00:00",
    *("2025-W52", "2026-W01", "2020-W53", "2025-W52-1", "2025-W01-1", "2025-356", "2024-060", "2024-366"),
    *("2025-12-2X", "2025-12-3X", "2025-12-0X", "2024-02-2X", "2025-1X", "2025-0X"),
    *("2023-21~", "2024-33/2024-35"),
}
# What it reads otherwise: the standard gives seasons no months; a winter is its December there, until February here.
OTHERWISE_IN_EDTF = {"2023-24", "2023-28", "2023-30"}


def edtf_days(text: str) -> tuple[date, date]:
    """The first and last day that `edtf` gives."""
    theirs = parse_edtf(text)
    lower, upper = theirs.lower_strict(), theirs.upper_strict()
    return date(*lower[:3]), date(*upper[:3])


@pytest.mark.parametrize("text", [text for text in CLOSED if text not in UNKNOWN_TO_EDTF | OTHERWISE_IN_EDTF])
def test_edtf_gives_the_same_days(text: str) -> None:
    assert edtf_days(text) == days(read_date(text))


@pytest.mark.parametrize("text", sorted(UNKNOWN_TO_EDTF))
def test_edtf_does_not_parse(text: str) -> None:
    with pytest.raises((EDTFParseException, ValueError, AttributeError)):
        edtf_days(text)


@pytest.mark.parametrize("text", sorted(OTHERWISE_IN_EDTF))
def test_edtf_ends_a_winter_with_its_year(text: str) -> None:
    assert edtf_days(text) == (date(2023, 12, 1), date(2023, 12, 31))


def test_edtf_invents_ten_years_for_an_unknown_end() -> None:
    assert edtf_days("1985/")[1].year == 1995
    assert read_date("1985/").end_ms is None


# `undate` 0.8 has no times, seasons, divisions, weeks or ordinal days.
FOR_UNDATE = [
    *("2025", "1000", "2999", "2025-12", "2024-02", "2025-12-22", "2024-02-29", "0001-01-01", "0043-03"),
    *("1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02", "2005/2006-02"),
    *("201X", "18XX", "2004-XX", "1985-04-XX", "1985-XX-XX", "2025-12-2X", "2025-1X"),
]


@pytest.mark.parametrize("text", FOR_UNDATE)
def test_undate_gives_the_same_days(text: str) -> None:
    theirs = Undate.parse(text, "EDTF")
    assert isinstance(theirs, Undate | UndateInterval)
    first, last = (theirs, theirs) if isinstance(theirs, Undate) else (theirs.earliest, theirs.latest)
    assert isinstance(first, Undate)
    assert isinstance(last, Undate)
    assert (str(first.earliest), str(last.latest)) == tuple(map(str, days(read_date(text))))


@pytest.mark.parametrize(("text", "theirs"), [("1984?", "1984"), ("1984~", "1984"), ("1985/", "1985/..")])
def test_undate_forgets_qualifiers_and_opens_unknown_ends(text: str, theirs: str) -> None:
    assert Undate.parse(text, "EDTF").format("EDTF") == theirs
    assert format_edtf(read_date(text)) == text


def test_a_division_of_a_year_is_made_of_whole_months() -> None:
    for code in range(21, 42):
        first, last = days(read_date(f"2024-{code}"))
        assert first.day == 1
        assert (last + timedelta(1)).day == 1


def test_every_precision_can_be_read() -> None:
    assert {read_date(line[0]).precision for line in LINES} == set(Precision)

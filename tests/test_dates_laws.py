"""What always holds of dates, whatever is written and wherever it is read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.dates import DateContext, DateError, EndKind, EventDate, date_warnings, describe, read_date
from app.dates.lexicon import lexicon
from app.dates.words import LANGUAGES
from app.errors import PROBLEM_CODES
from tests.date_tables import FOLDER, outcome, phrase_rows, rows

ROOT = Path(__file__).parent.parent
DAY_MS = 86_400_000

days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
any_days = st.dates(date(1, 1, 1), date(9999, 12, 31))


def bounds(text: str, context: DateContext | None = None) -> tuple[int, int]:
    """The bounds of a closed date."""
    read = read_date(text, context or DateContext())
    assert read.start_ms is not None
    assert read.end_ms is not None
    return read.start_ms, read.end_ms


# --- values

clock_texts = st.builds(
    "T{:02}:{:02}{}{}".format,
    st.integers(0, 23),
    st.integers(0, 59),
    st.sampled_from(["", ":00", ":59"]),
    st.sampled_from(["", "Z", "+03:00", "-09:30"]),
)
single_texts = st.one_of(
    days.map(lambda day: f"{day.year:04}"),
    any_days.map(lambda day: day.isoformat()),
    any_days.map(lambda day: day.isoformat()[:7]),
    st.builds("{}{}".format, any_days, clock_texts),
    st.builds("{:04}-{:02}".format, st.integers(1, 9998), st.integers(21, 41)),
    days.map(lambda day: f"{day.isocalendar().year:04}-W{day.isocalendar().week:02}"),
    any_days.map(lambda day: f"{day.isoformat()[:8]}XX"),
    st.builds("{:03}X".format, st.integers(1, 999)),
    st.builds("{:02}XX".format, st.integers(1, 99)),
)
qualified_texts = st.builds("{}{}".format, single_texts, st.sampled_from(["", "", "?", "~", "%"]))
edtf_texts = st.one_of(
    qualified_texts,
    st.builds("{}/{}".format, qualified_texts, qualified_texts),
    st.builds("{}/{}".format, qualified_texts, st.sampled_from(["", ".."])),
    st.builds("{}/{}".format, st.sampled_from(["", ".."]), qualified_texts),
)


def read_or_none(text: str, context: DateContext | None = None) -> EventDate | None:
    """The date, or None where the text is refused."""
    return read_or_refusal(text, context or DateContext())[0]


@given(edtf_texts)
def test_a_date_starts_before_it_ends(text: str) -> None:
    read = read_or_none(text)
    if read is None:  # a range that runs backwards
        assert "/" in text
        return
    for end in (read.first, read.last):
        assert (end.kind is EndKind.GIVEN) == (end.earliest_ms is not None) == (end.latest_ms is not None)
        if end.earliest_ms is not None and end.latest_ms is not None:
            assert end.earliest_ms < end.latest_ms
    if read.start_ms is not None and read.end_ms is not None:
        assert read.start_ms < read.end_ms


@given(edtf_texts)
def test_writing_and_reading_are_inverse(text: str) -> None:
    read = read_or_none(text)
    if read is not None:
        again = read_date(read.edtf)
        assert again.edtf == read.edtf
        assert (again.first, again.last, again.precision) == (read.first, read.last, read.precision)
        assert (again.zone, again.offset_min) == (read.zone, read.offset_min)


@pytest.mark.parametrize("row", [row for row in phrase_rows() if not row.meant.startswith("!")], ids=lambda row: row.id)
def test_every_phrase_of_the_tables_survives_as_edtf(row: object) -> None:
    read = read_date(row.text, row.context)  # type: ignore[attr-defined]
    again = read_date(read.edtf)
    assert (again.first, again.last, again.precision) == (read.first, read.last, read.precision)
    assert describe(again)["start"] == describe(read)["start"]
    assert describe(again)["end"] == describe(read)["end"]


@given(any_days, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_a_longer_precision_contains_a_shorter_one(day: date, hours: int, minutes: int, seconds: int) -> None:
    iso = day.isoformat()
    clock = f"{hours:02}:{minutes:02}:{seconds:02}"
    half, quarter, third = 40 + (day.month - 1) // 6, 33 + (day.month - 1) // 3, 37 + (day.month - 1) // 4
    chain = [f"{iso}T{clock}", f"{iso}T{clock[:5]}", f"{iso}T{clock[:2]}", iso, iso[:7]]
    if 1000 <= day.year <= 2999:
        chain += [f"{iso[:4]}-{quarter}", f"{iso[:4]}-{half}", iso[:4], f"{iso[:3]}X", f"{iso[:2]}XX"]
        assert bounds(f"{iso[:4]}-{third}")[0] <= bounds(iso)[0] < bounds(f"{iso[:4]}-{third}")[1]
    for inner, outer in zip(map(bounds, chain), map(bounds, chain[1:]), strict=False):
        assert outer[0] <= inner[0] < inner[1] <= outer[1]


@given(days)
def test_a_week_holds_its_seven_days(day: date) -> None:
    start, end = bounds(f"the week of {day.day} {day:%B} {day.year}")
    assert end - start == 7 * DAY_MS
    assert start <= bounds(day.isoformat())[0] < end
    assert date(1970, 1, 1) + timedelta(start // DAY_MS) == day - timedelta(day.weekday())


@given(qualified_texts)
def test_before_since_until_and_after_meet(text: str) -> None:
    read = read_or_none(text)
    bare = text.rstrip("?~%")
    if read is None or bare[0] == "0" or "-XX" in text or bare[-2:] in {"Z", "00"} or "T" in text:
        return
    before, after = read_or_none(f"before {text}"), read_or_none(f"after {text}")
    assert before is None or before.end_ms == read.start_ms
    assert after is None or after.start_ms == read.end_ms
    assert read_date(f"since {text}").start_ms == read.start_ms
    assert read_date(f"until {text}").end_ms == read.end_ms


@given(days, st.integers(1, 11))
def test_the_first_and_the_last_months_make_the_year(day: date, count: int) -> None:
    first = bounds(f"the first {count} months of {day.year}")
    last = bounds(f"the last {12 - count} months of {day.year}")
    assert (first[0], first[1], last[1]) == (bounds(str(day.year))[0], last[0], bounds(str(day.year))[1])


@given(days, st.sampled_from(["{0:%B} {1}", "{1}"]))
def test_the_thirds_make_the_whole(day: date, shape: str) -> None:
    whole = shape.format(day, day.year)
    early, middle, late = (bounds(f"{part} {whole}") for part in ("early", "mid", "late"))
    assert (early[0], late[1]) == bounds(whole)
    assert (early[1], middle[1]) == (middle[0], late[0])


@given(days, st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
def test_a_weekday_is_the_latest_on_or_before_the_dateline(dateline: date, weekday: str) -> None:
    context = DateContext(dateline=dateline.isoformat())
    spoken, named, last, following = (
        date(1970, 1, 1) + timedelta(bounds(text, context)[0] // DAY_MS)
        for text in ("today", weekday, f"last {weekday}", f"next {weekday}")
    )
    assert spoken == dateline
    assert f"{named:%A}" == f"{last:%A}" == f"{following:%A}" == weekday
    assert timedelta(0) <= dateline - named < timedelta(7)
    assert timedelta(1) <= dateline - last <= timedelta(7)
    assert timedelta(1) <= following - dateline <= timedelta(7)


# --- texts


def read_or_refusal(text: object, context: DateContext) -> tuple[EventDate | None, DateError | None]:
    """The date, or the refusal."""
    try:
        return read_date(text, context), None
    except DateError as error:
        return None, error


def assert_only_refused(text: object, context: DateContext) -> None:
    """Whatever is written, it is read or refused, and what is read can be said."""
    read, refusal = read_or_refusal(text, context)
    if read is None:
        assert refusal is not None
        assert PROBLEM_CODES[refusal.code]
        assert (refusal.message + refusal.fix).encode()
        return
    json.dumps(describe(read, context)).encode()
    date_warnings(read, context, reported_as_past=True)
    assert read_date(read.edtf).edtf == read.edtf


def vocabulary() -> list[str]:
    """Words, numbers and signs that dates are made of, in all languages."""
    words = [form for code in LANGUAGES for values in lexicon(code).values.values() for form in values]
    small = (
        "since until before after early mid late first last of the in on between and from to week year ago next".split()
    )
    signs = "- / . , : ~ ? % X .. ' ( ) 2025 1990 22 05 31 00 99 0 T14:30 14:30 MSK UTC+5 Q3 H1 s st th Z".split()
    return words + small * 8 + signs * 20


contexts = st.builds(
    DateContext,
    langs=st.lists(st.sampled_from([*LANGUAGES, "pl", "ja", "xx"]), max_size=2).map(tuple),
    dateline=st.one_of(st.none(), any_days.map(date.isoformat)),
    order=st.sampled_from([None, "DMY", "MDY", "YMD"]),
    timezone=st.sampled_from([None, "Europe/Moscow", "America/New_York"]),
    anchor=st.sampled_from([None, read_date("2025-12-22"), read_date("1985/.."), read_date("0001-01-01/9999-12-31")]),
)


@given(st.text(max_size=90), contexts)
def test_any_text_is_read_or_refused(text: str, context: DateContext) -> None:
    assert_only_refused(text, context)


@given(st.lists(st.sampled_from(vocabulary()), max_size=9), st.sampled_from([" ", "", "-"]), contexts)
def test_any_words_of_dates_are_read_or_refused(words: list[str], between: str, context: DateContext) -> None:
    assert_only_refused(between.join(words), context)


@given(st.sampled_from([row.text for row in phrase_rows()]), st.data(), contexts)
def test_any_slip_in_a_phrase_is_read_or_refused(text: str, data: st.DataObject, context: DateContext) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert_only_refused(text[:at] + data.draw(st.sampled_from(["", "x", " ", "0", "-", "/"])) + text[at + 1 :], context)


@given(
    st.one_of(st.integers(), st.floats(), st.booleans(), st.none(), st.binary(), st.dates(), st.datetimes(), st.times())
)
def test_any_value_is_read_or_refused(value: object) -> None:
    assert_only_refused(value, DateContext())


# --- places and times


@pytest.fixture(scope="module")
def here() -> list[str]:
    """The outcomes of all tables, in this process."""
    return [outcome(row.text, row.context) for row in phrase_rows() + rows(FOLDER / "refused.tsv")]


@pytest.mark.parametrize(
    ("environment", "later_days", "order"),
    [
        ({"TZ": "UTC"}, 0, "forwards"),
        ({"TZ": "Asia/Tokyo"}, 0, "backwards"),
        ({"TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, 365, "forwards"),
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONTZPATH": ""}, -40 * 365, "backwards"),
    ],
    ids=["UTC", "Tokyo, backwards", "Turkish, a year later", "no tz database, forty years earlier"],
)
def test_the_answer_is_the_same_everywhere(
    here: list[str], environment: dict[str, str], later_days: int, order: str
) -> None:
    there = subprocess.run(
        [sys.executable, "-m", "tests.date_outcomes", str(later_days), order],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    assert json.loads(there.stdout) == here


def test_iso_dates_do_not_pay_for_dateparser() -> None:
    code = (
        "import sys; from app.dates import read_date, DateContext; read_date('2025-12-22'); read_date('since 2022');"
        "read_date('22 декабря 2025 г.', DateContext(langs=('ru',)));"
        "print(*[name for name in ('dateparser', 'regex', 'tzlocal') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert said.stdout.split() == []

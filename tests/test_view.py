"""The view and its query string: one grammar in two languages, run by the same cases."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bounds import format_window, read_window
from app.paths import PROJECT_FOLDER
from app.view import CHOICES, FLAGS, LISTS, PARAMETERS, SEQUENCES, View, format_view, parse_view
from app.vocabulary import Entry, Vocabulary
from tests.core import core

FILE = json.loads((PROJECT_FOLDER / "tests" / "data" / "view_cases.json").read_text(encoding="utf-8"))
WORDS: dict[str, Any] = FILE["vocabulary"]
VOCABULARY = Vocabulary(
    {
        parameter: tuple(Entry(entry["id"], tuple(entry["names"]), entry.get("many")) for entry in entries)
        for parameter, entries in WORDS.items()
    }
)
DEFAULT = View().as_json()
of_each_case = pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["cases"]])


def _differing(view: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in view.items() if value != DEFAULT[name]}


def _in_browser(query: str) -> tuple[dict[str, object], list[dict[str, str]], str]:
    read = core().call("view.parse", query, core().keep("view_words", WORDS))
    return read["view"], read["notices"], core().call("view.format", read["view"])


@of_each_case
def test_a_query_is_read_in_python(case: dict[str, Any]) -> None:
    view, notices = parse_view(case["query"], VOCABULARY)
    assert _differing(view.as_json()) == case["view"]
    assert [notice.as_json() for notice in notices] == case["notices"]
    assert format_view(view) == case["canonical"]


@of_each_case
def test_a_query_is_read_in_the_browser(case: dict[str, Any]) -> None:
    view, notices, canonical = _in_browser(case["query"])
    assert sorted(view) == list(PARAMETERS)
    assert _differing(view) == case["view"]
    assert notices == case["notices"]
    assert canonical == case["canonical"]


@of_each_case
def test_the_canonical_form_says_the_same_and_is_its_own(case: dict[str, Any]) -> None:
    view, notices = parse_view(case["canonical"], VOCABULARY)
    assert notices == ()
    assert view == parse_view(case["query"], VOCABULARY)[0]
    assert format_view(view) == case["canonical"]


def test_every_parameter_has_a_case() -> None:
    assert {name for case in FILE["cases"] for name in case["view"]} == set(PARAMETERS)


def test_the_vocabulary_says_its_json() -> None:
    assert VOCABULARY.as_json() == WORDS


def _lists() -> dict[str, st.SearchStrategy[tuple[str, ...]]]:
    ids = {name: [entry.id for entry in VOCABULARY.offered(name)] for name in LISTS}
    ids["place"] += ["petersburg", "hermitage"]
    chosen = {name: st.lists(st.sampled_from(ids[name]), unique=True) for name in LISTS}
    return {name: chosen[name].map(tuple if name in SEQUENCES else _sorted) for name in LISTS}


def _sorted(values: list[str]) -> tuple[str, ...]:
    return tuple(sorted(values))


SECONDS = st.integers(-62_135_596_800, 253_402_300_799)
VIEWS = st.builds(
    View,
    **_lists(),
    **{name: st.sampled_from(CHOICES[name]) for name in CHOICES if name not in FLAGS},
    **dict.fromkeys(FLAGS, st.booleans()),
    q=st.sampled_from(("", "trade", '"rail freight" -summit', "a|b", "Café 100% & more = ?+#", "Հայաստան ’", "🚂")),
    from_=st.sampled_from((None, "1991", "2020-02")),
    to=st.sampled_from((None, "2021", "2025-12-22")),
    event=st.sampled_from((None, "cis-informal-summit-2025")),
    window=st.none() | st.sets(SECONDS, min_size=2, max_size=2).map(lambda s: (min(s) * 1000, max(s) * 1000)),
    lang=st.sampled_from((None, "en", "ru")),
    height=st.none() | st.integers(200, 4000),
    cited=st.none() | st.text("0123456789abcdef", min_size=8, max_size=64),
)


@given(VIEWS)
def test_reading_undoes_writing(view: View) -> None:
    assert parse_view(format_view(view), VOCABULARY) == (view, ())


@given(VIEWS)
def test_the_browser_writes_and_reads_as_python_does(view: View) -> None:
    query = format_view(view)
    assert _in_browser(query) == (view.as_json(), [], query)


QUERIES = st.lists(
    st.tuples(
        st.sampled_from((*PARAMETERS, "contry", "")),
        st.text(max_size=30) | st.sampled_from(("ARM", "AM,Kazakstan", "%41%", "%e2%80", "2025-1", "2020/2021", "all")),
    ),
    max_size=5,
).map(lambda pairs: "&".join(f"{name}={value}" for name, value in pairs))


@given(st.text(max_size=200) | QUERIES)
def test_any_text_is_read_alike_in_both(query: str) -> None:
    view, notices = parse_view(query, VOCABULARY)
    assert _in_browser(query) == (view.as_json(), [notice.as_json() for notice in notices], format_view(view))


@given(QUERIES)
def test_what_is_read_is_canonical_once_written(query: str) -> None:
    view, _ = parse_view(query, VOCABULARY)
    assert parse_view(format_view(view), VOCABULARY) == (view, ())


@given(VIEWS)
def test_a_query_string_needs_no_further_encoding(view: View) -> None:
    query = format_view(view)
    assert query.isascii()
    assert not set(query) & set(' "#<>|{}\\^`')


def test_the_json_of_a_view_is_what_the_browser_takes_as_default() -> None:
    assert core().evaluate("sidelines.view.DEFAULT") == DEFAULT
    assert core().evaluate("sidelines.view.PARAMETERS") == list(PARAMETERS)


def test_no_parameter_is_without_its_field() -> None:
    assert len(PARAMETERS) == len(fields(View)) == len(set(PARAMETERS))


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2025-12-22T06:00:29", "2025-12-22T06:00:31", "2025-12-22T06:00/2025-12-22T06:01"),
        ("2025-12-22", "2025-12-23T00:00", "2025-12-22/2025-12-22"),
        ("0001-01-01", "9999-12-31", "0001-01-01/9999-12-31"),
    ],
)
def test_a_window_of_the_screen_is_held_in_whole_minutes(start: str, end: str, written: str) -> None:
    window = read_window(f"{start}/{end}")
    assert window
    assert format_window(*core().call("bounds.whole", *window)) == written


def test_a_window_of_the_screen_stays_within_the_years_that_can_be_written() -> None:
    assert format_window(*core().call("bounds.whole", -(10**15), 10**15)) == "0001-01-01/9999-12-31"


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_parameter_is_in_the_docs(parameter: str) -> None:
    docs = (PROJECT_FOLDER / "docs" / "views.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in docs.splitlines() if line.startswith("| `")]
    assert any(f"`{parameter}`" in row for row in rows)


@pytest.mark.parametrize(
    "choice", sorted({choice for name in CHOICES if name not in FLAGS for choice in CHOICES[name]})
)
def test_every_choice_is_in_the_docs(choice: str) -> None:
    docs = (PROJECT_FOLDER / "docs" / "views.md").read_text(encoding="utf-8")
    assert f"`{choice.removeprefix('-')}`" in docs

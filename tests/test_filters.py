"""Filters, facets and the sentence: the same in Python and in the browser, by cases, by laws and at random."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facets import FACETS, facets
from app.filters import Selection, select_events, select_rows
from app.paths import PROJECT_FOLDER
from app.rows import rows
from app.sentence import describe_count, describe_filter, describe_title, describe_view
from app.view import View, format_view, parse_view
from app.vocabulary import vocabulary
from tests.compact import timeline_of
from tests.core import Kept, core
from tests.synthetic import synthetic_timeline, synthetic_view

FILE = json.loads((PROJECT_FOLDER / "tests" / "data" / "filter_cases.json").read_text(encoding="utf-8"))
TIMELINE = timeline_of(FILE["timeline"])
ROWS = rows(TIMELINE)
WORDS = vocabulary(TIMELINE)
of_each_case = pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["cases"]])
of_each_count = pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["facets"]])

MANY = synthetic_timeline(seed=2025, size=500)
MANY_ROWS = rows(MANY)
MANY_WORDS = vocabulary(MANY)
VIEWS = st.integers(0, 10**6).map(lambda seed: synthetic_view(seed, MANY_WORDS))


def _view(query: str) -> View:
    view, notices = parse_view(query, WORDS)
    assert notices == ()
    return view


def _with(view: View, parameter: str, values: tuple[str, ...]) -> View:
    changes: dict[str, Any] = {parameter: values}
    return replace(view, **changes)


def _kept() -> tuple[Kept, Kept]:
    return core().keep("case_rows", [asdict(row) for row in ROWS]), core().keep("case_words", WORDS.as_json())


@of_each_case
def test_python_selects(case: dict[str, Any]) -> None:
    view = _view(case["query"])
    selection = select_events(TIMELINE, view)
    assert list(selection.ids) == case["ids"]
    assert [event for event in selection.ids if event not in selection.certain] == case["possible"]
    assert describe_view(view, WORDS, selection) == case["sentence"]


@of_each_case
def test_the_browser_selects(case: dict[str, Any]) -> None:
    kept_rows, words = _kept()
    view = core().call("view.parse", case["query"], words)["view"]
    selection = core().call("filter.select", kept_rows, view)
    assert selection["ids"] == case["ids"]
    pairs = zip(selection["ids"], selection["certain"], strict=True)
    assert [event for event, certain in pairs if not certain] == case["possible"]
    assert selection["possible"] == len(case["possible"])
    assert [ROWS[index].id for index in selection["rows"]] == case["ids"]
    assert core().call("sentence.view", view, words, selection) == case["sentence"]


@of_each_case
def test_a_view_is_called_by_what_it_asks_for(case: dict[str, Any]) -> None:
    view, _ = parse_view(case["query"], WORDS)
    asked = case["sentence"].rpartition(": ")[0]
    name = "Central Asia" if asked == "All events" else f"Central Asia: {asked}"
    assert describe_title("Central Asia", view, WORDS) == name
    assert core().call("sentence.titled", "Central Asia", view.as_json(), _kept()[1]) == name


@of_each_count
def test_python_counts(case: dict[str, Any]) -> None:
    assert facets(ROWS, _view(case["query"])) == case["facets"]


@of_each_count
def test_the_browser_counts(case: dict[str, Any]) -> None:
    assert core().call("facets.count", _kept()[0], _view(case["query"]).as_json()) == case["facets"]


def test_there_are_enough_cases() -> None:
    cases = json.loads((PROJECT_FOLDER / "tests" / "data" / "view_cases.json").read_text(encoding="utf-8"))["cases"]
    assert len(cases) + len(FILE["cases"]) + len(FILE["facets"]) >= 150


# Laws, over a timeline with dates of every kind.


def test_a_view_that_asks_for_nothing_shows_everything() -> None:
    everything = tuple(row.id for row in MANY_ROWS)
    assert select_rows(MANY_ROWS, View()) == Selection(everything, frozenset(everything))


@given(VIEWS)
def test_filtering_twice_is_filtering_once(view: View) -> None:
    once = select_rows(MANY_ROWS, view)
    assert select_rows([row for row in MANY_ROWS if row.id in set(once.ids)], view) == once


@given(VIEWS)
def test_all_of_the_countries_are_some_of_them(view: View) -> None:
    every, some = (set(select_rows(MANY_ROWS, replace(view, match=match)).ids) for match in ("all", "any"))
    assert every <= some


@given(VIEWS)
def test_what_is_certain_is_possible(view: View) -> None:
    certain, possible = (select_rows(MANY_ROWS, replace(view, dates=dates)) for dates in ("certain", "possible"))
    assert set(certain.ids) == possible.certain
    assert certain.certain == possible.certain <= set(possible.ids)


@given(VIEWS)
def test_mentions_only_add(view: View) -> None:
    without, with_them = (select_rows(MANY_ROWS, replace(view, mentions=mentions)) for mentions in (False, True))
    assert set(without.ids) <= set(with_them.ids)


@given(VIEWS, st.sampled_from(["country", "person", "role", "status", "type", "org", "tag", "place", "source"]))
def test_asking_for_less_shows_no_less(view: View, parameter: str) -> None:
    wider = select_rows(MANY_ROWS, _with(view, parameter, ()))
    assert set(select_rows(MANY_ROWS, view).ids) <= set(wider.ids)


@given(VIEWS)
def test_the_order_is_that_of_time(view: View) -> None:
    place = {row.id: row.index for row in MANY_ROWS}
    shown = [place[event] for event in select_rows(MANY_ROWS, view).ids]
    assert shown == sorted(shown)


@given(VIEWS, st.sampled_from(sorted(FACETS)))
def test_a_count_is_what_its_choice_shows(view: View, facet: str) -> None:
    choices = [entry.id for entry in MANY_WORDS.entries[facet]]
    before = view.country if facet == "country" and view.match == "all" else ()
    views = {choice: _with(view, facet, tuple(sorted({*before, choice}))) for choice in choices}
    shown = {choice: len(select_rows(MANY_ROWS, chosen).ids) for choice, chosen in views.items()}
    assert facets(MANY_ROWS, view)[facet] == {choice: count for choice, count in sorted(shown.items()) if count}


@given(VIEWS)
def test_the_browser_does_the_same_at_random(view: View) -> None:
    kept_rows = core().keep("many_rows", [asdict(row) for row in MANY_ROWS])
    words = core().keep("many_words", MANY_WORDS.as_json())
    read = core().call("view.parse", format_view(view), words)
    here, there = select_rows(MANY_ROWS, view), core().call("filter.select", kept_rows, read["view"])
    assert read == {"view": view.as_json(), "notices": []}
    assert there["ids"] == list(here.ids)
    assert there["certain"] == [event in here.certain for event in here.ids]
    assert core().call("facets.count", kept_rows, read["view"]) == facets(MANY_ROWS, view)
    assert core().call("sentence.view", read["view"], words, there) == describe_view(view, MANY_WORDS, here)


def test_random_views_find_something_and_not_everything() -> None:
    """Else the laws above would hold of nothing."""
    sizes = [len(select_rows(MANY_ROWS, synthetic_view(seed, MANY_WORDS)).ids) for seed in range(200)]
    assert sum(0 < size < len(MANY_ROWS) for size in sizes) >= 60


# The sentence.


@pytest.mark.parametrize(
    ("count", "certain", "words"),
    [
        (0, 0, "0 events"),
        (1, 1, "1 event"),
        (1, 0, "1 event, possibly"),
        (12, 12, "12 events"),
        (12, 10, "12 events, 2 of them possibly"),
        (12, 0, "12 events, all of them possibly"),
        (3264, 1000, "3,264 events, 2,264 of them possibly"),
        (1234567, 1234567, "1,234,567 events"),
    ],
)
def test_the_count_in_words(count: int, certain: int, words: str) -> None:
    ids = tuple(str(number) for number in range(count))
    assert describe_count(Selection(ids, frozenset(ids[:certain]))) == words
    kept = f"{{ids: {{length: {count}}}, possible: {count - certain}}}"
    assert core().evaluate(f"sidelines.sentence.count({kept})") == words


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", "All events"),
        ("country=ARM,AZE,BLR,KAZ,MDA", "Armenia, Azerbaijan, Belarus, Kazakhstan or Moldova"),
        ("country=ARM,AZE,BLR,KAZ,MDA,RUS", "Any of 6 countries"),
        ("country=ARM,AZE,BLR,KAZ,MDA,RUS&match=all", "All of 6 countries"),
        ("country=RUS&role=host,chair&status=absent", "Russia as chair or host (absent)"),
        ("role=mediator", "Any participant as mediator"),
        ("type=visit,summit,decision,attack,embargo,other", "Any of 6 event types"),
        ("from=2025-12-22&to=2025-12-22", "On 22 December 2025"),
        ("from=2025-12&to=2025-12", "In December 2025"),
        ("from=0800&to=0900-01-02", "From 800 to 2 January 900"),
        ("dates=certain&to=2020-02", "Certainly until February 2020"),
        (
            "tag=rail&source=archive&org=cis",
            "Organisation Commonwealth of Independent States, tagged rail, citing The archive",
        ),
    ],
)
def test_what_is_asked_for_in_words(query: str, words: str) -> None:
    view = _view(query)
    assert describe_filter(view, WORDS) == words
    assert core().call("sentence.filter", view.as_json(), _kept()[1]) == words


def test_what_a_view_names_and_the_vocabulary_does_not_is_shown_as_it_is() -> None:
    view = View(country=("XXX",), type=("unheard_of",))
    assert describe_filter(view, WORDS) == "XXX, unheard_of"
    assert core().call("sentence.filter", view.as_json(), _kept()[1]) == "XXX, unheard_of"

"""Claims at no event and memberships: chosen as the page's list has them, and held by what is saved of a view."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.beside import select_shown
from app.cli.command import Exit
from app.cli.main import main
from app.errors import Severity
from app.export import FORMATS, write
from app.filters import select_events
from app.load import load_timeline
from app.model import Timeline
from app.paths import PROJECT_FOLDER
from app.payload import build_payload
from app.subset import restrict
from app.view import View, format_view, parse_view
from app.vocabulary import vocabulary
from app.web.versions import Version, Versions
from tests.core import core
from tests.exports import Browser, shipped, shipped_payload
from tests.synthetic import synthetic_view
from tests.test_export import VIEWS

DATA = PROJECT_FOLDER / "tests" / "data"
FACTS = load_timeline(DATA / "beside.yaml").timeline
CASES = json.loads((DATA / "beside_cases.json").read_text(encoding="utf-8"))
WITHOUT_CLAIMS = {"csv", "ics", "timelinejs.json"}
of_each_case = pytest.mark.parametrize("case", [pytest.param(case, id=case["query"]) for case in CASES])


def _view(query: str, timeline: Timeline) -> View:
    return parse_view(query, vocabulary(timeline))[0]


# --- what is chosen


@of_each_case
def test_they_are_chosen_as_events_are(case: dict[str, Any]) -> None:
    view = _view(case["query"], FACTS)
    events = select_events(FACTS, view).ids
    assert select_shown(FACTS, view) == (*events, *case["claims"], *case["memberships"])


def _random(seed: int) -> str:
    return format_view(synthetic_view(seed, vocabulary(shipped())))


CHOSEN = """(query) => {
    const { events, claims, memberships } = beside_model;
    const view = sidelines.view.parse(query, beside_model.vocabulary).view;
    const chosen = sidelines.beside.chosen(beside_model, view);
    return [...chosen.claims.map((place) => claims[place].id), ...chosen.memberships.map((at) => memberships[at].id)];
}"""


@pytest.fixture(scope="module")
def _in_browser() -> None:
    sent = core().keep("beside_payload", shipped_payload())
    core().evaluate(f"(globalThis.beside_model = sidelines.timeline.unpack({sent.name}), 1)")


@pytest.mark.usefixtures("_in_browser")
@given(st.sampled_from(VIEWS) | st.integers(0, 10**6).map(_random))
def test_the_browser_chooses_the_same_of_the_shipped_events(query: str) -> None:
    view = _view(query, shipped())
    beside = select_shown(shipped(), view)[len(select_events(shipped(), view).ids) :]
    assert core().evaluate(f"({CHOSEN})({json.dumps(query)})") == list(beside)


# --- what is saved of it


EVERYTHING = {"", "place=Oslo"}  # what these choose is the whole collection


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case["query"]) for case in CASES if case["query"] not in EVERYTHING]
)
def test_a_download_holds_what_is_chosen_and_what_events_lean_on(case: dict[str, Any]) -> None:
    held = json.loads(write(build_payload(FACTS), select_shown(FACTS, _view(case["query"], FACTS)), "json").text)
    there = {part["actor"] for event in held["events"] for part in event.get("participants", ())}
    assert [claim["id"] for claim in held["claims"] if "said_at" not in claim] == case["claims"]
    assert [fact["id"] for fact in held["memberships"] if fact["actor"] not in there] == [
        fact.id for fact in FACTS.memberships if fact.id in case["memberships"] and fact.actor not in there
    ]
    assert set(case["memberships"]) <= {fact["id"] for fact in held["memberships"]}


def test_a_claim_brings_its_speakers_sources_and_their_organisations() -> None:
    held = json.loads(write(build_payload(FACTS), ["trade", "nu-denmark"], "json").text)
    assert held["events"] == []
    assert [actor["id"] for actor in held["actors"]] == ["karin-berg", "union"]
    assert [source["id"] for source in held["sources"]] == ["other", "paper"]


READ_AGAIN = [
    *(pytest.param(shipped(), query, id=query) for query in VIEWS),
    *(pytest.param(FACTS, case["query"], id=f"claims, {case['query']}") for case in CASES),
]
of_each_selection = pytest.mark.parametrize(("timeline", "query"), READ_AGAIN)


@of_each_selection
def test_a_selection_reads_as_the_same_facts_and_shows_the_same(timeline: Timeline, query: str, tmp_path: Path) -> None:
    view = _view(query, timeline)
    shown = select_shown(timeline, view)
    text = write(build_payload(timeline), shown, "yaml").text
    (tmp_path / "again.yaml").write_text(text, encoding="utf-8", newline="\n")
    again = load_timeline(tmp_path / "again.yaml")
    assert [problem for problem in again.problems if problem.severity is Severity.ERROR] == []
    assert select_shown(again.timeline, view) == shown


@of_each_selection
def test_a_file_of_a_selection_holds_what_its_download_holds(timeline: Timeline, query: str) -> None:
    shown = select_shown(timeline, _view(query, timeline))
    held = build_payload(restrict(timeline, shown))
    saved = json.loads(write(build_payload(timeline), shown, "json").text)
    for section in ("claims", "memberships"):
        assert [each["id"] for each in held[section]] == [each["id"] for each in saved[section]]
    assert sorted(held["sources"]) == [source["id"] for source in saved["sources"]]
    declared = [actor for actor, fact in held["actors"].items() if "declared" in fact]
    assert sorted(declared) == [actor["id"] for actor in saved["actors"]]


@pytest.mark.parametrize("form", FORMATS)
def test_formats_without_room_for_claims_hold_the_events_alone(form: str) -> None:
    payload, view = build_payload(FACTS), _view("q=railway", FACTS)
    events, shown = select_events(FACTS, view).ids, select_shown(FACTS, view)
    assert (events, shown) == ((), ("trade",))
    assert (write(payload, events, form) == write(payload, shown, form)) == (form in WITHOUT_CLAIMS)


@pytest.mark.parametrize("form", FORMATS)
@of_each_case
def test_the_browser_writes_the_same(case: dict[str, Any], form: str) -> None:
    payload, shown = build_payload(FACTS), select_shown(FACTS, _view(case["query"], FACTS))
    assert Browser(payload).write(shown, form, case["query"]) == write(payload, shown, form, case["query"])


# --- what has changed of it


@pytest.mark.parametrize(
    ("query", "claims", "memberships"),
    [
        ("q=railway", {"trade": True, "visitors": False}, {"nu-norway": False}),
        ("country=DNK&from=2021", {"trade": False, "visitors": True}, {"nu-norway": False}),
        ("country=NOR&from=2021", {"trade": False, "visitors": False}, {"nu-norway": True}),
    ],
)
def test_what_was_added_to_a_view_is_told_by_server_and_command_line(
    query: str,
    claims: dict[str, bool],
    memberships: dict[str, bool],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = (DATA / "beside.yaml").read_text(encoding="utf-8")
    for entry in re.findall(r"  - \{id: (?:trade|visitors|nu-norway),[^}]*\}\n", lines):
        lines = lines.replace(entry, "")
    (tmp_path / "before.yaml").write_text(lines, encoding="utf-8")
    before, after = Version(load_timeline(tmp_path / "before.yaml").timeline), Version(FACTS)
    told = Versions([after, before]).changes_since(before, _view(query, FACTS))
    expected = {"claims": claims, "memberships": memberships}
    for section, added in expected.items():
        assert {each["id"]: each["in_view"] for each in told[section]["added"]} == added
    files = [str(tmp_path / "before.yaml"), str(DATA / "beside.yaml")]
    assert main(["changes", *files, "--view", query, "--format", "json"]) == Exit.FINE
    said = json.loads(capsys.readouterr().out)
    for section, added in expected.items():
        assert [each["id"] for each in said[section]["added"]] == [id_ for id_, is_shown in added.items() if is_shown]

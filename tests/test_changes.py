"""What changed between two states: every fact counts that the content hash counts, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.changes import Change, Changes, Difference, compare, in_words, leaned_on, within
from app.export import choose
from app.export.json_form import SECTIONS, plain_selection
from app.load import load_timeline
from app.load.facts_hash import hash_facts
from app.model import Text, Timeline
from app.payload import build_payload
from app.words import WORDS
from tests.core import core
from tests.exports import DATA, hostile_timeline

FILES = """\
schema: sidelines/1
dateline: 2025-12-23
collection: {title: Some meetings, version: "1.0"}
sources: [{id: paper, title: A newspaper}, {id: site, title: A site}]
defaults: {sources: [paper]}
events:
  - {id: talks, title: Talks, type: bilateral_meeting, date: 2025-12-20, participants: [Armenia, Russia]}
  - {id: summit, title: {en: Summit, ru: Саммит}, type: summit, date: 2025-12-22, participants: [Armenia, Kazakhstan]}
  - {id: visit, title: Visit, type: visit, date: 2024, participants: [Kazakhstan]}
memberships:
  - {id: cis-arm, actor: Armenia, organisation: cis, kind: full, during: 1991-12-21/..}
claims:
  - {id: turnover, speaker: Russia, said_at: talks, measure: trade turnover, value: "12", unit: USD}
organisations: [{id: cis, name: Commonwealth of Independent States, short: CIS, sources: [paper]}]
"""
VISIT = "  - {id: visit, title: Visit, type: visit, date: 2024, participants: [Kazakhstan]}\n"
TALKS = "  - {id: talks, title: Talks, type: bilateral_meeting, date: 2025-12-20, participants: [Armenia, Russia]}\n"
# What is written otherwise in the later state, and what is then said to have changed.
EDITS = {
    "nothing": ("", "", "", {}),
    "another order and other lines": (f"{TALKS}", "", "", {}),
    "a comment": ("events:", "# Who met whom\nevents:", "", {}),
    "a date": ("date: 2025-12-22", "date: 2025-12-21", "1 event changed", {"events": ["summit: date"]}),
    "two facts of one event": (
        "title: Visit, type: visit",
        "title: A visit, type: statement",
        "1 event changed",
        {"events": ["visit: type title"]},
    ),
    "another event": (
        VISIT,
        VISIT + VISIT.replace("visit,", "second-visit,", 1),
        "1 event added",
        {"events": ["second-visit"]},
    ),
    "an event under another id": (
        "id: visit,",
        "id: a-visit,",
        "1 event added, 1 removed",
        {"events": ["a-visit", "visit"]},
    ),
    "a translation": ("ru: Саммит", "ru: Встреча", "1 event changed", {"events": ["summit: title"]}),
    "a claim": ('value: "12"', 'value: "13"', "1 claim changed", {"claims": ["turnover: value"]}),
    "a membership": ("kind: full", "kind: observer", "1 membership changed", {"memberships": ["cis-arm: kind"]}),
    "a source": ("A newspaper", "The newspaper", "1 source changed", {"sources": ["paper: title"]}),
    "an organisation": (
        "short: CIS",
        "short: C.I.S.",
        "1 organisation or person changed",
        {"actors": ["cis: short"]},
    ),
    "the collection's version": ('version: "1.0"', 'version: "1.1"', "of the collection itself: version", {}),
}


def _loaded(folder: Path, text: str) -> Timeline:
    path = folder / "meetings.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load_timeline(path)
    assert loaded.problems == ()
    return loaded.timeline


def _plain(timeline: Timeline) -> dict[str, Any]:
    return plain_selection(choose(build_payload(timeline), timeline.events))


def _told(difference: Difference) -> list[str]:
    every = (*difference.added, *difference.changed, *difference.removed)
    return [each.id + (f": {' '.join(each.fields)}" if each.fields else "") for each in every]


@pytest.mark.parametrize(("old", "new", "words", "told"), EDITS.values(), ids=EDITS)
def test_an_edit_is_told(old: str, new: str, words: str, told: Mapping[str, list[str]], tmp_path: Path) -> None:
    text = FILES.replace(old, new, 1) if old else FILES
    text = text.replace(VISIT, VISIT + TALKS) if old == TALKS else text
    before, after = _loaded(tmp_path, FILES), _loaded(tmp_path, text)
    changes = compare(_plain(before), _plain(after))
    assert in_words(changes) == words
    assert {name: _told(difference) for name, difference in changes.sections.items() if difference} == told
    assert bool(changes) == (before.content_hash != after.content_hash)
    assert (changes.since, changes.now) == (before.content_hash, after.content_hash)


def test_the_order_of_languages_counts_since_the_first_stands_in_for_others() -> None:
    one = _of({"first"})
    title = one["events"][0]["title"]
    other = one | {"events": [one["events"][0] | {"title": dict(reversed(title.items()))}]}
    assert len(title) > 1
    assert _told(compare(one, other).sections["events"]) == ["first: title"]


def test_an_entry_is_called_as_people_call_it(tmp_path: Path) -> None:
    bare = "schema: sidelines/1\nevents: []\n"
    changes = compare(_plain(_loaded(tmp_path, bare)), _plain(_loaded(tmp_path, FILES)))
    names = {name: [each.name for each in difference.added] for name, difference in changes.sections.items()}
    assert names == {
        "events": ["Visit", "Talks", "Summit"],
        "claims": ["trade turnover"],
        "memberships": ["ARM, cis"],
        "sources": ["A newspaper", "A site"],
        "actors": ["Commonwealth of Independent States"],
    }


# --- every fact that the model can hold


@cache
def _full() -> Timeline:
    """A timeline in which nearly every field of every entry says something."""
    timeline = hostile_timeline()
    return replace(timeline, content_hash=hash_facts(timeline))


def _entries() -> dict[str, Any]:
    timeline = _full()
    events = list(timeline.events.values())
    return {
        "events": max(events, key=lambda event: sum(bool(getattr(event, each.name)) for each in fields(event))),
        "claims": timeline.claims[0],
        "memberships": timeline.memberships[0],
        "sources": timeline.sources["paper"],
        "actors": timeline.actors["cis"],
    }


# Fields that name an entry, and one of the full timeline.
_KNOWN = {"actor": "RUS", "speaker": "RUS", "organisation": "1992"}


def _other(value: object, field: Field[Any]) -> object:
    """Another value for a field: none where one may be missing, else a different one."""
    if field.default is not MISSING and value != field.default:
        return field.default
    if isinstance(value, Text):
        return Text((("en", "Something else"),))
    if isinstance(value, StrEnum):
        return [each for each in type(value) if each is not value][-1]
    return _KNOWN.get(field.name, "something-else") if isinstance(value, str) else None


def _facts() -> Iterator[tuple[str, str]]:
    for section, entry in _entries().items():
        for field in fields(entry):
            value = getattr(entry, field.name)
            if field.name not in {"id", "origin"} and _other(value, field) not in {None, value}:
                yield section, field.name


def _with(section: str, entry: Any) -> Timeline:  # noqa: ANN401 - any entry
    """The full timeline with one entry as it is given."""
    kept: Any = getattr(_full(), section)
    is_by_id = isinstance(kept, Mapping)
    entries = {**kept, entry.id: entry} if is_by_id else tuple(entry if e.id == entry.id else e for e in kept)
    changes: dict[str, Any] = {section: entries}
    changed = replace(_full(), **changes)
    return replace(changed, content_hash=hash_facts(changed))


@pytest.mark.parametrize(("section", "name"), list(_facts()))
def test_a_fact_that_counts_in_the_hash_is_told_by_its_field(section: str, name: str) -> None:
    entry = _entries()[section]
    field = next(each for each in fields(entry) if each.name == name)
    changed = _with(section, replace(entry, **{name: _other(getattr(entry, name), field)}))
    told = compare(_plain(_full()), _plain(changed)).sections[section].changed
    if changed.content_hash == _full().content_hash:
        assert (told, name) == ((), "text")  # a kept text is a file of its own, and no fact
    else:
        assert [each.fields for each in told if each.id == entry.id] == [(name,)]


# --- laws


SMALL = load_timeline(DATA / "collection.yaml").timeline
IDS = st.sets(st.sampled_from(sorted(SMALL.events)))


def _of(ids: set[str]) -> dict[str, Any]:
    return plain_selection(choose(build_payload(SMALL), ids))


@given(IDS, IDS)
def test_what_is_added_one_way_is_removed_the_other_way(one: set[str], other: set[str]) -> None:
    there, back = compare(_of(one), _of(other)).sections, compare(_of(other), _of(one)).sections
    assert {each.id for each in there["events"].added} == other - one
    assert all(there[name].added == back[name].removed for name in SECTIONS)
    assert all(there[name].changed == () for name in SECTIONS)


@given(IDS)
def test_a_state_has_not_changed_against_itself(ids: set[str]) -> None:
    assert not compare(_of(ids), _of(ids))


# --- of a view


def test_within_a_view_only_what_it_leans_on_is_left(tmp_path: Path) -> None:
    edited = FILES.replace("A newspaper", "The paper").replace("A site", "The site").replace('"12"', '"13"')
    before, after = _loaded(tmp_path, FILES), _loaded(tmp_path, edited.replace("2024", "2023"))
    changes = compare(_plain(before), _plain(after))
    payloads = [build_payload(before), build_payload(after)]
    assert in_words(changes) == "1 event changed; 1 claim changed; 2 sources changed"
    assert in_words(within(changes, leaned_on(payloads, {"talks"}))) == "1 claim changed; 1 source changed"
    assert in_words(within(changes, leaned_on(payloads, {"visit"}))) == "1 event changed; 1 source changed"


def test_an_event_that_is_gone_counts_in_the_view_that_chose_it(tmp_path: Path) -> None:
    before, after = _loaded(tmp_path, FILES), _loaded(tmp_path, FILES.replace(VISIT, ""))
    changes = compare(_plain(before), _plain(after))
    answer = changes.as_json("country=KAZ", leaned_on(map(build_payload, (before, after)), {"visit", "summit"}))
    assert answer["events"]["removed"] == [{"id": "visit", "name": "Visit", "in_view": True}]


# --- in words, as the page says them, too


COUNTS = st.lists(st.integers(0, 3), min_size=3, max_size=3)
CHANGES = st.builds(
    lambda counts, about: Changes(
        "a" * 64,
        "b" * 64,
        tuple(about),
        {
            section: Difference(*(tuple(Change(f"id-{n}", "Name") for n in range(count)) for count in each))
            for section, each in zip(SECTIONS, counts, strict=True)
        },
    ),
    st.lists(COUNTS, min_size=len(SECTIONS), max_size=len(SECTIONS)),
    st.lists(st.sampled_from(["title", "licence", "covers"]), unique=True),
)


@given(CHANGES)
def test_the_page_counts_in_the_same_words(changes: Changes) -> None:
    assert core().call("changes.inWords", WORDS["changes"], changes.as_json()) == in_words(changes)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"cited": "7588ec617250"}, "As cited: this is version 7588ec617250, nothing has changed since."),
        (
            {"cited": "84eb2c17"},
            (
                "This view was cited as version 84eb2c17; here is version 7588ec617250. "
                "What differs between them is not known here."
            ),
        ),
        (
            {"cited": "84eb2c17", "asking": True},
            "This view was cited as version 84eb2c17; here is version 7588ec617250. Asking what has changed …",
        ),
    ],
    ids=["the same", "another, not kept", "another, being asked for"],
)
def test_the_page_says_what_it_knows_of_the_version(told: dict[str, Any], said: str) -> None:
    payload = build_payload(replace(SMALL, content_hash="7588ec617250" + "0" * 52))
    _, _, sentence, *_ = core().call("changes.notice", payload, told)
    assert sentence == ["p", {"role": "status"}, said]

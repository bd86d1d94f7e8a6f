"""What stands in the list below the events: claims that belong to none, and memberships, chosen as events are."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.errors import Severity
from app.load import load_timeline
from app.payload import build_payload
from tests.core import core
from tests.drawing import screen_of

FACTS = """\
schema: sidelines/1
organisations:
  - {id: union, kind: igo, name: Northern Union, short: NU}
people:
  - {id: karin-berg, name: Karin Berg}
sources:
  - {id: paper, title: A paper, publisher: The Press}
  - {id: other, title: Another paper}
events:
  - {id: talks, title: Talks, type: visit, date: 2020, participants: [Norway, Denmark], sources: [paper]}
claims:
  - {id: trade, speaker: karin-berg, speaker_actor: Norway, measure: trade, parties: [Norway, Denmark], value: "5",
     period: 2019, quote: railway traffic grew, sources: [paper]}
  - {id: visitors, speaker: Denmark, measure: visitors, value: "7", said_on: 2021-05-05, sources: [other]}
  - {id: at-talks, speaker: Denmark, measure: ferries, value: "1", said_at: talks, sources: [paper]}
memberships:
  - {id: nu-norway, actor: Norway, organisation: union, kind: full, founder: true, during: 1990/.., sources: [paper]}
  - id: nu-denmark
    actor: Denmark
    organisation: union
    kind: observer
    during: 1995/2015
    end_reason: withdrew
    confidence: low
    restrictions:
      - {kind: voting_suspended, by: organisation, during: 2010/2012, note: Two years.,
         sources: [{source: other, quote: no vote}]}
    accounts:
      - {attribute: end, date: 2014, sources: [other], reason: one newspaper}
    note: It left in autumn.
    sources: [{source: paper, quote: Denmark joined as observer}]
"""
CLAIMS = ["trade", "visitors"]
MEMBERSHIPS = ["nu-norway", "nu-denmark"]


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("beside") / "facts.yaml"
    path.write_text(FACTS, encoding="utf-8")
    assert not [each for each in load_timeline(path).problems if each.severity is Severity.ERROR]
    return path


@pytest.mark.parametrize(
    ("query", "claims", "memberships"),
    [
        ("", CLAIMS, MEMBERSHIPS),
        ("country=NOR", ["trade"], ["nu-norway"]),
        ("country=DNK", CLAIMS, ["nu-denmark"]),
        ("country=NOR,DNK&match=all", ["trade"], MEMBERSHIPS),  # one member each: any of the countries
        ("person=karin-berg", ["trade"], []),
        ("org=union", [], MEMBERSHIPS),
        ("source=other", ["visitors"], ["nu-denmark"]),
        ("q=railway", ["trade"], []),
        ("q=%22no+vote%22", [], ["nu-denmark"]),
        ("from=2020", ["visitors"], ["nu-norway"]),
        ("to=1992", [], ["nu-norway"]),
        ("from=1995&to=2019&dates=certain", ["trade"], ["nu-denmark"]),
        ("status=suspended", [], ["nu-denmark"]),
        ("country=NOR&status=suspended", [], []),
        ("type=visit", [], MEMBERSHIPS),  # they go with the lanes
        ("country=NOR&role=host", [], ["nu-norway"]),
        ("place=Oslo", CLAIMS, MEMBERSHIPS),  # no place of this collection: kept out, and said
    ],
)
def test_they_are_chosen_as_events_are(query: str, claims: list[str], memberships: list[str], facts: Path) -> None:
    payload = build_payload(load_timeline(facts).timeline)
    beside = screen_of(facts, query)["beside"]
    assert [payload["claims"][place]["id"] for place in beside["claims"]] == claims
    assert [payload["memberships"][place]["id"] for place in beside["memberships"]] == memberships


@pytest.mark.parametrize(
    ("query", "drawn"),
    [("", ["trade", "at-talks"]), ("country=DNK", ["trade"]), ("q=railway", ["trade"]), ("q=no+such", [])],
)
def test_a_claim_is_drawn_where_it_is_listed(query: str, drawn: list[str], tmp_path: Path) -> None:
    dated = FACTS.replace('value: "1", said_at', 'value: "1", parties: [Norway], period: 2018, said_at')
    path = tmp_path / "facts.yaml"
    path.write_text(dated, encoding="utf-8")
    claims = build_payload(load_timeline(path).timeline)["claims"]
    assert {claims[band["claim"]]["id"] for band in screen_of(path, query)["drawn"]["claims"]} == set(drawn)


def test_the_memberships_stand_under_one_heading_each_with_what_lies_on_it(facts: Path) -> None:
    _, memberships = _lists(facts)
    tag, attributes, title, items = memberships
    assert (tag, attributes["class"], "open" in attributes) == ("details", "memberships", True)
    assert "".join(_texts(title)) == "Memberships (2)"
    assert [" | ".join(_texts(item)) for item in items[2:]] == [
        "1995 | Denmark · NU · observer · 1995 to 2015 |  voting rights suspended 2010 to 2012",
        "1990 | Norway · NU · member · since 1990",
    ]


def test_a_membership_says_all_that_is_known_and_who_says_so(facts: Path) -> None:
    said = list(_texts(_evaluated(facts, "sidelines.beside.facts(model, 1)")))
    assert said == [
        "Denmark · Northern Union",
        "observer · 1995 to 2015",
        "It ended because the member withdrew",
        "It left in autumn.",
        "Confidence: low",
        *("Denmark joined as observer", "A paper", " · The Press"),
        *("Voting rights suspended 2010 to 2012, by decision of the organisation", "Two years."),
        *("no vote", "Another paper"),
        *("Accounts that disagree", "end: ", "2014", "one newspaper", "Another paper"),
        *("In the files: ", "facts.yaml:18"),
    ]


def test_many_memberships_are_folded_away_and_made_when_they_are_unfolded(tmp_path: Path) -> None:
    more = "".join(
        f"  - {{id: nu-{n}, actor: Norway, organisation: union, kind: full, during: {1900 + n}, sources: [paper]}}\n"
        for n in range(11)
    )
    path = tmp_path / "facts.yaml"
    path.write_text(FACTS + more, encoding="utf-8")
    _, (_, attributes, _, items) = _lists(path)
    assert "open" not in attributes
    assert items is None
    count = "sidelines.beside.memberships(model, model.memberships.map((_, index) => index), model.theme.light).length"
    assert _evaluated(path, count) - 2 == 13


def _lists(path: Path) -> list[Any]:
    beside = json.dumps(screen_of(path)["beside"])
    trees: list[Any] = _evaluated(path, f"sidelines.beside.lists(model, {beside}, model.theme.light)")
    return trees


def _evaluated(path: Path, script: str) -> Any:  # noqa: ANN401 - whatever the script gives
    payload = build_payload(load_timeline(path).timeline)
    return core().evaluate(
        f"((model) => {script})(sidelines.timeline.unpack({core().keep(f'beside {path}', payload).name}))"
    )


def _texts(tree: list[Any]) -> Iterator[str]:
    for child in tree[2:]:
        if isinstance(child, list):
            yield from _texts(child)
        elif child:
            yield str(child)

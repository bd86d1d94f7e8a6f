"""What stands in the list below the events: claims that belong to none, and memberships, chosen as events are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.errors import Severity
from app.load import load_timeline
from app.paths import PROJECT_FOLDER
from app.payload import build_payload
from tests.core import core
from tests.drawing import screen_of, texts_of

DATA = PROJECT_FOLDER / "tests" / "data"
FACTS = (DATA / "beside.yaml").read_text(encoding="utf-8")
CASES = json.loads((DATA / "beside_cases.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("beside") / "facts.yaml"
    path.write_text(FACTS, encoding="utf-8")
    assert not [each for each in load_timeline(path).problems if each.severity is Severity.ERROR]
    return path


@pytest.mark.parametrize("case", [pytest.param(case, id=case["query"]) for case in CASES])
def test_they_are_chosen_as_events_are(case: dict[str, Any], facts: Path) -> None:
    payload = build_payload(load_timeline(facts).timeline)
    beside = screen_of(facts, case["query"])["beside"]
    assert [payload["claims"][place]["id"] for place in beside["claims"]] == case["claims"]
    assert [payload["memberships"][place]["id"] for place in beside["memberships"]] == case["memberships"]


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
    assert "".join(texts_of(title)) == "Memberships (2)"
    assert [" | ".join(texts_of(item)) for item in items[2:]] == [
        "1995 | Denmark · NU · observer · 1995 to 2015 |  voting rights suspended 2010 to 2012",
        "1990 | Norway · NU · member · since 1990",
    ]


def test_a_membership_says_all_that_is_known_and_who_says_so(facts: Path) -> None:
    said = list(texts_of(_evaluated(facts, "sidelines.beside.facts(model, 1)")))
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
        *("In the files: ", "facts.yaml:20"),
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

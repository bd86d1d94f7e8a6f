"""The shipped collection against the facts that it was made from, where their file is at hand.

The file is `../shared/facts/cis.yaml` beside the project, or what `SIDELINES_FACTS` names. What differs is named here
with its reason, and in `events/README.md`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.countries import find_country
from app.load import load_timeline
from app.model import Citation, Confidence, Event, EventType, Status
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER

FACTS_FILE = Path(os.environ.get("SIDELINES_FACTS", PROJECT_FOLDER.parent / "shared" / "facts" / "cis.yaml"))
pytestmark = pytest.mark.skipif(not FACTS_FILE.is_file(), reason="the file of collected facts is not at hand")

Fact = dict[str, Any]
LEFT_OUT = {"claim-trade-ru-cis-2024": "its only source is a copy that names no publisher"}
ACCOUNTS_OF = {"ukraine-ratifies-not-charter": "cis-ukraine"}  # a fact that is two accounts of a membership
RENAMED = {
    "belovezha-accords-1991": "cis-founded",
    "moldova-suspends-cis-meetings-2022": "md-suspends-participation",
    "supreme-eec-stpetersburg-2025": "supreme-eec-sessions-2025",
    "aliyev-absence-2025": "az-announces-absence",
    "claim-trade-ru-cis-2025": "trade-ru-cis-2025-10m",
    "claim-trade-ru-am-2025": "trade-ru-am-2025-9m",
}
# The decision is reported without a day, so the day of the report is the latest that it can be.
DATED_OTHERWISE = {"moldova-border-troops-agreement-2023": "../2023-08-18"}
FROM_THE_ARTICLE = {"ussr-dissolved", "death-of-tajik-boy", "probe", "rail-freight-resumed"}
ALSO_FROM_THE_ARTICLE = {
    ("cis-informal-summit-2025", "MDA"),
    ("az-announces-absence", "presidential-administration-of-azerbaijan"),
}
EXCUSES = ("reason", "announced_by", "represented_by")
WEAK = re.compile(r"gist|wiki|вики|who-knows|politikforum|third-party copy", re.IGNORECASE)
ORGANISATIONS = {"Shanghai Cooperation Organisation": "sco", "CIS Executive Committee": "cis-executive-committee"}

TIMELINE = load_timeline(EVENTS_FOLDER).timeline
CLAIMS = {claim.id: claim for claim in TIMELINE.claims}


@cache
def facts() -> dict[str, Fact]:
    if not FACTS_FILE.is_file():
        return {}
    held = yaml.safe_load(FACTS_FILE.read_text(encoding="utf-8"))["facts"]
    return {fact["id"]: fact for fact in held}


def our_id(fact_id: str) -> str:
    return RENAMED.get(fact_id, fact_id.removeprefix("claim-"))


def carried(kind: str) -> list[str]:
    """The ids of the facts that became events, or claims."""
    kept = facts().keys() - LEFT_OUT.keys() - ACCOUNTS_OF.keys()
    return sorted(each for each in kept if (facts()[each]["kind"] == "claim") is (kind == "claim"))


def event_of(fact_id: str) -> Event:
    return TIMELINE.events[our_id(fact_id)]


def actor_id(name: str) -> str:
    country = find_country(name)
    return country.alpha3 if country else ORGANISATIONS[name]


def sources_of(fact: Fact) -> list[dict[str, str]]:
    return [fact["source"], *fact.get("also", []), *(account["source"] for account in fact.get("accounts", []))]


def is_weak(citation: Citation) -> bool:
    """Whether the source is a list of links, a forum, or an encyclopaedia that users write."""
    return bool(WEAK.search(TIMELINE.sources[citation.source].publisher or ""))


def words_of(text: str) -> str:
    return " ".join(text.split())


def quotes_of(owner: Any) -> Iterator[str]:  # noqa: ANN401 - an event, a membership or a claim
    if isinstance(getattr(owner, "quote", None), str):
        yield owner.quote
    for citation in owner.citations:
        yield citation.quote or ""
    for part in (*getattr(owner, "participants", ()), *getattr(owner, "restrictions", ()), *owner.accounts):
        for citation in part.citations:
            yield citation.quote or ""


def test_every_fact_is_in_the_collection_or_left_out_for_a_reason() -> None:
    missing = {each for each in carried("event") if our_id(each) not in TIMELINE.events}
    assert missing | {each for each in carried("claim") if our_id(each) not in CLAIMS} == set()


def test_every_event_comes_from_a_fact_or_from_the_article() -> None:
    assert set(TIMELINE.events) - {our_id(each) for each in carried("event")} == FROM_THE_ARTICLE


def test_what_was_left_out_or_renamed_stands_in_the_readme() -> None:
    readme = (EVENTS_FOLDER / "README.md").read_text(encoding="utf-8")
    named = {*LEFT_OUT, *ACCOUNTS_OF, *RENAMED, *DATED_OTHERWISE}
    assert [each for each in sorted(named) if f"`{each}`" not in readme] == []


@pytest.mark.parametrize("fact_id", carried("event"))
def test_date_is_that_of_the_fact(fact_id: str) -> None:
    date = event_of(fact_id).date
    assert date is not None
    assert date.edtf == DATED_OTHERWISE.get(fact_id, facts()[fact_id]["date"])


@pytest.mark.parametrize("fact_id", carried("event"))
def test_participants_and_their_presence_are_those_of_the_fact(fact_id: str) -> None:
    fact, event = facts()[fact_id], event_of(fact_id)
    stated = sorted((actor_id(each["actor"]), each["status"]) for each in fact.get("participants", []))
    ours = sorted(
        (each.actor, each.status.value)
        for each in event.participants
        if (event.id, each.actor) not in ALSO_FROM_THE_ARTICLE
    )
    if event.type is EventType.ABSENCE_ANNOUNCED:  # the absence is one from the summit; here its announcer speaks
        assert {actor for actor, _ in ours} == {actor for actor, _ in stated}
        assert Status.ABSENT.value not in {status for _, status in ours}
    else:
        assert ours == stated


@pytest.mark.parametrize("fact_id", [each for each in carried("event") if facts()[each]["kind"] != "absence"])
def test_reasons_and_stand_ins_are_those_of_the_fact(fact_id: str) -> None:
    wanted = {(actor_id(each["actor"]), *map(each.get, EXCUSES)) for each in facts()[fact_id].get("participants", [])}
    ours = {
        (each.actor, each.reason, each.announced_by, each.represented_by) for each in event_of(fact_id).participants
    }
    assert wanted <= ours


@pytest.mark.parametrize("fact_id", carried("event") + carried("claim"))
def test_every_source_of_the_fact_is_cited_with_its_words(fact_id: str) -> None:
    owner = CLAIMS.get(our_id(fact_id)) or TIMELINE.events[our_id(fact_id)]
    ours = [words_of(quote) for quote in quotes_of(owner) if quote]
    wanted = [words_of(source["quote"]) for source in sources_of(facts()[fact_id])]
    assert [quote for quote in wanted if not any(quote in own or own in quote for own in ours)] == []


def test_events_with_weak_sources_only_have_low_confidence() -> None:
    weak = {event.id for event in TIMELINE.events.values() if all(map(is_weak, event.citations))}
    assert {each for each in weak if TIMELINE.events[each].confidence is not Confidence.LOW} == set()
    assert "turkic-council-renamed-2021" in weak


@pytest.mark.parametrize("fact_id", carried("claim"))
def test_claim_has_the_figure_of_the_fact(fact_id: str) -> None:
    claim, said = CLAIMS[our_id(fact_id)], facts()[fact_id]["claim"]
    unit = {"percent": "%"}.get(said["unit"], said["unit"])
    period = claim.period.edtf if claim.period else None
    assert (claim.comparator, claim.value, claim.unit) == (said["comparator"], said["value"], unit)
    assert (period, claim.measure) == (said["period"], said["measure"])
    assert claim.said_at == our_id(facts()[fact_id]["part_of"])


@pytest.mark.parametrize("fact_id", ACCOUNTS_OF)
def test_a_fact_about_a_membership_is_kept_as_its_accounts(fact_id: str) -> None:
    (owner,) = (each for each in TIMELINE.memberships if each.id == ACCOUNTS_OF[fact_id])
    ours = {words_of(quote) for quote in quotes_of(owner) if quote}
    assert {words_of(source["quote"]) for source in sources_of(facts()[fact_id])} <= ours

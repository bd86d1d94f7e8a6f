"""The shipped collection: nothing to complain of, and the article in it as the article says it.

What it answers stands in `test_events_questions.py`, whether it keeps to the collected facts in `test_events_facts.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from app.dates import Basis
from app.load import load_timeline
from app.model import (
    Account,
    Citation,
    Claim,
    Event,
    EventStatus,
    Membership,
    Timeline,
)
from app.paths import EVENTS_FOLDER

LONGEST_TITLE = 40
LOADED = load_timeline(EVENTS_FOLDER)
TIMELINE = LOADED.timeline


def owners(timeline: Timeline) -> list[Event | Membership | Claim]:
    return [*timeline.events.values(), *timeline.memberships, *timeline.claims]


def cited(timeline: Timeline) -> Iterator[Citation]:
    """Every citation of the collection, wherever it stands."""
    for owner in owners(timeline):
        yield from owner.citations
        for account in owner.accounts:
            yield from account.citations
    for event in timeline.events.values():
        for part in event.participants:
            yield from part.citations
    for each in timeline.memberships:
        for layer in each.restrictions:
            yield from layer.citations
    for actor in timeline.actors.values():
        yield from actor.citations


def accounts(timeline: Timeline) -> Iterator[tuple[str, Account]]:
    for owner in owners(timeline):
        for account in owner.accounts:
            yield owner.id, account


# --- nothing to complain of


def test_check_finds_neither_an_error_nor_a_warning() -> None:
    assert [str(problem) for problem in LOADED.problems] == []


def test_every_event_stands_on_words_of_a_source() -> None:
    assert [event.id for event in TIMELINE.events.values() if not any(c.quote for c in event.citations)] == []


def test_every_source_is_cited() -> None:
    assert set(TIMELINE.sources) - {citation.source for citation in cited(TIMELINE)} == set()


def test_every_account_says_why_it_is_followed_or_not() -> None:
    assert [owner for owner, account in accounts(TIMELINE) if not account.reason or not account.citations] == []


def test_titles_fit_a_label_and_tell_events_apart() -> None:
    titles = Counter(event.title.best() for event in TIMELINE.events.values())
    assert [title for title in titles if len(title) > LONGEST_TITLE] == []
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_article_has_no_publisher_author_or_day_because_its_text_names_none() -> None:
    article = TIMELINE.sources["sidelines-article"]
    assert (article.publisher, article.author, article.issued, article.url) == (None, None, None, None)


def test_the_collection_says_what_it_is() -> None:
    collection = TIMELINE.collection
    assert collection.title.best() == "The Commonwealth of Independent States since 1991"
    assert collection.licence == "CC-BY-4.0"
    assert collection.covers
    assert collection.missing


# --- the article


@pytest.mark.parametrize(
    ("event_id", "date", "basis"),
    [
        ("cis-informal-summit-2025", "2025-12-22", Basis.DATELINE),
        ("putin-rahmon-2025-12-22", "2025-12-22", Basis.DATELINE),
        ("putin-pashinyan-2025-12-22", "2025-12-22", Basis.DATELINE),
        ("putin-tokayev-2025-12-22", "2025-12-22", Basis.DATELINE),
        ("az-announces-absence", "2025-12-22", Basis.DATELINE),
        ("rail-freight-resumed", "../2025-12-22", Basis.INFERRED),
        ("death-of-tajik-boy", "../2025-12-22", Basis.INFERRED),
        ("md-suspends-participation", "2022", Basis.STATED),
    ],
)
def test_the_articles_dates_are_no_more_exact_than_its_words(event_id: str, date: str, basis: Basis) -> None:
    found = TIMELINE.events[event_id].date
    assert found is not None
    assert (found.edtf, found.basis) == (date, basis)


@pytest.mark.parametrize(
    ("event_id", "status"), [("ussr-dissolved", EventStatus.OCCURRED), ("probe", EventStatus.ONGOING)]
)
def test_what_the_article_does_not_date_has_no_date(event_id: str, status: EventStatus) -> None:
    event = TIMELINE.events[event_id]
    assert (event.date, event.status) == (None, status)


@pytest.mark.parametrize("event_id", ["death-of-tajik-boy", "rail-freight-resumed"])
def test_what_somebody_only_speaks_of_is_reported_not_occurred(event_id: str) -> None:
    assert TIMELINE.events[event_id].status is EventStatus.REPORTED


def test_the_pashinyan_meeting_came_after_the_rahmon_meeting_and_the_tokayev_meeting_has_no_order() -> None:
    def before(event_id: str) -> set[str]:
        return {relation.event for relation in TIMELINE.events[event_id].relations}

    bilateral = {"putin-rahmon-2025-12-22", "putin-pashinyan-2025-12-22", "putin-tokayev-2025-12-22"}
    assert before("putin-pashinyan-2025-12-22") & bilateral == {"putin-rahmon-2025-12-22"}
    assert before("putin-tokayev-2025-12-22") & bilateral == set()

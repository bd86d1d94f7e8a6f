"""The list beside the drawing and the heading over it: what they say, and what they say nothing of."""

from __future__ import annotations

from typing import Any

import pytest

from app.paths import PROJECT_FOLDER
from tests.core import core
from tests.drawing import payload_of, screen_of, texts_of

GALLERY = PROJECT_FOLDER / "docs" / "gallery"


@pytest.mark.parametrize(
    ("case", "heading"),
    [
        ("empty", "0 events"),
        ("no-date", "Date not stated · 3 events"),
        ("one-event", "12–17 May 2031 · 1 event"),
        ("claims", "2028–2033 · 2 events"),
    ],
)
def test_the_heading_names_no_date_where_there_is_none_and_no_event_without_one(case: str, heading: str) -> None:
    assert "".join(texts_of(screen_of(GALLERY / f"{case}.yaml")["heading"]["tree"])) == heading


@pytest.mark.parametrize("case", ["empty", "no-date", "open-ends", "summit-and-sidelines"])
def test_no_part_of_the_list_is_empty(case: str) -> None:
    sections = [part for part in _list(case)[2:] if part[0] == "section"]
    assert all(len(items) > 2 for _, _, _, items in sections)


def test_a_claim_that_belongs_to_no_event_stands_below_the_events_with_all_that_is_known_of_it() -> None:
    *_, section = _list("claims")
    _, _, (_, _, title), (_, _, *items) = section
    assert title == "Claims that belong to no event"
    assert len(items) == 1
    words = " ".join(texts_of(items[0]))
    assert "at least 1.2 million · visitors · Denmark" in words
    assert "said by Denmark" in words
    assert "5 May 2032" in words
    _, _, (tag, attributes, summary, _) = items[0]
    assert (tag, attributes["data-claim"], summary[0]) == ("details", "visitors", "summary")  # reached by keys alone


@pytest.mark.parametrize(
    ("query", "claims"),
    [("", ["visitors"]), ("country=DNK", ["visitors"]), ("country=NOR", []), ("country=NOR,DNK", ["visitors"])],
)
def test_such_a_claim_goes_with_the_states_that_are_chosen(query: str, claims: list[str]) -> None:
    path = GALLERY / "claims.yaml"
    ids = [claim["id"] for claim in payload_of(path)["claims"]]
    assert [ids[place] for place in screen_of(path, query)["beside"]["claims"]] == claims


def _list(case: str) -> list[Any]:
    path = GALLERY / f"{case}.yaml"
    screen = screen_of(path)
    selection = screen["selection"]
    model = f"sidelines.timeline.unpack({core().keep(f'list of {case}', payload_of(path)).name})"
    part = f"{{ from: 0, to: {len(selection)}, step: 200, selected: null, beside: {screen['beside']} }}"
    script = f"(model) => sidelines.list.list(model, {selection}, {{ ...{part}, palette: model.theme.light }})"
    tree: list[Any] = core().evaluate(f"({script})({model})")
    return tree

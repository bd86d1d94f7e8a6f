"""One view, one selection: page, embed and file list the events that `python -m app list` prints, in its order.

The views are those of `NAMED`, and fifty that are drawn by lot from all parameters and from what the shipped collection
can be asked for; the lot is the same in every run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page

from app.load import load_timeline
from app.model import Timeline
from app.paths import EVENTS_FOLDER
from app.rows import rows
from app.view import CHOICES, HEIGHT_PX, LISTS, PARAMETERS, View, format_view, parse_view
from app.vocabulary import Vocabulary, vocabulary
from tests.browser import seen
from tests.browser.conftest import PageOpener

SEED = 20251222
LOT = 50
# What chooses events; the other parameters say how they are shown.
CHOOSING = (
    *("country", "match", "role", "status", "type", "org", "person", "tag", "place", "source"),
    *("from", "to", "dates", "mentions", "q"),
)
WORDS = (
    "summit",
    "rail",
    "minsk|moscow",
    "-summit",
    '"informal summit"',
    "Азербайджан",
    "armenia -russia",
    "trade 2022",
)

NAMED = {
    "everything": "",
    "one country": "country=AZE",
    "any of two countries": "country=ARM,KAZ",
    "both of two countries": "country=RUS,ARM&match=all",
    "a country by name": "country=Armenia",
    "who was absent, by two letters": "country=az&status=absent",
    "two types": "type=summit,bilateral_meeting",
    "a word that begins words": "q=rail",
    "a phrase, and a word that must be missing": "q=%22informal+summit%22+-minsk",
    "a word in Cyrillic": "q=Азербайджан",
    "possibly in a period": "from=2022&to=2023-06",
    "certainly in a period": "from=2022&to=2023-06&dates=certain",
    "an organisation": "org=csto",
    "a host": "role=host&country=TJK",
    "a person": "person=ilham-aliyev",
    "a place": "place=Saint+Petersburg",
    "a country that is only mentioned, too": "country=AZE&mentions=1",
    "a former state": "country=SUN",
    "nothing": "q=nothing+has+these+words",
    "a window and a chosen event, which filter nothing": (
        "window=2025-12-22/2025-12-22&event=cis-informal-summit-2025"
    ),
}

# Leads an open document from view to view, as Back and Forward do, and reads what it lists and how many it says.
READ = """(queries) => queries.map((query) => {
    history.replaceState(null, "", location.protocol === "file:" ? `#${query}` : `?${query}`);
    dispatchEvent(new PopStateEvent("popstate"));
    return {
        listed: [...document.querySelectorAll("#list [data-event]")].map((one) => one.dataset.event),
        rows: [...document.querySelectorAll("#table-card:not([hidden]) [data-row]")].map((one) => one.dataset.row),
        said: document.querySelector("[role=status]#status").textContent,
        told: document.querySelector("#notices").textContent,
    };
})"""


@cache
def shipped() -> Timeline:
    return load_timeline(EVENTS_FOLDER).timeline


@cache
def choices() -> Vocabulary:
    return vocabulary(shipped())


@cache
def met_and_mentioned() -> tuple[list[list[str]], list[str]]:
    """The states of each event that several take part in, and all that an event only mentions."""
    met = [sorted({part.country for part in row.participants if part.country}) for row in rows(shipped())]
    return [states for states in met if len(states) > 1], sorted(
        {each for row in rows(shipped()) for each in row.mentions}
    )


def drawn_value(lot: Random, name: str) -> Any:  # noqa: ANN401 - whatever the parameter takes
    """A value of a parameter as it is written in a query."""
    if name in CHOICES:
        return lot.choice(CHOICES[name][1:])  # the first is the default
    if name in LISTS:
        entries = [entry.id.replace(",", "%2C") for entry in choices().entries["country" if name == "order" else name]]
        return ",".join(sorted(lot.sample(entries, min(len(entries), lot.randint(1, 3)))))
    if name in choices().entries:
        return lot.choice(choices().entries[name]).id
    year, month = lot.randint(1991, 2025), lot.randint(1, 12)
    return {
        "from": lot.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-09")),
        "to": lot.choice((f"{year + 5}", f"{year + 5}-{month:02}", f"{year + 5}-{month:02}-09")),
        "window": f"{year}-{month:02}-03/{year + lot.randint(0, 9)}-12-22",
        "q": lot.choice(WORDS),
        "height": str(lot.randint(*HEIGHT_PX)),
        "cited": shipped().content_hash[:12],
    }[name]


def drawn_query(lot: Random) -> str:
    """A view that chooses by one to four parameters, half of them by country, and shows it in up to three ways."""
    showing = [name for name in PARAMETERS if name not in CHOOSING]
    choosing = {*lot.sample(CHOOSING, lot.randint(1, 3)), *lot.choice(((), ("country",)))}
    names = [*sorted(choosing), *lot.sample(showing, lot.randint(0, 3))]
    given = {name: drawn_value(lot, name) for name in names}
    met, mentioned = met_and_mentioned()
    if "match" in given:  # says nothing of countries that never meet
        given["country"] = ",".join(sorted(lot.sample(lot.choice(met), 2)))
    if "dates" in given and not {"from", "to"} & set(given):
        given["from"] = drawn_value(lot, "from")
    if "mentions" in given:  # nor this of one that is never mentioned, or has to take part in a role
        given = {name: value for name, value in given.items() if name not in {"role", "status", "match"}}
        given["country"] = lot.choice(mentioned)
    return "&".join(f"{name}={value}" for name, value in given.items())


@cache
def drawn_views() -> tuple[str, ...]:
    """The views of the lot in canonical form, each once; of those that find nothing, a few."""
    lot, nothing = Random(SEED), 0
    found: list[str] = []
    while len(found) < LOT:
        view, notices = parse_view(drawn_query(lot), choices())
        query = format_view(view)
        is_empty = not seen.ids_by_command(query)
        if notices or view == View() or query in found or (is_empty and nothing >= LOT // 10):
            continue
        nothing += is_empty
        found.append(query)
    return tuple(found)


@pytest.fixture(scope="module", params=["page", "embed", "file"])
def read(
    request: pytest.FixtureRequest, served: Callable[..., str], exported: Callable[..., str], shared_page: PageOpener
) -> dict[str, dict[str, Any]]:
    """What one of the frames shows, by query."""
    address = {"page": served, "embed": lambda: f"{served()}/embed?controls=full", "file": exported}
    page: Page = shared_page(address[request.param]())
    queries = [*NAMED.values(), *drawn_views()]
    return dict(zip(queries, page.evaluate(READ, queries), strict=True))


def test_the_lot_has_every_parameter_and_finds_something() -> None:
    given = {part.partition("=")[0] for query in drawn_views() for part in query.split("&")}
    assert given == set(PARAMETERS)
    assert len({tuple(seen.ids_by_command(query)) for query in drawn_views()}) > LOT // 2


@pytest.mark.parametrize("parameter", CHOOSING)
def test_every_parameter_decides_what_some_view_of_the_lot_finds(parameter: str) -> None:
    """So that a frame which passes over it, or takes it for its contrary, finds something else than the command."""
    asking = [query.split("&") for query in drawn_views() if f"&{parameter}=" in f"&{query}"]
    without = ["&".join(part for part in parts if not part.startswith(f"{parameter}=")) for parts in asking]
    found = [seen.ids_by_command("&".join(parts)) for parts in asking]
    assert any(found[place] != seen.ids_by_command(query) for place, query in enumerate(without))


def test_the_named_views_differ_in_what_they_find() -> None:
    found = {tuple(seen.ids_by_command(query)) for query in NAMED.values()}
    assert len(found) == len(NAMED) - 1  # a window and a chosen event filter nothing


@pytest.mark.parametrize("query", [pytest.param(query, id=name) for name, query in NAMED.items()])
def test_a_named_view_lists_what_the_command_lists(query: str, read: dict[str, dict[str, Any]]) -> None:
    assert read[query]["listed"] == seen.ids_by_command(query)


@pytest.mark.parametrize("number", range(LOT))
def test_a_view_of_the_lot_lists_what_the_command_lists(number: int, read: dict[str, dict[str, Any]]) -> None:
    query = drawn_views()[number]
    expected = seen.ids_by_command(query)
    assert read[query]["listed"] == expected, query
    assert re.match(rf"{len(expected)} events?\b", read[query]["said"]), query
    assert read[query]["told"] == "", query
    assert set(read[query]["rows"]) <= set(expected), query
    assert bool(read[query]["rows"]) == bool(expected and "tab=table" in query), query

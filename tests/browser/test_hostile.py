"""Texts that mean harm, in every field, frame and file: shown letter by letter, and nothing runs.

`tests/hostile.py` is the table of the texts. Each event is opened in turn in one tab, and what a person would read of
it is gathered by where it stands; then it is held against the table.
"""

from __future__ import annotations

import csv
import re
from calendar import month_name
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from app.cli.main import main
from app.drawing import Sheet, draw_picture
from app.export.csv_form import read_cell
from app.load import load_timeline
from app.model import Timeline
from app.payload import build_payload
from tests.browser.conftest import PageOpener, stays_here
from tests.hostile import ADDRESSES, PAYLOADS, hostile_addresses, hostile_file
from tests.svg import SVG, faults_of, texts_of, tree_of

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d")
ALL = " | ".join(payload.shown for payload in PAYLOADS)

# field -> where it stands, and what stands there for a text {x}, {X} at the beginning of a sentence; {n} and {day} are
# the number and the day of its event.
SHOWN: dict[str, tuple[str, str]] = {
    "title of the event": ("#details h2", "{x}"),
    "venue and city": ("#details .when", "{day} · {x}, {x}"),
    "date as written": ("#details .precision", "As written: “{x}”"),
    "name of a person, office": ("#details .who", " {x} p{n}, {x}"),
    "reason of an absence": ("#details .part .line", "Reason given: {x}"),
    "who announced it": ("#details .part .line", "announced by {x}"),
    "note on a participant": ("#details .part .line", "{x}"),
    "who came instead": ("#details .part .line", "represented by {x}"),
    "quote on a participant": ("#details .part blockquote", "{x}"),
    "summary": ("#details .summary", "{x}"),
    "note on the event": ("#details article > .line", "{x}"),
    "measure of a claim": ("#details .claim .head", "{x}"),
    "unit of a claim": ("#details .claim .value", "12 {x}"),
    "text of a claim": ("#details .claim > p:not([class])", "{x}"),
    "quote of a claim": ("#details .claim > blockquote", "{x}"),
    "speaker of a claim": ("#details .claim > .from", "said by {x} p{n}"),
    "note on a claim": ("#details .claim > .line", "{x}"),
    "value of an account": ("#details .differ .accounts p", "place: {x}"),
    "reason of an account": ("#details .differ .accounts .line", "{x}"),
    "quote of a source": ("#details .evidence blockquote", "{x}"),
    "title of a source, author, publisher, locator": ("#details .evidence .from", "{x} · {x}, {x}, {x}"),
    "in the list": ("#list .title", "{x} Absent: Azerbaijan"),
    "in the sentence": ("#sentence", "{X} p{n}: 1 event"),
    "tag in the menu": ("#filters-panel [data-tag]", "{x} 1"),
    "organisation in the menu": ("#filters-panel [data-org]", "{x} o{n} 1"),
    "source in the menu": ("#filters-panel [data-source]", "{x} 1"),
    "title in the table": ("td.of-title", "{x}"),
    "place in the table": ("td.of-place", "{x}, {x}"),
    "organisation in the table": ("td.of-organisations", "{x} o{n}"),
    "person in the table": ("td.of-people", "{x} p{n}"),
    "source in the table": ("td.of-sources", "{x}"),
    "caption of the table": ("caption", "{X} p{n}: 1 event; sort by the headings, open an event by its title"),
}

# Leads to each event in turn, waits until its day is drawn, and gathers the words at each place.
GATHER = """async ([days, places]) => {
    const words = (place) => [...document.querySelectorAll(place)].map((one) => one.textContent);
    const found = [];
    document.getElementById("filters-menu").open = true;
    for (const [n, [day, month]] of days.entries()) {
        const shown = `columns=title,place,people,organisations,sources&event=e-${n}&orgs=1&person=p-${n}&tab=table`;
        const query = `${shown}&window=${month}-01/${month}-28`;
        history.replaceState(null, "", location.protocol === "file:" ? `#${query}` : `?${query}`);
        dispatchEvent(new PopStateEvent("popstate"));
        for (let turn = 0; turn < 200 && !words("#timeline svg text").some((text) => text.endsWith(day)); turn += 1)
            await new Promise((done) => requestAnimationFrame(done));
        document.querySelector("#details [data-share-open]").click();
        const cited = document.getElementById("share-citation").value;
        document.querySelector("[data-close=share]").click();
        const drawn = words("#timeline svg text").filter((text) => text.endsWith(day));
        found.push({ cited, drawn, ...Object.fromEntries(places.map((place) => [place, words(place)])) });
    }
    return found;
}"""

# Of the whole document: what became an element, what would act, where its links lead.
MADE = """() => {
    const all = [...document.querySelectorAll("*")];
    const acts = (one) => [...one.attributes].some((each) => /^on/i.test(each.name));
    return {
        hacked: globalThis.hacked === undefined ? null : String(globalThis.hacked),
        hostile: all.filter((one) => one.hasAttribute("hostile")).map((one) => one.outerHTML.slice(0, 200)),
        acting: all.filter(acts).map((one) => one.outerHTML.slice(0, 200)),
        scripts: all.filter((one) => one.localName === "script").length,
        links: [...new Set(all.map((one) => one.href).filter((href) => typeof href === "string" && href))],
    };
}"""

Gathered = list[dict[str, Any]]


def day_of(number: int) -> tuple[str, str]:
    """The day of an event in words, and its month as a view writes it."""
    year, month = 2001 + number // 12, number % 12 + 1
    return f"12 {month_name[month]} {year}", f"{year}-{month:02}"


def filled(pattern: str, number: int, shown: str) -> str:
    words = {"{day}": day_of(number)[0], "{n}": str(number), "{x}": shown, "{X}": shown[:1].upper() + shown[1:]}
    return re.sub("|".join(map(re.escape, words)), lambda found: words[found[0]], pattern)


def letters(text: str) -> str:
    """The text without what a drawing adds: its ends of lines, its marks of direction, its ellipsis."""
    return re.sub(r"[\s\u2067\u2069]|…$", "", text)


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    path.write_text(hostile_file(), encoding="utf-8")
    return path


@pytest.fixture(scope="module", params=["page", "embed", "file"])
def frame(
    request: pytest.FixtureRequest,
    served: Callable[..., str],
    exported: Callable[..., str],
    shared_page: PageOpener,
    events: Path,
) -> Page:
    """The collection, opened in one of the frames."""
    addresses = {
        "page": lambda: f"{served(events)}/",
        "embed": lambda: f"{served(events)}/embed?controls=full",
        "file": lambda: exported(events),
    }
    return shared_page(addresses[request.param]())


@pytest.fixture(scope="module")
def gathered(frame: Page) -> Gathered:
    places = sorted({place for place, _ in SHOWN.values()})
    found: Gathered = frame.evaluate(GATHER, [[day_of(number) for number in range(len(PAYLOADS))], places])
    return found


def test_the_table_has_many_texts_each_once() -> None:
    assert len(PAYLOADS) >= 60
    assert (
        len({payload.written for payload in PAYLOADS}) == len({payload.name for payload in PAYLOADS}) == len(PAYLOADS)
    )


@pytest.mark.parametrize("field", SHOWN)
def test_each_text_is_shown_letter_by_letter(field: str, gathered: Gathered) -> None:
    place, pattern = SHOWN[field]
    others = {
        payload.name: found[place]
        for number, (payload, found) in enumerate(zip(PAYLOADS, gathered, strict=True))
        if filled(pattern, number, payload.shown) not in found[place]
    }
    assert others == {}


def test_each_title_is_drawn_letter_by_letter_as_far_as_there_is_room(gathered: Gathered) -> None:
    others = {}
    for number, (payload, found) in enumerate(zip(PAYLOADS, gathered, strict=True)):
        drawn = [letters(text.removesuffix(day_of(number)[0])) for text in found["drawn"]]
        if not any(text and letters(payload.shown).startswith(text) for text in drawn):
            others[payload.name] = drawn
    assert others == {}


def test_each_title_is_cited_letter_by_letter(gathered: Gathered) -> None:
    pairs = zip(PAYLOADS, gathered, strict=True)
    assert {payload.name: found["cited"] for payload, found in pairs if payload.shown not in found["cited"]} == {}


def test_the_texts_of_the_collection_are_shown_letter_by_letter(frame: Page) -> None:
    expect(frame).to_have_title(ALL)
    assert frame.locator("h1").text_content() == ALL
    if "/embed" not in frame.url:
        assert frame.locator(".header .titles p").text_content() == ALL
    assert f"{ALL} · version {ALL} · " in (frame.locator(".footer p").first.text_content() or "")


def test_nothing_runs_and_nothing_becomes_an_element(frame: Page, gathered: Gathered, shared_page: PageOpener) -> None:
    assert len(gathered) == len(PAYLOADS)
    made = frame.evaluate(MADE)
    assert (made["hacked"], made["hostile"], made["acting"]) == (None, [], [])
    strange = [link for link in made["links"] if not (stays_here(link) or link.startswith("https://example.org/"))]
    assert strange == []
    assert shared_page.log.console == []
    assert shared_page.log.foreign_requests == []


# --- what is written from it


@pytest.fixture(scope="module")
def timeline(events: Path) -> Timeline:
    return load_timeline(events).timeline


def test_a_picture_has_each_text_as_text(timeline: Timeline) -> None:
    payload = build_payload(timeline)
    others = {}
    for number, text in enumerate(PAYLOADS):
        month = day_of(number)[1]
        query = f"orgs=1&person=p-{number}&window={month}-01/{month}-28"
        picture = draw_picture(payload, query, Sheet(title=text.shown))
        drawn = [letters(words.removesuffix(day_of(number)[0])) for words in texts_of(picture.svg)]
        whole = letters(text.shown)
        if faults_of(picture.svg) or sum(bool(words) and whole.startswith(words) for words in drawn) < 2:
            others[text.name] = [*faults_of(picture.svg), *drawn]
        assert text.shown in (tree_of(picture.svg).findtext(f"{SVG}desc") or "")
        assert tree_of(picture.svg).findtext(f"{SVG}title") == text.shown
    assert others == {}


def test_a_picture_of_all_runs_nothing(written: Callable[[str], Path], browser_page: PageOpener) -> None:
    page = browser_page(written("svg").as_uri(), ready=False)
    assert page.evaluate("globalThis.hacked") is None
    assert page.evaluate("document.querySelectorAll('[hostile], script, a, foreignObject, image').length") == 0
    assert browser_page.log.console == []
    assert browser_page.log.requests == [page.url]


@pytest.fixture(scope="module")
def written(events: Path) -> Callable[[str], Path]:
    """The collection as `python -m app export` writes it, by the end of the file's name."""

    def export(ending: str) -> Path:
        output = events.with_suffix(f".{ending}")
        main(["export", str(events), "--output", str(output)])
        return output

    return export


def test_a_table_gives_each_text_back_and_no_cell_is_a_formula(written: Callable[[str], Path]) -> None:
    with written("csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [cell for row in rows for cell in row.values() if cell[:1] in FORMULA] == []
    for number, payload in enumerate(PAYLOADS):
        own = [row for row in rows if row["event_id"] == f"e-{number}"]
        host, absent, sent = own
        cells = (
            *(own[0][column] for column in ("event", "summary", "venue", "city", "tags", "date_as_written")),
            *(host["office"], absent["reason"], absent["announced_by"], absent["note"], sent["represented_by"]),
        )
        assert {read_cell(cell) for cell in cells} == {payload.shown}
        assert read_cell(host["person_name"]) == f"{payload.shown} p{number}"
        assert read_cell(host["collection"]) == ALL


# --- addresses


def test_what_is_no_web_address_is_refused_and_leads_nowhere(
    exported: Callable[..., str], browser_page: PageOpener, tmp_path: Path
) -> None:
    (tmp_path / "addresses.yaml").write_text(hostile_addresses(), encoding="utf-8")
    loaded = load_timeline(tmp_path / "addresses.yaml")
    assert [problem.code for problem in loaded.problems if problem.code == "E209"] == ["E209"] * 2 * len(ADDRESSES)
    page = browser_page(f"{exported(tmp_path / 'addresses.yaml')}#event=e")
    expect(page.locator("#details .source")).to_have_count(len(ADDRESSES))
    assert page.locator("#details a").count() == 0
    assert page.evaluate("globalThis.hacked") is None

"""Citations of an event and of a view: what they name, how each style writes it, and that the browser says the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given, settings
from hypothesis import strategies as st

from app.export import STYLES, Work, cite, event_work, view_work
from app.export.cite import permalink
from app.filters import select_events
from app.load import load_timeline
from app.payload import build_payload
from app.sentence import describe_filter
from app.view import parse_view
from app.vocabulary import vocabulary
from tests.core import core
from tests.exports import DATA, HOSTILE, Browser, hostile_timeline

SMALL = load_timeline(DATA / "collection.yaml").timeline
PAYLOAD = build_payload(SMALL)
ADDRESS = "https://example.org/timeline/?country=ARM&event=first"
DAY = "2025-12-23"
HASH = SMALL.content_hash
SHORT = HASH[:12]
URL = f"https://example.org/timeline/?cited={SHORT}&country=ARM&event=first"
FIRST = event_work(PAYLOAD, "first", ADDRESS, DAY)
VIEW = view_work(PAYLOAD, "Armenia, since 2020", 2, ADDRESS, DAY)
WHOLE = view_work(PAYLOAD, "All events", 8, ADDRESS, DAY)
of_each_work = pytest.mark.parametrize("work", [FIRST, VIEW, WHOLE], ids=["event", "view", "whole"])
of_each_style = pytest.mark.parametrize("style", STYLES)


# --- the address


@pytest.mark.parametrize(
    ("url", "permanent"),
    [
        ("https://example.org/", "https://example.org/?cited=7588ec617250"),
        ("https://example.org/?country=ARM", "https://example.org/?cited=7588ec617250&country=ARM"),
        ("https://example.org/?cited=0123456789ab&a=1", "https://example.org/?a=1&cited=7588ec617250"),
        ("https://example.org/?q=a%26b&", "https://example.org/?cited=7588ec617250&q=a%26b"),
        ("https://example.org/?country=ARM#list", "https://example.org/?cited=7588ec617250&country=ARM#list"),
        ("https://example.org/#a?b", "https://example.org/?cited=7588ec617250#a?b"),
    ],
)
def test_the_address_names_the_version(url: str, permanent: str) -> None:
    version = "7588ec617250" + "0" * 52
    assert permalink(url, version) == permalink(permanent, version) == permanent
    assert core().call("cite.permalink", url, version) == permanent


def test_without_a_hash_no_version_is_named() -> None:
    url = "https://example.org/?cited=0123456789ab&country=ARM"
    assert permalink(url, "") == core().call("cite.permalink", url, "") == "https://example.org/?country=ARM"


def test_the_page_understands_the_address_that_it_gives() -> None:
    view, notices = parse_view(URL.partition("?")[2], vocabulary(SMALL))
    assert (view.cited, notices) == (SHORT, ())


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(["", HASH]))
def test_the_browser_names_the_version_alike(url: str, version: str) -> None:
    assert core().call("cite.permalink", url, version) == permalink(url, version)


# --- as text


FACTS = f"version 1.0, {{}}, content hash {SHORT}. Accessed December 23, 2025. {URL}."
DATA_SET = f"(Version 1.0; {{}}; content hash {SHORT}) [Data set]"
RETRIEVED = f"Retrieved December 23, 2025, from {URL}"
IN_WORDS = [
    (
        FIRST,
        f"“First summit; informal.” Summit, 22 December 2025. In A small collection, {FACTS.format('8 events')}",
        (
            "First summit; informal [Summit, 22 December 2025]. (n.d.). In A small collection "
            f"{DATA_SET.format('8 events')}. {RETRIEVED}"
        ),
    ),
    (
        VIEW,
        f"“Armenia, since 2020.” In A small collection, {FACTS.format('2 of 8 events')}",
        f"Armenia, since 2020. (n.d.). In A small collection {DATA_SET.format('2 of 8 events')}. {RETRIEVED}",
    ),
    (
        WHOLE,
        f"A small collection, {FACTS.format('8 events')}",
        f"A small collection {DATA_SET.format('8 events')}. (n.d.). {RETRIEVED}",
    ),
]


@pytest.mark.parametrize(("work", "chicago", "apa"), IN_WORDS, ids=["event", "view", "whole"])
def test_a_citation_in_words(work: Work, chicago: str, apa: str) -> None:
    assert cite(work, "chicago") == chicago
    assert cite(work, "apa") == apa


@pytest.mark.parametrize(
    ("url", "accessed", "apa"),
    [
        (None, None, "[Data set]. (n.d.)."),
        (URL, None, f"[Data set]. (n.d.). {URL}"),
        (None, DAY, "[Data set]. (n.d.). Retrieved December 23, 2025."),
    ],
)
def test_what_is_not_known_is_left_out(url: str | None, accessed: str | None, apa: str) -> None:
    work = view_work(PAYLOAD, "All events", 8, url, accessed)
    assert cite(work, "apa").endswith(apa)
    for style in STYLES:
        assert "None" not in cite(work, style)


def test_a_title_that_ends_a_sentence_gets_no_second_full_stop() -> None:
    assert cite(view_work(PAYLOAD, "Who came?", 2), "chicago").startswith("“Who came?” In ")


def test_an_event_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        event_work(PAYLOAD, "no-such-event")


def test_a_style_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        cite(FIRST, "mla")


@of_each_work
@of_each_style
def test_every_citation_names_collection_version_hash_count_day_and_address(work: Work, style: str) -> None:
    text = cite(work, style).replace("\\&", "&")
    assert "A small collection" in text
    assert "1.0" in text
    assert SHORT in text
    assert work.count in text
    assert URL in text
    assert any(
        day in text
        for day in (DAY, "December 23, 2025", "2025/12/23", "[\n          2025,\n          12,\n          23")
    )


# --- for programs, read by programs


@of_each_work
def test_bibtexparser_reads_the_bibtex(work: Work) -> None:
    library = parse_string(cite(work, "bibtex"))
    (entry,) = library.entries
    assert library.failed_blocks == []
    assert (entry.entry_type, entry.key) == ("misc", work.key)
    assert entry.fields_dict["title"].value == f"{{{work.title}}}"
    assert entry.fields_dict["urldate"].value == DAY
    assert HASH in entry.fields_dict["note"].value


@of_each_work
def test_rispy_reads_the_ris(work: Work) -> None:
    (entry,) = rispy.loads(cite(work, "ris"))
    assert entry["type_of_reference"] == "DATA"
    assert entry["title"] == work.title
    assert entry["urls"] == [URL]
    assert entry["edition"] == "1.0"
    assert HASH in "".join(entry["notes"])
    assert entry.get("secondary_title") == work.inside


def _item(work: Work) -> dict[str, Any]:
    (item,) = json.loads(cite(work, "csl"))
    return dict(item)


@of_each_work
def test_citeproc_sets_the_csl_json(work: Work) -> None:
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON([_item(work)]), formatter.plain)
    bibliography.register(Citation([CitationItem(work.key)]))
    (line,) = bibliography.bibliography()
    assert work.title in str(line)
    assert "example.org" in str(line)


def test_csl_json_has_the_variables_of_csl() -> None:
    assert _item(FIRST) == {
        "id": "first",
        "type": "entry",
        "title": "First summit; informal",
        "container-title": "A small collection",
        "version": "1.0",
        "note": f"summit, 22 December 2025; 8 events; content hash (SHA-256) {HASH}",
        "URL": URL,
        "accessed": {"date-parts": [[2025, 12, 23]]},
    }
    assert _item(WHOLE)["type"] == "dataset"


@of_each_style
@given(st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip) | st.sampled_from(HOSTILE))
def test_no_title_breaks_a_citation(style: str, title: str) -> None:
    work = view_work(PAYLOAD, title, 2, ADDRESS, DAY)
    text = cite(work, style)
    if style == "bibtex":
        assert len(parse_string(text).entries) == 1
    if style == "ris":
        assert len(rispy.loads(text)) == 1
    if style == "csl":
        assert json.loads(text)[0].get("title", "") == work.title
    if style in {"apa", "chicago"}:
        assert "\n" not in text


# --- the browser says the same

OPTIONS: tuple[dict[str, str], ...] = ({}, {"url": URL, "accessed": DAY}, {"url": URL}, {"accessed": DAY})


@of_each_style
@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: " ".join(options) or "nothing")
def test_the_browser_cites_every_event_alike(style: str, options: dict[str, str]) -> None:
    browser = Browser(PAYLOAD)
    for index, event in enumerate(PAYLOAD["events"]["columns"]["id"]):
        expected = cite(event_work(PAYLOAD, event, options.get("url"), options.get("accessed")), style)
        assert browser.cite_event(index, style, options) == expected


@of_each_style
@pytest.mark.parametrize(
    "query", ["", "country=ARM", "type=summit,visit&from=2020", "q=talks&theme=dark", "country=KAZ"]
)
def test_the_browser_cites_every_view_alike(style: str, query: str) -> None:
    words = vocabulary(SMALL)
    view, _ = parse_view(query, words)
    work = view_work(PAYLOAD, describe_filter(view, words), len(select_events(SMALL, view).ids), URL, DAY)
    assert Browser(PAYLOAD).cite_view(query, style, {"url": URL, "accessed": DAY}) == cite(work, style)


@settings(max_examples=20)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip), min_size=1, max_size=6))
def test_the_browser_cites_any_text_alike(texts: list[str]) -> None:
    payload = build_payload(hostile_timeline(texts))
    browser = Browser(payload)
    for style in STYLES:
        for index, event in enumerate(payload["events"]["columns"]["id"]):
            assert browser.cite_event(index, style, {"url": URL}) == cite(event_work(payload, event, URL), style)

"""Downloads: the same bytes from Python and from the browser, for every format, selection and text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.beside import select_shown
from app.cli import exporting
from app.cli.command import Exit
from app.cli.main import main
from app.export import FILTERS, FORMATS, Download, choose, filter_of, format_of, write
from app.export.text import slug
from app.load import load_timeline
from app.paths import DOCS_FOLDER, EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from app.view import PARAMETERS, format_view, parse_view
from app.vocabulary import vocabulary
from tests.core import core
from tests.exports import DATA, HOSTILE, Browser, hostile_timeline, shipped, shipped_payload
from tests.synthetic import synthetic_timeline

of_each_format = pytest.mark.parametrize("form", FORMATS)
SMALL = load_timeline(DATA / "collection.yaml").timeline
VIEWS = (
    "",
    "country=ARM",
    "country=AZE&status=absent",
    "type=summit&from=2020",
    "from=2025-12&dates=certain&theme=dark&tab=table",
    "q=%22rail%20freight%22%7Ctrade",
    "person=vladimir-putin&role=host",
    "place=Minsk",
    "org=csto&mentions=1",
    "country=KAZ,KGZ&match=all",
    "from=1800&to=1801&dates=certain",
    "country=ARM,AZE,GEO",
    "country=RUS&type=bilateral_meeting&lanes=events&group=region",
    "type=withdrawal,participation_suspended",
    "role=guest,mediator",
    "status=suspended&to=2023",
    "tag=informal,video",
    "source=sidelines-article",
    "org=eaeu,sco&sort=-title&columns=date,title",
    "from=2022&to=2023-06&dates=possible",
    "country=SUN",
    "q=summit%20-minsk&window=2020/2021&event=cis-founded",
    "country=MDA&cited=7588ec617250",
)


@pytest.fixture(scope="module")
def browser() -> Browser:
    return Browser(shipped_payload())


# --- what a file says: one small collection, written out


@of_each_format
def test_the_small_collection_is_written_as_its_file_says(form: str) -> None:
    written = (DATA / f"small.{form}").read_bytes().decode()
    assert write(build_payload(SMALL), SMALL.events, form).text == written


def test_the_small_collection_has_no_problem() -> None:
    assert load_timeline(DATA / "collection.yaml").problems == ()


@of_each_format
def test_writing_again_gives_the_same_bytes(form: str) -> None:
    assert write(build_payload(SMALL), SMALL.events, form) == write(build_payload(SMALL), SMALL.events, form)


# --- the browser writes the same


@pytest.mark.parametrize("query", VIEWS)
@of_each_format
def test_a_view_of_the_shipped_events_is_the_same_in_the_browser(form: str, query: str, browser: Browser) -> None:
    view, notices = parse_view(query, vocabulary(shipped()))
    ids = select_shown(shipped(), view)
    assert notices == ()
    assert browser.write(ids, form, query) == write(shipped_payload(), ids, form, query)


@pytest.mark.parametrize("query", VIEWS)
def test_a_view_of_the_shipped_events_is_the_same_from_the_command_line(
    query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_timeline(EVENTS_FOLDER, root=PROJECT_FOLDER)
    payload = build_payload(loaded.timeline)
    monkeypatch.setattr(exporting, "load", lambda _: loaded)
    monkeypatch.setattr(exporting, "build_payload", lambda _: payload)
    view, _ = parse_view(query, vocabulary(loaded.timeline))
    for form in FORMATS:
        path = tmp_path / f"events.{form}"
        assert main(["export", "--output", str(path), "--view", query]) == Exit.FINE
        written = write(payload, select_shown(loaded.timeline, view), form, format_view(view)).text
        assert path.read_bytes().decode() == written


@of_each_format
def test_texts_that_hurt_are_the_same_in_the_browser(form: str) -> None:
    payload = build_payload(hostile_timeline())
    for ids in (payload["events"]["columns"]["id"], payload["events"]["columns"]["id"][::3]):
        assert Browser(payload).write(ids, form) == write(payload, ids, form)


@settings(max_examples=25)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip), min_size=3, max_size=8))
def test_any_text_is_the_same_in_the_browser(texts: list[str]) -> None:
    payload = build_payload(hostile_timeline([*texts, *HOSTILE[:2]]))
    browser, ids = Browser(payload), payload["events"]["columns"]["id"]
    for form in FORMATS:
        assert browser.write(ids, form) == write(payload, ids, form)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=90) | st.text("abc -", min_size=50, max_size=70))
def test_a_name_is_the_same_in_the_browser(text: str) -> None:
    name = slug(text)
    assert core().call("exports.text.slug", text) == name
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)
    assert len(name) <= 60


@settings(max_examples=10)
@given(st.integers(0, 1000), st.integers(0, 40))
def test_dates_of_every_kind_are_the_same_in_the_browser(seed: int, size: int) -> None:
    payload = build_payload(synthetic_timeline(seed, size))
    browser, ids = Browser(payload), payload["events"]["columns"].get("id", [])
    for form in FORMATS:
        assert browser.write(ids, form) == write(payload, ids, form)


@of_each_format
def test_the_small_collection_is_the_same_in_the_browser(form: str) -> None:
    payload = build_payload(SMALL)
    assert Browser(payload).write(list(SMALL.events), form) == write(payload, SMALL.events, form)


# --- what is chosen


def _chosen(*ids: str) -> Any:  # noqa: ANN401 - a selection
    return choose(shipped_payload(), ids)


def test_a_selection_keeps_time_order_whatever_the_order_of_its_ids() -> None:
    chosen = _chosen("cis-informal-summit-2025", "cis-founded")
    assert [row["id"] for row in chosen.events] == ["cis-founded", "cis-informal-summit-2025"]


def test_unknown_ids_choose_nothing() -> None:
    assert _chosen("no-such-event").events == ()


def test_an_event_brings_the_claims_made_at_it_and_no_others() -> None:
    chosen = _chosen("putin-rahmon-2025-12-22")
    assert {claim["id"] for claim in chosen.claims} == {
        "condolence-heinous",
        "moscow-informs-dushanbe",
        "rahmon-thanks",
    }


def test_an_event_brings_the_memberships_of_those_who_take_part() -> None:
    chosen = _chosen("putin-rahmon-2025-12-22")
    assert {fact["actor"] for fact in chosen.memberships} == {"RUS", "TJK"}


def test_an_event_brings_the_sources_and_people_that_it_names() -> None:
    chosen = _chosen("putin-rahmon-2025-12-22")
    people = {fact["id"] for fact in chosen.declared if fact["kind"] == "person"}
    assert people == {"vladimir-putin", "emomali-rahmon"}
    assert "sidelines-article" in chosen.sources
    assert "upi-1993-10-08" not in chosen.sources


def test_all_events_are_the_whole_collection() -> None:
    chosen = choose(shipped_payload(), shipped().events)
    assert chosen.is_whole
    assert len(chosen.claims) == len(shipped().claims)
    assert len(chosen.memberships) == len(shipped().memberships)
    assert set(chosen.sources) == set(shipped().sources)


# --- in the language of the view


IN_ONE_LANGUAGE = {"csv", "ics", "timelinejs.json"}


def _written(form: str, query: str) -> str:
    return write(build_payload(SMALL), SMALL.events, form, query).text


@of_each_format
def test_titles_are_in_the_language_of_the_view_where_a_format_has_but_one(form: str) -> None:
    plain, russian = _written(form, "country=ARM"), _written(form, "country=ARM&lang=ru")
    if form in IN_ONE_LANGUAGE:
        assert "Первый саммит" not in plain
        assert "Первый саммит" in russian
        assert "First summit; informal" not in russian.replace("\\;", ";")
        assert "Talks on its sidelines" in russian  # which has no other language
        assert "country=ARM&lang=ru" in russian.replace("&amp;", "&")
    else:
        assert russian == plain
        assert form == "bib" or ("Первый саммит" in plain and "First summit; informal" in plain)


@pytest.mark.parametrize("lang", ["ru", "en", "hy"])
@of_each_format
def test_the_browser_writes_it_in_the_same_language(form: str, lang: str) -> None:
    payload = build_payload(SMALL)
    for ids in (list(SMALL.events), ["first"], ["second"]):
        made = Browser(payload, lang).write(ids, form, f"lang={lang}")
        assert made == write(payload, ids, form, f"lang={lang}")


# --- what it is a selection of


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("", ""),
        ("country=ARM&event=x&theme=dark&window=2020/2021", "country=ARM"),
        ("dates=certain&from=2020&height=400&q=a+b", "dates=certain&from=2020&q=a+b"),
    ],
)
def test_only_what_chooses_events_is_written_in(query: str, part: str) -> None:
    assert filter_of(query) == part


def test_the_filters_are_those_of_the_docs() -> None:
    page = (DOCS_FOLDER / "views.md").read_text(encoding="utf-8")
    table = page.partition("## Which events are shown")[2].partition("\n**")[0]
    names = {
        name for line in table.splitlines() if line.startswith("| `") for name in line.split("|")[1].split("`")[1::2]
    }
    assert names == FILTERS
    assert set(PARAMETERS) >= FILTERS


@of_each_format
def test_the_view_and_the_hash_are_written_in(form: str) -> None:
    text = write(shipped_payload(), ["cis-founded"], form, "country=UKR&theme=dark").text.replace("\r\n ", "")
    assert "country=UKR" in text
    assert "theme=dark" not in text
    assert shipped().content_hash in text


@pytest.mark.parametrize(
    ("ids", "form", "name"),
    [
        (["first", "second", "third"], "csv", "a-small-collection-HASH.csv"),
        (["first"], "ics", "a-small-collection-1-of-8-events-HASH.ics"),
        ([], "timelinejs.json", "a-small-collection-0-of-8-events-HASH.timelinejs.json"),
    ],
)
def test_a_file_has_a_safe_name(ids: list[str], form: str, name: str) -> None:
    all_or_some = SMALL.events if len(ids) > 2 else ids
    made = write(build_payload(SMALL), all_or_some, form)
    assert made.name == name.replace("HASH", SMALL.content_hash[:8])


def test_a_title_without_latin_letters_makes_a_name_all_the_same() -> None:
    payload = build_payload(hostile_timeline(["Содружество"]))
    assert write(payload, [], "csv").name == "timeline-0-of-1-events-01234567.csv"


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", "csv"),
        ("A.JSON", "json"),
        ("a.timelinejs.json", "timelinejs.json"),
        ("a.yml", "yaml"),
        ("a.yaml", "yaml"),
        ("a.bib", "bib"),
        ("a.txt", None),
        ("csv", None),
        ("", None),
    ],
)
def test_the_name_says_the_format(name: str, form: str | None) -> None:
    assert format_of(name) == form


def test_a_format_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        write(shipped_payload(), [], "xlsx")


def test_nothing_chosen_is_a_file_all_the_same() -> None:
    for form in FORMATS:
        assert isinstance(write(shipped_payload(), [], form), Download)


def test_each_format_has_its_file() -> None:
    assert {path.name.removeprefix("small.") for path in DATA.glob("small.*")} == set(FORMATS)


@of_each_format
def test_each_format_is_in_the_docs(form: str) -> None:
    assert f"`.{form}`" in (DOCS_FOLDER / "downloads.md").read_text(encoding="utf-8")


def test_the_example_of_the_docs_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT_FOLDER)
    page = (DOCS_FOLDER / "downloads.md").read_text(encoding="utf-8")
    exec(page.partition("```python\n")[2].partition("```")[0], {})  # noqa: S102 - our own page
    assert capsys.readouterr().out.startswith("CIS founded at Viskuli [Organisation founded, 8 December 1991].")

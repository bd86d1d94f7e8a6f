"""The download in our own format: our loader reads the same events from it, any YAML reader the same texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.dates import EventDate
from app.export import write
from app.export.yaml_text import WIDTH, yaml_lines
from app.load import Loaded, load_timeline
from app.model import Event, Timeline
from app.paths import DOCS_FOLDER, EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from tests.core import core
from tests.exports import DATA, HOSTILE, hostile_timeline

GALLERY = DOCS_FOLDER / "gallery"
VALID = PROJECT_FOLDER / "tests" / "data" / "valid"
COLLECTIONS = [
    *(EVENTS_FOLDER, DATA / "collection.yaml"),
    *sorted(path for path in VALID.iterdir() if path.suffix != ".json"),
    *sorted(GALLERY.glob("*.yaml")),
]
of_each_collection = pytest.mark.parametrize("path", COLLECTIONS, ids=lambda path: path.name)


def _read_again(timeline: Timeline, ids: Any, folder: Path) -> Loaded:  # noqa: ANN401 - any ids
    file = folder / "again.yaml"
    file.write_text(write(build_payload(timeline), ids, "yaml").text, encoding="utf-8", newline="\n")
    return load_timeline(file)


def _fact(event: Event) -> Event:
    """The event without where it stands in the files and how its dates were read."""
    accounts = tuple(replace(each, date=_date(each.date)) for each in event.accounts)
    return replace(event, date=_date(event.date), accounts=accounts, origin=None)


def _date(date: EventDate | None) -> EventDate | None:
    return replace(date, reading="") if date else None


# --- round trips


@of_each_collection
def test_the_whole_collection_reads_as_the_same_facts(path: Path, tmp_path: Path) -> None:
    timeline = load_timeline(path).timeline
    again = _read_again(timeline, timeline.events, tmp_path)
    assert {code for problem in again.problems if (code := problem.code).startswith("E")} == set()
    assert again.timeline.content_hash == timeline.content_hash
    assert {key: _fact(event) for key, event in again.timeline.events.items()} == {
        key: _fact(event) for key, event in timeline.events.items()
    }


@of_each_collection
def test_it_warns_of_nothing_new(path: Path, tmp_path: Path) -> None:
    loaded = load_timeline(path)
    again = _read_again(loaded.timeline, loaded.timeline.events, tmp_path)
    assert {problem.code for problem in again.problems} <= {problem.code for problem in loaded.problems}


@pytest.mark.parametrize("part", range(4))
def test_a_selection_reads_as_the_same_events_without_what_leads_out_of_it(part: int, tmp_path: Path) -> None:
    timeline = load_timeline(EVENTS_FOLDER).timeline
    ids = list(timeline.events)[part::4]
    again = _read_again(timeline, ids, tmp_path)
    assert {problem.code for problem in again.problems if problem.code.startswith("E")} == set()
    assert {key: _fact(event) for key, event in again.timeline.events.items()} == {
        key: _within(_fact(timeline.events[key]), set(ids)) for key in ids
    }


def _within(event: Event, ids: set[str]) -> Event:
    kept = tuple(relation for relation in event.relations if relation.event in ids)
    return replace(event, part_of=event.part_of if event.part_of in ids else None, relations=kept)


def test_what_leads_out_of_the_selection_is_named_in_a_comment() -> None:
    timeline = load_timeline(EVENTS_FOLDER).timeline
    text = write(build_payload(timeline), ["putin-rahmon-2025-12-22"], "yaml").text
    assert "#   putin-rahmon-2025-12-22: part_of cis-informal-summit-2025\n" in text


def test_nothing_chosen_is_a_file_without_events(tmp_path: Path) -> None:
    timeline = load_timeline(DATA / "collection.yaml").timeline
    assert _read_again(timeline, (), tmp_path).timeline.events == {}


def test_hostile_texts_make_no_file_that_cannot_be_read(tmp_path: Path) -> None:
    again = _read_again(hostile_timeline(), hostile_timeline().events, tmp_path)
    broken = {problem.code for problem in again.problems if problem.code[:2] in {"E1", "E2"}}
    assert broken <= {"E103", "E104", "E209", "E210", "E211"}
    assert len(again.timeline.events) == len(HOSTILE)


# --- files of several days, languages and zones


EVENT = "events: [{{id: {id}, title: {title}, type: other, date: {date}, sources: press}}]\n"
HEAD = "schema: sidelines/1\nsources: [{id: press, title: Press}]\n"


def _events(folder: Path, **files: str) -> Timeline:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    loaded = load_timeline(folder)
    assert not [problem for problem in loaded.problems if problem.code.startswith("E")]
    return loaded.timeline


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("dateline: 2025-12-23", "Monday"),
        ("dateline: 2025-12-23", "{text: 2025-12-22, basis: dateline}"),
        ("dateline: 2025-12-23\ndateline_basis: external", "last year"),
        ("date_order: DMY", "04/05/2022"),
        ("timezone: Europe/Moscow", "2025-12-22 14:30"),
        ("timezone: Europe/Moscow", '"2025-12-22 14:30/2025-12-22 16:00"'),
        ("lang: ru", "22 декабря 2025 г."),
        ("lang: en", "2025-12-22T14:30Z"),
        ("lang: en", "2025-12-22T14:30+04:00"),
        ("lang: en", "2025-12-22T14:30"),
        ("lang: en", "1 January 2015"),
        ("lang: en", "about 1990"),
        ("lang: en", "spring 2020"),
        ("lang: en", "2025-W52"),
        ("lang: en", "199X"),
        ("lang: en", "2004-06-1X"),
        ("lang: en", "early 2022"),
        ("lang: en", "2004?/2005%"),
        ("lang: en", "since 2022"),
        ("lang: en", "2022/"),
        ("lang: en", "before 2022"),
        ("lang: en", "9999-12-31"),
        ("lang: en", "0001-01-01"),
    ],
)
def test_a_date_reads_as_the_same_date(head: str, date: str, tmp_path: Path) -> None:
    text = HEAD.replace("\n", f"\n{head}\n", 1) + EVENT.format(id="a", title="A", date=date)
    timeline = _events(tmp_path, one=text)
    (tmp_path / "again").mkdir()
    again = _read_again(timeline, timeline.events, tmp_path / "again")
    assert _fact(again.timeline.events["a"]) == _fact(timeline.events["a"])


def test_files_that_speak_from_different_days_read_alike(tmp_path: Path) -> None:
    one = HEAD + "dateline: 2025-12-23\n" + EVENT.format(id="a", title="A", date="Monday")
    other = "schema: sidelines/1\ndateline: 2024-05-05\n" + EVENT.format(id="b", title="B", date="Monday")
    timeline = _events(tmp_path, one=one, other=other)
    (tmp_path / "again").mkdir()
    assert _read_again(timeline, timeline.events, tmp_path / "again").timeline.content_hash == timeline.content_hash


@pytest.mark.parametrize("langs", [("en", "ru"), ("ru", "en"), ("hy", "en")])
def test_texts_keep_the_order_of_their_languages(langs: tuple[str, str], tmp_path: Path) -> None:
    title = f"{{{langs[0]}: One, {langs[1]}: Two}}"
    one = f"{HEAD}lang: [{', '.join(langs)}]\n" + EVENT.format(id="a", title=title, date="2024")
    other = "schema: sidelines/1\nlang: [en, hy]\n" + EVENT.format(id="b", title="{hy: Three, en: Four}", date="2024")
    timeline = _events(tmp_path, one=one, other=other)
    (tmp_path / "again").mkdir()
    assert _read_again(timeline, timeline.events, tmp_path / "again").timeline.content_hash == timeline.content_hash


# --- the emitter

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(HOSTILE)
NAMES = st.from_regex("[a-z][a-z_]{0,8}", fullmatch=True)
# As in event files: lists of texts or of mappings that say something.
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.lists(TEXTS, max_size=4),
    lambda inner: (
        st.dictionaries(NAMES, inner, max_size=4)
        | st.lists(st.dictionaries(NAMES, inner, min_size=1, max_size=3), max_size=3)
    ),
    max_leaves=12,
)
MAPPINGS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=4)


@given(MAPPINGS)
def test_every_yaml_reader_reads_what_was_written(value: dict[str, Any]) -> None:
    assert yaml.load("\n".join(yaml_lines(value)), yaml.BaseLoader) == value  # noqa: S506 - texts only, no objects
    assert yaml.load("\n".join(yaml_lines(value)), yaml.CBaseLoader) == value  # noqa: S506 - the same


@given(MAPPINGS)
def test_the_browser_writes_the_same_lines(value: dict[str, Any]) -> None:
    assert core().call("exports.yamlText.lines", value) == list(yaml_lines(value))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain words", "a: plain words"),
        ("2025-12-22", "a: 2025-12-22"),
        ("../2025-12-22", "a: ../2025-12-22"),
        ("2024", "a: 2024"),
        ("https://example.org/a?b=c", "a: https://example.org/a?b=c"),
        ("1.0", 'a: "1.0"'),
        ("042", 'a: "042"'),
        ("11000000000", 'a: "11000000000"'),
        ("no", 'a: "no"'),
        ("null", 'a: "null"'),
        ("~", 'a: "~"'),
        ("12:30", 'a: "12:30"'),
        ("a: b", 'a: "a: b"'),
        ("a # b", 'a: "a # b"'),
        ("#1", 'a: "#1"'),
        ("- x", 'a: "- x"'),
        ("", 'a: ""'),
        (" x", 'a: " x"'),
        ('"', 'a: "\\""'),
        ("a\nb", 'a: "a\\nb"'),
        ("\u2028", 'a: "\\u2028"'),
        ("\x07", 'a: "\\x07"'),
        ("Ереван", "a: Ереван"),
        ("“quoted”", "a: “quoted”"),
    ],
)
def test_a_text_is_plain_where_that_is_safe(text: str, line: str) -> None:
    assert list(yaml_lines({"a": text})) == [line]


def test_a_long_text_is_folded_at_its_spaces() -> None:
    lines = list(yaml_lines({"a": "word " * 50 + "end"}))
    assert lines[0] == "a: >-"
    assert max(map(len, lines)) <= WIDTH
    assert lines[1].startswith("  word word")


def test_short_mappings_stand_on_a_line_and_entries_do_not() -> None:
    value: dict[str, Any] = {"events": [{"id": "a", "place": {"city": "Minsk"}}], "tags": ["b", "c, d"]}
    assert list(yaml_lines(value)) == ["events:", "  - id: a", "    place: {city: Minsk}", 'tags: [b, "c, d"]']

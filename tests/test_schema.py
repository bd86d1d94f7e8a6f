"""The field table: whole, true to the model, and the same in the reader, the docs page and the JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from app.dates import Basis
from app.error_reference import errors_page, pick_examples, read_cases
from app.load import load_timeline
from app.model import EventType
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.report import format_problems
from app.schema import (
    DEFAULTS,
    EVENT,
    FILE,
    Choice,
    Date,
    Field,
    Many,
    Nested,
    Record,
    json_schema,
    json_text,
)
from app.schema.page import format_page
from app.schema.parts import DATE
from app.schema.vocabulary import EVENT_TYPES, MEANINGS, OTHER_WORDS

DATA = Path(__file__).parent / "data"
DOCS = PROJECT_FOLDER / "docs"


def _records(record: Record) -> Iterator[Record]:
    yield record
    for field in record.fields:
        kind = field.kind.of if isinstance(field.kind, Many) else field.kind
        if isinstance(kind, Nested):
            yield from _records(kind.record)
        elif isinstance(kind, Date):
            yield DATE


RECORDS = {record.noun: record for record in _records(FILE)}
FIELDS = [(record, field) for record in RECORDS.values() for field in record.fields]
each_record = pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS.keys())
each_field = pytest.mark.parametrize(
    ("record", "field"), FIELDS, ids=[f"{record.noun}.{field.name}" for record, field in FIELDS]
)


class TestTheTable:
    @each_record
    def test_no_field_stands_twice(self, record: Record) -> None:
        names = [field.name for field in record.fields]

        assert len(names) == len(set(names))

    @each_field
    def test_a_field_explains_itself_in_a_sentence(self, record: Record, field: Field) -> None:  # noqa: ARG002
        assert re.fullmatch(r"[A-Z].*[.]|\S.*[.]", field.help)

    @each_record
    def test_every_field_is_one_of_the_model(self, record: Record) -> None:
        if is_dataclass(record.make):
            assert {field.target for field in record.fields} <= {each.name for each in fields(record.make)}

    @each_field
    def test_a_default_in_words_is_the_models_own(self, record: Record, field: Field) -> None:
        if not is_dataclass(record.make) or not isinstance(field.kind, Choice) or field.required or not field.default:
            return
        default = next(each.default for each in fields(record.make) if each.name == field.target)
        known = default.value if isinstance(default, StrEnum) else default
        assert field.default.strip("`") in (known, *(("stated",) if field.name == "basis" else ()), "igo")

    @each_record
    def test_rules_across_fields_name_fields(self, record: Record) -> None:
        names = {field.name for field in record.fields}

        assert {*record.any_of, *(name for pair in record.needs for name in pair)} <= names

    def test_defaults_are_fields_of_events(self) -> None:
        by_name = {field.name: field for field in EVENT.fields}

        assert all(by_name[field.name].kind == field.kind for field in DEFAULTS.fields)

    def test_what_people_write_otherwise_is_no_field_of_the_record_that_is_suggested(self) -> None:
        known = {field.name for _, field in FIELDS}

        assert {meant for fields_meant in OTHER_WORDS.values() for meant in fields_meant} <= known


class TestTheVocabulary:
    def test_every_event_type_is_explained(self) -> None:
        assert list(EVENT_TYPES) == list(EventType)

    @pytest.mark.parametrize("enum", MEANINGS, ids=lambda enum: enum.__name__)
    def test_every_word_is_explained_in_its_order(self, enum: type[StrEnum]) -> None:
        assert list(MEANINGS[enum]) == list(enum)

    def test_every_choice_of_an_enum_is_on_the_page(self) -> None:
        enums = {field.kind.make for _, field in FIELDS if isinstance(field.kind, Choice)}
        whole = {
            enum for enum in enums if isinstance(enum, type) and issubclass(enum, StrEnum) and enum is not EventType
        }

        assert {enum for enum in whole if enum.__name__ != "ActorKind"} == set(MEANINGS)
        assert Basis in MEANINGS


def _document(record: Record, field: Field) -> str:
    """A file with one entry whose `field` has its example, and all that the example refers to."""
    values = {each.name: each.example for each in record.fields if each.required or each.name in record.any_of[:1]}
    values |= {other: next(each.example for each in record.fields if each.name == other) for _, other in record.needs}
    values[field.name] = field.example
    entry = "{" + ", ".join(f"{name}: {example}" for name, example in values.items()) + "}"
    return _AROUND[record.noun].format(entry)


_KNOWN = """schema: sidelines/1
dateline: 2025-12-22
defaults: {{sources: [press], type: statement}}
sources:
  - {{id: press, title: Press}}
  - {{id: cis-article, title: Article}}
organisations: [{{id: cis, name: CIS}}]
people: [{{id: nikol-pashinyan, name: Nikol Pashinyan}}]
"""
_EVENT = _KNOWN + "events:\n  - {{id: test-summit-2025, title: Test, date: 2025-12-20}}\n"
_NEW = _EVENT + "  - {{id: x, title: X, date: 2025-12-20, "
_AROUND = {
    "file": "{}",
    "event": _EVENT.replace("test-summit-2025", "other") + "  - {}\n",
    "date": _EVENT + "  - {{id: x, title: X, date: {}}}\n",
    "place": _NEW + "place: {}}}\n",
    "participant": _NEW + "participants: [{}]}}\n",
    "citation": _NEW + "sources: [{}]}}\n",
    "relation": _NEW + "relations: [{}]}}\n",
    "account": _NEW + "accounts: [{}]}}\n",
    "PLOVER code": _NEW + "plover: {}}}\n",
    "source": "schema: sidelines/1\nsources: [{}]\n",
    "organisation": "schema: sidelines/1\nsources: [{{id: cis-article, title: A}}]\norganisations: [{}]\n",
    "person": "schema: sidelines/1\nsources: [{{id: cis-article, title: A}}]\npeople: [{}]\n",
    "office": "schema: sidelines/1\npeople: [{{id: x, name: X, offices: [{}]}}]\n",
    "membership": _EVENT + "memberships: [{}]\n",
    "restriction": _EVENT
    + "memberships: [{{actor: Moldova, organisation: cis, kind: full, during: 1994/.., restrictions: [{}]}}]\n",
    "claim": _EVENT + "claims: [{}]\n",
    "collection": "schema: sidelines/1\ncollection: {}\n",
}
# A phrase that counts from an event, and one that is of another language, need a mapping of their own.
_NOT_ALONE = {("date", "text"), ("date", "after"), ("date", "lang"), ("source", "text"), ("event", "part_of")}
_NOT_ALONE |= {("event", "id"), ("event", "relations"), ("event", "date")}
_WITH_EXAMPLES = [
    (record, field)
    for record, field in FIELDS
    if field.example and record not in (FILE, DEFAULTS) and (record.noun, field.name) not in _NOT_ALONE
]


@pytest.mark.parametrize(
    ("record", "field"), _WITH_EXAMPLES, ids=[f"{record.noun}.{field.name}" for record, field in _WITH_EXAMPLES]
)
def test_the_example_of_a_field_is_read_as_it_stands(record: Record, field: Field, tmp_path: Path) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(_document(record, field), encoding="utf-8")

    problems = load_timeline(file).problems

    assert [str(problem) for problem in problems if problem.code[1] in "12" or problem.code in ("E402", "E403")] == []


class _EditorLoader(yaml.SafeLoader):
    """Plain values as YAML 1.2 types them, as editors do: numbers and true/false, no dates, no NO."""


_EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("tag:yaml.org,2002:null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _EditorLoader.add_implicit_resolver(_tag, re.compile(f"^(?:{_pattern})$"), list(_first))

LOADERS = {"as texts": yaml.BaseLoader, "as editors type them": _EditorLoader}
VALIDATOR = Draft202012Validator(json_schema())


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.y*ml") if not path.name.startswith("."))


def _data(path: Path, loader: Any) -> object:  # noqa: ANN401 - PyYAML has no types
    return yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 - both are safe loaders


# What a schema cannot know: the calendar, the IANA database, what stands in a date's phrase.
BEYOND = ("e212-dateline-impossible", "e212-time-zone", "e215-zone-without-a-time")


class TestTheJsonSchema:
    def test_it_is_one_of_its_draft(self) -> None:
        Draft202012Validator.check_schema(json_schema())

    @pytest.mark.parametrize("loader", LOADERS.values(), ids=LOADERS.keys())
    @pytest.mark.parametrize(
        "path", [*_yaml_files(DATA / "valid"), *_yaml_files(EVENTS_FOLDER)], ids=lambda path: path.name
    )
    def test_it_accepts_what_the_reader_accepts(self, path: Path, loader: Any) -> None:  # noqa: ANN401
        errors = [
            f"{list(error.absolute_path)}: {error.message}" for error in VALIDATOR.iter_errors(_data(path, loader))
        ]

        assert errors == []

    @pytest.mark.parametrize(
        "path",
        [path for path in _yaml_files(DATA / "invalid") if path.name.startswith("e2") and path.stem not in BEYOND],
        ids=lambda path: path.stem,
    )
    def test_it_refuses_the_errors_of_form(self, path: Path) -> None:
        assert not VALIDATOR.is_valid(_data(path, _EditorLoader))
        # As a text, null is a word like others.
        assert path.stem == "e206-null" or not VALIDATOR.is_valid(_data(path, yaml.BaseLoader))

    @pytest.mark.parametrize("stem", BEYOND)
    def test_what_it_lets_pass_is_known(self, stem: str) -> None:
        assert VALIDATOR.is_valid(_data(DATA / "invalid" / f"{stem}.yaml", yaml.BaseLoader))

    @pytest.mark.parametrize("path", _yaml_files(EVENTS_FOLDER), ids=lambda path: path.name)
    def test_a_shipped_file_names_it_in_its_first_line(self, path: Path) -> None:
        first_line = path.read_text(encoding="utf-8").partition("\n")[0]

        assert first_line == "# yaml-language-server: $schema=../docs/event.schema.json"


class TestTheDocs:
    """`make docs` writes these pages anew."""

    def test_the_page_of_the_format_is_that_of_the_table(self) -> None:
        assert (DOCS / "event-format.md").read_text(encoding="utf-8") == format_page()

    def test_the_json_schema_is_that_of_the_table(self) -> None:
        assert (DOCS / "event.schema.json").read_text(encoding="utf-8") == json_text()
        assert json.loads(json_text()) == json_schema()

    def test_the_page_of_problems_is_that_of_the_cases(self) -> None:
        page = errors_page(pick_examples(read_cases(DATA / "invalid")))

        assert (DOCS / "errors.md").read_text(encoding="utf-8") == page

    def test_links_within_the_page_lead_to_its_headings(self) -> None:
        page = format_page()
        headings = {line.lstrip("# ").lower().replace(" ", "-") for line in page.splitlines() if line.startswith("#")}

        assert set(re.findall(r"\]\(#([^)]*)\)", page)) <= headings

    @pytest.mark.parametrize(
        "example", re.findall(r"```yaml\n(.*?)```", format_page(), re.DOTALL), ids=["short", "fuller"]
    )
    def test_the_examples_of_the_page_are_read_without_a_problem(self, example: str, tmp_path: Path) -> None:
        (tmp_path / "example.yaml").write_text(example, encoding="utf-8")

        loaded = load_timeline(tmp_path)

        assert format_problems(loaded.problems) == "no problems"
        assert loaded.timeline.events

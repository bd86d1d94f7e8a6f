"""A folder becomes a timeline: what is lost by a mistake, what is not, and what the hash of the facts depends on."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import PROBLEM_CODES
from app.load import load_timeline
from app.load.names import MAX_SEARCHES, nearest
from app.load.references import find_circles
from app.model import Status

HEAD = "schema: sidelines/1\ndefaults: {type: summit, sources: [press]}\nsources: [{id: press, title: Press}]\n"
EVENT = (
    "  - {{id: {id}, title: {id}, date: 2025-12-{day:02}, participants: [Armenia, {{actor: Russia, status: absent}}]}}"
)


def _write(folder: Path, *events: str, head: str = HEAD, name: str = "events.yaml") -> Path:
    (folder / name).write_text(head + "events:\n" + "\n".join(events) + "\n", encoding="utf-8")
    return folder


def _events(*ids: str) -> list[str]:
    return [EVENT.format(id=each, day=day) for day, each in enumerate(ids, 10)]


class TestWhatIsRead:
    def test_all_files_of_the_folder_are_one_timeline(self, tmp_path: Path) -> None:
        (tmp_path / "deeper").mkdir()
        _write(tmp_path, *_events("a", "b"))
        _write(
            tmp_path / "deeper", *_events("c"), head="schema: sidelines/1\ndefaults: {type: summit, sources: press}\n"
        )

        loaded = load_timeline(tmp_path)

        assert loaded.problems == ()
        assert list(loaded.timeline.events) == ["c", "a", "b"]
        assert [event.origin.file for event in loaded.timeline.events.values() if event.origin] == [
            "deeper/events.yaml",
            "events.yaml",
            "events.yaml",
        ]

    def test_one_file_can_be_read_alone(self, tmp_path: Path) -> None:
        _write(tmp_path, *_events("a"))
        _write(tmp_path, *_events("b"), name="others.yaml")

        assert list(load_timeline(tmp_path / "others.yaml").timeline.events) == ["b"]

    def test_a_folder_without_files_is_an_empty_timeline(self, tmp_path: Path) -> None:
        loaded = load_timeline(tmp_path)

        assert loaded.problems == ()
        assert loaded.timeline.events == {}

    def test_a_path_that_does_not_exist_is_a_problem(self, tmp_path: Path) -> None:
        loaded = load_timeline(tmp_path / "nowhere")

        assert [problem.code for problem in loaded.problems] == ["E116"]

    def test_problems_name_files_relative_to_the_root(self, tmp_path: Path) -> None:
        _write(tmp_path, "  - {id: a}")
        (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")

        files = {problem.position.file for problem in load_timeline(tmp_path, root=tmp_path).problems}

        assert files == {"events.yaml", "gone.yaml"}

    def test_a_file_is_read_once(self, tmp_path: Path) -> None:
        _write(tmp_path, *_events("a"))
        (tmp_path / "link.yaml").symlink_to(tmp_path / "events.yaml")

        loaded = load_timeline(tmp_path)

        assert [problem.code for problem in loaded.problems] == ["W107"]
        assert list(loaded.timeline.events) == ["a"]


BREAKAGES = {
    "no title": EVENT.replace("title: {id}, ", ""),
    "an unreadable date": EVENT.replace("2025-12-{day:02}", "one fine day"),
    "an unknown type": EVENT.replace("title", "type: sumit, title"),
    "an unknown status": EVENT.replace("title", "status: perhaps, title"),
    "a text": "  - {id}",
    "a list": "  - [{id}]",
    "an id that is no id": EVENT.replace("id: {id}", "id: Ü {id}"),
    "another's id": EVENT.replace("id: {id}", "id: a"),
}


class TestWhatIsLost:
    @pytest.mark.parametrize("breakage", BREAKAGES.values(), ids=BREAKAGES.keys())
    def test_a_broken_event_loses_only_itself(self, breakage: str, tmp_path: Path) -> None:
        whole = load_timeline(_write(tmp_path, *_events("a", "b", "c", "d"))).timeline
        lines = _events("a", "b", "c", "d")
        lines[2] = breakage.format(id="c", day=12)

        loaded = load_timeline(_write(tmp_path, *lines))

        assert loaded.timeline.events == {key: event for key, event in whole.events.items() if key != "c"}
        assert len(loaded.problems) == 1
        assert loaded.problems[0].position.line == 7

    @pytest.mark.parametrize(
        ("extra", "code"),
        [
            ("place: [a]", "E205"),
            ("summary: ", "E206"),
            ("confidence: sure", "E207"),
            ("cameo: x", "E211"),
            ("part_of: nothing", "E402"),
            ("mentions: [Ruritania]", "E403"),
            ("colour: red", "E203"),
        ],
    )
    def test_a_broken_field_loses_only_itself(self, extra: str, code: str, tmp_path: Path) -> None:
        whole = load_timeline(_write(tmp_path, *_events("a"))).timeline

        loaded = load_timeline(_write(tmp_path, _events("a")[0].replace("title", f"{extra}, title")))

        assert loaded.timeline.events == whole.events
        assert [problem.code for problem in loaded.problems] == [code]
        assert loaded.problems[0].event == "a"

    def test_a_broken_file_loses_only_itself(self, tmp_path: Path) -> None:
        _write(tmp_path, *_events("a"))
        (tmp_path / "broken.yaml").write_text("events: [", encoding="utf-8")

        loaded = load_timeline(tmp_path)

        assert list(loaded.timeline.events) == ["a"]
        assert [problem.code for problem in loaded.problems] == ["E105"]

    def test_nothing_refers_to_what_is_not_there(self, tmp_path: Path) -> None:
        lost = "  - {id: lost, title: Lost, date: never}"
        refers = "  - {id: a, title: A, date: 2025, part_of: lost, relations: [{kind: about, event: lost}]}"

        event = load_timeline(_write(tmp_path, lost, refers)).timeline.events["a"]

        assert (event.part_of, event.relations) == (None, ())

    def test_a_status_that_cannot_be_read_is_never_the_default(self, tmp_path: Path) -> None:
        event = _events("a")[0].replace("status: absent", "status: abcent")

        parts = load_timeline(_write(tmp_path, event)).timeline.events["a"].participants

        assert [(part.actor, part.status) for part in parts] == [("ARM", Status.UNKNOWN)]

    def test_events_that_lean_on_a_broken_default_are_left_out_with_one_problem(self, tmp_path: Path) -> None:
        lines = [*_events("a", "b"), EVENT.format(id="c", day=12).replace("title", "type: visit, title")]

        loaded = load_timeline(_write(tmp_path, *lines, head=HEAD.replace("type: summit", "type: sumit")))

        assert list(loaded.timeline.events) == ["c"]
        assert [problem.code for problem in loaded.problems] == ["E207"]


class TestLongChains:
    """Files may be written in any order, and be long: nothing recurses along the data."""

    COUNT = 3000

    def test_dates_that_count_from_a_long_chain_of_later_entries(self, tmp_path: Path) -> None:
        lines = [
            f"  - {{id: e{n}, title: T, date: {{text: the next day, after: e{n + 1}}}}}" for n in range(self.COUNT - 1)
        ]
        lines.append(f"  - {{id: e{self.COUNT - 1}, title: T, date: 2000-01-02}}")

        loaded = load_timeline(_write(tmp_path, *lines))

        assert loaded.problems == ()
        first = loaded.timeline.events["e0"].date
        assert first is not None
        assert first.edtf == (date(2000, 1, 2) + timedelta(days=self.COUNT - 1)).isoformat()

    def test_a_circle_of_thousands_is_one_problem_and_the_others_follow(self, tmp_path: Path) -> None:
        lines = [f"  - {{id: e{n}, title: T, date: 2000, part_of: e{(n + 1) % self.COUNT}}}" for n in range(self.COUNT)]

        loaded = load_timeline(_write(tmp_path, *lines))

        assert [problem.code for problem in loaded.problems] == ["E409"]
        assert len(loaded.problems[0].what) < 200
        assert not any(event.part_of for event in loaded.timeline.events.values())

    def test_looking_for_similar_names_has_an_end(self, tmp_path: Path) -> None:
        lines = [f"  - {{id: e{n}, title: T, date: 2000, part_of: f{n}}}" for n in range(MAX_SEARCHES + 100)]

        problems = load_timeline(_write(tmp_path, *lines)).problems

        assert sum(problem.fix == "Write the id of an event." for problem in problems) >= 100

    @given(st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=3).map(tuple), max_size=10))
    def test_circles_are_found_exactly_where_there_are_some(self, numbers: dict[int, tuple[int, ...]]) -> None:
        edges = {str(key): tuple(map(str, targets)) for key, targets in numbers.items()}
        circles = list(find_circles(edges))

        for circle in circles:
            ways = zip(circle, (*circle[1:], circle[0]), strict=True)
            assert all(step in edges[here] for here, step in ways)
        assert bool(circles) == _has_circle(edges)


def _has_circle(edges: dict[str, tuple[str, ...]]) -> bool:
    """By taking away what leads nowhere until nothing changes."""
    left = dict(edges)
    while any(not set(targets) & left.keys() for targets in left.values()):
        left = {key: targets for key, targets in left.items() if set(targets) & left.keys()}
    return bool(left)


class TestSuggestions:
    @pytest.mark.parametrize(
        ("written", "known", "expected"),
        [
            ("sumit", ["summit", "visit"], ["summit"]),
            ("Bilateral Meeting", ["bilateral_meeting", "multilateral_meeting"], ["bilateral_meeting"]),
            ("part-of", ["part_of", "participants"], ["part_of"]),
            ("test summit", ["test-summit"], ["test-summit"]),
            ("ab", ["ac", "ad"], []),
            ("colour", ["date", "title"], []),
            ("title", ["titel", "titlo"], ["titlo", "titel"]),
        ],
        ids=lambda value: value if isinstance(value, str) else None,
    )
    def test_the_nearest_is_suggested_or_none(self, written: str, known: list[str], expected: list[str]) -> None:
        assert sorted(nearest(written, known)) == sorted(expected)


Facts = dict[str, list[dict[str, object]]]
FACTS: Facts = {
    "sources": [{"id": "press", "title": "Press"}, {"id": "post", "title": "Post", "url": "https://example.org/"}],
    "organisations": [{"id": "cis", "name": "CIS"}],
    "events": [
        {
            "id": "one",
            "title": {"en": "One", "ru": "Раз"},
            "type": "summit",
            "date": "2025-12-22",
            "participants": ["Armenia", {"actor": "Russia", "status": "attended"}],
            "sources": ["press", {"source": "post", "quote": "so"}],
        },
        {"id": "two", "title": "Two", "type": "visit", "date": "2024", "part_of": "three", "sources": ["press"]},
        {"id": "three", "title": "Three", "type": "other", "date": "2024", "sources": ["post"]},
    ],
    "memberships": [
        {"actor": "Armenia", "organisation": "cis", "kind": "full", "during": "1991/..", "sources": ["press"]}
    ],
}


def _hash_of(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    loaded = load_timeline(folder)
    assert loaded.problems == ()
    return loaded.timeline.content_hash


def _as_yaml(facts: Facts) -> str:
    return "schema: sidelines/1\n" + "".join(
        f"{section}:\n" + "".join(f"  - {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
        for section, entries in facts.items()
    )


class TestTheHash:
    def test_it_is_a_sha256_in_hex(self, tmp_path: Path) -> None:
        found = _hash_of(tmp_path, {"a.yaml": _as_yaml(FACTS)})

        assert len(bytes.fromhex(found)) == 32

    @pytest.mark.parametrize(
        "layout",
        [
            lambda facts: {"other/name.yml": _as_yaml(facts)},
            lambda facts: {"a.yaml": "\n\n# A comment\n" + _as_yaml(facts).replace("\n", "\r\n")},
            lambda facts: {"a.yaml": _as_yaml({section: entries[::-1] for section, entries in facts.items()})},
            lambda facts: {"a.yaml": _as_yaml(dict(reversed(facts.items())))},
            lambda facts: {f"{section}.yaml": _as_yaml({section: entries}) for section, entries in facts.items()},
            lambda facts: {"a.yaml": _as_yaml(facts).replace('"Armenia"', "AM").replace('["press"]', "press")},
            lambda facts: {"a.yaml": _as_yaml(facts).replace('"id": "one"', '"id": "one", "status": "occurred"')},
        ],
        ids=["name of the file", "line breaks", "order of entries", "order of sections", "many files", "short forms",
             "defaults written out"],
    )  # fmt: skip
    def test_it_does_not_depend_on_the_layout(self, layout: Callable[[Facts], dict[str, str]], tmp_path: Path) -> None:
        first = _hash_of(tmp_path / "first", {"a.yaml": _as_yaml(FACTS)})

        assert _hash_of(tmp_path / "second", layout(FACTS)) == first

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("2025-12-22", "2025-12-21"),
            ("attended", "absent"),
            ('"Armenia"', '"Georgia"'),
            ('"quote": "so"', '"quote": "no"'),
            ("Раз", "Два"),
            ('"part_of": "three"', '"part_of": "one"'),
            ("1991/..", "1991/"),
            ("https://example.org/", "https://example.org/x"),
        ],
    )
    def test_it_depends_on_every_fact(self, old: str, new: str, tmp_path: Path) -> None:
        text = _as_yaml(FACTS).replace('"part_of": "three", ', "") if new == '"part_of": "one"' else _as_yaml(FACTS)
        changed = _as_yaml(FACTS).replace(old, new, 1) if text == _as_yaml(FACTS) else text
        assert changed != _as_yaml(FACTS)

        assert _hash_of(tmp_path / "a", {"a.yaml": _as_yaml(FACTS)}) != _hash_of(tmp_path / "b", {"a.yaml": changed})


class TestProblems:
    def test_they_are_sorted_by_place_and_each_stands_once(self, tmp_path: Path) -> None:
        order = [5, 0, 11, 3, 8, 1, 10, 2, 9, 4, 7, 6]
        for number in order:
            _write(tmp_path, "  - {id: a, titel: A}", "  - {id: b, date: x}", name=f"{number:02}.yaml")

        problems = load_timeline(tmp_path).problems

        assert list(problems) == sorted(set(problems))
        assert {problem.position.file for problem in problems} == {
            (tmp_path / f"{number:02}.yaml").as_posix() for number in order
        }

    def test_the_one_place_for_an_id_and_the_other_are_both_named(self, tmp_path: Path) -> None:
        _write(tmp_path, *_events("a"), name="one.yaml")
        _write(tmp_path, *_events("a"), head="schema: sidelines/1\n", name="two.yaml")

        (problem,) = load_timeline(tmp_path, root=tmp_path).problems

        assert str(problem.position) == "two.yaml:3:10"
        assert "one.yaml:5:10" in problem.what

    def test_their_codes_are_listed_by_room(self) -> None:
        assert all(code[0] in "EW" and code[1] in "1234" and len(code) == 4 for code in PROBLEM_CODES)


def test_what_is_read_is_frozen(tmp_path: Path) -> None:
    event = load_timeline(_write(tmp_path, *_events("a"))).timeline.events["a"]

    with pytest.raises(AttributeError):
        event.id = "b"  # type: ignore[misc]

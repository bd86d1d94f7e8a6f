"""A folder becomes a timeline: what is lost by a mistake, what is not, and what the hash of the facts depends on."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from app.errors import PROBLEM_CODES
from app.load import load_timeline
from app.load.following import MAX_ALIKE
from app.model import ActorKind, Status

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


class TestActors:
    def test_every_country_that_is_used_is_an_actor(self, tmp_path: Path) -> None:
        used = "participants: [Armenia], mentions: [Georgia], place: {city: Minsk, country: Belarus}"

        actors = load_timeline(_write(tmp_path, f"  - {{id: a, title: A, date: 1985, {used}}}")).timeline.actors

        assert sorted(actors) == ["ARM", "BLR", "GEO"]
        assert {actor.kind for actor in actors.values()} == {ActorKind.STATE}

    def test_a_country_knows_its_codes_and_whom_it_succeeds(self, tmp_path: Path) -> None:
        lines = "  - {id: a, title: A, date: 1985, participants: [Russia, USSR]}"

        actors = load_timeline(_write(tmp_path, lines)).timeline.actors

        assert actors["SUN"].kind is ActorKind.FORMER_STATE
        assert actors["RUS"].successor_of == ("SUN",)
        assert dict(actors["RUS"].codes) == {"iso2": "RU", "iso3": "RUS", "iso_numeric": "643"}


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

    @pytest.mark.parametrize(("more", "times"), [(1, "once more"), (3, "3 times more")])
    def test_of_very_many_that_are_alike_the_last_listed_counts_the_rest(
        self, more: int, times: str, tmp_path: Path
    ) -> None:
        _write(tmp_path, *_events(*(f"e{number}" for number in range(MAX_ALIKE + more))), head="schema: sidelines/1\n")

        problems = [problem for problem in load_timeline(tmp_path).problems if problem.code == "E204"]

        assert len(problems) == MAX_ALIKE
        assert [problem.what for problem in problems[-2:]] == [
            "The event has no `type`. The event is left out.",
            f"This and the like happens {times} in this file: The event has no `type`. The event is left out.",
        ]

    def test_their_codes_are_listed_by_room(self) -> None:
        assert all(code[0] in "EW" and code[1] in "1234" and len(code) == 4 for code in PROBLEM_CODES)


@pytest.mark.parametrize("is_on", [True, False], ids=["on", "off"])
def test_the_collector_is_afterwards_as_before(is_on: bool, tmp_path: Path) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if is_on else gc.disable)()
        load_timeline(tmp_path)
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if before else gc.disable)()


def test_what_is_read_is_frozen(tmp_path: Path) -> None:
    event = load_timeline(_write(tmp_path, *_events("a"))).timeline.events["a"]

    with pytest.raises(AttributeError):
        event.id = "b"  # type: ignore[misc]

"""References: long chains and circles of them, and what is suggested for those that lead nowhere."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import Position
from app.load import load_timeline
from app.load.names import MAX_SEARCHES, Declared, Names, UnresolvedError, nearest
from app.load.phrases import MAX_EXPLAINED
from app.load.references import find_circles
from app.source import Mapping

HEAD = (
    "schema: sidelines/1\ndefaults: {type: summit, sources: [press]}\nsources: [{id: press, title: Press}]\nevents:\n"
)


def _write(folder: Path, *events: str) -> Path:
    (folder / "events.yaml").write_text(HEAD + "\n".join(events) + "\n", encoding="utf-8")
    return folder


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

    def test_comparing_names_has_an_end_in_a_large_collection(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("app.load.names.MAX_COMPARED", 50)
        names = Names()
        node = Mapping((), Position("test.yaml"))
        names.ids = {f"event-{n}": Declared("event", f"event-{n}", node, node.position) for n in range(50)}

        fixes = []
        for n in range(2):
            with pytest.raises(UnresolvedError) as caught:
                names.resolve("event", f"avent-{n}")
            fixes.append(caught.value.fix)

        assert fixes == ["Write `event-0`.", "Write the id of an event."]

    def test_explaining_unread_dates_has_an_end(self, tmp_path: Path) -> None:
        for start in range(0, MAX_EXPLAINED + 100, 100):
            lines = "".join(f"  - {{id: e{n}, title: T, date: {1000 + n}..}}\n" for n in range(start, start + 100))
            (tmp_path / f"{start:05}.yaml").write_text(f"schema: sidelines/1\nevents:\n{lines}", encoding="utf-8")

        problems = load_timeline(tmp_path).problems

        unread = [problem for problem in problems if problem.code == "E301"]
        assert len(unread) == MAX_EXPLAINED + 100
        assert sum("since" in problem.fix for problem in unread) == MAX_EXPLAINED

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

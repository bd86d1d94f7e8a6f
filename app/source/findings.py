"""The problems of one file, of which a hostile file may have millions.

In: problems one by one. Out: the first of each code in full, and how many more there are.
"""

from __future__ import annotations

from dataclasses import replace

from app.errors import Problem

MAX_REPEATS = 50  # problems of one code that are listed for one file


class Findings:
    """Collects problems; of each code the first `MAX_REPEATS` are kept and the others counted."""

    def __init__(self) -> None:
        self._kept: list[Problem] = []
        self._first_hidden: dict[str, Problem] = {}
        self._counts: dict[str, int] = {}

    def add(self, problem: Problem) -> None:
        """Take in one problem; those of one code come in the order of their positions."""
        before = self._counts.get(problem.code, 0)
        self._counts[problem.code] = before + 1
        if before < MAX_REPEATS:
            self._kept.append(problem)
        else:
            self._first_hidden.setdefault(problem.code, problem)

    def add_more(self, code: str, count: int) -> None:
        """Count `count` more problems of a code of which more than `MAX_REPEATS` are here already."""
        self._counts[code] = self._counts.get(code, 0) + count

    def listed(self) -> tuple[Problem, ...]:
        """The problems kept, sorted; where more of a code were found, one of its problems says how many."""
        more = (self._with_count(problem) for problem in self._first_hidden.values())
        return tuple(sorted((*self._kept, *more)))

    def _with_count(self, problem: Problem) -> Problem:
        count = self._counts[problem.code] - MAX_REPEATS
        times = "once more" if count == 1 else f"{count:,} times more"
        return replace(problem, what=f"This and the like happens {times} in this file: {problem.what}")

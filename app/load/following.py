"""Problems that follow from others: of those that one mistake brings about, the first is shown, the rest counted.

In: what a run found. Out: its problems, each with what is left out because of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.errors import Problem
from app.load.context import Finds

MAX_ALIKE = 500  # problems of one code in one file that are listed
_LOSS = ("The ", " is left out.")


def listed_problems(finds: Finds) -> list[Problem]:
    """The problems of a run, unsorted; those that follow from one mistake as the first of them.

    Of one code and file no more than `MAX_ALIKE` are listed; the last of them says how many more there are.
    """
    alike: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in (*_independent(finds), *_firsts(finds)):
        alike[problem.position.file, problem.code].append(problem)
    return [problem for problems in alike.values() for problem in _first_of(problems)]


def _first_of(problems: list[Problem]) -> list[Problem]:
    more = len(problems) - MAX_ALIKE
    if more <= 0:
        return problems
    *listed, last = sorted(problems)[:MAX_ALIKE]
    times = "once more" if more == 1 else f"{more:,} times more"
    return [*listed, replace(last, what=f"This and the like happens {times} in this file: {last.what}")]


def _independent(finds: Finds) -> Iterator[Problem]:
    for number in range(len(finds.problems)):
        if number not in finds.causes:
            yield _with_loss(number, finds)


def _firsts(finds: Finds) -> Iterator[Problem]:
    families: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, cause in finds.causes.items():
        families[finds.problems[number].code, cause].append(number)
    for numbers in families.values():
        first, *others = sorted(numbers, key=lambda number: finds.problems[number])
        problem = _with_loss(first, finds)
        yield replace(problem, what=f"{problem.what} {_counted(others, finds)}") if others else problem


def _with_loss(number: int, finds: Finds) -> Problem:
    problem, loss = finds.problems[number], finds.losses.get(number)
    return replace(problem, what=f"{problem.what} {loss}") if loss else problem


def _counted(numbers: list[int], finds: Finds) -> str:
    """How many more there are, and which entries and parts of entries are left out because of them."""
    losses = _nouns(finds.losses.get(number, "") for number in numbers)
    lost = ", ".join(f"{count:,} {noun if count == 1 else f'{noun}s'}" for noun, count in Counter(losses).items())
    more = "1 more problem like this one comes" if len(numbers) == 1 else f"{len(numbers):,} more like this one come"
    return f"{more} from the same mistake{f' (also left out: {lost})' if lost else ''}."


def _nouns(losses: Iterable[str]) -> Iterator[str]:
    start, end = _LOSS
    return (loss.removeprefix(start).removesuffix(end) for loss in losses if loss.startswith(start))

"""View x rows -> what each choice would give: the counts beside the controls.

In: rows and a view. Out: {parameter: {choice: number of events}}. `assets/core/facets.js` is the same in the browser.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache, partial

from app.filters import checks_of, takes_part
from app.rows import Row
from app.view import View

# parameter -> the check that it belongs to (`filters.checks_of`)
FACETS: Mapping[str, str] = {
    "country": "who",
    "person": "who",
    "role": "who",
    "status": "who",
    "org": "org",
    "source": "source",
    "tag": "tag",
    "type": "type",
}


def facets(rows: Iterable[Row], view: View) -> dict[str, dict[str, int]]:
    """The number of events that each choice would show if it were the only one of its parameter, all else staying.

    With `match=all` a country counts as added to those chosen. Choices are sorted; those that would show nothing are
    left out. Places are not counted: a place may be named in part, so one choice would hold another.
    """
    checks = checks_of(view)
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    chosen = cache(partial(_chosen, view))
    for row in rows:
        failed = {name for name, check in checks.items() if not check(row)}
        for facet, check in FACETS.items():
            if failed <= {check}:
                counts[facet].update(_choices(facet, row, chosen))
    return {facet: dict(sorted(count.items())) for facet, count in counts.items()}


def _choices(facet: str, row: Row, chosen: Callable[[str, str], View]) -> Iterable[str]:
    """The choices of a facet under which the row would be shown, as far as this facet decides."""
    match facet:
        case "type":
            return (row.type,)
        case "org":
            return row.organisations
        case "tag":
            return row.tags
        case "source":
            return row.sources
        case _:
            return [choice for choice in _present(facet, row) if takes_part(row, chosen(facet, choice))]


def _present(facet: str, row: Row) -> set[str]:
    match facet:
        case "country":
            return {part.country for part in row.participants if part.country} | set(row.mentions)
        case "person":
            return {person for part in row.participants for person in part.people}
        case "role":
            return {part.role for part in row.participants}
        case _:
            return {part.status for part in row.participants}


def _chosen(view: View, facet: str, choice: str) -> View:
    match facet:
        case "country":
            others = view.country if view.match == "all" else ()
            return replace(view, country=tuple(sorted({*others, choice})))
        case "person":
            return replace(view, person=(choice,))
        case "role":
            return replace(view, role=(choice,))
        case _:
            return replace(view, status=(choice,))

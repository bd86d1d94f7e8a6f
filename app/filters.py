"""View x rows -> the events that are shown, and which of them certainly belong to the dates asked for.

In: rows and a view. Out: a selection of ids. `assets/core/filter.js` is the same in the browser; both are run by
`tests/data/filter_cases.json`. What the tab, the order, the window and the selected event are does not filter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from app.bounds import read_period
from app.model import Timeline
from app.rows import Row
from app.rows import rows as rows_of
from app.search import contains, matches, read_query
from app.view import View

Check = Callable[[Row], bool]


@dataclass(frozen=True, slots=True)
class Selection:
    """The ids of the events shown, in time order; `certain` are those that surely lie in the dates asked for."""

    ids: tuple[str, ...]
    certain: frozenset[str]

    @property
    def possible_count(self) -> int:
        """How many of the events lie only possibly in the dates asked for."""
        return len(self.ids) - len(self.certain)


def select_events(timeline: Timeline, view: View) -> Selection:
    """The selection of a timeline; for many views of one timeline make its rows once and use `select_rows`."""
    return select_rows(rows_of(timeline), view)


def select_rows(rows: Iterable[Row], view: View) -> Selection:
    """The selection of rows that are in time order, which it keeps."""
    checks, certainly = tuple(checks_of(view).values()), is_certain(view)
    chosen = [row for row in rows if all(check(row) for check in checks)]
    return Selection(tuple(row.id for row in chosen), frozenset(row.id for row in chosen if certainly(row)))


def checks_of(view: View) -> Mapping[str, Check]:
    """The checks that a view makes, by what they look at; only those that can fail. A row shown passes all of them."""
    query = read_query(view.q)
    checks: dict[str, tuple[object, Check]] = {
        "who": (view.country or view.person or view.role or view.status, lambda row: takes_part(row, view)),
        "type": (view.type, lambda row: row.type in view.type),
        "org": (view.org, _any_of("organisations", view.org)),
        "tag": (view.tag, _any_of("tags", view.tag)),
        "source": (view.source, _any_of("sources", view.source)),
        "place": (view.place, lambda row: any(_is_at(row, place) for place in view.place)),
        "when": (view.from_ or view.to, is_certain(view) if view.dates == "certain" else _is_possible(view)),
        "text": (query, lambda row: matches(query, row.text)),
    }
    return {name: check for name, (asked, check) in checks.items() if asked}


def takes_part(row: Row, view: View) -> bool:
    """Whether the states and the people asked for take part as asked.

    Role and status are those of one participation: that of the state or person asked for, of anybody where none is.
    Being absent is a way of taking part. With `mentions` a state that is only mentioned counts, unless a role or status
    is asked for: a mention has none. Several states: any of them or all, as `match` says; of people any.
    """
    parts = [
        part
        for part in row.participants
        if (not view.role or part.role in view.role) and (not view.status or part.status in view.status)
    ]
    if not view.country and not view.person:
        return bool(parts) or not (view.role or view.status)
    countries = {part.country for part in parts}
    if view.mentions and not view.role and not view.status:
        countries.update(row.mentions)
    some = all if view.match == "all" else any
    people = {person for part in parts for person in part.people}
    return (not view.country or some(country in countries for country in view.country)) and (
        not view.person or any(person in people for person in view.person)
    )


def is_certain(view: View) -> Check:
    """Whether a row certainly lies within `from` and `to`: the whole of its date is inside, and that date is sure.

    Without `from` and `to` every row does. A range counts as a whole, too: its dates may be those between which the
    event took place, as well as those from which to which it lasted.
    """
    start, end = asked_interval(view)

    def check(row: Row) -> bool:
        after = start is None or (row.sure and row.start_ms is not None and row.start_ms >= start)
        return after and (end is None or (row.sure and row.end_ms is not None and row.end_ms <= end))

    return check


def asked_interval(view: View) -> tuple[int | None, int | None]:
    """The half-open interval of `from` and `to` in ms; None on a side that is not asked for."""
    first = read_period(view.from_) if view.from_ else None
    last = read_period(view.to) if view.to else None
    return first[0] if first else None, last[1] if last else None


def _is_possible(view: View) -> Check:
    """Whether the interval in which a row possibly lies overlaps `from` and `to`; an open side reaches for ever."""
    start, end = asked_interval(view)

    def check(row: Row) -> bool:
        begins = end is None or row.start_ms is None or row.start_ms < end
        return begins and (start is None or row.end_ms is None or row.end_ms > start)

    return check


def _any_of(field: str, asked: tuple[str, ...]) -> Check:
    wanted = frozenset(asked)
    return lambda row: not wanted.isdisjoint(getattr(row, field))


def _is_at(row: Row, place: str) -> bool:
    """Whether one of the row's places has the name asked for, or words of it: codes are in capitals, names folded."""
    return any(contains(own, place) for own in row.places)

"""View x timeline -> what the list shows below the events: claims that belong to none of them, and memberships.

In: a timeline or its rows, a view. Out: ids; no two entries of a collection have the same, whatever they are.
`assets/core/beside.js` chooses the same in the browser; both are run by `tests/data/beside_cases.json`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.filters import select_events, select_rows
from app.model import Timeline
from app.rows import Row, claim_rows, membership_rows
from app.view import View


def select_shown(timeline: Timeline, view: View) -> tuple[str, ...]:
    """The ids of all that a view shows: its events in time order, then claims and memberships as `select_beside`."""
    beside = select_beside(claim_rows(timeline), membership_rows(timeline), view)
    return (*select_events(timeline, view).ids, *beside)


def select_beside(claims: Iterable[Row], memberships: Iterable[Row], view: View) -> tuple[str, ...]:
    """The ids of the claims at no event, then of the memberships, that a view chooses by the rules for events.

    Memberships go with the lanes: what only an event can have says nothing of them, and one has one member, so that of
    several countries any is meant.
    """
    some = replace(view, match="any", type=(), role=(), tag=(), place=())
    return (*select_rows(claims, view).ids, *select_rows(memberships, some).ids)

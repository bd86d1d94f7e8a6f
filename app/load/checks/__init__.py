"""Checks of meaning: facts that were read well and cannot all be true, or that lack what they stand on.

In: the timeline, the places of its values and the kept texts. Out: `Problem`s, unsorted. Nothing is taken away from the
timeline: which of two contradicting facts is right is for people to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.errors import Problem
from app.load.checks.cities import check_cities
from app.load.checks.members import check_members, check_memberships, check_participants
from app.load.checks.sources import check_accounts, check_quotes, check_sources
from app.load.checks.times import (
    check_datelines,
    check_offices,
    check_organisation_lives,
    check_relations,
    check_state_lives,
    check_wholes,
)
from app.load.checks.units import check_units
from app.load.places import Places
from app.load.texts import Texts
from app.model import Timeline

_CHECKS = (
    check_wholes,
    check_relations,
    check_organisation_lives,
    check_state_lives,
    check_offices,
    check_datelines,
    check_participants,
    check_members,
    check_memberships,
    check_sources,
    check_accounts,
    check_units,
    check_cities,
)


def check_meaning(timeline: Timeline, places: Places, texts: Texts) -> Iterator[Problem]:
    """All problems of meaning, unsorted."""
    for check in _CHECKS:
        yield from check(timeline, places)
    yield from check_quotes(timeline, places, texts)

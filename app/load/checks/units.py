"""The check of units: what is meant as a currency is one of ISO 4217.

In: the timeline and the places of its values. Out: `Problem`s.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.currencies import meant_currencies
from app.errors import Problem
from app.load.names import either, shorten
from app.load.places import Places
from app.model import Timeline

_MOST_LETTERS = 60


def check_units(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Units that look like a currency and are no code of one (W408)."""
    for claim in timeline.claims:
        unit = claim.unit if claim.unit and len(claim.unit) <= _MOST_LETTERS else None
        meant = meant_currencies(unit) if unit else None
        if unit is not None and meant is not None:
            codes = f"{either(meant)} if that is meant" if meant else "the currency's code, such as `USD`"
            what = f"The unit `{shorten(unit)}` is no currency code of ISO 4217."
            yield places.problem(claim.id, "unit", "W408", what, f"Write {codes}, or else another word for the unit.")

"""The check of places: a country in the text of a city is not read as the country.

In: the timeline and the places of its values. Out: `Problem`s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.countries import find_country
from app.errors import Problem
from app.load.names import shorten
from app.load.places import Places
from app.model import Timeline

_WITH_COUNTRY = re.compile(r"(?P<city>.+?)(?:, *(?P<behind>[^,()]+)| *\((?P<within>[^()]+)\))")
_ABBREVIATED = {"UK", "USA", "UAE"}  # CA is California after a comma, more often than Canada
_SHORTEST_NAME = 4
# Cities that have the name of their country.
_BOTH = set("DJI GIB GTM HKG KWT LUX MAC MCO MEX PAN SGP SMR VAT".split())


def check_cities(timeline: Timeline, places: Places) -> Iterator[Problem]:
    """Cities without a country whose text names one, or is one (W409); of a default place, the first event tells it."""
    told = set()
    for event in timeline.events.values():
        place = event.place
        fix = _fix(place.city) if place and place.city and not place.country else None
        if place is not None and fix and (position := places.of(place, "city")) not in told:
            told.add(position)
            what = f"`{shorten(place.city or '')}` is read as the name of a city, and its country stays unknown."
            yield Problem(position, "W409", what, fix, event.id)


def _fix(city: str) -> str | None:
    found = _WITH_COUNTRY.fullmatch(city)
    if found and _country(country := (found["behind"] or found["within"]).strip()):
        town = f'"{found["city"]}"' if "," in found["city"] else found["city"]
        return f"Write `{{city: {shorten(town)}, country: {country}}}`, or the country that it is in."
    alone = _country(city)
    return f"Write `{{country: {city}}}`." if alone and alone not in _BOTH else None


def _country(text: str) -> str | None:
    """The alpha-3 code of a country by its name; a code of two or three letters may be a region's."""
    found = find_country(text) if len(text) >= _SHORTEST_NAME or text in _ABBREVIATED else None
    return found.alpha3 if found else None

"""Times of day: what the words of a clock say, and the moment that they make of a day.

In: the text that a {time} slot caught, and a day. Out: a `Period` of an hour, minute or second, with its offset where a zone
is given by the phrase or by the file. No zone stays no zone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from app.dates import civil, edtf, grammar, period, refuse, zones
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.words.table import Words

_CLOCK = re.compile(r"([0-9]{1,2})(?:[^0-9]{1,8}?([0-9]{2}))?(?::([0-9]{2}))?(?: ?([ap])\.?m\b\.?)?")


def moment(day: Period, text: str, words: Words, scope: Scope) -> Period:
    """The moment of a day that a time names. Raises a refusal for a time or zone that does not exist."""
    clock_text, zone_text = _split(text, words)
    clock = _clock(clock_text, day)
    zone = _zone_named(zone_text, words) if zone_text else scope.timezone or ""
    return in_zone(period.moment(day, clock), zone)


def in_zone(local: Period, zone: str) -> Period:
    """A moment without an offset, given that of a zone; the moment itself where the zone has no name."""
    if not zone:
        return local
    start = civil.day_at(local.start_ms)
    seconds = local.start_ms % civil.DAY_MS // 1000
    clock = seconds // 3600, seconds // 60 % 60, seconds % 60
    wall = datetime(start.year, start.month, start.day, *clock)  # noqa: DTZ001  # a local time, as written
    offset_min, name = zones.offset_at(zone, wall)
    return replace(local, code=local.code + period.offset_text(offset_min), offset_min=offset_min, zone=name)


def with_zone_of(text: str, other: str, words: Words) -> str:
    """A time without a zone, given the zone of another: in "14:00-15:30 MSK" it belongs to both."""
    return text if _split(text, words)[1] else f"{text} {_split(other, words)[1]}".strip()


def _split(text: str, words: Words) -> tuple[str, str]:
    named = "|".join(re.escape(grammar.fold(name, words)) for name in words.zones)
    zone = re.search(rf"\(?(?<![0-9a-z])({named}{'|' if named else ''}{zones.SHAPE})\)?$", text)
    return (text[: zone.start()].strip(), zone[1]) if zone else (text, "")


def _zone_named(text: str, words: Words) -> str:
    own = {grammar.fold(name, words): zone for name, zone in words.zones.items()}
    return own.get(text, text)


def _clock(text: str, day: Period) -> tuple[int, ...]:
    found = _CLOCK.match(text)
    assert found is not None, text
    hours = int(found[1])
    if found[4]:
        if not 1 <= hours <= 12:
            raise refuse.impossible(
                f"There is no {text}: the hours of am and pm run from 1 to 12.",
                f'Write "{day.code} 15:00" or "{day.code}".',
            )
        hours = hours % 12 + (12 if found[4] == "p" else 0)
    clock = tuple(int(part) for part in (hours, found[2], found[3]) if part is not None)
    edtf.check_clock(clock, day.code)
    return clock

"""Times of day: what the words of a clock say, and the moment that they make of a day.

In: the text that a {time} slot caught, and a day. Out: a `Period` of an hour, minute or second, with its offset
where a zone is given by the phrase or by the file. No zone stays no zone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from app.dates import checks, civil, period, refuse, zones
from app.dates.lexicon import Lexicon
from app.dates.period import Period
from app.dates.scope import Scope
from app.dates.value import CLOCK

_CLOCK = re.compile(r"([0-9]{1,2})(?:[^0-9]{1,8}?([0-9]{2}))?(?::([0-9]{2}))?(?: ?([ap])\.?m\b\.?)?")


def moment(day: Period, text: str, known: Lexicon, scope: Scope) -> Period:
    """The moment of a day that a time names. Raises a refusal for a time or zone that does not exist."""
    clock, zone = _split(text, known)
    local = period.moment(day, _clock(clock, day))
    return in_zone(local, known.zones.get(zone, zone)) if zone else in_file_zone(local, scope)


def in_file_zone(bare: Period, scope: Scope) -> Period:
    """A moment without an offset, given that of the file's zone; any other period as it is."""
    takes_zone = scope.timezone and bare.precision in CLOCK and bare.offset_min is None
    return in_zone(bare, scope.timezone or "") if takes_zone else bare


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


def with_zone_of(text: str, other: str, known: Lexicon) -> str:
    """A time without a zone, given the zone of another: in "14:00-15:30 MSK" it belongs to both."""
    return text if _split(text, known)[1] else f"{text} {_split(other, known)[1]}".strip()


def _split(text: str, known: Lexicon) -> tuple[str, str]:
    found = known.time.fullmatch(text)
    assert found is not None, text
    return found[1], found[2] or ""


def _clock(text: str, day: Period) -> tuple[int, ...]:
    found = _CLOCK.match(text)
    assert found is not None, text
    hours = int(found[1])
    if found[4]:
        if not 1 <= hours <= 12:
            plain = f"{day.code} {hours % 24:02}:{found[2] or '00'}"
            raise refuse.impossible(
                f"There is no {text}: the hours of am and pm run from 1 to 12.",
                f'Write "{plain}", if that is meant, or "{day.code}".',
            )
        hours = hours % 12 + (12 if found[4] == "p" else 0)
    clock = tuple(int(part) for part in (hours, found[2], found[3]) if part is not None)
    checks.check_clock(clock, day.code)
    return clock

"""Time zones: what a name means at a given local time, from the tz database that is installed with Sidelines.

In: a zone as written and a local time. Out: the offset in minutes and the zone's name, or a refusal. The database
comes from the `tzdata` package and not from the machine, so that two machines read the same. Abbreviations are read
only where they stand for one zone, and only at a time of the year at which that zone bears them.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, tzinfo
from functools import cache

from app.dates import checks, refuse

ABBREVIATIONS = {
    "msk": "Europe/Moscow",
    "msd": "Europe/Moscow",
    "cet": "CET",
    "cest": "CET",
    "eet": "EET",
    "eest": "EET",
    "wet": "WET",
    "west": "WET",
    "jst": "Asia/Tokyo",
}
AMBIGUOUS = {
    "ist": "Indian, Irish or Israel time",
    "cst": "American Central, China or Cuba time",
    "cdt": "American Central or Cuba time",
    "est": "American or Australian Eastern time",
    "edt": "American or Australian Eastern time",
    "pst": "American Pacific, Philippine or Pakistan time",
    "pdt": "American Pacific or Philippine time",
    "mst": "American Mountain, Malaysian or Myanmar time",
    "bst": "British summer or Bangladesh time",
    "ast": "Atlantic, Arabian or Armenian time",
    "gst": "Gulf or South Georgia time",
    "amt": "Armenian or Amazon time",
    "get": "Georgian time or none",
    "azt": "Azerbaijan or Azores time",
    "et": "standard or summer time",
    "ct": "standard or summer time",
    "pt": "standard or summer time",
}
SHAPE = (
    r"(?:utc|gmt) ?[+-] ?[0-9]{1,2}(?::[0-9]{2})?|utc|gmt|z|\+[0-9]{2}(?::?[0-9]{2})?|[a-z]+(?:/[a-z_+0-9-]+)+"
    rf"|(?:{'|'.join(sorted([*ABBREVIATIONS, *AMBIGUOUS], key=len, reverse=True))})\b"
)
_FIXED = re.compile(r"(?:utc|gmt)? ?([+-]) ?([0-9]{1,2})(?::?([0-9]{2}))?")


def offset_at(zone: str, local: datetime) -> tuple[int, str]:
    """Minutes east of UTC and the zone's name for a zone as written (lower or mixed case) at a naive local time.

    `UTC+5` is five hours east (not west, as POSIX would have it). Raises a refusal for a zone that is unknown or
    ambiguous, and for a local time that the zone skips or has twice.
    """
    name = zone.strip().lower()
    if name in {"z", "utc", "gmt"}:
        return 0, "UTC"
    fixed = _FIXED.fullmatch(name)
    if fixed:
        text = f"{fixed[1]}{int(fixed[2]):02}:{fixed[3] or '00'}"
        offset_min = checks.read_offset(text.replace("-00:00", "+00:00"))
        return offset_min, text if offset_min else "UTC"
    if name in AMBIGUOUS:
        raise refuse.unknown_zone(zone.upper(), f"stands for {AMBIGUOUS[name]}")
    abbreviation = ABBREVIATIONS.get(name)
    key = abbreviation or _canonical().get(name)
    if key is None:
        raise refuse.unknown_zone(zone, "is not known")
    return _offset_in(key, local, name.upper() if abbreviation else None), key


@cache
def _canonical() -> dict[str, str]:
    from importlib import resources  # noqa: PLC0415  # a third of the time it takes to import all of this

    listed = (resources.files("tzdata") / "zones").read_text(encoding="utf-8")
    return {name.lower(): name for name in listed.split()}


@cache
def _zone(key: str) -> tzinfo:
    from importlib import resources  # noqa: PLC0415  # as above
    from zoneinfo import ZoneInfo  # noqa: PLC0415  # as above

    path = resources.files("tzdata") / "zoneinfo"
    for part in key.split("/"):
        path /= part
    with path.open("rb") as stream:
        return ZoneInfo.from_file(stream, key=key)


def _offset_in(key: str, local: datetime, abbreviation: str | None) -> int:
    zone = _zone(key)
    offsets = {(local.replace(tzinfo=zone, fold=fold)).utcoffset() or timedelta() for fold in (0, 1)}
    if len(offsets) > 1:
        _refuse_clock_change(key, local, sorted(offsets, reverse=True))
    (offset,) = offsets
    if offset % timedelta(minutes=1):
        raise refuse.unknown_zone(
            key, f"kept local mean time in {local.year:04}, which is no whole number of minutes from UTC"
        )
    borne = local.replace(tzinfo=zone).tzname()
    if abbreviation and borne != abbreviation:
        raise refuse.unknown_zone(
            abbreviation, f"was not in use on {local.date().isoformat()}, when {key} was on {borne}"
        )
    return int(offset / timedelta(minutes=1))


def _refuse_clock_change(key: str, local: datetime, offsets: list[timedelta]) -> None:
    zone = _zone(key)
    summer, winter = offsets
    before = local.replace(tzinfo=zone, fold=0).utcoffset()
    why = "happened twice" if before == summer else "never happened"
    shown = local.strftime("%Y-%m-%d %H:%M").rjust(16, "0")
    spellings = tuple(f"{shown} {_fixed_text(offset)}" for offset in (summer, winter))
    raise refuse.clock_change(shown, key, why, spellings)


def _fixed_text(offset: timedelta) -> str:
    minutes = int(offset / timedelta(minutes=1))
    sign, (hours, rest) = "-" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")

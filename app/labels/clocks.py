"""Times of day in words, with the zone that they were given in: none is ever supplied.

In: an `End` of hour, minute or second. Out: plain text. 24 hours, ISO 8601.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from app.dates import End, Precision

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NO_ZONE = "(zone not stated)"


def moment(ms: int) -> datetime:
    """The moment of the civil calendar, as a time of UTC so that no zone of the machine comes in."""
    return EPOCH + timedelta(milliseconds=ms)


def clock_in_words(end: End) -> str:
    """The time of day as far as it is known: "14 h", "14:30", "14:30:15"."""
    start = moment(end.earliest_ms or 0)
    if end.precision is Precision.HOUR:
        return f"{start:%H} h"
    return f"{start:%H:%M:%S}" if end.precision is Precision.SECOND else f"{start:%H:%M}"


def zone_in_words(end: End, place: str | None = None) -> str:
    """The zone that a time was given in: "UTC+3", "UTC+3 (Europe/Moscow)", or that none was."""
    if end.offset_min is None:
        return NO_ZONE
    hours, minutes = divmod(abs(end.offset_min), 60)
    offset = f"UTC{'−' if end.offset_min < 0 else '+'}{hours}" if end.offset_min else "UTC"  # a minus
    named = f" ({place})" if place and "/" in place else ""
    return f"{offset}:{minutes:02}{named}" if minutes else f"{offset}{named}"

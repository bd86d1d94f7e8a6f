"""The value of a date: an interval, its two ends, and how it was read.

In: nothing. Out: `EventDate` and its parts, frozen. Times are counted on the civil calendar that the
source speaks of: `*_ms` are milliseconds from 1970-01-01T00:00 *as written* (proleptic Gregorian, no zone
applied), so that an event stays on the day that its source names. Where a zone was given, `zone` and
`offset_min` keep it, and the instant is `ms - offset_min * 60_000`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Precision(StrEnum):
    """How exactly an end is known, from coarse to fine. RANGE: the two ends are separate dates."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUADRIMESTER = "quadrimester"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"
    RANGE = "range"


CLOCK = frozenset({Precision.HOUR, Precision.MINUTE, Precision.SECOND})


class Basis(StrEnum):
    """On what ground the date stands."""

    STATED = "stated"  # the source gives it
    DATELINE = "dateline"  # worked out from the day the text speaks from
    INFERRED = "inferred"  # worked out from other events
    EXTERNAL = "external"  # supplied by the person who wrote the file


class EndKind(StrEnum):
    """Whether an end is given, open (EDTF `..`, goes on) or unknown (EDTF empty end)."""

    GIVEN = "given"
    OPEN = "open"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class End:
    """One end of a date: it lies somewhere in the half-open interval [earliest_ms, latest_ms).

    Both are None unless `kind` is GIVEN. `approximate` is EDTF `~`, `uncertain` EDTF `?`, both are `%`.
    `offset_min` is this end's own offset from UTC: the two ends of a range may lie either side of a clock change.
    """

    kind: EndKind
    earliest_ms: int | None = None
    latest_ms: int | None = None
    precision: Precision | None = None
    approximate: bool = False
    uncertain: bool = False
    offset_min: int | None = None

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """Which of "approximate" and "uncertain" hold for this end, in that order."""
        flags = (("approximate", self.approximate), ("uncertain", self.uncertain))
        return tuple(name for name, holds in flags if holds)


@dataclass(frozen=True, slots=True)
class EventDate:
    """A date as wide as it is known.

    For a single date `first` and `last` are the same `End`; for a range they are its two ends (the range then
    runs from `start_ms` to `end_ms`, half-open). `reading` is a plain English sentence of how it was read.
    """

    edtf: str
    first: End
    last: End
    precision: Precision
    as_written: str
    reading: str
    lang: str | None = None
    basis: Basis = Basis.STATED
    base: str | None = None  # the dateline or anchor that was used, as an ISO day
    zone: str | None = None  # as given: "Europe/Moscow", "+05:00", "UTC"
    offset_min: int | None = None

    @property
    def start_ms(self) -> int | None:
        """The first millisecond that may belong to the date; None where the start is open or unknown."""
        return self.first.earliest_ms

    @property
    def end_ms(self) -> int | None:
        """The first millisecond after the date; None where the end is open or unknown."""
        return self.last.latest_ms

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """Which of "approximate" and "uncertain" hold for either end, in that order."""
        return tuple(
            name for name in ("approximate", "uncertain") if name in self.first.qualifiers + self.last.qualifiers
        )

    @property
    def is_range(self) -> bool:
        """Whether the date has two ends of its own."""
        return self.precision is Precision.RANGE


# A period of which only that there was one is known: ISO 8601-2 writes each unknown end as nothing.
UNSTATED = EventDate(
    edtf="/",
    first=End(EndKind.UNKNOWN),
    last=End(EndKind.UNKNOWN),
    precision=Precision.RANGE,
    as_written="/",
    reading="Neither end is stated.",
)


@dataclass(frozen=True, slots=True)
class DateContext:
    """What a phrase may lean on: nothing of it comes from the machine.

    `langs`: languages (ISO 639-1) of the file, English is always understood. `dateline`: the day the text speaks from,
    ISO. `order`: "DMY", "MDY" or "YMD" for all-numeric dates, None refuses them. `timezone`: IANA name for
    times without a zone, None leaves them without. `anchor`: the date of the event that "two days later" counts from.
    `explains`: whether a refusal looks for what may be meant, which costs a hundred readings.
    """

    langs: tuple[str, ...] = ("en",)
    dateline: str | None = None
    order: str | None = None
    timezone: str | None = None
    anchor: EventDate | None = None
    explains: bool = True

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of `langs` without region or script: `en-GB` and `EN` are `en`."""
        return tuple(dict.fromkeys(code.partition("-")[0].lower() for code in self.langs))


@dataclass(frozen=True, slots=True)
class DateWarning:
    """Something about a date that was read which a person should look at: `code` is a problem code (W3xx)."""

    code: str
    message: str
    fix: str


class DateError(ValueError):
    """A phrase that is not read: `code` is a problem code (E3xx), `fix` gives two accepted spellings."""

    def __init__(self, code: str, message: str, fix: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.fix = fix

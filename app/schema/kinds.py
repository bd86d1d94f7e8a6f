"""The kinds of value that a field can have: data only, no reading.

In: how records are completed. Out: frozen kinds, from which the reader, the docs page and the JSON Schema each take
their part.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from app.schema.making import Values, as_written

Target = Literal["actor", "country", "person", "organisation", "source", "event"]


@dataclass(frozen=True, slots=True)
class Line:
    """Text as it stands."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text for people: in the file's language, or a mapping from languages to texts."""


@dataclass(frozen=True, slots=True)
class Form:
    """Text of one written form.

    `pattern` is a regular expression that the whole text must match, `says` names the form, `code` is the problem
    when it does not match, `fix` what to write; `{suggestion}` in it stands for the text mended as far as that can be
    done.
    """

    pattern: str
    says: str
    code: str
    fix: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words. An enum's class makes members of it, `str` leaves the word."""

    values: tuple[str, ...]
    make: Callable[[str], object] = str

    @classmethod
    def of(cls, enum: type[StrEnum]) -> Choice:
        """The choice among all members of `enum`, in their order."""
        return cls(tuple(member.value for member in enum), enum)


@dataclass(frozen=True, slots=True)
class Date:
    """A date phrase, or a mapping after `DATE`.

    `may_be_unknown`: the word `unknown` is read as no date. `may_be_unstated`: it is read as a period without bounds.
    """

    may_be_unknown: bool = False
    may_be_unstated: bool = False

    @property
    def takes_unknown(self) -> bool:
        """Whether the word `unknown` is an answer."""
        return self.may_be_unknown or self.may_be_unstated


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the calendar, ISO 8601: 2025-12-22."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone of the IANA database: Europe/Moscow."""


@dataclass(frozen=True, slots=True)
class Degrees:
    """Decimal degrees from -`limit` to +`limit`."""

    limit: int


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The name, code or id of something else."""

    to: Target


@dataclass(frozen=True, slots=True)
class Codes:
    """A mapping from the names of schemes to codes: {wikidata: Q7779}."""


@dataclass(frozen=True, slots=True)
class Nested:
    """A mapping after `record`. A text alone stands for a mapping with that text in the field `shorthand`."""

    record: Record
    shorthand: str | None = None


@dataclass(frozen=True, slots=True)
class Many:
    """A list. A text alone stands for a list of one, except where the items are `entries` with ids of their own."""

    of: Kind
    entries: bool = False


Kind = Line | Words | Form | Choice | Date | Day | Zone | Degrees | Flag | Reference | Codes | Nested | Many


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: the one place where its name, kind, rule and explanation stand.

    `vital`: when the value cannot be read, the whole item is left out, because without the value it would say
    something else; otherwise only the value is lost. A required field is vital. `attribute` is the model's name for
    it, where that differs. `default` says in words what holds when the field is not written. `example` is YAML.
    """

    name: str
    kind: Kind
    help: str
    example: str
    required: bool = False
    vital: bool = False
    default: str = ""
    attribute: str | None = None

    @property
    def target(self) -> str:
        """The name of the model's attribute."""
        return self.attribute or self.name

    @property
    def is_vital(self) -> bool:
        """Whether the item is left out when the value cannot be read."""
        return self.required or self.vital


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known fields; `noun` is what people call one.

    `make` builds the model's value from the fields, after `complete` has added what they say together. At least one
    of the fields in `any_of` has to be there; each field in `needs` only says something beside the other one of its
    pair.
    """

    noun: str
    help: str
    make: Callable[..., object]
    fields: tuple[Field, ...]
    complete: Callable[[Values], Values] = as_written
    any_of: tuple[str, ...] = ()
    needs: tuple[tuple[str, str], ...] = ()

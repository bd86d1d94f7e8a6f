"""The field table as the page docs/event-format.md.

In: records, fields, vocabularies. Out: Markdown. `python -m app.schema.page` prints it; a test holds the page against
it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

from app.schema.declared import ORGANISATION, PERSON, SOURCE
from app.schema.entries import CLAIM, EVENT, MEMBERSHIP
from app.schema.file import COLLECTION, DEFAULTS, FILE
from app.schema.kinds import (
    Choice,
    Codes,
    Date,
    Day,
    Degrees,
    Field,
    Flag,
    Form,
    Kind,
    Line,
    Many,
    Nested,
    Record,
    Reference,
    Words,
    Zone,
)
from app.schema.page_words import AFTER_FIELDS, BEFORE_FIELDS
from app.schema.parts import ACCOUNT, CITATION, DATE, OFFICE, PARTICIPANT, PLACE, PLOVER, RELATION, RESTRICTION
from app.schema.vocabulary import EVENT_TYPES, MEANINGS, SOURCE_KINDS

# In the order of the page: what one writes first stands first.
_RECORDS = (
    FILE, DEFAULTS, EVENT, DATE, PLACE, PARTICIPANT, CITATION, RELATION, ACCOUNT, PLOVER,
    SOURCE, ORGANISATION, PERSON, OFFICE, MEMBERSHIP, RESTRICTION, CLAIM, COLLECTION,
)  # fmt: skip
_ENDINGS = {"Status": "Status of a participant", "EventStatus": "Status of an event or membership"}


def format_page() -> str:
    """The page as Markdown, with a line break at its end."""
    fields = [line for record in _RECORDS for line in _record_section(record)]
    return "\n".join([BEFORE_FIELDS, *fields, "# Words", "", *_type_table(), *_word_tables(), AFTER_FIELDS])


def _record_section(record: Record) -> Iterator[str]:
    yield f"## {_title(record)}"
    yield ""
    yield record.help
    yield ""
    yield "| field | holds | says | example | default |"
    yield "|---|---|---|---|---|"
    yield from (_row(field) for field in record.fields)
    yield ""
    if record.any_of:
        yield f"At least one of {', '.join(f'`{name}`' for name in record.any_of)} is needed."
    for name, other in record.needs:
        yield f"`{name}` needs `{other}` beside it."
    if record.any_of or record.needs:
        yield ""


def _title(record: Record) -> str:
    return record.noun[0].upper() + record.noun[1:]


def _row(field: Field) -> str:
    mark = " **required**" if field.required else " †" if field.vital else ""
    example = f"`{field.example}`" if field.example else ""
    cells = (f"`{field.name}`{mark}", _holds(field.kind), field.help, example, field.default)
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _holds(kind: Kind) -> str:
    return _WORDS[type(kind)](kind)


def _form(kind: Form) -> str:
    return kind.says.removeprefix("an ").removeprefix("a ")


def _choice(kind: Choice) -> str:
    enum = kind.make
    if isinstance(enum, type) and issubclass(enum, StrEnum) and len(kind.values) == len(enum):
        return f"[a word](#{_anchor(_enum_title(enum))})"
    if kind.values == SOURCE_KINDS:
        return "[CSL item type](#csl-item-types)"
    return ", ".join(f"`{value}`" for value in kind.values)


def _date(kind: Date) -> str:
    return f"[date](#{_anchor(_title(DATE))}){', or `unknown`' if kind.takes_unknown else ''}"


def _reference(kind: Reference) -> str:
    by = {"event": "id", "source": "id", "country": "name or code", "actor": "name, code or id"}
    return f"{kind.to}, by {by.get(kind.to, 'name or id')}"


def _nested(kind: Nested) -> str:
    return f"[{kind.record.noun}](#{_anchor(_title(kind.record))})"


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


_WORDS: dict[type, Callable[[Any], str]] = {
    Line: lambda _kind: "text",
    Words: lambda _kind: "text, or texts by language",
    Form: _form,
    Choice: _choice,
    Date: _date,
    Day: lambda _kind: "day",
    Zone: lambda _kind: "time zone",
    Degrees: lambda kind: f"degrees from -{kind.limit} to {kind.limit}",
    Flag: lambda _kind: "`true` or `false`",
    Reference: _reference,
    Codes: lambda _kind: "codes by scheme",
    Nested: _nested,
    Many: lambda kind: f"list: {_holds(kind.of)}",
}


def _type_table() -> Iterator[str]:
    yield "## Event type"
    yield ""
    yield "PLOVER and CAMEO name the nearest type there, for orientation; nothing is computed from them."
    yield ""
    yield "| word | means | PLOVER | CAMEO |"
    yield "|---|---|---|---|"
    for word, (meaning, plover, cameo) in EVENT_TYPES.items():
        yield f"| `{word}` | {meaning} | {plover} | {cameo} |"
    yield ""


def _word_tables() -> Iterator[str]:
    for enum, meanings in MEANINGS.items():
        yield f"## {_enum_title(enum)}"
        yield ""
        yield "| word | means |"
        yield "|---|---|"
        yield from (f"| `{word}` | {meaning} |" for word, meaning in meanings.items())
        yield ""
    yield "## CSL item types"
    yield ""
    yield ", ".join(f"`{kind}`" for kind in SOURCE_KINDS) + "."
    yield ""


def _enum_title(enum: type[StrEnum]) -> str:
    """An enum's name as a heading: EventType -> Event type."""
    if enum.__name__ in _ENDINGS:
        return _ENDINGS[enum.__name__]
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in enum.__name__).strip()
    return spaced[0].upper() + spaced[1:]


if __name__ == "__main__":
    sys.stdout.write(format_page())

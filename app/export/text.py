"""Texts as files of other formats take them: on one line, as a name, as JSON.

In: texts and plain values. Out: texts, the same as `assets/core/export_text.js` gives, byte for byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal

from app.search import fold

_SLUG_LENGTH = 60
_SPACES = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]+")
# What turns the direction of a line or is not seen at all (Unicode Standard Annex 9, section 2): a comment needs none.
_UNSEEN = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]+"
)
# Numbers that Python writes in a way of its own: 30.0, 1e-05. Texts may look like it; they come out alike either way.
_OWN_NUMBER = re.compile(r"[0-9]e-?[0-9]|[0-9]\.0[,}\]]")
_FINEST = Decimal("1e-6")


def one_line(text: str) -> str:
    """The text with every run of spaces, line breaks and controls as one space, none at its ends."""
    return _SPACES.sub(" ", text).strip(" ")


def comment(text: str) -> str:
    """The text for a comment in a file: on one line, with nothing that is not seen."""
    return one_line(_UNSEEN.sub("", text))


def slug(text: str, fallback: str = "timeline") -> str:
    """The text as a name of small letters a-z, digits and single hyphens; `fallback` where nothing of it is left."""
    letters = re.sub("[^a-z0-9]+", "-", fold(text))[:_SLUG_LENGTH].strip("-")
    return letters or fallback


def number_text(number: float) -> str:
    """The shortest decimal that reads as the number, as JavaScript writes it (ECMA-262, Number::toString)."""
    if number == int(number):
        return str(int(number))
    exact = Decimal(repr(number))
    if abs(exact) >= _FINEST:
        return format(exact, "f")
    mantissa, _, exponent = repr(number).partition("e-")
    return f"{mantissa}e-{int(exponent)}"


def json_text(value: object) -> str:
    """The value as JSON without spaces (RFC 8259), letters as they are; names keep their order."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _json_text(value) if _OWN_NUMBER.search(text) else text


def _json_text(value: object) -> str:
    """The same by steps, with numbers as JavaScript writes them."""
    if isinstance(value, Mapping):
        members = (f"{json.dumps(name, ensure_ascii=False)}:{_json_text(part)}" for name, part in value.items())
        return f"{{{','.join(members)}}}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(_json_text(part) for part in value) + "]"
    if isinstance(value, float):
        return number_text(value)
    return json.dumps(value, ensure_ascii=False)


def grouped(number: int) -> str:
    """A whole number with commas between its thousands."""
    return f"{number:,}"


def given(**fields: object) -> dict[str, object]:
    """The fields that say something: None, empty texts and empty lists are left out."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, ())}

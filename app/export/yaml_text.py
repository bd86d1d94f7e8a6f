"""Plain values -> YAML 1.2 as people write it: plain where that is safe, short mappings on a line, long texts folded.

In: texts, numbers, flags, lists of texts or mappings, and mappings that say something. Out: text that every YAML
reader reads alike, and our own without a problem. What is not printable, turns the direction of a line or ends one
stands as an escape in double quotes (YAML 1.2.2, 5.1 and 5.7). Twin: `assets/core/export_yaml_text.js`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from app.export.text import number_text

Value = str | int | float | bool | Sequence["Value"] | Mapping[str, "Value"]

WIDTH = 110
# Controls, separators of lines, what turns directions or has no width, noncharacters; quotation mark and backslash.
_ESCAPED = re.compile(
    '[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\uffff"\\\\]'
)
_SPACES = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WHOLE = re.compile(f"[^{_SPACES}](.*[^{_SPACES}])?")  # neither begins nor ends with a space of any width
_FIRST = re.compile("[A-Za-z0-9./\u00a1-\U0010ffff]")
_ENDS_PLAIN = re.compile(": | #|:$")
_ENDS_PLAIN_IN_FLOW = re.compile(r"[\[\]{},:?#]")
# What YAML 1.1 and 1.2 take for a number, a flag or nothing; a year stays as it is.
_MEANS_ELSE = re.compile(
    r"null|true|false|yes|no|on|off|y|n|(?![0-9]{4}$)[0-9][0-9_,.]*|[0-9]+[eExXoO:][0-9a-fA-F:]*|\.[0-9a-z]+",
    re.IGNORECASE,
)
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def yaml_lines(value: Mapping[str, Value], depth: int = 0) -> Iterator[str]:
    """The lines of a mapping in block style, without line breaks; `depth` in steps of two spaces."""
    pad = "  " * depth
    for name, part in value.items():
        key = f"{pad}{scalar(name)}:"
        line = None if _holds_entries(part, depth) else inline(part, WIDTH - len(key) - 1, in_flow=False)
        if line is not None:
            yield f"{key} {line}"
        elif isinstance(part, str):
            yield f"{key} >-"
            yield from _folded(part, f"{pad}  ")
        elif isinstance(part, Mapping):
            yield key
            yield from yaml_lines(part, depth + 1)
        else:
            yield key
            yield from _items(part, depth + 1)


def _holds_entries(value: Value, depth: int) -> bool:
    """Whether these are the entries of the file, each of which has lines of its own."""
    return depth == 0 and isinstance(value, Sequence) and bool(value) and isinstance(value[0], Mapping)


def _items(values: object, depth: int) -> Iterator[str]:
    pad = "  " * depth
    for value in values if isinstance(values, Sequence) else ():
        is_entry = depth == 1 and isinstance(value, Mapping)
        line = None if is_entry else inline(value, WIDTH - len(pad) - 2, in_flow=False)
        if line is not None:
            yield f"{pad}- {line}"
        elif isinstance(value, str):
            yield f"{pad}- >-"
            yield from _folded(value, f"{pad}  ")
        else:
            first, *rest = yaml_lines(value, depth + 1)
            yield f"{pad}- {first[len(pad) + 2 :]}"
            yield from rest


def inline(value: Value, room: int, *, in_flow: bool) -> str | None:
    """The value on a line, in flow style; None where that needs more than `room` characters and lines would help."""
    if isinstance(value, str):
        return None if len(value) > room and _is_foldable(value) else scalar(value, in_flow=in_flow)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number_text(value)
    parts = _parts(value, room)
    if parts is None:
        return None
    line = f"{{{', '.join(parts)}}}" if isinstance(value, Mapping) else f"[{', '.join(parts)}]"
    return line if len(line) <= room or not value else None


@lru_cache(maxsize=4096)  # names of fields, ids and words of the vocabularies come again and again
def scalar(text: str, *, in_flow: bool = False) -> str:
    """A text on a line: as it is where that is safe, else in double quotes."""
    if _is_plain(text, _ENDS_PLAIN_IN_FLOW if in_flow else _ENDS_PLAIN):
        return text
    return '"' + _ESCAPED.sub(lambda found: _escape(found[0]), text) + '"'


def _is_plain(text: str, ends: re.Pattern[str]) -> bool:
    """Whether the text means itself without quotes (YAML 1.2.2, 7.3.3)."""
    if _ESCAPED.search(text) or not _FIRST.match(text) or not _WHOLE.fullmatch(text):
        return False
    return not ends.search(text) and not _MEANS_ELSE.fullmatch(text)


def _parts(value: Value, room: int) -> list[str] | None:
    """The members of a list or mapping, each on a line; None where one needs more room."""
    parts = []
    for name, part in value.items() if isinstance(value, Mapping) else ((None, part) for part in _sequence(value)):
        line = inline(part, room, in_flow=True)
        if line is None:
            return None
        parts.append(line if name is None else f"{scalar(name, in_flow=True)}: {line}")
    return parts


def _sequence(value: Value) -> Sequence[Value]:
    return value if isinstance(value, Sequence) else ()


def _is_foldable(text: str) -> bool:
    """Whether the text can be broken at its spaces: each stands alone, and no character needs an escape."""
    is_spaced = " " in text and "  " not in text and _WHOLE.fullmatch(text)
    return bool(is_spaced) and set(_ESCAPED.findall(text)) <= {'"', "\\"}


def _folded(text: str, pad: str) -> Iterator[str]:
    """The lines of a folded text (YAML 1.2.2, 8.1.3): broken at spaces, one of which each line break stands for."""
    line = ""
    for word in text.split(" "):
        if line and len(pad) + len(line) + 1 + len(word) > WIDTH:
            yield pad + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield pad + line


def _escape(character: str) -> str:
    code = ord(character)
    return _SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}")  # noqa: PLR2004

"""A node that holds one text -> one value, by the kind that the field table gives it.

In: a kind, a node, the field's name and the context. Out: the value, or BROKEN after the problem was reported. Also
texts in several languages and codes by scheme, which are mappings of single texts.
"""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from app.dates import DateError, Precision, read_date
from app.load.context import BROKEN, Broken, Context
from app.load.fixes import slug_of
from app.load.names import COUNTRY_TARGETS, MAX_SEARCHED, UnresolvedError, either, nearest, shorten
from app.load.numbers import number_in
from app.load.several import Spot, fix_for_several
from app.model import Text
from app.schema import (
    Choice,
    Codes,
    Day,
    Degrees,
    Flag,
    Form,
    Line,
    Reference,
    Words,
    Zone,
)
from app.schema.parts import LANGUAGE, WIKIDATA
from app.schema.vocabulary import OTHER_VALUES
from app.source import Mapping, Node, Scalar, ScalarStyle, Sequence

_NULLS = ("~", "null", "Null", "NULL")  # YAML 1.2.2, 10.3.2
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
NOUNS = {Scalar: "a text", Sequence: "a list", Mapping: "a mapping"}
_FIX_FOR_DATES = "Write one date without brackets; from one day to another is `2025-12-20/2025-12-22`."
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]+)?")


def read_text(node: Node, name: str, context: Context, wanted: str = "a text") -> str | Broken:
    """The text of a scalar without blanks around it; E205 for another shape, E206 for nothing."""
    if not isinstance(node, Scalar):
        what = f"`{name}` has {NOUNS[type(node)]} where {wanted} is expected."
        fix = _FIX_FOR_DATES if wanted == "a date" else _fix_for_shape(node, name)
        return context.refuse(node, "E205", what, fix)
    if is_empty(node):
        return context.refuse(node, "E206", f"`{name}` has no value.", "Write one.")
    return node.text.strip()


def is_empty(node: Node) -> bool:
    """Whether nothing stands here: no text, or YAML's word for nothing outside quotes."""
    if not isinstance(node, Scalar):
        return False
    return not node.text.strip() or (node.style is ScalarStyle.PLAIN and node.text in _NULLS)


def _fix_for_shape(node: Node, name: str) -> str:
    if isinstance(node, Mapping):
        return f"Write one text for `{name}`, in quotes if it contains a colon and a blank."
    return f"Write one text for `{name}`, without brackets and hyphens."


def _line(_kind: Line, node: Node, name: str, context: Context) -> str | Broken:
    return read_text(node, name, context)


def _words(_kind: Words, node: Node, name: str, context: Context) -> Text | Broken:
    if not isinstance(node, Mapping):
        text = read_text(node, name, context)
        return BROKEN if isinstance(text, Broken) else Text(((context.dates.langs[0], text),))
    if not node.items:
        return context.refuse(node, "E206", f"`{name}` has no value.", f"Write a text for `{name}`.")
    pairs = [_translation(key, value, context) for key, value in node.items]
    given = [pair for pair in pairs if not isinstance(pair, Broken)]
    rank = {lang: place for place, lang in enumerate(context.dates.langs)}
    return Text(tuple(sorted(given, key=lambda pair: rank.get(pair[0], len(rank))))) if given else BROKEN


def _translation(key: Scalar, value: Node, context: Context) -> tuple[str, str] | Broken:
    lang = _form(LANGUAGE, key, key.text, context)
    text = read_text(value, key.text, context)
    if isinstance(lang, Broken) or isinstance(text, Broken):
        return context.say_lost("This text is left out.")
    return lang, text


def _form(kind: Form, node: Node, name: str, context: Context) -> str | Broken:
    text = read_text(node, name, context)
    if isinstance(text, Broken) or re.fullmatch(kind.pattern, text):
        return text
    parts = [part.strip() for part in text.split(",")]
    if context.stands == "for a list" and all(re.fullmatch(kind.pattern, part) for part in parts):
        what = f"`{shorten(text)}` is not one {kind.says.removeprefix('a ')}."
        return context.refuse(node, kind.code, what, f"Write a list: `[{', '.join(parts)}]`.")
    what = f"`{shorten(text)}` is not {kind.says}."
    return context.refuse(node, kind.code, what, kind.fix.format(suggestion=f"`{_mended(text, kind)}`"))


def _mended(text: str, kind: Form) -> str:
    proposals = (slug_of(text), number_in(text), "11.7", "test-summit-2025")
    return next((mended for mended in proposals if re.fullmatch(kind.pattern, mended)), "")


# A closed list is short: only what is surely meant is proposed, since a wrong word would be a wrong fact.
_SURE = 0.8
_SHORT_LIST = 12


def _proposed(text: str, kind: Choice) -> list[str]:
    """The words that have `text` for a part, else those that look like it."""
    with_it = [value for value in kind.values if text.lower() in value.split("_")]
    return with_it[:2] or _similar(text, kind)


def _similar(text: str, kind: Choice) -> list[str]:
    return nearest(text, kind.values, _SURE) if len(kind.values) <= _SHORT_LIST else nearest(text, kind.values)


def _choice(kind: Choice, node: Node, name: str, context: Context) -> object:
    text = read_text(node, name, context)
    if isinstance(text, Broken):
        return text
    if text in kind.values:
        return kind.make(text)
    in_other_letters = (value for value in kind.values if value.casefold() == text.casefold())
    meant = next(in_other_letters, OTHER_VALUES.get(text.lower()))
    near = [meant] if meant in kind.values else _proposed(text, kind) if len(text) <= MAX_SEARCHED else []
    fix = f"Write {either(near)}." if near else f"Write one of {', '.join(kind.values)}."
    return context.refuse(node, "E207", f"`{shorten(text)}` is not a value of `{name}`.", fix)


def _day(_kind: Day, node: Node, name: str, context: Context) -> str | Broken:
    text = read_text(node, name, context)
    if isinstance(text, Broken):
        return text
    try:
        day = date.fromisoformat(text).isoformat()
    except ValueError:
        day = ""
    # Python also reads 20251222 and 2025-W52-1.
    if day == text:
        return text
    fix = f"Write the year, month and day, such as {_day_meant(text)}."
    return context.refuse(node, "E212", f"`{shorten(text)}` is not a day.", fix)


def _day_meant(text: str) -> str:
    """The day that a text without doubt is, for the fix; else any."""
    try:
        found = read_date(text)
    except DateError:
        return "2025-12-22"
    return found.edtf if found.precision is Precision.DAY and not found.first.qualifiers else "2025-12-22"


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(zoneinfo.available_timezones())


def _zone(_kind: Zone, node: Node, name: str, context: Context) -> str | Broken:
    text = read_text(node, name, context)
    if isinstance(text, Broken) or text in _zones():
        return text
    by_city = {zone.rsplit("/", 1)[-1].lower(): zone for zone in sorted(_zones())}
    near = nearest(text, by_city)
    fix = f"Write {either(by_city[city] for city in near)}." if near else "Write a name such as `Europe/Moscow`."
    return context.refuse(node, "E212", f"`{shorten(text)}` is not a time zone of the IANA database.", fix)


def _degrees(kind: Degrees, node: Node, name: str, context: Context) -> float | Broken:
    text = read_text(node, name, context)
    if isinstance(text, Broken):
        return text
    if _DEGREES.fullmatch(text) and abs(float(text)) <= kind.limit:
        return float(text)
    fix = f"Write a decimal number from -{kind.limit} to {kind.limit}, such as 59.94."
    return context.refuse(node, "E210", f"`{shorten(text)}` is no `{name}` in decimal degrees.", fix)


def _flag(_kind: Flag, node: Node, name: str, context: Context) -> bool | Broken:
    text = read_text(node, name, context)
    if isinstance(text, Broken):
        return text
    if text.lower() in _FLAGS:
        return _FLAGS[text.lower()]
    return context.refuse(node, "E207", f"`{name}` is `{shorten(text)}`.", "Write `true` or `false`.")


def _reference(kind: Reference, node: Node, name: str, context: Context) -> str | Broken:
    text = read_text(node, name, context, f"the name or id of one {kind.to}")
    if isinstance(text, Broken):
        return text
    try:
        found = context.names.resolve(kind.to, text)
    except UnresolvedError as error:
        error.fix = fix_for_several(Spot(kind.to, name, context.stands), text, context.names) or error.fix
        return context.refuse_reference(node, error)
    if found in context.names.lost:
        return context.refuse_reference(node, context.names.left_out(found))
    caution = context.names.caution(text) if kind.to in COUNTRY_TARGETS else None
    if caution:
        context.refuse(node, "W407", caution, f"Write `{found}` if that is meant.")
    return found


def _codes(_kind: Codes, node: Node, name: str, context: Context) -> object:
    if not isinstance(node, Mapping):
        what = f"`{name}` is not a mapping from schemes to codes."
        return context.refuse(node, "E205", what, "Write such as `codes: {wikidata: Q7779}`.")
    read = [(key.text, _code(key.text, value, context)) for key, value in node.items]
    return tuple((scheme, code) for scheme, code in read if code is not BROKEN)


def _code(scheme: str, node: Node, context: Context) -> str | Broken:
    code = _form(WIKIDATA, node, scheme, context) if scheme == "wikidata" else read_text(node, scheme, context)
    return context.say_lost("This code is left out.") if isinstance(code, Broken) else code


READERS: dict[type, Callable[[Any, Node, str, Context], Any]] = {
    Line: _line,
    Words: _words,
    Form: _form,
    Choice: _choice,
    Day: _day,
    Zone: _zone,
    Degrees: _degrees,
    Flag: _flag,
    Reference: _reference,
    Codes: _codes,
}

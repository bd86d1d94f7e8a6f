"""References that say more than one name, and what to write for them.

In: the text of a reference that stands for nothing, where it stands, and the names. Out: a fix, or none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.load.context import Stands
from app.load.names import MAX_SEARCHED, Names, UnresolvedError, either
from app.model import Role, Status
from app.schema import Target
from app.schema.vocabulary import OTHER_VALUES

CURLY = "“”„‟«»‹›‘’‚"
# Where names are parted, the surest marks first: a country may be called Bosnia and Herzegovina or Guinea-Bissau.
_CUTS = tuple(map(re.compile, ("[,;/]", "[,;/&+]| and | with | vs[.]? ", "[-–—]")))
_BULLETS = re.compile(r"(?:^|\s)(?:-(?=\S)|[–—•·*]\s*)")
_CITED = re.compile(r"(?P<source>[^\s,:;]+)[,:;]?\s*(?P<locator>\S.*)")
_SAID = re.compile(r"(?P<name>[^()]+?)(?: *\((?P<within>[^()]+)\)| +[-–—] +(?P<behind>[^()]+))")
_SURELY_A_LIST = 2  # names that are known, beside one that is not


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a reference stands: what it may be, its field, and whether alone in it, in a list or instead of one."""

    target: Target
    field: str
    stands: Stands

    @property
    def is_participant(self) -> bool:
        """Whether a mapping after `PARTICIPANT` may stand here, too."""
        return self.field == "actor" and self.stands != "alone"


def fix_for_several(spot: Spot, text: str, names: Names) -> str | None:
    """How several names, or a name and what is said of it, are written; None if the text holds no such thing."""
    if len(text) > MAX_SEARCHED:
        return None
    ways: tuple[Callable[[Spot, str, Names], str | None], ...] = (
        _uncurled,
        _bulleted,
        _said,
        _explained,
        _cited,
        _named,
    )
    return next((fix for way in ways if (fix := way(spot, text, names))), None)


def said_of(word: str) -> str | None:
    """What a word says of a participant, as a field, such as `role: host`; None where it is no role and no status."""
    word = word.strip().lower()
    word = OTHER_VALUES.get(word, word)
    return next((f"{key}: {word}" for key, known in (("role", Role), ("status", Status)) if word in set(known)), None)


def is_known(target: Target, text: str, names: Names) -> bool:
    """Whether `text` stands for something that may be a `target`."""
    try:
        names.resolve(target, text)
    except UnresolvedError:
        return False
    return True


def _uncurled(spot: Spot, text: str, names: Names) -> str | None:
    bare = text.strip(CURLY + " ")
    known = bare != text and is_known(spot.target, bare, names)
    return f"Write `{bare}`: to YAML, curly quotation marks are letters." if known else None


def _bulleted(spot: Spot, text: str, names: Names) -> str | None:
    first, *items = (item.strip() for item in _BULLETS.split(text))
    is_list = items and not first and all(is_known(spot.target, item, names) for item in items)
    return f"Begin each item with a hyphen and a blank: `- {items[0]}`." if is_list else None


def _said(spot: Spot, text: str, names: Names) -> str | None:
    found = _SAID.fullmatch(text)
    written = _written(spot, text, names) if found else None
    if not found or not written:
        return None
    if spot.is_participant:
        return f"Write `{_item(spot.stands, written)}`."
    beside = f" here, and `{_field_in(found)}` beside it" if spot.field == "actor" else ": here stands a name alone"
    return f"Write `{written}`{beside}."


def _explained(spot: Spot, text: str, names: Names) -> str | None:
    """What to write for a country with more in brackets, or for a person with a country in brackets."""
    found = _SAID.fullmatch(text) if spot.is_participant else None
    if not found or not found["within"]:
        return None
    if is_known(spot.target, found["name"], names):
        return with_more(found["name"], spot.stands)
    if not names.country(found["within"]):
        return None
    mapping = _item(spot.stands, f"{{actor: {found['within']}, person: {found['name']}}}")
    return f"If that is a person, write `{mapping}`, and declare the person under `people`."


def with_more(name: str, stands: Stands = "in a list") -> str:
    """How a participant is written of whom something is said that is no role and no status."""
    mapping = _item(stands, f"{{actor: {name}}}")
    return f"Write `{mapping}`, and in it what is said of it: a `person`, an `office`, a `note`."


def _cited(spot: Spot, text: str, names: Names) -> str | None:
    """What to write for a source with a page behind its id."""
    found = _CITED.fullmatch(text) if spot.target == "source" and spot.stands != "alone" else None
    if not found or not is_known("source", found["source"], names) or is_known("source", found["locator"], names):
        return None
    locator = found["locator"].replace('"', "")
    mapping = f'{{source: {found["source"]}, locator: "{locator}"}}'
    return f"Write `{_item(spot.stands, mapping)}`."


def _named(spot: Spot, text: str, names: Names) -> str | None:
    for cut in _CUTS:
        parts = [part.strip() for part in cut.split(text)]
        if len(parts) == 1:
            continue
        written = [_written(spot, part, names) for part in parts]
        known = [each for each in written if each]
        if len(known) == len(parts) or len(known) >= _SURELY_A_LIST:
            return _fix(spot, [each or part for each, part in zip(written, parts, strict=True) if part])
    return None


def _written(spot: Spot, text: str, names: Names) -> str | None:
    """A name as it stands here, or the mapping of a participant with what is said of it; None for anything else."""
    if is_known(spot.target, text, names):
        return text
    found = _SAID.fullmatch(text)
    said = _field_in(found) if found else None
    if not found or not said or not is_known(spot.target, found["name"], names):
        return None
    return f"{{actor: {found['name']}, {said}}}" if spot.is_participant else found["name"]


def _field_in(found: re.Match[str]) -> str | None:
    return said_of(found["within"] or found["behind"])


def _item(stands: Stands, mapping: str) -> str:
    """A mapping as it is written where it stands so: only a text may stand for a list of one."""
    return f"[{mapping}]" if stands == "for a list" else mapping


def _fix(spot: Spot, written: list[str]) -> str:
    if spot.stands == "for a list":
        return f"Write a list: `[{', '.join(written)}]`."
    if spot.stands == "in a list":
        return f"Write an item for each: {', '.join(f'`{each}`' for each in written)}."
    return f"Write one of them here, {either(written)}; another needs an entry of its own."

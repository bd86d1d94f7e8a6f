"""References that say more than one name, and what to write for them.

In: the text of a reference that stands for nothing, and the names. Out: a fix, or none.
"""

from __future__ import annotations

import re

from app.load.names import MAX_SEARCHED, Names, UnresolvedError
from app.model import Status
from app.schema import Target

_WITH_STATUS = re.compile(r"(?P<name>[^()]+?) *\((?P<status>[a-z]+)\)")


def fix_for_several(target: Target, text: str, names: Names) -> str | None:
    """How several names, or a name and what is said of it, are written; None if the text holds no such thing."""
    if len(text) > MAX_SEARCHED:
        return None
    parts = [part.strip() for part in re.split(r",|;| and | & ", text)]
    if len(parts) > 1 and all(is_known(target, part, names) for part in parts):
        return f"Write a list: `[{', '.join(parts)}]`."
    said = _WITH_STATUS.fullmatch(text)
    if target == "actor" and said and said["status"] in set(Status) and is_known(target, said["name"], names):
        return f"Write `{{actor: {said['name']}, status: {said['status']}}}`."
    return None


def is_known(target: Target, text: str, names: Names) -> bool:
    """Whether `text` stands for something that may be a `target`."""
    try:
        names.resolve(target, text)
    except UnresolvedError:
        return False
    return True

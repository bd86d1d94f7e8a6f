"""What is chosen, in words for people: participants and sources on a line.

In: `Chosen` and rows of it. Out: texts without markup, in the words of the payload. Twin:
`assets/core/export_words.js`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.export.dates import is_plain_side, sides
from app.export.selection import Chosen
from app.export.text import one_line

_SILENT_ROLES = frozenset({"participant", "member"})
_TO_THE_MONTH = len("2025-12")


def participants_in_words(chosen: Chosen, row: Mapping[str, Any]) -> str:
    """Who took part and how: "Armenia (Nikol Pashinyan, Prime Minister), Azerbaijan (absent)"; "" for nobody."""
    return ", ".join(_participant(chosen, row, part) for part in row.get("participants", ()))


def source_in_words(source: Mapping[str, Any]) -> str:
    """A source on a line: title, author, publisher, day of issue, address."""
    parts = (source.get(name) for name in ("title", "author", "publisher", "issued", "url"))
    return ", ".join(one_line(part) for part in parts if part)


def sources_of(chosen: Chosen, row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The sources that an event itself cites, each once, in its own order."""
    cited = dict.fromkeys(citation["source"] for citation in row.get("citations", ()))
    return [chosen.sources[source] for source in cited if source in chosen.sources]


def is_exact(row: Mapping[str, Any]) -> bool:
    """Whether the date of an event says to the day when it began and ended, with certainty."""
    date = row.get("date")
    return date is not None and all(is_plain_side(side) and len(side) > _TO_THE_MONTH for side in sides(date))


def title_with_date(row: Mapping[str, Any]) -> str:
    """The title, and behind it the date in words where a calendar alone would say more than is known."""
    title = one_line(row.get("title", ""))
    return title if is_exact(row) else f"{title} ({row['when']})"


def _participant(chosen: Chosen, row: Mapping[str, Any], part: Mapping[str, Any]) -> str:
    words = chosen.words
    role, status = part["role"], part["status"]
    is_usual = status == "attended" or (status == "unknown" and not row.get("presence"))
    is_told = is_usual or (status == "represented" and "represented_by" in part)
    person = [chosen.name(part["person"])] if "person" in part else []
    details = [
        ", ".join([*person, *([part["office"]] if "office" in part else [])]),
        "" if role in _SILENT_ROLES else words["roles"][role],
        "" if is_told else words["statuses"][status],
        f"{words['represented_by']} {chosen.name(part['represented_by'])}" if "represented_by" in part else "",
        f"{words['reason']}: {part['reason']}" if "reason" in part else "",
    ]
    said = "; ".join(detail for detail in details if detail)
    return one_line(f"{chosen.name(part['actor'])} ({said})" if said else chosen.name(part["actor"]))

"""What is chosen -> JSON (RFC 8259), one entry a line, so that versions can be compared line by line.

In: `Chosen`. Out: the text. Twin: `assets/core/export_json.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.export.plain import (
    plain_actor,
    plain_claim,
    plain_collection,
    plain_event,
    plain_membership,
    plain_source,
)
from app.export.selection import Chosen
from app.export.text import json_text

FORMAT = "sidelines/selection/1"


def write_json(chosen: Chosen) -> str:
    """The events with all that they lean on, and above them what they are a selection of."""
    sections: tuple[tuple[str, Callable[[Mapping[str, Any]], object], Iterable[Any]], ...] = (
        ("events", plain_event, chosen.events),
        ("claims", plain_claim, chosen.claims),
        ("memberships", plain_membership, chosen.memberships),
        ("sources", plain_source, chosen.sources.values()),
        ("actors", plain_actor, chosen.declared),
    )
    head = {
        "format": FORMAT,
        "collection": plain_collection(chosen.collection, chosen.total),
        "view": chosen.view,
        "count": len(chosen.events),
    }
    parts = [f"{json_text(name)}: {json_text(value)}" for name, value in head.items()]
    parts += [f"{json_text(name)}: {_lines(map(plain, entries))}" for name, plain, entries in sections]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(entries: Iterable[object]) -> str:
    lines = [json_text(entry) for entry in entries]
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"

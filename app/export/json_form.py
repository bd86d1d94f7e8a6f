"""What is chosen -> JSON (RFC 8259), one entry a line, so that versions can be compared line by line.

In: `Chosen`. Out: the text. Twin: `assets/core/export_json.js`.
"""

from __future__ import annotations

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
SECTIONS = ("events", "claims", "memberships", "sources", "actors")


def write_json(chosen: Chosen) -> str:
    """The events with all that they lean on, and above them what they are a selection of."""
    parts = [f"{json_text(name)}: {_text(value)}" for name, value in plain_selection(chosen).items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def plain_selection(chosen: Chosen) -> dict[str, Any]:
    """The same as plain data: `format`, `collection`, `view`, `count`, and the lists of `SECTIONS`."""
    return {
        "format": FORMAT,
        "collection": plain_collection(chosen.collection, chosen.total),
        "view": chosen.view,
        "count": len(chosen.events),
        "events": list(map(plain_event, chosen.events)),
        "claims": list(map(plain_claim, chosen.claims)),
        "memberships": list(map(plain_membership, chosen.memberships)),
        "sources": list(map(plain_source, chosen.sources.values())),
        "actors": list(map(plain_actor, chosen.declared)),
    }


def _text(value: object) -> str:
    if not isinstance(value, list):
        return json_text(value)
    return "[\n" + ",\n".join(map(json_text, value)) + "\n]" if value else "[]"

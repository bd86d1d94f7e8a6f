"""Words of the page for what stands beside the events: what has changed in a collection.

In: nothing. Out: parts of `app.words.WORDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CHANGES: Mapping[str, Any] = {
    "kinds": {"added": "added", "changed": "changed", "removed": "removed"},
    "sections": {
        "events": ["1 event", "{n} events"],
        "claims": ["1 claim", "{n} claims"],
        "memberships": ["1 membership", "{n} memberships"],
        "sources": ["1 source", "{n} sources"],
        "actors": ["1 organisation or person", "{n} organisations or people"],
    },
    "about": "of the collection itself: {fields}",
    "nothing": "nothing has changed",
}

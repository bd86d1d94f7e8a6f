"""Words of the page for single facts: on what ground a role stands, memberships, and what has changed in a collection.

In: labels. Out: parts of `app.words.WORDS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app import labels

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

# What is said above the drawing of a view that was cited.
CITED: Mapping[str, str] = {
    "same": "As cited: this is version {version}, nothing has changed since.",
    "differs": "This view was cited as version {version}; here is version {now}.",
    "unknown": "What differs between them is not known here.",
    "asking": "Asking what has changed …",
    "changed": "The collection has changed since: {changes}.",
    "in_view": "In the view as it was opened: {n} of the {all} events.",
    "list": "What has changed",
    "about": "The collection itself: {fields}",
    "more": "and {n} more",
    "as_cited": "See it as it was cited",
    "dismiss": "Dismiss",
}

PART_BASES: Mapping[str, str] = {
    "inferred": "Role and status: worked out from other events",
    "external": "Role and status: supplied by the editor of the file",
}

MEMBERSHIP: Mapping[str, Any] = {
    "title": "Memberships ({n})",
    "kinds": dict(labels.MEMBERSHIPS),
    "restrictions": dict(labels.RESTRICTIONS),
    "founder": "founding member",
    "by": {"self": "by its own decision", "organisation": "by decision of the organisation"},
    "ends": {
        "withdrew": "It ended because the member withdrew",
        "expelled": "It ended because the member was expelled",
        "dissolved": "It ended because the organisation or the member ceased to exist",
    },
}

"""The model in words: what people read on the page, in the list, in the legend and in tooltips.

In: model and dates. Out: plain strings, never markup.
"""

from app.labels.claims import claim_value
from app.labels.dates import UNDATED, date_in_words, short_date
from app.labels.exactness import precision_in_words
from app.labels.terms import (
    COLUMNS,
    EVENT_STATUSES,
    EVENT_TYPES,
    FAMILIES,
    MEMBERSHIPS,
    PRESENCE_TYPES,
    RELATIONS,
    RESTRICTIONS,
    ROLES,
    STATUSES,
)

__all__ = [
    "COLUMNS",
    "EVENT_STATUSES",
    "EVENT_TYPES",
    "FAMILIES",
    "MEMBERSHIPS",
    "PRESENCE_TYPES",
    "RELATIONS",
    "RESTRICTIONS",
    "ROLES",
    "STATUSES",
    "UNDATED",
    "claim_value",
    "date_in_words",
    "precision_in_words",
    "short_date",
]

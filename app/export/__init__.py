"""Timeline -> other formats: downloads of a selection, citations, plain data.

`write` makes a download of the payload and a selection, `cite` a citation of an event or a view, `event_json` the
plain data of one event. What the browser makes itself, in `assets/core/export_*.js` and `cite.js`, is the same byte
for byte.
"""

from app.export.cite import STYLES, Work, cite, event_work, view_work
from app.export.facts import event_json
from app.export.selection import ASKED, FILTERS, asked_of, choose, filter_of
from app.export.write import FORMATS, Download, format_of, write

__all__ = [
    "ASKED",
    "FILTERS",
    "FORMATS",
    "STYLES",
    "Download",
    "Work",
    "asked_of",
    "choose",
    "cite",
    "event_json",
    "event_work",
    "filter_of",
    "format_of",
    "view_work",
    "write",
]

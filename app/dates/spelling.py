"""A date in EDTF, spelt in the plainest English that is read as the same date again.

In: an EDTF text that was read. Out: text for a refusal that shows two spellings of one date.
"""

from __future__ import annotations

import re

from app.dates import civil

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_QUALIFIERS = {"~": "about ", "?": "possibly ", "%": "possibly about "}


def in_english(edtf: str) -> str:
    """The date in English: "14 June 2024", "from 2024-06 to 2024-07", "since 2022", "until 2022"."""
    first, is_range, last = edtf.partition("/")
    if not is_range:
        return _single(first)
    if not first or not last:  # an end that nobody states has no English of its own
        return edtf
    if last == "..":
        return f"since {first}"
    return f"until {last}" if first == ".." else f"from {first} to {last}"


def both(edtf: str, written: str = "") -> str:
    """Two spellings in quotes: what is written, if it is another than the EDTF, else the English one; and the EDTF."""
    other = written if written and written != edtf else in_english(edtf)
    return f'"{other}" or "{edtf}"'


def _single(edtf: str) -> str:
    qualifier = _QUALIFIERS.get(edtf[-1:], "")
    body = edtf[:-1] if qualifier else edtf
    found = _DAY.fullmatch(body)
    if found and 1 <= int(found[2]) <= len(civil.MONTH_NAMES):
        day = f"{int(found[3])} " if found[3] else ""
        body = f"{day}{civil.MONTH_NAMES[int(found[2]) - 1]} {found[1]}"
    body = body.replace("T", " ") if ":" in body else body
    return f"{qualifier}{body}" if qualifier else body if body != edtf else f"in {edtf}"

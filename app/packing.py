"""A payload -> the same in fewer bytes, and back: a column that repeats itself says each of its values once.

In: the payload. Out: plain values. A packed column is `{"values": [...], "at": [...]}`: `at` says for each event which
of the values is its own. `assets/core/timeline.js` reads a column in either form.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Json = dict[str, Any]
_BETWEEN = 1  # the comma after each


def packed(payload: Mapping[str, Any]) -> Json:
    """The payload with those columns of its events packed that are shorter so; the same for the same payload."""
    table = payload["events"]
    columns = {name: _packed(values) for name, values in table["columns"].items()}
    return {**payload, "events": {**table, "columns": columns}}


def unpacked(payload: Mapping[str, Any]) -> Json:
    """The payload as it was before it was packed. Raises KeyError, TypeError or IndexError for one that is damaged."""
    table = payload["events"]
    columns = {name: _unpacked(column) for name, column in table["columns"].items()}
    return {**payload, "events": {**table, "columns": columns}}


def _packed(values: Sequence[Any]) -> Sequence[Any] | Json:
    written = [json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values]
    places = {text: place for place, text in enumerate(dict.fromkeys(written))}
    first = dict(zip(reversed(written), reversed(values), strict=True))
    at = [places[text] for text in written]
    saved = _length(written) - _length(places) - _length(map(str, at))
    return {"values": [first[text] for text in places], "at": at} if saved > len('{"values":,"at":}') else values


def _length(texts: Iterable[str]) -> int:
    return sum(len(text) + _BETWEEN for text in texts)


def _unpacked(column: Any) -> list[Any]:  # noqa: ANN401 - as it was read
    return column if isinstance(column, list) else [column["values"][place] for place in column["at"]]

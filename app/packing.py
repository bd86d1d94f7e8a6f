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
    """The payload as it was before it was packed.

    Raises for one that is damaged: ValueError with what is wrong with which column, KeyError or TypeError.
    """
    table = payload["events"]
    columns = {name: _unpacked(name, column, table["size"]) for name, column in table["columns"].items()}
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


def _unpacked(name: str, column: Any, size: int) -> list[Any]:  # noqa: ANN401 - as it was read
    values = column if isinstance(column, list) else _spread(name, column["values"], column["at"])
    if len(values) != size:
        raise ValueError(f"the column {name} of its events has {len(values)} values instead of {size}")
    return values


def _spread(name: str, values: list[Any], at: list[Any]) -> list[Any]:
    """The value that stands at each place. From the end, as Python would, no place is counted."""
    wrong = next((place for place in at if type(place) is not int or not 0 <= place < len(values)), None)
    if wrong is not None:
        raise ValueError(f"the column {name} of its events asks for value {wrong!r} of {len(values)}")
    return [values[place] for place in at]

"""Packing: a column that repeats itself says each value once, and comes back as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.packing import packed, unpacked
from app.payload import build_payload
from tests.core import core
from tests.synthetic import synthetic_timeline

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=4,
)
COLUMNS = st.lists(st.lists(VALUES, min_size=1, max_size=3), min_size=1, max_size=3).flatmap(
    lambda choices: st.fixed_dictionaries(
        {
            f"c{place}": st.lists(st.sampled_from(values), min_size=40, max_size=40)
            for place, values in enumerate(choices)
        }
    )
)


def _payload(columns: dict[str, list[Any]]) -> dict[str, Any]:
    size = max(map(len, columns.values()), default=0)
    return {"version": 0, "events": {"size": size, "columns": columns}}


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@given(COLUMNS)
def test_it_comes_back_as_it_was_and_is_never_longer(columns: dict[str, list[Any]]) -> None:
    plain = _payload(columns)
    sent = packed(plain)
    assert _written(unpacked(json.loads(_written(sent)))) == _written(plain)
    assert len(_written(sent)) <= len(_written(plain))


@pytest.mark.parametrize(
    ("values", "sent"),
    [
        (["summit"] * 4 + ["visit"] * 4, {"values": ["summit", "visit"], "at": [0, 0, 0, 0, 1, 1, 1, 1]}),
        ([["ARM", "AZE"], None] * 4, {"values": [["ARM", "AZE"], None], "at": [0, 1] * 4}),
        ([1, 2, 3] * 4, [1, 2, 3] * 4),
        (["one", "two", "three"], ["one", "two", "three"]),
        ([], []),
    ],
    ids=["texts", "lists and nothing", "short values", "no value twice", "empty"],
)
def test_only_what_repeats_itself_is_packed(values: list[Any], sent: object) -> None:
    assert packed(_payload({"c": values}))["events"]["columns"] == {"c": sent}


def _sent(**column: list[Any]) -> dict[str, Any]:
    return {"version": 0, "events": {"size": 3, "columns": {"when": column}}}


@pytest.mark.parametrize(
    ("payload", "said"),
    [
        (_payload({"when": ["a", "b"]}), None),
        (_sent(values=["a", "b"], at=[0, 1, 0]), None),
        (_sent(values=["a", "b"], at=[0, -1, 0]), "the column when of its events asks for value -1 of 2"),
        (_sent(values=["a", "b"], at=[0, 2, 0]), "the column when of its events asks for value 2 of 2"),
        (_sent(values=["a", "b"], at=[0, True, 0]), "the column when of its events asks for value True of 2"),
        (_sent(values=["a", "b"], at=[0, 1]), "the column when of its events has 2 values instead of 3"),
    ],
    ids=["plain", "packed", "from the end", "beyond the end", "no number", "too few"],
)
def test_a_damaged_column_is_told_and_gives_no_other_value(payload: dict[str, Any], said: str | None) -> None:
    if said is None:
        assert len(unpacked(payload)["events"]["columns"]["when"]) == payload["events"]["size"]
    else:
        with pytest.raises(ValueError, match=said):
            unpacked(payload)


def test_the_browser_reads_a_packed_payload_as_a_plain_one() -> None:
    plain = build_payload(synthetic_timeline(3, 60))
    sent = packed(plain)
    assert sent != plain
    model = "(({{ events }}) => events)(sidelines.timeline.unpack({}))"
    kept = [core().keep(name, payload).name for name, payload in (("plain", plain), ("packed", sent))]
    assert core().evaluate(model.format(kept[0])) == core().evaluate(model.format(kept[1]))

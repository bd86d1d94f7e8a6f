"""The legend says what stands in the drawing now, and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.paths import EVENTS_FOLDER
from tests.core import core
from tests.drawing import payload_of

PORT = {"width": 1200, "room": 600, "scheme": "light"}
LEGEND = """((payload, query, port) => {
    const model = sidelines.timeline.unpack(payload);
    const { panels, figure } = sidelines.screen.build(model, query, port);
    return { legend: sidelines.legend.legend(model, panels, model.theme.light), shapes: figure.layout.shapes };
})"""


def _drawn(query: str) -> dict[str, Any]:
    payload = core().keep("payload of the legend", payload_of(EVENTS_FOLDER)).name
    drawn: dict[str, Any] = core().evaluate(f"{LEGEND}({payload}, {json.dumps(query)}, {json.dumps(PORT)})")
    return drawn


@pytest.mark.parametrize(("query", "is_drawn"), [("", True), ("window=2010/2012", False), ("layout=report", True)])
def test_the_line_where_the_data_end_is_explained_where_it_is_drawn(query: str, is_drawn: bool) -> None:
    drawn = _drawn(query)
    assert any(shape["line"].get("dash") == "dot" for shape in drawn["shapes"]) is is_drawn
    assert ("As far as the data reach" in json.dumps(drawn["legend"])) is is_drawn

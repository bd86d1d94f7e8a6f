"""What docs/event-format.md tells people to write is an event file that Sidelines reads."""

from __future__ import annotations

import re
from pathlib import Path

from app.load import load_timeline
from app.schema.page import format_page

# The parts of the formula: a text in quotes, the text of a cell with its apostrophes doubled, a cell.
_PART = re.compile(r'"(?P<text>(?:[^"]|"")*)"|SUBSTITUTE\((?P<doubled>[A-E])2,"\'","\'\'"\)|(?P<cell>[A-E])2')
_ROWS = [
    ("test-round", "The minister's words: round one", "summit", "12 May 1996", "Poland, Sweden"),
    ("test-visit", "No. 2 #visit", "visit", "1999-10", "Latvia"),
]


def _event_of(formula: str, row: tuple[str, ...]) -> str:
    """What a spreadsheet makes of the formula in a row."""
    cells = dict(zip("ABCDE", row, strict=True))
    parts = _PART.sub("", formula).strip("=&")
    assert parts == "", "a part of the formula is of no known form"
    return "".join(
        found["text"]
        if found["text"] is not None
        else cells.get(found["cell"]) or cells[found["doubled"]].replace("'", "''")
        for found in _PART.finditer(formula)
    )


def test_the_formula_makes_events_of_the_rows_of_a_spreadsheet(tmp_path: Path) -> None:
    formula = re.search("```text\n(=.*)\n```", format_page())
    assert formula is not None
    lines = [_event_of(formula[1], row) for row in _ROWS]
    head = "schema: sidelines/1\nsources: [{id: press, title: Press}]\ndefaults: {sources: [press]}\nevents:\n"
    (tmp_path / "table.yaml").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")

    loaded = load_timeline(tmp_path)

    assert not loaded.problems
    made = loaded.timeline.events.values()
    assert [(event.id, event.title.best()) for event in made] == [row[:2] for row in _ROWS]
    assert [[part.actor for part in event.participants] for event in made] == [["POL", "SWE"], ["LVA"]]

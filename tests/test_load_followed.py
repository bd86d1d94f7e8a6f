"""A fix that is followed to the letter mends the file: each row is a field as people write it, and as it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Problem
from app.load import load_timeline

HEAD = """\
schema: sidelines/1
sources: [{id: press, title: Test Press}]
defaults: {type: summit, sources: [press]}
events:
  - id: test-talks
    title: Talks
"""
FIELDS = {"date": "22 December 2025"}

# field, what is written, what stands in the fix, the field as it is after that
ROWS = [
    ("participants", "[China (host)]", "{actor: China, role: host}", "[{actor: China, role: host}]"),
    ("participants", "[Armenia - absent]", "{actor: Armenia, status: absent}", "[{actor: Armenia, status: absent}]"),
    ("participants", "[Russia/China]", "`Russia`, `China`", "[Russia, China]"),
    ("participants", "Russia/China", "[Russia, China]", "[Russia, China]"),
    ("participants", "Russia, China", "[Russia, China]", "[Russia, China]"),
    ("participants", "China (host), Russia", "[{actor: China, role: host}, Russia]", None),
    ("participants", "[“Poland”, Italy]", "`Poland`", "[Poland, Italy]"),
    ("participants", "{Russia: host, Italy: guest}", "{actor: Russia, role: host}", "[{actor: Russia, role: host}]"),
    (
        "participants",
        "[Latvia (did not attend)]",
        "{actor: Latvia, status: absent}",
        "[{actor: Latvia, status: absent}]",
    ),
    ("sources", "press p. 12", '[{source: press, locator: "p. 12"}]', None),
    ("sources", "[press p. 12]", '`{source: press, locator: "p. 12"}`', '[{source: press, locator: "p. 12"}]'),
    ("participants", "China (host)", "[{actor: China, role: host}]", None),
    ("participants", "Estonia (Lennart Meri)", "[{actor: Estonia}]", None),
    ("sources", "[Press]", "`press`", "[press]"),
    ("tags", "trade, energy", "[trade, energy]", None),
    ("date", "1997..", '"1997/.."', "1997/.."),
    ("date", "2021-04-24 2pm", '"2021-04-24 2 pm"', "2021-04-24 2 pm"),
    ("date", "1996-98", '"1996/1998"', "1996/1998"),
    ("type", "Bilateral meeting", "`bilateral_meeting`", "bilateral_meeting"),
    ("place", "Gdansk, Poland", "{city: Gdansk, country: Poland}", None),
    ("place", "Poland", "{country: Poland}", None),
    ("participants", "[Russia: host]", "{actor: Russia, role: host}", "[{actor: Russia, role: host}]"),
]


def _problems(folder: Path, fields: dict[str, str]) -> tuple[Problem, ...]:
    file = folder / "test.yaml"
    file.write_text(HEAD + "".join(f"    {name}: {value}\n" for name, value in fields.items()), encoding="utf-8")
    return tuple(load_timeline(file, root=folder).problems)


@pytest.mark.parametrize(
    ("field", "written", "told", "mended"), ROWS, ids=[f"{field}: {written}" for field, written, *_ in ROWS]
)
def test_a_fix_that_is_followed_mends_the_file(
    tmp_path: Path, field: str, written: str, told: str, mended: str | None
) -> None:
    (problem,) = _problems(tmp_path, FIELDS | {field: written})
    assert told in problem.fix
    assert _problems(tmp_path, FIELDS | {field: mended or told}) == ()

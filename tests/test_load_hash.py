"""The hash of the facts: what it depends on, and what not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.load import load_timeline

Facts = dict[str, list[dict[str, object]]]
FACTS: Facts = {
    "sources": [{"id": "press", "title": "Press"}, {"id": "post", "title": "Post", "url": "https://example.org/"}],
    "organisations": [{"id": "cis", "name": "CIS"}],
    "events": [
        {
            "id": "one",
            "title": {"en": "One", "ru": "Раз"},
            "type": "summit",
            "date": "2025-12-22",
            "participants": ["Armenia", {"actor": "Russia", "status": "attended"}],
            "sources": ["press", {"source": "post", "quote": "so"}],
        },
        {"id": "two", "title": "Two", "type": "visit", "date": "2024", "part_of": "three", "sources": ["press"]},
        {"id": "three", "title": "Three", "type": "other", "date": "2024", "sources": ["post"]},
    ],
    "memberships": [
        {"actor": "Armenia", "organisation": "cis", "kind": "full", "during": "1991/..", "sources": ["press"]}
    ],
}


def _hash_of(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    loaded = load_timeline(folder)
    assert loaded.problems == ()
    return loaded.timeline.content_hash


def _as_yaml(facts: Facts) -> str:
    return "schema: sidelines/1\n" + "".join(
        f"{section}:\n" + "".join(f"  - {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
        for section, entries in facts.items()
    )


class TestTheHash:
    def test_it_is_a_sha256_in_hex(self, tmp_path: Path) -> None:
        found = _hash_of(tmp_path, {"a.yaml": _as_yaml(FACTS)})

        assert len(bytes.fromhex(found)) == 32

    @pytest.mark.parametrize(
        "layout",
        [
            lambda facts: {"other/name.yml": _as_yaml(facts)},
            lambda facts: {"a.yaml": "\n\n# A comment\n" + _as_yaml(facts).replace("\n", "\r\n")},
            lambda facts: {"a.yaml": _as_yaml({section: entries[::-1] for section, entries in facts.items()})},
            lambda facts: {"a.yaml": _as_yaml(dict(reversed(facts.items())))},
            lambda facts: {f"{section}.yaml": _as_yaml({section: entries}) for section, entries in facts.items()},
            lambda facts: {"a.yaml": _as_yaml(facts).replace('"Armenia"', "AM").replace('["press"]', "press")},
            lambda facts: {"a.yaml": _as_yaml(facts).replace('"id": "one"', '"id": "one", "status": "occurred"')},
        ],
        ids=["name of the file", "line breaks", "order of entries", "order of sections", "many files", "short forms",
             "defaults written out"],
    )  # fmt: skip
    def test_it_does_not_depend_on_the_layout(self, layout: Callable[[Facts], dict[str, str]], tmp_path: Path) -> None:
        first = _hash_of(tmp_path / "first", {"a.yaml": _as_yaml(FACTS)})

        assert _hash_of(tmp_path / "second", layout(FACTS)) == first

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("2025-12-22", "2025-12-21"),
            ("attended", "absent"),
            ('"Armenia"', '"Georgia"'),
            ('"quote": "so"', '"quote": "no"'),
            ("Раз", "Два"),
            ('"part_of": "three"', '"part_of": "one"'),
            ("1991/..", "1991/"),
            ("https://example.org/", "https://example.org/x"),
        ],
    )
    def test_it_depends_on_every_fact(self, old: str, new: str, tmp_path: Path) -> None:
        text = _as_yaml(FACTS).replace('"part_of": "three", ', "") if new == '"part_of": "one"' else _as_yaml(FACTS)
        changed = _as_yaml(FACTS).replace(old, new, 1) if text == _as_yaml(FACTS) else text
        assert changed != _as_yaml(FACTS)

        assert _hash_of(tmp_path / "a", {"a.yaml": _as_yaml(FACTS)}) != _hash_of(tmp_path / "b", {"a.yaml": changed})

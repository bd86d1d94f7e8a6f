"""The details of an event: all that is known of it, and what is not stated."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.load import load_timeline
from app.payload import build_payload
from tests.core import core
from tests.drawing import texts_of

EVENTS = """\
schema: sidelines/1
organisations:
  - {id: union, kind: igo, name: Northern Union, short: NU}
sources:
  - {id: paper, title: A paper, archived: "https://archive.example/paper", url: "https://example.org/paper"}
events:
  - id: bare
    title: Bare
    type: summit
    date: unknown
  - id: spoken
    title: Spoken
    type: statement
    date: 2020
  - id: whole
    title: Whole
    type: summit
    date: 2021
    place: {city: Oslo, country: Norway}
    organisations: [union]
    tags: [informal, video]
    participants:
      - {actor: Norway, role: host, status: attended}
      - {actor: Denmark, status: absent, basis: inferred}
      - {actor: Sweden, status: absent, basis: external}
    sources: [{source: paper, quote: They met., locator: p. 3}]
"""


@pytest.fixture(scope="module")
def events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("panel") / "events.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("bare", "Date not stated · Place not stated"),
        ("bare", "Participants not stated"),
        ("bare", "No source is given"),
        ("spoken", "Participants not stated"),
        ("whole", "2021 · Oslo, Norway"),
        ("whole", "Organisations | Northern Union"),
        ("whole", "Tags | informal, video"),
        ("whole", "Denmark |  · absent | Role and status: worked out from other events"),
        ("whole", "Sweden |  · absent | Role and status: supplied by the editor of the file"),
        ("whole", "They met. | A paper |  · p. 3 |  ·  | archived copy"),
    ],
)
def test_the_details_say(event: str, said: str, events: Path) -> None:
    assert said in _details(events, event)


@pytest.mark.parametrize(
    ("event", "unsaid"),
    [
        ("spoken", "Place not stated"),  # of a statement nobody asks where
        ("whole", "not stated"),
        ("bare", "Organisations"),
        ("bare", "Tags"),
    ],
)
def test_the_details_do_not_say(event: str, unsaid: str, events: Path) -> None:
    assert unsaid not in _details(events, event)


def _details(path: Path, event: str) -> str:
    payload = build_payload(load_timeline(path).timeline)
    model = f"sidelines.timeline.unpack({core().keep(f'panel {path}', payload).name})"
    script = f"((model) => sidelines.panel.details(model, model.indexOf.get('{event}'), model.theme.light))({model})"
    return " | ".join(texts_of(core().evaluate(script)))

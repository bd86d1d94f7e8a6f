"""Made-up timelines of any size, and made-up views of them; the same for the same seed.

In: a seed and a size. Out: a `Timeline` with dates of every kind, and views that ask for what it has.
"""

from __future__ import annotations

from random import Random
from typing import Any

from app.model import EventType, Role, Status, Timeline
from app.view import View
from app.vocabulary import Vocabulary
from tests.compact import timeline_of

COUNTRIES = ("ARM", "AZE", "BLR", "KAZ", "KGZ", "MDA", "RUS", "TJK", "TKM", "UZB", "GEO", "UKR")
PEOPLE = ("ilham-aliyev", "nikol-pashinyan", "vladimir-putin", "kassym-jomart-tokayev")
ORGANISATIONS = ("cis", "eaeu", "csto")
TAGS = ("rail", "trade", "energy, nuclear", "Война")
CITIES = ("Minsk", "Saint Petersburg", "Washington, D.C.", "Баку", "北京")
SOURCES = ("one", "two", "three")
WORDS = (
    "summit",
    "Gipfel",
    "саммит",
    "峰会",
    "rail freight",
    "railway",
    "trade turnover",
    "Ağdam",
    "Łódź",
    "peace",
    "قمة",
)
QUERIES = (
    "",
    "",
    "",
    "rail",
    '"rail"',
    "trade|peace",
    "-summit",
    "lodz",
    "саммит 峰",
    "agdam -rail",
    '"trade turnover"',
    "مة",
)
TYPES = tuple(EventType)
DATES = (
    "{y}", "{y}-{m:02}", "{y}-{m:02}-{d:02}", "{y}-{m:02}-{d:02}", "{y}/..", "../{y}-{m:02}", "{y}/", "/{y}", "{y}~",
    "{y}-{m:02}?", "{y}-{m:02}-{d:02}/{z}", "{y}%/{z}", "",
)  # fmt: skip


def synthetic_timeline(seed: int, size: int) -> Timeline:
    """A timeline of `size` events from 1990 to 2025."""
    rng = Random(seed)
    actors = {code: ["state", code.title()] for code in COUNTRIES}
    actors |= {person: ["person", person.replace("-", " ").title()] for person in PEOPLE}
    actors |= {body: ["igo", body.upper()] for body in ORGANISATIONS}
    events = [_event(rng, number) for number in range(size)]
    return timeline_of({"actors": actors, "sources": {name: f"Source {name}" for name in SOURCES}, "events": events})


def synthetic_view(seed: int, words: Vocabulary) -> View:
    """A view that asks for a few things at once."""
    rng = Random(seed)
    since, until = sorted(rng.sample(range(1988, 2028), 2))
    return View(
        country=_some(rng, COUNTRIES, 3),
        match=rng.choice(("any", "all")),
        role=_some(rng, tuple(Role)[:4], 2),
        status=_some(rng, tuple(Status)[:3], 2),
        type=_some(rng, TYPES, 6),
        org=_some(rng, ORGANISATIONS, 1),
        person=_some(rng, PEOPLE, 2),
        tag=_some(rng, TAGS, 2),
        place=_some(rng, [entry.id for entry in words.entries["place"]] + ["petersburg", "wash", "mins"], 2),
        source=_some(rng, SOURCES, 1),
        from_=rng.choice((None, None, f"{since}", f"{since}-05", f"{since}-05-09")),
        to=rng.choice((None, None, f"{until}", f"{until}-05", f"{until}-05-09")),
        dates=rng.choice(("possible", "certain")),
        mentions=rng.choice((True, False)),
        q=rng.choice(QUERIES),
    )


def _event(rng: Random, number: int) -> dict[str, Any]:
    year, month, day = rng.randint(1990, 2024), rng.randint(1, 12), rng.randint(1, 28)
    participants = [
        [country, rng.choice(tuple(Role)[:4]), rng.choice(tuple(Status)[:4]), rng.choice((None, *PEOPLE))]
        for country in rng.sample(COUNTRIES, rng.randint(0, 4))
    ]
    return {
        "id": f"event-{number:05}",
        "type": rng.choice(TYPES),
        "title": " ".join(rng.sample(WORDS, 3)),
        "summary": {"en": " ".join(rng.sample(WORDS, 4)), "ru": rng.choice(WORDS)},
        "date": rng.choice(DATES).format(y=year, m=month, d=day, z=year + rng.randint(1, 3)),
        "participants": participants,
        "mentions": rng.sample(COUNTRIES, rng.randint(0, 2)),
        "organisations": rng.sample(ORGANISATIONS, rng.randint(0, 1)),
        "tags": rng.sample(TAGS, rng.randint(0, 2)),
        "sources": [[rng.choice(SOURCES), rng.choice(WORDS)]],
        "place": {"city": rng.choice(CITIES), "country": rng.choice((None, *COUNTRIES))},
    }


def _some(rng: Random, choices: Any, most: int) -> tuple[str, ...]:  # noqa: ANN401 - strings and enums of strings
    """Nothing two times of three, so that a view with many parts still finds something."""
    count = rng.randint(1, most) if rng.random() < 1 / 3 else 0
    return tuple(sorted(str(choice) for choice in rng.sample(list(choices), count)))

"""The tables of words: every phrase of every language can be said, and what is said is read."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import datetime
from types import SimpleNamespace
from typing import Literal

import pytest
from babel.dates import get_day_names, get_month_names

from app.dates import DateContext, DateError, leaf
from app.dates.constructs import CONSTRUCTS
from app.dates.grammar import Phrase, phrases
from app.dates.lexicon import Lexicon, fold, lexicon
from app.dates.phrase import read_phrase, read_with
from app.dates.read import read_date
from app.dates.scope import scope_of
from app.dates.words import LANGUAGES, words_of
from tests.date_tables import outcome

SCOPE = scope_of("", DateContext(dateline="2025-12-22", anchor=read_date("2025-12-22")))
DATES = ("2025", "2025-12", "2025-12-22", "2025-W52", "202X", "20XX")
PHRASES = [(code, phrase) for code in LANGUAGES for phrase in phrases(code)]


def first_forms(known: Lexicon) -> dict[str, tuple[str, ...]]:
    """Something to say for each slot: the first word of each list, and numbers where there are none."""
    first = {kind: next(iter(values), "") for kind, values in known.values.items()}
    fixed = {
        "day": ("21",),
        "day2": ("22",),
        "mm": ("5",),
        "mm2": ("6",),
        "year": ("2025",),
        "year2": ("2026",),
        "yy": ("26",),
        "decade": ("1990",),
        "tens": (first["tens"] or "90",),
        "n": (first["number"],),
        "ordinal": (first["ordinal"],),
        "century": ("xix",) if known.words.code != "ar" else ("التاسع عشر",),
        "q": ("1",),
        "q2": ("3",),
        "h": ("1",),
        "time": ("14:30",),
        "time2": ("15:30",),
        "a": DATES,
        "b": ("2026", "2026-12-23"),
        "weekday": (first["weekday"],),
        "unit": tuple(known.units),
        "open": ("(",),
        "close": (")",),
    }
    names = {kind: tuple(known.values[kind]) for kind in ("month", "season")}
    last = {f"{kind}2": tuple(reversed(forms)) for kind, forms in names.items()}
    return fixed | names | last


def sayings(pattern: str) -> Iterator[str]:
    """The pattern with every choice and every optional word taken in turn, slots left as they are."""
    inner = re.search(r"\[([^\[\]()]*)\]( ?)|\(([^\[\]()]*)\)", pattern)
    if inner is None:
        yield pattern.replace("  ", " ").strip()
        return
    before, after = pattern[: inner.start()], pattern[inner.end() :]
    chosen = inner[1] if inner[1] is not None else inner[3]
    for word in chosen.split("|"):
        yield from itertools.islice(sayings(f"{before}{word}{inner[2] or ''}{after}"), 20)
    if inner[1] is not None:
        yield from itertools.islice(sayings(f"{before}{after}"), 20)


def samples(phrase: Phrase, known: Lexicon) -> Iterator[str]:
    """Texts that the phrase should claim."""
    said = first_forms(known)
    for text in itertools.islice(sayings(phrase.pattern), 12):
        slots = re.findall(r"\{(\w+)\}", text)
        for words in itertools.islice(itertools.product(*(said[slot] for slot in slots)), 200):
            left = iter(words)
            yield re.sub(r"\{\w+\}", lambda _, left=left: next(left), text)  # type: ignore[misc]


def reads(phrase: Phrase, text: str, known: Lexicon) -> bool:
    """Whether the phrase reads the text, or refuses it for having two meanings."""
    try:
        return read_with(phrase, fold(text, known.words), known.words.code, SCOPE) is not None
    except DateError as error:
        return error.code in {"E319", "E312"}


def is_read(phrase: Phrase, known: Lexicon) -> bool:
    """Whether the phrase reads one of its samples. Many are tried: none may raise anything but a refusal."""
    texts = samples(phrase, known)
    first = {reads(phrase, text, known) for text in itertools.islice(texts, 120)}
    return True in first or any(reads(phrase, text, known) for text in texts)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_reads_something(code: str) -> None:
    known = lexicon(code)
    dead = [(phrase.construct, phrase.pattern) for phrase in phrases(code) if not is_read(phrase, known)]
    assert dead == []


def test_every_construct_is_named_by_a_language_and_the_other_way_round() -> None:
    assert {phrase.construct for _, phrase in PHRASES} == set(CONSTRUCTS)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_has_one_number_in_its_list(code: str) -> None:
    words = words_of(code)
    assert words is not None
    for entries in (words.months, words.weekdays, words.seasons, words.numbers, words.ordinals):
        forms = [form for entry in entries for form in fold(entry, words).split("|")]
        assert sorted(forms) == sorted(set(forms))
    assert len(words.weekdays) == 7
    assert len(words.months) == (0 if code == "zh" else 12)
    assert len(words.seasons) == 4


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "zh"])
def test_every_form_of_every_month_is_that_month(code: str) -> None:
    words = words_of(code)
    assert words is not None
    for number, entry in enumerate(words.months, 1):
        for form in entry.split("|"):
            found = read_phrase(f"{form} 2021", code, SCOPE) or read_phrase(f"2021 {form}", code, SCOPE)
            assert found is not None, form
            assert found.edtf == f"2021-{number:02}", form


# Some languages have a form of their own for a month that stands alone; Babel gives it only for those.
SPELT = [(code, "format") for code in LANGUAGES if code != "zh"] + [("ru", "stand-alone"), ("uk", "stand-alone")]


@pytest.mark.parametrize(("code", "context"), SPELT)
def test_the_months_are_those_of_cldr(code: str, context: Literal["format", "stand-alone"]) -> None:
    for number, name in get_month_names("wide", context=context, locale=code).items():
        assert read_date(f"{name} 2021", DateContext(langs=(code,))).edtf == f"2021-{number:02}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_weekdays_are_those_of_cldr(code: str) -> None:
    latest = ("2025-12-22", "2025-12-16", "2025-12-17", "2025-12-18", "2025-12-19", "2025-12-20", "2025-12-21")
    for number, name in get_day_names("wide", locale=code).items():
        assert read_date(name, DateContext(langs=(code,), dateline="2025-12-22")).edtf == latest[number]


def test_what_dateparser_gives_is_believed_only_where_the_text_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = SimpleNamespace(date_obj=datetime(2025, 11, 22), period="day")  # noqa: DTZ001 - as dateparser's own
    monkeypatch.setattr(leaf, "_parser", lambda _: SimpleNamespace(get_date_data=lambda _: answer))
    polish = DateContext(langs=("pl",))
    assert outcome("22 listopada 2025", polish) == "2025-11-22"
    for other in ("22 grudnia 2025", "21 listopada 2025", "22 listopada 2024", "listopad 2025"):
        assert outcome(other, polish) == "!E301"

"""Folding and the language of the search box, in Python and in the browser."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search import Term, clean, contains, fold, join_texts, matches, read_query
from tests.core import core

FOLDED = [
    ("", ""),
    ("Armenia", "armenia"),
    ("Türkiye", "turkiye"),
    ("Côte d’Ivoire", "cote d'ivoire"),
    ("İlham Əliyev", "ilham əliyev"),
    ("Ilıca", "ilica"),
    ("Łódź", "lodz"),
    ("Øresund", "oresund"),
    ("Straße", "strasse"),
    ("STRASSE", "strasse"),
    ("Ærø", "aero"),
    ("Đà Nẵng", "da nang"),
    ("Пётр Й", "петр и"),
    ("Հայաստան և", "հայաստան եւ"),
    ("ΟΔΟΣ", "οδοσ"),
    ("οδός", "οδοσ"),
    ("مُحَمَّد", "محمد"),
    ("محمـــد", "محمد"),
    ("שָׁלוֹם", "שלום"),
    ("हिन्दी", "हिन्दी"),
    ("ＣＩＳ", "cis"),
    ("ﬁnal", "final"),
    ("한국", "한국"),
    ("がぎ", "がぎ"),
    ("2025–26", "2025-26"),
    ("“quoted”", '"quoted"'),
    ("«quoted»", '"quoted"'),
    ("soft\u00adhyphen", "softhyphen"),
    ("a\u200bb", "ab"),
    ("a\u00a0\u2009 b\t\n", "a b"),
    ("\ud800x", "x"),
    ("🚂 Rail", "🚂 rail"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert core().call("search.fold", text) == folded


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_does_not_count(text: str) -> None:
    assert fold(text.lower()) == fold(text)


@given(st.text())
def test_the_browser_folds_and_cleans_alike(text: str) -> None:
    assert core().call("search.fold", text) == fold(text)
    assert core().call("search.clean", text) == clean(text)


def test_the_browser_folds_every_character_alike() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1) if category(chr(code)) not in {"Cn", "Cs"}]
    kept = core().keep("characters", characters)
    folded = core().evaluate(f"{kept.name}.map((character) => sidelines.search.fold(character))")
    assert [pair for pair in zip(characters, folded, strict=True) if fold(pair[0]) != pair[1]] == []


QUERIES = [
    ("", ()),
    ("   ", ()),
    ("-", ()),
    ("| |", ()),
    ('""', ()),
    ('" "', ()),
    ("Rail", ((Term("rail"),),)),
    ("rail freight", ((Term("rail"),), (Term("freight"),))),
    ("minsk|moscow", ((Term("minsk"), Term("moscow")),)),
    ("minsk | moscow", ((Term("minsk"), Term("moscow")),)),
    ("visit minsk|moscow", ((Term("visit"),), (Term("minsk"), Term("moscow")))),
    ("a|b c", ((Term("a"), Term("b")), (Term("c"),))),
    ("|a|", ((Term("a"),),)),
    ("a||b", ((Term("a"), Term("b")),)),
    ("-summit", ((Term("summit", absent=True),),)),
    ("--summit", ((Term("summit", absent=True),),)),
    ("- summit", ((Term("summit"),),)),
    ("rail -freight", ((Term("rail"),), (Term("freight", absent=True),))),
    ("a|-b", ((Term("a"), Term("b", absent=True)),)),
    ("al-assad", ((Term("al-assad"),),)),
    ('"Rail  Freight"', ((Term("rail freight", whole=True),),)),
    ("“rail freight”", ((Term("rail freight", whole=True),),)),
    ('-"rail freight"', ((Term("rail freight", whole=True, absent=True),),)),
    ('"rail freight', ((Term("rail freight", whole=True),),)),
    ('rail"freight"', ((Term("rail"),), (Term("freight", whole=True),))),
    ('"a|b -c"', ((Term("a|b -c", whole=True),),)),
    ("Pashinyan’s", ((Term("pashinyan's"),),)),
    ("(rail)", ((Term("(rail)"),),)),
]


@pytest.mark.parametrize(("text", "query"), QUERIES)
def test_a_query_is_read(text: str, query: tuple[tuple[Term, ...], ...]) -> None:
    assert read_query(text) == query
    plain = [[{"words": t.words, "whole": t.whole, "absent": t.absent} for t in group] for group in query]
    assert core().call("search.read", text) == plain


TEXTS = (
    "CIS informal summit",
    "“Rail freight has already resumed”",
    "تحدث الرئيس إلى المؤتمر",
    "于2022年在上海会晤",
    "Путин встретился с Пашиняном",
)
FOUND = [
    ("informal", True),
    ("INFORMAL", True),
    ("inform", True),
    ("formal", False),
    ("rail", True),
    ("ail", False),
    ('"rail freight"', True),
    ('"rail freigh"', False),
    ('"freight rail"', False),
    ('"summit rail"', False),
    ('"summit rail freight"', False),
    ("freight rail", True),
    ("informal road", False),
    ("road|rail", True),
    ("road|sea", False),
    ("-road", True),
    ("-rail", False),
    ("informal -rail", False),
    ("informal -road", True),
    ("road|-sea", True),
    ("road|-rail", False),
    ("مؤتمر", True),
    ("上海", True),
    ("海会", True),
    ("2022", True),
    ("022", False),
    ("пашинян", True),
    ("ашинян", False),
    ('"пашинян"', False),
    ('"пашиняном"', True),
    ("resumed\n", True),
    ('"', True),
]


@pytest.mark.parametrize(("query", "found"), FOUND)
def test_what_a_query_finds(query: str, found: bool) -> None:
    text = join_texts(TEXTS)
    assert matches(read_query(query), text) is found
    assert core().call("search.matches", core().call("search.read", query), text) is found


WORDS = st.text(alphabet="aÀbб中1२🚂𐐀 \n-", max_size=12)


@given(WORDS, WORDS.filter(bool), st.booleans())
def test_the_browser_finds_alike(text: str, words: str, whole: bool) -> None:
    assert core().call("search.contains", text, words, whole) is contains(text, words, whole=whole)


@given(st.text(), st.text(min_size=1))
def test_whole_words_are_words_begun(text: str, words: str) -> None:
    assert contains(text, words, whole=False) >= contains(text, words, whole=True)


@given(st.lists(st.text(alphabet="ab c", max_size=8), max_size=4))
def test_texts_are_joined_folded_and_once(texts: list[str]) -> None:
    lines = [line for line in join_texts(texts).split("\n") if line]
    assert lines == list(dict.fromkeys(fold(text) for text in texts if fold(text)))

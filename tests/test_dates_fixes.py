"""What a refusal says to write instead: each line of the table is a wrong date, its refusal and its fix."""

from __future__ import annotations

import re
from itertools import product

import pytest

from app.dates import DateContext, DateError, read_date, spelling
from tests.date_tables import FOLDER, outcome

LINES = (FOLDER / "fixes.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]
of_each_row = pytest.mark.parametrize(
    ("written", "code", "leaning", "fix"), ROWS, ids=[f"{written} {leaning}".strip() for written, _, leaning, _ in ROWS]
)


def _context(leaning: str) -> DateContext:
    given = dict(option.split("=") for option in leaning.split())
    return DateContext(langs=(given.get("lang", "en"),), order=given.get("order"))


def _refusal(written: str, context: DateContext) -> DateError:
    with pytest.raises(DateError) as caught:
        read_date(written, context)
    return caught.value


@of_each_row
def test_a_wrong_date_is_told_what_to_write(written: str, code: str, leaning: str, fix: str) -> None:
    error = _refusal(written, _context(leaning))
    assert (f"!{error.code}", error.fix) == (code, fix)


@of_each_row
def test_what_is_told_can_be_read(written: str, code: str, leaning: str, fix: str) -> None:
    spellings = re.findall('"([^"]*)"', fix)
    assert spellings, (written, code)
    assert [each for each in spellings if outcome(each, _context(leaning)).startswith("!")] == []


SIDES = {"since": "1991/..", "until": "../1991", "before": "../1990", "after": "1992/..", "about": "1991~"}
GAPS = ("its foundation in", "the collapse of the union in", "ratification,", "Gorbachev's resignation in")


@pytest.mark.parametrize(("side", "gap"), list(product(SIDES, GAPS)))
def test_a_fix_keeps_the_word_that_says_on_which_side_of_the_date_it_lies(side: str, gap: str) -> None:
    fix = _refusal(f"{side} {gap} 1991", DateContext()).fix
    assert fix == f'Write "{side} 1991" or "{SIDES[side]}", if that is all it says of the date.'


@pytest.mark.parametrize(
    ("written", "langs", "told"),
    [
        ("14 июня 2024", ("en",), "`lang: ru`"),
        ("14 июня 2024", ("tr",), "`lang: [tr, ru]`"),
        ("2023 yazı", ("en",), "`lang: tr` or `lang: az`"),
        ("14 maj 2024", ("en",), "`lang: pl` or `lang: sv` or `lang: da`"),
    ],
)
def test_a_date_in_a_language_that_is_not_declared_names_the_language(
    written: str, langs: tuple[str, ...], told: str
) -> None:
    error = _refusal(written, DateContext(langs=langs))
    assert f"Write {told} for the date or the file" in error.fix
    assert "`lang` does not say so" in error.message


def test_a_word_with_two_nearest_words_is_not_set_right_to_one_of_them() -> None:
    assert _refusal("Juny 2024", DateContext()).fix == 'Write "June 2024" or "July 2024".'


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("14.06.2024", "can only mean 2024-06-14: the file does not declare the order of its numbers."),
        ("05.06.2024", "can mean 2024-05-06 or 2024-06-05: the file does not declare the order of its numbers."),
    ],
)
def test_numbers_say_what_they_can_mean(written: str, why: str) -> None:
    assert _refusal(written, DateContext()).message == f'"{written}" {why}'


def test_numbers_in_another_order_name_the_declared_one() -> None:
    assert _refusal("04/05/2022", DateContext(order="YMD")).message.endswith("the file declares the order YMD.")


@pytest.mark.parametrize(
    ("written", "lang"),
    [
        ("the last days of June 2024", "en"),
        ("first weeks of 2024", "en"),
        ("первые месяцы 2024 года", "ru"),
        ("перші тижні 2024 року", "uk"),
        ("les premières semaines de 2024", "fr"),
        ("die letzten Tage des Juni 2024", "de"),
        ("los primeros meses de 2024", "es"),
        ("2024 yılının ilk ayları", "tr"),
        ("2024-cü ilin ilk ayları", "az"),
        ("2024 жылдың алғашқы айлары", "kk"),
        ("2024 թվականի առաջին ամիսներին", "hy"),
        ("الأشهر الأولى من عام 2024", "ar"),
    ],
)
def test_several_days_or_months_of_which_nobody_says_how_many_are_not_one(written: str, lang: str) -> None:
    assert outcome(written, DateContext(langs=(lang,))) == "!E301"


@pytest.mark.parametrize(
    "edtf",
    """2024 2024-06 2024-06-14 2024~ 2024-06-14? 2024-06% 199X 18XX 2024-35 2024-21 2024-W24 2024-06-14T14:30
    2024-06-14T14:30+03:00 2024-06-14/2024-06-16 2022/.. ../2022 1984~/1986 1985/ /1985""".split(),
)
def test_the_english_spelling_of_a_date_is_the_date(edtf: str) -> None:
    assert read_date(spelling.in_english(edtf)).edtf == edtf

"""Every name that CLDR has for a month or weekday is read, in each language and in each country that speaks it."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

import pytest

from app.dates import DateContext
from app.dates.words import LANGUAGES
from tests.date_tables import outcome

# In a process of its own for each language: Babel's locales share what they inherit, so that one that was loaded before
# may lend its names to another.
NAMES = """
import json, sys
from babel import Locale, localedata
OTHER_SCRIPTS = {"en_Shaw", "en_Dsrt", "az_Arab", "az_Cyrl", "kk_Arab", "zh_Latn"}
found = {"months": [], "days": []}
for name in sorted(localedata.locale_identifiers(), key=len):
    parts = name.split("_")
    if parts[0] != sys.argv[1] or "_".join(parts[:2]) in OTHER_SCRIPTS:
        continue
    locale = Locale.parse(name)
    for form in ("format", "stand-alone"):
        found["months"] += [[number, word] for number, word in locale.months[form]["wide"].items()]
        found["days"] += [[number, word] for number, word in locale.days[form]["wide"].items()]
    found["months"] += [[number, word] for number, word in locale.months["format"]["abbreviated"].items()]
print(json.dumps(found))
"""
MONDAY = 10  # of June 2024
# Two months at once, and none: CLDR gives Morocco "jui." for June alone, and Yemen no short names.
NO_NAMES = {"jui.", *(f"M{number:02}" for number in range(1, 13))}


@cache
def _names(code: str) -> dict[str, list[tuple[int, str]]]:
    said = subprocess.run([sys.executable, "-c", NAMES, code], capture_output=True, text=True, check=True).stdout
    return {kind: list(dict.fromkeys(map(tuple, pairs))) for kind, pairs in json.loads(said).items()}


def _date(code: str, month: str, day: int) -> str:
    return f"2024年{month}{day}日" if code == "zh" else f"{day} {month} 2024"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_name_of_a_month_is_read(code: str) -> None:
    names = [(number, name) for number, name in _names(code)["months"] if name not in NO_NAMES]
    context = DateContext(langs=(code,))
    assert len(names) >= 12
    assert {name: outcome(_date(code, name, 5), context) for _, name in names} == {
        name: f"2024-{number:02}-05" for number, name in names
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_name_of_a_weekday_is_read(code: str) -> None:
    june = next(name for number, name in _names(code)["months"] if number == 6)
    context = DateContext(langs=(code,))
    said = {name: (number, f"{_date(code, june, MONDAY + number)}, {name}") for number, name in _names(code)["days"]}
    assert len(said) >= 7
    assert {name: outcome(text, context) for name, (_, text) in said.items()} == {
        name: f"2024-06-{MONDAY + number}" for name, (number, _) in said.items()
    }

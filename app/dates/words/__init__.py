"""The languages whose dates the grammar reads, one module each."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from app.dates.words.table import Words

LANGUAGES = ("en", "ru", "tr", "az", "kk", "hy", "uk", "fr", "de", "es", "ar", "zh")


@cache
def words_of(code: str) -> Words | None:
    """The table of a language by its ISO 639-1 code, or None. A table is loaded only when a file asks for it."""
    if code not in LANGUAGES:
        return None
    words: Words = import_module(f"app.dates.words.{code}").WORDS
    return words

"""Forms that people write and the grammar does not read, in the form that it does.

In: a text that no step has claimed. Out: other spellings of the same date, the most likely first; whoever asks tries
whether they are read. None of them may say less than the text, or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNIT = "(?:day|month|date|time|year)s?"
_UNKNOWN = "(?:unknown|unclear|uncertain|not (?:known|given|stated|specified))"
# What is written -> what is read.
_FORMS: tuple[tuple[str, str], ...] = (
    # signs: a catalogue's brackets, a mark before the year, a sign for before and after
    (r"^\((.+)\)$", r"\1"),
    (r"^\[([^,;]+)\]$", r"\1?"),
    (r"^\?\s*(.+)$", r"\1?"),
    (r"^(?:<=|≤)\s*", "until "),
    (r"^(?:>=|≥)\s*", "since "),
    (r"^<\s*", "before "),
    (r"^>\s*", "after "),
    (r"^(?:≈|≃|±|\+/-)\s*", "about "),
    (r"^(.+?),? \(?(ca?\.?|circa|approx\.?|about|approximate)\)?$", r"about \1"),
    (r"^(.+?)-?ish$", r"about \1"),
    (r"^(?:date|when|year)\s*[:=]\s*", ""),
    (r"^a\.?d\.? ?([1-9][0-9]{2})$", r"0\1-XX"),
    (r"^([1-9][0-9]{2}) (?:ad|ce)$", r"0\1-XX"),
    # the part that is not known, said in words
    (rf"[ ,;(]+(?:the )?(?:exact |precise )?{_UNIT} (?:is |are )?{_UNKNOWN}\)?$", ""),
    (rf"^(?:(?:the )?(?:exact |precise )?{_UNIT} )?{_UNKNOWN},? (?:but )?", ""),
    (r"^([0-9]{4})-(?:\?\?|xx)-(?:\?\?|xx)$", r"\1"),
    (r"^([0-9]{4}-[0-9]{2})-(?:\?\?|xx)$", r"\1"),
    # ranges
    (r"(?<![0-9.])([0-9]{1,2})\.(?= ?-| [^\W\d_])", r"\1"),
    (r"(?<=[^\W\d_])/(?=[^\W\d_])", "-"),
    (r" / ", " - "),
    (r"^(?:the )?([0-9]+[a-z]{2}) ?(?:-|to|and) ?([0-9]+[a-z]{2}) centur(?:y|ies)$", r"\1 century - \2 century"),
    (r"(?<=[0-9])(?:\.\.|--)(?=[0-9])", "/"),
    (r"^([0-9]{4}-[0-9]{2}-)([0-9]{2}) ?[/-] ?([0-9]{2})$", r"\1\2/\1\3"),
    (r"^([0-9]{4}-)([0-9]{2}(?:-[0-9]{2})?)/([0-9]{2}(?:-[0-9]{2})?)$", r"\1\2/\1\3"),
    # open ends
    (r"^([0-9]{4}(?:-[0-9]{2}){0,2})(?: ?(?:\.{2,3}|\u2026|\+))$", r"\1/.."),
    (r"^(?:\.{2,3}|\u2026) ?([0-9]{4}(?:-[0-9]{2}){0,2})$", r"../\1"),
    # times, weeks, slips
    (r"(?<=[0-9])(?=[ap]\.?m\b)", " "),
    (r"([0-9]),?(?: um)? ([0-9]{1,2})[.:]([0-9]{2}) (?:uhr|o'clock|hrs?|hours)$", r"\1 \2:\3"),
    (r"([0-9],?(?: at)?) ([0-9]{1,2})[.h]([0-9]{2})$", r"\1 \2:\3"),
    (r",? (?:at )?(?:12 )?noon$", " 12:00"),
    (r"^(?:at )?noon (?:on )?(.+)$", r"\1 12:00"),
    (r"(T[0-9:]+[+-])([0-9])$", r"\g<1>0\2:00"),
    (r"(:[0-9]{2}(?: ?[ap]\.?m\.?)?) ([a-z]{3,4}) time$", r"\1 \2"),
    (r"(:[0-9]{2}(?: ?[ap]\.?m\.?)?) ([^\W\d_]+)$", r"\1 \2 time"),
    (r"^(?:cw|kw|wk|w)\.? ?([0-9]{1,2}),? ", r"week \1 "),
    (r"\bqtr\b\.?", "quarter"),
    (r"(?<=[0-9])[oо](?=[0-9])", "0"),
)
# "14-15.06.2024", "14.06.-15.06.2024"
_NUMERIC_RANGE = re.compile(r"([0-9]{1,2})(?:[./]([0-9]{1,2}))?\.? ?- ?([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})")
MONTHS = 12
_DAYS = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})(?= [^\W\d_])")
_EXPRESSIONS = tuple((re.compile(form, re.IGNORECASE), read) for form, read in _FORMS)


def respellings(text: str) -> Iterator[str]:
    """The other spellings of a text, one for each form in which it is written."""
    numbers = _NUMERIC_RANGE.fullmatch(text)
    if numbers:
        yield from _days_in_numbers(*(int(number or numbers[4]) for number in numbers.groups()))
    for form, read in _EXPRESSIONS:
        if form.search(text):
            yield form.sub(read, text).strip()
    days = _DAYS.search(text)
    if days and int(days[2]) == int(days[1]) + 1:
        yield _DAYS.sub(r"\1-\2", text)


def _days_in_numbers(first: int, first_month: int, last: int, last_month: int, year: int) -> Iterator[str]:
    """The range in ISO 8601, where a day above twelve says in which order the numbers stand."""
    if max(first, last) > MONTHS:
        yield f"{year:04}-{first_month:02}-{first:02}/{year:04}-{last_month:02}-{last:02}"

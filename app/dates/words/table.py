"""What a language needs to bring so that its dates are read: its words, and the phrases that they stand in.

In: nothing. Out: `Words`. One module beside this one holds one language and nothing else, so that a person who
speaks it can review it without knowing the programme.

Words: `|` separates the forms of one word; a dot at the end of a form may be left out. Phrases: `(construct, pattern
...)`; in a pattern `[x]` may be left out, `(x|y)` is a choice, `, ` may be a comma or a space, ` - ` is a dash
between spaces, `-` a dash with or without, `.` may be left out, and `{slot}` is one of

    {day} {day2}      1-31 in digits, with the language's ordinal mark, or as an ordinal word
    {month} {month2}  the name of a month       {mm} {mm2}   a month by its number (Chinese)
    {year} {year2}    1000-2999                 {yy}         two digits
    {decade}          a year that ends in 0     {tens}       10, 20 ... 90 in digits, or as the name of a decade
    {weekday} {season} {unit}  their names      {n}          a number in digits or words
    {ordinal}         an ordinal in digits with a mark, or in words; {century} also in Roman numerals
    {q} {h}           a digit 1-4, 1-2          {time} {time2}  a time of day, with or without a zone
    {a} {b}           any date that the grammar reads      {open} {close}  the brackets ( and )

or the name of a shorthand of the language. Constructs are the functions of `app/dates/constructs/`; a number after
the name stands for {ordinal}. The first phrase that claims a whole text reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Phrases = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Words:
    """One language. Lists begin with January, Monday, one, first, spring."""

    code: str
    name: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    numbers: tuple[str, ...]
    ordinals: tuple[str, ...]
    ordinal_mark: str  # what follows an ordinal in digits, as a regular expression; "" where nothing does
    units: Mapping[str, str]  # day week month quarter half season year decade century
    phrases: Phrases
    plurals: str = ""  # forms of units and ordinals that mean several, and say how many only beside a number
    seasons: tuple[str, ...] = ()
    # Ways to say a range of {x} and {y}, and the shortened pairs that stand in them beside two whole dates.
    ranges: tuple[str, ...] = ("{x} - {y}", "{x}-{y}")
    pairs: tuple[tuple[str, str], ...] = ()
    clocks: tuple[str, ...] = ()  # times beside 14:30, with {hour} and {minute}
    zones: Mapping[str, str] = field(default_factory=dict)
    tens: tuple[str, ...] = ()  # names of decades: tens, twenties ... nineties
    shorthands: Mapping[str, str] = field(default_factory=dict)  # {Y} and the like: pieces that many patterns share
    digits: str = ""  # ten characters that stand for 0-9 in a year
    spaceless: bool = False  # spaces mean nothing (Chinese)
    dotless_i: bool = False  # I and i are two letters (Turkish, Azerbaijani)

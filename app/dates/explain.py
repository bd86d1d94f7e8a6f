"""Why a text is not read: the refusal that fits it best, once no step has claimed it.

In: a text and its context. Out: `DateError`. The tests run from the most telling mark to the least; where a part of the text is a
date by itself, the refusal says so.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator

from app.dates import grammar, leaf, refuse
from app.dates.value import DateContext, DateError
from app.dates.words import words_of

_BEFORE_CHRIST = re.compile(
    r"\b(b\.? ?c\.?(?: ?e\.?)?|до н\. ?э\.?|до нашей эры|до н\. ?е\.?|v\. ?chr\.?|av\. ?j\.?-?c\.?|a\. ?c\.|m\.? ?ö\.?"
    r"|e\.? ?ə\.?|б\.? ?з\.? ?д\.?|մ\.? ?թ\.? ?ա\.?|ق\.? ?م\.?)(?!\w)|公元前",
    re.IGNORECASE,
)
_JULIAN = re.compile(
    r"\b(o\.? ?s\.?|old style|julian|julien|julianisch\w*|juliano|ст\. ?ст\.?|с\. ?ст\.?|по старому стилю|за старим стилем)(?!\w)",
    re.IGNORECASE,
)
_CALENDARS = {
    "Islamic": "muharram safar rabi jumada rajab shaban ramadan shawwal dhu hijri ah هـ محرم صفر رجب شعبان رمضان شوال",
    "Persian": "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand",
    "Hebrew": "tishrei cheshvan kislev tevet shevat adar nisan iyar sivan tammuz av elul",
    "French Republican": "vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor thermidor fructidor",
}
_FISCAL = re.compile(
    r"\b(f\.?y\.? ?'?[0-9]|fiscal|financial year|бюджетн|финансов|mali yıl|geschäftsjahr|haushaltsjahr|exercice|ejercicio)",
    re.IGNORECASE,
)
_OR = "or and|или и|або та|veya ve|və ya|немесе және|կամ և|ou et|oder und|o y|أو و|或 和 及"
_ALTERNATIVES = re.compile(
    rf"^[\[{{].*[\]}}]$|[0-9].* (?:{'|'.join(sorted(set(re.split('[ |]', _OR))))}) ?.*[0-9]|[0-9]{{4}} ?[,;&] ?[0-9]{{4}}"
)
_TWO_DIGITS = re.compile(
    r"'[0-9]{2}(?![0-9])|^[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2}$|^[0-9]{4}[-/][0-9]{2}$|^[1-4]?[qh][1-4]? ?[0-9]{2}$"
    r"|^[1-4][qh][0-9]{2}$|^[0-9]{2}[-/][0-9]{2}$|^[0-9]0s$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"^(tb[acd]|n\.? ?d\.?|s\.? ?d\.?|n/?a|unknown|undated|none|null|no date|\?+|-+|неизвестно|б\.? ?д\.?)$",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"^[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?( ?\w+)?$")
_STRANGE_ZONE = re.compile(r"[0-9]:[0-9]{2} ?\(?([A-Z]{2,5})\)?$")
_ASKED = re.compile("[0-9]{4}")
_SIMILAR = 0.75


def refusal(text: str, context: DateContext) -> DateError:
    """The refusal for a text that nothing reads."""
    return next(_reasons(text, context), None) or refuse.unread(text)


def _reasons(text: str, context: DateContext) -> Iterator[DateError]:
    lower = text.lower()
    if _PLACEHOLDER.match(text):
        fix = 'Leave the date out, or write what is known, such as "2025" or "before 2025".'
        yield refuse.unread(text, "it says that none is known", fix)
    if _BEFORE_CHRIST.search(text):
        yield refuse.out_of_years()
    if _JULIAN.search(text):
        yield refuse.other_calendar(text, "Julian")
    names = set(re.findall(r"[^\W\d_]+", lower))
    for calendar, months in _CALENDARS.items():
        if names & set(months.split()) and re.search("[0-9]", text):
            yield refuse.other_calendar(text, calendar)
    if _FISCAL.search(text):
        yield refuse.fiscal(text)
    if _ALTERNATIVES.search(lower):
        yield refuse.alternatives(text)
    if _TWO_DIGITS.search(text) or _ends_in_two_digits(lower, context):
        yield refuse.two_digits(text)
    yield from _unfinished(text, lower, context)
    yield from _unknown_words(text, context)


def _ends_in_two_digits(text: str, context: DateContext) -> bool:
    found = re.fullmatch(r"(?:[0-9]{1,2}\D{0,3}[ -])?([^\W\d_]+)\.?[ -]'?[0-9]{2}", text)
    return (
        bool(found) and any(found[1] in grammar.lexicon(code).values["month"] for code in _codes(context))
        if found
        else False
    )


def _unfinished(text: str, lower: str, context: DateContext) -> Iterator[DateError]:
    for code in _codes(context):
        if lower.rstrip(".") in grammar.lexicon(code).values["month"]:
            yield DateError(
                "E312", f"{refuse.shown(text)} has no year.", 'Add the year, as in "May 2025" or "2025-05".'
            )
    if _TIME_ALONE.match(text):
        yield refuse.unread(text, "a time needs its day", 'Write "2025-12-22 14:30" or "22 December 2025, 14:30".')
    zone = _STRANGE_ZONE.search(text)
    if zone:
        yield refuse.unknown_zone(zone[1], "is not known")


def _codes(context: DateContext) -> tuple[str, ...]:
    return tuple(code for code in dict.fromkeys(("en", *context.langs)) if words_of(code))


def _unknown_words(text: str, context: DateContext) -> Iterator[DateError]:
    for code in context.langs:
        if words_of(code) is None and not leaf.is_known(code):
            why = f"dates in the language {refuse.shown(code)} are not read"
            yield refuse.unread(
                text, why, 'Write the date in English or in digits: "22 December 2025" or "2025-12-22".'
            )
    return

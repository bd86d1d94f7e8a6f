"""The marks by which a text shows why it is not read, such as another calendar or a choice between dates.

In: a text that no step has claimed. Out: expressions to search it with. They only choose the sentence of a refusal;
no date is read here.
"""

from __future__ import annotations

import re


def _any_of(*expressions: str) -> str:
    return "|".join(expressions)


def _words(*expressions: str) -> str:
    return rf"(?<!\w)(?:{_any_of(*expressions)})(?!\w)"


PLACEHOLDER = re.compile(
    _any_of(
        *(
            r"t\.?b\.?[acd]\.?",
            "to be (?:announced|confirmed|decided|determined|fixed)",
            r"n\. ?d\.?",
            r"nd",
            r"n/?a",
            r"none",
            r"null",
            r"unknown",
            r"undated",
            r"(?:no date|date unknown|not (?:known|dated|given|stated|yet)|pending|forthcoming)",
        ),
        *(r"[?-]+", r"s\. ?d\.?", r"o\. ?d\.?", r"б\. ?д\.?", "sine dato", "sine die"),
        *("без даты", "без дати", "дата неизвестна", "sans date", "ohne datum", r"o\. ?datum", "sin fecha", "tarihsiz"),
        *("неизвестно", "невідомо", "bilinmiyor", "naməlum", "белгісіз", "անհայտ", "inconnu", "unbekannt"),
        *("desconocido", "غير معروف", "不明", "未知"),
    ),
    re.IGNORECASE,
)
ONGOING = re.compile(
    _any_of(
        "(?:(?:until|till|to|up to) )?(?:the )?(?:present(?: day)?|now|current(?:ly)?|ongoing)",
        *(
            "(?:по )?настоящее время",
            r"по н(?:астоящее|\. ?)в(?:ремя|\.)",
            "сейчас",
            "bis heute",
            "laufend",
            "à ce jour",
        ),
        *("en cours", "hasta (?:hoy|la fecha)", "en curso", "günümüze kadar", "devam ediyor", "至今"),
    ),
    re.IGNORECASE,
)
UNFINISHED = re.compile(r"(.*[0-9]{4}.*?) ?(?:-|to|until|till|bis|jusqu'à|hasta|до|по)", re.IGNORECASE)
RECURRING = re.compile(
    _words(
        *(
            "every",
            "each",
            r"annual\w*",
            "yearly",
            "monthly",
            "weekly",
            "daily",
            r"кажд\w+",
            r"ежегодн\w+",
            r"щорічн\w+",
        ),
        *("jede[nrs]?", "jährlich", "chaque", r"annuel\w*", "cada", "anualmente", "her yıl", "hər il", "жыл сайын"),
    )
    + "|每年",
    re.IGNORECASE,
)
BEFORE_CHRIST = re.compile(
    _any_of(
        _words(
            *(
                r"b\.? ?c\.?(?: ?e\.?)?",
                r"до н\. ?э\.?",
                "до нашей эры",
                r"до н\. ?е\.?",
                "до нашої ери",
                r"v\. ?chr\.?",
            ),
            *(r"av\. ?j\.?-?c\.?", r"a\. ?c\.", r"m\. ?ö\.?", "mö", r"e\. ?ə\.?", r"б\. ?з\. ?д\.?", r"մ\. ?թ\. ?ա\.?"),
            *(r"ق\. ?م\.?", "قبل الميلاد"),
        ),
        "公元前",
        "^-[0-9]+",
    ),
    re.IGNORECASE,
)
JULIAN = re.compile(
    _words(
        *(r"o\. ?s\.", "os", "old style", "julian", "julien", r"julianisch\w*", "juliano"),
        *(r"(?:по )?ст\. ?ст\.?", r"с\. ?ст\.", "по старому стилю", "за старим стилем"),
    ),
    re.IGNORECASE,
)
FISCAL = re.compile(
    _words(
        *(r"f\.?y\.? ?'?[0-9]+.*", "fiscal", "financial year", r"бюджетн\w+", r"финансов\w+", r"фінансов\w+"),
        *(r"mali yıl\w*", r"geschäftsjahr\w*", r"haushaltsjahr\w*", "exercice", "ejercicio", "السنة المالية"),
    )
    + "|财年|财政年度",
    re.IGNORECASE,
)
_OR = "or and или и або та veya ve və немесе және կամ և ou et oder und o y أو و".split()
ALTERNATIVES = re.compile(
    _any_of(
        r"^[\[{].*[\]}]$",
        rf"[0-9].* (?:(?:{_any_of(*_OR)})(?!\w)|و ?)[^0-9]*[0-9]",
        "[0-9].*[或和及].*[0-9]",
        "[0-9]{4} ?[,;&] ?[0-9]{4}",
        "^(?:either|entweder|soit) ",
    ),
    re.IGNORECASE,
)
TWO_DIGITS = re.compile(
    _any_of(
        "'[0-9]{2}(?![0-9])",
        r"^[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{2}$",
        "(?<![0-9/-])[0-9]{4}/[0-9]{2}(?![0-9/-])",
        "^[0-9]{2}[-/][0-9]{2}$",
        "^(?:[qhts][1-4]|[1-4][qht])[ /-]?[0-9]{2}$",
        "^(?:the )?[0-9]0s$",
    ),
    re.IGNORECASE,
)
NUMBER = re.compile(r"[0-9]+\.?")
TIME_ALONE = re.compile(r"(?:at |в |um |à )?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?\w+)?", re.IGNORECASE)
STRANGE_ZONE = re.compile(
    r"[0-9]:[0-9]{2}(?: ?[ap]\.?m\.?)? ?\(?(?!Uhr)((?:[A-Z]{2,5}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: time)?)\)?$"
)

_CALENDARS = {
    "Islamic": "muharram safar rabi jumada rajab shaban ramadan shawwal hijri ah هـ محرم صفر رجب شعبان رمضان شوال",
    "Persian": "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand",
    "Japanese": "heisei reiwa showa shōwa taisho taishō meiji 平成 令和 昭和 大正 明治",
    "Buddhist": "พ ศ",
    "Hebrew": "tishrei cheshvan kislev tevet shevat adar nisan iyar sivan tammuz elul",
    "French Republican": "vendémiaire brumaire frimaire nivôse pluviôse ventôse germinal floréal prairial messidor"
    " thermidor fructidor",
}


_TWO_DAYS = re.compile(
    r"([0-9]{1,2})(?: [^\W\d_]+)? ?[/(] ?([0-9]{1,2})(?: [^\W\d_]+)?\)? (?:[^\W\d_]+ )?[0-9]{4}|"
    r"[^\W\d_]+ ([0-9]{1,2}) ?[/(] ?(?:[^\W\d_]+ )?([0-9]{1,2})\)?,? [0-9]{4}"
)
_CALENDARS_APART_DAYS = range(10, 14)  # Julian and Gregorian, since 1582


def _holds_two_calendars(text: str) -> bool:
    """Whether two days are given for one, as old style and new style are: "25 October/7 November 1917"."""
    found = _TWO_DAYS.fullmatch(text)
    days = [int(day) for day in found.groups() if day] if found else []
    return len(days) == 2 and any((days[1] - days[0]) % month in _CALENDARS_APART_DAYS for month in (28, 29, 30, 31))


def calendar_of(text: str) -> str | None:
    """The calendar other than ours that a text with a number in it names a month of."""
    if re.search(r"[0-9]{4} ?b\.?e\.?$", text, re.IGNORECASE):
        return "Buddhist"
    if _holds_two_calendars(text):
        return "Julian"
    words = set(re.findall(r"[^\W\d_]+", text.lower()))
    named = (calendar for calendar, months in _CALENDARS.items() if words & set(months.split()))
    return next(named, None) if re.search("[0-9]", text) else None

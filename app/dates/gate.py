"""The two gates before the grammar: which types may come in, and what text may look like.

In: any value. Out: clean text, or a refusal. Text is NFC, trimmed, with one kind of space, dash, quote and digit;
controls, format characters and more than 80 characters are refused rather than dropped.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from app.dates import refuse

MAX_LENGTH = 80
_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2e3a", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u02b9\u2032\u0060\u00b4\uff07", "'"),
        **dict.fromkeys("\u060c\uff0c\u3001", ","),
        **dict.fromkeys("\uff5e\u301c\u223c", "~"),
        "\uff1a": ":",
        "\uff0f": "/",
        "\uff08": "(",
        "\uff09": ")",
    }
)
_TYPE_NAMES = {"NoneType": "nothing", "bool": "true or false", "float": "a number with a fraction"}


def text_of(value: object) -> str:
    """The text that a value stands for: text itself, a year 1000-2999, a `date` or a `datetime`. Refuses others."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, datetime):
        return _datetime_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        text = str(value) if abs(value) < 10**20 else "a very long number"
        if 1000 <= value <= 2999:
            return text
        raise refuse.lone_number(text)
    name = type(value).__name__
    raise refuse.wrong_type(_TYPE_NAMES.get(name, f"a {name}"))


def _datetime_text(value: datetime) -> str:
    offset = value.utcoffset()
    if value.microsecond or (offset is not None and offset % timedelta(minutes=1)):
        raise refuse.bad_text("A datetime is read in whole seconds, with an offset in whole minutes.")
    return value.isoformat(timespec="seconds").replace("+00:00", "Z")


def clean(raw: str) -> str:
    """The text in one shape. Raises a refusal for empty or long text, and for characters that cannot be seen."""
    if raw.isascii() and raw.isprintable():
        text = raw
    else:
        _refuse_unseen(raw.strip())
        text = "".join(map(_plain, unicodedata.normalize("NFC", raw[: 8 * MAX_LENGTH])))
        text = text.translate(_SAME)
    text = re.sub(" +", " ", text).strip()
    if not text:
        raise refuse.bad_text("The date is empty.")
    if len(text) > MAX_LENGTH or len(raw) > 8 * MAX_LENGTH:
        raise refuse.bad_text(f"The date has more than {MAX_LENGTH} characters.")
    return text


def _refuse_unseen(text: str) -> None:
    for char in text[: 8 * MAX_LENGTH]:
        if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
            raise refuse.bad_text(f"The date contains the character U+{ord(char):04X}, which cannot be seen.")


def _plain(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    return " " if category == "Zs" else char

"""Problems as data: what was found in an event file, where, and how to mend it.

In: nothing of ours. Out: `Position`, `Problem` and the table of problem codes.
Every finding that a user can cause is a `Problem`; a bug in Sidelines raises normally.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is: an error loses what it stands on, a warning loses nothing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file: `file` as shown to people, `line` and `column` from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One finding in an event file. Problems sort by position, then code.

    `what` says what is wrong, `fix` what to write instead, both as one sentence without
    a line break. `event` is the id of the event (membership, claim ...) concerned, if known.
    `source_line` is the line at `position`, without its line break, for the caret display; a long line is cut, and
    `caret_column` is the column of the caret in what is left (None: that of `position`).
    """

    position: Position
    code: str
    what: str
    fix: str
    event: str | None = None
    source_line: str | None = field(default=None, compare=False)
    caret_column: int | None = field(default=None, compare=False)

    @property
    def severity(self) -> Severity:
        """The severity that the code's first letter stands for: E error, W warning."""
        return Severity.WARNING if self.code.startswith("W") else Severity.ERROR

    def __str__(self) -> str:
        return f"{self.position}: {self.code} {self.what} fix: {self.fix}"


# code -> a short title. The hundreds say the room: 1xx text, 2xx form, 3xx dates, 4xx meaning.
PROBLEM_CODES: dict[str, str] = {
    # text: app/source*.py, app/files.py
    "E101": "The file is not UTF-8",
    "E102": "The file is too large",
    "E103": "A control character",
    "E104": "A character that changes the direction of text",
    "E105": "The file is not YAML",
    "E106": "A tab or a no-break space in the indentation",
    "E107": "Values are nested too deep",
    "E108": "A second document in one file",
    "E109": "An anchor",
    "E110": "An alias",
    "E111": "A merge key",
    "E112": "A tag",
    "E113": "The same key twice",
    "E114": "Too many values in one file",
    "E115": "A key that is no text",
    "E116": "A file or folder cannot be read",
    "E117": "A link that cannot be followed",
    "W101": "An empty file",
    "W102": "An invisible character",
    "W103": "An invisible line separator",
    "W104": "A letter lost in an earlier conversion",
    "W105": "A text cut off by a comment",
    "W106": "A list item that continues a text",
    "W107": "The same file twice",
    # form: what the field table of app/schema refuses
    "E201": "A file that is not a mapping",
    "E202": "The version of the format is missing or not known",
    "E203": "A field that does not exist",
    "E204": "A required field is missing",
    "E205": "A text, a list or a mapping where another is expected",
    "E206": "A field without a value",
    "E207": "Not one of the values of the field",
    "E208": "Not an id",
    "E209": "Not a web address",
    "E210": "Not a number of the right form or size",
    "E211": "Not a code of the right form",
    "E212": "Not a day or not a time zone",
    "E213": "Not a path",
    "E214": "None of the fields of which one is needed",
    "E215": "A field without the field that it needs",
    "W201": "The version is not on the first line",
    # meaning: what the checks of app/load find
    "E401": "The same id twice",
    "E402": "No event has this id",
    "E403": "No actor or country has this name",
    "E404": "No person has this name",
    "E405": "No organisation has this name",
    "E406": "No source has this id",
    "E407": "A name that is taken",
    "E408": "A name of something else",
    "E409": "Events that are parts of each other",
    "E410": "Dates that count from each other",
    "E411": "A date that counts from an event without a date",
    "E412": "A second description of the collection",
    "E413": "A relation that contradicts the dates",
    "E414": "Events that come after each other in a circle",
    "E415": "A participant twice",
    "E416": "A part outside the days of its whole",
    "E417": "A suspended member that takes part in full right",
    "E418": "A member outside its membership",
    "E419": "Memberships of one kind that overlap",
    "E420": "An office outside its term",
    "E421": "Outside the life of the organisation",
    "E422": "Outside the life of the state",
    "E423": "A claim without a source",
    "E424": "A quote that is not in the text",
    "E425": "A kept text that cannot be read",
    "E426": "Two preferred accounts of one thing",
    "E427": "A restriction outside its membership",
    "E428": "A reference to something that is left out",
    "W401": "No source",
    "W402": "A person without the state that it stands for",
    "W403": "A preferred account without a reason",
    "W404": "A member without a recorded membership",
    "W405": "Planned for a day that is past",
    "W406": "A claim without a time",
    "W407": "A name that may mean another country",
    "W408": "A unit that is no currency code",
    "W409": "A country in the name of a city",
    "W410": "A list written as one text",
    # dates: app/dates/
    "E301": "Not a date that can be read",
    "E302": "A type that is no date",
    "E303": "Empty, too long, or with characters that cannot be seen",
    "E304": "A lone number that is no year",
    "E305": "A day, week or time that does not exist",
    "E306": "A weekday that does not belong to the day",
    "E307": "A year of two digits",
    "E308": "A numeric date whose order is not declared",
    "E309": "A range that runs backwards",
    "E310": "Words that need a dateline",
    "E311": "Words that need another event's date",
    "E312": "A day or month without a year",
    "E313": "Several dates, or a choice between dates",
    "E314": "A fiscal year",
    "E315": "A year outside 1 to 9999",
    "E316": "A date of another calendar",
    "E317": "A time zone that is unknown or ambiguous",
    "E318": "A local time that a clock change skips or repeats",
    "E319": "A phrase with more than one meaning",
    "E320": "A form of EDTF that is not read",
    "E321": "A dateline, order or language that is wrong itself",
    "E322": "A line of a batch that is no question",
    "W301": "1 January, perhaps filled in",
    "W302": "The first of a month, perhaps filled in",
    "W303": "A month or season that may be a range of years",
    "W304": "Midnight, perhaps filled in",
    "W305": "A day older than the Gregorian calendar",
    "W306": "A date after the dateline",
    "W307": "A weekday that may be meant seven days off",
}

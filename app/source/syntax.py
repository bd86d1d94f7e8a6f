"""What libyaml complains of, in words for the person who wrote the file.

In: a `yaml.YAMLError` and the text it is about. Out: one `Problem` (E105, or E106 for a tab) at the place to mend,
which for something unclosed is where it opens. The messages of libyaml and of the pure Python parser are both known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import yaml
from yaml.error import Mark

from app.errors import Position, Problem
from app.source.text import shown, without_blanks

FILE_LOST = "The file is left out."
_LIKE_AN_ENTRY = re.compile(r"[\r\n][ \t]*(?:[A-Za-z_]+:(?:\s|\Z)|- )")
_NO_KEY_HERE = "mapping values are not allowed"
_FENCE = "```"
_GLUED_HYPHEN = re.compile(r"[ \t]*-[A-Za-z_]")
_ITEM_OF_TEXT = re.compile(r"[ \t]*- +([^\s:{\[\"'][^:]*)\Z")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
# What looks like a space or a colon and is a letter to YAML.
_LETTERS = {
    re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"): ("no-break space", "space"),
    re.compile("\uff1a"): ("full-width colon", "colon and a space"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """Where a text in quotes begins and ends, marks included."""

    start: Mark
    end: Mark


@dataclass(frozen=True, slots=True)
class _Complaint:
    """How one complaint is worded: the first that fits is taken.

    `pattern` is searched in "<context>: <problem>", `before` at the end of what stands left of the place, if given.
    `opens`: the place to mend is where the construct begins; `far` only if it begins on another line.
    In the words, {line} is the line on which the construct begins and {character} what stands at the place.
    """

    pattern: str
    what: str
    fix: str
    before: str = ""
    opens: bool = False
    far: bool = False


_COMPLAINTS = (
    _Complaint(
        r"quoted scalar: found unexpected (end of stream|document)",
        "The quotation mark opened here is not closed.",
        "Close the text with the same mark; inside '...' an apostrophe is written twice.",
        opens=True,
    ),
    _Complaint(
        r"quoted scalar: ",
        "A backslash inside double quotes begins an escape that does not exist.",
        "Write the text in single quotes, where a backslash is only a backslash.",
    ),
    _Complaint(
        r"flow (sequence|mapping): ",
        "Text follows after a closing quotation mark.",
        "Put the text in quotes as a whole; inside '...' an apostrophe is written twice.",
        before=r"['\"]",
    ),
    _Complaint(
        r"flow (sequence|mapping): ",
        "The bracket that opens on line {line} is not closed, or a comma is missing between its parts.",
        "Close a list with ] and a mapping with }}, and put a comma between two parts.",
        far=True,
    ),
    _Complaint(
        r"flow node: ",
        "A value or a closing bracket is missing here.",
        "Close a list with ] and a mapping with }}, and put a comma only between two parts.",
    ),
    _Complaint(
        r"mapping values are not allowed",
        "A second colon stands here where only a text can stand.",
        "Put the text that holds the colon in quotes.",
        before=r":\s.*",
    ),
    _Complaint(
        r"mapping values are not allowed",
        "A key cannot stand here: the line above is a text that goes on.",
        "Give the line the indentation of the keys it belongs to, and check the line above for a missing colon.",
    ),
    _Complaint(
        r"could not find expected ':'",
        "This line has no colon with a space after it, so it is neither a key nor a value.",
        "Write `key: value`, or indent the line if it continues the text above.",
        opens=True,
    ),
    _Complaint(
        r"sequence entries are not allowed",
        "A list cannot begin here.",
        "Put each `- item` on a line of its own below its key.",
    ),
    _Complaint(
        r"(block mapping|block collection): ",
        "Text follows after a closing quotation mark.",
        "Put the text in quotes as a whole; inside '...' an apostrophe is written twice.",
        before=r"['\"]\s*",
    ),
    _Complaint(
        r"(block mapping|block collection): ",
        "Text follows after a closing bracket.",
        "Delete it, or put the text in quotes as a whole.",
        before=r"[\]}]\s*",
    ),
    _Complaint(
        r"block collection: ",
        "This line is indented neither like the list that begins on line {line} nor like the keys in it.",
        "Give it the indentation of the lines that it belongs to; an item begins with `- `.",
    ),
    _Complaint(
        r"block mapping: ",
        "This line does not go on with the keys that begin on line {line}.",
        "Give it the indentation of the lines that it belongs to, and the form `key: value`.",
    ),
    _Complaint(
        r"(anchor|alias): ",
        "A plain text cannot begin with & or *.",
        "Put the text in quotes.",
        opens=True,
    ),
    _Complaint(
        r"block scalar: ",
        "Behind | or > nothing may follow on the same line, and the text below is indented with spaces.",
        "Begin the text on the next line, indented with spaces.",
        opens=True,
    ),
    _Complaint(
        r"(?i)\b(tag|URI)\b",
        "A plain text cannot begin with an exclamation mark.",
        "Put the text in quotes; tags are not used in event files.",
        opens=True,
    ),
    _Complaint(
        r"directive|incompatible YAML document",
        "A line that begins with % is a directive, and this one is unknown.",
        "Delete the line, or indent it if it is part of a text.",
        opens=True,
    ),
    _Complaint(
        r"cannot start any token",
        "A plain text cannot begin with {character}.",
        "Put the text in quotes.",
    ),
    _Complaint(
        r"expected '?<document start>",
        "Something follows after the end of the content.",
        "Delete it, or give all keys of the file the same indentation.",
    ),
    _Complaint(
        r"expected (the )?node content",
        "A value is expected here, not {character}.",
        "Write a value, or put a text that begins with {character} in quotes.",
    ),
    _Complaint("", "The file cannot be read as YAML here.", "Check quotes, brackets and indentation near this place."),
)
_NAMES = {"\t": "a tab", "`": "a backtick"}


def explain(error: yaml.YAMLError, text: str, file: str, quote: Span | None = None) -> Problem:
    """The problem that stands for `error`, without source line. Positions count from 1, columns in characters.

    `quote` is the last text in quotes before it that has several lines.
    """
    problem = _unclosed(error, text, file, quote) or _explained(error, text, file)
    return replace(problem, what=f"{problem.what} {FILE_LOST}")


def _unclosed(error: yaml.YAMLError, text: str, file: str, quote: Span | None) -> Problem | None:
    """The problem of a quotation mark that is closed by the next one of its kind, which was to open another text."""
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    if quote is None or mark is None or mark.line != quote.end.line:
        return None
    if not _LIKE_AN_ENTRY.search(text, quote.start.index, quote.end.index - 1):
        return None
    what = f"The quotation mark opened here is not closed: it would end on line {quote.end.line + 1}."
    return Problem(Position(file, quote.start.line + 1, quote.start.column + 1), "E105", what, _COMPLAINTS[0].fix)


def _misplaced(lines: list[str], end: tuple[int, int], file: str) -> Problem | None:
    """The problem of a key that cannot stand where it does because of what the line above it is."""
    above = next((number for number in range(end[0] - 1, -1, -1) if lines[number].strip()), None)
    if above is None:
        return None
    if hyphen := _GLUED_HYPHEN.match(lines[above]):
        what = "A hyphen begins an item only with a blank behind it."
        return Problem(Position(file, above + 1, hyphen.end() - 1), "E105", what, "Put a blank behind the hyphen.")
    if item := _ITEM_OF_TEXT.match(lines[above]):
        column = len(lines[end[0]]) - len(lines[end[0]].lstrip())
        what = f"This line is a field of the item on line {above + 1}, which is only a text."
        text = shown(without_blanks(item[1]))
        fix = f"Give that text a key, too, such as `- actor: {text}`, and this line the indentation of the key."
        return Problem(Position(file, end[0] + 1, column + 1), "E105", what, fix)
    return None


def _explained(error: yaml.YAMLError, text: str, file: str) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        last = _COMPLAINTS[-1]
        return Problem(Position(file), "E105", last.what, last.fix)
    lines = _LINE_BREAK.split(text)
    end = _within(lines, error.problem_mark.line, error.problem_mark.column)
    start = (error.context_mark.line, error.context_mark.column) if error.context_mark else end
    tab = _tab_column(lines, error.problem_mark.line)
    if tab is not None:
        position = Position(file, error.problem_mark.line + 1, tab + 1)
        return Problem(position, "E106", "A tab stands in the indentation.", "Indent with spaces, two for each level.")
    if lines[end[0]].lstrip().startswith(_FENCE):
        what = "A line of three backticks frames a piece of code in a page, and is no part of the file."
        return Problem(Position(file, end[0] + 1, 1), "E105", what, "Delete the line.")
    misplaced = _misplaced(lines, end, file) if _NO_KEY_HERE in str(error.problem) else None
    if misplaced is not None:
        return misplaced
    complaint = _complaint(f"{error.context}: {error.problem}", lines[end[0]][: end[1]])
    line, column = start if complaint.opens or (complaint.far and start[0] != end[0]) else end
    words = {"line": start[0] + 1, "character": _character(lines, line, column)}
    fix = complaint.fix.format(**words)
    near = "\n".join(lines[max(0, line - 1) : end[0] + 1])
    fix += "".join(
        f" Near this place is a {name}, which YAML takes for a letter: replace it by a {right}."
        for letter, (name, right) in _LETTERS.items()
        if letter.search(near)
    )
    return Problem(Position(file, line + 1, column + 1), "E105", complaint.what.format(**words), fix)


def _complaint(message: str, before: str) -> _Complaint:
    return next(
        each
        for each in _COMPLAINTS
        if re.search(each.pattern, message) and (not each.before or re.search(f"{each.before}$", before))
    )


def _within(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """The place itself, or the end of the last line with content if it lies behind the end of the text."""
    if line < len(lines) and (lines[line].strip() or line + 1 < len(lines)):
        return line, column
    last = next((number for number in range(len(lines) - 1, -1, -1) if lines[number].strip()), 0)
    return last, len(lines[last].rstrip())


def _tab_column(lines: list[str], line: int) -> int | None:
    """The column of the first tab in the indentation of a line, from 0."""
    content = lines[line] if line < len(lines) else ""
    tab = content.find("\t")
    return tab if tab >= 0 and not content[:tab].strip(" -") else None


def _character(lines: list[str], line: int, column: int) -> str:
    content = lines[line]
    if column >= len(content):
        return "the end of the line"
    return _NAMES.get(content[column], f"`{content[column]}`")

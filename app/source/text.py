"""Bytes to clean text: encodings, characters that nobody sees, and the line that a problem shows.

In: the bytes or the text of one event file. Out: text in which every character that a person could not see or that
could reorder the display is replaced one for one, so that positions stay true, and the problems for them.

Bidirectional controls: Unicode Standard Annex 9, section 2 (explicit embeddings, overrides and isolates).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from app.errors import Position, Problem
from app.source.findings import MAX_REPEATS, Findings

MAX_BYTES = 5_000_000
MAX_LINE_CHARACTERS = 160  # of a source line beside a problem

BLANK = "\ufdd0"  # a noncharacter that libyaml accepts: stands for a character to be left out
REPLACEMENT = "\ufffd"

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
_BIDI = "\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_LINE_SEPARATORS = "\x85\u2028\u2029"
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_ANY_UNWANTED = re.compile(f"[{_CONTROL}{_BIDI}{_INVISIBLE}{_LINE_SEPARATORS}{REPLACEMENT}]")
_WITHOUT_WIDTH = re.compile(f"[{_CONTROL}{_BIDI}{_INVISIBLE}]")
_BETWEEN_WORDS = re.compile(f"[\x0b\x0c\x1c-\x1f{_LINE_SEPARATORS}]")
_KINDS = (
    ("E103", re.compile(f"[{_CONTROL}]+"), "The control character {name} stands here{times}.", "Delete it."),
    (
        "E104",
        re.compile(f"[{_BIDI}]+"),
        "The invisible character {name} turns the direction of text{times}.",
        "Delete it.",
    ),
    ("W102", re.compile(f"[{_INVISIBLE}]+"), "The invisible character {name} is left out{times}.", "Delete it."),
    (
        "W103",
        re.compile(f"[{_LINE_SEPARATORS}]+"),
        "The line separator {name} is read as a space{times}.",
        "Type a space.",
    ),
    (
        "W104",
        re.compile(f"{REPLACEMENT}+"),
        "A letter was lost in an earlier conversion ({name}{times}).",
        "Write it again.",
    ),
)
# Byte order marks, the longest first: the mark of UTF-16 is the beginning of that of UTF-32.
_FOREIGN_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# How files begin that are no texts: ZIP (PKWARE's APPNOTE 4.3.7), OLE (MS-CFB 2.2), PDF (ISO 32000-1, 7.5.2), PNG.
_OTHER_KINDS = (
    (b"PK\x03\x04", "a ZIP file, such as Excel and Word make"),
    (b"\xd0\xcf\x11\xe0", "a file of an older Office program"),
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a picture"),
)
_HIGH_LETTERS = re.compile(rb"[\xc0-\xff]{3}")


def decode(data: bytes, file: str) -> tuple[str, Problem | None]:
    """The text of `data` without a byte order mark, and the problem if it is too large (E102) or not UTF-8 (E101).

    With a problem the text is only good for quoting from. The column of E101 counts characters, as everywhere.
    """
    if len(data) > MAX_BYTES:
        return "", size_problem(file, len(data))
    kind = next((name for start, name in _OTHER_KINDS if data.startswith(start)), None)
    if kind is not None:
        fix = "Write the events as text, in YAML: docs/event-format.md says how."
        return "", Problem(Position(file), "E101", f"The file is {kind}, not a text; it is left out.", fix)
    encoding = _foreign_encoding(data)
    if encoding is not None:
        what = f"The file is written in {encoding}, not in UTF-8; it is left out."
        return "", Problem(Position(file), "E101", what, "Save the file again with the encoding UTF-8.")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return data.decode("utf-8", "replace"), _not_utf8(error, file)


def size_problem(file: str, size_bytes: int) -> Problem:
    """The problem that a file has more than `MAX_BYTES` bytes."""
    what = f"The file has {size_bytes:,} bytes, more than the {MAX_BYTES:,} that are read; it is left out."
    return Problem(Position(file), "E102", what, "Split it into several files of the same folder.")


def clean(text: str, file: str, findings: Findings) -> str:
    """`text` with the same length and lines, unwanted characters replaced; each run of them is added to `findings`.

    What separates words becomes a space, everything else `BLANK`. A U+FFFD stays: it marks a loss that is real.
    """
    if not _ANY_UNWANTED.search(text):
        return text
    starts = line_starts(text)
    for code, pattern, what, fix in _KINDS:
        runs = pattern.finditer(text)
        for run in islice(runs, MAX_REPEATS + 1):
            findings.add(_unwanted(run.group(), position_at(starts, run.start(), file), code, what, fix))
        findings.add_more(code, sum(1 for _ in runs))
    return _replaced(text)


def clean_value(text: str, position: Position, findings: Findings) -> str:
    """`text` without unwanted characters; each run of them is added to `findings` at `position`.

    For text that is known only after reading: an escape in double quotes can make any character.
    """
    if not _ANY_UNWANTED.search(text):
        return text
    for code, pattern, what, fix in _KINDS:
        for run in islice(pattern.finditer(text), 1):
            findings.add(_unwanted(run.group(), position, code, what, fix))
    return without_blanks(_replaced(text))


def without_blanks(text: str) -> str:
    """`text` without the stand-ins that `clean` put into it."""
    return text.replace(BLANK, "")


def line_starts(text: str) -> tuple[int, ...]:
    """The index at which each line of `text` begins; lines end as in YAML 1.2, section 5.4: CR, LF or both."""
    return (0, *(match.end() for match in _LINE_BREAK.finditer(text)))


def position_at(starts: tuple[int, ...], index: int, file: str) -> Position:
    """The position of the character number `index`, given the `line_starts` of its text."""
    low, high = 0, len(starts)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if starts[middle] <= index else (low, middle)
    return Position(file, low + 1, index - starts[low] + 1)


def quote_lines(problems: Iterable[Problem], text: str) -> tuple[Problem, ...]:
    """`problems` in order, each with the line of `text` at its position and the column of its caret in that line.

    A line longer than `MAX_LINE_CHARACTERS` is cut around the caret. Tabs become spaces and characters that would
    disturb a terminal become U+FFFD, one for one, so that the caret stays under its character.
    """
    problems = tuple(problems)
    starts = line_starts(text) if problems else ()
    return tuple(_with_line(problem, text, starts) for problem in problems)


def shown(text: str, limit: int = 40) -> str:
    """`text` on one line for a message: line breaks as spaces, cut at `limit` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def _foreign_encoding(data: bytes) -> str | None:
    for mark, name in _FOREIGN_MARKS:
        if data.startswith(mark):
            return name
    # Without a mark: the first characters of an event file are ASCII, so every other byte of UTF-16 is zero.
    head = data[:64]
    for zeros, others in ((head[0::2], head[1::2]), (head[1::2], head[0::2])):
        if len(head) >= 4 and not any(zeros) and all(others):  # noqa: PLR2004  (two characters of two bytes)
            return "UTF-16"
    return None


def _not_utf8(error: UnicodeDecodeError, file: str) -> Problem:
    before = error.object[: error.start].decode("utf-8")
    position = position_at(line_starts(before), len(before), file)
    byte = error.object[error.start]
    # Cyrillic words in an eight-bit encoding are runs of high bytes; in Western text such bytes stand alone.
    name, codec = ("Windows-1251", "cp1251") if _HIGH_LETTERS.search(error.object) else ("Windows-1252", "cp1252")
    letter = bytes([byte]).decode(codec, "replace")
    what = (
        f"The byte 0x{byte:02X} is not UTF-8; the file is probably written in {name}, where it is “{letter}”. "
        "The file is left out."
    )
    if error.end == len(error.object) and "unexpected end" in error.reason:
        what = f"The file ends in the middle of a character (byte 0x{byte:02X}): it is cut off. The file is left out."
        return Problem(position, "E101", what, "Save the file again as a whole, with the encoding UTF-8.")
    return Problem(position, "E101", what, f"Open the file as {name} and save it with the encoding UTF-8.")


def _unwanted(run: str, position: Position, code: str, what: str, fix: str) -> Problem:
    times = f", {len(run):,} times" if len(run) > 1 else ""
    return Problem(position, code, what.format(name=f"U+{ord(run[0]):04X}", times=times), fix)


def _replaced(text: str) -> str:
    return _WITHOUT_WIDTH.sub(BLANK, _BETWEEN_WORDS.sub(" ", text))


def _with_line(problem: Problem, text: str, starts: tuple[int, ...]) -> Problem:
    number = problem.position.line
    if number > len(starts):
        return problem
    start, end = starts[number - 1], starts[number] if number < len(starts) else len(text)
    end -= len(text[max(start, end - 2) : end]) - len(text[max(start, end - 2) : end].rstrip("\r\n"))
    line, caret = _cut(text, start, end, problem.position.column)
    return replace(problem, source_line=_displayable(line), caret_column=caret)


def _cut(text: str, start: int, end: int, column: int) -> tuple[str, int]:
    """What is shown of the line from `start` to `end`, and the caret's column in it; a line may be all of the file."""
    length = end - start
    if length <= MAX_LINE_CHARACTERS:
        return text[start:end], column
    first = max(0, min(column - 1 - MAX_LINE_CHARACTERS // 2, length - MAX_LINE_CHARACTERS))
    head, tail = "…" if first else "", "…" if first + MAX_LINE_CHARACTERS < length else ""
    return f"{head}{text[start + first : start + first + MAX_LINE_CHARACTERS]}{tail}", column - first + len(head)


def _displayable(line: str) -> str:
    return _ANY_UNWANTED.sub(REPLACEMENT, line.replace("\t", " "))

"""One file's content to a `Document`: nodes, problems, text.

In: the text or the bytes of one event file. Out: its `Document`.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import Problem
from app.source.events import read_events
from app.source.findings import Findings
from app.source.nodes import Node
from app.source.text import MAX_BYTES, clean, decode, quote_lines, size_problem


@dataclass(frozen=True, slots=True)
class Document:
    """What one file holds. `root` is None if it is empty or cannot be read; `text` is what was read, for quoting."""

    root: Node | None
    problems: tuple[Problem, ...] = ()
    text: str = ""


def read_bytes(data: bytes, file: str) -> Document:
    """The nodes and problems of a file's content; never raises, whatever the bytes.

    `file` is the name that positions carry.
    """
    text, problem = decode(data, file)
    return Document(None, quote_lines([problem], text), text) if problem else read_text(text, file)


def read_text(text: str, file: str) -> Document:
    """The nodes and problems of a text; never raises, whatever the text. Problems are sorted and quote their line."""
    text = text.removeprefix("\ufeff")
    size_bytes = len(text.encode("utf-8", "surrogatepass"))
    if size_bytes > MAX_BYTES:
        return Document(None, (size_problem(file, size_bytes),))
    findings = Findings()
    root = read_events(clean(text, file, findings), file, findings)
    return Document(root, quote_lines(findings.listed(), text), text)

"""YAML text to nodes: every scalar is text with its position; no types are decided here.

In: event files, or their bytes or text. Out: `Document`s of nodes, and the problems of the text. What is read is the
plain part of YAML 1.2: mappings with text keys, lists, texts. Anchors, aliases, merge keys, tags, duplicate keys and
several documents are refused: each can mean something else than it says, and some grow without bound.

A problem loses as little as it can:

- a character that nobody sees is left out of its text; an anchor or a tag is left out and its value kept;
- an alias, a merge key, the second of two equal keys or a key that is no text loses that one entry;
- a second document is not read;
- wrong syntax, too deep nesting, too many values and a wrong encoding lose the file (`root` is None).

Accepted: a byte order mark; LF, CRLF and CR; `%YAML 1.x`; the tag `!`, which says "a text"; any whitespace around
unquoted texts (left out). A file without content has no root and the warning W101.

Values are read from the event stream, one event at a time, so that a hostile file is stopped before it is whole in
memory. Source: YAML 1.2.2, chapters 5 to 7.
"""

from __future__ import annotations

from app.source.document import Document, read_bytes, read_text
from app.source.files import EventFile, find_files, read_file
from app.source.nodes import Mapping, Node, Scalar, ScalarStyle, Sequence
from app.source.text import quote_lines

__all__ = [
    "Document",
    "EventFile",
    "Mapping",
    "Node",
    "Scalar",
    "ScalarStyle",
    "Sequence",
    "find_files",
    "quote_lines",
    "read_bytes",
    "read_file",
    "read_text",
]

"""The event stream of a YAML parser to nodes, one event at a time.

In: text without unwanted characters. Out: the root node and the problems. A hostile file is stopped here before it is
whole in memory: by its depth, by the number of its values, and because aliases are refused, never followed.
"""

from __future__ import annotations

import re
from typing import Protocol, cast

import yaml
from yaml.error import Mark
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from app.errors import Position, Problem
from app.source.findings import Findings
from app.source.nodes import Mapping, Node, Scalar, ScalarStyle, Sequence
from app.source.syntax import Span, explain
from app.source.text import BLANK, clean_value, shown, without_blanks

MAX_DEPTH = 32
MAX_VALUES = 400_000  # mappings, lists, keys and texts of one file

_PLAIN = ScalarStyle.PLAIN
_QUOTED, _BLOCK = ScalarStyle.QUOTED, ScalarStyle.BLOCK
_STYLES = {None: _PLAIN, "": _PLAIN, "'": _QUOTED, '"': _QUOTED}
_STRING_TAG = "!"  # YAML 1.2.2, section 6.9.1: "a text", which every value is anyway
_MERGE_KEY = "<<"
_ANY_GLUED_COMMENT = re.compile(r"[ \t]#[^\s#]")  # one space: a run of them before the # would be searched n^2 times
_GLUED_COMMENT = re.compile(r"[ \t]+#[^\s#]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_ITEM_IN_TEXT = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=- )")
_ODD_SPACE = re.compile(r"[^\S \n\r\t]")
_SPACE_IN_INDENTATION = re.compile(r"[ -]*(?! )\s")


class EventParser(Protocol):
    """What is used of PyYAML: one event after the other. No constructor and no resolver ever runs."""

    def get_event(self) -> Event:
        """The next event; raises `yaml.YAMLError` where the text is not YAML."""


def default_parser(text: str) -> EventParser:
    """The parser of libyaml, or PyYAML's own where libyaml is missing: about ten times slower.

    Both give the same events, but the second takes no tab between a colon and its value.
    """
    return cast("EventParser", getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text))


def read_events(text: str, file: str, findings: Findings, parser: EventParser | None = None) -> Node | None:
    """The root node of the first document in `text`; None if there is none or it is refused. Problems go to `findings`.

    `parser` gives the events of `text`.
    """
    reader = _Reader(text, file, findings, parser or default_parser(text))
    try:
        return reader.document()
    except _RefusedError as refused:
        findings.add(refused.problem)
    except yaml.YAMLError as error:
        findings.add(explain(error, text, file, reader.last_long_quote))
    return None


class _RefusedError(Exception):
    """The whole file is refused; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Reader:
    """Builds nodes from the events of one text and adds the problems on the way."""

    def __init__(self, text: str, file: str, findings: Findings, parser: EventParser) -> None:
        self._findings = findings
        self._text = text
        self._file = file
        self._next_event = parser.get_event
        self._value_count = 0
        self.last_long_quote: Span | None = None
        self._lost_depth = 0  # inside an entry that is lost, more problems only distract
        self._has_blanks = BLANK in text
        self._has_odd_space = _ODD_SPACE.search(text) is not None
        self._has_glued_comment = _ANY_GLUED_COMMENT.search(text) is not None

    def document(self) -> Node | None:
        """The root of the first document. What follows in a second one is a problem."""
        self._next_event()  # the start of the stream
        if isinstance(self._next_event(), StreamEndEvent):
            self._add_empty()
            return None
        root = self._node(self._next_event(), 1)
        self._next_event()  # the end of the document
        after = self._next_event()
        if not isinstance(after, StreamEndEvent):
            what = "A second document begins here; it is not read."
            self._add(after, "E108", what, "Delete this line, or move what follows to a file of its own.")
        if isinstance(root, Scalar) and not root.text and root.style is ScalarStyle.PLAIN:
            self._add_empty()
            return None
        return root

    def _node(self, event: Event, depth: int) -> Node | None:
        """The node that begins with `event`, or None if it is lost; its events are used up in any case."""
        self._value_count += 1
        if self._value_count > MAX_VALUES:
            what = f"The file has more than {MAX_VALUES:,} values; it is left out."
            raise _RefusedError(self._problem(event, "E114", what, "Split it into several files of the same folder."))
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, AliasEvent):
            self._add_alias(event)
            return None
        self._check_properties(event)
        if depth > MAX_DEPTH:
            what = f"The values are nested more than {MAX_DEPTH} levels deep; the file is left out."
            fix = "Check brackets and indentation: event files need fewer than ten levels."
            raise _RefusedError(self._problem(event, "E107", what, fix))
        return self._mapping(event, depth) if isinstance(event, MappingStartEvent) else self._sequence(event, depth)

    def _sequence(self, start: Event, depth: int) -> Sequence:
        items = []
        while not isinstance(event := self._next_event(), SequenceEndEvent):
            item = self._node(event, depth + 1)
            if item is not None:
                items.append(item)
        return Sequence(tuple(items), self._position(start))

    def _mapping(self, start: Event, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := self._next_event(), MappingEndEvent):
            key = self._key(event, depth, entries)
            if key is None:
                self._lose(self._next_event(), depth)
            elif (value := self._node(self._next_event(), depth + 1)) is not None:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), self._position(start))

    def _key(self, event: Event, depth: int, entries: dict[str, tuple[Scalar, Node]]) -> Scalar | None:
        """The key that begins with `event`, or None if its entry is lost."""
        if isinstance(event, CollectionStartEvent):
            self._lose(event, depth)
            self._add_shapeless_key(event)
            return None
        key = self._node(event, depth + 1)
        if not isinstance(key, Scalar):
            return None
        if key.style is _PLAIN and key.text == _MERGE_KEY:
            what = "The merge key << is not used in event files. This entry is left out."
            self._add(event, "E111", what, "Write the keys out, or use `defaults:`.")
        elif (
            self._has_odd_space
            and key.style is _PLAIN
            and _SPACE_IN_INDENTATION.match(cast("ScalarEvent", event).value)
        ):
            what = "The indentation has a no-break space, which YAML takes for a letter. This entry is left out."
            self._add(event, "E106", what, "Indent with ordinary spaces.")
        elif not key.text:
            self._add(event, "E115", "The key is empty. This entry is left out.", "Write the key before the colon.")
        elif key.text in entries:
            self._add_duplicate(event, key, entries[key.text][0])
        else:
            return key
        return None

    def _lose(self, event: Event, depth: int) -> None:
        """Uses up the events of a node that is lost with its entry, without a problem from inside of it."""
        self._lost_depth += 1
        self._node(event, depth + 1)
        self._lost_depth -= 1

    def _scalar(self, event: ScalarEvent) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event)
        text, start, end = event.value, cast("Mark", event.start_mark), cast("Mark", event.end_mark)
        position = Position(self._file, start.line + 1, start.column + 1)
        if self._has_blanks:
            text = without_blanks(text)
        style = _STYLES.get(event.style, _BLOCK)
        if style is _PLAIN:
            if self._has_glued_comment or start.line != end.line:
                self._check_plain(event)
            text = text.strip()
        elif style is _QUOTED and start.line != end.line:
            self.last_long_quote = Span(start, end)
        if event.style == '"':  # an escape can bring in what does not stand in the file
            text = clean_value(text, position, self._findings)
        return Scalar(text, position, style)

    def _check_properties(self, event: Event) -> None:
        """An anchor or a tag on a node; the value itself is kept."""
        node = cast("NodeEvent", event)
        if node.anchor is not None:
            what = f"The anchor &{shown(node.anchor)} is not used in event files. It is left out, its value kept."
            self._add(event, "E109", what, "Delete it; if it belongs to a text, put the text in quotes.")
        tag = cast("ScalarEvent | CollectionStartEvent", event).tag
        if tag is not None and tag != _STRING_TAG:
            name = shown(tag.replace("tag:yaml.org,2002:", "!!"))
            what = f"The tag {name} is not used in event files: every value is a text. It is left out, its value kept."
            self._add(event, "E112", what, "Delete the tag; if it belongs to a text, put the text in quotes.")

    def _check_plain(self, event: ScalarEvent) -> None:
        """What YAML reads otherwise than it looks: a comment glued to a text, a list item that continues one."""
        start, end = cast("Mark", event.start_mark), cast("Mark", event.end_mark)
        if self._has_glued_comment and (glued := _GLUED_COMMENT.match(self._text, end.index)):
            position = Position(self._file, end.line + 1, end.column + len(glued.group()) - 1)
            what = "The text ends here, because # after a space begins a comment."
            fix = "Put the whole text in quotes, or a space after the # of a comment."
            self._add(position, "W105", what, fix)
        if start.line == end.line or " - " not in event.value:
            return
        if item := _ITEM_IN_TEXT.search(self._text, start.index, end.index):
            breaks = _LINE_BREAK.findall(self._text, start.index, item.end())
            position = Position(self._file, start.line + len(breaks) + 1, len(item.group().lstrip("\r\n")) + 1)
            what = f"This line continues the text of line {start.line + 1}; it is not an item of a list."
            self._add(position, "W106", what, "Delete the text before the list, or indent the item like its list.")

    def _add_empty(self) -> None:
        fix = "Write `schema: sidelines/1` and a list of `events:`, or delete the file."
        self._add(Position(self._file), "W101", "The file is empty.", fix)

    def _add_alias(self, event: AliasEvent) -> None:
        what = f"The alias *{shown(str(event.anchor))} is not used in event files. It is left out."
        fix = "Write the value out; if it is a text that begins with *, put it in quotes."
        self._add(event, "E110", what, fix)

    def _add_shapeless_key(self, event: Event) -> None:
        kind = "list" if isinstance(event, SequenceStartEvent) else "mapping"
        fix = "Write a text before the colon; a text that begins with a bracket is put in quotes."
        self._add(event, "E115", f"A {kind} cannot be a key. This entry is left out.", fix)

    def _add_duplicate(self, event: Event, key: Scalar, first: Scalar) -> None:
        what = f"The key `{shown(key.text)}` was first given at {first.position}. This one is left out."
        fix = "Keep one of the two."
        self._add(event, "E113", what, fix)

    def _add(self, place: Event | Position, code: str, what: str, fix: str) -> None:
        if not self._lost_depth:
            self._findings.add(self._problem(place, code, what, fix))

    def _problem(self, place: Event | Position, code: str, what: str, fix: str) -> Problem:
        return Problem(place if isinstance(place, Position) else self._position(place), code, what, fix)

    def _position(self, event: Event) -> Position:
        mark = cast("Mark", event.start_mark)
        return Position(self._file, mark.line + 1, mark.column + 1)

"""Event files as text: nodes with positions, and every mistake of the text as one clear problem.

`tests/data/source/valid/*.yaml` are read without problems into the nodes of the .json beside them (a mapping as a list
of pairs); `invalid/*.yaml` into the problems of the .txt beside them. A new case is a new pair of files.
"""

from __future__ import annotations

import json
import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from app.errors import PROBLEM_CODES, Position, Problem, Severity
from app.paths import PROJECT_FOLDER
from app.source import Document, Mapping, Node, Scalar, ScalarStyle, Sequence, quote_lines, read_bytes, read_text
from app.source.events import MAX_DEPTH, MAX_VALUES, EventParser, read_events
from app.source.findings import MAX_REPEATS, Findings
from app.source.text import MAX_BYTES, MAX_LINE_CHARACTERS, clean

CASES = PROJECT_FOLDER / "tests" / "data" / "source"
VALID = sorted((CASES / "valid").glob("*.yaml"))
INVALID = sorted((CASES / "invalid").glob("*.yaml"))
KNOWN_TO_BOTH_PARSERS = [path for path in VALID + INVALID if path.stem not in {"directive", "tab_as_separator"}]
DISTURBING = "\0\x07\x1b\x7f\x85\u2028\u202a\u202e\u2066\u2069\ufeff\ufdd0\ud800"
EVENT = """schema: sidelines/1
events:
  - id: cis-summit-2025
    title: "CIS informal summit"
    date: 2025-12-22
    place: {city: Saint Petersburg, country: Russia}
    participants: [Russia, {actor: Azerbaijan, status: absent}]
    summary: >
      Leaders met.
"""


def _as_json(node: Node | None) -> object:
    match node:
        case Mapping():
            return [[key.text, _as_json(value)] for key, value in node.items]
        case Sequence():
            return {"list": [_as_json(item) for item in node.items]}
        case Scalar():
            return node.text
    return None


def _as_text(problems: tuple[Problem, ...]) -> str:
    return "".join(
        f"{problem.position}: {problem.code} {problem.what}\n"
        f"    {problem.source_line}\n"
        f"    {' ' * ((problem.caret_column or 0) - 1)}^\n"
        f"fix: {problem.fix}\n"
        for problem in problems
    )


def _scalars(node: Node | None) -> Iterator[Scalar]:
    match node:
        case Mapping():
            for key, value in node.items:
                yield key
                yield from _scalars(value)
        case Sequence():
            for item in node.items:
                yield from _scalars(item)
        case Scalar():
            yield node


def _assert_sound(document: Document, file: str = "f.yaml") -> None:
    """What holds for every document, whatever was read."""
    line_count = len(document.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for problem in document.problems:
        assert problem.code in PROBLEM_CODES
        assert problem.position.file == file
        assert 1 <= problem.position.line <= line_count
        assert problem.position.column >= 1
        assert problem.what.endswith(".")
        assert problem.fix.endswith(".")
        shown = f"{problem.what}{problem.fix}{problem.source_line}"
        assert not any(unicodedata.category(letter) in {"Cc", "Cs"} or letter in DISTURBING for letter in shown)
        assert len(problem.what) + len(problem.fix) + len(problem.source_line or "") < 800
    assert list(document.problems) == sorted(document.problems)
    assert document.root or document.problems
    for scalar in _scalars(document.root):
        assert not set(scalar.text) & set(DISTURBING)


class TestCases:
    @pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
    def test_valid(self, path: Path) -> None:
        document = read_bytes(path.read_bytes(), path.name)
        assert document.problems == ()
        assert _as_json(document.root) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    @pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
    def test_invalid(self, path: Path) -> None:
        document = read_bytes(path.read_bytes(), path.name)
        assert _as_text(document.problems) == path.with_suffix(".txt").read_text(encoding="utf-8")
        _assert_sound(document, path.name)

    @pytest.mark.parametrize("path", KNOWN_TO_BOTH_PARSERS, ids=lambda path: path.stem)
    def test_without_libyaml_the_same_is_read(self, path: Path) -> None:
        text = clean(path.read_bytes().decode().removeprefix("\ufeff"), "f", Findings())
        with_libyaml, without = Findings(), Findings()
        parser: EventParser = yaml.BaseLoader(text)
        assert read_events(text, "f", without, parser) == read_events(text, "f", with_libyaml)
        assert [problem.code for problem in without.listed()] == [problem.code for problem in with_libyaml.listed()]

    def test_every_code_of_the_text_has_a_case(self) -> None:
        tested_with_bytes = {"E101", "E102", "E107", "E114"}
        tested_with_folders = {"E116", "E117", "W107"}
        shown = {
            line.split(" ")[1]
            for path in (CASES / "invalid").glob("*.txt")
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.startswith(f"{path.stem}.yaml:")
        }
        family = {code for code in PROBLEM_CODES if code[1] == "1"}
        assert shown | tested_with_bytes | tested_with_folders == family


class TestNodes:
    def test_every_scalar_knows_its_place_and_style(self) -> None:
        document = read_text(EVENT, "f.yaml")
        places = {scalar.text: (scalar.position.line, scalar.position.column) for scalar in _scalars(document.root)}
        styles = {scalar.text: scalar.style for scalar in _scalars(document.root)}
        assert document.problems == ()
        assert places["schema"] == (1, 1)
        assert places["cis-summit-2025"] == (3, 9)
        assert places["absent"] == (7, EVENT.splitlines()[6].index("absent") + 1)
        assert styles["2025-12-22"] is ScalarStyle.PLAIN
        assert styles["CIS informal summit"] is ScalarStyle.QUOTED
        assert styles["Leaders met.\n"] is ScalarStyle.BLOCK

    @pytest.mark.parametrize(
        ("text", "column"),
        [("a: x", 4), ("\ufeffa: x", 4), ("é: x", 4), ("😀: x", 4), ("日本: x", 5), ("[😀, x]", 5)],
        ids=ascii,
    )
    def test_columns_count_characters(self, text: str, column: int) -> None:
        [position] = [scalar.position for scalar in _scalars(read_text(text, "f.yaml").root) if scalar.text == "x"]
        assert position == Position("f.yaml", 1, column)

    @pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
    def test_lines_end_with_any_break(self, line_break: str) -> None:
        document = read_text(line_break.join(["a: 1", "b: |", "  x", "", "c: *d", ""]), "f.yaml")
        assert [problem.position for problem in document.problems] == [Position("f.yaml", 5, 4)]
        assert [problem.source_line for problem in document.problems] == ["c: *d"]

    def test_a_key_without_a_value_has_an_empty_plain_text(self) -> None:
        root = read_text("a:\nb: ''\n", "f.yaml").root
        assert isinstance(root, Mapping)
        assert [(value.text, value.style) for _, value in root.items if isinstance(value, Scalar)] == [
            ("", ScalarStyle.PLAIN),
            ("", ScalarStyle.QUOTED),
        ]

    def test_an_escape_cannot_bring_in_a_hidden_character(self) -> None:
        document = read_text(r'a: "x\0\e\u202e\u2066\uFEFFy"', "f.yaml")
        assert _as_json(document.root) == [["a", "xy"]]
        assert [problem.code for problem in document.problems] == ["E103", "E104", "W102"]


class TestLittleIsLost:
    @pytest.mark.parametrize(
        ("text", "kept"),
        [
            ("a: 1\na: 2\nb: 3", [["a", "1"], ["b", "3"]]),
            ("a: *x\nb: 3", [["b", "3"]]),
            ("<<: *x\nb: 3", [["b", "3"]]),
            ("[1, 2]: x\nb: 3", [["b", "3"]]),
            ("{1: 2}: {3: {4: *x}}\nb: 3", [["b", "3"]]),
            ("a: &x 1\nb: 3", [["a", "1"], ["b", "3"]]),
            ("a: !!int 1\nb: 3", [["a", "1"], ["b", "3"]]),
            ("a: x\x00y\nb: 3", [["a", "xy"], ["b", "3"]]),
            ("a: x\u2028y\nb: 3", [["a", "x y"], ["b", "3"]]),
            ("b: 3\n---\nc: 4", [["b", "3"]]),
            ("- 1\n- *x\n- 3", {"list": ["1", "3"]}),
        ],
        ids=ascii,
    )
    def test_the_rest_is_read(self, text: str, kept: object) -> None:
        document = read_text(text, "f.yaml")
        assert _as_json(document.root) == kept
        assert len(document.problems) == 1

    def test_wrong_syntax_loses_the_file_and_not_the_problems_before(self) -> None:
        document = read_text("a: 1\na: 2\nb: [", "f.yaml")
        assert document.root is None
        assert [problem.code for problem in document.problems] == ["E113", "E105"]

    def test_warnings_lose_nothing(self) -> None:
        for path in INVALID:
            document = read_bytes(path.read_bytes(), "f.yaml")
            if all(problem.severity is Severity.WARNING for problem in document.problems):
                assert document.root is not None or document.problems[0].code == "W101"


class TestEncodings:
    @pytest.mark.parametrize(
        ("data", "position", "words"),
        [
            ("a: b".encode("utf-16"), (1, 1), "UTF-16"),
            ("a: b".encode("utf-16-be"), (1, 1), "UTF-16"),
            ("a: b".encode("utf-16-le"), (1, 1), "UTF-16"),
            ("a: b".encode("utf-32"), (1, 1), "UTF-32"),
            ("a: é\nb: café".encode("cp1252"), (1, 4), "Windows-1252, where it is “é”"),
            ("x: 😀é".encode() + "é".encode("latin-1") + b" y", (1, 6), "0xE9"),
            ("a: b\ntitle: Саммит".encode("cp1251"), (2, 8), "Windows-1251, where it is “С”"),
            ("a: Саммит".encode()[:-1], (1, 9), "cut off"),
            (b"\xef\xbb\xbfa: \xff", (1, 4), "0xFF"),
            (b"a: \xed\xa0\x80", (1, 4), "0xED"),
        ],
        ids=lambda value: ascii(value)[:30],
    )
    def test_which_and_where(self, data: bytes, position: tuple[int, int], words: str) -> None:
        [problem] = read_bytes(data, "f.yaml").problems
        assert problem.code == "E101"
        assert problem.position == Position("f.yaml", *position)
        assert words in problem.what

    @pytest.mark.parametrize("data", [b"", b"a", b"ab", b"\xef\xbb\xbf", "日本: x".encode()], ids=ascii)
    def test_what_is_utf8_is_read(self, data: bytes) -> None:
        assert "E101" not in {problem.code for problem in read_bytes(data, "f.yaml").problems}


class TestBombs:
    """Each ends in one problem (or in the first of a kind and their number), long before memory does."""

    @pytest.mark.parametrize(
        ("text", "codes"),
        [
            ("[" * 1_000_000, {"E107"}),
            ("{" * 1_000_000, {"E107"}),
            ("{a: " * 100_000, {"E107"}),
            ("- " * 1_000_000, {"E107"}),
            ("? " * 1_000_000, {"E107"}),
            ("? - " * 100_000, {"E107"}),
            ("\n".join(" " * depth + "a:" for depth in range(2_000)), {"E107"}),
            ("[" + "*a," * 100_000 + "]", {"E110"}),
            ("- &a x\n" * 100_000, {"E109"}),
            ("- !x y\n" * 100_000, {"E112"}),
            ("a: b\n" * 100_000, {"E113"}),
            ("<<: b\n" * 100_000, {"E111"}),
            ("a\0" * 100_000, {"E103"}),
            ('a: "' + r"\u202ex" * 100_000 + '"', {"E104"}),
            ("\u202ex" * 100_000, {"E104"}),
            ("a #b\n" * 100_000, {"E105", "W105"}),
            ("-\n" * (MAX_VALUES + 1), {"E114"}),
            ("---\n" * 100_000, {"W101", "E108"}),
            (" " * 4_900_000 + "#", {"W101"}),
            ("a" + " \t" * 1_000_000 + "#", {}),
            ("\n" * 1_000_000, {"W101"}),
            ("a: " + "x" * 4_900_000, {}),
            ("x" * 4_900_000 + ": y: z", {"E105"}),
            (":" * 1_000_000, {"E105"}),
            ("&" + "a" * 1_000_000 + " b", {"E109"}),
            ("x" * (MAX_BYTES + 1), {"E102"}),
            ("я" * (MAX_BYTES // 2 + 1), {"E102"}),
        ],
        ids=lambda value: ascii(value[:12]) if isinstance(value, str) else None,
    )
    def test_is_stopped(self, text: str, codes: set[str]) -> None:
        document = read_text(text, "f.yaml")
        assert {problem.code for problem in document.problems} == set(codes)
        assert len(document.problems) <= len(codes) * (MAX_REPEATS + 1)
        _assert_sound(document)

    def test_deep_is_more_than_the_limit(self) -> None:
        assert read_text("[" * MAX_DEPTH + "]" * MAX_DEPTH, "f.yaml").problems == ()
        [problem] = read_text("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "f.yaml").problems
        assert problem.position == Position("f.yaml", 1, MAX_DEPTH + 1)

    def test_bytes_over_the_limit_are_not_decoded(self) -> None:
        [problem] = read_bytes(b"\xff" * (MAX_BYTES + 1), "f.yaml").problems
        assert problem.code == "E102"

    def test_the_number_of_problems_that_are_not_listed_is_said(self) -> None:
        problems = read_text("- *a\n" * (MAX_REPEATS + 7), "f.yaml").problems
        assert len(problems) == MAX_REPEATS + 1
        assert "7 times more" in problems[-1].what
        assert problems[-1].position.line == MAX_REPEATS + 1


class TestSourceLines:
    def test_a_long_line_is_cut_around_the_caret(self) -> None:
        text = "a: " + "x" * 5_000 + "€" + "y" * 5_000
        [problem] = quote_lines([Problem(Position("f", 1, 5_004), "E105", "Wrong.", "Mend it.")], text)
        line, caret = problem.source_line or "", problem.caret_column or 0
        assert len(line) == MAX_LINE_CHARACTERS + 2
        assert line[caret - 1] == "€"

    @pytest.mark.parametrize("column", [1, 79, 80, 81, 300, 420, 421, 500, 501])
    def test_the_caret_is_always_under_its_character(self, column: int) -> None:
        text = "".join(chr(0x4E00 + number) for number in range(500))
        [problem] = quote_lines([Problem(Position("f", 1, column), "E105", "Wrong.", "Mend it.")], text)
        after = (problem.source_line or "")[(problem.caret_column or 0) - 1 :][:1]
        assert after == text[column - 1 : column]

    def test_what_would_disturb_a_terminal_is_replaced(self) -> None:
        [problem, *_] = read_text("a: \x1b[2J\u202e\tx", "f.yaml").problems
        assert problem.source_line == "a: \ufffd[2J\ufffd x"


class TestWhateverIsRead:
    @given(st.binary(max_size=300))
    @example(b"\xff\xfe")
    def test_bytes(self, data: bytes) -> None:
        _assert_sound(read_bytes(data, "f.yaml"))

    @given(st.text(st.characters(), max_size=200))
    @example("\ud800")
    def test_text(self, text: str) -> None:
        _assert_sound(read_text(text, "f.yaml"))

    @given(st.text(st.sampled_from("abc:-#?!&*|>%@`'\"[]{},<~ \t\n\r\u00a0\u202e\0\\x0"), max_size=60))
    def test_indicators(self, text: str) -> None:
        _assert_sound(read_text(text, "f.yaml"))

    @pytest.mark.parametrize("seed", range(300))
    def test_mutated_files(self, seed: int) -> None:
        chance = random.Random(seed)
        data = bytearray(EVENT.encode())
        for _ in range(chance.randint(1, 8)):
            start = chance.randrange(len(data))
            piece = chance.choice(
                [b"", b"\t", b"\0", b"\xff", b"'", b'"', b"[", b"}", b": ", b"- ", b"*a", b"\n  ", b"#x"]
            )
            data[start : start + chance.randint(0, 4)] = piece
        _assert_sound(read_bytes(bytes(data), "f.yaml"))

    @given(
        st.recursive(
            st.text(st.characters(codec="ascii", exclude_categories=["Cc"])),
            lambda inner: st.lists(inner) | st.dictionaries(st.text("abc<", min_size=1), inner),
            max_leaves=20,
        )
    )
    def test_what_was_written_in_quotes_comes_back(self, value: object) -> None:
        document = read_text(json.dumps(value), "f.yaml")
        assert document.problems == ()
        assert _as_json(document.root) == _pairs(value)

    @given(st.text(st.sampled_from("ab :-#'[]{}é😀,&*!\n"), max_size=60))
    def test_a_plain_word_stands_where_its_position_says(self, text: str) -> None:
        lines = text.split("\n")
        for scalar in _scalars(read_text(text, "f.yaml").root):
            if scalar.style is ScalarStyle.PLAIN and scalar.text and text.isprintable() and not set(text) & set("&!"):
                assert lines[scalar.position.line - 1].startswith(scalar.text, scalar.position.column - 1)


def _pairs(value: object) -> object:
    if isinstance(value, dict):
        return [[key, _pairs(item)] for key, item in value.items()]
    return {"list": [_pairs(item) for item in value]} if isinstance(value, list) else value

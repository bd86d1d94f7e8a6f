"""From the words on the command line to an exit code: the only place that knows how a command may end.

In: the words after `python -m app`. Out: an exit code; what a user can cause never ends in a traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from app.cli.command import Exit, WrongUseError
from app.cli.commands import COMMANDS
from app.cli.parser import PROGRAM, build_parser


def main(words: Sequence[str] | None = None) -> int:
    """The exit code of the command that `words` name (None: those of this process)."""
    _speak_utf8()
    try:
        arguments = build_parser(COMMANDS).parse_args(words)
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except WrongUseError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return Exit.WRONG_USE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return Exit.READER_GONE
    return code


def _speak_utf8() -> None:
    """Names come in every alphabet: a terminal or pipe of another encoding must not end in an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Python writes what is left of the output when it ends: with the reader gone, that goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

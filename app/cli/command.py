"""The shape of a command: what argparse, `--help` and docs/cli.md are all made from.

In: nothing. Out: `Command` and its parts, frozen. A new command is a new value in `commands.py`.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Exit(IntEnum):
    """What a command says to the shell; the last two as the shell itself counts them (128 + signal)."""

    FINE = 0
    PROBLEMS = 1
    WRONG_USE = 2
    INTERRUPTED = 130
    READER_GONE = 141


class WrongUseError(Exception):
    """The command cannot do what was asked; the message is one line that says why and what to do."""


class Takes(StrEnum):
    """What may stand for an argument: one text, one whole number, one of `choices`, nothing, or several texts."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    NOTHING = "nothing"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: an option when its name starts with `--`, else a place on the line.

    `shown` is the word that stands for the value in the help. A place is optional, an option is optional unless
    it is `required`; `default` is what stands in for it, where None says that nothing does.
    """

    name: str
    help: str
    shown: str = ""
    takes: Takes = Takes.TEXT
    choices: tuple[str, ...] = ()
    default: str | int | None = None
    required: bool = False

    @property
    def is_option(self) -> bool:
        """Whether it is written with its name."""
        return self.name.startswith("--")

    @property
    def usage(self) -> str:
        """How it is written: `--format text|json`, `--strict`, `EVENTS`, `PHRASE ...`."""
        match self.takes:
            case Takes.NOTHING:
                return self.name
            case Takes.CHOICE:
                return f"{self.name} {'|'.join(self.choices)}"
            case Takes.SEVERAL:
                return f"{self.shown} ..."
            case _:
                return f"{self.name} {self.shown}" if self.is_option else self.shown

    @property
    def explanation(self) -> str:
        """The help with what holds when it is not given, in one line."""
        if self.required:
            return f"{self.help} (required)"
        return self.help if self.default is None else f"{self.help} (default: {self.default})"


@dataclass(frozen=True, slots=True)
class Example:
    """A line that a reader can copy, and what it does. `line` starts after `python -m app`."""

    line: str
    does: str


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `python -m app`: `run` does it and returns how it went; it may raise `WrongUseError`."""

    name: str
    summary: str
    about: str
    arguments: tuple[Argument, ...]
    examples: tuple[Example, ...]
    run: Callable[[Namespace], Exit]

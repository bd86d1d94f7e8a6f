"""The commands as an argparse parser.

In: `Command` values. Out: a parser whose errors are one line on stderr and exit code 2.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from functools import partial
from typing import Any, NoReturn

from app.cli.command import Argument, Command, Exit, Takes
from app.version import VERSION

PROGRAM = "python -m app"
EXIT_CODES = "exit codes: 0 fine; 1 problems found; 2 wrong use, or it cannot be done as asked"


class OneLineParser(ArgumentParser):
    """argparse, but a wrong use is told in one line that names the help."""

    def error(self, message: str) -> NoReturn:
        """Never returns: says `message` on stderr and exits with code 2."""
        sys.stderr.write(f"{self.prog}: {message} (see {self.prog} --help)\n")
        raise SystemExit(Exit.WRONG_USE)


def build_parser(commands: Sequence[Command]) -> ArgumentParser:
    """A parser that knows `commands`; what it parses carries the chosen `run`."""
    parser = OneLineParser(
        prog=PROGRAM,
        description="Sidelines: a timeline of international relations from YAML files.",
        epilog=f"{PROGRAM} COMMAND --help explains a command, with examples.\n{EXIT_CODES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"Sidelines {VERSION}")
    chosen = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=OneLineParser)
    for command in commands:
        under = chosen.add_parser(
            command.name,
            help=command.summary,
            description=command.about,
            epilog=_epilog(command),
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        under.set_defaults(run=command.run)
        for argument in command.arguments:
            under.add_argument(argument.name, **_settings(argument))
    return parser


def _epilog(command: Command) -> str:
    lines = [f"  {PROGRAM} {example.line}\n      {example.does}" for example in command.examples]
    return "\n".join(["examples:", *lines, "", EXIT_CODES])


def _settings(argument: Argument) -> dict[str, Any]:
    """What argparse's add_argument wants to know of `argument`; % is its own sign and stands doubled."""
    settings: dict[str, Any] = {"help": argument.explanation.replace("%", "%%"), "default": argument.default}
    if argument.is_option:
        settings["required"] = argument.required
    elif argument.takes is not Takes.SEVERAL:
        settings["nargs"] = "?"
    if argument.takes is Takes.NOTHING:
        return settings | {"action": "store_true", "default": False}
    return settings | _values(argument)


def _as_spelled(choices: Sequence[str], word: str) -> str:
    """The choice that `word` is but for small and capital letters, or the word."""
    return next((choice for choice in choices if choice.casefold() == word.casefold()), word)


def _values(argument: Argument) -> dict[str, Any]:
    match argument.takes:
        case Takes.CHOICE:
            spelled = partial(_as_spelled, argument.choices)
            return {"choices": argument.choices, "type": spelled, "metavar": "|".join(argument.choices)}
        case Takes.NUMBER:
            return {"type": int, "metavar": argument.shown}
        case Takes.SEVERAL:
            return {"nargs": "*", "metavar": argument.shown}
        case _:
            return {"metavar": argument.shown or argument.name}

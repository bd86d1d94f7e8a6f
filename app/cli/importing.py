"""The command that reads what Sidelines wrote: an event file out of a page, a JSON or a CSV.

In: parsed arguments. Out: YAML on stdout or in a file, and how it went.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from app.cli.command import Exit, WrongUseError
from app.cli.saving import reason, save
from app.importing import NotOursError, read_export


def import_file(arguments: Namespace) -> Exit:
    """Prints or writes the event file. FINE, since a file that is not ours is wrong use."""
    if not arguments.file:
        raise WrongUseError("import: give a file, such as report.html")
    try:
        text = read_export(Path(arguments.file).read_bytes())
    except (OSError, ValueError) as error:
        why = error if isinstance(error, NotOursError) else reason(error)
        raise WrongUseError(f"cannot read {arguments.file}: {why}") from None
    if arguments.output:
        save(arguments.output, text.encode())
    else:
        sys.stdout.write(text)
    return Exit.FINE

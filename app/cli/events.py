"""The commands on event files: serve, check, list, export, schema.

In: parsed arguments. Out: what was asked for on stdout, what is to be known besides on stderr, and how it went.
"""

from __future__ import annotations

import errno
import json
import os
import socket
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from app.cli.command import Exit, WrongUseError
from app.cli.parser import PROGRAM
from app.cli.table import event_table
from app.errors import Severity
from app.export import FORMATS, event_json, format_of, write
from app.filters import select_events
from app.load import Loaded, load_timeline
from app.model import Event
from app.nearest import nearest
from app.paths import EVENTS_FOLDER
from app.payload import build_payload
from app.report import count_problems, format_problems, summarise
from app.schema.json_form import json_text
from app.view import View, format_view, parse_view
from app.vocabulary import vocabulary

LAST_PORT = 65_535
# What the machine says when an address cannot be listened on; any other OSError there is a bug of ours.
REFUSALS = {
    errno.EADDRINUSE: "the port is in use; choose another one with --port",
    errno.EACCES: "not allowed; choose a port from 1024 on with --port",
    socket.EAI_NONAME: "there is no such host",
    errno.EADDRNOTAVAIL: "this machine has no such address; 127.0.0.1 and 0.0.0.0 are always there",
}


def serve(arguments: Namespace) -> Exit:
    """Serves until Ctrl-C. FINE, whatever the files hold: the page shows what is good, and the problems."""
    from app.web.serve import serve as serve_page
    from app.web.settings import SettingError

    host, port = arguments.host, arguments.port
    if not 0 <= port <= LAST_PORT:
        raise WrongUseError(f"--port {port}: ports run from 0 to {LAST_PORT}")
    loaded = _load(arguments.events)
    _say_problems(loaded)
    try:
        serve_page(loaded, host=host, port=port, announce=partial(print, flush=True))
    except KeyboardInterrupt:
        return Exit.FINE
    except SettingError as error:
        raise WrongUseError(str(error)) from None
    except UnicodeError:  # the name cannot even be asked for (RFC 5890)
        raise WrongUseError(f"cannot listen on {host}:{port}: there is no such host") from None
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        raise WrongUseError(f"cannot listen on {host}:{port}: {REFUSALS[error.errno]}") from None
    return Exit.FINE


def check(arguments: Namespace) -> Exit:
    """Prints every problem. PROBLEMS for an error, with --strict for a warning, too."""
    loaded = _load(arguments.events)
    print(format_problems(loaded.problems, arguments.format, is_strict=arguments.strict))
    return _judged(loaded, is_strict=arguments.strict)


def list_events(arguments: Namespace) -> Exit:
    """Prints the events of a view, in time order. PROBLEMS for errors in the files or a view that is not understood."""
    loaded = _load(arguments.events)
    _say_errors(loaded)
    view, went = _read_view(arguments.view, loaded)
    chosen = [loaded.timeline.events[each] for each in select_events(loaded.timeline, view).ids]
    for line in _listed(chosen, loaded, arguments.format):
        print(line)
    return max(went, _judged(loaded))


def _listed(events: Sequence[Event], loaded: Loaded, form: str) -> Iterator[str]:
    if form == "ids":
        yield from (event.id for event in events)
    elif form == "json":
        yield json.dumps([event_json(event) for event in events], ensure_ascii=False, indent=2)
    else:
        yield from event_table(events, loaded.timeline)


def export(arguments: Namespace) -> Exit:
    """Writes the page or the data. PROBLEMS as for `list_events`: the file is written all the same."""
    form = _form_of(arguments.output)
    loaded = _load(arguments.events)
    _say_errors(loaded)
    view, went = _read_view(arguments.view, loaded)
    text = _exported(loaded, view, form)
    try:
        Path(arguments.output).write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name cannot be used"
        raise WrongUseError(f"cannot write {arguments.output}: {reason.lower()}") from None
    print(f"wrote {arguments.output}", file=sys.stderr)
    return max(went, _judged(loaded))


def _form_of(output: str) -> str:
    """What the end of a file's name asks for: `html`, or one of the formats of data."""
    form = "html" if output.lower().endswith((".html", ".htm")) else format_of(output)
    if form is None and not os.path.isdir(output):  # noqa: PTH112 - unlike Path, it takes any text for an answer
        known = ", ".join(f".{each}" for each in ("html", *FORMATS))
        raise WrongUseError(f"cannot write {output}: its name has to end in one of {known}")
    return form or "html"


def _exported(loaded: Loaded, view: View, form: str) -> str:
    if form == "html":
        from app.web.static import static_page

        return static_page(loaded.timeline, loaded.problems, format_view(view))
    ids = select_events(loaded.timeline, view).ids
    return write(build_payload(loaded.timeline), ids, form, format_view(view)).text


def schema(_: Namespace) -> Exit:
    """Prints the JSON Schema."""
    print(json_text(), end="")
    return Exit.FINE


def _load(events: str | None) -> Loaded:
    """The events at a path, the shipped ones for None; files are named as seen from here."""
    path = Path(events) if events is not None else EVENTS_FOLDER
    if events == "" or not _exists(path):
        near = nearest(path.name, [(each, each) for each in _names_beside(path)])
        raise WrongUseError(
            f"{events or 'EVENTS'}: no such file or folder{f'; did you mean {path.parent / near}?' if near else ''}"
        )
    return load_timeline(path, root=Path.cwd())


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, a folder that may not be entered
        return False


def _names_beside(path: Path) -> list[str]:
    try:
        return sorted(each.name for each in path.parent.iterdir())
    except (OSError, ValueError):
        return []


def _say_errors(loaded: Loaded) -> None:
    """One line, and only if there are errors: warnings lose no event, and the output belongs to what was asked for."""
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    if errors:
        files = ", ".join(dict.fromkeys(problem.position.file for problem in errors))
        print(f"{files}: {summarise(errors)}; showing {_count(loaded)}", file=sys.stderr)


def _say_problems(loaded: Loaded) -> None:
    """One line for each file with problems, and one that says how much is shown all the same."""
    for file, found in groupby(loaded.problems, lambda problem: problem.position.file):
        print(f"{file}: {summarise(tuple(found))}", file=sys.stderr)
    more = f" (`{PROGRAM} check` says where, and what to write instead)" if loaded.problems else ""
    print(f"showing {_count(loaded)}{more}", file=sys.stderr)


def _count(loaded: Loaded) -> str:
    count = len(loaded.timeline.events)
    return f"{count:,} {'event' if count == 1 else 'events'}"


def _read_view(query: str | None, loaded: Loaded) -> tuple[View, Exit]:
    """The view, and PROBLEMS if parts of the query mean nothing; each is told in a line."""
    view, notices = parse_view(query or "", vocabulary(loaded.timeline))
    for notice in notices:
        print(f"--view: {notice.what} {notice.fix}", file=sys.stderr)
    return view, Exit.PROBLEMS if notices else Exit.FINE


def _judged(loaded: Loaded, *, is_strict: bool = False) -> Exit:
    errors, _ = count_problems(loaded.problems, is_strict=is_strict)
    return Exit.PROBLEMS if errors else Exit.FINE

"""The commands that read event files: serve, check, list; and the schema of such files.

In: parsed arguments. Out: what was asked for on stdout, what is to be known besides on stderr, and how it went.
"""

from __future__ import annotations

import errno
import json
import socket
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from functools import partial

from app.cli.command import Exit, WrongUseError
from app.cli.loading import count, judged, load, path_of, read_view, require_files, say_errors, say_problems
from app.cli.table import event_table
from app.export import event_json
from app.filters import select_events
from app.load import Loaded
from app.model import Event
from app.paths import EVENTS_FOLDER
from app.report import format_problems
from app.schema.json_form import json_text

FIRST_FREE_PORT, LAST_PORT = 1_024, 65_535
# What the machine says when an address cannot be listened on; any other OSError there is a bug of ours.
REFUSALS = {
    errno.EADDRINUSE: "the port is in use; choose another one: --port {other}, or make run PORT={other}",
    errno.EACCES: "not allowed; choose a port from 1024 on: --port {other}, or make run PORT={other}",
    socket.EAI_NONAME: "there is no such host",
    errno.EADDRNOTAVAIL: "this machine has no such address; 127.0.0.1 and 0.0.0.0 are always there",
}


def serve(arguments: Namespace) -> Exit:
    """Serves until Ctrl-C. FINE, whatever the files hold: the page shows what is good, and the problems."""
    from app.web.scripts import plotly_remark
    from app.web.serve import serve as serve_page
    from app.web.settings import SettingError

    host, port = arguments.host, arguments.port
    if not 0 <= port <= LAST_PORT:
        raise WrongUseError(f"--port {port}: ports run from 0 to {LAST_PORT}")
    if remark := plotly_remark():
        print(remark, file=sys.stderr)
    try:
        read = partial(_read_and_say, arguments.events)
        serve_page(path_of(arguments.events), read, host=host, port=port, announce=partial(print, flush=True))
    except KeyboardInterrupt:
        return Exit.FINE
    except SettingError as error:
        raise WrongUseError(str(error)) from None
    except UnicodeError:  # the name cannot even be asked for (RFC 5890)
        raise WrongUseError(f"cannot listen on {host}:{port}: there is no such host") from None
    except OSError as error:
        if error.errno not in REFUSALS:
            raise
        why = REFUSALS[error.errno].format(other=_other_port(port))
        raise WrongUseError(f"cannot listen on {host}:{port}: {why}") from None
    return Exit.FINE


def _read_and_say(events: str | None) -> Loaded:
    loaded = load(events)
    say_problems(loaded, events)
    return loaded


def _other_port(port: int) -> int:
    """The next one that needs no rights; none can be promised to be free."""
    return port + 1 if FIRST_FREE_PORT <= port < LAST_PORT else 8051


def check(arguments: Namespace) -> Exit:
    """Prints every problem. PROBLEMS for an error, with --strict for a warning, too."""
    loaded = load(arguments.events)
    require_files(arguments.events)
    print(format_problems(loaded.problems, arguments.format, is_strict=arguments.strict))
    if arguments.format == "text":
        print(f"checked {arguments.events or EVENTS_FOLDER.name}: {count(loaded)}", file=sys.stderr)
    return judged(loaded, is_strict=arguments.strict)


def list_events(arguments: Namespace) -> Exit:
    """Prints the events of a view, in time order. PROBLEMS for errors in the files or a view that is not understood."""
    loaded = load(arguments.events)
    require_files(arguments.events)
    say_errors(loaded)
    view, went = read_view(arguments.view, loaded)
    chosen = [loaded.timeline.events[each] for each in select_events(loaded.timeline, view).ids]
    for line in _listed(chosen, loaded, arguments.format):
        print(line)
    return max(went, judged(loaded))


def _listed(events: Sequence[Event], loaded: Loaded, form: str) -> Iterator[str]:
    if form == "ids":
        yield from (event.id for event in events)
    elif form == "json":
        yield json.dumps([event_json(event) for event in events], ensure_ascii=False, indent=2)
    else:
        yield from event_table(events, loaded.timeline)


def schema(_: Namespace) -> Exit:
    """Prints the JSON Schema."""
    print(json_text(), end="")
    return Exit.FINE

"""Serving on one machine, with Werkzeug's threaded server. For many readers see the Procfile.

In: the place of event files and an address. Out: a running server, until it is interrupted.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from wsgiref.types import WSGIApplication

from werkzeug.serving import WSGIRequestHandler, make_server

from app.load import Loaded
from app.web.dash_page import create_app
from app.web.editions import earlier_timelines
from app.web.renewing import Renewing, stamp_of
from app.web.settings import read_settings


class _Quiet(WSGIRequestHandler):
    """A request handler that writes no line for each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Nothing: the terminal belongs to the person who works at it."""


def serve(events: Path, read: Callable[[], Loaded], *, host: str, port: int, announce: Callable[[str], object]) -> None:
    """Serves the dashboard until Ctrl-C, and announces its address once it listens.

    `read` reads what is at `events`: at once, and again when a page is loaded after these files have changed. The files
    themselves are shown only where no other machine can ask. Raises OSError if it cannot serve, and SettingError for a
    setting of the environment that cannot be used.
    """
    settings = replace(read_settings(os.environ), sources=events if is_own_machine(host) else None)
    earlier = earlier_timelines(settings.editions)

    def make() -> WSGIApplication:
        loaded = read()
        server: WSGIApplication = create_app(loaded.timeline, loaded.problems, settings, earlier).server
        return server

    made_of = stamp_of(events)
    application = Renewing(make(), made_of, partial(stamp_of, events), make)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family, backlog=128) as listening:
        server = make_server(host, port, application, threaded=True, request_handler=_Quiet, fd=listening.fileno())
        shown = f"[{host}]" if family == socket.AF_INET6 else host
        announce(f"Sidelines is at http://{shown}:{listening.getsockname()[1]} (Ctrl-C stops it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            announce("Stopped.")


def is_own_machine(host: str) -> bool:
    """Whether only programs of this machine reach what listens at `host`, an address or a name."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

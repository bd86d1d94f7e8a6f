"""A WSGI application that is made anew when the files change that it shows.

In: the files' stamp, and how to make the application. Out: the application of the latest files. The change is seen by
who loads a page next; what a page brings along afterwards never asks for it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Lock
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

Stamp = tuple[tuple[str, int, int], ...]
_PARTS = ("/_dash", "/files/")  # what belongs to a page that is loaded already


def stamp_of(path: Path) -> Stamp:
    """Name, size in bytes and time of change (ns) of every file at `path`, a folder or one file.

    Without hidden files and the copies that editors leave. Empty where nothing can be read.
    """
    return tuple(sorted(_files(path) if path.is_dir() else _stat(path)))


class Renewing:
    """The application of the latest files; the one before it goes on where there are none. Thread-safe."""

    def __init__(
        self,
        application: WSGIApplication,
        made_of: Stamp,
        stamp: Callable[[], Stamp],
        make: Callable[[], WSGIApplication],
    ) -> None:
        self._application = application
        self._made_of = made_of
        self._stamp = stamp
        self._make = make
        self._lock = Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """The answer of the latest application."""
        if not any(part in environ.get("PATH_INFO", "") for part in _PARTS):
            self._renew()
        return self._application(environ, start_response)

    def _renew(self) -> None:
        # Who comes while it is made waits: what is new is what he came for.
        with self._lock:
            now = self._stamp()
            if now and now != self._made_of:
                self._application = self._make()
                self._made_of = now


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (name for name in names if not name.startswith((".", "#", "~")) and not name.endswith("~")):
            yield from _stat(Path(place, name))


def _stat(path: Path) -> Iterator[tuple[str, int, int]]:
    try:
        status = path.stat()
    except OSError:
        return
    yield str(path), status.st_size, status.st_mtime_ns

"""The server as the Procfile starts it, on a free port of this machine, for as long as a measurement takes.

Run as a script it says nothing: it measures nothing by itself.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

WORKERS = 2
THREADS = 4
_TRIES = 600


@contextmanager
def gunicorn(folder: Path) -> Iterator[str]:
    """The address (no slash at its end) of two workers with four threads each, which serve the shipped events."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "app.web.wsgi:server", "--bind", f"127.0.0.1:{port}"]
    options = ["--workers", str(WORKERS), "--threads", str(THREADS), "--no-control-socket", "--log-level", "warning"]
    process = subprocess.Popen([*command, *options], cwd=folder)  # noqa: S603 - ours
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(process, address)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    """Asks until the server answers; each try that is refused gives the machine to the server for a moment."""
    for _ in range(_TRIES):
        if process.poll() is not None:
            raise SystemExit(f"gunicorn ended with code {process.returncode}")
        try:
            with urlopen(f"{address}/healthz", timeout=120):  # noqa: S310 - our own server
                return
        except URLError:
            try:
                process.wait(timeout=0.1)
            except subprocess.TimeoutExpired:
                continue
    raise SystemExit("gunicorn does not answer")

"""How many readers two workers serve: 200 connections ask for the embed for 20 seconds, on this machine only.

Three questions are put: the packed document, the same by who has it already (304), and many views in turn. `wrk` asks
where it is installed, else a small client of ours, which takes a good part of the machine itself. Where nginx is
installed, it serves the same bytes as a file, for a ratio. Prints requests per second, the slowest hundredth, errors;
the aim is 1,000 a second, 300 ms and none.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from app.paths import PROJECT_FOLDER
from benchmarks.serving import gunicorn

CONNECTIONS = 200
SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
PACKED = {"Accept-Encoding": "br"}
VIEWS = tuple(f"?country={country}" for country in "ARM AZE BLR KAZ KGZ MDA RUS TJK TKM UKR UZB".split())


@dataclass(frozen=True)
class Question:
    """What is asked, again and again."""

    name: str
    address: str
    queries: Sequence[str] = ("",)
    headers: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Answered:
    """What came of it."""

    per_second: float
    slowest_hundredth_ms: float
    errors: int


def ask_with_wrk(question: Question, seconds: int) -> Answered:
    """As wrk tells it; its script walks through the queries."""
    headers = {**PACKED, **(question.headers or {})}
    path = urlsplit(question.address).path
    script = (
        f"local paths = {{{', '.join(repr(path + query) for query in question.queries)}}}\nlocal at = 0\n"
        "request = function() at = at % #paths + 1; return wrk.format('GET', paths[at]) end\n"
        "done = function(summary, latency) local e = summary.errors\n"
        "io.write(string.format('RESULT %f %f %d\\n', summary.requests / summary.duration * 1e6,"
        " latency:percentile(99) / 1000, e.connect + e.read + e.write + e.status + e.timeout)) end\n"
    )
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        given = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", file.name, *given]
        done = subprocess.run([*command, question.address], capture_output=True, check=True, text=True)  # noqa: S603 - ours
    found = re.search(r"RESULT ([\d.]+) ([\d.]+) (\d+)", done.stdout)
    assert found, done.stdout
    return Answered(float(found[1]), float(found[2]), int(found[3]))


def ask_by_ourselves(question: Question, seconds: int) -> Answered:
    """The same with asyncio, over connections that stay open."""
    return asyncio.run(_ask_all(question, seconds))


async def _ask_all(question: Question, seconds: int) -> Answered:
    until = perf_counter() + seconds
    tried = await asyncio.gather(*(_ask_on(question, until) for _ in range(CONNECTIONS)))
    times = sorted(taken for taken_ms, _ in tried for taken in taken_ms)
    slow = times[int(len(times) * 0.99)] if times else float("inf")
    return Answered(len(times) / seconds, slow, sum(errors for _, errors in tried))


async def _ask_on(question: Question, until: float) -> tuple[list[float], int]:
    """(milliseconds of each answer, errors) of one connection, opened anew when it is closed."""
    parts = urlsplit(question.address)
    sent = "".join(f"{name}: {value}\r\n" for name, value in {**PACKED, **(question.headers or {})}.items())
    times: list[float] = []
    errors, queries = 0, cycle(question.queries)
    while perf_counter() < until:
        try:
            reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
            while perf_counter() < until:
                start = perf_counter()
                writer.write(f"GET {parts.path}{next(queries)} HTTP/1.1\r\nHost: {parts.netloc}\r\n{sent}\r\n".encode())
                status, closes = await _read_answer(reader)
                times.append((perf_counter() - start) * 1000)
                errors += status not in {200, 304}
                if closes:
                    break
            writer.close()
        except (OSError, asyncio.IncompleteReadError):
            errors += 1
    return times, errors


async def _read_answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """(status, whether the connection ends with it) of an answer with a length."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = re.search(r"content-length: (\d+)", head)
    await reader.readexactly(int(length[1]) if length else 0)
    return int(head.split()[1]), "connection: close" in head


@contextmanager
def nginx(body: bytes) -> Iterator[str]:
    """The address at which nginx serves these bytes as a file, with two workers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "embed").write_bytes(body)
        temporary = "".join(
            f"{kind}_temp_path {name}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        (folder / "nginx.conf").write_text(
            f"worker_processes 2; daemon off; pid {name}/pid; error_log {name}/log;\nevents {{}}\n"
            f"http {{ access_log off; {temporary}\n"
            f"server {{ listen 127.0.0.1:{port}; root {name};\n"
            "location / { add_header Content-Encoding br; default_type text/html; } } }\n"
        )
        process = subprocess.Popen(["nginx", "-c", f"{name}/nginx.conf", "-e", f"{name}/log"])  # noqa: S603, S607 - ours
        try:
            _until_open(port)
            yield f"http://127.0.0.1:{port}/embed"
        finally:
            process.terminate()
            process.wait()


def _until_open(port: int) -> None:
    """Tries until somebody listens there."""
    for _ in range(100_000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
    raise SystemExit("nginx does not answer")


def _say(name: str, answered: Answered) -> None:
    print(f"{name:<34}{answered.per_second:>10,.0f}{answered.slowest_hundredth_ms:>10,.0f}{answered.errors:>8}")


def main() -> None:
    """Asks every question for some seconds, after each worker has had it once or more."""
    ask = ask_with_wrk if shutil.which("wrk") else ask_by_ourselves
    print(f"{CONNECTIONS} connections, {SECONDS} s each, asked by {'wrk' if ask is ask_with_wrk else 'ourselves'}")
    print(f"{'':<34}{'a second':>10}{'p99 ms':>10}{'errors':>8}")
    with gunicorn(PROJECT_FOLDER) as server:
        address = f"{server}/embed"
        with urlopen(Request(address, headers=PACKED)) as answer:  # noqa: S310 - our own server
            body, tag = answer.read(), answer.headers["ETag"]
        questions = [
            Question("the packed document", address),
            Question("who has it already (304)", address, headers={"If-None-Match": tag}),
            Question("eleven views in turn", address, tuple(islice(VIEWS, 11))),
        ]
        for question in questions:
            ask(question, 2)
            _say(question.name, ask(question, SECONDS))
    if shutil.which("nginx"):
        with nginx(body) as address:
            _say("nginx, the same bytes as a file", ask(Question("nginx", address), SECONDS))


if __name__ == "__main__":
    main()

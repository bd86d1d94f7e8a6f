"""What an embed costs its readers: bytes, requests and time, beside our other frames and the timelines of others.

Two gunicorn workers serve the shipped events on this machine; each page is opened in a new profile of Chromium (cold)
and then reloaded (warm), with and without a slow line (4 Mbit/s, 80 ms) and processor (a quarter). Time is from the
start of the navigation until the events are drawn, the median of three. All pages are measured in one run; compare only
their ratios. The others have the same events: plain Plotly as one page, TimelineJS from a server of its own (npm brings
it into `build/`; without npm its row is missing).
"""

from __future__ import annotations

import gzip
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import plotly.graph_objects as go
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from app.export import write
from app.load import load_timeline
from app.model import Timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.payload import build_payload
from app.rows import rows
from app.web.static import static_page
from benchmarks.serving import gunicorn
from tests.browser.chromium import ARGUMENTS, find_chromium

RUNS = 3
SLOW_LINE = {"offline": False, "latency": 80, "downloadThroughput": 500_000, "uploadThroughput": 125_000}
SLOW_PROCESSOR = 4
# The moment at which the first mark of an event is in the document.
WATCH = """
(() => {
  const seen = () => document.querySelector("%s");
  new MutationObserver((_, watch) => {
    if (globalThis.drawnAt || !seen()) return;
    watch.disconnect();
    requestAnimationFrame(() => {
      globalThis.drawnAt = performance.now();
      document.documentElement.dataset.drawn = "1";
    });
  }).observe(document, { subtree: true, childList: true, attributes: true });
})();
"""
OURS = "html[data-ready=true]"
PLOTLYS = ".scatterlayer .point"
TIMELINEJS = ".tl-timemarker"
TIMELINEJS_PACKAGE = "@knight-lab/timelinejs@3.9.11"
TIMELINEJS_AT = PROJECT_FOLDER / "build" / "timelinejs"
TIMELINEJS_FILES = ("js/timeline.js", "css/timeline.css", "css/icons/tl-icons.woff2")


@dataclass(frozen=True)
class Case:
    """A page by its name; `drawn` selects what is there once the events are."""

    name: str
    url: str
    drawn: str = OURS


@dataclass(frozen=True)
class Cost:
    """What one visit cost."""

    requests: int
    kilobytes: float
    seconds: float


class _Meter:
    """Counts what a page asks for and what comes over the line, headers included."""

    def __init__(self, session: CDPSession) -> None:
        self.requests = 0
        self.bytes = 0
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)

    def _asked(self, event: dict[str, dict[str, str]]) -> None:
        self.requests += event["request"]["url"].startswith("http")

    def _came(self, event: dict[str, float]) -> None:
        self.bytes += int(event["encodedDataLength"])


def visit(session: CDPSession, page: Page, go_there: Callable[[], object]) -> Cost:
    """The cost of one navigation."""
    meter = _Meter(session)
    go_there()
    page.wait_for_selector("html[data-drawn]", state="attached", timeout=120_000)
    drawn_ms = float(page.evaluate("drawnAt"))
    page.wait_for_load_state("networkidle")
    return Cost(meter.requests, meter.bytes / 1000, drawn_ms / 1000)


def cold_and_warm(browser: Browser, case: Case, *, is_slow: bool) -> tuple[Cost, Cost]:
    """The costs of the first and of the second visit of a new reader."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH % case.drawn)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    if is_slow:
        session.send("Network.emulateNetworkConditions", SLOW_LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_PROCESSOR})
    costs = visit(session, page, lambda: page.goto(case.url)), visit(session, page, page.reload)
    context.close()
    return costs


def median(costs: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(
        requests=int(statistics.median(cost.requests for cost in costs)),
        kilobytes=statistics.median(cost.kilobytes for cost in costs),
        seconds=statistics.median(cost.seconds for cost in costs),
    )


class _Packed(SimpleHTTPRequestHandler):
    """Files that were packed beforehand."""

    def log_message(self, *_: object) -> None:
        pass

    def end_headers(self) -> None:
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=60")
        super().end_headers()


@contextmanager
def other_pages() -> Iterator[str]:
    """The address of a server of the exported file and of the same events as plain Plotly writes them."""
    timeline = load_timeline(EVENTS_FOLDER).timeline
    dated = [row for row in rows(timeline) if row.start_ms is not None]
    figure = go.Figure(
        go.Scatter(
            x=[row.start_ms for row in dated for _ in row.participants],
            y=[part.country for row in dated for part in row.participants],
            text=[row.id for row in dated for _ in row.participants],
            mode="markers",
        )
    )
    with tempfile.TemporaryDirectory() as name:
        pages = {"file.html": static_page(timeline, ()), "plotly.html": figure.to_html(include_plotlyjs=True)}
        files = {page: text.encode() for page, text in pages.items()} | timelinejs(timeline)
        for path, content in files.items():
            (Path(name) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(name) / path).write_bytes(gzip.compress(content, mtime=0))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Packed, directory=name))
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def timelinejs(timeline: Timeline) -> dict[str, bytes]:
    """The same events as TimelineJS shows them: its page and the files that the page asks for; nothing without npm."""
    if not TIMELINEJS_AT.exists():
        build = TIMELINEJS_AT.parent
        build.mkdir(exist_ok=True)
        words = ["npm", "pack", "--silent", "--pack-destination", str(build), TIMELINEJS_PACKAGE]
        try:
            packed = subprocess.run(words, capture_output=True, check=True, text=True).stdout.strip()  # noqa: S603 - ours
        except (OSError, subprocess.CalledProcessError):
            print("npm is missing or offline: TimelineJS is not measured")
            return {}
        with tarfile.open(build / packed) as archive:
            archive.extractall(TIMELINEJS_AT, filter="data")
    dist = TIMELINEJS_AT / "package" / "dist"
    told = write(build_payload(timeline), list(timeline.events), "timelinejs.json", "").text.replace("<", "\\u003c")
    page = (
        '<!doctype html><meta charset="utf-8"><title>TimelineJS</title><link rel="icon" href="data:,">'
        '<link rel="stylesheet" href="css/timeline.css"><div id="timeline" style="height:700px"></div>'
        '<script src="js/timeline.js"></script>'
        f'<script>new TL.Timeline("timeline", {told}, {{ font: null, hash_bookmark: false }})</script>'
    )
    found = {name: (dist / name).read_bytes() for name in TIMELINEJS_FILES if (dist / name).exists()}
    return {**found, "timelinejs.html": page.encode()}


def measure(browser: Browser, cases: list[Case]) -> None:
    """Prints a table; the rows of one round are measured in turn, so that a busy moment meets them all."""
    print(f"{'':<22}{'':<10}{'requests':>10}{'KB':>9}{'s':>8}    {'slow: s':>8}")
    rounds: dict[tuple[str, str, bool], list[Cost]] = {}
    for _ in range(RUNS):
        for case in cases:
            for is_slow in (False, True):
                for visited, cost in zip(("cold", "warm"), cold_and_warm(browser, case, is_slow=is_slow), strict=True):
                    rounds.setdefault((case.name, visited, is_slow), []).append(cost)
    for case in cases:
        for visited in ("cold", "warm"):
            quick, slow = (median(rounds[case.name, visited, is_slow]) for is_slow in (False, True))
            name = case.name if visited == "cold" else ""
            size = f"{quick.requests:>10}{quick.kilobytes:>9.1f}"
            print(f"{name:<22}{visited:<10}{size}{quick.seconds:>8.2f}    {slow.seconds:>8.2f}")


def main() -> int:
    """Measures all pages; 1 where there is no Chromium."""
    path = find_chromium()
    if not path:
        print("no Chromium: `make browser` brings one")
        return 1
    version = subprocess.run([path, "--version"], capture_output=True, check=False, text=True)  # noqa: S603 - ours
    print(f"Python {sys.version.split()[0]}, {version.stdout.strip()}, median of {RUNS}")
    print("slow is 4 Mbit/s, 80 ms, and a quarter of the processor")
    with gunicorn(PROJECT_FOLDER) as server, other_pages() as other, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        measure(
            browser,
            [
                Case("/embed", f"{server}/embed"),
                Case("the dashboard", f"{server}/"),
                Case("the exported file", f"{other}/file.html"),
                Case("plain Plotly", f"{other}/plotly.html", PLOTLYS),
                *([Case("TimelineJS", f"{other}/timelinejs.html", TIMELINEJS)] if TIMELINEJS_AT.exists() else []),
            ],
        )
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

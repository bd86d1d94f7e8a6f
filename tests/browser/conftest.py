"""A real Chromium and a real server for the tests that look at the page as a person does.

`browser_page(url, ...)` opens a page and fails the test afterwards if its console is not clean or a request left
the machine; `served(events)` serves event files on this machine and returns the address; `exported(events, query)`
writes them into one file and returns its address.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Request,
    WebSocket,
    sync_playwright,
)

from app.load import load_timeline
from app.paths import EVENTS_FOLDER, PROJECT_FOLDER
from app.web.static import static_page
from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.hosts import Hosts, served_hosts
from tests.browser.seen import READY

OWN_HOSTS = {"127.0.0.1", "localhost"}
OWN_SCHEMES = {"file", "data", "blob", "about"}
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
PATIENCE_MS = 15_000


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever opens a Chromium is a browser test, whether its author remembered the marker or not."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@dataclass
class PageLog:
    """What the pages of one test said and asked for, in order."""

    console: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Hears the page from now on."""
        page.on("console", self._hear)
        page.on("pageerror", self._catch)
        page.on("dialog", self._dismiss)
        page.on("request", self._note)
        page.on("websocket", self._note)

    def leave(self, page: Page) -> None:
        """Hears the page no longer."""
        page.remove_listener("console", self._hear)
        page.remove_listener("pageerror", self._catch)
        page.remove_listener("dialog", self._dismiss)
        page.remove_listener("request", self._note)
        page.remove_listener("websocket", self._note)

    def _hear(self, message: ConsoleMessage) -> None:
        self.console.append(f"{message.type}: {message.text}")
        if message.type == "error":
            self.errors.append(message.text)

    def _catch(self, error: Error) -> None:
        self.errors.append(f"uncaught: {error}")

    def _dismiss(self, dialog: Dialog) -> None:
        self.errors.append(f"{dialog.type}: {dialog.message}")
        dialog.dismiss()

    def _note(self, request: Request | WebSocket) -> None:
        self.requests.append(request.url)

    @property
    def foreign_requests(self) -> list[str]:
        return [url for url in self.requests if not stays_here(url)]


@dataclass(frozen=True)
class Kind:
    """What a tab is like. `guarded=False` passes over the content security policy: a tool can be put into the page."""

    offline: bool = False
    scripts: bool = True
    guarded: bool = True


def stays_here(url: str) -> bool:
    """Whether a request to `url` reaches no other machine."""
    parts = urlsplit(url)
    return parts.scheme in OWN_SCHEMES or parts.hostname in OWN_HOSTS


@dataclass
class Tabs:
    """The tabs of a browser: one that a test leaves is given to the next that asks for its like.

    A new tab would read all scripts anew, which costs seconds; a page that is opened in an old one begins anew, too.
    """

    browser: Browser
    profiles: dict[Kind, BrowserContext] = field(default_factory=dict)
    free: dict[Kind, list[Page]] = field(default_factory=lambda: defaultdict(list))

    def take(self, kind: Kind) -> Page:
        """A tab of its kind that nobody has."""
        if self.free[kind]:
            return self.free[kind].pop()
        if kind not in self.profiles:
            self.profiles[kind] = self.browser.new_context(
                reduced_motion="reduce",
                accept_downloads=True,
                offline=kind.offline,
                java_script_enabled=kind.scripts,
                bypass_csp=not kind.guarded,
            )
        return self.profiles[kind].new_page()

    def give_back(self, kind: Kind, page: Page) -> None:
        """Leaves a tab to the next."""
        self.free[kind].append(page)

    def close(self) -> None:
        for profile in self.profiles.values():
            profile.close()


@dataclass
class PageOpener:
    """Opens pages and hears all that they say: `log`."""

    tabs: Tabs
    log: PageLog = field(default_factory=PageLog)
    taken: list[tuple[Kind, Page]] = field(default_factory=list)

    def __call__(
        self,
        url: str,
        *,
        width: int = 1440,
        height: int = 900,
        color_scheme: Literal["light", "dark"] = "light",
        ready: bool = True,
        kind: Kind = Kind(),
    ) -> Page:
        """The page at `url`, once it has drawn (`ready=False`: has loaded); `width` and `height` in CSS pixels."""
        page = self.tabs.take(kind)
        self.taken.append((kind, page))
        page.bring_to_front()
        page.set_default_timeout(PATIENCE_MS)
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=color_scheme)
        self.log.watch(page)
        page.goto(url)
        if ready:
            page.wait_for_selector(READY, state="attached")
        return page

    def close(self) -> None:
        """Leaves the tabs, and asserts that they said nothing wrong and asked nobody outside."""
        for kind, page in self.taken:
            self.log.leave(page)
            page.goto("about:blank")
            self.tabs.give_back(kind, page)
        assert self.log.errors == [], "the console is not clean"
        assert self.log.foreign_requests == [], "a request left the machine"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    assert path, "no Chromium found: `make test` brings one, or use -m 'not browser'"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Iterator[Tabs]:
    made = Tabs(chromium)
    yield made
    made.close()


@pytest.fixture
def browser_page(tabs: Tabs) -> Iterator[PageOpener]:
    opener = PageOpener(tabs)
    yield opener
    opener.close()


@pytest.fixture(scope="module")
def shared_page(tabs: Tabs) -> Iterator[PageOpener]:
    """As `browser_page`, for pages that the tests of one module only look at."""
    opener = PageOpener(tabs)
    yield opener
    opener.close()


@dataclass
class Servers:
    """Servers by the events they serve: each set is served once, to all the tests that ask for it."""

    running: dict[Path, tuple[subprocess.Popen[str], str]] = field(default_factory=dict)

    def __call__(self, events: Path = EVENTS_FOLDER) -> str:
        """The address (no slash at its end) at which `events`, a folder or file, is served."""
        if events not in self.running:
            self.running[events] = _start(events)
        return self.running[events][1]

    def stop(self) -> None:
        for process, _ in self.running.values():
            process.terminate()
            process.communicate()


def _start(events: Path) -> tuple[subprocess.Popen[str], str]:
    """A server on a port of the system's choice; it listens before it prints its address, so nobody has to wait."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "serve", str(events), "--port", "0"],
        cwd=PROJECT_FOLDER,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    for line in process.stdout:
        address = ADDRESS.search(line)
        if address:
            return process, address.group()
    pytest.fail(f"the server ended before it printed its address (exit code {process.wait()})")


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[..., str]]:
    servers = Servers()
    yield servers
    servers.stop()


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., str]:
    """Writes event files and a view into one file, each pair once, and returns its address."""
    folder = tmp_path_factory.mktemp("exported")

    @cache
    def write(events: Path = EVENTS_FOLDER, query: str = "") -> str:
        loaded = load_timeline(events, root=PROJECT_FOLDER)
        path = folder / f"{events.stem}-{len(list(folder.iterdir()))}.html"
        path.write_text(static_page(loaded.timeline, loaded.problems, query), encoding="utf-8")
        return path.as_uri()

    return write


@pytest.fixture(scope="module")
def hosts(served: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosts]:
    """Sites of others that frame the shipped events."""
    with served_hosts(served(), tmp_path_factory.mktemp("hosts")) as made:
        yield made

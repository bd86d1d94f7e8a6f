"""The Chromium that the browser tests open: on the PATH, or the one that Playwright brought.

Run as a script it prints the path, or exits 1: `make test` asks it before it installs one.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No sandbox of its own (tests may run as root, on our own pages only), and no talk with the browser's makers.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """The path of a Chromium, first the system's by name, then Playwright's own; None where there is neither."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or _playwright_chromium()


def _playwright_chromium() -> str | None:
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    found = find_chromium()
    print(found or "no Chromium found")  # noqa: T201
    sys.exit(0 if found else 1)

"""A still picture (SVG) -> PNG or PDF, by a browser of the Chromium family that is on the machine.

In: a picture (`app.drawing.Picture`). Out: bytes. The browser is started for one picture, with a profile of its own
that is thrown away, without a network; the picture has no script. Nothing of Python's has to be installed for it.
"""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from app.drawing import Picture

BROWSER = "BROWSER_PATH"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
MISSING = (
    "PNG and PDF are made with Chromium, Chrome or Edge, and none was found. Install one (Debian, Ubuntu: "
    f"apt-get install chromium), or name it: {BROWSER}=/path/to/chrome. An .svg needs no browser"
)
# No talk with the makers of the browser, no lookup of any name, nothing left behind.
_ARGUMENTS = (
    "--headless",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pdf-header-footer",
)
_SECONDS = 60
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_PNG_HEAD = 8 + 25  # the signature and the chunk IHDR (Portable Network Graphics, 5.2 and 11.2.2)


class BrowserError(Exception):
    """There is no browser, or it did not make the picture; the message says what to do."""


def find_browser(environment: Mapping[str, str]) -> str:
    """The path of a browser: the one that the environment names, else one on the PATH, else one in a usual place.

    Raises `BrowserError` if there is none.
    """
    named = environment.get(BROWSER)
    if named and not shutil.which(named):
        raise BrowserError(f"{BROWSER}={named}: there is no such program")
    path = environment.get("PATH")
    found = (shutil.which(each, path=path) for each in NAMES)
    usual = (place for place in _PLACES if os.access(place, os.X_OK))
    browser = named or next(filter(None, found), None) or next(usual, None)
    if browser is None:
        raise BrowserError(MISSING)
    return browser


def to_png(picture: Picture, browser: str, scale: float = 2) -> bytes:
    """The picture as PNG, `scale` pixels for each of its px; title and words for it are in the file. `BrowserError`."""
    size = f"--window-size={picture.width},{picture.height}"
    made = _run(browser, picture, "picture.png", "--screenshot", (size, f"--force-device-scale-factor={scale:g}"))
    texts = _text_chunk("Title", picture.title) + _text_chunk("Description", picture.alt)
    return made[:_PNG_HEAD] + texts + made[_PNG_HEAD:]


def to_pdf(picture: Picture, browser: str) -> bytes:
    """The picture as a PDF of one page of its size, with its texts as texts. `BrowserError` if it could not be made."""
    return _run(browser, picture, "picture.pdf", "--print-to-pdf", ())


def _run(browser: str, picture: Picture, name: str, task: str, more: tuple[str, ...]) -> bytes:
    try:
        with tempfile.TemporaryDirectory(prefix="sidelines-", ignore_cleanup_errors=True) as folder:
            page, made = Path(folder, "picture.html"), Path(folder, name)
            page.write_text(_page(picture), encoding="utf-8")
            profile = f"--user-data-dir={Path(folder, 'profile')}"
            words = [browser, *_ARGUMENTS, *_as_root(), profile, *more, f"{task}={made}", page.as_uri()]
            subprocess.run(words, capture_output=True, check=True, timeout=_SECONDS)  # noqa: S603 - our own words only
            return made.read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        raise BrowserError(f"{browser} did not make the picture ({_reason(error)})") from error


def _page(picture: Picture) -> str:
    """The picture alone on a page of its size; sharp to the pixel, since nothing is around it."""
    looks = (
        f"@page{{size:{picture.width}px {picture.height}px;margin:0}}html,body{{margin:0;overflow:hidden}}"
        "svg{display:block}*{print-color-adjust:exact}"
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" '
        f'content="{_POLICY}"><title>{_escaped(picture.title)}</title><style>{looks}</style>{picture.svg}</html>'
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _as_root() -> tuple[str, ...]:
    """Chromium refuses to start as root with its sandbox, as it is in most containers."""
    is_root = sys.platform != "win32" and os.geteuid() == 0
    return ("--no-sandbox",) if is_root else ()


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.TimeoutExpired):
        return f"it took longer than {_SECONDS} seconds"
    if isinstance(error, subprocess.CalledProcessError):
        lines = error.stderr.decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else f"exit code {error.returncode}"
    return getattr(error, "strerror", None) or "it wrote nothing"


def _text_chunk(keyword: str, text: str) -> bytes:
    """A text about the picture, as a chunk iTXt (Portable Network Graphics, 11.3.3.4), UTF-8, not compressed."""
    body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
    return struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))

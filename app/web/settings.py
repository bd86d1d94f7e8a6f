"""What an operator may set: where the pages lie below the host, who may frame the embed, which editions are kept.

In: the environment of the process, as a mapping. Out: `Settings`. Nothing here reads the environment by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.images import BROWSER, BrowserError, find_browser

PATH_PREFIX = "SIDELINES_PATH_PREFIX"
FRAME_ANCESTORS = "SIDELINES_FRAME_ANCESTORS"
EDITIONS = "SIDELINES_EDITIONS"
ANYONE = "*"

_PREFIX = re.compile(r"/?(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*)?/?")
# Sources as `frame-ancestors` takes them (CSP Level 3, 2.3.1); no `;` and no `,`, which would end the directive.
_SOURCE = re.compile(
    r"'none'|'self'|\*|[A-Za-z][A-Za-z0-9+.-]*:|(?:https?://)?(?:\*\.)?[A-Za-z0-9.-]+(?::(?:\d+|\*))?/?"
)


class SettingError(ValueError):
    """A setting that cannot be used; says which, and what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`path_prefix` begins and ends with a slash; `frame_ancestors` are sources of the CSP, parted by a space.

    `editions` is a folder with one folder of event files for each earlier state of the collection. `sources` is where
    the event files are that may be shown, line by line; no variable of the environment says it. `browser` is the
    program that makes pictures as PNG; without one the server makes none.
    """

    path_prefix: str = "/"
    frame_ancestors: str = ANYONE
    editions: Path | None = None
    sources: Path | None = None
    browser: str | None = None


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of an environment; what is missing or empty is as by default. Raises SettingError."""
    return Settings(
        path_prefix=_prefix(environment.get(PATH_PREFIX, "")),
        frame_ancestors=_ancestors(environment.get(FRAME_ANCESTORS, "")),
        editions=_folder(environment.get(EDITIONS, "")),
        browser=_browser(environment),
    )


def _prefix(text: str) -> str:
    if not _PREFIX.fullmatch(text.strip()):
        raise SettingError(f"{PATH_PREFIX}={text!r} is not a path. Write it like /timeline/, or leave it out.")
    inner = text.strip().strip("/")
    return f"/{inner}/" if inner else "/"


def _folder(text: str) -> Path | None:
    folder = Path(text) if text else None
    if folder and not folder.is_dir():
        raise SettingError(f"{EDITIONS}={text!r} is not a folder. Make it, or leave it out.")
    return folder


def _browser(environment: Mapping[str, str]) -> str | None:
    """The browser that is there; one that is named has to be."""
    try:
        return find_browser(environment)
    except BrowserError as error:
        if environment.get(BROWSER):
            raise SettingError(f"{error}. Name another, or leave it out.") from None
        return None


def _ancestors(text: str) -> str:
    sources = text.split() or [ANYONE]
    wrong = next((source for source in sources if not _SOURCE.fullmatch(source)), None)
    if wrong or (len(sources) > 1 and {"'none'", ANYONE} & set(sources)):
        raise SettingError(
            f"{FRAME_ANCESTORS}={text!r} cannot be used. Write hosts, parted by spaces, like https://example.org; "
            "or one of * (anyone), 'self' and 'none'."
        )
    return " ".join(sources)

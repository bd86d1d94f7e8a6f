"""What an operator may set: where the pages lie below the host, and who may frame the embed.

In: the environment of the process, as a mapping. Out: `Settings`. Nothing here reads the environment by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

PATH_PREFIX = "SIDELINES_PATH_PREFIX"
FRAME_ANCESTORS = "SIDELINES_FRAME_ANCESTORS"
ANYONE = "*"

_PREFIX = re.compile(r"/?(?:[A-Za-z0-9._~-]+(?:/[A-Za-z0-9._~-]+)*)?/?")
# Sources of CSP Level 3, 2.3.1, as far as `frame-ancestors` takes them; no `;` and no `,`, which would end the directive.
_SOURCE = re.compile(r"'none'|'self'|\*|[A-Za-z][A-Za-z0-9+.-]*:|(?:https?://)?(?:\*\.)?[A-Za-z0-9.-]+(?::(?:\d+|\*))?/?")


class SettingError(ValueError):
    """A setting that cannot be used; says which, and what to write."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`path_prefix` begins and ends with a slash; `frame_ancestors` are sources of the CSP, parted by a space."""

    path_prefix: str = "/"
    frame_ancestors: str = ANYONE


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings of an environment; what is missing or empty is as by default. Raises SettingError."""
    return Settings(
        path_prefix=_prefix(environment.get(PATH_PREFIX, "")),
        frame_ancestors=_ancestors(environment.get(FRAME_ANCESTORS, "")),
    )


def _prefix(text: str) -> str:
    if not _PREFIX.fullmatch(text.strip()):
        raise SettingError(f"{PATH_PREFIX}={text!r} is not a path. Write it like /timeline/, or leave it out.")
    inner = text.strip().strip("/")
    return f"/{inner}/" if inner else "/"


def _ancestors(text: str) -> str:
    sources = text.split() or [ANYONE]
    wrong = next((source for source in sources if not _SOURCE.fullmatch(source)), None)
    if wrong or (len(sources) > 1 and {"'none'", ANYONE} & set(sources)):
        raise SettingError(
            f"{FRAME_ANCESTORS}={text!r} cannot be used. Write hosts, parted by spaces, like https://example.org; "
            "or one of * (anyone), 'self' and 'none'."
        )
    return " ".join(sources)

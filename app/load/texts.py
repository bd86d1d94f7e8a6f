"""Locally kept texts of sources, and whether a quote occurs in one.

In: paths relative to the events folder. Out: texts. No path and no link leads out of the folder.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from app.load.names import shorten

MAX_BYTES = 5_000_000
_QUOTE_MARKS = re.compile("[\"'`´‘’‚‛“”„‟‹›«»「」『』＂＇]")
_DASHES = re.compile("[‐‑‒–—―−]")
_OMISSION = re.compile(r"\[\s*(?:\.{3}|…)\s*\]|\.{3,}|…")


class TextError(Exception):
    """A kept text cannot be read; the message says why in one sentence."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts below `folder`; each is read once."""

    folder: Path
    read: dict[str, str] = field(default_factory=dict)

    def text(self, relative: str) -> str:
        """The text at `relative`, made comparable by `comparable`; TextError where there is none that may be read."""
        if relative not in self.read:
            self.read[relative] = comparable(_read(self.folder, relative))
        return self.read[relative]


def comparable(text: str) -> str:
    """`text` without what copies of one text differ in: quote marks, kinds of dashes, blanks and line breaks."""
    plain = _DASHES.sub("-", _QUOTE_MARKS.sub("", unicodedata.normalize("NFC", text)))
    return " ".join(plain.split())


def occurs_in(quote: str, text: str) -> bool:
    """Whether all parts of `quote` between its omissions (`...`, `…`, `[...]`) occur in `text`, in their order.

    `text` is a comparable one.
    """
    start = 0
    for part in (comparable(part) for part in _OMISSION.split(quote)):
        found = text.find(part, start)
        if found < 0:
            return False
        start = found + len(part)
    return True


def _read(folder: Path, relative: str) -> str:
    try:
        root = folder.resolve()
        path = (root / relative).resolve(strict=True)
        if not path.is_relative_to(root):
            raise TextError(f"`{shorten(relative)}` leads out of the events folder.")
        if not path.is_file():
            raise TextError(f"`{shorten(relative)}` is not a file.")
        if path.stat().st_size > MAX_BYTES:
            raise TextError(f"`{shorten(relative)}` is larger than {MAX_BYTES // 1_000_000} MB.")
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise TextError(f"`{shorten(relative)}` is not written in UTF-8.") from None
    except (OSError, ValueError, RuntimeError):
        raise TextError(f"`{shorten(relative)}` cannot be read.") from None

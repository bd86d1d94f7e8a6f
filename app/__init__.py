"""Sidelines: international relations as states x time, from plain event files.

For notebooks and scripts: `from app import load_timeline, figure, still`. Each is read only when it is asked for, so
that the command line does not pay for what it does not draw.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.notebook import load_timeline
    from app.plotly_figure import figure
    from app.still_picture import still

__all__ = ["figure", "load_timeline", "still"]

_HOMES = {"figure": "app.plotly_figure", "load_timeline": "app.notebook", "still": "app.still_picture"}


def __getattr__(name: str) -> object:
    """A name of the public interface (PEP 562). AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOMES])

"""A view -> the HTML that is pasted into a report: a frame, the same with its script, a picture or a plain link.

In: where the embed is served, the canonical query of a view, its words. Out: HTML text, every value escaped.
`assets/core/snippets.js` writes the same bytes in the browser; a test holds the two together.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass

from app.export.cite import permalink

# Without allow-same-origin: the frame keeps no state and reads nothing of the host. The last token is for what its
# links open: pages that run as by themselves, not as in this sandbox (HTML Living Standard, 4.8.5).
SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
PICTURE_PX = 800
HEIGHT_BY_CONTROLS_PX: Mapping[str, int] = {"none": 620, "chips": 720, "full": 860}


@dataclass(frozen=True, slots=True)
class Embed:
    """What is embedded.

    `root`: the absolute address of the dashboard, with a slash at its end. `query`: canonical, without `?`.
    `version`: the beginning of the content hash for a frozen embed, None for one that follows the collection.
    `width`: of the frame, as HTML has it: px, or a share of the host's column.
    """

    root: str
    query: str
    title: str
    height_px: int
    version: str | None = None
    width: str = "100%"


@dataclass(frozen=True, slots=True)
class Still:
    """The picture of an embed: the canonical query that it is drawn for, what it shows in words, its height.

    It is `PICTURE_PX` wide. The query leaves out what pictures do not have: controls, a height of the frame.
    """

    query: str
    alt: str
    height_px: int


def embed_path(query: str, version: str | None = None, ending: str = "") -> str:
    """The path and query of an embed, or of its picture with the ending `.svg`, relative to the dashboard's address."""
    return f"embed{f'/{version}' if version else ''}{ending}{f'?{query}' if query else ''}"


def fallback_height(height_px: int | None, controls: str) -> int:
    """The height of a frame that no script adjusts: the view's own, else one that suits its controls. px."""
    return height_px or HEIGHT_BY_CONTROLS_PX[controls]


def iframe(embed: Embed) -> str:
    """The frame alone: works where scripts of the host are forbidden, at a fixed height."""
    return f"<iframe {_attributes(embed)}></iframe>"


def iframe_with_script(embed: Embed) -> str:
    """The frame and the script that gives it the height it asks for; the script may stand on the page many times."""
    return f'{iframe(embed)}\n<script src="{html.escape(embed.root)}embed.js" async></script>'


def link(embed: Embed) -> str:
    """A link to the same view in Sidelines, for places that take no frames."""
    return f'<a href="{_address(embed)}">{html.escape(embed.title)}</a>'


def picture(embed: Embed, still: Still) -> str:
    """A picture that leads to the same view in Sidelines, for places that take no frames; served by the dashboard."""
    given = {
        "src": embed.root + embed_path(still.query, embed.version, ".svg"),
        "alt": f"{embed.title}: {still.alt}",
        "width": str(PICTURE_PX),
        "height": str(still.height_px),
    }
    return f'<a href="{_address(embed)}"><img {_written(given)}></a>'


def _address(embed: Embed) -> str:
    """Where the view is; of a version that stays, so that the page says what has changed since."""
    live = f"{embed.root}{f'?{embed.query}' if embed.query else ''}"
    return html.escape(permalink(live, embed.version) if embed.version else live)


def _attributes(embed: Embed) -> str:
    given = {
        "src": embed.root + embed_path(embed.query, embed.version),
        "title": embed.title,
        "width": embed.width,
        "height": str(embed.height_px),
        "loading": "lazy",
        "sandbox": SANDBOX,
        "frameborder": "0",  # a style would be refused by hosts whose own policy forbids it
    }
    return _written(given)


def _written(given: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{html.escape(value)}"' for name, value in given.items())

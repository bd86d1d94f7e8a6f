"""The scripts and the style sheet of the page, joined in the order in which they need each other.

In: the assets folder. Out: texts with their content hash, so that they can be cached for ever under that name.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from plotly.offline import get_plotlyjs

from app import theme
from app.core_scripts import core_scripts
from app.paths import ASSETS_FOLDER, VENDOR_FOLDER

_FRAME = (
    *("dom", "copying", "page", "showing", "listing", "table", "changes"),
    *("brush", "pinch", "tooltip", "sheet", "pointer", "handles", "sharing", "controls", "keys", "printing"),
)
# What each frame has for itself; without Dash the core's own painter draws, with it Plotly.
_OWN = {
    "dash": ("ready", "dash_frame"),
    "static": ("painting", "static_frame"),
    "embed": ("painting", "wordpress", "embed_frame"),
}
# What only the share dialog needs: it, its downloads and its picture. "export_" is how the names of many begin.
_SHARING = ("alt", "card", "export_", "paper", "share", "sharing", "still")
_HASH_LETTERS = 16
_BASIC = VENDOR_FOLDER / "plotly-basic.min.js"


@dataclass(frozen=True, slots=True)
class Asset:
    """A text to be sent under a name that changes with it: `sidelines.<hash>.js`."""

    stem: str
    suffix: str
    text: str

    @property
    def hash(self) -> str:
        """The first letters of the SHA-256 of the text, hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:_HASH_LETTERS]

    @property
    def name(self) -> str:
        """The file name, unique for the content."""
        return f"{self.stem}.{self.hash}.{self.suffix}"


@lru_cache(maxsize=4)
def page_script(frame: str, *, is_sharing: bool = True) -> Asset:
    """Core, page and one frame ("dash", "static" or "embed") as one script; not `is_sharing`: no share dialog in it."""
    frames = [ASSETS_FOLDER / "frame" / f"{stem}.js" for stem in (*_FRAME, *_OWN[frame])]
    scripts = [*core_scripts(), *((path.stem, path.read_text(encoding="utf-8")) for path in frames)]
    texts = [text for stem, text in scripts if is_sharing or not stem.startswith(_SHARING)]
    return Asset(f"sidelines-{frame}", "js", "\n".join(texts))


@lru_cache(maxsize=1)
def style_sheet() -> Asset:
    """The palettes as variables, then the page's own rules."""
    return Asset(
        "sidelines", "css", theme.css_variables() + "\n" + (ASSETS_FOLDER / "page.css").read_text(encoding="utf-8")
    )


@lru_cache(maxsize=1)
def plotly_script() -> Asset:
    """plotly.js: the basic bundle where `make` brought it, else the full one that the plotly package carries."""
    text = _BASIC.read_text(encoding="utf-8") if _BASIC.is_file() else str(get_plotlyjs())
    return Asset("plotly", "js", text)


def plotly_remark() -> str:
    """What is to be said of plotly.js where the page is served: that it is the full one, and its size; else nothing."""
    if _BASIC.is_file():
        return ""
    size = len(plotly_script().text.encode()) / 1e6
    return f"the page loads the full plotly.js, {size:.1f} MB; with npm, `rm -rf vendor; make run` brings a smaller one"


@lru_cache(maxsize=1)
def icon_address() -> str:
    """The icon of the page as a data address, so that no frame has to ask for it."""
    return "data:image/svg+xml," + quote((ASSETS_FOLDER / "icon.svg").read_text(encoding="utf-8").strip(), safe=" =:/'")

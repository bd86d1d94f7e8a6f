"""The document around the page: head, payload, scripts; one for the Dash page, one for the file.

In: payload, markup and assets. Out: HTML text. Event text stands in it only as JSON, which no browser runs, and as
escaped markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.packing import packed
from app.view import View
from app.web import ids
from app.web.scripts import Asset, icon_address
from app.words import WORDS

CARD_PX = (1200, 630)
_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page will be found, and the picture that links to it show; absolute addresses, "" where there is none."""

    address: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What a document without a server holds.

    `body`: the page's markup; `fallback`: what is read without scripts; `cited`: how it is cited, if it says so.
    """

    payload: Mapping[str, Any]
    body: str
    fallback: str
    cited: str
    view: View
    place: Place | None


def json_block(payload: Mapping[str, Any]) -> str:
    """The payload as a data block: JSON in which no `<` can end the element (HTML Living Standard, 4.12.1.3).

    It says its own SHA-256, by which `import` sees whether it is still as it was written.
    """
    text = json.dumps(packed(payload), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    digest = hashlib.sha256(safe.encode()).hexdigest()
    return f'<script type="application/json" id="{ids.PAYLOAD}" data-sha256="{digest}">{safe}</script>'


def head(payload: Mapping[str, Any], place: Place | None = None) -> str:
    """Title, viewport, description and icon of the document, and what a shared link shows of it."""
    collection = payload["collection"]
    title, description = str(collection["title"]), str(collection.get("description", ""))
    icon = f'<link rel="icon" href="{html.escape(icon_address())}">'
    about = _metas("name", {"description": description})
    return f'<meta charset="utf-8">{_VIEWPORT}<title>{html.escape(title)}</title>{about}{icon}' + _shared(
        title, description, place or Place()
    )


def _shared(title: str, description: str, place: Place) -> str:
    """What other sites show of a link to the page (Open Graph protocol; X reads it, too, and a card of its own)."""
    size = {"og:image:width": str(CARD_PX[0]), "og:image:height": str(CARD_PX[1]), "og:image:alt": title}
    image = {"og:image": place.card, "og:image:type": "image/png", **size} if place.card else {}
    graph = {"og:type": "website", "og:title": title, "og:description": description, "og:url": place.address, **image}
    card = {"twitter:card": "summary_large_image" if place.card else "summary"}
    return _metas("property", graph) + _metas("name", card)


def _metas(key: str, contents: Mapping[str, str]) -> str:
    """One element for each name that has a content."""
    return "".join(
        f'<meta {key}="{name}" content="{html.escape(content)}">' for name, content in contents.items() if content
    )


def dash_document(
    payload: Mapping[str, Any], links: Mapping[str, str], dash_parts: Mapping[str, str], place: Place
) -> str:
    """The document of the Dash page.

    `links`: the addresses of style, plotly and script. `dash_parts`: what Dash wants in the document, by its own names.
    """
    style, plotly, script = (html.escape(links[role]) for role in ("style", "plotly", "script"))
    noscript = html.escape(str(WORDS["noscript"]))
    return (
        f'<!doctype html><html lang="en"><head>{head(payload, place)}<link rel="stylesheet" href="{style}">'
        f"{dash_parts['css']}</head><body>{dash_parts['app_entry']}{json_block(payload)}"
        f'<noscript><p class="notice">{noscript}</p></noscript>'
        f'<footer hidden>{dash_parts["config"]}<script src="{plotly}"></script><script src="{script}"></script>'
        f"{dash_parts['scripts']}{dash_parts['renderer']}</footer></body></html>\n"
    )


def static_document(content: Content, style: Asset, script: Asset, *, is_linked: bool) -> str:
    """The document of a page without a server behind it: everything inside, or linked to files beside it.

    The content security policy (CSP Level 3) allows nothing but its own script, inside by its hash, and its style.
    """
    allowed = "'self'" if is_linked else f"'sha256-{_digest(script.text)}'"
    styles = "'self' 'unsafe-inline'" if is_linked else "'unsafe-inline'"
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src {styles}; img-src data: blob:; font-src 'none'; "
        "connect-src 'none'; form-action 'none'; base-uri 'none'"
    )
    looks = f'<link rel="stylesheet" href="{style.name}">' if is_linked else f"<style>{style.text}</style>"
    running = f'<script src="{script.name}"></script>' if is_linked else f"<script>{script.text}</script>"
    return (
        f'<!doctype html><html {_attributes(content)}><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="referrer" content="no-referrer">'
        f"{head(content.payload, content.place)}"
        f"{_metas('name', _identity(content))}{looks}</head><body>"
        f"{content.body}<noscript>{content.fallback}</noscript>{json_block(content.payload)}{running}</body></html>\n"
    )


def _attributes(content: Content) -> str:
    """What the style sheet goes by before the scripts run."""
    view = content.view
    theme = "" if view.theme == "system" else f' data-theme="{view.theme}"'
    controls = ' data-controls="none"' if view.controls == "none" else ""
    return f'lang="en"{theme}{controls}'


def _identity(content: Content) -> dict[str, str]:
    """What the file holds, for programs and archives; a citation by its name in DCMI Metadata Terms."""
    about = content.payload["collection"]
    return {
        "generator": "Sidelines",
        "sidelines:version": str(about.get("version", "")),
        "sidelines:hash": str(about.get("hash", "")),
        "sidelines:view": str(content.payload.get("query", "")),
        "dcterms.bibliographicCitation": content.cited,
    }


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

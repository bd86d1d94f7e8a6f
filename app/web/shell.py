"""The document around the page: head, payload, scripts; one for the Dash page, one for the file.

In: payload, markup and assets. Out: HTML text. Event text stands in it only as JSON, which no browser runs, and as
escaped markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.web import ids
from app.web.scripts import Asset, icon_address
from app.words import WORDS

_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def json_block(value: Mapping[str, Any]) -> str:
    """The payload as a data block: JSON in which no `<` can end the element (HTML Living Standard, 4.12.1.3)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'<script type="application/json" id="{ids.PAYLOAD}">{safe}</script>'


def head(payload: Mapping[str, Any]) -> str:
    """Title, viewport, description and icon of the document."""
    collection = payload["collection"]
    title = html.escape(str(collection["title"]))
    description = html.escape(str(collection.get("description", "")))
    about = f'<meta name="description" content="{description}">' if description else ""
    icon = f'<link rel="icon" href="{html.escape(icon_address())}">'
    return f'<meta charset="utf-8">{_VIEWPORT}<title>{title}</title>{about}{icon}'


def dash_document(payload: Mapping[str, Any], links: Mapping[str, str], dash_parts: Mapping[str, str]) -> str:
    """The document of the Dash page.

    `links`: the addresses of style, plotly and script. `dash_parts`: what Dash wants in the document, by its own names.
    """
    style, plotly, script = (html.escape(links[role]) for role in ("style", "plotly", "script"))
    noscript = html.escape(str(WORDS["noscript"]))
    return (
        f'<!doctype html><html lang="en"><head>{head(payload)}<link rel="stylesheet" href="{style}">'
        f"{dash_parts['css']}</head><body>{dash_parts['app_entry']}{json_block(payload)}"
        f'<noscript><p class="notice">{noscript}</p></noscript>'
        f'<footer hidden>{dash_parts["config"]}<script src="{plotly}"></script><script src="{script}"></script>'
        f"{dash_parts['scripts']}{dash_parts['renderer']}</footer></body></html>\n"
    )


def static_document(
    payload: Mapping[str, Any], body: str, fallback: str, style: Asset, scripts: Sequence[Asset]
) -> str:
    """One file that holds everything and asks for nothing.

    `body`: the page's markup; `fallback`: what is read without scripts. The content security policy (CSP Level 3)
    allows nothing but the file's own scripts, by their hashes, and its own style.
    """
    allowed = " ".join(f"'sha256-{_digest(script.text)}'" for script in scripts)
    policy = (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data: blob:; font-src 'none'; "
        "connect-src 'none'; form-action 'none'; base-uri 'none'"
    )
    running = "".join(f"<script>{script.text}</script>" for script in scripts)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">{head(payload)}'
        f'<meta name="generator" content="Sidelines"><style>{style.text}</style></head><body>'
        f"{body}<noscript>{fallback}</noscript>{json_block(payload)}{running}</body></html>\n"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

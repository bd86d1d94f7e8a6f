"""The static file: the page with everything inside, for any browser, without a server.

In: timeline, problems and the view it opens with. Out: HTML text, the same for the same input on any machine and day.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import Any

from app.errors import Problem
from app.model import Timeline
from app.payload import build_payload
from app.web.markup import to_html
from app.web.page import page, static_graph
from app.web.scripts import Asset, page_script, plotly_script, style_sheet
from app.web.shell import static_document
from app.words import WORDS


def static_page(timeline: Timeline, problems: Sequence[Problem], query: str = "") -> str:
    """The whole file. `query` is the view that it opens with where its address names none."""
    payload = build_payload(timeline) | {"query": query}
    body = to_html(page(payload, problems, static_graph()))
    scripts = [_inlined(plotly_script()), _inlined(page_script("static"))]
    return static_document(
        payload, body=body, fallback=_without_scripts(payload), style=_inlined(style_sheet()), scripts=scripts
    )


def _inlined(asset: Asset) -> Asset:
    """The asset with no text that could end its own element."""
    return Asset(asset.stem, asset.suffix, asset.text.replace("</script", "<\\/script").replace("</style", "<\\/style"))


def _without_scripts(payload: Mapping[str, Any]) -> str:
    """The events as a plain list with date, participants and sources, for readers without scripts."""
    columns, size = payload["events"]["columns"], payload["events"]["size"]
    rows = [{name: values[index] for name, values in columns.items()} for index in range(size)]
    items = "".join(_item(payload, row) for row in rows)
    # Without scripts nothing would fill the drawing and the panel, so they give way to the list.
    hiding = "<style>.main,.filters,.themes{display:none!important}</style>"
    return f'{hiding}<p class="notice">{html.escape(str(WORDS["noscript"]))}</p><ol class="plain">{items}</ol>'


def _item(payload: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    actors, statuses = payload["actors"], WORDS["statuses"]
    parts = [
        f"{actors.get(part['actor'], {}).get('name', part['actor'])}"
        + (f" ({statuses[part['status']]})" if part["status"] != "unknown" or row.get("presence") else "")
        for part in row.get("participants") or []
    ]
    cited = [_citation(payload, citation) for citation in row.get("citations") or []]
    lines = [row["when"], row.get("place"), row.get("summary"), ", ".join(parts), *cited]
    text = "".join(f"<br>{html.escape(str(line))}" for line in lines if line)
    return f"<li><b>{html.escape(row['title'])}</b>{text}</li>"


def _citation(payload: Mapping[str, Any], citation: Mapping[str, str]) -> str:
    source = payload["sources"].get(citation["source"], {"title": citation["source"]})
    quote = f"“{citation['quote']}” — " if citation.get("quote") else ""
    return quote + ", ".join(words for words in (source["title"], source.get("publisher"), source.get("url")) if words)

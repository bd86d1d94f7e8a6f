"""A page of a few words, for what cannot be shown: says why, and leads on.

In: a status, words, where to go from there. Out: an answer that nobody takes for what was asked for.
"""

from __future__ import annotations

import html

from flask import Response

_STYLE = ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:24px}"


def plain_page(status: int, words: str, address: str, link: str) -> Response:
    """The words, and under them a link. It may be kept for a minute, as what is missing may come."""
    text = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Sidelines</title>'
        f"<style>{_STYLE}</style></head><body><p>{html.escape(words)}</p>"
        f'<p><a href="{html.escape(address)}">{html.escape(link)}</a></p></body></html>\n'
    )
    answer = Response(text, status, content_type="text/html; charset=utf-8")
    answer.headers["Cache-Control"] = "public, max-age=60"
    return answer

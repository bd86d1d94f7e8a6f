"""The embed's routes: `/embed?VIEW` follows the collection, `/embed/VERSION?VIEW` stays, `/embed.js` is for hosts.

In: the edition of now, earlier ones and the settings. Out: routes on the server. Every answer is a function of edition
and canonical query; it is packed once, kept while there is room, and carries what a cache between us and the readers
needs (RFC 9111; RFC 5861 for the two `stale-` directives). No cookies, nothing is remembered of who asks.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Sequence
from functools import lru_cache
from http import HTTPStatus
from zlib import MAX_WBITS, compressobj

import brotli
from flask import Flask, Response, request

from app.paths import ASSETS_FOLDER
from app.view import View, format_view, parse_view
from app.web.embed_page import VERSION_LETTERS, Edition, embed_document, script_hash
from app.web.kept import Kept
from app.web.oembed import discovery
from app.web.settings import ANYONE, Settings
from app.web.snippets import embed_path
from app.words import WORDS

SHORT = "public, max-age=60, stale-while-revalidate=86400, stale-if-error=86400"
FOR_EVER = "public, max-age=31536000, immutable"
_A_WEEK = "public, max-age=604800, stale-while-revalidate=2592000"
_KEPT_BYTES = 64 * 1024 * 1024
_GZIP_LEVEL = 9
# Of eleven: the ones above take several times as long for a few hundredths less.
_BROTLI_QUALITY = 6
_VERSION = re.compile(r"[0-9a-f]{12,64}")
_ETAG_LETTERS = 32
_WORDS = WORDS["embed"]


def add_embed(server: Flask, present: Edition, earlier: Sequence[Edition], settings: Settings) -> None:
    """Adds the routes of the embed to a server; frozen embeds may also be of `earlier` states of the timeline."""
    home = settings.path_prefix
    pages = _Pages([present, *earlier], settings)
    server.add_url_rule(f"{home}embed", "embed", pages.live)
    server.add_url_rule(f"{home}embed/<version>", "embed_frozen", pages.frozen)
    server.add_url_rule(f"{home}embed.js", "embed_script", pages.host_script)


class _Pages:
    """The answers for some editions, the present one first."""

    def __init__(self, editions: Sequence[Edition], settings: Settings) -> None:
        self._editions = editions
        self._policy = _policy(settings)
        self._kept = Kept(_KEPT_BYTES)

    def live(self) -> Response:
        """The embed of a view, as the collection is now."""
        return self._embed(self._editions[0], SHORT, is_frozen=False)

    def frozen(self, version: str) -> Response:
        """The embed of a view in one version: the same bytes as long as it is kept, else 410 (404 for no version)."""
        if not _VERSION.fullmatch(version):
            return self._nothing(404, _WORDS["never"])
        known = (edition for edition in self._editions if edition.timeline.content_hash.startswith(version))
        edition = next(known, None)
        if edition is None:
            told = _WORDS["gone_why"].replace("{version}", version[:VERSION_LETTERS])
            return self._nothing(410, f"{_WORDS['gone']} {told}")
        return self._embed(edition, FOR_EVER, is_frozen=True)

    def host_script(self) -> Response:
        """The script that hosts use to give each frame its height."""
        answer = Response(_host_script(), content_type="text/javascript; charset=utf-8")
        answer.headers["Cache-Control"] = _A_WEEK
        answer.headers["Access-Control-Allow-Origin"] = "*"
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        answer.add_etag()
        answer.make_conditional(request)
        answer.headers.pop("Date", None)
        return answer

    def _embed(self, edition: Edition, caching: str, *, is_frozen: bool) -> Response:
        asked = _asked()
        view, notices = parse_view(asked, edition.vocabulary)
        query = format_view(view)
        if notices or asked == query:
            answer = self._document(edition, view, query, is_frozen=is_frozen)
        else:
            answer = Response(status=HTTPStatus.PERMANENT_REDIRECT)
            answer.headers["Location"] = f"{request.path}{f'?{query}' if query else ''}"
        answer.headers["Cache-Control"] = caching
        return self._protected(answer)

    def _document(self, edition: Edition, view: View, query: str, *, is_frozen: bool) -> Response:
        """The document, or 304 without one for who has it. Unusable parts of the query are told in the browser."""
        answer = Response(content_type="text/html; charset=utf-8")
        # Weak, since it is the same for every coding of the bytes (RFC 9110, 8.8.1).
        answer.set_etag(_tag(edition, query, is_frozen=is_frozen), weak=True)
        answer.make_conditional(request)
        answer.headers.pop("Date", None)  # the server that sends it says so
        if answer.status_code != HTTPStatus.NOT_MODIFIED:
            self._fill(answer, edition, view, query, is_frozen=is_frozen)
        answer.vary.add("Accept-Encoding")
        return answer

    def _fill(self, answer: Response, edition: Edition, view: View, query: str, *, is_frozen: bool) -> None:
        coding = request.accept_encodings.best_match(["br", "gzip"]) if request.accept_encodings else None
        root = f"{request.host_url.rstrip('/')}{edition.home}"

        def made() -> bytes:
            links = discovery(root, embed_path(query, edition.version if is_frozen else None))
            document = embed_document(edition, view, is_frozen=is_frozen, discovery=links)
            return _packed(document.encode(), coding)

        answer.set_data(self._kept.get((edition.version, root, query, is_frozen, coding), made))
        if coding:
            answer.headers["Content-Encoding"] = coding

    def _nothing(self, status: int, words: str) -> Response:
        """A plain page that says why there is nothing, and leads to the timeline as it is now."""
        live = html.escape(self._editions[0].home + embed_path(_asked()))
        text = (
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Sidelines</title>'
            "<style>:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{margin:24px}</style></head>"
            f"<body><p>{html.escape(words)}</p>"
            f'<p><a href="{live}">{html.escape(_WORDS["live"])}</a></p></body></html>\n'
        )
        answer = Response(text, status, content_type="text/html; charset=utf-8")
        answer.headers["Cache-Control"] = "public, max-age=60"
        return self._protected(answer)

    def _protected(self, answer: Response) -> Response:
        answer.headers["Content-Security-Policy"] = self._policy
        # A host that isolates itself takes only frames that say both (HTML Living Standard, 7.1.4).
        answer.headers["Cross-Origin-Embedder-Policy"] = "require-corp"
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer


def _tag(edition: Edition, query: str, *, is_frozen: bool) -> str:
    """What names the document of a query; another host is told other addresses."""
    parts = (edition.fingerprint, request.host_url, str(is_frozen), query)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_ETAG_LETTERS]


def _asked() -> str:
    """The query as it was sent; what is no UTF-8 is shown as such by the page."""
    return request.query_string.decode("utf-8", errors="replace")


def _policy(settings: Settings) -> str:
    """The content security policy of the embed (CSP Level 3).

    For anyone, `frame-ancestors` is left out instead of `*`, which browsers take for network addresses only: a report
    that lies on a disk could not frame it.
    """
    ancestors = "" if settings.frame_ancestors == ANYONE else f"; frame-ancestors {settings.frame_ancestors}"
    return (
        f"default-src 'none'; script-src {script_hash()}; style-src 'unsafe-inline'; img-src data: blob:; "
        f"form-action 'none'; base-uri 'none'{ancestors}"
    )


def _packed(document: bytes, coding: str | None) -> bytes:
    """The document in a content coding: br (RFC 7932), gzip (RFC 1952, without a time), or as it is."""
    if coding == "br":
        return bytes(brotli.compress(document, quality=_BROTLI_QUALITY))
    if coding == "gzip":
        packer = compressobj(_GZIP_LEVEL, wbits=MAX_WBITS | 16)
        return packer.compress(document) + packer.flush()
    return document


@lru_cache(maxsize=1)
def _host_script() -> str:
    return (ASSETS_FOLDER / "frame" / "embed_host.js").read_text(encoding="utf-8")

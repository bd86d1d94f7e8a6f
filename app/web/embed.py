"""The embed's routes: `/embed?VIEW` follows the collection, `/embed/VERSION?VIEW` stays, `/embed.js` is for hosts.

In: the edition of now, earlier ones and the settings. Out: routes on the server. Every answer is a function of edition
and canonical query; it is packed once, kept while there is room, and carries what a cache between us and the readers
needs. No cookies, nothing is remembered of who asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from http import HTTPStatus
from zlib import MAX_WBITS, compressobj

import brotli
from flask import Flask, Response, request

from app.paths import ASSETS_FOLDER
from app.view import View
from app.web.asked import Asked, asked_of, unless_known
from app.web.embed_page import Edition, embed_document, script_hash
from app.web.kept import Kept
from app.web.oembed import discovery
from app.web.pictures import place_of
from app.web.settings import ANYONE, Settings
from app.web.snippets import embed_path

_A_WEEK = "public, max-age=604800, stale-while-revalidate=2592000"
_KEPT_BYTES = 64 * 1024 * 1024
_GZIP_LEVEL = 9
# Of eleven: the ones above take several times as long for a few hundredths less.
_BROTLI_QUALITY = 6


def add_embed(server: Flask, present: Edition, earlier: Sequence[Edition], settings: Settings) -> None:
    """Adds the routes of the embed to a server; frozen embeds may also be of `earlier` states of the timeline."""
    home = settings.path_prefix
    pages = _Pages([present, *earlier], settings)
    server.add_url_rule(f"{home}embed", "embed", pages.shown)
    server.add_url_rule(f"{home}embed/<version>", "embed_frozen", pages.shown)
    server.add_url_rule(f"{home}embed.js", "embed_script", pages.host_script)


class _Pages:
    """The answers for some editions, the present one first."""

    def __init__(self, editions: Sequence[Edition], settings: Settings) -> None:
        self._editions = editions
        self._settings = settings
        self._kept = Kept(_KEPT_BYTES)

    def shown(self, version: str | None = None) -> Response:
        """The embed of a view, as the collection is now; in one version the same bytes as long as it is kept."""
        asked = asked_of(self._editions, version)
        if isinstance(asked, Response):
            return self._protected(asked)
        answer = unless_known(asked, "embed", "text/html; charset=utf-8")
        if answer.status_code != HTTPStatus.NOT_MODIFIED:
            self._fill(answer, asked)
        answer.vary.add("Accept-Encoding")
        return self._protected(answer, asked.view.controls)

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

    def _fill(self, answer: Response, asked: Asked) -> None:
        """The document. Unusable parts of the query are told in the browser."""
        coding = request.accept_encodings.best_match(["br", "gzip"]) if request.accept_encodings else None

        def made() -> bytes:
            links = discovery(asked.root, embed_path(asked.query, asked.edition.version if asked.is_frozen else None))
            place = place_of(asked.root, asked.view, self._settings)
            document = embed_document(
                asked.edition, asked.view, is_frozen=asked.is_frozen, discovery=links, place=place
            )
            return _packed(document.encode(), coding)

        key = (asked.edition.version, asked.root, asked.query, asked.is_frozen, coding)
        answer.set_data(self._kept.get(key, made))
        if coding:
            answer.headers["Content-Encoding"] = coding

    def _protected(self, answer: Response, controls: str = View().controls) -> Response:
        answer.headers["Content-Security-Policy"] = _policy(self._settings, controls)
        # A host that isolates itself takes only frames that say both (HTML Living Standard, 7.1.4).
        answer.headers["Cross-Origin-Embedder-Policy"] = "require-corp"
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return answer


def _policy(settings: Settings, controls: str) -> str:
    """The content security policy of the embed with these controls (CSP Level 3).

    For anyone, `frame-ancestors` is left out instead of `*`, which browsers take for network addresses only: a report
    that lies on a disk could not frame it.
    """
    ancestors = "" if settings.frame_ancestors == ANYONE else f"; frame-ancestors {settings.frame_ancestors}"
    return (
        f"default-src 'none'; script-src {script_hash(controls)}; style-src 'unsafe-inline'; img-src data: blob:; "
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

"""What a request asks for, of editions: which of them, which view, and whether who asks has the answer already.

In: the request at hand. Out: an edition, a view in its one form, headers for caches (RFC 9110, RFC 9111; RFC 5861 for
the two `stale-` directives).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from flask import Response, request

from app.export.cite import HASH_LETTERS
from app.view import View, format_view, parse_view
from app.web.embed_page import Edition
from app.web.plain_page import plain_page
from app.web.snippets import embed_path
from app.words import WORDS

SHORT = "public, max-age=60, stale-while-revalidate=86400, stale-if-error=86400"
FOR_EVER = "public, max-age=31536000, immutable"
FROZEN_FORM = "[0-9a-f]{12,64}"
_ETAG_LETTERS = 32
_WORDS = WORDS["embed"]


@dataclass(frozen=True, eq=False)
class Asked:
    """One view of one edition, as it is asked for; not `is_frozen`: as the collection is now."""

    edition: Edition
    view: View
    query: str
    is_frozen: bool

    @property
    def root(self) -> str:
        """The address of the dashboard for who asks, with a slash at its end."""
        return f"{request.host_url.rstrip('/')}{self.edition.home}"

    @property
    def caching(self) -> str:
        """How long the answer may be kept."""
        return FOR_EVER if self.is_frozen else SHORT

    def tag(self, form: str) -> str:
        """What names the answer in this form; another host is told other addresses."""
        parts = (self.edition.fingerprint, self.root, form, str(self.is_frozen), self.query)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_ETAG_LETTERS]


def raw_query() -> str:
    """The query as it was sent; what is no UTF-8 is shown as such by the page."""
    return request.query_string.decode("utf-8", errors="replace")


def asked_of(editions: Sequence[Edition], version: str | None) -> Asked | Response:
    """The view that is asked for, of the present edition or of a version; else the answer that says what is wrong.

    404 for what names no version, 410 for one that is not kept, 308 to the one form in which a view is written.
    Parts of a view that mean nothing are passed over: what shows it says so.
    """
    edition = editions[0] if version is None else _kept(editions, version)
    if edition is None:
        return _missing(editions[0], version or "")
    view, notices = parse_view(raw_query(), edition.state.vocabulary)
    query = format_view(view)
    if notices or raw_query() == query:
        return Asked(edition, view, query, version is not None)
    answer = Response(status=HTTPStatus.PERMANENT_REDIRECT)
    answer.headers["Location"] = f"{request.path}{f'?{query}' if query else ''}"
    answer.headers["Cache-Control"] = FOR_EVER if version else SHORT
    return answer


def unless_known(asked: Asked, form: str, content_type: str) -> Response:
    """An answer to be filled, with its headers for caches; 304, which needs no body, for who has it."""
    answer = Response(content_type=content_type)
    # Weak, since it is the same for every coding of the bytes (RFC 9110, 8.8.1).
    answer.set_etag(asked.tag(form), weak=True)
    answer.make_conditional(request)
    answer.headers.pop("Date", None)  # the server that sends it says so
    answer.headers["Cache-Control"] = asked.caching
    return answer


def _kept(editions: Sequence[Edition], version: str) -> Edition | None:
    known = (edition for edition in editions if edition.state.hash.startswith(version))
    return next(known, None) if re.fullmatch(FROZEN_FORM, version) else None


def _missing(present: Edition, version: str) -> Response:
    """Why there is nothing of a version; leads to the timeline as it is now."""
    live = present.home + embed_path(raw_query())
    if not re.fullmatch(FROZEN_FORM, version):
        return plain_page(HTTPStatus.NOT_FOUND, _WORDS["never"], live, _WORDS["live"])
    told = _WORDS["gone_why"].replace("{version}", version[:HASH_LETTERS])
    return plain_page(HTTPStatus.GONE, f"{_WORDS['gone']} {told}", live, _WORDS["live"])

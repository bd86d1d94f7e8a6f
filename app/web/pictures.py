"""Still pictures of views, for places that take no frames, and those that other sites show with a link.

In: the editions and the settings. Out: routes on the server: `/embed.svg?VIEW` and `/embed.png?VIEW`, of one version
`/embed/VERSION.svg?VIEW`, and `/card.png?VIEW`. An SVG needs nothing but the engine that draws; a PNG is made by the
browser that the settings name, one at a time, and kept while there is room.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from threading import Lock

from flask import Flask, Response

from app.drawing import Picture, Sheet, draw_card, draw_picture
from app.engine import EngineMissingError, Large
from app.images import BrowserError, to_png
from app.still_picture import scheme_of
from app.view import View, format_view
from app.web.asked import Asked, asked_of, unless_known
from app.web.embed_page import Edition
from app.web.kept import Kept
from app.web.settings import Settings
from app.web.shell import Place
from app.web.snippets import PICTURE_PX

_KEPT_BYTES = 32 * 1024 * 1024
_TYPES = {"svg": "image/svg+xml; charset=utf-8", "png": "image/png"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_AGAIN_SECONDS = "5"
NO_BROWSER = "This server makes no PNG, as it has no browser at hand. Ask for .svg instead."
BUSY = "This server is making another picture. Ask again in a few seconds."
FAILED = "The browser of this server did not make the picture. Ask for .svg instead."

Drawn = Callable[[Asked], Picture]


def place_of(root: str, view: View, settings: Settings) -> Place:
    """Where a view is found below `root`, and the picture that a link to it shows, where the server makes pictures."""
    query = format_view(replace(view, controls=View().controls, height=None, cited=None))
    asked = f"?{query}" if query else ""
    return Place(root + asked, f"{root}card.png{asked}" if settings.browser else "")


class _BusyError(Exception):
    """Another picture is being made."""


def add_pictures(server: Flask, present: Edition, earlier: Sequence[Edition], settings: Settings) -> None:
    """Adds the routes of still pictures to a server; those of one version also for `earlier` states."""
    pictures = _Pictures([present, *earlier], settings.browser)
    home = settings.path_prefix
    for form in _TYPES:
        shown = partial(pictures.shown, _draw_view, form)
        server.add_url_rule(f"{home}embed.{form}", f"picture_{form}", shown)
        server.add_url_rule(f"{home}embed/<version>.{form}", f"picture_{form}_frozen", shown)
    server.add_url_rule(f"{home}card.png", "card", partial(pictures.shown, _draw_card, "png"))


def _draw_view(asked: Asked) -> Picture:
    """The picture as wide as `PICTURE_PX`, in the colours that the view asks for; light where it leaves them open."""
    return draw_picture(_payload_of(asked), asked.query, Sheet(PICTURE_PX, scheme=scheme_of(asked.view)))


def _draw_card(asked: Asked) -> Picture:
    return draw_card(_payload_of(asked), asked.query, Sheet(scheme=scheme_of(asked.view)))


def _payload_of(asked: Asked) -> Large:
    """The payload of the edition, which is sent to the engine once for all its pictures."""
    return Large(asked.edition.fingerprint, asked.edition.payload)


class _Pictures:
    """The answers for some editions, the present one first."""

    def __init__(self, editions: Sequence[Edition], browser: str | None) -> None:
        self._editions = editions
        self._browser = browser
        self._kept = Kept(_KEPT_BYTES)
        self._making = Lock()

    def shown(self, drawn: Drawn, form: str, version: str | None = None) -> Response:
        """The picture of the view that is asked for, of the present edition or of a version."""
        if form == "png" and not self._browser:
            return _said(HTTPStatus.NOT_FOUND, NO_BROWSER)
        asked = asked_of(self._editions, version)
        answer = asked if isinstance(asked, Response) else self._answer(drawn, form, asked)
        # Hosts that isolate themselves take only pictures that say so (Fetch Standard, 3.6).
        answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        answer.headers["Content-Security-Policy"] = _POLICY
        return answer

    def _answer(self, drawn: Drawn, form: str, asked: Asked) -> Response:
        answer = unless_known(asked, f"{drawn.__name__} {form}", _TYPES[form])
        if answer.status_code == HTTPStatus.NOT_MODIFIED:
            return answer
        key = (drawn, form, asked.edition.version, asked.query)
        try:
            answer.set_data(self._kept.get(key, partial(self._made, drawn, form, asked)))
        except _BusyError:
            answer = _said(HTTPStatus.SERVICE_UNAVAILABLE, BUSY)
            answer.headers["Retry-After"] = _AGAIN_SECONDS
        except EngineMissingError as error:
            answer = _said(HTTPStatus.SERVICE_UNAVAILABLE, f"{error}.")
        except BrowserError as error:
            # The reason names programs and folders of the server: it is for who runs it.
            logging.getLogger("sidelines").warning("%s", error)
            answer = _said(HTTPStatus.SERVICE_UNAVAILABLE, FAILED)
        return answer

    def _made(self, drawn: Drawn, form: str, asked: Asked) -> bytes:
        if form == "svg" or not self._browser:
            return drawn(asked).svg.encode()
        if not self._making.acquire(blocking=False):
            raise _BusyError
        try:
            return to_png(drawn(asked), self._browser, scale=1 if drawn is _draw_card else 2)
        finally:
            self._making.release()


def _said(status: HTTPStatus, words: str) -> Response:
    answer = Response(f"{words}\n", status, content_type="text/plain; charset=utf-8")
    answer.headers["Cache-Control"] = "no-store"
    return answer

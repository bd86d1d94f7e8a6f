"""The dashboard: a Dash app whose one callback runs in the browser.

In: timeline and problems. Out: the app with its Flask server. Nothing that a visitor sends is kept, and no event is
filtered here: the page has all of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import Flask, Response, abort, request

from app.errors import Problem
from app.model import Timeline
from app.paths import ASSETS_FOLDER
from app.payload import build_payload
from app.view import format_view, parse_view
from app.vocabulary import vocabulary
from app.web import ids
from app.web.api import add_api
from app.web.embed import add_embed
from app.web.embed_page import Edition
from app.web.oembed import add_oembed, discovery
from app.web.page import dash_graph, page
from app.web.scripts import Asset, page_script, plotly_script, style_sheet
from app.web.settings import Settings
from app.web.shell import dash_document
from app.web.static import static_page

_FOR_EVER = "public, max-age=31536000, immutable"
_TYPES = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
_MOST_BODY_BYTES = 64 * 1024
_KEPT_FILES = 8
_AS_BY_DEFAULT = Settings()


class SidelinesDash(Dash):
    """Dash with our own document around it."""

    document: Any

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]  # Dash passes names only
        """The whole HTML of the page; `parts` are the pieces that Dash needs in it."""
        return str(self.document(parts))


def create_app(
    timeline: Timeline,
    problems: Sequence[Problem] = (),
    settings: Settings = _AS_BY_DEFAULT,
    earlier: Sequence[Timeline] = (),
) -> SidelinesDash:
    """The dashboard of a timeline, ready to be served: `create_app(timeline).server` is the WSGI application.

    `earlier` are states of the timeline that frozen embeds may still ask for.
    """
    # Dash asks its makers' server for a newer version when debugging; nothing here may leave the machine.
    os.environ.setdefault("DASH_DISABLE_VERSION_CHECK", "true")
    server = Flask("sidelines", static_folder=None)
    server.config["MAX_CONTENT_LENGTH"] = _MOST_BODY_BYTES
    payload = build_payload(timeline)
    add_api(server, timeline, payload, settings.path_prefix)
    app = _dash(server, payload["collection"]["title"], settings)
    graph = dash_graph(payload["theme"]["config"])
    app.layout = html.Div([page(payload, problems, graph), dcc.Store(id=ids.VIEW)])
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("sidelines", "figure"), Output(ids.GRAPH, "figure"), Input(ids.VIEW, "data")
    )
    assets = {"style": style_sheet(), "plotly": plotly_script(), "script": page_script("dash")}
    links = {role: _link(app, asset) for role, asset in assets.items()}
    app.document = lambda parts: dash_document(payload, links, {**parts, "css": parts["css"] + _discovery(app)})
    _serve_files(server, list(assets.values()), settings.path_prefix)
    _serve_whole(server, timeline, problems, settings.path_prefix)
    home = settings.path_prefix
    before = [Edition(each, build_payload(each), home) for each in earlier]
    add_embed(server, Edition(timeline, payload, home), before, settings)
    add_oembed(server, timeline, payload["collection"]["title"], settings.path_prefix)
    _protect(server, app)
    return app


def _dash(server: Flask, title: str, settings: Settings) -> SidelinesDash:
    return SidelinesDash(
        __name__,
        server=server,  # type: ignore[arg-type]  # Dash takes a Flask, and says a bool
        assets_folder=str(ASSETS_FOLDER),
        assets_ignore=".*",
        url_base_pathname=settings.path_prefix,
        serve_locally=True,
        update_title=None,  # type: ignore[arg-type]  # None switches it off, as Dash documents
        title=title,
        enable_mcp=False,
        compress=True,
    )


def _discovery(app: SidelinesDash) -> str:
    """The links by which other sites find how to show the view that is asked for."""
    home = app.get_relative_path("/")  # type: ignore[no-untyped-call]
    query = request.query_string.decode("utf-8", errors="replace")
    return discovery(f"{request.host_url.rstrip('/')}{home}", f"?{query}" if query else "")


def _serve_files(server: Flask, assets: Sequence[Asset], home: str) -> None:
    """The scripts and styles under names that change with their content, to be kept by browsers for ever."""
    by_name = {asset.name: asset for asset in assets}

    @server.get(f"{home}files/<name>")
    def file(name: str) -> Response:
        asset = by_name.get(name) or abort(404)
        answer = Response(asset.text, content_type=_TYPES[asset.suffix])
        answer.headers["Cache-Control"] = _FOR_EVER
        return answer

    @server.get(f"{home}healthz")
    def health() -> Response:
        return Response("ok\n", content_type="text/plain; charset=utf-8")


def _serve_whole(server: Flask, timeline: Timeline, problems: Sequence[Problem], home: str) -> None:
    """The page as one file that works without this server, opening on the view of the address."""
    words = vocabulary(timeline)
    made = lru_cache(maxsize=_KEPT_FILES)(partial(static_page, timeline, problems))

    @server.get(f"{home}timeline.html")
    def whole() -> Response:
        view, _ = parse_view(request.query_string.decode("utf-8", errors="replace"), words)
        answer = Response(made(format_view(view)), content_type="text/html; charset=utf-8")
        answer.headers["Content-Disposition"] = 'attachment; filename="timeline.html"'
        return answer


def _protect(server: Flask, app: Dash) -> None:
    """Headers for every answer: scripts only from here, framed by nobody, no address passed on (CSP Level 3)."""

    @cache
    def policy() -> str:
        scripts = " ".join(["'self'", *_inline_hashes(app)])
        return (
            f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            "connect-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'; "
            "frame-ancestors 'self'"
        )

    @server.after_request
    def add_headers(answer: Response) -> Response:
        if "Content-Security-Policy" not in answer.headers:  # a route may have one of its own
            answer.headers["Content-Security-Policy"] = policy()
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        answer.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if request.path == app.get_relative_path("/"):  # type: ignore[no-untyped-call]
            answer.headers["Cache-Control"] = "no-cache"
        return answer


def _inline_hashes(app: Dash) -> list[str]:
    """The hashes of the few lines that Dash writes into the page itself."""
    return [f"'{digest}'" if not digest.startswith("'") else digest for digest in app.csp_hashes()]


def _link(app: SidelinesDash, asset: Asset) -> str:
    return str(app.get_relative_path(f"/files/{asset.name}"))  # type: ignore[no-untyped-call]

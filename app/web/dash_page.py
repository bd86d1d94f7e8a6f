"""The dashboard: a Dash app whose one callback runs in the browser.

In: timeline and problems. Out: the app with its Flask server. Nothing that a visitor sends is kept, and no event is
filtered here: the page has all of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, dcc, html
from flask import Flask, Response, abort, request

from app.errors import Problem
from app.model import Timeline
from app.paths import ASSETS_FOLDER
from app.payload import build_payload
from app.web import ids
from app.web.page import dash_graph, page
from app.web.scripts import Asset, page_script, plotly_script, style_sheet
from app.web.shell import dash_document

_FOR_EVER = "public, max-age=31536000, immutable"
_TYPES = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
_MOST_BODY_BYTES = 64 * 1024


class SidelinesDash(Dash):
    """Dash with our own document around it."""

    document: Any

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]  # Dash passes names only
        """The whole HTML of the page; `parts` are the pieces that Dash needs in it."""
        return str(self.document(parts))


def create_app(timeline: Timeline, problems: Sequence[Problem] = ()) -> SidelinesDash:
    """The dashboard of a timeline, ready to be served: `create_app(timeline).server` is the WSGI application."""
    # Dash asks its makers' server for a newer version when debugging; nothing here may leave the machine.
    os.environ.setdefault("DASH_DISABLE_VERSION_CHECK", "true")
    server = Flask("sidelines", static_folder=None)
    server.config["MAX_CONTENT_LENGTH"] = _MOST_BODY_BYTES
    payload = build_payload(timeline)
    app = SidelinesDash(
        __name__,
        server=server,  # type: ignore[arg-type]  # Dash takes a Flask, and says a bool
        assets_folder=str(ASSETS_FOLDER),
        assets_ignore=".*",
        serve_locally=True,
        update_title=None,  # type: ignore[arg-type]  # None switches it off, as Dash documents
        title=payload["collection"]["title"],
        enable_mcp=False,
        compress=True,
    )
    graph = dash_graph(payload["theme"]["config"])
    app.layout = html.Div([page(payload, problems, graph), dcc.Store(id=ids.VIEW)])
    app.clientside_callback(  # type: ignore[no-untyped-call]
        ClientsideFunction("sidelines", "figure"), Output(ids.GRAPH, "figure"), Input(ids.VIEW, "data")
    )
    assets = {"style": style_sheet(), "plotly": plotly_script(), "script": page_script("dash")}
    links = {role: _link(app, asset) for role, asset in assets.items()}
    app.document = lambda parts: dash_document(payload, links, parts)
    _serve_files(server, list(assets.values()))
    _protect(server, app)
    return app


def _serve_files(server: Flask, assets: Sequence[Asset]) -> None:
    """The scripts and styles under names that change with their content, to be kept by browsers for ever."""
    by_name = {asset.name: asset for asset in assets}

    @server.get("/files/<name>")
    def file(name: str) -> Response:
        asset = by_name.get(name) or abort(404)
        answer = Response(asset.text, content_type=_TYPES[asset.suffix])
        answer.headers["Cache-Control"] = _FOR_EVER
        return answer

    @server.get("/healthz")
    def health() -> Response:
        return Response("ok\n", content_type="text/plain; charset=utf-8")


def _protect(server: Flask, app: Dash) -> None:
    """Headers for every answer: scripts only from here, framed by nobody, no address passed on (CSP Level 3)."""

    @server.after_request
    def add_headers(answer: Response) -> Response:
        scripts = " ".join(["'self'", *_inline_hashes(app)])
        answer.headers["Content-Security-Policy"] = (
            f"default-src 'none'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
            "connect-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'; "
            "frame-ancestors 'self'"
        )
        answer.headers["X-Content-Type-Options"] = "nosniff"
        answer.headers["Referrer-Policy"] = "strict-origin-when-cross-origin"
        answer.headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        if request.path == "/":
            answer.headers["Cache-Control"] = "no-cache"
        return answer


def _inline_hashes(app: Dash) -> list[str]:
    """The hashes of the few lines that Dash writes into the page itself."""
    return [f"'{digest}'" if not digest.startswith("'") else digest for digest in app.csp_hashes()]


def _link(app: SidelinesDash, asset: Asset) -> str:
    return str(app.get_relative_path(f"/files/{asset.name}"))  # type: ignore[no-untyped-call]

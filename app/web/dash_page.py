"""The dashboard: a Dash app whose graph is given its figures in the browser; the server is not asked again.

In: timeline and problems. Out: the app with its Flask server. Nothing that a visitor sends is kept, and no event is
filtered here: the page has all of them.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache, partial
from threading import Lock
from typing import Any

from dash import Dash
from dash.exceptions import DependencyException
from flask import Flask, Response, abort, request

from app.errors import Problem
from app.model import Timeline
from app.paths import ASSETS_FOLDER
from app.view import format_view, parse_view
from app.web.api import add_api
from app.web.asked import raw_query
from app.web.embed import add_embed
from app.web.embed_page import Edition
from app.web.kept import Kept
from app.web.oembed import add_oembed, discovery
from app.web.page import Served, dash_graph, page
from app.web.pictures import add_pictures, place_of
from app.web.plain_page import plain_page
from app.web.scripts import Asset, page_script, plotly_script, style_sheet
from app.web.settings import Settings
from app.web.shell import Place, dash_document
from app.web.source_page import SOURCE_PATH, add_sources
from app.web.static import static_page
from app.web.versions import Version
from app.words import WORDS

_FOR_EVER = "public, max-age=31536000, immutable"
_TYPES = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
_MOST_BODY_BYTES = 64 * 1024
_KEPT_BYTES = 32_000_000
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

    `earlier` are states of the timeline that frozen embeds may still ask for, and that citations may name.
    """
    # Dash asks its makers' server for a newer version when debugging; nothing here may leave the machine.
    os.environ.setdefault("DASH_DISABLE_VERSION_CHECK", "true")
    server = Flask("sidelines", static_folder=None)
    server.config["MAX_CONTENT_LENGTH"] = _MOST_BODY_BYTES
    present, before = Version(timeline), [Version(each) for each in earlier]
    payload = present.payload
    add_api(server, present, settings.path_prefix, before)
    app = _dash(server, payload["collection"]["title"], settings)
    graph = dash_graph(payload["theme"]["config"])
    served = Served(kept=_hashes(before), source=SOURCE_PATH if settings.sources else None)
    app.layout = page(payload, problems, graph, served=served)
    assets = {"style": style_sheet(), "plotly": plotly_script(), "script": page_script("dash")}
    links = {role: _link(app, asset) for role, asset in assets.items()}
    app.document = lambda parts: dash_document(
        payload, links, {**parts, "css": parts["css"] + _discovery(app)}, _place(app, present, settings)
    )
    _serve_files(server, list(assets.values()), settings.path_prefix)
    if settings.sources:
        add_sources(server, settings.sources, settings.path_prefix)
    _serve_whole(server, present, problems, settings.path_prefix)
    home = settings.path_prefix
    edition, others = Edition(present, home), [Edition(each, home) for each in before]
    add_embed(server, edition, others, settings)
    add_pictures(server, edition, others, settings)
    add_oembed(server, present, before, home)
    _refuse_unknown(server, home)
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


def _hashes(versions: Sequence[Version]) -> list[str]:
    return [each.hash for each in versions]


def _discovery(app: SidelinesDash) -> str:
    """The links by which other sites find how to show the view that is asked for."""
    return discovery(_root(app), f"?{raw_query()}" if raw_query() else "")


def _place(app: SidelinesDash, present: Version, settings: Settings) -> Place:
    """What other sites show with a link to the view that is asked for."""
    view, _ = parse_view(raw_query(), present.vocabulary)
    return place_of(_root(app), view, settings)


def _root(app: SidelinesDash) -> str:
    home = app.get_relative_path("/")  # type: ignore[no-untyped-call]
    return f"{request.host_url.rstrip('/')}{home}"


def _refuse_unknown(server: Flask, home: str) -> None:
    """Says of an address that nothing is there; Dash by itself answers every address with the page."""

    @server.before_request
    def refuse() -> Response | None:
        everything = request.url_rule is not None and request.url_rule.rule == f"{home}<path:path>"
        return plain_page(404, WORDS["nowhere"], home, WORDS["to_timeline"]) if everything else None

    @server.errorhandler(404)
    @server.errorhandler(DependencyException)  # of Dash, for a script that is none of its own
    def missing(_: Exception) -> Response:
        return plain_page(404, WORDS["nowhere"], home, WORDS["to_timeline"])


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


def _serve_whole(server: Flask, present: Version, problems: Sequence[Problem], home: str) -> None:
    """The page as one file that works without this server, opening on the view of the address."""
    kept, making = Kept(_KEPT_BYTES), Lock()

    def make(query: str) -> bytes:
        with making:  # one at a time: a file of many events takes seconds, and other answers must not wait for it
            return static_page(present.timeline, problems, query).encode()

    @server.get(f"{home}timeline.html")
    def whole() -> Response:
        view, _ = parse_view(raw_query(), present.vocabulary)
        query = format_view(view)
        answer = Response(kept.get(query, partial(make, query)), content_type="text/html; charset=utf-8")
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
            "frame-ancestors 'none'"
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

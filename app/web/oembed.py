"""oEmbed 1.0 (oembed.com): the address of a view -> how another site may show it; and the links that announce it.

In: the address that was pasted there, and how much room there is. Out: JSON or XML of type "rich", a bare frame. For
WordPress a quotation stands before it: of what it has found by itself WordPress keeps the frame, puts it into a sandbox
of its own, and lets it grow only where a quotation can stand in for it (`wp_filter_oembed_result` in its
wp-includes/embed.php); see `assets/frame/wordpress.js`.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit
from xml.sax.saxutils import escape

from flask import Flask, Response, request

from app.sentence import describe_title
from app.view import format_view, parse_view
from app.web.asked import FROZEN_FORM
from app.web.snippets import Embed, fallback_height, iframe, link
from app.web.versions import Version

_WIDTH_PX = 800
_KEPT_SECONDS = 3600
_FORMATS = {"json": "application/json; charset=utf-8", "xml": "text/xml; charset=utf-8"}
_VERSION = re.compile(f"embed/({FROZEN_FORM})")
_OURS = re.compile(rf"|embed|{_VERSION.pattern}")
_DIGITS = 5
_WORDPRESS = "WordPress/"  # as its HTTP API names itself to other servers


@dataclass(frozen=True, slots=True)
class Provider:
    """Who answers: the path of the dashboard, with a slash at its end, and the versions kept, the present one first."""

    home: str
    versions: Sequence[Version]

    def version(self, beginning: str) -> Version | None:
        """The version whose content hash begins so, of "" the present one; None for one that is not kept."""
        return next((each for each in self.versions if each.hash.startswith(beginning)), None)


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks: the host that the request came in at, and the room there is, px. `quotes`: for a frame to grow."""

    host: str
    max_width_px: int | None = None
    max_height_px: int | None = None
    quotes: bool = False


def discovery(root: str, target: str) -> str:
    """The links of a document's head that announce its oEmbed forms (2.4 Discovery).

    `root`: the absolute address of the dashboard with a slash at its end; `target`: the document's own path and query
    below it.
    """
    named = quote(root + target, safe="")
    return "".join(
        f'<link rel="alternate" type="{kind}+oembed" href="{html.escape(f"{root}oembed?format={form}&url={named}")}">'
        for form, kind in (("json", "application/json"), ("xml", "text/xml"))
    )


def described(provider: Provider, url: str, asking: Asking) -> dict[str, object] | None:
    """The answer of 2.3.4 for an address of ours; None for any other, and for a version that is not kept.

    Only addresses of the host that is asked are answered for. Unusable parts of the view are left out, as on the page.
    """
    parts = _own_parts(url, asking.host, provider.home)
    if parts is None:
        return None
    frozen = _VERSION.fullmatch(parts.path.removeprefix(provider.home))
    version = provider.version(frozen[1] if frozen else "")
    if version is None:
        return None
    view, _ = parse_view(parts.query, version.vocabulary)
    title = describe_title(version.payload["collection"]["title"], view, version.vocabulary)
    width = _within(_WIDTH_PX, asking.max_width_px)
    height = _within(fallback_height(view.height, view.controls), asking.max_height_px)
    root = f"{parts.scheme}://{parts.netloc}{provider.home}"
    frame = Embed(root, format_view(view), title, height, frozen[1] if frozen else None, str(width))
    quotation = f"<blockquote>{link(frame)}</blockquote>" if asking.quotes else ""
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Sidelines",
        "provider_url": root,
        "title": title,
        "cache_age": _KEPT_SECONDS,
        "width": width,
        "height": height,
        "html": quotation + iframe(frame),
    }


def add_oembed(server: Flask, present: Version, earlier: Sequence[Version], home: str) -> None:
    """Adds the route `oembed` to a server: 400 without an address, 404 for one that is not ours, 501 for a format.

    404 is also said of a version that is neither the present one nor among the `earlier` ones.
    """
    provider = Provider(home, (present, *earlier))

    @server.get(f"{home}oembed")
    def oembed() -> Response:
        form = request.args.get("format", "json")
        if form not in _FORMATS:
            return _told(501, f"There is no format {form[:20]!r}. Ask for json or xml.")
        width, height = _px(request.args.get("maxwidth")), _px(request.args.get("maxheight"))
        if "url" not in request.args or 0 in (width, height):
            return _told(400, "Ask with url=ADDRESS, and maxwidth and maxheight in whole pixels.")
        quotes = request.user_agent.string.startswith(_WORDPRESS)
        answer = described(provider, request.args["url"], Asking(request.host, width, height, quotes))
        if answer is None:
            return _told(404, "This address is not one of this server's timelines, or of a version that is not kept.")
        return _sent(_xml(answer) if form == "xml" else json.dumps(answer, ensure_ascii=False) + "\n", form)


def _own_parts(url: str, host: str, home: str) -> SplitResult | None:
    """The parts of an address of ours; None for any other."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    path = parts.path or "/"
    known = path.startswith(home) and _OURS.fullmatch(path.removeprefix(home))
    return parts if known and parts.scheme in {"http", "https"} and parts.netloc.lower() == host.lower() else None


def _within(wanted: int, most: int | None) -> int:
    return wanted if most is None else min(wanted, most)


def _px(text: str | None) -> int | None:
    """The number of pixels; None where nothing is asked for, 0 for what is not a number."""
    if text is None:
        return None
    return int(text[:_DIGITS]) if text.isascii() and text.isdigit() else 0


def _xml(answer: Mapping[str, object]) -> str:
    fields = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in answer.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{fields}</oembed>\n'


def _sent(text: str, form: str) -> Response:
    answer = Response(text, content_type=_FORMATS[form])
    answer.headers["Cache-Control"] = f"public, max-age={_KEPT_SECONDS}"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    answer.vary.add("User-Agent")
    return answer


def _told(status: int, words: str) -> Response:
    return Response(f"{words}\n", status, content_type="text/plain; charset=utf-8")

"""The API beside the page: the page's query behind another path, answered with data.

In: a server, a timeline and its payload. Out: routes under `api/`. Reading only (GET and HEAD), for any origin and
without credentials. Answers are the downloads of `app.export`, byte for byte; refusals are problem details (RFC
9457). An ETag stands for the collection's content and the query, so that nothing is made or sent twice (RFC 9110,
8.8.3).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from app.export import FORMATS, asked_of, filter_of, write
from app.export.cite import HASH_LETTERS
from app.export.plain import plain_collection
from app.export.text import json_text
from app.nearest import nearest
from app.schema.json_form import json_text as event_schema_text
from app.view import VERSION_FORM, View, format_view, parse_view
from app.web.openapi import ABOUT_FORMAT, PROBLEM_TYPE, openapi
from app.web.versions import Version, Versions

_REVISION = "3"  # raise it when a format is written differently: what browsers keep is then fetched anew
_KEPT = 8  # downloads that are kept ready
_NAMED = 20  # versions that a refusal names
_JSON = "application/json"
_COMPRESSED = (
    *("text/html", "text/css", "text/javascript", "text/plain", "text/csv", "text/calendar", "image/svg+xml"),
    *("application/json", "application/ld+json", "application/schema+json", "application/yaml", PROBLEM_TYPE),
    "application/x-bibtex",
)
_SUFFIXES = ("", ":br", ":zstd", ":gzip", ":deflate")  # what compression adds to an ETag
_METHODS = ("GET", "HEAD", "OPTIONS")
_FOR_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Disposition",
    "Cache-Control": "public, no-cache",
}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": ", ".join(_METHODS),
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}


@dataclass(frozen=True, slots=True)
class _Body:
    """What is sent: bytes, their media type, the name under which they are saved."""

    content: bytes
    type: str
    name: str


def add_api(
    server: Flask,
    present: Version,
    prefix: str = "/",
    earlier: Sequence[Version] = (),
) -> None:
    """Adds the routes to `server`, below `prefix`, which begins and ends with a slash.

    `earlier` are the states of the collection from which it can say what changed.
    To be called before Dash is made around the server: Dash reads once which media types are compressed.
    """
    server.config["COMPRESS_MIMETYPES"] = list(_COMPRESSED)
    api = _Api(present, earlier, prefix)
    routes: Mapping[str, Callable[..., Response]] = {
        **{f"events.{form}": partial(api.events, form) for form in FORMATS},
        "events/<event>.json": api.event,
        "changes.json": api.changes,
        "collection.json": api.collection,
        "schema.json": api.schema,
        "openapi.json": api.openapi,
        "": _nothing,
        "<path:rest>": _nothing,
    }
    for path, answer in routes.items():
        server.add_url_rule(
            f"{prefix}api/{path}",
            f"api/{path}".replace(".", "-"),  # a dot in a name stands for a blueprint
            _open_to_all(answer),
            methods=_METHODS,
            provide_automatic_options=False,
        )
    server.register_error_handler(HTTPException, partial(_refused, f"{prefix}api/"))


class _Api:
    """The answers of one timeline; what they share is made once."""

    def __init__(self, present: Version, earlier: Sequence[Version], prefix: str) -> None:
        self._payload = present.payload
        self._shown = present.shown
        self._prefix = prefix
        self._vocabulary = present.vocabulary
        self._versions = Versions([present, *earlier])
        self._download = lru_cache(maxsize=_KEPT)(self._make)

    def events(self, form: str) -> Response:
        """The download of the view that the query asks for; 400 with the notices where it is not understood."""
        view, refusal = self._view(_asked())
        query = asked_of(format_view(view))
        return refusal or self._answer(f"{form}?{query}", partial(self._download, form, query))

    def changes(self) -> Response:
        """What changed since a version; 400 where none is named, 404 where it is not kept, as for `events` besides."""
        since = request.args.getlist("since")
        if len(since) != 1 or not re.fullmatch(VERSION_FORM, since[0]):
            present = self._versions.hashes[0][:HASH_LETTERS]
            fix = f"Write since= once, with a content hash or its first letters: since={present}."
            return _problem(400, "The query names no version.", fix)
        version = self._versions.find(since[0])
        if version is None:
            kept = ", ".join(each[:HASH_LETTERS] for each in self._versions.hashes[:_NAMED])
            return _problem(404, "This version is not kept here.", f"What is kept: {kept}.")
        view, refusal = self._view("&".join(part for part in _asked().split("&") if not part.startswith("since=")))
        query = filter_of(format_view(view))
        return refusal or self._answer(
            f"changes {version.hash}?{query}",
            lambda: _json_body(self._versions.changes_since(version, view), "changes.json"),
        )

    def event(self, event: str) -> Response:
        """One event as JSON; 404 with the nearest id where there is none."""
        found = self._vocabulary.entries["event"]
        if event not in {entry.id for entry in found}:
            near = nearest(event, [(entry.id, entry.id) for entry in found])
            fix = f'Write "{near}".' if near else "The ids are those of events.json."
            return _problem(404, "There is no such event.", fix)
        return self._answer(f"event {event}", lambda: _sent(self._payload, [event], "json", "", f"{event}.json"))

    def collection(self) -> Response:
        """What the collection is, what it can be downloaded as, and what a query may name."""
        said = {
            "format": ABOUT_FORMAT,
            "collection": plain_collection(self._payload["collection"], self._payload["events"]["size"]),
            "downloads": [f"events.{form}" for form in FORMATS],
            "vocabulary": self._vocabulary.as_json(),
        }
        return self._answer("collection", lambda: _json_body(said, "collection.json"))

    def schema(self) -> Response:
        """The JSON Schema of event files."""
        body = _Body(event_schema_text().encode(), "application/schema+json", "event.schema.json")
        return self._answer("schema", lambda: body)

    def openapi(self) -> Response:
        """The description of all this, under the address at which it is asked for."""
        address = (request.script_root + self._prefix).rstrip("/") or "/"
        return self._answer(f"openapi {address}", lambda: _json_body(openapi(address), "openapi.json"))

    def _view(self, query: str) -> tuple[View, Response | None]:
        """The view that the query means, and the refusal where any part of it is not understood."""
        view, notices = parse_view(query, self._vocabulary)
        if not notices:
            return view, None
        detail = " ".join(f"{notice.what} {notice.fix}" for notice in notices)
        said = [notice.as_json() for notice in notices]
        return view, _problem(400, "The query is not understood.", detail, notices=said)

    def _make(self, form: str, query: str) -> _Body:
        view, _ = parse_view(query, self._vocabulary)
        return _sent(self._payload, self._shown(view), form, query)

    def _answer(self, asked: str, make: Callable[[], _Body]) -> Response:
        """The answer to what is asked; 304 without a body where the reader has it already."""
        version = "\n".join([_REVISION, str(self._payload["collection"].get("hash", "")), asked])
        etag = hashlib.sha256(version.encode()).hexdigest()[:32]
        known = next((etag + suffix for suffix in _SUFFIXES if request.if_none_match.contains_weak(etag + suffix)), "")
        if known:
            answer = Response(status=304)
            answer.set_etag(known)
            return answer
        body = make()
        answer = Response(body.content, content_type=body.type)
        answer.set_etag(etag)
        shown = "inline" if body.type.partition(";")[0].endswith("json") else "attachment"
        answer.headers["Content-Disposition"] = f'{shown}; filename="{body.name}"'
        return answer


def _asked() -> str:
    return request.query_string.decode("utf-8", "replace")


def _sent(payload: Mapping[str, Any], ids: Any, form: str, query: str, name: str = "") -> _Body:  # noqa: ANN401 - ids
    download = write(payload, ids, form, query)
    return _Body(download.text.encode(), download.type, name or download.name)


def _json_body(value: object, name: str) -> _Body:
    return _Body(f"{json_text(value)}\n".encode(), _JSON, name)


def _open_to_all(answer: Callable[..., Response]) -> Callable[..., Response]:
    """The answer with the headers of cross-origin sharing (Fetch Standard, 3.2); preflights are answered here."""

    def opened(**parts: str) -> Response:
        is_preflight = request.method == "OPTIONS"
        given = Response(status=204) if is_preflight else answer(**parts)
        given.headers.update({**_FOR_ALL, **(_PREFLIGHT if is_preflight else {})})
        return given

    return opened


def _nothing(rest: str = "") -> Response:
    known = [*(f"events.{form}" for form in FORMATS), "changes.json", "collection.json", "schema.json", "openapi.json"]
    near = nearest(rest.lower(), [(each, each) for each in known])
    return _problem(404, "There is nothing here.", f"Ask for {near or 'openapi.json'}.")


def _refused(below: str, error: HTTPException) -> Response | HTTPException:
    """What Werkzeug refuses, such as another method, as problem details; outside of the API as it is."""
    if not request.path.startswith(below):
        return error
    answer = _problem(error.code or 500, error.name, error.description or "")
    answer.headers.update(_FOR_ALL)
    allowed = getattr(error, "valid_methods", None)
    if allowed:
        answer.headers["Allow"] = ", ".join(sorted(allowed))
    return answer


def _problem(status: int, title: str, detail: str, **more: object) -> Response:
    said = {"title": title, "status": status, "detail": detail, **more}
    return Response(f"{json_text(said)}\n", status=status, content_type=PROBLEM_TYPE)

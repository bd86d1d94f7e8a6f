"""The API as an OpenAPI 3.1 document: what can be asked, and what is answered.

In: the formats, the parameters of a view, the schemas of the data. Out: plain data; `python -m app.web.openapi`
prints it as docs/openapi.json has it. The server answers with the same, under its own address.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from app.changes import FORMAT as CHANGES_FORMAT
from app.changes import KINDS
from app.export import FORMATS
from app.export.json_form import SECTIONS
from app.export.json_schema import schemas
from app.view import CHOICES, HEIGHT_PX, LISTS, PARAMETERS, QUERY_LIMIT, TEXT_LIMIT, VERSION_FORM

Json = dict[str, Any]

VERSION = "1"
PROBLEM_TYPE = "application/problem+json"
ABOUT_FORMAT = "sidelines/collection/1"
_REFS = "#/components/schemas/"
_MEANINGS = {
    "country": "Events in which one of these countries takes part: ISO 3166-1 codes or names.",
    "match": "`all`: all of the countries take part.",
    "mentions": "`1`: countries that the event only mentions count, too.",
    "role": "Events in which somebody takes part in this role.",
    "status": "Events in which somebody has this status.",
    "type": "Events of this type.",
    "org": "Events of or with this organisation: ids or names.",
    "person": "Events in which this person takes part: ids or names.",
    "tag": "Events with this tag.",
    "place": "Events that took place there: a venue, a city or a country, whole or the beginning of a word.",
    "source": "Events that rest on this source: ids or titles.",
    "from": "Events not before this year, month or day.",
    "to": "Events not after this year, month or day.",
    "dates": "`certain`: the whole date lies within `from` and `to`, and is sure.",
    "lang": "The language of titles and summaries in CSV, calendar and TimelineJS; the other formats have all of them.",
    "q": 'Words to search for: space is and, `|` or, `-` without, `"..."` a phrase.',
}
_FORMS = {
    "json": "JSON, with the claims and memberships of the view and all that these lean on",
    "csv": "a table of participations",
    "yaml": "an event file in our own format, which holds the same",
    "ics": "a calendar (RFC 5545)",
    "jsonld": "JSON-LD in the vocabulary of schema.org",
    "timelinejs.json": "TimelineJS takes them",
    "bib": "BibTeX of their sources",
}
_SHOWN = "How the page shows the events; understood here, so that its addresses can be used, and without effect."
_ETAG = {"ETag": {"schema": {"type": "string"}, "description": "Changes with the collection and the query."}}
_NAMED = {"Content-Disposition": {"schema": {"type": "string"}, "description": "The name to save it under."}}


def openapi(server: str = "/") -> Json:
    """The document; `server` is the address that the paths follow on."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Sidelines",
            "version": VERSION,
            "summary": "The events of a collection, chosen as the page chooses them.",
            "description": (
                "The page's own query, behind another path, gives the same events as data. Reading only, without keys, "
                "from any origin. Names and shapes stay as they are; what is added later is added under new names."
            ),
        },
        "servers": [{"url": server}],
        "paths": {
            **{f"/api/events.{form}": _events(form) for form in FORMATS},
            "/api/events/{id}.json": _event(),
            "/api/changes.json": _changes(),
            "/api/collection.json": _plain(
                "The collection: title, coverage, terms, content hash; and every value that a query may name.",
                "application/json",
                {"$ref": f"{_REFS}About"},
            ),
            "/api/schema.json": _plain(
                "The JSON Schema of event files, for editors.", "application/schema+json", {"type": "object"}
            ),
            "/api/openapi.json": _plain("This document.", "application/json", {"type": "object"}),
        },
        "components": {
            "parameters": {name: _parameter(name) for name in PARAMETERS},
            "schemas": {
                **schemas(_REFS),
                "About": _about(),
                "Changes": _changes_schema(),
                "Difference": _difference_schema(),
                "Problem": _problem(),
            },
        },
    }


def openapi_text() -> str:
    """The document as docs/openapi.json has it."""
    return json.dumps(openapi(), ensure_ascii=False, indent=2) + "\n"


def _events(form: str) -> Json:
    media_type = FORMATS[form].media_type.partition(";")[0]
    schema: Json = {"$ref": f"{_REFS}Selection"} if form == "json" else {"type": "string"}
    if form in {"jsonld", "timelinejs.json", "yaml"}:
        schema = {"type": "object"}
    described = f"The events of a view, as {_FORMS[form]}."
    parameters = [{"$ref": f"#/components/parameters/{name}"} for name in PARAMETERS]
    answers = _answers(media_type, schema, _ETAG | _NAMED)
    answers["400"] = _refusal("Parts of the query are not understood; `notices` say which, why, and what to write.")
    return {"get": {"summary": described, "parameters": parameters, "responses": answers}}


def _event() -> Json:
    parameter = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "The id of an event.",
        "schema": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80},
    }
    answers = _answers("application/json", {"$ref": f"{_REFS}Selection"}, _ETAG | _NAMED)
    answers["404"] = _refusal("There is no such event; `detail` names the nearest one.")
    summary = "One event, with the claims made at it and all that it leans on."
    return {"get": {"summary": summary, "parameters": [parameter], "responses": answers}}


def _changes() -> Json:
    parameter = {
        "name": "since",
        "in": "query",
        "required": True,
        "description": "The content hash of an earlier version, or its first letters, as a citation names it.",
        "schema": {"type": "string", "pattern": f"^{VERSION_FORM}$"},
    }
    view = [{"$ref": f"#/components/parameters/{name}"} for name in PARAMETERS]
    answers = _answers("application/json", {"$ref": f"{_REFS}Changes"}, _ETAG | _NAMED)
    answers["400"] = _refusal("`since` or other parts of the query are not understood; as for the events.")
    answers["404"] = _refusal("This version is not kept here; `detail` names those that are.")
    summary = "What was added, changed and removed since a version, and which of it concerns a view."
    return {"get": {"summary": summary, "parameters": [parameter, *view], "responses": answers}}


def _plain(summary: str, media_type: str, schema: Json) -> Json:
    return {"get": {"summary": summary, "responses": _answers(media_type, schema, _ETAG)}}


def _answers(media_type: str, schema: Json, headers: Json) -> Json:
    return {
        "200": {"description": "As asked.", "headers": headers, "content": {media_type: {"schema": schema}}},
        "304": {"description": "Nothing has changed since the answer whose ETag `If-None-Match` names."},
    }


def _refusal(description: str) -> Json:
    return {"description": description, "content": {PROBLEM_TYPE: {"schema": {"$ref": f"{_REFS}Problem"}}}}


def _parameter(name: str) -> Json:
    return {
        "name": name,
        "in": "query",
        "description": _MEANINGS.get(name, _SHOWN),
        "schema": _values(name),
        **({"style": "form", "explode": False} if name in LISTS else {}),
    }


def _values(name: str) -> Json:
    if name in LISTS:
        return {"type": "array", "items": {"type": "string", "minLength": 1}}
    if name in CHOICES:
        return {"type": "string", "enum": list(CHOICES[name])}
    if name == "cited":
        return {"type": "string", "pattern": f"^{VERSION_FORM}$"}
    if name in {"from", "to"}:
        return {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
    if name == "height":
        return {"type": "integer", "minimum": HEIGHT_PX[0], "maximum": HEIGHT_PX[1]}
    return {"type": "string", "maxLength": TEXT_LIMIT if name == "q" else QUERY_LIMIT}


def _about() -> Json:
    entry = {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "names": {"type": "array", "items": {"type": "string"}},
            "many": {"type": "string"},
            "codes": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["id", "names"],
    }
    return {
        "type": "object",
        "properties": {
            "format": {"const": ABOUT_FORMAT},
            "collection": {"$ref": f"{_REFS}Collection"},
            "downloads": {"type": "array", "items": {"type": "string"}, "description": "Relative to this address."},
            "vocabulary": {
                "type": "object",
                "description": "By parameter: the values that a query may name, by id or any of their names.",
                "additionalProperties": {"type": "array", "items": entry},
            },
        },
        "required": ["format", "collection", "downloads", "vocabulary"],
    }


def _changes_schema() -> Json:
    texts = {"since": "The content hash of then.", "now": "That of now.", "view": "The filter that `in_view` is about."}
    head: Json = {name: {"type": "string", "description": said} for name, said in texts.items()}
    fields = {
        "type": "array",
        "items": {"type": "string"},
        "description": "What the collection says otherwise of itself.",
    }
    sections = {name: {"$ref": f"{_REFS}Difference"} for name in SECTIONS}
    properties = {"format": {"const": CHANGES_FORMAT}, **head, "collection": fields, **sections}
    return {"type": "object", "properties": properties, "required": list(properties)}


def _difference_schema() -> Json:
    entry = {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "name": {"type": "string", "description": "What people call it."},
            "fields": {"type": "array", "items": {"type": "string"}, "description": "What differs in it."},
            "in_view": {"type": "boolean", "description": "Whether the view chooses it now, or chose it then."},
        },
        "required": ["id", "name", "in_view"],
    }
    properties = {kind: {"type": "array", "items": entry} for kind in KINDS}
    return {"type": "object", "properties": properties, "required": list(properties)}


def _problem() -> Json:
    texts = {name: {"type": "string"} for name in ("parameter", "value", "what", "fix")}
    notice = {"type": "object", "properties": texts, "required": list(texts)}
    return {
        "type": "object",
        "description": "Why a request is not answered (RFC 9457).",
        "properties": {
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "notices": {"type": "array", "items": notice},
        },
        "required": ["title", "status", "detail"],
    }


if __name__ == "__main__":
    sys.stdout.write(openapi_text())

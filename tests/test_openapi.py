"""The OpenAPI document of the API: up to date, complete, and true, whatever is asked by it."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app.export import ASKED, FORMATS
from app.paths import DOCS_FOLDER
from app.view import PARAMETERS
from app.web.api_page import api_page
from app.web.dash_page import create_app
from app.web.openapi import openapi, openapi_text
from tests.exports import shipped

APP = create_app(shipped())
SCHEMA = schemathesis.openapi.from_wsgi("/api/openapi.json", APP.server)
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@SCHEMA.parametrize()
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_the_document_allows_is_answered_as_it_says(case: schemathesis.Case[Any]) -> None:
    case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})


@SCHEMA.include(path="/api/changes.json").parametrize()
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_changes_since_a_version_that_is_kept_are_answered_as_it_says(case: schemathesis.Case[Any]) -> None:
    case.query = {**(case.query or {}), "since": shipped().content_hash}
    case.call_and_validate(checks=CHECKS, headers={"Accept-Encoding": "identity"})


def test_the_document_is_up_to_date() -> None:
    assert (DOCS_FOLDER / "openapi.json").read_text(encoding="utf-8") == openapi_text(), "run `make docs`"


def test_the_page_of_the_api_is_up_to_date() -> None:
    assert (DOCS_FOLDER / "api.md").read_text(encoding="utf-8") == api_page(), "run `make docs`"


def test_the_document_names_every_parameter_and_format() -> None:
    document = openapi()
    assert set(document["components"]["parameters"]) == set(PARAMETERS)
    assert {f"/api/events.{form}" for form in FORMATS} <= set(document["paths"])
    effective = {
        name for name, each in document["components"]["parameters"].items() if "effect" not in each["description"]
    }
    assert effective == ASKED

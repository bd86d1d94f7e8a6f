"""The bytes of a file of ours -> YAML, whichever of the three forms it has.

In: bytes. Out: the text of an event file. What is in the file decides, not its name.
"""

from __future__ import annotations

import json
import re
from typing import Any

from app.export import write
from app.export.yaml_form import write_yaml
from app.importing.csv_file import chosen_of_csv, is_ours
from app.importing.json_file import FORMAT, chosen_of_json

_PAYLOAD = re.compile(r'<script type="application/json" id="payload">(.*?)</script>', re.DOTALL)
_PAYLOAD_VERSION = 1


class NotOursError(ValueError):
    """The file is none that Sidelines wrote, or it is damaged; the message says which, and what can be read."""


def read_export(data: bytes) -> str:
    """The event file that holds the events of `data`: an HTML file, a JSON or a CSV of ours. Raises `NotOursError`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotOursError("it is no text in UTF-8") from None
    try:
        return _read(text)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise NotOursError(f"it is damaged: {type(error).__name__} at {error}") from error


def _read(text: str) -> str:
    page = _PAYLOAD.search(text)
    if page:
        return _from_payload(_parsed(page[1]))
    if text.lstrip().startswith("{"):
        return _from_json(_parsed(text))
    if is_ours(text):
        return write_yaml(chosen_of_csv(text))
    raise NotOursError("it is no HTML file, JSON or CSV that Sidelines wrote")


def _parsed(text: str) -> Any:  # noqa: ANN401 - whatever the JSON says
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise NotOursError(f"it is damaged: {error}") from None


def _from_payload(payload: Any) -> str:  # noqa: ANN401 - as it was read
    if payload["version"] != _PAYLOAD_VERSION:
        raise NotOursError(f"it is of payload version {payload['version']}; this Sidelines reads {_PAYLOAD_VERSION}")
    ids = payload["events"]["columns"].get("id", ())
    return write(payload, ids, "yaml").text


def _from_json(value: Any) -> str:  # noqa: ANN401 - as it was read
    if value.get("format") != FORMAT:
        raise NotOursError(f"its format is {value.get('format')!r}; this Sidelines reads {FORMAT!r}")
    return write_yaml(chosen_of_json(value))

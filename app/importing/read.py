"""The bytes of a file of ours -> its events, whichever of the three forms it has.

In: bytes. Out: the text of an event file, or the selection as plain data. What is in the file decides, not its name.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

from app.export import choose
from app.export.json_form import SECTIONS, plain_selection
from app.export.selection import Chosen
from app.export.yaml_form import write_yaml
from app.importing.csv_file import chosen_of_csv, is_ours
from app.importing.json_file import FORMAT, chosen_of_json
from app.packing import unpacked

_PAYLOAD = re.compile(r'<script type="application/json" id="payload"([^>]*)>(.*?)</script>', re.DOTALL)
_PAYLOAD_VERSION = 2


# What reading stumbles over where a file has not the form that was written.
_DAMAGES = (
    AssertionError,
    AttributeError,
    csv.Error,
    LookupError,
    RecursionError,
    StopIteration,
    TypeError,
    ValueError,
)


class NotOursError(ValueError):
    """The file is none that Sidelines wrote, or it is damaged; the message says which, and what can be read."""


def read_export(data: bytes) -> str:
    """The event file that holds the events of `data`: an HTML file, a JSON or a CSV of ours. Raises `NotOursError`."""
    text: str = _understood(data, lambda text: write_yaml(_chosen(text)))
    return text


def read_selection(data: bytes) -> dict[str, Any]:
    """The same events as the JSON download has them (`app.export.json_form`), of an HTML file or a JSON of ours.

    Raises `NotOursError`, also for a CSV, which has no room for all that is known of them.
    """
    selection: dict[str, Any] = _understood(data, _selection)
    return selection


def _understood(data: bytes, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 - as `read` gives it
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotOursError("it is no text in UTF-8") from None
    try:
        return read(text)
    except NotOursError:
        raise
    except _DAMAGES as error:
        raise NotOursError(f"it is damaged: {_damage(error)}") from error


def _damage(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"`{error.args[0]}` is missing"
    return f"something in it has not the form that Sidelines writes ({str(error) or type(error).__name__})"


def _chosen(text: str) -> Chosen:
    page = _PAYLOAD.search(text)
    if page:
        return _of_payload(_parsed(_as_written(*page.groups())))
    if text.lstrip().startswith("{"):
        return chosen_of_json(_checked(_parsed(text)))
    if is_ours(text):
        return chosen_of_csv(text)
    raise NotOursError("it is no HTML file, JSON or CSV that Sidelines wrote")


def _selection(text: str) -> dict[str, Any]:
    if text.lstrip().startswith("{"):
        selection = _checked(_parsed(text))
        chosen_of_json(selection)  # which finds out whether it is whole
    elif is_ours(text):
        raise NotOursError("a CSV has no room for all that is known of its events; take the JSON or the HTML file")
    else:
        selection = plain_selection(_chosen(text))
    _check_types(selection)
    return selection


def _as_written(attributes: str, data: str) -> str:
    """The data of a page, if they are to the letter what was written into it."""
    if f'data-sha256="{hashlib.sha256(data.encode()).hexdigest()}"' not in attributes:
        raise NotOursError(
            "it is damaged: its data are not those that were written (their SHA-256 is another one). Ask for the file "
            "anew, unchanged"
        )
    return data


def _parsed(text: str) -> Any:  # noqa: ANN401 - whatever the JSON says
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise NotOursError(f"it is damaged: {error}") from None


def _of_payload(payload: Any) -> Chosen:  # noqa: ANN401 - as it was read
    if payload["version"] != _PAYLOAD_VERSION:
        raise NotOursError(f"it is of payload version {payload['version']}; this Sidelines reads {_PAYLOAD_VERSION}")
    plain = unpacked(payload)
    return choose(plain, plain["events"]["columns"].get("id", ()))


def _checked(value: Any) -> dict[str, Any]:  # noqa: ANN401 - as it was read
    if value.get("format") != FORMAT:
        raise NotOursError(f"its format is {value.get('format')!r}; this Sidelines reads {FORMAT!r}")
    count, said = len(value["events"]), value["count"]
    if count != said:
        raise NotOursError(f"it is damaged: it has {count} events and says `count`: {said!r}. Take the whole file")
    return dict(value)


def _check_types(selection: dict[str, Any]) -> None:
    """Raises `NotOursError` where an id, a hash, the view or a count is of another type than a download has it."""
    about = selection["collection"]
    ids = [entry["id"] for section in SECTIONS for entry in selection[section]]
    texts = [*ids, selection["view"], about.get("content_hash", "")]
    numbers = [selection["count"], about["events"]]
    if not all(isinstance(each, str) for each in texts) or not all(isinstance(each, int) for each in numbers):
        raise NotOursError("it is damaged: an id, a hash or a count is of another type")

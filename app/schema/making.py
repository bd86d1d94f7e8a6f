"""What a record's fields say without being written.

In: the values of a record's fields, by the model's names. Out: the values completed.
"""

from __future__ import annotations

from typing import Any

from app.model import ActorKind

Values = dict[str, Any]


def as_written(values: Values) -> Values:
    """The values themselves: the record says nothing that is not written."""
    return values


def complete_account(values: Values) -> Values:
    """With the date's phrase for `value` where only a date is given."""
    date = values.get("date")
    return {"value": date.as_written if date else "", **values}


def complete_membership(values: Values) -> Values:
    """With an id made of organisation, actor and kind where none is given."""
    kind = values["kind"].value.replace("_", "-")
    return {"id": f"{values['organisation']}-{values['actor'].lower()}-{kind}", **values}


def complete_organisation(values: Values) -> Values:
    """With the kind of an intergovernmental organisation where none is given."""
    return {"kind": ActorKind.IGO, **values}


def complete_person(values: Values) -> Values:
    """With the kind of a person."""
    return {**values, "kind": ActorKind.PERSON}

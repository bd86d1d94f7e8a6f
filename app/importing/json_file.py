"""The JSON of a selection -> what a download holds, to be written in another format.

In: the parsed JSON (`app.export.json_form`). Out: `Chosen`. The inverse of `app.export.plain`; KeyError or TypeError
for JSON that has not that form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.export.selection import Chosen
from app.export.text import given

Json = dict[str, Any]
Plain = Mapping[str, Any]

FORMAT = "sidelines/selection/1"


def chosen_of_json(value: Plain) -> Chosen:
    """The content of the file."""
    collection = value["collection"]
    return Chosen(
        collection=_collection(collection),
        view=value["view"],
        total=collection["events"],
        events=tuple(map(_event, value["events"])),
        claims=tuple(map(_claim, value["claims"])),
        memberships=tuple(map(_membership, value["memberships"])),
        sources={source["id"]: _source(source) for source in value["sources"]},
        declared=tuple(map(_actor, value["actors"])),
        actors={},
        titles={},
        words={},
    )


def date_row(date: Plain | None) -> Json | None:
    """A date with what `app.export.dates` needs to write it: its EDTF text, and what is known beside it."""
    if date is None:
        return None
    text = date["edtf"]
    end = ["given", None, None, ""]
    return given(
        edtf=text,
        precision=date["precision"],
        first=end,
        last=end if "/" in text else None,
        as_written=date["as_written"] if date["as_written"] != text else None,
        basis=date["basis"] if date["basis"] != "stated" else None,
        **{name: date.get(name) for name in ("base", "lang", "zone")},
    )


def _collection(plain: Plain) -> Json:
    texts = {name: plain[name] for name in ("title", "description", "covers") if name in plain}
    return given(
        title=next(iter(plain["title"].values())),
        texts=texts,
        hash=plain.get("content_hash"),
        **{name: plain.get(name) for name in ("missing", "licence", "version", "note")},
    )


def _event(plain: Plain) -> Json:
    kept = "id type participants part_of organisations mentions tags plover cameo citations confidence note".split()
    return given(
        **{name: plain.get(name) for name in kept},
        titles=plain["title"],
        summaries=plain.get("summary"),
        state=plain["status"],
        site=plain.get("place"),
        date=date_row(plain["date"]),
        relations=[[relation["kind"], relation["event"]] for relation in plain.get("relations", ())],
        accounts=_accounts(plain),
        **_dateline(plain),
    )


def _claim(plain: Plain) -> Json:
    kept = "id speaker speaker_actor said_at measure parties comparator unit quote citations confidence note".split()
    return given(
        **{name: plain.get(name) for name in kept},
        amount=plain.get("value"),
        said_on_date=date_row(plain.get("said_on")),
        period=date_row(plain.get("period")),
        texts=plain.get("text"),
        accounts=_accounts(plain),
        **_dateline(plain),
    )


def _membership(plain: Plain) -> Json:
    kept = "id actor organisation kind end_reason status citations confidence note".split()
    layers = [{**layer, "during": date_row(layer["during"])} for layer in plain.get("restrictions", ())]
    return given(
        **{name: plain.get(name) for name in kept},
        founder=plain.get("founder") or None,
        during=date_row(plain["during"]),
        restrictions=layers,
        accounts=_accounts(plain),
        **_dateline(plain),
    )


def _source(plain: Plain) -> Json:
    kept = "id title kind publisher author url archived lang note".split()
    dates = {"issued_date": date_row(plain.get("issued")), "accessed_date": date_row(plain.get("accessed"))}
    return given(**{name: plain.get(name) for name in kept}, **dates)


def _actor(plain: Plain) -> Json:
    kept = "id kind names short aliases citations note".split()
    offices = [
        given(title=office.get("title"), actor=office.get("actor"), during=date_row(office.get("during")))
        for office in plain.get("offices", ())
    ]
    return given(
        **{name: plain.get(name) for name in kept},
        codes=[[code["scheme"], code["code"]] for code in plain.get("codes", ())],
        during=date_row(plain.get("during")),
        offices=offices,
    )


def _accounts(plain: Plain) -> list[Json]:
    rows = ({**account, "date": date_row(account.get("date"))} for account in plain.get("accounts", ()))
    return [given(**{**row, "preferred": row.get("preferred") or None}) for row in rows]


def _dateline(plain: Plain) -> Json:
    origin = plain.get("origin", {})
    return {name: origin[name] for name in ("dateline", "dateline_basis") if name in origin}

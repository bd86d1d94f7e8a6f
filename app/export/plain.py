"""What is chosen -> plain data under the model's names: what the JSON download and the API say.

In: rows of the payload. Out: values that JSON can carry. Texts are by language; what is not known is left out, except
the date of an event: null says that no source states one. `assets/core/export_plain.js` is its twin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.export.dates import plain_date
from app.export.selection import words_of
from app.export.text import given

Json = dict[str, Any]


def plain_event(row: Mapping[str, Any]) -> Json:
    """One event; what `event_json` gives for it."""
    first = {"id": row["id"], "type": row["type"], "title": words_of(row, "title", "titles") or None}
    return first | {
        "date": plain_date(row.get("date"), row.get("as_written")),
        **given(
            participants=[_participation(part) for part in row.get("participants", ())],
            status=row["state"],
            place=row.get("site"),
            part_of=row.get("part_of"),
            relations=[{"kind": kind, "event": event} for kind, event in row.get("relations", ())],
            organisations=row.get("organisations"),
            mentions=row.get("mentions"),
            summary=words_of(row, "summary", "summaries"),
            tags=row.get("tags"),
            plover=row.get("plover"),
            cameo=row.get("cameo"),
            citations=row.get("citations"),
            confidence=row.get("confidence"),
            accounts=_accounts(row.get("accounts", ())),
            note=row.get("note"),
            origin=_origin(row),
        ),
    }


def plain_claim(claim: Mapping[str, Any]) -> Json:
    """One claim."""
    return given(
        id=claim["id"],
        speaker=claim["speaker"],
        measure=claim.get("measure"),
        speaker_actor=claim.get("speaker_actor"),
        said_at=claim.get("said_at"),
        said_on=plain_date(claim.get("said_on_date")),
        parties=claim.get("parties"),
        comparator=claim.get("comparator"),
        value=claim.get("amount"),
        unit=claim.get("unit"),
        period=plain_date(claim.get("period")),
        quote=claim.get("quote"),
        text=words_of(claim, "text", "texts"),
        citations=claim.get("citations"),
        confidence=claim.get("confidence"),
        accounts=_accounts(claim.get("accounts", ())),
        note=claim.get("note"),
        origin=_origin(claim),
    )


def plain_membership(fact: Mapping[str, Any]) -> Json:
    """One membership with its layers."""
    return given(
        id=fact["id"],
        actor=fact["actor"],
        organisation=fact["organisation"],
        kind=fact["kind"],
        during=plain_date(fact["during"]),
        founder=bool(fact.get("founder")),
        restrictions=[_restriction(layer) for layer in fact.get("restrictions", ())],
        end_reason=fact.get("end_reason"),
        status=fact["status"],
        citations=fact.get("citations"),
        confidence=fact.get("confidence"),
        accounts=_accounts(fact.get("accounts", ())),
        note=fact.get("note"),
        origin=_origin(fact),
    )


def plain_source(source: Mapping[str, Any]) -> Json:
    """One source, without the path of a text that is kept beside the files."""
    return given(
        id=source["id"],
        title=source.get("title"),
        kind=source.get("kind"),
        publisher=source.get("publisher"),
        author=source.get("author"),
        issued=plain_date(source.get("issued_date")),
        url=source.get("url"),
        archived=source.get("archived"),
        accessed=plain_date(source.get("accessed_date")),
        lang=source.get("lang"),
        note=source.get("note"),
    )


def plain_actor(actor: Mapping[str, Any]) -> Json:
    """One organisation or person."""
    return given(
        id=actor["id"],
        kind=actor["kind"],
        names=actor.get("names"),
        short=actor.get("short"),
        aliases=actor.get("aliases"),
        codes=[{"scheme": scheme, "code": code} for scheme, code in actor.get("codes", ())],
        during=plain_date(actor.get("during")),
        offices=[_office(office) for office in actor.get("offices", ())],
        citations=actor.get("citations"),
        note=actor.get("note"),
    )


def plain_collection(collection: Mapping[str, Any], total: int) -> Json:
    """What the collection says of itself, with its content hash and the number of its events."""
    texts = collection.get("texts", {})
    return given(
        title=texts.get("title"),
        description=texts.get("description"),
        covers=texts.get("covers"),
        missing=collection.get("missing"),
        licence=collection.get("licence"),
        version=collection.get("version"),
        note=collection.get("note"),
        content_hash=collection.get("hash"),
        events=total,
    )


def _participation(part: Mapping[str, Any]) -> Json:
    names = ("actor", "role", "status", "person", "office", "represented_by", "reason", "announced_by", "citations")
    return given(**{name: part.get(name) for name in (*names, "basis", "note")})


def _accounts(accounts: Iterable[Mapping[str, Any]]) -> list[Json]:
    return [
        given(
            attribute=account["attribute"],
            value=account.get("value"),
            citations=account.get("citations"),
            date=plain_date(account.get("date")),
            preferred=bool(account.get("preferred")),
            reason=account.get("reason"),
        )
        for account in accounts
    ]


def _restriction(layer: Mapping[str, Any]) -> Json:
    return given(
        kind=layer["kind"],
        during=plain_date(layer["during"]),
        by=layer.get("by"),
        citations=layer.get("citations"),
        note=layer.get("note"),
    )


def _office(office: Mapping[str, Any]) -> Json:
    return given(title=office.get("title"), actor=office.get("actor"), during=plain_date(office.get("during")))


def _origin(entry: Mapping[str, Any]) -> Json | None:
    """Where the entry stands in the files, and the day that its file speaks from."""
    if "origin" not in entry:
        return None
    file, _, line = entry["origin"].rpartition(":")
    return given(file=file, line=int(line), dateline=entry.get("dateline"), dateline_basis=entry.get("dateline_basis"))

"""Facts -> the part of the payload that is not drawn: what downloads and citations need to say all that the files say.

In: the model. Out: plain values, only what differs from what the drawing already has. English is the language of a
text that names none; a date without `edtf` is written as its precision and its first day say (`app.export.dates`).
"""

from __future__ import annotations

from typing import Any

from app.dates import Basis, End, EventDate
from app.export.dates import plain_edtf
from app.model import (
    Account,
    Actor,
    ActorKind,
    Citation,
    Claim,
    Collection,
    Event,
    Membership,
    Office,
    Origin,
    Place,
    Restriction,
    Source,
    Text,
)

Json = dict[str, Any]
_DECLARED = frozenset({ActorKind.IGO, ActorKind.AGENCY, ActorKind.GROUP, ActorKind.PERSON})
_QUALIFIERS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}


def given(**fields: object) -> Json:
    """The fields that say something: None, empty texts and empty lists are left out."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, ())}


def drawn_date(date: EventDate | None) -> Json | None:
    """A date as it is drawn: its ends as [kind, earliest_ms, latest_ms, qualifier], and its precision."""
    if date is None:
        return None
    return given(
        first=_end(date.first), last=_end(date.last) if date.is_range else None, precision=date.precision.value
    )


def whole_date(date: EventDate | None) -> Json | None:
    """A date as it is drawn, with all that was read beside it."""
    drawn = drawn_date(date)
    if date is None or drawn is None:
        return None
    as_written = date.as_written if date.as_written != date.edtf else None
    return drawn | given(
        edtf=None if date.edtf == plain_edtf(drawn) else date.edtf,
        as_written=as_written,
        basis=date.basis.value if date.basis is not Basis.STATED else None,
        base=date.base,
        lang=date.lang,
        zone=date.zone,
    )


def kept_date(date: EventDate | None) -> Json | str | None:
    """A date that is not drawn: its EDTF text where that says all, else as `whole_date`."""
    whole = whole_date(date)
    return plain_edtf(whole) if whole and set(whole) == {"first", "precision"} else whole


def collection_facts(collection: Collection) -> Json:
    """What the collection says of itself, in all languages."""
    texts = {"title": collection.title, "description": collection.description, "covers": collection.covers}
    return given(
        texts=given(**{name: dict(text.by_lang) for name, text in texts.items()}),
        missing=list(collection.missing),
        note=collection.note,
    )


def event_facts(event: Event) -> Json:
    """What of an event is not drawn: languages, the parts of its place, codes, the day that its file speaks from."""
    return given(
        date=_without_words(whole_date(event.date)),
        title_lang=_lang(event.title),
        summary_lang=_lang(event.summary),
        summaries=_texts(event.summary),
        site=_place(event.place),
        plover=dict(event.plover),
        cameo=event.cameo,
        **_head(event.origin),
    )


def account_facts(account: Account) -> Json:
    """The date of another account."""
    return given(date=kept_date(account.date))


def claim_facts(claim: Claim) -> Json:
    """What of a claim is not drawn: its figure as given, its dates, languages and place in the files."""
    return given(
        period=whole_date(claim.period),
        said_on_date=kept_date(claim.said_on),
        amount=claim.value,
        comparator=claim.comparator.value if claim.comparator else None,
        unit=claim.unit,
        confidence=claim.confidence.value if claim.confidence else None,
        text_lang=_lang(claim.text),
        texts=_texts(claim.text),
        origin=_position(claim.origin),
        **_head(claim.origin),
    )


def membership(fact: Membership, citations: list[Json], accounts: list[Json], restrictions: list[Json]) -> Json:
    """A membership whole; its citations, accounts and restrictions come as the payload has them."""
    return given(
        id=fact.id,
        actor=fact.actor,
        organisation=fact.organisation,
        kind=fact.kind.value,
        during=kept_date(fact.during),
        founder=fact.founder or None,
        restrictions=restrictions,
        end_reason=fact.end_reason.value if fact.end_reason else None,
        status=fact.status.value,
        confidence=fact.confidence.value if fact.confidence else None,
        citations=citations,
        accounts=accounts,
        note=fact.note,
        origin=_position(fact.origin),
        **_head(fact.origin),
    )


def restriction(layer: Restriction) -> Json:
    """A layer on a membership."""
    return given(
        kind=layer.kind.value,
        during=kept_date(layer.during),
        by=layer.by.value if layer.by else None,
        citations=cited(layer.citations),
        note=layer.note,
    )


def source_facts(source: Source) -> Json:
    """The dates of a source."""
    return given(issued_date=kept_date(source.issued), accessed_date=kept_date(source.accessed))


def actor_facts(actor: Actor) -> Json:
    """What the files declare of an organisation or a person, under `declared`; nothing of a country, which all know."""
    if actor.kind not in _DECLARED:
        return {}
    return {
        "declared": given(
            names=dict(actor.names.by_lang),
            short=actor.short,
            aliases=list(actor.aliases),
            codes=[list(pair) for pair in actor.codes],
            during=kept_date(actor.during),
            offices=[_office(office) for office in actor.offices],
            citations=cited(actor.citations),
            note=actor.note,
        )
    }


def cited(citations: tuple[Citation, ...]) -> list[Json]:
    """Citations as the payload has them."""
    return [given(source=c.source, quote=c.quote, locator=c.locator) for c in citations]


def _office(office: Office) -> Json:
    return given(title=dict(office.title.by_lang), actor=office.actor, during=kept_date(office.during))


def _place(place: Place | None) -> Json | None:
    if place is None:
        return None
    return given(
        venue=place.venue, city=place.city, country=place.country, lat=place.lat, lon=place.lon, wikidata=place.wikidata
    )


def _lang(text: Text) -> str | None:
    """The language of a text in one language, unless that is English; texts in more have a field of their own."""
    langs = [lang for lang, _ in text.by_lang]
    return langs[0] if len(langs) == 1 and langs != ["en"] else None


def _texts(text: Text) -> Json | None:
    return dict(text.by_lang) if len(text.by_lang) > 1 else None


def _without_words(date: Json | None) -> Json | None:
    """An event has the words of its date in a column of their own."""
    return {name: part for name, part in date.items() if name != "as_written"} if date else None


def _position(origin: Origin | None) -> str | None:
    return f"{origin.file}:{origin.line}" if origin else None


def _head(origin: Origin | None) -> Json:
    return {"dateline": origin.dateline, "dateline_basis": origin.dateline_basis} if origin else {}


def _end(end: End) -> list[object]:
    return [end.kind.value, end.earliest_ms, end.latest_ms, _QUALIFIERS[end.approximate, end.uncertain]]

"""What is chosen -> JSON-LD 1.1 in the vocabulary of schema.org: a Dataset, its Events, their sources.

In: `Chosen`. Out: JSON text, a node a line. `startDate` and `endDate` stand only where they are certain dates of ISO
8601; every date stands whole as `dcterms:date`, an EDTF literal. Only who was there is an `attendee`. An event's own
sources are its `subjectOf`, since schema.org knows `citation` for works alone: it stands on the Dataset. Addresses
are relative to that of the download, as the server answers them. Twin: `assets/core/export_jsonld.js`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.export.dates import edtf, is_plain_side, opened, sides
from app.export.selection import Chosen, words_of
from app.export.text import given, json_text

Row = Mapping[str, Any]

EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
WIKIDATA = "http://www.wikidata.org/entity/"
_SPDX = "https://spdx.org/licenses/"
_SPDX_ID = re.compile("[A-Za-z0-9.+-]+")
_STATUS = {
    "occurred": "EventScheduled",
    "planned": "EventScheduled",
    "ongoing": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}
_THERE = frozenset({"attended", "virtual", "represented"})
_AWAY = frozenset({"absent", "declined", "expelled", "suspended"})
_HOLDS = frozenset({"host", "organiser"})
_KINDS = {"state": "Country", "former_state": "Country", "person": "Person"}
_WORKS = {
    "article": "Article",
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "legislation": "Legislation",
    "map": "Map",
    "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "thesis": "Thesis",
    "webpage": "WebPage",
}


def write_jsonld(chosen: Chosen) -> str:
    """The graph."""
    context = json_text(["https://schema.org", {"dcterms": "http://purl.org/dc/terms/"}])
    nodes = [_dataset(chosen), *(_event(chosen, row) for row in chosen.events), *map(_source, chosen.sources.values())]
    return f'{{"@context":{context},"@graph":[\n' + ",\n".join(map(json_text, nodes)) + "\n]}\n"


def _dataset(chosen: Chosen) -> Row:
    about = chosen.collection
    texts = about.get("texts", {})
    licence = about.get("licence", "")
    return {
        "@type": "Dataset",
        **given(
            name=_said(texts.get("title")) or about["title"],
            description=_said(texts.get("description")),
            license=f"{_SPDX}{licence}" if _SPDX_ID.fullmatch(licence) else licence,
            version=about.get("version"),
            identifier=[
                *_property("SHA-256 of the collection", about.get("hash")),
                *_property("view", chosen.view),
            ],
            about=[{"@id": _address(row["id"])} for row in chosen.events],
            citation=[{"@id": f"#{source}"} for source in chosen.sources],
        ),
    }


def _event(chosen: Chosen, row: Row) -> Row:
    date = row.get("date")
    return {
        "@id": _address(row["id"]),
        "@type": "Event",
        **given(
            identifier=row["id"],
            name=_said(words_of(row, "title", "titles")),
            description=_said(words_of(row, "summary", "summaries")),
            **_times(date),
            eventStatus=f"https://schema.org/{_STATUS[row['state']]}" if row["state"] in _STATUS else None,
            keywords=[chosen.words["types"][row["type"]], *row.get("tags", ())],
            location=_location(chosen, row.get("site")),
            superEvent=_other(chosen, row.get("part_of")),
            organizer=_parts(chosen, row, _holds),
            attendee=_parts(chosen, row, _is_there),
            about=[*_parts(chosen, row, _is_named), *(_actor(chosen, actor) for actor in row.get("mentions", ()))],
            subjectOf=[_citation(citation) for citation in row.get("citations", ())],
        ),
        **({"dcterms:date": {"@type": EDTF, "@value": edtf(date)}} if date else {}),
    }


def _times(date: Row | None) -> Row:
    if date is None:
        return {}
    first, last = sides(date)
    return {
        "startDate": first if is_plain_side(first) else None,
        "endDate": last if date.get("last") and is_plain_side(last) else None,
    }


def _holds(part: Row) -> bool:
    return part["role"] in _HOLDS and part["status"] not in _AWAY


def _is_there(part: Row) -> bool:
    return part["status"] in _THERE


def _is_named(part: Row) -> bool:
    return not _holds(part) and not _is_there(part)


def _parts(chosen: Chosen, row: Row, holds: Callable[[Row], bool]) -> list[Row]:
    return [_participant(chosen, part) for part in row.get("participants", ()) if holds(part)]


def _participant(chosen: Chosen, part: Row) -> Row:
    """The person who came, with the state it came for; the state itself where nobody is named, or another stood in."""
    actor = _actor(chosen, part["actor"])
    if "person" not in part or part["status"] == "represented":
        return actor
    return {**_actor(chosen, part["person"]), **given(jobTitle=part.get("office")), "affiliation": actor}


def _actor(chosen: Chosen, actor: str) -> Row:
    known = chosen.actors.get(actor, {})
    wikidata = dict(known.get("declared", {}).get("codes", ())).get("wikidata")
    return {
        "@type": _KINDS.get(known.get("kind", ""), "Organization"),
        **given(name=chosen.name(actor), identifier=actor, sameAs=f"{WIKIDATA}{wikidata}" if wikidata else None),
    }


def _location(chosen: Chosen, site: Row | None) -> Row | None:
    if not site:
        return None
    country = site.get("country")
    address = given(
        addressLocality=site.get("city"),
        addressCountry=(chosen.actors.get(country, {}).get("iso2") or country) if country else None,
    )
    name = site.get("venue") or site.get("city") or (chosen.name(country) if country else None)
    geo = {"@type": "GeoCoordinates", "latitude": site.get("lat"), "longitude": site.get("lon")}
    return {
        "@type": "Place",
        **given(
            name=name,
            address={"@type": "PostalAddress", **address} if address else None,
            geo=geo if "lat" in site and "lon" in site else None,
            sameAs=f"{WIKIDATA}{site['wikidata']}" if "wikidata" in site else None,
        ),
    }


def _other(chosen: Chosen, event: str | None) -> Row | None:
    if event is None:
        return None
    return {"@id": _address(event), "@type": "Event", **given(name=_said(chosen.titles.get(event)))}


def _citation(citation: Row) -> Row:
    """The source, or the words that were taken from it."""
    source = {"@id": f"#{citation['source']}"}
    if "quote" not in citation:
        return source
    return {"@type": "Quotation", "text": citation["quote"], "isPartOf": source}


def _source(source: Row) -> Row:
    issued = opened(source.get("issued_date"))
    urls = [source[name] for name in ("url", "archived") if name in source]
    return {
        "@id": f"#{source['id']}",
        "@type": _WORKS.get(source.get("kind", ""), "CreativeWork"),
        **given(
            name=source.get("title"),
            author={"@type": "Person", "name": source["author"]} if "author" in source else None,
            publisher={"@type": "Organization", "name": source["publisher"]} if "publisher" in source else None,
            datePublished=edtf(issued) if issued and is_plain_side(edtf(issued)) else None,
            inLanguage=source.get("lang"),
            url=urls,
        ),
    }


def _said(by_lang: Mapping[str, str] | None) -> object:
    """A text in English as it is, in other languages with their codes (JSON-LD 1.1, 4.2.4)."""
    if by_lang and set(by_lang) == {"en"}:
        return by_lang["en"]
    return [{"@language": lang, "@value": words} for lang, words in (by_lang or {}).items()]


def _property(name: str, value: str | None) -> Iterator[Row]:
    if value:
        yield {"@type": "PropertyValue", "propertyID": name, "value": value}


def _address(event: str) -> str:
    return f"events/{event}.json"

"""What is chosen -> an event file in our own format, which reads as the same events.

In: `Chosen`. Out: YAML of the version `sidelines/1`. Each date is written as the EDTF text that was read, with the
words of its source beside it; so the file needs no other dateline, order or zone to be read alike. What leads to
events that are not in the selection is left out, and named in a comment. Twin: `assets/core/export_yaml.js`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from app.export.dates import clock, edtf, opened, sides
from app.export.selection import Chosen, words_of
from app.export.text import comment, given, grouped
from app.export.yaml_text import yaml_lines

Json = dict[str, Any]
Fact = Mapping[str, Any]
Texts = Callable[[Mapping[str, str] | None], object]

VERSION = "sidelines/1"
_NO_LANGUAGE = "zxx"  # ISO 639-2: no linguistic content


def write_yaml(chosen: Chosen) -> str:
    """The file."""
    lang = main_language(chosen)

    def texts(by_lang: Mapping[str, str] | None) -> object:
        plain = by_lang and len(by_lang) == 1 and by_lang.get(lang)
        return plain or dict(by_lang or {})

    present = {row["id"] for row in chosen.events}
    sections: Json = given(
        sources=[_source(source) for source in chosen.sources.values()],
        organisations=[_organisation(fact, texts) for fact in chosen.declared if fact["kind"] != "person"],
        people=[_person(fact, texts) for fact in chosen.declared if fact["kind"] == "person"],
        events=[_event(row, texts, present) for row in chosen.events],
        memberships=[_membership(fact) for fact in chosen.memberships],
        claims=[_claim(claim, texts) for claim in chosen.claims],
    )
    head: Json = {"schema": VERSION, **_dateline(chosen), "lang": lang, "collection": _collection(chosen, texts)}
    blocks = ["\n".join(yaml_lines(head))]
    blocks += ["\n".join(yaml_lines({name: entries})) for name, entries in sections.items()]
    return "\n".join([*_comments(chosen, present), "\n\n".join(blocks)]) + "\n"


def main_language(chosen: Chosen) -> str:
    """The language that texts may leave unsaid: one that comes first wherever it comes, so that no order is lost."""
    langs = [tuple(by_lang) for by_lang in _texts_of(chosen) if by_lang]
    first = dict.fromkeys(["en", *(each[0] for each in langs)])
    later = {lang for each in langs for lang in each[1:]}
    return next((lang for lang in first if lang not in later), _NO_LANGUAGE)


def _texts_of(chosen: Chosen) -> Iterator[Mapping[str, str]]:
    yield from chosen.collection.get("texts", {}).values()
    for fact in chosen.declared:
        yield fact.get("names", {})
        yield from (office.get("title", {}) for office in fact.get("offices", ()))
    for row in chosen.events:
        yield from (words_of(row, "title", "titles"), words_of(row, "summary", "summaries"))
    yield from (words_of(claim, "text", "texts") for claim in chosen.claims)


def _comments(chosen: Chosen, present: set[str]) -> Iterator[str]:
    about = chosen.collection
    version = f", version {comment(about['version'])}" if about.get("version") else ""
    count = f"{grouped(len(chosen.events))} of {grouped(chosen.total)} events"
    yield f"# {comment(about['title'])}{version}: {count}"
    yield f"# View: {chosen.view or 'all events'}"
    yield f"# Content hash of the collection (SHA-256): {about.get('hash', '')}"
    lost = [line for row in chosen.events for line in _lost(row, present)]
    if lost:
        yield "# Left out, because it leads to events that are not in this selection:"
    yield from (f"#   {line}" for line in lost)


def _lost(row: Fact, present: set[str]) -> Iterator[str]:
    if "part_of" in row and row["part_of"] not in present:
        yield f"{row['id']}: part_of {row['part_of']}"
    for kind, event in row.get("relations", ()):
        if event not in present:
            yield f"{row['id']}: {kind} {event}"


def _dateline(chosen: Chosen) -> Json:
    """The day that the files speak from, where all entries speak from the same."""
    entries = (*chosen.events, *chosen.memberships, *chosen.claims)
    heads = {(entry.get("dateline"), entry.get("dateline_basis")) for entry in entries}
    if len(heads) != 1:
        return {}
    dateline, basis = heads.pop()
    return given(dateline=dateline, dateline_basis=basis)


def _collection(chosen: Chosen, texts: Texts) -> Json:
    about = chosen.collection
    said = about.get("texts", {})
    return given(
        title=texts(said.get("title")) or about["title"],
        description=texts(said.get("description")),
        covers=texts(said.get("covers")),
        missing=about.get("missing"),
        licence=about.get("licence"),
        version=about.get("version"),
        note=about.get("note"),
    )


def _source(source: Fact) -> Json:
    kind = source.get("kind") if source.get("kind") != "webpage" else None
    plain = {name: source.get(name) for name in ("publisher", "author")}
    later = {name: source.get(name) for name in ("url", "archived")}
    return given(
        id=source["id"],
        title=source.get("title"),
        kind=kind,
        **plain,
        issued=_date(source.get("issued_date")),
        **later,
        accessed=_date(source.get("accessed_date")),
        lang=source.get("lang"),
        note=source.get("note"),
    )


def _organisation(fact: Fact, texts: Texts) -> Json:
    return given(
        id=fact["id"],
        name=texts(fact.get("names")),
        short=fact.get("short"),
        aliases=fact.get("aliases"),
        kind=fact["kind"] if fact["kind"] != "igo" else None,
        codes=dict(fact.get("codes", ())),
        during=_date(fact.get("during")),
        sources=_cited(fact),
        note=fact.get("note"),
    )


def _person(fact: Fact, texts: Texts) -> Json:
    offices = [
        given(title=texts(office.get("title")), actor=office.get("actor"), during=_date(office.get("during")))
        for office in fact.get("offices", ())
    ]
    return given(
        id=fact["id"],
        name=texts(fact.get("names")),
        aliases=fact.get("aliases"),
        offices=offices,
        codes=dict(fact.get("codes", ())),
        sources=_cited(fact),
        note=fact.get("note"),
    )


def _event(row: Fact, texts: Texts, present: set[str]) -> Json:
    date = row.get("date")
    relations = [{"kind": kind, "event": event} for kind, event in row.get("relations", ()) if event in present]
    return given(
        id=row["id"],
        title=texts(words_of(row, "title", "titles")),
        type=row["type"],
        status=row["state"] if row["state"] != "occurred" else None,
        date=_date(date, row.get("as_written")) if date else "unknown",
        place=row.get("site"),
        part_of=row.get("part_of") if row.get("part_of") in present else None,
        participants=[_participant(part) for part in row.get("participants", ())],
        relations=relations,
        organisations=row.get("organisations"),
        mentions=row.get("mentions"),
        summary=texts(words_of(row, "summary", "summaries")),
        tags=row.get("tags"),
        plover=row.get("plover"),
        cameo=row.get("cameo"),
        confidence=row.get("confidence"),
        sources=_cited(row),
        accounts=_accounts(row),
        note=row.get("note"),
    )


def _participant(part: Fact) -> object:
    """A participant; the actor alone where no more is said."""
    said = given(
        actor=part["actor"],
        **{name: part.get(name) for name in ("person", "office")},
        role=part["role"] if part["role"] != "participant" else None,
        status=part["status"] if part["status"] != "unknown" else None,
        **{name: part.get(name) for name in ("represented_by", "reason", "announced_by", "basis")},
        sources=_cited(part),
        note=part.get("note"),
    )
    return said if len(said) > 1 else part["actor"]


def _membership(fact: Fact) -> Json:
    layers = [
        given(
            kind=layer["kind"],
            by=layer.get("by"),
            during=_date(layer["during"]),
            sources=_cited(layer),
            note=layer.get("note"),
        )
        for layer in fact.get("restrictions", ())
    ]
    return given(
        **{name: fact[name] for name in ("id", "actor", "organisation", "kind")},
        founder=fact.get("founder"),
        during=_date(fact["during"]),
        end_reason=fact.get("end_reason"),
        status=fact["status"] if fact["status"] != "occurred" else None,
        restrictions=layers,
        confidence=fact.get("confidence"),
        sources=_cited(fact),
        accounts=_accounts(fact),
        note=fact.get("note"),
    )


def _claim(claim: Fact, texts: Texts) -> Json:
    return given(
        **{name: claim.get(name) for name in ("id", "speaker", "speaker_actor", "said_at")},
        said_on=_date(claim.get("said_on_date")),
        measure=claim.get("measure"),
        parties=claim.get("parties"),
        comparator=claim.get("comparator"),
        value=claim.get("amount"),
        unit=claim.get("unit"),
        period=_date(claim.get("period")),
        quote=claim.get("quote"),
        text=texts(words_of(claim, "text", "texts")),
        confidence=claim.get("confidence"),
        sources=_cited(claim),
        accounts=_accounts(claim),
        note=claim.get("note"),
    )


def _accounts(entry: Fact) -> list[Json]:
    return [
        given(
            attribute=account["attribute"],
            value=account.get("value") if account.get("value") != _phrase(account.get("date")) else None,
            date=_date(account.get("date")),
            sources=_cited(account),
            preferred=account.get("preferred"),
            reason=account.get("reason"),
        )
        for account in entry.get("accounts", ())
    ]


def _cited(entry: Fact) -> list[object]:
    """The citations; the source's id alone where no more is said."""
    return [citation if len(citation) > 1 else citation["source"] for citation in entry.get("citations", ())]


def _phrase(sent: Fact | str | None) -> str | None:
    """The words of a date: an account that gives only a date has them as its value."""
    date = opened(sent)
    return (date.get("as_written") or edtf(date)) if date else None


def _date(sent: Fact | str | None, as_written: str | None = None) -> object:
    """The EDTF text of a date; a mapping where there is more to say."""
    date = opened(sent)
    if date is None:
        return None
    text, lang = edtf(date), date.get("lang")
    more = given(
        as_written=date.get("as_written") or as_written or (text if lang else None),
        basis=date.get("basis"),
        base=date.get("base"),
        lang=lang,
        zone=date.get("zone") if date.get("zone") != _offset(date) else None,
    )
    return {"text": text, **more} if more else text


def _offset(date: Fact) -> str | None:
    """The zone that the EDTF text itself names: that of its first end with an offset."""
    offsets = [time[3] for side in sides(date) if (time := clock(side)) and time[3]]
    return None if not offsets else "UTC" if offsets[0] == "Z" else offsets[0]

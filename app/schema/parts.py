"""The field table, first half: the small records that stand inside others.

In: kinds and the model. Out: one `Record` each for dates, places, citations, accounts, offices and their like.
"""

from __future__ import annotations

from app.dates import Basis
from app.model import (
    Account,
    Citation,
    ImposedBy,
    Office,
    Participation,
    Place,
    Relation,
    RelationKind,
    Restriction,
    RestrictionKind,
    Role,
    Status,
)
from app.schema.kinds import (
    Choice,
    Date,
    Day,
    Degrees,
    Field,
    Flag,
    Form,
    Line,
    Many,
    Nested,
    Record,
    Reference,
    Words,
    Zone,
)
from app.schema.making import complete_account
from app.schema.vocabulary import PLOVER_TYPES

SLUG = Form(
    r"(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*",
    "an id",
    "E208",
    "Write at most 80 small letters a-z, digits and single hyphens, such as {suggestion}.",
)
LANGUAGE = Form(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "a language code", "E211", "Write a code such as en, ru or zh-Hant.")
WIKIDATA = Form(r"Q[1-9][0-9]*", "a Wikidata id", "E211", "Write Q and a number, such as Q656.")


def id_field(example: str, *, required: bool = True, default: str = "") -> Field:
    """The field `id` of an entry."""
    help_text = (
        "Its name in addresses and references, unique in all files. Never change it once others may have used it."
    )
    return Field("id", SLUG, help_text, example, required=required, vital=True, default=default)


DATE = Record(
    "date",
    "A date with more to say than the phrase. A phrase alone is enough in most cases: see [dates](dates.md).",
    dict,
    (
        Field("text", Line(), "The phrase, in the source's own words.", "two days later", required=True),
        Field(
            "basis",
            Choice.of(Basis),
            "On what ground the date stands.",
            "external",
            default="`stated`, or `dateline` where the phrase needs the dateline",
        ),
        Field(
            "after",
            Reference("event"),
            "The event that a phrase such as `two days later` counts from.",
            "test-summit-2025",
            vital=True,
        ),
        Field("lang", LANGUAGE, "The language of the phrase.", "ru", default="the file's languages", vital=True),
        Field(
            "as_written",
            Line(),
            "The source's own words, where `text` is what was read from them. `lang` is then their language.",
            "Monday",
            default="the phrase",
        ),
        Field(
            "base",
            Day(),
            "The day that those words count from.",
            "2025-12-22",
            default="the dateline or the event that the phrase counts from",
        ),
        Field("zone", Zone(), "The time zone whose offset the time in `text` has.", "Europe/Moscow"),
    ),
)

CITATION = Record(
    "citation",
    "Who says so. The id of a source alone is enough; a mapping adds the words and where in it they stand.",
    Citation,
    (
        Field(
            "source", Reference("source"), "The id of a source declared under `sources`.", "cis-article", required=True
        ),
        Field(
            "quote",
            Line(),
            "The source's words; `...` for words left out. Where the source has a local `text`, they must occur in it.",
            '"Putin later met with Armenian Prime Minister"',
        ),
        Field("locator", Line(), "Where in the source: a page, a paragraph, a minute.", "para. 7"),
    ),
)


def sources_field(extra: str = "") -> Field:
    """The field `sources`, which many records have; `extra` is a further sentence of help."""
    help_text = f"Who says so: ids of sources, or mappings with a quote.{extra}"
    return Field("sources", Many(Nested(CITATION, "source")), help_text, "[cis-article]", attribute="citations")


def note_field() -> Field:
    """The field `note`, which many records have."""
    return Field("note", Line(), "A remark for readers.", "The source names no hour.")


PLACE = Record(
    "place",
    "Where it happened, as far as the source says. A text alone is the city.",
    Place,
    (
        Field("venue", Line(), "The building or spot.", "State Hermitage Museum"),
        Field("city", Line(), "The town.", "Saint Petersburg"),
        Field("country", Reference("country"), "The country, by name or code.", "Russia"),
        Field("lat", Degrees(90), "Latitude in decimal degrees, WGS 84.", "59.94"),
        Field("lon", Degrees(180), "Longitude in decimal degrees, WGS 84.", "30.31"),
        Field("wikidata", WIKIDATA, "The place's Wikidata id.", "Q656"),
    ),
)

ACCOUNT = Record(
    "account",
    "What another source says about one attribute; kept beside what the entry itself says.",
    Account,
    (
        Field("attribute", Line(), "What it is about: date, place, participants, reason ...", "place", required=True),
        Field(
            "value",
            Line(),
            "What the source says.",
            "Minsk",
            default="the phrase of `date`",
            vital=True,
        ),
        Field(
            "date", Date(), "The date that the source gives, when the attribute is a date.", "1991-12-08", vital=True
        ),
        sources_field(),
        Field("preferred", Flag(), "Whether the entry itself follows this account.", "true", default="false"),
        Field("reason", Line(), "Why it is preferred, or why it is not.", "The signed text names the place."),
    ),
    complete_account,
    any_of=("value", "date"),
)


def accounts_field() -> Field:
    """The field `accounts`, which entries have."""
    return Field("accounts", Many(Nested(ACCOUNT)), "What other sources say.", "[{attribute: place, value: Minsk}]")


RELATION = Record(
    "relation",
    "How this event stands to another.",
    Relation,
    (
        Field("kind", Choice.of(RelationKind), "How.", "about", required=True),
        Field("event", Reference("event"), "The id of the other event.", "test-summit-2025", required=True),
    ),
)

PARTICIPANT = Record(
    "participant",
    "One actor in the event: in what capacity, and whether it came. A name or code alone says neither.",
    Participation,
    (
        Field(
            "actor",
            Reference("actor"),
            "Who: a country by name or code, or what you declared.",
            "Armenia",
            required=True,
        ),
        Field(
            "person",
            Reference("person"),
            "Who came, or spoke, for it, or was expected and did not come: declared under `people`.",
            "nikol-pashinyan",
        ),
        Field(
            "office",
            Line(),
            "The person's office at the time. Write it here, too: it is not taken from `people`.",
            "Prime Minister",
        ),
        Field(
            "role", Choice.of(Role), "In what capacity. Says nothing about presence.", "guest", default="participant"
        ),
        Field(
            "status",
            Choice.of(Status),
            "Whether it took part. What the source does not say stays `unknown`.",
            "attended",
            default="unknown",
            vital=True,
        ),
        Field("represented_by", Line(), "Who came instead: in words, or one of `people`.", "the foreign minister"),
        Field("reason", Line(), "Why it did not come, as given.", "busy work schedule"),
        Field("announced_by", Line(), "Who said so.", "the presidential administration"),
        Field(
            "basis",
            Choice(("stated", "inferred", "external")),
            "On what ground role and status stand.",
            "inferred",
            default="`stated`",
        ),
        sources_field(),
        note_field(),
    ),
)

PLOVER = Record(
    "PLOVER code",
    "The event in PLOVER's terms.",
    lambda **values: tuple(values.items()),
    (
        Field("type", Choice(PLOVER_TYPES), "One of PLOVER's sixteen types.", "CONSULT", required=True),
        Field("mode", Line(), "PLOVER's mode.", "visit"),
        Field("context", Line(), "PLOVER's context.", "diplomatic"),
    ),
)

RESTRICTION = Record(
    "restriction",
    "A layer on a membership, which goes on under it.",
    Restriction,
    (
        Field("kind", Choice.of(RestrictionKind), "What is suspended.", "participation_suspended", required=True),
        Field("during", Date(), "Since when, until when.", "since 2022", required=True),
        Field("by", Choice.of(ImposedBy), "Who suspended it.", "self"),
        sources_field(),
        note_field(),
    ),
)

OFFICE = Record(
    "office",
    "An office that a person holds or held.",
    Office,
    (
        Field("title", Words(), "What the office is called.", "Prime Minister", required=True),
        Field("actor", Reference("actor"), "The state or organisation that it belongs to.", "Armenia"),
        Field("during", Date(), "The term.", "since 2018-05-08"),
    ),
)

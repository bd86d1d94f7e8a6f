"""The field table, second part: what is declared for others to refer to: sources, organisations, people.

In: kinds and the small records. Out: one `Record` each.
"""

from __future__ import annotations

from app.model import (
    Actor,
    ActorKind,
    Source,
)
from app.schema.kinds import (
    Choice,
    Codes,
    Date,
    Field,
    Form,
    Line,
    Many,
    Nested,
    Record,
    Words,
)
from app.schema.making import complete_organisation, complete_person
from app.schema.parts import (
    LANGUAGE,
    OFFICE,
    id_field,
    note_field,
    sources_field,
)
from app.schema.vocabulary import SOURCE_KINDS

URL = Form(
    r"https?://[^\s<>\"]+", "a web address", "E209", "Write a whole address that begins with https:// or http://."
)
LOCAL_PATH = Form(
    r"[^\\:*?\"<>|]+", "a path", "E213", "Write a path relative to the events folder, such as sources/article.txt."
)


def codes_field() -> Field:
    """The field `codes`."""
    return Field("codes", Codes(), "Its codes elsewhere, by scheme.", "{wikidata: Q7779}")


def aliases_field() -> Field:
    """The field `aliases`."""
    help_text = "Other names by which the files may call it."
    return Field("aliases", Many(Line()), help_text, "[The Commonwealth]")


SOURCE = Record(
    "source",
    "Something that can be cited. Fields after CSL 1.0.2.",
    Source,
    (
        id_field("cis-article"),
        Field("title", Line(), "Its title.", "Putin holds bilateral talks", required=True),
        Field("kind", Choice(SOURCE_KINDS), "A CSL item type.", "article-newspaper", default="webpage"),
        Field("publisher", Line(), "Who published it.", "Test Press"),
        Field("author", Line(), "Who wrote it.", "A. Writer"),
        Field("issued", Date(), "When it was published.", "2025-12-22"),
        Field("url", URL, "Its address.", "https://example.org/article"),
        Field("archived", URL, "The address of an archived copy.", "https://archive.example.org/article"),
        Field("accessed", Date(), "When you read it.", "2026-01-05"),
        Field("lang", LANGUAGE, "Its language.", "en"),
        note_field(),
        Field(
            "text",
            LOCAL_PATH,
            "A copy of its text (UTF-8) in the events folder. Quotes are then looked up in it.",
            "sources/article.txt",
        ),
    ),
)

ORGANISATION = Record(
    "organisation",
    "An organisation, agency or group that can act. Countries are known and need no entry.",
    Actor,
    (
        id_field("cis"),
        Field("name", Words(), "Its name.", "Commonwealth of Independent States", required=True, attribute="names"),
        Field("short", Line(), "Its short name, for narrow places.", "CIS"),
        aliases_field(),
        Field(
            "kind",
            Choice(("igo", "agency", "group"), ActorKind),
            "igo: founded by states; agency: part of a state or organisation; group: others that act together.",
            "igo",
            default="igo",
        ),
        codes_field(),
        Field("during", Date(), "From its founding to its end.", "1991-12-08/.."),
        sources_field(),
        note_field(),
    ),
    complete_organisation,
)

PERSON = Record(
    "person",
    "A person who speaks or comes for an actor.",
    Actor,
    (
        id_field("nikol-pashinyan"),
        Field("name", Words(), "The name.", "Nikol Pashinyan", required=True, attribute="names"),
        aliases_field(),
        Field(
            "offices",
            Many(Nested(OFFICE)),
            "Offices with their terms, as far as a source gives them.",
            "[{title: Prime Minister, actor: Armenia}]",
        ),
        codes_field(),
        sources_field(),
        note_field(),
    ),
    complete_person,
)

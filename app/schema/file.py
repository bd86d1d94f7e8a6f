"""The field table, last part: the file that holds the entries.

In: all records. Out: `FILE`, from which every other record can be reached.
"""

from __future__ import annotations

from dataclasses import replace

from app.model import (
    Collection,
)
from app.schema.declared import ORGANISATION, PERSON, SOURCE
from app.schema.entries import CLAIM, CONFIDENCE, EVENT, MEMBERSHIP, ORGANISATIONS, PLACE_FIELD, STATUS, TAGS, TYPE
from app.schema.kinds import (
    Choice,
    Day,
    Field,
    Kind,
    Line,
    Many,
    Nested,
    Record,
    Words,
    Zone,
)
from app.schema.parts import (
    LANGUAGE,
    note_field,
    sources_field,
)

VERSION = "sidelines/1"

COLLECTION = Record(
    "collection",
    "What the whole folder is. In one file only.",
    Collection,
    (
        Field("title", Words(), "The title of the page.", "The CIS since 1991", required=True),
        Field("description", Words(), "What it shows.", "Who met whom since 1991."),
        Field("covers", Words(), "By what rule things are in it: period, actors, types.", "Summits from 1991 to 2025."),
        Field("missing", Many(Line()), "What is known to be missing.", "[Attendance lists before 2005]"),
        Field("licence", Line(), "The terms of the data, best as an SPDX id.", "CC-BY-4.0"),
        Field("version", Line(), "The version of the collection.", "1.0"),
        note_field(),
    ),
)

# The defaults of a file are fields of its events (`sources` also of memberships and claims), none of them required.
DEFAULTS = Record(
    "set of defaults",
    "What holds for every event of the file that does not say otherwise. A value in the event replaces it whole.",
    dict,
    (
        replace(TYPE, required=False),
        STATUS,
        PLACE_FIELD,
        ORGANISATIONS,
        TAGS,
        CONFIDENCE,
        sources_field(" Also for memberships and claims."),
    ),
)


def _list(name: str, record: Record, help_text: str) -> Field:
    return Field(name, Many(Nested(record), entries=True), help_text, "")


_LANGUAGES: Kind = Many(LANGUAGE)

FILE = Record(
    "file",
    "One file of a collection: a YAML mapping. All files of the folder are one collection.",
    dict,
    (
        Field("schema", Choice((VERSION,)), "The version of this format; the first line.", VERSION, required=True),
        Field("dateline", Day(), "The day the text speaks from: the base of `Monday` or `last year`.", "2025-12-22"),
        Field(
            "dateline_basis",
            Choice(("stated", "external")),
            "Whether the text states its dateline, or you supply it.",
            "external",
            default="stated",
        ),
        Field(
            "lang",
            _LANGUAGES,
            "The languages of texts and dates; the first is that of plain texts.",
            "en",
            default="en",
        ),
        Field(
            "date_order",
            Choice(("DMY", "MDY", "YMD")),
            "The order of all-numeric dates such as 04/05/2022, which are refused without it.",
            "DMY",
        ),
        Field("timezone", Zone(), "The zone of times without one; they stay without one otherwise.", "Europe/Moscow"),
        Field("defaults", Nested(DEFAULTS), DEFAULTS.help, "{type: bilateral_meeting, sources: [cis-article]}"),
        Field("collection", Nested(COLLECTION), COLLECTION.help, "{title: The CIS since 1991}"),
        _list("sources", SOURCE, "What the entries cite."),
        _list("organisations", ORGANISATION, "The organisations that the files speak of."),
        _list("people", PERSON, "The people that the files speak of."),
        _list("events", EVENT, "What happened."),
        _list("memberships", MEMBERSHIP, "Who belongs to what, and since when."),
        _list("claims", CLAIM, "Who says what."),
    ),
)

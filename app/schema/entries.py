"""The field table, third part: events, memberships and claims.

In: kinds and the small records. Out: one `Record` each.
"""

from __future__ import annotations

from app.model import (
    Claim,
    Comparator,
    Confidence,
    EndReason,
    Event,
    EventStatus,
    EventType,
    Membership,
    MembershipKind,
)
from app.schema.kinds import (
    Choice,
    Date,
    Field,
    Flag,
    Form,
    Line,
    Many,
    Nested,
    Record,
    Reference,
    Words,
)
from app.schema.making import complete_membership
from app.schema.parts import (
    PARTICIPANT,
    PLACE,
    PLOVER,
    RELATION,
    RESTRICTION,
    accounts_field,
    id_field,
    note_field,
    sources_field,
)

CAMEO = Form(r"[0-9]{2,4}", "a CAMEO code", "E211", "Write two to four digits, such as 042.")
DECIMAL = Form(
    r"[+-]?[0-9]+(\.[0-9]+)?", "a decimal number", "E210", "Write digits and at most one point, such as {suggestion}."
)


TYPE = Field("type", Choice.of(EventType), "What kind of event it is.", "summit", required=True)
STATUS = Field("status", Choice.of(EventStatus), "Whether it took place.", "planned", vital=True, default="occurred")
PLACE_FIELD = Field("place", Nested(PLACE, "city"), "Where.", "Saint Petersburg")
ORGANISATIONS = Field("organisations", Many(Reference("organisation")), "The organisations whose event it is.", "[cis]")
TAGS = Field("tags", Many(Line()), "Your own keywords.", "[trade, energy]")
CONFIDENCE = Field("confidence", Choice.of(Confidence), "How sure you are.", "high")

EVENT = Record(
    "event",
    "What happened, when, who took part, and who says so.",
    Event,
    (
        id_field("test-summit-2025"),
        Field("title", Words(), "A short title.", "CIS informal summit", required=True),
        TYPE,
        Field(
            "date",
            Date(may_be_unknown=True),
            "When: as precisely as the source says, no more. `unknown` where no source says.",
            "22 December 2025",
            required=True,
        ),
        PLACE_FIELD,
        Field(
            "participants",
            Many(Nested(PARTICIPANT, "actor")),
            "Who belongs to it, also those who did not come.",
            "[Armenia, {actor: Azerbaijan, status: absent}]",
        ),
        Field("part_of", Reference("event"), "The event that this one is a part of.", "test-summit-2025"),
        Field(
            "relations", Many(Nested(RELATION)), "How it stands to others.", "[{kind: about, event: test-summit-2025}]"
        ),
        ORGANISATIONS,
        Field("mentions", Many(Reference("actor")), "Who is only spoken of. Not a participant.", "[Azerbaijan]"),
        STATUS,
        Field("summary", Words(), "What happened, in a few sentences.", "Informal talks of the heads of state."),
        TAGS,
        Field("plover", Nested(PLOVER, "type"), "The event in PLOVER's terms.", "{type: CONSULT, mode: multilateral}"),
        Field("cameo", CAMEO, "The event's CAMEO code.", "042"),
        CONFIDENCE,
        sources_field(" An event without any is a warning."),
        accounts_field(),
        note_field(),
    ),
)

MEMBERSHIP = Record(
    "membership",
    "An actor in an organisation, with its layers.",
    Membership,
    (
        id_field("cis-mda", required=False, default="organisation, actor and kind: `cis-mda-full`"),
        Field("actor", Reference("actor"), "Who.", "Moldova", required=True),
        Field("organisation", Reference("organisation"), "In what.", "cis", required=True),
        Field("kind", Choice.of(MembershipKind), "As what.", "full", required=True),
        Field("founder", Flag(), "Whether it was there from the founding.", "true", default="false"),
        Field(
            "during",
            Date(may_be_unstated=True),
            "From accession to withdrawal. `unknown` where no source gives either.",
            "1994/..",
            required=True,
        ),
        Field("end_reason", Choice.of(EndReason), "Why it ended.", "withdrew"),
        Field(
            "status",
            Choice((EventStatus.OCCURRED, EventStatus.PLANNED, EventStatus.DISPUTED), EventStatus),
            "Whether it held.",
            "disputed",
            vital=True,
            default="occurred",
        ),
        Field(
            "restrictions",
            Many(Nested(RESTRICTION)),
            "Suspensions: layers on the membership, which goes on under them.",
            "[{kind: participation_suspended, by: self, during: since 2022}]",
        ),
        CONFIDENCE,
        sources_field(),
        accounts_field(),
        note_field(),
    ),
    complete_membership,
)

CLAIM = Record(
    "claim",
    "What somebody says: a figure, or an assertion. It is never made a fact.",
    Claim,
    (
        id_field("trade-ru-am-2024"),
        Field(
            "speaker", Reference("actor"), "Who says it: a person, a country, an organisation.", "Russia", required=True
        ),
        Field("speaker_actor", Reference("actor"), "For whom a person speaks.", "Russia"),
        Field("said_at", Reference("event"), "The event at which it was said.", "test-summit-2025"),
        Field("said_on", Date(), "The day on which it was said, where there is no such event.", "2025-12-22"),
        Field("measure", Line(), "What it is about.", "trade turnover", required=True),
        Field("parties", Many(Reference("actor")), "Between whom, or of whom.", "[Russia, Armenia]"),
        Field("comparator", Choice.of(Comparator), "How the value is meant.", "gt", vital=True),
        Field("value", DECIMAL, "The number, written out, without `billion` and commas.", '"11000000000"', vital=True),
        Field("unit", Line(), "An ISO 4217 currency code, in capitals, or a UCUM-like unit.", "USD", vital=True),
        Field("period", Date(), "The time that the value is about.", "2024", vital=True),
        Field("quote", Line(), "The words.", '"exceeded $11 billion in 2024"'),
        Field("text", Words(), "The assertion in your words, where there is no number.", "Relations are good."),
        CONFIDENCE,
        sources_field(),
        accounts_field(),
        note_field(),
    ),
    any_of=("value", "quote", "text"),
    needs=(("comparator", "value"), ("unit", "value")),
)

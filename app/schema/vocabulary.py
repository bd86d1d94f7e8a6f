"""The words that the format knows, each with its meaning and its neighbours in other vocabularies.

In: the enums of the model. Out: tables for the docs page. PLOVER is meant after its manual of 2021, CAMEO after the
codebook 1.1b3; both columns are for orientation, nothing is computed from them.
"""

from __future__ import annotations

from enum import StrEnum

from app.dates import Basis
from app.model import (
    Comparator,
    Confidence,
    EndReason,
    EventStatus,
    EventType,
    ImposedBy,
    MembershipKind,
    RelationKind,
    RestrictionKind,
    Role,
    Status,
)

# The sixteen event types of PLOVER.
PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

# Item types of CSL 1.0.2, appendix III, as far as they can be a source of events.
SOURCE_KINDS = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "figure", "graphic",
    "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture", "pamphlet",
    "paper-conference", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "speech", "standard", "thesis", "treaty", "webpage",
)  # fmt: skip

# type -> what it means, PLOVER type (mode), CAMEO root or code
EVENT_TYPES: dict[EventType, tuple[str, str, str]] = {
    EventType.SUMMIT: ("Heads of state or government of three or more states meet.", "CONSULT (multilateral)", "040"),
    EventType.MULTILATERAL_MEETING: ("Three or more states meet below that level.", "CONSULT (multilateral)", "040"),
    EventType.BILATERAL_MEETING: ("Two states meet, wherever it is.", "CONSULT (visit, third-party)", "042-044"),
    EventType.VISIT: ("One state's representative goes to another.", "CONSULT (visit)", "042/043"),
    EventType.PHONE_CALL: ("Representatives talk by telephone or video.", "CONSULT (phone)", "041"),
    EventType.NEGOTIATION: ("Parties bargain over terms.", "CONSULT", "046"),
    EventType.MEDIATION: ("A third party brings others together.", "CONSULT", "045"),
    EventType.AGREEMENT_SIGNED: ("A treaty, protocol or declaration is signed.", "SUPPORT", "057"),
    EventType.AGREEMENT_IN_FORCE: ("A signed agreement takes effect.", "SUPPORT", "057"),
    EventType.ORGANISATION_FOUNDED: ("An organisation comes into being.", "SUPPORT", "057"),
    EventType.ORGANISATION_DISSOLVED: ("An organisation ends.", "RETREAT", ""),
    EventType.STATE_DISSOLVED: ("A state ends.", "", ""),
    EventType.ACCESSION: ("A state joins an organisation.", "SUPPORT", "057"),
    EventType.WITHDRAWAL_ANNOUNCED: ("A member says that it will leave.", "SANCTION (withdraw)", "160"),
    EventType.WITHDRAWAL: ("A member has left.", "SANCTION (withdraw)", "161"),
    EventType.PARTICIPATION_SUSPENDED: ("A member stays away of its own will.", "SANCTION (withdraw)", "161"),
    EventType.MEMBERSHIP_SUSPENDED: ("The organisation suspends a member.", "SANCTION (expel)", "160"),
    EventType.EXPULSION: ("The organisation puts a member out.", "SANCTION (expel)", "160"),
    EventType.READMISSION: ("A former or suspended member is back.", "SUPPORT", "057"),
    EventType.MEETING_ANNOUNCED: ("Someone says that a meeting will take place.", "AGREE", "036"),
    EventType.ABSENCE_ANNOUNCED: ("Someone says that a party will not come.", "", ""),
    EventType.STATEMENT: ("Someone says something worth a place of its own.", "", "01x"),
    EventType.DECISION: ("A body or a state decides.", "", ""),
    EventType.COOPERATION: ("Parties do something together.", "COOPERATE", "06x"),
    EventType.SANCTIONS: ("Measures against a state or persons.", "SANCTION (discontinue)", "163"),
    EventType.EMBARGO: ("Trade in something is forbidden.", "SANCTION (discontinue)", "163"),
    EventType.ATTACK: ("Violence.", "ASSAULT", "18-20"),
    EventType.INVESTIGATION: ("An authority looks into something.", "ACCUSE (investigate)", "090"),
    EventType.OTHER: ("None of these.", "", ""),
}

# enum -> word -> what it means; shown beside the choice in the docs. By enum, since one word may stand in two of them.
MEANINGS: dict[type[StrEnum], dict[str, str]] = {
    Basis: {
        Basis.STATED: "The source gives it.",
        Basis.DATELINE: "Worked out from the day that the text speaks from.",
        Basis.INFERRED: "Worked out from other events.",
        Basis.EXTERNAL: "Supplied by you.",
    },
    EventStatus: {
        EventStatus.OCCURRED: "It took place.",
        EventStatus.PLANNED: "It is announced and has not taken place yet.",
        EventStatus.ONGOING: "It has begun and goes on.",
        EventStatus.CANCELLED: "It was announced and will not take place.",
        EventStatus.POSTPONED: "It was announced and will take place later.",
        EventStatus.REPORTED: "A source passes it on from somebody else.",
        EventStatus.DISPUTED: "Sources disagree on whether it took place.",
    },
    Role: {
        Role.PARTICIPANT: "Took part, or was named as a party; no more is known.",
        Role.HOST: "Received the others. A host can be absent.",
        Role.CHAIR: "Led the meeting.",
        Role.GUEST: "Invited without being a member.",
        Role.MEMBER: "There as a member of the organisation.",
        Role.OBSERVER: "There as an observer.",
        Role.MEDIATOR: "Brought the others together.",
        Role.SIGNATORY: "Signed.",
        Role.SPEAKER: "Said it.",
        Role.ORGANISER: "Arranged it without receiving the others.",
        Role.TARGET: "It was directed at it, or befell it.",
    },
    Status: {
        Status.ATTENDED: "Was there.",
        Status.ABSENT: "Was expected and was not there.",
        Status.VIRTUAL: "Took part by video.",
        Status.REPRESENTED: "Sent somebody of lower rank; say whom in `represented_by`.",
        Status.INVITED: "Was invited; whether it came is not stated.",
        Status.DECLINED: "Was invited and said no.",
        Status.EXPELLED: "Was put out and so not there.",
        Status.SUSPENDED: "Is suspended and so not there.",
        Status.UNKNOWN: "The source names it and does not say whether it was there.",
    },
    MembershipKind: {
        MembershipKind.FULL: "A full member.",
        MembershipKind.ASSOCIATE: "An associate member.",
        MembershipKind.OBSERVER: "An observer.",
        MembershipKind.CANDIDATE: "On the way to membership.",
        MembershipKind.DIALOGUE_PARTNER: "A partner without membership.",
    },
    RestrictionKind: {
        RestrictionKind.PARTICIPATION_SUSPENDED: "The member does not take part in meetings and stays a member.",
        RestrictionKind.MEMBERSHIP_SUSPENDED: "The membership rests.",
        RestrictionKind.VOTING_SUSPENDED: "The member does not vote.",
    },
    ImposedBy: {
        ImposedBy.SELF: "By the member itself.",
        ImposedBy.ORGANISATION: "By the organisation.",
    },
    EndReason: {
        EndReason.WITHDREW: "The member left.",
        EndReason.EXPELLED: "The member was put out.",
        EndReason.DISSOLVED: "The organisation or the member ceased to exist.",
    },
    Comparator: {
        Comparator.EQ: "Exactly the value.",
        Comparator.GT: "More than the value.",
        Comparator.GE: "The value or more.",
        Comparator.LT: "Less than the value.",
        Comparator.LE: "The value or less.",
        Comparator.APPROX: "About the value.",
        Comparator.ALMOST: "A little less than the value.",
    },
    RelationKind: {
        RelationKind.FOLLOWS: "This event comes after that one and has to do with it.",
        RelationKind.PRECEDES: "This event comes before that one and has to do with it.",
        RelationKind.ABOUT: "This event is about that one.",
        RelationKind.RESPONSE_TO: "This event answers that one.",
        RelationKind.SAME_AS: "Both entries describe one event.",
        RelationKind.CONTRADICTS: "Both entries cannot be true.",
    },
    Confidence: {
        Confidence.LOW: "A weak or single source.",
        Confidence.MEDIUM: "News or an indirect source.",
        Confidence.HIGH: "An official record, or several independent sources.",
    },
}

# What people write for a field -> the fields that may be meant; the first that the record has is suggested.
OTHER_WORDS: dict[str, tuple[str, ...]] = {
    "about": ("attribute", "measure"),
    "abbreviation": ("short",),
    "address": ("url", "venue"),
    "amount": ("value",),
    "attendance": ("status",),
    "attendees": ("participants",),
    "authors": ("author",),
    "building": ("venue",),
    "by": ("author", "speaker"),
    "category": ("type", "kind"),
    "citation": ("sources",),
    "countries": ("participants", "parties"),
    "country": ("actor",),
    "date": ("during", "issued", "said_on", "period"),
    "day": ("date", "said_on"),
    "description": ("summary", "text", "note"),
    "end": ("during", "date", "text"),
    "from": ("during", "date", "text"),
    "headline": ("title",),
    "kind": ("type",),
    "label": ("title", "name"),
    "language": ("lang",),
    "latitude": ("lat",),
    "link": ("url", "sources"),
    "links": ("sources",),
    "lng": ("lon",),
    "location": ("place", "venue"),
    "longitude": ("lon",),
    "name": ("title", "actor"),
    "organizations": ("organisations",),
    "page": ("locator",),
    "parent": ("part_of",),
    "party": ("actor",),
    "place": ("city",),
    "published": ("issued",),
    "quote": ("sources",),
    "quotes": ("sources",),
    "reference": ("sources", "source"),
    "references": ("sources",),
    "retrieved": ("accessed",),
    "since": ("during", "date", "text"),
    "start": ("during", "date", "text"),
    "state": ("actor", "country"),
    "term": ("during",),
    "text": ("summary", "quote"),
    "time": ("date",),
    "to": ("during", "date", "text"),
    "title": ("name", "office"),
    "town": ("city",),
    "type": ("kind",),
    "until": ("during", "date", "text"),
    "version": ("schema",),
    "when": ("date", "during", "said_on"),
    "where": ("place", "locator"),
    "website": ("url",),
    "who": ("participants", "person", "speaker"),
    "why": ("reason",),
    "within": ("part_of",),
}

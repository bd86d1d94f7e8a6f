"""The closed vocabularies of the facts: one word, one meaning.

In: nothing. Out: enumerations whose values are the words of the event files.
"""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """What happened. PLOVER and CAMEO equivalents are in the docs of the event format."""

    SUMMIT = "summit"
    MULTILATERAL_MEETING = "multilateral_meeting"
    BILATERAL_MEETING = "bilateral_meeting"
    VISIT = "visit"
    PHONE_CALL = "phone_call"
    NEGOTIATION = "negotiation"
    MEDIATION = "mediation"
    AGREEMENT_SIGNED = "agreement_signed"
    AGREEMENT_IN_FORCE = "agreement_in_force"
    ORGANISATION_FOUNDED = "organisation_founded"
    ORGANISATION_DISSOLVED = "organisation_dissolved"
    STATE_DISSOLVED = "state_dissolved"
    ACCESSION = "accession"
    WITHDRAWAL_ANNOUNCED = "withdrawal_announced"
    WITHDRAWAL = "withdrawal"
    PARTICIPATION_SUSPENDED = "participation_suspended"
    MEMBERSHIP_SUSPENDED = "membership_suspended"
    EXPULSION = "expulsion"
    READMISSION = "readmission"
    MEETING_ANNOUNCED = "meeting_announced"
    ABSENCE_ANNOUNCED = "absence_announced"
    STATEMENT = "statement"
    DECISION = "decision"
    COOPERATION = "cooperation"
    SANCTIONS = "sanctions"
    EMBARGO = "embargo"
    ATTACK = "attack"
    INVESTIGATION = "investigation"
    OTHER = "other"


class EventStatus(StrEnum):
    """Whether it happened."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    ONGOING = "ongoing"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    REPORTED = "reported"
    DISPUTED = "disputed"


class Role(StrEnum):
    """In what capacity an actor belongs to an event; independent of whether it came."""

    PARTICIPANT = "participant"
    HOST = "host"
    CHAIR = "chair"
    GUEST = "guest"
    MEMBER = "member"
    OBSERVER = "observer"
    MEDIATOR = "mediator"
    SIGNATORY = "signatory"
    SPEAKER = "speaker"
    ORGANISER = "organiser"
    TARGET = "target"


class Status(StrEnum):
    """Whether an actor took part. UNKNOWN (the default): the source names it, not its presence."""

    ATTENDED = "attended"
    ABSENT = "absent"
    VIRTUAL = "virtual"
    REPRESENTED = "represented"
    INVITED = "invited"
    DECLINED = "declined"
    EXPELLED = "expelled"
    SUSPENDED = "suspended"
    UNKNOWN = "unknown"


class ActorKind(StrEnum):
    STATE = "state"
    FORMER_STATE = "former_state"
    IGO = "igo"
    PERSON = "person"
    AGENCY = "agency"
    GROUP = "group"


class MembershipKind(StrEnum):
    FULL = "full"
    ASSOCIATE = "associate"
    OBSERVER = "observer"
    CANDIDATE = "candidate"
    DIALOGUE_PARTNER = "dialogue_partner"


class RestrictionKind(StrEnum):
    PARTICIPATION_SUSPENDED = "participation_suspended"
    MEMBERSHIP_SUSPENDED = "membership_suspended"
    VOTING_SUSPENDED = "voting_suspended"


class ImposedBy(StrEnum):
    SELF = "self"
    ORGANISATION = "organisation"


class EndReason(StrEnum):
    WITHDREW = "withdrew"
    EXPELLED = "expelled"
    DISSOLVED = "dissolved"


class Comparator(StrEnum):
    EQ = "eq"
    GT = "gt"
    GE = "ge"
    LT = "lt"
    LE = "le"
    APPROX = "approx"
    ALMOST = "almost"


class RelationKind(StrEnum):
    FOLLOWS = "follows"
    PRECEDES = "precedes"
    ABOUT = "about"
    RESPONSE_TO = "response_to"
    SAME_AS = "same_as"
    CONTRADICTS = "contradicts"


class Confidence(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"

"""The closed vocabularies in words, and which event types ask who was there.

In: nothing. Out: tables from the words of the files to words for people.
"""

from __future__ import annotations

from collections.abc import Mapping

EVENT_TYPES: Mapping[str, tuple[str, str]] = {
    "summit": ("Summit", "summits"),
    "multilateral_meeting": ("Multilateral meeting", "multilateral meetings"),
    "bilateral_meeting": ("Bilateral meeting", "bilateral meetings"),
    "visit": ("Visit", "visits"),
    "phone_call": ("Phone call", "phone calls"),
    "negotiation": ("Negotiation", "negotiations"),
    "mediation": ("Mediation", "mediations"),
    "agreement_signed": ("Agreement signed", "agreements signed"),
    "agreement_in_force": ("Agreement in force", "agreements in force"),
    "organisation_founded": ("Organisation founded", "organisations founded"),
    "organisation_dissolved": ("Organisation dissolved", "organisations dissolved"),
    "state_dissolved": ("State dissolved", "states dissolved"),
    "accession": ("Accession", "accessions"),
    "withdrawal_announced": ("Withdrawal announced", "withdrawals announced"),
    "withdrawal": ("Withdrawal", "withdrawals"),
    "participation_suspended": ("Participation suspended", "suspensions of participation"),
    "membership_suspended": ("Membership suspended", "suspensions of membership"),
    "expulsion": ("Expulsion", "expulsions"),
    "readmission": ("Readmission", "readmissions"),
    "meeting_announced": ("Meeting announced", "meetings announced"),
    "absence_announced": ("Absence announced", "absences announced"),
    "statement": ("Statement", "statements"),
    "decision": ("Decision", "decisions"),
    "cooperation": ("Cooperation", "cooperation"),
    "sanctions": ("Sanctions", "sanctions"),
    "embargo": ("Embargo", "embargoes"),
    "attack": ("Attack", "attacks"),
    "investigation": ("Investigation", "investigations"),
    "other": ("Other", "other events"),
}

FAMILIES: Mapping[str, str] = {
    "summit": "Summit",
    "council": "Council, negotiation",
    "bilateral": "Bilateral",
    "founding": "Founding, accession, treaty",
    "leaving": "Suspension, withdrawal",
    "word": "Statement",
    "deed": "Cooperation, other",
    "conflict": "Attack, sanctions",
}

STATUSES: Mapping[str, str] = {
    "attended": "attended",
    "absent": "absent",
    "virtual": "took part by video",
    "represented": "represented",
    "invited": "invited",
    "declined": "declined",
    "expelled": "expelled",
    "suspended": "suspended",
    "unknown": "presence not stated",
}

ROLES: Mapping[str, str] = {
    "participant": "participant",
    "host": "host",
    "chair": "chair",
    "guest": "guest",
    "member": "member",
    "observer": "observer",
    "mediator": "mediator",
    "signatory": "signatory",
    "speaker": "speaker",
    "organiser": "organiser",
    "target": "target",
}

# The columns of the table, in the order in which they stand; the first six are shown unless others are chosen.
COLUMNS: Mapping[str, str] = {
    "date": "Date",
    "title": "Event",
    "type": "Type",
    "participants": "Participants",
    "absent": "Absent",
    "place": "Place",
    "organisations": "Organisations",
    "people": "People",
    "status": "Status",
    "precision": "Precision",
    "sources": "Sources",
    "id": "Id",
}

EVENT_STATUSES: Mapping[str, str] = {
    "occurred": "",
    "planned": "planned",
    "ongoing": "ongoing",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "reported": "reported, not confirmed",
    "disputed": "disputed",
}

RESTRICTIONS: Mapping[str, str] = {
    "participation_suspended": "participation suspended",
    "membership_suspended": "membership suspended",
    "voting_suspended": "voting rights suspended",
}

MEMBERSHIPS: Mapping[str, str] = {
    "full": "member",
    "associate": "associate member",
    "observer": "observer",
    "candidate": "candidate",
    "dialogue_partner": "dialogue partner",
}

RELATIONS: Mapping[str, str] = {
    "follows": "After",
    "precedes": "Before",
    "about": "About",
    "response_to": "In response to",
    "same_as": "Same as",
    "contradicts": "Contradicts",
}

# Types where it is a question who was there. In the others a party is simply part of what happened.
PRESENCE_TYPES = frozenset(
    {
        "summit",
        "multilateral_meeting",
        "bilateral_meeting",
        "visit",
        "phone_call",
        "negotiation",
        "mediation",
        "agreement_signed",
        "meeting_announced",
        "decision",
    }
)

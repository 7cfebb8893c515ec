"""What is published otherwise than its declaration alone would say, each case with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple


class Condition(StrEnum):
    """When the province reads a field."""

    ALWAYS = "always"
    OF_PLACE = "of_place"  # where the record is of a neighbourhood or a group, and so of nobody
    WITH_CONSENT = "with_consent"  # of the person whom the record concerns, scope `sync_to_province`
    NEVER = "never"


class Ruling(NamedTuple):
    """A condition and why it is that one."""

    condition: Condition
    why: str


def _always(why: str) -> Ruling:
    return Ruling(Condition.ALWAYS, why)


def _of_place(why: str) -> Ruling:
    return Ruling(Condition.OF_PLACE, why)


def _never(why: str) -> Ruling:
    return Ruling(Condition.NEVER, why)


UNPUBLISHED: Final[Mapping[str, str]] = {
    "user_account": "accounts and keys are the laptop's",
    "organization_contact": "people of other offices, who were not asked",
    "household": "a home is of all who live in it, and each agrees for themselves alone; homes are counted in I-01",
    "person_identifier": "identity papers leave the office in no way (§3.7)",
    "consent": "what somebody agreed to names what is kept of them: «sensitive:disability_type» tells a disability",
    "person_sensitive": "sensitive data leave the office in no way (§3.7)",
    "double_verdict": "of two people at once, of whom one may not have agreed",
    "merge_record": "of two people at once, of whom one may not have agreed",
    "local_group_member": "members are counted in their group; shared are roles only (G-22)",
    "harm_observation": "the province reads harms by neighbourhood, suppressed: as bands in the signed report (§3.7)",
    "letter_referral": "which referrals a letter reminds of; how many reminders there were stands in the referral",
    "postponement": "how the office orders its own days",
    "instructor": "people who were not asked; the workshop tells with which organization it was held",
    "satisfaction_form": "the answer of one person; the mean comes as I-27 where ten or more answered",
    "attachment": "pictures and papers stay in the office (G-19)",
    "attachment_person": "who can be seen in a picture",
    "donor": "donors are nobody's to know but the office's (G-27)",
}
"""Kinds of which no field is published, and why."""

PUBLISHED: Final = frozenset(
    {
        "province", "county", "harm_type", "priority_harm", "program", "office", "neighborhood",
        "neighborhood_population", "office_neighborhood", "city_population", "neighborhood_survey", "staff_member",
        "organization", "person", "local_trustee", "local_group", "office_contract", "directive", "facility",
        "service_standard", "service_level", "project", "need", "need_event", "letter", "referral",
        "agency_response", "visit", "workshop", "workshop_event", "workshop_session", "workshop_enrollment",
        "attendance", "certificate", "outcome_followup", "event", "market_stall", "evaluation",
        "neighborhood_capacity", "inspection", "meeting", "resolution", "mou", "mou_commitment", "credit",
        "expense", "credit_request", "project_need", "project_credit", "donation", "ngo_plan_catalogue", "ngo_plan",
        "ngo_plan_extension", "monthly_report", "indicator_value",
    }
)  # fmt: skip
"""Kinds of which something is published. A new kind stays in the office until it stands here."""

HELD_UNTIL: Final[Mapping[str, str]] = {"monthly_report": "signed_at"}
"""Kind → the field before which nothing of a record is published, beside what `Kind.hidden_until` says (G-26).

A report that is still written is the office's own (§3.6.3)."""

COLLECTIVE: Final[Mapping[str, tuple[str, frozenset[str]]]] = {"need": ("scope", frozenset({"group", "neighborhood"}))}
"""Kind → the field and its values by which a record is of a place; its texts name no resident."""

_OF_OFFICE = "of the office itself"
_BY_PROVINCE = "written by the province, or in its words"
_TOLD_HARM = "with a consented participant it would tell somebody's harm (G-02)"
_OWN_ANSWER = "the answer of one person; the mean comes as I-27"

CASES: Final[Mapping[tuple[str, str], Ruling]] = {
    **{
        ("office", name): _always(_OF_OFFICE)
        for name in (
            "address", "postal_code", "phone", "office_hours", "license_no", "program_code", "letterhead_line1",
            "letterhead_line2", "letterhead_line3", "letter_prefix",
        )
    },
    ("office_contract", "contract_no"): _always(_OF_OFFICE),
    ("person", "nationality_group"): _never("no figure asks for it, and it may harm who has no papers (G-01)"),
    ("person", "not_seeking_reason"): _never("one of the reasons is an illness"),
    ("person", "interests"): _never("wishes are for the office's own invitations, and one of them may tell of a harm"),
    ("person", "is_trustee"): _never("trustees: role and neighbourhood only (G-22)"),
    ("person", "is_volunteer"): _never("volunteers are counted (G-22, I-22)"),
    ("person", "merged_into_id"): _never("another file, of somebody who may not have agreed"),
    ("person", "consent_state"): _never("tells whether something sensitive is kept"),
    ("local_trustee", "person_id"): _never("trustees: role and neighbourhood only (G-22)"),
    ("local_trustee", "since"): _never("trustees: role and neighbourhood only (G-22)"),
    ("local_trustee", "since_precision"): _never("trustees: role and neighbourhood only (G-22)"),
    ("need", "subject"): _of_place("of a place no resident is named in it (§3.7: needs without names)"),
    ("need", "neighborhood_id"): _of_place("of a person it says where they live"),
    ("need", "satisfaction"): _never(_OWN_ANSWER),
    ("need", "targeted_harm"): _never(_TOLD_HARM),
    ("workshop", "targeted_harm"): _never(_TOLD_HARM),
    ("event", "targeted_harm"): _never(_TOLD_HARM),
    **{
        ("visit", name): Ruling(Condition.WITH_CONSENT, "a visit concerns a person (§3.4); visits are counted in I-05")
        for name in (
            "date", "type", "subject", "neighborhood_id", "minutes", "next_action_on", "next_action_done_on",
        )
    },
    **{
        ("letter", name): _never("of letters no more than number, kind and dates")
        for name in (
            "to_org_id", "person_id", "attachments_count", "speed", "secrecy", "personal_items", "handed_to_resident",
            "in_reply_to", "follow_up_of", "printed_at", "file_hash",
        )
    },
    ("referral", "includes_personal"): _never("whether a letter told of a person is the office's to know (G-10)"),
    ("market_stall", "group_id"): _never("with the sums of a stall it tells what a few people earned"),
    ("donation", "description"): _never("what somebody gave may name who gave it (G-27)"),
    ("donation", "given_to"): _never("whom a gift reached (G-27)"),
    ("evaluation", "target_id"): _always("an office, a workshop, a plan or a project: never a person"),
    ("evaluation", "period"): _always("a span of time in words"),
    ("credit", "letter_no"): _always("the number of a letter about money"),
    ("credit_request", "letter_no"): _always("the number of a letter about money"),
    ("ngo_plan", "approval_no"): _always(_BY_PROVINCE),
    ("ngo_plan", "extension_reason"): _always(_BY_PROVINCE),
    ("ngo_plan_extension", "reason"): _always(_BY_PROVINCE),
    ("neighborhood_capacity", "visit_id"): _never("visits are published with consent only"),
    ("indicator_value", "code"): _always("the code of an indicator"),
    ("indicator_value", "unit"): _always("the unit of an indicator"),
    ("monthly_report", "snapshot_json"): _always("the report itself: nameless figures, durations and rows (§4.3)"),
    ("monthly_report", "decision_by"): _always(_BY_PROVINCE),
    ("monthly_report", "decision_no"): _always(_BY_PROVINCE),
}  # fmt: skip
"""Kind and field → its ruling, where it is not the one that follows from the declaration."""

"""All kinds of record the office keeps, in an order in which a parent comes before its children."""

from sqlalchemy import ForeignKeyConstraint, Index, Table

from desktop.domain import (
    attachment,
    attendance,
    capacity,
    certificate,
    community,
    consent,
    credit,
    divisions,
    donation,
    doubles,
    evaluation,
    event,
    harm,
    household,
    identity,
    instructor,
    letter,
    market_stall,
    meeting,
    monthly_report,
    mou,
    need,
    ngo_plan,
    office,
    organization,
    outcome_followup,
    oversight,
    person,
    postponement,
    project,
    referral,
    satisfaction_form,
    staff,
    visit,
    workshop,
    workshop_enrollment,
    workshop_session,
)
from desktop.domain.fields import Input
from desktop.domain.record import Kind

_ALL = (
    divisions.PROVINCE_KIND, divisions.COUNTY, harm.HARM_TYPE, harm.PRIORITY_HARM, oversight.PROGRAM,
    office.OFFICE, office.NEIGHBORHOOD, office.NEIGHBORHOOD_POPULATION, office.OFFICE_NEIGHBORHOOD, office.CITY_POPULATION, office.NEIGHBORHOOD_SURVEY,
    staff.STAFF_MEMBER, staff.USER_ACCOUNT, organization.ORGANIZATION, organization.ORGANIZATION_CONTACT,
    household.HOUSEHOLD, person.PERSON, identity.PERSON_IDENTIFIER, consent.CONSENT, consent.PERSON_SENSITIVE,
    doubles.DOUBLE_VERDICT, doubles.MERGE_RECORD, community.LOCAL_TRUSTEE, community.LOCAL_GROUP, community.LOCAL_GROUP_MEMBER,
    oversight.OFFICE_CONTRACT, oversight.DIRECTIVE, capacity.FACILITY, capacity.SERVICE_STANDARD, capacity.SERVICE_LEVEL,
    project.PROJECT, need.NEED, need.NEED_EVENT, letter.LETTER, referral.REFERRAL, referral.AGENCY_RESPONSE, letter.LETTER_REFERRAL,
    visit.VISIT, postponement.POSTPONEMENT,
    instructor.INSTRUCTOR, workshop.WORKSHOP, workshop.WORKSHOP_EVENT, workshop_session.WORKSHOP_SESSION,
    workshop_enrollment.WORKSHOP_ENROLLMENT, attendance.ATTENDANCE, certificate.CERTIFICATE, outcome_followup.OUTCOME_FOLLOWUP,
    event.EVENT, market_stall.MARKET_STALL, satisfaction_form.SATISFACTION_FORM, evaluation.EVALUATION,
    attachment.ATTACHMENT, attachment.ATTACHMENT_PERSON,
    capacity.NEIGHBORHOOD_CAPACITY, harm.HARM_OBSERVATION, oversight.INSPECTION, meeting.MEETING, meeting.RESOLUTION, mou.MOU, mou.MOU_COMMITMENT,
    credit.CREDIT, credit.EXPENSE, credit.CREDIT_REQUEST, project.PROJECT_NEED, project.PROJECT_CREDIT,
    donation.DONOR, donation.DONATION, ngo_plan.NGO_PLAN_CATALOGUE, ngo_plan.NGO_PLAN, ngo_plan.NGO_PLAN_EXTENSION,
    monthly_report.MONTHLY_REPORT, monthly_report.INDICATOR_VALUE,
)  # fmt: skip

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}


def table_of(kind: Kind) -> Table:
    """The SQL table of a kind."""
    return kind.table.__table__  # type: ignore[attr-defined,no-any-return]


def _tie(kind: Kind) -> None:
    """Foreign keys and indexes that follow from the declarations: links, months and states are looked up often."""
    table = table_of(kind)
    for name, about in kind.fields.items():
        if about.links:
            table.append_constraint(ForeignKeyConstraint([name], [f"{about.links}.id"], name=f"fk_{kind.name}_{name}"))
        if about.links or about.input is Input.MONTH:
            Index(f"ix_{kind.name}_{name}", table.c[name])


for _kind in _ALL:
    _tie(_kind)

"""Identity papers and consents that come along with a member or a household, in keys of one object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.domain.codes import code_of
from desktop.domain.consent import ADULT, BASIC, HOUSEHOLD_TOPICS, REFUSED, tells
from desktop.domain.household import HOUSEHOLD
from desktop.domain.identity import read_identifier
from desktop.domain.person import age_of
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services.records import add_record
from desktop.store.unit_of_work import UnitOfWork

# Keys that are kept in records of their own.
IDENTIFIER_KEYS = ("identifier_type", "identifier_value", "identifier_verified", "identifiers")
CONSENT_KEYS = ("consent_method", "consent_witness_staff_id")
HOUSEHOLD_CONSENT_KEYS = ("sensitive_consent_method", "sensitive_consent_witness_staff_id")


def papers_of(member: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The identity papers a member comes with, each with the prefix under which its problems are told."""
    kind = member.get("identifier_type")
    if kind and (member.get("identifier_value") or kind == "none"):
        values = {"value": member.get("identifier_value"), "verified": member.get("identifier_verified")}
        yield "identifier_", {"type": kind, **values}
    more = member.get("identifiers")
    for index, paper in enumerate(more if isinstance(more, list) else ()):
        if isinstance(paper, Mapping):
            yield f"identifiers.{index}.", paper
        else:
            raise RefusedError.of("identifiers", "not_a_list")


def add_papers(work: UnitOfWork, person: Row, member: Mapping[str, object], prefix: str) -> list[Problem]:
    """The member's identity papers; returns what is wrong with them."""
    problems: list[Problem] = []
    for place, paper in papers_of(member):
        try:
            add_record(work, "person_identifier", {**paper, "person_id": person["id"]})
        except RefusedError as error:
            problems += [Problem(f"{prefix}{place}{p.field}", p.code, p.facts) for p in error.problems]
    return problems


def paper_problems(member: Mapping[str, object], prefix: str) -> list[Problem]:
    """What is wrong with the numbers alone, for a member who could not be registered for other reasons."""
    problems = []
    for place, paper in papers_of(member):
        try:
            if paper.get("value"):
                read_identifier(str(paper.get("type")), str(paper["value"]))
        except Refusal as refusal:
            problems.append(Problem(f"{prefix}{place}value", refusal.code, refusal.facts))
    return problems


def add_basic_consent(work: UnitOfWork, person: Row, member: Mapping[str, object], prefix: str) -> list[Problem]:
    """The member's answer about the record itself. For a child the head of the household has answered (G-08)."""
    if not member.get("consent_method"):
        return []
    given = {
        "person_id": person["id"],
        "scope": BASIC,
        "method": member["consent_method"],
        "witness_staff_id": member.get("consent_witness_staff_id"),
        "guardian_id": _guardian(work, person),
    }
    return _consent_problems(work, given, prefix, "consent_")


def add_household_consents(work: UnitOfWork, head: Row, household: Mapping[str, object]) -> list[Problem]:
    """The head's answer about what is sensitive in the household's own fields."""
    if not household.get("sensitive_consent_method"):
        return []
    problems: list[Problem] = []
    for topic in HOUSEHOLD_TOPICS:
        if _told(household, topic):
            given = {
                "person_id": head["id"],
                "scope": f"sensitive:{topic}",
                "method": household["sensitive_consent_method"],
                "witness_staff_id": household.get("sensitive_consent_witness_staff_id"),
            }
            problems += _consent_problems(work, given, "", "sensitive_consent_")
    return problems


def is_refusal(given: object) -> bool:
    """Whether the answer about consent, in its code or its label, is no."""
    try:
        return bool(given) and code_of("consent_method", given) == REFUSED
    except Refusal:
        return False


def _told(household: Mapping[str, object], topic: str) -> bool:
    try:
        return tells(topic, HOUSEHOLD.fields[topic].read(household.get(topic)))
    except Refusal:
        return False


def _guardian(work: UnitOfWork, person: Row) -> str | None:
    age = age_of(person, work.today)
    if age is None or age >= ADULT:
        return None
    heads = work.find("person", household_id=person["household_id"], relation_to_head="head", status="active")
    return str(heads[0]["id"]) if heads and heads[0]["id"] != person["id"] else None


def _consent_problems(work: UnitOfWork, given: Mapping[str, object], prefix: str, place: str) -> list[Problem]:
    try:
        add_record(work, "consent", given)
    except RefusedError as error:
        asked = ("method", "witness_staff_id")
        return [
            Problem(prefix + (place + p.field if p.field in asked else p.field), p.code, p.facts)
            for p in error.problems
        ]
    return []

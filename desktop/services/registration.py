"""Registering a household with all its members in one commit: the facilitator's most frequent act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.identity import read_identifier
from desktop.domain.person import SCHOOL_AGES, age_of
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services.records import add_record
from desktop.store import duplicates
from desktop.store.duplicates import Candidate
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork

# Keys of a member that are kept in records of their own.
IDENTIFIER_KEYS = ("identifier_type", "identifier_value", "identifier_verified")
CONSENT_KEYS = ("consent_method", "consent_witness_staff_id")


@dataclass(frozen=True)
class Registered:
    """What a registration made. `dropouts` are children out of school, for whom a need may be noted at once."""

    household: Row
    persons: tuple[Row, ...]
    dropouts: tuple[Row, ...]


def register_household(
    work: UnitOfWork, household: Mapping[str, object], members: Sequence[Mapping[str, object]]
) -> Registered:
    """A household and its members. Problems of member n carry the field "members.n.name"; all are found at once."""
    problems: list[Problem] = []
    heads = sum(_is_head(member) for member in members)
    if members and heads != 1:
        problems.append(Problem("members", "no_head" if heads == 0 else "second_head"))
    made, found = _attempt(work, "household", household, "")
    problems += found
    persons: list[Row] = []
    parent = made["id"] if made else None
    for index, member in enumerate(members):
        person, found = register_member(work, parent, member, f"members.{index}.")
        problems += found
        persons += [person] if person else []
    if problems or made is None:
        raise RefusedError(problems)
    fresh = work.get("household", made["id"]) or made
    dropouts = tuple(
        p for p in persons if p["school_status"] == "dropped_out" and (age_of(p, work.today) or 0) in SCHOOL_AGES
    )
    return Registered(fresh, tuple(work.get("person", p["id"]) or p for p in persons), dropouts)


def register_member(
    work: UnitOfWork, household_id: str | None, member: Mapping[str, object], prefix: str = ""
) -> tuple[Row | None, list[Problem]]:
    """One member with identifier and basic consent. Without a household only the fields' own problems are found."""
    own = {name: value for name, value in member.items() if name not in (*IDENTIFIER_KEYS, *CONSENT_KEYS)}
    person, problems = _attempt(work, "person", {**own, "household_id": household_id}, prefix)
    problems = [p for p in problems if household_id or p.field != f"{prefix}household_id"]
    if person is None:
        return None, problems + _identifier_problems(member, prefix)
    if member.get("identifier_type") and (member.get("identifier_value") or member["identifier_type"] == "none"):
        given = {
            "person_id": person["id"],
            "type": member["identifier_type"],
            "value": member.get("identifier_value"),
            "verified": member.get("identifier_verified"),
        }
        _, found = _attempt(work, "person_identifier", given, prefix)
        problems += [
            Problem(p.field.replace(f"{prefix}value", f"{prefix}identifier_value"), p.code, p.facts) for p in found
        ]
    if member.get("consent_method"):
        given = {
            "person_id": person["id"],
            "scope": "basic_record",
            "method": member["consent_method"],
            "witness_staff_id": member.get("consent_witness_staff_id"),
        }
        _, found = _attempt(work, "consent", given, prefix)
        problems += [
            Problem(p.field.replace(f"{prefix}method", f"{prefix}consent_method"), p.code, p.facts) for p in found
        ]
    return person, problems


def likely_doubles(rows: Rows, member: Mapping[str, Any], numbers: Sequence[str] = ()) -> list[Candidate]:
    """People already registered who may be this member, with reasons. `member` holds values as stored."""
    keys = ("first_name", "last_name", "father_name", "birth_date", "birth_precision", "mobile", "sex")
    person = {key: member.get(key) for key in keys} | {"id": member.get("id")}
    if not person["first_name"] or not person["last_name"]:
        return []
    return duplicates.candidates(rows.connection, person, numbers)


def note_same_person(work: UnitOfWork, person_id: str) -> None:
    """The facilitator found that the person is registered already; nothing is added, the decision is kept."""
    work.audit("same_person", "person", person_id)


def _is_head(member: Mapping[str, object]) -> bool:
    return member.get("relation_to_head") in ("head", "سرپرست")


def _attempt(work: UnitOfWork, kind: str, given: Mapping[str, object], prefix: str) -> tuple[Row | None, list[Problem]]:
    try:
        return add_record(work, kind, given), []
    except RefusedError as error:
        return None, [Problem(prefix + p.field, p.code, p.facts) for p in error.problems]


def _identifier_problems(member: Mapping[str, object], prefix: str) -> list[Problem]:
    value = member.get("identifier_value")
    if not value or not member.get("identifier_type"):
        return []
    try:
        read_identifier(str(member["identifier_type"]), str(value))
    except Refusal as refusal:
        return [Problem(f"{prefix}identifier_value", refusal.code, refusal.facts)]
    return []

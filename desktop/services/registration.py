"""Registering a household with all its members in one commit: the facilitator's most frequent act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.anonymous import COUNTED, NAMELESS, age_band, has_no_name
from desktop.domain.consent import HOUSEHOLD_TOPICS
from desktop.domain.fields import with_precision
from desktop.domain.identity import read_identifier
from desktop.domain.offers import Offer, offers_for
from desktop.domain.person import PERSON, age_of
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services.doubles import tell_apart
from desktop.services.member_papers import (
    CONSENT_KEYS,
    HOUSEHOLD_CONSENT_KEYS,
    IDENTIFIER_KEYS,
    add_basic_consent,
    add_household_consents,
    add_papers,
    is_refusal,
    paper_problems,
    papers_of,
)
from desktop.services.records import add_record, change_record
from desktop.store import duplicates
from desktop.store.duplicates import Candidate
from desktop.store.rows import Rows
from desktop.store.sketches import COMPARED
from desktop.store.unit_of_work import UnitOfWork

NOT_SAME = "not_same"
"""The key of a member under which stand the ids of people of whom it was said that they are others."""

_NO_FIELDS = (*IDENTIFIER_KEYS, *CONSENT_KEYS, NOT_SAME)


@dataclass(frozen=True)
class Registered:
    """What a registration made, and the needs that its answers suggest."""

    household: Row
    persons: tuple[Row, ...]
    offers: tuple[Offer, ...]


def register_household(
    work: UnitOfWork, household: Mapping[str, object], members: Sequence[Mapping[str, object]]
) -> Registered:
    """A household and its members. Problems of member n carry the field "members.n.name"; all are found at once."""
    problems: list[Problem] = []
    heads = sum(_is_head(member) for member in members)
    if members and heads != 1:
        problems.append(Problem("members", "no_head" if heads == 0 else "second_head"))
    own = {name: value for name, value in household.items() if name not in HOUSEHOLD_CONSENT_KEYS}
    later = {name: own.pop(name) for name in HOUSEHOLD_TOPICS if members and own.get(name)}  # once the head agreed
    if members and own.get("declared_size") in (None, ""):  # who told no number is taken to have told of everyone
        own["declared_size"] = len(members)
    made, found = _attempt(work, "household", own, "")
    problems += found
    persons: list[Row] = []
    for index, member in enumerate(members):
        person, found = _add_member(work, made["id"] if made else None, member, f"members.{index}.")
        problems += found
        persons += [person] if person else []
    if problems or made is None:
        raise RefusedError(problems)
    for index, (person, member) in enumerate(zip(persons, members, strict=True)):
        problems += add_basic_consent(work, person, member, f"members.{index}.")
    problems += _keep_sensitive(work, made["id"], persons, household, later)
    if problems:
        raise RefusedError(problems)
    for person, member in zip(persons, members, strict=True):
        _tell_apart(work, person, member)
    fresh = tuple(work.get("person", person["id"]) or person for person in persons)
    offers = tuple(offer for person in fresh for offer in offers_of(work, person))
    return Registered(work.get("household", made["id"]) or made, fresh, offers)


def register_member(
    work: UnitOfWork, household_id: str | None, member: Mapping[str, object], prefix: str = ""
) -> tuple[Row | None, list[Problem]]:
    """One more member with identity papers and basic consent. Without a household only the fields are judged."""
    person, problems = _add_member(work, household_id, member, prefix)
    if person is not None:
        problems += add_basic_consent(work, person, member, prefix)
    return person, problems


def register_lone_visitor(work: UnitOfWork, visitor: Mapping[str, object]) -> Registered:
    """Somebody who comes alone: a household of one, with the visitor as its head (domain §3.3).

    Without `neighborhood_id` the neighbourhood is the one the office serves, if it serves but one.
    """
    own = {name: value for name, value in visitor.items() if name not in ("neighborhood_id", "source", "household_id")}
    place = visitor.get("neighborhood_id") or _only_neighborhood(work)
    home = {"neighborhood_id": place, "declared_size": 1, "source": visitor.get("source")}
    try:
        return register_household(work, home, [{**own, "relation_to_head": "head"}])
    except RefusedError as error:
        raise RefusedError(
            [Problem(p.field.removeprefix("members.0."), p.code, p.facts) for p in error.problems]
        ) from None


def _only_neighborhood(rows: Rows) -> str | None:
    served = {
        row["neighborhood_id"]
        for row in rows.find("office_neighborhood")
        if row["from_date"] <= rows.today and (row["to_date"] is None or rows.today <= row["to_date"])
    }
    return str(served.pop()) if len(served) == 1 else None


def offers_of(rows: Rows, person: Row) -> list[Offer]:
    """The needs that this person's answers and papers suggest."""
    papers = rows.find("person_identifier", person_id=person["id"])
    return list(offers_for(person, [paper["type"] for paper in papers], rows.today))


def _add_member(
    work: UnitOfWork, household_id: str | None, member: Mapping[str, object], prefix: str
) -> tuple[Row | None, list[Problem]]:
    own = {name: value for name, value in member.items() if name not in _NO_FIELDS}
    refused = is_refusal(member.get("consent_method"))
    problems: list[Problem] = []
    if refused:
        own, problems = _counted(own, work.today, prefix)
    person, found = _attempt(work, "person", {**own, "household_id": household_id}, prefix)
    problems += [p for p in found if household_id or p.field != f"{prefix}household_id"]
    if person is None:
        return None, problems + ([] if refused else paper_problems(member, prefix))
    if not refused:
        problems += add_papers(work, person, member, prefix)
    return person, problems


def _tell_apart(work: UnitOfWork, person: Row, member: Mapping[str, object]) -> None:
    """Keep what was said while typing: the pair is not shown again."""
    told = member.get(NOT_SAME)
    for other in told if isinstance(told, list | tuple) and not has_no_name(person) else ():
        if work.get("person", str(other)) is not None:
            tell_apart(work, person["id"], str(other))


def _counted(member: Mapping[str, object], today: date, prefix: str) -> tuple[dict[str, object], list[Problem]]:
    """What may be written of a member who said no: the counting minimum, whatever else was typed (G-05)."""
    typed, problems = with_precision(PERSON.draft, member), list[Problem]()
    known: dict[str, Any] = {"age_reference_date": today}
    for name in ("birth_date", "age_estimated"):
        known[name] = None
        try:
            known[name] = PERSON.fields[name].read(typed.get(name))
        except Refusal as refusal:
            problems.append(Problem(prefix + name, refusal.code, refusal.facts))
    counted = {name: member.get(name) for name in COUNTED}
    return {**counted, **NAMELESS, "nationality_group": None, "age_estimated": age_band(age_of(known, today))}, problems


def _keep_sensitive(
    work: UnitOfWork,
    household_id: str,
    persons: Sequence[Row],
    household: Mapping[str, object],
    told: Mapping[str, object],
) -> list[Problem]:
    """What the household told and may only be kept because its head agreed."""
    head = next((person for person in persons if person["relation_to_head"] == "head"), None)
    problems = add_household_consents(work, head, household) if head else []
    if told and not problems:
        try:
            change_record(work, "household", household_id, told)
        except RefusedError as error:
            return list(error.problems)
    return problems


def likely_doubles(rows: Rows, member: Mapping[str, Any], numbers: Sequence[str] = ()) -> list[Candidate]:
    """People already registered who may be this member, with reasons. `member` holds values as stored."""
    person = {name: member.get(name) for name in (*COMPARED, "id")}
    if not person["first_name"] or not person["last_name"]:
        return []
    told = {"status": "active", "age_reference_date": person["age_reference_date"] or rows.today}
    return duplicates.candidates(rows.connection, {**person, **told}, numbers, is_typing=True)


def number_owners(rows: Rows, members: Sequence[Mapping[str, object]]) -> list[tuple[int, Row]]:
    """Active people who have an identity number of these members already: the member's place and who it is."""
    found = []
    for place, member in enumerate(members):
        for _, paper in papers_of(member):
            found += [(place, owner) for owner in _owners(rows, paper)]
    return found


def _owners(rows: Rows, paper: Mapping[str, object]) -> list[Row]:
    kind, value = str(paper.get("type") or ""), str(paper.get("value") or "")
    try:
        number = read_identifier(kind, value) if value else ""
    except Refusal:
        return []
    same = rows.find("person_identifier", type=kind, value=number) if number else []
    people = [rows.get("person", one["person_id"]) for one in same]
    return [person for person in people if person and person["status"] == "active"]


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

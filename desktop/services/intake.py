"""Records that arrive from other programs: what a form asks in several steps may come as one object."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.domain.codes import code_of
from desktop.domain.kinds import KINDS
from desktop.domain.need_life import answering_step
from desktop.domain.offers import Offer
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Row
from desktop.services.member_papers import CONSENT_KEYS, IDENTIFIER_KEYS, add_papers
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.registration import offers_of, register_household, register_lone_visitor, register_member
from desktop.store.unit_of_work import UnitOfWork

_EXTRA_KEYS = (*IDENTIFIER_KEYS, *CONSENT_KEYS)
_BY_OTHER_WORDS = frozenset({"user_account"})  # an account without its key slot could never sign in


def put_record(work: UnitOfWork, kind: str, given: Mapping[str, object]) -> dict[str, Any]:
    """Add the record, or change just the given fields of the one whose `id` is given; returns the answer's ids."""
    if kind in _BY_OTHER_WORDS or (kind == "office" and given.get("id") is None):
        raise RefusedError.of("", "not_allowed")
    values = dict(given)
    record_id = values.pop("id", None)
    if record_id is not None and not isinstance(record_id, str):
        raise RefusedError.of("id", "unknown_record")
    if kind == "person":
        return _put_person(work, record_id, values)
    if kind == "household" and record_id is None and values.get("members") is not None:
        return _put_household(work, values)
    values.pop("members", None) if not values.get("members") else None
    row = change_record(work, kind, record_id, values) if record_id else add_record(work, kind, values)
    return {"id": row["id"]} | (_step_offered(work, row) if kind == "agency_response" else {})


def doubts_of(work: UnitOfWork, kind_name: str, record_id: str) -> list[Problem]:
    """What was taken but is worth a second look, as a form shows it beside its fields."""
    kind = KINDS[kind_name]
    row = work.get(kind_name, record_id)
    if row is None:
        return []
    told = [(name, about.doubt(row[name])) for name, about in kind.fields.items() if about.doubt and row[name]]
    return [*(Problem(name, code) for name, code in told if code), *kind.doubts(row, work)]


def _step_offered(work: UnitOfWork, answer: Row) -> dict[str, Any]:
    """The step that an answer makes possible for the need it is about, as it would be taken."""
    referral = work.get("referral", answer["referral_id"])
    need = work.get("need", referral["need_id"]) if referral else None
    state = answering_step(need, answer)
    if need is None or state is None:
        return {}
    step = {"kind": "need", "id": need["id"], "state": state, "on": answer["received_on"].isoformat()}
    return {"offers": [{"reason": "agency_answered", "step": step}]}


def _put_household(work: UnitOfWork, values: dict[str, object]) -> dict[str, Any]:
    members = values.pop("members")
    if not isinstance(members, list) or not all(isinstance(member, dict) for member in members):
        raise RefusedError.of("members", "not_a_list")
    read, problems, typed_ids = _members(members)
    try:
        done = register_household(work, values, read)
    except RefusedError as error:
        problems += [_as_typed(problem, typed_ids) for problem in error.problems]
    if problems:
        raise RefusedError(problems)
    made = {"id": done.household["id"], "persons": [person["id"] for person in done.persons]}
    return made | _offered(done.offers)


def _offered(offers: Sequence[Offer]) -> dict[str, Any]:
    """The needs that could be noted now, as they would be put."""
    return {"offers": [{"reason": offer.reason, **offer.need} for offer in offers]} if offers else {}


def _members(members: Sequence[dict[str, object]]) -> tuple[list[dict[str, object]], list[Problem], set[str]]:
    read: list[dict[str, object]] = []
    problems: list[Problem] = []
    typed_ids = set()
    for index, member in enumerate(members):
        prefix = f"members.{index}."
        if "national_id" in member:
            typed_ids.add(f"{prefix}identifier_value")
        values, found = _with_codes(_with_national_id(member))
        read.append(values)
        problems += [Problem(prefix + p.field, p.code, p.facts) for p in found]
    return read, problems, typed_ids


def _put_person(work: UnitOfWork, record_id: str | None, given: Mapping[str, object]) -> dict[str, Any]:
    values, problems = _with_codes(_with_national_id(given))
    typed_ids = {"identifier_value"} if "national_id" in given else set()
    if record_id is None:
        household = values.get("household_id")
        if not household and values.get("relation_to_head", "head") == "head":
            return _put_lone_visitor(work, values, problems, typed_ids)
        person, found = register_member(work, str(household) if household else None, values)
        problems += [_as_typed(problem, typed_ids) for problem in found]
        if not household:
            problems.append(Problem("household_id", "required"))
        if problems or person is None:
            raise RefusedError(_once(problems))
        return {"id": person["id"]} | _offered(offers_of(work, work.get("person", person["id"]) or person))
    own = {name: value for name, value in values.items() if name not in _EXTRA_KEYS}
    change_record(work, "person", record_id, own)
    if "national_id" in given and "identifier_value" not in values:  # given as null: the number was wrong and goes
        for paper in work.find("person_identifier", person_id=record_id, type="national_id"):
            delete_record(work, "person_identifier", paper["id"])
    problems += [_as_typed(problem, typed_ids) for problem in _put_papers(work, record_id, values)]
    if problems:
        raise RefusedError(problems)
    return {"id": record_id}


def _put_lone_visitor(
    work: UnitOfWork, values: Mapping[str, object], problems: list[Problem], typed_ids: set[str]
) -> dict[str, Any]:
    try:
        done = register_lone_visitor(work, values)
    except RefusedError as error:
        raise RefusedError(
            _once([*problems, *(_as_typed(problem, typed_ids) for problem in error.problems)])
        ) from error
    if problems:
        raise RefusedError(problems)
    return {"id": done.persons[0]["id"], "household_id": done.household["id"]} | _offered(done.offers)


def _put_papers(work: UnitOfWork, person_id: str, values: Mapping[str, object]) -> list[Problem]:
    """Identifier and consent of a person who is registered already: the paper of the same type is replaced."""
    problems: list[Problem] = []
    kind = values.get("identifier_type")
    if kind:
        paper = {"value": values.get("identifier_value"), "verified": values.get("identifier_verified")}
        known = work.find("person_identifier", person_id=person_id, type=str(kind))
        try:
            if known:
                change_record(work, "person_identifier", known[-1]["id"], paper)
            else:
                add_record(work, "person_identifier", {"person_id": person_id, "type": kind, **paper})
        except RefusedError as error:
            problems += [
                Problem("identifier_value" if p.field == "value" else p.field, p.code, p.facts) for p in error.problems
            ]
    if values.get("identifiers"):
        person = work.get("person", person_id)
        problems += add_papers(work, person, {"identifiers": values["identifiers"]}, "") if person else []
    if values.get("consent_method"):
        given = {
            "person_id": person_id,
            "method": values["consent_method"],
            "witness_staff_id": values.get("consent_witness_staff_id"),
        }
        try:
            add_record(work, "consent", given)
        except RefusedError as error:
            problems += [
                Problem("consent_method" if p.field == "method" else p.field, p.code, p.facts) for p in error.problems
            ]
    return problems


def _with_national_id(given: Mapping[str, object]) -> dict[str, object]:
    """`national_id` stands for an identifier of that type."""
    values = dict(given)
    number = values.pop("national_id", None)
    if number not in (None, ""):
        values |= {"identifier_type": "national_id", "identifier_value": number}
    return values


def _with_codes(values: dict[str, object]) -> tuple[dict[str, object], list[Problem]]:
    """Codes for the Persian labels of the keys that registration compares with codes."""
    problems = []
    for name, codes in (("identifier_type", "identifier_type"), ("relation_to_head", "relation_to_head")):
        if values.get(name):
            try:
                values[name] = code_of(codes, values[name])
            except Refusal as refusal:
                if name == "identifier_type":
                    problems.append(Problem(name, refusal.code, refusal.facts))
                    values.pop(name)
    return values, problems


def _as_typed(problem: Problem, typed_ids: set[str]) -> Problem:
    """The problem under the name by which the number was given."""
    if problem.field not in typed_ids:
        return problem
    return Problem(problem.field.replace("identifier_value", "national_id"), problem.code, problem.facts)


def _once(problems: Sequence[Problem]) -> list[Problem]:
    found: list[Problem] = []
    for problem in problems:
        if (problem.field, problem.code) not in [(f.field, f.code) for f in found]:
            found.append(problem)
    return found

"""What the province writes into its offices' records: code lists, directives, approvals, by the rules of the domain.

Who may follows from the declarations, as on the laptops; rules see what is published. Records travel back to the office
by both roads, as operations of the province's own device.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from uuid_utils import uuid7

from desktop.domain.clock import today_in_iran
from desktop.domain.codes import label_of
from desktop.domain.fields import Input, read_draft, with_precision
from desktop.domain.guard import wording_problems
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import SUPERVISORS, LifeCycle, Transition
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Kind
from desktop.domain.steps import tellable
from province.answers import Write, write
from province.seeing import Row, Seen
from province.setup import Province
from province.store.accounts import Account
from province.store.offices import Office
from province.store.published import PUBLISHED


def put(
    connection: Connection,
    province: Province,
    office: Office,
    asked: tuple[str, Mapping[str, object]],
    by: Account,
    at: datetime,
    as_id: str = "",
) -> str:
    """A new record of a kind, or other values of the one whose `id` is given; its id.

    `as_id`: under this id, whether the office has the record yet or not, so that it is one record in many offices.
    RefusedError names every fault.
    """
    kind, given = _writable(asked[0], by), dict(asked[1])
    seen = Seen(connection, office.id, today_in_iran(at), by.role)
    record_id = given.pop("id", None)
    _refuse_program_fields(kind, given, by)
    old = seen.get(kind.name, as_id or str(record_id or ""))
    if old is None and record_id is not None:
        raise RefusedError.of("id", "unknown_record")
    told = with_precision(kind.draft, given)
    values = _changed(kind, old, told) if old else read_draft(kind.draft, told).model_dump()
    known = str(old["id"]) if old else str(values.get(kind.keyed_by) or as_id or uuid7())
    values = {**values, **kind.fill(values, seen)}
    problems = [
        *kind.locks(old or values, seen),
        *kind.rules({**values, "id": known} if old else values, seen),
        *_lost_links(kind, values, seen, given),
        *wording_problems(kind.fields, values, given, of_person=False),
    ]
    if problems:
        raise RefusedError(problems)
    write(connection, province, office.id, [_write(kind, known, values, old)], by.id, at)
    return known


def step(
    connection: Connection,
    province: Province,
    office: Office,
    asked: tuple[str, str, str, Mapping[str, object]],
    by: Account,
    at: datetime,
) -> Row:
    """Move a record of an office on: kind, id, state, and what is told with the step."""
    kind_name, record_id, target, given = asked
    kind = _published(kind_name)
    seen = Seen(connection, office.id, today_in_iran(at), by.role)
    old = seen.get(kind.name, record_id)
    if old is None:
        raise RefusedError.of("id", "unknown_record")
    life = kind.life
    if life is None or life.history:
        raise RefusedError.of("kind", "not_allowed")
    taken = _allowed(kind, life, str(old[life.field]), target, by)
    told = _read(kind, taken, given)
    told.setdefault("on", seen.today)
    outcome = taken.effect(old, told, seen)
    values = {**outcome.values, **{name: value for name, value in told.items() if name in kind.fields}}
    missing = [name for name in taken.needs if {**old, **values}.get(name) in (None, "", [])]
    if missing:
        raise RefusedError([Problem(name, "required") for name in missing])
    problems = [
        *taken.guard({**old, **values, **told}, seen),
        *wording_problems(kind.fields, values, values, of_person=False),
    ]
    if problems:
        raise RefusedError(problems)
    values |= {life.field: target} | ({life.dated: told["on"]} if life.dated else {})
    beside = [
        _write(KINDS[one.kind], one.id or str(uuid7()), dict(one.values), seen.get(one.kind, one.id))
        for one in outcome.records
    ]
    write(connection, province, office.id, [_write(kind, record_id, values, old), *beside], by.id, at)
    return {**old, **values}


def _published(name: str) -> Kind:
    kind = KINDS.get(name)
    if kind is None or name not in PUBLISHED:
        raise RefusedError.of("kind", "unknown_code", given=name)
    return kind


def _writable(name: str, by: Account) -> Kind:
    kind = _published(name)
    if by.role not in kind.writers & SUPERVISORS:
        raise RefusedError.of("", "not_allowed")
    return kind


def _refuse_program_fields(kind: Kind, given: Mapping[str, object], by: Account) -> None:
    fields = kind.fields
    problems = [Problem(name, "read_only") for name in given if name in fields and fields[name].by_program]
    problems += [
        Problem(name, "not_allowed")
        for name in given
        if name in fields and fields[name].setters and by.role not in fields[name].setters
    ]
    if problems:
        raise RefusedError(problems)


def _changed(kind: Kind, old: Row, told: Mapping[str, object]) -> dict[str, Any]:
    """The whole record with the told fields read; what stays is not read again."""
    problems = [Problem(name, "unknown_field", {"given": name}) for name in told if name not in kind.fields]
    values = {name: old[name] for name in kind.fields}
    for name in (name for name in told if name in kind.fields):
        try:
            values[name] = kind.fields[name].read(told[name])
        except Refusal as refusal:
            problems.append(Problem(name, refusal.code, refusal.facts))
    if problems:
        raise RefusedError(problems)
    return values


def _lost_links(kind: Kind, values: Row, seen: Seen, given: Iterable[str]) -> Iterable[Problem]:
    """Links that lead to no record which the province can see."""
    for name in given:
        about = kind.fields.get(name)
        if about is None or about.input is not Input.LINK or not about.links or not values.get(name):
            continue
        if seen.get(about.links, str(values[name])) is None:
            yield Problem(name, "unknown_record")


def _allowed(kind: Kind, life: LifeCycle, source: str, target: str, by: Account) -> Transition:
    taken = life.find(source, target)
    if taken is None:
        codes = kind.fields[life.field].codes
        told = {"source": label_of(codes, source), "target": label_of(codes, target)}
        raise RefusedError.of("state", "no_such_step", **told)
    if by.role not in taken.roles:
        raise RefusedError.of("state", "step_of_others")
    return taken


def _read(kind: Kind, taken: Transition, given: Mapping[str, object]) -> dict[str, Any]:
    known, read = tellable(kind, taken), dict[str, Any]()
    problems = [Problem(name, "unknown_field", {"given": name}) for name in given if name not in known]
    for name, value in with_precision(kind.draft, given).items():
        if name in known and value not in (None, "", []):
            try:
                read[name] = known[name].read(value)
            except Refusal as refusal:
                problems.append(Problem(name, refusal.code, refusal.facts))
    if problems:
        raise RefusedError(problems)
    return read


def _write(kind: Kind, record_id: str, values: Row, old: Row | None) -> Write:
    """Only what differs, and only what is published: the rest is the office's own."""
    columns = PUBLISHED[kind.name].c
    before = old or {}
    told = {name: value for name, value in values.items() if name in columns and value != before.get(name)}
    return Write(kind.name, record_id, told)

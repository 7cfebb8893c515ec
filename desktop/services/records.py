"""Adding, changing, moving on and removing one record of any kind, with every rule of its declaration."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.persian.calendar import read_date
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Kind, Row
from desktop.services.access import kind_named, require_writer
from desktop.services.echoes import after_delete
from desktop.services.household_life import change_household, change_person, delete_person
from desktop.services.membership import active_members
from desktop.services.writing import log_need_step, refuse_program_fields, write_change, write_new
from desktop.store.unit_of_work import UnitOfWork


def add_record(work: UnitOfWork, kind_name: str, given: Mapping[str, object]) -> Row:
    """A new record of what was typed or imported. RefusedError names every field that is wrong."""
    kind = kind_named(kind_name)
    require_writer(work, kind)
    return write_new(work, kind, given)


def change_record(work: UnitOfWork, kind_name: str, record_id: str, given: Mapping[str, object]) -> Row:
    """Change just the given fields; all rules are asked again about the whole record."""
    kind = kind_named(kind_name)
    require_writer(work, kind)
    old = work.get(kind.name, record_id)
    if old is None:
        raise RefusedError.of("id", "unknown_record")
    _refuse_forgotten(kind, old)
    refuse_program_fields(kind, given)
    if kind.name in _WITH_CONSEQUENCES:
        return _WITH_CONSEQUENCES[kind.name](work, old, given)
    return write_change(work, kind, old, given)


def _refuse_forgotten(kind: Kind, old: Row) -> None:
    """Nothing is written again into the file of somebody who was forgotten, and what it still counts stays (G-24)."""
    if kind.name in _WITH_CONSEQUENCES and old["status"] == "erased":
        raise RefusedError.of("id", "person_erased" if kind.name == "person" else "file_is_closed")


_WITH_CONSEQUENCES = {"person": change_person, "household": change_household}


def delete_record(
    work: UnitOfWork, kind_name: str, record_id: str, given: Mapping[str, object] = MappingProxyType({})
) -> None:
    """Mark a record deleted. `given` may name the `successor_id` of a head who goes."""
    kind = kind_named(kind_name)
    require_writer(work, kind)
    old = work.get(kind.name, record_id)
    if old is None:
        raise RefusedError.of("id", "unknown_record")
    _refuse_forgotten(kind, old)
    if kind.name == "person":
        delete_person(work, old, given)
    else:
        if kind.name == "household" and active_members(work, record_id):
            raise RefusedError.of("", "household_has_members")
        work.delete(kind.name, record_id)
        after_delete(work, kind.name, old)
    work.audit("delete", kind.name, record_id)


def step_record(work: UnitOfWork, kind_name: str, record_id: str, target: str, given: Mapping[str, object]) -> Row:
    """Move a record along its life cycle. Fields given on the way are saved with the step."""
    kind = kind_named(kind_name)
    require_writer(work, kind)
    if kind.life is None:
        raise RefusedError.of("state", "no_life_cycle")
    old = work.get(kind.name, record_id)
    if old is None:
        raise RefusedError.of("id", "unknown_record")
    values = dict(given)
    if kind.name in _WITH_CONSEQUENCES:
        return _step_of_life(work, kind, old, target, values)
    note = values.pop("note", None)
    if kind.name == "need" and target == "referred":
        values = _refer(work, old, values)
    step = _allowed_step(work, kind, old, target)
    if "close_reason" in step.needs and not values.get("close_reason") and target == "met":
        values["close_reason"] = "met"
    missing = [name for name in step.needs if not _given(name, values, old, note)]
    if missing:
        raise RefusedError([Problem(name, "required") for name in missing])
    on = _step_date(work, old, values.pop("on", None))
    problems = list(step.guard({**old, **values}, work))
    if problems:
        raise RefusedError(problems)
    moved = write_change(work, kind, old, values, {kind.life.field: target, **_dated(kind, on)})
    if kind.name == "need":
        log_need_step(work, old, moved, on, note)
    return moved


def _step_of_life(work: UnitOfWork, kind: Kind, old: Row, target: str, values: dict[str, object]) -> Row:
    """A person or a household goes, ends or comes back, today unless told otherwise."""
    _allowed_step(work, kind, old, target)
    on = values.pop("on", None) or values.pop("status_date", None) or work.today
    return change_record(work, kind.name, old["id"], {**values, "status": target, "status_date": on})


def _allowed_step(work: UnitOfWork, kind: Kind, old: Row, target: str) -> Transition:
    assert kind.life is not None  # noqa: S101  checked by the caller
    source = old[kind.life.field]
    step = kind.life.find(source, target)
    if step is None:
        codes = kind.fields[kind.life.field].codes
        raise RefusedError.of("state", "no_such_step", source=label_of(codes, source), target=label_of(codes, target))
    if work.actor.role not in step.roles:
        raise RefusedError.of("state", "manager_only")
    return step


def _given(name: str, values: Mapping[str, object], old: Row, note: object) -> bool:
    value = note if name == "note" else values.get(name, old.get(name))
    return value is not None and value != ""


def _step_date(work: UnitOfWork, old: Row, given: object) -> date:
    """The day of a step: today unless told, never before the last step nor after today."""
    if given is None:
        return work.today
    try:
        on = given if isinstance(given, date) else read_date(str(given))
    except Refusal as refusal:
        raise RefusedError.of("on", refusal.code, **refusal.facts) from refusal
    if on > work.today:
        raise RefusedError.of("on", "in_future")
    if old.get("status_on") and on < old["status_on"]:
        raise RefusedError.of("on", "before_start")
    return on


def _dated(kind: Kind, on: date) -> dict[str, Any]:
    return {"status_on": on} if "status_on" in kind.fields else {}


def _refer(work: UnitOfWork, need: Row, values: dict[str, object]) -> dict[str, object]:
    """A step to «referred» that names an agency records the referral itself."""
    fields = KINDS["referral"].fields
    sent = {name: values.pop(name) for name in list(values) if name in fields and name != "status"}
    agency = sent.get("agency_id") or values.get("main_agency_id")
    if agency:
        write_new(work, KINDS["referral"], {**sent, "agency_id": agency, "need_id": need["id"]})
        values["main_agency_id"] = agency
    return values

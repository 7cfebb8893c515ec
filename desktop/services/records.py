"""Adding, changing, moving on and removing one record of any kind, with every rule of its declaration."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.problems import RefusedError
from desktop.domain.record import Kind, Row
from desktop.services.access import kind_named, may_see, require_writer
from desktop.services.echoes import after_delete
from desktop.services.household_life import change_household, change_person, delete_person
from desktop.services.membership import active_members
from desktop.services.steps import allowed_step, take_step
from desktop.services.writing import refuse_fields_of_others, refuse_program_fields, write_change, write_new
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
    if old is None or not may_see(work, kind, old):
        raise RefusedError.of("id", "unknown_record")
    _refuse_closed(kind, old)
    refuse_program_fields(kind, given)
    refuse_fields_of_others(work, kind, given)
    if kind.name in _WITH_CONSEQUENCES:
        return _WITH_CONSEQUENCES[kind.name](work, old, given)
    return write_change(work, kind, old, given)


def _refuse_closed(kind: Kind, old: Row) -> None:
    """Nothing is written into a file that was merged into another, nor of somebody who was forgotten (G-24)."""
    closed = kind.name in _WITH_CONSEQUENCES and old["status"] in ("erased", "merged")
    if closed:
        forgotten = kind.name == "person" and old["status"] == "erased"
        raise RefusedError.of("id", "person_erased" if forgotten else "file_is_closed")


_WITH_CONSEQUENCES = {"person": change_person, "household": change_household}


def delete_record(
    work: UnitOfWork, kind_name: str, record_id: str, given: Mapping[str, object] = MappingProxyType({})
) -> None:
    """Mark a record deleted. `given` may name the `successor_id` of a head who goes."""
    kind = kind_named(kind_name)
    require_writer(work, kind)
    old = work.get(kind.name, record_id)
    if old is None or not may_see(work, kind, old):
        raise RefusedError.of("id", "unknown_record")
    _refuse_closed(kind, old)
    if kind.name == "person":
        delete_person(work, old, given)
    else:
        if kind.name == "household" and active_members(work, record_id):
            raise RefusedError.of("", "household_has_members")
        locked = kind.locks(old, work)
        if locked:
            raise RefusedError(locked)
        if kind.stays and old[kind.state] in kind.stays:
            raise RefusedError.of("", "record_stays")
        work.delete(kind.name, record_id)
        after_delete(work, kind.name, old)
    if not kind.is_hidden(old):  # a line about what others do not know of would tell of it
        work.audit("delete", kind.name, record_id)


def step_record(work: UnitOfWork, kind_name: str, record_id: str, target: str, given: Mapping[str, object]) -> Row:
    """Move a record along its life cycle. Fields given on the way are saved with the step."""
    kind = kind_named(kind_name)
    require_writer(work, kind)
    if kind.life is None and kind.state:  # any state may follow any other, as in the form
        return change_record(work, kind.name, record_id, {**given, kind.state: target})
    if kind.life is None:
        raise RefusedError.of("state", "no_life_cycle")
    old = work.get(kind.name, record_id)
    if old is None or not may_see(work, kind, old):
        raise RefusedError.of("id", "unknown_record")
    if kind.name in _WITH_CONSEQUENCES:
        return _step_of_life(work, kind, old, target, dict(given))
    if kind.name == "monthly_report":
        from desktop.services.report_life import step_report  # it lays out the whole report

        return step_report(work, old, target, given)
    return take_step(work, kind, kind.life, old, target, given)


def _step_of_life(work: UnitOfWork, kind: Kind, old: Row, target: str, values: dict[str, object]) -> Row:
    """A person or a household goes, ends or comes back, today unless told otherwise."""
    if kind.life is not None:
        allowed_step(work, kind, kind.life, old[kind.life.field], target)
    on = values.pop("on", None) or values.pop("status_date", None) or work.today
    return change_record(work, kind.name, old["id"], {**values, "status": target, "status_date": on})

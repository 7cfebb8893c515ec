# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""What is done to a thing to do where it stands: put off, brought back, done, given to a colleague at work."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desktop.domain.need import SPECIALTY_BY_FIELD
from desktop.domain.persian.order import sort_key
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.worklist import AT_WORK
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Colleague:
    """Somebody at work who can follow a need."""

    staff_id: str
    name: str
    specialty: str


def put_off(work: UnitOfWork, about: str, record_id: str, given: Mapping[str, object]) -> Row:
    """Hides a thing to do until a later day; `given` are that day and the reason."""
    told = {**given, "about": about, "about_id": record_id, "by": work.actor.staff_id or None}
    return add_record(work, "postponement", told)


def bring_back(work: UnitOfWork, record_id: str) -> None:
    """What was put off is to be done today after all."""
    for row in work.find("postponement", about_id=record_id):
        if row["until"] > work.today:
            delete_record(work, "postponement", row["id"])


def give(work: UnitOfWork, need_id: str, staff_id: str) -> Row:
    """Lets a colleague at work follow a need."""
    if not any(colleague.staff_id == staff_id for colleague in colleagues(work)):
        raise RefusedError.of("owner_staff_id", "not_at_work")
    return change_record(work, "need", need_id, {"owner_staff_id": staff_id})


def finish_action(work: UnitOfWork, visit_id: str) -> Row:
    """What was promised in a visit was done today."""
    return change_record(work, "visit", visit_id, {"next_action_done_on": work.today})


def colleagues(rows: Rows) -> list[Colleague]:
    """Everybody at work, by name."""
    sql = f"SELECT s.id, s.full_name, s.specialty FROM staff_member s WHERE {AT_WORK}"
    found = rows.query(sql, today=rows.today.isoformat())
    made = [Colleague(row["id"], row["full_name"], row["specialty"]) for row in found]
    return sorted(made, key=lambda colleague: sort_key(colleague.name))


def suited(staff: Iterable[Colleague], field: str) -> list[Colleague]:
    """The same colleagues, first those whose specialty a need of this field is."""
    return sorted(staff, key=lambda colleague: colleague.specialty != SPECIALTY_BY_FIELD[field])

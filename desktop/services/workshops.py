"""What belongs to a workshop as a whole: its places and their waiting list, and a paper sheet typed at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.domain.attendance import ATTENDANCE
from desktop.domain.problems import Problem, Refusal, RefusedError
from desktop.domain.record import Row
from desktop.domain.workshop_seats import reported_locks
from desktop.domain.workshop_session import WORKSHOP_SESSION
from desktop.services.access import require_writer
from desktop.services.echoes import after_save
from desktop.services.records import add_record, change_record
from desktop.store.unit_of_work import UnitOfWork

_CLOSED = {"erased": "person_erased", "merged": "file_is_closed"}


@dataclass(frozen=True)
class Withdrawal:
    """Somebody gave up a place; `promoted` got one by it and is to be called."""

    enrollment: Row
    promoted: tuple[Row, ...]


def enroll(work: UnitOfWork, workshop_id: str, person_ids: Sequence[str]) -> list[Row]:
    """Enrol people in order; those beyond the capacity wait in order."""
    return [add_record(work, "workshop_enrollment", {"workshop_id": workshop_id, "person_id": p}) for p in person_ids]


def withdraw(work: UnitOfWork, enrollment_id: str, on: date | None = None) -> Withdrawal:
    """Give up a place or a turn, today unless told; the first who waits gets the place."""
    told = {"status": "withdrawn", **({"withdrawn_on": on} if on else {})}
    row = change_record(work, "workshop_enrollment", enrollment_id, told)
    places = work.find("workshop_enrollment", workshop_id=row["workshop_id"])
    promoted = [p for p in places if p["promoted_on"] == work.today and p["updated_at"] == work.at]
    return Withdrawal(row, tuple(promoted))


def tell(work: UnitOfWork, enrollment_ids: Sequence[str]) -> None:
    """Somebody was called about a place that became theirs, or a workshop that was cancelled."""
    for enrollment_id in enrollment_ids:
        change_record(work, "workshop_enrollment", enrollment_id, {"told_on": work.today})


def record_attendance(work: UnitOfWork, session_id: str, marks: Mapping[str, str], walk_ins: int = 0) -> None:
    """The marks of one sheet (person → state); the session becomes held. Typing it again changes what differs.

    The rules of one mark are asked of all together: who is marked is known, nobody twice, and the workshop is open.
    """
    require_writer(work, ATTENDANCE)
    session = work.get("workshop_session", session_id)
    if session is None:
        raise RefusedError.of("session_id", "unknown_record")
    known = {mark["person_id"]: mark for mark in work.find("attendance", session_id=session_id)}
    states, problems = _states(marks)
    problems += _faults_of_people(work, [person for person in marks if person not in known])
    problems += reported_locks(session, work)
    problems += _faults_of_session(work, session, walk_ins)
    if problems:
        raise RefusedError(problems)
    if session["held"] is not True or session["walk_ins"] != walk_ins:
        held = work.change_row(WORKSHOP_SESSION, session, {"held": True, "walk_ins": walk_ins})
        after_save(work, "workshop_session", held, session)
    for person_id, state in states.items():
        if person_id in known and known[person_id]["state"] != state:
            work.change_row(ATTENDANCE, known[person_id], {"state": state})
    fresh = {person: state for person, state in states.items() if person not in known}
    work.add_several(
        "attendance",
        [{"session_id": session_id, "person_id": p, "state": state, "minutes": None} for p, state in fresh.items()],
    )


def _faults_of_session(work: UnitOfWork, session: Row, walk_ins: int) -> Iterator[Problem]:
    """What of a session's own rules a sheet can break."""
    if session["date"] > work.today:
        yield Problem("held", "in_future")
    try:
        WORKSHOP_SESSION.fields["walk_ins"].read(walk_ins)
    except Refusal as refusal:
        yield Problem("walk_ins", refusal.code, refusal.facts)


def _states(marks: Mapping[str, str]) -> tuple[dict[str, str], list[Problem]]:
    """Every mark as it is stored, and what is wrong with others."""
    about = ATTENDANCE.fields["state"]
    read: dict[str, str] = {}
    problems = []
    for person_id, state in marks.items():
        try:
            read[person_id] = about.read(state)
        except Refusal as refusal:
            problems.append(Problem(f"marks.{person_id}", refusal.code, refusal.facts))
    return read, problems


def _faults_of_people(work: UnitOfWork, person_ids: Sequence[str]) -> Iterator[Problem]:
    """People who are not there, or whose file is closed."""
    sql = "SELECT id, status FROM person WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(:ids))"
    found = {row["id"]: row["status"] for row in work.query(sql, ids=json.dumps(person_ids))} if person_ids else {}
    for person_id in person_ids:
        if person_id not in found:
            yield Problem(f"marks.{person_id}", "unknown_record")
        elif found[person_id] in _CLOSED:
            yield Problem(f"marks.{person_id}", _CLOSED[found[person_id]])

"""What belongs to a workshop as a whole: its sessions, its enrolments, and a paper attendance sheet typed at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from desktop.domain.problems import Problem, RefusedError
from desktop.domain.record import Row
from desktop.services.records import add_record, change_record
from desktop.store.unit_of_work import UnitOfWork


def plan_sessions(work: UnitOfWork, workshop_id: str, days_apart: int = 7) -> list[Row]:
    """The planned number of sessions, evenly apart from the workshop's first day; existing numbers are left alone."""
    workshop = _workshop(work, workshop_id)
    known = {s["no"] for s in work.find("workshop_session", workshop_id=workshop_id)}
    first: date = workshop["planned_start"]
    made = []
    for no in range(1, workshop["sessions_planned"] + 1):
        if no not in known:
            on = first + timedelta(days=days_apart * (no - 1))
            made.append(add_record(work, "workshop_session", {"workshop_id": workshop_id, "no": no, "date": on}))
    return made


def enroll(work: UnitOfWork, workshop_id: str, person_ids: Sequence[str]) -> list[Row]:
    """Enrol people in order; those beyond the capacity wait in order."""
    return [add_record(work, "workshop_enrollment", {"workshop_id": workshop_id, "person_id": p}) for p in person_ids]


def record_attendance(work: UnitOfWork, session_id: str, marks: Mapping[str, str], walk_ins: int = 0) -> None:
    """The marks of one sheet (person → state); the session becomes held. Typing it again changes what differs."""
    session = work.get("workshop_session", session_id)
    if session is None:
        raise RefusedError.of("session_id", "unknown_record")
    change_record(work, "workshop_session", session_id, {"held": True, "walk_ins": walk_ins})
    known = {a["person_id"]: a for a in work.find("attendance", session_id=session_id)}
    problems: list[Problem] = []
    for person_id, state in marks.items():
        try:
            if person_id in known:
                change_record(work, "attendance", known[person_id]["id"], {"state": state})
            else:
                add_record(work, "attendance", {"session_id": session_id, "person_id": person_id, "state": state})
        except RefusedError as error:
            problems += [Problem(f"marks.{person_id}", p.code, p.facts) for p in error.problems]
    if problems:
        raise RefusedError(problems)


def _workshop(work: UnitOfWork, workshop_id: str) -> Row:
    workshop = work.get("workshop", workshop_id)
    if workshop is None:
        raise RefusedError.of("workshop_id", "unknown_record")
    return workshop

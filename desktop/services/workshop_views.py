"""What the screen of workshops shows: the list with its counts, one workshop, and the sheet of its sessions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.records import add_record
from desktop.services.viewing import as_read
from desktop.services.workshops import enroll, record_attendance
from desktop.store import lists
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Participant:
    """One enrolment as people read it."""

    enrollment_id: str
    person_id: str
    name: str
    father_name: str
    resident_no: str
    status: str
    waiting_rank: int | None
    came: int
    promoted_on: str | None = None  # the day on which a place came from the waiting list
    told_on: str | None = None


@dataclass(frozen=True)
class WorkshopDetail:
    """One workshop with its sessions and people; `titles` names the records it points to."""

    workshop: Row
    titles: Mapping[str, str]
    sessions: tuple[Row, ...]
    came: Mapping[str, int]  # session → how many were there
    marked: Mapping[str, int]  # session → how many have a mark
    people: tuple[Participant, ...]  # seated in Persian order, then waiting in their order, then withdrawn
    seen: int | None = None  # the last line of the log as of which all this is told

    @property
    def held(self) -> int:
        return sum(session["held"] is True for session in self.sessions)

    def with_status(self, *statuses: str) -> list[Participant]:
        return [person for person in self.people if person.status in statuses]


@dataclass(frozen=True)
class SheetPerson:
    """A line of the attendance sheet."""

    person_id: str
    name: str
    father_name: str


@dataclass(frozen=True)
class AttendanceSheet:
    """All sessions of a workshop with everybody's marks, as they are stored."""

    people: tuple[SheetPerson, ...]
    sessions: tuple[Row, ...]
    marks: Mapping[tuple[str, str], str]  # (session, person) → state
    seen: int | None = None  # the last line of the log as of which they are told


@dataclass(frozen=True)
class TypedSession:
    """What was typed for one session."""

    marks: Mapping[str, str] = field(default_factory=dict)
    walk_ins: int = 0


def workshop_page(rows: Rows, entries: Sequence[int]) -> list[dict[str, Any] | None]:
    """One row for each entry with the numbers of seated and waiting people; None for one that is gone."""
    found = {
        row["entry"]: row for row in as_read(rows, KINDS["workshop"], lists.page(rows.connection, "workshop", entries))
    }
    counts = rows.query(
        "SELECT workshop_id, sum(status IN ('enrolled', 'completed', 'failed')) AS seated, "
        "sum(status = 'waiting') AS waiting FROM workshop_enrollment WHERE deleted_at IS NULL "
        "AND workshop_id IN (SELECT value FROM json_each(:ids)) GROUP BY workshop_id",
        ids=json.dumps([row["id"] for row in found.values()]),
    )
    by_id = {row["workshop_id"]: row for row in counts}
    for row in found.values():
        count = by_id.get(row["id"])
        row["seated"], row["waiting"] = (count["seated"], count["waiting"]) if count else (0, 0)
    return [found.get(entry) for entry in entries]


def workshop_detail(rows: Rows, workshop_id: str) -> WorkshopDetail | None:
    """The workshop as of now; None when it is gone."""
    workshop = rows.get("workshop", workshop_id)
    if workshop is None:
        return None
    workshop = as_read(rows, KINDS["workshop"], [workshop])[0]
    sessions = sorted(rows.find("workshop_session", workshop_id=workshop_id), key=lambda s: s["no"])
    named = (name for name, about in KINDS["workshop"].fields.items() if about.links)
    titles = rows.titles(workshop[name] for name in named)
    sql = (
        "SELECT a.session_id, count(*) AS marked, sum(a.state IN ('present', 'late')) AS came FROM attendance a "
        "JOIN workshop_session s ON s.id = a.session_id WHERE s.workshop_id = :id AND a.deleted_at IS NULL "
        "AND s.deleted_at IS NULL GROUP BY a.session_id"
    )
    counts = rows.query(sql, id=workshop_id)
    return WorkshopDetail(
        workshop,
        titles,
        tuple(sessions),
        {row["session_id"]: row["came"] for row in counts},
        {row["session_id"]: row["marked"] for row in counts},
        tuple(_people(rows, workshop_id)),
        rows.log_position(),
    )


def _people(rows: Rows, workshop_id: str) -> list[Participant]:
    sql = (
        "SELECT w.id, w.person_id, x.title, p.father_name, p.resident_no, w.status, w.waiting_rank, "
        "w.promoted_on, w.told_on, "
        "(SELECT count(*) FROM attendance a JOIN workshop_session s ON s.id = a.session_id WHERE a.person_id = p.id "
        " AND s.workshop_id = w.workshop_id AND a.state IN ('present', 'late') AND a.deleted_at IS NULL "
        " AND s.deleted_at IS NULL) AS came "
        "FROM workshop_enrollment w JOIN person p ON p.id = w.person_id JOIN search_entry x ON x.record_id = p.id "
        "WHERE w.workshop_id = :id AND w.deleted_at IS NULL ORDER BY CASE w.status WHEN 'waiting' THEN 1 "
        "WHEN 'withdrawn' THEN 2 ELSE 0 END, CASE w.status WHEN 'waiting' THEN w.waiting_rank END, x.order_key, x.entry"
    )
    return [
        Participant(
            row["id"], row["person_id"], row["title"], row["father_name"] or "", row["resident_no"], row["status"],
            row["waiting_rank"], row["came"], row["promoted_on"], row["told_on"],
        )
        for row in rows.query(sql, id=workshop_id)
    ]  # fmt: skip


def attendance_sheet(rows: Rows, workshop_id: str) -> AttendanceSheet:
    """Seated people and everybody who has a mark, in Persian order, with all marks."""
    sessions = sorted(rows.find("workshop_session", workshop_id=workshop_id), key=lambda s: s["no"])
    marks = rows.query(
        "SELECT a.session_id, a.person_id, a.state FROM attendance a JOIN workshop_session s ON s.id = a.session_id "
        "WHERE s.workshop_id = :id AND a.deleted_at IS NULL AND s.deleted_at IS NULL",
        id=workshop_id,
    )
    people = rows.query(
        "SELECT p.id, x.title, p.father_name FROM person p JOIN search_entry x ON x.record_id = p.id "
        "WHERE p.id IN (SELECT person_id FROM workshop_enrollment WHERE workshop_id = :id AND deleted_at IS NULL "
        "AND status IN ('enrolled', 'completed', 'failed')) OR p.id IN (SELECT value FROM json_each(:marked)) "
        "ORDER BY x.order_key, x.entry",
        id=workshop_id,
        marked=json.dumps(sorted({row["person_id"] for row in marks})),
    )
    return AttendanceSheet(
        tuple(SheetPerson(row["id"], row["title"], row["father_name"] or "") for row in people),
        tuple(sessions),
        {(row["session_id"], row["person_id"]): row["state"] for row in marks},
        rows.log_position(),
    )


def record_sheet(
    work: UnitOfWork, workshop_id: str, newcomers: Sequence[str], sessions: Mapping[str, TypedSession]
) -> int:
    """Enrol the newcomers and record every session typed, in one commit; returns how many marks there were."""
    if newcomers:
        known = {e["person_id"] for e in work.find("workshop_enrollment", workshop_id=workshop_id)}
        enroll(work, workshop_id, [person for person in newcomers if person not in known])
    for session_id, typed in sessions.items():
        record_attendance(work, session_id, typed.marks, typed.walk_ins)
    return sum(len(typed.marks) for typed in sessions.values())


def add_session(work: UnitOfWork, workshop_id: str, given: Mapping[str, object]) -> Row:
    """One more session of a workshop; without a number it follows the last one."""
    numbers = (session["no"] for session in work.find("workshop_session", workshop_id=workshop_id))
    number = given.get("no") or max(numbers, default=0) + 1
    return add_record(work, "workshop_session", {**given, "workshop_id": workshop_id, "no": number})

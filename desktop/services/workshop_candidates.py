# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""Residents who may be asked to a workshop: found by what they wish for, can do, and are."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from desktop.domain.attendance import CAME
from desktop.domain.kinds import KINDS
from desktop.domain.persian.text import search_key
from desktop.domain.person import age_of
from desktop.domain.record import Row
from desktop.domain.workshop_clashes import TAKES_PART, overlap
from desktop.domain.workshop_seats import BARRED_SEX
from desktop.services.access import require_reader
from desktop.store.rows import Rows

MOST = 500  # more are no list that anybody reads; narrow the filters


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Whom one looks for; what is empty does not matter. Several interests or skills: any of them."""

    interests: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    sex: str = ""
    women_heads: bool = False
    neighborhood_ids: tuple[str, ...] = ()
    youngest: int | None = None
    oldest: int | None = None
    activity: tuple[str, ...] = ()
    education: tuple[str, ...] = ()
    never_in_such: bool = False  # who has not come to a workshop of this type yet


@dataclass(frozen=True)
class Candidate:
    """A resident as the list shows them. `place` is the state of their enrolment here, `busy` the workshop it meets.

    Who gave no consent has a number and no name, and is as welcome (G-07).
    """

    person_id: str
    name: str
    resident_no: str
    father_name: str
    age: int | None
    is_women_head: bool
    place: str = ""
    busy: str = ""


def candidates(rows: Rows, workshop_id: str, wanted: Wanted) -> list[Candidate]:
    """Active residents whom this workshop may take, in Persian order; at most `MOST`."""
    require_reader(rows.role, KINDS["person"])
    workshop = rows.get("workshop", workshop_id)
    if workshop is None:
        return []
    found = list(islice(_found(rows, workshop, wanted), MOST))
    ids = [row["id"] for row in found]
    places = _places(rows, workshop_id, ids)
    busy = busy_people(rows, workshop_id, ids)
    return [
        Candidate(
            row["id"],
            row["title"],
            row["resident_no"],
            row["father_name"] or "",
            age_of(row, rows.today),
            bool(row["is_women_head"]),
            places.get(row["id"], ""),
            busy.get(row["id"], ""),
        )
        for row in found
    ]


def _found(rows: Rows, workshop: Row, wanted: Wanted) -> Iterator[Row]:
    """Everybody of the right kind, as stored; dates are dates again."""
    conditions = ["p.deleted_at IS NULL", "p.status = 'active'"]
    values: dict[str, object] = {}
    barred = BARRED_SEX.get(workshop["sex_restriction"])
    if barred:
        conditions.append(f"p.sex <> '{barred}'")
    if wanted.women_heads:
        conditions.append("p.is_women_head")
    lists = {"sex": (wanted.sex,) if wanted.sex else (), "neighborhood_id": wanted.neighborhood_ids}
    lists |= {"activity_status": wanted.activity, "education_level": wanted.education}
    for name, allowed in lists.items():
        if allowed:
            conditions.append(f"p.{name} IN (SELECT value FROM json_each(:{name}))")
            values[name] = json.dumps(allowed)
    if wanted.interests:
        conditions.append(f"EXISTS (SELECT 1 FROM json_each(p.interests) i WHERE i.value IN ({_ANY}))")
        values["interests"] = json.dumps(wanted.interests)
    if wanted.never_in_such:
        conditions.append(f"NOT EXISTS ({_CAME_TO_SUCH})")
        values["type"] = workshop["type"]
    sql = (
        "SELECT p.id, x.title, p.resident_no, p.father_name, p.birth_date, p.age_estimated, p.age_reference_date, "
        "p.is_women_head, p.skills FROM person p JOIN search_entry x ON x.record_id = p.id "
        f"WHERE {' AND '.join(conditions)} ORDER BY x.order_key, x.entry"
    )
    for row in rows.query(sql, **values):
        days = {name: date.fromisoformat(row[name]) if row[name] else None for name in _DAYS}
        person = {**row, **days, "skills": json.loads(row["skills"] or "[]")}
        if _fits(person, wanted, rows.today):
            yield person


_DAYS = ("birth_date", "age_reference_date")
_ANY = "SELECT value FROM json_each(:interests)"
_STATES = ", ".join(f"'{state}'" for state in CAME)
_CAME_TO_SUCH = (
    "SELECT 1 FROM attendance a JOIN workshop_session s ON s.id = a.session_id JOIN workshop w ON w.id = s.workshop_id "
    f"WHERE a.person_id = p.id AND a.deleted_at IS NULL AND a.state IN ({_STATES}) AND w.type = :type"
)


def _fits(person: Row, wanted: Wanted, today: date) -> bool:
    """What SQL does not know: ages that grow, and skills as somebody wrote them."""
    age = age_of(person, today)
    if wanted.youngest is not None and (age is None or age < wanted.youngest):
        return False
    if wanted.oldest is not None and (age is None or age > wanted.oldest):
        return False
    skills = [search_key(skill) for skill in person["skills"]]
    return not wanted.skills or any(search_key(typed) in skill for typed in wanted.skills for skill in skills)


def _places(rows: Rows, workshop_id: str, ids: Sequence[str]) -> dict[str, str]:
    sql = (
        "SELECT person_id, status FROM workshop_enrollment WHERE workshop_id = :id AND deleted_at IS NULL "
        "AND person_id IN (SELECT value FROM json_each(:ids))"
    )
    return {row["person_id"]: row["status"] for row in rows.query(sql, id=workshop_id, ids=json.dumps(ids))}


def busy_people(rows: Rows, workshop_id: str, person_ids: Sequence[str]) -> dict[str, str]:
    """Person → the title of another workshop of theirs whose sessions meet those of this one."""
    mine = rows.find("workshop_session", workshop_id=workshop_id)
    states = ", ".join(f"'{state}'" for state in sorted(TAKES_PART))
    sql = (
        "SELECT e.person_id, w.id, w.title FROM workshop_enrollment e JOIN workshop w ON w.id = e.workshop_id "
        f"WHERE e.deleted_at IS NULL AND w.deleted_at IS NULL AND e.status IN ({states}) AND w.id <> :id "
        "AND w.status IN ('planned', 'open', 'running') AND e.person_id IN (SELECT value FROM json_each(:ids))"
    )
    found = rows.query(sql, id=workshop_id, ids=json.dumps(list(person_ids)))
    meets = {
        other: any(overlap(a, b) for a in mine for b in rows.find("workshop_session", workshop_id=other))
        for other in {row["id"] for row in found}
    }
    return {row["person_id"]: row["title"] for row in found if meets[row["id"]]}

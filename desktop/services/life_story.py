# ruff: noqa: S608 - statements are made of names of ours; every value is bound
"""The history of one person as it is known here: what the log tells of the file, and what else happened around it.

Nothing sensitive is told: numbers of papers come as their last four digits, sensitive answers not at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from desktop.domain.clock import moment_of, today_in_iran
from desktop.domain.fields import About, Input, Sensitivity
from desktop.domain.kinds import KINDS
from desktop.domain.problems import Refusal
from desktop.store.rows import Rows

_TOLD_ELSEWHERE = frozenset(
    {"consent_state", "status_date", "birth_precision", "merged_into_id", "is_trustee", "deleted_at"}
    | {"age_reference_date", "resident_no", "status", "household_id", "relation_to_head"}
)
_TIED = {
    "person_identifier": ("person_id",),
    "consent": ("person_id",),
    "local_trustee": ("person_id",),
    "local_group_member": ("person_id",),
    "merge_record": ("kept_id", "merged_id"),
}
_STATES = {"deceased": "died", "moved": "left", "active": "returned", "merged": "merged", "erased": "erased"}


@dataclass(frozen=True)
class Happened:
    """One thing. `on` is the day it is about, `noted` the moment it was written down, `what` a code for its words."""

    on: date
    noted: datetime
    what: str
    who: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    kind: str = ""  # the record one can go to
    record_id: str = ""


@dataclass(frozen=True)
class _Line:
    """One line of the log: fields as [old, new]."""

    seq: int
    tx: str
    at: datetime
    who: str
    kind: str
    record_id: str
    action: str
    fields: Mapping[str, Sequence[Any]]
    forgotten: bool
    about: date | None = None  # the day it is about, where that is not the day it was written

    @property
    def day(self) -> date:
        return self.about or today_in_iran(self.at)

    def new(self, name: str) -> Any:
        return self.fields[name][1] if name in self.fields else None


def life_story(rows: Rows, person_id: str) -> list[Happened]:
    """Everything that is known to have happened with a person's file, the latest first."""
    ids = {kind: _tied(rows, kind, names, person_id) for kind, names in _TIED.items()}
    lines = _lines(rows, [person_id, *(one for found in ids.values() for one in found)])
    own = [line for line in lines if line.kind == "person"]
    homes = {str(home) for line in own for home in line.fields.get("household_id", ()) if home}
    at_home = _lines(rows, sorted(homes))
    lines = _as_of_registration(lines, at_home)
    own = [line for line in lines if line.kind == "person"]
    numbers = _numbers(rows, homes)
    found = [
        *(happened for line in own for happened in _of_person(line, at_home, numbers)),
        *_moves_within(own, at_home),
        *(happened for line in lines if line.kind in _TELLERS for happened in _TELLERS[line.kind](rows, line)),
        *_needs(rows, person_id),
        *_referrals(rows, person_id),
        *_workshops(rows, person_id),
        *_after_workshops(rows, person_id),
        *_visits(rows, person_id),
        *_letters(rows, person_id),
    ]
    told = sorted(enumerate(found), key=lambda one: (one[1].on, one[1].noted, one[0]), reverse=True)
    return [happened for _place, happened in told]


def _tied(rows: Rows, kind: str, names: Iterable[str], person_id: str) -> list[str]:
    where = " OR ".join(f"{name} = :id" for name in names)
    return [row["id"] for row in rows.query(f"SELECT id FROM {kind} WHERE {where}", id=person_id)]


def _lines(rows: Rows, record_ids: Sequence[str]) -> list[_Line]:
    """The log of these records, the first line first."""
    if not record_ids:
        return []
    marks = ", ".join(f":r{place}" for place in range(len(record_ids)))
    found = rows.query(
        "SELECT l.seq, l.tx, l.stamp, l.kind, l.record_id, l.action, l.fields, l.erased, "
        "coalesce(s.full_name, u.username, '') AS who FROM change_log l LEFT JOIN user_account u ON u.id = l.user_id "
        f"LEFT JOIN staff_member s ON s.id = u.staff_id WHERE l.record_id IN ({marks}) "
        "AND l.action NOT IN ('forget', 'beside') ORDER BY l.seq",
        **{f"r{place}": record_id for place, record_id in enumerate(record_ids)},
    )
    return [
        _Line(
            row["seq"],
            row["tx"],
            moment_of(row["stamp"]),
            row["who"],
            row["kind"],
            row["record_id"],
            row["action"],
            {name: pair for name, pair in json.loads(row["fields"]).items() if pair[0] != pair[1]},
            row["erased"] is not None,
        )
        for row in found
    ]


def _as_of_registration(lines: Sequence[_Line], at_home: Sequence[_Line]) -> list[_Line]:
    """Lines written together with the household's own registration are about the day that it names."""
    days = {line.tx: _day(line.new("registered_on")) for line in at_home if line.action == "add"}
    return [replace(line, about=days.get(line.tx)) for line in lines]


def _numbers(rows: Rows, household_ids: Iterable[str]) -> dict[str, str]:
    ids = sorted(household_ids)
    if not ids:
        return {}
    marks = ", ".join(f":h{place}" for place in range(len(ids)))
    found = rows.query(
        f"SELECT id, household_no FROM household WHERE id IN ({marks})",
        **{f"h{place}": home for place, home in enumerate(ids)},
    )
    return {row["id"]: row["household_no"] for row in found}


def _of_person(line: _Line, at_home: Sequence[_Line], numbers: Mapping[str, str]) -> Iterator[Happened]:
    """What one line about the person's own file tells, each matter for itself."""

    def told(what: str, on: date | None = None, **facts: Any) -> Happened:
        return Happened(on or line.day, line.at, what, line.who, facts)

    if line.forgotten:
        yield told("forgotten")
        return
    if "deleted_at" in line.fields:
        yield told("deleted" if line.new("deleted_at") else "restored")
        return
    home, relation = str(line.new("household_id") or ""), line.new("relation_to_head")
    if line.action == "add":
        yield told("registered", household_no=numbers.get(home, ""), relation=relation)
        return
    if "status" in line.fields:
        what, day = _STATES.get(line.new("status"), "edited"), _day(line.new("status_date"))
        ends = (one for one in at_home if one.tx == line.tx and "status" in one.fields)
        together = next(ends, None)
        place = together.new("moved_to") if together else None
        yield told(what, day, together=together is not None, moved_to=place or "")
    if home:
        yield told("household", household_no=numbers.get(home, ""), relation=relation)
    elif relation == "head":
        yield told("became_head")
    elif relation:
        yield told("relation", relation=relation)
    yield from (told("edited", fields=edits) for edits in [_edits(line)] if edits)


def _edits(line: _Line) -> list[tuple[str, Any, Any]]:
    """Name, old and new value of every field that was changed; sensitive ones and links by their name alone."""
    made = []
    for name, (old, new) in line.fields.items():
        about = KINDS["person"].fields.get(name)
        if about is None or name in _TOLD_ELSEWHERE:
            continue
        hidden = about.sensitivity is Sensitivity.SENSITIVE or bool(about.links)
        made.append((name, None, None) if hidden else (name, _typed(about, old), _typed(about, new)))
    return made


def _typed(about: About, logged: Any) -> Any:
    """A logged value as its declaration reads it; the log keeps days as text, and yes or no as numbers."""
    if logged is None or about.input is Input.YES_NO:
        return None if logged is None else bool(logged)
    try:
        return about.read(logged)
    except Refusal:  # an older program took what today's would refuse
        return str(logged)


def _moves_within(own: Sequence[_Line], at_home: Sequence[_Line]) -> Iterator[Happened]:
    """Other addresses of a household while the person lived in it."""
    lived: list[tuple[int, str]] = [
        (line.seq, str(line.new("household_id"))) for line in own if line.new("household_id")
    ]
    for line in at_home:
        if line.action == "add" or not {"neighborhood_id", "address_text"} & set(line.fields):
            continue
        there = [home for seq, home in lived if seq < line.seq]
        if there and there[-1] == line.record_id:
            yield Happened(line.day, line.at, "address", line.who, {"address": line.new("address_text") or ""})


def _of_paper(_rows: Rows, line: _Line) -> Iterator[Happened]:
    number = str(line.new("value") or "")
    facts = {"type": line.new("type"), "last4": number[-4:] if len(number) > 4 else ""}
    if line.forgotten:
        return
    if line.action == "add":
        yield Happened(line.day, line.at, "paper", line.who, facts)
    elif line.new("deleted_at"):
        yield Happened(line.day, line.at, "paper_removed", line.who)
    elif {"type", "value", "verified"} & set(line.fields):
        yield Happened(line.day, line.at, "paper_changed", line.who, facts)


def _of_consent(rows: Rows, line: _Line) -> Iterator[Happened]:
    scope = line.new("scope")
    if scope is None:
        kept = rows.query("SELECT scope FROM consent WHERE id = :id", id=line.record_id)
        scope = kept[0]["scope"] if kept else ""
    facts = {"scope": "sensitive:" if str(scope).startswith("sensitive:") else scope, "method": line.new("method")}
    if line.forgotten:
        return
    if line.action == "add":
        yield Happened(_day(line.new("given_on")) or line.day, line.at, "consent", line.who, facts)
    elif line.new("withdrawn_on"):
        yield Happened(_day(line.new("withdrawn_on")) or line.day, line.at, "withdrew", line.who, facts)
    elif line.new("deleted_at"):
        yield Happened(line.day, line.at, "consent_removed", line.who, facts)


def _of_trustee(rows: Rows, line: _Line) -> Iterator[Happened]:
    role = line.new("role")
    if role is None:
        kept = rows.query("SELECT role FROM local_trustee WHERE id = :id", id=line.record_id)
        role = kept[0]["role"] if kept else ""
    if line.action == "add" and line.new("active"):
        yield Happened(line.day, line.at, "trustee", line.who, {"role": role})
    elif line.action != "add" and "active" in line.fields:
        what = "trustee" if line.new("active") else "trustee_no_more"
        yield Happened(line.day, line.at, what, line.who, {"role": role})


def _of_member(rows: Rows, line: _Line) -> Iterator[Happened]:
    kept = rows.query(
        "SELECT g.name FROM local_group_member m JOIN local_group g ON g.id = m.group_id WHERE m.id = :id",
        id=line.record_id,
    )
    facts = {"group": kept[0]["name"] if kept else ""}
    if line.action == "add":
        yield Happened(_day(line.new("since")) or line.day, line.at, "group", line.who, facts)
    elif line.new("left_on"):
        yield Happened(_day(line.new("left_on")) or line.day, line.at, "group_left", line.who, facts)


def _of_merge(rows: Rows, line: _Line) -> Iterator[Happened]:
    kept = rows.query(
        "SELECT p.resident_no FROM merge_record m JOIN person p ON p.id = m.merged_id WHERE m.id = :id",
        id=line.record_id,
    )
    facts = {"resident_no": kept[0]["resident_no"] if kept else ""}
    if line.action == "add":
        yield Happened(line.day, line.at, "merge", line.who, facts)
    elif line.new("undone_on"):
        yield Happened(line.day, line.at, "unmerge", line.who, facts)


_TELLERS: dict[str, Callable[[Rows, _Line], Iterator[Happened]]] = {
    "person_identifier": _of_paper,
    "consent": _of_consent,
    "local_trustee": _of_trustee,
    "local_group_member": _of_member,
    "merge_record": _of_merge,
}


def _needs(rows: Rows, person_id: str) -> Iterator[Happened]:
    found = rows.query(
        'SELECT n.id, n.subject, e.from_status, e.to_status, e."on" AS day, e.created_at, s.full_name AS who '
        "FROM need n JOIN need_event e ON e.need_id = n.id LEFT JOIN staff_member s ON s.id = e.by "
        "WHERE n.person_id = :id AND n.deleted_at IS NULL AND e.deleted_at IS NULL",
        id=person_id,
    )
    for row in found:
        facts = {"subject": row["subject"], "status": row["to_status"], "first": row["from_status"] is None}
        yield _dated(row, "need", facts, "need")


def _referrals(rows: Rows, person_id: str) -> Iterator[Happened]:
    found = rows.query(
        "SELECT n.id, n.subject, r.sent_on AS day, r.created_at, r.mode, o.name_fa AS agency, '' AS who "
        "FROM need n JOIN referral r ON r.need_id = n.id JOIN organization o ON o.id = r.agency_id "
        "WHERE n.person_id = :id AND n.deleted_at IS NULL AND r.deleted_at IS NULL",
        id=person_id,
    )
    for row in found:
        yield _dated(row, "referral", {name: row[name] for name in ("subject", "mode", "agency")}, "need")


def _workshops(rows: Rows, person_id: str) -> Iterator[Happened]:
    found = rows.query(
        "SELECT w.id, w.title, x.status, x.enrolled_on AS day, x.created_at, '' AS who, (SELECT count(*) "
        "FROM attendance a JOIN workshop_session s ON s.id = a.session_id WHERE a.person_id = x.person_id "
        "AND s.workshop_id = w.id AND a.deleted_at IS NULL AND a.state IN ('present', 'late')) AS came "
        "FROM workshop_enrollment x JOIN workshop w ON w.id = x.workshop_id WHERE x.person_id = :id "
        "AND x.deleted_at IS NULL AND w.deleted_at IS NULL",
        id=person_id,
    )
    for row in found:
        yield _dated(row, "workshop", {name: row[name] for name in ("title", "status", "came")}, "workshop")


def _after_workshops(rows: Rows, person_id: str) -> Iterator[Happened]:
    """Certificates, what became of the person, and stalls at markets."""
    certificates = rows.query(
        "SELECT w.id, w.title, c.number, c.issued_on AS day, c.created_at, '' AS who FROM certificate c "
        "JOIN workshop w ON w.id = c.workshop_id WHERE c.person_id = :id AND c.deleted_at IS NULL",
        id=person_id,
    )
    outcomes = rows.query(
        "SELECT w.id, w.title, f.kind, f.checked_on AS day, f.created_at, '' AS who FROM outcome_followup f "
        "JOIN workshop w ON w.id = f.workshop_id WHERE f.person_id = :id AND f.deleted_at IS NULL "
        "AND f.checked_on IS NOT NULL",
        id=person_id,
    )
    stalls = rows.query(
        "SELECT e.id, e.title, s.product, e.date_from AS day, s.created_at, '' AS who FROM market_stall s "
        "JOIN event e ON e.id = s.event_id WHERE s.person_id = :id AND s.deleted_at IS NULL AND e.deleted_at IS NULL",
        id=person_id,
    )
    yield from (_dated(row, "certificate", _facts(row, "title", "number"), "workshop") for row in certificates)
    yield from (_dated(row, "outcome", _facts(row, "title", "kind"), "workshop") for row in outcomes)
    yield from (_dated(row, "stall", _facts(row, "title", "product"), "event") for row in stalls)


def _facts(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}


def _visits(rows: Rows, person_id: str) -> Iterator[Happened]:
    found = rows.query(
        "SELECT v.id, v.type, v.subject, v.date AS day, v.created_at, s.full_name AS who FROM visit v "
        "LEFT JOIN staff_member s ON s.id = v.staff_id WHERE v.person_id = :id AND v.deleted_at IS NULL",
        id=person_id,
    )
    for row in found:
        yield _dated(row, "visit", {name: row[name] for name in ("type", "subject")}, "visit")


def _letters(rows: Rows, person_id: str) -> Iterator[Happened]:
    found = rows.query(
        "SELECT l.id, l.number, l.subject, l.date AS day, l.created_at, o.name_fa AS agency, s.full_name AS who "
        "FROM letter l JOIN organization o ON o.id = l.to_org_id LEFT JOIN staff_member s ON s.id = l.signed_by "
        "WHERE l.person_id = :id AND l.deleted_at IS NULL",
        id=person_id,
    )
    for row in found:
        yield _dated(row, "letter", {name: row[name] for name in ("number", "subject", "agency")}, "letter")


def _dated(row: Mapping[str, Any], what: str, facts: Mapping[str, Any], kind: str) -> Happened:
    """A thing that a record of its own tells, with the moment at which that was written."""
    noted = datetime.fromisoformat(row["created_at"])
    noted = noted if noted.tzinfo else noted.replace(tzinfo=moment_of(0).tzinfo)
    return Happened(_day(row["day"]) or today_in_iran(noted), noted, what, row["who"] or "", facts, kind, row["id"])


def _day(stored: Any) -> date | None:
    return date.fromisoformat(stored) if isinstance(stored, str) and stored else None

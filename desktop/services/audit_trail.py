"""The audit log as it is read: who did what to which record and when, as far as a role may know (domain §3.7, G-28)."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from desktop.domain.audit_codes import GROUPS, READERS, TECHNICAL, Reading
from desktop.domain.clock import IRAN, today_in_iran
from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import short
from desktop.domain.problems import Problem, RefusedError
from desktop.services.access import READS_PERSONS, may_read
from desktop.store.audit import Finding, moment
from desktop.store.office_file import OfficeFile
from desktop.store.rows import Rows

_PEOPLE = frozenset({"person", "household"})
_LINE = (
    "SELECT a.seq, a.at, a.user_id, a.action, a.entity, a.entity_id, a.detail, "
    "coalesce(s.full_name, u.username, '') AS who, coalesce(e.title, '') AS title FROM audit_log a "
    "LEFT JOIN user_account u ON u.id = a.user_id LEFT JOIN staff_member s ON s.id = u.staff_id "
    "LEFT JOIN search_entry e ON e.record_id = a.entity_id "
)


@dataclass(frozen=True)
class AuditQuery:
    """Which lines: "" and None keep all. `about` is the record that they are about; both days count."""

    group: str = ""
    user_id: str = ""
    since: date | None = None
    until: date | None = None
    about: str = ""


class AuditLine(NamedTuple):
    """One line as it is read. `title` names the record that it is about, for who may know it."""

    seq: int
    at: datetime
    user_id: str
    who: str  # "" for nobody known: a wrong password under a name that is no account's
    action: str
    entity: str
    entity_id: str
    title: str
    detail: str


def reading_of(role: str) -> Reading | None:
    """How much of the log a role reads; None for nothing."""
    return READERS.get(role)


def require_audit_reader(role: str) -> None:
    if reading_of(role) is None:
        raise RefusedError.of("", "not_allowed")


def audit_entries(rows: Rows, query: AuditQuery) -> array[int]:
    """The numbers of the lines, the latest first."""
    require_audit_reader(rows.role)
    where, values = _where(rows.role, query)
    sql = f"SELECT a.seq FROM audit_log a WHERE {where} ORDER BY a.seq DESC"  # noqa: S608  conditions are ours
    return array("q", (row["seq"] for row in rows.query(sql, **values)))


def audit_page(rows: Rows, entries: Sequence[int]) -> list[AuditLine | None]:
    """These lines, in this order; None for one that is none."""
    require_audit_reader(rows.role)
    sql = _LINE + "WHERE a.seq IN (SELECT value FROM json_each(:numbers))"  # noqa: S608  all of it is ours
    found = {row["seq"]: _read(rows.role, AuditLine(**{**row, "at": moment(row["at"])})) for row in rows.query(
        sql, numbers=json.dumps(list(entries))
    )}  # fmt: skip
    return [found.get(seq) for seq in entries]


def audit_users(rows: Rows) -> list[tuple[str, str]]:
    """Accounts of which the log tells, by their ids, with the names of their people."""
    require_audit_reader(rows.role)
    found = rows.query(
        "SELECT u.id, coalesce(s.full_name, u.username) AS name FROM user_account u "
        "LEFT JOIN staff_member s ON s.id = u.staff_id WHERE u.id IN (SELECT user_id FROM audit_log) ORDER BY name"
    )
    return [(row["id"], row["name"]) for row in found]


def audit_findings(office: OfficeFile) -> list[Finding]:
    """What shows that the log was tampered with; for who may read it."""
    require_audit_reader(office.actor.role)
    return office.audit_findings()


def problem_of(finding: Finding) -> Problem:
    """The same as people are told it."""
    on = short(today_in_iran(moment(finding.at))) if finding.at else ""
    return Problem("", f"audit_{finding.sort}", {"seq": finding.seq, "upto": finding.upto, "at": on})


def _read(role: str, line: AuditLine) -> AuditLine:
    """The line as this role may read it: the names of people, and what was said of them, are for the office alone."""
    if role in READS_PERSONS:
        return line
    kind = KINDS.get(line.entity)
    named = kind is not None and may_read(role, kind) and line.entity not in _PEOPLE
    about_people = kind is None or not named
    return line._replace(
        title=line.title if named and reading_of(role) == "nameless" else "",
        detail="" if about_people and line.action not in TECHNICAL else line.detail,
    )


def _where(role: str, query: AuditQuery) -> tuple[str, dict[str, object]]:
    wanted, values = ["1"], dict[str, object]()
    if reading_of(role) == "technical":
        wanted.append("a.action IN (SELECT value FROM json_each(:technical))")
        values["technical"] = json.dumps(sorted(TECHNICAL))
    if query.group:
        wanted.append("a.action IN (SELECT value FROM json_each(:actions))")
        values["actions"] = json.dumps(sorted(GROUPS[query.group]))
    if query.user_id:
        wanted.append("a.user_id = :user")
        values["user"] = query.user_id
    if query.about:
        wanted.append("a.entity_id = :about")
        values["about"] = query.about
    if query.since:
        wanted.append("a.at >= :since")
        values["since"] = _midnight(query.since)
    if query.until:
        wanted.append("a.at < :until")
        values["until"] = _midnight(query.until + timedelta(days=1))
    return " AND ".join(wanted), values


def _midnight(day: date) -> str:
    """The first moment of an Iranian day, as the log writes moments."""
    return datetime.combine(day, time(), IRAN).astimezone(UTC).isoformat()

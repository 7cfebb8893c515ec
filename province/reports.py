"""What the province says to monthly reports: accepted, or returned with its reasons (domain §3.6.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from desktop.domain.clock import today_in_iran
from desktop.domain.codes import label_of
from desktop.domain.guard import wording_problems
from desktop.domain.monthly_report import ACCEPTED, MONTHLY_REPORT, REPORT_LIFE, RETURNED, newest
from desktop.domain.problems import Problem, Refusal, RefusedError
from province.answers import Write, write
from province.setup import Province
from province.store.accounts import Account
from province.store.offices import Office
from province.store.published import PUBLISHED

_TABLE = PUBLISHED[MONTHLY_REPORT.name]
DECISIONS = {"accept": ACCEPTED, "return": RETURNED}
_TELLABLE = {
    ACCEPTED: ("decision_no", "decision_by"),
    RETURNED: ("decision_no", "decision_by", "return_reason", "return_reasons"),
}


def reports(
    connection: Connection, office: Office | None = None, month: str = "", status: str = ""
) -> list[Mapping[str, Any]]:
    """The reports that offices have published, the newest month first."""
    wanted = select(_TABLE).where(_TABLE.c.deleted_at.is_(None))
    chosen = {"office_id": office.id if office else "", "jmonth": month, "status": status}
    for name, value in chosen.items():
        if value:
            wanted = wanted.where(_TABLE.c[name] == value)
    ordered = wanted.order_by(_TABLE.c.jmonth.desc(), _TABLE.c.office_id, _TABLE.c.version.desc())
    return [dict(row) for row in connection.execute(ordered).mappings()]


class Decision(NamedTuple):
    """What is said to the newest report of a month, and by whom."""

    office: Office
    month: str
    target: str  # ACCEPTED | RETURNED
    given: Mapping[str, object]
    by: Account


def decide(connection: Connection, province: Province, decision: Decision, at: datetime) -> Mapping[str, Any]:
    """Accept or return the newest report of a month; only what its life cycle allows, by whom it allows it."""
    office, month, target, given, by = decision
    report = newest(reports(connection, office, month))
    if report is None:
        raise RefusedError.of("month", "report_not_here")
    _refuse_step(str(report["status"]), target, by)
    told = _read(given, target)
    told.setdefault("decision_by", by.full_name)
    decided = {"status": target, "status_on": today_in_iran(at), "decision_at": at.replace(tzinfo=None)}
    write(connection, province, office.id, [Write(MONTHLY_REPORT.name, report["id"], decided | told)], by.id, at)
    return next(row for row in reports(connection, office, month) if row["id"] == report["id"])


def _refuse_step(source: str, target: str, by: Account) -> None:
    step = REPORT_LIFE.find(source, target)
    if step is None:
        told = {"source": label_of("report_status", source), "target": label_of("report_status", target)}
        raise RefusedError.of("state", "no_such_step", **told)
    if by.role not in step.roles:
        raise RefusedError.of("state", "step_of_others")


def _read(given: Mapping[str, object], target: str) -> dict[str, Any]:
    """What is told with the decision, as the forms of an office would read it."""
    told: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in _TELLABLE[target]:
        try:
            value = MONTHLY_REPORT.fields[name].read(given.get(name))
        except Refusal as refusal:
            problems.append(Problem(name, refusal.code, refusal.facts))
            continue
        if value:
            told[name] = value
    problems += _missing(told, target)
    problems += wording_problems(MONTHLY_REPORT.fields, told, told, of_person=False)
    if problems:
        raise RefusedError(problems)
    return told


def _missing(told: Mapping[str, Any], target: str) -> Iterable[Problem]:
    needs = {need for step in REPORT_LIFE.transitions if step.target == target for need in step.needs}
    return (Problem(name, "required") for name in sorted(needs - told.keys()))

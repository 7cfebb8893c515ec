"""What is told of a month's report outside the page: to the window, the command line and other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.domain.indicators import Indicator
from desktop.domain.lifecycle import STAFF
from desktop.domain.monthly_report import DRAFT, RETURNED
from desktop.domain.persian.calendar import jalali_month, shift_month
from desktop.domain.record import Row
from desktop.reports.frozen_rows import frozen
from desktop.services.indicators.month import indicators
from desktop.services.late_entries import corrections
from desktop.services.money_told import told_corrections, told_figures
from desktop.services.report_checks import Blocker, blockers
from desktop.services.report_life import report_of
from desktop.services.report_snapshot import signed_indicators, signed_report
from desktop.store.rows import Rows

_LIGHT = """
SELECT id, jmonth, version, status, status_on FROM monthly_report
WHERE deleted_at IS NULL ORDER BY jmonth, version, id
"""
_MONTHS = 24
_TOLD = (
    "version", "status", "status_on", "content_hash", "definitions_version", "signed_at", "sent_at", "sent_via",
    "decision_at", "decision_by", "decision_no", "return_reason", "return_reasons", "narrative", "notes",
)  # fmt: skip


@dataclass(frozen=True)
class MonthState:
    """A month in the list of reports: its versions from the first to the last; none while nobody began one.

    A version is told by its id, month, number, state and the day of that, without its content.
    """

    month: str
    versions: Sequence[Row] = ()

    @property
    def status(self) -> str:
        """Where the last version stands; "" for a month without a report."""
        return str(self.versions[-1]["status"]) if self.versions else ""


def month_states(rows: Rows, months: int) -> list[MonthState]:
    """The last months, the running one first, and every older one that has a report."""
    found: dict[str, list[Row]] = {}
    for row in rows.query(_LIGHT):
        on = date.fromisoformat(row["status_on"]) if row["status_on"] else None
        found.setdefault(row["jmonth"], []).append({**row, "status_on": on})
    running = jalali_month(rows.today)
    shown = {shift_month(running, -back) for back in range(months)} | found.keys()
    return [MonthState(month, tuple(found.get(month, ()))) for month in sorted(shown, reverse=True)]


@dataclass(frozen=True)
class ReportDesk:
    """One month's report as its screen shows it: the newest version, or an older one.

    `indicators` are those that were signed, or the month as it is now. `version` 0 is the newest.
    """

    month: str
    version: int
    today: date
    report: Row | None
    states: Sequence[MonthState]
    blockers: Sequence[Blocker]
    indicators: Mapping[str, Indicator]
    signer: str
    may_write: bool
    seen: int | None = None  # the last line of the log as of which all this is told
    faults: Sequence[tuple[str, str]] = ()  # section ("" for the whole) and what the province found wrong in it

    @property
    def notes(self) -> Mapping[str, str]:
        """Indicator or section → the note beside it."""
        return {note["code"]: note["text"] for note in self.report["notes"]} if self.report else {}


def report_desk(rows: Rows, month: str, version: int = 0) -> ReportDesk:
    """What the screen of a month shows. A report that is signed tells what was signed, and nothing blocks it."""
    report = report_of(rows, month, version or None)
    is_draft = report is None or report["status"] == DRAFT
    return ReportDesk(
        month=month,
        version=version,
        today=rows.today,
        seen=rows.log_position(),
        report=report,
        states=month_states(rows, _MONTHS),
        blockers=blockers(rows, month) if is_draft else (),
        indicators=told_figures(
            rows.role, indicators(rows, month) if report is None or is_draft else signed_indicators(report)
        ),
        signer=_name(rows, report["signed_by"]) or "" if report else "",
        may_write=rows.role in STAFF,
        faults=_faults(rows, report),
    )


def _faults(rows: Rows, report: Row | None) -> list[tuple[str, str]]:
    """What the province found wrong: in this version, or for a draft in the one that it takes the place of."""
    if report is None:
        return []
    back = report if report["status"] == RETURNED else report_of(rows, report["jmonth"], report["version"] - 1)
    if back is None or report["status"] not in (DRAFT, RETURNED):
        return []
    return [("", back["return_reason"]), *((row["section"], row["reason"]) for row in back["return_reasons"])]


def report_json(rows: Rows, report: Row | None, month: str) -> dict[str, Any]:
    """The report of a month as other programs read it: of a draft the figures as they are now and what blocks it."""
    told: dict[str, Any] = {"month": month, "id": report["id"] if report else None}
    told |= {name: report[name] for name in _TOLD} if report else {"version": None, "status": None}
    told["signed_by"] = _name(rows, report["signed_by"]) if report else None
    if report is not None and report["status"] != DRAFT:
        snapshot: Mapping[str, Any] = report["snapshot_json"]
        late = told_corrections(rows.role, signed_report(report).corrections)
        kept = {"indicators": told_figures(rows.role, snapshot["indicators"]), "corrections": frozen(late)}
        return {**told, "blockers": [], **kept, "schema": snapshot["schema"]}
    found = told_figures(rows.role, indicators(rows, month))
    live = {code: indicator.as_json() for code, indicator in found.items()}
    standing = [_blocker(one) for one in blockers(rows, month)]
    late = told_corrections(rows.role, corrections(rows, month))
    return {**told, "blockers": standing, "indicators": live, "corrections": frozen(late)}


def _blocker(one: Blocker) -> dict[str, str]:
    problem = one.problem
    where = {"kind": one.kind, "id": one.record_id} if one.kind else {}
    return {"field": problem.field, "code": problem.code, "message": problem.message, **where}


def _name(rows: Rows, staff_id: str | None) -> str | None:
    staff = rows.get("staff_member", staff_id)
    return staff["full_name"] if staff else None

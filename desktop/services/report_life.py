"""The life of a monthly report: a draft that is written into, a signature that freezes it, the province's answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.domain.clock import IRAN
from desktop.domain.codes import label_of
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import PROVINCE
from desktop.domain.monthly_report import (
    ACCEPTED,
    DRAFT,
    INDICATOR_VALUE,
    MONTHLY_REPORT,
    REPORT_LIFE,
    RETURNED,
    SENT,
    SIGNED,
    newest,
)
from desktop.domain.persian.digits import to_persian
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.domain.signed_content import digest_of, short_hash
from desktop.reports.monthly_rows import MonthlyReport, SignedRow
from desktop.services.access import require_reader, require_writer
from desktop.services.for_province import for_province
from desktop.services.monthly import LiveReport, live_report
from desktop.services.report_checks import blockers
from desktop.services.report_snapshot import freeze, signed_report
from desktop.services.steps import allowed_step, take_step
from desktop.services.texts import faults_of_texts
from desktop.services.writing import write_change, write_new
from desktop.store.rows import Rows
from desktop.store.unit_of_work import UnitOfWork


def report_of(rows: Rows, month: str, version: int | None = None) -> Row | None:
    """The report of a month: its newest version, or the one named."""
    found = rows.find("monthly_report", jmonth=month)
    return newest(found) if version is None else next((one for one in found if one["version"] == version), None)


def make_report(work: UnitOfWork, month: str) -> Row:
    """The draft of a month: the one that is there, the first, or a new version of one that came back."""
    require_writer(work, MONTHLY_REPORT)
    last = report_of(work, month)
    return last if last is not None and last["status"] == DRAFT else write_new(work, MONTHLY_REPORT, {"jmonth": month})


def write_text(work: UnitOfWork, report_id: str, section: str, text: str) -> Row:
    """What stands under a section of a draft; an empty text takes it away."""
    return _write_beside(work, report_id, "narrative", ("section", section), ("text", text))


def write_note(work: UnitOfWork, report_id: str, code: str, text: str) -> Row:
    """The note beside a figure of a draft, which it does not change; an empty one takes it away."""
    return _write_beside(work, report_id, "notes", ("code", code), ("text", text))


def _write_beside(work: UnitOfWork, report_id: str, field: str, key: tuple[str, str], told: tuple[str, str]) -> Row:
    require_writer(work, MONTHLY_REPORT)
    report = _wanted(work, report_id)
    others = [row for row in report[field] if row[key[0]] != key[1]]
    mine = [dict((key, told))] if told[1].strip() else []
    return write_change(work, MONTHLY_REPORT, report, {field: [*others, *mine]})


def printed_report(rows: Rows, record: Row | None, month: str, printed_by: str) -> MonthlyReport:
    """What a page of the report says: of a signed one what was signed, otherwise the month as it is counted now."""
    require_reader(rows.role, MONTHLY_REPORT)
    if record is not None and record["status"] != DRAFT:
        return signed_report(record)
    return live_report(rows, month, _prepared_by(rows, record) or printed_by, record).report


def step_report(work: UnitOfWork, report: Row, target: str, given: Mapping[str, object]) -> Row:
    """Move a report on. A signature is refused with everything that stands in its way, and freezes all it says."""
    if target == SIGNED:
        return _sign(work, report, given)
    told = dict(given)
    program: dict[str, Any] = {}
    if target == SENT:
        program["sent_at"] = work.at
    elif target in (ACCEPTED, RETURNED):
        program["decision_at"] = work.at
        if work.actor.role in PROVINCE and not told.get("decision_by"):
            told["decision_by"] = _name_of(work, work.actor.staff_id) or work.actor.username
    moved = take_step(work, MONTHLY_REPORT, REPORT_LIFE, report, target, told, program)
    work.audit(target, MONTHLY_REPORT.name, report["id"], _told_of(moved))
    return moved


def _sign(work: UnitOfWork, report: Row, given: Mapping[str, object]) -> Row:
    allowed_step(work, MONTHLY_REPORT, REPORT_LIFE, report["status"], SIGNED)
    if given.get("on"):
        raise RefusedError.of("on", "read_only")
    problems = [blocker.problem for blocker in blockers(work, report["jmonth"])]
    # Somebody may have been registered after a text that names them was written.
    problems += faults_of_texts(work, MONTHLY_REPORT, report, ("narrative", "notes"))
    if problems:
        raise RefusedError(problems)
    live = _signed_now(work, report)
    snapshot = freeze(live.report, live.indicators, live.answers, for_province(work, live.by_agency))
    frozen = {
        "snapshot_json": snapshot,
        "content_hash": digest_of(snapshot),
        "definitions_version": live.report.definitions_version,
        "signed_by": work.staff_id,
        "signed_at": work.at,
    }
    signed = take_step(work, MONTHLY_REPORT, REPORT_LIFE, report, SIGNED, given, frozen)
    _keep_values(work, signed, live)
    work.audit(SIGNED, MONTHLY_REPORT.name, report["id"], _told_of(signed))
    return signed


def _signed_now(work: UnitOfWork, report: Row) -> LiveReport:
    """The month as it is counted at the moment of signing, with whose signature it carries."""
    name = _name_of(work, work.actor.staff_id) or work.actor.username
    live = live_report(work, report["jmonth"], _prepared_by(work, report) or name, report)
    at = work.at.astimezone(IRAN)
    signed = SignedRow(name, work.today, to_persian(f"{at:%H:%M}"))
    said = replace(live.report, manager=name, signed=signed, status_label=label_of("report_status", SIGNED))
    return replace(live, report=said)


def _keep_values(work: UnitOfWork, report: Row, live: LiveReport) -> None:
    """Each figure also stands by itself, for the month after and for the province."""
    for code, indicator in live.indicators.items():
        value = {
            "report_id": report["id"],
            "code": code,
            "numerator": indicator.numerator,
            "denominator": indicator.denominator,
            "value": indicator.value,
            "unit": indicator.definition.unit,
            "n_missing": indicator.missing,
            "previous_value": indicator.previous,
            "suppressed": indicator.suppressed,
        }
        work.add(INDICATOR_VALUE.name, value)


def _wanted(work: UnitOfWork, report_id: str) -> Row:
    report = work.get(MONTHLY_REPORT.name, report_id)
    if report is None:
        raise RefusedError.of("id", "unknown_record")
    return report


def _prepared_by(rows: Rows, report: Row | None) -> str:
    """The name of whoever began the draft."""
    account = rows.get("user_account", report["created_by"]) if report else None
    return _name_of(rows, account["staff_id"]) if account else ""


def _name_of(rows: Rows, staff_id: str | None) -> str:
    staff = rows.get(KINDS["staff_member"].name, staff_id)
    return str(staff["full_name"]) if staff else ""


def _told_of(report: Row) -> str:
    """What the audit log tells of a report: its month, its version and the hash that its pages carry."""
    return f"{report['jmonth']} v{report['version']} {short_hash(report['content_hash'])}"

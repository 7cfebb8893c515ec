"""Monthly reports: read by section, beside the month before, and accepted or returned with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from desktop.domain.monthly_report import ACCEPTED, MONTHLY_REPORT, RETURNED, SENT, newest
from desktop.domain.persian.calendar import shift_month
from desktop.domain.report_codes import REPORT_LISTS, REPORT_SECTIONS
from province.access import Permission
from province.pages.declared import (
    Answer,
    Moved,
    Page,
    Shown,
    in_form,
    in_path,
    in_query,
    month,
    number,
    office_code,
    one_of,
    text,
)
from province.pages.report_sections import SignedReport
from province.pages.visiting import NotThereError, Visit
from province.reporting import Asked, last_month, late_offices, listed_reports, report_counts
from province.reports import Decision, decide, reports
from province.store.office_places import PlacedOffice
from province.store.writers import told_by_offices

_STATES = ("sent", "accepted", "returned", "signed")


def show_reports(visit: Visit) -> Answer:
    """The newest version of each office and month; those that wait for an answer first."""
    chosen, start = visit.given["month"] or "", (visit.given["page"] or 1) - 1
    code = visit.given["office"]
    last = last_month(visit.today)
    wanted = Asked(chosen, visit.given["status"] or "", visit.office(code).id if code else "")
    with visit.reading() as connection:
        total = sum(report_counts(connection, visit.within, wanted).values())
        rows = listed_reports(connection, visit.within, wanted, start * _PAGE, _PAGE)
        late = late_offices(visit) if chosen in ("", last) else []
    shown = [(visit.by_id[row["office_id"]], row) for row in rows]
    months = [shift_month(last, -back) for back in range(24)]
    return Shown(
        "reports.html",
        {
            "rows": shown, "start": start + 1, "pages": -(-total // _PAGE), "months": months,
            "states": _state_choices(), "last": last,
            "late": late[:_LATE_SHOWN], "late_many": len(late),
        },
    )  # fmt: skip


def show_report(visit: Visit) -> Answer:
    """One version; without a number the newest."""
    office = visit.office(visit.given["code"])
    with visit.reading() as connection:
        versions = reports(connection, office.office, visit.given["month"])
        record = _version(versions, visit.given.get("version"))
        before = _before(connection, office, visit.given["month"])
        decided = [record["id"]] if record["status"] in (ACCEPTED, RETURNED) else []
        own_word = bool(told_by_offices(connection, MONTHLY_REPORT.name, "status", decided))
    signed = SignedReport(record)
    earlier = SignedReport(before) if before else None
    is_newest = record["version"] == max(row["version"] for row in versions)
    return Shown(
        "report.html",
        {
            "office": office, "record": record, "own_word": own_word, "versions": versions,
            "figures": signed.figures(earlier),
            "sections": signed.sections(), "hides": signed.copy.hides, "before": before,
            "decidable": is_newest and record["status"] == SENT and visit.may(Permission.DECIDE_REPORTS),
            "parts": REPORT_SECTIONS, "fictional": bool(signed.report.get("fictional")),
        },
    )  # fmt: skip


def accept_report(visit: Visit) -> Answer:
    return _decide(visit, ACCEPTED, {"decision_no": visit.given["decision_no"]})


def return_report(visit: Visit) -> Answer:
    """Back to the office, with a reason for all and one for each section that is at fault."""
    grounds = [
        {"section": section, "reason": given}
        for section in REPORT_SECTIONS
        if (given := " ".join(visit.form.get(f"section.{section}", [])).strip())
    ]
    told = {"return_reason": visit.given["return_reason"], "return_reasons": grounds}
    return _decide(visit, RETURNED, {"decision_no": visit.given["decision_no"], **told})


def _decide(visit: Visit, target: str, given: Mapping[str, Any]) -> Answer:
    office, jmonth = visit.office(visit.given["code"]), visit.given["month"]
    with visit.writing() as connection:
        decide(connection, visit.province, Decision(office.office, jmonth, target, given, visit.user), visit.at)
        visit.note(connection, "report_accepted" if target == ACCEPTED else "report_returned", office.id, jmonth)
    return Moved(f"/reports/{office.code}/{jmonth}", "accepted" if target == ACCEPTED else "sent_back")


def _version(versions: list[Mapping[str, Any]], wanted: int | None) -> Mapping[str, Any]:
    chosen = [row for row in versions if row["version"] == wanted] if wanted else versions
    found = newest(chosen)
    if found is None:
        raise NotThereError
    return found


def _before(connection: Connection, office: PlacedOffice, jmonth: str) -> Mapping[str, Any] | None:
    """The report of the month before: the accepted one, or else the newest."""
    versions = reports(connection, office.office, shift_month(jmonth, -1))
    return newest([row for row in versions if row["status"] == ACCEPTED]) or newest(versions)


def _state_choices() -> list[tuple[str, str]]:
    return [(code, REPORT_LISTS["report_status"][code]) for code in _STATES]


_PAGE = 50
_LATE_SHOWN = 20  # the others stand in the list of offices, by pages
_CODE, _MONTH = in_path("code", "کد دفتر"), in_path("month", "ماه", month)
_NUMBER = in_form("decision_no", "شمارهٔ پاسخ", text(40))
PAGES = (
    Page(
        path="/reports", needs=Permission.REPORTS, answer=show_reports, title="گزارش‌ها",
        takes=(
            in_query("month", "ماه", month), in_query("status", "وضعیت", one_of(*_STATES)),
            in_query("office", "کد دفتر", office_code), in_query("page", "صفحه", number(1, 10_000)),
        ),
    ),
    Page(
        path="/reports/{code}/{month}", needs=Permission.REPORTS, answer=show_report, title="گزارش ماهانه",
        takes=(_CODE, _MONTH, in_query("version", "نسخه", number(1, 999))),
    ),
    Page(
        path="/reports/{code}/{month}/accept", method="POST", needs=Permission.DECIDE_REPORTS, answer=accept_report,
        again=show_report, title="پذیرش گزارش", takes=(_CODE, _MONTH, _NUMBER),
    ),
    Page(
        path="/reports/{code}/{month}/return", method="POST", needs=Permission.DECIDE_REPORTS, answer=return_report,
        again=show_report, title="برگشت گزارش", open_form=True,
        takes=(_CODE, _MONTH, _NUMBER, in_form("return_reason", "دلیل برگشت", text(1000))),
    ),
)  # fmt: skip

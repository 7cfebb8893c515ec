"""What the report of a month tells its readers, for the papers that tell some of its numbers again."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.persian.calendar import shift_month
from desktop.reports.monthly_copy import covers_of
from desktop.reports.monthly_rows import MonthlyReport
from desktop.services.monthly import live_report
from desktop.services.report_life import report_of
from desktop.services.report_snapshot import signed_report
from desktop.services.signed_figures import newest_signed
from desktop.store.rows import Rows


def told_report(rows: Rows, month: str) -> MonthlyReport:
    """As it was signed last. Without a signature as it is counted now, beside the month before as that one is told: so
    a paper of the same month and records always tells the same, whatever was printed meanwhile.
    """
    record = newest_signed(rows, month)
    if record is not None:
        return signed_report(record)
    report = live_report(rows, month, "", report_of(rows, month)).report
    last = shift_month(month, -1)
    if newest_signed(rows, last) is not None:
        return report
    return replace(report, covers=covers_of(report, live_report(rows, last, "", report_of(rows, last)).report))

"""Section 10: meetings with agencies, and the memoranda in force."""

from __future__ import annotations

from desktop.domain.persian import calendar
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_partner_rows import CoordinationRows
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY


def parts(report: MonthlyReport, _copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows = report.partners.coordination
    return [*_with_agencies(rows, report.month), *_mous(rows, report.month)]


def _with_agencies(rows: CoordinationRows, month: str) -> list[Flowable]:
    if not rows.meetings:
        return [Paragraph("در این ماه جلسه‌ای با دستگاه‌ها برگزار نشده است.", EMPTY)]
    columns = [
        Column("تاریخ", Align.CENTRE, 0, 64),
        Column("نوع"),
        Column("موضوع", grow=2),
        Column("دستگاه‌ها", grow=2.4),
        Column("مصوبه", Align.CENTRE),
    ]
    body = [
        Row(
            [
                calendar.short(one.on),
                one.kind,
                one.subject,
                "، ".join(one.agencies) or DASH,
                number_text(one.resolutions),
            ]
        )
        for one in rows.meetings
    ]
    return [Table(columns, body, "جلسه با دستگاه‌ها", f"ماه: {calendar.month_title(month)}")]


def _mous(rows: CoordinationRows, month: str) -> list[Flowable]:
    if not rows.mous:
        return [Paragraph("تفاهم‌نامهٔ جاری‌ای در پایان ماه نبود.", EMPTY)]
    columns = [
        Column("تفاهم‌نامه", grow=2.4),
        Column("طرف‌ها", grow=2),
        Column("پایان", Align.CENTRE, 0, 64),
        Column("تعهد", Align.CENTRE),
        Column("اجراشده", Align.CENTRE),
        Column("عقب‌افتاده", Align.CENTRE),
    ]
    body = [
        Row(
            [
                one.title,
                "، ".join(one.partners),
                calendar.short(one.end) if one.end else DASH,
                number_text(one.commitments),
                number_text(one.done),
                Cell(number_text(one.overdue), WARNING if one.overdue else None, Weight.SEMIBOLD),
            ]
        )
        for one in rows.mous
    ]
    sums = (sum(one.commitments for one in rows.mous), sum(one.done for one in rows.mous))
    late = sum(one.overdue for one in rows.mous)
    body.append(Row(["جمع", "", "", *map(number_text, (*sums, late))], RowKind.TOTAL))
    note = f"واحد: تعهد · پایان {calendar.month_title(month)}"
    return [Table(columns, body, f"تفاهم‌نامه‌های جاری: {number_text(len(rows.mous))}", note)]

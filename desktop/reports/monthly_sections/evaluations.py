"""Section 16: what was judged in the month, and what follows from it."""

from __future__ import annotations

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import Align
from desktop.reports.layout.table import Column, Row, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import DASH
from desktop.reports.office_paper import EMPTY


def parts(report: MonthlyReport, _copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows = report.partners.evaluations
    if not rows:
        return [Paragraph("در این ماه ارزیابی‌ای ثبت نشده است.", EMPTY)]
    columns = [
        Column("ارزیابیِ", grow=2),
        Column("دوره"),
        Column("امتیاز (از ۵)", Align.CENTRE),
        Column("اقدام بعدی", grow=3),
    ]
    body = [
        Row(
            [
                one.target,
                one.period,
                "—" if one.score is None else digits.decimal(one.score, 2),
                one.next_actions or DASH,
            ]
        )
        for one in rows
    ]
    return [Table(columns, body, note=f"ماه: {calendar.month_title(report.month)}")]

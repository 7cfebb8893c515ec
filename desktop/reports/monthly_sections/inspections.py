"""Section 15: inspections in counts only; never where, nor what was found."""

from __future__ import annotations

from desktop.domain.persian import calendar
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import Align
from desktop.reports.layout.table import Column, Row, RowKind, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import number_text
from desktop.reports.office_paper import EMPTY, NOTE


def parts(report: MonthlyReport, _copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows, story = report.partners.inspections, list[Flowable]()
    if rows.by_document:
        columns = [Column("سند", grow=3), Column("بازدید", Align.CENTRE, 1, 90)]
        body = [Row([document, number_text(count)]) for document, count in rows.by_document]
        body.append(Row(["جمع", number_text(sum(count for _, count in rows.by_document))], RowKind.TOTAL))
        story.append(Table(columns, body, note=f"واحد: بازدید · ماه: {calendar.month_title(report.month)}"))
    else:
        story.append(Paragraph("در این ماه بازدید سرزده‌ای ثبت نشده است.", EMPTY))
    if rows.silent:
        silent = f"ماه‌های بی‌بازدید در دوازده ماه گذشته: {number_text(rows.silent)}"
        story.append(Paragraph(silent, NOTE))
    return story

"""Section 9: people's participation: trustees, volunteers, groups, meetings and what became of resolutions."""

from __future__ import annotations

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import Align
from desktop.reports.layout.table import Column, Row, RowKind, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_partner_rows import ParticipationRows
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import number_text
from desktop.reports.office_paper import EMPTY


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows = report.partners.participation
    done, due = rows.resolutions_done, rows.resolutions_due
    share = f"{digits.percent(done / due * 100)} اجراشده" if due else "مصوبه‌ای سررسید نداشت"
    cards = [
        Card("معتمدان فعال", copy.count("participation/trustees", rows.trustees)),
        Card("همیاران ماه", copy.count("participation/volunteers", rows.volunteers)),
        Card("گروه‌هایی که جلسه داشتند", number_text(rows.groups_met), f"از {number_text(rows.groups)} گروه"),
        Card("مصوبه‌های سررسید ماه", number_text(due), share),
    ]
    return [Cards(cards), *_meetings(rows, report.month)]


def _meetings(rows: ParticipationRows, month: str) -> list[Flowable]:
    if not rows.meetings:
        return [Paragraph("در این ماه جلسه‌ای برگزار نشده است.", EMPTY)]
    columns = [Column("نوع جلسه", grow=3), Column("شمار", Align.CENTRE, 1, 80)]
    body = [Row([kind, number_text(count)]) for kind, count in rows.meetings]
    body.append(Row(["جمع", number_text(sum(count for _, count in rows.meetings))], RowKind.TOTAL))
    return [Table(columns, body, "جلسه‌های ماه", f"واحد: جلسه · ماه: {calendar.month_title(month)}")]

"""Section 14: where each plan of an NGO stands at the month's end."""

from __future__ import annotations

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import BODY, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_partner_rows import PlanRow
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY

NEARLY_DUE = 7  # days before a plan's last one at which it is told of


def parts(report: MonthlyReport, _copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows, story = report.partners.ngos, list[Flowable]()
    if rows.workshops:
        share = f"{number_text(rows.with_ngos)} از {number_text(rows.workshops)} کارگاه ماه با همکاری سمن‌ها برگزار شد."
        story.append(Paragraph(share, BODY))
    if not rows.plans:
        return [*story, Paragraph("طرحی از سمن‌ها در این ماه نبود.", EMPTY)]
    near = f"تا {digits.to_persian(str(NEARLY_DUE))} روز مانده"
    cards = [
        Card("در حال اجرا", number_text(rows.running)),
        Card(near, number_text(rows.nearly_due)),
        Card("گذشته از مهلت", number_text(rows.overdue)),
        Card("ارزیابی‌شده", number_text(rows.evaluated)),
        Card("حمایت‌شده", number_text(rows.funded)),
    ]
    columns = [
        Column("طرح", grow=2.4),
        Column("سمن", grow=1.6),
        Column("وضعیت"),
        Column("پایان مهلت", Align.CENTRE, 0, 64),
        Column("روز مانده", Align.CENTRE),
        Column("امتیاز", Align.CENTRE),
    ]
    note = f"پایان {calendar.month_title(report.month)}"
    return [*story, Cards(cards, per_row=5), Table(columns, [_plan(row) for row in rows.plans], "طرح‌ها", note)]


def _plan(row: PlanRow) -> Row:
    left: str | Cell = DASH
    if row.days_left is not None:
        late = row.days_left < 0
        days = digits.grouped(abs(row.days_left))
        left = Cell(f"{days} روز گذشته", WARNING, Weight.SEMIBOLD) if late else days
    day = calendar.short(row.deadline) if row.deadline else DASH
    return Row([row.title, row.ngo, row.status, day, left, number_text(row.score)])

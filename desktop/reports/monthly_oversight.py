"""Sections 14 to 16 of the monthly report: plans of NGOs, inspections in counts only, and evaluations."""

from __future__ import annotations

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards, heading
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import BODY, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_partner_rows import EvaluationRow, InspectionRows, NgoRows, PlanRow
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY, NOTE

NEARLY_DUE = 7  # days before a plan's last one at which it is told of


def plans(rows: NgoRows, month: str) -> list[Flowable]:
    """Where each plan stands at the month's end."""
    story = heading("سمن‌ها و طرح‌ها")
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
    note = f"پایان {calendar.month_title(month)}"
    return [*story, Cards(cards, per_row=5), Table(columns, [_plan(row) for row in rows.plans], "طرح‌ها", note)]


def _plan(row: PlanRow) -> Row:
    left: str | Cell = DASH
    if row.days_left is not None:
        late = row.days_left < 0
        days = digits.grouped(abs(row.days_left))
        left = Cell(f"{days} روز گذشته", WARNING, Weight.SEMIBOLD) if late else days
    day = calendar.short(row.deadline) if row.deadline else DASH
    return Row([row.title, row.ngo, row.status, day, left, number_text(row.score)])


def inspections(rows: InspectionRows, month: str) -> list[Flowable]:
    """How many there were; never where, nor what was found."""
    story = heading("بازدیدهای سرزده", 70)
    if rows.by_document:
        columns = [Column("سند", grow=3), Column("بازدید", Align.CENTRE, 1, 90)]
        body = [Row([document, number_text(count)]) for document, count in rows.by_document]
        body.append(Row(["جمع", number_text(sum(count for _, count in rows.by_document))], RowKind.TOTAL))
        story.append(Table(columns, body, note=f"واحد: بازدید · ماه: {calendar.month_title(month)}"))
    else:
        story.append(Paragraph("در این ماه بازدید سرزده‌ای ثبت نشده است.", EMPTY))
    if rows.silent:
        silent = f"ماه‌های بی‌بازدید در دوازده ماه گذشته: {number_text(rows.silent)}"
        story.append(Paragraph(silent, NOTE))
    return story


def evaluations(rows: tuple[EvaluationRow, ...], month: str) -> list[Flowable]:
    """What was judged in the month, and what follows from it."""
    story = heading("ارزیابی‌ها و بهبود", 70)
    if not rows:
        return [*story, Paragraph("در این ماه ارزیابی‌ای ثبت نشده است.", EMPTY)]
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
    return [*story, Table(columns, body, note=f"ماه: {calendar.month_title(month)}")]

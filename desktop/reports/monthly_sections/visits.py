"""Section 4: who came to the office and whom it went to, by type and neighbourhood."""

from __future__ import annotations

from desktop.domain.codes import CODE_LISTS
from desktop.domain.covered import distinct
from desktop.domain.persian import calendar, digits
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL, Copy
from desktop.reports.monthly_rows import MonthlyReport, VisitRow, visits_total
from desktop.reports.monthly_sections.compared import compared
from desktop.reports.monthly_sections.notes import small
from desktop.reports.office_page import number_text
from desktop.reports.office_paper import EMPTY


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    if not report.visits:
        return [Paragraph("در این ماه مراجعه یا بازدیدی ثبت نشده است.", EMPTY)]
    before = report.before.visits if report.before else None
    table = _table(report.visits, report.month, copy, before)
    return [table, *small(_note(report.visits, report.working_days, report.holidays_known, copy))]


def _table(rows: tuple[VisitRow, ...], month: str, copy: Copy, before: VisitRow | None) -> Table:
    """Visits by neighbourhood and type, with the totals of both."""
    types = tuple(CODE_LISTS["visit_type"].values())
    columns = [Column("محله", grow=2), *(Column(title, Align.CENTRE) for title in types), Column("جمع", Align.CENTRE)]
    keys = distinct(row.neighborhood for row in rows)
    body = [Row(_cells(row, key, copy)) for row, key in zip(rows, keys, strict=True)]
    total = visits_total(rows)
    body.append(Row(_cells(total, ALL, copy), RowKind.TOTAL))
    if before is not None and len(before.counts) == len(types):
        cells = [f"visits/{ALL}/{at}" for at in (*range(len(types)), ALL)]
        body += compared(cells, (*total.counts, total.total), (*before.counts, before.total), copy, 0)
    note = f"واحد: مراجعه و بازدید · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "مراجعه‌ها و بازدیدها به تفکیک محله و نوع", note)


def _cells(row: VisitRow, key: str, copy: Copy) -> list[str | Cell]:
    total = Cell(copy.count(f"visits/{key}/{ALL}", row.total), weight=Weight.SEMIBOLD)
    counts = (copy.count(f"visits/{key}/{at}", count) for at, count in enumerate(row.counts))
    return [row.neighborhood, *counts, total]


def _note(rows: tuple[VisitRow, ...], working_days: int, holidays_known: bool, copy: Copy) -> str:
    """How many fall on each working day."""
    if not copy.exact(f"visits/{ALL}/{ALL}"):
        return ""
    average = digits.decimal(visits_total(rows).total / working_days, 1)
    days = "بی‌جمعه‌ها و تعطیلی‌ها" if holidays_known else "بی‌جمعه‌ها و تعطیلی‌های شمسی؛ تعطیلی‌های قمری این سال دانسته نیست"
    return f"میانگین هر روز کاری: {average} (روزهای کاری ماه، {days}: {number_text(working_days)})"

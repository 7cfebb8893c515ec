"""Section 8: events, who was counted at them, and what was sold. Small counts are hidden."""

from __future__ import annotations

from typing import Final

from desktop.domain.persian import calendar
from desktop.domain.persian.money import million_toman
from desktop.domain.persian.regime import Regime
from desktop.domain.suppression import is_small
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL, Copy
from desktop.reports.monthly_rows import EventRow, MonthlyReport
from desktop.reports.monthly_sections.notes import small
from desktop.reports.office_page import DASH
from desktop.reports.office_paper import EMPTY
from desktop.reports.shared_copy import HIDDEN

_NOTE: Final = "حاضران رویدادها بی‌نام شمرده می‌شوند و با شرکت‌کنندگان کارگاه‌ها جمع نمی‌شوند."


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    if not report.events:
        return [Paragraph("در این ماه رویدادی برگزار نشده است.", EMPTY)]
    return [_table(report.events, report.month, report.partners.regime, copy), *small(_NOTE)]


def _table(rows: tuple[EventRow, ...], month: str, regime: Regime, copy: Copy) -> Table:
    """The month's events with those who were counted at them, and what was sold in the office's currency."""
    columns = [
        Column("رویداد", grow=3),
        Column("نوع"),
        Column("تاریخ", Align.CENTRE, 0.4, 62),
        Column("مکان", grow=1.6),
        Column("حاضران", Align.CENTRE, 0.4),
        Column("همیار", Align.CENTRE, 0.3),
        Column("غرفه", Align.CENTRE, 0.3),
        Column("فروش", Align.CENTRE, 0.6, 98),
    ]
    body = [Row(_cells(row, f"events/{at}", regime, copy)) for at, row in enumerate(rows)]
    counted = [row.headcount for row in rows if row.headcount is not None]
    heads = copy.count(f"events/{ALL}/headcount", sum(counted)) if counted else DASH
    body.append(Row(["جمع", "", "", "", heads, "", "", _all_sales(rows, regime, copy)], RowKind.TOTAL))
    note = f"واحد: نفر، غرفه، واحد پول در هر خانه · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "رویدادهای محله", note)


def _cells(row: EventRow, key: str, regime: Regime, copy: Copy) -> list[str | Cell]:
    heads, volunteers, stalls = (
        copy.count(f"{key}/{name}", getattr(row, name)) for name in ("headcount", "volunteers", "stalls")
    )
    hidden = copy.shared and _sold_by_few(row)
    sales = DASH if row.sales_rial is None else HIDDEN if hidden else _amount(row.sales_rial, regime)
    return [
        Cell(row.title, weight=Weight.MEDIUM),
        Cell(row.type, MUTED),
        calendar.short(row.started_on),
        row.place,
        heads,
        volunteers,
        stalls,
        sales,
    ]


def _sold_by_few(row: EventRow) -> bool:
    return row.stalls is not None and is_small(row.stalls)


def _all_sales(rows: tuple[EventRow, ...], regime: Regime, copy: Copy) -> str:
    """The sum, unless one hidden market would follow from it."""
    sold = [row for row in rows if row.sales_rial is not None]
    if not sold:
        return DASH
    hidden = sum(map(_sold_by_few, sold)) if copy.shared else 0
    return (
        HIDDEN if hidden == 1 or 0 < hidden == len(sold) else _amount(sum(row.sales_rial or 0 for row in sold), regime)
    )


def _amount(rial: int, regime: Regime) -> str:
    """An amount as it is booked; where that is the rial, also as people say it."""
    return f"{regime.amount(rial)}\n{million_toman(rial)}" if regime is Regime.RIAL else regime.amount(rial)

"""Section 17: what came too late for months that are signed; their own reports stay as they are."""

from __future__ import annotations

from desktop.domain.indicators import MILLION_RIAL, OF_PEOPLE
from desktop.domain.persian import calendar
from desktop.domain.persian.regime import Regime
from desktop.reports.indicator_texts import unit_text
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table
from desktop.reports.monthly_copy import Copy
from desktop.reports.monthly_rows import LateRow, MonthlyReport, RevisedRow
from desktop.reports.office_page import number_text
from desktop.reports.office_paper import EMPTY, NOTE
from desktop.reports.shared_copy import HIDDEN


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    rows, regime = report.corrections, report.partners.regime
    if not rows.late and not rows.revised:
        return [Paragraph("پس از امضای گزارش ماه‌های پیش چیزی از آن ماه‌ها ثبت یا حذف نشده است.", EMPTY)]
    told = "گزارش امضاشدهٔ هر ماه همان می‌ماند که بود؛ آنچه دیرتر رسیده تنها در این جدول‌ها آمده است."
    story: list[Flowable] = [Paragraph(told, NOTE)]
    if rows.late:
        story.append(_late(rows.late, copy))
    if rows.revised:
        story.append(_revised(rows.revised, regime, copy))
    return story


def _late(rows: tuple[LateRow, ...], copy: Copy) -> Table:
    columns = [Column("ماه"), Column("چه چیز", grow=2), Column("افزوده", Align.CENTRE), Column("حذف‌شده", Align.CENTRE)]
    body = [
        Row([calendar.month_title(row.month), row.what, copy.alone(row.added), copy.alone(row.removed)]) for row in rows
    ]
    return Table(columns, body, "آنچه پس از امضا رسیده است", "واحد: رکورد")


def _revised(rows: tuple[RevisedRow, ...], regime: Regime, copy: Copy) -> Table:
    columns = [
        Column("ماه"),
        Column("شاخص", grow=2),
        Column("واحد", Align.CENTRE),
        Column("گفته‌شده", Align.CENTRE),
        Column("اکنون", Align.CENTRE),
        Column("تفاوت", Align.CENTRE),
    ]
    return Table(columns, [_revised_row(row, regime, copy) for row in rows], "رقم‌هایی که اکنون دیگر است")


def _revised_row(row: RevisedRow, regime: Regime, copy: Copy) -> Row:
    told, now = (
        regime.of_million_rial(number) if row.unit == MILLION_RIAL and number is not None else number
        for number in (row.told, row.now)
    )
    return Row(
        [
            calendar.month_title(row.month),
            row.title,
            Cell(regime.unit if row.unit == MILLION_RIAL else unit_text(row.unit), MUTED),
            *_told_and_now(row, told, now, copy),
        ]
    )


def _told_and_now(row: RevisedRow, told: float | None, now: float | None, copy: Copy) -> list[str | Cell]:
    """A number of people that moves tells of those by whom it moved: outside only that it is another one (G-21)."""
    if copy.shared and row.code in OF_PEOPLE | {"I-14"}:
        return [HIDDEN, HIDDEN, HIDDEN]
    return [number_text(told), Cell(number_text(now), weight=Weight.SEMIBOLD), _difference(told, now)]


def _difference(told: float | None, now: float | None) -> str:
    if told is None or now is None:
        return "—"
    change = now - told
    return ltr(f"+{number_text(change)}" if change > 0 else number_text(change))

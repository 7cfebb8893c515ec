"""Section 3: who was registered in the month and in all, by neighbourhood, and how far that reaches."""

from __future__ import annotations

from typing import Final

from desktop.domain.covered import distinct
from desktop.domain.persian import calendar, digits
from desktop.reports.indicator_texts import fraction_text, shown_text
from desktop.reports.layout.charts import BarChart, Point
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import CAPTION, MUTED, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL, COVERAGE, Copy
from desktop.reports.monthly_rows import CoverageRow, IndicatorRow, MonthlyReport, QualityRow, coverage_total
from desktop.reports.monthly_sections.compared import since
from desktop.reports.monthly_sections.notes import small
from desktop.reports.office_page import DASH, number_text
from desktop.reports.office_paper import EMPTY

_QUALITY: Final = "I-04"
_CHART_HEIGHT: Final = 112.0


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    if not report.coverage:
        nothing = Paragraph("در این ماه برای هیچ محله‌ای آماری از ثبت خانوار نرسیده است.", EMPTY)
        return [nothing, *_trend(report, copy)]
    before = report.before.coverage if report.before else None
    return [
        _table(report.coverage, report.month, copy, before),
        *small(_note(report.coverage)),
        *small(_quality(report.indicators, report.quality, copy)),
        *_trend(report, copy),
    ]


def _table(rows: tuple[CoverageRow, ...], month: str, copy: Copy, before: CoverageRow | None) -> Table:
    """Registration by neighbourhood, with the office's total."""
    columns = [
        Column("محله", grow=2),
        Column("خانوار تازه", Align.CENTRE),
        Column("خانوار (کل)", Align.CENTRE),
        Column("نفر تازه", Align.CENTRE),
        Column("نفر (کل)", Align.CENTRE),
        Column("جمعیت", Align.CENTRE),
        Column("سال و منبع جمعیت", grow=1.5),
        Column("نرخ پوشش", Align.CENTRE),
    ]
    keys = distinct(row.neighborhood for row in rows)
    body = [Row(_cells(row, key, copy)) for row, key in zip(rows, keys, strict=True)]
    total = coverage_total(rows)
    body.append(Row(_cells(total, ALL, copy), RowKind.TOTAL))
    body += since(before, total, f"coverage/{ALL}", COVERAGE, copy, 3)
    note = f"واحد: خانوار، نفر، درصد · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "ثبت خانوار و پوشش جمعیت به تفکیک محله", note)


def _cells(row: CoverageRow, key: str, copy: Copy) -> list[str | Cell]:
    year = digits.to_persian(str(row.population_year)) if row.population_year else ""
    source = "، ".join(part for part in (year, row.population_source) if part)
    over = row.rate is not None and row.rate > 100
    rate = copy.share(row.rate, row.persons_total, row.population, f"coverage/{key}/persons_total")
    return [
        row.neighborhood,
        *(copy.count(f"coverage/{key}/{name}", getattr(row, name)) for name in COVERAGE),
        number_text(row.population),
        Cell(source or DASH, MUTED),
        Cell(rate, WARNING if over else None, Weight.SEMIBOLD),
    ]


def _note(rows: tuple[CoverageRow, ...]) -> str:
    """What the reader must know of the rates; empty when there is nothing to say."""
    notes = []
    if any(row.rate is not None and row.rate > 100 for row in rows):
        notes.append("نرخ بیش از صد درصد نشانهٔ کهنگی آمار جمعیت یا ثبت تکراری است و باید بازبینی شود.")
    if any(row.population is None for row in rows):
        notes.append("جمعیت برخی محله‌ها معلوم نیست؛ نرخ کل دفتر تنها از محله‌های دارای آمار حساب شده است.")
    return " ".join(notes)


def _quality(rows: tuple[IndicatorRow, ...], quality: QualityRow | None, copy: Copy) -> str:
    """How well residents are registered (I-04), and how many likely doubles wait."""
    told = []
    for row in rows:
        if row.code == _QUALITY and row.value is not None:
            of = "" if row.beside else f" ({fraction_text(row, copy)})"
            told.append(f"{row.title}: {shown_text(row, copy)}{of}")
    if quality is not None:
        among = "" if quality.among is None else f" میان {number_text(quality.among)} نفر تازه‌تر"
        told.append(f"همانندهای احتمالی در انتظار بررسی{among}: {copy.alone(quality.doubles)}")
    return f"کیفیت ثبت. {'؛ '.join(told)}" if told else ""


def _trend(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    if not report.trend:
        return [Paragraph("هنوز آماری از ماه‌های پیش نیست.", EMPTY)]
    told = [point for point in report.trend if copy.exact(f"trend/{point.month}")]
    hidden = [calendar.month_title(point.month) for point in report.trend if point not in told]
    note = small(f"شمار این ماه‌ها برای حفظ حریم ساکنان گفته نمی‌شود: {'، '.join(hidden)}") if hidden else []
    if not told:
        return note
    points = [Point(calendar.month_title(point.month), point.value) for point in told]
    caption = f"روند ثبت خانوار: خانوارهای ثبت‌شده در هر ماه، تا {points[-1].label} (واحد: خانوار)"
    chart = [Paragraph(caption, CAPTION.but(space_after=2)), BarChart(points, _CHART_HEIGHT)]
    return [KeepTogether([*chart, *note])]

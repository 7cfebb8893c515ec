"""«روند سال»: the headline indicators of twelve months as charts, with their numbers, A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.persian import calendar
from desktop.reports.indicator_texts import unit_text
from desktop.reports.layout.blocks import heading
from desktop.reports.layout.charts import BarChart, LineChart, Point
from desktop.reports.layout.edge import Flowable, KeepTogether
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import CAPTION, MUTED, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table
from desktop.reports.monthly_rows import IndicatorRow
from desktop.reports.office_paper import EMPTY, NOTE, Edges, Imprint, paper, titled
from desktop.reports.shared_copy import COPIES, INTERNAL
from desktop.reports.told_months import ToldCopy, ToldMonth

_TITLE = "روند سال"
_HOW = (
    "از ماه امضاشده آنچه امضا شد گفته می‌شود و از پیش‌نویس آنچه امروز شمرده می‌شود. «—» یعنی آن ماه گزارشی نداشته یا رقمی "
    "نداشته است؛ صفر نیست."
)


@dataclass(frozen=True, slots=True)
class YearTrend:
    """Twelve months in their order. `span` is what they are called: «سال ۱۴۰۴»."""

    imprint: Imprint
    span: str
    months: tuple[ToldMonth, ...]


def build(trend: YearTrend, copy: str = INTERNAL) -> bytes:
    """The trend as a PDF. Raises MissingGlyphError for a character the font lacks."""
    told = ToldCopy(trend.months, copy)
    title = f"{_TITLE} · {trend.span}"
    story = [*titled(_TITLE, f"{trend.span} · نسخهٔ {COPIES[copy]}"), *_body(told)]
    return paper(story, title, trend.imprint, Edges(title))


def _body(told: ToldCopy) -> list[Flowable]:
    rows = _headlines(told.months)
    if not rows:
        return [Paragraph("هیچ یک از این ماه‌ها هنوز گزارشی ندارد. گزارش هر ماه را بسازید تا روند آن دیده شود.", EMPTY)]
    charts = [part for row in rows for part in _chart(told, row)]
    return [_table(told, rows), Paragraph(_HOW, NOTE), *told.note, *heading("نمودارها"), *charts]


def _headlines(months: Sequence[ToldMonth]) -> list[IndicatorRow]:
    """The headline indicators as the last report names them."""
    for month in reversed(months):
        if month.report is not None:
            return [row for row in month.report.indicators if row.headline]
    return []


def _table(told: ToldCopy, rows: Sequence[IndicatorRow]) -> Table:
    columns = [
        Column("ماه", grow=1.4),
        Column("گزارش"),
        *(Column(f"{row.title} ({unit_text(row.unit)})", Align.CENTRE) for row in rows),
    ]
    body = [
        Row(
            [
                Cell(month.title, None, Weight.SEMIBOLD if month.report else None),
                Cell(month.state, MUTED),
                *(told.text(month, row.cell) for row in rows),
            ]
        )
        for month in told.months
    ]
    return Table(columns, body, "شاخص‌های اصلی در هر ماه", "واحد: در نام هر ستون")


def _chart(told: ToldCopy, row: IndicatorRow) -> list[Flowable]:
    """Counts as bars, anything else as a line, broken where a month is not told."""
    points = [Point(_label(month.month), told.value(month, row.cell)) for month in told.months]
    hidden = [month.title for month in told.months if told.is_hidden(month, row.cell)]
    caption = Paragraph(f"{row.title} (واحد: {unit_text(row.unit)})", CAPTION.but(space_before=6, space_after=2))
    note = [Paragraph(f"برای حفظ حریم ساکنان کشیده نشد: {'، '.join(hidden)}", NOTE)] if hidden else []
    if all(point.value is None for point in points):
        nothing = "همهٔ ماه‌ها پوشیده‌اند." if hidden else "در این ماه‌ها رقمی ندارد."
        return [KeepTogether([caption, Paragraph(nothing, EMPTY)])]
    chart = BarChart if row.unit in ("count", "person_hours") else LineChart
    return [KeepTogether([caption, chart(points, 118, highlight_last=False), *note])]


def _label(month: str) -> str:
    """The name of a month without its year."""
    return calendar.month_title(month).rsplit(" ", 1)[0]

"""Tables, cards and notes of the monthly report."""

from __future__ import annotations

from typing import Final

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, SMALL, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_rows import (
    AgencyRow,
    CoverageRow,
    IndicatorRow,
    NeedFieldRow,
    VisitRow,
    coverage_total,
    needs_total,
    visits_total,
)
from desktop.reports.office_page import DASH, number_text

HIDDEN: Final = "پوشیده"
_UNITS: Final = {
    "count": "شمار",
    "percent": "درصد",
    "person_hours": "نفر-ساعت",
    "days": "روز",
    "per_head": "برای هر نفر",
    "score": "از ۵",
}
_CARDS_IN_ROW: Final = 4


def unit_text(unit: str) -> str:
    """What a unit is called in a cell; money is called by the regime of the paper."""
    return _UNITS.get(unit, unit)


def _value(row: IndicatorRow, value: float | None) -> str:
    if value is None:
        return DASH
    return digits.percent(value) if row.unit == "percent" else number_text(value)


def _shown(row: IndicatorRow) -> str:
    return HIDDEN if row.suppressed else _value(row, row.value)


def _signed(value: float, decimals: int | None) -> str:
    text = digits.grouped(int(value)) if decimals is None else digits.decimal(value, decimals)
    return ltr(f"+{text}" if value > 0 else text)


def change_text(row: IndicatorRow) -> str:
    """The change since the previous month: a difference with its share, or percentage points; «—» when unknown."""
    change = row.change
    if change is None or row.previous is None:
        return DASH
    if row.unit == "percent":
        return f"{_signed(change, 1)} واحد"
    whole = change == int(change)
    share = digits.percent(abs(change / row.previous * 100))
    return f"{_signed(change, None if whole else 1)} ({share})" if change else digits.to_persian("0")


def _trend(row: IndicatorRow) -> int:
    change = row.change or 0
    return (change > 0) - (change < 0)


def indicator_cards(rows: tuple[IndicatorRow, ...]) -> Cards:
    """The indicators to be seen first."""
    cards = []
    for row in rows:
        if not row.headline:
            continue
        note = "تغییر نسبت به ماه پیش: —"
        if row.change is not None:
            note = f"{change_text(row) if row.change else 'بی‌تغییر'} نسبت به ماه پیش"
        unit = f" {_UNITS['days']}" if row.unit == "days" and row.value is not None and not row.suppressed else ""
        cards.append(Card(row.title, _shown(row) + unit, note, _trend(row)))
    return Cards(cards, per_row=_CARDS_IN_ROW)


def _fraction(row: IndicatorRow) -> str:
    if row.suppressed or row.denominator is None or row.numerator is None:
        return DASH
    return f"{number_text(row.numerator)} از {number_text(row.denominator)}"


def indicator_table(rows: tuple[IndicatorRow, ...], month: str) -> Table:
    """All indicators with the previous month and the change."""
    this, before = calendar.month_title(month), calendar.month_title(calendar.shift_month(month, -1))
    columns = [
        Column("شاخص", grow=2),
        Column("واحد", Align.CENTRE),
        Column(this, Align.CENTRE),
        Column("صورت از مخرج", Align.CENTRE),
        Column(before, Align.CENTRE),
        Column("تغییر", Align.CENTRE),
        Column("بی‌داده", Align.CENTRE, 0.5),
    ]
    body = [Row(_beside_cells(row) if row.beside else _indicator_cells(row)) for row in rows]
    return Table(columns, body, "شاخص‌های ماه", f"واحد: در هر سطر · ماه: {this}")


def _indicator_cells(row: IndicatorRow) -> list[str | Cell]:
    return [
        row.title,
        Cell(unit_text(row.unit), MUTED),
        Cell(_shown(row), MUTED if row.suppressed else None, Weight.SEMIBOLD),
        _fraction(row),
        _value(row, row.previous),
        Cell(change_text(row), trend=_trend(row)),
        number_text(row.missing),
    ]


def _beside_cells(row: IndicatorRow) -> list[str | Cell]:
    """A number that belongs to the indicator above it; it has no past of its own."""
    return [
        Cell(f"– {row.title}", MUTED),
        Cell(unit_text(row.unit), MUTED),
        Cell(_shown(row), MUTED),
        "",
        "",
        "",
        "",
    ]


def indicator_note(rows: tuple[IndicatorRow, ...]) -> str:
    """How to read the table."""
    note = "تغییر شاخص‌های درصدی به واحد درصد است. «—» یعنی ماه پیش نبوده، صفر بوده یا حساب‌شدنی نیست."
    if any(row.suppressed for row in rows):
        note += f" «{HIDDEN}» یعنی شمار چنان کم بوده که برای حفظ حریم ساکنان چاپ نمی‌شود."
    return note


def coverage_table(rows: tuple[CoverageRow, ...], month: str) -> Table:
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
    body = [Row(_coverage_cells(row)) for row in rows]
    body.append(Row(_coverage_cells(coverage_total(rows)), RowKind.TOTAL))
    note = f"واحد: خانوار، نفر، درصد · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "ثبت خانوار و پوشش جمعیت به تفکیک محله", note)


def _coverage_cells(row: CoverageRow) -> list[str | Cell]:
    year = digits.to_persian(str(row.population_year)) if row.population_year else ""
    source = "، ".join(part for part in (year, row.population_source) if part)
    over = row.rate is not None and row.rate > 100
    rate = DASH if row.rate is None else digits.percent(row.rate)
    counts = (row.households_new, row.households_total, row.persons_new, row.persons_total, row.population)
    return [
        row.neighborhood,
        *(number_text(count) for count in counts),
        Cell(source or DASH, MUTED),
        Cell(rate, WARNING if over else None, Weight.SEMIBOLD),
    ]


def coverage_note(rows: tuple[CoverageRow, ...]) -> str:
    """What the reader must know of the rates; empty when there is nothing to say."""
    notes = []
    if any(row.rate is not None and row.rate > 100 for row in rows):
        notes.append("نرخ بیش از صد درصد نشانهٔ کهنگی آمار جمعیت یا ثبت تکراری است و باید بازبینی شود.")
    if any(row.population is None for row in rows):
        notes.append("جمعیت برخی محله‌ها معلوم نیست؛ نرخ کل دفتر تنها از محله‌های دارای آمار حساب شده است.")
    return " ".join(notes)


def visits_table(rows: tuple[VisitRow, ...], types: tuple[str, ...], month: str) -> Table:
    """Visits by neighbourhood and type, with the totals of both."""
    columns = [Column("محله", grow=2), *(Column(title, Align.CENTRE) for title in types), Column("جمع", Align.CENTRE)]
    body = [Row(_visit_cells(row)) for row in rows]
    body.append(Row(_visit_cells(visits_total(rows)), RowKind.TOTAL))
    note = f"واحد: مراجعه و بازدید · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "مراجعه‌ها و بازدیدها به تفکیک محله و نوع", note)


def _visit_cells(row: VisitRow) -> list[str | Cell]:
    total = Cell(number_text(row.total), weight=Weight.SEMIBOLD)
    return [row.neighborhood, *(number_text(count) for count in row.counts), total]


def visits_note(rows: tuple[VisitRow, ...], working_days: int) -> str:
    """How many fall on each working day."""
    average = digits.decimal(visits_total(rows).total / working_days, 1)
    return f"میانگین هر روز کاری: {average} (روزهای ماه بی‌جمعه‌ها: {number_text(working_days)})"


def agencies_table(rows: tuple[AgencyRow, ...], together: AgencyRow, month: str) -> Table:
    """How each agency answered, and all of them together."""
    columns = [
        Column("دستگاه", grow=2.4),
        Column("ارجاع تازه", Align.CENTRE),
        Column("در انتظار", Align.CENTRE),
        Column("پاسخ‌گرفته", Align.CENTRE),
        Column("نرخ درون‌ماه", Align.CENTRE),
        Column("نرخ ۳۰ روزه", Align.CENTRE),
        Column("میانهٔ روز", Align.CENTRE),
        Column("بی‌پاسخ", Align.CENTRE),
        Column("قدیمی‌ترین (روز)", Align.CENTRE),
    ]
    body = [Row(_agency_cells(row)) for row in rows]
    body.append(Row(_agency_cells(together), RowKind.TOTAL))
    note = f"واحد: ارجاع، درصد، روز · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "پاسخ دستگاه‌ها به ارجاع‌ها", note)


def _agency_cells(row: AgencyRow) -> list[str | Cell]:
    rates = (DASH if rate is None else digits.percent(rate) for rate in (row.rate, row.rate_in_time))
    return [
        row.agency,
        *map(number_text, (row.sent, row.outstanding, row.answered)),
        *rates,
        number_text(row.median_days),
        Cell(number_text(row.unanswered), weight=Weight.SEMIBOLD),
        number_text(row.oldest),
    ]


def needs_table(rows: tuple[NeedFieldRow, ...], month: str) -> Table:
    """The stock of needs by field, with the total."""
    titles = ("باز در آغاز ماه", "تازه", "بازگشایی", "برآورده", "ردشده", "بسته", "باز در پایان ماه")
    columns = [Column("حوزه", grow=2), *(Column(title, Align.CENTRE) for title in titles)]
    body = [Row(_need_cells(row)) for row in rows]
    body.append(Row(_need_cells(needs_total(rows)), RowKind.TOTAL))
    return Table(columns, body, "گردش نیازها به تفکیک حوزه", f"واحد: نیاز · ماه: {calendar.month_title(month)}")


def _need_cells(row: NeedFieldRow) -> list[str | Cell]:
    *counts, end = row.counts
    last = Cell(number_text(end), None if row.balanced else WARNING, Weight.SEMIBOLD)
    return [row.field, *(number_text(count) for count in counts), last]


def needs_identity(rows: tuple[NeedFieldRow, ...]) -> list[Flowable]:
    """The stock identity in numbers, and a warning for the fields that break it."""
    total = needs_total(rows)
    start, new, reopened, met, rejected, closed, end = map(number_text, total.counts)
    style = SMALL.but(leading=14, space_after=4)
    words = "باز در آغاز + تازه + بازگشایی − برآورده − ردشده − بسته = باز در پایان"
    if all(row.balanced for row in rows):
        sums = ltr(f"{start} + {new} + {reopened} − {met} − {rejected} − {closed} = {end}")
        return [Paragraph(f"موازنه: {words}؛ یعنی {sums}", style)]
    broken = "، ".join(row.field for row in rows if not row.balanced)
    return [Paragraph(f"موازنهٔ «{words}» در این حوزه‌ها برقرار نیست: {broken}", style.but(colour=WARNING))]

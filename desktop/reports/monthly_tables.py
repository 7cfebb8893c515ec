"""Tables, cards and notes of the monthly report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Card, Cards
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, SMALL, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL, ANSWERS, COVERAGE, STOCK, Copy, distinct
from desktop.reports.monthly_rows import (
    AgencyRow,
    CoverageRow,
    IndicatorRow,
    LettersBeside,
    NeedFieldRow,
    NeedsBeside,
    QualityRow,
    VisitRow,
    coverage_total,
    needs_total,
    visits_total,
)
from desktop.reports.office_page import DASH, number_text
from desktop.reports.shared_copy import HIDDEN

_UNITS: Final = {
    "count": "شمار",
    "percent": "درصد",
    "person_hours": "نفر-ساعت",
    "days": "روز",
    "per_head": "برای هر نفر",
    "score": "از ۵",
}
_QUALITY: Final = "I-04"
_CARDS_IN_ROW: Final = 4


def unit_text(unit: str) -> str:
    """What a unit is called in a cell; money is called by the regime of the paper."""
    return _UNITS.get(unit, unit)


def value_text(row: IndicatorRow, value: float | None) -> str:
    """A value of an indicator in its own unit."""
    if value is None:
        return DASH
    return digits.percent(value) if row.unit == "percent" else number_text(value)


def shown_text(row: IndicatorRow, copy: Copy) -> str:
    """The value of an indicator as a copy tells it."""
    if row.suppressed:
        return HIDDEN
    if row.of is not None:
        return copy.middle(row.value, row.of)
    if not row.of_people:
        return value_text(row, row.value)
    if row.unit == "percent":
        return copy.share(row.value, row.numerator, row.denominator, *_fraction_cells(row))
    return copy.count(row.cell, row.value)


def _fraction_cells(row: IndicatorRow) -> tuple[str, str, str]:
    return f"{row.cell}/part", f"{row.cell}/whole", f"{row.cell}/rest"


def _previous(row: IndicatorRow, copy: Copy) -> str:
    """The month before as it was told then."""
    return copy.before(row, value_text(row, row.previous))


def _changed(row: IndicatorRow, copy: Copy) -> bool:
    """Whether the change tells nothing that the numbers beside it do not."""
    return shown_text(row, copy) == value_text(row, row.value) and _previous(row, copy) == value_text(row, row.previous)


def signed_text(value: float, decimals: int | None) -> str:
    """A difference with its sign."""
    text = digits.grouped(int(value)) if decimals is None else digits.decimal(value, decimals)
    return ltr(f"+{text}" if value > 0 else text)


def change_text(row: IndicatorRow) -> str:
    """The change since the previous month: a difference with its share, or percentage points; «—» when unknown."""
    change = row.change
    if change is None or row.previous is None:
        return DASH
    if row.unit == "percent":
        return f"{signed_text(change, 1)} واحد"
    whole = change == int(change)
    share = digits.percent(abs(change / row.previous * 100))
    return f"{signed_text(change, None if whole else 1)} ({share})" if change else digits.to_persian("0")


def _trend(row: IndicatorRow, copy: Copy) -> int:
    change = (row.change or 0) if _changed(row, copy) else 0
    return (change > 0) - (change < 0)


def indicator_cards(rows: tuple[IndicatorRow, ...], copy: Copy) -> Cards:
    """The indicators to be seen first."""
    cards = []
    for row in rows:
        if not row.headline:
            continue
        note = "تغییر نسبت به ماه پیش: —"
        if row.change is not None and _changed(row, copy):
            note = f"{change_text(row) if row.change else 'بی‌تغییر'} نسبت به ماه پیش"
        told = shown_text(row, copy)
        unit = f" {_UNITS['days']}" if row.unit == "days" and told not in (HIDDEN, DASH) else ""
        cards.append(Card(row.title, told + unit, note, _trend(row, copy)))
    return Cards(cards, per_row=_CARDS_IN_ROW)


def fraction_text(row: IndicatorRow, copy: Copy) -> str:
    """«۵ از ۸»: what a rate is made of, as a copy tells it."""
    if row.suppressed or row.denominator is None or row.numerator is None:
        return DASH
    if row.of_people:
        part, whole, _ = _fraction_cells(row)
        if not copy.exact(row.cell):  # a count is its own part; reports signed long ago cover no other cell of it
            part = row.cell
        return f"{copy.count(part, row.numerator)} از {copy.count(whole, row.denominator)}"
    return f"{number_text(row.numerator)} از {number_text(row.denominator)}"


def indicator_table(rows: tuple[IndicatorRow, ...], month: str, copy: Copy) -> Table:
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
    body = [Row(_beside_cells(row, copy) if row.beside else _indicator_cells(row, copy)) for row in rows]
    return Table(columns, body, "شاخص‌های ماه", f"واحد: در هر سطر · ماه: {this}")


def _indicator_cells(row: IndicatorRow, copy: Copy) -> list[str | Cell]:
    return [
        row.title,
        Cell(unit_text(row.unit), MUTED),
        Cell(shown_text(row, copy), MUTED if row.suppressed else None, Weight.SEMIBOLD),
        fraction_text(row, copy),
        _previous(row, copy),
        Cell(change_text(row) if _changed(row, copy) else DASH, trend=_trend(row, copy)),
        copy.count(f"{row.cell}/missing", row.missing),
    ]


def _beside_cells(row: IndicatorRow, copy: Copy) -> list[str | Cell]:
    """A number that belongs to the indicator above it; it has no past of its own."""
    return [
        Cell(f"– {row.title}", MUTED),
        Cell(unit_text(row.unit), MUTED),
        Cell(shown_text(row, copy), MUTED),
        "",
        "",
        "",
        "",
    ]


def indicator_note(rows: tuple[IndicatorRow, ...], copy: Copy) -> str:
    """How to read the table."""
    note = "تغییر شاخص‌های درصدی به واحد درصد است. «—» یعنی ماه پیش نبوده، صفر بوده یا حساب‌شدنی نیست."
    if copy.hides or any(row.suppressed for row in rows):
        note += f" «{HIDDEN}» یعنی شمار چنان کم بوده که برای حفظ حریم ساکنان چاپ نمی‌شود."
    return note


def coverage_table(rows: tuple[CoverageRow, ...], month: str, copy: Copy, before: CoverageRow | None = None) -> Table:
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
    body = [Row(_coverage_cells(row, key, copy)) for row, key in zip(rows, keys, strict=True)]
    total = coverage_total(rows)
    body.append(Row(_coverage_cells(total, ALL, copy), RowKind.TOTAL))
    body += _since(before, total, f"coverage/{ALL}", COVERAGE, copy, 3)
    note = f"واحد: خانوار، نفر، درصد · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "ثبت خانوار و پوشش جمعیت به تفکیک محله", note)


def _coverage_cells(row: CoverageRow, key: str, copy: Copy) -> list[str | Cell]:
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


def _since(before: object | None, now: object, stem: str, names: Sequence[str], copy: Copy, empty: int) -> list[Row]:
    """The sums of the month before and how they changed; none where that month was not signed."""
    if before is None:
        return []
    pairs = [(getattr(now, name), getattr(before, name)) for name in names]
    cells = [f"{stem}/{name}" for name in names]
    return _compared(cells, [one for one, _ in pairs], [other for _, other in pairs], copy, empty)


def _compared(cells: Sequence[str], now: Sequence[int], before: Sequence[int], copy: Copy, empty: int) -> list[Row]:
    was = [Cell(copy.was(cell, then), MUTED) for cell, then in zip(cells, before, strict=True)]
    moved = [Cell(copy.change(cell, one, then), MUTED) for cell, one, then in zip(cells, now, before, strict=True)]
    return [Row([Cell(title, MUTED), *told, *[""] * empty]) for title, told in (("ماه پیش", was), ("تغییر", moved))]


def coverage_note(rows: tuple[CoverageRow, ...]) -> str:
    """What the reader must know of the rates; empty when there is nothing to say."""
    notes = []
    if any(row.rate is not None and row.rate > 100 for row in rows):
        notes.append("نرخ بیش از صد درصد نشانهٔ کهنگی آمار جمعیت یا ثبت تکراری است و باید بازبینی شود.")
    if any(row.population is None for row in rows):
        notes.append("جمعیت برخی محله‌ها معلوم نیست؛ نرخ کل دفتر تنها از محله‌های دارای آمار حساب شده است.")
    return " ".join(notes)


def visits_table(
    rows: tuple[VisitRow, ...], types: tuple[str, ...], month: str, copy: Copy, before: VisitRow | None = None
) -> Table:
    """Visits by neighbourhood and type, with the totals of both."""
    columns = [Column("محله", grow=2), *(Column(title, Align.CENTRE) for title in types), Column("جمع", Align.CENTRE)]
    keys = distinct(row.neighborhood for row in rows)
    body = [Row(_visit_cells(row, key, copy)) for row, key in zip(rows, keys, strict=True)]
    total = visits_total(rows)
    body.append(Row(_visit_cells(total, ALL, copy), RowKind.TOTAL))
    if before is not None and len(before.counts) == len(types):
        cells = [f"visits/{ALL}/{at}" for at in (*range(len(types)), ALL)]
        body += _compared(cells, (*total.counts, total.total), (*before.counts, before.total), copy, 0)
    note = f"واحد: مراجعه و بازدید · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "مراجعه‌ها و بازدیدها به تفکیک محله و نوع", note)


def _visit_cells(row: VisitRow, key: str, copy: Copy) -> list[str | Cell]:
    total = Cell(copy.count(f"visits/{key}/{ALL}", row.total), weight=Weight.SEMIBOLD)
    counts = (copy.count(f"visits/{key}/{at}", count) for at, count in enumerate(row.counts))
    return [row.neighborhood, *counts, total]


def quality_note(rows: tuple[IndicatorRow, ...], quality: QualityRow | None, copy: Copy) -> str:
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


def needs_beside(beside: NeedsBeside, month: str, copy: Copy) -> list[Flowable]:
    """New needs by urgency and scope, and the collective needs that stand open longest."""
    story: list[Flowable] = []
    for title, stem, told in (("فوریت", "urgency", beside.urgency), ("سطح", "scope", beside.scope)):
        if any(count for _, count in told):
            counts = "، ".join(f"{label} {copy.count(f'{stem}/{at}', n)}" for at, (label, n) in enumerate(told))
            story.append(Paragraph(f"نیازهای تازه به تفکیک {title}: {counts}", SMALL.but(leading=14, space_after=4)))
    if beside.oldest:
        columns = [Column("عنوان", grow=3), Column("حوزه", grow=1.5), Column("روز باز", Align.CENTRE)]
        body = [Row([row.subject, Cell(row.field, MUTED), number_text(row.days)]) for row in beside.oldest]
        note = f"واحد: روز تا پایان {calendar.month_title(month)}"
        story.append(Table(columns, body, "قدیمی‌ترین نیازهای گروهی و محله‌ای باز", note))
    return story


def letters_note(letters: LettersBeside) -> str:
    """Reminders and letters to the governorate."""
    return (
        f"نامه‌های یادآوری ماه: {number_text(letters.reminders)}؛ نامه به فرمانداری، که ناظر دستگاه‌هاست: "
        f"{number_text(letters.escalations)}"
    )


def visits_note(rows: tuple[VisitRow, ...], working_days: int, holidays_known: bool, copy: Copy) -> str:
    """How many fall on each working day."""
    if not copy.exact(f"visits/{ALL}/{ALL}"):
        return ""
    average = digits.decimal(visits_total(rows).total / working_days, 1)
    days = "بی‌جمعه‌ها و تعطیلی‌ها" if holidays_known else "بی‌جمعه‌ها و تعطیلی‌های شمسی؛ تعطیلی‌های قمری این سال دانسته نیست"
    return f"میانگین هر روز کاری: {average} (روزهای کاری ماه، {days}: {number_text(working_days)})"


def agencies_table(
    rows: tuple[AgencyRow, ...], together: AgencyRow, month: str, copy: Copy, before: AgencyRow | None = None
) -> Table:
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
    keys = distinct(row.agency for row in rows)
    body = [Row(_agency_cells(row, key, copy)) for row, key in zip(rows, keys, strict=True)]
    body.append(Row(_agency_cells(together, ALL, copy), RowKind.TOTAL))
    body += _since(before, together, f"agencies/{ALL}", ANSWERS[:3], copy, 5)
    note = f"واحد: ارجاع، درصد، روز · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "پاسخ دستگاه‌ها به ارجاع‌ها", note)


def _agency_cells(row: AgencyRow, key: str, copy: Copy) -> list[str | Cell]:
    sent, outstanding, answered, unanswered = (f"agencies/{key}/{name}" for name in ANSWERS)
    return [
        row.agency,
        copy.count(sent, row.sent),
        copy.count(outstanding, row.outstanding),
        copy.count(answered, row.answered),
        copy.share(row.rate, row.answered, row.outstanding, answered, outstanding),
        copy.share(row.rate_in_time, row.in_time, row.ripe),
        copy.middle(row.median_days, row.answers),
        Cell(copy.count(unanswered, row.unanswered), weight=Weight.SEMIBOLD),
        copy.middle(row.oldest, row.unanswered),
    ]


def needs_table(rows: tuple[NeedFieldRow, ...], month: str, copy: Copy, before: NeedFieldRow | None = None) -> Table:
    """The stock of needs by field, with the total."""
    titles = ("باز در آغاز ماه", "تازه", "بازگشایی", "برآورده", "ردشده", "بسته", "باز در پایان ماه")
    columns = [Column("حوزه", grow=2), *(Column(title, Align.CENTRE) for title in titles)]
    keys = distinct(row.field for row in rows)
    body = [Row(_need_cells(row, key, copy)) for row, key in zip(rows, keys, strict=True)]
    total = needs_total(rows)
    body.append(Row(_need_cells(total, ALL, copy), RowKind.TOTAL))
    body += _since(before, total, f"needs/{ALL}", STOCK, copy, 0)
    return Table(columns, body, "گردش نیازها به تفکیک حوزه", f"واحد: نیاز · ماه: {calendar.month_title(month)}")


def _need_cells(row: NeedFieldRow, key: str, copy: Copy) -> list[str | Cell]:
    *counts, end = (copy.count(f"needs/{key}/{name}", getattr(row, name)) for name in STOCK)
    return [row.field, *counts, Cell(end, None if row.balanced else WARNING, Weight.SEMIBOLD)]


def needs_identity(rows: tuple[NeedFieldRow, ...], copy: Copy) -> list[Flowable]:
    """The stock identity in numbers, and a warning for the fields that break it."""
    total = needs_total(rows)
    start, new, reopened, met, rejected, closed, end = map(number_text, total.counts)
    style = SMALL.but(leading=14, space_after=4)
    words = "باز در آغاز + تازه + بازگشایی − برآورده − ردشده − بسته = باز در پایان"
    if not copy.exact(*(f"needs/{ALL}/{name}" for name in STOCK)):
        return [Paragraph(f"موازنه: {words}", style)]
    if all(row.balanced for row in rows):
        sums = ltr(f"{start} + {new} + {reopened} − {met} − {rejected} − {closed} = {end}")
        return [Paragraph(f"موازنه: {words}؛ یعنی {sums}", style)]
    broken = "، ".join(row.field for row in rows if not row.balanced)
    return [Paragraph(f"موازنهٔ «{words}» در این حوزه‌ها برقرار نیست: {broken}", style.but(colour=WARNING))]

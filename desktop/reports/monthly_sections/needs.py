"""Section 5: the stock of needs and how it moved, and the collective needs that wait longest."""

from __future__ import annotations

from desktop.domain.covered import distinct
from desktop.domain.persian import calendar
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.isolate import ltr
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import MUTED, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL, STOCK, Copy
from desktop.reports.monthly_rows import MonthlyReport, NeedFieldRow, NeedsBeside, needs_total
from desktop.reports.monthly_sections.compared import since
from desktop.reports.office_page import number_text
from desktop.reports.office_paper import EMPTY, NOTE


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    if not report.needs:
        return [Paragraph("در این ماه نیاز یا مطالبه‌ای ثبت یا پیگیری نشده است.", EMPTY)]
    return [
        _table(report.needs, report.month, copy, report.before.needs if report.before else None),
        *_identity(report.needs, copy),
        *_beside(report.needs_beside, report.month, copy),
    ]


def _table(rows: tuple[NeedFieldRow, ...], month: str, copy: Copy, before: NeedFieldRow | None) -> Table:
    """The stock of needs by field, with the total."""
    titles = ("باز در آغاز ماه", "تازه", "بازگشایی", "برآورده", "ردشده", "بسته", "باز در پایان ماه")
    columns = [Column("حوزه", grow=2), *(Column(title, Align.CENTRE) for title in titles)]
    keys = distinct(row.field for row in rows)
    body = [Row(_cells(row, key, copy)) for row, key in zip(rows, keys, strict=True)]
    total = needs_total(rows)
    body.append(Row(_cells(total, ALL, copy), RowKind.TOTAL))
    body += since(before, total, f"needs/{ALL}", STOCK, copy, 0)
    return Table(columns, body, "گردش نیازها به تفکیک حوزه", f"واحد: نیاز · ماه: {calendar.month_title(month)}")


def _cells(row: NeedFieldRow, key: str, copy: Copy) -> list[str | Cell]:
    *counts, end = (copy.count(f"needs/{key}/{name}", getattr(row, name)) for name in STOCK)
    return [row.field, *counts, Cell(end, None if row.balanced else WARNING, Weight.SEMIBOLD)]


def _identity(rows: tuple[NeedFieldRow, ...], copy: Copy) -> list[Flowable]:
    """The stock identity in numbers, and a warning for the fields that break it."""
    total = needs_total(rows)
    start, new, reopened, met, rejected, closed, end = map(number_text, total.counts)
    words = "باز در آغاز + تازه + بازگشایی − برآورده − ردشده − بسته = باز در پایان"
    if not copy.exact(*(f"needs/{ALL}/{name}" for name in STOCK)):
        return [Paragraph(f"موازنه: {words}", NOTE)]
    if all(row.balanced for row in rows):
        sums = ltr(f"{start} + {new} + {reopened} − {met} − {rejected} − {closed} = {end}")
        return [Paragraph(f"موازنه: {words}؛ یعنی {sums}", NOTE)]
    broken = "، ".join(row.field for row in rows if not row.balanced)
    return [Paragraph(f"موازنهٔ «{words}» در این حوزه‌ها برقرار نیست: {broken}", NOTE.but(colour=WARNING))]


def _beside(beside: NeedsBeside, month: str, copy: Copy) -> list[Flowable]:
    """New needs by urgency and scope, and the collective needs that stand open longest."""
    story: list[Flowable] = []
    for title, stem, told in (("فوریت", "urgency", beside.urgency), ("سطح", "scope", beside.scope)):
        if any(count for _, count in told):
            counts = "، ".join(f"{label} {copy.count(f'{stem}/{at}', n)}" for at, (label, n) in enumerate(told))
            story.append(Paragraph(f"نیازهای تازه به تفکیک {title}: {counts}", NOTE))
    if beside.oldest:
        columns = [Column("عنوان", grow=3), Column("حوزه", grow=1.5), Column("روز باز", Align.CENTRE)]
        body = [Row([row.subject, Cell(row.field, MUTED), number_text(row.days)]) for row in beside.oldest]
        note = f"واحد: روز تا پایان {calendar.month_title(month)}"
        story.append(Table(columns, body, "قدیمی‌ترین نیازهای گروهی و محله‌ای باز", note))
    return story

"""Section 6: how each agency answered what the office sent it."""

from __future__ import annotations

from typing import Final

from desktop.domain.covered import distinct
from desktop.domain.persian import calendar
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table
from desktop.reports.monthly_copy import ALL, ANSWERS, Copy
from desktop.reports.monthly_rows import AgencyRow, LettersBeside, MonthlyReport
from desktop.reports.monthly_sections.compared import since
from desktop.reports.monthly_sections.notes import small
from desktop.reports.office_page import number_text
from desktop.reports.office_paper import EMPTY

_NOTE: Final = (
    "نرخ درون‌ماه: پاسخ‌گرفته بر ارجاع‌های در انتظارِ ماه. نرخ ۳۰ روزه: از ارجاع‌های ماه پیش. میانهٔ روز: تا نخستین پاسخِ "
    "این ماه؛ ثبت در دبیرخانه پاسخ نیست."
)


def parts(report: MonthlyReport, copy: Copy) -> list[Flowable]:
    """The section's parts."""
    if not report.agencies:
        return [Paragraph("در این ماه ارجاعی فرستاده نشده و پاسخی در انتظار نبوده است.", EMPTY)]
    before = report.before.answers if report.before else None
    return [
        *small(_NOTE),
        _table(report.agencies, report.answers, report.month, copy, before),
        *small(_letters(report.letters)),
    ]


def _table(rows: tuple[AgencyRow, ...], together: AgencyRow, month: str, copy: Copy, before: AgencyRow | None) -> Table:
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
    body = [Row(_cells(row, key, copy)) for row, key in zip(rows, keys, strict=True)]
    body.append(Row(_cells(together, ALL, copy), RowKind.TOTAL))
    body += since(before, together, f"agencies/{ALL}", ANSWERS[:3], copy, 5)
    note = f"واحد: ارجاع، درصد، روز · ماه: {calendar.month_title(month)}"
    return Table(columns, body, "پاسخ دستگاه‌ها به ارجاع‌ها", note)


def _cells(row: AgencyRow, key: str, copy: Copy) -> list[str | Cell]:
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


def _letters(letters: LettersBeside) -> str:
    """Reminders and letters to the governorate."""
    return (
        f"نامه‌های یادآوری ماه: {number_text(letters.reminders)}؛ نامه به فرمانداری، که ناظر دستگاه‌هاست: "
        f"{number_text(letters.escalations)}"
    )

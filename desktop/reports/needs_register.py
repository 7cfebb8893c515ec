"""«دفتر ثبت نیازها» of a month: every need that was open in it, A4 across. Only the internal copy names people.

The shared copy is a list for those who are to answer, a need a line without a name (domain §4.4, G-15), and no table of
counts; what it does count is told as the report of its month tells it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar, digits
from desktop.domain.publication import Publication
from desktop.reports.layout.blocks import Facts
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import A4, CELL, MM, SMALL, TITLE, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table, TableLook
from desktop.reports.monthly_rows import MonthlyReport
from desktop.reports.office_page import DASH, fictional_mark, moment_of, number_text, running_foot, running_head
from desktop.reports.shared_copy import SHARED, Covered
from desktop.reports.told_again import ToldByReport

_MARGIN = 14 * MM
_TITLE = "دفتر ثبت نیازها"
_NOT_PUBLIC = "این فهرست برای دستگاه‌ها و ناظرانی است که نیازها را پی می‌گیرند و برای انتشار نیست."
_COPIES = {"internal": "نسخهٔ داخلی؛ از دفتر بیرون نمی‌رود", "shared": "نسخهٔ بیرونی؛ بی‌نام"}


@dataclass(frozen=True, slots=True)
class RegisteredNeed:
    """A line of the register. `days` since it was noted, until its end or the end of the month; `whom` may be empty."""

    number: str
    noted_on: date
    field: str
    subject: str
    whom: str
    urgency: str
    agency: str
    status: str
    days: int
    overdue: bool
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class NeedsRegister:
    """The needs of a Jalali month such as "1404-06", in the order of their dates. `copy`: internal or shared.

    `report` is that of the month, which tells how many are late too.
    """

    office_title: str
    month: str
    needs: tuple[RegisteredNeed, ...]
    copy: str
    printed_on: date
    printed_by: str = ""
    fictional: bool = False
    report: MonthlyReport | None = None

    @property
    def late(self) -> int:
        """How many stood open past their day."""
        return sum(need.overdue for need in self.needs)

    @property
    def names_people(self) -> bool:
        return self.copy == "internal"


def publication_of(register: NeedsRegister) -> Publication:
    """What the register counts, and what the report of the month told of it."""
    still_open = sum(need.is_open for need in register.needs)
    counts = {"open": still_open, "late": register.late, "on_time": still_open - register.late}
    published = Publication(counts=dict(counts.items()))
    published.total("open", ["late", "on_time"])
    if register.report is not None:
        known = ToldByReport(register.report)
        for cell, there in (("open", "I-07"), ("late", "I-10"), ("on_time", "I-10/rest")):
            known.hang(published, cell, there)
    return published


def build(register: NeedsRegister) -> bytes:
    """The register as a PDF. Raises MissingGlyphError for a character the font lacks."""
    copy = Covered(publication_of(register).covers() if register.copy == SHARED else {}, shared=register.copy == SHARED)
    facts = [
        ("ماه", calendar.month_title(register.month)),
        ("نسخه", _COPIES[register.copy]),
        ("شمار نیازها", number_text(len(register.needs))),
        ("گذشته از مهلت", copy.count("late", register.late)),
    ]
    story: list[Flowable] = [Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=4)), Facts(facts, per_row=4)]
    if register.needs:
        story += [_table(register), *([Paragraph(_NOT_PUBLIC, SMALL.but(leading=14))] if copy.shared else [])]
    else:
        story.append(Paragraph("در این ماه نیازی باز نبوده است.", SMALL.but(size=10, leading=22)))
    metadata = Metadata(
        f"{_TITLE} · {calendar.month_title(register.month)}", moment_of(register.printed_on), register.office_title
    )
    page = Sheet((A4[1], A4[0]), top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, register))


def _table(register: NeedsRegister) -> Table:
    columns = [
        Column("شماره", Align.CENTRE, 0, 44),
        Column("تاریخ", Align.CENTRE, 0, 62),
        Column("حوزه", grow=0.8, minimum=80),
        Column("عنوان", grow=2, minimum=140),
        *([Column("متقاضی", grow=1.2, minimum=100)] if register.names_people else []),
        Column("فوریت", Align.CENTRE, 0, 62),
        Column("دستگاه", grow=1.1, minimum=90),
        Column("وضعیت", Align.CENTRE, 0, 84),
        Column("روز", Align.CENTRE, 0, 36),
    ]
    rows = [_row(need, names_people=register.names_people) for need in register.needs]
    note = "روز: از ثبت تا پایان کار، یا تا پایان ماه"
    return Table(columns, rows, note=note, look=TableLook(cell=CELL.but(size=8.5)))


def _row(need: RegisteredNeed, *, names_people: bool) -> Row:
    days = digits.to_persian(str(need.days))
    return Row(
        [
            digits.to_persian(need.number),
            calendar.short(need.noted_on),
            need.field,
            Cell(need.subject, weight=Weight.MEDIUM),
            *([need.whom or DASH] if names_people else []),
            need.urgency,
            need.agency or DASH,
            need.status,
            Cell(days, colour=WARNING, weight=Weight.BOLD) if need.overdue and names_people else days,
        ]
    )


def _furniture(register: NeedsRegister, page: Page) -> None:
    running_head(page, register.office_title, f"{_TITLE} · {calendar.month_title(register.month)}", _MARGIN)
    foot = (calendar.short(register.printed_on), register.printed_by) if register.printed_by else ()
    running_foot(page, foot, _MARGIN)
    if register.fictional:
        fictional_mark(page)

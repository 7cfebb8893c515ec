"""«دفتر ثبت نیازها» of a month: every need that was open in it, A4 across. Only the internal copy names people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Facts
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import A4, CELL, MM, SMALL, TITLE, WARNING, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table, TableLook
from desktop.reports.office_page import DASH, fictional_mark, moment_of, running_foot, running_head

_MARGIN = 14 * MM
_TITLE = "دفتر ثبت نیازها"
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


@dataclass(frozen=True, slots=True)
class NeedsRegister:
    """The needs of a Jalali month such as "1404-06", in the order of their dates. `copy`: internal or shared."""

    office_title: str
    month: str
    needs: tuple[RegisteredNeed, ...]
    copy: str
    printed_on: date
    printed_by: str = ""
    fictional: bool = False

    @property
    def names_people(self) -> bool:
        return self.copy == "internal"


def build(register: NeedsRegister) -> bytes:
    """The register as a PDF. Raises MissingGlyphError for a character the font lacks."""
    late = sum(need.overdue for need in register.needs)
    facts = [
        ("ماه", calendar.month_title(register.month)),
        ("نسخه", _COPIES[register.copy]),
        ("شمار نیازها", digits.to_persian(str(len(register.needs)))),
        ("گذشته از مهلت", digits.to_persian(str(late))),
    ]
    story: list[Flowable] = [Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=4)), Facts(facts, per_row=4)]
    if register.needs:
        story.append(_table(register))
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
            Cell(days, colour=WARNING, weight=Weight.BOLD) if need.overdue else days,
        ]
    )


def _furniture(register: NeedsRegister, page: Page) -> None:
    running_head(page, register.office_title, f"{_TITLE} · {calendar.month_title(register.month)}", _MARGIN)
    foot = (calendar.short(register.printed_on), register.printed_by) if register.printed_by else ()
    running_foot(page, foot, _MARGIN)
    if register.fictional:
        fictional_mark(page)

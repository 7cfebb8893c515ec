"""«برگهٔ حضور و غیاب»: signed by the participants of one session of a workshop, A4. It carries no phone numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Facts, SignatureBox, Signatures
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import KeepTogether, Spacer
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import CELL, MM, SMALL, TITLE, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table, TableLook
from desktop.reports.office_page import code_text, fictional_mark, moment_of, running_foot, running_head

_MARGIN = 16 * MM
_TITLE = "برگهٔ حضور و غیاب"
_BLANK_ROWS = 5
_ROW_HEIGHT = 24.0


@dataclass(frozen=True, slots=True)
class Attendee:
    """A participant; children under fifteen come with first name and initial only."""

    name: str
    father_name: str


@dataclass(frozen=True, slots=True)
class AttendanceSheet:
    """One session. `session_no` counts from 1; `time` is text such as «۹ تا ۱۱»."""

    office_title: str
    workshop_code: str
    workshop_title: str
    session_no: int
    date: date
    time: str
    place: str
    instructor: str
    attendees: tuple[Attendee, ...]
    fictional: bool = False


def build(sheet: AttendanceSheet) -> bytes:
    """The sheet as a PDF, with five blank rows at its end. Raises MissingGlyphError for a character the font lacks."""
    facts = [
        ("کارگاه", sheet.workshop_title),
        ("کد کارگاه", code_text(sheet.workshop_code)),
        ("جلسهٔ", digits.to_persian(str(sheet.session_no))),
        ("تاریخ", calendar.long(sheet.date)),
        ("محل", sheet.place),
        ("ساعت", digits.to_persian(sheet.time)),
        ("مدرس", sheet.instructor),
        ("شمار نام‌ها", digits.to_persian(str(len(sheet.attendees)))),
    ]
    note = "حاضران در برابر نام خود امضا کنند؛ کسانی که نامشان نیست در سطرهای خالی بنویسند."
    story = [
        Paragraph(_TITLE, TITLE.but(size=17, leading=30, space_after=4)),
        Facts(facts),
        _table(sheet),
        Paragraph(note, SMALL.but(leading=14)),
        Spacer(0, 10),
        KeepTogether([Signatures([SignatureBox("مدرس", sheet.instructor), SignatureBox("تسهیلگر")], height=70)]),
    ]
    metadata = Metadata(f"{_TITLE} · {sheet.workshop_title}", moment_of(sheet.date), sheet.office_title)
    page = Sheet(top=20 * MM, right=_MARGIN, bottom=19 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, sheet))


def _table(sheet: AttendanceSheet) -> Table:
    columns = [
        Column("ردیف", Align.CENTRE, 0, 36),
        Column("نام و نام خانوادگی", grow=1, minimum=130),
        Column("نام پدر", grow=0.6, minimum=80),
        Column("امضا", Align.CENTRE, 1, 150),
    ]
    names = [(person.name, person.father_name) for person in sheet.attendees] + [("", "")] * _BLANK_ROWS
    rows = [
        Row([digits.to_persian(str(number)), Cell(name, weight=Weight.MEDIUM), father, ""])
        for number, (name, father) in enumerate(names, start=1)
    ]
    look = TableLook(cell=CELL.but(size=10), grid=True, row_height=_ROW_HEIGHT)
    return Table(columns, rows, look=look)


def _furniture(sheet: AttendanceSheet, page: Page) -> None:
    running_head(page, sheet.office_title, f"{sheet.workshop_title} · {calendar.short(sheet.date)}", _MARGIN)
    running_foot(page, (f"کد {code_text(sheet.workshop_code)}",), _MARGIN)
    if sheet.fictional:
        fictional_mark(page)

"""«برگهٔ حضور و غیاب»: signed by the participants of one session of a workshop, A4. It carries no phone numbers.

Every sheet of paper is whole by itself, with the facts above and the signatures below: sheets are hung up, signed and
typed one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import calendar, digits
from desktop.reports.layout.blocks import Facts, SignatureBox, Signatures
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, PageBreak, Spacer
from desktop.reports.layout.paint import Page
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.style import CELL, MM, SMALL, TITLE, Align, Weight
from desktop.reports.layout.table import Cell, Column, Row, RowKind, Table, TableLook
from desktop.reports.office_page import code_text, fictional_mark, moment_of, running_foot, running_head

_MARGIN = 16 * MM
_TITLE = "برگهٔ حضور و غیاب"
_BLANK_ROWS = 5
_FEWEST_ROWS, _MOST_ROWS = 20, 25
_ROW_HEIGHT = 20.4
_WALK_INS = "کسانی که نامشان در فهرست نیست، این‌جا بنویسند؛ شرکت بدون پرونده هم پذیرفته است."


@dataclass(frozen=True, slots=True)
class Attendee:
    """A participant; children under fifteen come with first name and initial only.

    `told_by` tells namesakes apart: the father's name, or the last two digits of the file where that is not enough.
    """

    name: str
    told_by: str


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


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    attendee: Attendee | None


def build(sheet: AttendanceSheet) -> bytes:
    """The sheet as a PDF, with five blank rows or more at its end. Raises MissingGlyphError as `render` does."""
    story: list[Flowable] = []
    for lines in _sheets_of_paper(sheet.attendees):
        story += [*([PageBreak()] if story else []), *_one_paper(sheet, lines)]
    metadata = Metadata(f"{_TITLE} · {sheet.workshop_title}", moment_of(sheet.date), sheet.office_title)
    page = Sheet(top=17 * MM, right=_MARGIN, bottom=17 * MM, left=_MARGIN)
    return render(story, metadata, page, partial(_furniture, sheet))


def _sheets_of_paper(attendees: Sequence[Attendee]) -> list[list[_Line]]:
    """The numbered lines of each sheet of paper: twenty to twenty-five on every one."""
    lines = len(attendees) + _BLANK_ROWS
    lines += max(0, _FEWEST_ROWS - (lines % _MOST_ROWS or _MOST_ROWS))
    filled = [*attendees, *[None] * (lines - len(attendees))]
    numbered = [_Line(number, attendee) for number, attendee in enumerate(filled, 1)]
    return [numbered[at : at + _MOST_ROWS] for at in range(0, lines, _MOST_ROWS)]


def _one_paper(sheet: AttendanceSheet, lines: Sequence[_Line]) -> list[Flowable]:
    facts = [
        ("کارگاه", sheet.workshop_title),
        ("تاریخ", calendar.long(sheet.date)),
        ("جلسه", digits.to_persian(str(sheet.session_no))),
        ("مکان", sheet.place),
        ("ساعت", digits.to_persian(sheet.time)),
        ("کد کارگاه", code_text(sheet.workshop_code)),
    ]
    boxes = [SignatureBox("مدرس", sheet.instructor), SignatureBox("تسهیلگر")]
    return [
        Paragraph(_TITLE, TITLE.but(size=16, leading=26)),
        Facts(facts),
        _table(lines),
        Paragraph("حاضران در برابر نام خود امضا کنند. شمار حاضران این برگ: ...............", SMALL.but(leading=14)),
        Spacer(0, 5),
        Signatures(boxes, height=58),
    ]


def _table(lines: Sequence[_Line]) -> Table:
    columns = [
        Column("ردیف", Align.CENTRE, 0, 36),
        Column("نام و نام خانوادگی", grow=1, minimum=150),
        Column("نام پدر", grow=0.5, minimum=90),
        Column("امضا", Align.CENTRE, 1, 150),
    ]
    named = [_row(line) for line in lines if line.attendee]
    blank = [_row(line) for line in lines if line.attendee is None]
    walk_ins = [Row([Cell(_WALK_INS, weight=Weight.MEDIUM)], RowKind.GROUP)] if blank else []
    look = TableLook(
        cell=CELL.but(size=10), total=CELL.but(size=8.5, leading=13), pad_y=1.5, grid=True, row_height=_ROW_HEIGHT
    )
    return Table(columns, [*named, *walk_ins, *blank], look=look)


def _row(line: _Line) -> Row:
    name, told_by = (line.attendee.name, line.attendee.told_by) if line.attendee else ("", "")
    return Row([digits.to_persian(str(line.number)), Cell(name, weight=Weight.MEDIUM), told_by, ""])


def _furniture(sheet: AttendanceSheet, page: Page) -> None:
    running_head(page, sheet.office_title, f"{sheet.workshop_title} · {calendar.short(sheet.date)}", _MARGIN)
    running_foot(page, (f"کد {code_text(sheet.workshop_code)}",), _MARGIN)
    if sheet.fictional:
        fictional_mark(page)

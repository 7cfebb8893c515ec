"""Blank papers for work without electricity, A4: the need that somebody tells, and who came to a session."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.persian import digits
from desktop.reports.layout.blocks import SignatureBox
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.paragraph import Paragraph
from desktop.reports.layout.questions import Question, Questions
from desktop.reports.layout.style import CELL, Align
from desktop.reports.layout.table import Column, Row, Table, TableLook
from desktop.reports.office_paper import NOTE, Edges, Imprint, paper, signed, titled

_NEED = "فرم ثبت نیاز"
_ATTENDANCE = "برگهٔ خالی حضور و غیاب"
_LINES = 22
_LINE_HEIGHT = 20.4
_WHO_READS = "این فرم در دفتر می‌ماند و پس از ثبت در برنامه در پرونده نگهداری می‌شود."
_GUARD = "علت‌ها، بیماری‌ها و آنچه دربارهٔ دیگران گفته می‌شود نوشته نمی‌شود؛ تنها خواسته."


@dataclass(frozen=True, slots=True)
class BlankPaper:
    """A paper to be filled in by hand, with the questions it begins with."""

    imprint: Imprint
    questions: tuple[Question, ...]


def build_need(blank: BlankPaper) -> bytes:
    """The form of a need as a PDF. Raises MissingGlyphError for a character the font lacks."""
    boxes = [SignatureBox("متقاضی"), SignatureBox("همکار ثبت‌کننده")]
    story: list[Flowable] = [
        *titled(_NEED),
        Questions(blank.questions),
        Paragraph(f"{_GUARD} {_WHO_READS}", NOTE),
        signed(boxes, height=70),
    ]
    return paper(story, _NEED, blank.imprint, Edges(_NEED))


def build_attendance(blank: BlankPaper) -> bytes:
    """The sheet of a session that nobody could print beforehand, as a PDF."""
    columns = [
        Column("ردیف", Align.CENTRE, 0, 36),
        Column("نام و نام خانوادگی", grow=1.2, minimum=150),
        Column("نام پدر", grow=0.6, minimum=90),
        Column("امضا", Align.CENTRE, 1, 140),
    ]
    rows = [Row([digits.to_persian(str(number)), "", "", ""]) for number in range(1, _LINES + 1)]
    look = TableLook(cell=CELL.but(size=10), pad_y=1.5, grid=True, row_height=_LINE_HEIGHT)
    story: list[Flowable] = [
        *titled(_ATTENDANCE),
        Questions(blank.questions),
        Table(columns, rows, look=look),
        Paragraph("شرکت بدون پرونده پذیرفته است. تلفن و کد ملی در این برگه نوشته نمی‌شود.", NOTE),
        signed([SignatureBox("مدرس"), SignatureBox("تسهیلگر")], height=56),
    ]
    return paper(story, _ATTENDANCE, blank.imprint, Edges(_ATTENDANCE))

"""What the lists for phoning people share: they name people and numbers, stay inside and are destroyed after use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.domain.persian import digits
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.lines import break_lines, one_line
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box
from desktop.reports.layout.style import CELL, INK, MUTED, WARNING, WARNING_SOFT, Align, TextStyle, Weight
from desktop.reports.layout.table import Cell, Column, Row, Table, TableLook
from desktop.reports.office_page import phone_text

_INSIDE = TextStyle(size=12.5, weight=Weight.BOLD, colour=WARNING, leading=22)
_DESTROY = TextStyle(size=10, colour=INK, leading=18)
_NO_LEAVE = "اجازهٔ تماس نداده؛ حضوری بگویید"
_NO_PHONE = "شماره ندارد؛ حضوری بگویید"
_ROW_HEIGHT = 27.0


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody to phone. `mobile_owner` is who answers when the phone is not their own.

    `may_call` False: they did not agree to be phoned, and their number is not printed.
    """

    name: str
    mobile: str
    mobile_owner: str = ""
    note: str = ""
    may_call: bool = True


class InsideOnly(Flowable):
    """«داخلی»: says at the top of a list that it does not leave the office and does not stay."""

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width, self.height = available_width, 34.0
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        draw_box(self.canv, 0, 0, self.width, self.height, BoxLook(WARNING_SOFT, WARNING, 5))
        word = one_line("داخلی", _INSIDE)
        right = self.width - 14
        draw_block(self.canv, (word,), right - word.width, right, self.height - 6, _INSIDE)
        told = "این برگه نام و شماره دارد: به دیوار نزنید، از آن عکس نگیرید، و پس از استفاده از میان برود."
        edge = right - word.width - 14
        draw_block(self.canv, break_lines(told, _DESTROY, edge - 8)[:1], 8, edge, self.height - 8, _DESTROY)


def calling_table(people: Sequence[Called], answers: Sequence[str], note_title: str) -> Table:
    """Who to phone, with a box to tick for each answer and room to write."""
    columns = [
        Column("ردیف", Align.CENTRE, 0, 34),
        Column("نام و نام خانوادگی", grow=1, minimum=105),
        Column("همراه", Align.CENTRE, 0, 92),
        *(Column(answer, Align.CENTRE, 0, 46) for answer in answers),
        Column(note_title, grow=1.4, minimum=80),
    ]
    look = TableLook(cell=CELL.but(size=9.5), grid=True, row_height=_ROW_HEIGHT)
    return Table(columns, [_row(number, one, len(answers)) for number, one in enumerate(people, 1)], look=look)


def _row(number: int, one: Called, answers: int) -> Row:
    return Row(
        [
            digits.to_persian(str(number)),
            Cell(one.name, weight=Weight.MEDIUM),
            _phone(one),
            *([Cell(tick=True)] * answers),
            Cell(one.note or "", MUTED),
        ]
    )


def _phone(one: Called) -> Cell:
    if not one.may_call:
        return Cell(_NO_LEAVE, MUTED)
    if not one.mobile:
        return Cell(_NO_PHONE, MUTED)
    number = phone_text(one.mobile)
    return Cell(f"{number}\n({one.mobile_owner})" if one.mobile_owner else number, weight=Weight.SEMIBOLD)

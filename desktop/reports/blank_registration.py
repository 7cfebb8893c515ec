"""«فرم شناسنامهٔ خانوار»: the registration on two pages of A4 for work without electricity, in the screen's order.

The first page asks about the household; the second has a block for each member, whose answers are the numbers of the
codes that stand below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from desktop.domain.persian import digits
from desktop.reports.layout.blocks import SignatureBox, Signatures
from desktop.reports.layout.document import Metadata, Sheet, render
from desktop.reports.layout.edge import Flowable, KeepTogether, PageBreak
from desktop.reports.layout.lines import Line, break_lines, one_line
from desktop.reports.layout.paint import BoxLook, Page, draw_block, draw_box
from desktop.reports.layout.paragraph import Paragraph, bold
from desktop.reports.layout.questions import Question, Questions, draw_boxes
from desktop.reports.layout.style import ACCENT_LINE, HAIRLINE, INK, MM, MUTED, TITLE, ZEBRA, TextStyle, Weight
from desktop.reports.office_page import fictional_mark, moment_of, running_foot, running_head

MEMBERS = 7  # blocks on the second page
_MARGIN = 12 * MM
_TITLE = "فرم شناسنامهٔ خانوار"
_LABEL = TextStyle(size=9, colour=INK, weight=Weight.MEDIUM, leading=15)
_CELL = TextStyle(size=7, colour=MUTED, leading=10)
_LEGEND = TextStyle(size=7.2, colour=INK, leading=11.2)
_SMALL = TextStyle(size=8.5, leading=14.5, space_after=2)
_CELL_BOX, _CELL_HEIGHT, _CELL_GAP, _NUMBER = 9.6, 34.0, 4.0, 16.0
_CODE, _NAME = 36.0, 90.0


@dataclass(frozen=True, slots=True)
class BlankForm:
    """The questions in their order, and what is read aloud before the head agrees."""

    office_title: str
    household: tuple[Question, ...]
    member: tuple[Question, ...]
    consent: tuple[str, ...]
    printed_on: date
    fictional: bool = False


def build(form: BlankForm) -> bytes:
    """The two pages as a PDF. Raises MissingGlyphError for a character the font lacks."""
    signs = [SignatureBox("سرپرست خانوار"), SignatureBox("شاهد"), SignatureBox("همکار ثبت‌کننده")]
    story: list[Flowable] = [
        Paragraph(_TITLE, TITLE.but(size=16, leading=28, space_after=2)),
        Questions(form.household),
        Paragraph([bold("این متن خوانده شود: "), *form.consent], _SMALL),
        KeepTogether([Signatures(signs, per_row=3, height=58)]),
        PageBreak(),
        *(_Member(number, form.member) for number in range(1, MEMBERS + 1)),
        _Legend([question for question in form.member if question.choices]),
    ]
    metadata = Metadata(_TITLE, moment_of(form.printed_on), form.office_title)
    sheet = Sheet(top=17 * MM, right=_MARGIN, bottom=17 * MM, left=_MARGIN)
    return render(story, metadata, sheet, partial(_furniture, form))


class _Member(Flowable):
    """One member: cells in lines, each with its question above."""

    def __init__(self, number: int, questions: Sequence[Question]) -> None:
        super().__init__()
        self.number, self.questions = number, questions
        self._rows: list[list[tuple[Question, float]]] = []

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 3

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width, self._rows = available_width, [[]]
        room = available_width - _NUMBER
        for question in self.questions:
            width = _cell_width(question)
            if width > room:
                self._rows.append([])
                room = available_width - _NUMBER
            self._rows[-1].append((question, width))
            room -= width + _CELL_GAP
        self.height = len(self._rows) * (_CELL_HEIGHT + 2) + 5
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        draw_box(self.canv, 0, 0, self.width, self.height, BoxLook(ZEBRA, HAIRLINE, 4))
        number = one_line(digits.to_persian(str(self.number)), _LABEL)
        draw_block(self.canv, (number,), self.width - _NUMBER, self.width - 5, self.height - 4, _LABEL)
        top = self.height - 3
        for row in self._rows:
            right = self.width - _NUMBER
            spare = (right - 4 - sum(width + _CELL_GAP for _, width in row)) / max(1, _wide(row))
            for question, least in row:
                width = least + (spare if _grows(question) and spare > 0 else 0)
                self._cell(question, right, top, width)
                right -= width + _CELL_GAP
            top -= _CELL_HEIGHT + 2

    def _cell(self, question: Question, right: float, top: float, width: float) -> None:
        label = break_lines(question.label, _CELL, width + 2)[:1]
        draw_block(self.canv, label, right - width - 2, right, top, _CELL)
        below = top - _CELL.line_height - 2
        if question.boxes:
            draw_boxes(self.canv, right, below, question.boxes, _CELL_BOX)
            return
        boxed = 2 * _CELL_BOX + 4 if question.choices else width
        draw_box(self.canv, right - boxed, below - 15, boxed, 15, BoxLook((1, 1, 1), ACCENT_LINE, 2))


class _Legend(Flowable):
    """The numbers of the codes, in two columns."""

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__()
        self.questions = questions
        self._columns: tuple[list[tuple[Line, ...]], list[tuple[Line, ...]]] = ([], [])

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 3

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width = available_width
        room = (available_width - 14) / 2
        texts = [break_lines([bold(f"{q.label}: "), _numbered(q.choices)], _LEGEND, room) for q in self.questions]
        half = sum(map(len, texts)) / 2
        right: list[tuple[Line, ...]] = []
        while texts and sum(map(len, right)) + len(texts[0]) / 2 <= half:
            right.append(texts.pop(0))
        self._columns = right, texts
        self.height = max(sum(map(len, column)) for column in self._columns) * _LEGEND.line_height + 2
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        room = (self.width - 14) / 2
        for right, column in zip((self.width, room), self._columns, strict=True):
            top = self.height
            for lines in column:
                draw_block(self.canv, lines, right - room, right, top, _LEGEND)
                top -= len(lines) * _LEGEND.line_height


def _numbered(choices: Sequence[str]) -> str:
    return "، ".join(f"{digits.to_persian(str(place))} {text}" for place, text in enumerate(choices, 1))


def _cell_width(question: Question) -> float:
    if question.boxes:
        return max(sum(question.boxes) * _CELL_BOX + (len(question.boxes) - 1) * 5, _CODE)
    return _CODE if question.choices else _NAME


def _grows(question: Question) -> bool:
    return not question.boxes and not question.choices


def _wide(row: Sequence[tuple[Question, float]]) -> int:
    return sum(_grows(question) for question, _ in row)


def _furniture(form: BlankForm, page: Page) -> None:
    side = "خانوار" if page.number == 1 else "اعضا · پاسخ خانه‌های کوچک، شمارهٔ پایین صفحه است"
    running_head(page, form.office_title, side, _MARGIN)
    running_foot(page, (_TITLE,), _MARGIN)
    if form.fictional:
        fictional_mark(page)

"""Questions as paper asks them: a line to write on, boxes for digits, choices to tick; as many in a line as fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.lines import one_line
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box, draw_rule
from desktop.reports.layout.style import FAINT, INK, TextStyle, Weight

_LABEL = TextStyle(size=9, colour=INK, weight=Weight.MEDIUM, leading=15)
_CHOICE = TextStyle(size=9, leading=15)
_TICK, _BOX, _LINE, _GAP = 9.0, 14.0, 22.0, 6.0


@dataclass(frozen=True, slots=True)
class Question:
    """One field as paper asks it: `choices` to tick or to number, `boxes` for digits, else `lines` to write on.

    More than one line goes across the whole paper.
    """

    label: str
    choices: tuple[str, ...] = ()
    boxes: tuple[int, ...] = ()  # groups of boxes, such as 4, 2, 2 for a date
    lines: int = 1


class Questions(Flowable):
    """Questions one after the other from the right, as many in a line as find room."""

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__()
        self.questions = questions
        self._placed: list[tuple[Question, float, float, float]] = []  # right edge, top, width

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width, self._placed = available_width, []
        right, top, deepest = available_width, 0.0, 0.0
        for question in self.questions:
            width = min(available_width, self._wanted(question, available_width))
            if right - width < -0.5:
                right, top, deepest = available_width, top + deepest, 0.0
            self._placed.append((question, right, top, width))
            deepest = max(deepest, self._height(question, width))
            right -= width
        self.height = top + deepest + 4
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        for question, right, top, width in self._placed:
            self._draw(question, right, self.height - top, right - width)

    def _wanted(self, question: Question, whole: float) -> float:
        label = one_line(f"{question.label}:", _LABEL).width + 8
        if question.boxes:
            return label + sum(question.boxes) * _BOX + (len(question.boxes) - 1) * 5 + 16
        if question.choices:
            row = label + sum(self._choice_width(text) for text in question.choices)
            return whole if row > whole / 2 else whole / 2
        return whole if question.lines > 1 else whole / 2

    def _height(self, question: Question, width: float) -> float:
        if question.choices:
            return self._rows(question, width) * _CHOICE.line_height + _GAP + 4
        return _LINE * question.lines + _GAP

    def _rows(self, question: Question, width: float) -> int:
        left = width - one_line(f"{question.label}:", _LABEL).width - 8
        rows, room = 1, left
        for text in question.choices:
            needed = self._choice_width(text)
            if needed > room:
                rows, room = rows + 1, width - 14
            room -= needed
        return rows

    @staticmethod
    def _choice_width(text: str) -> float:
        return one_line(text, _CHOICE).width + _TICK + 15

    def _draw(self, question: Question, right: float, top: float, left: float) -> None:
        label = one_line(f"{question.label}:", _LABEL)
        draw_block(self.canv, (label,), right - label.width, right, top, _LABEL)
        edge = right - label.width - 8
        if question.boxes:
            draw_boxes(self.canv, edge, top - 1, question.boxes, _BOX)
        elif question.choices:
            self._draw_choices(question, right, edge, top, left)
        else:
            draw_rule(self.canv, left + 10, edge, top - 13, FAINT, 0.6)
            for below in range(1, question.lines):
                draw_rule(self.canv, left + 10, right, top - 13 - below * _LINE, FAINT, 0.6)

    def _draw_choices(self, question: Question, right: float, edge: float, top: float, left: float) -> None:
        for text in question.choices:
            if edge - self._choice_width(text) < left - 0.5:
                top, edge = top - _CHOICE.line_height, right - 14
            draw_box(self.canv, edge - _TICK, top - 12, _TICK, _TICK, BoxLook(None, INK, 1.5))
            line = one_line(text, _CHOICE)
            draw_block(self.canv, (line,), edge - _TICK - 4 - line.width, edge - _TICK - 4, top, _CHOICE)
            edge -= self._choice_width(text)


def draw_boxes(canvas: object, right: float, top: float, groups: Sequence[int], side: float) -> None:
    """Boxes for digits, which are written from left to right: the last group stands at the right edge."""
    edge = right
    for many in reversed(groups):
        for _ in range(many):
            draw_box(canvas, edge - side, top - side, side, side, BoxLook((1, 1, 1), FAINT))
            edge -= side
        edge -= 5

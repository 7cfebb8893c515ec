"""Pictures of a few numbers: a grid of coloured cells, bars against a standard, time that runs out. From the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.lines import break_lines, one_line
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box, draw_triangle
from desktop.reports.layout.style import (
    ACCENT,
    ACCENT_DARK,
    CELL_HEAD,
    HAIRLINE,
    INK,
    MUTED,
    PAPER,
    RED,
    SHORT,
    ZEBRA,
    Align,
    Colour,
    TextStyle,
    Weight,
)

_LABEL = TextStyle(size=9, leading=14.5)
_CELL = TextStyle(size=9, weight=Weight.MEDIUM, align=Align.CENTRE, leading=14.5)
_TITLE = _LABEL.but(weight=Weight.SEMIBOLD, colour=ACCENT_DARK)
_SMALL = TextStyle(size=8, colour=MUTED, leading=12.5)
_GAP = 3.0
_ROW = 24.0
_LABEL_SHARE = 0.34


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a coloured grid: its title, and the colour of a cell in which something stands."""

    title: str
    fill: Colour


@dataclass(frozen=True, slots=True)
class GridRow:
    """A label and a text for each column; an empty text leaves the cell pale. Without cells it is a title of rows."""

    label: str
    cells: Sequence[str] = ()


class ColourGrid(Flowable):
    """Cells whose colour is seen before they are read; every cell has its text, so that a grey print says the same."""

    def __init__(self, columns: Sequence[GridColumn], rows: Sequence[GridRow]) -> None:
        super().__init__()
        self.columns, self.rows = columns, rows
        self._heights: list[float] = []

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    @property
    def _head(self) -> float:
        return CELL_HEAD.line_height + 4

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame; long labels wrap."""
        self.width = available_width
        room = available_width * _LABEL_SHARE - 8
        self._heights = [self._height(row, room) for row in self.rows]
        self.height = self._head + sum(self._heights) + _GAP * len(self.rows)
        return self.width, self.height

    def _height(self, row: GridRow, room: float) -> float:
        if not row.cells:
            return _TITLE.line_height + 4
        return max(_ROW, len(break_lines(row.label, _LABEL, room)) * _LABEL.line_height + 6)

    def split(self, available_width: float, available_height: float) -> list[ColourGrid]:
        """Two grids with the same head, cut between rows; a title never stands alone at a page's end."""
        self.wrap(available_width, available_height)
        used, fit = self._head, 0
        while fit < len(self.rows) and used + self._heights[fit] + _GAP <= available_height:
            used += self._heights[fit] + _GAP
            fit += 1
        if fit == len(self.rows):
            return [self]
        while fit and not self.rows[fit - 1].cells:
            fit -= 1
        if fit < min(2, len(self.rows)):
            return []
        return [ColourGrid(self.columns, self.rows[:fit]), ColourGrid(self.columns, self.rows[fit:])]

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        label = self.width * _LABEL_SHARE
        cell = (self.width - label) / len(self.columns)
        edges = [self.width - label - number * cell for number in range(len(self.columns))]
        head = CELL_HEAD.but(align=Align.CENTRE)
        for column, right in zip(self.columns, edges, strict=True):
            draw_block(self.canv, break_lines(column.title, head, cell)[:1], right - cell, right, self.height, head)
        top = self.height - self._head
        for row, high in zip(self.rows, self._heights, strict=True):
            self._draw_label(row, top, high, label if row.cells else self.width)
            for column, right, text in zip(self.columns, edges, row.cells, strict=bool(row.cells)):
                look = BoxLook(column.fill if text else ZEBRA, None if text else HAIRLINE, 3)
                draw_box(self.canv, right - cell + _GAP, top - high, cell - _GAP, high, look)
                shown = text or "—"
                style = _CELL if text else _CELL.but(colour=MUTED)
                above = top - (high - style.line_height) / 2
                draw_block(self.canv, (one_line(shown, style),), right - cell + _GAP, right, above, style)
            top -= high + _GAP

    def _draw_label(self, row: GridRow, top: float, high: float, room: float) -> None:
        style = _LABEL if row.cells else _TITLE
        lines = break_lines(row.label, style, room - 8)
        middle = top - (high - len(lines) * style.line_height) / 2
        draw_block(self.canv, lines, self.width - room, self.width, middle, style)


@dataclass(frozen=True, slots=True)
class Measure:
    """A value of today, perhaps one before it, against a standard greater than zero; `note` tells the numbers."""

    label: str
    now: float
    standard: float
    before: float | None = None
    note: str = ""


class GapBars(Flowable):
    """A bar for each measure in shares of its standard, which is the line on which all would end."""

    def __init__(self, measures: Sequence[Measure]) -> None:
        super().__init__()
        if any(measure.standard <= 0 for measure in measures):
            raise ValueError("a bar is drawn against a standard above zero")
        self.measures = measures
        self._row = 30.0

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width, self.height = available_width, 16 + self._row * len(self.measures)
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        greatest = max(max(m.now, m.before or 0) / m.standard for m in self.measures)
        scale = max(1.15, min(greatest * 1.05, 2.0))
        start = self.width - 130
        room = start - 8
        mark = start - room / scale
        draw_block(self.canv, (one_line("استاندارد", _SMALL),), mark - 60, mark + 20, self.height + 1, _SMALL)
        top = self.height - 16
        for measure in self.measures:
            label = break_lines(measure.label, _LABEL, 122)[:1]
            draw_block(self.canv, label, start + 8, self.width, top - 1, _LABEL)
            note = break_lines(measure.note, _SMALL, 122)[:1]
            draw_block(self.canv, note, start + 8, self.width, top - 14, _SMALL)
            draw_box(self.canv, start - room, top - 22, room, 16, BoxLook(ZEBRA, None, 2))
            share = min(measure.now / measure.standard, scale)
            long, fill = room * share / scale, ACCENT if share >= 1 else SHORT
            draw_box(self.canv, start - long, top - 22, long, 16, BoxLook(fill, None, 2))
            if measure.before is not None:
                before = start - room * min(measure.before / measure.standard, scale) / scale
                draw_box(self.canv, before - 1.2, top - 25, 2.4, 22, BoxLook(INK, PAPER))
            top -= self._row
        self.canv.setStrokeColorRGB(*ACCENT_DARK)
        self.canv.setLineWidth(1.1)
        self.canv.line(mark, 6, mark, self.height - 14)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on a line of time, from 0 (its beginning, at the right) to 1."""

    at: float
    label: str
    text: str


class TimeBar(Flowable):
    """Time that has gone of a term, with the moments that matter; late beyond its end is red."""

    def __init__(self, gone: float, moments: Sequence[Moment], *, late: bool) -> None:
        super().__init__()
        self.gone, self.moments, self.late = min(max(gone, 0.0), 1.0), moments, late

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 8

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """As wide as the frame."""
        self.width, self.height = available_width, 56.0
        return self.width, self.height

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        edge, y = 40.0, 32.0
        length = self.width - 2 * edge
        right = self.width - edge
        draw_box(self.canv, edge, y, length, 9, BoxLook(ZEBRA, HAIRLINE, 4.5))
        if self.gone:
            high = length * self.gone
            draw_box(self.canv, right - high, y, high, 9, BoxLook(RED if self.late else ACCENT, None, 4.5))
        for moment in self.moments:
            x = right - length * min(max(moment.at, 0.0), 1.0)
            draw_triangle(self.canv, x - 3.5, y + 11, 7, False, ACCENT_DARK)
            left, end = max(0.0, x - 60), min(self.width, x + 60)
            label = _SMALL.but(align=Align.CENTRE)
            value = _LABEL.but(align=Align.CENTRE, weight=Weight.SEMIBOLD)
            draw_block(self.canv, (one_line(moment.label, label),), left, end, y - 2, label)
            draw_block(self.canv, (one_line(moment.text, value),), left, end, y - 15, value)

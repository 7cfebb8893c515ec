"""Right-to-left tables: first column at the right, cells that wrap, a header repeated on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.lines import Content, Line, break_lines, longest_word, one_line
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box, draw_rule, draw_triangle
from desktop.reports.layout.style import (
    ACCENT,
    ACCENT_LINE,
    ACCENT_SOFT,
    CAPTION,
    CELL,
    CELL_HEAD,
    CELL_TOTAL,
    HAIRLINE,
    PAPER,
    ZEBRA,
    Align,
    Colour,
    TextStyle,
    Weight,
)

_TREND = 4.5
_TICK = 10.0
_NUMBER = re.compile("[\u2066\u2069\u2212+0-9۰-۹٫٬٪]+")


class RowKind(StrEnum):
    """What a row is: a plain one, a group title over the rows below, or a total of the rows above."""

    PLAIN = "plain"
    GROUP = "group"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `grow` is its share of spare width, `minimum` its least width in points."""

    title: str
    align: Align = Align.RIGHT
    grow: float = 1
    minimum: float = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a look of its own; `trend` +1 or −1 draws a small arrow head before the text.

    `tick` draws an empty box in the middle, to be ticked by hand (the font has none); such a cell has no text.
    """

    content: Content = ""
    colour: Colour | None = None
    weight: Weight | None = None
    trend: int = 0
    tick: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from right to left; a group row has one cell."""

    cells: Sequence[Content | Cell]
    kind: RowKind = RowKind.PLAIN


@dataclass(frozen=True, slots=True)
class TableLook:
    """Measures of a table in points; `grid` draws every border, `row_height` is the least height of a plain row."""

    cell: TextStyle = CELL
    head: TextStyle = CELL_HEAD
    total: TextStyle = CELL_TOTAL
    pad_x: float = 5
    pad_y: float = 2.5
    zebra: bool = True
    grid: bool = False
    row_height: float = 0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A measured row: per cell its lines, its style and the arrow before it; `ticks` are the columns with a box."""

    cells: tuple[tuple[tuple[Line, ...], TextStyle, int], ...]
    height: float
    kind: RowKind
    number: int
    ticks: tuple[int, ...] = ()


@dataclass(slots=True)
class _Measured:
    widths: list[float] = field(default_factory=list)
    numbers: list[float] = field(default_factory=list)
    head: _Placed | None = None
    rows: list[_Placed] = field(default_factory=list)
    for_width: float = -1


class Table(Flowable):
    """A table as wide as its frame, with a caption at the right and a note (unit, month) at the left above it.

    Raises MissingGlyphError when it is wrapped, ValueError when a row's cells are not as many as the columns.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        caption: str = "",
        note: str = "",
        look: TableLook | None = None,
    ) -> None:
        super().__init__()
        for row in rows:
            if len(row.cells) != (1 if row.kind is RowKind.GROUP else len(columns)):
                raise ValueError(f"a row of {len(row.cells)} cells in a table of {len(columns)} columns")
        self.columns, self.rows, self.caption, self.note = columns, rows, caption, note
        self.look = look or TableLook()
        self._measured = _Measured()

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 4

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 10

    @property
    def _caption_height(self) -> float:
        return CAPTION.line_height + 3 if self.caption or self.note else 0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Measures every cell for a width; the answer is (width, height)."""
        measured = self._measured
        if measured.for_width != available_width:
            measured.widths = self._widths(available_width)
            titles = Row([Cell(column.title) for column in self.columns])
            measured.head = self._place(titles, self.look.head, 0)
            measured.rows = [self._place(row, None, number) for number, row in enumerate(self.rows)]
            measured.for_width = available_width
        self.width = available_width
        self.height = self._top_height() + sum(row.height for row in measured.rows)
        return self.width, self.height

    def _top_height(self) -> float:
        head = self._measured.head
        return self._caption_height + (head.height if head else 0)

    def _style(self, row: Row, cell: Content | Cell, at: int) -> TextStyle:
        style = self.look.total if row.kind is not RowKind.PLAIN else self.look.cell
        align = Align.RIGHT if row.kind is RowKind.GROUP else self.columns[at].align
        style = style.but(align=align, tabular=style.tabular and _is_number(cell))
        if isinstance(cell, Cell):
            style = style.but(colour=cell.colour or style.colour, weight=cell.weight or style.weight)
        return style

    def _widths(self, available: float) -> list[float]:
        """Widths by content: every column gets its longest word, then what its longest cell asks for."""
        padding = 2 * self.look.pad_x
        self._measured.numbers = []
        least, wanted = [], []
        for at, column in enumerate(self.columns):
            cells = [(row, row.cells[at]) for row in self.rows if row.kind is not RowKind.GROUP]
            texts = [(_content(cell), self._style(row, cell, at), _trend_room(cell)) for row, cell in cells]
            head = longest_word(column.title, self.look.head)
            widest_word = max((longest_word(text, style) + room for text, style, room in texts), default=0)
            widest = max((one_line(text, style).width + room for text, style, room in texts), default=0)
            numbers = (one_line(text, style).width for text, style, _ in texts if style.tabular)
            self._measured.numbers.append(max(numbers, default=0))
            least.append(max(head, min(widest_word, available / 3), column.minimum - padding) + padding + 0.5)
            wanted.append(max(least[-1], widest + padding + 0.5))
        if sum(wanted) <= available:
            return self._shared_out(wanted, available)
        if sum(least) >= available:
            return [width * available / sum(least) for width in least]
        ratio = (available - sum(least)) / (sum(wanted) - sum(least))
        return [low + (high - low) * ratio for low, high in zip(least, wanted, strict=True)]

    def _shared_out(self, widths: list[float], available: float) -> list[float]:
        """Spare room goes first to titles that would wrap, then by `grow`."""
        padding = 2 * self.look.pad_x + 0.5
        lacking = [
            max(0.0, one_line(column.title, self.look.head).width + padding - width)
            for column, width in zip(self.columns, widths, strict=True)
        ]
        if sum(lacking) <= available - sum(widths):
            widths = [width + more for width, more in zip(widths, lacking, strict=True)]
        spare, total = available - sum(widths), sum(column.grow for column in self.columns) or 1
        return [width + spare * column.grow / total for width, column in zip(widths, self.columns, strict=True)]

    def _place(self, row: Row, head: TextStyle | None, number: int) -> _Placed:
        padding = 2 * self.look.pad_x
        cells, height = [], 0.0
        for at, cell in enumerate(row.cells):
            style = head.but(align=self.columns[at].align) if head else self._style(row, cell, at)
            width = self.width_of_group() if row.kind is RowKind.GROUP else self._measured.widths[at]
            lines = break_lines(_content(cell), style, width - padding - _trend_room(cell))
            cells.append((lines, style, cell.trend if isinstance(cell, Cell) else 0))
            height = max(height, len(lines) * style.line_height)
        least = self.look.row_height if row.kind is RowKind.PLAIN and not head else 0
        ticks = tuple(at for at, cell in enumerate(row.cells) if isinstance(cell, Cell) and cell.tick)
        return _Placed(tuple(cells), max(height + 2 * self.look.pad_y, least), row.kind, number, ticks)

    def width_of_group(self) -> float:
        """Width of a row that spans all columns."""
        return sum(self._measured.widths)

    def split(self, available_width: float, available_height: float) -> list[Table]:
        """Two tables with the same header, cut between rows; a total never stands alone on the next page."""
        self.wrap(available_width, available_height)
        rows = self._measured.rows
        used, fit = self._top_height(), 0
        while fit < len(rows) and used + rows[fit].height <= available_height + 1e-6:
            used += rows[fit].height
            fit += 1
        if fit == len(rows):
            return [self]
        if len(rows) - fit == 1 and fit > 2:
            fit -= 1
        while fit and rows[fit - 1].kind is RowKind.GROUP:
            fit -= 1
        if fit < min(2, len(rows)):
            return []
        return [self._part(0, fit), self._part(fit, len(rows))]

    def _part(self, first: int, last: int) -> Table:
        caption = self.caption
        if first and caption and not caption.endswith("(ادامه)"):
            caption += " (ادامه)"
        part = Table(self.columns, self.rows[first:last], caption, self.note, self.look)
        measured = self._measured
        part._measured = _Measured(
            measured.widths, measured.numbers, measured.head, measured.rows[first:last], measured.for_width
        )
        return part

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        top = self.height
        if self._caption_height:
            box_top = top
            right = break_lines(self.caption, CAPTION.but(weight=Weight.SEMIBOLD), self.width)
            draw_block(self.canv, right[:1], 0, self.width, box_top, CAPTION.but(weight=Weight.SEMIBOLD))
            left = CAPTION.but(align=Align.LEFT, size=8, leading=CAPTION.line_height, weight=Weight.REGULAR)
            draw_block(self.canv, break_lines(self.note, left, self.width)[:1], 0, self.width, box_top, left)
            top -= self._caption_height
        head = self._measured.head
        if head:
            draw_box(self.canv, 0, top - head.height, self.width, head.height, BoxLook(ACCENT_SOFT))
            draw_rule(self.canv, 0, self.width, top, ACCENT, 1.1)
            draw_rule(self.canv, 0, self.width, top - head.height, ACCENT_LINE, 0.7)
            self._draw_cells(head, top)
            top -= head.height
        for row in self._measured.rows:
            self._draw_row(row, top)
            top -= row.height
        draw_rule(self.canv, 0, self.width, 0, ACCENT_LINE, 0.8)

    def _draw_row(self, row: _Placed, top: float) -> None:
        bottom = top - row.height
        if row.kind is RowKind.TOTAL:
            draw_box(self.canv, 0, bottom, self.width, row.height, BoxLook(ACCENT_SOFT))
            draw_rule(self.canv, 0, self.width, top, ACCENT, 0.8)
        else:
            if self.look.zebra and row.number % 2 and row.kind is RowKind.PLAIN:
                draw_box(self.canv, 0, bottom, self.width, row.height, BoxLook(ZEBRA))
            draw_rule(self.canv, 0, self.width, bottom, HAIRLINE, 0.4)
        self._draw_cells(row, top)
        if self.look.grid:
            edges = [0.0]
            for width in reversed(self._measured.widths):
                edges.append(edges[-1] + width)
            if row.kind is RowKind.GROUP:
                edges = [edges[0], edges[-1]]
            self.canv.setStrokeColorRGB(*HAIRLINE)
            self.canv.setLineWidth(0.5)
            for x in edges:
                self.canv.line(x, bottom, x, top)

    def _draw_cells(self, row: _Placed, top: float) -> None:
        pad = self.look.pad_x
        right = self.width
        widths = [self.width] if row.kind is RowKind.GROUP else self._measured.widths
        for at, ((lines, style, trend), width) in enumerate(zip(row.cells, widths, strict=True)):
            block = len(lines) * style.line_height
            first = top - (row.height - block) / 2
            room = _TREND + 3 if trend else 0
            edge = right - pad - room
            if style.tabular and style.align is Align.CENTRE:
                edge = right - (width + room) / 2 + self._measured.numbers[at] / 2
                draw_block(self.canv, lines, right - width + pad, edge, first, style.but(align=Align.RIGHT))
            else:
                draw_block(self.canv, lines, right - width + pad, edge, first, style)
            if trend:
                ink_right = edge
                if style.align is Align.CENTRE and not style.tabular:
                    ink_right = (right - width + pad + edge + lines[0].width) / 2
                elif style.align is Align.LEFT:
                    ink_right = right - width + pad + lines[0].width
                y = first - style.line_height / 2 - _TREND / 2
                draw_triangle(self.canv, ink_right + 3, y, _TREND, trend > 0, style.colour)
            if at in row.ticks:
                left, low = right - (width + _TICK) / 2, top - (row.height + _TICK) / 2
                draw_box(self.canv, left, low, _TICK, _TICK, BoxLook(PAPER, ACCENT, 2))
            right -= width


def _content(cell: Content | Cell) -> Content:
    return cell.content if isinstance(cell, Cell) else cell


def _is_number(cell: Content | Cell) -> bool:
    """Whether the cell is one number, which then stands under the numbers of its column, digit under digit."""
    content = _content(cell)
    return isinstance(content, str) and _NUMBER.fullmatch(content) is not None


def _trend_room(cell: Content | Cell) -> float:
    return _TREND + 3 if isinstance(cell, Cell) and cell.trend else 0

"""Right-to-left tables: first column at the right, cells that wrap, a header repeated on every page."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest

from desktop.reports.layout.cells import COVERED, TICK, TREND, Cell, Column, Row, RowKind, TableLook
from desktop.reports.layout.edge import Flowable
from desktop.reports.layout.grid import Grid, PlacedCell, PlacedRow
from desktop.reports.layout.lines import break_lines
from desktop.reports.layout.paint import BoxLook, draw_block, draw_box, draw_edge, draw_rule, draw_triangle, write_lines
from desktop.reports.layout.structure import group, named, ornament, table_attributes
from desktop.reports.layout.style import (
    ACCENT,
    ACCENT_LINE,
    ACCENT_SOFT,
    CAPTION,
    HAIRLINE,
    PAPER,
    ZEBRA,
    Align,
    TextStyle,
    Weight,
)

__all__ = ["COVERED", "Cell", "Column", "Row", "RowKind", "Table", "TableLook"]

_CAPTION = CAPTION.but(weight=Weight.SEMIBOLD)
_NOTE = CAPTION.but(align=Align.LEFT, size=8, leading=CAPTION.line_height, weight=Weight.REGULAR)


@lru_cache(64)
def _at_right(style: TextStyle) -> TextStyle:
    return style.but(align=Align.RIGHT)


class Table(Flowable):
    """A table as wide as its frame, with a caption at the right and a note (unit, month) at the left above it.

    A row higher than a page goes on on the next one. Raises MissingGlyphError when it is wrapped, ValueError when a
    row's cells do not cover the columns.
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
        self.caption, self.note, self.look = caption, note, look or TableLook()
        self._grid = Grid(columns, rows, self.look)
        self._first, self._end = 0, len(rows)
        self._begun: PlacedRow | None = None  # the rest of a row that began on the page before
        self._broken: PlacedRow | None = None  # the beginning of a row that ends on the next page

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Points kept free above."""
        return 4

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Points kept free below."""
        return 10

    @property
    def rows(self) -> Sequence[Row]:
        """The rows of this part of the table."""
        return self._grid.rows[self._first : self._end]

    @property
    def widths(self) -> Sequence[float]:
        """Widths of the columns from right to left, once it is wrapped."""
        return self._grid.widths

    @property
    def _caption_height(self) -> float:
        return CAPTION.line_height + 3 if self.caption or self.note else 0

    @property
    def _goes_on(self) -> bool:
        return self._first > 0 or self._begun is not None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As wide as the frame; the height is right up to the available one, beyond it only known to be more.

        So a register of thousands of rows is measured page by page.
        """
        self._grid.measure(available_width)
        self.width, self.height = available_width, self._top_height()
        for number in range(self._first, self._end):
            if self.height > available_height:
                break
            self.height += self._row(number).height
        if self._broken:
            self.height += self._broken.height
        return self.width, self.height

    def _row(self, number: int) -> PlacedRow:
        return self._begun if self._begun and number == self._first else self._grid.row(number)

    def _top_height(self) -> float:
        return self._caption_height + sum(row.height for row in self._grid.head)

    def split(self, available_width: float, available_height: float) -> list[Table]:
        """Two tables with the same header, cut between rows; a total never stands alone on the next page."""
        self.wrap(available_width, available_height)
        used, end = self._top_height(), self._first
        while end < self._end and used + self._row(end).height <= available_height + 1e-6:
            used += self._row(end).height
            end += 1
        if end == self._end:
            return [self]
        fitting = end
        if self._end - end == 1 and end - self._first > 2:
            end -= 1
        while end > self._first and self._may_not_begin_a_page(end):
            end -= 1
        if end - self._first >= min(2, self._end - self._first):
            return [self._part(self._first, end, self._begun, None), self._part(end, self._end, None, None)]
        return self._split_row(fitting, available_height - used)

    def _may_not_begin_a_page(self, number: int) -> bool:
        """A group's title stays with its rows, a total with those it sums, a cell over many rows is whole."""
        return self._grid.rows[number - 1].kind is RowKind.GROUP or self._grid.stays_with_row_above(number)

    def _split_row(self, number: int, room: float) -> list[Table]:
        """Cuts a row that no page would hold; others wait for the next page."""
        row, frame = self._row(number), getattr(self, "_frame", None)
        page = getattr(frame, "_aH", 0) - self._top_height()
        whole = number - self._first >= min(2, self._end - self._first)
        if row.height <= page and not whole and not getattr(frame, "_atTop", False):
            return []
        halves = row.cut(room, 2 * self.look.pad_y) if row.height > page else None
        if halves:
            upper = self._part(self._first, number, self._begun, halves[0])
            return [upper, self._part(number, self._end, halves[1], None)]
        if number > self._first:
            return [self._part(self._first, number, self._begun, None), self._part(number, self._end, None, None)]
        return []

    def _part(self, first: int, end: int, begun: PlacedRow | None, broken: PlacedRow | None) -> Table:
        part = copy.copy(self)
        vars(part).pop("_postponed", None)  # platypus remembers there that it waited for a page
        vars(part).update(_first=first, _end=end, _begun=begun, _broken=broken)
        if (first or begun) and self.caption and not self.caption.endswith("(ادامه)"):
            part.caption += " (ادامه)"
        return part

    def draw(self) -> None:
        """Draws at the flowable's own origin."""
        with group(self.canv, "Table", key=self._grid):
            if self._goes_on:
                with ornament(self.canv):
                    top = self._draw_top()
            else:
                top = self._draw_top()
            rows = [self._row(number) for number in range(self._first, self._end)]
            rows += [self._broken] if self._broken else []
            self._draw_rows(rows, top)
        for row in rows:
            self._grid.forget(row.number)
        draw_rule(self.canv, 0, self.width, 0, ACCENT_LINE, 0.8)

    def _draw_top(self) -> float:
        top, head = self.height, self._grid.head
        if self._caption_height:
            with named(self.canv, "Caption"):
                draw_block(self.canv, break_lines(self.caption, _CAPTION, self.width)[:1], 0, self.width, top, _CAPTION)
                draw_block(self.canv, break_lines(self.note, _NOTE, self.width)[:1], 0, self.width, top, _NOTE)
            top -= self._caption_height
        high = sum(row.height for row in head)
        draw_box(self.canv, 0, top - high, self.width, high, BoxLook(ACCENT_SOFT))
        draw_rule(self.canv, 0, self.width, top, ACCENT, 1.1)
        draw_rule(self.canv, 0, self.width, top - high, ACCENT_LINE, 0.7)
        for number, row in enumerate(head):
            with group(self.canv, "TR"):
                for cell in row.cells:
                    height = sum(one.height for one in head[number : number + cell.rows])
                    self._draw_cell(cell, top, height, table_attributes("Column", cell.columns, cell.rows), "TH")
                    if cell.columns > 1:
                        right = self.width - sum(self._grid.widths[: cell.at])
                        width = sum(self._grid.widths[cell.at : cell.at + cell.columns])
                        draw_rule(self.canv, right - width + 4, right - 4, top - row.height, ACCENT_LINE, 0.6)
            top -= row.height
        return top

    def _draw_rows(self, rows: Sequence[PlacedRow], top: float) -> None:
        place = top
        for row, below in zip_longest(rows, rows[1:]):
            self._draw_ground(row, place, parted=below is None or below.kind is not RowKind.MORE)
            place -= row.height
        for number, row in enumerate(rows):
            with group(self.canv, "TR", key=(self._grid, row.number) if self._is_cut(row) else None):
                for cell in row.cells:
                    height = sum(one.height for one in rows[number : number + cell.rows])
                    if cell.rows > 1:
                        self._draw_over_rows(cell, top, height)
                    if row.kind is RowKind.GROUP:
                        self._draw_cell(cell, top, height, table_attributes("Row", cell.columns), "TH")
                    else:
                        key = (self._grid, row.number, cell.at) if self._is_cut(row) else None
                        attributes = table_attributes("", cell.columns, cell.rows)
                        self._draw_cell(cell, top, height, attributes, "TD", key)
            top -= row.height

    def _is_cut(self, row: PlacedRow) -> bool:
        return row is self._begun or row is self._broken

    def _draw_ground(self, row: PlacedRow, top: float, parted: bool) -> None:
        bottom = top - row.height
        if row.kind.sums:
            total = row.kind is RowKind.TOTAL
            draw_box(self.canv, 0, bottom, self.width, row.height, BoxLook(ACCENT_SOFT if total else ZEBRA))
            draw_rule(self.canv, 0, self.width, top, ACCENT if total else ACCENT_LINE, 0.8)
        else:
            if self.look.zebra and row.number % 2 and row.kind is RowKind.PLAIN:
                draw_box(self.canv, 0, bottom, self.width, row.height, BoxLook(ZEBRA))
            if parted:
                draw_rule(self.canv, 0, self.width, bottom, HAIRLINE, 0.4)
        if self.look.grid:
            x = self.width
            draw_edge(self.canv, x, bottom, top, HAIRLINE)
            for cell in row.cells:
                x = self.width - sum(self._grid.widths[: cell.at + cell.columns])
                draw_edge(self.canv, x, bottom, top, HAIRLINE)

    def _draw_over_rows(self, cell: PlacedCell, top: float, height: float) -> None:
        """The ground of a cell that covers rows hides what was drawn for them."""
        right = self.width - sum(self._grid.widths[: cell.at])
        width = sum(self._grid.widths[cell.at : cell.at + cell.columns])
        draw_box(self.canv, right - width, top - height + 0.3, width - 0.3, height - 0.6, BoxLook(PAPER))
        draw_edge(self.canv, right - width, top - height, top, HAIRLINE, 0.4)

    def _draw_cell(
        self, cell: PlacedCell, top: float, height: float, attributes: str, kind: str, key: object = None
    ) -> None:
        pad, style, lines = self.look.pad_x, cell.style, cell.lines
        right = self.width - sum(self._grid.widths[: cell.at])
        width = sum(self._grid.widths[cell.at : cell.at + cell.columns])
        first = top - (height - cell.height) / 2
        room = TREND + 3 if cell.trend else 0
        edge = right - pad - room
        with named(self.canv, kind, key=key, attributes=attributes):
            if style.tabular and style.align is Align.CENTRE and cell.columns == 1:
                edge = right - (width + room) / 2 + self._grid.numbers[cell.at] / 2
                write_lines(self.canv, lines, edge - width, edge, first, _at_right(style))
            else:
                write_lines(self.canv, lines, right - width + pad, edge, first, style)
            if cell.trend and lines:
                self._draw_trend(cell, right, edge, first)
            if cell.tick:
                low = top - (height + TICK) / 2
                draw_box(self.canv, right - (width + TICK) / 2, low, TICK, TICK, BoxLook(PAPER, ACCENT, 2))

    def _draw_trend(self, cell: PlacedCell, right: float, edge: float, first: float) -> None:
        style, left = cell.style, right - self._grid.widths[cell.at] + self.look.pad_x
        ink_right = edge
        if style.align is Align.CENTRE and not style.tabular:
            ink_right = (left + edge + cell.lines[0].width) / 2
        elif style.align is Align.LEFT:
            ink_right = left + cell.lines[0].width
        y = first - style.line_height / 2 - TREND / 2
        draw_triangle(self.canv, ink_right + 3, y, TREND, cell.trend > 0, style.colour)

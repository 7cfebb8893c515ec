"""Measures a table: widths of its columns by content, and each row when it is reached. Lengths are points."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.reports.layout.cells import (
    COVERED,
    Cell,
    Column,
    Row,
    RowKind,
    TableLook,
    columns_of,
    content_of,
    head_rows,
    is_number,
    plain_text,
    trend_room,
)
from desktop.reports.layout.lines import Content, Line, break_lines, longest_word, one_line
from desktop.reports.layout.style import Align, Colour, TextStyle, Weight

_ALL_MEASURED = 300
"""Up to so many rows every cell is measured; of more, the first ones and those with the longest texts."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A measured cell: its first column, its lines and their style, the arrow before them, a box to tick."""

    at: int
    lines: tuple[Line, ...]
    style: TextStyle
    trend: int = 0
    tick: bool = False
    columns: int = 1
    rows: int = 1

    @property
    def height(self) -> float:
        """Height of its lines."""
        return len(self.lines) * self.style.line_height


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A measured row; `number` counts the rows of the table."""

    cells: tuple[PlacedCell, ...]
    height: float
    kind: RowKind
    number: int

    def cut(self, room: float, padding: float) -> tuple[PlacedRow, PlacedRow] | None:
        """The row in two, the first of at most `room`; None when not two lines of every cell find room."""
        upper, lower = [], []
        for cell in self.cells:
            fit = int((room - padding) / cell.style.line_height + 1e-6)
            if fit < min(2, len(cell.lines)):
                return None
            upper.append(replace(cell, lines=cell.lines[:fit]))
            lower.append(replace(cell, lines=cell.lines[fit:], trend=0, tick=False))
        rest = max(cell.height for cell in lower) + padding
        return replace(self, cells=tuple(upper), height=room), replace(self, cells=tuple(lower), height=rest)


class Grid:
    """The rows of one table for all its parts on all pages.

    Raises ValueError when a row's cells do not cover the columns, MissingGlyphError when it is measured.
    """

    def __init__(self, columns: Sequence[Column], rows: Sequence[Row], look: TableLook) -> None:
        self.columns, self.rows, self.look = columns, rows, look
        self.widths: list[float] = []
        self.numbers: list[float] = []
        self.head: list[PlacedRow] = []
        self._width = -1.0
        self._placed: dict[int, PlacedRow] = {}
        self._styles: dict[tuple[object, ...], TextStyle] = {}
        self._covered = [self._checked(row) for row in rows] if self._has_spans(rows) else []

    def _has_spans(self, rows: Sequence[Row]) -> bool:
        many, spans = len(self.columns), False
        for row in rows:
            if any(isinstance(cell, Cell) and (cell.columns, cell.rows) != (1, 1) for cell in row.cells):
                spans = True
            elif len(row.cells) != (1 if row.kind is RowKind.GROUP else many):
                raise ValueError(f"a row of {len(row.cells)} cells in a table of {many} columns")
        return spans

    def _checked(self, row: Row) -> bool:
        """Whether a row has places that belong to a cell above it."""
        if row.kind is not RowKind.GROUP and sum(map(columns_of, row.cells)) != len(self.columns):
            raise ValueError(f"a row over {sum(map(columns_of, row.cells))} columns in a table of {len(self.columns)}")
        return any(cell is COVERED for cell in row.cells)

    def stays_with_row_above(self, number: int) -> bool:
        """Whether a page may not end before this row."""
        return self.rows[number].kind.stays or bool(self._covered and self._covered[number])

    def measure(self, width: float) -> None:
        """Settles columns and head for a width."""
        if width == self._width:
            return
        self._width, self._placed = width, {}
        self.widths = self._widths(width)
        self.head = []
        for row in head_rows(self.columns):
            placed = self._place(row, len(self.head), self.head, self.look.head)
            self.head.append(placed)

    def row(self, number: int) -> PlacedRow:
        """A row, measured when it is first asked for."""
        placed = self._placed.get(number)
        if placed is None:
            above: list[PlacedRow] = []
            first = number
            while self._covered and self._covered[first]:
                first -= 1
                above.insert(0, self.row(first))
            placed = self._placed[number] = self._place(self.rows[number], number, above, None)
        return placed

    def forget(self, number: int) -> None:
        """Lets a row go that has been drawn."""
        self._placed.pop(number, None)

    def _style(self, row: Row, cell: Content | Cell, at: int) -> TextStyle:
        number = is_number(cell)
        looks: tuple[Colour | None, Weight | None] = (None, None)
        if isinstance(cell, Cell):
            looks = (cell.colour, cell.weight)
        key = (row.kind, at, number, looks, columns_of(cell) > 1)
        style = self._styles.get(key)
        if style is None:
            style = self.look.cell if row.kind in (RowKind.PLAIN, RowKind.MORE) else self.look.total
            align = Align.RIGHT if row.kind is RowKind.GROUP else self.columns[at].align
            style = style.but(align=align, tabular=style.tabular and number)
            style = style.but(colour=looks[0] or style.colour, weight=looks[1] or style.weight)
            self._styles[key] = style
        return style

    def _sample(self, at: int) -> list[Row]:
        """Rows by whose cells a column is measured."""
        rows = [row for row in self.rows if row.kind is not RowKind.GROUP]
        if self._covered:
            rows = [row for row in rows if len(row.cells) == len(self.columns)]
        if len(rows) <= _ALL_MEASURED:
            return rows
        texts = [(plain_text(row.cells[at]), number) for number, row in enumerate(rows)]
        longest = heapq.nlargest(_LONGEST, texts, key=lambda one: len(one[0]))
        words = heapq.nlargest(_LONGEST, texts, key=lambda one: max(map(len, one[0].split()), default=0))
        chosen = sorted({number for _, number in (*longest, *words)} | set(range(_ALL_MEASURED)))
        return [rows[number] for number in chosen]

    def _widths(self, available: float) -> list[float]:
        """Widths by content: every column gets its longest word, then what its longest cell asks for."""
        padding = 2 * self.look.pad_x
        self.numbers = []
        least, wanted = [], []
        for at, column in enumerate(self.columns):
            cells = [(row, row.cells[at]) for row in self._sample(at)]
            texts = [
                (content_of(cell), self._style(row, cell, at), trend_room(cell))
                for row, cell in cells
                if columns_of(cell) == 1
            ]
            head = longest_word(column.title, self.look.head)
            widest_word = max((longest_word(text, style) + room for text, style, room in texts), default=0)
            widest = max((one_line(text, style).width + room for text, style, room in texts), default=0)
            numbers = (one_line(text, style).width for text, style, _ in texts if style.tabular)
            self.numbers.append(max(numbers, default=0))
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

    def _place(self, row: Row, number: int, above: Sequence[PlacedRow], head: TextStyle | None) -> PlacedRow:
        padding, pad_y = 2 * self.look.pad_x, 2 * self.look.pad_y
        cells: list[PlacedCell] = []
        height, at = 0.0, 0
        for cell in row.cells:
            many = len(self.columns) if row.kind is RowKind.GROUP else columns_of(cell)
            if cell is not COVERED:
                style = self._head_style(head, at, many) if head else self._style(row, cell, at)
                width = sum(self.widths[at : at + many])
                lines = break_lines(content_of(cell), style, width - padding - trend_room(cell))
                if isinstance(cell, Cell):
                    placed = PlacedCell(at, lines, style, cell.trend, cell.tick, many, cell.rows)
                else:
                    placed = PlacedCell(at, lines, style, columns=many)
                cells.append(placed)
                if placed.rows == 1:
                    height = max(height, placed.height + pad_y)
            at += many
        for up, other in enumerate(reversed(above), 1):
            taken = sum(one.height for one in above[len(above) - up :])
            ends = [cell for cell in other.cells if cell.rows == up + 1]
            height = max([height, *(cell.height + pad_y - taken for cell in ends)])
        least = self.look.row_height if row.kind is RowKind.PLAIN and not head else 0
        return PlacedRow(tuple(cells), max(height, least, pad_y + 1), row.kind, number)

    def _head_style(self, head: TextStyle, at: int, many: int) -> TextStyle:
        return head.but(align=Align.CENTRE if many > 1 else self.columns[at].align)

"""What a table is made of: columns, rows, cells and their looks. Lengths are points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.reports.layout.lines import Content
from desktop.reports.layout.style import CELL, CELL_HEAD, CELL_TOTAL, Align, Colour, TextStyle, Weight

TREND: Final = 4.5
TICK: Final = 10.0
_NUMBER = re.compile("[\u2066\u2069\u2212+0-9۰-۹٫٬٪]+")


class RowKind(StrEnum):
    """What a row is: a plain one, a group title over the rows below, or a (sub)total of the rows above.

    `MORE` says more of the row above it: plain too, and neither a line nor a page's end parts the two.
    """

    PLAIN = "plain"
    MORE = "more"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    TOTAL = "total"

    @property
    def sums(self) -> bool:
        """Whether it belongs to the rows above it."""
        return self in (RowKind.SUBTOTAL, RowKind.TOTAL)

    @property
    def stays(self) -> bool:
        """Whether it stands on the page of the row above it."""
        return self.sums or self is RowKind.MORE


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `grow` is its share of spare width, `minimum` its least width in points.

    Neighbours with the same `over` stand under one more title («زنان» over «سرپرست» and «دیگر»).
    """

    title: str
    align: Align = Align.RIGHT
    grow: float = 1
    minimum: float = 0
    over: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with a look of its own; `trend` +1 or −1 draws a small arrow head before the text.

    `tick` draws an empty box in the middle, to be ticked by hand (the font has none); such a cell has no text.
    It covers `columns` columns and `rows` rows; where it covers rows below, `COVERED` stands in them.
    """

    content: Content = ""
    colour: Colour | None = None
    weight: Weight | None = None
    trend: int = 0
    tick: bool = False
    columns: int = 1
    rows: int = 1


COVERED: Final = Cell(rows=0)
"""A place that belongs to a cell of a row above."""


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
    pad_y: float = 2
    zebra: bool = True
    grid: bool = False
    row_height: float = 0


def content_of(cell: Content | Cell) -> Content:
    """What is written in a cell."""
    return cell.content if isinstance(cell, Cell) else cell


def plain_text(cell: Content | Cell) -> str:
    """Its text without looks."""
    content = content_of(cell)
    if isinstance(content, str):
        return content
    items = content if isinstance(content, Sequence) else (content,)
    return "".join(item if isinstance(item, str) else item.text for item in items)


def is_number(cell: Content | Cell) -> bool:
    """Whether the cell is one number, which then stands under the numbers of its column, digit under digit."""
    content = content_of(cell)
    return isinstance(content, str) and _NUMBER.fullmatch(content) is not None


def trend_room(cell: Content | Cell) -> float:
    """Width taken by the arrow head."""
    return TREND + 3 if isinstance(cell, Cell) and cell.trend else 0


def columns_of(cell: Content | Cell) -> int:
    """How many columns it covers."""
    return cell.columns if isinstance(cell, Cell) else 1


def head_rows(columns: Sequence[Column]) -> list[Row]:
    """The titles as rows: one, or two when columns stand under a common title."""
    if not any(column.over for column in columns):
        return [Row([Cell(column.title) for column in columns])]
    above: list[Content | Cell] = []
    below: list[Content | Cell] = []
    at = 0
    while at < len(columns):
        column, many = columns[at], 1
        while column.over and at + many < len(columns) and columns[at + many].over == column.over:
            many += 1
        above.append(Cell(column.over, columns=many) if column.over else Cell(column.title, rows=2))
        below += [Cell(one.title) if one.over else COVERED for one in columns[at : at + many]]
        at += many
    return [Row(above), Row(below)]

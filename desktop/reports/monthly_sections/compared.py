"""The last lines of a table: its sums of the month before, and how they changed."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.reports.layout.style import MUTED
from desktop.reports.layout.table import Cell, Row, RowKind
from desktop.reports.monthly_copy import Copy


def since(before: object | None, now: object, stem: str, names: Sequence[str], copy: Copy, empty: int) -> list[Row]:
    """The sums of the month before and how they changed; none where that month was not signed."""
    if before is None:
        return []
    pairs = [(getattr(now, name), getattr(before, name)) for name in names]
    cells = [f"{stem}/{name}" for name in names]
    return compared(cells, [one for one, _ in pairs], [other for _, other in pairs], copy, empty)


def compared(cells: Sequence[str], now: Sequence[int], before: Sequence[int], copy: Copy, empty: int) -> list[Row]:
    """Sums by the names of their cells; `empty` columns at the end have none."""
    was = [Cell(copy.was(cell, then), MUTED) for cell, then in zip(cells, before, strict=True)]
    moved = [Cell(copy.change(cell, one, then), MUTED) for cell, one, then in zip(cells, now, before, strict=True)]
    lines = (("ماه پیش", was), ("تغییر", moved))
    return [Row([Cell(title, MUTED), *told, *[""] * empty], RowKind.MORE) for title, told in lines]

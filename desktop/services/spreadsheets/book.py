"""A table of any file that people call a spreadsheet: rows of cells, read as often as asked, cell by cell as typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from desktop.services.spreadsheets.cells import Cell

T = TypeVar("T")
MOST_ROWS, MOST_COLUMNS = 200_000, 200
Position = tuple[int, int]


class Watch(Protocol):
    """Who waits for a long piece of work: is told how far it is, and may wish to stop by raising from here."""

    def tell(self, fraction: float | None, detail: str = "") -> None: ...

    def check(self) -> None: ...


class Patience:
    """Nobody watches."""

    def tell(self, fraction: float | None, detail: str = "") -> None:
        """Nobody listens."""

    def check(self) -> None:
        """Nobody stops it."""


@dataclass(frozen=True)
class Sheet:
    """One sheet. `first_row` is the number that people see beside the first of its rows."""

    name: str
    read: Callable[[], Iterator[Sequence[Cell]]]
    first_row: int = 1
    height: int | None = None
    merged: Sequence[tuple[Position, Position]] = ()
    failed: Mapping[Position, str] = field(default_factory=dict)  # cells whose formula has no result, and how it failed
    since_1904: bool = False  # how days are counted in it, as Excel for Macintosh did
    let_go: Callable[[], None] = lambda: None  # frees what was read; its rows are not asked for any more

    def rows(self) -> Iterator[tuple[int, Sequence[Cell]]]:
        """Row number and cells; a merged cell stands in every place it covers, as it does for the eye."""
        plain = enumerate(self.read(), self.first_row)
        if not self.merged and not self.failed:
            return plain
        return self._mended(plain)

    def _mended(self, plain: Iterator[tuple[int, Sequence[Cell]]]) -> Iterator[tuple[int, Sequence[Cell]]]:
        covers = _Covers(self.merged, self.first_row)
        by_row: dict[int, list[tuple[int, str]]] = {}
        for (row, column), text in self.failed.items():
            by_row.setdefault(row + 1, []).append((column, text))
        for number, cells in plain:
            marked = _marked(cells, by_row[number]) if number in by_row else cells
            yield number, covers.fill(number, marked)


def _marked(cells: Sequence[Cell], marks: Sequence[tuple[int, str]]) -> Sequence[Cell]:
    marked = [*cells, *[None] * (max(marks)[0] + 1 - len(cells))]
    for column, text in marks:
        marked[column] = text
    return marked


@dataclass
class _Covers:
    """Merged areas on their way down the sheet."""

    merged: Sequence[tuple[Position, Position]]
    first_row: int
    _starts: dict[int, list[tuple[Position, Position]]] = field(default_factory=dict)
    _open: list[tuple[int, int, int, Cell]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for area in self.merged:
            self._starts.setdefault(area[0][0] + 1, []).append(area)

    def fill(self, number: int, cells: Sequence[Cell]) -> Sequence[Cell]:
        starting = self._starts.get(number, ())
        if not starting and not self._open:
            return cells
        filled = list(cells)
        for (_, left), (bottom, right) in starting:
            value = filled[left] if left < len(filled) else None
            self._open.append((bottom + 1, left, min(right, len(filled) - 1), value))
        for _, left, right, value in self._open:
            for column in range(left, right + 1):
                if filled[column] in (None, ""):
                    filled[column] = value
        self._open = [area for area in self._open if area[0] > number]
        return filled


@dataclass(frozen=True)
class Book:
    """A file that was opened: the names of the sheets that are not hidden, and each of them when asked."""

    names: tuple[str, ...]
    sheet: Callable[[str, Watch], Sheet]
    close: Callable[[], None] = lambda: None

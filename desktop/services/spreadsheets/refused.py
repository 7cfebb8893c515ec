"""The rows that could not be taken, in a file beside the one they came from, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from desktop.domain.persian.digits import to_persian
from desktop.domain.problems import Problem, UnavailableError
from desktop.services.spreadsheets.book import Watch
from desktop.services.spreadsheets.cells import Cell
from desktop.services.spreadsheets.columns import columns_of
from desktop.services.spreadsheets.sheet_writer import SheetWriter
from desktop.services.spreadsheets.table import Table
from desktop.services.spreadsheets.words import JOINS_HEADER, REASON_HEADER

_MARK = "-ردشده"
_FIRST_OF_EXCEL = 1900


@dataclass(frozen=True)
class RefusedFile:
    """Written under a hidden name; it appears when the import is committed."""

    path: Path
    written: Path

    def keep(self) -> None:
        try:
            self.written.replace(self.path)
        except OSError as error:
            raise UnavailableError("cannot_write_refused", folder=self.path.parent.name) from error

    def drop(self) -> None:
        self.written.unlink(missing_ok=True)


def write_refused(source: Path, table: Table, homes: dict[int, str], watch: Watch) -> RefusedFile:
    """The refused rows with their own columns, the household of their family if that was taken, and the reason last."""
    target = _free_name(source)
    hidden = target.with_name(f".{target.name}.new")
    own = [text for text in table.match.headers if text not in (REASON_HEADER, JOINS_HEADER)]
    kept = [place for place, text in enumerate(table.match.headers) if text not in (REASON_HEADER, JOINS_HEADER)]
    try:
        with SheetWriter(hidden, to_persian(source.stem)[:31]) as sheet:
            sheet.headers([*own, *([JOINS_HEADER] if homes else []), REASON_HEADER])
            for place, cells in table.cells_of(set(table.problems)):
                watch.check()
                row = [cells[at] if at < len(cells) else None for at in kept]
                home: list[Cell] = [homes.get(place, "")] if homes else []
                sheet.row([*row, *home, in_words(reasons(table, place))])
    except OSError as error:
        hidden.unlink(missing_ok=True)
        raise UnavailableError("cannot_write_refused", folder=target.parent.name) from error
    except BaseException:
        hidden.unlink(missing_ok=True)
        raise
    return RefusedFile(target, hidden)


def _free_name(source: Path) -> Path:
    """Beside the source; a file that is there already may hold somebody's corrections."""
    stem = source.stem.split(_MARK)[0] + _MARK
    target = source.with_name(f"{stem}.xlsx")
    number = 2
    while target.exists():
        target = source.with_name(f"{stem}-{number}.xlsx")
        number += 1
    return target


def in_words(reasons: Iterable[tuple[str, Problem]]) -> str:
    """Reasons as they stand in a table."""
    told = [f"{name}: {problem.message}" if name else problem.message for name, problem in reasons]
    return " ".join(dict.fromkeys(told))


def reasons(table: Table, place: int) -> Iterator[tuple[str, Problem]]:
    """Every reason with the name of the column where it can be mended, "" for the whole row."""
    labels = {column.name: column.label for column in columns_of(table.kind)}
    headers = {name: table.match.headers[at] for at, name in table.match.taken.items()}
    for problem in table.problems[place]:
        yield headers.get(problem.field) or labels.get(problem.field, ""), problem


def shown_cell(cell: Cell) -> str:
    """A cell as a review shows it."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return to_persian(str(int(cell)))
    if isinstance(cell, datetime):
        return to_persian(cell.strftime("%Y-%m-%d"))
    if isinstance(cell, date | time | timedelta):
        return to_persian(str(cell))
    return to_persian(str(cell))

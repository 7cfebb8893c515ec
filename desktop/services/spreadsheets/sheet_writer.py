"""Writing a table for a spreadsheet program: right to left, codes as text, and no text that could become a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from desktop.services.spreadsheets.cells import LONGEST, Cell

_FORMULA = re.compile(r"[=+\-@\t\r']")  # what a spreadsheet program may take for the beginning of a formula
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FIRST_YEAR = 1900


class SheetWriter:
    """One sheet of a new workbook, written row by row without being kept in memory."""

    def __init__(self, path: Path, name: str) -> None:
        self._path, self._name = path, _CONTROL.sub("", _FORBIDDEN.sub(" ", name)).strip("' ")[:31] or "ردیف‌ها"
        self._place = 0

    def __enter__(self) -> SheetWriter:
        import xlsxwriter

        self._path.open("wb").close()  # a folder that cannot be written to is found before the work
        self._book: Any = xlsxwriter.Workbook(str(self._path), {"constant_memory": True})
        self._sheet: Any = self._book.add_worksheet(self._name)
        self._sheet.right_to_left()
        self._bold = self._book.add_format({"bold": True, "bg_color": "#E7F0EE", "bottom": 1, "text_wrap": True})
        self._text = self._book.add_format({"num_format": "@"})
        self._date = self._book.add_format({"num_format": "yyyy-mm-dd"})
        return self

    def headers(self, texts: Sequence[str], widths: Sequence[int] = ()) -> None:
        for column, text in enumerate(texts):
            self._sheet.set_column(
                column, column, widths[column] if widths else max(10, min(40, len(text) + 4)), self._text
            )
        self._sheet.freeze_panes(1, 0)
        for column, text in enumerate(texts):
            self._sheet.write_string(0, column, text, self._bold)
        self._place = 1

    def row(self, cells: Sequence[Cell]) -> None:
        for column, cell in enumerate(cells):
            if cell is not None and cell != "":
                self._write(column, cell)
        self._place += 1

    def _write(self, column: int, cell: Cell) -> None:
        if isinstance(cell, bool):
            self._sheet.write_boolean(self._place, column, cell)
        elif isinstance(cell, int | float):
            self._sheet.write_number(self._place, column, cell)
        elif isinstance(cell, datetime | date) and cell.year >= _FIRST_YEAR:
            self._sheet.write_datetime(self._place, column, cell, self._date)
        else:
            self._sheet.write_string(self._place, column, _CONTROL.sub("", str(cell))[:LONGEST], self._text)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as failed:
            raise OSError(str(failed)) from failed


class CsvWriter:
    """The same as comma-separated text that Excel opens in Persian."""

    def __init__(self, path: Path, _name: str) -> None:
        self._path = path

    def __enter__(self) -> CsvWriter:
        self._file = self._path.open("w", encoding="utf-8-sig", newline="")
        self._lines = csv.writer(self._file)
        return self

    def headers(self, texts: Sequence[str], _widths: Sequence[int] = ()) -> None:
        self._lines.writerow(texts)

    def row(self, cells: Sequence[Cell]) -> None:
        self._lines.writerow([_guarded(str(cell)) if cell is not None else "" for cell in cells])

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()


def _guarded(text: str) -> str:
    """A text that begins like a formula stays a text; an import takes the guard away again."""
    return f"'{text}" if _FORMULA.match(text) else text

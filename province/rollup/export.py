"""The aggregates for the ministry as a file for machines: JSON, CSV, or a workbook, which tell what the paper tells.

A count that is hidden on paper is its words in the file too, and never a number.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from desktop.domain.problems import RefusedError
from province.rollup.tables import LineKind, Rollup, Table, told_json

_FORMULA = re.compile(r"[=+\-@\t\r']")  # what a spreadsheet program may take for the beginning of a formula
_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_SHEET_NAME = 31
_HEADERS: Final = ("section", "table", "county", "line", "name", "column", "number", "told")


def exported(rollup: Rollup, ending: str) -> bytes:
    """The file of a name's ending («csv», «xlsx», «json»); RefusedError for any other."""
    maker = _MAKERS.get(ending.lower().lstrip("."))
    if maker is None:
        raise RefusedError.of("file", "unknown_code", given=ending)
    return maker(rollup)


def _json(rollup: Rollup) -> bytes:
    return (json.dumps(told_json(rollup), ensure_ascii=False, indent=1) + "\n").encode()


def _csv(rollup: Rollup) -> bytes:
    """One line for each cell, so that every table fits the same columns. The mark at the beginning is for Excel."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(_HEADERS)
    for section in rollup.sections:
        for table in section.tables:
            writer.writerows([_inert(cell) for cell in row] for row in _cells(section.code, table))
    return file.getvalue().encode("utf-8-sig")


def _cells(section: str, table: Table) -> Iterator[tuple[object, ...]]:
    for line in table.lines:
        if line.kind is LineKind.GROUP:
            continue
        name = line.values[0].text
        for column, value in zip(table.columns[1:], line.values[1:], strict=True):
            number = "" if value.number is None else value.number
            yield section, table.code, line.county, line.kind.value, name, column.name, number, value.text


def _inert(cell: object) -> object:
    """No text that a spreadsheet program would calculate."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def _xlsx(rollup: Rollup) -> bytes:
    """A sheet for each table, right to left."""
    import xlsxwriter

    file = io.BytesIO()
    book: Any = xlsxwriter.Workbook(file, {"in_memory": True})
    bold = book.add_format({"bold": True, "bg_color": "#E7F0EE", "bottom": 1, "text_wrap": True})
    for number, table in enumerate((one for section in rollup.sections for one in section.tables), 1):
        name = _NO_SHEET_NAME.sub(" ", f"{number} {table.title}")[:_LONGEST_SHEET_NAME]
        _sheet(book.add_worksheet(name), table, bold)
    book.close()
    return file.getvalue()


def _sheet(sheet: Any, table: Table, bold: Any) -> None:
    sheet.right_to_left()
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(table.columns):
        title = f"{column.over}: {column.title}" if column.over else column.title
        sheet.set_column(place, place, 28 if column.wide else 14)
        sheet.write_string(0, place, f"{title} (ریال)" if column.name.endswith("_rial") else title, bold)
    for row, line in enumerate(table.lines, 1):
        for place, value in enumerate(line.values):
            if value.number is None:
                sheet.write_string(row, place, value.text)
            else:
                sheet.write_number(row, place, value.number)


_MAKERS: Final[Mapping[str, Callable[[Rollup], bytes]]] = {"json": _json, "csv": _csv, "xlsx": _xlsx}
ENDINGS: Final = tuple(_MAKERS)

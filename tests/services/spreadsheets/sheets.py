"""Small workbooks as people make them, and what is read back from those the program makes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from tests.factories import national_id

HEADERS = ("نام", "نام خانوادگی", "نام پدر", "جنسیت", "کد ملی", "تاریخ تولد", "موبایل", "محله")
PLACE = "گلستان‌آباد"
FIRST = ("زهرا", "مریم", "فاطمه", "لیلا", "نرگس", "پریسا", "آرزو", "سمیه", "شیرین", "معصومه")
LAST = ("احمدی", "رضایی", "کریمی", "مرادی", "محمدی", "چراغی", "پیری", "ژیان", "رنجبری", "یعقوبی")


def row(serial: int, **changes: Any) -> list[Any]:
    """A right row about the `serial`-th person; changes are given by header."""
    values: dict[str, Any] = {
        "نام": FIRST[serial % 10],
        "نام خانوادگی": LAST[serial // 10 % 10],
        "نام پدر": "غلامرضا",
        "جنسیت": "زن",
        "کد ملی": national_id(serial),
        "تاریخ تولد": f"13{60 + serial % 30}/05/{1 + serial % 28:02}",
        "موبایل": f"0900{serial:07}",
        "محله": PLACE,
    }
    return list({**values, **changes}.values())


def workbook(path: Path, rows: Sequence[Sequence[Any]], headers: Sequence[str] = HEADERS, above: int = 0) -> Path:
    """One sheet; `above` title rows stand over the headers. A callable in a cell writes itself."""
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("برگه")
    for number in range(above):
        sheet.write(number, 2, "فهرست ساکنان محله")
    for column, text in enumerate(headers):
        sheet.write(above, column, text)
    for place, cells in enumerate(rows, above + 1):
        for column, cell in enumerate(cells):
            if callable(cell):
                cell(book, sheet, place, column)
            elif cell is not None:
                sheet.write(place, column, cell)
    book.close()
    return path


def cells_of(path: Path) -> list[list[Any]]:
    """All rows of the first sheet."""
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()

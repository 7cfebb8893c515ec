"""A spreadsheet of fictional people as an office keeps it: households by number, one row a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import xlsxwriter

from desktop.domain.persian.calendar import month_length
from desktop.services.demo import names

HEADERS = (
    "شماره خانوار", "محله", "نشانی", "نسبت با سرپرست", "نام", "نام خانوادگی", "نام پدر", "جنسیت", "کد ملی",
    "تاریخ تولد", "موبایل", "وضعیت تأهل", "تحصیلات",
)  # fmt: skip
PLACES = ("گلستان‌آباد", "چشمه‌سار")
_LEVELS = ("بی‌سواد", "ابتدایی", "دیپلم", "لیسانس")


def people(count: int, seed: int = 7) -> Iterator[tuple[str, ...]]:
    """Rows under `HEADERS`; the same words give the same people, and no two are the same."""
    random = Random(seed)  # noqa: S311  fictional people need no secrecy
    household = serial = 0
    while serial < count:
        household += 1
        family, father = names.FAMILY_LOTTERY.draw(random), names.first_name(random, "male")
        street = f"کوچه {random.choice(names.STREETS)}، پلاک {random.randint(1, 99)}"
        place = PLACES[household % len(PLACES)]
        for member in range(min(random.randint(1, 6), count - serial)):
            relation = ("سرپرست", "همسر")[member] if member < 2 else "فرزند"
            sex = "female" if relation == "همسر" or (member > 1 and random.random() < 0.5) else "male"
            year = random.randint(1335, 1370) if member < 2 else random.randint(1375, 1398)
            month = random.randint(1, 12)
            yield (
                str(household), place, street, relation, names.first_name(random, sex),
                family if relation != "همسر" else names.FAMILY_LOTTERY.draw(random),
                father if member > 1 else names.first_name(random, "male"), "زن" if sex == "female" else "مرد",
                _national_id(serial), f"{year}/{month:02}/{random.randint(1, month_length(year, month)):02}",
                f"0900{serial:07}" if member < 2 else "", "متأهل" if member < 2 and year < 1370 else "",
                random.choice(_LEVELS) if year < 1390 else "",
            )  # fmt: skip
            serial += 1


def write_sheet(path: Path, count: int, seed: int = 7) -> None:
    """The same people as a workbook."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("ساکنان")
    sheet.write_row(0, 0, HEADERS)
    for place, row in enumerate(people(count, seed), 1):
        for column, text in enumerate(row):
            if text:
                sheet.write_string(place, column, text)
    book.close()


def _national_id(serial: int) -> str:
    body = str(100_100_000 + serial)
    rest = sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True)) % 11
    return body + str(rest if rest < 2 else 11 - rest)

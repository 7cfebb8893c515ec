"""A sheet of people holds what a form holds: no more of who said no, no labels, a guardian for a child."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.spreadsheets.importing import import_file
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from tests.factories import make_office
from tests.services.spreadsheets.sheets import HEADERS, row, workbook
from tests.store.decrypted import tables_holding

FAMILY = ("شماره خانوار", "نسبت با سرپرست", *HEADERS, "رضایت", "شغل")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    assert [result.check for result in check_office(made) if not result.ok] == []
    made.close()


def test_who_said_no_comes_in_as_a_count_and_children_through_their_head(office: OfficeFile, tmp_path: Path) -> None:
    family = [
        ["1", "سرپرست", *row(1), "امضا", "خیاط"],
        ["1", "همسر", *row(2, **{"نام": "زرین‌تاج", "تاریخ تولد": "1371/05/02"}), "رضایت نداد", "گلدوز"],
        ["1", "فرزند", *row(3, **{"تاریخ تولد": "1395/01/01"}), "امضا", None],
        ["2", "سرپرست", *row(4, نام="گلنار"), "رضایت نداد", None],
    ]
    outcome = import_file(office, "person", workbook(tmp_path / "a.xlsx", family, FAMILY))
    assert (outcome.added, outcome.refused) == (4, 0)
    with office.read() as rows:
        head, wife, child, alone = rows.find("person")
        assert (wife["first_name"], wife["last_name"], wife["age_estimated"]) == ("ساکن", "بی‌نام", 30)
        assert (wife["mobile"], wife["national_id"], alone["first_name"]) == (None, None, "ساکن")
        assert rows.find("consent", person_id=child["id"])[0]["guardian_id"] == head["id"]
        assert [home["head_name"] for home in rows.find("household")] == [
            f"{head['first_name']} {head['last_name']}",
            "ساکن بی‌نام",
        ]
    assert tables_holding(office, "زرین", "گلدوز", "گلنار", "09000000002") == set()


def test_a_label_is_refused_with_its_row(office: OfficeFile, tmp_path: Path) -> None:
    sheet = [["1", "سرپرست", *row(1), "امضا", "معتاد"], ["2", "سرپرست", *row(2), "امضا", "خیاط"]]
    outcome = import_file(office, "person", workbook(tmp_path / "a.xlsx", sheet, FAMILY))
    assert (outcome.added, outcome.refused) == (1, 1)


def test_a_nationality_that_was_left_empty_stays_empty_when_the_sheet_comes_back(
    office: OfficeFile, tmp_path: Path
) -> None:
    import_file(office, "person", workbook(tmp_path / "a.xlsx", [["1", "سرپرست", *row(1), "رضایت نداد", None]], FAMILY))
    with office.read() as rows:
        (alone,) = rows.find("person")
    back = [[alone["resident_no"], "زن", "سرپرست", "بله"]]
    headers = ("شمارهٔ پرونده", "جنس", "نسبت با سرپرست", "همیار")
    again = import_file(
        office,
        "person",
        workbook(
            tmp_path / "b.xlsx", [[*back[0], "ساکن", "بی‌نام", "گلستان‌آباد"]], (*headers, "نام", "نام خانوادگی", "محله")
        ),
    )
    assert (again.changed, again.refused) == (1, 0)
    with office.read() as rows:
        (now,) = rows.find("person")
    assert (now["is_volunteer"], now["nationality_group"]) == (True, None)


def test_who_said_no_is_counted_once_however_often_the_sheet_comes(office: OfficeFile, tmp_path: Path) -> None:
    family = [
        ["1", "سرپرست", *row(1), "امضا", None],
        ["1", "همسر", *row(2, **{"تاریخ تولد": "1371/05/02"}), "رضایت نداد", None],
        ["1", "فرزند", *row(3, **{"تاریخ تولد": "1395/01/01"}), "رضایت نداد", None],
        ["2", "سرپرست", *row(4, **{"تاریخ تولد": "1350/01/01"}), "رضایت نداد", None],
    ]
    path = workbook(tmp_path / "a.xlsx", family, FAMILY)
    assert import_file(office, "person", path).added == 4
    again = import_file(office, "person", path)
    assert (again.added, again.doubles, again.households) == (0, 4, 0)
    other = [["3", "سرپرست", *row(5, **{"تاریخ تولد": "1350/01/01", "محله": "چشمه‌سار"}), "رضایت نداد", None]]
    assert import_file(office, "person", workbook(tmp_path / "b.xlsx", [*family, *other], FAMILY)).added == 1

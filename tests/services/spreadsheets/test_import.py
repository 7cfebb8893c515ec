"""Sheets of people: what is taken, what is known already, and what is told of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from desktop.domain.problems import RefusedError
from desktop.services.spreadsheets.book import Patience
from desktop.services.spreadsheets.importing import Outcome, Wish, import_file
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.store.search import search
from tests.factories import add_identifier, add_person, make_office, national_id
from tests.services.spreadsheets.sheets import HEADERS, cells_of, row, workbook

FAMILY = ("شماره خانوار", "نسبت با سرپرست", *HEADERS)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    made.close()


def taken(office: OfficeFile, path: Path, kind: str = "person", **words: Any) -> Outcome:
    return import_file(office, kind, path, **words)


def counts(outcome: Outcome) -> tuple[int, ...]:
    return outcome.rows, outcome.added, outcome.changed, outcome.doubles, outcome.refused


def persons(office: OfficeFile) -> list[Any]:
    with office.read() as rows:
        return rows.find("person")


def member(number: str, relation: str, serial: int, **changes: Any) -> list[Any]:
    return [number, relation, *row(serial, **changes)]


def test_people_of_a_sheet_are_registered_found_and_logged(office: OfficeFile, tmp_path: Path) -> None:
    outcome = taken(office, workbook(tmp_path / "a.xlsx", [row(n) for n in range(30)]))
    assert counts(outcome) == (30, 30, 0, 0, 0)
    person = persons(office)[3]
    assert (person["first_name"], person["mobile"]) == ("لیلا", "09000000003")
    assert (person["birth_date"], person["birth_precision"]) == (date(1984, 7, 26), "day")
    assert person["national_id"] == national_id(3)
    assert person["relation_to_head"] == "head"
    assert person["is_women_head"]
    with office.connection() as connection:
        assert [hit.record_id for hit in search(connection, national_id(3), kind="person")] == [person["id"]]
    assert [result for result in check_office(office) if not result.ok] == []


def test_a_second_import_adds_nothing_and_a_changed_row_changes_just_its_person(
    office: OfficeFile, tmp_path: Path
) -> None:
    rows = [row(n) for n in range(12)]
    path = workbook(tmp_path / "a.xlsx", rows)
    assert counts(taken(office, path)) == (12, 12, 0, 0, 0)
    assert counts(taken(office, path)) == (12, 0, 0, 12, 0)
    rows[4] = row(4, موبایل="09121234567")
    assert counts(taken(office, workbook(path, rows))) == (12, 0, 1, 11, 0)
    assert [p["mobile"] for p in persons(office)].count("09121234567") == 1
    assert len(persons(office)) == 12


def test_a_rehearsal_tells_the_same_and_writes_nothing(office: OfficeFile, tmp_path: Path) -> None:
    bad = row(3, موبایل="12")
    path = workbook(tmp_path / "a.xlsx", [row(1), row(1), row(2), bad])
    before = check_log(office)
    rehearsed = taken(office, path, dry_run=True)
    assert check_log(office) == before
    assert list(tmp_path.glob("*ردشده*")) == []
    assert counts(rehearsed) == counts(taken(office, path)) == (4, 2, 0, 1, 1)


def check_log(office: OfficeFile) -> int:
    with office.connection() as connection:
        count: int = connection.exec_driver_sql("SELECT count(*) FROM change_log").scalar_one()
    return count


def test_refused_rows_come_back_in_a_file_that_can_be_mended_and_taken(office: OfficeFile, tmp_path: Path) -> None:
    rows = [
        member("1", "سرپرست", 1, جنسیت="مرد"),
        member("1", "همسر", 2, **{"کد ملی": "1234567890"}),
        member("1", "فرزند", 3, **{"تاریخ تولد": "1404/13/01"}),
        member("2", "سرپرست", 4, موبایل="نمی‌دانم"),
        member("2", "فرزند", 5),
    ]
    outcome = taken(office, workbook(tmp_path / "خانواده.xlsx", rows, FAMILY))
    assert counts(outcome) == (5, 1, 0, 0, 4)
    assert outcome.refused_file == tmp_path / "خانواده-ردشده.xlsx"
    told = cells_of(outcome.refused_file)
    assert told[0] == [*FAMILY, "خانوار در دفتر", "دلیل رد"]
    assert [line[2:4] for line in told[1:]] == [r[2:4] for r in rows[1:]]
    assert told[1][-1] == "کد ملی: رقم کنترل نادرست است؛ رقم‌ها را دوباره ببینید."
    assert "سرپرست این خانوار (ردیف ۵) رد شده است" in told[4][-1]
    mended = [
        [*told[1][:6], national_id(2), *told[1][7:]],
        [*told[2][:7], "1380/01/01", *told[2][8:]],
        [*told[3][:8], "", *told[3][9:]],
        told[4],
    ]
    again = taken(office, workbook(outcome.refused_file, mended, told[0]))
    assert counts(again) == (4, 4, 0, 0, 0)
    homes = {p["last_name"] + p["first_name"]: p["household_id"] for p in persons(office)}
    assert len(set(homes.values())) == 2
    assert taken(office, tmp_path / "خانواده.xlsx").added == 0


def test_households_come_from_numbers_from_rows_of_heads_or_stand_alone(office: OfficeFile, tmp_path: Path) -> None:
    numbered = [member("۷", "سرپرست", 1), member("8", "سرپرست", 2), member("7", "دختر", 3)]
    assert taken(office, workbook(tmp_path / "a.xlsx", numbered, FAMILY)).households == 2
    headed = [member("", "سرپرست", 11)[1:], member("", "همسر", 12)[1:], member("", "خود سرپرست", 13)[1:]]
    outcome = taken(office, workbook(tmp_path / "b.xlsx", headed, FAMILY[1:]))
    assert (outcome.grouped_by, outcome.households, outcome.added) == ("heads", 2, 3)
    alone = taken(office, workbook(tmp_path / "c.xlsx", [row(21), row(22)]))
    assert (alone.grouped_by, alone.households) == ("alone", 2)
    with office.read() as rows:
        sizes = sorted(h["declared_size"] for h in rows.find("household"))
        heads = [
            len(rows.find("person", household_id=h["id"], relation_to_head="head")) for h in rows.find("household")
        ]
    assert sizes == [1, 1, 1, 1, 2, 2]
    assert set(heads) == {1}


def test_two_heads_or_none_are_refused(office: OfficeFile, tmp_path: Path) -> None:
    rows = [member("1", "سرپرست", 1), member("1", "سرپرست", 2), member("2", "فرزند", 3), member("", "فرزند", 4)]
    outcome = taken(office, workbook(tmp_path / "a.xlsx", rows, FAMILY))
    assert counts(outcome) == (4, 1, 0, 0, 3)
    assert "این خانوار سرپرست دارد" in outcome.first_refused[0].reason


def test_what_is_known_of_a_person_in_the_office_is_no_second_person(office: OfficeFile, tmp_path: Path) -> None:
    with office.write() as work:
        person = add_person(work, first_name="زهرا", last_name="احمدی", birth_date="1361/05/02", mobile=None)
        add_identifier(work, person, national_id(1))
    same_paper = row(1, نام="زهرا", **{"نام خانوادگی": "احمدي", "تاریخ تولد": "1361/05/02", "موبایل": ""})
    same_birth = row(2, نام="زهرا", **{"نام خانوادگی": "احمدی", "تاریخ تولد": "1361/5/2", "کد ملی": "", "موبایل": ""})
    stranger = row(3, نام="پروانه", **{"نام خانوادگی": "گودرزی", "کد ملی": national_id(1)})
    namesake = row(4, نام="زهرا", **{"نام خانوادگی": "احمدی", "تاریخ تولد": "1361/05/02"})
    outcome = taken(office, workbook(tmp_path / "a.xlsx", [same_paper, same_birth, stranger, namesake]))
    assert counts(outcome) == (4, 1, 0, 2, 1)
    assert "ثبت شده است" in outcome.first_refused[0].reason


def test_doubles_inside_the_sheet_are_counted_once(office: OfficeFile, tmp_path: Path) -> None:
    twice = row(1)
    nameless = row(2, **{"کد ملی": "", "نام پدر": "", "تاریخ تولد": ""})
    rows = [twice, twice, row(1, موبایل="09121112233"), nameless, nameless, row(9, **{"کد ملی": national_id(1)})]
    outcome = taken(office, workbook(tmp_path / "a.xlsx", rows))
    assert counts(outcome) == (6, 2, 0, 3, 1)
    assert "در ردیف ۲" in outcome.first_refused[0].reason
    assert [number for number, _ in outcome.first_doubles] == [3, 4, 6]


def test_a_head_whose_row_stands_twice_in_one_household_is_a_double_and_no_second_head(
    office: OfficeFile, tmp_path: Path
) -> None:
    rows = [member("1", "سرپرست", 1), member("1", "سرپرست", 1), member("1", "فرزند", 2), member("1", "فرزند", 2)]
    assert counts(taken(office, workbook(tmp_path / "a.xlsx", rows, FAMILY))) == (4, 2, 0, 2, 0)


def test_a_sheet_of_names_alone_adds_nobody_the_second_time(office: OfficeFile, tmp_path: Path) -> None:
    bare = dict.fromkeys(("نام پدر", "کد ملی", "تاریخ تولد"), "")
    rows = [
        row(1, **bare),
        row(1, **bare),
        row(1, **bare, موبایل="09121112233"),
        row(1, **{**bare, "تاریخ تولد": 1362}),
    ]
    path = workbook(tmp_path / "a.xlsx", rows)
    assert counts(taken(office, path)) == (4, 3, 0, 1, 0)
    homes = {person["household_id"] for person in persons(office)}
    again = taken(office, path)
    assert (*counts(again), again.households) == (4, 0, 0, 4, 0, 0)
    with office.read() as known:
        assert {home["id"] for home in known.find("household")} == homes


def test_a_double_of_a_refused_row_is_no_double(office: OfficeFile, tmp_path: Path) -> None:
    rows = [row(1, موبایل="12"), row(1)]
    assert counts(taken(office, workbook(tmp_path / "a.xlsx", rows))) == (2, 1, 0, 0, 1)


def test_faulty_cells_are_understood_or_refused_with_their_reason(office: OfficeFile, tmp_path: Path) -> None:
    def formula(book: Any, sheet: Any, place: int, column: int) -> None:
        sheet.write_formula(place, column, '="0900"&"0000055"', None, "09000000055")

    def day(book: Any, sheet: Any, place: int, column: int) -> None:
        sheet.write_datetime(place, column, date(1984, 7, 26), book.add_format({"num_format": "yyyy-mm-dd"}))

    def error(book: Any, sheet: Any, place: int, column: int) -> None:
        sheet.write_formula(place, column, "=1/0", None, "#DIV/0!")

    def uncalculated(book: Any, sheet: Any, place: int, column: int) -> None:
        sheet.write_formula(place, column, "=A1", None, "")

    right = [
        row(1, موبایل=formula),
        row(2, **{"تاریخ تولد": day}),
        row(3, **{"تاریخ تولد": 30889}),
        row(4, **{"تاریخ تولد": "۱۳۶۳/۰۵/۰۴"}),
        row(5, **{"تاریخ تولد": 1363}),
        row(6, **{"کد ملی": float(national_id(6)), "موبایل": 9000000006}),
        row(7, **{"کد ملی": 84125780, "نام": "  زهرا\u200f ", "جنسیت": "مؤنث"}),
        row(8, **{"کد ملی": " ۹۹۳۱۰۰۰۰۸" + "x"[:0], "موبایل": "+98 900 000 0008"}),
    ]
    right[7][4] = national_id(8).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    wrong = [
        row(11, نام=error),
        row(12, نام=True),
        row(13, **{"کد ملی": "9.931E+09"}),
        row(14, **{"تاریخ تولد": "بهار"}),
        row(15, محله="ناکجاآباد"),
        row(16, موبایل=uncalculated),
        row(17, جنسیت=""),
    ]
    outcome = taken(office, workbook(tmp_path / "a.xlsx", [*right, *wrong], above=3))
    assert counts(outcome) == (15, 8, 0, 0, 7), outcome.first_refused
    stored = persons(office)
    assert stored[0]["mobile"] == "09000000055"
    assert [p["birth_date"] for p in stored[1:4]] == [date(1984, 7, 26)] * 3
    assert stored[4]["birth_precision"] == "year"
    assert stored[6]["national_id"] == "0084125780"
    assert outcome.as_json()["padded_national_ids"] == 1
    reasons = [refused.reason for refused in outcome.first_refused]
    assert "خطای فرمول (#DIV/0!)" in reasons[0]
    assert "به شکل علمی" in reasons[2]
    assert "«ناکجاآباد» در میان محله‌ها نیست" in reasons[4]
    assert "هنوز حساب نشده" in reasons[5]
    assert reasons[6] == "جنسیت: این خانه خالی است."


def test_an_apostrophe_that_keeps_a_number_whole_is_no_part_of_it(office: OfficeFile, tmp_path: Path) -> None:
    rows = [row(1, موبایل="'09121234567", **{"کد ملی": f"'{national_id(1)}", "تاریخ تولد": "'1362/5/3"})]
    assert counts(taken(office, workbook(tmp_path / "a.xlsx", rows))) == (1, 1, 0, 0, 0)
    person = persons(office)[0]
    assert (person["mobile"], person["national_id"]) == ("09121234567", national_id(1))


def test_a_page_of_text_in_a_cell_does_not_hide_the_reason(office: OfficeFile, tmp_path: Path) -> None:
    outcome = taken(office, workbook(tmp_path / "a.xlsx", [row(1, محله="گ" * 32_767), row(2, نام="ز" * 32_767)]))
    assert counts(outcome) == (2, 0, 0, 0, 2)
    assert outcome.first_refused[0].reason == f"محله: «{'گ' * 60}…» در میان محله‌ها نیست."
    assert outcome.refused_file
    assert len(cells_of(outcome.refused_file)[2][0]) == 32_767


def test_merged_cells_say_what_they_show(office: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.merge_range(0, 0, 0, 9, "فهرست خانوارها")
    sheet.write_row(1, 0, FAMILY)
    for place, serial in enumerate((1, 2, 3), 2):
        sheet.write_row(place, 1, member("", ("سرپرست", "همسر", "فرزند")[serial - 1], serial)[1:])
    sheet.merge_range(2, 0, 4, 0, "12")
    book.close()
    outcome = taken(office, path)
    assert (outcome.added, outcome.households, outcome.refused) == (3, 1, 0)


def test_unknown_and_double_headers_and_empty_rows_do_no_harm(office: OfficeFile, tmp_path: Path) -> None:
    headers = [*HEADERS, *(f"ستون {n}" for n in range(41)), "نام"]
    rows: list[list[Any]] = [[*row(1), *["هیچ"] * 42], [], [None] * 50, ["  "], [*row(2)], list(HEADERS)]
    outcome = taken(office, workbook(tmp_path / "a.xlsx", rows, headers))
    assert counts(outcome) == (2, 2, 0, 0, 0)
    assert len(outcome.unknown) == 42


def test_the_sheet_that_fits_is_chosen_and_hidden_ones_are_left_alone(office: OfficeFile, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for name, hidden, rows in (
        ("راهنما", False, [["نام"]]),
        ("پنهان", True, [HEADERS, row(1)]),
        ("اصلی", False, [HEADERS[:7], row(2)[:7]]),
    ):
        sheet = book.add_worksheet(name)
        for place, cells in enumerate(rows):
            sheet.write_row(place, 0, cells)
        if hidden:
            sheet.hide()
    book.close()
    with office.write() as work:
        work.delete("neighborhood", work.find("neighborhood", name="چشمه‌سار")[0]["id"])
    outcome = taken(office, path)
    assert (outcome.sheet, outcome.added) == ("اصلی", 1)
    assert persons(office)[0]["first_name"] == "فاطمه"


def test_a_mapping_made_by_hand_is_remembered(office: OfficeFile, tmp_path: Path) -> None:
    headers = ["ستون یک", *HEADERS[1:]]
    path = workbook(tmp_path / "a.xlsx", [row(1)], headers)
    wish = Wish(taken={0: "first_name", 1: "last_name", 3: "sex", 7: "household.neighborhood_id"})
    assert taken(office, path, wish=wish).added == 1
    again = workbook(tmp_path / "b.xlsx", [row(2)], headers)
    assert taken(office, again).added == 1
    assert persons(office)[1]["national_id"] is None


def test_dates_as_programs_and_old_macintoshes_write_them(office: OfficeFile, tmp_path: Path) -> None:
    written = ("1362/05/00", "1362/00/00", "1362.0", "30522.0", "1362\\05\\03", "نامشخص", 0)
    rows = [row(serial, **{"تاریخ تولد": text}) for serial, text in enumerate(written, 1)]
    assert counts(taken(office, workbook(tmp_path / "a.xlsx", rows))) == (7, 7, 0, 0, 0)
    known = [(person["birth_date"], person["birth_precision"]) for person in persons(office)]
    year, month, day = (date(1983, 3, 21), "year"), (date(1983, 7, 23), "month"), (date(1983, 7, 25), "day")
    assert known == [month, year, year, day, day, (None, None), (None, None)]
    book = xlsxwriter.Workbook(str(tmp_path / "b.xlsx"), {"date_1904": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, HEADERS)
    sheet.write_row(1, 0, row(8, **{"تاریخ تولد": 30522 - 1462}))
    book.close()
    assert counts(taken(office, tmp_path / "b.xlsx")) == (1, 1, 0, 0, 0)
    assert persons(office)[-1]["birth_date"] == date(1983, 7, 25)


def test_other_sheets_with_people_are_named_and_a_name_in_one_piece_is_asked_to_be_parted(
    office: OfficeFile, tmp_path: Path
) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    for serial, name in enumerate(("بلوک ۱", "بلوک ۲"), 1):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, HEADERS)
        sheet.write_row(1, 0, row(serial))
    book.add_worksheet("شمار").write_row(0, 0, ("جنسیت", "شمار"))
    book.close()
    outcome = taken(office, tmp_path / "a.xlsx")
    assert (counts(outcome)[:2], outcome.as_json()["other_sheets"]) == ((1, 1), ["بلوک ۲"])
    whole = [[f"{cells[0]} {cells[1]}", *cells[2:]] for cells in (row(3), row(4))]
    with pytest.raises(RefusedError) as refused:
        taken(office, workbook(tmp_path / "b.xlsx", whole, ("نام و نام خانوادگی", *HEADERS[2:])))
    assert [problem.code for problem in refused.value.problems] == ["full_name_column"]


def test_what_is_refused_is_told_as_it_was_read_though_the_file_changes_meanwhile(
    office: OfficeFile, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "a.xlsx", [row(1), row(2, موبایل="12")])

    class Meddler(Patience):
        def tell(self, fraction: float | None, detail: str = "") -> None:
            if fraction is not None and fraction > 0.3:
                workbook(path, [row(5), row(6), row(7)])

    outcome = import_file(office, "person", path, Meddler())
    assert counts(outcome) == (2, 1, 0, 0, 1)
    assert outcome.refused_file
    assert cells_of(outcome.refused_file)[1][:7] == row(2, موبایل="12")[:7]

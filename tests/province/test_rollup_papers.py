"""The roll-up as people and machines get it: on paper, as files, and by the words of the command line."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import insert

from desktop.domain.problems import RefusedError
from province.rollup.agency_letters import agencies, agency_letter
from province.rollup.export import exported
from province.rollup.letter_paper import build_letter, build_support
from province.rollup.make import make_rollup
from province.rollup.paper import build
from province.rollup.tables import Rollup
from province.setup import Province
from province.store.database import Database
from province.store.published import PUBLISHED
from tests.province.made import made_province
from tests.province.made_reports import MONTH, day
from tests.province.test_rollup import four_offices
from tests.province.test_setup import said
from tests.reports.golden_pages import difference
from tests.reports.pdf_reading import page_texts

_ALIKE = 6.0


@pytest.fixture(scope="module")
def province(embedded: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("papers")
    (folder / "province.db").write_bytes(embedded.read_bytes())
    database = Database(f"sqlite:///{folder / 'province.db'}")
    made = made_province(database, folder)
    four_offices(made)
    _plans_and_needs(made)
    yield made
    database.close()


def _plans_and_needs(province: Province) -> None:
    """Two plans that went well, one that did not; twelve needs that wait for the municipality, four of one field."""
    ngo = {"id": "ngo", "name_fa": "سمن آوای آبگرم", "kind": "ngo", "license_expiry": date(2026, 5, 21)}
    city = {"id": "city", "name_fa": "شهرداری کرمان", "kind": "agency", "agency_code": "municipality"}
    plans = (
        ("plan-1", "office-c", "2606", 82, 78, True), ("plan-2", "office-a", "0808", 95, 93, True),
        ("plan-3", "office-a", "0808", 40, 30, False),
    )  # fmt: skip
    with province.database.writing() as connection:
        for office in ("office-a", "office-c"):
            for row in (ngo, city):
                connection.execute(insert(PUBLISHED["organization"]).values(office_id=office, **row))
        for plan, office, county, of_county, of_province, well in plans:
            connection.execute(
                insert(PUBLISHED["ngo_plan"]).values(
                    office_id=office, id=plan, title=f"طرح {plan[-1]}", ngo_org_id="ngo", area="sport",
                    county_id=county, status="evaluated", evaluated_on=day(6, 20),
                    score_county=of_county, score_province=of_province, score=(of_county + of_province) / 2,
                    result_positive=well, approved_rial=100_000_000,
                )
            )  # fmt: skip
        for number in range(12):
            connection.execute(
                insert(PUBLISHED["need"]).values(
                    office_id="office-a", id=f"waits-{number}", scope="neighborhood", status="referred",
                    field="urban_services" if number < 8 else "environment", noted_on=day(6, 1 + number),
                    main_agency_id="city",
                )
            )  # fmt: skip
        note = {"solution_note": "کتاب‌های اهدایی و قفسهٔ شهرداری", "status": "met", "status_on": day(6, 20)}
        of = {"office_id": "office-c", "id": "solved", "scope": "neighborhood", "field": "education"}
        connection.execute(insert(PUBLISHED["need"]).values(**of, **note, subject="کتابخانهٔ مدرسه"))


@pytest.fixture(scope="module")
def rollup(province: Province) -> Rollup:
    with province.database.reading() as connection:
        return make_rollup(connection, MONTH, "استانداری نمونه", date(2025, 11, 1))


@pytest.fixture(scope="module")
def paper(rollup: Rollup) -> bytes:
    return build(rollup, "لیلا شفیعی")


def test_the_paper_tells_what_the_rows_tell_and_looks_as_it_was_found_right(paper: bytes, rollup: Rollup) -> None:
    pages = page_texts(paper)
    text = " ".join(" ".join(pages).split())
    for told in (
        "گزارش تجمیعی استان",
        "۶۹٫۲٪",
        "۳۵ تا ۳۹",
        "گزارش نرسیده",
        "جمع دفاتر (بدون حذف تکرار)",
        "پیشنهاد حمایت فروردین",
    ):
        assert told in text, told
    for section in rollup.sections:
        assert section.title in text
    assert f"صفحهٔ ۱ از {'۰۱۲۳۴۵۶۷۸۹'[len(pages)]}" in pages[0]
    assert build(rollup, "لیلا شفیعی") == paper
    assert difference("rollup", paper) < _ALIKE


def test_the_best_county_and_its_best_plan_stand_first_in_the_proposal_and_what_failed_is_not_in_it(
    rollup: Rollup,
) -> None:
    support = next(one for one in rollup.section("plans").tables if one.code == "support")
    # Kerman 94, Avaj (82 + 78) ÷ 2 = 80
    assert [line.values[2].text for line in support.lines] == ["طرح 2", "طرح 1", ""]
    assert [line.values[7].number for line in support.lines[:2]] == [94, 80]
    assert support.lines[-1].values[-1].number == 200_000_000
    assert "طرح 3" not in " ".join(page_texts(build_support(rollup)))


def test_a_letter_tells_an_agency_what_waits_for_it_and_hides_what_is_few(province: Province, rollup: Rollup) -> None:
    with province.database.reading() as connection:
        assert agencies(connection, MONTH) == [("municipality", "شهرداری")]
        letter = agency_letter(connection, rollup, "شهرداری", date(2025, 11, 1))
        with pytest.raises(RefusedError):
            agency_letter(connection, rollup, "water", date(2025, 11, 1))
    told = [[value.text for value in line.values] for line in letter.needs.lines]
    # eight and four: four are hidden, and eight with them, since their sum is told
    assert told == [["کرمان", "پوشیده", "کمتر از ۵", "۱۲"], ["جمع استان", "پوشیده", "کمتر از ۵", "۱۲"]]
    text = " ".join(" ".join(page_texts(build_letter(letter))).split())
    assert "مدیر محترم شهرداری" in text
    assert "۱۲ نیاز هنوز برآورده نشده است" in text
    assert "۶۹٫۲٪" in text


def test_the_files_for_the_ministry_tell_no_count_that_the_paper_hides(rollup: Rollup) -> None:
    told = json.loads(exported(rollup, "json"))
    first = told["sections"]["headline"]["headline"][0]
    assert first["I-01"] == "کمتر از ۵"
    total = next(line for line in told["sections"]["headline"]["headline"] if line["line"] == "total")
    assert (total["I-11"], total["I-11_numerator"], total["I-11_denominator"]) == (69.2, 9, 13)
    rows = list(csv.DictReader(io.StringIO(exported(rollup, "csv").decode("utf-8-sig"))))
    hidden = [row for row in rows if row["column"] == "I-01" and row["name"].startswith("دفتر مهرآوران")]
    assert [(row["number"], row["told"]) for row in hidden] == [("", "کمتر از ۵")]
    book = CalamineWorkbook.from_filelike(io.BytesIO(exported(rollup, "xlsx")))
    sheet = next(book.get_sheet_by_name(name) for name in book.sheet_names if "شاخص‌های ماه" in name).to_python()
    assert next(row for row in sheet if row[0] == "جمع استان")[3] == 120
    with pytest.raises(RefusedError):
        exported(rollup, "doc")


def test_the_words_rollup_and_print_write_papers_of_a_province_that_has_no_report_yet(tmp_path: Path) -> None:
    assert said(tmp_path, "init", TASHILGAR_PROVINCE_PASSWORD="a-long-enough-word")[0] == 0
    pdf, table = tmp_path / "rollup.pdf", tmp_path / "rollup.csv"
    code, (told,), _ = said(tmp_path, "rollup", "1404/06", "--pdf", str(pdf), "--file", str(table), "--json")
    assert (code, told["month"], told["reporting"], told["indicators"]) == (0, MONTH, 0, {})
    assert "هنوز گزارشی از این ماه پذیرفته نشده است" in " ".join(" ".join(page_texts(pdf.read_bytes())).split())
    assert table.read_bytes().startswith(b"\xef\xbb\xbfsection,table")
    support = tmp_path / "support.pdf"
    assert said(tmp_path, "print", "support", "--month", MONTH, "--out", str(support))[0] == 0
    assert support.read_bytes().startswith(b"%PDF")
    assert (
        said(tmp_path, "print", "agency_letter", "--month", MONTH, "--out", str(support), "--agency", "water")[0] == 1
    )
    code, told_papers, _ = said(tmp_path, "print", "--list")
    assert [one["name"] for one in told_papers] == ["rollup", "support", "agency_letter"]

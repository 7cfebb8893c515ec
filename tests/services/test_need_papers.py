"""The register of needs, the directory of agencies, and the sheet that is handed to people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.agencies import AGENCIES, named_in
from desktop.domain.codes import CODE_LISTS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.directory import answer_record
from desktop.services.printing import make_document, print_document
from desktop.services.records import add_record, step_record
from desktop.services.registration import register_household
from desktop.store.office_file import OfficeFile
from tests.factories import add_need, agency, make_office, neighborhood, person_values
from tests.reports.pdf_reading import page_texts

SHAHRIVAR, MEHR = "1404-06", "1404-07"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office")
    yield made
    made.close()


@pytest.fixture
def fatemeh(office: OfficeFile) -> Row:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1, "registered_on": "1404/05/01"}
        return register_household(work, home, [person_values()]).persons[0]


def text_of(pdf: bytes) -> str:
    return " ".join("\n".join(page_texts(pdf)).split())


def note(office: OfficeFile, person: Row, subject: str, on: str, **changes: object) -> Row:
    with office.write() as work:
        return add_need(work, person, subject=subject, noted_on=on, **changes)


def test_the_register_names_the_person_only_on_the_internal_copy(office: OfficeFile, fatemeh: Row) -> None:
    note(office, fatemeh, "بیمهٔ درمان", "1404/06/02")
    inside = text_of(make_document(office, "needs_register", month=SHAHRIVAR))
    outside = text_of(make_document(office, "needs_register", month=SHAHRIVAR, copy="shared"))
    assert "بیمهٔ درمان" in inside
    assert "بیمهٔ درمان" in outside
    assert fatemeh["last_name"] in inside
    assert fatemeh["last_name"] not in outside


@pytest.mark.parametrize(
    "subject",
    [
        "عینک برای فاطمه رنجبری", "عینک رنجبری، فاطمه", "عینک فاطمه‌رنجبری", "عینک فاطمه", "عینک خانم رنجبری",
        "عینک (۰۹۰۰ ۰۰۰ ۰۰۱۱)",
    ],
)  # fmt: skip
def test_a_subject_that_tells_who_it_is_stands_outside_by_its_field(
    office: OfficeFile, fatemeh: Row, subject: str
) -> None:
    note(office, fatemeh, subject, "1404/06/02", field="health")
    outside = text_of(make_document(office, "needs_register", month=SHAHRIVAR, copy="shared"))
    assert "عینک" not in outside
    assert "بهداشت و درمان" in outside


def test_the_register_of_a_month_holds_what_was_open_in_it_in_the_state_it_had_then(
    office: OfficeFile, fatemeh: Row
) -> None:
    early = note(office, fatemeh, "بازگشت به تحصیل", "1404/05/20")
    note(office, fatemeh, "آموزش خیاطی", "1404/06/05")
    with office.write() as work:
        step_record(work, "need", early["id"], "closed", {"close_reason": "withdrawn", "on": "1404/06/10"})
    mordad = text_of(make_document(office, "needs_register", month="1404-05"))
    shahrivar = text_of(make_document(office, "needs_register", month=SHAHRIVAR))
    mehr = text_of(make_document(office, "needs_register", month=MEHR))
    assert "بازگشت به تحصیل" in mordad
    assert "مختومه" not in mordad
    assert "آموزش خیاطی" not in mordad
    assert "مختومه" in shahrivar
    assert "بازگشت به تحصیل" not in mehr
    assert "آموزش خیاطی" in mehr


def test_a_month_without_open_needs_says_so(office: OfficeFile) -> None:
    assert "نیازی باز نبوده است" in text_of(make_document(office, "needs_register", month="1403-01"))


def test_the_guidance_sheet_tells_where_to_go_and_what_to_bring(office: OfficeFile, fatemeh: Row) -> None:
    need = note(office, fatemeh, "دریافت شناسنامه", "1404/06/02", field="identity_documents")
    with office.write() as work:
        step_record(work, "need", need["id"], "referred", {"main_agency_id": agency(work, "civil_registry")})
    text = text_of(make_document(office, "guidance_sheet", record_id=need["id"]))
    for words in ("ثبت احوال کرمان", "دو شاهد با مدرک هویتی", "۱۲۳", "دریافت شناسنامه"):
        assert words in text, words
    assert fatemeh["last_name"] not in text
    assert "۱۲۳" in text_of(make_document(office, "guidance_sheet"))
    with pytest.raises(RefusedError):
        make_document(office, "guidance_sheet", record_id="nobody")


def test_each_print_of_the_register_leaves_a_line_with_its_copy(office: OfficeFile) -> None:
    print_document(office, "needs_register", month=SHAHRIVAR, copy="shared")
    with office.connection() as connection:
        told = connection.exec_driver_sql(
            "SELECT entity, entity_id, detail FROM audit_log WHERE action = 'print'"
        ).one()
    assert tuple(told) == ("needs_register", SHAHRIVAR, "shared")


def test_a_new_office_knows_every_agency_of_its_county_with_its_title_and_papers(office: OfficeFile) -> None:
    with office.read() as rows:
        found = {one["agency_code"]: one for one in rows.find("organization")}
    assert found.keys() == AGENCIES.keys()
    assert found["civil_registry"]["name_fa"] == "ثبت احوال کرمان"
    assert found["civil_registry"]["letter_title"] == "ریاست محترم ادارهٔ ثبت احوال شهرستان کرمان"
    assert "دو شاهد با مدرک هویتی" in found["civil_registry"]["documents"]
    assert AGENCIES.keys() == CODE_LISTS["agency_code"].keys() - {"ngo", "charity", "company", "university"}


def test_without_a_county_no_agency_is_called_by_a_place() -> None:
    assert all("{" not in text for one in AGENCIES.values() for text in named_in(one, ""))
    assert named_in(AGENCIES["education"], "")[0] == "آموزش و پرورش"


def test_the_record_of_an_agency_counts_answers_and_not_receipts(office: OfficeFile, fatemeh: Row) -> None:
    days = {"1404/05/01": "1404/05/11", "1404/05/02": "1404/05/06", "1404/06/01": None, "1404/06/02": None}
    with office.write() as work:
        school = agency(work)
        for sent, answered in days.items():
            need = add_need(work, fatemeh, subject=f"نیاز {sent}", noted_on=sent)
            given = {"main_agency_id": school, "sent_on": sent, "on": sent}
            step_record(work, "need", need["id"], "referred", given)
            referral = work.find("referral", need_id=need["id"])[0]["id"]
            slip = {"referral_id": referral, "received_on": answered or sent}
            add_record(work, "agency_response", {**slip, "type": "accepted" if answered else "acknowledged"})
    with office.read() as rows:
        record = answer_record(rows, school)
        today = rows.today
        oldest = max((today - one["sent_on"]).days for one in rows.find("referral") if not one["first_response_on"])
    assert (record.sent, record.answered, record.median_days, record.waiting) == (4, 2, 7, 2)
    assert record.oldest_days == oldest

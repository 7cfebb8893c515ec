"""What two laptops tell differently leaves on no official paper: it is refused, or the number to phone is left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.domain.problems import RefusedError
from desktop.reports.catalogue import PRINTABLES
from desktop.services.disputed_papers import _NAMED
from desktop.services.letter_papers import LETTER_NAMES
from desktop.services.printing import make_document, print_document
from desktop.services.records import add_record, step_record
from desktop.services.registration import register_household
from desktop.services.session import seat
from desktop.services.workshop_calls import call_list
from desktop.services.workshops import enroll
from desktop.store.office_file import OfficeFile
from desktop.sync.sealing import seal
from tests.factories import add_identifier, add_need, add_workshop, agency, make_office, neighborhood, person_values

Ids = dict[str, str]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    made = make_office(tmp_path_factory.mktemp("disputed"))
    seat(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def ids(office: OfficeFile) -> Ids:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1, "address_text": "کوچهٔ بهار، پلاک ۳"}
        done = register_household(work, home, [{**person_values(mobile="09000000011"), "consent_method": "signature"}])
        person = done.persons[0]
        paper = add_identifier(work, person, "9931000201")
        add_record(work, "consent", {"person_id": person["id"], "scope": "phone_contact", "method": "signature"})
        need = add_need(work, person, subject="بیمهٔ درمان")
        step_record(work, "need", need["id"], "referred", {"main_agency_id": agency(work)})
        workshop = add_workshop(work)["id"]
        enroll(work, workshop, [person["id"]])
        referral = work.find("referral")[0]["id"]
        ids = {"person": person["id"], "household": done.household["id"], "paper": paper["id"]}
    seal(office)
    return {**ids, "referral": referral, "workshop": workshop}


def dispute(office: OfficeFile, kind: str, record_id: str, *fields: str) -> None:
    """As a merge leaves it: two values live, one is shown."""
    with office.merge() as connection:
        connection.exec_driver_sql("DELETE FROM record_conflict")
        for field in fields:
            connection.exec_driver_sql("INSERT INTO record_conflict VALUES (?, ?, ?)", (record_id, field, kind))


def refused(office: OfficeFile, name: str, record_id: str) -> bool:
    problems = []
    try:
        make_document(office, name, record_id=record_id)
    except RefusedError as error:
        problems = error.problems
    assert {problem.code for problem in problems} <= {"disputed_on_paper"}
    assert all("«تعارض‌ها»" in problem.message for problem in problems)
    return bool(problems)


@pytest.mark.parametrize(
    ("kind", "field", "papers"),
    [
        ("person", "last_name", {"my_information", "consent_sheet", "referral_letter"}),
        ("person", "birth_date", {"my_information", "consent_sheet"}),
        ("person", "occupation_text", set()),
        ("paper", "value", {"my_information", "consent_sheet"}),
        ("household", "address_text", {"my_information", "consent_sheet"}),
        ("household", "rooms", set()),
    ],
)
def test_a_paper_is_refused_while_something_that_matters_on_it_is_disputed(
    office: OfficeFile, ids: Ids, kind: str, field: str, papers: set[str]
) -> None:
    about = {"my_information": ids["person"], "consent_sheet": ids["person"], "referral_letter": ids["referral"]}
    dispute(office, "person_identifier" if kind == "paper" else kind, ids[kind], field)
    assert {name for name, record in about.items() if refused(office, name, record)} == papers
    dispute(office, kind, ids[kind])
    assert not any(refused(office, name, record) for name, record in about.items())


def test_a_letter_is_not_printed_with_a_name_of_which_two_are_told(office: OfficeFile, ids: Ids) -> None:
    dispute(office, "person", ids["person"], "first_name")
    with pytest.raises(RefusedError):
        print_document(office, "referral_letter", record_id=ids["referral"])
    with office.read() as rows:
        assert rows.find("letter") == [], "no number was given away"
    dispute(office, "person", ids["person"])
    assert print_document(office, "referral_letter", record_id=ids["referral"]).startswith(b"%PDF-")


def test_a_list_to_phone_from_leaves_out_a_number_of_which_two_are_told(office: OfficeFile, ids: Ids) -> None:
    with office.read() as rows:
        known = call_list(rows, ids["workshop"])[0].mobile
    dispute(office, "person", ids["person"], "mobile")
    with office.read() as rows:
        assert (bool(known), call_list(rows, ids["workshop"])[0].mobile) == (True, "")
    dispute(office, "person", ids["person"])


def test_every_printable_is_known_to_name_people_or_not() -> None:
    """A new printable takes its place in one of these."""
    lists_inside = {"attendance_sheet", "call_list", "outcome_sheet"}  # worked with, and thrown away
    nobody = {
        *("monthly_report", "month_comparison", "year_trend", "needs_register", "guidance_sheet", "workshop_report"),
        *("market_summary", "programme_poster", "programme_poster_a3", "blank_registration", "blank_need"),
        *("blank_attendance", "case_label", "household_card", "good_practices", "neighborhood_profile"),
        *("mou_follow_up", "inspection_report", "destruction_certificate", "handover_cover", "courier_receipt"),
        *("recovery_sheet", "audit_sheet"),
    }
    assert {*_NAMED, *LETTER_NAMES} | lists_inside | nobody == set(PRINTABLES)

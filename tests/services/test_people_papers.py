"""The papers about people, made of a real office: right words, last four digits, logged, for those who may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop.domain.consent_texts import CONSENT_TEXTS, CURRENT_TEXT
from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.domain.registration_order import HOUSEHOLD_FIRST, MEMBER_ON_PAPER
from desktop.services.printing import make_document, print_document, printables_of_records
from desktop.services.records import add_record, step_record
from desktop.services.registration import register_household
from desktop.services.session import seat
from desktop.services.workshops import enroll
from desktop.store.audit import lines
from desktop.store.office_file import OfficeFile
from tests.factories import add_identifier, add_need, add_workshop, agency, make_office, neighborhood, person_values
from tests.reports.pdf_reading import page_texts


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeFile]:
    made = make_office(tmp_path_factory.mktemp("papers"))
    seat(made)
    yield made
    made.close()


@pytest.fixture(scope="module")
def family(office: OfficeFile) -> tuple[Row, ...]:
    """فاطمه with everything a person can have here, and her child."""
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 2, "address_text": "کوچهٔ بهار، پلاک ۳"}
        child = person_values(first_name="ستایش", relation_to_head="child", birth_date="1395", school_status="enrolled")
        done = register_household(work, home, [{**person_values(), "consent_method": "signature"}, child])
        mother = done.persons[0]
        add_identifier(work, mother, "9931000201")
        need = add_need(work, mother, subject="بیمهٔ درمان")
        step_record(work, "need", need["id"], "referred", {"main_agency_id": agency(work)})
        enroll(work, add_workshop(work)["id"], [mother["id"]])
        given = {"person_id": mother["id"], "scope": "sensitive:disability_type", "method": "signature"}
        add_record(work, "consent", given)
        add_record(work, "person_sensitive", {"person_id": mother["id"], "disability_type": "visual"})
    return done.persons


def text_of(office: OfficeFile, name: str, record_id: str = "") -> str:
    return " ".join("\n".join(page_texts(make_document(office, name, record_id=record_id))).split())


def test_a_person_is_given_what_is_known_with_the_last_four_digits(office: OfficeFile, family: tuple[Row, ...]) -> None:
    text = text_of(office, "my_information", family[0]["id"])
    for words in (
        "فاطمه", "غلامرضا", "۱۳۶۲", "کوچهٔ بهار", "۰۲۰۱", "ثبت پایه", "بیمهٔ درمان", "آموزش و پرورش",
        "مهارت‌های زندگی", "نوع معلولیت: بینایی", CONSENT_TEXTS[CURRENT_TEXT].rights[0],
    ):  # fmt: skip
        assert words in text, words
    for secret in ("۹۹۳۱۰۰۰۲۰۱", "9931000201", "ستایش"):
        assert secret not in text, secret
    assert "زن سرپرست خانوار: بله" in text
    for idle in ("رضایت: حساس", "معتمد محله: خیر", "همیار: خیر"):  # consents have a list; what one is not is no news
        assert idle not in text, idle
    assert "زن سرپرست" not in text_of(office, "my_information", family[1]["id"])


def test_who_may_not_see_what_is_sensitive_does_not_print_it(office: OfficeFile, family: tuple[Row, ...]) -> None:
    manager = office.actor
    try:
        office.actor = replace(manager, role="facilitator", can_see_sensitive=False)
        text = text_of(office, "my_information", family[0]["id"])
        assert "فاطمه" in text
        assert "بینایی" not in text
        office.actor = replace(manager, role="county_supervisor")
        for name in ("my_information", "consent_sheet", "case_label"):
            with pytest.raises(RefusedError, match="not_allowed"):
                make_document(office, name, record_id=family[0]["id"])
    finally:
        office.actor = manager


def test_printing_is_logged_and_looking_is_not(office: OfficeFile, family: tuple[Row, ...]) -> None:
    def printed() -> list[str]:
        with office.read() as rows:
            return [line["entity"] for line in lines(rows.connection) if line["entity_id"] == family[0]["id"]]

    text_of(office, "my_information", family[0]["id"])
    assert "my_information" not in printed()
    print_document(office, "my_information", record_id=family[0]["id"])
    assert printed().count("my_information") == 1


def test_the_consent_sheet_reads_the_current_text_and_names_the_guardian(
    office: OfficeFile, family: tuple[Row, ...]
) -> None:
    text, words = text_of(office, "consent_sheet", family[1]["id"]), CONSENT_TEXTS[CURRENT_TEXT]
    assert "ستایش رنجبری" in text
    assert "ولی یا سرپرست قانونی: فاطمه رنجبری" in text
    for sentence in (words.sentence("basic_record"), words.sentence("photo"), words.refusing):
        assert sentence in text
    assert "رنجبری" not in text_of(office, "consent_sheet")


def test_the_blank_form_asks_whatever_is_declared(office: OfficeFile) -> None:
    text = text_of(office, "blank_registration")
    household = KINDS["household"].fields
    for name in HOUSEHOLD_FIRST:
        assert household[name].label in text, name
    assert "امکانات: فاضلاب" in text
    assert "دامنهٔ درآمد (تنها با رضایت)" in text
    for name in ("first_name", "last_name", "father_name", "sex", "mobile", "education_level", "activity_status"):
        assert name in MEMBER_ON_PAPER
        assert KINDS["person"].fields[name].label in text, name
    assert "۹ خواهر/برادر همسر" in text
    assert len(page_texts(make_document(office, "blank_registration"))) == 2


def test_a_label_is_made_for_one_or_for_all_of_a_household(office: OfficeFile, family: tuple[Row, ...]) -> None:
    one = page_texts(make_document(office, "case_label", record_id=family[0]["id"]))
    all_ = page_texts(make_document(office, "case_label", record_id=family[0]["household_id"]))
    assert (len(one), len(all_)) == (1, 2)
    assert "رنجبری" not in "".join(all_)
    for wrong, code in (("", "required"), ("nobody", "unknown_record")):
        with pytest.raises(RefusedError, match=code):
            make_document(office, "case_label", record_id=wrong)


def test_all_of_them_can_be_printed_from_the_command_line() -> None:
    assert {"my_information", "consent_sheet", "blank_registration", "case_label"} <= set(printables_of_records())

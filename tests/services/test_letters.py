"""Letters: written for a referral, to remind, answered; what of a person leaves the office, and its trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.letter import sending_rules
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.letter_papers import texts_of_items
from desktop.services.letters import (
    register_incoming,
    suggested_referral_letter,
    unanswered_of,
    waiting_agencies,
    write_letter,
    write_referral_letter,
    write_reminder,
)
from desktop.services.printing import make_document, note_print, print_document
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.undo import undo
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_household, add_identifier, add_need, add_person, agency, make_office, neighborhood
from tests.fakes import FakeClock
from tests.reports.pdf_reading import page_texts


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Any:
    made = make_office(tmp_path, clock)
    yield made
    assert [result.check for result in check_office(made) if not result.ok] == []
    made.close()


def _codes(office: OfficeFile, act: Callable[[UnitOfWork], object]) -> set[tuple[str, str]]:
    with pytest.raises(RefusedError) as refused, office.write() as work:
        act(work)
    return {(problem.field, problem.code) for problem in refused.value.problems}


def _consent(work: UnitOfWork, person: Row, code: str, **changes: Any) -> Row:
    given = {"person_id": person["id"], "scope": f"referral:{code}", "given_on": "1404/06/15", "method": "signature"}
    return add_record(work, "consent", {**given, **changes})


def _referred(work: UnitOfWork, code: str = "civil_registry", person: Row | None = None, **changes: Any) -> Row:
    """بی‌بی‌گل of scenario 4, who has no birth certificate, and her referral."""
    who = person or add_person(work, first_name="بی‌بی‌گل", last_name="ناروئی", father_name="چراغ", birth_date="1387")
    need = add_need(work, who, field="identity_documents", subject="دریافت شناسنامه", urgency="second")
    return add_record(work, "referral", {"need_id": need["id"], "agency_id": agency(work, code), **changes})


def _collective(work: UnitOfWork, *codes: str, **changes: Any) -> list[Row]:
    given = {"scope": "neighborhood", "neighborhood_id": neighborhood(work, "چشمه‌سار"), "field": "civil_physical"}
    told = {"subject": "خاموشی چراغ‌های معبر", "supporters_count": 23, "urgency": "first", "noted_on": "1404/06/10"}
    need = add_record(work, "need", {**given, **told})
    sent = {"need_id": need["id"], "sent_on": "1404/06/10", **changes}
    return [add_record(work, "referral", {**sent, "agency_id": agency(work, code)}) for code in codes]


def _read(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf))


def test_a_letter_about_somebody_without_papers_says_so_and_tells_what_to_bring(office: OfficeFile) -> None:
    with office.write() as work:
        referral = _referred(work)
    text = _read(print_document(office, "referral_letter", record_id=referral["id"]))
    for words in ("بی‌بی‌گل ناروئی، فرزند چراغ، فاقد شماره ملی", "محرمانه", "ثبت احوال", "کارت واکسن", "۱۴۰۴/۰۶/۳۰"):
        assert words in text
    with office.read() as rows:
        letter = rows.find("letter")[0]
        assert rows.get("referral", referral["id"])["letter_id"] == letter["id"]  # type: ignore[index]
    assert letter["number"] == "کر-۰۳/۱۴۰۴/ن/۰۰۰۱"
    assert letter["handed_to_resident"], "without consent the resident carries it"
    assert "ناروئی" not in f"{letter['subject']}{letter['body']}{letter['to_title']}"


def test_a_letter_tells_the_name_and_the_father_unless_more_is_ticked(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        add_identifier(work, person, "9931000201")
        _consent(work, person, "imam_relief")
        letter = write_referral_letter(work, _referred(work, "imam_relief", person)["id"])
        assert letter["personal_items"] == ["name", "father_name"]
        assert not letter["handed_to_resident"]
        full = write_referral_letter(
            work,
            _referred(work, "imam_relief", person)["id"],
            {"personal_items": ["name", "national_id", "national_id_last4"]},
        )
        assert work.find("referral")[-1]["includes_personal"]
    text = _read(make_document(office, "letter", record_id=letter["id"]))
    assert "فاطمه رنجبری، فرزند غلامرضا" in text
    assert "۰۲۰۱" not in text
    assert "۹۹۳۱۰۰۰۲۰۱" in _read(make_document(office, "letter", record_id=full["id"]))


def test_the_whole_number_goes_only_where_it_is_needed_and_nothing_without_consent(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        school, relief = _referred(work, "education", person), _referred(work, "imam_relief", person)
        _consent(work, person, "education")
    items = {"personal_items": ["name", "national_id"]}
    assert _codes(office, lambda work: write_referral_letter(work, school["id"], items)) == {
        ("personal_items", "full_id_not_needed")
    }
    sent = {"handed_to_resident": False}
    assert _codes(office, lambda work: write_referral_letter(work, relief["id"], sent)) == {
        ("personal_items", "letter_consent")
    }


def test_who_said_no_is_known_by_the_number_of_the_file_alone(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        _consent(work, person, "education", method="refused")
        referral = _referred(work, "education", person)
    text = _read(print_document(office, "referral_letter", record_id=referral["id"]))
    assert "شماره پرونده" in text
    assert "رنجبری" not in text


def test_a_child_is_named_by_first_name_and_initial(office: OfficeFile) -> None:
    with office.write() as work:
        home = add_household(work)
        add_person(work, home)
        child = add_person(work, home, first_name="مهدی", birth_date="1393", relation_to_head="child", sex="male")
        referral = _referred(work, "education", child)
    text = _read(print_document(office, "referral_letter", record_id=referral["id"]))
    assert "مهدی ر" in text
    assert "رنجبری" not in text
    assert "فاطمه" not in text, "no other member of the household"


def test_a_consent_that_ended_stops_the_first_printing_but_no_reprint(office: OfficeFile, clock: FakeClock) -> None:
    with office.write() as work:
        person = add_person(work)
        consents = [_consent(work, person, "education"), _consent(work, person, "imam_relief")]
        printed = write_referral_letter(work, _referred(work, "education", person)["id"])
        waiting = write_referral_letter(work, _referred(work, "imam_relief", person)["id"])
    first = print_document(office, "letter", record_id=printed["id"])
    clock.pass_time(days=2)
    with office.write() as work:
        for consent in consents:
            change_record(work, "consent", consent["id"], {"withdrawn_on": "1404/06/16"})
    assert print_document(office, "letter", record_id=printed["id"]) == first
    with pytest.raises(RefusedError):
        print_document(office, "letter", record_id=waiting["id"])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("برادر ایشان معتاد است.", "wording_guided"),
        ("به سبب خشونت معرفی می‌شود.", "wording_guided"),
        ("خانم فاطمه رنجبری معرفی می‌شود.", "resident_named"),
        ("با کد ملی ۹۹۳۱۰۰۰۲۰۱ معرفی می‌شود.", "number_named"),
    ],
)
def test_no_cause_no_label_and_nothing_of_a_person_is_written_by_hand(office: OfficeFile, body: str, code: str) -> None:
    with office.write() as work:
        referral = _referred(work, "education", add_person(work))
    found = _codes(office, lambda work: write_referral_letter(work, referral["id"], {"body": body}))
    assert found == {("body", code)}


def test_a_collective_need_goes_to_each_agency_with_its_supporters_and_a_copy_to_the_other(office: OfficeFile) -> None:
    with office.write() as work:
        power, town = _collective(work, "power", "municipality")
    text = _read(print_document(office, "referral_letter", record_id=power["id"]))
    for words in ("۲۳ خانوار", "چشمه‌سار", "۱۴۰۴/۰۶/۱۰", "فوری", "رونوشت", "شهردار محترم کرمان"):
        assert words in text
    assert "محرمانه" not in text
    with office.write() as work:
        assert write_referral_letter(work, town["id"])["number"] == "کر-۰۳/۱۴۰۴/ن/۰۰۰۲"
    assert _codes(office, lambda work: write_referral_letter(work, power["id"])) == {("letter_id", "letter_written")}


def test_a_reminder_names_all_that_an_agency_has_not_answered(office: OfficeFile, clock: FakeClock) -> None:
    with office.write() as work:
        first, second = _collective(work, "power")[0], _collective(work, "power")[0]
        third, answered = _referred(work, "power"), _collective(work, "power")[0]
        letters = [write_referral_letter(work, one["id"]) for one in (first, second, third)]
        add_record(
            work, "agency_response", {"referral_id": answered["id"], "received_on": "1404/06/12", "type": "done"}
        )
        add_record(
            work, "agency_response", {"referral_id": first["id"], "received_on": "1404/06/12", "type": "acknowledged"}
        )
    clock.pass_time(days=20)
    with office.read() as rows:
        (waiting,) = waiting_agencies(rows)
    assert (waiting.referrals, waiting.overdue, waiting.oldest_days, waiting.reminded) == (3, 3, 25, 0)
    text = _read(print_document(office, "reminder", record_id=first["id"]))
    assert text.count("پیرو نامه شماره") == 3
    for words in ("۱۴۰۴/۰۶/۱۰", "خاموشی چراغ‌های معبر", "دریافت شناسنامه", "۲۵", "۲۰"):
        assert words in text
    assert "ناروئی" not in text
    with office.read() as rows:
        counts = [one["reminder_count"] for one in rows.find("referral")]
        reminder = rows.find("letter")[-1]
    assert counts == [1, 1, 1, 0]
    assert (reminder["kind"], reminder["follow_up_of"]) == ("reminder", letters[0]["id"])
    again = _read(print_document(office, "reminder", record_id=waiting.agency_id))
    assert again == text
    with office.read() as rows:
        assert len(rows.find("letter")) == 4, "the same reminder of the same day"


def test_a_reminder_that_is_deleted_reminded_nobody(office: OfficeFile) -> None:
    with office.write() as work:
        (referral,) = _collective(work, "power")
        reminder = write_reminder(work, referral["agency_id"])
    with office.write() as work:
        delete_record(work, "letter", reminder["id"])
        done = work.finish()
    with office.read() as rows:
        assert rows.get("referral", referral["id"])["reminder_count"] == 0  # type: ignore[index]
        assert not rows.find("letter_referral")
    with office.write() as work:
        undo(work, done.tx)
        assert work.get("referral", referral["id"])["reminder_count"] == 1  # type: ignore[index]


def test_an_undone_letter_leaves_the_referral_without_one(office: OfficeFile) -> None:
    with office.write() as work:
        (referral,) = _collective(work, "power")
    with office.write() as work:
        write_referral_letter(work, referral["id"])
        done = work.finish()
    with office.write() as work:
        undo(work, done.tx)
        assert work.get("referral", referral["id"])["letter_id"] is None  # type: ignore[index]
        assert not work.find("letter")


def test_nothing_unanswered_is_no_reminder(office: OfficeFile) -> None:
    with office.write() as work:
        known = agency(work, "power")
    assert _codes(office, lambda work: write_reminder(work, known)) == {("to_org_id", "nothing_unanswered")}


def test_an_answer_is_registered_with_the_letter_that_brings_it(office: OfficeFile) -> None:
    with office.write() as work:
        _collective(work)
        sent = {"agency_id": agency(work, "power"), "sent_on": "1404/06/10", "on": "1404/06/10"}
        step_record(work, "need", work.find("need")[0]["id"], "referred", sent)
        (referral,) = work.find("referral")
        ours = write_referral_letter(work, referral["id"])
    given = {
        "to_org_id": referral["agency_id"], "subject": "پاسخ روشنایی", "sender_number": "۱۲۳/۴۵",
        "sender_date": "1404/06/14", "in_reply_to": ours["id"],
    }  # fmt: skip
    with office.write() as work:
        letter, answer = register_incoming(work, given, {"type": "accepted", "promised_on": "1404/07/01"})
        assert answer is not None
        assert (letter["number"], letter["direction"]) == ("کر-۰۳/۱۴۰۴/و/۰۰۰۲", "in")
        assert (answer["letter_id"], answer["reply_letter_no"]) == (letter["id"], "۱۲۳/۴۵")
        assert work.get("need", referral["need_id"])["status"] == "answered"  # type: ignore[index]
        assert unanswered_of(work, referral["agency_id"]) == []
    with pytest.raises(RefusedError, match="incoming_not_printed"):
        print_document(office, "letter", record_id=letter["id"])
    with office.write() as work:
        back = write_letter(
            work,
            {
                "kind": "thanks",
                "to_org_id": referral["agency_id"],
                "subject": "سپاس",
                "body": "سپاس.",
                "in_reply_to": letter["id"],
            },
        )
    text = _read(make_document(office, "letter", record_id=back["id"]))
    assert "بازگشت به نامه شماره" in text
    assert "۱۴۰۴/۰۶/۱۴" in text


def test_printing_leaves_its_moment_its_hash_and_a_line_and_then_the_text_stays(office: OfficeFile) -> None:
    with office.write() as work:
        letter = write_letter(work, {"kind": "general", "to_org_id": agency(work), "subject": "هماهنگی", "body": "یک"})
    pdf = print_document(office, "letter", record_id=letter["id"])
    with office.read() as rows:
        printed = rows.get("letter", letter["id"])
        (line,) = rows.query("SELECT entity, entity_id, detail FROM audit_log WHERE action = 'print'")
    assert printed is not None
    assert printed["printed_at"] is not None
    assert len(printed["file_hash"]) == 64
    assert dict(line) == {"entity": "letter", "entity_id": letter["id"], "detail": f"internal {letter['number']}"}
    assert _codes(office, lambda work: change_record(work, "letter", letter["id"], {"body": "دو"})) == {
        ("body", "letter_printed")
    }
    with office.write() as work:
        change_record(work, "letter", letter["id"], {"secretariat_no_received": "۷۷"})
    note_print(office, "letter", record_id=letter["id"])
    assert make_document(office, "letter", record_id=letter["id"]) == pdf


def test_a_shared_copy_tells_nothing_of_a_person(office: OfficeFile) -> None:
    with office.write() as work:
        referral = _referred(work)
    text = _read(print_document(office, "referral_letter", record_id=referral["id"], copy="shared"))
    assert "ناروئی" not in text
    assert "دریافت شناسنامه" in text


def test_what_may_be_ticked_is_shown_as_it_would_stand_on_paper(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work, mobile="09000000011")
        add_identifier(work, person, "9931000201")
        texts = texts_of_items(work, person["id"])
    assert texts["national_id_last4"] == "کد ملی با چهار رقم پایانی ۰۲۰۱"
    assert (texts["birth_year"], texts["mobile"]) == ("متولد ۱۳۶۲", "همراه ۰۹۰۰۰۰۰۰۰۱۱")


def test_a_letter_for_the_head_is_written_for_a_household(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        need = {
            "scope": "household",
            "household_id": person["household_id"],
            "field": "health",
            "subject": "بیمهٔ درمان",
        }
        made = add_record(work, "need", need)
        referral = add_record(work, "referral", {"need_id": made["id"], "agency_id": agency(work, "health_insurance")})
        assert suggested_referral_letter(work, referral["id"])["person_id"] == person["id"]


def test_a_letter_of_a_referral_is_not_written_without_it(office: OfficeFile) -> None:
    with office.write() as work:
        known = agency(work)
    given = {"kind": "reminder", "to_org_id": known, "subject": "الف", "body": "ب"}
    assert _codes(office, lambda work: write_letter(work, given)) == {("kind", "letter_of_need")}


def test_some_agencies_are_told_of_nobody_or_only_by_the_manager_or_by_the_persons_own_hand(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        emergency = _referred(work, "social_emergency_123", person)
        police = _referred(work, "police_prevention", person)
        foreigners = _referred(work, "foreigners_office", person)
        _consent(work, person, "foreigners_office")
        assert suggested_referral_letter(work, foreigners["id"])["handed_to_resident"]
    found = _codes(office, lambda work: write_referral_letter(work, emergency["id"]))
    assert found == {("to_org_id", "no_case_agency")}
    sent = {"handed_to_resident": False}
    assert _codes(office, lambda work: write_referral_letter(work, foreigners["id"], sent)) == {
        ("handed_to_resident", "own_request_agency")
    }
    with office.write() as work:
        assert write_referral_letter(work, police["id"])["number"]
    manager, office.actor = office.actor, replace(office.actor, role="facilitator")
    with office.read() as rows:
        letter = {**rows.find("letter")[0], "id": None}
        assert [problem.code for problem in sending_rules(letter, rows)] == ["manager_only"]
    office.actor = manager

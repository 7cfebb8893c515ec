"""Who says no is a count and served all the same; what leaves and what stands unsaid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.consents import give_consent, withdraw_consent
from desktop.services.erasure import keep_the_count, may_keep_the_count
from desktop.services.records import add_record, change_record
from desktop.services.registration import likely_doubles, register_household
from desktop.services.views import read_record
from desktop.services.workshops import enroll
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    add_household,
    add_identifier,
    add_need,
    add_person,
    add_workshop,
    agency,
    neighborhood,
    person_values,
)
from tests.fakes import FakeClock
from tests.services.consents.asking import SIGNED, problems_of, resident
from tests.store.decrypted import tables_holding


def test_personal_data_leave_only_to_the_agency_that_was_agreed_to(office: OfficeFile, clock: FakeClock) -> None:
    person = resident(office)
    with office.write() as work:
        need = add_need(work, person)
        sent = {"need_id": need["id"], "agency_id": agency(work, "welfare_org"), "includes_personal": True}
        consent = give_consent(work, person["id"], "referral:education", SIGNED)
    refused = {("includes_personal", "referral_consent")}
    assert problems_of(office, lambda work: add_record(work, "referral", sent)) == refused
    with office.write() as work:
        give_consent(work, person["id"], "referral:welfare_org", {**SIGNED, "expires_on": "1404/07/01"})
        add_record(work, "referral", sent)
        withdraw_consent(work, consent["id"])
    clock.pass_time(days=60)
    assert problems_of(office, lambda work: add_record(work, "referral", sent)) == refused


def test_who_says_no_is_kept_as_a_count_and_served_all_the_same(office: OfficeFile) -> None:
    shy = person_values(
        first_name="زرین‌تاج", birth_date="1371/05/02", relation_to_head="spouse", mobile="09000000011",
        identifier_type="national_id", identifier_value="9931000201", consent_method="رضایت نداد",
    )  # fmt: skip
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 2}
        person = register_household(work, home, [person_values(sex="male", first_name="علی"), shy]).persons[1]
        shown = (person["first_name"], person["last_name"], person["sex"], person["relation_to_head"])
        assert shown == ("ساکن", "بی‌نام", "female", "spouse")
        assert (person["birth_date"], person["age_estimated"], person["consent_state"]) == (None, 30, "none")
        add_need(work, person)
        enroll(work, add_workshop(work)["id"], [person["id"]])
        change_record(work, "person", person["id"], {"relation_to_head": "sibling"})
    assert tables_holding(office, "زرین", "09000000011", "9931000201") == set()
    with office.read() as rows:
        assert likely_doubles(rows, {**person, "id": None}) == []
        assert [c["method"] for c in rows.find("consent", person_id=person["id"])] == ["refused"]


def test_papers_of_several_types_or_none_and_what_they_suggest(office: OfficeFile) -> None:
    papers = [
        {"type": "passport", "value": "a1234567"},
        {"type": "کد یکتای اتباع", "value": "۱۲۰۰۴۵۶۷۸۹۰۱"},
        {"type": "none"},
    ]
    members = [
        person_values(nationality_group="afghan", identifiers=papers[:2]),
        person_values(
            first_name="زرغونه", relation_to_head="spouse", nationality_group="afghan", identifier_type="none"
        ),
        person_values(
            first_name="بی‌بی‌گل", relation_to_head="sibling", birth_date=None, age_estimated=17, identifiers=papers[2:]
        ),
        person_values(
            first_name="گلنار", relation_to_head="sibling", identifier_type="vaccination_card", identifier_value="12-7"
        ),
        person_values(first_name="مهدی", relation_to_head="child", birth_date="1390", school_status="dropped_out"),
    ]
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 5}
        made = register_household(work, home, members)
        kept = work.find("person_identifier", person_id=made.persons[0]["id"])
    assert [(paper["type"], paper["value"], paper["last4"]) for paper in kept] == [
        ("passport", "A1234567", "4567"),
        ("foreigner_unique_code", "120045678901", "8901"),
    ]
    assert [(offer.person["first_name"], offer.reason) for offer in made.offers] == [
        ("بی‌بی‌گل", "no_papers"), ("گلنار", "no_papers"), ("مهدی", "dropped_out"),
    ]  # fmt: skip
    with office.write() as work:
        need = add_record(work, "need", made.offers[0].need)
        assert (need["field"], need["subject"], need["urgency"]) == ("identity_documents", "دریافت شناسنامه", "second")
    wrong = [
        person_values(identifiers=[{"type": "passport", "value": "!"}, {"type": "national_id", "value": "1111111111"}])
    ]
    found = problems_of(
        office,
        lambda work: register_household(work, {"neighborhood_id": neighborhood(work), "declared_size": 1}, wrong),
    )
    assert found == {
        ("members.0.identifiers.0.value", "passport"),
        ("members.0.identifiers.1.value", "national_id_equal"),
    }


def _need(scope: str, **more: Any) -> Callable[[UnitOfWork], Row]:
    def act(work: UnitOfWork) -> Row:
        person = work.find("person")[0]
        about: dict[str, Any] = {"person_id": person["id"]} if scope == "person" else {"supporters_count": 4}
        about |= {"neighborhood_id": neighborhood(work)} if scope != "person" else {}
        return add_record(
            work, "need", {"scope": scope, "field": "social", "subject": "مراجعه به خدمات مشاوره", **about, **more}
        )

    return act


def test_scenario_5_the_story_is_not_written_down(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        add_identifier(work, person, "9931000201")
    story = {"description": "برادرش معتاد است"}
    assert problems_of(office, _need("person", **story)) == {("description", "wording_guided")}
    assert problems_of(office, _need("person", description="خشونت خانگی")) == {("description", "wording_guided")}
    assert problems_of(office, _need("person", description="پسر افغانی دارد")) == {("description", "wording")}
    with office.write() as work:
        _need("neighborhood", description="زمینه: نبود فضای ورزشی؛ پیشگیری از اعتیاد")(work)
        need = _need("person")(work)
    assert problems_of(office, lambda w: change_record(w, "need", need["id"], story)) == {
        ("description", "wording_guided")
    }
    assert tables_holding(office, "معتاد") == set()


def test_what_all_may_read_names_no_resident(office: OfficeFile) -> None:
    with office.write() as work:
        add_person(work)
    named = {("description", "resident_named")}
    assert problems_of(office, _need("neighborhood", description="خانم فاطمه رنجبري گفت")) == named
    assert problems_of(office, _need("group", description="تلفن ۰۹۰۰۰۰۰۰۰۱۱")) == {("description", "number_named")}
    with office.write() as work:
        _need("neighborhood", description="کوچهٔ شهید فاطمه رنجبری تاریک است")(work)
        need = _need("person", description="خانم فاطمه رنجبری خودش می‌آید")(work)
    solved = {("solution_note", "resident_named")}
    assert (
        problems_of(office, lambda w: change_record(w, "need", need["id"], {"solution_note": "فاطمه رنجبری قفسه ساخت"}))
        == solved
    )


def test_an_old_text_stands_in_nobodys_way(office: OfficeFile) -> None:
    person = resident(office)
    with office.write() as work:
        need = add_need(work, person)
        work.change("need", need["id"], {"description": "برادرش معتاد است"})  # as an older program let it be
        assert change_record(work, "need", need["id"], {"urgency": "first"})["urgency"] == "first"


def test_a_household_of_an_older_program_can_be_changed_but_tells_nothing(office: OfficeFile) -> None:
    with office.write() as work:
        home = add_household(work)
        work.change("household", home["id"], {"income_band": "band_2"})
        change_record(work, "household", home["id"], {"rooms": 2})
    with office.read() as rows:
        assert (read_record(rows, office.actor, KINDS["household"], home["id"]) or {})["income_band"] is None


def test_who_says_no_after_registration_is_asked_away_to_a_count_and_served_on(office: OfficeFile) -> None:
    shy = person_values(
        first_name="زرین‌تاج", last_name="گلنار", birth_date="1371/05/02", relation_to_head="spouse",
        mobile="09000000011", identifier_type="national_id", identifier_value="9931000201",
        consent_method="signature", occupation_text="گلدوز",
    )  # fmt: skip
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 2}
        people = register_household(work, home, [person_values(sex="male", first_name="علی"), shy]).persons
        wife = people[1]
        add_need(work, wife, description="زرین‌تاج کلاس خیاطی می‌خواهد")
        assert not may_keep_the_count(work, wife)
    with pytest.raises(RefusedError) as refused:
        keep_the_count(office, wife["id"])
    assert [problem.code for problem in refused.value.problems] == ["person_not_declined"]
    with office.write() as work:
        give_consent(work, wife["id"], "basic_record", {"method": "refused"})
        assert (work.get("person", wife["id"]) or {})["consent_state"] == "withdrawn"  # the no ends what was signed
        assert may_keep_the_count(work, wife)
    kept = keep_the_count(office, wife["id"]).person
    shown = (kept["first_name"], kept["last_name"], kept["sex"], kept["relation_to_head"], kept["age_estimated"])
    assert shown == ("ساکن", "بی‌نام", "female", "spouse", 30)
    assert (kept["resident_no"], kept["nationality_group"], kept["status"]) == (wife["resident_no"], None, "active")
    assert tables_holding(office, "زرین", "گلنار", "گلدوز", "09000000011", "9931000201") == set()
    with office.write() as work:
        (need,) = work.find("need", person_id=kept["id"])
        assert need["description"] == "… کلاس خیاطی می‌خواهد"
        enroll(work, add_workshop(work)["id"], [kept["id"]])
        assert not may_keep_the_count(work, kept)
        assert {row["method"] for row in work.find("consent", person_id=kept["id"])} == {"signature", "refused"}
        assert work.find("household")[0]["head_name"] == "علی رنجبری"

"""Consent from being asked to its end, and what may only be kept and seen while it lasts (G-05…G-08, G-11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.consents import consents_of, give_consent, withdraw_consent, withdraw_scope
from desktop.services.erasure import keep_the_count, may_keep_the_count
from desktop.services.printing import make_document
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.registration import likely_doubles, register_household
from desktop.services.session import seat
from desktop.services.undo import undo
from desktop.services.viewing import looks, note_looks, readable, who_looked
from desktop.services.views import listed, read_record
from desktop.services.workshops import enroll
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    add_colleague,
    add_household,
    add_identifier,
    add_need,
    add_person,
    add_workshop,
    agency,
    make_office,
    neighborhood,
    person_values,
)
from tests.fakes import FakeClock
from tests.store.decrypted import tables_holding

SIGNED = {"method": "signature"}
BLIND = {"disability_type": "visual", "disability_severity": "severe"}


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    made = make_office(tmp_path, clock)
    seat(made)
    yield made
    assert [(result.check, result.detail) for result in check_office(made) if not result.ok] == []
    made.close()


def _problems(office: OfficeFile, act: Callable[[UnitOfWork], object]) -> set[tuple[str, str]]:
    with pytest.raises(RefusedError) as refused, office.write() as work:
        act(work)
    return {(problem.field, problem.code) for problem in refused.value.problems}


def _person(office: OfficeFile, **changes: Any) -> Row:
    with office.write() as work:
        return add_person(work, **changes)


def _kept(office: OfficeFile, person: Row) -> Row:
    """A disability, written down under its own consent."""
    with office.write() as work:
        give_consent(work, person["id"], "sensitive:disability_type", SIGNED)
        return add_record(work, "person_sensitive", {"person_id": person["id"], **BLIND})


@contextmanager
def seated(office: OfficeFile, role: str, username: str, *, sees: bool = True) -> Iterator[None]:
    """Somebody else sits at the office for a while."""
    account, before = add_colleague(office, username, role, "همکار دیگر"), office.actor
    office.actor = replace(
        before,
        user_id=account["id"],
        staff_id=account["staff_id"],
        username=username,
        role=role,
        can_see_sensitive=sees,
    )
    yield
    office.actor = before


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"scope": "sensitive:religion"}, ("scope", "unknown_code")),
        ({"scope": "referral:nobody"}, ("scope", "unknown_code")),
        ({"scope": "basic"}, ("scope", "unknown_code")),
        ({"method": "shouting"}, ("method", "unknown_code")),
        ({"method": "شفاهی با شاهد"}, ("witness_staff_id", "required")),
        ({"text_version": "99"}, ("text_version", "unknown_code")),
        ({"given_on": "1404/06/16"}, ("given_on", "in_future")),
        ({"expires_on": "1404/06/01"}, ("expires_on", "before_start")),
    ],
)
def test_what_a_consent_cannot_be(office: OfficeFile, given: dict[str, Any], problem: tuple[str, str]) -> None:
    person = _person(office)
    values = {"person_id": person["id"], **SIGNED, **given}
    assert problem in _problems(office, lambda work: add_record(work, "consent", values))


def test_a_child_answers_through_a_guardian(office: OfficeFile) -> None:
    mother = _person(office)
    with office.write() as work:
        home = work.get("household", mother["household_id"])
        child, sister = (
            add_person(work, home, first_name=name, birth_date=year, relation_to_head="child")
            for name, year in (("مهدی", "1392"), ("نرگس", "1388"))
        )

    def give(**more: Any) -> Callable[[UnitOfWork], Row]:
        return lambda work: give_consent(work, child["id"], "photo", {**SIGNED, **more})

    assert _problems(office, give()) == {("guardian_id", "guardian_needed")}
    assert _problems(office, give(guardian_id=child["id"])) == {("guardian_id", "own_guardian")}
    assert _problems(office, give(guardian_id=sister["id"])) == {("guardian_id", "guardian_too_young")}
    with office.write() as work:
        assert give(guardian_id=mother["id"])(work)["guardian_id"] == mother["id"]
        assert give(method="refused")(work)["guardian_id"] is None  # no needs nobody's leave


def test_sensitive_data_need_their_own_live_consent(office: OfficeFile) -> None:
    person = _person(office)
    given = {"person_id": person["id"], **BLIND}
    missing = {("consent_id", "consent_missing")}

    def put(work: UnitOfWork) -> Row:
        return add_record(work, "person_sensitive", given)

    assert _problems(office, put) == missing
    for scope, method in (
        ("basic_record", SIGNED),
        ("sensitive:women_head_reason", SIGNED),
        ("sensitive:disability_type", {"method": "refused"}),
    ):
        with office.write() as work:
            give_consent(work, person["id"], scope, method)
        assert _problems(office, put) == missing
    row = _kept(office, person)
    with office.read() as rows:
        consent = rows.get("consent", row["consent_id"]) or {}
        assert str(consent["expires_on"]) == "2027-09-06"  # ۲۴ ماه پس از ۱۴۰۴/۰۶/۱۵
        assert (rows.get("person", person["id"]) or {})["consent_state"] == "sensitive"
    assert _problems(office, put) == {("disability_type", "topic_twice")}
    two = {**given, "women_head_reason": "widow"}
    assert ("women_head_reason", "one_topic") in _problems(office, lambda w: add_record(w, "person_sensitive", two))


def test_a_withdrawal_empties_at_once_in_tables_and_log(office: OfficeFile) -> None:
    person = _person(office)
    row = _kept(office, person)
    with office.write() as work:
        change_record(work, "person_sensitive", row["id"], {"disability_severity": "mild"})
        withdraw_scope(work, person["id"], "sensitive:disability_type")
        tx = work.tx
    with office.read() as rows:
        assert rows.find("person_sensitive") == []
        assert (rows.get("person", person["id"]) or {})["consent_state"] == "none"
        gone = rows.find_even_deleted("person_sensitive")[0]
        assert [gone[name] for name in (*BLIND, "expires_on")] == [None, None, None]
    assert tables_holding(office, "visual", "severe", "mild") == set()
    assert ("", "undo_erased") in _problems(office, lambda work: undo(work, tx))


def test_sensitive_data_that_were_deleted_before_go_with_the_consent_too(office: OfficeFile) -> None:
    person = _person(office)
    row = _kept(office, person)
    with office.write() as work:
        delete_record(work, "person_sensitive", row["id"])
    with office.write() as work:
        withdraw_consent(work, row["consent_id"])
    assert tables_holding(office, "visual") == set()


def test_a_consent_renewed_goes_on_where_the_old_one_ends(office: OfficeFile) -> None:
    person = _person(office)
    row = _kept(office, person)
    with office.write() as work:
        give_consent(work, person["id"], "sensitive:disability_type", {"method": "fingerprint"})
        withdraw_consent(work, row["consent_id"])
    with office.read() as rows:
        assert [
            kept["disability_type"]
            for kept in readable(rows, office.actor, "person_sensitive", rows.find("person_sensitive"))
        ] == ["visual"]


def test_when_a_consent_runs_out_the_values_vanish_from_every_reading(office: OfficeFile, clock: FakeClock) -> None:
    person = _person(office)
    row = _kept(office, person)
    with office.read() as rows:
        assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is not None
    clock.pass_time(days=2 * 366)
    with office.read() as rows:
        assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is None
        assert listed(rows, office.actor, KINDS["person_sensitive"], {}) == []
        assert [one["consent_state"] for one in listed(rows, office.actor, KINDS["person"], {})] == ["none"]
        assert listed(rows, office.actor, KINDS["person"], {"consent_state": "sensitive"}) == []
        assert [consent["live"] for consent in consents_of(rows, person["id"])] == [False]


def test_withdrawing_the_consent_to_the_record_ends_all_others(office: OfficeFile) -> None:
    person = _person(office)
    with office.write() as work:
        for scope in ("basic_record", "photo", "sync_to_province"):
            give_consent(work, person["id"], scope, SIGNED)
        assert len(withdraw_scope(work, person["id"], "ثبت پایه")) == 3
        assert (work.get("person", person["id"]) or {})["consent_state"] == "withdrawn"
    assert _problems(office, lambda work: withdraw_scope(work, person["id"], "photo")) == {("scope", "no_live_consent")}


def _family(office: OfficeFile, *, consent: str | None, **home: Any) -> Callable[[UnitOfWork], Any]:
    def act(work: UnitOfWork) -> Any:
        given = {"neighborhood_id": neighborhood(work), "declared_size": 1, "sensitive_consent_method": consent, **home}
        return register_household(work, given, [person_values()])

    return act


def test_what_a_household_tells_of_income_needs_its_heads_consent(office: OfficeFile) -> None:
    told = {"income_band": "band_1", "support_coverage": ["imam_relief"]}
    missing = {("income_band", "head_consent_missing"), ("support_coverage", "head_consent_missing")}
    assert _problems(office, _family(office, consent=None, **told)) == missing
    assert _problems(office, _family(office, consent="refused", **told)) == missing
    with office.write() as work:
        silent = _family(office, consent=None, income_band="not_told", support_coverage=["unknown"])(work)
        assert silent.household["income_band"] == "not_told"  # saying nothing needs nobody's leave
        made = _family(office, consent="signature", **told)(work)
    home, head = made.household, made.persons[0]
    with office.read() as rows:
        shown = read_record(rows, office.actor, KINDS["household"], home["id"]) or {}
        assert (shown["income_band"], shown["support_coverage"]) == ("band_1", ["imam_relief"])
        assert {(look.person_id, look.field) for look in looks(rows, office.actor, "household", [shown])} == {
            (head["id"], "income_band"),
            (head["id"], "support_coverage"),
        }
    with office.write() as work:
        change_record(work, "household", home["id"], {"address_text": "کوچهٔ سرو"})
        withdraw_scope(work, head["id"], "sensitive:income_band")
    with office.read() as rows:
        kept = rows.get("household", home["id"]) or {}
        assert (kept["income_band"], kept["support_coverage"]) == (None, ["imam_relief"])
    assert tables_holding(office, "band_1") == set()


def _earner(office: OfficeFile) -> tuple[Row, Row]:
    """Somebody who told, under a consent, what she earns after a workshop."""
    with office.write() as work:
        person, workshop = add_person(work), add_workshop(work, title="خیاطی خانگی", type="home_jobs")
        give_consent(work, person["id"], "basic_record", SIGNED)
        give_consent(work, person["id"], "sensitive:income_band", SIGNED)
        told = {"workshop_id": workshop["id"], "person_id": person["id"], "kind": "home_business"}
        return person, add_record(work, "outcome_followup", {**told, "monthly_income_band": "band_2"})


def test_what_somebody_earns_after_a_workshop_is_seen_by_few_and_while_it_is_agreed(
    office: OfficeFile, clock: FakeClock
) -> None:
    person, outcome = _earner(office)

    def seen() -> list[Row]:
        with office.read() as rows:
            return readable(rows, office.actor, "outcome_followup", rows.find("outcome_followup"))

    assert [row["monthly_income_band"] for row in seen()] == ["band_2"]
    with office.read() as rows:
        told = looks(rows, office.actor, "outcome_followup", seen())
    assert [(look.person_id, look.field) for look in told] == [(person["id"], "monthly_income_band")]
    with seated(office, "facilitator", "kaveh", sees=False):
        assert [(row["kind"], row["monthly_income_band"]) for row in seen()] == [("home_business", None)]
        with office.read() as rows:
            assert looks(rows, office.actor, "outcome_followup", seen()) == []
    clock.pass_time(days=2 * 366)
    assert [(row["id"], row["monthly_income_band"]) for row in seen()] == [(outcome["id"], None)]


@pytest.mark.parametrize("scope", ["sensitive:income_band", "basic_record"])
def test_what_somebody_earns_after_a_workshop_goes_with_the_consent(office: OfficeFile, scope: str) -> None:
    person, outcome = _earner(office)
    assert "outcome_followup" in tables_holding(office, "band_2")
    with office.write() as work:
        withdraw_scope(work, person["id"], scope)
    with office.read() as rows:
        kept = rows.get("outcome_followup", outcome["id"]) or {}
    assert (kept["kind"], kept["monthly_income_band"]) == ("home_business", None)
    assert tables_holding(office, "band_2") == set()


def test_a_facilitator_sees_nothing_sensitive_and_cannot_guess_it(office: OfficeFile) -> None:
    row = _kept(office, _person(office))
    with office.write() as work:
        home = _family(office, consent="signature", income_band="band_1")(work).household
    with seated(office, "facilitator", "samira"), office.read() as rows:
        assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is None
        shown = read_record(rows, office.actor, KINDS["household"], home["id"]) or {}
        assert shown["income_band"] is None
        with pytest.raises(RefusedError, match="not_allowed"):
            listed(rows, office.actor, KINDS["household"], {"income_band": "band_1"})
    with seated(office, "facilitator", "kaveh"):
        put = {"person_id": row["person_id"], "women_head_reason": "widow"}
        assert _problems(office, lambda w: add_record(w, "person_sensitive", put)) == {("", "not_allowed")}


def test_a_social_worker_sees_her_own_cases_only(office: OfficeFile) -> None:
    person = _person(office)
    row = _kept(office, person)
    with seated(office, "social_worker", "narges"):
        with office.read() as rows:
            assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is None
        with office.write() as work:
            add_need(work, person, owner_staff_id=office.actor.staff_id)
        with office.read() as rows:
            assert read_record(rows, office.actor, KINDS["person_sensitive"], row["id"]) is not None
    with seated(office, "social_worker", "mina", sees=False), office.read() as rows:
        assert listed(rows, office.actor, KINDS["person_sensitive"], {}) == []


def test_every_look_is_written_down_by_person_and_field_with_its_reason(office: OfficeFile) -> None:
    person = _person(office)
    row = _kept(office, person)
    with office.write() as work:
        note_looks(work, looks(work, office.actor, "person_sensitive", [row]), "معرفی به بهزیستی")
    with office.read() as rows:
        assert [(line["full_name"], line["detail"]) for line in who_looked(rows, person["id"])] == [
            ("حمید یزدان‌پناه", "disability_severity: معرفی به بهزیستی"),
            ("حمید یزدان‌پناه", "disability_type: معرفی به بهزیستی"),
        ]


def test_a_page_that_tells_sensitive_data_is_a_look_too(office: OfficeFile) -> None:
    person = _person(office)
    _kept(office, person)
    make_document(office, "my_information", record_id=person["id"])
    with office.read() as rows:
        assert {line["detail"] for line in who_looked(rows, person["id"])} == {
            "disability_type: برگهٔ اطلاعات من",
            "disability_severity: برگهٔ اطلاعات من",
        }


def test_personal_data_leave_only_to_the_agency_that_was_agreed_to(office: OfficeFile, clock: FakeClock) -> None:
    person = _person(office)
    with office.write() as work:
        need = add_need(work, person)
        sent = {"need_id": need["id"], "agency_id": agency(work, "welfare_org"), "includes_personal": True}
        consent = give_consent(work, person["id"], "referral:education", SIGNED)
    refused = {("includes_personal", "referral_consent")}
    assert _problems(office, lambda work: add_record(work, "referral", sent)) == refused
    with office.write() as work:
        give_consent(work, person["id"], "referral:welfare_org", {**SIGNED, "expires_on": "1404/07/01"})
        add_record(work, "referral", sent)
        withdraw_consent(work, consent["id"])
    clock.pass_time(days=60)
    assert _problems(office, lambda work: add_record(work, "referral", sent)) == refused


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
    found = _problems(
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
    assert _problems(office, _need("person", **story)) == {("description", "wording_guided")}
    assert _problems(office, _need("person", description="خشونت خانگی")) == {("description", "wording_guided")}
    assert _problems(office, _need("person", description="پسر افغانی دارد")) == {("description", "wording")}
    with office.write() as work:
        _need("neighborhood", description="زمینه: نبود فضای ورزشی؛ پیشگیری از اعتیاد")(work)
        need = _need("person")(work)
    assert _problems(office, lambda w: change_record(w, "need", need["id"], story)) == {
        ("description", "wording_guided")
    }
    assert tables_holding(office, "معتاد") == set()


def test_what_all_may_read_names_no_resident(office: OfficeFile) -> None:
    with office.write() as work:
        add_person(work)
    named = {("description", "resident_named")}
    assert _problems(office, _need("neighborhood", description="خانم فاطمه رنجبري گفت")) == named
    assert _problems(office, _need("group", description="تلفن ۰۹۰۰۰۰۰۰۰۱۱")) == {("description", "number_named")}
    with office.write() as work:
        _need("neighborhood", description="کوچهٔ شهید فاطمه رنجبری تاریک است")(work)
        need = _need("person", description="خانم فاطمه رنجبری خودش می‌آید")(work)
    solved = {("solution_note", "resident_named")}
    assert (
        _problems(office, lambda w: change_record(w, "need", need["id"], {"solution_note": "فاطمه رنجبری قفسه ساخت"}))
        == solved
    )


def test_an_old_text_stands_in_nobodys_way(office: OfficeFile) -> None:
    person = _person(office)
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

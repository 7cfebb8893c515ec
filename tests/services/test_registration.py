"""Registering people: the rules of households and persons, and what is worked out for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.records import add_record, change_record, delete_record
from desktop.services.registration import likely_doubles, note_same_person, register_household
from desktop.services.undo import undo
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from tests.factories import (
    add_household,
    add_identifier,
    add_need,
    add_person,
    make_office,
    national_id,
    neighborhood,
    person_values,
)


@pytest.fixture
def office(tmp_path: Path) -> Any:
    made = make_office(tmp_path)
    yield made
    assert [result.check for result in check_office(made) if not result.ok] == []
    made.close()


def _refusals(office: OfficeFile, kind: str, given: dict[str, Any]) -> set[tuple[str, str]]:
    with pytest.raises(RefusedError) as refused, office.write() as work:
        add_record(work, kind, given)
    return {(problem.field, problem.code) for problem in refused.value.problems}


def _home(office: OfficeFile, **changes: Any) -> Row:
    with office.write() as work:
        return add_household(work, **changes)


def test_a_household_and_its_members_come_in_one_commit_or_not_at_all(office: OfficeFile) -> None:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 2}
    wrong = [
        person_values(),
        person_values(first_name="X", relation_to_head="child"),
        person_values(relation_to_head="head"),
    ]
    with pytest.raises(RefusedError) as refused, office.write() as work:
        register_household(work, home, wrong)
    found = {(problem.field, problem.code) for problem in refused.value.problems}
    assert {("members", "second_head"), ("members.1.first_name", "name_letters")} <= found
    with office.read() as rows:
        assert rows.find("household") == rows.find("person") == []
    child = person_values(
        first_name="مهدی", sex="male", birth_date="1392", relation_to_head="child", school_status="dropped_out"
    )
    with office.write() as work:
        done = register_household(work, home, [person_values(), child])
    assert done.household["head_name"] == "فاطمه رنجبری"
    assert [(o.person["first_name"], o.reason) for o in done.offers] == [("مهدی", "dropped_out")]
    assert [p["resident_no"][:9] for p in done.persons] == ["080300001", "080300002"]


def test_a_household_without_a_head_is_refused(office: OfficeFile) -> None:
    with office.read() as rows:
        home = {"neighborhood_id": rows.find("neighborhood")[0]["id"], "declared_size": 1}
    with pytest.raises(RefusedError) as refused, office.write() as work:
        register_household(work, home, [person_values(relation_to_head="child")])
    assert ("members", "no_head") in {(p.field, p.code) for p in refused.value.problems}


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"declared_size": 0}, ("declared_size", "too_small")),
        ({"declared_size": None}, ("declared_size", "required")),
        ({"rooms": "سه"}, ("rooms", "not_an_integer")),
        ({"postal_code": "1111111111"}, ("postal_code", "postal_code")),
        ({"residence_since_year": 1405}, ("residence_since_year", "too_large")),
        ({"registered_on": "1404/06/16"}, ("registered_on", "in_future")),
        ({"registered_on": "1390/01/01"}, ("neighborhood_id", "neighborhood_not_covered")),
        ({"neighborhood_id": "nowhere"}, ("neighborhood_id", "unknown_record")),
        ({"head_name": "کسی"}, ("head_name", "read_only")),
        ({"favourite_colour": "سبز"}, ("favourite_colour", "unknown_field")),
        ({"utilities": {"water": "گاهی"}}, ("utilities", "unknown_code")),
    ],
)
def test_what_a_household_cannot_be(office: OfficeFile, changes: dict[str, Any], problem: tuple[str, str]) -> None:
    with office.read() as rows:
        place = rows.find("neighborhood")[0]["id"]
    assert problem in _refusals(office, "household", {"neighborhood_id": place, "declared_size": 3, **changes})


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"first_name": "ا"}, ("first_name", "name_short")),
        ({"last_name": "Smith"}, ("last_name", "name_letters")),
        ({"sex": "دیگر"}, ("sex", "unknown_code")),
        ({"birth_date": "1404/06/16"}, ("birth_date", "in_future")),
        ({"birth_date": "1362/13/01"}, ("birth_date", "no_such_day")),
        ({"age_estimated": 40}, ("age_estimated", "age_and_birth")),
        ({"birth_date": "1395", "marital_status": "married"}, ("marital_status", "too_young_for_marital")),
        ({"birth_date": "1398", "activity_status": "employed"}, ("activity_status", "too_young_for_activity")),
        ({"school_status": "enrolled"}, ("school_status", "school_age_only")),
        ({"not_seeking_reason": "caring"}, ("not_seeking_reason", "only_not_seeking")),
        ({"women_head_override": True}, ("women_head_override_reason", "required")),
        ({"mobile": "0812345"}, ("mobile", "mobile")),
        ({"national_id": "9931000201"}, ("national_id", "read_only")),
    ],
)
def test_what_a_person_cannot_be(office: OfficeFile, changes: dict[str, Any], problem: tuple[str, str]) -> None:
    home = _home(office)
    assert problem in _refusals(office, "person", person_values(household_id=home["id"], **changes))


def test_a_household_has_one_head(office: OfficeFile) -> None:
    home = _home(office)
    with office.write() as work:
        add_person(work, home)
    assert _refusals(office, "person", person_values(household_id=home["id"])) == {("relation_to_head", "second_head")}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"sex": "male"}, False),
        ({"relation_to_head": "spouse"}, False),
        ({"birth_date": "1392"}, False),
        ({"birth_date": None}, True),
        ({"women_head_override": False, "women_head_override_reason": "با برادرش"}, False),
    ],
)
def test_a_woman_head_is_worked_out(office: OfficeFile, changes: dict[str, Any], expected: bool) -> None:
    with office.write() as work:
        assert add_person(work, **changes)["is_women_head"] is expected


def test_members_move_with_their_household(office: OfficeFile) -> None:
    with office.write() as work:
        home = add_household(work)
        person = add_person(work, home)
        other = neighborhood(work, "چشمه‌سار")
        change_record(work, "household", home["id"], {"neighborhood_id": other})
        assert work.find("person", id=person["id"])[0]["neighborhood_id"] == other


def test_the_same_number_of_two_people_is_a_sign_of_a_double_and_no_refusal(office: OfficeFile) -> None:
    with office.write() as work:
        first, second = add_person(work), add_person(work)
        add_identifier(work, first, "۹۹۳۱۰۰۰۲۰۱")
        assert work.find("person", id=first["id"])[0]["national_id"] == "9931000201"
    given = {"person_id": second["id"], "type": "national_id", "value": "9931000201"}
    with office.read() as rows:
        doubts = list(KINDS["person_identifier"].doubts(given, rows))
        assert [(d.code, d.facts["resident_no"]) for d in doubts] == [("identifier_known", first["resident_no"])]
    with office.write() as work:
        add_record(work, "person_identifier", given)
    again = {"person_id": first["id"], "type": "کد ملی", "value": "۹۹۳۱۰۰۰۲۰۱"}
    assert _refusals(office, "person_identifier", again) == {("value", "identifier_twice")}


@pytest.mark.parametrize(("told", "stands"), [({}, 2), ({"declared_size": ""}, 2), ({"declared_size": "۴"}, 4)])
def test_who_tells_no_number_of_members_is_taken_to_have_told_of_everyone(
    office: OfficeFile, told: dict[str, object], stands: int
) -> None:
    with office.write() as work:
        members = [person_values(), person_values(first_name="مهدی", relation_to_head="child", sex="male")]
        done = register_household(work, {"neighborhood_id": neighborhood(work), **told}, members)
    assert done.household["declared_size"] == stands


@pytest.mark.parametrize("kind", ["court_letter", "vaccination_card", "birth_cert_no", "amayesh_card", "hoviat_card"])
def test_the_digits_of_any_paper_are_one_number_in_whatever_script_they_were_typed(
    office: OfficeFile, kind: str
) -> None:
    with office.write() as work:
        person = add_person(work)
        add_identifier(work, person, "الف/۱۲ ٣4 ", kind)
        assert [(p["value"], p["last4"]) for p in work.find("person_identifier")] == [("الف/12 34", "2 34")]
    again = {"person_id": person["id"], "type": kind, "value": "الف/12 ۳٤"}
    assert _refusals(office, "person_identifier", again) == {("value", "identifier_twice")}


def test_consent_is_shown_on_the_person_and_its_withdrawal_too(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        consent = add_record(work, "consent", {"person_id": person["id"], "method": "اثر انگشت"})
        assert work.find("person")[0]["consent_state"] == "basic"
        change_record(work, "consent", consent["id"], {"withdrawn_on": "1404/06/15"})
        assert work.find("person")[0]["consent_state"] == "withdrawn"
        delete_record(work, "consent", consent["id"])
        assert work.find("person")[0]["consent_state"] == "none"
    spoken = {"person_id": person["id"], "method": "oral_with_witness"}
    assert _refusals(office, "consent", spoken) == {("witness_staff_id", "required")}


def test_scenario_2_the_double_is_recognised_and_the_decision_kept(office: OfficeFile) -> None:
    with office.write() as work:
        known = add_person(work)
        for serial in range(5):
            add_identifier(work, add_person(work, first_name="زهرا", last_name="کریمی"), national_id(900 + serial))
    typed = {**known, "id": None, "first_name": "فاطمه", "last_name": "رنجبری"}
    with office.read() as rows:
        found = likely_doubles(rows, typed)
    assert [candidate.person["id"] for candidate in found] == [known["id"]]
    assert {"name", "father"} <= set(found[0].reasons)
    with office.write() as work:
        note_same_person(work, known["id"])
    with office.read() as rows:
        assert len(rows.find("person", last_name="رنجبری")) == 1


def test_undo_takes_back_a_whole_registration(office: OfficeFile) -> None:
    with office.write() as work:
        home = {"neighborhood_id": neighborhood(work), "declared_size": 1}
        paper = {"identifier_type": "national_id", "identifier_value": "9931000201", "consent_method": "signature"}
        register_household(work, home, [{**person_values(), **paper}])
        tx = work.tx
    with office.write() as work:
        assert undo(work, tx) > 0
    with office.read() as rows:
        assert (
            rows.find("household")
            == rows.find("person")
            == rows.find("person_identifier")
            == rows.find("consent")
            == []
        )


def test_undo_of_a_change_brings_back_what_follows_from_it(office: OfficeFile) -> None:
    with office.write() as work:
        home = add_household(work)
        person = add_person(work, home)
        paper = add_identifier(work, person, "9931000201")
    with office.write() as work:
        change_record(work, "person", person["id"], {"sex": "male", "first_name": "فاضل"})
        change_record(work, "person_identifier", paper["id"], {"value": "9931000309"})
        tx = work.tx
    with office.write() as work:
        undo(work, tx)
        fresh = work.find("person")[0]
        assert (fresh["first_name"], fresh["is_women_head"], fresh["national_id"]) == ("فاطمه", True, "9931000201")
        assert work.find("household")[0]["head_name"] == "فاطمه رنجبری"


def _why_not(office: OfficeFile, tx: str) -> str:
    with pytest.raises(RefusedError) as refused, office.write() as work:
        undo(work, tx)
    return refused.value.problems[0].message


def test_what_was_changed_again_since_is_not_undone_and_the_reason_is_told(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
    with office.write() as work:
        change_record(work, "person", person["id"], {"mobile": "09000000011", "father_name": "رضا"})
        tx = work.tx
    with office.write() as work:
        change_record(work, "person", person["id"], {"mobile": "09000000022"})
    assert "«فاطمه رنجبری» پس از آن دوباره تغییر کرده است" in _why_not(office, tx)
    with office.read() as rows:
        fresh = rows.find("person")[0]
    assert (fresh["mobile"], fresh["father_name"]) == ("09000000022", "رضا")


def test_a_change_of_other_fields_since_stands_in_nobodys_way(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
    with office.write() as work:
        change_record(work, "person", person["id"], {"mobile": "09000000011"})
        tx = work.tx
    with office.write() as work:
        change_record(work, "person", person["id"], {"father_name": "رضا"})
    with office.write() as work:
        assert undo(work, tx) == 1
    with office.read() as rows:
        fresh = rows.find("person")[0]
    assert (fresh["mobile"], fresh["father_name"]) == (None, "رضا")


def test_changes_can_be_undone_one_after_the_other(office: OfficeFile) -> None:
    made = []
    with office.write() as work:
        person = add_person(work)
        made.append(work.tx)
    for mobile in ("09000000011", "09000000022"):
        with office.write() as work:
            change_record(work, "person", person["id"], {"mobile": mobile})
            made.append(work.tx)
    for tx, left in ((made[2], ["09000000011"]), (made[1], [None]), (made[0], [])):
        with office.write() as work:
            assert undo(work, tx) > 0
        with office.read() as rows:
            assert [row["mobile"] for row in rows.find("person")] == left


def test_a_new_record_to_which_another_was_tied_is_not_undone(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        tx = work.tx
    with office.write() as work:
        add_need(work, person)
    assert "پیوسته‌اند" in _why_not(office, tx)
    with office.read() as rows:
        assert len(rows.find("person")) == 1


def test_a_deletion_whose_owner_is_gone_too_is_not_undone(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        paper = add_identifier(work, person, "9931000201")
    with office.write() as work:
        delete_record(work, "person_identifier", paper["id"])
        tx = work.tx
    with office.write() as work:
        delete_record(work, "person", person["id"])
    assert "دیگر واگرد نمی‌شود" in _why_not(office, tx)


def test_undo_of_a_deletion_brings_the_record_back_to_lists_and_search(office: OfficeFile) -> None:
    with office.write() as work:
        person = add_person(work)
        add_identifier(work, person, "9931000201")
    with office.write() as work:
        delete_record(work, "person", person["id"])
        tx = work.tx
    with office.write() as work:
        assert undo(work, tx) > 0
    with office.read() as rows:
        assert [p["id"] for p in rows.find("person")] == [person["id"]]
        assert rows.find("household")[0]["head_name"] == "فاطمه رنجبری"


def test_a_person_deleted_by_mistake_can_be_registered_again(office: OfficeFile) -> None:
    home = _home(office)
    for _ in range(2):
        with office.write() as work:
            person = add_person(work, home)
        with office.write() as work:
            delete_record(work, "person", person["id"])
    with office.read() as rows:
        assert likely_doubles(rows, {**person, "id": None}) == []

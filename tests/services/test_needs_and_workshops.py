"""The life cycles of needs and workshops, as their tables of transitions say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.records import add_record, change_record, step_record
from desktop.services.session_planning import plan_sessions
from desktop.services.workshops import enroll, record_attendance
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    PASSWORD,
    USER,
    add_colleague,
    add_evaluation,
    add_need,
    add_person,
    add_workshop,
    agency,
    make_office,
    neighborhood,
)
from tests.fakes import FakeClock


@pytest.fixture
def office(tmp_path: Path) -> Any:
    made = make_office(tmp_path)
    yield made
    assert [result.check for result in check_office(made) if not result.ok] == []
    made.close()


def _codes(office: OfficeFile, act: Callable[[UnitOfWork], object]) -> set[tuple[str, str]]:
    with pytest.raises(RefusedError) as refused, office.write() as work:
        act(work)
    return {(problem.field, problem.code) for problem in refused.value.problems}


def _need(office: OfficeFile, **changes: Any) -> Row:
    with office.write() as work:
        return add_need(work, add_person(work), **changes)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"scope": "household"}, ("household_id", "required")),
        ({"scope": "neighborhood"}, ("supporters_count", "supporters_needed")),
        ({"noted_on": "1404/06/16"}, ("noted_on", "in_future")),
        ({"noted_on": "1404/06/10", "due_on": "1404/06/09"}, ("due_on", "before_start")),
        ({"targeted_harm": "poverty"}, ("targeted_harm", "harm_for_place_only")),
        ({"field": "سیاسی"}, ("field", "unknown_code")),
        ({"subject": ""}, ("subject", "required")),
        ({"status": "met"}, ("status", "read_only")),
        ({"satisfaction": 6}, ("satisfaction", "too_large")),
    ],
)
def test_what_a_need_cannot_be(office: OfficeFile, changes: dict[str, Any], problem: tuple[str, str]) -> None:
    with office.write() as work:
        person = add_person(work)
    assert problem in _codes(office, lambda work: add_need(work, person, **changes))


@pytest.mark.parametrize(
    ("urgency", "due"), [("first", "2025-09-13"), ("second", "2025-10-06"), ("normal", "2025-11-05")]
)
def test_a_need_gets_its_owner_place_and_due_day(office: OfficeFile, urgency: str, due: str) -> None:
    need = _need(office, urgency=urgency, field="health")
    assert str(need["due_on"]) == due
    with office.read() as rows:
        owner = rows.get("staff_member", need["owner_staff_id"])
        assert owner is not None
        assert owner["specialty"] == "social_work"
        assert need["neighborhood_id"] == rows.find("neighborhood", name="گلستان‌آباد")[0]["id"]
        assert [e["to_status"] for e in rows.find("need_event", need_id=need["id"])] == ["noted"]


def test_a_need_goes_to_an_agency_and_its_answer_is_waited_for(office: OfficeFile) -> None:
    need = _need(office, noted_on="1404/06/01")
    with office.write() as work:
        step_record(work, "need", need["id"], "referred", {"agency_id": agency(work), "sent_on": "1404/06/02"})
        referral = work.find("referral", need_id=need["id"])[0]
        assert str(referral["answer_due_on"]) == "2025-09-08"
        slip = {"referral_id": referral["id"], "received_on": "1404/06/05", "type": "acknowledged"}
        add_record(work, "agency_response", slip)
    assert _codes(office, lambda work: step_record(work, "need", need["id"], "answered", {})) == {
        ("status", "need_answer_missing")
    }
    with office.write() as work:
        add_record(work, "agency_response", {**slip, "received_on": "1404/06/09", "type": "done"})
        answered = work.get("referral", referral["id"])
        assert answered is not None
        assert (str(answered["first_response_on"]), answered["status"]) == ("2025-08-31", "answered")
        step_record(work, "need", need["id"], "answered", {})
    assert _codes(office, lambda work: step_record(work, "need", need["id"], "met", {})) == {
        ("resident_confirmed", "required")
    }
    with office.write() as work:
        step_record(work, "need", need["id"], "met", {"resident_confirmed": True, "satisfaction": 4})
        events = [e["to_status"] for e in work.find("need_event", need_id=need["id"])]
    assert events == ["noted", "referred", "answered", "met"]


def test_an_answer_cannot_come_before_the_letter(office: OfficeFile) -> None:
    need = _need(office)
    with office.write() as work:
        step_record(work, "need", need["id"], "referred", {"agency_id": agency(work), "sent_on": "1404/06/10"})
        referral = work.find("referral")[0]
    early = {"referral_id": referral["id"], "received_on": "1404/06/09", "type": "done"}
    assert _codes(office, lambda work: add_record(work, "agency_response", early)) == {("received_on", "before_start")}


def test_personal_data_leave_only_with_consent(office: OfficeFile) -> None:
    need = _need(office)
    given = {"need_id": need["id"], "includes_personal": True}

    def send(work: UnitOfWork) -> object:
        return add_record(work, "referral", {**given, "agency_id": agency(work)})

    assert _codes(office, send) == {("includes_personal", "referral_consent")}
    with office.write() as work:
        add_record(
            work, "consent", {"person_id": need["person_id"], "scope": "referral:education", "method": "signature"}
        )
        send(work)


def test_steps_that_are_not_in_the_table_are_refused(office: OfficeFile) -> None:
    need = _need(office)
    assert _codes(office, lambda work: step_record(work, "need", need["id"], "met", {})) == {("state", "no_such_step")}
    assert _codes(office, lambda work: step_record(work, "need", need["id"], "closed", {})) == {
        ("close_reason", "required")
    }
    with office.write() as work:
        step_record(work, "need", need["id"], "closed", {"close_reason": "انصراف"})
    assert _codes(office, lambda work: step_record(work, "need", need["id"], "noted", {})) == {
        ("state", "no_such_step")
    }


def test_the_first_urgency_is_closed_and_a_met_need_reopened_by_the_manager_only(tmp_path: Path) -> None:
    clock = FakeClock()
    office = make_office(tmp_path, clock)
    add_colleague(office, "samira", "facilitator", "سمیرا دادخواه")
    urgent = _need(office, urgency="first")
    met = _need(office)
    with office.write() as work:
        step_record(work, "need", met["id"], "in_progress", {"note": "پیگیری"})
        step_record(work, "need", met["id"], "met", {"resident_confirmed": True})
    office.close()
    office = open_office(OfficeFolder(tmp_path), "samira", PASSWORD, clock=clock)
    close = {"close_reason": "withdrawn"}
    assert _codes(office, lambda work: step_record(work, "need", urgent["id"], "closed", close)) == {
        ("status", "manager_only")
    }
    again = {"note": "دوباره"}
    assert _codes(office, lambda work: step_record(work, "need", met["id"], "in_progress", again)) == {
        ("state", "manager_only")
    }
    office.close()
    clock.pass_time(days=91)
    office = open_office(OfficeFolder(tmp_path), USER, PASSWORD, clock=clock)
    late = _codes(office, lambda work: step_record(work, "need", met["id"], "in_progress", again))
    assert late == {("status", "too_late_to_reopen")}
    with office.write() as work:
        step_record(work, "need", urgent["id"], "closed", close)
    office.close()


def test_scenario_9_a_workshop_from_plan_to_report(office: OfficeFile) -> None:
    with office.write() as work:
        workshop = add_workshop(work, planned_start="1404/05/18", planned_end="1404/06/08", capacity=3)
        people = [add_person(work)["id"] for _ in range(5)]
        sessions = plan_sessions(work, workshop["id"])
        rows = enroll(work, workshop["id"], people)
        assert [(r["status"], r["waiting_rank"]) for r in rows[3:]] == [("waiting", 1), ("waiting", 2)]
        change_record(work, "workshop_enrollment", rows[0]["id"], {"status": "withdrawn"})
        states = [e["status"] for e in work.find("workshop_enrollment")]
        assert states == ["withdrawn", "enrolled", "enrolled", "enrolled", "waiting"]
        step_record(work, "workshop", workshop["id"], "open", {})
    assert _codes(office, lambda work: step_record(work, "workshop", workshop["id"], "running", {})) == {
        ("status", "no_session_held")
    }
    came = dict.fromkeys(people[1:4], "present")
    with office.write() as work:
        for session in sessions[:2]:
            record_attendance(work, session["id"], came, walk_ins=1)
        step_record(work, "workshop", workshop["id"], "running", {})
    assert _codes(office, lambda work: step_record(work, "workshop", workshop["id"], "held", {})) == {
        ("status", "sessions_unsettled")
    }
    with office.write() as work:
        change_record(work, "workshop_session", sessions[2]["id"], {"held": True})
        change_record(work, "workshop_session", sessions[3]["id"], {"held": False})
        step_record(work, "workshop", workshop["id"], "held", {})
    assert _codes(office, lambda work: step_record(work, "workshop", workshop["id"], "reported", {})) == {
        ("status", "attendance_missing"),
        ("status", "evaluation_missing"),
    }
    not_held = {"session_id": sessions[3]["id"], "person_id": people[1], "state": "present"}
    assert ("session_id", "session_not_held") in _codes(office, lambda work: add_record(work, "attendance", not_held))
    with office.write() as work:
        record_attendance(work, sessions[2]["id"], {**came, people[3]: "absent"})
        add_evaluation(work, workshop["id"])
        assert step_record(work, "workshop", workshop["id"], "reported", {})["status"] == "reported"


def test_a_sheet_typed_again_changes_what_differs(office: OfficeFile) -> None:
    with office.write() as work:
        workshop = add_workshop(work)
        person = add_person(work)["id"]
        session = plan_sessions(work, workshop["id"])[0]
        enroll(work, workshop["id"], [person])
        record_attendance(work, session["id"], {person: "absent"})
        record_attendance(work, session["id"], {person: "late"})
        assert [a["state"] for a in work.find("attendance")] == ["late"]


def test_what_a_workshop_its_sessions_and_enrolments_cannot_be(office: OfficeFile) -> None:
    assert _codes(office, lambda work: add_workshop(work, planned_end="1404/05/01")) == {
        ("planned_end", "before_start")
    }
    assert ("capacity", "too_small") in _codes(office, lambda work: add_workshop(work, capacity=0))
    with office.write() as work:
        workshop = add_workshop(work, sex_restriction="women")
        man = add_person(work, sex="male", first_name="علی")
        woman = add_person(work)
        enroll(work, workshop["id"], [woman["id"]])
        plan_sessions(work, workshop["id"])
        assert neighborhood(work)
    twin = {"workshop_id": workshop["id"], "no": 1, "date": "1404/06/01", "start": "12:00", "end": "10:00"}
    assert _codes(office, lambda work: add_record(work, "workshop_session", twin)) == {
        ("no", "session_twin"),
        ("end", "end_before_start"),
    }
    assert _codes(office, lambda work: enroll(work, workshop["id"], [man["id"]])) == {("person_id", "sex_restriction")}
    assert _codes(office, lambda work: enroll(work, workshop["id"], [woman["id"]])) == {
        ("person_id", "already_enrolled")
    }

"""Places, turns, sessions by a rule, residents to ask, people to call, and what meets what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.domain.kinds import KINDS
from desktop.domain.persian.calendar import numeric_ascii
from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.domain.session_plan import SessionRule
from desktop.services.certificates import verify_certificate
from desktop.services.life_story import life_story
from desktop.services.merging import merge, unmerge
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.session_planning import plan_sessions, preview_sessions
from desktop.services.undo import undo
from desktop.services.workshop_after import issue_certificates
from desktop.services.workshop_calls import call_list, still_to_call
from desktop.services.workshop_candidates import Wanted, candidates
from desktop.services.workshops import enroll, record_attendance, tell, withdraw
from desktop.store.check import check_office
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import add_evaluation, add_person, add_workshop, make_office


@pytest.fixture
def office(tmp_path: Path) -> Any:
    made = make_office(tmp_path)
    yield made
    assert [result.check for result in check_office(made) if not result.ok] == []
    made.close()


def _codes(office: OfficeFile, act: Callable[[UnitOfWork], object]) -> set[str]:
    with pytest.raises(RefusedError) as caught, office.write() as work:
        act(work)
    return {problem.code for problem in caught.value.problems}


def _states(work: UnitOfWork, workshop: Row) -> list[tuple[str, int | None]]:
    return [(e["status"], e["waiting_rank"]) for e in work.find("workshop_enrollment", workshop_id=workshop["id"])]


def test_a_rule_leaves_out_holidays_and_fridays_and_days_that_are_taken(office: OfficeFile) -> None:
    with office.write() as work:
        workshop = add_workshop(work, planned_start="1404/05/25", planned_end="1404/06/01", sessions_planned=4)
        taken = {"workshop_id": workshop["id"], "no": 2, "date": "1404/06/01"}
        add_record(work, "workshop_session", taken)
        first = dt.date(2025, 8, 16)  # شنبه ۱۴۰۴/۰۵/۲۵
        rule = SessionRule(first, 6, frozenset({0, 1, 2}), dt.time(9), None)
        plan = preview_sessions(work, workshop["id"], rule)
        days = [numeric_ascii(one.on) for one in plan.sessions]
        assert days == ["1404/05/25", "1404/05/26", "1404/05/27", "1404/06/03", "1404/06/08"]
        assert [one.no for one in plan.sessions] == [1, 3, 4, 5, 6]
        assert {one.end for one in plan.sessions} == {dt.time(11)}
        assert [(numeric_ascii(day.on), bool(day.left_out)) for day in plan.left_out] == [("1404/06/02", True)]
        made = plan_sessions(work, workshop["id"], rule)
        assert [row["date"] for row in made] == [one.on for one in plan.sessions]
        ends = work.get("workshop", workshop["id"])
        assert ends is not None
        assert numeric_ascii(ends["planned_end"]) == "1404/06/08"
        assert plan_sessions(work, workshop["id"], rule) == []
    wrong = SessionRule(first, 0, frozenset(), dt.time(11), dt.time(9))
    assert _codes(office, lambda work: preview_sessions(work, workshop["id"], wrong)) == {
        "required", "too_small", "end_before_start",
    }  # fmt: skip


def test_a_place_that_becomes_free_goes_to_whoever_waits_longest_and_they_are_called(office: OfficeFile) -> None:
    with office.write() as work:
        workshop = add_workshop(work, capacity=2)
        people = [add_person(work, mobile=f"0900000001{n}")["id"] for n in range(5)]
        places = enroll(work, workshop["id"], people)
    assert _codes(
        office, lambda work: change_record(work, "workshop_enrollment", places[3]["id"], {"status": "enrolled"})
    ) == {"workshop_full"}
    with office.write() as work:
        done = withdraw(work, places[0]["id"])
        assert [one["person_id"] for one in done.promoted] == [people[2]]
        assert _states(work, workshop) == [
            ("withdrawn", None),
            ("enrolled", None),
            ("enrolled", None),
            ("waiting", 1),
            ("waiting", 2),
        ]
        assert [call.person_id for call in still_to_call(work, workshop["id"])] == [people[2]]
        tell(work, [done.promoted[0]["id"]])
        assert still_to_call(work, workshop["id"]) == ()
        change_record(work, "workshop", workshop["id"], {"capacity": 3})
        assert _states(work, workshop)[3:] == [("enrolled", None), ("waiting", 1)]
        delete_record(work, "workshop_enrollment", places[1]["id"])
        assert _states(work, workshop)[-1] == ("enrolled", None)
        again = change_record(work, "workshop_enrollment", places[0]["id"], {"status": "enrolled"})
        assert (again["status"], again["waiting_rank"], again["withdrawn_on"]) == ("waiting", 1, None)
        step_record(work, "workshop", workshop["id"], "cancelled", {"cancel_reason": "مدرس بیمار است"})
        calls = call_list(work, workshop["id"])
        assert ({call.why for call in calls}, len(calls), calls[0].mobile[:4]) == ({"cancelled"}, 4, "0900")
    person = people[1]
    assert "workshop_cancelled" in _codes(office, lambda work: enroll(work, workshop["id"], [person]))


def test_the_first_session_begins_the_workshop_and_taking_it_back_ends_that_too(office: OfficeFile) -> None:
    with office.write() as work:
        workshop = add_workshop(work)
        person = add_person(work)["id"]
        enroll(work, workshop["id"], [person])
        step_record(work, "workshop", workshop["id"], "open", {})
        session = plan_sessions(work, workshop["id"])[0]
    with office.write() as work:
        record_attendance(work, session["id"], {person: "present"})
        tx = work.tx
        begun = work.get("workshop", workshop["id"])
        assert begun is not None
        assert (begun["status"], numeric_ascii(begun["status_on"])) == ("running", "1404/06/01")
        assert step_record(work, "workshop", workshop["id"], "running", {})["status"] == "running"
        steps = [e["to_status"] for e in work.find("workshop_event", workshop_id=workshop["id"])]
        assert steps == ["planned", "open", "running"]
    with office.write() as work:
        undo(work, tx)
        back = work.get("workshop", workshop["id"])
        assert back is not None
        assert (back["status"], work.find("attendance")) == ("open", [])


def test_a_sheet_is_refused_whole_for_one_wrong_mark(office: OfficeFile) -> None:
    with office.write() as work:
        workshop = add_workshop(work)
        person = add_person(work)["id"]
        session = plan_sessions(work, workshop["id"])[0]
    wrong = {person: "present", "nobody": "present"}
    assert _codes(office, lambda work: record_attendance(work, session["id"], wrong)) == {"unknown_record"}
    assert _codes(office, lambda work: record_attendance(work, session["id"], {person: "شاید"})) == {"unknown_code"}
    with office.read() as rows:
        assert rows.find("attendance") == []


def _reported(work: UnitOfWork, people: list[str]) -> Row:
    workshop = add_workshop(work, sessions_planned=1, type="vocational")
    enroll(work, workshop["id"], people)
    step_record(work, "workshop", workshop["id"], "open", {})
    session = plan_sessions(work, workshop["id"])[0]
    record_attendance(work, session["id"], dict.fromkeys(people, "present"))
    step_record(work, "workshop", workshop["id"], "held", {})
    add_evaluation(work, workshop["id"])
    return step_record(work, "workshop", workshop["id"], "reported", {})


def test_a_reported_workshop_is_closed_until_the_manager_opens_it_and_a_certificate_may_then_be_void(
    office: OfficeFile,
) -> None:
    with office.write() as work:
        people = [add_person(work)["id"] for _ in range(2)]
        workshop = _reported(work, people)
        given = issue_certificates(work, workshop["id"])
        mark = work.find("attendance", person_id=people[0])[0]["id"]
        session = work.find("workshop_session", workshop_id=workshop["id"])[0]["id"]
    assert _codes(office, lambda work: issue_certificates(work, workshop["id"])) == {"nobody_to_certify"}
    locked = {"workshop_reported"}
    assert _codes(office, lambda work: change_record(work, "attendance", mark, {"state": "absent"})) == locked
    assert _codes(office, lambda work: delete_record(work, "attendance", mark)) == locked
    assert _codes(office, lambda work: delete_record(work, "workshop_session", session)) == locked
    assert _codes(office, lambda work: record_attendance(work, session, {people[0]: "absent"})) == locked
    assert locked <= _codes(
        office, lambda work: change_record(work, "workshop", workshop["id"], {"min_attend_share": 0.5})
    )
    assert _codes(office, lambda work: step_record(work, "workshop", workshop["id"], "held", {})) == {"required"}
    with office.write() as work:
        step_record(work, "workshop", workshop["id"], "held", {"note": "حضور یک نفر نادرست بود"})
        change_record(work, "attendance", mark, {"state": "absent"})
        step_record(work, "workshop", workshop["id"], "reported", {})
        assert [c["person_id"] for c in work.find("certificate")] == [people[1]]
        assert verify_certificate(work, f"{given[0]['number']} 1234-5678").state == "withdrawn"


def test_two_files_of_one_person_keep_one_certificate_and_one_follow_up_and_part_again(office: OfficeFile) -> None:
    with office.write() as work:
        keep, gone = (add_person(work)["id"] for _ in range(2))
        workshop = _reported(work, [keep, gone])
        issue_certificates(work, workshop["id"])
        assert {"certificate", "workshop"} <= {one.what for one in life_story(work, keep)}
        merged = merge(work, keep, gone, {})
        for kind in ("certificate", "outcome_followup", "workshop_enrollment", "attendance"):
            assert [row["person_id"] for row in work.find(kind)] == [keep], kind
        unmerge(work, merged["id"])
        assert {row["person_id"] for row in work.find("certificate")} == {keep, gone}


def test_residents_are_found_by_what_they_wish_for_and_are_and_clashes_are_told(office: OfficeFile) -> None:
    with office.write() as work:
        tailor = add_person(work, interests=["home_jobs"], skills=["خیاطی زنانه"], birth_date="1370")["id"]
        busy = add_person(work, interests=["home_jobs"], birth_date="1365")["id"]
        add_person(work, interests=["literacy"], birth_date="1340")
        add_person(work, sex="male", interests=["home_jobs"], birth_date="1370")
        sewing = add_workshop(
            work, title="خیاطی", type="home_jobs", sex_restriction="women", planned_start="1404/06/16"
        )
        other = add_workshop(work, title="فرزندپروری", planned_start="1404/06/16", place="سالن دفتر")
        for workshop, hour in ((sewing, "9:00"), (other, "10:30")):
            day = {"workshop_id": workshop["id"], "no": 1, "date": "1404/06/16", "start": hour}
            add_record(work, "workshop_session", day)
        enroll(work, other["id"], [busy])
        found = candidates(work, sewing["id"], Wanted(interests=("home_jobs",)))
        assert {one.person_id: one.busy for one in found} == {tailor: "", busy: "فرزندپروری"}
        assert [c.person_id for c in candidates(work, sewing["id"], Wanted(skills=("خياطي",)))] == [tailor]
        assert [c.person_id for c in candidates(work, sewing["id"], Wanted(interests=("home_jobs",), oldest=36))] == [
            tailor
        ]
        assert len(candidates(work, sewing["id"], Wanted(women_heads=True))) == 3
        doubts = KINDS["workshop_enrollment"].doubts
        values = {"workshop_id": sewing["id"], "person_id": busy, "status": "enrolled"}
        assert [doubt.code for doubt in doubts(values, work)] == ["person_busy"]
        assert list(doubts({**values, "person_id": tailor}, work)) == []
        enroll(work, sewing["id"], [tailor])
        assert [c.place for c in candidates(work, sewing["id"], Wanted(skills=("خیاطی",)))] == ["enrolled"]
        change_record(work, "workshop", other["id"], {"place": "خانهٔ محله"})
        fewer = list(KINDS["workshop"].doubts({**sewing, "capacity": 0}, work))
        assert [(doubt.field, doubt.code, doubt.facts["n"]) for doubt in fewer] == [
            ("capacity", "capacity_below_seated", 1)
        ]
        session = work.find("workshop_session", workshop_id=sewing["id"])[0]
        assert [doubt.code for doubt in KINDS["workshop_session"].doubts(session, work)] == ["place_busy"]

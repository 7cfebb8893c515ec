"""What is asked for today: each sort with its reason, in the order of urgency and age."""

from __future__ import annotations

import pytest

from desktop.domain.record import Row
from desktop.services.records import add_record, change_record, step_record
from desktop.services.session_planning import plan_sessions
from desktop.services.worklist import (
    DUE,
    NEXT_ACTION,
    OVERDUE,
    PROMISE,
    SESSION,
    UNANSWERED,
)
from desktop.services.worklist_deeds import finish_action
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    add_household,
    add_workshop,
    agency,
    neighborhood,
)
from tests.fakes import FakeClock
from tests.services.worklist.lists import (
    answer,
    do,
    let_in,
    look,
    need_of,
    refer,
    said,
    sorts,
    visit_of,
)


def test_a_need_is_due_on_its_day_and_overdue_on_the_next(office: OfficeFile, clock: FakeClock) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    need_of(office, noted_on="1404/06/15", urgency="first")
    assert sorts(office) == []
    clock.pass_time(days=7)
    assert sorts(office) == [DUE]
    clock.pass_time(days=1)
    assert [(task.item.sort, task.days) for task in said(office)] == [(OVERDUE, 1)]


@pytest.mark.parametrize("end", ["met", "closed"])
def test_a_finished_need_asks_for_nothing(office: OfficeFile, end: str) -> None:
    need = need_of(office, due_on="1404/06/10")
    do(office, lambda work: step_record(work, "need", need["id"], "in_progress", {"note": "پیگیری تلفنی"}))
    assert sorts(office) == [OVERDUE]
    given = {"resident_confirmed": True} if end == "met" else {"close_reason": "withdrawn"}
    do(office, lambda work: step_record(work, "need", need["id"], end, given))
    assert sorts(office) == []


def test_a_deleted_need_takes_its_letters_and_promises_along(office: OfficeFile, clock: FakeClock) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    need = need_of(office, due_on="1404/06/10")
    refer(office, need)
    clock.pass_time(days=10)
    assert sorted(sorts(office)) == [OVERDUE, UNANSWERED]
    do(office, lambda work: work.delete("need", need["id"]))
    assert sorts(office) == []


def test_a_letter_is_unanswered_once_its_answer_is_late(office: OfficeFile, clock: FakeClock) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    referral = refer(office, need_of(office))
    clock.pass_time(days=2)  # ۱۴۰۴/۰۶/۱۷: the fifteenth day
    assert sorts(office) == []
    clock.pass_time(days=1)
    task = said(office, UNANSWERED)[0]
    assert (task.days, task.age) == (1, 16)
    assert task.agency.startswith("آموزش و پرورش")
    answer(office, referral, "1404/06/18", "acknowledged")
    assert sorts(office) == [UNANSWERED]
    answer(office, referral, "1404/06/18", "in_progress")
    assert sorts(office) == []


def test_a_letter_that_was_taken_back_waits_for_nothing(office: OfficeFile, clock: FakeClock) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    referral = refer(office, need_of(office))
    clock.pass_time(days=20)
    do(office, lambda work: change_record(work, "referral", referral["id"], {"status": "expired"}))
    assert sorts(office) == [UNANSWERED]  # that its time is over is no answer
    do(office, lambda work: change_record(work, "referral", referral["id"], {"status": "withdrawn"}))
    assert sorts(office) == []


def test_a_promise_that_passed_is_told_until_the_agency_says_something_else(
    office: OfficeFile, clock: FakeClock
) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    referral = refer(office, need_of(office))
    answer(office, referral, "1404/06/10", "accepted", "1404/06/15")
    assert sorts(office) == []  # the day itself has not passed
    clock.pass_time(days=1)
    assert sorts(office) == [PROMISE]
    answer(office, referral, "1404/06/16", "acknowledged")
    assert sorts(office) == [PROMISE]
    answer(office, referral, "1404/06/16", "in_progress", "1404/06/20")
    assert sorts(office) == []
    clock.pass_time(days=5)
    assert [(task.item.sort, task.days) for task in said(office)] == [(PROMISE, 1)]


def test_a_promise_for_a_need_that_was_met_is_forgotten(office: OfficeFile, clock: FakeClock) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    need = need_of(office)
    answer(office, refer(office, need), "1404/06/10", "accepted", "1404/06/12")
    do(office, lambda work: step_record(work, "need", need["id"], "answered", {}))
    assert sorts(office) == [PROMISE]
    do(office, lambda work: step_record(work, "need", need["id"], "met", {"resident_confirmed": True}))
    assert sorts(office) == []


def test_the_next_action_of_a_visit_stands_from_its_day_until_it_is_done(office: OfficeFile, clock: FakeClock) -> None:
    visit = visit_of(office, need_of(office, owner_staff_id=office.actor.staff_id), next_action_on="1404/06/16")
    assert sorts(office) == []
    clock.pass_time(days=1)
    task = said(office, NEXT_ACTION)[0]
    assert (task.days, task.visit_type, task.opens) == (0, "follow_up", "visit")
    assert task.whom == "مریم رنجبری"
    do(office, lambda work: finish_action(work, visit["id"]))
    assert sorts(office) == []


def test_the_sessions_of_today_come_first_by_their_hour(office: OfficeFile, clock: FakeClock) -> None:
    need_of(office, urgency="first")

    def act(work: UnitOfWork) -> None:
        workshop = add_workshop(work, place="خانهٔ محله", planned_start="1404/06/15", planned_end="1404/07/05")
        plan_sessions(work, workshop["id"])
        later = add_workshop(work, title="خیاطی", planned_start="1404/06/15", planned_end="1404/07/05")
        plan_sessions(work, later["id"])
        for hour, one in ((14, later), (9, workshop)):
            session = work.find("workshop_session", workshop_id=one["id"], no=1)[0]
            change_record(work, "workshop_session", session["id"], {"start": f"{hour}:00", "end": f"{hour + 1}:00"})

    do(office, act)
    shown = said(office)
    assert [(task.item.sort, task.at) for task in shown] == [(SESSION, "09:00"), (SESSION, "14:00"), (OVERDUE, "")]
    clock.pass_time(days=1)
    assert SESSION not in sorts(office)


def test_a_cancelled_workshop_has_no_session_today(office: OfficeFile) -> None:
    def act(work: UnitOfWork) -> None:
        workshop = add_workshop(work, planned_start="1404/06/15", planned_end="1404/07/05")
        plan_sessions(work, workshop["id"])
        step_record(work, "workshop", workshop["id"], "cancelled", {"cancel_reason": "نبود مدرس"})

    do(office, act)
    assert sorts(office) == []


def test_the_order_is_urgency_and_then_the_age_of_the_need(office: OfficeFile) -> None:
    """G-29: who somebody is, how late a thing is and what was done about it change no place."""
    given = [("normal", "1404/02/01"), ("second", "1404/05/01"), ("first", "1404/06/05"), ("normal", "1404/01/10")]
    for urgency, noted_on in given:
        need_of(office, urgency=urgency, noted_on=noted_on, due_on="1404/06/14")
    need_of(office, urgency="first", noted_on="1404/06/04", due_on="1404/06/15")
    shown = said(office)
    with office.read() as rows:
        noted = {row["id"]: row["noted_on"] for row in rows.find("need")}
    assert [task.urgency for task in shown] == ["first", "first", "second", "normal", "normal"]
    days = [noted[task.open_id] for task in shown]
    assert days[:2] == sorted(days[:2])
    assert days[3:] == sorted(days[3:])


def test_a_letter_stands_where_its_need_stands(office: OfficeFile, clock: FakeClock) -> None:
    old, young = need_of(office, noted_on="1404/05/01"), need_of(office, noted_on="1404/05/02")
    refer(office, young, "1404/05/03")
    refer(office, old, "1404/05/20")
    clock.pass_time(days=1)
    shown = said(office, UNANSWERED)
    assert [task.open_id for task in shown] == [old["id"], young["id"]]
    assert [task.age for task in shown] == [27, 44]


def test_the_dark_lane_of_scenario_six_is_red_on_its_eighth_day(office: OfficeFile, clock: FakeClock) -> None:
    """Of the first urgency, noted on ۱۴۰۴/۰۶/۱۰, due on ۰۶/۱۷ and late on ۰۶/۱۸."""
    clock.pass_time(days=-5)

    def act(work: UnitOfWork) -> Row:
        given = {
            "scope": "neighborhood",
            "neighborhood_id": neighborhood(work, "چشمه‌سار"),
            "supporters_count": 23,
            "field": "civil_physical",
            "subject": "خاموشی چراغ‌های معبر",
            "urgency": "first",
            "source": "meeting",
        }
        need = add_record(work, "need", {**given, "owner_staff_id": work.actor.staff_id})
        for code in ("power", "municipality"):
            add_record(work, "referral", {"need_id": need["id"], "agency_id": agency(work, code), "mode": "letter"})
        return step_record(work, "need", need["id"], "referred", {"main_agency_id": agency(work, "municipality")})

    need = do(office, act)
    assert str(need["due_on"]) == "2025-09-08"
    for day in range(1, 9):
        clock.pass_time(days=1)
        assert sorts(office) == ([] if day < 7 else [DUE] if day == 7 else [OVERDUE])
    task = said(office)[0]
    assert (task.title, task.whom, task.days, task.urgency) == ("خاموشی چراغ‌های معبر", "چشمه‌سار", 1, "first")
    assert look(office).chosen(everybody=False)[0].record_id == need["id"]


def test_a_household_without_people_is_named_too(office: OfficeFile) -> None:
    def act(work: UnitOfWork) -> Row:
        home = add_household(work)
        given = {"scope": "household", "household_id": home["id"], "field": "health", "subject": "بیمهٔ درمان"}
        return add_record(work, "need", {**given, "noted_on": "1404/06/01", "due_on": "1404/06/10"})

    do(office, act)
    assert said(office)[0].whom

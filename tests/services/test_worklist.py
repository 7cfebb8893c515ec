"""«کارهای امروز»: each sort comes and goes for its reason, finds whoever is to do it, and is put off with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.erasure import FORGOTTEN, erase_person
from desktop.services.records import add_record, change_record, delete_record, step_record
from desktop.services.session_planning import plan_sessions
from desktop.services.undo import undo
from desktop.services.worklist import (
    DUE,
    NEXT_ACTION,
    OVERDUE,
    PROMISE,
    PUT_OFF,
    SESSION,
    UNANSWERED,
    UNOWNED,
    Worklist,
    worklist,
)
from desktop.services.worklist_deeds import bring_back, colleagues, finish_action, give, put_off, suited
from desktop.services.worklist_page import Task, tasks
from desktop.store.office_file import OfficeFile, OfficeFolder, open_office
from desktop.store.unit_of_work import Actor, UnitOfWork
from tests.factories import (
    PASSWORD,
    USER,
    add_colleague,
    add_household,
    add_need,
    add_person,
    add_workshop,
    agency,
    make_office,
    neighborhood,
)
from tests.fakes import FakeClock

Act = Callable[[UnitOfWork], Any]


@pytest.fixture
def clock() -> FakeClock:
    """Stands on ۱۴۰۴/۰۶/۱۵ until it is moved."""
    return FakeClock()


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office that nobody has worked in yet; each test works in a copy."""
    folder = tmp_path_factory.mktemp("founded") / "office"
    make_office(folder).close()
    return folder


@pytest.fixture
def office(founded: Path, tmp_path: Path, clock: FakeClock) -> Iterator[OfficeFile]:
    made = open_office(OfficeFolder(copytree(founded, tmp_path / "office")), USER, PASSWORD, clock=clock)
    yield made
    made.close()


def do(office: OfficeFile, act: Act) -> Any:
    with office.write() as work:
        return act(work)


def look(office: OfficeFile, actor: Actor | None = None) -> Worklist:
    with office.read() as rows:
        return worklist(rows, actor or office.actor)


def said(office: OfficeFile, sort: str = "", actor: Actor | None = None) -> list[Task]:
    """What the whole office's list says."""
    found = look(office, actor).chosen(sort, everybody=True)
    with office.read() as rows:
        return [task for task in tasks(rows, found) if task is not None]


def sorts(office: OfficeFile, actor: Actor | None = None) -> list[str]:
    return [item.sort for item in look(office, actor).chosen(everybody=True)]


def need_of(office: OfficeFile, **changes: Any) -> Row:
    """A need noted on ۱۴۰۴/۰۶/۰۱ of somebody of their own."""
    given = {"noted_on": "1404/06/01", **changes}
    made: Row = do(office, lambda work: add_need(work, add_person(work, **_somebody(work)), **given))
    return made


def _somebody(work: UnitOfWork) -> dict[str, Any]:
    names = ("مریم", "زهرا", "لیلا", "ستایش", "پریسا", "آرزو", "سمیه", "گلنار", "شیرین", "ژاله")
    number = len(work.find("person"))
    return {"first_name": names[number % 10], "birth_date": str(1340 + number)}


def refer(office: OfficeFile, need: Row, sent_on: str = "1404/06/02", code: str = "education") -> Row:
    def act(work: UnitOfWork) -> Row:
        given = {"agency_id": agency(work, code), "sent_on": sent_on}
        step_record(work, "need", need["id"], "referred", given)
        return work.find("referral", need_id=need["id"])[-1]

    made: Row = do(office, act)
    return made


def answer(office: OfficeFile, referral: Row, on: str, kind: str, promised_on: str | None = None) -> Row:
    given = {"referral_id": referral["id"], "received_on": on, "type": kind, "promised_on": promised_on}
    made: Row = do(office, lambda work: add_record(work, "agency_response", given))
    return made


def visit_of(office: OfficeFile, need: Row | None = None, **changes: Any) -> Row:
    def act(work: UnitOfWork) -> Row:
        whom = {"need_id": need["id"], "person_id": need["person_id"]} if need else {}
        given = {"type": "follow_up", "subject": "education", "date": "1404/06/10", "next_action_on": "1404/06/15"}
        return add_record(work, "visit", {**given, "staff_id": work.actor.staff_id, **whom, **changes})

    made: Row = do(office, act)
    return made


def actor_of(office: OfficeFile, username: str) -> Actor:
    with office.read() as rows:
        account = rows.find("user_account", username=username)[0]
    return Actor(account["id"], account["staff_id"], username, account["role"])


def let_in(office: OfficeFile, username: str, full_name: str, role: str) -> str:
    """Gives a colleague of the office an account; returns the colleague's id."""
    with office.read() as rows:
        staff_id = str(rows.find("staff_member", full_name=full_name)[0]["id"])

    def act(work: UnitOfWork) -> None:
        add_record(work, "user_account", {"staff_id": staff_id, "username": username, "role": role})

    do(office, act)
    return staff_id


def leaves(office: OfficeFile, staff_id: str, on: date) -> None:
    do(office, lambda work: work.change("staff_member", staff_id, {"end_date": on}))


# Each sort and its reason


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


# The order


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


# Whose it is


def test_a_need_is_in_the_list_of_whoever_follows_it(office: OfficeFile) -> None:
    narges = let_in(office, "narges", "نرگس بامری", "social_worker")
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    need_of(office, field="health", due_on="1404/06/10")
    mine = {name: look(office, actor_of(office, name)).counts(everybody=False)[""] for name in ("narges", "samira")}
    assert mine == {"narges": 1, "samira": 0}
    assert look(office).counts(everybody=False)[""] == 0
    assert look(office).counts(everybody=True)[OVERDUE] == 1
    assert look(office).chosen(everybody=True)[0].owner == narges


def test_what_nobody_follows_belongs_to_its_specialty_and_to_the_manager(office: OfficeFile) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    need = need_of(office, field="education", due_on="1404/06/10")
    do(office, lambda work: work.change("need", need["id"], {"owner_staff_id": None}))
    other = add_colleague(office, "kaveh", "facilitator", "کاوه رستمی")
    do(office, lambda work: work.change("staff_member", other["staff_id"], {"specialty": "legal"}))
    names = ("samira", "kaveh", "hamid")
    mine = {name: look(office, actor_of(office, name)).counts(everybody=False)[""] for name in names}
    assert mine == {"samira": 1, "kaveh": 0, "hamid": 1}


def test_the_needs_of_somebody_who_left_reach_the_manager_before_their_day(office: OfficeFile) -> None:
    samira = let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    need = need_of(office)  # of education, due in two months
    assert sorts(office) == []
    leaves(office, samira, date(2025, 9, 6))
    assert sorts(office) == []  # the last day of work
    leaves(office, samira, date(2025, 9, 5))
    found = look(office)
    assert [(item.sort, item.owner) for item in found.chosen(everybody=False)] == [(UNOWNED, "")]
    assert found.counts(everybody=False)[UNOWNED] == 1
    do(office, lambda work: give(work, need["id"], office.actor.staff_id))
    assert sorts(office) == []


def test_needs_of_a_colleague_without_an_account_are_nobodys(office: OfficeFile) -> None:
    need_of(office)
    assert sorts(office) == [UNOWNED]
    samira = let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    assert sorts(office) == []
    account = actor_of(office, "samira").user_id
    do(office, lambda work: work.change("user_account", account, {"active": False}))
    assert sorts(office) == [UNOWNED]
    assert samira not in [colleague.staff_id for colleague in do(office, colleagues)]


def test_nothing_in_the_office_is_in_nobodys_list(office: OfficeFile, clock: FakeClock) -> None:
    """Whoever left and whatever was left: each thing to do is in the list of somebody at work."""
    samira = let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    narges = let_in(office, "narges", "نرگس بامری", "social_worker")
    fields = ("education", "health", "legal", "economic", "civil_physical", "sport")
    for place, field in enumerate(fields):
        need = need_of(office, field=field, owner_staff_id=(samira, narges, office.actor.staff_id)[place % 3])
        refer(office, need)
        visit_of(office, need, staff_id=(samira, narges)[place % 2])
    legal = {"field": "legal", "planned_start": "1404/06/30", "planned_end": "1404/07/30"}
    do(office, lambda work: plan_sessions(work, add_workshop(work, **legal)["id"]))
    leaves(office, samira, date(2025, 9, 10))
    clock.pass_time(days=15)  # ۱۴۰۴/۰۶/۳۰
    everything = {(i.sort, i.record_id) for i in look(office).chosen(everybody=True)}
    assert {sort for sort, _ in everything} == {UNANSWERED, NEXT_ACTION, SESSION, UNOWNED}
    lists = [look(office, actor_of(office, name)).chosen(everybody=False) for name in ("narges", "hamid")]
    assert {(item.sort, item.record_id) for one in lists for item in one} == everything


def test_a_session_is_of_whoever_knows_its_field(office: OfficeFile) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    let_in(office, "narges", "نرگس بامری", "social_worker")

    def act(work: UnitOfWork) -> None:
        for field in ("social", "education", "legal"):
            workshop = add_workshop(work, field=field, planned_start="1404/06/15", planned_end="1404/07/05")
            plan_sessions(work, workshop["id"])

    do(office, act)
    names = ("samira", "narges", "hamid")
    mine = {name: look(office, actor_of(office, name)).counts(everybody=False)[SESSION] for name in names}
    assert mine == {"samira": 1, "narges": 1, "hamid": 1}


def test_a_need_is_given_only_to_somebody_at_work(office: OfficeFile) -> None:
    need = need_of(office)
    narges = let_in(office, "narges", "نرگس بامری", "social_worker")
    shown = do(office, colleagues)
    assert [colleague.name for colleague in shown] == ["حمید یزدان‌پناه", "نرگس بامری"]
    leaves(office, narges, date(2025, 9, 1))
    with pytest.raises(RefusedError) as refused:
        do(office, lambda work: give(work, need["id"], narges))
    assert [problem.code for problem in refused.value.problems] == ["not_at_work"]


def test_the_colleague_of_the_specialty_is_offered_first(office: OfficeFile) -> None:
    let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    let_in(office, "narges", "نرگس بامری", "social_worker")
    shown = suited(do(office, colleagues), "health")
    assert [colleague.name for colleague in shown] == ["نرگس بامری", "حمید یزدان‌پناه", "سمیرا دادخواه"]


def test_who_may_not_read_files_of_people_is_told_the_place_alone(office: OfficeFile) -> None:
    need_of(office, due_on="1404/06/10")
    assert said(office)[0].whom == "مریم رنجبری"
    office.actor = replace(office.actor, role="auditor")
    assert said(office)[0].whom == "گلستان‌آباد"


# Another day


def test_what_was_put_off_is_away_until_its_day_and_comes_back_with_its_reason(
    office: OfficeFile, clock: FakeClock
) -> None:
    need = need_of(office, due_on="1404/06/10")
    given = {"until": "1404/06/18", "reason": "قرار تلفنی با مدرسه"}
    do(office, lambda work: put_off(work, "need", need["id"], given))
    assert sorts(office) == []
    assert look(office).counts(everybody=False)[""] == 0
    waiting = said(office, PUT_OFF)
    assert [(task.reason, str(task.until)) for task in waiting] == [("قرار تلفنی با مدرسه", "2025-09-09")]
    clock.pass_time(days=3)
    back = said(office)
    assert [(task.item.sort, task.reason, task.item.put_off) for task in back] == [(OVERDUE, "قرار تلفنی با مدرسه", "")]
    assert said(office, PUT_OFF) == []


def test_letters_promises_and_actions_are_put_off_each_for_itself(office: OfficeFile, clock: FakeClock) -> None:
    need = need_of(office, due_on="1404/06/10")
    referral = refer(office, need)
    visit = visit_of(office, need)
    second = refer_again(office, need)
    promise = answer(office, second, "1404/06/12", "accepted", "1404/06/14")
    clock.pass_time(days=6)
    assert sorted(sorts(office)) == sorted([OVERDUE, UNANSWERED, NEXT_ACTION, PROMISE])
    given = {"until": "1404/07/01", "reason": "منتظر پاسخ دستگاه"}
    abouts = (("referral", referral), ("visit", visit), ("agency_response", promise), ("need", need))
    for left, (about, row) in enumerate(abouts, 1):
        do(office, partial(put_off, about=about, record_id=row["id"], given=given))
        assert len(sorts(office)) == 4 - left
    assert look(office).counts(everybody=True)[PUT_OFF] == 4


def refer_again(office: OfficeFile, need: Row) -> Row:
    """A second letter for the same need, to another agency."""

    def act(work: UnitOfWork) -> Row:
        given = {"need_id": need["id"], "mode": "letter", "sent_on": "1404/06/05"}
        return add_record(work, "referral", {**given, "agency_id": agency(work, "welfare_org")})

    made: Row = do(office, act)
    return made


def test_putting_off_is_taken_back(office: OfficeFile) -> None:
    need = need_of(office, due_on="1404/06/10")
    with office.write() as work:
        put_off(work, "need", need["id"], {"until": "1404/06/18", "reason": "قرار تلفنی"})
        tx = work.finish().tx
    assert sorts(office) == []
    do(office, lambda work: undo(work, tx))
    assert sorts(office) == [OVERDUE]


def test_what_was_put_off_is_brought_back_by_hand(office: OfficeFile) -> None:
    need = need_of(office, due_on="1404/06/10")
    for until in ("1404/06/18", "1404/06/25"):
        do(office, partial(put_off, about="need", record_id=need["id"], given={"until": until, "reason": "قرار"}))
    do(office, lambda work: bring_back(work, need["id"]))
    assert sorts(office) == [OVERDUE]
    assert said(office)[0].reason == ""


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"until": "1404/06/20"}, ("reason", "required")),
        ({"until": "1404/06/20", "reason": "  "}, ("reason", "required")),
        ({"reason": "قرار تلفنی"}, ("until", "required")),
        ({"until": "1404/06/15", "reason": "قرار تلفنی"}, ("until", "not_later")),
    ],
)
def test_nothing_is_put_off_without_a_later_day_and_a_reason(
    office: OfficeFile, given: dict[str, str], problem: tuple[str, str]
) -> None:
    need = need_of(office, due_on="1404/06/10")
    with pytest.raises(RefusedError) as refused:
        do(office, lambda work: put_off(work, "need", need["id"], given))
    assert problem in {(one.field, one.code) for one in refused.value.problems}


def test_somebody_who_deletes_a_record_while_the_list_is_open_leaves_a_gap_not_a_fault(office: OfficeFile) -> None:
    need_of(office, due_on="1404/06/10")
    visit = visit_of(office)
    found = look(office).chosen(everybody=True)
    do(office, lambda work: delete_record(work, "visit", visit["id"]))
    with office.read() as rows:
        assert [task is None for task in tasks(rows, found)] == [item.sort == NEXT_ACTION for item in found]


def test_what_somebody_put_off_who_has_left_comes_back(office: OfficeFile, clock: FakeClock) -> None:
    samira = let_in(office, "samira", "سمیرا دادخواه", "facilitator")
    need, manager = need_of(office, due_on="1404/06/10"), office.actor
    office.actor = actor_of(office, "samira")
    given = {"until": "1405/06/18", "reason": "سال دیگر"}
    do(office, lambda work: put_off(work, "need", need["id"], given))
    office.actor = manager
    clock.pass_time(days=1)
    assert sorts(office) == []
    leaves(office, samira, date(2025, 9, 6))
    assert [(task.item.sort, task.item.owner, task.reason) for task in said(office)] == [(OVERDUE, "", "سال دیگر")]


def test_whoever_is_forgotten_leaves_no_reason_and_no_name(office: OfficeFile) -> None:
    need = need_of(office, due_on="1404/06/10")
    visit = visit_of(office, need)
    for about, row in (("need", need), ("visit", visit)):
        given = {"until": "1404/06/18", "reason": "مریم رنجبری به شهر دیگری رفته بود"}
        do(office, partial(put_off, about=about, record_id=row["id"], given=given))
    erase_person(office, need["person_id"], "به خواست خود او")
    assert {task.reason for task in said(office, PUT_OFF)} == {FORGOTTEN}
    assert {task.whom for task in said(office, PUT_OFF)} == {"گلستان‌آباد"}
    with office.connection() as connection:
        log = connection.exec_driver_sql("SELECT count(*) FROM change_log WHERE fields LIKE '%شهر دیگری%'").scalar()
    assert log == 0


# Scenario 6


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

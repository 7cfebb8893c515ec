"""What is put off to another day, brought back, or forgotten with whom it is about."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from desktop.domain.problems import RefusedError
from desktop.domain.record import Row
from desktop.services.erasure import FORGOTTEN, erase_person
from desktop.services.records import add_record, delete_record
from desktop.services.undo import undo
from desktop.services.worklist import (
    NEXT_ACTION,
    OVERDUE,
    PROMISE,
    PUT_OFF,
    UNANSWERED,
)
from desktop.services.worklist_deeds import bring_back, put_off
from desktop.services.worklist_page import tasks
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    agency,
)
from tests.fakes import FakeClock
from tests.services.worklist.lists import (
    actor_of,
    answer,
    do,
    leaves,
    let_in,
    look,
    need_of,
    refer,
    said,
    sorts,
    visit_of,
)


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

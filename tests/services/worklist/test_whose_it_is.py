"""In whose list a need, a letter or a session stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.problems import RefusedError
from desktop.services.session_planning import plan_sessions
from desktop.services.worklist import (
    NEXT_ACTION,
    OVERDUE,
    SESSION,
    UNANSWERED,
    UNOWNED,
)
from desktop.services.worklist_deeds import colleagues, give, suited
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from tests.factories import (
    add_colleague,
    add_workshop,
)
from tests.fakes import FakeClock
from tests.services.worklist.lists import (
    actor_of,
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

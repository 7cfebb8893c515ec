"""Sessions by a rule, many people at once, and the waiting list that is called."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.records import change_record
from desktop.services.session_planning import plan_sessions
from desktop.services.workshops import enroll
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.screens.workshops.inviting import InviteDialog
from desktop.ui.screens.workshops.planning import PlanDialog
from desktop.ui.screens.workshops.screen import WorkshopsScreen
from tests.ui.screens.hands import dialogs, enter, open_dialog, press, settle
from tests.ui.screens.made_office import add_workshop, people_of


def show(screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, workshop_id: str) -> None:
    screen.show_record(workshop_id)
    settle(qtbot, operations)


def plan(screen: WorkshopsScreen, operations: Operations, qtbot: QtBot) -> PlanDialog:
    screen.detail.sessions.plan_wanted.emit()
    dialog = open_dialog(qtbot)
    assert isinstance(dialog, PlanDialog)
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    settle(qtbot, operations)
    return dialog


def invite(screen: WorkshopsScreen, operations: Operations, qtbot: QtBot) -> InviteDialog:
    screen.detail.people.invite.click()
    qtbot.waitUntil(lambda: bool(dialogs()))
    dialog = dialogs()[0]
    assert isinstance(dialog, InviteDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    settle(qtbot, operations)
    dialog.table.setFocus()
    return dialog


def test_the_rule_is_seen_before_it_is_written_and_leaves_holidays_out(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.write() as work:
        times = {"planned_start": "1404/08/19", "planned_end": "1404/10/30", "sessions_planned": 4}
        fresh = add_workshop(work, title="سواد رسانه", **times)
    show(screen, operations, qtbot, fresh)
    dialog = plan(screen, operations, qtbot)
    assert [session.on for session in dialog.sessions] == [
        dt.date(2025, 11, 10), dt.date(2025, 11, 17), dt.date(2025, 12, 1), dt.date(2025, 12, 8)
    ]  # fmt: skip
    assert "۱۴۰۴/۰۹/۰۳ شهادت فاطمه زهرا (س)" in dialog.left_out.text()
    dialog.preview.setFocus()
    dialog.preview.select_row(1)
    press("+")
    assert dialog.sessions[1].on == dt.date(2025, 11, 18)
    dialog.preview.select_row(3)
    enter(qtbot, Qt.Key.Key_Delete)
    assert dialog.count.text() == "۳ جلسه"
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert not dialogs()
    with office.read() as rows:
        made = rows.find("workshop_session", workshop_id=fresh)
    assert [(s["no"], s["date"]) for s in made] == [
        (1, dt.date(2025, 11, 10)), (2, dt.date(2025, 11, 18)), (3, dt.date(2025, 12, 1))
    ]  # fmt: skip


def test_the_preview_follows_the_rule_as_it_is_typed(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.write() as work:
        fresh = add_workshop(work, title="سواد رسانه", planned_start="1404/07/05", planned_end="1404/10/30")
    show(screen, operations, qtbot, fresh)
    dialog = plan(screen, operations, qtbot)
    assert len(dialog.sessions) == 4
    dialog.form.field("weekdays").set_value(["0", "2"])
    dialog.form.field("count").set_value(6)
    dialog.form.field("start").set_value(dt.time(9))
    dialog.form.field("end").set_value(dt.time(11))
    dialog._look()
    settle(qtbot, operations)
    assert [session.on.weekday() for session in dialog.sessions] == [5, 0, 5, 0, 5, 0]
    assert {(session.start, session.end) for session in dialog.sessions} == {(dt.time(9), dt.time(11))}
    dialog.may_close = lambda: True
    dialog.reject()


def test_many_are_enrolled_from_the_list_and_the_last_ones_wait(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.write() as work:
        fresh = add_workshop(work, title="خیاطی خانگی", type="home_jobs", capacity=3)
    show(screen, operations, qtbot, fresh)
    dialog = invite(screen, operations, qtbot)
    assert dialog.count.text() == "۲۶ نفر"
    for _ in range(5):
        enter(qtbot, Qt.Key.Key_Space)
    assert dialog.sum.text() == "۵ نفر نشان‌شده · ۳ جای خالی · ۲ نفر در نوبت می‌ماند"
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert not dialogs()
    with office.read() as rows:
        places = rows.find("workshop_enrollment", workshop_id=fresh)
    assert [place["status"] for place in places] == ["enrolled"] * 3 + ["waiting"] * 2
    assert [place["waiting_rank"] for place in places[3:]] == [1, 2]


def test_the_list_is_narrowed_by_interest_skill_and_age(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.write() as work:
        fresh = add_workshop(work, title="خیاطی خانگی", type="home_jobs")
        first, second = people_of(work)[4:6]
        change_record(work, "person", first, {"interests": ["home_jobs"], "skills": ["خیاطی"]})
        change_record(work, "person", second, {"skills": ["خیاطی"]})
    show(screen, operations, qtbot, fresh)
    dialog = invite(screen, operations, qtbot)
    assert list(dialog.table.lazy_model.ids()) == [first]  # who likes the sort of workshop comes first to mind
    dialog.interest.setCurrentIndex(0)
    dialog.search.setFocus()
    press("خياطي")
    qtbot.waitUntil(lambda: set(dialog.table.lazy_model.ids()) == {first, second})
    ages = sorted(one.age or 0 for one in dialog._by_id.values())
    dialog.oldest.setFocus()
    press(str(ages[0]))
    qtbot.waitUntil(lambda: len(dialog.table.lazy_model.ids()) == 1)
    dialog.heads.chips()[0].click()
    settle(qtbot, operations)
    assert len(dialog.table.lazy_model.ids()) == 1  # all of this office are women who live alone
    dialog.reject()


def test_who_has_another_workshop_at_that_time_is_told(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    with office.write() as work:
        times = {"planned_start": "1404/07/05", "planned_end": "1404/10/30"}
        fresh, other = add_workshop(work, title="خیاطی", **times), add_workshop(work, title="سواد رسانه", **times)
        plan_sessions(work, fresh)
        plan_sessions(work, other)
        busy = people_of(work)[0]
        enroll(work, other, [busy])
    show(screen, operations, qtbot, fresh)
    dialog = invite(screen, operations, qtbot)
    found = {one.person_id: one.busy for one in dialog._by_id.values()}
    assert {person for person, title in found.items() if title} == {busy}
    assert found[busy] == "سواد رسانه"
    dialog.table.select_id(busy)
    enter(qtbot, Qt.Key.Key_Space)
    assert "۱ نفر همزمان کارگاه دیگری دارد" in dialog.sum.text()
    dialog.reject()


def test_who_got_a_place_from_the_waiting_list_is_called_and_noted(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    show(screen, operations, qtbot, workshop_id)
    people = screen.detail.people
    screen.detail.show_tab(people)
    assert people.promoted.isHidden()
    people.table.select_row(0)
    people.withdraw.click()
    settle(qtbot, operations)
    assert not people.promoted.isHidden()
    called = people.untold()
    assert [person.name for person in called] == [people.promoted_names.text().split(" از نوبت")[0]]
    people.told.click()
    settle(qtbot, operations)
    assert people.promoted.isHidden()
    with office.read() as rows:
        told = rows.get("workshop_enrollment", called[0].enrollment_id)
    assert told is not None
    assert told["told_on"] is not None
    assert QApplication.focusWidget() is not None


def test_the_next_step_says_what_it_lacks_before_it_is_tried(
    screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    show(screen, operations, qtbot, workshop_id)
    assert screen.detail.missing.text() == "«پایان کارگاه» هنوز این را می‌خواهد: وضع برگزاری همهٔ جلسه‌ها را روشن کنید."
    assert not screen.detail.missing.isHidden()

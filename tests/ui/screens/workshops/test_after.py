"""What comes of a workshop, by keys: a pile of forms, the evaluation, certificates, outcomes ninety days later."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.certificate_check import code_of
from desktop.services.records import add_record, step_record
from desktop.services.session_planning import plan_sessions
from desktop.services.workshop_after import follow_ups
from desktop.services.workshops import enroll, record_attendance
from desktop.store.office_file import OfficeFile
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.operations import Operations
from desktop.ui.screens.workshops.screen import WorkshopsScreen
from tests.ui.screens.hands import dialogs, enter, open_dialog, press, settle
from tests.ui.screens.made_office import add_workshop, people_of


def reported_workshop(work: UnitOfWork) -> str:
    """«خیاطی خانگی» of three sessions for ten people, of whom two never came, reported months ago."""
    made = add_workshop(
        work, title="خیاطی خانگی", type="home_jobs", planned_start="1404/03/03", planned_end="1404/03/17",
        sessions_planned=3, hours_per_session=3,
    )  # fmt: skip
    plan_sessions(work, made)
    people = people_of(work)[:10]
    enroll(work, made, people)
    step_record(work, "workshop", made, "open", {})
    for session in work.find("workshop_session", workshop_id=made):
        marks = {person: "absent" if place % 5 == 0 else "present" for place, person in enumerate(people)}
        record_attendance(work, session["id"], marks)
    step_record(work, "workshop", made, "held", {})
    criteria = [{"name": "مدرس", "weight": 1, "score": 4}]
    judged = {"target_type": "workshop", "target_id": made, "period": "خرداد ۱۴۰۴", "evaluator": "نرگس بامری"}
    add_record(work, "evaluation", {**judged, "criteria": criteria})
    step_record(work, "workshop", made, "reported", {})
    return made


@pytest.fixture
def over(screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot) -> str:
    with office.write() as work:
        made = reported_workshop(work)
    screen.reload()
    screen.show_record(made)
    settle(qtbot, operations)
    return made


def texts(table: Any, row: int) -> list[str]:
    model = table.lazy_model
    return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]


def test_a_pile_of_forms_is_typed_in_one_line_and_stored_without_names(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    screen.show_record(workshop_id)
    settle(qtbot, operations)
    tab = screen.detail.satisfaction
    screen.detail.show_tab(tab)
    assert QApplication.focusWidget() is tab.pile.line
    press("۵ ۴ 35")
    assert tab.pile.echo.text() == "۴ برگه، میانگین ۴٫۲۵"
    enter(qtbot)
    settle(qtbot, operations)
    assert tab.mean.text() == "۴٫۲۵"
    assert tab.note.text() == "میانگین ۴ برگه؛ تا ۱۰ برگه در گزارش نمی‌آید."
    assert tab.counts[5].text() == "۲"
    with office.read() as rows:
        forms = rows.find("satisfaction_form", workshop_id=workshop_id)
        commits = rows.query("SELECT count(DISTINCT tx) AS n FROM change_log WHERE kind = 'satisfaction_form'")
    assert sorted(form["score"] for form in forms) == [3, 4, 5, 5]
    assert commits[0]["n"] == 1
    assert not tab.is_dirty()


@pytest.mark.parametrize("typed", ["5 6", "۴ ۰", "5 خوب"])
def test_what_is_no_score_is_refused_where_it_is_typed(
    screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, workshop_id: str, typed: str
) -> None:
    screen.show_record(workshop_id)
    settle(qtbot, operations)
    screen.detail.show_tab(screen.detail.satisfaction)
    press(typed)
    enter(qtbot)
    assert "از ۱ تا ۵" in screen.detail.satisfaction.pile.problem.text()
    screen.detail.forget()


def test_the_evaluation_begins_with_its_criteria_and_shows_the_total_while_it_is_scored(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    screen.show_record(workshop_id)
    settle(qtbot, operations)
    screen.detail.satisfaction.evaluate.click()
    dialog = open_dialog(qtbot)
    criteria: Any = dialog.form.field("criteria")
    assert [row["weight"] for row in criteria.value()] == [30, 20, 20, 20, 10] or len(criteria.value()) == 5
    for row, score in zip(criteria.rows, ("5", "4", "4", "3", "2"), strict=False):
        row.editors()[2].setFocus()
        press(score)
    assert dialog.frame.hint.text() == "امتیاز کل تا اینجا: ۳٫۹۰ از ۵"
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert not dialogs()
    with office.read() as rows:
        assert [row["total"] for row in rows.find("evaluation", target_id=workshop_id)] == [3.9]


def test_certificates_are_issued_to_who_completed_and_told_true_by_their_number(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, over: str
) -> None:
    tab = screen.detail.certificates
    screen.detail.show_tab(tab)
    assert tab.count.text() == "۰ گواهی برای ۸ تکمیل‌کرده"
    tab.issue.click()
    settle(qtbot, operations)
    assert tab.count.text() == "۸ گواهی برای ۸ تکمیل‌کرده"
    assert not tab.issue.isEnabled()
    with office.read() as rows:
        issued = rows.find("certificate", workshop_id=over)
    assert {one["hours"] for one in issued} == {9.0}
    tab.number.setFocus()
    press(f"{issued[0]['number']} {code_of(issued[0])}")
    enter(qtbot)
    settle(qtbot, operations)
    assert tab.answer.text().startswith("درست است: ")
    assert "«خیاطی خانگی»، ۹ ساعت" in tab.answer.text()
    tab.number.clear()
    press(issued[0]["number"])
    enter(qtbot)
    settle(qtbot, operations)
    assert "کد برگه نوشته نشده" in tab.answer.text()
    tab.number.clear()
    press("سب-۰۵/۱۴۰۴/گو/۹۹۹۹")
    enter(qtbot)
    settle(qtbot, operations)
    assert tab.answer.text() == "گواهی‌ای با این شماره در فهرست دفتر نیست."


def test_outcomes_are_noted_with_one_key_each_and_taken_back(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, over: str
) -> None:
    screen.detail.show_tab(screen.detail.followups)
    table = screen.detail.followups.table
    assert QApplication.focusWidget() is table
    for key in "1۱۵۰":
        press(key)
        settle(qtbot, operations)
    with office.read() as rows:
        found = follow_ups(rows, workshop_id=over)
    assert [one.outcome for one in found[:5]] == ["home_business", "home_business", "no_change", "not_reached", ""]
    told = screen.detail.followups.count.text()
    assert told == "۴ از ۸ پرسیده شد، ۲ با پیامد مثبت، ۱ در دسترس نبود"
    assert texts(table, 0)[-1] == "شروع شغل خانگی"
    table.select_row(0)
    enter(qtbot, Qt.Key.Key_Backspace)
    settle(qtbot, operations)
    with office.read() as rows:
        assert follow_ups(rows, workshop_id=over)[0].outcome == ""


def test_all_who_are_due_stand_in_one_list_that_gets_shorter(
    screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, over: str
) -> None:
    enter(qtbot, Qt.Key.Key_Escape)
    screen.list_page.setFocus()
    screen.due_list.click()
    settle(qtbot, operations)
    assert screen.stack.currentWidget() is screen.due
    assert screen.due.count.text() == "۸ نفر باید پرسیده شوند"
    assert texts(screen.due.table, 0)[1] == "خیاطی خانگی"
    press("1")
    settle(qtbot, operations)
    assert screen.due.count.text() == "۷ نفر باید پرسیده شوند"
    enter(qtbot, Qt.Key.Key_Escape)
    assert screen.stack.currentWidget() is screen.list_page


def test_a_follow_up_leads_to_its_workshop_and_stands_marked(
    screen: WorkshopsScreen, office: OfficeFile, operations: Operations, qtbot: QtBot, over: str
) -> None:
    with office.read() as rows:
        wanted = follow_ups(rows, workshop_id=over)[3]
    screen._back()
    screen.show_record(wanted.followup_id)
    settle(qtbot, operations)
    assert screen.detail.tabs.currentWidget() is screen.detail.followups
    assert screen.detail.followups.table.current_id() == wanted.followup_id

"""The attendance sheet typed by keys alone."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.screens.workshops.attendance import AttendanceTab
from desktop.ui.screens.workshops.screen import WorkshopsScreen
from desktop.ui.screens.workshops.typed_sheet import STATE_OF_KEY
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import enter, press, settle


@pytest.fixture
def tab(screen: WorkshopsScreen, operations: Operations, qtbot: QtBot, workshop_id: str) -> AttendanceTab:
    screen.show_record(workshop_id)
    settle(qtbot, operations)
    screen.detail.show_tab(screen.detail.attendance)
    return screen.detail.attendance


def stored(office: OfficeFile, workshop_id: str, number: int) -> dict[str, str]:
    with office.read() as rows:
        session = rows.find("workshop_session", workshop_id=workshop_id, no=number)[0]
        return {a["person_id"]: a["state"] for a in rows.find("attendance", session_id=session["id"])}


def test_the_sheet_waits_at_the_first_session_without_marks(tab: AttendanceTab) -> None:
    assert tab.title.text() == "جلسهٔ ۲"
    assert len(tab.sheet.people) == 20
    assert QApplication.focusWidget() is tab.grid
    assert tab.grid.currentIndex().row() == 0


def test_twenty_names_are_typed_by_keys_and_stored_in_one_commit(
    tab: AttendanceTab, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    began = time.monotonic()
    press("حححتحغحححم" + "hh12ph34yl")
    assert tab.sum.text() == "۱۲ حاضر · ۲ تأخیر · ۳ غایب · ۳ موجه"
    press("۲")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert time.monotonic() - began < 60
    marks = stored(office, workshop_id, 2)
    typed = [STATE_OF_KEY[key] for key in "حححتحغحححم" + "hh12ph34yl"]
    assert [marks[person.person_id] for person in tab.sheet.people] == typed
    with office.read() as rows:
        session = rows.find("workshop_session", workshop_id=workshop_id, no=2)[0]
        sql = (
            "SELECT count(DISTINCT tx) AS commits FROM change_log WHERE record_id IN "
            "(SELECT id FROM attendance WHERE session_id = :id)"
        )
        logged = rows.query(sql, id=session["id"])
    assert (session["held"], session["walk_ins"], logged[0]["commits"]) == (True, 2, 1)
    assert not tab.is_dirty()


@pytest.mark.parametrize("keys", ["حتغم", "htgm", "pjyl", "1234", "۱۲۳۴"])
def test_each_layout_has_the_four_marks(tab: AttendanceTab, keys: str) -> None:
    press(keys)
    session = tab.grid.sheet_model.active
    found = [tab.sheet.state(session, person.person_id) for person in tab.sheet.people[:4]]
    assert found == ["present", "late", "absent", "excused"]
    assert tab.grid.currentIndex().row() == 4


def test_space_goes_round_the_marks_and_stays(tab: AttendanceTab, qtbot: QtBot) -> None:
    session, person = tab.grid.sheet_model.active, tab.sheet.people[0].person_id
    seen = []
    for _ in range(5):
        enter(qtbot, Qt.Key.Key_Space)
        seen.append(tab.sheet.state(session, person))
    assert seen == ["present", "late", "absent", "excused", "present"]
    enter(qtbot, Qt.Key.Key_Backspace)
    assert tab.sheet.state(session, person) == ""


def test_the_side_arrows_change_the_session_and_keep_what_was_typed(tab: AttendanceTab, qtbot: QtBot) -> None:
    press("ح")
    enter(qtbot, Qt.Key.Key_Left)
    assert tab.title.text() == "جلسهٔ ۳"
    press("غ")
    enter(qtbot, Qt.Key.Key_Right)
    assert tab.title.text() == "جلسهٔ ۲"
    assert len(tab.sheet.to_save()) == 2


def test_somebody_is_added_by_typing_a_name_and_enrolled_with_the_sheet(
    tab: AttendanceTab, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    known = {person.person_id for person in tab.sheet.people}
    with office.read() as rows:
        enrolled = {e["person_id"] for e in rows.find("workshop_enrollment", workshop_id=workshop_id)}
        guest = next(p for p in rows.find("person") if p["id"] not in known | enrolled)
    tab.adder.setFocus()
    press(f"{guest['first_name']} {guest['last_name']}")
    enter(qtbot)
    assert QApplication.focusWidget() is tab.grid
    assert tab.grid.currentIndex().row() == 20
    press("ح")
    tab.grid.setFocus()
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert len(stored(office, workshop_id, 2)) == 1
    with office.read() as rows:
        people = {e["person_id"] for e in rows.find("workshop_enrollment", workshop_id=workshop_id)}
    assert people > enrolled


def test_the_rest_is_marked_present_at_once(tab: AttendanceTab) -> None:
    press("غ")
    tab._rest_present()
    assert tab.sum.text() == "۱۹ حاضر · ۱ غایب"


def test_unsaved_marks_are_not_left_without_a_question(
    tab: AttendanceTab, screen: WorkshopsScreen, asker: FixedAsker, qtbot: QtBot
) -> None:
    press("ح")
    asker.answers = [False]
    enter(qtbot, Qt.Key.Key_Escape)
    assert asker.asked
    assert screen.stack.currentWidget() is screen.detail
    assert tab.is_dirty()
    asker.answers = [True]
    enter(qtbot, Qt.Key.Key_Escape)
    assert screen.stack.currentWidget() is screen.list_page
    assert not tab.is_dirty()


def test_a_session_to_come_takes_no_marks_and_says_so(
    tab: AttendanceTab,
    office: OfficeFile,
    screen: WorkshopsScreen,
    operations: Operations,
    qtbot: QtBot,
    workshop_id: str,
) -> None:
    with office.write() as work:
        session = work.find("workshop_session", workshop_id=workshop_id, no=4)[0]
        work.change("workshop_session", session["id"], {"date": session["date"].replace(year=2026)})
    screen.reload()
    settle(qtbot, operations)
    tab.open_session(session["id"])
    press("ح")
    assert "هنوز نرسیده است" in tab.problem.text()
    assert not tab.is_dirty()

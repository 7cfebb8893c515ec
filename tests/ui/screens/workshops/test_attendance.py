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


class CountingHands:
    """Presses keys where the cursor is, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot, self.pressed = qtbot, 0

    def type(self, text: str) -> None:
        self.pressed += len(text)
        press(text)

    def key(self, key: Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            self.pressed += 1
            enter(self._qtbot, key)


ABSENT = (3, 8, 15)
MOST_KEYS = 45


def states_after(tab: AttendanceTab, office: OfficeFile, workshop_id: str) -> list[str]:
    marks = stored(office, workshop_id, 2)
    return [marks[person.person_id] for person in tab.sheet.people]


def test_a_sheet_of_twenty_with_three_absent_takes_one_key_a_person(
    tab: AttendanceTab, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    hands = CountingHands(qtbot)
    hands.type("".join("غ" if place in ABSENT else "ح" for place in range(20)))
    hands.key(Qt.Key.Key_F2)
    settle(qtbot, operations)
    wanted = ["absent" if place in ABSENT else "present" for place in range(20)]
    assert states_after(tab, office, workshop_id) == wanted
    assert hands.pressed == 21 <= MOST_KEYS


@pytest.mark.parametrize("rest", ["ب", "f", "b", "*"])
def test_only_the_absent_are_marked_and_the_rest_comes_with_one_key(
    tab: AttendanceTab, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str, rest: str
) -> None:
    hands, at = CountingHands(qtbot), 0
    for place in ABSENT:
        hands.key(Qt.Key.Key_Down, place - at)
        hands.type("غ")
        at = place + 1
    hands.type(rest)
    hands.key(Qt.Key.Key_F2)
    settle(qtbot, operations)
    wanted = ["absent" if place in ABSENT else "present" for place in range(20)]
    assert states_after(tab, office, workshop_id) == wanted
    assert hands.pressed <= 18


def test_the_whole_paper_with_a_guest_and_two_without_a_file_stays_below_forty_five_keys(
    tab: AttendanceTab, office: OfficeFile, operations: Operations, qtbot: QtBot, workshop_id: str
) -> None:
    with office.read() as rows:
        enrolled = {e["person_id"] for e in rows.find("workshop_enrollment", workshop_id=workshop_id)}
        guest = next(p for p in rows.find("person") if p["id"] not in enrolled)
        waiting = [e["id"] for e in rows.find("workshop_enrollment", workshop_id=workshop_id, status="waiting")]
    hands = CountingHands(qtbot)
    hands.type("".join("غ" if place in ABSENT else "ح" for place in range(20)))
    tab.grid.setFocus()
    hands.type("+")
    assert QApplication.focusWidget() is tab.adder
    hands.type(guest["last_name"][:5])
    assert tab.adder.is_open()
    names = [tab.adder._choices(guest["last_name"][:5])]
    place = next(n for n, choice in enumerate(names[0]) if choice[0] == guest["id"])
    hands.key(Qt.Key.Key_Down, place)
    hands.key(Qt.Key.Key_Return)
    hands.type("ح")
    assert QApplication.focusWidget() in tab.walk_ins.editors()
    hands.type("۲")
    hands.key(Qt.Key.Key_F2)
    settle(qtbot, operations)
    assert hands.pressed <= MOST_KEYS
    assert len(waiting) == 2
    with office.read() as rows:
        session = rows.find("workshop_session", workshop_id=workshop_id, no=2)[0]
        marks = rows.find("attendance", session_id=session["id"])
    assert (len(marks), session["walk_ins"], session["held"]) == (21, 2, True)
    assert next(mark["state"] for mark in marks if mark["person_id"] == guest["id"]) == "present"


def test_what_was_typed_is_taken_back_key_by_key_before_it_is_saved(tab: AttendanceTab, qtbot: QtBot) -> None:
    press("حغ")
    press("ب")
    undo = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(tab.grid, Qt.Key.Key_Z, undo)
    assert tab.sum.text() == "۱ حاضر · ۱ غایب · ۱۸ بی‌نشان"
    qtbot.keyClick(tab.grid, Qt.Key.Key_Z, undo)
    assert tab.sum.text() == "۱ حاضر · ۱۹ بی‌نشان"
    qtbot.keyClick(tab.grid, Qt.Key.Key_Z, undo)
    assert not tab.is_dirty()


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

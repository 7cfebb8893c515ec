"""The calendar of the office, by keys alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.records import add_record
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.paper import PaperDialog
from desktop.ui.screens.calendar.screen import CalendarScreen, make_screen
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import answer, enter, open_dialog, press, settle
from tests.ui.screens.made_office import TODAY, add_events, context_of, make_office, running_workshop


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OfficeFile]:
    made = make_office(tmp_path / "office", 26)
    with made.write() as work:
        running_workshop(work)
        add_events(work)
        person, staff = work.find("person")[0], work.find("staff_member")[0]
        given = {"type": "follow_up", "date": "1404/06/30", "person_id": person["id"], "staff_id": staff["id"]}
        add_record(work, "visit", {**given, "next_action_on": "1404/07/05"})
    yield made
    made.close()


@pytest.fixture
def screen(
    qtbot: QtBot, window: QWidget, office: OfficeFile, operations: Operations, asker: FixedAsker
) -> CalendarScreen:
    made = make_screen(context_of(office), operations, asker, window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(made)
    qtbot.addWidget(window, before_close_func=lambda _window: settle(qtbot, operations))
    with qtbot.waitActive(window):
        window.show()
    made.setFocus()
    settle(qtbot, operations)
    return made


def lines(screen: CalendarScreen) -> list[str]:
    model = screen.pane.list.lazy_model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_sessions_and_promises_stand_on_their_days(
    screen: CalendarScreen, operations: Operations, qtbot: QtBot
) -> None:
    assert screen.calendar.day() == TODAY
    assert screen.count.text() == "۵ برنامه در این ماه"
    for _ in range(3):
        enter(qtbot, Qt.Key.Key_Left)
    assert screen.pane.title.text() == "شنبه ۵ مهر ۱۴۰۴"
    assert lines(screen) == [
        "مسابقهٔ زو، ۱۶:۰۰، بازی‌های بومی‌محلی، زمین خاکی دره‌سبز",
        "اقدام بعدی — مریم احمدی، پیگیری",
    ]
    enter(qtbot, Qt.Key.Key_PageUp)
    settle(qtbot, operations)
    assert screen.count.text() == "۴ برنامه در این ماه"
    screen.calendar.go_to(dt.date(2025, 8, 23))
    assert lines(screen) == ["مهارت‌های زندگی، گروه مادران — جلسهٔ ۱، تالار خانهٔ محله، برگزار شد"]


def test_enter_goes_into_the_day_and_opens_what_is_marked(screen: CalendarScreen, qtbot: QtBot) -> None:
    screen.calendar.go_to(dt.date(2025, 9, 27))
    enter(qtbot)
    assert QApplication.focusWidget() is screen.pane.list
    enter(qtbot, Qt.Key.Key_Down)
    with qtbot.waitSignal(screen.open_record) as opened:
        enter(qtbot)
    assert opened.args is not None
    assert opened.args[0] == "visit"
    enter(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is screen.calendar.grid


def test_chips_and_the_neighbourhood_leave_things_out(screen: CalendarScreen, office: OfficeFile) -> None:
    with office.read() as rows:
        visit = rows.find("visit")[0]
    assert [chip.text() for chip in screen.sorts.chips()] == ["جلسه‌های کارگاه  ۰", "رویدادها  ۴", "اقدام‌های بعدی  ۱"]
    screen.sorts.chips()[0].click()
    assert not screen.shown()
    screen.sorts.chips()[0].click()
    screen.sorts.chips()[1].click()
    assert [item.text for item in screen.calendar.grid.month_model.items[dt.date(2025, 9, 28)]] == ["مسابقهٔ زو"]
    screen.sorts.chips()[1].click()
    screen.sorts.chips()[2].click()
    assert [one.record_id for one in screen.shown() if one.day >= TODAY] == [visit["id"]]
    other = next(n for n in range(1, 3) if screen.place.itemData(n) != visit["neighborhood_id"])
    screen.place.setCurrentIndex(other)
    assert not [one for one in screen.shown() if one.day >= TODAY]
    assert screen.count.text() == "۰ برنامه در این ماه"


def test_a_session_is_begun_on_the_marked_day(
    screen: CalendarScreen, office: OfficeFile, operations: Operations, qtbot: QtBot
) -> None:
    screen.calendar.go_to(dt.date(2025, 10, 1))
    qtbot.keyClick(screen.calendar.grid, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    dialog = open_dialog(qtbot)
    answer(qtbot, "مهارت‌های زندگی")
    dialog.form.field("topic").setFocus()
    press("گفت‌وگو با نوجوان")
    enter(qtbot, Qt.Key.Key_F2)
    settle(qtbot, operations)
    with office.read() as rows:
        made = rows.find("workshop_session", topic="گفت‌وگو با نوجوان")
    assert [(session["no"], session["date"]) for session in made] == [(5, dt.date(2025, 10, 1))]
    assert lines(screen) == ["مهارت‌های زندگی، گروه مادران — جلسهٔ ۵، تالار خانهٔ محله"]


def test_a_day_to_come_begins_with_its_promise(screen: CalendarScreen, qtbot: QtBot) -> None:
    day = TODAY + dt.timedelta(days=6)
    screen.beginnings.visit(day, TODAY)
    dialog = open_dialog(qtbot)
    assert dialog.form.field("next_action_on").value() == day
    dialog.close()


def test_a_holiday_has_its_name(screen: CalendarScreen, operations: Operations, qtbot: QtBot) -> None:
    screen.calendar.go_to(dt.date(2025, 8, 24))
    settle(qtbot, operations)
    assert screen.pane.occasion.text() == "شهادت امام رضا (ع)"


def test_the_month_that_is_shown_becomes_a_poster_in_two_sizes(
    screen: CalendarScreen, operations: Operations, qtbot: QtBot
) -> None:
    menu = screen.offer_poster()
    assert [entry.objectName() for entry in menu.actions()] == ["print-programme_poster", "print-programme_poster_a3"]
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle(qtbot, operations)
    (paper,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, PaperDialog) and one.isVisible())
    assert paper.windowTitle() == "برنامهٔ مهر ۱۴۰۴"
    paper.reject()

"""One room for trustees, groups and volunteers, and what a resident is to the neighbourhood."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.domain.record import Row
from desktop.services.records import add_record, change_record
from desktop.ui.screens.community.room import GROUPS, TRUSTEES, VOLUNTEERS
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.tabbed_room import TabbedRoom
from desktop.ui.widgets.toast import Toast
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import answer, enter, open_dialog
from tests.ui.screens.made_office import make_office


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 4), tmp_path / "office") as made:
        yield made


def people(window: MainWindow) -> list[Row]:
    with window.context.office.read() as rows:
        return rows.find("person")


def trustees(window: MainWindow, person: Row) -> list[tuple[str, bool]]:
    with window.context.office.read() as rows:
        return [(row["role"], row["active"]) for row in rows.find("local_trustee", person_id=person["id"])]


def room_of(qtbot: QtBot, window: MainWindow) -> TabbedRoom:
    room = window.show_screen("community")
    assert isinstance(room, TabbedRoom)
    rest(qtbot, window, 60)
    return room


def choose_role(qtbot: QtBot, window: MainWindow, person: Row, name: str) -> None:
    screen: Any = window.show_screen("residents")
    screen.show_record(person["id"])
    rest(qtbot, window, 90)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=3000)
    qtbot.keyClick(screen.list.table, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=3000)
    menu: Any = QApplication.activePopupWidget()
    entry = next(action for action in menu.actions() if action.objectName() == f"role-{name}")
    menu.close()
    entry.trigger()


def test_the_tabs_are_walked_by_keys_and_each_says_what_to_do_while_it_is_empty(
    qtbot: QtBot, window: MainWindow
) -> None:
    room = room_of(qtbot, window)
    for name in (TRUSTEES, GROUPS, VOLUNTEERS, TRUSTEES):
        assert room.tabs.choice() == name
        assert room.page().list.table.lazy_model.rowCount() == 0
        qtbot.keyClick(room.page().list.table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        rest(qtbot, window, 60)


def test_a_record_is_shown_in_its_own_tab(qtbot: QtBot, window: MainWindow) -> None:
    with window.context.office.write() as work:
        place = work.find("neighborhood")[0]["id"]
        group = add_record(
            work, "local_group", {"name": "کارگروه سلامت", "neighborhood_id": place, "kind": "working_group"}
        )
    window.open_record("local_group", group["id"])
    rest(qtbot, window, 60)
    room: Any = window.screen_shown()
    assert room.tabs.choice() == GROUPS
    assert room.page().list.current_record() == group["id"]


def test_a_resident_becomes_a_trustee_from_the_file_and_ceases_to_be_one(qtbot: QtBot, window: MainWindow) -> None:
    person = people(window)[0]
    choose_role(qtbot, window, person, "trustee")
    open_dialog(qtbot)
    answer(qtbot, "ریش")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 60)
    assert trustees(window, person) == [("elder", True)]
    assert people(window)[0]["is_trustee"] is True
    room = room_of(qtbot, window)
    assert room.page().list.current_row()["full_name"] == f"{person['first_name']} {person['last_name']}"
    choose_role(qtbot, window, person, "trustee-no-more")
    rest(qtbot, window, 60)
    assert trustees(window, person) == [("elder", False)]
    assert people(window)[0]["is_trustee"] is False
    toast = window.findChild(Toast)
    assert isinstance(toast, Toast)
    toast.undo.click()
    rest(qtbot, window)
    assert trustees(window, person) == [("elder", True)]


def test_volunteers_are_found_among_the_residents_and_let_go(qtbot: QtBot, window: MainWindow) -> None:
    first, second, third, _fourth = people(window)
    with window.context.office.write() as work:
        change_record(
            work, "person", third["id"], {"is_volunteer": True, "status": "moved", "status_date": "1404/06/20"}
        )
    room = room_of(qtbot, window)
    page = room.show_tab(VOLUNTEERS)
    rest(qtbot, window, 60)
    page.new_record()
    open_dialog(qtbot)
    answer(qtbot, f"{second['first_name']} {second['last_name']}")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 90)
    assert page.list.current_record() == second["id"]
    assert page.list.table.lazy_model.rowCount() == 1, "who has moved away is not shown"
    choose_role(qtbot, window, first, "volunteer")
    rest(qtbot, window, 60)
    page = room_of(qtbot, window).show_tab(VOLUNTEERS)
    rest(qtbot, window, 90)
    assert page.list.table.lazy_model.rowCount() == 2
    page.list.select_record(second["id"])
    rest(qtbot, window, 90)
    page.end()
    rest(qtbot, window, 90)
    assert [row["id"] for row in people(window) if row["is_volunteer"] and row["status"] == "active"] == [first["id"]]

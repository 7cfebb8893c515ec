"""Subjects that have list, pane and form from their declaration alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.services.records import add_record
from desktop.ui.lines import LineButton
from desktop.ui.record_editor import RecordEditor
from desktop.ui.screens.community.room import GROUPS, TRUSTEES
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.subject_screen import SubjectScreen
from tests.ui.conftest import FixedAsker
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import answer, chips_of, dialogs, enter, open_dialog
from tests.ui.screens.made_office import add_needs, make_office


@pytest.fixture
def asker() -> FixedAsker:
    return FixedAsker()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, asker: FixedAsker) -> Iterator[MainWindow]:
    office = make_office(tmp_path / "office", 8)
    with office.write() as work:
        add_needs(work)
        place = work.find("neighborhood")[0]["id"]
        for name, role, active in (("علی کریمی", "imam", True), ("حسن رضوی", "elder", False)):
            given = {"full_name": name, "neighborhood_id": place, "role": role, "since": "1399", "active": active}
            add_record(work, "local_trustee", given)
        add_record(work, "local_group", {"name": "کارگروه سلامت", "neighborhood_id": place, "kind": "working_group"})
    with window_on(qtbot, office, tmp_path / "office", asker) as made:
        yield made


def shown(qtbot: QtBot, window: MainWindow, name: str) -> SubjectScreen:
    tab = {"trustees": TRUSTEES, "groups": GROUPS}.get(name)
    screen: Any = window.show_screen("community" if tab else name)
    screen = screen.show_tab(tab) if tab else screen
    assert isinstance(screen, SubjectScreen)
    rest(qtbot, window)
    return screen


def titles(screen: SubjectScreen) -> list[str]:
    model = screen.list.table.lazy_model
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def pane_texts(screen: SubjectScreen) -> list[str]:
    return [label.text() for label in screen.pane.findChildren(QLabel) if label.text()]


def test_a_trustee_is_added_by_keys_and_stands_marked_in_the_list(qtbot: QtBot, window: MainWindow) -> None:
    screen = shown(qtbot, window, "trustees")
    assert titles(screen) == ["حسن رضوی", "علی کریمی"]
    qtbot.keyClick(screen.list.table, Qt.Key.Key_F6)
    dialog = open_dialog(qtbot)
    enter(qtbot)
    answer(qtbot, "مینا اکبری")
    answer(qtbot, "شهرک")
    answer(qtbot, "بهورز")
    answer(qtbot, "۱۴۰۱")
    assert dialog.form.values()["role"] == "health_worker"
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert titles(screen) == ["حسن رضوی", "علی کریمی", "مینا اکبری"]
    assert screen.list.current_row()["full_name"] == "مینا اکبری"
    assert "بهورز" in pane_texts(screen)
    assert screen.list.count.text() == "۳ معتمد"


def test_who_has_a_file_is_named_as_in_it(qtbot: QtBot, window: MainWindow) -> None:
    screen = shown(qtbot, window, "trustees")
    screen.new_record()
    open_dialog(qtbot)
    with window.context.office.read() as rows:
        person = rows.find("person")[2]
    answer(qtbot, f"{person['first_name']} {person['last_name']}")
    enter(qtbot)
    answer(qtbot, "شهرک")
    answer(qtbot, "آموزگار")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    row = screen.list.current_row()
    assert (row["full_name"], row["person_id"]) == (f"{person['first_name']} {person['last_name']}", person["id"])


def test_filters_come_from_the_fields(qtbot: QtBot, window: MainWindow) -> None:
    screen = shown(qtbot, window, "trustees")
    chips_of(screen, "active")[2].click()
    rest(qtbot, window)
    assert titles(screen) == ["حسن رضوی"]
    chips_of(screen, "active")[0].click()
    box = screen.list.filters["role"]
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("imam"))
    rest(qtbot, window)
    assert titles(screen) == ["علی کریمی"]
    screen.list.select_record(_id(window, "حسن رضوی"))
    rest(qtbot, window)
    assert screen.list.current_row()["full_name"] == "حسن رضوی"


def _id(window: MainWindow, name: str) -> str:
    with window.context.office.read() as rows:
        return str(rows.find("local_trustee", full_name=name)[0]["id"])


def test_a_deletion_asks_and_can_be_taken_back(qtbot: QtBot, window: MainWindow, asker: FixedAsker) -> None:
    screen = shown(qtbot, window, "trustees")
    asker.answers = [False, True]
    screen.remove()
    rest(qtbot, window)
    assert len(titles(screen)) == 2
    screen.remove()
    rest(qtbot, window)
    assert titles(screen) == ["علی کریمی"]
    screen.list.table.setFocus()
    qtbot.keyClick(screen.list.table, Qt.Key.Key_F10)
    rest(qtbot, window)
    assert titles(screen) == ["حسن رضوی", "علی کریمی"]


def test_an_agency_with_referrals_is_not_deleted(qtbot: QtBot, window: MainWindow, asker: FixedAsker) -> None:
    screen = shown(qtbot, window, "organizations")
    with window.context.office.read() as rows:
        registry = rows.find("organization", agency_code="civil_registry")[0]
    screen.show_record(registry["id"])
    rest(qtbot, window)
    asker.answers = [True]
    screen.remove()
    rest(qtbot, window)
    assert "پیوسته‌اند" in asker.asked[-1][1]
    assert screen.list.current_record() == registry["id"]


def test_members_of_a_group_are_written_in_its_pane(qtbot: QtBot, window: MainWindow) -> None:
    screen = shown(qtbot, window, "groups")
    plus = next(b for b in screen.pane.findChildren(QToolButton) if b.accessibleName() == "عضو گروه تازه")
    qtbot.keyClick(plus, Qt.Key.Key_Space)
    open_dialog(qtbot)
    enter(qtbot)
    answer(qtbot, "سعید ملکی")
    answer(qtbot, "دبیر")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 60)
    assert not dialogs()
    names = [line.accessibleName() for line in screen.pane.findChildren(LineButton)]
    assert "سعید ملکی، دبیر" in names


def test_enter_edits_the_marked_record(qtbot: QtBot, window: MainWindow) -> None:
    screen = shown(qtbot, window, "groups")
    screen.list.table.setFocus()
    enter(qtbot)
    dialog: Any = open_dialog(qtbot)
    assert isinstance(dialog, RecordEditor)
    assert dialog.windowTitle() == "ویرایش گروه محلی: کارگروه سلامت"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialogs()

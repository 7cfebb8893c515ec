"""Visits are written in a few keys, and the directory shows whom to ask for and how an agency has answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop.ui.lines import LineButton
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.subject_screen import SubjectScreen
from tests.ui.program import rest, window_on
from tests.ui.screens.hands import answer, dialogs, enter, open_dialog
from tests.ui.screens.made_office import add_needs, make_office


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    office = make_office(tmp_path / "office", 8)
    with office.write() as work:
        add_needs(work)
    with window_on(qtbot, office, tmp_path / "office") as made:
        yield made


def shown(qtbot: QtBot, window: MainWindow, name: str) -> SubjectScreen:
    screen: Any = window.show_screen(name)
    assert isinstance(screen, SubjectScreen)
    rest(qtbot, window)
    return screen


def pane_texts(screen: SubjectScreen) -> list[str]:
    return [label.text() for label in screen.pane.findChildren(QLabel) if label.text()]


def test_a_visit_is_written_by_keys_of_the_one_who_came_and_by_the_one_who_writes(
    qtbot: QtBot, window: MainWindow
) -> None:
    screen = shown(qtbot, window, "visits")
    with window.context.office.read() as rows:
        person = rows.find("person")[0]
        today = rows.today
    qtbot.keyClick(screen.list.table, Qt.Key.Key_F6)
    open_dialog(qtbot)
    enter(qtbot)
    answer(qtbot, "مشاوره")
    answer(qtbot, "حقوقی")
    answer(qtbot, f"{person['first_name']} {person['last_name']}")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert not dialogs()
    row = screen.list.current_row()
    assert (row["type"], row["subject"], row["person_id"]) == ("consultation", "legal", person["id"])
    assert (row["date"], row["staff_id"]) == (today, window.context.office.actor.staff_id)
    assert row["household_id"] == person["household_id"]
    assert row["neighborhood_id"] == person["neighborhood_id"]


def test_a_home_visit_without_a_home_is_told_beside_the_field(qtbot: QtBot, window: MainWindow) -> None:
    screen = shown(qtbot, window, "visits")
    screen.new_record()
    dialog = open_dialog(qtbot)
    enter(qtbot)
    answer(qtbot, "بازدید منزل")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window)
    assert dialogs() == [dialog]
    assert dialog.form._cells["household_id"].problem is not None


def test_an_agency_tells_how_it_has_answered_and_whom_to_ask_for(qtbot: QtBot, window: MainWindow) -> None:
    screen = shown(qtbot, window, "organizations")
    with window.context.office.read() as rows:
        registry = rows.find("organization", agency_code="civil_registry")[0]
    screen.show_record(registry["id"])
    rest(qtbot, window)
    texts = " ".join(widget.accessibleName() for widget in screen.pane.findChildren(QLabel)) + " ".join(
        pane_texts(screen)
    )
    assert "پاسخگویی تا امروز" in texts
    plus = next(b for b in screen.pane.findChildren(QToolButton) if b.accessibleName() == "رابط دستگاه تازه")
    qtbot.keyClick(plus, Qt.Key.Key_Space)
    open_dialog(qtbot)
    answer(qtbot, "کارشناس اسناد هویتی")
    answer(qtbot, "زهرا امینی")
    enter(qtbot, Qt.Key.Key_F2)
    rest(qtbot, window, 60)
    names = [line.accessibleName() for line in screen.pane.findChildren(LineButton)]
    assert any("کارشناس اسناد هویتی" in name for name in names)

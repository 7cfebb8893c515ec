"""The window of an open office: screens, search, lock, theme, place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.store.office_file import OfficeFolder
from desktop.store.office_opening import open_office
from desktop.system.settings import Settings
from desktop.ui.shell.idle import ONE_MINUTE, IdleWatch
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.screens import SCREENS
from desktop.ui.widgets import theme
from desktop.ui.widgets.toast import Toast
from tests.ui.conftest import Hands
from tests.ui.program import PASSWORD, rest, window_on
from tests.ui.screens.hands import press
from tests.ui.screens.made_office import make_office

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with window_on(qtbot, make_office(tmp_path / "office", 6), tmp_path / "office") as made:
        yield made


def test_alt_and_a_digit_lead_to_every_screen(qtbot: QtBot, window: MainWindow) -> None:
    for number, name in enumerate([entry.name for entry in SCREENS[:20]], 1):
        digit, more = number % 10, ALT if number <= 10 else ALT | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key(int(Qt.Key.Key_0) + digit), more)
        rest(qtbot, window)
        assert window.rail.buttons[name].isChecked(), name
    assert window.desk.fictional


def test_the_global_search_opens_the_record_that_is_marked(qtbot: QtBot, window: MainWindow, type_fa: Hands) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert window.search.hasFocus()
    press("رضايي")  # an Arabic keyboard
    rest(qtbot, window, 200)
    assert window.search.results.isVisible()
    hit = next(hit for hit in window.search.results.hits() if hit.kind == "person")
    while window.search.results.view.currentIndex().data(Qt.ItemDataRole.UserRole) != hit:
        qtbot.keyClick(window.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    rest(qtbot, window, 80)
    assert window.rail.buttons["residents"].isChecked()
    assert window.screen_shown().list.current_record() == hit.record_id  # type: ignore[union-attr]


def test_a_locked_window_shows_nothing_until_the_password(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL)
    assert not window.work.isVisible()
    assert "دفتر" not in window.windowTitle()
    press("نادرست۱۲۳۴")
    qtbot.keyClick(window.lock_screen.password, Qt.Key.Key_Return)
    rest(qtbot, window)
    assert "درست نیست" in window.lock_screen.message.text()
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    assert not window.work.isVisible()
    press(PASSWORD)
    qtbot.keyClick(window.lock_screen.password, Qt.Key.Key_Return)
    rest(qtbot, window)
    assert window.work.isVisible()


def test_ten_idle_minutes_lock_and_the_last_of_them_is_told(qtbot: QtBot, window: MainWindow) -> None:
    watch = IdleWatch(window, after=ONE_MINUTE + 30)
    with qtbot.waitSignal(watch.soon, timeout=2000):
        watch.touch()
    window.idle.soon.emit()
    assert "قفل می‌شود" in window.findChild(Toast).text.text()  # type: ignore[union-attr]
    window.idle.idle.emit()
    assert not window.work.isVisible()


def test_a_machine_that_slept_wakes_locked(qtbot: QtBot, window: MainWindow) -> None:
    up = [100.0]
    watch = IdleWatch(window, uptime=lambda: up[0])
    watch.idle.connect(window.lock)
    up[0] += 5
    watch.look()
    assert window.work.isVisible()
    up[0] += 600
    watch.look()
    assert not window.work.isVisible()


def test_a_lock_takes_what_was_copied_here(qtbot: QtBot, window: MainWindow) -> None:
    clipboard = QApplication.clipboard()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is not None)
    window.search.setFocus()
    press("رنجبری")
    qtbot.keyClick(window.search, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(window.search, Qt.Key.Key_C, CTRL)
    assert clipboard.text() == "رنجبری"
    window.lock()
    assert clipboard.text() == ""


def test_theme_and_place_are_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "office"
    with window_on(qtbot, make_office(folder, 1), folder) as window:
        window.turn_theme()
        assert theme.is_dark()
        window.resize(1180, 690)
    kept = Settings(folder)
    assert kept.flag("dark") is True
    office = open_office(OfficeFolder(folder), "hamid", PASSWORD)
    again = MainWindow(window.context.__class__(office), kept)
    assert again.height() == 690  # the screen of the tests is narrower than the window
    again.operations.wait(5000)
    again.turn_theme()
    assert not theme.is_dark()
    again.close()
    again.deleteLater()
    QApplication.processEvents()

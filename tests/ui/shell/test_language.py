"""The language of the window is chosen before or after the office is open, at once, and for the next days."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.store.office_file import OfficeFile, OfficeFolder
from desktop.store.office_opening import open_office
from desktop.system.settings import Settings
from desktop.ui.application import PERSIAN, language_spoken, make_application, speak
from desktop.ui.screens.workshops.screen import WorkshopsScreen
from desktop.ui.shell.login_page import LoginPage
from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.start_window import StartWindow
from tests.ui.conftest import FixedAsker
from tests.ui.program import PASSWORD, window_on
from tests.ui.screens.hands import settle
from tests.ui.screens.made_office import make_office


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_office(tmp_path / "office", 2).close()
    return tmp_path / "office"


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, compiled: None, folder: Path) -> Iterator[Program]:
    made = Program(qapp, folder, Settings(folder))
    with qtbot.waitExposed(made.first):
        made.start()
    yield made
    for window in (made.main, made.first):
        if window is not None:
            window.operations.finish()
            window.close()
            window.deleteLater()
    speak(qapp, PERSIAN)


@pytest.fixture
def office(folder: Path) -> OfficeFile:
    return open_office(OfficeFolder(folder), "hamid", PASSWORD)


def _choose(qtbot: QtBot, button: QWidget, name: str) -> None:
    """Opens the menu of languages and takes one, by the mouse and the keys."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["فارسی", "English"]
    assert [action.text() for action in menu.actions() if action.isChecked()] != [name]
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == name))
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


def _shown(kind: type[QWidget]) -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible()]


def test_the_first_page_turns_to_english_and_back(qtbot: QtBot, program: Program, folder: Path) -> None:
    persian = program.first
    assert isinstance(persian.page(), LoginPage)
    _choose(qtbot, persian.language, "English")
    page = program.first.page()
    assert program.first is not persian
    assert isinstance(page, LoginPage)
    assert page.go.text() == "Sign in"
    assert not program.first.isRightToLeft()
    assert _shown(StartWindow) == [program.first]
    assert Settings(folder).text("language") == "en"
    _choose(qtbot, program.first.language, "فارسی")
    assert program.first.isRightToLeft()
    assert Settings(folder).text("language") == "fa"


def test_pages_with_something_to_type_offer_no_other_language(program: Program) -> None:
    program.first.show_forgotten("hamid")
    assert not program.first.language.isVisible()
    program.first.show_login()
    assert program.first.language.isVisible()


def test_the_window_of_an_office_turns_with_its_screen_and_keeps_the_office_open(
    qtbot: QtBot, program: Program, office: OfficeFile
) -> None:
    program.show_office(office)
    persian = program.main
    assert persian is not None
    persian.show_screen("needs")
    settle(qtbot, persian.operations)
    size = persian.size()
    _choose(qtbot, persian.rail.language, "English")
    english = program.main
    assert english is not None
    assert english is not persian
    settle(qtbot, english.operations)
    assert (english.screen_name(), english.rail.lock.text().strip()) == ("needs", "Lock")
    assert english.size() == size
    assert _shown(MainWindow) == [english]
    with english.context.office.read() as rows:
        assert rows.find("person")


def test_what_is_typed_is_not_lost_by_turning(qtbot: QtBot, office: OfficeFile, folder: Path) -> None:
    asker = FixedAsker(False, True)
    with window_on(qtbot, office, folder, asker) as window:
        wanted: list[str] = []
        window.language_wanted.connect(wanted.append)
        screen = window.show_screen("workshops")
        assert isinstance(screen, WorkshopsScreen)
        screen.new_record()
        screen.form.form.field("title").set_value("خیاطی")
        window.turn_language("en")
        assert (len(asker.asked), wanted) == (1, [])
        window.turn_language("en")
        assert (len(asker.asked), wanted) == (2, ["en"])
        asker.answers.append(True)  # for the closing of this one


def test_the_language_chosen_yesterday_is_spoken_today(qapp: QApplication, compiled: None) -> None:
    assert language_spoken() == "fa"
    make_application([], dark=False, language="en")
    assert language_spoken() == "en"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    make_application([], dark=False, language="of a newer program")
    assert language_spoken() == "fa"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft

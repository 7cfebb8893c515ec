"""The whole window over a small office, for the tests of the shell and of the screens that lead to one another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.store.office_file import OfficeFile
from desktop.system.settings import Settings
from desktop.ui.shell.main_window import MainWindow
from tests.ui.conftest import FixedAsker
from tests.ui.screens.hands import settle

PASSWORD = "گذرواژه-بلند"


@contextmanager
def window_on(qtbot: QtBot, office: OfficeFile, folder: Path, asker: FixedAsker | None = None) -> Iterator[MainWindow]:
    """The window, shown, active and at rest. It is closed at the end, and the office with it."""
    window = MainWindow(AppContext(office), Settings(folder), asker or FixedAsker())
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    rest(qtbot, window)
    try:
        yield window
    finally:
        settle(qtbot, window.operations)
        window.close()
        window.deleteLater()
        QApplication.processEvents()


def rest(qtbot: QtBot, window: MainWindow, pause: int = 0) -> None:
    """Until typing pauses have passed and nothing runs any more."""
    if pause:
        qtbot.wait(pause)
    settle(qtbot, window.operations)

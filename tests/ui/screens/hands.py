"""What the tests of the screens do with their hands: wait for the office, press letters, choose in pickers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.operations import Operations
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.finder import SearchLine
from desktop.ui.widgets.form_frame import FormDialog

LONGEST_PAUSE = 500
"""Milliseconds after which a screen asks by itself; what waits longer (a draft, a toast) brings no answer."""


def settle(qtbot: QtBot, operations: Operations) -> None:
    """Until nothing runs beside the window, its answers are shown, and no answer waits for a pause to pass.

    Only windows that are shown are looked through: a window of an earlier test may be half gone.
    """
    assert _shown(), "nothing is shown: what a hidden screen waits for cannot be seen"

    def at_rest() -> bool:
        QApplication.processEvents()
        return not operations.is_busy() and not _paused()

    for _ in range(2):  # what was answered may ask again
        qtbot.waitUntil(at_rest, timeout=30_000)


def _shown() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _paused() -> bool:
    """Whether a window waits for the user to pause: walking through a list, typing into a search."""
    timers = (timer for window in _shown() for timer in window.findChildren(QTimer))
    return any(one.isActive() and one.isSingleShot() and one.interval() <= LONGEST_PAUSE for one in timers)


def press(text: str) -> None:
    """Types into whatever has the focus; QTest.keyClicks aborts the process on a Persian letter."""
    for char in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(focused, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, char))


def enter(qtbot: QtBot, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """A key pressed where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def answer(qtbot: QtBot, text: str) -> None:
    """Types into the field and goes on to the next one by Enter."""
    press(text)
    enter(qtbot)


def dialogs() -> list[QWidget]:
    """Every dialog that is open."""
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()]


def open_dialog(qtbot: QtBot) -> FormDialog:
    """The small form that stands over the window now."""
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=3000)
    dialog = dialogs()[0]
    assert isinstance(dialog, FormDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=3000)
    dialog.form.focus_first()
    qtbot.waitUntil(lambda: dialog.form.isAncestorOf(QApplication.focusWidget() or dialog), timeout=3000)
    return dialog


def chips_of(screen: Any, name: str) -> list[QPushButton]:
    """The chips of one filter of the screen's list."""
    row = screen.list.filters[name]
    assert isinstance(row, ChipRow)
    return row.chips()


def rest(qtbot: QtBot, operations: Operations, search: SearchLine) -> None:
    """Until no search waits to be asked and nothing runs, so that the window can go."""
    qtbot.waitUntil(lambda: not search._pause.isActive(), timeout=3000)
    settle(qtbot, operations)


def show_in(qtbot: QtBot, window: QWidget, screen: QWidget, operations: Operations, search: SearchLine) -> None:
    """Shows the screen in its window and waits until it is at rest."""
    layout = window.layout()
    assert layout is not None
    layout.addWidget(screen)
    qtbot.addWidget(window, before_close_func=lambda _window: rest(qtbot, operations, search))
    with qtbot.waitActive(window):
        window.show()
    settle(qtbot, operations)

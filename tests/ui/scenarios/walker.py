"""A colleague at the keyboard.

WALK_SHOTS=DIR keeps a picture of every stop, with WALK_DARK=1 a dark one, with WALK_WIDTH=1100 a narrow one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.shell.main_window import MainWindow
from desktop.ui.shell.screens import SCREENS, screen_key
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.form_kit import Form
from desktop.ui.widgets.toast import Toast
from tests.ui.program import rest
from tests.ui.reading import texts_of
from tests.ui.screens.hands import press

PAUSE = 80  # ms that panes and searches wait before they ask
_MOST_FIELDS = 40


class Walker:
    """Sees what stands in the window in front, and does nothing that keys cannot do."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self.window = qtbot, window
        self.office = window.context.office
        self._stops = 0

    @property
    def front(self) -> QWidget:
        """The dialog in front, else the window itself."""
        open_ones = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        return open_ones[-1] if open_ones else self.window

    @property
    def screen(self) -> Any:
        return self.window.screen_shown()

    def rest(self, pause: int = PAUSE) -> None:
        rest(self._qtbot, self.window, pause)

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=8000)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key pressed where the cursor is."""
        self._wake()
        self._qtbot.keyClick(QApplication.focusWidget() or self.front, key, modifier)
        QApplication.processEvents()

    def go(self, screen: str) -> None:
        """To a screen of the rail by its key."""
        place = [entry.name for entry in SCREENS].index(screen)
        more = Qt.KeyboardModifier.AltModifier
        if "Shift" in screen_key(place):
            more |= Qt.KeyboardModifier.ShiftModifier
        self.key(Qt.Key(int(Qt.Key.Key_0) + int(screen_key(place)[-1])), more)
        self.rest()
        assert self.window.screen_name() == screen

    def at(self) -> str:
        """The field in which the cursor stands."""
        focused = QApplication.focusWidget()
        for form in self._forms():
            for name in form.fields():
                if focused in form.field(name).editors():
                    return name
        return ""

    def write(self, **answers: str) -> None:
        """Goes on with Enter to each of these fields and types there; codes and records are picked by their letters."""
        for name, text in answers.items():
            self._go_to(name)
            press(text)
            QApplication.processEvents()

    def fill(self, name: str, rows: Sequence[Sequence[str]]) -> None:
        """Types the rows of a list, cell after cell; an empty one is passed by Tab."""
        self._go_to(name)
        for row in rows:
            for text in row:
                press(text)
                QApplication.processEvents()
                self.key(Qt.Key.Key_Return if text else Qt.Key.Key_Tab)

    def turn(self, tab: str) -> None:
        """To a tab of the room by its keys."""
        names = self.screen.names()
        for _ in range((names.index(tab) - names.index(self.screen.tabs.choice())) % len(names)):
            self.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        self.rest()
        assert self.screen.tabs.choice() == tab

    def save(self) -> None:
        self.key(Qt.Key.Key_F2)
        self.rest()

    def push(self, text: str) -> None:
        """A button or a box of the window in front, by the space key; one that the keyboard cannot reach is none."""
        found = [b for b in self._buttons() if text in (b.text().strip(), b.accessibleName(), b.toolTip())]
        found += [b for b in self._buttons() if b.text().strip().startswith(f"{text} ")]  # a chip with its count
        assert found, (text, [b.text().strip() for b in self._buttons()])
        in_row = isinstance(found[0].parentWidget(), ChipRow)  # the arrows walk along it
        assert in_row or found[0].focusPolicy() & Qt.FocusPolicy.TabFocus, f"«{text}» cannot be reached by keys"
        found[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.key(Qt.Key.Key_Space)
        self.rest()

    def push_line(self, title: str) -> None:
        """A line of several words, by what it is called first."""
        line = next(one for one in self._buttons() if one.accessibleName().startswith(title))
        assert line.focusPolicy() & Qt.FocusPolicy.TabFocus
        line.setFocus(Qt.FocusReason.TabFocusReason)
        self.key(Qt.Key.Key_Space)
        self.rest()

    def offers(self, text: str) -> bool:
        return any(text == button.text().strip() for button in self._buttons())

    def ticked(self) -> list[str]:
        """The boxes that are ticked in the window in front."""
        return [box.text() for box in self._buttons() if isinstance(box, QCheckBox) and box.isChecked()]

    def reads(self, text: str, of: QWidget | None = None) -> bool:
        """Whether the window in front, or a part of it, says this."""
        return any(text in said for said in self.said(of))

    def said(self, of: QWidget | None = None) -> list[str]:
        """All that stands there now, without the marks of direction."""
        QApplication.processEvents()
        where = of or (self.front if self.front is not self.window else self.screen)
        return [text.translate(_NO_MARKS) for _where, text in texts_of(where, _hidden(where)) if text]

    def problems(self) -> dict[str, str]:
        """The fields at which the form in front complains, and what it says."""
        return {problem.field: problem.code for form in self._forms() for problem in form.problems()}

    def toast(self) -> str:
        """What was told last at the foot of the window."""
        shown = self.window.findChild(Toast)
        return shown.text.text().translate(_NO_MARKS) if isinstance(shown, Toast) else ""

    def see(self, name: str) -> None:
        """A stop of the walk; a picture of it is kept where WALK_SHOTS says."""
        self._stops += 1
        folder = os.environ.get("WALK_SHOTS")
        if folder:
            self.rest()
            Path(folder).mkdir(parents=True, exist_ok=True)
            self.front.grab().save(str(Path(folder) / f"{name}.png"))
            if self.front is not self.window:
                self.window.grab().save(str(Path(folder) / f"{name}-behind.png"))

    def _go_to(self, name: str) -> None:
        self.until(lambda: bool(self._forms()))
        for _ in range(_MOST_FIELDS):
            self._wake()
            if self.at() == name:
                return
            lines = isinstance(QApplication.focusWidget(), QTextEdit | QPlainTextEdit)
            self.key(Qt.Key.Key_Tab if lines else Qt.Key.Key_Return)
        raise AssertionError(f"{name} was not reached, the cursor is at {self.at()!r}")

    def _forms(self) -> list[Form]:
        return [form for form in self.front.findChildren(Form) if form.isVisible()]

    def _buttons(self) -> list[QAbstractButton]:
        return [one for one in self.front.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]

    def _wake(self) -> None:
        front = self.front
        if not front.isActiveWindow():
            front.activateWindow()
            self._qtbot.waitUntil(front.isActiveWindow, timeout=3000)
        if QApplication.focusWidget() is None and self._forms():
            self._forms()[0].focus_first()


_NO_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u2068\u2069"))


def _hidden(where: QWidget) -> list[QWidget]:
    return [one for one in where.findChildren(QWidget) if not one.isVisibleTo(where)]

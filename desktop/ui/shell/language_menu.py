"""The choice of the window's language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.application import language_spoken, languages


def show_languages(over: QWidget, turn: Callable[[str], object]) -> QMenu:
    """Opens the list of languages above a button; `turn` is told the one that is chosen."""
    menu = QMenu(over)
    menu.aboutToHide.connect(menu.deleteLater)
    for code, name in languages().items():
        entry = menu.addAction(name)
        entry.setCheckable(True)
        entry.setChecked(code == language_spoken())
        if code != language_spoken():
            entry.triggered.connect(lambda _checked=False, code=code: turn(code))
    size = menu.sizeHint()
    across = over.width() - size.width() if over.isRightToLeft() else 0
    menu.popup(over.mapToGlobal(QPoint(across, -size.height())))
    return menu

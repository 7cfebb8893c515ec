"""The papers of something as a menu below a button: each is seen before it is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.printing import printables
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.wording import said


def offer_papers(under: QWidget, names: Iterable[str], show: Callable[[str], object]) -> QMenu:
    """Offers printables by their names in the catalogue; `show` gets the one that was chosen."""
    titles = printables()
    menu = QMenu(under)
    menu.aboutToHide.connect(menu.deleteLater)
    for name in names:
        entry = menu.addAction(icon("printer"), said(titles[name]))
        entry.setObjectName(f"print-{name}")
        entry.triggered.connect(partial(_shown, show, name))
    across = under.width() - menu.sizeHint().width() if under.isRightToLeft() else 0
    menu.popup(under.mapToGlobal(QPoint(across, under.height() + 4)))
    menu.setActiveAction(menu.actions()[0])
    return menu


def _shown(show: Callable[[str], object], name: str, _checked: bool = False) -> None:
    show(name)

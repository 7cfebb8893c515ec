"""Buttons: with text, or an icon only. An icon alone always has a name that can be heard and a tip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from desktop.ui.widgets.icons import icon

Look = Literal["", "primary", "danger", "link"]
_ICON_COLORS = {"": "muted", "primary": "on_primary", "danger": "danger", "link": "primary"}


def tip(text: str, shortcut: str = "") -> str:
    """A tool tip naming the key; key names stay Latin, as on the keyboard."""
    keys = QtGui.QKeySequence(shortcut).toString(QtGui.QKeySequence.SequenceFormat.PortableText)
    return f"{text} \u200e({keys})\u200e" if keys else text


def button(
    text: str,
    clicked: Callable[[], object] | None = None,
    *,
    icon_name: str = "",
    look: Look = "",
    shortcut: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button; `look` "primary" is the one main action of a page."""
    made = QPushButton(f" {text}" if icon_name else text, parent)
    made.setProperty("look", look)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_COLORS[look], disabled="faint"))
        made.setIconSize(QSize(18, 18))
    if shortcut:
        made.setShortcut(QtGui.QKeySequence(shortcut))
        made.setToolTip(tip(text, shortcut))
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made


def icon_button(
    icon_name: str,
    name: str,
    clicked: Callable[[], object] | None = None,
    *,
    shortcut: str = "",
    parent: QWidget | None = None,
) -> QToolButton:
    """A quiet button with an icon only; `name` is its tip and what a screen reader says."""
    made = QToolButton(parent)
    made.setProperty("look", "ghost")
    made.setIcon(icon(icon_name))
    made.setIconSize(QSize(19, 19))
    made.setAccessibleName(name)
    made.setToolTip(tip(name, shortcut))
    made.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
    if shortcut:
        made.setShortcut(QtGui.QKeySequence(shortcut))
    if clicked is not None:
        made.clicked.connect(lambda _checked=False: clicked())
    return made

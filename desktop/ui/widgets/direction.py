"""Alignment in right-to-left windows, where Qt guesses from the text and digits jump to the left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit


def is_rtl() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def start() -> Qt.AlignmentFlag:
    """The side where reading starts, whatever the text is made of."""
    if is_rtl():
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


def end() -> Qt.AlignmentFlag:
    """The side where reading ends, whatever the text is made of."""
    if is_rtl():
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
    return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


def reading_line(line: QLineEdit) -> QLineEdit:
    """A line of words: stays at the starting side when empty or digits only; arrows move as one sees."""
    line.setAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
    line.setCursorMoveStyle(Qt.CursorMoveStyle.VisualMoveStyle)
    return line


def digit_line(line: QLineEdit) -> QLineEdit:
    """A line of digits or Latin: written left to right, standing at the starting side."""
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    side = Qt.AlignmentFlag.AlignRight if is_rtl() else Qt.AlignmentFlag.AlignLeft
    line.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return line

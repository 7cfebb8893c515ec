"""Alignment in right-to-left windows, where Qt guesses from the text and digits jump to the left.

The first window must not name `Qt`: with its first name PySide builds all its hundred enums, a tenth of the way to the
first paint. What is made for that window therefore sets Qt's numbers as properties, and `QtCore.Qt` stands in functions
that are called later.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

LEFT, RIGHT, ABSOLUTE, TOP, MIDDLE, CENTER = 0x01, 0x02, 0x10, 0x20, 0x80, 0x84
"""Qt.AlignmentFlag in numbers."""
LEFT_TO_RIGHT, RIGHT_TO_LEFT = 0, 1
"""Qt.LayoutDirection in numbers."""
_PERSIAN = re.compile("[\u0600-\u06ff]")
_LINE = "\u200e"


def is_rtl() -> bool:
    return QGuiApplication.isRightToLeft()


def start() -> QtCore.Qt.AlignmentFlag:
    """The side where reading starts, whatever the text is made of."""
    return QtCore.Qt.AlignmentFlag(_start())


def stand_at_start(label: QLabel) -> None:
    """Keeps the text at the side where reading starts, whatever it is made of."""
    label.setProperty("alignment", _start() | MIDDLE)


def is_persian(text: str) -> bool:
    """Whether a text has Persian letters."""
    return bool(_PERSIAN.search(text))


def isolated(text: str) -> str:
    """A text that keeps its own direction among words of the other: a Persian name in an English line."""
    return f"\u2068{text}\u2069" if is_persian(text) and not text.startswith(_LINE) else text


def left_to_right(text: str) -> str:
    """A line of an English window that begins with a Persian name and is to be read from the left all the same."""
    return _LINE + text if is_persian(text) else text


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text as far as it fits, ending in «…» at the side where it ends."""
    shown = metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, width)
    return shown if is_rtl() else isolated(shown)


def reading_line(line: QLineEdit) -> QLineEdit:
    """A line of words: stays at the starting side when empty or digits only; arrows move as one sees."""
    line.setAlignment(start() | QtCore.Qt.AlignmentFlag.AlignVCenter)
    line.setCursorMoveStyle(QtCore.Qt.CursorMoveStyle.VisualMoveStyle)
    return line


def digit_line(line: QLineEdit) -> QLineEdit:
    """A line of digits or Latin: written left to right, standing at the starting side."""
    line.setProperty("layoutDirection", LEFT_TO_RIGHT)
    line.setProperty("alignment", _start() | MIDDLE)
    return line


def _start() -> int:
    return (RIGHT if is_rtl() else LEFT) | ABSOLUTE

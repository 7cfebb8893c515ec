"""What pages about the program itself share: a heading, a card that says how things stand, room to scroll."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.widgets.labels import IconLabel, card, h1


def scrolled_page(whole: QWidget) -> QVBoxLayout:
    """The layout of a page that fills `whole` and scrolls where the window is lower than what it holds."""
    body = QWidget()
    body.setProperty("look", "scrolled")
    inside = QVBoxLayout(body)
    inside.setContentsMargins(24, 18, 24, 20)
    inside.setSpacing(14)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(body)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    outside = QVBoxLayout(whole)
    outside.setContentsMargins(0, 0, 0, 0)
    outside.addWidget(area)
    return inside


def page_head(title: str, *deeds: QWidget) -> QHBoxLayout:
    """The page's name, and at the other end what concerns all of it."""
    head = QHBoxLayout()
    head.addWidget(h1(title))
    head.addStretch(1)
    for deed in deeds:
        head.addWidget(deed)
    return head


def state_card(tile: IconLabel, words: Iterable[QLabel], deeds: Iterable[QPushButton]) -> QFrame:
    """How things stand, in a sign and a sentence or two, and what can be done about it."""
    frame, column = card(12)
    row, told, below = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
    row.setSpacing(16)
    told.setSpacing(4)
    below.setSpacing(8)
    for word in words:
        told.addWidget(word)
    row.addWidget(tile)
    row.addLayout(told, 1)
    column.addLayout(row)
    for deed in deeds:
        below.addWidget(deed)
    below.addStretch(1)
    column.addLayout(below)
    return frame

"""Pieces of a detail pane: facts with their icons, titles of groups, a column that is filled anew."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets.direction import end
from desktop.ui.widgets.labels import IconLabel, h2, label, muted

Fact = tuple[str, str, str]
"""Icon, label, value."""


class Pane(QFrame):
    """A card beside a list whose column is filled for each record."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setFixedWidth(width)
        body = QWidget()
        body.setProperty("look", "scrolled")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(4)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 6, 4, 6)
        inside.addWidget(area)

    def empty(self) -> None:
        """Takes away what was shown."""
        while self.column.count():
            item = self.column.takeAt(0)
            old = item.widget() if item else None
            if old is not None:
                old.hide()
                old.deleteLater()

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)


def facts(found: Sequence[Fact]) -> QWidget:
    """Facts one below the other; those without a value are left out."""
    box = QWidget()
    inside = QVBoxLayout(box)
    inside.setContentsMargins(4, 6, 4, 6)
    inside.setSpacing(8)
    for icon_name, name, value in found:
        if not value:
            continue
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(icon_name, "muted", 16))
        row.addWidget(muted(name))
        row.addWidget(_value(value), 1)
        inside.addLayout(row)
    return box


def _value(text: str) -> QLabel:
    made = label(text, selectable=True)
    made.setAlignment(end() | Qt.AlignmentFlag.AlignVCenter)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    made.setToolTip(text)
    return made


def group(title: str) -> QLabel:
    """The title of a part of the pane."""
    made = h2(title)
    made.setContentsMargins(4, 10, 4, 2)
    return made

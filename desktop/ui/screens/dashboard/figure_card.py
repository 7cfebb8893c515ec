"""One figure of the dashboard: its icon, its course, itself, and what stands behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from desktop.services.overview import Figure
from desktop.ui.widgets.charts import Sparkline
from desktop.ui.widgets.labels import IconLabel, icon_tile, muted, number, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import grouped, listed


class FigureCard(QFrame):
    """Pressing it leads to the list behind the figure."""

    def __init__(self, icon_name: str, tone: Tone, title: str, open_list: Callable[[], object]) -> None:
        super().__init__()
        self._open_list = open_list
        self.setProperty("look", "card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.course = Sparkline([], tone, title)
        self.number = number("…")
        self.note = small("")
        self.sign = IconLabel("trending-up", "ok", 15)
        self.sign.hide()
        upper = QHBoxLayout()
        upper.addWidget(icon_tile(icon_name, tone, 40))
        upper.addStretch(1)
        upper.addWidget(self.course)
        lower = QHBoxLayout()
        lower.setSpacing(6)
        lower.addWidget(self.sign)
        lower.addWidget(self.note, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(18, 14, 18, 12)
        inside.setSpacing(2)
        inside.addLayout(upper)
        inside.addWidget(self.number)
        inside.addWidget(muted(title))
        inside.addLayout(lower)

    def show_figure(self, figure: Figure, note: str, icon_name: str, tone: Tone) -> None:
        """`note` is the sentence beside the figure, `icon_name` and `tone` what it means."""
        self.number.setText(grouped(figure.now))
        self.note.setText(note)
        self.sign.show_icon(icon_name, tone)
        self.sign.setVisible(bool(note))
        self.course.set_data(figure.course)
        self.setAccessibleDescription(listed((grouped(figure.now), note)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._open_list()

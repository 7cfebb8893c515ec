"""Beside the month: the marked day by its full name, what stands on it, and what can be begun on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.services.calendar_month import Planned
from desktop.ui.lines import LineList
from desktop.ui.screens.calendar.looks import line_of
from desktop.ui.widgets.labels import EmptyState, badge, h2, muted, set_badge
from desktop.ui.widgets.wording import grouped, long

_WIDTH = 308


class DayPane(QFrame):
    """Arrows walk through the day, Enter opens what is marked, Escape goes back to the month."""

    opened = Signal(str)  # the key of a thing
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setFixedWidth(_WIDTH)
        self._planned: Mapping[str, Planned] = {}
        self.title, self.count, self.occasion = h2(), muted(), badge("", "danger")
        self.list = LineList(self._fetch, line_of, self.tr("برنامهٔ روز"))
        hint = self.tr("برای افزودن جلسه، رویداد یا مراجعه Ctrl+N را بزنید.")
        self.list.set_empty(EmptyState("calendar-days", self.tr("این روز خالی است"), hint))
        self.list.row_activated.connect(lambda key: self.opened.emit(str(key)))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 14, 12, 10)
        inside.setSpacing(4)
        inside.addWidget(self.title)
        inside.addWidget(self.count)
        inside.addWidget(self.occasion)
        inside.addSpacing(6)
        inside.addWidget(self.list, 1)

    def show_day(self, day: dt.date, occasion: str, planned: Sequence[Planned]) -> None:
        """Another day, or the same with other things on it."""
        self._planned = {one.key: one for one in planned}
        self.title.setText(long(day))
        self.count.setText(self.tr("{many} برنامه").format(many=grouped(len(planned))) if planned else "")
        self.count.setVisible(bool(planned))
        set_badge(self.occasion, occasion, "danger")
        self.occasion.setVisible(bool(occasion))
        self.list.set_ids(list(self._planned))
        self.list.lazy_model.refresh()

    def begin(self) -> None:
        """The cursor goes to the first thing of the day."""
        if self._planned:
            self.list.select_row(0)
            self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _fetch(self, keys: list[Any]) -> list[Planned | None]:
        return [self._planned.get(key) for key in keys]

"""The month of a report: one of the last years, or one step back and on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.domain.persian.calendar import shift_month
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.wording import month_title

_MONTHS = 60


class MonthPicker(QWidget):
    """`newest` is the month that is running now; it may be looked at, but the whole ones come first to mind."""

    changed = Signal(str)

    def __init__(self, newest: str) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("ماه گزارش"))
        self.box.setMinimumWidth(180)
        self.box.setMaxVisibleItems(14)
        for back in range(_MONTHS):
            month = shift_month(newest, -back)
            running = self.tr("{month} (ناتمام)").format(month=month_title(month))
            self.box.addItem(month_title(month) if back else running, month)
        self.box.setCurrentIndex(1)
        self.box.currentIndexChanged.connect(self._tell)
        self.earlier = icon_button("chevron-left", self.tr("ماه پیش"), lambda: self._step(1), shortcut="Alt+PgUp")
        self.later = icon_button("chevron-right", self.tr("ماه بعد"), lambda: self._step(-1), shortcut="Alt+PgDown")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for part in (self.earlier, self.box, self.later):
            inside.addWidget(part)

    def month(self) -> str:
        """The month chosen, as it is stored: "1404-06"."""
        return str(self.box.currentData())

    def choose(self, month: str) -> None:
        place = self.box.findData(month)
        if place >= 0:
            self.box.setCurrentIndex(place)

    def show_month(self, month: str) -> None:
        """Like `choose`, but nothing is told of it; an older month than those offered is added."""
        self.box.blockSignals(True)
        if self.box.findData(month) < 0:
            self.box.addItem(month_title(month), month)
        self.choose(month)
        self.box.blockSignals(False)

    def _step(self, back: int) -> None:
        place = self.box.currentIndex() + back
        if 0 <= place < self.box.count():
            self.box.setCurrentIndex(place)

    def _tell(self) -> None:
        self.earlier.setEnabled(self.box.currentIndex() < self.box.count() - 1)
        self.later.setEnabled(self.box.currentIndex() > 0)
        self.changed.emit(self.month())

"""The month that is set beside the month of the room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.domain.persian.calendar import shift_month
from desktop.ui.widgets.labels import muted
from desktop.ui.widgets.wording import month_title

_MONTHS = 60
_YEAR = 12


class AgainstPicker(QWidget):
    """The month before, the same month a year before, or any other; the first two go with the month of the room."""

    changed = Signal()

    def __init__(self, newest: str) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("ماه دیگر مقایسه"))
        self.box.setMaxVisibleItems(14)
        self.box.addItem(self.tr("ماه پیش"), 1)
        self.box.addItem(self.tr("همین ماه در سال پیش"), _YEAR)
        for back in range(1, _MONTHS):
            month = shift_month(newest, -back)
            self.box.addItem(month_title(month), month)
        self.box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        label = muted(self.tr("مقایسه با"))
        label.setBuddy(self.box)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(label)
        inside.addWidget(self.box)
        inside.addStretch(1)
        self.setFocusProxy(self.box)
        self.hide()

    def month(self, beside: str) -> str:
        """The month chosen, as it is stored, for the month that it stands beside."""
        chosen = self.box.currentData()
        return chosen if isinstance(chosen, str) else shift_month(beside, -chosen)

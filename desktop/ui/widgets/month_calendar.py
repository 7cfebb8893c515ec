"""A month of the office's calendar with what falls on its days; it knows no subject, only lines in colours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.persian.calendar import add_months, jalali_month
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.labels import card, h2
from desktop.ui.widgets.month_grid import DAYS, Items, MonthGrid
from desktop.ui.widgets.wording import month_title


class MonthCalendar(QWidget):
    """Name of the month with a step to each side, and its days below. Whoever owns it brings the items."""

    month_shown = Signal(str)  # "1404-06": its items are wanted
    day_marked = Signal(object)  # date
    day_opened = Signal(object)
    item_opened = Signal(str)

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self._today = today
        self.grid = MonthGrid(today)
        self.title = h2()
        self.title.setMinimumWidth(132)
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.earlier = icon_button("chevron-left", self.tr("ماه پیش"), lambda: self._step(-1))
        self.later = icon_button("chevron-right", self.tr("ماه بعد"), lambda: self._step(1))
        self.to_today = button(self.tr("امروز"), lambda: self.go_to(self._today))
        self.bar = QHBoxLayout()
        self.bar.setSpacing(6)
        for part in (self.earlier, self.title, self.later, self.to_today):
            self.bar.addWidget(part)
        self.setFocusProxy(self.grid)
        frame, within = card(0)
        within.setContentsMargins(6, 4, 6, 6)
        within.addWidget(self.grid)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(frame)
        self.grid.month_wanted.connect(self.go_to)
        self.grid.day_marked.connect(self.day_marked)
        self.grid.day_opened.connect(self.day_opened)
        self.grid.item_opened.connect(self.item_opened)
        self._name()

    def month(self) -> str:
        """The month shown, as it is stored."""
        return self.grid.month_model.month

    def day(self) -> dt.date:
        """The day on which the cursor stands."""
        return self.grid.current_day()

    def span(self) -> tuple[dt.date, dt.date]:
        """The first and the last day that can be seen, those of the neighbouring months included."""
        model = self.grid.month_model
        return model.first, model.first + dt.timedelta(days=model.rowCount() * DAYS - 1)

    def go_to(self, day: dt.date) -> None:
        """Shows a day and puts the cursor on it."""
        month = jalali_month(day)
        if month == self.month():
            self.grid.mark(day)
            return
        self.grid.renew(month, day)
        self._name()
        self.month_shown.emit(month)

    def show_items(self, items: Items, occasions: Mapping[dt.date, str]) -> None:
        """What falls on the days that can be seen, each in its order, and the names of the holidays."""
        self.grid.show_items(items, occasions)

    def _step(self, months: int) -> None:
        self.go_to(add_months(self.day(), months))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        name = month_title(self.month())
        self.title.setText(name)
        self.grid.setAccessibleName(self.tr("روزهای {month}").format(month=name))

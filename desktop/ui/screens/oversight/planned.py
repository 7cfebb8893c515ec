"""Surprise visits that are still to be made: seen by nobody but those who make them (G-26)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.partner_views import planned_inspections
from desktop.ui.form_work import Parts
from desktop.ui.lines import LineButton
from desktop.ui.record_deeds import RecordDeeds
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.facts import clear
from desktop.ui.widgets.labels import EmptyState, h1, scrolled_card
from desktop.ui.widgets.wording import label_of, listed, month_title


class PlannedPage(QWidget):
    """A press opens the form in which the day and the findings are written; then everybody sees the visit."""

    open_record = Signal(str, str)

    def __init__(self, parts: Parts, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._office = parts[0].office
        self._deeds = RecordDeeds(self, parts)
        parts[1].changed.connect(self._changed)
        self.new = button(self.tr("بازدید تازه"), self.new_record, icon_name="plus", look="primary", shortcut="F6")
        head = QHBoxLayout()
        head.addWidget(h1(self.tr("بازدیدهای برنامه‌ریزی‌شده")))
        head.addStretch(1)
        head.addWidget(self.new)
        area, self._inside = scrolled_card(2)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addWidget(area, 1)
        self.setFocusProxy(self.new)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Reads the plan again."""
        with self._office.read() as rows:
            planned = planned_inspections(rows)
        clear(self._inside)
        for row in planned:
            detail = listed((month_title(row["planned_month"]), label_of("policy_document", row["policy_document"])))
            open_it = self._opener(str(row["id"]))
            self._inside.addWidget(LineButton("search-check", "primary", row["place_text"] or "—", detail, "", open_it))
        if not planned:
            told = self.tr("بازدیدی برنامه‌ریزی نشده است"), self.tr("ماه، سند و مکان را بنویسید؛ روز آن هنگام بازدید.")
            self._inside.addWidget(EmptyState("search-check", *told))

    def new_record(self) -> None:
        self._deeds.add("inspection")

    def _opener(self, record_id: str) -> Any:
        return lambda: self._deeds.edit("inspection", record_id)

    def _changed(self, changes: Any) -> None:
        if "inspection" in changes.kinds and self.isVisible():
            self.reload()

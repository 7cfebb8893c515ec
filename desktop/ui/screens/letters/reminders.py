"""«یادآوری به دستگاه‌های بی‌پاسخ»: which agencies are reminded, a letter for each, all printed in one go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.services.letters import Waiting
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import h2, muted, small
from desktop.ui.widgets.wording import dashed, grouped

_WIDTH, _TALLEST = 560, 620


class RemindersDialog(QDialog):
    """Emits the ids of the agencies that were ticked; those past their day are ticked at first."""

    chosen = Signal(list)

    def __init__(self, parent: QWidget, waiting: Sequence[Waiting]) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("یادآوری به دستگاه‌های بی‌پاسخ"))
        self.boxes: dict[str, QCheckBox] = {}
        holder = QWidget()
        holder.setProperty("look", "scrolled")
        rows = QVBoxLayout(holder)
        rows.setSpacing(10)
        for one in waiting:
            rows.addLayout(self._row(one))
        rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        self.save = button(self.tr("نوشتن و چاپ"), self._accept, icon_name="printer", look="primary")
        lower = QHBoxLayout()
        lower.addWidget(self.save)
        lower.addStretch(1)
        lower.addWidget(button(self.tr("انصراف"), self.reject))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addWidget(h2(self.windowTitle()))
        inside.addWidget(muted(self.tr("برای هر دستگاه یک نامه با همهٔ ارجاع‌های بی‌پاسخش نوشته می‌شود."), wrap=True))
        inside.addWidget(area, 1)
        inside.addLayout(lower)
        self.resize(_WIDTH, min(_TALLEST, 240 + 58 * len(waiting)))
        self._tell()

    def _row(self, one: Waiting) -> QVBoxLayout:
        box = QCheckBox(one.agency)
        box.setChecked(one.overdue > 0)
        box.toggled.connect(lambda _on: self._tell())
        self.boxes[one.agency_id] = box
        told = [
            self.tr("{n} ارجاع بی‌پاسخ").format(n=grouped(one.referrals)),
            self.tr("{n} گذشته از مهلت").format(n=grouped(one.overdue)),
            self.tr("کهنه‌ترین {n} روز").format(n=grouped(one.oldest_days)),
        ]
        if one.reminded:
            told.append(self.tr("{n} بار یادآوری‌شده").format(n=grouped(one.reminded)))
        made = QVBoxLayout()
        made.setSpacing(1)
        made.addWidget(box)
        made.addWidget(small(dashed(told)))
        return made

    def _tell(self) -> None:
        self.save.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def _accept(self) -> None:
        self.chosen.emit([agency for agency, box in self.boxes.items() if box.isChecked()])
        self.accept()

"""A whole page with one form: heading, the fields in a card that scrolls, the buttons always in sight."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.form_kit import Form, Sources
from desktop.ui.widgets.labels import card, h1, muted

if TYPE_CHECKING:
    from desktop.domain.fields import About


class FormPage(QWidget):
    """Emits what was typed; whoever shows the page saves it or shows the refusals in it."""

    submitted = Signal(dict)
    cancelled = Signal()

    def __init__(
        self,
        fields: Mapping[str, About],
        sources: Sources,
        save: str,
        *,
        headings: Mapping[str, str] | None = None,
        columns: int = 3,
    ) -> None:
        super().__init__()
        self.form = Form(fields, sources, columns=columns, headings=headings)
        self.form.submitted.connect(self._submit)
        self.title = h1()
        self.hint = muted(self.tr("خانه‌های ستاره‌دار باید پر شوند."))
        self.save = button(save, self._submit, look="primary", icon_name="save")
        self.save.setToolTip(tip(save, "F2"))
        QShortcut(QKeySequence("F2"), self).activated.connect(self._submit)
        self.cancel = button(self.tr("انصراف"), self.cancelled.emit)
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(icon_button("arrow-left", self.tr("بازگشت"), self.cancelled.emit))
        upper.addWidget(self.title)
        upper.addWidget(self.hint)
        upper.addStretch(1)
        self.extra = QHBoxLayout()
        upper.addLayout(self.extra)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.save)
        lower.addWidget(self.cancel)
        lower.addStretch(1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 18)
        inside.setSpacing(14)
        inside.addLayout(upper)
        inside.addWidget(self._scrolled(), 1)
        inside.addLayout(lower)

    def begin(self, title: str, values: Mapping[str, object]) -> None:
        """A heading and what stands in the fields; the cursor goes to the first."""
        self.title.setText(title)
        self.form.set_values(values)
        self.save.setEnabled(True)
        self.form.focus_first()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.save.setEnabled(True)
        self.form.show_problems(problems)

    def add_extra(self, made: QPushButton) -> None:
        """A quiet button beside the heading."""
        self.extra.addWidget(made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def _scrolled(self) -> QWidget:
        frame, within = card()
        within.setContentsMargins(6, 6, 6, 6)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("look", "scrolled")
        held = QVBoxLayout(holder)
        held.setContentsMargins(18, 10, 18, 10)
        held.addWidget(self.form)
        area.setWidget(holder)
        within.addWidget(area)
        return frame

    def _submit(self) -> None:
        if not self.save.isEnabled():
            return
        problems = self.form.problems()
        if problems:
            self.form.show_problems(problems)
            return
        self.save.setEnabled(False)
        self.submitted.emit(self.form.values())

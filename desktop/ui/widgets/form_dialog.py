"""A small form that stands over its page: what a step or a short record needs, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.form_kit import Form, Sources
from desktop.ui.widgets.labels import h1, muted

if TYPE_CHECKING:
    from desktop.domain.fields import About

_WIDTH = 620


class FormDialog(QDialog):
    """Emits what was typed; whoever opened it saves and then closes it or shows the refusals in it."""

    submitted = Signal(dict)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        fields: Mapping[str, About],
        sources: Sources,
        save: str,
        *,
        hint: str = "",
        columns: int = 2,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(fields, sources, columns=columns)
        self.form.submitted.connect(self._submit)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 22, 24, 20)
        inside.setSpacing(14)
        inside.addWidget(h1(title))
        if hint:
            words = muted(hint, wrap=True)
            words.setFixedWidth(_WIDTH - 48)
            words.setFixedHeight(words.heightForWidth(_WIDTH - 48))
            inside.addWidget(words)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("look", "scrolled")
        held = QVBoxLayout(holder)
        held.setContentsMargins(2, 0, 2, 0)
        held.addWidget(self.form)
        area.setWidget(holder)
        inside.addWidget(area, 1)
        self.save = button(save, self._submit, look="primary")
        self.save.setToolTip(tip(save, "F2"))
        QShortcut(QKeySequence("F2"), self).activated.connect(self._submit)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addStretch(1)
        lower.addWidget(self.save)
        lower.addWidget(button(self.tr("انصراف"), self.reject))
        inside.addLayout(lower)
        self._size(holder)

    def show_values(self, values: Mapping[str, object]) -> None:
        """What stands in the fields when the dialog opens."""
        self.form.set_values(values)
        self.form.focus_first()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.save.setEnabled(True)
        self.form.show_problems(problems)

    def _submit(self) -> None:
        if not self.save.isEnabled():
            return
        problems = self.form.problems()
        if problems:
            self.form.show_problems(problems)
            return
        self.save.setEnabled(False)
        self.submitted.emit(self.form.values())

    def _size(self, holder: QWidget) -> None:
        most = QGuiApplication.primaryScreen().availableGeometry().height() - 80
        self.resize(_WIDTH, min(holder.sizeHint().height() + 170, most))

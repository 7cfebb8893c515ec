"""The one shape of all forms: title and hint, the fields in a part that scrolls, the buttons always in sight.

A form stands in a page of its own or, as a dialog, over the page it belongs to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.ui.widgets.buttons import button, icon_button, tip
from desktop.ui.widgets.form_kit import Form, Sources
from desktop.ui.widgets.labels import card, h1, muted, small

if TYPE_CHECKING:
    from desktop.domain.fields import About

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROOM = 80  # pixels of the screen that a dialog leaves free
_AROUND = 156  # title and buttons of a dialog, and the gaps
_FEW, _NARROW, _WIDE, _TALLEST = 6, 460, 760, 680


class FormFrame(QWidget):
    """Emits what was typed; whoever shows it saves that or shows the refusals in it."""

    submitted = Signal(dict)
    cancelled = Signal()

    def __init__(
        self,
        fields: Mapping[str, About],
        sources: Sources,
        save: str,
        *,
        hint: str | None = None,
        headings: Mapping[str, str] | None = None,
        columns: int = 3,
        as_page: bool = True,
    ) -> None:
        """`hint`: None says what is true of every form."""
        super().__init__()
        self.form = Form(fields, sources, columns=columns, headings=headings)
        self.form.submitted.connect(self.submit)
        self.title = h1()
        usual = self.tr("خانه‌های ستاره‌دار باید پر شوند. پیش‌نویس خودکار در همین رایانه نگه داشته می‌شود.")
        self.hint = muted(usual if hint is None else hint, wrap=not as_page)
        self.save = button(save, self.submit, look="primary", icon_name="save")
        self.save.setToolTip(tip(save, "F2"))
        self.cancel = button(self.tr("انصراف"), self.cancelled.emit)
        QShortcut(QKeySequence("F2"), self).activated.connect(self.submit)
        self.keys = small(self.tr("خانهٔ بعد: Enter   ثبت: F2   بستن: Esc"))
        self.extra = QHBoxLayout()
        self._lay_out(as_page)

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

    def submit(self) -> None:
        """Reads every field; sends what was typed once, or shows what is wrong."""
        if not self.save.isEnabled():
            return
        problems = self.form.problems()
        if problems:
            self.form.show_problems(problems)
            return
        self.save.setEnabled(False)
        self.submitted.emit(self.form.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() not in _ENTERS:  # Enter belongs to the fields; it must not press a dialog's button
            super().keyPressEvent(event)

    def _lay_out(self, as_page: bool) -> None:
        upper = QVBoxLayout() if not as_page else QHBoxLayout()
        upper.setSpacing(12 if as_page else 6)
        if as_page:
            upper.addWidget(icon_button("arrow-left", self.tr("بازگشت"), self.cancelled.emit))
        upper.addWidget(self.title)
        upper.addWidget(self.hint)
        if as_page:
            upper.addStretch(1)
        upper.addLayout(self.extra)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        lower.addWidget(self.keys, 1)
        lower.addWidget(self.save)
        lower.addWidget(self.cancel)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 18)
        inside.setSpacing(14)
        inside.addLayout(upper)
        inside.addWidget(self._scrolled(as_page), 1)
        inside.addLayout(lower)

    def _scrolled(self, as_page: bool) -> QWidget:
        self.holder = QWidget()
        self.holder.setProperty("look", "scrolled")
        held = QVBoxLayout(self.holder)
        side = 18 if as_page else 8
        held.setContentsMargins(side, 10 if as_page else 2, side, 10)
        held.addWidget(self.form)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.holder)
        if not as_page:
            return area
        frame, within = card()
        within.setContentsMargins(6, 6, 6, 6)
        within.addWidget(area)
        return frame


class FormDialog(QDialog):
    """A form over its page. Escape, the cross and «انصراف» close it when `may_close` agrees."""

    submitted = Signal(dict)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        fields: Mapping[str, About],
        sources: Sources,
        save: str,
        *,
        hint: str | None = None,
        headings: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        few = sum(about.in_form and not about.by_program for about in fields.values()) <= _FEW
        self.frame = FormFrame(
            fields, sources, save, hint=hint, headings=headings, columns=1 if few else 2, as_page=False
        )
        self.form = self.frame.form
        self.may_close: Callable[[], bool] = lambda: True
        self.frame.title.setText(title)
        self.frame.submitted.connect(self.submitted)
        self.frame.cancelled.connect(self.reject)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.frame)
        self._size(_NARROW if few else _WIDE)

    def show_values(self, values: Mapping[str, object]) -> None:
        """What stands in the fields when the dialog opens."""
        self.frame.begin(self.windowTitle(), values)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        self.frame.show_problems(problems)

    def reject(self) -> None:
        """Closes, unless something typed would be lost and the user wants it back."""
        if self.may_close():
            super().reject()

    def _size(self, width: int) -> None:
        words = self.frame.hint
        words.setFixedWidth(width - 48)
        words.setFixedHeight(words.heightForWidth(width - 48) if words.text() else 0)
        self.resize(max(width, self.frame.holder.minimumSizeHint().width() + 70), self.height())
        self.fit()

    def fit(self) -> None:
        """As tall as the fields shown now need, within the screen."""
        room = QGuiApplication.primaryScreen().availableGeometry().height()
        needed = self.frame.holder.sizeHint().height() + self.frame.hint.height() + _AROUND
        self.resize(self.width(), min(room - _ROOM, _TALLEST, needed))

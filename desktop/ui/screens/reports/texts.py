"""What the manager writes into a draft, section by section; saved while it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.domain.report_codes import REQUESTS
from desktop.ui.widgets.field_widgets import TextBox
from desktop.ui.widgets.labels import error, label, small
from desktop.ui.widgets.wording import labels_of, told_all

SAVED_AFTER = 1200
"""Milliseconds of silence after which what was typed is saved."""
_FIRST = ("summary", REQUESTS)
_NOT_WRITTEN = frozenset({"annex", "signatures"})


class SectionText(QWidget):
    """One section: its title, the text, and whether it is saved. Emits what was typed once it rests."""

    written = Signal(str, str)

    def __init__(self, code: str, title: str) -> None:
        super().__init__()
        self.code, self._kept = code, ""
        self.box = TextBox()
        self.box.setAccessibleName(title)
        self.state, self.problem = small(), error()
        self.problem.hide()
        self._rest = QTimer(self, singleShot=True, interval=SAVED_AFTER)
        self._rest.timeout.connect(self.save_now)
        self.box.textChanged.connect(self._typed)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 4)
        inside.setSpacing(3)
        inside.addWidget(label(title, "strong"))
        inside.addWidget(self.box)
        inside.addWidget(self.problem)
        inside.addWidget(self.state)
        self.setFocusProxy(self.box)

    def show_text(self, text: str, *, may_write: bool) -> None:
        """What is stored; what is typed and not yet saved stays."""
        self.box.setReadOnly(not may_write)
        if self.is_dirty() and may_write:
            return
        if self.box.toPlainText() != text:
            self.box.blockSignals(True)
            self.box.setPlainText(text)
            self.box.blockSignals(False)
            self.state.setText("")
            self.problem.hide()
        self._kept = text

    def is_dirty(self) -> bool:
        return self.box.toPlainText() != self._kept

    def save_now(self) -> None:
        """Tells what was typed, if anything was."""
        self._rest.stop()
        if self.is_dirty() and not self.box.isReadOnly():
            self.state.setText(self.tr("در حال ذخیره…"))
            self.written.emit(self.code, self.box.toPlainText())

    def saved(self, text: str) -> None:
        """This text is in the office's file."""
        self._kept = text
        self.problem.hide()
        self.state.setText(self.tr("ذخیره شد.") if not self.is_dirty() else "")

    def refused(self, problems: Sequence[Problem]) -> None:
        """Why it is not saved; what was typed stays."""
        self.state.setText(self.tr("هنوز ذخیره نشده است."))
        self.problem.setText(told_all(problems))
        self.problem.show()

    def _typed(self) -> None:
        self.state.setText("")
        self._rest.start()


class TextsPanel(QScrollArea):
    """The summary and the requests stand first; a text for another section is begun from a list."""

    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sections: dict[str, SectionText] = {}
        self._may_write = True
        self._titles = {code: text for code, text in labels_of("report_text").items() if code not in _NOT_WRITTEN}
        holder = QWidget()
        holder.setProperty("look", "scrolled")
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(2, 2, 8, 2)
        self._column.setSpacing(6)
        hint = self.tr("این متن‌ها در صفحه‌ها می‌آیند و هنگام نوشتن ذخیره می‌شوند. نام ساکنان نوشته نمی‌شود.")
        self.hint = small(hint, wrap=True)
        self._column.addWidget(self.hint)
        self.more = QComboBox()
        self.more.setAccessibleName(self.tr("متن برای بخش دیگر"))
        self.more.activated.connect(self._begin)
        self._column.addWidget(self.more)
        self._column.addStretch(1)
        for code in _FIRST:
            self._add(code)
        self.setWidget(holder)
        self._list_more()

    def show_texts(self, narrative: Sequence[Row], *, may_write: bool) -> None:
        """The stored texts; of a signed report they can only be read."""
        self._may_write = may_write
        stored = {row["section"]: row["text"] for row in narrative}
        for code in stored:
            if code in self._titles and code not in self.sections:
                self._add(code)
        for code, section in self.sections.items():
            section.show_text(stored.get(code, ""), may_write=may_write)
        self._list_more()

    def save_now(self) -> None:
        """What was typed is saved before the month is left."""
        for section in self.sections.values():
            section.save_now()

    def saved(self, code: str, text: str) -> None:
        self.sections[code].saved(text)

    def refused(self, code: str, problems: Sequence[Problem]) -> None:
        self.sections[code].refused(problems)

    def _add(self, code: str) -> SectionText:
        made = SectionText(code, self._titles[code])
        made.written.connect(self.written)
        self.sections[code] = made
        self._column.insertWidget(self._column.count() - 2, made)
        return made

    def _begin(self, place: int) -> None:
        code = self.more.itemData(place)
        if code:
            made = self._add(code)
            made.show_text("", may_write=self._may_write)
            self._list_more()
            made.box.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(made)

    def _list_more(self) -> None:
        """The sections that have no text yet."""
        left: Mapping[str, str] = {code: text for code, text in self._titles.items() if code not in self.sections}
        self.more.clear()
        self.more.addItem(self.tr("متن برای بخش دیگر…"), "")
        for code, text in left.items():
            self.more.addItem(text, code)
        self.more.setVisible(bool(left) and self._may_write)

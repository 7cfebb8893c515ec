"""The records behind one figure; each leads to its file."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.persian.text import search_key
from desktop.services.figure_rows import Behind, RowsBehind
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.finder import SearchLine
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import EmptyState, h2, muted, small
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import dashed, grouped, retold, said, short

_SIZE = QSize(620, 560)
_MOST = 1000
"""Lines that are shown at once; the search narrows all of them."""
_HEIGHT = 40
_COUNTED: tuple[str, Tone] = ("check", "primary")
_BESIDE: tuple[str, Tone] = ("minus", "muted")


class RowsDialog(QDialog):
    """Typing narrows the list, Enter opens the record that is marked."""

    open_record = Signal(str, str)

    def __init__(self, parent: QWidget, title: str, value: str, found: RowsBehind) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(_SIZE)
        self._rows = found.rows
        self._of_one_kind = len({row.kind for row in found.rows}) == 1
        self.count = muted()
        self.list = QListWidget()
        self.list.setProperty("look", "checks")
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self.open_current())
        self.search = SearchLine(self.tr("جست‌وجو در این ردیف‌ها"))
        self.search.searched.connect(lambda _text: self._fill())
        self.search.left_down.connect(lambda: self.list.setFocus(Qt.FocusReason.OtherFocusReason))
        upper = QHBoxLayout()
        upper.addWidget(h2(title))
        upper.addStretch(1)
        upper.addWidget(h2(value))
        lower = QHBoxLayout()
        lower.addWidget(button(self.tr("باز کردن پرونده"), self.open_current, look="primary"))
        lower.addWidget(self.count)
        lower.addStretch(1)
        lower.addWidget(button(self.tr("بستن"), self.reject))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(22, 18, 22, 18)
        inside.setSpacing(12)
        inside.addLayout(upper)
        if found.unseen:
            hidden = self.tr("{n} ردیف دیگر هم هست که با نقش شما دیده نمی‌شود.")
            inside.addWidget(small(hidden.format(n=grouped(found.unseen)), wrap=True))
        if self._rows:
            inside.addWidget(self.search)
            inside.addWidget(self.list, 1)
            self._fill()
            self.list.setFocus()
        else:
            none = self.tr("ردیفی پشت این رقم نیست"), self.tr("در این ماه چیزی از این دست ثبت نشده است.")
            inside.addWidget(EmptyState("list-checks", *none), 1)
        inside.addLayout(lower)

    def open_current(self) -> None:
        """Leaves for the record that is marked."""
        item = self.list.currentItem()
        if item is not None:
            row: Behind = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self.open_record.emit(row.kind, row.record_id)

    def _fill(self) -> None:
        typed = search_key(self.search.text())
        shown = [row for row in self._rows if typed in search_key(f"{row.title} {row.detail}")]
        self.list.clear()
        for row in shown[:_MOST]:
            self.list.addItem(self._item(row))
        self.list.setCurrentRow(0)
        told = self.tr("{n} ردیف") if len(shown) <= _MOST else self.tr("{n} ردیف؛ نخستین‌ها دیده می‌شوند")
        self.count.setText(told.format(n=grouped(len(shown))))

    def _item(self, row: Behind) -> QListWidgetItem:
        """A record that is only in what the figure is divided by is told quietly."""
        name, tone = _COUNTED if row.counts else _BESIDE
        kind = "" if self._of_one_kind else said(KINDS[row.kind].label)
        detail, day = retold(row.detail), short(row.on) if row.on else ""
        parts = (kind, row.title, detail, "" if day in detail else day)
        made = QListWidgetItem(icon(name, tone), dashed(parts))
        made.setData(Qt.ItemDataRole.UserRole, row)
        made.setSizeHint(QSize(0, _HEIGHT))
        return made

"""The upper part of every list: a line that searches while one types, and a table that fits its width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.lazy_table import Column, LazyTable

_PAUSE = 90  # ms of silence after which the list is asked
_LEAST = 200  # pixels kept for the column that takes what the others leave


class SearchLine(QLineEdit):
    """Asks after a short silence; Down or Enter goes on to the list, Escape empties the line."""

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reading_line(self)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(False)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda _text: self._pause.start())

    def begin(self) -> None:
        """Puts the cursor here; what is written is marked, so that typing begins anew."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class FittingTable(LazyTable):
    """A list that leaves out its least needed columns when it is narrow, instead of cutting their texts."""

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[list[Any]], Sequence[Any]],
        name: str,
        *,
        jump: Callable[[str], int | None] | None = None,
        droppable: Sequence[str] = (),
        least: int = _LEAST,
        parent: QWidget | None = None,
    ) -> None:
        """`droppable`: keys of the columns that may go, the first to go first; `least`: what the widest keeps."""
        super().__init__(columns, fetch, name, jump=jump, parent=parent)
        self._least = least
        self._droppable = [key for key in droppable if key in {column.key for column in columns}]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = self.lazy_model.columns
        widths = {key: width or self._least for key, width in self.widths.items()}
        needed = sum(widths.values())
        gone: set[str] = set()
        for key in self._droppable:
            if needed <= self.viewport().width():
                break
            gone.add(key)
            needed -= widths[key]
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column.key in gone)

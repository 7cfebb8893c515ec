"""The one search field that finds anything, the rooms as well: Ctrl+K or F3, type, Enter."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.context import AppContext
from desktop.domain.persian.text import words
from desktop.services.finding import found
from desktop.store.search import Hit
from desktop.ui.operations import Operations, Progress
from desktop.ui.shell.results import Results
from desktop.ui.shell.screens import ROOM, SCREEN_OF_KIND, SCREENS, key_of, screen_title
from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.icons import icon

_PAUSE = 120  # ms
_LOOKED_AT = 60
_SHOWN = 20


class GlobalSearch(QLineEdit):
    """Searches in a worker and opens the record that is chosen."""

    chosen = Signal(str, str)  # kind, record id

    def __init__(self, context: AppContext, operations: Operations, over: QWidget) -> None:
        """`over` is the widget on which the results are laid."""
        super().__init__()
        self._context, self._operations, self._over = context, operations, over
        self._asked = 0
        reading_line(self)
        self.setProperty("look", "search")
        self.setPlaceholderText(self.tr("جست‌وجو در ساکنان، خانوارها، کارگاه‌ها و نیازها…") + "  \u200eCtrl+K")
        self.setAccessibleName(self.tr("جست‌وجو در همه‌چیز"))
        self.addAction(icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.results = Results(over)
        self.results.chosen.connect(self._open)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.textChanged.connect(lambda _text: self._pause.start())

    def begin(self) -> None:
        """Takes the focus, ready for a new word."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 7, Qt.Key.Key_PageUp: -7}
        key = event.key()
        if key in steps and self.results.isVisible():
            self.results.walk(steps[Qt.Key(key)])
        elif key == Qt.Key.Key_Down and not self.text().strip():
            self._show(rooms_called(""))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.results.isVisible() and not self._pause.isActive():
            self.results.take_marked()
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.results.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.results.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text().strip():
            self._pause.start()

    def _search(self) -> None:
        typed = self.text().strip()
        self._asked += 1
        if not typed:
            self.results.hide()
            return
        number, context, rooms = self._asked, self._context, rooms_called(typed)

        def work(_progress: Progress) -> list[Hit]:
            with context.office.read() as rows:
                hits = found(rows, typed, _LOOKED_AT, context.spelling)
            shown = (hit for hit in hits if hit.kind in SCREEN_OF_KIND)
            return [*rooms, *shown][:_SHOWN]

        self._operations.run(work, lambda hits: self._found(number, hits), title=self.tr("در حال جست‌وجو…"))

    def _found(self, number: int, hits: list[Hit]) -> None:
        if number == self._asked and self.hasFocus():
            self._show(hits)

    def _show(self, hits: list[Hit]) -> None:
        at = self.mapTo(self._over, QPoint(0, 0))
        self.results.show_hits(hits, QRect(at, self.size()))

    def _open(self, hit: Hit) -> None:
        self.clear()
        self._pause.stop()
        self.results.hide()
        self.chosen.emit(hit.kind, hit.record_id)


def rooms_called(typed: str) -> list[Hit]:
    """The rooms in whose names every typed word begins a word; all of them while nothing is typed."""
    sought = words(typed)

    def fits(title: str) -> bool:
        return all(any(word.startswith(one) for word in words(title)) for one in sought)

    found = [(entry.name, screen_title(entry.name)) for entry in SCREENS]
    return [Hit(ROOM, name, title, _key_text(name), "") for name, title in found if fits(title)]


def _key_text(name: str) -> str:
    """The key of a room, as it stands on the keyboard."""
    key = key_of(name)
    return f"\u200e{key}" if key else ""

"""A line that offers choices while one types, for code lists and for links to other records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.persian.text import search_key
from desktop.ui.widgets.direction import elided, reading_line
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.theme import colors
from desktop.ui.widgets.wording import dashed

Choice = tuple[str, str, str]
"""Key, title, detail (the detail stands small under the title and may be empty)."""
Choices = Callable[[str], Sequence[Choice]]
"""What may be chosen for the text typed so far; best first."""

_KEY = Qt.ItemDataRole.UserRole
_DETAIL = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 8
_BY_MOUSE = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)


def code_choices(codes: Mapping[str, str], *, optional: str = "") -> Choices:
    """Choices of a code list, found in any spelling. `optional`: text of the empty one.

    First what begins so, then a word that does, then the beginnings of several words («م ت»: میلیون تومان), then
    any part.
    """
    folded = [(code, text, search_key(text), _words(text)) for code, text in codes.items()]

    def search(typed: str) -> list[Choice]:
        key, parts = search_key(typed), _words(typed)
        if not key:
            none = [("", optional, "")] if optional else []
            return none + [(code, text, "") for code, text, _, _ in folded]
        ranked = [(_rank(key, parts, whole, words), place) for place, (_, _, whole, words) in enumerate(folded)]
        return [(folded[place][0], folded[place][1], "") for rank, place in sorted(ranked) if rank < _NOWHERE]

    return search


_NOWHERE = 4
_BETWEEN_WORDS = re.compile("[\\s\u200c/،؛()«».-]+")


def _words(text: str) -> list[str]:
    return [key for word in _BETWEEN_WORDS.split(text) if (key := search_key(word))]


def _rank(key: str, parts: list[str], whole: str, words: list[str]) -> int:
    if whole.startswith(key):
        return 0
    if any(word.startswith(key) for word in words):
        return 1
    left = iter(words)
    if all(any(word.startswith(part) for word in left) for part in parts):
        return 2
    return 3 if key in whole else _NOWHERE


class Picker(QLineEdit):
    """Type to find, Down for all, Enter takes the marked choice, Escape gives the former one back."""

    chosen = Signal()
    advance = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None, *, takes_first: bool = False) -> None:
        """`takes_first`: whoever leaves by a key takes the first of several; of people only the one that is left."""
        super().__init__(parent)
        self._choices, self._takes_first = choices, takes_first
        self._key, self._title = "", ""
        self._popup: _ChoiceList | None = None
        reading_line(self)
        self._opener = QAction(icon("chevron-down"), self.tr("نمایش همه"), self)
        self._opener.triggered.connect(self._toggle)
        self.addAction(self._opener, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._typed)

    def key(self) -> str | None:
        """The key chosen, or None."""
        return self._key or None

    def raw(self) -> str:
        """What is typed and is none of the choices yet."""
        return "" if self._key else self.text().strip()

    def choose(self, key: str | None, title: str = "") -> None:
        """Shows a choice as made; None for nothing."""
        self._key, self._title = key or "", title if key else ""
        self.setText(self._title)
        self.setCursorPosition(0)
        self.close_list()

    def set_choices(self, choices: Choices) -> None:
        """Other choices from now on; what is shown stays."""
        self._choices = choices

    def is_open(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def open_list(self, typed: str = "") -> None:
        """Shows the choices for `typed`."""
        if self.isReadOnly() or not self.isEnabled():
            return
        if self._popup is None:
            self._popup = _ChoiceList(self)
            self._popup.clicked.connect(self._take)
        self._popup.offer(self._choices(typed), self._key, self.tr("چیزی پیدا نشد"), mark_first=bool(typed.strip()))

    def close_list(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.is_open():
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._take_marked()
                self.close_list()
            elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._take_marked():
                    self.advance.emit()
                return True
        escaping = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escaping and event.type() == QEvent.Type.ShortcutOverride and self.is_open():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            if self._popup is not None and self.is_open():
                self._popup.walk(key)
            elif key == Qt.Key.Key_Down:
                self.open_list(self.raw())
            return
        if key == Qt.Key.Key_Escape and self.is_open():
            self.choose(self._key or None, self._title)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.is_open() and not self.raw():
            self.open_list()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _BY_MOUSE:
            self.settle()
        self.close_list()
        if self.raw():
            self._take_exact()
        super().focusOutEvent(event)

    def settle(self) -> None:
        """Takes what the typing means, before it is read: the marked choice, else the first, or the only one left."""
        if not self.raw():
            return
        if self._takes_first and self.is_open() and self._take_marked():
            return
        found = self._choices(self.raw())
        if found and (self._takes_first or len(found) == 1):
            self.choose(found[0][0], found[0][1])
            self.chosen.emit()

    def _typed(self, text: str) -> None:
        self._key, self._title = "", ""
        if text.strip():
            self.open_list(text)
        else:
            self.close_list()
        self.chosen.emit()

    def _toggle(self) -> None:
        if self.is_open():
            self.close_list()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.open_list()

    def _take_exact(self) -> None:
        """Takes what is typed when it names just one choice."""
        key = search_key(self.raw())
        same = [choice for choice in self._choices(self.raw()) if search_key(choice[1]) == key]
        if len(same) == 1:
            self.choose(same[0][0], same[0][1])
            self.chosen.emit()

    def _take_marked(self) -> bool:
        marked = self._popup.currentIndex() if self._popup else QModelIndex()
        if not marked.isValid():
            self.close_list()
            return not self.raw()
        self._take(marked)
        return True

    def _take(self, index: QModelIndex) -> None:
        key = index.data(_KEY)
        if key is None:
            return
        self.choose(key, index.data(Qt.ItemDataRole.DisplayRole))
        self.chosen.emit()


class _ChoiceList(QListView):
    """The list under a picker. It never takes the focus: one goes on typing in the line."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setProperty("look", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(line.window().layoutDirection())
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_ChoiceDelegate(self))
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setAccessibleName(line.accessibleName())
        line.window().installEventFilter(self)

    def offer(self, choices: Sequence[Choice], now: str, nothing: str, *, mark_first: bool) -> None:
        model = self._items
        model.clear()
        for key, title, detail in choices:
            item = QStandardItem(title)
            item.setData(key, _KEY)
            item.setData(detail, _DETAIL)
            item.setData(dashed((title, detail)), Qt.ItemDataRole.AccessibleTextRole)
            item.setEditable(False)
            model.appendRow(item)
        if not choices:
            item = QStandardItem(nothing)
            item.setEnabled(False)
            model.appendRow(item)
        places = [place for place, choice in enumerate(choices) if choice[0] == now and now]
        if choices and (places or mark_first):
            self.setCurrentIndex(model.index(places[0] if places else 0, 0))
        self._place()

    def walk(self, key: int) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
        last = self.model().rowCount() - 1
        at = self.currentIndex().row() + step[Qt.Key(key)] if self.currentIndex().isValid() else 0
        self.setCurrentIndex(self.model().index(min(max(at, 0), last), 0))

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """It stays under its line also where the window grows by a word while one types."""
        if event.type() == QEvent.Type.Hide:
            self.hide()
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.isVisible():
            QTimer.singleShot(0, self, self._follow)
        return False

    def _follow(self) -> None:
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        rows = min(self.model().rowCount(), _MOST_ROWS)
        height = sum(self.sizeHintForRow(row) for row in range(rows)) + 12
        width = max(self._line.width(), 200)
        room = self._line.screen().availableGeometry()
        right = self._line.isRightToLeft() or self.isRightToLeft()
        x = self._line.width() - width if right else 0
        at = self._line.mapToGlobal(QPoint(x, self._line.height() + 3))
        if at.y() + height > room.bottom():
            at.setY(self._line.mapToGlobal(QPoint(0, -height - 3)).y())
        self.setGeometry(QRect(at, QSize(width, height)))
        self.show()
        self.scrollTo(self.currentIndex())


class _ChoiceDelegate(QStyledItemDelegate):
    """A title, and under it its detail, small."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, 50 if index.data(_DETAIL) else 34)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        table = colors()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state = option.state
        box: QRect = option.rect
        marked = bool(state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        if marked and index.data(_KEY) is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(table.primary_s))
            painter.drawRoundedRect(box, 6, 6)
        inner = box.adjusted(10, 0, -10, 0)
        detail = str(index.data(_DETAIL) or "")
        faded = index.data(_KEY) in (None, "")
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(option.direction)
        painter.setPen(QColor(table.muted if faded else table.primary if marked else table.text))
        upper = inner.adjusted(0, 4, 0, -inner.height() // 2 + 2) if detail else inner
        title = elided(painter.fontMetrics(), str(index.data()), inner.width())
        painter.drawText(upper, flags, title)
        if detail:
            font = QFont(painter.font())
            font.setPixelSize(12)
            painter.setFont(font)
            painter.setPen(QColor(table.muted))
            text = elided(painter.fontMetrics(), detail, inner.width())
            painter.drawText(inner.adjusted(0, inner.height() // 2 - 2, 0, -4), flags, text)
        painter.restore()

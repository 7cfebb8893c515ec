"""The list of what the global search found, under its line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.store.search import Hit
from desktop.ui.shell.screens import ROOM, SCREEN_OF_KIND, SCREENS
from desktop.ui.titles import entry_title
from desktop.ui.widgets.direction import elided
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.labels import muted
from desktop.ui.widgets.theme import Tone, colors
from desktop.ui.widgets.wording import listed, retold, said

Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole
_NO_INDEX = QModelIndex()
_ROW = 54
_MOST_ROWS = 8
_TONES: dict[str, Tone] = {"person": "primary", "household": "info", "workshop": "warn", "need": "danger"}


class _Hits(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        if role == _HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{_kind(hit)}: {listed((entry_title(hit.title), _detail(hit)))}"
        return None


class _HitDelegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(_HIT)
        table, direction, box = colors(), option.direction, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setBrush(QColor(table.primary_s if option.state & QStyle.StateFlag.State_Selected else table.hover))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 9, 9)
        tone = _TONES.get(hit.kind, "muted")
        tile = QStyle.visualRect(direction, box, QRect(box.left() + 10, box.center().y() - 16, 34, 34))
        painter.setBrush(QColor(table.soft(tone)))
        painter.drawRoundedRect(tile, 10, 10)
        drawn = pixmap(_icon(hit), tone, 18, painter.device().devicePixelRatioF())
        painter.drawPixmap(tile.left() + 8, tile.top() + 8, drawn)
        self._words(painter, QStyle.visualRect(direction, box, box.adjusted(56, 0, -12, 0)), hit)
        painter.restore()

    def _words(self, painter: QPainter, box: QRect, hit: Hit) -> None:
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        table = colors()
        font = QFont(painter.font())
        small = QFont(font)
        small.setPixelSize(12)
        painter.setFont(small)
        painter.setPen(QColor(table.muted))
        kind = _kind(hit)
        painter.drawText(box, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, kind)
        room = box.width() - painter.fontMetrics().horizontalAdvance(kind) - 12
        inner = QStyle.visualRect(painter.layoutDirection(), box, QRect(box.left(), box.top(), room, box.height()))
        detail = elided(painter.fontMetrics(), _detail(hit), room)
        painter.drawText(inner.adjusted(0, _ROW // 2 - 3, 0, -5), flags, detail)
        painter.setFont(font)
        painter.setPen(QColor(table.text))
        title = elided(painter.fontMetrics(), entry_title(hit.title), room)
        painter.drawText(inner.adjusted(0, 5, 0, -_ROW // 2 + 3), flags, title)


def _kind(hit: Hit) -> str:
    """What stands at the end of the line."""
    return QCoreApplication.translate("Results", "صفحه") if hit.kind == ROOM else said(KINDS[hit.kind].label)


def _detail(hit: Hit) -> str:
    """The small line; a key stands as on the keyboard."""
    return hit.detail if hit.kind == ROOM else retold(hit.detail)


def _icon(hit: Hit) -> str:
    rooms = {entry.name: entry for entry in SCREENS}
    return (rooms[hit.record_id] if hit.kind == ROOM else SCREEN_OF_KIND[hit.kind]).icon


class Results(QFrame):
    """A panel over the window. It never takes the focus: one goes on typing in the line."""

    chosen = Signal(object)  # Hit

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("look", "card")
        self._model = _Hits(self)
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_HitDelegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setStyleSheet("QListView { background: transparent; border: none; outline: 0; }")
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("یافته‌ها"))
        self.view.clicked.connect(self._take)
        self.nothing = muted("", wrap=True)
        self.nothing.setContentsMargins(10, 6, 10, 6)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.view)
        inside.addWidget(self.nothing)
        self.hide()

    def hits(self) -> Sequence[Hit]:
        return self._model.hits

    def show_hits(self, hits: Sequence[Hit], box: QRect) -> None:
        """Shows what was found below `box`, the place of the line in the window."""
        self._model.show_hits(hits)
        self.view.setVisible(bool(hits))
        self.nothing.setVisible(not hits)
        self.nothing.setText(self.tr("چیزی پیدا نشد. بخشی از نام، کد ملی، شمارهٔ پرونده یا همراه را بنویسید."))
        if hits:
            self.view.setCurrentIndex(self._model.index(0, 0))
        height = min(len(hits), _MOST_ROWS) * _ROW + 14 if hits else 70
        self.setGeometry(box.left(), box.bottom() + 6, box.width(), height)
        self.show()
        self.raise_()

    def walk(self, step: int) -> None:
        """Marks the next or former hit."""
        last = len(self._model.hits) - 1
        place = min(max(self.view.currentIndex().row() + step, 0), last)
        self.view.setCurrentIndex(self._model.index(place, 0))

    def take_marked(self) -> None:
        """Chooses the marked hit."""
        if self.view.currentIndex().isValid():
            self._take(self.view.currentIndex())

    def _take(self, index: Index) -> None:
        self.hide()
        self.chosen.emit(index.data(_HIT))

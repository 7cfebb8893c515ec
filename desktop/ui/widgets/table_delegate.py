"""How a cell of a list is painted: text, badge or avatar, mirrored for the direction of the window."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.widgets.direction import elided
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.labels import avatar_tone, paint_avatar
from desktop.ui.widgets.theme import Colors, Tone, colors

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_PAD = 12
_AVATAR = 28
_SIGN, _MARK_GAP = 16, 6


class Cell(NamedTuple):
    """All that is painted of a cell, asked for at once: each question to a model crosses the language twice."""

    text: str
    tone: Tone | None = None
    avatar: bool = False
    ltr: bool = False
    muted: bool = False
    mark: str = ""  # a badge at the end of the cell


class RowDelegate(QStyledItemDelegate):
    """Paints whole cells itself: a style sheet's item rules leak into calendars and cost more."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.hovered = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, 44)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        table = colors()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        painter.setLayoutDirection(option.direction)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, index, table, chosen)
        box = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        cell = index.data(CELL_ROLE)
        text = cell.text
        if cell.mark:
            box = _paint_mark(painter, option.direction, box, cell, table, self._view.devicePixelRatioF())
        if cell.tone and text:
            back = QColor(table.card if chosen else table.soft(cell.tone))
            _paint_badge(painter, option.direction, box, text, QColor(table.of(cell.tone)), back)
        else:
            if cell.avatar:
                circle = QRect(box.left(), box.center().y() - _AVATAR // 2 + 1, _AVATAR, _AVATAR)
                paint_avatar(painter, QStyle.visualRect(option.direction, box, circle), text, avatar_tone(text))
                beside = box.adjusted(_AVATAR + 9, 0, 0, 0)
                box = QStyle.visualRect(option.direction, box, beside)
            painter.setPen(QColor(table.muted if cell.muted else table.text))
            _paint_text(painter, box, text, ltr=cell.ltr)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        table: Colors,
        chosen: bool,
    ) -> None:
        box = option.rect
        if chosen or index.row() == self.hovered:
            painter.fillRect(box, QColor(table.primary_s if chosen else table.hover))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(table.line))
        if chosen and index.column() == 0 and self._view.hasFocus():
            mark = QRect(box.left(), box.top(), 3, box.height() - 1)
            painter.fillRect(QStyle.visualRect(option.direction, box, mark), QColor(table.primary))


def _paint_text(painter: QPainter, box: QRect, text: str, *, ltr: bool) -> None:
    shown = elided(painter.fontMetrics(), text, box.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
    if ltr:
        right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = Qt.AlignmentFlag.AlignVCenter | side | Qt.TextFlag.TextSingleLine
    painter.drawText(box, flags, shown)


def _paint_mark(
    painter: QPainter, direction: Qt.LayoutDirection, box: QRect, cell: Cell, table: Colors, ratio: float
) -> QRect:
    """A badge at the end of a cell, or where there is no room for it a sign; what is left of the cell."""
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(cell.mark) + 16
    taken = metrics.horizontalAdvance(cell.text) + (_AVATAR + 9 if cell.avatar else 0)
    is_narrow = taken + width + _MARK_GAP > box.width()
    width = _SIGN if is_narrow else width
    end = QStyle.visualRect(direction, box, QRect(box.right() - width, box.top(), width, box.height()))
    if is_narrow:
        painter.drawPixmap(end.left(), end.center().y() - _SIGN // 2 + 1, pixmap("scale", "danger", _SIGN, ratio))
    else:
        painter.save()
        _paint_badge(painter, direction, end, cell.mark, QColor(table.danger), QColor(table.danger_s))
        painter.restore()
    return QStyle.visualRect(direction, box, box.adjusted(0, 0, -width - _MARK_GAP, 0))


def _paint_badge(
    painter: QPainter, direction: Qt.LayoutDirection, box: QRect, text: str, front: QColor, back: QColor
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.Medium)
    metrics = QFontMetrics(font)
    shown = elided(metrics, text, box.width() - 20)
    width = metrics.horizontalAdvance(shown) + 22
    pill = QStyle.visualRect(direction, box, QRect(box.left(), box.center().y() - 11, width, 24))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(back)
    painter.drawRoundedRect(pill, 12, 12)
    painter.setFont(font)
    painter.setPen(front)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)

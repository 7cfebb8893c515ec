"""A line one can press: a tile with an icon (or an initial), a title, a detail, and a word at its end.

It stands by itself as a button, or as a row of a list of thousands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.ui.widgets.direction import elided
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.labels import avatar_tone, paint_avatar
from desktop.ui.widgets.lazy_table import ROW_ROLE, Column, LazyTable
from desktop.ui.widgets.table_delegate import RowDelegate
from desktop.ui.widgets.theme import Tone, colors
from desktop.ui.widgets.wording import listed

_TILE = 36
_HIGH, _LOW = 52, 44


class Line(NamedTuple):
    """What stands in a line. `icon_name` "" shows the initial of the title in a circle."""

    icon_name: str
    tone: Tone
    title: str
    detail: str = ""
    end: str = ""
    end_tone: Tone | None = None

    def heard(self) -> str:
        """The whole line as it is read out."""
        return listed((self.title, self.detail, self.end))


class LineButton(QAbstractButton):
    """Reached by Tab, pressed by Space, Enter or the mouse. Without `clicked` it is only to be read."""

    def __init__(
        self,
        icon_name: str,
        tone: Tone,
        title: str,
        detail: str = "",
        end: str = "",
        clicked: Callable[[], object] | None = None,
        *,
        end_tone: Tone | None = None,
    ) -> None:
        """`icon_name` "" shows the initial of the title in a circle."""
        super().__init__()
        self._line = Line(icon_name, tone, title, detail, end, end_tone)
        self.setAccessibleName(self._line.heard())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HIGH if detail else _LOW)
        if clicked is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(title)
            self.clicked.connect(lambda _checked=False: clicked())
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(260, self.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        table, box = colors(), self.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(QColor(table.primary) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(table.hover) if self.underMouse() and self.isEnabled() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        paint_line(painter, box, self._line, self.font(), self.devicePixelRatioF())
        painter.end()


def disputed_line(record_id: str, open_record: Callable[[str, str], object]) -> LineButton:
    """Says of a record that laptops tell different things of it, and leads to where that is settled."""
    title = QCoreApplication.translate("Disputed", "دو روایت")
    told = QCoreApplication.translate("Disputed", "رایانه‌ها دو گونه نوشته‌اند؛ یکی را برگزینید")
    return LineButton("scale", "danger", title, told, "", lambda: open_record("conflict", record_id))


class LineList(LazyTable):
    """Lines of any number, of which only those on the screen are fetched and painted.

    Arrows walk, Enter opens; a line whose record has gone meanwhile is a dash.
    """

    def __init__(
        self,
        fetch: Callable[[list[Any]], Sequence[Any]],
        line_of: Callable[[Any], Line],
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """`line_of` makes the line of a fetched row; `name` is what a screen reader calls the list."""
        column = Column(key="line", title=name, text=lambda row: line_of(row).heard(), width=0)
        super().__init__([column], fetch, name, parent=parent)
        self.horizontalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_HIGH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._rows = LineDelegate(self, line_of)
        self.setItemDelegate(self._rows)


class LineDelegate(RowDelegate):
    """Paints a row of a list as a line."""

    def __init__(self, view: QAbstractItemView, line_of: Callable[[Any], Line]) -> None:
        super().__init__(view)
        self._line_of = line_of

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(260, _HIGH)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, index, colors(), chosen)
        row = index.data(ROW_ROLE)
        line = self._line_of(row) if row is not None else Line("minus", "muted", "—")
        paint_line(painter, option.rect, line, option.font, self._view.devicePixelRatioF())
        painter.restore()


def paint_line(painter: QPainter, box: QRect, line: Line, font: QFont, ratio: float) -> None:
    """Paints a line into a box, in the direction of the painter."""
    direction = painter.layoutDirection()
    tile = QStyle.visualRect(direction, box, QRect(box.left() + 6, box.center().y() - _TILE // 2 + 1, _TILE, _TILE))
    _paint_tile(painter, tile, line, ratio)
    room = box.adjusted(_TILE + 18, 0, -8, 0)
    _paint_words(painter, QStyle.visualRect(direction, box, room), line, font)


def _paint_tile(painter: QPainter, tile: QRect, line: Line, ratio: float) -> None:
    if not line.icon_name:
        paint_avatar(painter, tile, line.title, avatar_tone(line.title))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colors().soft(line.tone)))
    painter.drawRoundedRect(tile, 11, 11)
    painter.drawPixmap(tile.left() + 9, tile.top() + 9, pixmap(line.icon_name, line.tone, 18, ratio))


def _paint_words(painter: QPainter, box: QRect, line: Line, font: QFont) -> None:
    table, flags, direction = colors(), Qt.AlignmentFlag.AlignVCenter, painter.layoutDirection()
    small = QFont(font)
    small.setPixelSize(12)
    width = box.width()
    if line.end:
        painter.setFont(small)
        painter.setPen(QColor(table.of(line.end_tone) if line.end_tone else table.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignTrailing | flags, line.end)
        width -= painter.fontMetrics().horizontalAdvance(line.end) + 14
    inner = QStyle.visualRect(direction, box, QRect(box.left(), box.top(), width, box.height()))
    half = box.height() // 2
    painter.setFont(font)
    painter.setPen(QColor(table.text))
    title = elided(painter.fontMetrics(), line.title, width)
    upper = inner.adjusted(0, 3, 0, 2 - half) if line.detail else inner
    painter.drawText(upper, Qt.AlignmentFlag.AlignLeading | flags, title)
    if line.detail:
        painter.setFont(small)
        painter.setPen(QColor(table.muted))
        detail = elided(painter.fontMetrics(), line.detail, width)
        painter.drawText(inner.adjusted(0, half - 1, 0, -4), Qt.AlignmentFlag.AlignLeading | flags, detail)

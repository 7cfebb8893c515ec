"""A line one can press: a tile with an icon (or an initial), a title, a detail, and a word at its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from desktop.ui.widgets.direction import elided
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.labels import avatar_tone, paint_avatar
from desktop.ui.widgets.theme import Tone, colors
from desktop.ui.widgets.wording import listed

_TILE = 36


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
        self._icon_name, self._tone, self._title, self._detail = icon_name, tone, title, detail
        self._end, self._end_tone = end, end_tone
        self.setAccessibleName(listed((title, detail, end)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(52 if detail else 44)
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
        table, box, direction = colors(), self.rect(), self.layoutDirection()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(direction)
        painter.setPen(QColor(table.primary) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(table.hover) if self.underMouse() and self.isEnabled() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 9, 9)
        tile = QStyle.visualRect(direction, box, QRect(6, (box.height() - _TILE) // 2, _TILE, _TILE))
        self._paint_tile(painter, tile)
        room = box.adjusted(_TILE + 18, 0, -8, 0)
        self._paint_words(painter, QStyle.visualRect(direction, box, room), direction)
        painter.end()

    def _paint_tile(self, painter: QPainter, tile: QRect) -> None:
        if not self._icon_name:
            paint_avatar(painter, tile, self._title, avatar_tone(self._title))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors().soft(self._tone)))
        painter.drawRoundedRect(tile, 11, 11)
        drawn = pixmap(self._icon_name, self._tone, 18, self.devicePixelRatioF())
        painter.drawPixmap(tile.left() + 9, tile.top() + 9, drawn)

    def _paint_words(self, painter: QPainter, box: QRect, direction: Qt.LayoutDirection) -> None:
        table, flags = colors(), Qt.AlignmentFlag.AlignVCenter
        font, small = QFont(self.font()), QFont(self.font())
        small.setPixelSize(12)
        width = box.width()
        if self._end:
            painter.setFont(small)
            painter.setPen(QColor(table.of(self._end_tone) if self._end_tone else table.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignTrailing | flags, self._end)
            width -= painter.fontMetrics().horizontalAdvance(self._end) + 14
        inner = QStyle.visualRect(direction, box, QRect(box.left(), box.top(), width, box.height()))
        half = box.height() // 2
        painter.setFont(font)
        painter.setPen(QColor(table.text))
        title = elided(painter.fontMetrics(), self._title, width)
        upper = inner.adjusted(0, 3, 0, 2 - half) if self._detail else inner
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeading | flags, title)
        if self._detail:
            painter.setFont(small)
            painter.setPen(QColor(table.muted))
            detail = elided(painter.fontMetrics(), self._detail, width)
            painter.drawText(inner.adjusted(0, half - 1, 0, -4), Qt.AlignmentFlag.AlignLeading | flags, detail)

"""What a neighbourhood has of a service against what it should have: two bars, of then and of now, before a mark."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.theme import Tone, colors

_BAR, _GAP = 9, 4
_BEYOND = 1.25  # the standard stands so far from the end that more than it can be seen


class LevelBars(QWidget):
    """The thin mark is the standard; the pale bar is what there was, the full one what there is."""

    def __init__(self, name: str, now: float, before: float | None, standard: float | None) -> None:
        """`name` tells a screen reader all three."""
        super().__init__()
        self._now, self._before, self._standard = now, before, standard
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedHeight(_BAR * 2 + _GAP + 6 if before is not None else _BAR + 8)

    def sizeHint(self) -> QSize:
        return QSize(220, self.height())

    def tone(self) -> Tone:
        """Red below half of the standard, amber below it."""
        if not self._standard:
            return "primary"
        share = self._now / self._standard
        return "ok" if share >= 1 else "warn" if share >= 0.5 else "danger"

    def paintEvent(self, _event: QPaintEvent) -> None:
        table, painter = colors(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = max(self._now, self._before or 0, (self._standard or 0) * _BEYOND) or 1
        y = 3.0
        for value, color in ((self._before, table.faint), (self._now, table.of(self.tone()))):
            if value is None:
                continue
            painter.setBrush(QColor(table.line))
            painter.drawRoundedRect(QRectF(0, y, self.width(), _BAR), 4, 4)
            painter.setBrush(QColor(color))
            painter.drawRoundedRect(self._from_start(self.width() * value / top, y), 4, 4)
            y += _BAR + _GAP
        if self._standard:
            at = self.width() * self._standard / top
            x = self.width() - at if self.isRightToLeft() else at
            painter.setPen(QPen(QColor(table.text), 2))
            painter.drawLine(round(x), 1, round(x), self.height() - 2)
        painter.end()

    def _from_start(self, width: float, y: float) -> QRectF:
        return QRectF(self.width() - width if self.isRightToLeft() else 0, y, width, _BAR)

"""Small charts painted by hand: bars, a line with a soft area, a sparkline. Time runs in reading direction."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import floor, log10

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QLinearGradient, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.ui.widgets.theme import Tone, colors
from desktop.ui.widgets.wording import decimal, grouped, listed

Value = float | int | None
"""None: not known, or not shown because too few people stand behind it."""

_STEPS = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)
_LINES = (4, 5, 3, 2, 1)
_AXIS = 46  # pixels kept for the numbers beside the plot


def figure(value: Value) -> str:
    """A value in Persian writing, «—» when it is not known."""
    if value is None:
        return "—"
    return grouped(int(value)) if float(value).is_integer() else decimal(float(value))


def axis_top(values: Sequence[Value]) -> float:
    """The round number at which the axis ends."""
    most = max((float(value) for value in values if value is not None), default=0)
    if most <= 0:
        return 1 if most == 0 else abs(most)
    power = 10.0 ** floor(log10(most))
    top: float = next(step * power for step in _STEPS if step * power >= most * 0.9999)
    return max(top, 1.0) if most >= 1 else top


def axis_lines(top: float, values: Sequence[Value]) -> int:
    """Into how many equal parts the axis is divided; whole figures get whole marks."""
    if not all(value is None or float(value).is_integer() for value in values):
        return _LINES[0]
    return next((lines for lines in _LINES if (top / lines).is_integer()), _LINES[0])


class _Chart(QWidget):
    """Axes, labels and hovering, common to bars and lines."""

    def __init__(self, name: str, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._labels: list[str] = []
        self._values: list[Value] = []
        self._hot = -1
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_data(self, labels: Sequence[str], values: Sequence[Value]) -> None:
        """Shows other values; the first is the oldest."""
        self._labels, self._values, self._hot = list(labels), list(values), -1
        told = [self._told(place) for place in range(len(self._values))]
        self.setAccessibleDescription(listed(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 150)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._values:
            plot, top = self._plot(), axis_top(self._values)
            self._axes(painter, plot, top)
            self._draw(painter, plot, top)
        else:
            painter.setPen(QColor(colors().muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("هنوز داده‌ای نیست."))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        plot = self._plot()
        at = event.position()
        place = -1
        if self._values and plot.adjusted(0, -10, 0, 28).contains(at):
            passed = plot.right() - at.x() if self.isRightToLeft() else at.x() - plot.left()
            place = min(int(passed / self._slot(plot)), len(self._values) - 1)
        if place != self._hot:
            self._hot = place
            self.update()
            if place >= 0:
                QToolTip.showText(event.globalPosition().toPoint(), self._told(place), self)

    def leaveEvent(self, event: QEvent) -> None:
        self._hot = -1
        self.update()
        super().leaveEvent(event)

    def _draw(self, painter: QPainter, plot: QRectF, top: float) -> None:
        raise NotImplementedError

    def _told(self, place: int) -> str:
        unit = f" {self._unit}" if self._unit and self._values[place] is not None else ""
        return f"{self._labels[place]}: {figure(self._values[place])}{unit}"

    def _plot(self) -> QRectF:
        box = QRectF(self.rect()).adjusted(6, 10, -6, -28)
        return box.adjusted(0, 0, -_AXIS, 0) if self.isRightToLeft() else box.adjusted(_AXIS, 0, 0, 0)

    def _slot(self, plot: QRectF) -> float:
        return plot.width() / max(1, len(self._values))

    def _x(self, place: int, plot: QRectF) -> float:
        across = self._slot(plot) * (place + 0.5)
        return plot.right() - across if self.isRightToLeft() else plot.left() + across

    def _axes(self, painter: QPainter, plot: QRectF, top: float) -> None:
        table = colors()
        font = QFont(painter.font())
        font.setPixelSize(11)
        painter.setFont(font)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        lines = axis_lines(top, self._values)
        for step in range(lines + 1):
            y = round(plot.bottom() - plot.height() * step / lines) + 0.5
            painter.setPen(QPen(QColor(table.line), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(table.muted))
            left = plot.right() + 6 if self.isRightToLeft() else 0.0
            mark = round(top * step / lines, 2)
            painter.drawText(QRectF(left, y - 9, _AXIS - 6, 18), side, figure(mark))
        slot = self._slot(plot)
        widest = max(painter.fontMetrics().horizontalAdvance(text) for text in self._labels) + 8
        every = max(1, -int(-widest // slot))
        for place, text in enumerate(self._labels):
            if (len(self._labels) - 1 - place) % every == 0:
                box = QRectF(self._x(place, plot) - widest / 2, plot.bottom() + 7, widest, 18)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class BarChart(_Chart):
    """Rounded bars; the last one, still growing, in another colour."""

    def _draw(self, painter: QPainter, plot: QRectF, top: float) -> None:
        table = colors()
        width = min(34.0, self._slot(plot) * 0.52)
        for place, value in enumerate(self._values):
            if not value or value < 0:
                continue
            height = plot.height() * float(value) / top
            bar = QRectF(self._x(place, plot) - width / 2, plot.bottom() - height, width, height)
            color = QColor(table.bar_now if place == len(self._values) - 1 else table.bar)
            painter.fillPath(_rounded_above(bar), color.lighter(118) if place == self._hot else color)


class LineChart(_Chart):
    """A curve over a soft area; a value that is not known leaves a gap."""

    def _draw(self, painter: QPainter, plot: QRectF, top: float) -> None:
        ink = QColor(colors().info)
        for run in self._runs(plot, top):
            points = [point for _, point in run]
            curve = _curve(points)
            area = QPainterPath(curve)
            area.lineTo(points[-1].x(), plot.bottom())
            area.lineTo(points[0].x(), plot.bottom())
            area.closeSubpath()
            painter.fillPath(area, _fading(plot, ink))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 2.4))
            painter.drawPath(curve)
            painter.setBrush(QColor(colors().card))
            painter.setPen(QPen(ink, 2))
            for place, point in run:
                radius = 4.5 if place == self._hot else 3.0
                painter.drawEllipse(point, radius, radius)

    def _runs(self, plot: QRectF, top: float) -> list[list[tuple[int, QPointF]]]:
        runs: list[list[tuple[int, QPointF]]] = [[]]
        for place, value in enumerate(self._values):
            if value is None:
                runs.append([])
            else:
                y = plot.bottom() - plot.height() * float(value) / top
                runs[-1].append((place, QPointF(self._x(place, plot), y)))
        return [run for run in runs if run]


class Sparkline(QWidget):
    """The course of a figure, without axes, beside it."""

    def __init__(self, values: Sequence[float], tone: Tone, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self._values: list[float] = []
        self.setFixedSize(92, 36)
        self.setAccessibleName(name)
        self.set_data(values)

    def set_data(self, values: Sequence[float]) -> None:
        self._values = list(values)
        self.setAccessibleDescription(listed(figure(value) for value in self._values))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self._values) < 2:
            return
        low, high = min(self._values), max(self._values)
        last = len(self._values) - 1
        points = []
        for place, value in enumerate(self._values):
            part = (last - place if self.isRightToLeft() else place) / last
            rise = (value - low) / ((high - low) or 1)
            points.append(QPointF(4 + (self.width() - 8) * part, self.height() - 5 - (self.height() - 10) * rise))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(colors().of(self._tone))
        painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(points)
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(points[-1], 3, 3)
        painter.end()


def _rounded_above(bar: QRectF) -> QPainterPath:
    bend = min(7.0, bar.height())
    path = QPainterPath(bar.bottomLeft())
    path.lineTo(bar.left(), bar.top() + bend)
    path.quadTo(bar.topLeft(), QPointF(bar.left() + bend, bar.top()))
    path.lineTo(bar.right() - bend, bar.top())
    path.quadTo(bar.topRight(), QPointF(bar.right(), bar.top() + bend))
    path.lineTo(bar.bottomRight())
    path.closeSubpath()
    return path


def _curve(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, after in pairwise(points):
        middle = (before.x() + after.x()) / 2
        path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
    return path


def _fading(plot: QRectF, ink: QColor) -> QLinearGradient:
    gradient = QLinearGradient(plot.topLeft(), plot.bottomLeft())
    for at, alpha in ((0.0, 70), (1.0, 0)):
        soft = QColor(ink)
        soft.setAlpha(alpha)
        gradient.setColorAt(at, soft)
    return gradient

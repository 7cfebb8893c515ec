"""What a detail pane is made of: facts with an icon, the steps of a course of events, a share of a whole."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets.direction import is_rtl
from desktop.ui.widgets.labels import IconLabel, icon_tile, label, muted, small
from desktop.ui.widgets.theme import Tone, colors


class Elided(QLabel):
    """A label of one line that ends in «…» when it is too long; the whole stands in its tip."""

    def __init__(self, text: str = "", *, at_end: bool = False) -> None:
        super().__init__()
        self._at_end = at_end
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text if len(text) > 18 else "")
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        right = is_rtl() != self._at_end
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


class Fact(QWidget):
    """One line: icon, what it is, and at the other side its value."""

    def __init__(self, icon_name: str, name: str, value: str, tone: Tone | None = None) -> None:
        super().__init__()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 1, 0, 1)
        inside.setSpacing(9)
        inside.addWidget(IconLabel(icon_name, "muted", 16))
        inside.addWidget(muted(name))
        if tone is None:
            inside.addWidget(Elided(value or "—", at_end=True), 1)
        else:
            shown = label(value)
            shown.setProperty("look", "badge")
            shown.setProperty("tone", tone)
            inside.addStretch(1)
            inside.addWidget(shown)
        self.setAccessibleName(f"{name}: {value or '—'}")


class Happening(QWidget):
    """One thing that happened: an icon in its tone, what, and small what else is known of it."""

    def __init__(self, icon_name: str, tone: Tone, title: str, details: list[str]) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title, wrap=True))
        for detail in details:
            words.addWidget(small(detail, wrap=True))
        words.addStretch(1)
        self._inside = QHBoxLayout(self)
        self._inside.setContentsMargins(0, 5, 0, 5)
        self._inside.setSpacing(10)
        self._inside.addWidget(icon_tile(icon_name, tone, 34), 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addLayout(words, 1)
        self.setAccessibleName("، ".join([title, *details]))

    def add_action(self, widget: QWidget) -> None:
        """A small button at the end of the line."""
        self._inside.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)


class ShareBar(QWidget):
    """How much of a whole is reached: a bar that grows from the reading side."""

    def __init__(self, name: str, tone: Tone = "primary") -> None:
        super().__init__()
        self._share, self._tone = 0.0, tone
        self.setAccessibleName(name)
        self.setFixedHeight(8)

    def show_share(self, part: float, whole: float, tone: Tone) -> None:
        self._share, self._tone = (min(1.0, part / whole) if whole else 0.0), tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors().line))
        painter.drawRoundedRect(self.rect(), 4, 4)
        width = self.width() * self._share
        if width > 0:
            painter.setBrush(QColor(colors().of(self._tone)))
            left = self.width() - width if is_rtl() else 0.0
            painter.drawRoundedRect(QRectF(left, 0, width, self.height()), 4, 4)
        painter.end()


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout; the widgets go as well."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout() if item else None
        if inner is not None:
            clear(inner)

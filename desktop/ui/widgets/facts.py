"""What a detail pane is made of: facts with an icon, the steps of a course of events, a share of a whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets.direction import elided, is_rtl
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import IconLabel, h2, icon_tile, label, muted, small
from desktop.ui.widgets.theme import Tone, colors
from desktop.ui.widgets.wording import listed

_LONG = 22  # letters that stand beside a name in one line


class Elided(QLabel):
    """A label of one line, or a few, that ends in «…» when it is too long; the whole stands in its tip."""

    def __init__(self, text: str = "", *, at_end: bool = False, lines: int = 1) -> None:
        super().__init__()
        self._at_end, self._lines = at_end, lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text if len(text) > 18 else "")
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        right = is_rtl() != self._at_end
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.palette().color(self.foregroundRole()))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        shown = self._shown_lines()
        height = self.height() // len(shown)
        for place, text in enumerate(shown):
            painter.drawText(QRect(0, place * height, self.width(), height), flags, text)
        painter.end()

    def sizeHint(self) -> QSize:
        whole = self.fontMetrics().lineSpacing() * self._lines
        return super().sizeHint() if self._lines == 1 else QSize(super().sizeHint().width(), whole)

    def _shown_lines(self) -> list[str]:
        """The words as they fit; what is left over is elided in the last line."""
        metrics, words = self.fontMetrics(), self.text().split(" ")
        shown: list[str] = []
        while len(shown) < self._lines - 1 and words:
            fitting = 1
            while fitting < len(words) and metrics.horizontalAdvance(" ".join(words[: fitting + 1])) <= self.width():
                fitting += 1
            shown.append(" ".join(words[:fitting]))
            words = words[fitting:]
        if words or not shown:
            shown.append(" ".join(words))
        return [elided(metrics, text, self.width()) for text in shown]


class Fact(QWidget):
    """One line: icon, what it is, and at the other side its value, which can be copied."""

    def __init__(self, icon_name: str, name: str, value: str, tone: Tone | None = None) -> None:
        super().__init__()
        self._inside = inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 1, 0, 1)
        inside.setSpacing(9)
        inside.addWidget(IconLabel(icon_name, "muted", 16))
        inside.addWidget(muted(name))
        if tone is None:
            inside.addWidget(Elided(value or "—", at_end=True, lines=2 if len(value) > _LONG else 1), 1)
        else:
            shown = label(value)
            shown.setProperty("look", "badge")
            shown.setProperty("tone", tone)
            inside.addStretch(1)
            inside.addWidget(shown)
        self.setAccessibleName(f"{name}: {value or '—'}")
        if value:
            copy = QAction(icon("copy"), QCoreApplication.translate("Fact", "رونوشت"), self)
            copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(value.strip("\u200e")))
            self.addAction(copy)
            self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def add_action(self, widget: QWidget) -> None:
        """A small button after the value."""
        self._inside.addWidget(widget)


def facts(found: Sequence[tuple[str, str, str]]) -> list[Fact]:
    """Icon, name and value of each; those without a value are left out."""
    return [Fact(*fact) for fact in found if fact[2]]


def group(title: str) -> QLabel:
    """The title of a part of a pane."""
    made = h2(title)
    made.setContentsMargins(0, 10, 0, 2)
    return made


class Pane(QFrame):
    """A card beside a list whose column is filled for each record."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setFixedWidth(width)
        body = QWidget()
        body.setProperty("look", "scrolled")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(14, 12, 14, 12)
        self.column.setSpacing(5)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 6, 4, 6)
        inside.addWidget(area)

    def empty(self) -> None:
        """Takes away what was shown."""
        clear(self.column)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.column.addWidget(widget)

    def go_to(self, part: QWidget) -> None:
        """Brings a part of the pane, just made, into sight and puts the cursor into it."""
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part))

    def add_last(self, part: QWidget) -> None:
        """Below all else, above the space that fills the pane."""
        self.column.insertWidget(max(0, self.column.count() - 1), part)


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
        self.setAccessibleName(listed((title, *details)))

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

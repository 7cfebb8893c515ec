"""Labels and the other quiet pieces of a page: headings, cards, avatars, badges, empty states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from zlib import crc32

from PySide6 import QtCore
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import stand_at_start
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.theme import Tone, brush, colors, repolish

LabelLook = Literal["", "h1", "h2", "strong", "muted", "small", "error", "kpi", "problem", "mark", "large-mark"]
_PLAIN, _RICH = 0, 1  # Qt.TextFormat; in numbers for the reason told in `direction`
_SELECTABLE = 3  # Qt.TextInteractionFlag: by mouse and by keyboard
AVATAR_TONES: tuple[Tone, ...] = ("primary", "info", "warn", "ok")


class Paragraph(QLabel):
    """A label of several lines. As plain text Qt would shift each right-to-left line by its closing space."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._plain = ""
        self.setProperty("textFormat", _RICH)
        stand_at_start(self)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        self._plain = text
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
        super().setText(escaped)
        self.setAccessibleName(text)

    def text(self) -> str:
        return self._plain


def label(text: str = "", look: LabelLook = "", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label that stands at the starting side even when it holds digits only."""
    made = Paragraph(text) if wrap else QLabel(text)
    if not wrap:
        made.setProperty("textFormat", _PLAIN)
    stand_at_start(made)
    made.setProperty("look", look)
    if selectable:
        made.setProperty("textInteractionFlags", _SELECTABLE)
        made.setAccessibleName(text)
    return made


def h1(text: str = "") -> QLabel:
    """The title of a page or dialog."""
    return label(text, "h1")


def h2(text: str = "") -> QLabel:
    """The title of a card or group."""
    return label(text, "h2")


def muted(text: str = "", *, wrap: bool = False) -> QLabel:
    """Text beside the point."""
    return label(text, "muted", wrap=wrap)


def small(text: str = "", *, wrap: bool = False) -> QLabel:
    """Text beside the point, small."""
    return label(text, "small", wrap=wrap)


def error(text: str = "") -> QLabel:
    """What is wrong, beside where it is wrong."""
    return label(text, "error", wrap=True)


def number(text: str = "") -> QLabel:
    """A figure that a page is about."""
    return label(text, "kpi")


def card(spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """A framed surface and the layout inside it."""
    frame = QFrame()
    frame.setProperty("look", "card")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(18, 16, 18, 16)
    inside.setSpacing(spacing)
    return frame, inside


def scrolled_card(spacing: int = 8) -> tuple[QScrollArea, QVBoxLayout]:
    """A card as high as what it holds, in an area that scrolls, and the layout inside it."""
    frame, inside = card(spacing)
    body = QWidget()
    body.setProperty("look", "scrolled")
    held = QVBoxLayout(body)
    held.setContentsMargins(0, 0, 0, 0)
    held.addWidget(frame)
    held.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(body)
    return area, inside


def line() -> QFrame:
    """A hairline between two parts."""
    made = QFrame()
    made.setProperty("look", "line")
    made.setFixedHeight(1)
    return made


def badge(text: str = "", tone: Tone = "muted") -> QLabel:
    """A status pill. Change it with `set_badge`."""
    made = QLabel(text)
    made.setProperty("textFormat", _PLAIN)
    made.setProperty("look", "badge")
    made.setProperty("tone", tone)
    made.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made


def set_badge(shown: QLabel, text: str, tone: Tone) -> None:
    """Another text and tone on a badge."""
    shown.setText(text)
    repolish(shown, "tone", tone)


def avatar_tone(name: str) -> Tone:
    """Always the same colour for the same name."""
    return AVATAR_TONES[crc32(name.encode()) % len(AVATAR_TONES)]


def paint_avatar(painter: QPainter, box: QRect, name: str, tone: Tone) -> None:
    """The first letter of `name` in a soft circle, inside `box`."""
    table = colors()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QColor(table.soft(tone)))
    painter.drawEllipse(box)
    font = QFont(painter.font())
    font.setPixelSize(max(10, round(box.height() * 0.42)))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(QColor(table.of(tone)))
    painter.drawText(box, QtCore.Qt.AlignmentFlag.AlignCenter, name.strip()[:1])
    painter.restore()


class Avatar(QWidget):
    """The initial of a person or thing in a soft coloured circle."""

    def __init__(self, name: str = "", size: int = 36, tone: Tone | None = None) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setFixedSize(size, size)

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, self.rect(), self._name, self._tone or avatar_tone(self._name))
        painter.end()


class IconLabel(QWidget):
    """An icon to look at; follows the theme. With `tile` it stands in a soft square of its tone."""

    def __init__(self, name: str, tone: Tone = "muted", size: int = 18, *, tile: int = 0) -> None:
        super().__init__()
        self._name, self._tone, self._size, self._tile = name, tone, size, tile
        self.setFixedSize(tile or size, tile or size)

    def show_icon(self, name: str, tone: Tone) -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._tile:
            square = QPainterPath()
            square.addRoundedRect(QRectF(self.rect()), self._tile * 0.3, self._tile * 0.3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(square, brush(colors().soft(self._tone)))
        at = (self.width() - self._size) // 2
        painter.drawPixmap(at, at, pixmap(self._name, self._tone, self._size, self.devicePixelRatioF()))
        painter.end()


def icon_tile(name: str, tone: Tone = "primary", side: int = 40) -> IconLabel:
    """The soft square with an icon that heads a card or a line."""
    return IconLabel(name, tone, side // 2, tile=side)


class EmptyState(QWidget):
    """What an empty list says: what would stand here, and what to do about it."""

    def __init__(
        self,
        icon_name: str,
        title: str,
        hint: str = "",
        action: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """`action`: the text of the one button and what it does."""
        super().__init__()
        self.title, self.hint = h2(title), muted(hint, wrap=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(10)
        inside.addStretch(1)
        inside.addLayout(_centred(IconLabel(icon_name, "muted", 30, tile=68)))
        inside.addSpacing(4)
        for text in (self.title, self.hint):
            text.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(text)
        self.hint.setVisible(bool(hint))
        self.button = button(action[0], action[1], icon_name="plus", look="primary") if action else None
        if self.button:
            inside.addSpacing(6)
            inside.addLayout(_centred(self.button))
        inside.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(380, 260)


def _centred(widget: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row

"""A card of the board: what is needed, how urgent, of which agency, for how long, and whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.screens.needs.looks import URGENCY_TONES
from desktop.ui.widgets.direction import elided
from desktop.ui.widgets.icons import pixmap
from desktop.ui.widgets.labels import avatar_tone, paint_avatar
from desktop.ui.widgets.lazy_table import ROW_ROLE
from desktop.ui.widgets.theme import Tone, colors
from desktop.ui.widgets.wording import dashed, grouped, label_of, listed

_HEIGHT: Final = 118
_GAP, _PAD, _SMALL, _AVATAR, _CLOCK = 4, 10, 12, 20, 14
_LEAD = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine

Row = Mapping[str, Any]


def days_text(row: Row) -> str:
    """For how long it has been open."""
    late = QCoreApplication.translate("Needs", "دیرکرد") if row["overdue"] else ""
    return listed((_days(row), late))


def _days(row: Row) -> str:
    return QCoreApplication.translate("Needs", "{days} روز").format(days=grouped(row["days_open"]))


def card_text(row: Row) -> str:
    """All that a card tells, for whoever hears it."""
    urgency = label_of("need_urgency", row["urgency"])
    parts = (urgency, row["main_agency_id_title"], days_text(row), row["owner_staff_id_title"] or "")
    return dashed((row["subject"], listed(parts)))


class CardDelegate(QStyledItemDelegate):
    """Paints cards itself, mirrored for the direction of the window."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW_ROLE)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        box = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        self._ground(painter, option, box)
        inner = box.adjusted(_PAD, 8, -_PAD, -8)
        lines = _Lines(painter, option, inner)
        lines.subject(row["subject"])
        lines.agency(row["main_agency_id_title"] or "—")
        lines.foot(row)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        table = colors()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QColor(table.primary if chosen else table.line2))
        painter.setBrush(QColor(table.primary_s if chosen else table.hover if hovered else table.card))
        painter.drawRoundedRect(box, 9, 9)


class _Lines:
    """The lines of one card, from the top."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect) -> None:
        self._painter, self._direction, self._box = painter, option.direction, box
        self._font = QFont(option.font)
        self._small = QFont(option.font)
        self._small.setPixelSize(_SMALL)

    def subject(self, text: str) -> None:
        """Up to two lines."""
        self._painter.setFont(self._font)
        metrics, width = QFontMetrics(self._font), self._box.width()
        first, rest = _broken(metrics, text, width)
        height = metrics.lineSpacing()
        self._text(QRect(self._box.left(), self._box.top(), width, height), first, colors().text)
        if rest:
            self._text(QRect(self._box.left(), self._box.top() + height, width, height), rest, colors().text)

    def agency(self, text: str) -> None:
        self._painter.setFont(self._small)
        self._text(QRect(self._box.left(), self._box.top() + 46, self._box.width(), 20), text, colors().muted)

    def foot(self, row: Row) -> None:
        """Urgency and days, and the initial of the owner at the end."""
        line = QRect(self._box.left(), self._box.bottom() - 23, self._box.width(), 24)
        owner = row["owner_staff_id_title"] or ""
        room = QRect(line)
        if owner:
            circle = QRect(line.right() - _AVATAR + 1, line.top() + 2, _AVATAR, _AVATAR)
            at = QStyle.visualRect(self._direction, line, circle)
            paint_avatar(self._painter, at, owner, avatar_tone(owner))
            room.setRight(line.right() - _AVATAR - 4)
        self._painter.setFont(self._small)
        urgency = label_of("need_urgency", row["urgency"])
        used = self._badge(line, room, urgency, URGENCY_TONES.get(row["urgency"], "muted"))
        room.setLeft(room.left() + used + 6)
        if row["overdue"]:
            clock = QStyle.visualRect(self._direction, line, QRect(room.left(), room.top() + 5, _CLOCK, _CLOCK))
            ratio = self._painter.device().devicePixelRatio()
            self._painter.drawPixmap(clock.topLeft(), pixmap("clock", "danger", _CLOCK, ratio))
            room.setLeft(room.left() + _CLOCK + 4)
        tint = colors().danger if row["overdue"] else colors().muted
        self._text(QStyle.visualRect(self._direction, line, room), _days(row), tint)

    def _badge(self, line: QRect, room: QRect, text: str, tone: Tone) -> int:
        metrics = self._painter.fontMetrics()
        width = min(metrics.horizontalAdvance(text) + 16, room.width())
        pill = QStyle.visualRect(self._direction, line, QRect(room.left(), room.top() + 1, width, 22))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(colors().soft(tone)))
        self._painter.drawRoundedRect(pill, 11, 11)
        self._painter.setPen(QColor(colors().of(tone)))
        self._painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, elided(metrics, text, width - 8))
        return width

    def _text(self, box: QRect, text: str, color: str) -> None:
        self._painter.setPen(QColor(color))
        self._painter.drawText(box, _LEAD, elided(self._painter.fontMetrics(), text, box.width()))


def _broken(metrics: QFontMetrics, text: str, width: int) -> tuple[str, str]:
    """The words that fit into the first line, and the others."""
    parts = text.split(" ")
    fitting = len(parts)
    while fitting > 1 and metrics.horizontalAdvance(" ".join(parts[:fitting])) > width:
        fitting -= 1
    return " ".join(parts[:fitting]), " ".join(parts[fitting:])

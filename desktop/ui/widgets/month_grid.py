"""A month as a sheet: weeks from Saturday on, each day with its number, its occasion and the lines that fall on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from desktop.domain.persian.calendar import (
    add_months,
    from_gregorian,
    jalali_month,
    month_bounds,
    weekday,
)
from desktop.domain.persian.workdays import FRIDAY
from desktop.ui.widgets.direction import elided, is_rtl
from desktop.ui.widgets.jalali_field import TODAY_LETTERS
from desktop.ui.widgets.theme import Tone, colors
from desktop.ui.widgets.wording import digits, grouped, listed, long, weekday_title

Index = QModelIndex | QPersistentModelIndex
DAYS = 7
_NO_INDEX = QModelIndex()
_LINE, _HEAD, _PAD = 20, 25, 5
_SHORT_NAME = 3  # letters of an English day


class DayItem(NamedTuple):
    """One line of a day. `key` is what the calendar's owner knows it by."""

    key: str
    text: str
    hour: str = ""
    tone: Tone = "primary"
    faded: bool = False  # over, or called off

    def heard(self) -> str:
        return " ".join(filter(None, (self.hour, self.text)))


Items = Mapping[dt.date, Sequence[DayItem]]


class MonthModel(QAbstractTableModel):
    """The weeks that a month touches, with the days of its neighbours."""

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.today, self.month = today, jalali_month(today)
        self.items: Items = {}
        self.occasions: Mapping[dt.date, str] = {}
        self._begin(self.month)

    def renew(self, month: str) -> None:
        """Another month, empty until its items come."""
        self.beginResetModel()
        self.items, self.occasions = {}, {}
        self._begin(month)
        self.endResetModel()

    def _begin(self, month: str) -> None:
        first, last = month_bounds(month)
        self.month = month
        self.first = first - dt.timedelta(days=weekday(first))
        self._weeks = ((last - self.first).days + DAYS) // DAYS

    def day(self, index: Index) -> dt.date:
        return self.first + dt.timedelta(days=index.row() * DAYS + index.column())

    def place(self, day: dt.date) -> QModelIndex:
        """Where a day stands; no place for one of another month's weeks."""
        row, column = divmod((day - self.first).days, DAYS)
        return self.index(row, column) if 0 <= row < self._weeks else QModelIndex()

    def is_inside(self, day: dt.date) -> bool:
        """Whether the day is of the month itself."""
        return jalali_month(day) == self.month

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else DAYS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return digits(str(from_gregorian(day).day))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lines = [item.heard() for item in self.items.get(day, ())]
            return listed((long(day), self.occasions.get(day, ""), *lines))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return weekday_title(section) if is_rtl() else weekday_title(section)[:_SHORT_NAME]
        return None


class MonthGrid(QTableView):
    """Arrows walk by days and weeks, PgUp and PgDn by months (with Ctrl by years), Home and End to the ends of the
    month, T to today; Enter opens the day."""

    day_marked = Signal(object)  # date
    day_opened = Signal(object)
    item_opened = Signal(str)
    month_wanted = Signal(object)  # a date outside the month shown

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.month_model = MonthModel(today)
        self.setProperty("look", "grid")
        self.setAccessibleName(self.tr("روزهای ماه"))
        self.setModel(self.month_model)
        self.setItemDelegate(_DayDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for head in (self.verticalHeader(), self.horizontalHeader()):
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            head.setHighlightSections(False)
            head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setMinimumSectionSize(_HEAD + _LINE)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._marked(now))
        self.mark(today)

    def current_day(self) -> dt.date:
        """The day on which the cursor stands."""
        return self.month_model.day(self.currentIndex())

    def mark(self, day: dt.date) -> None:
        """Puts the cursor on a day of the weeks shown."""
        self.setCurrentIndex(self.month_model.place(day))

    def renew(self, month: str, day: dt.date) -> None:
        """Shows another month with the cursor on one of its days."""
        self.month_model.renew(month)
        self.mark(day)

    def show_items(self, items: Items, occasions: Mapping[dt.date, str]) -> None:
        self.month_model.items, self.month_model.occasions = items, occasions
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        day = self._target(event)
        if day is not None:
            self.go_to(day)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(self.current_day())
        else:
            event.ignore()

    def go_to(self, day: dt.date) -> None:
        """Marks a day; another month is asked for when it lies there."""
        if self.month_model.is_inside(day):
            self.mark(day)
        else:
            self.month_wanted.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        item = self._item_at(index, event.position().toPoint())
        self.setCurrentIndex(index)
        if item is not None:
            self.item_opened.emit(item.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self._item_at(index, event.position().toPoint()) is None:
            self.day_opened.emit(self.month_model.day(index))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        over = index.isValid() and self._item_at(index, at) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            item = self._item_at(index, event.pos()) if index.isValid() else None
            QToolTip.showText(event.globalPos(), item.heard() if item else "", self)
            return True
        return bool(super().viewportEvent(event))

    def _target(self, event: QKeyEvent) -> dt.date | None:
        day, key = self.current_day(), event.key()
        onwards = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        first, last = month_bounds(self.month_model.month)
        years = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return day + dt.timedelta(days=1 if key == onwards else -1)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return day + dt.timedelta(days=DAYS if key == Qt.Key.Key_Down else -DAYS)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return add_months(day, (1 if key == Qt.Key.Key_PageDown else -1) * (12 if years else 1))
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return first if key == Qt.Key.Key_Home else last
        is_today = event.text().lower() in TODAY_LETTERS and not years
        return self.month_model.today if is_today else None

    def _item_at(self, index: Index, at: QPoint) -> DayItem | None:
        box = self.visualRect(index)
        items = self.month_model.items.get(self.month_model.day(index), ())
        line = (at.y() - box.top() - _HEAD) // _LINE
        return items[line] if at.y() >= box.top() + _HEAD and line < lines_shown(box.height(), len(items)) else None

    def _marked(self, now: Index) -> None:
        self.viewport().update()
        if now.isValid():
            self.day_marked.emit(self.month_model.day(now))


def lines_shown(height: int, many: int) -> int:
    """How many of the lines of a day fit into its box; one line is left for «و بیشتر» when not all do."""
    room = max(0, (height - _HEAD - 3) // _LINE)
    return many if many <= room else max(0, room - 1)


class _DayDelegate(QStyledItemDelegate):
    """Paints a day. The texts of one size are measured with one set of metrics, asked for once a painting."""

    def __init__(self, grid: MonthGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table, model = colors(), self._grid.month_model
        box: QRect = option.rect
        day = model.day(index)
        inside = model.is_inside(day)
        holiday = day in model.occasions
        free = holiday or weekday(day) == FRIDAY
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if free or not inside:
            painter.fillRect(box, QColor(table.danger_s if holiday and inside else table.alt))
        painter.setPen(QColor(table.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        edge = box.topLeft() if option.direction == Qt.LayoutDirection.RightToLeft else box.topRight()
        painter.drawLine(edge, QPoint(edge.x(), box.bottom()))
        small = QFont(option.font)
        small.setPixelSize(12)
        self._paint_head(painter, option, box, day, small, free=free, inside=inside)
        self._paint_lines(painter, box, model.items.get(day, ()), small)
        if index == self._grid.currentIndex():
            painter.setPen(QPen(QColor(table.primary if self._grid.hasFocus() else table.line2), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -2), 7, 7)
        painter.restore()

    def _paint_head(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        day: dt.date,
        small: QFont,
        *,
        free: bool,
        inside: bool,
    ) -> None:
        table, model = colors(), self._grid.month_model
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        circle = QStyle.visualRect(option.direction, box, QRect(box.left() + 4, box.top() + 2, 24, 22))
        today = day == model.today
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(table.primary))
            painter.drawRoundedRect(circle, 8, 8)
        ink = table.on_primary if today else table.faint if not inside else table.danger if free else table.text
        painter.setFont(bold)
        painter.setPen(QColor(ink))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, digits(str(from_gregorian(day).day)))
        occasion = model.occasions.get(day, "")
        if occasion:
            painter.setFont(small)
            painter.setPen(QColor(table.danger if inside else table.faint))
            room = QStyle.visualRect(option.direction, box, box.adjusted(32, 2, -_PAD, 0))
            room.setHeight(22)
            shown = elided(QFontMetrics(small), occasion, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_lines(self, painter: QPainter, box: QRect, items: Sequence[DayItem], small: QFont) -> None:
        if not items:
            return
        table, metrics = colors(), QFontMetrics(small)
        shown = lines_shown(box.height(), len(items))
        painter.setFont(small)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for place in range(shown):
            item = items[place]
            line = QRect(box.left() + 3, box.top() + _HEAD + place * _LINE, box.width() - 7, _LINE - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(table.soft("muted" if item.faded else item.tone)))
            painter.drawRoundedRect(line, 5, 5)
            painter.setPen(QColor(table.of("muted" if item.faded else item.tone)))
            inner = line.adjusted(6, 0, -6, 0)
            painter.drawText(inner, flags, elided(metrics, item.heard(), inner.width()))
        if shown < len(items):
            room = QRect(box.left() + 9, box.top() + _HEAD + shown * _LINE, box.width() - 18, _LINE - 2)
            painter.setPen(QColor(table.muted))
            more = self.tr("+{many} بیشتر").format(many=grouped(len(items) - shown))
            painter.drawText(room, flags, more)

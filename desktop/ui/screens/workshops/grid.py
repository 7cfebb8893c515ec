"""The grid that looks like the paper sheet: a line for each person, a column for each session, a key for each mark."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.ui.screens.workshops.looks import MARK_TONES, mark_letter
from desktop.ui.screens.workshops.typed_sheet import REST_KEYS, STATE_OF_KEY, STATES, TypedSheet
from desktop.ui.widgets.direction import elided, is_rtl, start
from desktop.ui.widgets.labels import avatar_tone, paint_avatar
from desktop.ui.widgets.theme import colors
from desktop.ui.widgets.wording import digits, label_of, listed, short

Index = QModelIndex | QPersistentModelIndex
NAMES = 3  # number, name, father's name
_FATHER, _LEAST_NAME = 2, 150  # a column, and pixels of the name below which that column goes
MOST_SESSIONS = 8  # shown side by side; the arrows bring the others
_NO_INDEX = QModelIndex()


class SheetModel(QAbstractTableModel):
    """The typed sheet as a table. Of many sessions those around the active one are shown."""

    def __init__(self, sheet: TypedSheet) -> None:
        super().__init__()
        self.sheet = sheet
        self.active = ""

    def renew(self, active: str) -> None:
        """Other people, sessions or active session."""
        self.beginResetModel()
        self.active = active
        self.endResetModel()

    def shown(self) -> list[Any]:
        """The sessions shown."""
        sessions = list(self.sheet.sessions)
        place = next((n for n, s in enumerate(sessions) if s["id"] == self.active), 0)
        first = max(0, min(place - MOST_SESSIONS // 2, len(sessions) - MOST_SESSIONS))
        return sessions[first : first + MOST_SESSIONS]

    def active_column(self) -> int:
        """The column of the active session; −1 when there is none."""
        return next((NAMES + n for n, s in enumerate(self.shown()) if s["id"] == self.active), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.sheet.people)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else NAMES + len(self.shown())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        person = self.sheet.people[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if index.column() < NAMES:
            return (digits(str(index.row() + 1)), person.name, person.father_name or "—")[index.column()]
        session = self.shown()[index.column() - NAMES]
        state = self.sheet.state(session["id"], person.person_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return state
        told = label_of("attendance_state", state) or self.tr("بی‌نشان")
        return f"{listed((person.name, session_text(session)))}: {told}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section < NAMES:
            return (self.tr("ردیف"), self.tr("نام و نام خانوادگی"), self.tr("نام پدر"))[section]
        session = self.shown()[section - NAMES]
        return f"{session_text(session)}\n{short(session['date'])[5:]}"


def session_text(session: Any) -> str:
    return QCoreApplication.translate("Workshops", "جلسهٔ {number}").format(number=digits(str(session["no"])))


class AttendanceGrid(QTableView):
    """ح ت غ م or 1 2 3 4 mark and go down, ب marks the rest as present, + adds somebody.

    Space goes round the marks, the side arrows change the session, Ctrl+Z takes back what was typed last.
    """

    marked = Signal()
    session_wanted = Signal(str)
    refused = Signal()
    rest_wanted = Signal()
    add_wanted = Signal()
    finished = Signal()  # the last line was marked

    def __init__(self, sheet: TypedSheet) -> None:
        super().__init__()
        self.sheet_model = SheetModel(sheet)
        self.locked = False
        # The letters that the window shows go before the keys of another layout: L is late in English, م elsewhere.
        self._keys = STATE_OF_KEY | {mark_letter(state).lower(): state for state in STATES}
        self.setProperty("look", "grid")
        self.setAccessibleName(self.tr("برگهٔ حضور و غیاب"))
        self.setItemDelegate(_MarkDelegate(self))
        self.setModel(self.sheet_model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(38)
        head = self.horizontalHeader()
        head.setDefaultAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._clicked)

    def renew(self, active: str, row: int = -1) -> None:
        """Shows the sheet again, the cursor in the active session."""
        kept = self.currentIndex().row() if row < 0 else row
        self.sheet_model.renew(active)
        head = self.horizontalHeader()
        for column, width in ((0, 58), (2, 120)):
            self.setColumnWidth(column, width)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in range(NAMES, self.sheet_model.columnCount()):
            self.setColumnWidth(column, 78 if is_rtl() else 98)
        self._fit()
        rows = self.sheet_model.rowCount()
        if rows:
            self.go_to(min(max(kept, 0), rows - 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A narrow window leaves out the father's name, rather than cut the name."""
        widths = [self.columnWidth(n) or 120 for n in range(self.sheet_model.columnCount()) if n != 1]
        self.setColumnHidden(_FATHER, sum(widths) + _LEAST_NAME > self.viewport().width())

    def go_to(self, row: int) -> None:
        """Puts the cursor on a person's mark in the active session."""
        self.setCurrentIndex(self.sheet_model.index(row, max(0, self.sheet_model.active_column())))

    def first_unmarked(self) -> int:
        """The first person without a mark in the active session."""
        sheet, active = self.sheet_model.sheet, self.sheet_model.active
        return next((n for n, p in enumerate(sheet.people) if not sheet.state(active, p.person_id)), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        state = self._keys.get(event.text().lower())
        if state and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._mark(row, state, go_on=True)
        elif event.text() in REST_KEYS and event.text():
            self.rest_wanted.emit()
        elif event.text() == "+" or event.key() == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._take_back()
        elif event.key() == Qt.Key.Key_Space:
            self._cycle(row)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._mark(row, "", go_on=False)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
            self._change_session(1 if event.key() == forward else -1)
        elif event.key() in _MOVES:
            self._move(row, event.key())
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """While something is typed the key for undoing belongs to the sheet, not to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoing = event.matches(QKeySequence.StandardKey.Undo)
            if undoing and self.sheet_model.sheet.is_dirty():
                event.accept()
                return True
        return bool(super().event(event))

    def _take_back(self) -> None:
        if self.sheet_model.sheet.take_back():
            self.viewport().update()
            self.marked.emit()

    def _mark(self, row: int, state: str, *, go_on: bool) -> None:
        if self.locked or not self.sheet_model.active or row < 0:
            self.refused.emit()
            return
        sheet = self.sheet_model.sheet
        sheet.mark(self.sheet_model.active, sheet.people[row].person_id, state)
        self.viewport().update()
        self.marked.emit()
        if go_on and row + 1 < len(sheet.people):
            self.go_to(row + 1)
        elif go_on:
            self.finished.emit()

    def _cycle(self, row: int) -> None:
        if row < 0:
            return
        sheet = self.sheet_model.sheet
        now = sheet.state(self.sheet_model.active, sheet.people[row].person_id)
        after = STATES[(STATES.index(now) + 1) % len(STATES)] if now in STATES else STATES[0]
        self._mark(row, after, go_on=False)

    def _change_session(self, step: int) -> None:
        ids = [session["id"] for session in self.sheet_model.sheet.sessions]
        if self.sheet_model.active in ids:
            place = ids.index(self.sheet_model.active) + step
            if 0 <= place < len(ids):
                self.session_wanted.emit(ids[place])

    def _move(self, row: int, key: int) -> None:
        last = self.sheet_model.rowCount() - 1
        steps = {Qt.Key.Key_Home: -row, Qt.Key.Key_End: last - row}
        to = row + steps.get(Qt.Key(key), _MOVES[Qt.Key(key)])
        if last >= 0:
            self.go_to(min(max(to, 0), last))

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() < NAMES:
            self.go_to(index.row())
            return
        session = self.sheet_model.shown()[index.column() - NAMES]
        if session["id"] != self.sheet_model.active:
            self.session_wanted.emit(session["id"])
            self.go_to(index.row())
        else:
            self._cycle(index.row())


_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_Home: 0,
    Qt.Key.Key_End: 0,
}


class _MarkDelegate(QStyledItemDelegate):
    """Names as in every list, marks as soft pills; the active session stands on a soft ground."""

    def __init__(self, grid: AttendanceGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, 38)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = colors()
        model, here = self._grid.sheet_model, self._grid.currentIndex()
        box: QRect = option.rect
        active = index.column() == model.active_column()
        current = index.row() == here.row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        painter.setLayoutDirection(option.direction)
        if active or current:
            painter.fillRect(box, QColor(table.primary_s if active else table.hover))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(table.line))
        if index.column() < NAMES:
            self._paint_name(painter, option, index)
        else:
            self._paint_mark(painter, box, index, active=active)
        if active and current:
            painter.setPen(QPen(QColor(table.primary if self._grid.hasFocus() else table.faint), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 2, -3, -3), 8, 8)
        painter.restore()

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        table = colors()
        inner = option.rect.adjusted(12, 0, -12, 0)
        text = str(index.data())
        if index.column() == 1:
            circle = QRect(inner.left(), inner.center().y() - 13, 26, 26)
            paint_avatar(painter, QStyle.visualRect(option.direction, inner, circle), text, avatar_tone(text))
            inner = QStyle.visualRect(option.direction, inner, inner.adjusted(35, 0, 0, 0))
        painter.setPen(QColor(table.text if index.column() == 1 else table.muted))
        shown = elided(painter.fontMetrics(), text, inner.width())
        painter.drawText(inner, start() | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_mark(self, painter: QPainter, box: QRect, index: Index, *, active: bool) -> None:
        table = colors()
        state = str(index.data())
        if state not in STATES:
            painter.setPen(QColor(table.faint))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "·")
            return
        tone = MARK_TONES[state]
        pill = QRect(box.center().x() - 15, box.center().y() - 12, 31, 25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(table.of(tone) if active else table.soft(tone)))
        painter.drawRoundedRect(pill, 8, 8)
        font = QFont(painter.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(table.card if active else table.of(tone)))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, mark_letter(state))
        model = self._grid.sheet_model
        session = model.shown()[index.column() - NAMES]
        if model.sheet.is_typed(session["id"], model.sheet.people[index.row()].person_id):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(table.bar_now))
            painter.drawEllipse(QRect(pill.right() - 3, pill.top() - 2, 6, 6))

"""A table of any length: it knows the ids of all rows and fetches only the pages one looks at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.ui.widgets.direction import is_rtl, start
from desktop.ui.widgets.table_delegate import CELL_ROLE, Cell, RowDelegate
from desktop.ui.widgets.theme import Tone

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_WIDER, _BOLD, _PADDING, _ARROW = 1.12, 1.08, 26, 18
_BADGE, _WIDEST = 42, 176  # pixels around the text of a badge; that a word of a list may take
_PAUSE = 900  # ms after which typing begins a new word to jump to
_NO_INDEX = QModelIndex()
MARK = "is_disputed"
"""Key of a row of which two versions are told: its first cell says so."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. `text` makes the finished text of a cell from a row."""

    key: str
    title: str
    text: Callable[[Any], str]
    width: int = 120  # 0: takes what the others leave
    tone: Callable[[Any], Tone | None] | None = None  # shown as a badge of this tone
    avatar: bool = False  # the initial in a circle before the text
    ltr: bool = False  # codes and Latin, written left to right
    muted: bool = False
    sort_key: str = ""  # "": cannot be sorted by
    samples: Sequence[str] = ()  # what may stand in it: wide enough for these, within reason


class LazyTableModel(QAbstractTableModel):
    """Rows come from `fetch` in pages of 128, of which 24 are kept."""

    PAGE, KEPT = 128, 24

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[list[Any]], Sequence[Any]],
        parent: QWidget | None = None,
    ) -> None:
        """`fetch` answers one row for each id, in their order; None for a row that is gone."""
        super().__init__(parent)
        self.columns = list(columns)
        self._fetch = fetch
        self._ids: Sequence[Any] = ()
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()

    def set_ids(self, ids: Sequence[Any]) -> None:
        """Shows other rows, or the same in another order."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.endResetModel()

    def ids(self) -> Sequence[Any]:
        return self._ids

    def refresh(self) -> None:
        """Fetches again what is on the screen; order and place stay."""
        self._pages.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row(self, place: int) -> Any:
        """The row at a place, fetched with its page when it is not at hand; None when it is gone."""
        number, within = divmod(place, self.PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(list(self._ids[number * self.PAGE : (number + 1) * self.PAGE]))
            self._pages[number] = page
            if len(self._pages) > self.KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[within]

    def place_of(self, row_id: object) -> int:
        """Where a row stands; -1 when it is not among these."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        maker = _MAKERS.get(role)
        if maker is None:
            return None
        row = self.row(index.row())
        if role == ROW_ROLE:
            return row
        if row is None:
            return Cell("—", muted=True) if role == CELL_ROLE else None
        made = maker(self.columns[index.column()], row)
        if index.column() == 0 and isinstance(row, dict) and row.get(MARK):
            return _marked(made, role)
        return made

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


def _marked(made: Any, role: int) -> Any:
    """The first cell of a record of which two versions are told."""
    told = QCoreApplication.translate("Table", "دو روایت")
    if role == CELL_ROLE:
        return made._replace(mark=told)
    if role == Qt.ItemDataRole.ToolTipRole:
        return told
    return f"{made}، {told}" if role == Qt.ItemDataRole.AccessibleTextRole else made


def _tip(column: Column, row: Any) -> str | None:
    text = column.text(row)
    return text if len(text) > 16 else None


def _cell(column: Column, row: Any) -> Cell:
    tone = column.tone(row) if column.tone else None
    return Cell(column.text(row), tone, column.avatar, column.ltr, column.muted)


_MAKERS: dict[int, Callable[[Column, Any], Any]] = {
    ROW_ROLE: lambda _column, row: row,
    CELL_ROLE: _cell,
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: f"{column.title}: {column.text(row)}",
    Qt.ItemDataRole.ToolTipRole: _tip,
}


class LazyTable(QTableView):
    """The view: whole rows, one at a time; arrows, Home, End and pages move, Enter opens, letters jump."""

    current_changed = Signal(object)  # the id of the row, None for none
    row_activated = Signal(object)  # the id of the row
    sort_requested = Signal(str, bool)  # sort_key, descending

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[list[Any]], Sequence[Any]],
        name: str,
        *,
        jump: Callable[[str], int | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`name` is what a screen reader calls the list. `jump`: the place of the first row that begins so."""
        super().__init__(parent)
        self._jump, self._typed = jump, ""
        self._empty: QWidget | None = None
        self._typing = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typing.timeout.connect(self._forget_typed)
        self.lazy_model = LazyTableModel(columns, fetch, self)
        self.widths = {column.key: self._width(column) for column in columns}
        self._rows = RowDelegate(self)
        self.setItemDelegate(self._rows)
        self.setModel(self.lazy_model)
        self.setAccessibleName(name)
        self.setProperty("look", "grid")
        self._behave()
        self._head()
        self.selectionModel().currentRowChanged.connect(lambda now, _before: self._moved(now))
        self.activated.connect(self._open)

    def set_ids(self, ids: Sequence[Any]) -> None:
        """Shows other rows; the row that was marked stays marked if it is still there."""
        marked = self.current_id()
        self.lazy_model.set_ids(ids)
        place = self.lazy_model.place_of(marked) if marked is not None else -1
        if ids:
            self.select_row(max(place, 0))
        if self._empty:
            self._empty.setVisible(not ids)
        if marked is not None and not ids:
            self.current_changed.emit(None)

    def current_id(self) -> Any:
        """The id of the marked row, or None."""
        place = self.currentIndex().row()
        ids = self.lazy_model.ids()
        return ids[place] if 0 <= place < len(ids) else None

    def select_row(self, place: int) -> None:
        """Marks the row at a place (QTableView.selectRow does nothing in right-to-left windows)."""
        self.setCurrentIndex(self.lazy_model.index(place, 0))

    def select_id(self, row_id: object) -> bool:
        """Marks the row of a record; False when it is not in the list."""
        place = self.lazy_model.place_of(row_id)
        if place >= 0:
            self.select_row(place)
        return place >= 0

    def set_empty(self, shown: QWidget) -> None:
        """What stands in the list while it has no rows."""
        self._empty = shown
        shown.setParent(self.viewport())
        shown.setGeometry(self.viewport().rect())
        shown.setVisible(not self.lazy_model.ids())

    def show_sorting(self, sort_key: str, descending: bool = False) -> None:
        """Shows by which column the rows are ordered, without a signal."""
        keys = [column.sort_key for column in self.lazy_model.columns]
        head = self.horizontalHeader()
        was = head.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(keys.index(sort_key) if sort_key in keys else -1, order)
        head.blockSignals(was)
        head.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.lazy_model.rowCount()
        if rows and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.select_row(0 if event.key() == Qt.Key.Key_Home else rows - 1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, text: str) -> None:
        self._typed += text
        self._typing.start()
        place = self._jump(self._typed) if self._jump else None
        if place is not None and 0 <= place < self.lazy_model.rowCount():
            self.select_row(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._empty:
            self._empty.setGeometry(self.viewport().rect())

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(44)

    def _head(self) -> None:
        head = self.horizontalHeader()
        head.setDefaultAlignment(start() | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head.setMinimumSectionSize(56)
        for place, column in enumerate(self.lazy_model.columns):
            if column.width:
                self.setColumnWidth(place, self.widths[column.key])
            else:
                head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        if any(column.sort_key for column in self.lazy_model.columns):
            head.setSortIndicatorShown(True)
            head.setSectionsClickable(True)
            head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            head.sortIndicatorChanged.connect(self._sort)

    def _width(self, column: Column) -> int:
        """Declared widths are those of Persian; Latin digits, English headings and long words take more."""
        if not column.width:
            return 0
        if is_rtl():
            return max(column.width, min(_WIDEST, self._taken(column)))
        heading = self.fontMetrics().horizontalAdvance(column.title) * _BOLD + _PADDING
        return round(max(column.width * _WIDER, heading + (_ARROW if column.sort_key else 0)))

    def _taken(self, column: Column) -> int:
        """The room that the longest of its samples takes, in a badge or without."""
        around = _BADGE if column.tone else _PADDING
        metrics = self.fontMetrics()
        return round(max((metrics.horizontalAdvance(text) for text in column.samples), default=0)) + around

    def _sort(self, section: int, order: Qt.SortOrder) -> None:
        key = self.lazy_model.columns[section].sort_key if section >= 0 else ""
        if key:
            self.sort_requested.emit(key, order == Qt.SortOrder.DescendingOrder)

    def _moved(self, now: Index) -> None:
        self.current_changed.emit(self.lazy_model.ids()[now.row()] if now.isValid() else None)

    def _open(self, index: Index) -> None:
        self.row_activated.emit(self.lazy_model.ids()[index.row()])

    def _hover(self, place: int) -> None:
        if place != self._rows.hovered:
            before, self._rows.hovered = self._rows.hovered, place
            for row in (before, place):
                if row >= 0:
                    top, height = self.rowViewportPosition(row), self.rowHeight(row)
                    self.viewport().update(0, top, self.viewport().width(), height)

    def _forget_typed(self) -> None:
        self._typed = ""

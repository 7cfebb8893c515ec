"""«تابلو»: the needs in columns by their state. A card is moved by mouse or keys, and asks what its step needs."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QByteArray, QCoreApplication, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.problems import Problem
from desktop.services.need_views import BOARD, NeedQuery, board_entries, need_page
from desktop.services.overview import entry_of
from desktop.ui.operations import Operations, Progress
from desktop.ui.screens.needs.cards import CardDelegate, card_text
from desktop.ui.screens.needs.looks import STATUS_TONES
from desktop.ui.widgets.direction import is_rtl
from desktop.ui.widgets.labels import badge, label, muted, set_badge
from desktop.ui.widgets.lazy_table import Column, LazyTableModel
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import grouped, label_of, said, told

_MIME = "application/x-tashilgar-need"
_WIDTH = 212  # the least of a column
_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class CardModel(LazyTableModel):
    """Cards of one column; a card that is dragged carries the id of its need and the state it leaves."""

    def __init__(self, state: str, fetch: Callable[[list[Any]], Sequence[Any]], parent: QWidget) -> None:
        column = Column(key="card", title=label_of("need_status", state), text=card_text)
        super().__init__([column], fetch, parent)
        self._state = state

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        made = QMimeData()
        row = self.row(indexes[0].row()) if indexes else None
        if row is not None:
            made.setData(_MIME, QByteArray(f"{row['id']} {self._state}".encode()))
        return made

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class CardList(QListView):
    """One column's cards: arrows walk through all columns, Enter opens, Space lists the steps, Ctrl+arrow moves on."""

    walked = Signal(int)
    pushed = Signal(int)
    opened = Signal(str)
    menu_wanted = Signal(object)  # where, in the coordinates of the screen
    dropped = Signal(str, str)  # need, state it leaves
    marked = Signal(object)

    def __init__(self, state: str, fetch: Callable[[list[Any]], Sequence[Any]]) -> None:
        super().__init__()
        self.need_state = state
        self.cards = CardModel(state, fetch, self)
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setProperty("look", "cards")
        self.setAccessibleName(label_of("need_status", state))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QListView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.marked.emit(self.current_id()))
        self.doubleClicked.connect(lambda _index: self._open())

    def show_entries(self, entries: Sequence[int]) -> None:
        """Other cards; the one that was marked stays marked if it is still here."""
        here = self.currentIndex().row()
        marked = self.cards.ids()[here] if 0 <= here < len(self.cards.ids()) else None
        self.cards.set_ids(entries)
        place = self.cards.place_of(marked) if marked is not None else -1
        self.mark(place if place >= 0 else min(max(here, 0), len(entries) - 1))

    def mark(self, place: int) -> None:
        """Marks a card; nothing happens where there is none."""
        if 0 <= place < self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(place, 0))

    def current_row(self) -> Any:
        place = self.currentIndex().row()
        return self.cards.row(place) if 0 <= place < self.cards.rowCount() else None

    def current_id(self) -> str | None:
        row = self.current_row()
        return str(row["id"]) if row else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if is_rtl() else Qt.Key.Key_Right
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if event.key() == forward else -1
            moves = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.pushed if moves else self.walked).emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Menu):
            box = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(box.center()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        under = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if under.isValid():
            self.setCurrentIndex(under)
        self.menu_wanted.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        found = _carried(event.mimeData())
        if found is None or found[1] == self.need_state:
            event.ignore()
            return
        event.acceptProposedAction()
        self.dropped.emit(*found)

    def _welcome(self, event: QDragEnterEvent | QDragMoveEvent) -> None:
        found = _carried(event.mimeData())
        if found is not None and found[1] != self.need_state:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _open(self) -> None:
        need_id = self.current_id()
        if need_id:
            self.opened.emit(need_id)


class Board(QWidget):
    """Five columns over the same needs as the list, narrowed by the same chips and boxes."""

    marked = Signal(object)  # need id or None
    opened = Signal(str)
    step_wanted = Signal(str, object)  # need id, Transition

    def __init__(self, context: AppContext, operations: Operations) -> None:
        super().__init__()
        self._context, self._operations = context, operations
        self._asked, self._wanted = 0, ""
        self.columns = {state: CardList(state, self._fetch) for state in BOARD}
        self._counts = {state: badge("", STATUS_TONES[state]) for state in BOARD}
        self._none = {state: muted(self.tr("نیازی در این ستون نیست."), wrap=True) for state in BOARD}
        self._last = self.columns[BOARD[0]]
        self.setAccessibleName(self.tr("تابلوی نیازها"))
        self._lay_out()
        for column in self.columns.values():
            self._connect(column)
        self.setFocusProxy(self._last)

    def show_needs(self, query: NeedQuery) -> None:
        """Reads the columns as the list is narrowed now, whatever its state filter says."""
        self._asked += 1
        number, office = self._asked, self._context.office

        def read(_progress: Progress) -> Mapping[str, array[int]]:
            with office.read() as rows:
                return board_entries(rows, query)

        self._operations.run(read, lambda found: self._show(number, found), title=None)

    def follow(self, need_id: str) -> None:
        """The card to mark when the columns are read again: it may stand in another one then."""
        self._wanted = need_id

    def current_record(self) -> str | None:
        """The id of the marked need."""
        return self._last.current_id()

    def steps(self, state: str) -> list[Transition]:
        """The steps that lead out of a column, as far as the role may take them."""
        life, role = KINDS["need"].life, self._context.office.actor.role
        return [step for step in life.leaving(state) if role in step.roles] if life else []

    def menu(self) -> QMenu:
        """What can be done with the marked card."""
        made, need_id = QMenu(self), self.current_record()
        made.setAccessibleName(self.tr("گام‌های این نیاز"))
        for step in self.steps(self._last.need_state) if need_id else ():
            action = made.addAction(said(step.label))
            action.triggered.connect(lambda _checked=False, step=step: self.step_wanted.emit(need_id, step))
        return made

    def move_card(self, need_id: str, source: str, target: str) -> None:
        """Asks for the step between two columns, or says why there is none."""
        life = KINDS["need"].life
        step = life.find(source, target) if life else None
        if step is None:
            facts = {"source": CODE_LISTS["need_status"][source], "target": CODE_LISTS["need_status"][target]}
            toast(self.window(), told(Problem("state", "no_such_step", facts)))
        elif self._context.office.actor.role not in step.roles:
            toast(self.window(), told(Problem("state", "manager_only")))
        else:
            self.step_wanted.emit(need_id, step)

    def _show(self, number: int, found: Mapping[str, array[int]]) -> None:
        if number != self._asked:
            return
        for state, column in self.columns.items():
            column.show_entries(found[state])
            set_badge(self._counts[state], grouped(len(found[state])), STATUS_TONES[state])
            self._none[state].setHidden(bool(found[state]))
        self._mark_wanted()
        if not self._last.cards.rowCount():
            self._last = next((column for column in self.columns.values() if column.cards.rowCount()), self._last)
        self.setFocusProxy(self._last)
        self.marked.emit(self.current_record())

    def _mark_wanted(self) -> None:
        if not self._wanted:
            return
        with self._context.office.read() as rows:
            entry = entry_of(rows, self._wanted)
        self._wanted = ""
        for column in self.columns.values():
            place = column.cards.place_of(entry) if entry is not None else -1
            if place >= 0:
                had_focus = self._last.hasFocus()
                self._last = column
                column.mark(place)
                if had_focus:
                    column.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        with self._context.office.read() as rows:
            return need_page(rows, ids)

    def _connect(self, column: CardList) -> None:
        column.walked.connect(lambda step: self._walk(column, step))
        column.pushed.connect(lambda step: self._push(column, step))
        column.opened.connect(self.opened)
        column.menu_wanted.connect(lambda where: self._open_menu(column, where))
        column.dropped.connect(lambda need_id, source: self.move_card(need_id, source, column.need_state))
        column.marked.connect(lambda _need: self._now(column))

    def _now(self, column: CardList) -> None:
        if column.hasFocus() or column is self._last:
            self._last = column
            self.setFocusProxy(column)
            self.marked.emit(column.current_id())

    def _walk(self, column: CardList, step: int) -> None:
        """To the card beside this one, over columns that have none."""
        states = list(self.columns)
        place, row = states.index(column.need_state) + step, max(column.currentIndex().row(), 0)
        while 0 <= place < len(states):
            beside = self.columns[states[place]]
            if beside.cards.rowCount():
                self._last = beside
                beside.setFocus(Qt.FocusReason.OtherFocusReason)
                if not beside.currentIndex().isValid():
                    beside.mark(min(row, beside.cards.rowCount() - 1))
                self._area.ensureWidgetVisible(beside)
                self._now(beside)
                return
            place += step

    def _push(self, column: CardList, step: int) -> None:
        states = list(self.columns)
        place, need_id = states.index(column.need_state) + step, column.current_id()
        if need_id and 0 <= place < len(states):
            self.move_card(need_id, column.need_state, states[place])

    def _open_menu(self, column: CardList, where: Any) -> None:
        self._last = column
        made = self.menu()
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if made.actions():
            made.setActiveAction(made.actions()[0])
            made.popup(where)

    def _lay_out(self) -> None:
        held = QWidget()
        held.setProperty("look", "scrolled")
        inside = QHBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        for state, column in self.columns.items():
            inside.addWidget(self._column(state, column), 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(held)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)

    def _column(self, state: str, column: CardList) -> QFrame:
        frame = QFrame()
        frame.setProperty("look", "card")
        frame.setMinimumWidth(_WIDTH)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(label(_title(state), "strong"), 1)
        head.addWidget(self._counts[state])
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 10, 6, 6)
        inside.addLayout(head)
        self._none[state].setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._none[state])
        inside.addWidget(column, 1)  # an empty column still takes what is dropped on it
        return frame


def _title(state: str) -> str:
    if state == "met":
        return QCoreApplication.translate("Needs", "برآوردهٔ این ماه")
    return label_of("need_status", state)


def _carried(data: QMimeData) -> tuple[str, str] | None:
    """The need that is dragged and the state it leaves."""
    if not data.hasFormat(_MIME):
        return None
    need_id, _, state = bytes(data.data(_MIME).data()).decode().partition(" ")
    return need_id, state

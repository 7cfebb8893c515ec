"""A list of all records of a kind: search, chips, sorting, counting; what stands beside it is the screen's."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.persian.order import sort_key
from desktop.services.overview import entry_of
from desktop.store import lists
from desktop.store.search import MOST
from desktop.ui.operations import Changes, Operations, Progress
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.direction import reading_line
from desktop.ui.widgets.finder import FittingTable
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.labels import EmptyState, card, h1, muted
from desktop.ui.widgets.lazy_table import Column, LazyTable
from desktop.ui.widgets.wording import grouped, label_of, said

_PAUSE = 90  # ms
_LEAST = 150  # pixels kept for the name
ALL = ""


@dataclass(frozen=True)
class ListTexts:
    """The words of one list; `none` is said while there is no record at all."""

    search: str
    none: EmptyState
    unit: str  # «پرونده»


@dataclass(frozen=True)
class _Shown:
    ids: Sequence[int]
    positions: Mapping[int, int]


class RecordList(QWidget):
    """Emits ids of records, never entries."""

    current_changed = Signal(object)  # record id or None
    activated = Signal(str)

    def __init__(
        self,
        context: AppContext,
        operations: Operations,
        kind: str,
        columns: Sequence[Column],
        states: Sequence[str],
        texts: ListTexts,
        droppable: Sequence[str] = (),
    ) -> None:
        """`droppable`: columns that a narrow window leaves out, the first to go first."""
        super().__init__()
        self._context, self._operations, self._kind, self._texts = context, operations, kind, texts
        self._all = _Shown((), {})
        self._order: tuple[str, bool] = ("", False)
        self._asked, self._wanted, self._stale = 0, "", False
        self._shows = {kind}
        self.title, self.count = h1(said(KINDS[kind].plural)), muted()
        self.search = _SearchLine(texts.search)
        codes = KINDS[kind].fields[KINDS[kind].state].codes
        choices = [(ALL, self.tr("همه")), *((state, label_of(codes, state)) for state in states)]
        self.chips = ChipRow(choices, self.tr("وضعیت"))
        self.chips.choose([ALL])
        self.table = FittingTable(
            columns, self._fetch, said(KINDS[kind].plural), jump=self._jump, droppable=droppable, least=_LEAST
        )
        self.table.set_empty(texts.none)
        self.table.show_sorting(columns[0].sort_key)
        self.not_found = EmptyState(
            "search", self.tr("چیزی پیدا نشد"), self.tr("واژهٔ کوتاه‌تری بنویسید یا وضعیت «همه» را برگزینید.")
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._filter)
        self._lay_out()
        self._connect()
        self.reload()

    def shows_also(self, *kinds: str) -> None:
        """Kinds of other records whose change is seen in this list."""
        self._shows.update(kinds)

    def reload(self) -> None:
        """Reads the order of all records again; place and choice stay."""
        self._asked += 1
        self._stale = False
        number, office, kind = self._asked, self._context.office, self._kind
        state, (order_by, descending) = self.chips.choice() or "", self._order

        def work(_progress: Progress) -> _Shown:
            with office.read() as rows:
                ids = lists.snapshot(rows.connection, kind, state=state, order_by=order_by, descending=descending)
            return _Shown(ids, lists.positions_of(ids))

        self._operations.run(work, lambda shown: self._loaded(number, shown))

    def select_record(self, record_id: str) -> None:
        """Marks a record, in the list of all if a filter hides it."""
        self._wanted = record_id
        if self.search.text() or self.chips.choice():
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
            self.chips.choose([ALL])
            self.reload()
        else:
            self._go_to_wanted()

    def current_record(self) -> str | None:
        """The id of the marked record."""
        place = self.table.currentIndex().row()
        row = self.table.lazy_model.row(place) if 0 <= place < len(self.table.lazy_model.ids()) else None
        return str(row["id"]) if row else None

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()

    def _loaded(self, number: int, shown: _Shown) -> None:
        if number == self._asked:
            self._all = shown
            self._filter()

    def _filter(self) -> None:
        typed, shown, context, kind = self.search.text().strip(), self._all, self._context, self._kind
        if not typed:
            self._show(shown.ids, self._counted(len(shown.ids)))
            return
        self._asked += 1
        number = self._asked

        def work(_progress: Progress) -> Sequence[int]:
            with context.office.read() as rows:
                found = lists.among(shown.ids, shown.positions, rows.connection, typed, kind)
                if len(found):
                    return found
                near = [entry for entry in context.spelling.near(rows.connection, typed) if entry in shown.positions]
                return array("q", sorted(near, key=shown.positions.__getitem__))

        self._operations.run(work, lambda found: self._filtered(number, found), title=said(KINDS[kind].plural))

    def _filtered(self, number: int, found: Sequence[int]) -> None:
        if number == self._asked:
            told = self.tr("بیش از ۱۰۰۰ {unit}").format(unit=self._texts.unit)
            self._show(found, told if len(found) >= MOST else self._counted(len(found)))

    def _show(self, ids: Sequence[int], told: str) -> None:
        filtered = bool(self.search.text().strip() or self.chips.choice())
        self.table.set_empty(self.not_found if filtered else self._texts.none)
        (self._texts.none if filtered else self.not_found).hide()
        self.table.set_ids(ids)
        self.count.setText(told)
        self._go_to_wanted()
        self.current_changed.emit(self.current_record())

    def _counted(self, n: int) -> str:
        return f"{grouped(n)} {self._texts.unit}"

    def _go_to_wanted(self) -> None:
        if not self._wanted:
            return
        with self._context.office.read() as rows:
            entry = entry_of(rows, self._wanted)
        if entry is not None and self.table.select_id(entry):
            self._wanted = ""
            self.table.scrollTo(self.table.currentIndex(), LazyTable.ScrollHint.PositionAtCenter)

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        with self._context.office.read() as rows:
            found = {row["entry"]: row for row in lists.page(rows.connection, self._kind, ids)}
        return [found.get(entry) for entry in ids]

    def _jump(self, typed: str) -> int | None:
        with self._context.office.read() as rows:
            entry = lists.jump(rows.connection, self._kind, sort_key(typed))
        return self.table.lazy_model.place_of(entry) if entry is not None else None

    def _sort(self, key: str, descending: bool) -> None:
        self._order = ("" if key == self.table.lazy_model.columns[0].sort_key else key, descending)
        self.reload()

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & self._shows:
            return
        if self.isVisible():
            self.reload()
        else:
            self._stale = True

    def _activate(self, _entry: object) -> None:
        record = self.current_record()
        if record:
            self.activated.emit(record)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.chips.changed.connect(self.reload)
        self.table.sort_requested.connect(self._sort)
        self.table.current_changed.connect(lambda _entry: self.current_changed.emit(self.current_record()))
        self.table.row_activated.connect(self._activate)
        self._operations.changed.connect(self._changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self, context=Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.search.begin)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.search)
        bar.addWidget(self.chips, 1)
        frame, around = card(0)
        around.setContentsMargins(4, 6, 4, 6)
        around.addWidget(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(14)
        inside.addLayout(bar)
        inside.addWidget(frame, 1)


class _SearchLine(QLineEdit):
    """Down and Enter lead into the list, Escape empties it."""

    left = Signal()

    def __init__(self, told: str) -> None:
        super().__init__()
        reading_line(self)
        self.setPlaceholderText(told)
        self.setAccessibleName(told)
        self.setClearButtonEnabled(False)
        self.setFixedWidth(310)
        self.addAction(icon("search", "faint"), QLineEdit.ActionPosition.LeadingPosition)

    def begin(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

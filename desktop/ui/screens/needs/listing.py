"""The list of needs with its search and chips."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.services.need_views import OPEN, NeedQuery, need_counts, need_entries, need_page
from desktop.ui.operations import Operations
from desktop.ui.screens.needs.looks import STATUS_TONES, URGENCY_TONES, due_tone
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.finder import FittingTable, SearchLine
from desktop.ui.widgets.labels import EmptyState, card
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.wording import digits, grouped, label_of, labels_of, said, short

_FIELDS = KINDS["need"].fields
_CHIPS = (OPEN, "noted", "referred", "answered", "in_progress", "met", "")


def _columns() -> list[Column]:
    def title(name: str) -> str:
        return said(_FIELDS[name].label)

    return [
        Column(
            key="need_no",
            title=QCoreApplication.translate("Needs", "شماره"),
            text=lambda r: digits(r["need_no"]),
            width=64,
            ltr=True,
            muted=True,
        ),
        Column(key="subject", title=title("subject"), text=lambda r: r["subject"], width=0, sort_key="subject"),
        Column(
            key="field", title=title("field"), text=lambda r: label_of("need_field", r["field"]), width=126, muted=True
        ),
        Column(
            key="urgency",
            title=title("urgency"),
            text=lambda r: label_of("need_urgency", r["urgency"]),
            width=104,
            tone=lambda r: URGENCY_TONES.get(r["urgency"]),
        ),
        Column(
            key="neighborhood",
            title=title("neighborhood_id"),
            text=lambda r: r["neighborhood_id_title"] or "—",
            width=104,
        ),
        Column(
            key="noted_on", title=title("noted_on"), text=lambda r: _day(r["noted_on"]), width=106, sort_key="noted_on"
        ),
        Column(key="owner", title=title("owner_staff_id"), text=lambda r: r["owner_staff_id_title"] or "—", width=124),
        Column(
            key="due_on",
            title=title("due_on"),
            text=lambda r: _day(r["due_on"]),
            width=116,
            tone=due_tone,
            sort_key="due_on",
        ),
        Column(
            key="status",
            title=title("status"),
            text=lambda r: label_of("need_status", r["status"]),
            width=120,
            tone=lambda r: STATUS_TONES.get(r["status"]),
        ),
    ]


def _day(value: Any) -> str:
    return short(value) if value else "—"


class NeedList(QWidget):
    """Search, chips, table. It tells which need is marked and how many are shown."""

    marked = Signal(object)  # record id or None
    opened = Signal(str)
    counted = Signal(int)
    wanted_new = Signal()

    def __init__(self, context: AppContext, operations: Operations) -> None:
        super().__init__()
        self._context, self._operations = context, operations
        self._asked = 0
        self._order, self._descending = "", False
        self._sought: str | None = None
        self.search = SearchLine(self.tr("عنوان، شرح یا شمارهٔ نیاز…"))
        self.search.setFixedWidth(316)
        self.states = ChipRow([(key or "all", self._chip_text(key)) for key in _CHIPS], self.tr("وضعیت"))
        self.states.choose([OPEN])
        self.urgency = ChipRow(labels_of("need_urgency").items(), said(_FIELDS["urgency"].label), clearable=True)
        self.late = ChipRow([("overdue", self.tr("دیرکرد"))], self.tr("مهلت"), clearable=True)
        self.field = QComboBox()
        self.field.setAccessibleName(said(_FIELDS["field"].label))
        self.field.addItem(self.tr("همهٔ حوزه‌ها"), "")
        for code, text in labels_of("need_field").items():
            self.field.addItem(text, code)
        self.field.setMinimumWidth(170)
        droppable = ("noted_on", "owner", "neighborhood", "field")
        self.table = FittingTable(_columns(), self._fetch, said(KINDS["need"].plural), droppable=droppable)
        empty = EmptyState(
            "hand-helping",
            self.tr("نیازی با این نشانی‌ها نیست"),
            self.tr("جست‌وجو یا پالایه‌ها را تغییر دهید، یا نیاز تازه‌ای ثبت کنید."),
            (self.tr("ثبت نیاز"), self.wanted_new.emit),
        )
        self.table.set_empty(empty)
        self._connect()
        self._lay_out()

    def reload(self) -> None:
        """Asks for the list again; the marked need stays marked while it is there."""
        self._asked += 1
        number, query = self._asked, self._query()

        def read(_progress: object) -> tuple[array[int], dict[str, int]]:
            with self._context.office.read() as rows:
                return need_entries(rows, query), need_counts(rows)

        self._operations.run(read, lambda found: self._show(number, *found))

    def seek(self, record_id: str) -> None:
        """Shows a need, whatever the filters were."""
        self._sought = record_id
        self.search.clear()
        self.states.choose(["all"])
        self.urgency.choose([])
        self.late.choose([])
        self.field.setCurrentIndex(0)
        self.reload()

    def marked_id(self) -> str | None:
        """The record marked now."""
        place = self.table.currentIndex().row()
        row = self.table.lazy_model.row(place) if place >= 0 else None
        return str(row["id"]) if row else None

    def _chip_text(self, key: str) -> str:
        if key == OPEN:
            return self.tr("باز")
        return label_of("need_status", key) if key else self.tr("همه")

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.reload())
        self.search.left_down.connect(self.table.setFocus)
        for chips in (self.states, self.urgency, self.late):
            chips.changed.connect(self.reload)
        self.field.currentIndexChanged.connect(lambda _index: self.reload())
        self.table.current_changed.connect(lambda _entry: self.marked.emit(self.marked_id()))
        self.table.row_activated.connect(lambda _entry: self.opened.emit(self.marked_id() or ""))
        self.table.sort_requested.connect(self._sort)

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(self.search)
        upper.addWidget(self.field)
        upper.addWidget(self.late)
        upper.addWidget(self.urgency, 1)
        frame, within = card()
        within.setContentsMargins(8, 4, 8, 8)
        within.addWidget(self.table)
        self.frame = frame
        self.filters = QVBoxLayout()
        self.filters.setSpacing(10)
        self.filters.addLayout(upper)
        self.filters.addWidget(self.states)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(frame)

    def _query(self) -> NeedQuery:
        state = self.states.choice() or OPEN
        return NeedQuery(
            typed=self.search.text(),
            state="" if state == "all" else state,
            urgency=self.urgency.choice() or "",
            field=str(self.field.currentData() or ""),
            overdue=self.late.choice() is not None,
            order_by=self._order,
            descending=self._descending,
        )

    def _sort(self, key: str, descending: bool) -> None:
        self._order, self._descending = key, descending
        self.reload()

    def _show(self, number: int, entries: Sequence[int], counts: Mapping[str, int]) -> None:
        if number != self._asked:
            return
        for key in _CHIPS:
            if key and key != "met":
                self.states.set_text(key, f"{self._chip_text(key)}  {grouped(counts.get(key, 0))}")
        self.late.set_text("overdue", "{}  {}".format(self.tr("دیرکرد"), grouped(counts["overdue"])))
        self.table.set_ids(entries)
        if self._sought:
            self._mark_sought()
        self.counted.emit(len(entries))
        self.marked.emit(self.marked_id())

    def _mark_sought(self) -> None:
        from desktop.services.need_views import entry_of_record

        with self._context.office.read() as rows:
            entry = entry_of_record(rows, self._sought or "")
        self._sought = None
        if entry is not None:
            self.table.select_id(entry)

    def _fetch(self, entries: list[Any]) -> Sequence[Any]:
        with self._context.office.read() as rows:
            return need_page(rows, entries)

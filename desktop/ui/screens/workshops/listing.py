"""The list of workshops with its search and chips."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.services.workshop_views import WorkshopQuery, workshop_entries, workshop_page
from desktop.ui.operations import Operations
from desktop.ui.screens.workshops.looks import STATUS_TONES
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.finder import FittingTable, SearchLine
from desktop.ui.widgets.labels import EmptyState, card, h1, muted
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.theme import Tone
from desktop.ui.widgets.wording import digits, grouped, label_of, labels_of, said, short

_FIELDS = KINDS["workshop"].fields


class ListPage(QWidget):
    """Search, chips, table; Enter or a click opens a workshop."""

    opened = Signal(str)
    new_wanted = Signal()

    def __init__(self, context: AppContext, operations: Operations) -> None:
        super().__init__()
        self._context, self._operations = context, operations
        self._asked = 0
        self.count = muted()
        self.new = button(self.tr("کارگاه تازه"), self.new_wanted.emit, icon_name="plus", look="primary", shortcut="F6")
        self.search = SearchLine(self.tr("عنوان، مکان یا کد کارگاه…"))
        self.search.setFixedWidth(316)
        self.states = ChipRow(
            [("all", self.tr("همه")), *labels_of("workshop_status").items()], said(_FIELDS["status"].label)
        )
        self.states.choose(["all"])
        self.table = FittingTable(
            self._columns(), self._fetch, said(KINDS["workshop"].plural), droppable=("neighborhood", "type")
        )
        self.table.set_empty(
            EmptyState(
                "presentation",
                self.tr("کارگاهی اینجا نیست"),
                self.tr("جست‌وجو یا پالایه‌ها را تغییر دهید، یا کارگاه تازه‌ای بسازید."),
                (self.tr("کارگاه تازه"), self.new_wanted.emit),
            )
        )
        self._connect()
        self._lay_out()

    def reload(self) -> None:
        """Asks for the list again."""
        self._asked += 1
        number = self._asked
        state = self.states.choice() or "all"
        query = WorkshopQuery(self.search.text(), () if state == "all" else (state,))

        def read(_progress: object) -> array[int]:
            with self._context.office.read() as rows:
                return workshop_entries(rows, query)

        self._operations.run(read, lambda entries: self._show(number, entries))

    def _show(self, number: int, entries: Sequence[int]) -> None:
        if number == self._asked:
            self.table.set_ids(entries)
            self.count.setText(self.tr("{many} کارگاه").format(many=grouped(len(entries))))

    def _fetch(self, entries: list[Any]) -> Sequence[Any]:
        with self._context.office.read() as rows:
            return workshop_page(rows, entries)

    def _open(self) -> None:
        place = self.table.currentIndex().row()
        row = self.table.lazy_model.row(place) if place >= 0 else None
        if row:
            self.opened.emit(row["id"])

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self.reload())
        self.search.left_down.connect(self.table.setFocus)
        self.states.changed.connect(self.reload)
        self.table.row_activated.connect(lambda _entry: self._open())
        self.table.clicked.connect(lambda _index: self._open())

    def _columns(self) -> list[Column]:
        def title(name: str) -> str:
            return said(_FIELDS[name].label)

        return [
            Column(key="code", title=self.tr("کد"), text=_code, width=64, ltr=True, muted=True),
            Column(key="title", title=title("title"), text=lambda r: r["title"], width=0),
            Column(key="type", title=title("type"), text=_type, width=150, muted=True),
            Column(key="neighborhood", title=title("neighborhood_id"), text=_place, width=130),
            Column(key="start", title=title("planned_start"), text=lambda r: short(r["planned_start"]), width=110),
            Column(key="sessions", title=title("sessions_planned"), text=_sessions, width=96),
            Column(key="seats", title=title("capacity"), text=self._seats, width=110, tone=_seats_tone),
            Column(key="status", title=title("status"), text=_status, width=136, tone=_status_tone),
        ]

    def _seats(self, row: Any) -> str:
        text = self.tr("{seated} از {capacity}")
        return text.format(seated=grouped(row["seated"]), capacity=grouped(row["capacity"]))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(h1(said(KINDS["workshop"].plural)))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.new)
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(self.search)
        filters.addWidget(self.states, 1)
        frame, within = card()
        within.setContentsMargins(8, 4, 8, 8)
        within.addWidget(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(12)
        inside.addLayout(head)
        inside.addLayout(filters)
        inside.addWidget(frame, 1)


def _code(row: Any) -> str:
    return digits(row["code"])


def _type(row: Any) -> str:
    return label_of("workshop_type", row["type"])


def _place(row: Any) -> str:
    return row["neighborhood_id_title"] or "—"


def _sessions(row: Any) -> str:
    return grouped(row["sessions_planned"])


def _seats_tone(row: Any) -> Tone | None:
    return "warn" if row["seated"] >= row["capacity"] else None


def _status(row: Any) -> str:
    return label_of("workshop_status", row["status"])


def _status_tone(row: Any) -> Tone | None:
    return STATUS_TONES.get(row["status"])

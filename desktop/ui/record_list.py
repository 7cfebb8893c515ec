"""The one list of all subjects: search, filters, sorting, counting; what stands beside it is the screen's."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.persian.order import sort_key
from desktop.services.overview import entry_of
from desktop.store import lists
from desktop.store.search import MOST
from desktop.ui.list_filters import ALL, MANY_BOXES, Filter, choice_of, made_filter, with_count
from desktop.ui.list_source import Counts, KindSource, ListQuery, ListSource
from desktop.ui.operations import Changes, Operations, Progress
from desktop.ui.titles import entry_title
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.chips import ChipRow
from desktop.ui.widgets.finder import FittingTable, SearchLine
from desktop.ui.widgets.labels import EmptyState, card, h1, muted
from desktop.ui.widgets.lazy_table import Column, LazyTable
from desktop.ui.widgets.wording import grouped, said

_LEAST = 150  # pixels kept for the name
_REST = 40  # ms: walking through the list with the arrows reads nobody's file in passing
_SEARCH_WIDTH, _SEARCH_LEAST = 312, 180


@dataclass(frozen=True, kw_only=True)
class Listing:
    """What is particular to the list of one kind."""

    kind: str
    columns: Sequence[Column]
    search: str  # what the search line says while it is empty
    unit: str  # «پرونده»
    none: EmptyState  # said while there is no record at all
    filters: Sequence[Filter] = ()
    droppable: Sequence[str] = ()  # columns that a narrow window leaves out, the first to go first
    shows: frozenset[str] = frozenset()  # kinds of other records whose change is seen here
    ordered_by: str = ""  # the sorting column that is the natural order
    title: str = ""  # where it is not the plural of its kind
    remembered: str = ""  # the name under which what was chosen is found again the next day


class RecordList(QWidget):
    """Emits ids of records, never entries."""

    current_changed = Signal(object)  # record id or None
    rested = Signal(object)  # the same, when the marking has come to rest
    activated = Signal(str)
    asked = Signal(object)  # ListQuery: the list is read, as it is narrowed now

    def __init__(
        self, context: AppContext, operations: Operations, listing: Listing, source: ListSource | None = None
    ) -> None:
        super().__init__()
        self._context, self._operations, self._listing = context, operations, listing
        self._source = source or KindSource(listing.kind, context.spelling)
        self._kinds = {listing.kind, *listing.shows}
        self._order: tuple[str, bool] = ("", False)
        self._asked, self._answered, self._wanted, self._stale = 0, 0, "", False
        name = listing.title or said(KINDS[listing.kind].plural)
        self.title, self.count = h1(name), muted()
        self.search = SearchLine(listing.search)
        self.search.setMinimumWidth(_SEARCH_LEAST)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.filters = {one.name: made_filter(one, listing.filters) for one in listing.filters}
        self._texts = {one.name: dict(one.choices) for one in listing.filters}
        self._begin_with = self.chosen()
        self.reset = button(self.tr("برداشتن پالایه‌ها"), self.clear_filters, icon_name="x", look="link")
        self.reset.hide()
        self._restore()
        self.table = FittingTable(
            listing.columns, self._fetch, name, jump=self._jump, droppable=listing.droppable, least=_LEAST
        )
        self.table.set_empty(listing.none)
        if listing.ordered_by:
            self.table.show_sorting(listing.ordered_by)
        hint = self.tr("واژهٔ کوتاه‌تری بنویسید یا پالایه‌ها را بردارید.")
        self.not_found = EmptyState("search", self.tr("چیزی پیدا نشد"), hint)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(lambda: self.rested.emit(self.current_record()))
        self.bar = self._bar()
        frame, around = card(0)
        around.setContentsMargins(4, 6, 4, 6)
        around.addWidget(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(frame)
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Reads the list again; place and choice stay."""
        self._source.forget()
        self._stale = False
        self._ask()

    def select_record(self, record_id: str) -> None:
        """Marks a record; filters that hide it are taken away."""
        self._wanted = record_id
        if self._stale:
            self.reload()
        elif self._asked == self._answered:
            self._go_to_wanted()

    def chosen(self) -> dict[str, str]:
        """Filter → the key chosen now."""
        return {name: choice_of(shown) for name, shown in self.filters.items()}

    def clear_filters(self) -> None:
        """As the list began: nothing typed, every filter at its first choice."""
        self._choose(self._begin_with)
        self._keep()
        self._ask()

    def query(self) -> ListQuery:
        """What the list is asked for now."""
        return ListQuery(self.search.text(), self.chosen(), *self._order)

    def current_record(self) -> str | None:
        """The id of the marked record."""
        row = self.current_row()
        return str(row["id"]) if row else None

    def current_row(self) -> Any:
        """The marked row, or None."""
        place = self.table.currentIndex().row()
        return self.table.lazy_model.row(place) if 0 <= place < len(self.table.lazy_model.ids()) else None

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Reads the list again if something of it was changed while nobody saw it."""
        if self._stale:
            self.reload()

    def _ask(self) -> None:
        self._asked += 1
        number, query, office, source = self._asked, self.query(), self._context.office, self._source
        kind, of_records = self._listing.kind, {one.name for one in self._listing.filters if one.records}
        self.reset.setVisible(bool(self._listing.remembered) and self._is_narrowed(query))

        def work(_progress: Progress) -> _Found:
            with office.read() as rows:
                ids, counts = source.find(rows, query), source.counts(rows, query)
                named = {key for name, key in (*counts, *query.chosen.items()) if name in of_records}
                nothing = not ids and not lists.snapshot(rows.connection, kind, most=1)
                return _Found(ids, counts, rows.titles(named), nothing)

        self.asked.emit(query)
        self._operations.run(work, lambda found: self._show(number, query, found), title=self.title.text())

    def _is_narrowed(self, query: ListQuery) -> bool:
        return bool(query.typed.strip()) or query.chosen != self._begin_with

    def _show(self, number: int, query: ListQuery, found: _Found) -> None:
        if number != self._asked:
            return
        self._answered = number
        self._show_counts(found)
        ids, none = found.ids, self._listing.none
        nothing = found.nothing or not (query.typed.strip() or any(query.chosen.values()))
        self.table.set_empty(none if nothing else self.not_found)
        (self.not_found if nothing else none).hide()
        self.table.set_ids(ids)
        cut = query.typed.strip() and len(ids) >= MOST
        told = self.tr("بیش از ۱۰۰۰ {unit}") if cut else f"{grouped(len(ids))} {{unit}}"
        self.count.setText(told.format(unit=self._listing.unit))
        self._go_to_wanted()
        self.current_changed.emit(self.current_record())

    def _show_counts(self, found: _Found) -> None:
        for one in self._listing.filters:
            shown = self.filters[one.name]
            many = {key: number for (name, key), number in found.counts.items() if name == one.name}
            if isinstance(shown, ChipRow):
                for key, number in many.items():
                    shown.set_text(key, with_count(self._texts[one.name][key], number))
            elif many or one.records:
                self._fill_box(one, shown, many, found.titles)

    def _fill_box(self, one: Filter, box: QComboBox, many: Mapping[str, int], titles: Mapping[str, str]) -> None:
        """The choices of a box with their counts. A record that has gone meanwhile is chosen no longer."""
        if box.view().isVisible():
            return
        chosen, choices = str(box.currentData() or ""), list(one.choices)
        if one.records:
            named = {key: entry_title(titles[key]) for key in {*many, chosen} if key in titles}
            fixed = dict(choices)
            choices += sorted(
                ((key, title) for key, title in named.items() if key not in fixed), key=lambda c: sort_key(c[1])
            )
        was = box.blockSignals(True)
        box.clear()
        for key, text in choices:
            box.addItem(with_count(text, many[key]) if key in many else text, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.blockSignals(was)
        if str(box.currentData() or "") != chosen:
            self._ask()

    def _restore(self) -> None:
        """What was chosen the last time; what is no choice any more is left out."""
        try:
            kept = json.loads(self._context.settings.text(self._listing.remembered) or "{}")
        except ValueError:
            return
        if self._listing.remembered and isinstance(kept, dict):
            self._choose({**self._begin_with, **{k: v for k, v in kept.items() if isinstance(v, str)}})

    def _keep(self) -> None:
        if self._listing.remembered:
            self._context.settings.keep(**{self._listing.remembered: json.dumps(self.chosen())})

    def _chose(self) -> None:
        self._keep()
        self._ask()

    def _go_to_wanted(self) -> None:
        if not self._wanted:
            return
        with self._context.office.read() as rows:
            entry = entry_of(rows, self._wanted)
        if entry is not None and self.table.select_id(entry):
            self._wanted = ""
            self.table.scrollTo(self.table.currentIndex(), LazyTable.ScrollHint.PositionAtCenter)
        elif entry is not None and not self._all_shown():
            self._show_all()
        else:
            self._wanted = ""

    def _all_shown(self) -> bool:
        query = self.query()
        return not query.typed and not any(query.chosen.values())

    def _show_all(self) -> None:
        self._choose(dict.fromkeys(self.filters, ALL))
        self._ask()

    def _choose(self, chosen: Mapping[str, str]) -> None:
        """Shows a choice in each filter and an empty search, without a signal."""
        was = self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(was)
        for one in self._listing.filters:
            shown, key = self.filters[one.name], chosen[one.name]
            was = shown.blockSignals(True)
            if isinstance(shown, ChipRow):
                if key in self._texts[one.name] or one.optional:
                    shown.choose([key] if key or not one.optional else [])
            else:
                if one.records and shown.findData(key) < 0:
                    shown.addItem("…", key)  # its title comes with the first answer
                shown.setCurrentIndex(max(0, shown.findData(key)))
            shown.blockSignals(was)

    def _fetch(self, ids: list[Any]) -> Sequence[Any]:
        with self._context.office.read() as rows:
            return self._source.page(rows, ids)

    def _jump(self, typed: str) -> int | None:
        with self._context.office.read() as rows:
            entry = self._source.jump(rows, typed)
        return self.table.lazy_model.place_of(entry) if entry is not None else None

    def _sort(self, key: str, descending: bool) -> None:
        self._order = ("" if key == self._listing.ordered_by else key, descending)
        self._ask()

    def _changed(self, changes: Changes) -> None:
        if not changes.kinds & self._kinds:
            return
        if self.search.isVisible():  # the table may be covered by another view of the same records
            self.reload()
        else:
            self._stale = True

    def _activate(self, _entry: object) -> None:
        record = self.current_record()
        if record:
            self.activated.emit(record)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._ask())
        self.search.left_down.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        for shown in self.filters.values():
            if isinstance(shown, ChipRow):
                shown.changed.connect(self._chose)
            else:
                shown.currentIndexChanged.connect(lambda _place: self._chose())
        self.table.sort_requested.connect(self._sort)
        self.table.current_changed.connect(lambda _entry: self.current_changed.emit(self.current_record()))
        self.table.row_activated.connect(self._activate)
        self.current_changed.connect(lambda _record: self._rest.start())
        self._operations.changed.connect(self._changed)

    def _bar(self) -> QVBoxLayout:
        upper = QHBoxLayout()
        upper.setSpacing(10)
        upper.addWidget(self.search, 4)  # as wide as it may be where there is room
        bar = QVBoxLayout()
        bar.setSpacing(10)
        bar.addLayout(upper)
        boxes = [one for one in self._listing.filters if one.in_box]
        beside = [one for one in self._listing.filters if not (one.in_box or one.below)]
        many = len(boxes) >= MANY_BOXES
        for one in (*boxes, *beside):
            upper.addWidget(self.filters[one.name], int(one is beside[-1]) if beside else int(many))
        if not beside and not many:
            upper.addStretch(1)
        for number in sorted({one.below for one in self._listing.filters if one.below}):
            bar.addLayout(self._line([self.filters[one.name] for one in self._listing.filters if one.below == number]))
        last = bar.itemAt(bar.count() - 1)
        line = last.layout() if last else None
        if self._listing.remembered and isinstance(line, QHBoxLayout):
            line.addWidget(self.reset)
        return bar

    def _line(self, shown: Sequence[QWidget]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(18)
        for one in shown:
            line.addWidget(one, int(len(shown) == 1))
        if len(shown) > 1:
            line.addStretch(1)
        return line


class ListPage(QWidget):
    """A list on its page: name, count and the main deed above, the filters, and beside it the marked record."""

    def __init__(self, shown: RecordList, pane: QWidget | None, *deeds: QPushButton) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(shown.title)
        head.addWidget(shown.count)
        head.addStretch(1)
        for deed in deeds:
            head.addWidget(deed)
        body = QHBoxLayout()
        body.setSpacing(14)
        body.addWidget(shown, 1)
        if pane is not None:
            body.addWidget(pane)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 18, 24, 20)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addLayout(shown.bar)
        inside.addLayout(body, 1)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(shown.search.begin)


class _Found(NamedTuple):
    """What one question to the store brought."""

    ids: Sequence[int]
    counts: Counts
    titles: Mapping[str, str]  # of the records that boxes offer
    nothing: bool  # there is no record of this kind at all

"""A whole screen from a declaration: the list of a subject, the marked record beside it, the form over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain.access import unread
from desktop.domain.codes import CODE_LISTS
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.record import Row
from desktop.services.photos import Photo, photos_of
from desktop.services.record_views import RecordView, record_view
from desktop.store.rows import Rows
from desktop.ui.declared import declared_columns, title_of
from desktop.ui.form_work import Parts
from desktop.ui.list_filters import Filter, states_filter
from desktop.ui.list_source import KindSource, StateSource
from desktop.ui.newest import NewestRead
from desktop.ui.operations import Changes
from desktop.ui.photos import SHOWS_PHOTOS, PhotoDeeds, PhotoStrip
from desktop.ui.record_deeds import RecordDeeds, add_entry
from desktop.ui.record_list import Listing, ListPage, RecordList
from desktop.ui.record_pane import Child, More, RecordPane, Subject, paper_title
from desktop.ui.widgets.buttons import button, tip
from desktop.ui.widgets.labels import EmptyState
from desktop.ui.widgets.lazy_table import Column
from desktop.ui.widgets.wording import said

__all__ = ["Child", "Marked", "More", "Subject", "SubjectScreen"]


class Marked(NamedTuple):
    """The marked record as it was read beside the window, with what else is told of it."""

    view: RecordView | None
    more: object = None
    photos: Sequence[Photo] = ()
    beside: object = None


_NOTHING = Marked(None)


class SubjectScreen(QWidget):
    """Arrows walk, Enter edits, F4 opens what can be done with the marked record, F6 adds, Ctrl+F searches."""

    open_record = Signal(str, str)

    def __init__(self, parts: Parts, subject: Subject, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._parts, self._subject = parts, subject
        context, operations, self._asker = parts
        self._office = context.office
        self._newest = NewestRead(self._office, operations)
        self.deeds = RecordDeeds(self, parts)
        self.photos = PhotoDeeds(parts, self)
        self.strip: PhotoStrip | None = None
        self._view: RecordView | None = None
        life = KINDS[subject.kind].life
        made = subject.source or (StateSource if life is not None else KindSource)
        source = made(subject.kind, context.spelling, subject.where)
        self.list = RecordList(context, operations, self._listing(), source)
        self.pane = (subject.pane or RecordPane)(subject, self.deeds.role)
        self.new = button(subject.new, self.new_record, icon_name="plus", look="primary", shortcut="F6")
        writes = self.deeds.role in KINDS[subject.kind].writers
        self.setFocusProxy(self.list.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(ListPage(self.list, self.pane, *self.more_deeds(), *([self.new] if writes else [])))
        QShortcut(QKeySequence("F4"), self).activated.connect(self.open_menu)
        self._connect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._subject.share:
            self.pane.setFixedWidth(round(self.width() * self._subject.share))

    def more_deeds(self) -> Sequence[QPushButton]:
        """Buttons that stand beside the main one."""
        return ()

    def reload(self) -> None:
        self.list.reload()

    def show_record(self, record_id: str) -> None:
        """Marks a record, or the one to which something of its children belongs."""
        self.list.select_record(self._owner_of(record_id) or record_id)
        self.list.table.setFocus()

    def new_record(self) -> None:
        """Opens the form of a new record and marks it when it is there."""
        self.deeds.add(
            self._subject.kind,
            preset=self._subject.where,
            headings=self._subject.headings,
            done=lambda row: self.list.select_record(row["id"]),
        )

    def edit(self) -> None:
        """Opens the form of the marked record."""
        record = self.list.current_record()
        if record is not None and self.deeds.role in KINDS[self._subject.kind].writers:
            self.deeds.edit(self._subject.kind, record, self._subject.headings)

    def remove(self) -> None:
        """Deletes the marked record after a question."""
        record = self.list.current_record()
        if record is not None:
            self.deeds.remove(self._subject.kind, record, title_of(self._subject.kind, self.list.current_row()))

    def step(self, step: Transition) -> None:
        """Takes a step of the marked record."""
        record = self.list.current_record()
        if record is not None:
            self.deeds.step(self._subject.kind, record, step)

    def print(self, name: str) -> None:
        """Shows a printable of the marked record."""
        record = self.list.current_record()
        if record is not None:
            self.deeds.paper(name, record, title_of(self._subject.kind, self.list.current_row()))

    def open_menu(self) -> QMenu | None:
        """What can be done with the marked record, for the keyboard."""
        view = self._view
        if view is None:
            return None
        kind = self._subject.kind
        menu = self.deeds.menu(kind, view.row, view.titles)
        first = menu.actions()[0] if menu.actions() else None
        for name in self.pane.papers_of(view):
            add_entry(menu, "printer", paper_title(name), partial(self.print, name))
        for child in self._subject.children:
            if child.none and child.only(view.row) and self.deeds.role in KINDS[child.kind].writers:
                label = self.tr("{label} تازه").format(label=said(KINDS[child.kind].label))
                add_entry(menu, "plus", label, partial(self._add_child, child))
        if first is not None:
            menu.setActiveAction(first)
        menu.popup(self.pane.mapToGlobal(QPoint(20, 90)))
        return menu

    def _listing(self) -> Listing:
        subject, kind = self._subject, KINDS[self._subject.kind]
        writes = self.deeds.role in kind.writers
        none = EmptyState(subject.icon, *subject.none, *([(subject.new, self.new_record)] if writes else []))
        declared = subject.columns or declared_columns(subject.kind, subject.tones, avatar=subject.people)
        hidden = unread(self.deeds.role, kind)
        columns = [column for column in declared if column.key not in hidden]
        return Listing(
            kind=subject.kind,
            columns=columns,
            search=subject.search,
            unit=subject.unit,
            none=none,
            filters=[*subject.filters, *self._states()],
            droppable=[*subject.droppable, *_less_needed(columns, subject.droppable)],
            shows=frozenset(child.kind for child in subject.children),
            ordered_by="" if kind.descending else kind.title[0],
            title=subject.title,
        )

    def _states(self) -> Sequence[Filter]:
        """The states of a life cycle as chips with their counts, unless the subject has filters of its own for them."""
        kind = KINDS[self._subject.kind]
        own = any(one.name in ("state", kind.state) for one in self._subject.filters)
        if kind.life is None or own:
            return ()
        return [replace(states_filter(kind.name, states_of(kind.name)), below=1)]

    def _connect(self) -> None:
        self.list.rested.connect(lambda _record: self._show_marked())
        self.list.activated.connect(lambda _record: self.edit())
        self._parts[1].changed.connect(self._look_again)
        pane = self.pane
        pane.edit.connect(self.edit)
        pane.remove.connect(self.remove)
        pane.step_wanted.connect(self.step)
        pane.paper_wanted.connect(self.print)
        pane.add_child.connect(self._add_child)
        pane.edit_child.connect(self._edit_child)
        pane.child_menu.connect(self._open_child_menu)
        pane.open_record.connect(self.open_record)
        self.new.setToolTip(tip(self._subject.new, "F6"))

    def _add_child(self, child: Child) -> None:
        if self._view is not None and child.evaluated:
            self.deeds.evaluate(self._subject.kind, str(self._view.row["id"]))
        elif self._view is not None:
            preset = {child.owner: self._view.row["id"], **child.preset(self._view.row)}
            self.deeds.add(child.kind, preset=preset)

    def _edit_child(self, child: Child, row: Row) -> None:
        if child.elsewhere:
            self.open_record.emit(child.kind, str(row["id"]))
        elif self.deeds.role in KINDS[child.kind].writers:
            self.deeds.edit(child.kind, row["id"])

    def _open_child_menu(self, child: Child, row: Row, below: QWidget) -> None:
        titles = self._view.titles if self._view is not None else {}
        menu = self.deeds.menu(child.kind, row, titles)
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _owner_of(self, record_id: str) -> str | None:
        with self._office.read() as rows:
            for child in self._subject.children:
                row = rows.get(child.kind, record_id)
                if row is not None:
                    return str(row[child.owner])
        return None

    def _show_marked(self) -> None:
        record = self.list.current_record()
        if self._view is not None and self._view.row["id"] != record:
            self._view = None  # what the pane still tells of is not what is marked
        if record is None:
            self._newest.forget()
            self._show(_NOTHING)
        else:
            self._newest.ask(lambda rows: self._read(rows, record), self._show)

    def _read(self, rows: Rows, record: str) -> Marked:
        subject = self._subject
        view = record_view(rows, subject.kind, record, {child.kind: child.owner for child in subject.children})
        if view is None:
            return _NOTHING
        more = subject.more(rows, view.row) if subject.more else None
        return Marked(view, more, photos_of(rows, subject.kind, record), self._read_beside(rows, view.row))

    def _read_beside(self, _rows: Rows, _row: Row) -> object:
        """What the pane of one subject alone tells besides."""
        return None

    def _show(self, marked: Marked) -> None:
        view = self._view = marked.view
        self.pane.show_view(view, marked.more)
        kind, photos = self._subject.kind, marked.photos
        self.strip = self.photos.strip(kind, str(view.row["id"]), photos) if view is not None else None
        if self.strip is not None:
            self.pane.add_part(self.strip)

    def _look_again(self, changes: Changes) -> None:
        """Something was attached, or somebody no longer agrees to a photo."""
        if self.strip is not None and changes.kinds & SHOWS_PHOTOS:
            self._show_marked()


def _less_needed(columns: Sequence[Column], named: Sequence[str]) -> list[str]:
    """What may go besides the named ones, the last first: neither the title nor a state."""
    return [one.key for one in reversed(columns) if one.width and one.tone is None and one.key not in named]


def states_of(kind: str) -> list[str]:
    """The states of a kind in the order of its list, with those that time alone brings."""
    declared = KINDS[kind]
    return list(CODE_LISTS[declared.fields[declared.state].codes])

"""A whole screen from a declaration: the list of a subject, the marked record beside it, the form over it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.record_views import RecordView, record_view
from desktop.services.ties import remove_record
from desktop.store.rows import Rows
from desktop.ui.declared import Tones, declared_columns, declared_facts, detail_of, field_text, title_of, tone_of
from desktop.ui.form_work import Parts
from desktop.ui.lines import LineButton
from desktop.ui.list_filters import Filter
from desktop.ui.record_editor import RecordEditor
from desktop.ui.record_list import Listing, ListPage, RecordList
from desktop.ui.saving import Saved, save, tell_saved
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.direction import start
from desktop.ui.widgets.facts import Pane, facts, group
from desktop.ui.widgets.labels import Avatar, EmptyState, badge, icon_tile, label, line, small
from desktop.ui.widgets.wording import said

_WIDTH = 296


@dataclass(frozen=True, kw_only=True)
class Child:
    """Records of another kind that belong to one of these, shown and added in its pane."""

    kind: str
    owner: str  # the field that points to the record they belong to
    icon: str
    none: str  # said while there are none


class More(NamedTuple):
    """A further part of the pane: its title, and icon, name and value of each line."""

    title: str
    facts: Sequence[tuple[str, str, str]]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What is particular to one subject; all else follows from the declaration of its kind."""

    kind: str
    icon: str
    search: str  # what the search line says while it is empty
    unit: str
    new: str  # the main deed: «معتمد تازه»
    none: tuple[str, str]  # what is said, and advised, while there is nothing
    people: bool = False  # shown with an initial in a circle
    filters: Sequence[Filter] = ()
    tones: Tones = field(default_factory=dict)
    droppable: Sequence[str] = ()
    children: Sequence[Child] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    more: Callable[[Rows, Row], More] | None = None  # what else is told of a record than its own fields


class SubjectScreen(QWidget):
    """Arrows walk, Enter edits, F6 adds, Ctrl+F searches."""

    open_record = Signal(str, str)

    def __init__(self, parts: Parts, subject: Subject, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._parts, self._subject = parts, subject
        context, operations, self._asker = parts
        self._office, self._operations = context.office, operations
        none = EmptyState(subject.icon, *subject.none, (subject.new, self.new_record))
        listing = Listing(
            kind=subject.kind,
            columns=declared_columns(subject.kind, subject.tones, avatar=subject.people),
            search=subject.search,
            unit=subject.unit,
            none=none,
            filters=subject.filters,
            droppable=subject.droppable,
            shows=frozenset(child.kind for child in subject.children),
            ordered_by="" if KINDS[subject.kind].descending else KINDS[subject.kind].title[0],
        )
        self.list = RecordList(context, operations, listing)
        self.pane = RecordPane(subject)
        self.new = button(subject.new, self.new_record, icon_name="plus", look="primary", shortcut="F6")
        self.setFocusProxy(self.list.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(ListPage(self.list, self.pane, self.new))
        self.list.rested.connect(lambda _record: self._show_marked())
        self.list.activated.connect(lambda _record: self.edit())
        self.pane.edit.connect(self.edit)
        self.pane.remove.connect(self.remove)
        self.pane.add_child.connect(self._add_child)
        self.pane.edit_child.connect(self._edit_child)
        self.pane.open_record.connect(self.open_record)

    def reload(self) -> None:
        self.list.reload()

    def show_record(self, record_id: str) -> None:
        """Marks a record."""
        self.list.select_record(record_id)
        self.list.table.setFocus()

    def new_record(self) -> None:
        """Opens the form of a new record and marks it when it is there."""
        RecordEditor(
            self.window(),
            self._parts,
            self._subject.kind,
            headings=self._subject.headings,
            done=lambda row: self.list.select_record(row["id"]),
        ).open()

    def edit(self) -> None:
        """Opens the form of the marked record."""
        record = self.list.current_record()
        if record is not None:
            self._edit(self._subject.kind, record, self._subject.headings)

    def remove(self) -> None:
        """Deletes the marked record after a question; it can be taken back."""
        record = self.list.current_record()
        if record is None:
            return
        kind = self._subject.kind
        title = title_of(kind, self.list.current_row())
        asked = self.tr("«{title}» حذف شود؟").format(title=title)
        hint = self.tr("تا وقتی پرونده‌ای به آن نپیوسته باشد، می‌توانید آن را برگردانید.")
        if not self._asker.confirm(self, asked, hint, self.tr("حذف"), danger=True):
            return
        told = self.tr("«{title}» حذف شد.").format(title=title)

        def done(saved: Saved[None]) -> None:
            tell_saved(self, self._operations, self._office, told, saved.changes)

        self._operations.change(
            lambda _progress: save(self._office, lambda work: remove_record(work, kind, record)), done
        )

    def _edit(self, kind: str, record_id: str, headings: Mapping[str, str] | None = None) -> None:
        with self._office.read() as rows:
            row = rows.get(kind, record_id)
        if row is not None:
            RecordEditor(self.window(), self._parts, kind, record=row, headings=headings).open()

    def _add_child(self, child: Child) -> None:
        record = self.list.current_record()
        if record is not None:
            RecordEditor(self.window(), self._parts, child.kind, preset={child.owner: record}).open()

    def _edit_child(self, child: Child, row: Row) -> None:
        self._edit(child.kind, row["id"])

    def _show_marked(self) -> None:
        record = self.list.current_record()
        children = {child.kind: child.owner for child in self._subject.children}
        with self._office.read() as rows:
            view = record_view(rows, self._subject.kind, record, children) if record else None
            more = self._subject.more(rows, view.row) if view is not None and self._subject.more else None
        self.pane.show_view(view, more)


class RecordPane(Pane):
    """The marked record: what it is called, its deeds, every field that has something to say, what belongs to it."""

    edit = Signal()
    remove = Signal()
    add_child = Signal(object)
    edit_child = Signal(object, object)
    open_record = Signal(str, str)

    def __init__(self, subject: Subject) -> None:
        super().__init__(_WIDTH)
        self._subject = subject
        self.show_view(None)

    def show_view(self, view: RecordView | None, more: More | None = None) -> None:
        """Shows a record; None says that nothing is marked."""
        self.empty()
        kind = self._subject.kind
        if view is None:
            told = self.tr("چیزی برگزیده نیست"), self.tr("یک ردیف فهرست را نشان کنید.")
            self.add(EmptyState(self._subject.icon, *told))
            return
        told_above = {*KINDS[kind].title, *KINDS[kind].detail, *self._subject.tones}
        found = declared_facts(kind, view.row, view.titles, told_above)
        self.add(self._head(view), self._deeds(), line(), *facts(found))
        if more is not None and more.facts:
            self.add(group(more.title), *facts(more.facts))
        for child in self._subject.children:
            self._show_children(child, view)
        self.column.addStretch(1)

    def _head(self, view: RecordView) -> QWidget:
        kind = self._subject.kind
        title = title_of(kind, view.row)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(4, 4, 4, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(label(title, "h2", wrap=True))
        detail = detail_of(kind, view.row)
        if detail:
            words.addWidget(small(detail))
        for name, tones in self._subject.tones.items():
            value = view.row[name]
            if value is not None:
                text = f"{said(KINDS[kind].fields[name].label)}: {field_text(kind, name, view.row, view.titles)}"
                words.addWidget(badge(text, tone_of(tones, value)), 0, start())
        tile = Avatar(title, 54) if self._subject.people else icon_tile(self._subject.icon, "primary", 48)
        row.addWidget(tile, 0)
        row.addLayout(words, 1)
        return box

    def _deeds(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        row.addWidget(icon_button("pencil", self.tr("ویرایش"), self.edit.emit))
        row.addWidget(icon_button("trash-2", self.tr("حذف"), self.remove.emit))
        row.addStretch(1)
        return box

    def _show_children(self, child: Child, view: RecordView) -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(group(said(KINDS[child.kind].plural)), 1)
        label_ = self.tr("{label} تازه").format(label=said(KINDS[child.kind].label))
        row.addWidget(icon_button("plus", label_, partial(self.add_child.emit, child)))
        self.add(head)
        rows = view.children.get(child.kind, ())
        for one in rows:
            edit = partial(self.edit_child.emit, child, one)
            self.add(LineButton(child.icon, "primary", title_of(child.kind, one), detail_of(child.kind, one), "", edit))
        if not rows:
            self.add(small(child.none))

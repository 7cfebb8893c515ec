"""The list of residents and the pane of the one who is marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.persian.digits import to_ascii
from desktop.services.double_views import DOUBLES
from desktop.services.life_story import Happened, life_story
from desktop.services.overview import PersonView, person_view
from desktop.services.privacy_view import PrivacyView, privacy_view
from desktop.store.rows import Rows
from desktop.ui.household_deeds import person_menu
from desktop.ui.list_filters import states_filter
from desktop.ui.newest import NewestRead
from desktop.ui.operations import Operations
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.record_editor import RecordEditor
from desktop.ui.record_list import Listing, ListPage, RecordList
from desktop.ui.screens.residents.columns import residents_columns
from desktop.ui.screens.residents.doubles import DoublesDialog
from desktop.ui.screens.residents.lone_visitor import ask_visitor
from desktop.ui.screens.residents.pane import PRIVACY, STORY, ResidentPane
from desktop.ui.screens.residents.privacy import privacy_parts
from desktop.ui.screens.residents.privacy_deeds import PrivacyDeeds
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import EmptyState
from desktop.ui.widgets.questions import Asker


class _Marked(NamedTuple):
    """The marked resident as read beside the window, with the part of the file that is open."""

    view: PersonView | None
    today: date
    story: Sequence[Happened] | None
    privacy: PrivacyView | None


class ResidentsScreen(QWidget):
    """Arrows walk, Enter edits, letters jump, Ctrl+F searches."""

    open_record = Signal(str, str)

    def __init__(self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self._newest = NewestRead(context.office, operations)
        self._shown = ""
        nobody = EmptyState(
            "users",
            self.tr("هنوز کسی ثبت نشده است"),
            self.tr("با ثبت نخستین خانوار، اعضای آن در اینجا دیده می‌شوند."),
            (self.tr("ثبت خانوار"), self._new),
        )
        listing = Listing(
            kind="person",
            columns=residents_columns(),
            search=self.tr("نام، کد ملی، شمارهٔ پرونده یا همراه…"),
            unit=self.tr("پرونده"),
            none=nobody,
            filters=[states_filter("person", ("active", "moved", "deceased"))],
            droppable=("neighborhood", "birth_date", "mobile"),
            shows=frozenset({"household", "person_identifier", "consent", "person_sensitive", "local_trustee"}),
            ordered_by="name",
        )
        self.list = RecordList(context, operations, listing)
        self.pane = ResidentPane(context.office.actor.role)
        self.privacy = PrivacyDeeds(self, self._parts())
        self.setFocusProxy(self.list.table)
        self._connect()
        self._lay_out()

    def reload(self) -> None:
        self.list.reload()

    def show_record(self, record_id: str) -> None:
        """Marks a resident; `DOUBLES` shows the likely doubles instead."""
        if record_id == DOUBLES:
            self.show_doubles()
            return
        self.list.select_record(record_id)
        self.list.table.setFocus()

    def new_record(self) -> None:
        """A resident is registered with a household."""
        self._new()

    def edit(self) -> None:
        """Opens the marked resident's file."""
        record = self.list.current_record()
        if record is None:
            return
        with self._context.office.read() as rows:
            row = rows.get("person", record)
        if row is not None and row["status"] != "erased":
            headings = {
                "household_id": self.tr("جایگاه در خانوار"),
                "first_name": self.tr("هویت"),
                "marital_status": self.tr("خانواده، تحصیل و کار"),
                "insurance_type": self.tr("بیمه و تماس"),
                "is_trustee": self.tr("همکاری با دفتر"),
            }
            RecordEditor(self.window(), self._parts(), "person", record=row, headings=headings).open()

    def show_doubles(self) -> None:
        """The likely doubles of the office, to be decided of."""
        dialog = DoublesDialog(self.window(), self._parts())
        dialog.open()
        dialog.look()

    def _parts(self) -> tuple[AppContext, Operations, Asker]:
        return self._context, self._operations, self._asker

    def _add(self, kind: str) -> None:
        record = self.list.current_record()
        if record is not None:
            preset: dict[str, object] = {"person_id": record}
            if kind == "need":
                preset |= {"scope": "person", "household_id": None, "neighborhood_id": None, "supporters_count": None}
            RecordEditor(self.window(), self._parts(), kind, preset=preset).open()

    def _new(self) -> None:
        self.open_record.emit("household", "")

    def _show_marked(self, then: Callable[[], object] = lambda: None) -> None:
        record, tab, actor = self.list.current_record(), self.pane.tab, self._context.office.actor
        if record is None:
            self._newest.forget()
            self.privacy.turn_to("")
            self.pane.show_nobody()
            return

        def read(rows: Rows) -> _Marked:
            view = person_view(rows, record)
            story = life_story(rows, record) if view and tab == STORY else None
            return _Marked(view, rows.today, story, privacy_view(rows, actor, record) if tab == PRIVACY else None)

        def show(marked: _Marked) -> None:
            self.privacy.turn_to(record)
            self._show(marked)
            then()

        self._newest.ask(read, show)

    def _show(self, marked: _Marked) -> None:
        self.pane.revealed = self.privacy.person_id if self.privacy.papers_shown else ""
        if marked.view is None:
            self.pane.show_nobody()
        elif marked.story is not None:
            self.pane.show_story(marked.view, marked.story)
        elif marked.privacy is not None:
            self.pane.show_privacy(marked.view, privacy_parts(marked.privacy, self.privacy))
        else:
            self.pane.show_person(marked.view, marked.today)

    def _turn(self) -> None:
        """The other part of the file; the keyboard stays at its tab."""
        self._show_marked(lambda: self.pane.tabs.setFocus(Qt.FocusReason.TabFocusReason))

    def open_deeds(self, under: QWidget) -> None:
        """The menu of what can be done with the marked resident."""
        record = self.list.current_record()
        if record is not None:
            person_menu(under, self._parts(), record)

    def _print_card(self, household_id: str) -> None:
        office = self._context.office
        with office.read() as rows:
            household = rows.get("household", household_id)
        number = to_ascii(household["household_no"]) if household else ""
        title, name = self.tr("کارت خانوار"), f"household-{number}.pdf"
        show_paper(self, self._operations, office_paper(office, "household_card", title, name, record_id=household_id))

    def _connect(self) -> None:
        self.list.rested.connect(lambda _record: self._show_marked())
        self.list.activated.connect(lambda _record: self.edit())
        self.pane.edit.connect(self.edit)
        self.pane.note_need.connect(lambda _person: self._add("need"))
        self.pane.open_record.connect(self.open_record)
        self.pane.print_card.connect(self._print_card)
        self.pane.add_identifier.connect(lambda: self._add("person_identifier"))
        self.pane.reveal.connect(lambda _person: self.privacy.show_papers())
        self.privacy.opened.connect(self._turn)
        self.privacy.record_wanted.connect(self.open_record)
        self.pane.deeds.connect(self.open_deeds)
        QShortcut(QKeySequence("F4"), self).activated.connect(self.pane.open_menu)
        self.pane.tab_changed.connect(self._turn)
        self.pane.add_consent.connect(self.privacy.give_consent)

    def new_visitor(self) -> None:
        """Registers somebody who comes alone, and marks the new file."""
        ask_visitor(self, self._parts(), self.show_record)

    def _lay_out(self) -> None:
        alone = button(self.tr("مراجع تنها"), self.new_visitor, icon_name="user", shortcut="Shift+F6")
        new = button(self.tr("ثبت خانوار تازه"), self._new, icon_name="user-plus", look="primary")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        sheets = button(
            self.tr("ورود و خروج"), lambda: self.open_record.emit("spreadsheet", "person"), icon_name="file-text"
        )
        alike = button(self.tr("موارد مشابه"), self.show_doubles, icon_name="copy")
        inside.addWidget(ListPage(self.list, self.pane, alike, sheets, alone, new))


def make_screen(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    return ResidentsScreen(context, operations, asker, parent)

"""Households: list, registration, and the page after it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.consent import HOUSEHOLD_TOPICS
from desktop.domain.offers import Offer
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName, drop_draft, kept_draft
from desktop.services.overview import HouseholdView, household_view
from desktop.services.records import add_record
from desktop.services.registration import Registered
from desktop.ui.household_deeds import household_menu
from desktop.ui.list_filters import states_filter
from desktop.ui.newest import NewestRead
from desktop.ui.operations import Operations
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.record_editor import RecordEditor
from desktop.ui.record_list import Listing, ListPage, RecordList
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.households.columns import households_columns
from desktop.ui.screens.households.pane import HouseholdPane
from desktop.ui.screens.households.registration import DRAFT, RegistrationPage
from desktop.ui.screens.households.saved_page import SavedPage
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import EmptyState
from desktop.ui.widgets.questions import Answer, Asker
from desktop.ui.widgets.wording import digits, listed


class HouseholdsScreen(QWidget):
    """F6 registers a household, Enter edits the marked one."""

    open_record = Signal(str, str)

    def __init__(self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self._newest = NewestRead(context.office, operations)
        nothing = EmptyState(
            "house",
            self.tr("هنوز خانواری ثبت نشده است"),
            self.tr("ثبت یک خانوار با همهٔ اعضایش در یک صفحه و تنها با صفحه‌کلید انجام می‌شود."),
            (self.tr("ثبت نخستین خانوار"), self.new_record),
        )
        listing = Listing(
            kind="household",
            columns=households_columns(),
            search=self.tr("سرپرست، شماره، نشانی یا تلفن…"),
            unit=self.tr("خانوار"),
            none=nothing,
            filters=[states_filter("household", ("active", "moved", "dissolved"))],
            droppable=("address", "on", "place"),
            shows=frozenset({"person"}),
            ordered_by="head_name",
        )
        self.list = RecordList(context, operations, listing)
        self.pane = HouseholdPane()
        self.registration = RegistrationPage(context, operations, asker)
        self.saved = SavedPage()
        self.new = button(self.tr("ثبت خانوار"), self.new_record, icon_name="plus", look="primary", shortcut="F6")
        self.stack = QStackedWidget()
        sheets = button(
            self.tr("ورود و خروج"), lambda: self.open_record.emit("spreadsheet", "household"), icon_name="file-text"
        )
        blank = button(self.tr("فرم خالی"), self._print_blank, icon_name="printer")
        blank.setToolTip(self.tr("فرم ثبت خانوار روی کاغذ، برای کار بی‌برق"))
        self.stack.addWidget(ListPage(self.list, self.pane, blank, sheets, self.new))
        self.stack.addWidget(self.registration)
        self.stack.addWidget(self.saved)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        self.setFocusProxy(self.list.table)
        self._connect()

    def reload(self) -> None:
        self.list.reload()

    def show_record(self, record_id: str) -> None:
        """Marks a household in the list; a registration under way stays as it is."""
        self.stack.setCurrentIndex(0)
        self.list.select_record(record_id)
        self.list.table.setFocus()

    def new_record(self) -> None:
        """Begins a registration, or goes on with the one that was left unfinished."""
        if self.stack.currentWidget() is self.registration:
            return
        self.stack.setCurrentWidget(self.registration)
        if not self.registration.is_dirty() or not self.registration.blocks:
            self.registration.begin(self._left_unfinished())
        self.registration.household.form.focus_first()

    def resume(self, name: FormName) -> None:
        """Goes on with the registration that was left unfinished."""
        left = kept_draft(self._context.office, name)
        self.stack.setCurrentWidget(self.registration)
        self.registration.begin(left.values if left else None)

    def may_leave(self) -> bool:
        """Whether the program may close; asks when something is typed, which is kept for the next time."""
        return self.stack.currentWidget() is not self.registration or self.registration.may_close()

    def edit(self) -> None:
        """Opens the marked household's file."""
        record = self.list.current_record()
        if record is None:
            return
        with self._context.office.read() as rows:
            row = rows.get("household", record)
        if row is not None:
            headings = {
                "neighborhood_id": self.tr("جا"),
                "housing_tenure": self.tr("مسکن"),
                "declared_size": self.tr("خانوار"),
                "registered_on": self.tr("ثبت"),
            }
            hidden = dict.fromkeys(HOUSEHOLD_TOPICS)  # stands with the head's consents, in the head's own file
            parts = self._parts()
            RecordEditor(self.window(), parts, "household", record=row, preset=hidden, headings=headings).open()

    def _parts(self) -> tuple[AppContext, Operations, Asker]:
        return self._context, self._operations, self._asker

    def _left_unfinished(self) -> dict[str, Any] | None:
        office = self._context.office
        draft = kept_draft(office, DRAFT)
        if draft is None:
            return None
        choices = [Answer("go_on", self.tr("ادامهٔ پیش‌نویس"), "primary"), Answer("new", self.tr("از نو"))]
        told = self.tr("ثبت یک خانوار نیمه‌کاره مانده و پیش‌نویس آن رمزشده نگه داشته شده است.")
        if self._asker.ask(self, self.tr("پیش‌نویس نیمه‌کاره"), told, choices) == "new":
            drop_draft(office, DRAFT)
            return None
        return draft.values

    def _registered(self, made: Saved[Registered]) -> None:
        self.registration.begin()
        self.saved.show_registered(made.value)
        self.stack.setCurrentWidget(self.saved)
        self.saved.next.setFocus()
        number = digits(made.value.household["household_no"])
        numbers = listed(digits(person["resident_no"]) for person in made.value.persons)
        told = (
            self.tr("خانوار {no} با پرونده‌های {numbers} ثبت شد.")
            if len(made.value.persons) < 4
            else self.tr("خانوار {no} ثبت شد.")
        )
        tell_saved(self, self._operations, self._context.office, told.format(no=number, numbers=numbers), made.changes)

    def _note_need(self, offer: Offer) -> None:
        office = self._context.office

        def done(made: Saved[Row]) -> None:
            self.saved.noted(offer)
            told = self.tr("نیاز «{subject}» ثبت شد.").format(subject=made.value["subject"])
            tell_saved(self, self._operations, office, told, made.changes)

        self._operations.change(saving(office, lambda work: add_record(work, "need", offer.need)), done)

    def _to_list(self) -> None:
        self.stack.setCurrentIndex(0)
        self.list.table.setFocus()

    def _show_marked(self) -> None:
        record = self.list.current_record()
        if record is None:
            self._newest.forget()
            self._show(None)
        else:
            self._newest.ask(lambda rows: household_view(rows, record), self._show)

    def _show(self, view: HouseholdView | None) -> None:
        if view is None:
            self.pane.show_nothing()
        else:
            self.pane.show_household(view)

    def open_deeds(self, under: QWidget) -> None:
        """The menu of what can be done with the marked household."""
        record = self.list.current_record()
        if record is not None:
            household_menu(under, self._parts(), record)

    def _print(self, household_id: str) -> None:
        office, title = self._context.office, self.tr("کارت خانوار")
        paper = office_paper(office, "household_card", title, "household-card.pdf", record_id=household_id)
        show_paper(self, self._operations, paper)

    def _print_blank(self) -> None:
        office, title = self._context.office, self.tr("فرم شناسنامهٔ خانوار")
        show_paper(self, self._operations, office_paper(office, "blank_registration", title, "registration-form.pdf"))

    def _print_marked(self) -> None:
        record = self.list.current_record()
        if record:
            self._print(record)

    def _add_person(self) -> None:
        record = self.list.current_record()
        if record:
            RecordEditor(self.window(), self._parts(), "person", preset={"household_id": record}).open()

    def _connect(self) -> None:
        self.list.rested.connect(lambda _record: self._show_marked())
        self.list.activated.connect(lambda _record: self.edit())
        self.pane.edit.connect(self.edit)
        self.pane.deeds.connect(self.open_deeds)
        QShortcut(QKeySequence("F4"), self).activated.connect(self.pane.open_menu)
        self.pane.add_person.connect(self._add_person)
        self.pane.print_card.connect(self._print_marked)
        self.pane.open_record.connect(self.open_record)
        self.registration.registered.connect(self._registered)
        self.registration.left.connect(self._to_list)
        self.saved.another.connect(self.new_record)
        self.saved.finished.connect(self._to_list)
        self.saved.print_card.connect(self._print)
        self.saved.open_record.connect(self.open_record)
        self.saved.note_need.connect(self._note_need)


def make_screen(context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None) -> QWidget:
    return HouseholdsScreen(context, operations, asker, parent)

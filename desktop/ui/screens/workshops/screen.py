"""The screen «کارگاه‌ها»: the list, one workshop, and the form."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.domain.workshop import WorkshopDraft
from desktop.services.records import add_record, change_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.operations import Operations
from desktop.ui.saving import Saved, save, tell_saved
from desktop.ui.screens.workshops.deeds import Deeds
from desktop.ui.screens.workshops.detail import DetailPage
from desktop.ui.screens.workshops.listing import ListPage
from desktop.ui.sources import sources_of
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form_dialog import FormDialog
from desktop.ui.widgets.form_page import FormPage
from desktop.ui.widgets.questions import Asker

_SHOWS = frozenset({"workshop", "workshop_session", "workshop_enrollment", "attendance", "instructor", "person"})


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> WorkshopsScreen:
    return WorkshopsScreen(context, operations, asker, parent)


class WorkshopsScreen(QWidget):
    """Three pages in one place; what is typed and not saved is never lost without a question."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self._edited: str | None = None
        self.setProperty("look", "page")
        sources = sources_of(context)
        self.listing = ListPage(context, operations)
        self.detail = DetailPage(sources.choices["person"])
        self.form = FormPage(
            KINDS["workshop"].fields,
            sources,
            self.tr("ثبت کارگاه"),
            headings={
                "title": self.tr("چه کارگاهی"),
                "neighborhood_id": self.tr("کجا و با چه کسی"),
                "planned_start": self.tr("زمان و اندازه"),
            },
        )
        self.form.add_extra(button(self.tr("مدرس تازه"), self._new_instructor, icon_name="user-plus"))
        self.deeds = Deeds(context, operations, self)
        self.stack = QStackedWidget()
        for page in (self.listing, self.detail, self.form):
            self.stack.addWidget(page)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Reads the list, and the workshop shown, again."""
        self.listing.reload()
        if self.detail.detail is not None:
            self.deeds.read(self.detail.detail.workshop["id"])

    def show_record(self, record_id: str) -> None:
        """Opens a workshop."""
        if self._may_leave_page():
            self.deeds.read(record_id, show=True)

    def new_record(self) -> None:
        """Opens the form of a new workshop."""
        if not self._may_leave_page():
            return
        self._edited = None
        defaults = {n: i.get_default(call_default_factory=True) for n, i in WorkshopDraft.model_fields.items()}
        required = {name for name, info in WorkshopDraft.model_fields.items() if info.is_required()}
        self.stack.setCurrentWidget(self.form)
        self.form.begin(self.tr("کارگاه تازه"), {n: v for n, v in defaults.items() if n not in required})

    def may_leave(self) -> bool:
        """Whether the program may close; asks when something typed would be lost."""
        if not self.detail.is_dirty() and not (self._on_form() and self.form.form.is_dirty()):
            return True
        title, text = self.tr("هنوز ثبت نشده است"), self.tr("نشانه‌ها یا خانه‌هایی که نوشته‌اید ثبت نشده‌اند. رها شوند؟")
        if not self._asker.confirm(self, title, text, self.tr("رها شوند"), danger=True):
            return False
        self.detail.forget()
        return True

    def _may_leave_page(self) -> bool:
        page = self.stack.currentWidget()
        return page is self.listing or self.may_leave()

    def _on_form(self) -> bool:
        return self.stack.currentWidget() is self.form

    def _connect(self) -> None:
        self.listing.opened.connect(self.show_record)
        self.listing.new_wanted.connect(self.new_record)
        self.detail.back_wanted.connect(self._back)
        self.detail.edit_wanted.connect(self._edit)
        self.detail.people.open_wanted.connect(lambda person: self.open_record.emit("person", person))
        self.form.submitted.connect(self._save_form)
        self.form.cancelled.connect(self._back)
        self._operations.changed.connect(self._changed)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.listing.search.setFocus)

    def show_page(self, page: QWidget) -> None:
        """Brings one of the three pages to the front."""
        self.stack.setCurrentWidget(page)

    def _back(self) -> None:
        if not self.may_leave():
            return
        if self._on_form() and self._edited:
            self.stack.setCurrentWidget(self.detail)
            return
        self.detail.detail = None
        self.stack.setCurrentWidget(self.listing)
        self.listing.table.setFocus()

    def _changed(self, changes: Any) -> None:
        if changes.kinds & _SHOWS:
            self.reload()

    def _edit(self) -> None:
        if self.detail.detail is None or not self.may_leave():
            return
        workshop = self.detail.detail.workshop
        self._edited = workshop["id"]
        self.stack.setCurrentWidget(self.form)
        self.form.begin(self.tr("ویرایش کارگاه"), workshop)

    def _save_form(self, given: dict[str, object]) -> None:
        edited = self._edited

        def act(work: UnitOfWork) -> Row:
            return change_record(work, "workshop", edited, given) if edited else add_record(work, "workshop", given)

        self._operations.change(
            lambda _progress: save(self._context.office, act), self._form_saved, self.form.show_problems
        )

    def _form_saved(self, saved: Saved[Row]) -> None:
        self.deeds.read(saved.value["id"], show=True)
        text = self.tr("کارگاه «{title}» ثبت شد.").format(title=saved.value["title"])
        tell_saved(self, self._operations, self._context.office, text, saved.changes)

    def _new_instructor(self) -> None:
        title, hint = self.tr("مدرس تازه"), self.tr("پس از ثبت، در خانهٔ «مدرس» برگزیده می‌شود.")
        dialog = FormDialog(
            self.window(), title, KINDS["instructor"].fields, sources_of(self._context), self.tr("ثبت مدرس"), hint=hint
        )

        def done(saved: Saved[Row]) -> None:
            dialog.accept()
            self.form.form.field("instructor_id").set_value(saved.value["id"])

        def submit(given: dict[str, object]) -> None:
            self._operations.change(
                lambda _progress: save(self._context.office, lambda work: add_record(work, "instructor", given)),
                done,
                dialog.show_problems,
            )

        dialog.submitted.connect(submit)
        dialog.show_values({})
        dialog.open()

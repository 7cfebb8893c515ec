"""The screen «کارگاه‌ها»: the list, one workshop, and the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.records import add_record, change_record
from desktop.services.workshop_after import FollowedUp, follow_ups
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, FormWork, Parts
from desktop.ui.operations import Operations
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.photos import SHOWS_PHOTOS
from desktop.ui.record_editor import RecordEditor, closed_fields, defaults_of, doubter_of
from desktop.ui.record_list import ListPage, RecordList
from desktop.ui.saving import Saved
from desktop.ui.screens.workshops.after_deeds import AfterDeeds
from desktop.ui.screens.workshops.deeds import Deeds
from desktop.ui.screens.workshops.detail import DetailPage
from desktop.ui.screens.workshops.followups import FollowUps
from desktop.ui.screens.workshops.listing import WorkshopSource, workshop_listing
from desktop.ui.sources import sources_of
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form_frame import FormFrame
from desktop.ui.widgets.questions import Asker

_SHOWS = frozenset(
    {
        "workshop", "workshop_session", "workshop_enrollment", "attendance", "instructor", "person",
        "satisfaction_form", "evaluation", "certificate", "outcome_followup", *SHOWS_PHOTOS,
    }
)  # fmt: skip
_PARTS = ("workshop_session", "workshop_enrollment", "certificate", "outcome_followup")
"""Kinds whose records lead to their workshop, each to its own tab."""


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> WorkshopsScreen:
    return WorkshopsScreen(context, operations, asker, parent)


class WorkshopsScreen(QWidget):
    """Four pages in one place; what is typed and not saved is never lost without a question."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations, self._asker = context, operations, asker
        self._parts: Parts = (context, operations, asker)
        self._edited: str | None = None
        self.setProperty("look", "page")
        sources = sources_of(context)
        source = WorkshopSource("workshop", context.spelling)
        self.list = RecordList(context, operations, workshop_listing(self.new_record), source)
        self.new = button(self.tr("کارگاه تازه"), self.new_record, icon_name="plus", look="primary", shortcut="F6")
        self.due_list = button(self.tr("پیگیری‌های نودروزه"), self.show_due, icon_name="history", shortcut="F8")
        blank = button(self.tr("برگهٔ خالی"), self._print_blank, icon_name="printer")
        blank.setToolTip(self.tr("برگهٔ حضور و غیاب بی‌نام، برای جلسه‌ای که برگه‌اش چاپ نشده است"))
        self.list_page = ListPage(self.list, None, blank, self.due_list, self.new)
        self.detail = DetailPage(sources.choices["person"])
        self.due = FollowUps(of_all=True)
        closed = closed_fields(context.office.actor.role, "workshop")
        self.form = FormFrame(
            {name: about for name, about in KINDS["workshop"].fields.items() if name not in closed},
            sources,
            self.tr("ثبت کارگاه"),
            headings={
                "title": self.tr("چه کارگاهی"),
                "neighborhood_id": self.tr("کجا و با چه کسی"),
                "planned_start": self.tr("زمان و اندازه"),
            },
        )
        self.form.add_extra(button(self.tr("مدرس تازه"), self._new_instructor, icon_name="user-plus"))
        self._form_work = FormWork(self._parts, self.form)
        self.deeds = Deeds(self._parts, self)
        self.after = AfterDeeds(self._parts, self, self.detail, self.due)
        self.stack = QStackedWidget()
        for page in (self.list_page, self.detail, self.form, self.due):
            self.stack.addWidget(page)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        self.setFocusProxy(self.list.table)
        self._connect()

    def reload(self) -> None:
        """Reads the list, and the workshop shown, again."""
        self.list.reload()
        if self.detail.detail is not None:
            self.deeds.read(self.detail.detail.workshop["id"])

    def show_record(self, record_id: str) -> None:
        """Opens a workshop, or the workshop to which a session, an enrolment, a certificate or a follow-up belongs."""
        if not self._may_leave_page():
            return
        kind, workshop_id = self._part(record_id)
        self.deeds.read(workshop_id, show=True, then=lambda: self._show_part(kind, record_id))

    def show_due(self) -> None:
        """Everybody, of all workshops, who is to be asked by now what became of them."""
        if self._may_leave_page():
            self.stack.setCurrentWidget(self.due)
            self._read_due(self.due.begin)

    def _print_blank(self) -> None:
        office, title = self._context.office, self.tr("برگهٔ خالی حضور و غیاب")
        show_paper(self, self._operations, office_paper(office, "blank_attendance", title, "attendance-sheet.pdf"))

    def _part(self, record_id: str) -> tuple[str, str]:
        """Of what kind a record is, and the workshop it belongs to; "" is the workshop itself."""
        with self._context.office.read() as rows:
            for kind in _PARTS:
                row = rows.get(kind, record_id)
                if row is not None:
                    return kind, str(row["workshop_id"])
        return "", record_id

    def _show_part(self, kind: str, record_id: str) -> None:
        page = self.detail
        if kind == "workshop_session":
            page.attendance.open_session(record_id)
            page.show_tab(page.attendance)
        elif kind == "workshop_enrollment":
            page.show_tab(page.people)
            page.people.table.select_id(record_id)
        elif kind == "certificate":
            page.show_tab(page.certificates)
        elif kind == "outcome_followup":
            page.show_tab(page.followups)
            page.followups.select(record_id)

    def _read_due(self, then: Callable[[], object] = lambda: None) -> None:
        office = self._context.office

        def work(_progress: object) -> tuple[list[FollowedUp], date]:
            with office.read() as rows:
                return follow_ups(rows), rows.today

        def done(found: tuple[list[FollowedUp], date]) -> None:
            self.due.show_list(*found)
            then()

        self._operations.run(work, done)

    def new_record(self) -> None:
        """Opens the form of a new workshop."""
        if not self._may_leave_page():
            return
        self._edited = None
        self._open_form("", self.tr("کارگاه تازه"), defaults_of("workshop"))

    def may_leave(self) -> bool:
        """Whether the program may close; asks when something typed would be lost."""
        return self._form_work.may_close() and self._may_leave_detail()

    def _may_leave_detail(self) -> bool:
        if not self.detail.is_dirty():
            return True
        title, text = self.tr("هنوز ثبت نشده است"), self.tr("نشانه‌هایی که گذاشته‌اید ثبت نشده‌اند. رها شوند؟")
        if not self._asker.confirm(self, title, text, self.tr("رها شوند"), danger=True):
            return False
        self.detail.forget()
        return True

    def _may_leave_page(self) -> bool:
        page = self.stack.currentWidget()
        return page is self.list_page or (self._form_work.may_leave() and self._may_leave_detail())

    def _on_form(self) -> bool:
        return self.stack.currentWidget() is self.form

    def _connect(self) -> None:
        self.list.activated.connect(self.show_record)
        self.list.table.clicked.connect(lambda _index: self.show_record(self.list.current_record() or ""))
        self.detail.back_wanted.connect(self._back)
        self.detail.edit_wanted.connect(self._edit)
        for one in (self.detail.followups, self.due):
            one.open_person.connect(lambda person: self.open_record.emit("person", person))
        self.due.back_wanted.connect(self._back)
        self.detail.people.open_wanted.connect(lambda person: self.open_record.emit("person", person))
        self.form.cancelled.connect(self._back)
        self._operations.changed.connect(self._changed)

    def show_page(self, page: QWidget) -> None:
        """Brings one of the pages to the front."""
        self.stack.setCurrentWidget(page)

    def _back(self) -> None:
        if not self._may_leave_page():
            return
        if self._on_form() and self._edited:
            self.stack.setCurrentWidget(self.detail)
            return
        self.detail.detail = None
        self.stack.setCurrentWidget(self.list_page)
        self.list.table.setFocus()

    def _changed(self, changes: Any) -> None:
        if "outcome_followup" in changes.kinds and self.stack.currentWidget() is self.due:
            self._read_due()
        if changes.kinds & _SHOWS and self.detail.detail is not None:
            self.deeds.read(self.detail.detail.workshop["id"])

    def _edit(self) -> None:
        if self.detail.detail is None or not self._may_leave_page():
            return
        workshop = self.detail.detail.workshop
        self._edited = workshop["id"]
        self._open_form(workshop["id"], self.tr("ویرایش کارگاه"), workshop, seen=self.detail.detail.seen)

    def resume(self, name: FormName) -> None:
        """Goes on with a form that was left unfinished."""
        with self._context.office.read() as rows:
            record, seen = rows.get("workshop", name.record_id), rows.log_position()
        self._edited = record["id"] if record else None
        title = self.tr("ویرایش کارگاه") if record else self.tr("کارگاه تازه")
        self._open_form(self._edited or "", title, record or defaults_of("workshop"), resumed=True, seen=seen)

    def _open_form(
        self,
        record_id: str,
        title: str,
        values: Mapping[str, object],
        *,
        resumed: bool = False,
        seen: int | None = None,
    ) -> None:
        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            if record_id:
                return change_record(work, "workshop", record_id, given)
            return add_record(work, "workshop", given)

        def told(row: Row) -> str:
            return self.tr("کارگاه «{title}» ثبت شد.").format(title=row["title"])

        def done(saved: Saved[Row]) -> None:
            self.deeds.read(saved.value["id"], show=True)

        self.stack.setCurrentWidget(self.form)
        deed = Deed(act, told, done, seen, changed_only=bool(record_id))
        self.form.form.set_doubter(doubter_of(self._parts, "workshop", {"id": None, **values}))
        self._form_work.begin(FormName("workshop", record_id), title, values, deed, resumed=resumed)

    def _new_instructor(self) -> None:
        """A teacher who is not in the list yet is chosen in the form as soon as the record is there."""

        def choose(teacher: Row) -> None:
            field = self.form.form.field("instructor_id")
            field.set_value(teacher["id"])
            field.setFocus()

        RecordEditor(self.window(), self._parts, "instructor", done=choose).open()

"""The screen «نیازها»: the list with its pane, and the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.lifecycle import Transition
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.need_detail import NeedDetail, Suggestions, need_detail, suggestions
from desktop.services.records import add_record, change_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, FormWork, Parts, open_form
from desktop.ui.operations import Operations
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.record_list import ListPage, RecordList
from desktop.ui.saving import Saved
from desktop.ui.screens.needs.form import NeedForm, defaults
from desktop.ui.screens.needs.listing import NeedSource, need_listing
from desktop.ui.screens.needs.pane import NeedPane
from desktop.ui.screens.needs.steps import act_of, first_values, step_fields, told
from desktop.ui.sources import sources_of
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.form_kit import Sources
from desktop.ui.widgets.picker import Choice
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.wording import said


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> NeedsScreen:
    return NeedsScreen(context, operations, asker, parent)


class NeedsScreen(QWidget):
    """List and pane on one page, the form on another."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations = context, operations
        self._parts: Parts = (context, operations, asker)
        self.setProperty("look", "page")
        self.list = RecordList(context, operations, need_listing(self.new_record), NeedSource())
        self.pane = NeedPane()
        self.form = NeedForm(sources_of(context))
        self._form_work = FormWork(self._parts, self.form)
        self.new = button(self.tr("ثبت نیاز"), self.new_record, icon_name="plus", look="primary", shortcut="F6")
        self.stack = QStackedWidget()
        self.stack.addWidget(ListPage(self.list, self.pane, self.new))
        self.stack.addWidget(self.form)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        self.setFocusProxy(self.list.table)
        self._connect()

    def reload(self) -> None:
        """Reads list and pane again."""
        self.list.reload()

    def show_record(self, record_id: str) -> None:
        """Shows one need in list and pane."""
        self._to_list()
        self.pane.show()
        self.list.select_record(record_id)

    def new_record(self) -> None:
        """Opens the form of a new need."""

        def read(_progress: object) -> Suggestions:
            with self._context.office.read() as rows:
                return suggestions(rows)

        self._operations.run(read, self._open_new)

    def may_leave(self) -> bool:
        """Whether the program may close; asks when something is typed, which is kept for the next time."""
        return self._form_work.may_close()

    def _connect(self) -> None:
        self.list.rested.connect(self._show_marked)
        self.list.activated.connect(lambda _id: self.pane.show())
        self.pane.step_wanted.connect(self._ask_step)
        self.pane.edit_wanted.connect(self._edit)
        self.pane.letter_wanted.connect(self._print_letter)
        self.pane.closed.connect(self.pane.hide)
        self.form.cancelled.connect(self._leave_form)
        letter = QShortcut(QKeySequence("F9"), self)
        letter.activated.connect(lambda: self._print_letter(self.pane.latest_referral() or ""))

    def _to_list(self) -> None:
        self.stack.setCurrentIndex(0)
        self.list.table.setFocus()

    def _show_marked(self, record_id: str | None) -> None:
        if record_id is None:
            self.pane.show_nothing()
            return

        def read(_progress: object) -> NeedDetail | None:
            with self._context.office.read() as rows:
                return need_detail(rows, record_id)

        self._operations.run(read, self._show_detail)

    def _show_detail(self, detail: NeedDetail | None) -> None:
        if detail is None or detail.need["id"] != self.list.current_record():
            return
        actor = self._context.office.actor
        self.pane.show_need(detail, actor.role, self._today())

    def _today(self) -> Any:
        with self._context.office.read() as rows:
            return rows.today

    def _open_new(self, found: Suggestions) -> None:
        self.form.suggest_from(found)
        self._open_form("", self.tr("ثبت نیاز"), {**defaults(), "noted_on": found.today})

    def _edit(self) -> None:
        if self.pane.detail is None:
            return
        self.form.suggest_from(None)
        self._open_form(self.pane.detail.need["id"], self.tr("ویرایش نیاز"), self.pane.detail.need)

    def resume(self, name: FormName) -> None:
        """Goes on with a form that was left unfinished."""
        with self._context.office.read() as rows:
            record, found = rows.get("need", name.record_id), suggestions(rows)
        self.form.suggest_from(None if record else found)
        shown = record or {**defaults(), "noted_on": found.today}
        title = self.tr("ویرایش نیاز") if record else self.tr("ثبت نیاز")
        self._open_form(str(record["id"]) if record else "", title, shown, resumed=True)

    def _open_form(self, record_id: str, title: str, values: Mapping[str, object], *, resumed: bool = False) -> None:
        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            return change_record(work, "need", record_id, given) if record_id else add_record(work, "need", given)

        def told(row: Row) -> str:
            return self.tr("نیاز «{subject}» ثبت شد.").format(subject=row["subject"])

        self.stack.setCurrentWidget(self.form)
        deed = Deed(act, told, self._form_saved, changed_only=bool(record_id))
        self._form_work.begin(FormName("need", record_id), title, values, deed, resumed=resumed)

    def _leave_form(self) -> None:
        if self._form_work.may_leave():
            self._to_list()

    def _form_saved(self, saved: Saved[Row]) -> None:
        self._to_list()
        self.pane.show()
        self.list.select_record(saved.value["id"])

    def _ask_step(self, step: Transition) -> None:
        detail = self.pane.detail
        if detail is None:
            return
        dialog = FormDialog(
            self.window(), said(step.label), step_fields(step, detail), self._step_sources(detail), self.tr("ثبت گام")
        )

        def act(work: UnitOfWork, given: Mapping[str, object]) -> str:
            act_of(step, detail, given)(work)
            return told(step, given)

        deed = Deed(act, str, lambda _saved: self.list.table.setFocus())
        name = FormName("need", detail.need["id"], f"step:{step.target}")
        open_form(self._parts, dialog, name, first_values(step, detail, self._today()), deed)

    def _step_sources(self, detail: NeedDetail) -> Sources:
        sources = sources_of(self._context)
        named = {r.referral["id"]: r.agency for r in detail.references}

        def referrals(typed: str) -> list[Choice]:
            return [(key, agency, "") for key, agency in named.items() if typed.strip() in agency]

        choices = {**sources.choices, "referral": referrals}
        titles = {**sources.titles, "referral": lambda key: named.get(key, "")}
        return Sources(sources.codes, choices, titles)

    def _print_letter(self, referral_id: str) -> None:
        if not referral_id or self.pane.detail is None or self.stack.currentIndex():
            return
        office, number = self._context.office, self.pane.detail.need["need_no"]
        name = self.tr("نامه-ارجاع-{number}.pdf").format(number=number)
        paper = office_paper(office, "referral_letter", self.tr("نامهٔ ارجاع"), name, record_id=referral_id)
        show_paper(self, self._operations, paper)

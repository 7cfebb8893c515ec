"""The screen «نیازها»: list, board and solutions with their panes, and the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.need_life import OPEN_STATES
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.need_detail import NeedDetail, Suggestions, need_detail, suggestions
from desktop.services.need_likeness import likely_same, note_duplicate
from desktop.services.records import add_record, change_record
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.asking import Asking, ask
from desktop.ui.form_work import Deed, FormWork, Parts
from desktop.ui.list_source import ListQuery
from desktop.ui.operations import Operations
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.paper_menu import offer_papers
from desktop.ui.photos import PhotoDeeds
from desktop.ui.record_list import RecordList
from desktop.ui.record_pane import paper_title
from desktop.ui.saving import Saved
from desktop.ui.screens.needs.board import Board
from desktop.ui.screens.needs.form import NeedForm, defaults
from desktop.ui.screens.needs.listing import NeedSource, need_listing, query_of
from desktop.ui.screens.needs.page import BOARD, LIST, SOLUTIONS, NeedsPage
from desktop.ui.screens.needs.pane import NeedPane
from desktop.ui.screens.needs.referral_deeds import answer_asking, elsewhere_asking, more_asking, withdraw_asking
from desktop.ui.screens.needs.solutions import SolutionPane, SolutionSource, solution_listing
from desktop.ui.screens.needs.steps import step_asking
from desktop.ui.sources import sources_of
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.form_kit import Sources
from desktop.ui.widgets.picker import Choice
from desktop.ui.widgets.questions import Asker
from desktop.ui.widgets.wording import dashed, digits, short


def make_screen(
    context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
) -> NeedsScreen:
    return NeedsScreen(context, operations, asker, parent)


class NeedsScreen(QWidget):
    """List, board and pane on one page, the form on another."""

    open_record = Signal(str, str)

    def __init__(
        self, context: AppContext, operations: Operations, asker: Asker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._operations = context, operations
        self._parts: Parts = (context, operations, asker)
        self.setProperty("look", "page")
        self._source = NeedSource()
        self.list = RecordList(context, operations, need_listing(self.new_record), self._source)
        self.solutions = RecordList(context, operations, solution_listing(), SolutionSource())
        self.board = Board(context, operations)
        self.pane, self.solution_pane = NeedPane(), SolutionPane()
        self.photos = PhotoDeeds(self._parts, self)
        self.form = NeedForm(sources_of(context), self._likely_same)
        self._form_work = FormWork(self._parts, self.form)
        self.new = button(self.tr("ثبت نیاز"), self.new_record, icon_name="plus", look="primary", shortcut="F6")
        if context.office.actor.role not in KINDS["need"].writers:
            self.new.hide()
        self.stack = QStackedWidget()
        lists, panes = {LIST: self.list, SOLUTIONS: self.solutions}, (self.pane, self.solution_pane)
        self.papers = icon_button("printer", self.tr("برگه‌های نیاز"), self.offer_papers, shortcut="Ctrl+P")
        self.page = NeedsPage(lists, self.board, panes, (self.papers, self.new), context.settings)
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.form)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        self._connect()
        self._turned()

    def reload(self) -> None:
        """Reads what is shown again."""
        (self.solutions if self.page.view() == SOLUTIONS else self.list).reload()

    def show_record(self, record_id: str) -> None:
        """Shows one need in list and pane."""
        self._to_list()
        if self.page.view() == BOARD and self._is_on_board(record_id):
            self.board.follow(record_id)
            self.board.show_needs(query_of(self.list.query()))
        elif self.page.view() == BOARD:
            self.page.show_view(LIST)
        self.page.show_need()
        self.list.select_record(record_id)
        self._read(record_id)

    def new_record(self) -> None:
        """Opens the form of a new need."""

        def read(_progress: object) -> Suggestions:
            with self._context.office.read() as rows:
                return suggestions(rows)

        self._operations.run(read, self._open_new)

    def offer_papers(self) -> QMenu:
        """The guidance sheet of the marked need, the form to write on, the register of the month, what has helped."""
        names = ("guidance_sheet", "blank_need", "needs_register", "good_practices")
        return offer_papers(self.papers, names, self._show_paper)

    def _show_paper(self, name: str) -> None:
        about = {"record_id": self._marked() or ""} if name == "guidance_sheet" else {}
        title = paper_title(name)
        paper = office_paper(self._context.office, name, title, f"{title}.pdf".replace(" ", "-"), **about)
        show_paper(self, self._operations, paper)

    def may_leave(self) -> bool:
        """Whether the program may close; asks when something is typed, which is kept for the next time."""
        return self._form_work.may_close()

    def _connect(self) -> None:
        self.list.rested.connect(self._show_marked)
        self.list.activated.connect(lambda _id: self.pane.show())
        self.list.asked.connect(self._show_board)
        self.board.marked.connect(self._rest_on_card)
        self.board.opened.connect(self._open_card)
        self.board.step_wanted.connect(self._step_from_board)
        self.solutions.rested.connect(lambda _id: self.solution_pane.show_note(self.solutions.current_row()))
        self.solution_pane.need_wanted.connect(self.show_record)
        self.page.turned.connect(lambda _view: self._turned())
        pane = self.pane
        pane.step_wanted.connect(lambda step: self._with_detail(lambda d, today: step_asking(step, d, today)))
        pane.answer_wanted.connect(lambda one: self._with_detail(lambda d, today: answer_asking(d, one, today)))
        pane.elsewhere_wanted.connect(lambda one: self._with_detail(lambda d, today: elsewhere_asking(d, one, today)))
        pane.withdraw_wanted.connect(lambda one: self._with_detail(lambda d, today: withdraw_asking(d, one, today)))
        pane.more_wanted.connect(lambda: self._with_detail(more_asking))
        pane.record_wanted.connect(self._open_tied)
        pane.edit_wanted.connect(self._edit)
        pane.letter_wanted.connect(self._open_letter)
        pane.closed.connect(pane.hide)
        self.form.cancelled.connect(self._leave_form)
        self.form.go_wanted.connect(self._leave_for)
        letter = QShortcut(QKeySequence("F9"), self)
        letter.activated.connect(lambda: self._open_letter(self.pane.latest_referral() or ""))

    def _turned(self) -> None:
        """Another view is shown: the cursor, and what the pane tells, follow it."""
        view = self.page.view()
        self.setFocusProxy(self.board if view == BOARD else (self.solutions if view == SOLUTIONS else self.list).table)
        turned = self._source.on_board != (view == BOARD)
        self._source.on_board = view == BOARD
        if turned:
            self.list.reload()  # the board reads when its list does
        elif view == LIST:
            self._show_marked(self.list.current_record())

    def _show_board(self, query: ListQuery) -> None:
        if self.page.view() == BOARD:
            self.board.show_needs(query_of(query))

    def _is_on_board(self, record_id: str) -> bool:
        with self._context.office.read() as rows:
            need = rows.get("need", record_id)
        return need is not None and need["status"] in OPEN_STATES

    def _rest_on_card(self, need_id: str | None) -> None:
        if self.page.view() == BOARD and self.pane.isVisible():
            self._show_marked(need_id)

    def _open_card(self, need_id: str) -> None:
        self.pane.show()
        self._read(need_id)

    def _step_from_board(self, need_id: str, step: Transition) -> None:
        with self._context.office.read() as rows:
            detail, today = need_detail(rows, need_id), rows.today
        if detail is not None:
            self.board.follow(need_id)
            self._ask(detail, step_asking(step, detail, today))

    def _likely_same(self, values: Mapping[str, object]) -> Sequence[Row]:
        with self._context.office.read() as rows:
            return likely_same(rows, values)

    def _to_list(self) -> None:
        self.stack.setCurrentIndex(0)
        self.page.take_focus()

    def _show_marked(self, record_id: str | None) -> None:
        if record_id is None:
            self.pane.show_nothing()
        else:
            self._read(record_id)

    def _read(self, record_id: str) -> None:
        def read(_progress: object) -> NeedDetail | None:
            with self._context.office.read() as rows:
                return need_detail(rows, record_id)

        self._operations.run(read, self._show_detail)

    def _marked(self) -> str | None:
        return (self.board if self.page.view() == BOARD else self.list).current_record()

    def _show_detail(self, detail: NeedDetail | None) -> None:
        if detail is None or detail.need["id"] != self._marked():
            return
        actor = self._context.office.actor
        self.pane.show_need(detail, actor.role, self._today())
        strip = self.photos.strip("need", detail.need["id"], detail.photos)
        if strip is not None:
            self.pane.add_last(strip)

    def _today(self) -> date:
        with self._context.office.read() as rows:
            return rows.today

    def _open_new(self, found: Suggestions) -> None:
        self.form.suggest_from(found)
        self._open_form("", self.tr("ثبت نیاز"), {**defaults(), "noted_on": found.today})

    def _edit(self) -> None:
        if self.pane.detail is None:
            return
        self.form.suggest_from(None)
        detail = self.pane.detail
        self._open_form(detail.need["id"], self.tr("ویرایش نیاز"), detail.need, seen=detail.seen)

    def resume(self, name: FormName) -> None:
        """Goes on with a form that was left unfinished."""
        with self._context.office.read() as rows:
            record, found, seen = rows.get("need", name.record_id), suggestions(rows), rows.log_position()
        self.form.suggest_from(None if record else found)
        shown = record or {**defaults(), "noted_on": found.today}
        title = self.tr("ویرایش نیاز") if record else self.tr("ثبت نیاز")
        self._open_form(str(record["id"]) if record else "", title, shown, resumed=True, seen=seen)

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
            if self.form.same_as:
                return note_duplicate(work, given, self.form.same_as)
            return change_record(work, "need", record_id, given) if record_id else add_record(work, "need", given)

        def told(row: Row) -> str:
            if row["duplicate_of_id"] and not record_id:
                return self.tr("نیاز «{subject}» تکراری ثبت شد و به نیاز پیشین پیوند خورد.").format(
                    subject=row["subject"]
                )
            return self.tr("نیاز «{subject}» ثبت شد.").format(subject=row["subject"])

        self.stack.setCurrentWidget(self.form)
        deed = Deed(act, told, self._form_saved, seen, changed_only=bool(record_id))
        self._form_work.begin(FormName("need", record_id), title, values, deed, resumed=resumed)

    def _leave_form(self) -> None:
        if self._form_work.may_leave():
            self._to_list()

    def _leave_for(self, need_id: str) -> None:
        if self._form_work.may_leave():
            self.show_record(need_id)

    def _form_saved(self, saved: Saved[Row]) -> None:
        self.show_record(saved.value["id"])

    def _with_detail(self, asking: Callable[[NeedDetail, date], Asking]) -> None:
        """Opens a small dialog over the need that the pane shows."""
        detail = self.pane.detail
        if detail is not None:
            self._ask(detail, asking(detail, self._today()))

    def _ask(self, detail: NeedDetail, asking: Asking) -> None:
        of, sources = ("need", detail.need["id"]), self._dialog_sources(detail)
        asking = replace(asking, seen=detail.seen)
        ask(self, self._parts, of, asking, done=self.page.take_focus, sources=sources)

    def _dialog_sources(self, detail: NeedDetail) -> Sources:
        sources = sources_of(self._context)
        named = {r.referral["id"]: r.agency for r in detail.live}

        def referrals(typed: str) -> list[Choice]:
            return [(key, agency, "") for key, agency in named.items() if typed.strip() in agency]

        def others(typed: str) -> list[Choice]:
            found = sources.choices["need"](typed) if typed.strip() else self._likely_others(detail)
            return [choice for choice in found if choice[0] != detail.need["id"]]

        choices = {**sources.choices, "referral": referrals, "duplicate_of_id": others}
        titles = {**sources.titles, "referral": lambda key: named.get(key, "")}
        return Sources(sources.codes, choices, titles, sources.details)

    def _likely_others(self, detail: NeedDetail) -> list[Choice]:
        """What may be the same need, before anybody has typed."""
        return [
            (need["id"], need["subject"], dashed((digits(need["need_no"]), short(need["noted_on"]))))
            for need in self._likely_same(detail.need)
        ]

    def _open_letter(self, referral_id: str) -> None:
        """To the letter of a referral, which is written there if there is none yet."""
        if referral_id and self.stack.currentWidget() is self.page:
            self.open_record.emit("referral", referral_id)

    def _open_tied(self, kind: str, record_id: str) -> None:
        if kind == "need":
            self.show_record(record_id)
        else:
            self.open_record.emit(kind, record_id)

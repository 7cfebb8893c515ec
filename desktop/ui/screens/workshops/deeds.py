"""What is done to one workshop from its page: steps, sessions, enrolments, the sheet; each in one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.problems import Problem
from desktop.domain.workshop_seats import SEATED
from desktop.services.kept_drafts import FormName
from desktop.services.printing import printables
from desktop.services.records import change_record, step_record
from desktop.services.workshop_room import Room, workshop_room
from desktop.services.workshop_views import Participant, TypedSession, add_session, record_sheet
from desktop.services.workshops import Withdrawal, enroll, tell, withdraw
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.photos import PhotoDeeds
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.workshops.detail import DetailPage
from desktop.ui.screens.workshops.inviting import InviteDialog
from desktop.ui.screens.workshops.planning import PlanDialog
from desktop.ui.sources import sources_of
from desktop.ui.step_form import Record, take_step
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.wording import grouped, listed, said

Failed = Callable[[list[Problem]], object]


class Pages(Protocol):
    """What the deeds know of the screen they belong to."""

    detail: DetailPage

    def show_page(self, page: QWidget) -> None: ...


class Deeds(QObject):
    """Connects the signals of the page with the services."""

    def __init__(self, parts: Parts, screen: Any) -> None:
        super().__init__(screen)
        context, operations, _asker = self._parts = parts
        self._office, self._context, self._operations = context.office, context, operations
        self._screen: Pages = screen
        self._widget: QWidget = screen
        self._asked = 0
        self.photos = PhotoDeeds(parts, screen)
        page = self._screen.detail
        page.step_wanted.connect(self._step)
        page.paper_wanted.connect(self._print_paper)
        page.sessions.plan_wanted.connect(self._plan)
        page.attendance.plan_wanted.connect(self._plan)
        page.attendance.enroll_wanted.connect(lambda: page.show_tab(page.people))
        page.sessions.add_wanted.connect(self._add_session)
        page.sessions.edit_wanted.connect(self._edit_session)
        page.sessions.not_held_wanted.connect(self._not_held)
        page.sessions.sheet_wanted.connect(self._open_sheet)
        page.sessions.print_wanted.connect(self._print_sheet)
        page.attendance.print_wanted.connect(self._print_sheet)
        page.attendance.save_wanted.connect(self._save_sheet)
        page.people.enroll_wanted.connect(self._enroll)
        page.people.withdraw_wanted.connect(self._withdraw)
        page.people.invite_wanted.connect(self._invite)
        page.people.told_wanted.connect(self._told)
        page.people.call_wanted.connect(lambda: self._print_paper("call_list"))

    def read(self, workshop_id: str, *, show: bool = False, then: Callable[[], object] = lambda: None) -> None:
        """Reads a workshop and shows it; with `show` its page comes to the front, `then` what stands on it."""
        self._asked += 1
        number = self._asked

        def work(_progress: object) -> Room | None:
            with self._office.read() as rows:
                return workshop_room(rows, workshop_id)

        def done(room: Room | None) -> None:
            if room is None or (number != self._asked and not show):
                return
            page = self._screen.detail
            page.show_room(room, self._office.actor.role)
            page.identity.show_photos(self.photos.strip("workshop", workshop_id, room.photos))
            if show:
                self._screen.show_page(page)
                page.show_tab(page.tabs.currentWidget())
            then()

        self._operations.run(work, done)

    def _workshop(self) -> Mapping[str, Any]:
        detail = self._screen.detail.detail
        if detail is None:
            raise LookupError("no workshop is shown")
        return detail.workshop

    def _seen(self) -> int | None:
        """The last line of the log as of which the page tells."""
        detail = self._screen.detail.detail
        return detail.seen if detail else None

    def _do(
        self,
        act: Callable[[UnitOfWork], Any],
        told: Callable[[Any], str],
        failed: Failed,
        done: Callable[[], object],
        seen: int | None = None,
    ) -> None:
        """One commit, its sentence with a way back, or its refusals. `seen`: where it is about more than the page."""

        def finished(saved: Saved[Any]) -> None:
            done()
            tell_saved(self._widget, self._operations, self._office, told(saved.value), saved.changes)

        shown = self._seen() if seen is None else seen
        self._operations.change(saving(self._office, act, shown), finished, failed)

    def _step(self, step: Transition) -> None:
        page, workshop_id = self._screen.detail, self._workshop()["id"]
        page.show_problems([])
        if step.needs:
            record = Record("workshop", self._workshop(), self._today(), self._seen())
            take_step(self._widget, self._parts, record, step)
            return
        sentence = self.tr("گام «{step}» ثبت شد.").format(step=said(step.label))
        self._do(
            lambda work: step_record(work, "workshop", workshop_id, step.target, {}),
            lambda _row: sentence,
            page.show_problems,
            lambda: None,
        )

    def _ask(
        self,
        name: FormName,
        title: str,
        fields: Mapping[str, Any],
        shown: Mapping[str, object],
        act: Callable[[UnitOfWork, Mapping[str, object]], Any],
        sentence: str,
    ) -> None:
        dialog = FormDialog(self._widget.window(), title, fields, sources_of(self._context), self.tr("ثبت"))
        deed = Deed(act, lambda _row: sentence, lambda _saved: None, self._seen(), bool(name.record_id))
        open_form(self._parts, dialog, name, shown, deed)

    def _plan(self) -> None:
        def told(made: Sequence[Any]) -> str:
            return self.tr("{many} جلسه برنامه‌ریزی شد.").format(many=grouped(len(made)))

        PlanDialog(self._widget.window(), self._parts, self._workshop()).work(
            told, self._screen.detail.sessions.table.setFocus
        )

    def _today(self) -> date:
        with self._office.read() as rows:
            return rows.today

    def _invite(self) -> None:
        """Opens the residents with ticks."""
        detail = self._screen.detail.detail
        if detail is None:
            return
        workshop_id = detail.workshop["id"]
        free = detail.workshop["capacity"] - len(detail.with_status(*SEATED))
        dialog = InviteDialog(self._widget.window(), self._parts, detail.workshop, free)
        dialog.enroll_wanted.connect(
            lambda people: self._do(
                lambda work: enroll(work, workshop_id, people), self._told_enrolled, dialog.show_problems, dialog.accept
            )
        )
        dialog.open()

    def _told(self, enrollment_ids: list[str]) -> None:
        self._do(
            lambda work: tell(work, enrollment_ids),
            lambda _none: self.tr("نوشته شد که خبر داده‌اید."),
            self._screen.detail.people.show_problems,
            lambda: None,
        )

    def _session_fields(self, *names: str) -> dict[str, Any]:
        return {name: KINDS["workshop_session"].fields[name] for name in names}

    def _add_session(self) -> None:
        detail = self._screen.detail.detail
        workshop_id = self._workshop()["id"]
        number = max((session["no"] for session in detail.sessions), default=0) + 1 if detail else 1
        fields = self._session_fields("no", "date", "start", "end", "topic")
        self._ask(
            FormName("workshop_session", owner_id=workshop_id),
            self.tr("جلسهٔ تازه"),
            fields,
            {"no": number},
            lambda work, given: add_session(work, workshop_id, given),
            self.tr("جلسه افزوده شد."),
        )

    def _edit_session(self, session: Mapping[str, Any]) -> None:
        fields = self._session_fields("no", "date", "start", "end", "held", "walk_ins", "topic", "note")
        self._ask(
            FormName("workshop_session", session["id"]),
            self.tr("ویرایش جلسه"),
            fields,
            session,
            lambda work, given: change_record(work, "workshop_session", session["id"], given),
            self.tr("جلسه ثبت شد."),
        )

    def _not_held(self, session: Mapping[str, Any]) -> None:
        number = grouped(session["no"])
        self._do(
            lambda work: change_record(work, "workshop_session", session["id"], {"held": False}),
            lambda _row: self.tr("جلسهٔ {number} برگزارنشده نوشته شد.").format(number=number),
            self._screen.detail.show_problems,
            lambda: None,
        )

    def _open_sheet(self, session_id: str) -> None:
        page = self._screen.detail
        page.attendance.open_session(session_id)
        page.show_tab(page.attendance)

    def _print_sheet(self, session_id: str) -> None:
        code = self._workshop()["code"]
        title, name = self.tr("برگهٔ حضور و غیاب"), self.tr("حضور-و-غیاب-{code}.pdf").format(code=code)
        paper = office_paper(self._office, "attendance_sheet", title, name, record_id=session_id)
        show_paper(self._widget, self._operations, paper)

    def _print_paper(self, name: str) -> None:
        """A paper of the workshop, or the sheet of its next session."""
        workshop, title = self._workshop(), said(printables()[name])
        file_name = f"{title} {workshop['code']}.pdf".replace(" ", "-")
        paper = office_paper(self._office, name, title, file_name, record_id=workshop["id"])
        show_paper(self._widget, self._operations, paper)

    def _save_sheet(self, newcomers: list[str], typed: dict[str, TypedSession]) -> None:
        page, workshop_id = self._screen.detail, self._workshop()["id"]
        self._do(
            lambda work: record_sheet(work, workshop_id, newcomers, typed),
            lambda many: self.tr("حضور و غیاب ثبت شد: {many} نشانه.").format(many=grouped(many)),
            page.attendance.show_problems,
            page.attendance.grid.setFocus,
            page.attendance.sheet.seen,
        )

    def _enroll(self, person_ids: list[str]) -> None:
        page, workshop_id = self._screen.detail, self._workshop()["id"]

        self._do(
            lambda work: enroll(work, workshop_id, person_ids),
            self._told_enrolled,
            page.people.show_problems,
            page.people.forget,
        )

    def _told_enrolled(self, rows: Sequence[Mapping[str, Any]]) -> str:
        waiting = sum(row["status"] == "waiting" for row in rows)
        text = self.tr("{many} نفر ثبت‌نام شد.").format(many=grouped(len(rows) - waiting))
        return text + (" " + self.tr("{many} نفر در نوبت ماند.").format(many=grouped(waiting)) if waiting else "")

    def _withdraw(self, person: Participant) -> None:
        page = self._screen.detail

        def act(work: UnitOfWork) -> str:
            given_up: Withdrawal = withdraw(work, person.enrollment_id)
            promoted = [place["person_id"] for place in given_up.promoted]
            return listed(work.titles(promoted).values())

        def told(promoted: str) -> str:
            text = self.tr("{name} انصراف داد.").format(name=person.name)
            return text + (" " + self.tr("{name} از نوبت جایگزین شد.").format(name=promoted) if promoted else "")

        self._do(act, told, page.people.show_problems, lambda: None)

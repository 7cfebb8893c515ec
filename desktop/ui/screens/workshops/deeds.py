"""What is done to one workshop from its page: steps, sessions, enrolments, the sheet; each in one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.problems import Problem
from desktop.domain.record import Row
from desktop.services.kept_drafts import FormName
from desktop.services.printing import printables
from desktop.services.records import change_record, step_record
from desktop.services.session_planning import plan_sessions
from desktop.services.workshop_views import (
    AttendanceSheet,
    Participant,
    TypedSession,
    WorkshopDetail,
    add_session,
    attendance_sheet,
    record_sheet,
    workshop_detail,
)
from desktop.services.workshops import enroll
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.saving import Saved, save, tell_saved
from desktop.ui.screens.workshops.detail import DetailPage
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.wording import grouped, said

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

    def read(self, workshop_id: str, *, show: bool = False) -> None:
        """Reads a workshop and shows it; with `show` its page comes to the front."""
        self._asked += 1
        number = self._asked

        def work(_progress: object) -> tuple[WorkshopDetail | None, AttendanceSheet, date]:
            with self._office.read() as rows:
                return workshop_detail(rows, workshop_id), attendance_sheet(rows, workshop_id), rows.today

        def done(found: tuple[WorkshopDetail | None, AttendanceSheet, date]) -> None:
            detail, sheet, today = found
            if detail is None or (number != self._asked and not show):
                return
            page = self._screen.detail
            page.show_detail(detail, self._office.actor.role)
            page.attendance.show_sheet(sheet, detail.workshop["status"], today)
            if show:
                self._screen.show_page(page)
                page.show_tab(page.tabs.currentWidget())

        self._operations.run(work, done)

    def _workshop(self) -> Mapping[str, Any]:
        detail = self._screen.detail.detail
        if detail is None:
            raise LookupError("no workshop is shown")
        return detail.workshop

    def _do(
        self, act: Callable[[UnitOfWork], Any], told: Callable[[Any], str], failed: Failed, done: Callable[[], object]
    ) -> None:
        """One commit, its sentence with a way back, or its refusals."""

        def finished(saved: Saved[Any]) -> None:
            done()
            tell_saved(self._widget, self._operations, self._office, told(saved.value), saved.changes)

        self._operations.change(lambda _progress: save(self._office, act), finished, failed)

    def _step(self, step: Transition) -> None:
        page, workshop_id = self._screen.detail, self._workshop()["id"]
        sentence = self.tr("گام «{step}» ثبت شد.").format(step=said(step.label))

        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            return step_record(work, "workshop", workshop_id, step.target, given)

        page.show_problems([])
        if step.needs:
            fields = {n: replace(KINDS["workshop"].fields[n], required=True, in_form=True) for n in step.needs}
            name = FormName("workshop", workshop_id, f"step:{step.target}")
            self._ask(name, said(step.label), fields, {}, act, sentence)
        else:
            self._do(lambda work: act(work, {}), lambda _row: sentence, page.show_problems, lambda: None)

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
        open_form(self._parts, dialog, name, shown, Deed(act, lambda _row: sentence, lambda _saved: None))

    def _plan(self) -> None:
        page, workshop_id = self._screen.detail, self._workshop()["id"]

        def told(made: Sequence[Any]) -> str:
            return self.tr("{many} جلسه برنامه‌ریزی شد.").format(many=grouped(len(made)))

        self._do(lambda work: plan_sessions(work, workshop_id), told, page.show_problems, lambda: None)

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
        )

    def _enroll(self, person_ids: list[str]) -> None:
        page, workshop_id = self._screen.detail, self._workshop()["id"]

        def told(rows: Sequence[Mapping[str, Any]]) -> str:
            waiting = sum(row["status"] == "waiting" for row in rows)
            text = self.tr("{many} نفر ثبت‌نام شد.").format(many=grouped(len(rows) - waiting))
            return text + (" " + self.tr("{many} نفر در نوبت ماند.").format(many=grouped(waiting)) if waiting else "")

        self._do(
            lambda work: enroll(work, workshop_id, person_ids), told, page.people.show_problems, page.people.forget
        )

    def _withdraw(self, person: Participant) -> None:
        page, workshop_id = self._screen.detail, self._workshop()["id"]

        def act(work: UnitOfWork) -> str:
            waiting = {e["id"] for e in work.find("workshop_enrollment", workshop_id=workshop_id, status="waiting")}
            change_record(work, "workshop_enrollment", person.enrollment_id, {"status": "withdrawn"})
            seated = work.find("workshop_enrollment", workshop_id=workshop_id, status="enrolled")
            promoted = [e["person_id"] for e in seated if e["id"] in waiting]
            return work.titles(promoted).get(promoted[0], "") if promoted else ""

        def told(promoted: str) -> str:
            text = self.tr("{name} انصراف داد.").format(name=person.name)
            return text + (" " + self.tr("{name} از نوبت جایگزین شد.").format(name=promoted) if promoted else "")

        self._do(act, told, page.people.show_problems, lambda: None)

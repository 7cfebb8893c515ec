"""What the worklist does about one of its items, each in one commit that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.domain.kinds import KINDS
from desktop.domain.persian.workdays import OfficeWeek
from desktop.domain.record import Row
from desktop.services import worklist_deeds
from desktop.services.kept_drafts import FormName
from desktop.services.worklist_page import Task
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.screens.dashboard.task_words import line_of
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.wording import short

_ASKED = ("until", "reason")


class TaskDeeds(QObject):
    """Works for the card of the worklist, which hears of every change by itself."""

    def __init__(self, card: QWidget, parts: Parts) -> None:
        super().__init__(card)
        self._card, self._parts = card, parts
        self._context, self._operations, _asker = parts

    def put_off(self, task: Task) -> None:
        """Asks until when and why; the next working day is offered."""
        item = task.item
        fields = {name: KINDS["postponement"].fields[name] for name in _ASKED}
        title = self.tr("به روزی دیگر: {title}").format(title=line_of(task).title)
        hint = self.tr("تا آن روز در فهرست نمی‌آید؛ دلیل آن هنگام بازگشت دیده می‌شود.")
        dialog = FormDialog(
            self._card.window(), title, fields, sources_of(self._context), self.tr("به روزی دیگر"), hint=hint
        )

        def act(work: UnitOfWork, given: Mapping[str, object]) -> Row:
            return worklist_deeds.put_off(work, item.about, item.record_id, given)

        def told(row: Row) -> str:
            return self.tr("تا {day} کنار گذاشته شد.").format(day=short(row["until"]))

        with self._context.office.read() as rows:
            offered = OfficeWeek().after(rows.today, 1)
        deed = Deed(act, told, lambda _saved: self._card.setFocus())
        name = FormName("postponement", item.record_id, "put_off")
        open_form(self._parts, dialog, name, {"until": offered}, deed)

    def bring_back(self, task: Task) -> None:
        """It is to be done today after all."""
        record_id = task.item.record_id
        self._do(lambda work: worklist_deeds.bring_back(work, record_id), self.tr("دوباره در کارهای امروز است."))

    def give(self, task: Task, staff_id: str, name: str) -> None:
        """A colleague follows the need from now on; without a name it is the user."""
        need_id = task.item.need_id
        told = (
            self.tr("پیگیری این نیاز با {name} است.").format(name=name)
            if name
            else self.tr("پیگیری این نیاز با شماست.")
        )
        self._do(lambda work: worklist_deeds.give(work, need_id, staff_id), told)

    def finish(self, task: Task) -> None:
        """What was promised in a visit was done today."""
        visit_id = task.item.record_id
        self._do(lambda work: worklist_deeds.finish_action(work, visit_id), self.tr("اقدام بعدی انجام شد."))

    def _do(self, act: Callable[[UnitOfWork], Any], told: str) -> None:
        office = self._context.office

        def done(saved: Saved[Any]) -> None:
            tell_saved(self._card, self._operations, office, told, saved.changes)

        self._operations.change(saving(office, act), done)

"""What is done to a record of a declared screen and to what belongs to it: steps, papers, changing, removing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.evaluation import USUAL_CRITERIA
from desktop.domain.kinds import KINDS
from desktop.domain.lifecycle import Transition
from desktop.domain.record import Row
from desktop.services.ties import remove_record
from desktop.ui.declared import title_of
from desktop.ui.form_work import Parts
from desktop.ui.paper import office_paper, show_paper
from desktop.ui.record_editor import RecordEditor
from desktop.ui.record_pane import paper_title
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.step_form import Record, steps_of, take_step
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.wording import said


class RecordDeeds(QObject):
    """Each deed is one commit that can be taken back."""

    def __init__(self, widget: QWidget, parts: Parts) -> None:
        super().__init__(widget)
        self._widget, self._parts = widget, parts
        context, self._operations, self._asker = parts
        self._office = context.office
        self.role = context.office.actor.role

    def add(
        self,
        kind: str,
        *,
        preset: Mapping[str, object] | None = None,
        suggested: Mapping[str, object] | None = None,
        headings: Mapping[str, str] | None = None,
        done: Callable[[Row], object] | None = None,
    ) -> None:
        """Opens the form of a new record. `preset` is not asked, `suggested` stands there to be changed."""
        window = self._widget.window()
        editor = RecordEditor(window, self._parts, kind, preset=preset, headings=headings, done=done)
        editor.offer(suggested or {})
        editor.open()

    def evaluate(self, kind: str, record_id: str, done: Callable[[Row], object] | None = None) -> None:
        """Opens the form of a new evaluation of a record, with the criteria that are usual for its kind."""
        self.add(
            "evaluation",
            preset={"target_type": kind, "target_id": record_id},
            suggested={"criteria": usual_criteria(kind)},
            done=done,
        )

    def edit(self, kind: str, record_id: str, headings: Mapping[str, str] | None = None) -> None:
        """Opens the form of a record."""
        row = self._read(kind, record_id)
        if row is not None:
            RecordEditor(self._widget.window(), self._parts, kind, record=row, headings=headings).open()

    def remove(self, kind: str, record_id: str, title: str) -> None:
        """Deletes a record after a question; it can be taken back."""
        seen = self._office.log_position()
        asked = self.tr("«{title}» حذف شود؟").format(title=title)
        hint = self.tr("تا وقتی پرونده‌ای به آن نپیوسته باشد، می‌توانید آن را برگردانید.")
        if not self._asker.confirm(self._widget, asked, hint, self.tr("حذف"), danger=True):
            return
        told = self.tr("«{title}» حذف شد.").format(title=title)

        def done(saved: Saved[None]) -> None:
            tell_saved(self._widget, self._operations, self._office, told, saved.changes)

        self._operations.change(saving(self._office, lambda work: remove_record(work, kind, record_id), seen), done)

    def step(self, kind: str, record_id: str, step: Transition) -> None:
        """Asks what a step asks, and takes it."""
        with self._office.read() as rows:
            row, today, seen = rows.get(kind, record_id), rows.today, rows.log_position()
        if row is not None:
            take_step(self._widget, self._parts, Record(kind, row, today, seen), step)

    def paper(self, name: str, record_id: str, title: str) -> None:
        """Shows the pages of a printable of a record, from where it is printed or saved."""
        said_title = paper_title(name)
        file_name = f"{said_title} {title}.pdf".replace(" ", "-").replace("/", "-")
        paper = office_paper(self._office, name, said_title, file_name, record_id=record_id)
        show_paper(self._widget, self._operations, paper)

    def menu(self, kind: str, row: Row, titles: Mapping[str, str]) -> QMenu:
        """The deeds of one record as a menu: its steps, changing it, removing it."""
        menu = QMenu(self._widget)
        menu.aboutToHide.connect(menu.deleteLater)
        record_id, title = str(row["id"]), title_of(kind, row, titles)
        for step in steps_of(kind, row, self.role):
            add_entry(menu, "circle-check", said(step.label), partial(self.step, kind, record_id, step))
        if menu.actions():
            menu.addSeparator()
        if self.role in KINDS[kind].writers:
            add_entry(menu, "pencil", self.tr("ویرایش"), partial(self.edit, kind, record_id))
            add_entry(menu, "trash-2", self.tr("حذف"), partial(self.remove, kind, record_id, title))
        return menu

    def _read(self, kind: str, record_id: str) -> Row | None:
        with self._office.read() as rows:
            return rows.get(kind, record_id)


def usual_criteria(kind: str) -> list[dict[str, object]]:
    """The criteria with which an evaluation of a kind begins, to be scored, in the words of the window."""
    return [{"name": said(name), "weight": weight, "score": None} for name, weight in USUAL_CRITERIA[kind]]


def add_entry(menu: QMenu, icon_name: str, text: str, act: Callable[[], Any]) -> None:
    """One deed of a menu."""
    entry = menu.addAction(icon(icon_name), text)
    entry.triggered.connect(lambda _checked=False: act())

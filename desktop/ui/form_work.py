"""What every form owes its user: it is kept while it is written, asked about before it is lost, saved in one commit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QDialog, QWidget

from desktop.context import AppContext
from desktop.domain.problems import Problem
from desktop.services.kept_drafts import FormName, drop_draft, keep_draft, kept_draft
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.meanwhile import MEANWHILE, refuse_meanwhile
from desktop.ui.operations import Operations
from desktop.ui.saving import Saved, saving, tell_saved
from desktop.ui.widgets.form_frame import FormDialog, FormFrame
from desktop.ui.widgets.questions import Answer, Asker
from desktop.ui.widgets.toast import hush

_KEEP_AFTER = 1200  # ms of silence

Parts = tuple[AppContext, Operations, Asker]
Act = Callable[[UnitOfWork, Mapping[str, object]], Any]


@dataclass(frozen=True)
class Deed:
    """What comes of a form: `act` writes it, `told` is the sentence afterwards, `done` what the screen does then."""

    act: Act
    told: Callable[[Any], str]
    done: Callable[[Saved[Any]], object]
    seen: int | None = None  # the log's last line when the values were read; None: the form begins with none of others
    changed_only: bool = False  # `act` is given just what was changed, and nothing is written when nothing was
    preset: Mapping[str, object] = field(default_factory=dict)  # fields that the form does not ask


class Beside(Protocol):
    """What is chosen beside a form and belongs to it, such as the ticks of a letter."""

    @property
    def changed(self) -> SignalInstance:
        """Says that something else is chosen."""

    def values(self) -> dict[str, object]:
        """What is chosen now, by the names of the fields that keep it."""

    def type_values(self, values: Mapping[str, Any]) -> None:
        """Chooses what was left; other names are none of its business."""


class FormWork(QObject):
    """Works one form, in its page or dialog, from its opening to its saving. A page is opened again and again."""

    def __init__(self, parts: Parts, frame: FormFrame, beside: Beside | None = None) -> None:
        super().__init__(frame)
        self._context, self._operations, self._asker = parts
        self._frame, self._beside = frame, beside
        self._chosen: Mapping[str, object] = {}  # beside the form when it was opened
        self._name: FormName | None = None
        self._title, self._deed = "", Deed(lambda _work, _given: None, str, lambda _saved: None)
        self._seen = 0  # the last line of the log that is on the screen, by its values or by what was said of them
        self._told = 0  # the same once what was said last is read
        self._keep = QTimer(self, singleShot=True, interval=_KEEP_AFTER)
        self._keep.timeout.connect(self.keep_now)
        frame.form.changed.connect(self._keep.start)
        frame.submitted.connect(self._submit)
        if beside is not None:
            beside.changed.connect(self._keep.start)

    def begin(
        self, name: FormName, title: str, values: Mapping[str, object], deed: Deed, *, resumed: bool = False
    ) -> None:
        """Shows `values`, or goes on with what was left in this form if the user wishes so (`resumed`: has said so)."""
        self._name, self._title, self._deed = name, title, deed
        self._seen = self._context.office.log_position() if deed.seen is None else deed.seen
        hush(self._frame)
        self._frame.begin(title, values)
        self._chosen = self._beside.values() if self._beside else {}
        left = kept_draft(self._context.office, name)
        if left and (resumed or self._goes_on()):
            self._frame.form.type_values(left.values)
            if self._beside is not None:
                self._beside.type_values(left.values)
            if left.seen is not None:
                self._seen = min(self._seen, left.seen)
        elif left:
            drop_draft(self._context.office, name)

    def is_dirty(self) -> bool:
        """Whether something typed would be lost."""
        return self._name is not None and (self._frame.form.is_dirty() or bool(self._chosen_now()))

    def may_leave(self) -> bool:
        """Whether nothing is lost, or the user agrees; then the form is given up."""
        if self.is_dirty() and not self._asker.confirm(
            self._frame,
            self.tr("نوشته‌ها دور ریخته شود؟"),
            self.tr("آنچه نوشته‌اید هنوز ثبت نشده است."),
            self.tr("دور ریختن"),
            danger=True,
        ):
            return False
        self._end()
        return True

    def may_close(self) -> bool:
        """Whether the program may close over this form: what is typed is kept for the next time."""
        if not self.is_dirty():
            return True
        self.keep_now()
        return ask_closing(self._asker, self._frame, self._title)

    def keep_now(self) -> None:
        """Keeps what is typed, sealed, for after a crash or a closing; what was typed back needs no keeping."""
        self._keep.stop()
        if self._name is None:
            return
        if self.is_dirty():
            typed = self._changed_values()
            keep_draft(self._context.office, self._name, self._title, typed, self._deed.preset, seen=self._seen)
        else:
            drop_draft(self._context.office, self._name)

    def _changed_values(self) -> dict[str, object]:
        return {**self._frame.form.changed_values(), **self._chosen_now()}

    def _chosen_now(self) -> dict[str, object]:
        """What stands beside the form otherwise than at its opening."""
        now = self._beside.values() if self._beside else {}
        return {name: value for name, value in now.items() if value != self._chosen.get(name)}

    def _goes_on(self) -> bool:
        choices = [Answer("go_on", self.tr("ادامهٔ پیش‌نویس"), "primary"), Answer("new", self.tr("از نو"))]
        told = self.tr("این برگه نیمه‌کاره مانده و پیش‌نویس آن رمزشده نگه داشته شده است.")
        return self._asker.ask(self._frame, self.tr("پیش‌نویس نیمه‌کاره"), told, choices) != "new"

    def _submit(self, given: dict[str, object]) -> None:
        deed = self._deed
        if deed.changed_only:
            given = self._changed_values()
            if not given:
                self._frame.save.setEnabled(True)
                self._frame.cancelled.emit()
                return
        name, seen, stored = self._name, self._seen, {**given, **self._frame.form.stored()}

        def act(work: UnitOfWork) -> Any:
            if name is not None and name.record_id:
                self._told = work.log_position()
                refuse_meanwhile(work, name, {field: stored[field] for field in given}, seen)
            return deed.act(work, given)

        self._operations.change(
            saving(self._context.office, act, seen),
            self._saved,
            self._refused,
            stopped=lambda: self._frame.save.setEnabled(True),
        )

    def _saved(self, saved: Saved[Any]) -> None:
        self._end()
        deed, window = self._deed, _window_under(self._frame)
        self._frame.save.setEnabled(True)
        deed.done(saved)
        tell_saved(window, self._operations, self._context.office, deed.told(saved.value), saved.changes)

    def _refused(self, problems: list[Problem]) -> None:
        if any(problem.code in MEANWHILE for problem in problems):
            self._seen = self._told  # whoever saves now has read what came
        self._frame.show_problems(problems)

    def _end(self) -> None:
        self._keep.stop()
        if self._name is not None:
            drop_draft(self._context.office, self._name)
            self._name = None


def ask_closing(asker: Asker, widget: QWidget, title: str) -> bool:
    """Whether the program may close although the form called `title` is not saved."""
    told = QCoreApplication.translate(
        "FormWork", "«{title}» هنوز ثبت نشده است. پیش‌نویس آن رمزشده نگه داشته می‌شود."
    ).format(title=title)
    asked, yes = (
        QCoreApplication.translate("FormWork", "برنامه بسته شود؟"),
        QCoreApplication.translate("FormWork", "بستن"),
    )
    return asker.confirm(widget, asked, told, yes)


def open_form(
    parts: Parts,
    dialog: FormDialog,
    name: FormName,
    values: Mapping[str, object],
    deed: Deed,
    *,
    resumed: bool = False,
) -> FormWork:
    """Opens a dialog and works it; it closes when its deed is done."""
    work = FormWork(parts, dialog.frame)
    dialog.may_close = work.may_leave

    def done(saved: Saved[Any]) -> None:
        dialog.accept()
        deed.done(saved)

    QDialog.open(dialog)
    work.begin(name, dialog.windowTitle(), values, replace(deed, done=done), resumed=resumed)
    return work


def _window_under(frame: QWidget) -> QWidget:
    """The window in which the toast stands: that of the page, or the one below the dialog."""
    window = frame.window()
    above = window.parentWidget()
    return above.window() if isinstance(window, FormDialog) and above is not None else window

"""What can be begun on a day of the calendar: a session, an event, a visit, a promise for a day to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from desktop.domain.kinds import KINDS
from desktop.services.kept_drafts import FormName
from desktop.services.workshop_views import add_session
from desktop.store.unit_of_work import UnitOfWork
from desktop.ui.form_work import Deed, Parts, open_form
from desktop.ui.record_editor import RecordEditor
from desktop.ui.sources import sources_of
from desktop.ui.widgets.form_frame import FormDialog
from desktop.ui.widgets.icons import icon

_OF_SESSION = ("workshop_id", "date", "start", "end", "topic")


class Beginnings:
    """Opens the forms; each begins with its day."""

    def __init__(self, parts: Parts, widget: QWidget) -> None:
        self._parts, self._widget = parts, widget

    def menu(self, day: dt.date, today: dt.date) -> QMenu:
        """The choices for a day."""
        menu = QMenu(self._widget)
        for name, picture, begin in self._choices():
            action = menu.addAction(icon(picture), name)
            action.triggered.connect(lambda _checked=False, begin=begin: begin(day, today))
        return menu

    def offer(self, day: dt.date, today: dt.date, under: QWidget) -> None:
        """The same as a menu below a button."""
        menu = self.menu(day, today)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(QPoint(0, under.height() + 2)))
        menu.setActiveAction(menu.actions()[0])

    def session(self, day: dt.date, _today: dt.date) -> None:
        """One more session of a workshop that is chosen in the form."""
        translate = QCoreApplication.translate
        fields = {name: KINDS["workshop_session"].fields[name] for name in _OF_SESSION}
        title, saved = translate("Calendar", "جلسهٔ تازه"), translate("Calendar", "جلسه افزوده شد.")
        dialog = FormDialog(
            self._widget.window(), title, fields, sources_of(self._parts[0]), translate("Calendar", "ثبت")
        )

        def act(work: UnitOfWork, given: Mapping[str, object]) -> object:
            return add_session(work, str(given["workshop_id"] or ""), given)

        name = FormName("workshop_session", form="calendar")
        open_form(self._parts, dialog, name, {"date": day}, Deed(act, lambda _row: saved, lambda _saved: None))

    def visit(self, day: dt.date, today: dt.date) -> None:
        """What was done on the day; for a day to come, what is promised for it."""
        begin = {"next_action_on": day} if day > today else {"date": day}
        RecordEditor(self._widget.window(), self._parts, "visit").offer(begin).open()

    def event(self, day: dt.date, _today: dt.date) -> None:
        """A new event."""
        RecordEditor(self._widget.window(), self._parts, "event").offer({"date_from": day}).open()

    def _choices(self) -> list[tuple[str, str, Callable[[dt.date, dt.date], None]]]:
        translate = QCoreApplication.translate
        return [
            (translate("Calendar", "جلسهٔ کارگاه"), "presentation", self.session),
            (translate("Calendar", "رویداد"), "calendar", self.event),
            (translate("Calendar", "مراجعه یا پیگیری"), "calendar-check", self.visit),
        ]

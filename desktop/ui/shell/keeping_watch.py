"""Once a day, when the manager opens the office or its lock: what was kept long enough is told and, if wished, goes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.domain.retention import KEEPINGS
from desktop.services.retention import Due, due, forget_due
from desktop.system.settings import Settings
from desktop.ui.operations import Operations, Progress
from desktop.ui.widgets.questions import Answer, Asker
from desktop.ui.widgets.toast import toast
from desktop.ui.widgets.wording import grouped, said

_ASKED = "keeping-asked"


class KeepingWatch(QObject):
    """Asks nothing where nothing is due, nobody may decide, or it was asked today already."""

    def __init__(
        self, window: QWidget, context: AppContext, operations: Operations, asker: Asker, settings: Settings,
        see: Callable[[], object],
    ) -> None:  # fmt: skip
        """`see` leads to where all of it stands."""
        super().__init__(window)
        self._window, self._office, self._operations = window, context.office, operations
        self._asker, self._settings, self._see = asker, settings, see

    def look(self) -> None:
        """Counts beside the window what is due."""
        if self._office.actor.role != "office_manager" or self._office.awaiting:
            return

        def read(_progress: Progress) -> tuple[str, Due]:
            with self._office.read() as rows:
                day = rows.today.isoformat()
                return day, Due({}) if self._settings.text(_ASKED) == day else due(rows)

        self._operations.run(read, self._tell, title=None)

    def _tell(self, read: tuple[str, Due]) -> None:
        day, found = read
        if not found.many or not self._window.isVisible():
            return
        self._settings.keep(**{_ASKED: day})
        lines = [f"{said(KEEPINGS[name].what)}: {grouped(len(ids))}" for name, ids in found.records.items()]
        lines.append(self.tr("اگر فراموش شود بازگشتی ندارد؛ شمارش‌ها و گزارش‌های امضاشده می‌ماند."))
        choices = [
            Answer("later", self.tr("فردا بپرس")),
            Answer("see", self.tr("دیدن")),
            Answer("forget", self.tr("فراموش کن"), "danger"),
        ]
        answer = self._asker.ask(self._window, self.tr("مدت نگهداری گذشته است"), "\n".join(lines), choices)
        if answer == "see":
            self._see()
        elif answer == "forget":
            self._operations.change(
                lambda _progress: forget_due(self._office), self._done, title=self.tr("در حال فراموش‌کردن…")
            )

    def _done(self, found: Due) -> None:
        toast(self._window, self.tr("{n} مورد برای همیشه فراموش شد.").format(n=grouped(found.many)))

"""«موارد مشابه» on the dashboard: how many likely doubles wait for a decision, and the way to them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.context import AppContext
from desktop.services.access import READS_PERSONS
from desktop.services.double_views import Waiting, waiting_doubles
from desktop.ui.lines import LineButton
from desktop.ui.operations import Changes, Operations, Progress
from desktop.ui.widgets.wording import grouped

_DECIDES = frozenset({"person", "person_identifier", "double_verdict", "merge_record"})


class DoublesCard(QFrame):
    """One line, there only while something waits. It is counted after the figures, which nobody is kept from by it."""

    def __init__(self, context: AppContext, operations: Operations, open_doubles: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._operations, self._open = context, operations, open_doubles
        self._stale = context.office.actor.role in READS_PERSONS
        self.line: LineButton | None = None
        self.setProperty("look", "card")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(12, 6, 12, 6)
        self.hide()
        operations.changed.connect(self._changed)

    def refresh(self) -> None:
        """Counts again if people or decisions have changed since."""
        if not self._stale:
            return
        self._stale = False
        office = self._context.office

        def work(_progress: Progress) -> Waiting:
            with office.read() as rows:
                return waiting_doubles(rows)

        self._operations.run(work, self._show, title=None)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & _DECIDES and self._context.office.actor.role in READS_PERSONS:
            self._stale = True

    def _show(self, found: Waiting) -> None:
        if self.line is not None:
            self.line.hide()
            self.line.deleteLater()
            self.line = None
        if found.count:
            title = self.tr("%Ln مورد مشابه در انتظار تصمیم", "", found.count)
            told = self.tr("شاید کسی دو بار ثبت شده باشد")
            if found.among is not None:
                told = self.tr("تنها میان {n} نفری که تازه ثبت شده‌اند").format(n=grouped(found.among))
            self.line = LineButton("copy", "warn", title, told, "", self._open)
            self._inside.addWidget(self.line)
        self.setVisible(bool(found.count))

"""«تعارض‌ها» on the dashboard: how much laptops disagree about, and the way to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.context import AppContext
from desktop.services.conflicts import count_open
from desktop.ui.lines import LineButton
from desktop.ui.operations import Operations, Progress


class ConflictsCard(QFrame):
    """One line, there only while something is disputed."""

    def __init__(self, context: AppContext, operations: Operations, open_conflicts: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._operations, self._open = context, operations, open_conflicts
        self.line: LineButton | None = None
        self.setProperty("look", "card")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(12, 6, 12, 6)
        self.hide()
        operations.changed.connect(lambda _changes: self._changed())

    def refresh(self) -> None:
        """Counts again."""
        office = self._context.office

        def work(_progress: Progress) -> int:
            with office.read() as rows:
                return count_open(rows, office.actor)

        self._operations.run(work, self._show, title=None)

    def _changed(self) -> None:
        if self.line is not None:
            self.refresh()

    def _show(self, many: int) -> None:
        if self.line is not None:
            self.line.hide()
            self.line.deleteLater()
            self.line = None
        if many:
            title = self.tr("%Ln تعارض در انتظار تصمیم", "", many)
            told = self.tr("دو رایانه یک چیز را دو گونه نوشته‌اند")
            self.line = LineButton("scale", "danger", title, told, "", self._open)
            self._inside.addWidget(self.line)
        self.setVisible(bool(many))

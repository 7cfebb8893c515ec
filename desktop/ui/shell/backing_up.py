"""The backup that is made when the window locks or closes: beside the window, and never in anybody's way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.context import AppContext
from desktop.domain.problems import Problem, UnavailableError
from desktop.services.backups import BackedUp, back_up_when_due, further_place
from desktop.store.backup import Cause
from desktop.ui.operations import Operations, Progress
from desktop.ui.widgets.wording import told


class LockBackup:
    """Backs up what was written since the last time; what came of it is told to `tell` in one sentence."""

    def __init__(self, context: AppContext, operations: Operations, tell: Callable[[str], object]) -> None:
        self._context, self._operations, self._tell = context, operations, tell

    def at_lock(self) -> None:
        """In a thread of its own; the lock does not wait for it."""
        self._tell("")
        self._operations.run(lambda _progress: self._done("lock", _progress), self._answered, title=None)

    def at_close(self) -> None:
        """At once; the window is hidden by now, and what stands in the way is no reason to stay."""
        self._done("close", None)

    def _done(self, cause: Cause, _progress: Progress | None) -> BackedUp | Problem | None:
        try:
            return back_up_when_due(self._context.office, further_place(self._context.settings), cause)
        except UnavailableError as error:
            return error.problem

    def _answered(self, made: BackedUp | Problem | None) -> None:
        problem = made.problem if isinstance(made, BackedUp) else made
        if problem is not None:
            self._tell(told(problem))
        elif made is not None:
            self._tell(QCoreApplication.translate("Backup", "پشتیبان دفتر نوشته و سنجیده شد."))

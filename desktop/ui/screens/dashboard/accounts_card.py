"""On the manager's dashboard: an account that several people seem to use, and the way to where it is mended (G-17)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.context import AppContext
from desktop.domain.kinds import KINDS
from desktop.services.user_views import Shared, shared_accounts
from desktop.ui.account_words import shared_words
from desktop.ui.lines import LineButton
from desktop.ui.operations import Operations, Progress
from desktop.ui.widgets.facts import clear


class AccountsCard(QFrame):
    """One line a sign, there only while there is one; whoever keeps no accounts never sees it."""

    def __init__(self, context: AppContext, operations: Operations, open_accounts: Callable[[], object]) -> None:
        super().__init__()
        self._office, self._operations, self._open = context.office, operations, open_accounts
        self._looks = context.office.actor.role in KINDS["user_account"].writers
        self.lines: list[LineButton] = []
        self.setProperty("look", "card")
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(12, 6, 12, 6)
        self.hide()

    def refresh(self) -> None:
        """Looks again."""
        if not self._looks:
            return

        def work(_progress: Progress) -> list[Shared]:
            with self._office.read() as rows:
                return list(shared_accounts(rows))

        self._operations.run(work, self._show, title=None)

    def _show(self, signs: list[Shared]) -> None:
        clear(self._inside)
        title = self.tr("شاید یک حساب و چند نفر")
        self.lines = [LineButton("key-round", "warn", title, shared_words(one), "", self._open) for one in signs]
        for line in self.lines:
            self._inside.addWidget(line)
        self.setVisible(bool(signs))

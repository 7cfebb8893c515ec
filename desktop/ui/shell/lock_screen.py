"""The lock: nothing of the office is to be seen until the user's password is given again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.services.session import unlock
from desktop.store.office_file import OfficeFile
from desktop.ui.operations import Operations
from desktop.ui.shell.parts import Busy, centred, titled
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import Avatar, error, h1, muted
from desktop.ui.widgets.password_line import PasswordLine
from desktop.ui.widgets.wording import told


class LockScreen(QWidget):
    """Stands in the place of the whole window."""

    unlocked = Signal()

    def __init__(self, office: OfficeFile, user_name: str, operations: Operations) -> None:
        super().__init__()
        self._office, self._user_name, self._operations = office, user_name, operations
        self.password = PasswordLine(self.tr("گذرواژه"))
        self.password.returnPressed.connect(self.enter)
        self.go = button(self.tr("گشودن قفل"), self.enter, look="primary")
        self.message = error()
        self.message.setMinimumHeight(24)
        self.busy = Busy(self.tr("گشودن قفل"))
        self.backup = muted("", wrap=True)
        centred(self, 340, self._fill)

    def enter(self) -> None:
        """Tries the password."""
        password = self.password.text()
        if not password:
            self.message.setText(self.tr("گذرواژه را بنویسید."))
            return
        self._wait(True)
        self._operations.run(
            lambda _progress: unlock(self._office, password), self._answered, stopped=lambda: self._wait(False)
        )

    def _answered(self, problem: Problem | None) -> None:
        self._wait(False)
        self.password.forget()
        self.message.setText(told(problem) if problem else "")
        if problem is None:
            self.unlocked.emit()
        else:
            self.password.setFocus()

    def _wait(self, on: bool) -> None:
        self.busy.setVisible(on)
        self.password.setEnabled(not on)
        self.go.setEnabled(not on)

    def _fill(self, inside: QVBoxLayout) -> None:
        inside.addWidget(Avatar(self._user_name, 64, "primary"))
        inside.addSpacing(12)
        inside.addWidget(h1(self.tr("برنامه قفل است")))
        told = self.tr("{name}، برای ادامهٔ کار گذرواژهٔ خود را بنویسید.")
        inside.addWidget(muted(told.format(name=self._user_name), wrap=True))
        inside.addSpacing(16)
        titled(self.tr("گذرواژه"), self.password, inside)
        inside.addWidget(self.message)
        inside.addWidget(self.go)
        inside.addSpacing(8)
        inside.addWidget(self.busy)
        inside.addWidget(self.backup)

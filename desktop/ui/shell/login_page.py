"""«ورود»: which account, which password; what is wrong stands beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.system.key_file import Account
from desktop.ui.shell.parts import Busy, centred, titled
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import error, h1, muted
from desktop.ui.widgets.password_line import PasswordLine

if TYPE_CHECKING:
    from desktop.domain.problems import Problem
    from desktop.store.office_file import OfficeFile
    from desktop.ui.operations import Operations, Progress


class LoginPage(QWidget):
    """Opens the office in a worker and emits it."""

    opened = Signal(object, str)  # OfficeFile, the slot of the account
    forgotten = Signal(str)  # the account whose password is forgotten
    restore_wanted = Signal()

    def __init__(
        self, folder: Path, known: Sequence[Account], last_slot: str, operations: Callable[[], Operations]
    ) -> None:
        super().__init__()
        self._folder, self._operations = folder, operations
        self.user = QComboBox()
        self.user.setAccessibleName(self.tr("نام کاربری"))
        for account in known:
            self.user.addItem(account.username, account.slot)
        self.user.setCurrentIndex(max(0, self.user.findData(last_slot)))
        self.password = PasswordLine(self.tr("گذرواژه"))
        self.password.returnPressed.connect(self.enter)
        self.message = error()
        self.message.setMinimumHeight(24)
        self.go = button(self.tr("ورود"), self.enter, look="primary")
        self.forgot = button(self.tr("گذرواژه را فراموش کرده‌ام"), self._forgot, look="link")
        self.restore = button(self.tr("بازگرداندن از پشتیبان…"), self.restore_wanted.emit, look="link")
        self.busy = Busy(self.tr("گشودن دفتر"))
        centred(self, 340, self._fill)
        QTimer.singleShot(0, self.password, self.password.setFocus)

    def enter(self) -> None:
        """Tries the password."""
        if not self.password.text():
            self._tell(self.tr("گذرواژه را بنویسید."))
            return
        username, password = self.user.currentText(), self.password.text()
        self._wait(True)

        def work(_progress: Progress) -> OfficeFile | Problem:
            from desktop.domain.problems import UnavailableError
            from desktop.services.opening import open_for_work
            from desktop.store.office_file import OfficeFolder

            try:
                return open_for_work(OfficeFolder(self._folder), username, password)
            except UnavailableError as refused:
                return refused.problem

        self._operations().run(work, self._answered, stopped=lambda: self._wait(False))

    def _answered(self, answer: OfficeFile | Problem) -> None:
        from desktop.domain.problems import Problem

        self._wait(False)
        self.password.forget()
        if isinstance(answer, Problem):
            from desktop.ui.widgets.wording import told

            self._tell(told(answer))
            self.password.setFocus()
            return
        self._tell("")
        self.opened.emit(answer, str(self.user.currentData() or ""))

    def _forgot(self) -> None:
        self.forgotten.emit(self.user.currentText())

    def _tell(self, text: str) -> None:
        self.message.setText(text)
        self.password.setAccessibleDescription(text)

    def _wait(self, on: bool) -> None:
        self.busy.setVisible(on)
        for part in (self.user, self.password, self.go, self.forgot, self.restore):
            part.setEnabled(not on)
        if on:
            self._tell("")

    def _fill(self, inside: QVBoxLayout) -> None:
        inside.addWidget(h1(self.tr("خوش آمدید")))
        inside.addWidget(muted(self.tr("برای گشودن دفتر، گذرواژهٔ خود را بنویسید.")))
        inside.addSpacing(18)
        titled(self.tr("نام کاربری"), self.user, inside)
        titled(self.tr("گذرواژه"), self.password, inside)
        inside.addWidget(self.message)
        inside.addWidget(self.go)
        inside.addSpacing(6)
        inside.addWidget(self.busy)
        inside.addSpacing(6)
        inside.addWidget(self.forgot)
        inside.addWidget(self.restore)

"""«گذرواژهٔ خودتان»: after a reset by the manager, before anything of the office is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.problems import Problem, RefusedError
from desktop.ui.operations import Operations, Progress
from desktop.ui.shell.parts import Busy, centred, titled
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import error, h1, muted
from desktop.ui.widgets.password_line import PasswordLine

if TYPE_CHECKING:
    from desktop.store.key_slots import Cost
    from desktop.store.office_file import OfficeFile


class OwnPasswordPage(QWidget):
    """Asks for a password that nobody else knows."""

    done = Signal()
    left = Signal()

    def __init__(self, office: OfficeFile, operations: Operations, cost: Cost | None = None) -> None:
        super().__init__()
        self._office, self._operations, self._cost = office, operations, cost
        self.password = PasswordLine(self.tr("گذرواژهٔ تازه"))
        self.again = PasswordLine(self.tr("تکرار گذرواژهٔ تازه"))
        for line in (self.password, self.again):
            line.returnPressed.connect(self.enter)
        self.message = error()
        self.message.setMinimumHeight(24)
        self.go = button(self.tr("ادامه"), self.enter, look="primary")
        self.leave = button(self.tr("بازگشت"), self.left.emit)
        self.busy = Busy(self.tr("در حال نوشتن گذرواژه"))
        centred(self, 400, self._fill)

    def enter(self) -> None:
        """Keeps the new password and goes on."""
        if self.password.text() != self.again.text():
            self.message.setText(self.tr("دو گذرواژه یکسان نیستند."))
            return
        password = self.password.text()
        self._wait(True)

        def work(_progress: Progress) -> Problem | None:
            from desktop.services.accounts import set_password

            try:
                set_password(self._office, self._office.actor.username, password, cost=self._cost)
            except RefusedError as refused:
                return refused.problems[0]
            return None

        self._operations.run(work, self._answered, stopped=lambda: self._wait(False))

    def _answered(self, problem: Problem | None) -> None:
        self._wait(False)
        if problem is None:
            self.password.forget()
            self.again.forget()
            self.done.emit()
            return
        from desktop.ui.widgets.wording import told

        self.message.setText(told(problem))
        self.password.setFocus()

    def _wait(self, on: bool) -> None:
        self.busy.setVisible(on)
        for part in (self.password, self.again, self.go, self.leave):
            part.setEnabled(not on)
        if on:
            self.message.setText("")

    def _fill(self, inside: QVBoxLayout) -> None:
        inside.addWidget(h1(self.tr("گذرواژهٔ خودتان را بگذارید")))
        told = self.tr("گذرواژه‌ای که با آن آمدید را مدیر دفتر گذاشته است. از این پس تنها خودتان گذرواژهٔ خود را بدانید.")
        inside.addWidget(muted(told, wrap=True))
        inside.addSpacing(16)
        titled(self.tr("گذرواژهٔ تازه (دست‌کم هشت نویسه)"), self.password, inside)
        titled(self.tr("تکرار گذرواژهٔ تازه"), self.again, inside)
        inside.addWidget(self.message)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.go, 1)
        row.addWidget(self.leave)
        inside.addLayout(row)
        inside.addSpacing(6)
        inside.addWidget(self.busy)

"""«بازیابی»: the printed code opens the office and gives an account a new password."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.domain.problems import Problem
from desktop.ui.operations import Operations, Progress
from desktop.ui.shell.parts import Busy, centred, titled
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.direction import digit_line
from desktop.ui.widgets.labels import error, h1, muted
from desktop.ui.widgets.password_line import PasswordLine

if TYPE_CHECKING:
    from desktop.store.key_slots import Cost
    from desktop.store.office_file import OfficeFile


class ForgottenPage(QWidget):
    """Asks for the recovery code and a new password."""

    opened = Signal(object, str)
    back = Signal()

    def __init__(self, folder: Path, username: str, operations: Operations, cost: Cost | None = None) -> None:
        super().__init__()
        self._cost = cost
        self._folder, self._username, self._operations = folder, username, operations
        self.code = digit_line(QLineEdit())
        self.code.setAccessibleName(self.tr("کد بازیابی"))
        self.code.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXX")
        self.password = PasswordLine(self.tr("گذرواژهٔ تازه"))
        self.again = PasswordLine(self.tr("تکرار گذرواژهٔ تازه"))
        for line in (self.code, self.password, self.again):
            line.returnPressed.connect(self.enter)
        self.message = error()
        self.message.setMinimumHeight(24)
        self.go = button(self.tr("گشودن دفتر"), self.enter, look="primary")
        self.leave = button(self.tr("بازگشت"), self.back.emit)
        self.busy = Busy(self.tr("گشودن دفتر"))
        centred(self, 430, self._fill)

    def enter(self) -> None:
        """Opens the office with the code."""
        if self.password.text() != self.again.text():
            self.message.setText(self.tr("دو گذرواژه یکسان نیستند."))
            return
        code, password = self.code.text(), self.password.text()
        self._wait(True)

        def work(_progress: Progress) -> OfficeFile | Problem:
            from desktop.domain.problems import RefusedError, UnavailableError
            from desktop.services.opening import recover_for_work
            from desktop.store.office_file import OfficeFolder

            try:
                return recover_for_work(OfficeFolder(self._folder), code, self._username, password, cost=self._cost)
            except UnavailableError as refused:
                return refused.problem
            except RefusedError as refused:
                return refused.problems[0]

        self._operations.run(work, self._answered, stopped=lambda: self._wait(False))

    def _answered(self, answer: OfficeFile | Problem) -> None:
        self._wait(False)
        if isinstance(answer, Problem):
            from desktop.ui.widgets.wording import told

            self.message.setText(told(answer))
            return
        self.opened.emit(answer, "")

    def _wait(self, on: bool) -> None:
        self.busy.setVisible(on)
        for part in (self.code, self.password, self.again, self.go, self.leave):
            part.setEnabled(not on)
        if on:
            self.message.setText("")

    def _fill(self, inside: QVBoxLayout) -> None:
        inside.addWidget(h1(self.tr("بازیابی با کد چاپ‌شده")))
        told = self.tr("کد برگهٔ بازیابی را بنویسید و برای «{name}» گذرواژهٔ تازه‌ای بگذارید.")
        inside.addWidget(muted(told.format(name=self._username), wrap=True))
        inside.addSpacing(16)
        titled(self.tr("کد بازیابی"), self.code, inside)
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

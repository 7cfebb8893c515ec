"""A line for a password. It imports nothing of the data layer, for the first window uses it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop.ui.widgets.direction import digit_line
from desktop.ui.widgets.icons import icon


class PasswordLine(QLineEdit):
    """A password, with an eye to look at it. The digits and letters stand left to right, as they are typed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        digit_line(self)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setAccessibleName(name)
        self._eye = QAction(icon("eye"), self.tr("نمایش گذرواژه"), self)
        self._eye.triggered.connect(self._look)
        self.addAction(self._eye, QLineEdit.ActionPosition.LeadingPosition)

    def forget(self) -> None:
        """Empties the line and hides what comes next."""
        self.clear()
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self._look()

    def _look(self) -> None:
        hidden = self.echoMode() == QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if hidden else "eye"))
        self._eye.setText(self.tr("پنهان‌کردن گذرواژه") if hidden else self.tr("نمایش گذرواژه"))

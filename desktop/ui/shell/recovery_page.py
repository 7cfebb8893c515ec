"""«کد بازیابی»: shown once, to be written down or printed before the office is used."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.shell.parts import centred
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import error, h1, muted

_COLUMNS = 4


class RecoveryPage(QWidget):
    """The code in large groups, a sheet to print, and a tick that it is kept."""

    done = Signal()

    def __init__(self, code: str, print_sheet: Callable[[], str] | None) -> None:
        """`print_sheet` saves or prints the sheet and answers a sentence about it, "" when the user left it."""
        super().__init__()
        self._code, self._print_sheet = code, print_sheet
        self.kept = QCheckBox(self.tr("کد را نوشته یا چاپ کرده‌ام و در جای امنی نگه داشتم"))
        self.kept.toggled.connect(self._allow)
        self.go = button(self.tr("ادامه"), self.done.emit, look="primary")
        self.go.setEnabled(False)
        self.print = button(self.tr("چاپ برگهٔ بازیابی"), self._print, icon_name="printer")
        self.print.setVisible(print_sheet is not None)
        self.told = muted("", wrap=True)
        centred(self, 500, self._fill)

    def _print(self) -> None:
        if self._print_sheet:
            self.told.setText(self._print_sheet())

    def _allow(self, on: bool) -> None:
        self.go.setEnabled(on)

    def _fill(self, inside: QVBoxLayout) -> None:
        inside.addWidget(h1(self.tr("کد بازیابی دفتر")))
        inside.addWidget(
            muted(
                self.tr(
                    "اگر همهٔ گذرواژه‌ها فراموش شود، تنها با این کد می‌توان دفتر را گشود. این کد دیگر نشان داده "
                    "نمی‌شود؛ آن را چاپ کنید و در پاکت دربسته و جای قفل‌دار نگه دارید."
                ),
                wrap=True,
            )
        )
        inside.addSpacing(14)
        inside.addWidget(_groups(self._code))
        inside.addSpacing(8)
        inside.addWidget(error(self.tr("هر کس این کد را داشته باشد، می‌تواند داده‌های ساکنان را ببیند.")))
        inside.addSpacing(8)
        inside.addWidget(self.kept)
        inside.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.go)
        row.addWidget(self.print)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(self.told)


def _groups(code: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("look", "card")
    frame.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    frame.setAccessibleName(code)
    grid = QGridLayout(frame)
    grid.setContentsMargins(24, 20, 24, 20)
    grid.setVerticalSpacing(12)
    for place, group in enumerate(code.split("-")):
        text = QLabel(group)
        text.setProperty("look", "kpi")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(text, place // _COLUMNS, place % _COLUMNS)
    return frame

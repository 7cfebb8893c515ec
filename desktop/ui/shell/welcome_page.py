"""«خوش آمدید»: the folder holds no office yet; here one is made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.shell.parts import centred
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.labels import h1, icon_tile, label, muted, small


class WelcomePage(QWidget):
    """Says what stands here and offers the one thing to do."""

    wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.make = button(self.tr("ساختن دفتر تازه"), self.wanted.emit, icon_name="plus", look="primary")
        self.restore = button(self.tr("بازگرداندن از پشتیبان…"), self.restore_wanted.emit, look="link")
        centred(self, 430, self._fill)

    def _fill(self, inside: QVBoxLayout) -> None:
        inside.addWidget(icon_tile("building-2", "primary", 60))
        inside.addSpacing(14)
        inside.addWidget(h1(self.tr("به تسهیلگر خوش آمدید")))
        inside.addWidget(
            muted(
                self.tr(
                    "در این رایانه هنوز دفتری ساخته نشده است. ساختن دفتر چند دقیقه بیشتر نمی‌برد و "
                    "به اینترنت نیاز ندارد؛ همهٔ داده‌ها رمز شده و تنها در همین رایانه نگه داشته می‌شود."
                ),
                wrap=True,
            )
        )
        inside.addSpacing(18)
        inside.addWidget(self.make)
        inside.addWidget(self.restore)
        inside.addSpacing(18)
        inside.addWidget(small(self.tr("پوشهٔ دفتر")))
        where = label(f"\u200e{self._folder}", "small", selectable=True)
        where.setWordWrap(True)
        inside.addWidget(where)
